"""What the editor proposes, held against trying everything.

Grids of unit squares, each drawn where it is used.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.plan.areas import UNASSIGNED, Homes
from territory_design.core.plan.editor import PlanEditor
from territory_design.core.plan.moves import Preference
from territory_design.core.plan.rules import PlanRules
from territory_design.core.plan.strokes import Stroke
from territory_design.core.plan.suggestions import best_next_move, repair_stroke
from territory_design.tests.core.plan_grids import grid_plan, random_plan

BALANCE = Preference(balance=1.0, travel=0.0, border=0.0)


def test_the_move_that_helps_most_of_a_row():
    """R0 holds 1 3 2 of weight, R1 holds 2: giving the 2 evens out, the 3 would cut R0."""
    plan = grid_plan(1, 4, [0, 0, 0, 1], np.array([1.0, 3.0, 2.0, 2.0]))
    editor = PlanEditor(plan)
    stroke, effects = best_next_move(editor, BALANCE)
    assert (stroke.areas.tolist(), stroke.territories.tolist()) == ([2], [1])
    assert effects.worst_pp.tolist() == pytest.approx([-50.0])
    editor.apply(stroke)
    assert best_next_move(editor, BALANCE) is None


def test_locks_and_cuts_are_kept():
    plan = grid_plan(1, 4, [0, 0, 0, 1], np.array([1.0, 3.0, 2.0, 2.0]))
    locked = np.array([False, False, True, False])
    assert best_next_move(PlanEditor(plan, PlanRules(locked=locked)), BALANCE) is None
    comb = grid_plan(2, 3, [0, 0, 0, 1, 1, 2], np.array([2.0, 4.0, 2.0, 0.5, 0.5, 2.0]))
    stroke, _ = best_next_move(PlanEditor(comb, PlanRules(contiguous=False)), BALANCE)
    assert stroke.areas.tolist() == [1]
    stroke, _ = best_next_move(PlanEditor(comb), BALANCE)
    assert stroke.areas.tolist() != [1], "the middle would cut R0 in two"


def test_customers_go_to_a_near_home():
    plan = grid_plan(1, 4, [0, 0, 0, 1])
    customers = replace(plan, areas=replace(plan.areas, graph=None))
    customers = customers.from_homes(Homes.in_areas(plan.areas, np.array([0, 3])))
    stroke, _ = best_next_move(PlanEditor(customers))
    assert (stroke.areas.tolist(), stroke.territories.tolist()) == ([2], [1])


@pytest.mark.slow
@settings(max_examples=15, deadline=None)
@given(st.integers(0, 2**31))
def test_no_other_allowed_move_is_better(seed):
    rng = np.random.default_rng(seed)
    plan = random_plan(rng, 3, 4, 3)
    plan = plan.with_labels(np.maximum(plan.labels, 0))
    editor = PlanEditor(plan)
    found = best_next_move(editor, BALANCE)

    def cost(deviation_pct):
        absolute = np.abs(deviation_pct)
        return 0.75 * absolute.max() + 0.25 * absolute.mean()

    now = cost(plan.statistics.deviation_pct)
    costs = {}
    for area in range(12):
        for other in plan.areas.graph.neighbours_of(area):
            stroke = Stroke.to(np.array([area]), int(plan.labels[other]))
            preview = editor.preview(stroke)
            if len(preview.stroke) and preview.allowed:
                labels = plan.labels.copy()
                labels[area] = plan.labels[other]
                costs[area, int(plan.labels[other])] = cost(
                    plan.with_labels(labels).statistics.deviation_pct
                )
    best = min(costs.values(), default=np.inf)
    if found is None:
        assert best >= now - 1e-9
    else:
        stroke, effects = found
        chosen = costs[int(stroke.areas[0]), int(stroke.territories[0])]
        assert chosen == pytest.approx(best)
        assert chosen - now == pytest.approx(effects.cost[0])


def test_a_cut_off_part_goes_to_the_neighbour_that_takes_it_best():
    """
    0 0 1 1 1      The 0 on the right is cut off between 1 (3 squares) and 2 (5):
    0 0 2 2 0      1 needs it more.
    2 2 2 . .      Nobody has the last two.
    """
    plan = grid_plan(3, 5, [0, 0, 1, 1, 1, 0, 0, 2, 2, 0, 2, 2, 2, -1, -1])
    stroke = repair_stroke(plan, preference=BALANCE)
    assert (stroke.areas.tolist(), stroke.territories.tolist()) == ([9], [1])
    frozen = PlanRules(frozen=np.array([False, True, False]))
    assert repair_stroke(plan, frozen).territories.tolist() == [2], "R1 is frozen"
    far = np.where(np.arange(15)[:, None] == 9, [[0.0, 9e6, 10.0]], 1.0)
    homes = Homes.in_areas(plan.areas, np.array([0, 3, 7]))
    by_road = plan.from_homes(replace(homes, trip_m=far))
    travel = Preference(balance=0.0, travel=1.0, border=0.0)
    assert repair_stroke(by_road, preference=travel).territories.tolist() == [2]


def test_the_part_with_the_home_or_with_locks_is_kept():
    plan = grid_plan(1, 5, [0, 1, 1, 0, 0])
    assert repair_stroke(plan).areas.tolist() == [0]
    at_home = plan.from_homes(Homes.in_areas(plan.areas, np.array([0, 1])))
    assert repair_stroke(at_home).areas.tolist() == [3, 4]
    locked = PlanRules(locked=np.array([True, False, False, False, False]))
    assert repair_stroke(plan, locked).areas.tolist() == [3, 4]
    both = PlanRules(locked=np.array([True, False, False, True, False]))
    assert len(repair_stroke(plan, both)) == 0, "locked areas stay, cut off or not"


def test_nothing_to_repair():
    assert len(repair_stroke(grid_plan(1, 4, [0, 0, 1, 1]))) == 0
    plan = grid_plan(1, 4, [0, 1, 0, 1])
    assert len(repair_stroke(replace(plan, areas=replace(plan.areas, graph=None)))) == 0


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.integers(0, 2**31))
def test_after_repair_every_territory_is_one_piece(seed):
    rng = np.random.default_rng(seed)
    plan = random_plan(rng, 4, 4, 4)
    complete = plan.with_labels(np.maximum(plan.labels, 0))
    editor = PlanEditor(complete)
    had = complete.statistics.area_count > 0
    editor.apply(repair_stroke(complete), force=True)
    assert editor.figures.parts[:4].tolist() == had.astype(int).tolist()
    editor = PlanEditor(plan)
    editor.apply(repair_stroke(plan), force=True)
    assert (editor.labels[plan.labels == UNASSIGNED] == UNASSIGNED).all()
    assert (editor.figures.parts[:4] <= plan.statistics.parts).all()
    assert len(repair_stroke(editor.plan)) == 0 or (plan.labels < 0).any()
