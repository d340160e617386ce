"""Wider limits on deviation: the way to them, and the cuts that shorten borders within them."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from territory_design.core.balance import redivision, search, wider_limits
from territory_design.core.balance.border_cuts import cut_borders
from territory_design.core.balance.criteria import Scales, evaluate
from territory_design.core.balance.exchange import Effort
from territory_design.core.balance.problem import Rules
from territory_design.core.balance.redivision import (
    Turn,
    groups_of,
    merged,
    parts,
    redivided,
    turns,
)
from territory_design.core.balance.repair import repair
from territory_design.core.balance.search import SearchSettings, balance
from territory_design.core.balance.settings import CriteriaWeights
from territory_design.core.balance.space import SearchSpace
from territory_design.core.balance.wider_limits import limits_up_to, searched_without_limit
from territory_design.core.progress import Progress
from territory_design.tests.core.balance_grids import contiguous, grid_problem, worst_deviation

BRIEF = SearchSettings(population=4, max_generations=0, islands=1, workers=1)
PRESENT = np.zeros(24 * 24, dtype=np.int64)
COMPACT = CriteriaWeights(balance=0.0, travel=0.0, compactness=1.0)


def uneven(seed: int, **others: object):
    """A map of 24 × 24 areas, five territories."""
    weights = np.random.default_rng(seed).integers(1, 40, 24 * 24)
    return grid_problem(24, 24, 5, weights, **others)


def within(problem, limit: float):
    return replace(problem, rules=replace(problem.rules, max_deviation=limit))


def scaled(problem, labels) -> tuple[SearchSpace, Scales]:
    space = SearchSpace(problem)
    space.tolerated = problem.rules.max_deviation
    return space, Scales.from_reference(space, labels)


@pytest.fixture
def brief_walks(monkeypatch):
    """A tenth of the sweeps and one turn, as what holds does not hang on their number."""
    tuned = replace(wider_limits._TUNING, most_sweeps=15, coarse_sweeps=15)
    monkeypatch.setattr(wider_limits, "_TUNING", tuned)
    monkeypatch.setattr(redivision, "_TUNING", replace(redivision._TUNING, most_turns=1))


@pytest.mark.slow
@pytest.mark.usefixtures("brief_walks")
@pytest.mark.parametrize(("criteria", "seed"), [(CriteriaWeights(), 1), (COMPACT, 2)])
def test_a_wider_limit_never_gives_a_longer_border(criteria, seed):
    problem = uneven(seed, criteria=criteria)
    asked = replace(BRIEF, seed=seed)
    borders = []
    for limit in (0.01, 0.03, 0.05):
        labels = balance(within(problem, limit), asked).labels
        assert worst_deviation(problem, labels) <= limit + 1e-9
        assert contiguous(problem, labels)
        borders.append(SearchSpace(problem).border_length(labels))
    assert borders == sorted(borders, reverse=True)


def coarse(**others: object):
    """A map of 15 × 15 areas, nine territories of 25."""
    weights = np.random.default_rng(4).integers(10, 40, 225)
    return grid_problem(15, 15, 9, weights, **others)


def with_homes(problem, side: int):
    """Homes on a diagonal: far from what even totals and short borders would like."""
    count = problem.territory_count
    return replace(problem, homes=np.outer(np.linspace(0.1, 0.9, count), [side, -side]) * 1000.0)


def with_two_criteria():
    weights = np.random.default_rng(6).integers(1, 40, (24 * 24, 2))
    return grid_problem(24, 24, 4, weights)


@pytest.mark.slow
@pytest.mark.usefixtures("brief_walks")
@pytest.mark.parametrize(
    "problem",
    [
        coarse(),
        with_two_criteria(),
        with_homes(uneven(5), 24),
        with_homes(coarse(), 15),
    ],
    ids=["coarse areas", "two criteria", "fixed homes", "coarse areas, fixed homes"],
)
def test_it_does_not_where_areas_are_coarse_criteria_several_or_homes_fixed(problem):
    space, borders = SearchSpace(problem), []
    for limit in (np.inf, 0.03, 0.05):
        labels = balance(within(problem, limit), BRIEF).labels
        assert worst_deviation(problem, labels) <= min(limit, 0.1) + 1e-9
        assert contiguous(problem, labels)
        borders.append(space.border_length(labels))
    assert borders == sorted(borders, reverse=True)
    assert borders[-1] < borders[0]


@pytest.mark.slow
@pytest.mark.usefixtures("brief_walks")
def test_a_plan_within_a_limit_has_no_longer_border_than_one_without():
    problem = uneven(3)
    free, limited = (balance(one, BRIEF).labels for one in (problem, within(problem, 0.025)))
    space = SearchSpace(problem)
    assert worst_deviation(problem, free) < 0.025
    assert space.border_length(limited) <= space.border_length(free)


@pytest.mark.slow
def test_workers_go_the_same_way_as_the_search_itself():
    problem = within(uneven(1), 0.03)
    alone, shared = (balance(problem, replace(BRIEF, workers=workers)) for workers in (1, 2))
    assert (alone.labels == shared.labels).all()
    assert alone.fitness == shared.fitness


def test_the_way_leads_through_the_limits_that_a_plan_keeps():
    assert limits_up_to(0.03, 0.001) == [0.005, 0.01, 0.02, 0.03]
    assert limits_up_to(0.025, 0.021) == [0.02, 0.025]
    assert limits_up_to(0.02, 0.02) == [0.01, 0.02]


def test_it_begins_at_a_limit_that_a_plan_breaks_by_little():
    assert limits_up_to(0.02, 0.03) == [0.02]
    assert limits_up_to(0.02, 0.05) == []


@pytest.mark.parametrize(
    ("change", "goes"),
    [
        ({}, True),
        ({"rules": Rules()}, False),
        ({"rules": Rules(max_deviation=0.001)}, False),
        ({"homes": np.zeros((5, 2))}, True),
        ({"initial": PRESENT}, False),
        ({"initial": PRESENT, "homes": np.zeros((5, 2))}, True),
        (
            {
                "initial": PRESENT,
                "homes": np.zeros((5, 2)),
                "criteria": CriteriaWeights(stability=0.1),
            },
            False,
        ),
        ({"criteria": CriteriaWeights(compactness=0.0)}, False),
        ({"weights": np.ones((24 * 24, 2))}, True),
        ({"weights": np.r_[1e6, np.ones(24 * 24 - 1)][:, None]}, False),
    ],
)
def test_plans_set_out_without_a_limit_where_borders_are_what_it_leaves(change, goes):
    problem = replace(uneven(1, rules=Rules(max_deviation=0.03)), **change)
    free = searched_without_limit(problem, BRIEF)
    assert (free is not None) == goes
    if free is not None:
        assert np.isinf(free.rules.max_deviation)
    assert searched_without_limit(problem, replace(BRIEF, target_deviation=0.1)) is None


def test_however_little_balance_counts_the_way_begins_at_even_totals():
    problem = uneven(1, rules=Rules(max_deviation=0.03), criteria=COMPACT)
    free = searched_without_limit(problem, BRIEF)
    assert free is not None
    assert free.criteria.balance == pytest.approx(5.0)


@pytest.mark.slow
def test_where_a_plan_without_the_limit_breaks_it_the_limit_is_searched_for(monkeypatch):
    problem = within(uneven(1), 0.03)
    # Of plans that nothing may be even in, all break the limit.
    uneven_criteria = CriteriaWeights(balance=0.0, travel=1.0)
    monkeypatch.setattr(
        search,
        "searched_without_limit",
        lambda *_: replace(problem, rules=Rules(), criteria=uneven_criteria),
    )
    result = balance(problem, BRIEF)
    assert worst_deviation(problem, result.labels) <= 0.03
    assert contiguous(problem, result.labels)


class StopsAfter(Progress):
    """Cancelled at the moment at which it is told so."""

    stopped = False

    def is_cancelled(self):
        return self.stopped


@pytest.mark.slow
@pytest.mark.usefixtures("brief_walks")
def test_a_cancel_on_the_way_leaves_the_plan_of_the_limit_before(monkeypatch):
    listener, seen = StopsAfter(), []
    shortest = wider_limits.shortest_of

    def once(space, scales, settled, found):
        listener.stopped = True
        seen.append(shortest(space, scales, settled, found))
        return seen[-1]

    monkeypatch.setattr("territory_design.core.balance.evolution.shortest_of", once)
    problem = within(uneven(1), 0.03)
    result = balance(problem, BRIEF, progress=listener)
    assert result.status == "cancelled"
    assert worst_deviation(problem, result.labels) <= 0.03
    assert (result.labels == seen[0]).all()


def test_a_cut_takes_the_straight_border():
    """Three rows of eight: the border of the upper plan has four steps, the cut none.

    ::

        A A A A B B B B        A A A A B B B B
        A A A B B B B B   →    A A A A B B B B
        A A A A A B B B        A A A A B B B B
    """
    problem = within(grid_problem(3, 8, 2), 0.2)
    jagged = np.repeat([0, 1, 0, 1, 0, 1], [4, 4, 3, 5, 5, 3])
    space, scales = scaled(problem, jagged)
    straight = cut_borders(space, scales, jagged)
    assert space.border_length(straight) == 3000.0
    assert worst_deviation(problem, straight) <= 0.2


def test_a_cut_keeps_what_is_locked():
    locked = np.full(24, -1)
    locked[[11, 20]] = 1, 0
    problem = replace(grid_problem(3, 8, 2), rules=Rules(max_deviation=0.2, locked=locked))
    jagged = np.repeat([0, 1, 0, 1, 0, 1], [4, 4, 3, 5, 5, 3])
    space, scales = scaled(problem, jagged)
    assert cut_borders(space, scales, jagged)[[11, 20]].tolist() == [1, 0]


@settings(max_examples=10, deadline=None)
@given(
    seed=st.integers(0, 10_000),
    limit=st.sampled_from([0.02, 0.1, 0.5]),
    criteria=st.integers(1, 2),
)
def test_cuts_never_make_a_plan_less_fit_or_break_it(seed, limit, criteria):
    rng = np.random.default_rng(seed)
    weights = rng.integers(1, 10, (48, criteria))
    problem = grid_problem(6, 8, 4, weights, rules=Rules(max_deviation=limit))
    plan = repair(SearchSpace(problem), rng.integers(4, size=48), rng)
    space, scales = scaled(problem, plan)
    cut = cut_borders(space, scales, plan)
    assert evaluate(space, scales, cut).fitness <= evaluate(space, scales, plan).fitness
    assert contiguous(problem, cut)
    assert len(np.unique(cut)) == len(np.unique(plan))


SLIGHT = Effort((1e-3,), max_passes=4, two_at_a_time=False)


def random_plan(problem, seed: int) -> np.ndarray:
    rng = np.random.default_rng(seed)
    count = problem.territory_count
    return repair(SearchSpace(problem), rng.integers(count, size=problem.area_count), rng)


def test_groups_of_territories_touch_and_have_none_in_common():
    frozen = np.zeros(9, dtype=bool)
    frozen[4] = True
    problem = coarse(rules=Rules(max_deviation=0.1, frozen_territories=frozen))
    plan = np.repeat(np.repeat(np.arange(9).reshape(3, 3), 5, axis=0), 5, axis=1).ravel()
    problem = replace(problem, initial=plan)
    groups = groups_of(SearchSpace(problem), plan, Turn(1, 0))
    drawn = np.concatenate(groups)
    assert len(np.unique(drawn)) == len(drawn)
    assert 4 not in drawn
    assert all(2 <= len(group) <= 4 for group in groups)
    for group in groups:
        rows, columns = np.divmod(group, 3)
        steps = abs(rows[:, None] - rows) + abs(columns[:, None] - columns)
        assert (steps == 1).any(axis=1).all()


def test_turns_draw_other_groups():
    problem = within(coarse(), 0.1)
    plan = random_plan(problem, 1)
    space = SearchSpace(problem)
    drawn = {str(groups_of(space, plan, Turn(1, turn))) for turn in turns(0.03)}
    assert len(drawn) == len(turns(0.03))


def test_groups_divided_anew_shorten_borders_that_cuts_leave():
    """Cuts of two territories at a time cannot turn three strips and a rest into four squares.

    ::

        A A B B C C D D        A A A A B B B B
        …                 →    …
        A A B B C C D D        C C C C D D D D
    """
    problem = within(grid_problem(8, 8, 4, criteria=COMPACT), 0.05)
    strips = np.tile(np.repeat(np.arange(4), 2), 8)
    space, scales = scaled(problem, strips)
    assert space.border_length(cut_borders(space, scales, strips)) == 24_000.0
    plan = strips
    for turn in turns(0.03):
        plan = redivided(space, scales, plan, SLIGHT, Turn(1, turn))
    assert space.border_length(plan) < 24_000.0
    assert contiguous(problem, plan)


def test_parts_of_a_turn_make_one_plan():
    problem = within(uneven(2, criteria=COMPACT), 0.2)
    plan = random_plan(problem, 2)
    space, scales = scaled(problem, plan)
    found = [redivided(space, scales, plan, SLIGHT, Turn(3, 0, part)) for part in parts()]
    for group in groups_of(space, plan, Turn(3, 0)):
        assert sum((other != plan)[np.isin(plan, group)].any() for other in found) <= 1
    together = merged(plan, found)
    assert contiguous(problem, together)
    gained = [space.border_length(plan) - space.border_length(other) for other in found]
    assert space.border_length(plan) - space.border_length(together) == pytest.approx(sum(gained))


@settings(max_examples=10, deadline=None)
@example(seed=7256, limit=0.6, criteria=1, homes=False)
@given(
    seed=st.integers(0, 10_000),
    limit=st.sampled_from([0.6, 0.9]),
    criteria=st.integers(1, 2),
    homes=st.booleans(),
)
def test_what_is_divided_anew_is_never_less_fit_and_keeps_all_rules(seed, limit, criteria, homes):
    rng = np.random.default_rng(seed)
    weights = rng.integers(1, 10, (63, criteria))
    problem = grid_problem(7, 9, 5, weights, rules=Rules(max_deviation=limit))
    problem = with_homes(problem, 8) if homes else problem
    plan = random_plan(problem, seed)
    held = rng.choice(63, 6, replace=False)
    locked = np.full(63, -1)
    locked[held] = plan[held]
    problem = replace(problem, rules=replace(problem.rules, locked=locked))
    space, scales = scaled(problem, plan)
    assume(not evaluate(space, scales, plan).breach)
    after = plan
    for part in parts():
        after = redivided(space, scales, after, SLIGHT, Turn(seed, 0, part))
    assert evaluate(space, scales, after).fitness <= evaluate(space, scales, plan).fitness + 1e-9
    assert space.border_length(after) <= space.border_length(plan) + 1e-6
    assert (after[held] == plan[held]).all()
    assert contiguous(problem, after)
    assert len(np.unique(after)) == len(np.unique(plan))
