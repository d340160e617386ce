"""A plan edited by hand.

R0 R0 R1      3 × 2 squares of weight 1, homes in the corners on the left and on the right
R0 R1 R1
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.errors import InvalidInput
from territory_design.core.plan.areas import UNASSIGNED, Homes
from territory_design.core.plan.editor import PlanEditor
from territory_design.core.plan.reasons import reason_of
from territory_design.core.plan.rules import Forbidden, PlanRules
from territory_design.core.plan.strokes import Stroke
from territory_design.core.plan.travel_figures import travel_in_metres, travel_in_seconds
from territory_design.tests.core.plan_grids import grid_plan, random_plan


@pytest.fixture
def plan():
    plan = grid_plan(2, 3, [0, 0, 1, 0, 1, 1])
    return plan.from_homes(Homes.in_areas(plan.areas, np.array([0, 5])))


def to(areas, territory):
    return Stroke.to(np.array(areas), territory)


def test_a_preview_tells_and_changes_nothing(plan):
    editor = PlanEditor(plan)
    seen = editor.preview(to([1, 2], 1))
    assert seen.stroke.areas.tolist() == [1], "the other one is there already"
    assert seen.territories.tolist() == [0, 1]
    assert seen.before.size.tolist() == [3, 3]
    assert seen.after.size.tolist() == [2, 4]
    assert seen.after.deviation_pct[:, 0] == pytest.approx([-100 / 3, 100 / 3])
    assert seen.worst_pct == pytest.approx((0.0, 100 / 3))
    assert seen.travel_change_m == pytest.approx(np.hypot(1000, 1000) - 1000)
    assert seen.travel_change_s is None
    assert seen.allowed
    assert editor.labels.tolist() == plan.labels.tolist()
    assert editor.worst_deviation_pct == 0.0


def test_a_stroke_and_its_undo(plan):
    editor = PlanEditor(plan)
    undo = editor.apply(to([1, 3], 1))
    assert editor.labels.tolist() == [0, 1, 1, 1, 1, 1]
    assert editor.figures.totals[:, 0].tolist() == [1.0, 5.0, 0.0]
    redo = editor.apply(undo, force=True)
    assert editor.labels.tolist() == plan.labels.tolist()
    editor.apply(redo)
    assert editor.plan.labels.tolist() == [0, 1, 1, 1, 1, 1]
    assert plan.labels.tolist() == [0, 0, 1, 0, 1, 1], "the start stays as it was"


def refused(plan, stroke, **rules):
    found = PlanEditor(plan, PlanRules(**rules)).preview(stroke).refusals
    return [(one.rule, one.territory, one.areas.tolist()) for one in found]


def test_every_rule_says_whom_it_is_about(plan):
    locked = np.array([False, True, False, False, False, False])
    group = np.array([7, 7, -1, -1, 8, 8])
    assert refused(plan, to([1], 1), locked=locked) == [(Forbidden.LOCKED, UNASSIGNED, [1])]
    assert refused(plan, to([1], 1), frozen=np.array([False, True])) == [(Forbidden.FROZEN, 1, [1])]
    assert refused(plan, to([0, 1, 3], 1)) == [(Forbidden.EMPTIES, 0, [0, 1, 3])]
    assert refused(plan, to([0], 1)) == [(Forbidden.CUTS, 0, [0]), (Forbidden.CUTS, 1, [0])]
    assert refused(plan, to([0], 1), contiguous=False) == []
    assert refused(plan, to([1], 1), group=group) == [(Forbidden.SPLITS_GROUP, UNASSIGNED, [1])]
    assert refused(plan, to([4, 5], 0), group=group) == []
    today = replace(plan, current=plan)
    assert refused(today, to([1], 1), max_change=0.1) == [(Forbidden.CHANGE, UNASSIGNED, [1])]
    assert refused(today, to([1], 1), max_change=0.2) == []
    far = refused(plan, to([1], 1), max_trip_m=1100.0)
    assert far == [(Forbidden.DISTANCE, UNASSIGNED, [1])]
    assert refused(plan, to([1], 1), max_deviation_pct=30.0) == [
        (Forbidden.DEVIATION, 0, [1]),
        (Forbidden.DEVIATION, 1, [1]),
    ]


def test_a_rule_that_is_broken_already_lets_it_get_better(plan):
    uneven = plan.with_labels(np.array([0, 0, 0, 0, 0, 1]))
    assert refused(uneven, to([4], 1), max_deviation_pct=10.0) == []
    apart = plan.with_labels(np.array([0, 1, 0, 0, 1, 1]))
    assert refused(apart, to([2], 1)) == []
    assert refused(apart, to([4], UNASSIGNED)) == [(Forbidden.CUTS, 1, [4])]


def test_reasons_name_areas_and_territories(plan):
    editor = PlanEditor(plan, PlanRules(locked=np.array([False, True, False, False, False, False])))
    with pytest.raises(InvalidInput, match="Area a1 is locked"):
        editor.apply(to([1], 1))
    with pytest.raises(InvalidInput, match="Territory R0 would lie in 2 parts"):
        editor.apply(to([0], 1))
    with pytest.raises(InvalidInput, match="R0 would have no area left"):
        PlanEditor(plan).apply(to([0, 1, 3], 1))
    assert editor.apply(to([0], 1), force=True).territories.tolist() == [0]
    preview = PlanEditor(replace(plan, current=plan), PlanRules(max_change=0.0)).preview(to([1], 1))
    assert "change hands" in str(reason_of(preview.refusals[0], plan))


def test_locks_come_and_go(plan):
    editor = PlanEditor(plan)
    undo = editor.lock(np.array([1]), np.array([1]))
    rules = [one.rule for one in editor.preview(to([1], 1)).refusals]
    assert rules == [Forbidden.LOCKED, Forbidden.FROZEN]
    editor.set_locks(undo)
    assert editor.preview(to([1], 1)).allowed
    editor.lock(np.arange(6))
    editor.lock(np.array([1]), locked=False)
    assert editor.preview(to([1], 1)).allowed
    assert not editor.preview(to([4], 0)).allowed


@pytest.mark.parametrize(
    ("areas", "territories", "message"),
    [
        ([6], [0], "an area that does not exist"),
        ([-1], [0], "an area that does not exist"),
        ([0], [2], "a territory that does not exist"),
        ([0], [-2], "a territory that does not exist"),
        ([0, 0], [0, 1], "an area twice"),
    ],
)
def test_strokes_that_make_no_sense_are_refused(plan, areas, territories, message):
    stroke = Stroke(np.array(areas), np.array(territories))
    with pytest.raises(InvalidInput, match=message):
        PlanEditor(plan).apply(stroke, force=True)


def test_customers_have_neither_parts_nor_borders(plan):
    customers = replace(plan, areas=replace(plan.areas, graph=None))
    editor = PlanEditor(customers)
    editor.apply(to([0], 1))
    assert editor.figures.parts.tolist() == [1, 1, 0]
    assert editor.border_length_m == 0.0
    with pytest.raises(InvalidInput, match="no neighbours"):
        _ = editor.division


def agrees(editor, plan):
    """All figures of the editor are those of its plan, computed from scratch."""
    now, k = plan.with_labels(editor.labels), plan.territory_count
    figures, judged = editor.figures, now.statistics
    same = pytest.approx
    assert figures.size[:k].tolist() == judged.area_count.tolist()
    assert figures.size[k] == (editor.labels < 0).sum()
    assert figures.totals[:k] == same(judged.totals)
    assert figures.deviation_pct[:k] == same(judged.deviation_pct)
    assert editor.worst_deviation_pct == same(judged.max_deviation_pct)
    assert figures.parts[:k].tolist() == judged.parts.tolist()
    assert figures.border_m[:k] == same(judged.border_m)
    assert editor.border_length_m == same(judged.border_length_m)
    assert figures.centres[:k] == same(now.centres, nan_ok=True)
    assert editor.changed_share == same(now.changed_share or 0.0)
    pairs = [(figures.metres, travel_in_metres(now)), (figures.seconds, travel_in_seconds(now))]
    for kept, fresh in pairs:
        assert (kept is None) == (fresh is None)
        if kept is not None:
            for name in ("visited", "unreachable", "one_each", "all_visits", "mean", "longest"):
                assert getattr(kept, name)[:k] == same(getattr(fresh, name), nan_ok=True), name
                assert np.nan_to_num(getattr(kept, name)[k:] * 0.0) == same(0.0)
    if plan.areas.graph is not None:
        division = editor.division
        assert division.labels.tolist() == division.label_list == editor.labels.tolist()
        assert division.size == figures.size.tolist()


def with_random_homes(rng, plan):
    """No homes, homes by straight lines, or homes with tables that have gaps."""
    kind = rng.integers(3)
    if kind == 0:
        return plan
    count, k = len(plan.areas), plan.territory_count
    homes = Homes.in_areas(plan.areas, rng.integers(-1, count, k))
    if kind == 2:
        metres = np.where(rng.random((count, k)) < 0.1, np.inf, rng.random((count, k)) * 1e4)
        homes = replace(homes, trip_m=metres, trip_s=metres / 20.0)
    return plan.from_homes(homes)


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**31))
def test_after_any_strokes_undos_and_locks_all_figures_are_those_of_the_plan(seed):
    rng = np.random.default_rng(seed)
    plan = with_random_homes(rng, random_plan(rng, 4, 4, 3))
    if rng.random() < 0.2:
        plan = replace(plan, areas=replace(plan.areas, graph=None))
    plan = replace(plan, current=plan.with_labels(rng.integers(-1, 3, 16)))
    editor = PlanEditor(plan, PlanRules(max_deviation_pct=200.0, group=rng.integers(-1, 5, 16)))
    history = []
    for _ in range(8):
        action = rng.integers(4)
        if action == 0 and history:
            stroke, labels = history.pop()
            editor.apply(stroke, force=True)
            assert editor.labels.tolist() == labels
        elif action == 1:
            editor.lock(rng.integers(0, 16, 3), rng.integers(0, 3, 1), locked=rng.random() < 0.5)
        else:
            areas = rng.permutation(16)[: rng.integers(1, 6)]
            stroke = Stroke(areas, rng.integers(-1, 3, len(areas)))
            preview, before = editor.preview(stroke), editor.labels.tolist()
            if not preview.allowed and action == 2:
                with pytest.raises(InvalidInput):
                    editor.apply(stroke)
                assert editor.labels.tolist() == before
                continue
            history.append((editor.apply(stroke, force=True), before))
            assert preview.worst_pct[1] == pytest.approx(editor.worst_deviation_pct)
        agrees(editor, plan)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**31))
def test_an_area_can_leave_just_if_its_part_stays_one(seed):
    rng = np.random.default_rng(seed)
    plan = random_plan(rng, 4, 4, 2)
    editor = PlanEditor(plan)
    graph = plan.areas.graph
    for area in range(16):
        own = plan.labels[area]
        without = np.where(plan.labels == own, 0, 1)
        _, part = graph.parts(without)
        piece = np.where(part == part[area], 0, -1)
        piece[area] = -1
        rest = int(graph.parts_per_territory(piece, 1)[0])
        assert editor.division.can_leave(area) == (rest == 1)
