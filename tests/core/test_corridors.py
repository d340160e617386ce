"""What must change hands at least, beside all plans of tiny grids."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.balance.bounds import lower_bound_pct
from territory_design.core.balance.corridors import corridor_weights
from territory_design.core.balance.handover import Handover
from territory_design.core.balance.problem import Rules
from territory_design.tests.core.balance_grids import (
    all_contiguous_plans,
    grid_graph,
    grid_problem,
    worst_deviations,
)

NOBODY = -1


def handover(shape, weights, labels, count, held=None, keeps=True):
    """Of one criterion on a grid; ``labels`` from ``count`` on belong to people who left."""
    labels, share = np.array(labels), np.array(weights, dtype=float) / np.sum(weights)
    held = np.full(len(labels), NOBODY) if held is None else np.array(held)
    corridor = corridor_weights(grid_graph(*shape), share, labels, held, count)
    sources = corridor.shape[1]
    totals = np.bincount(labels, weights=share, minlength=sources)
    return Handover(totals, np.zeros(sources), corridor, np.full(count, keeps))


def test_corridors_weigh_what_lies_between():
    # 0 0 1 1 2 3    the way from 0 to 2 passes 5 + 1, from 0 to 3 another 2
    row = handover((1, 6), [4, 4, 5, 1, 2, 4], [0, 0, 1, 1, 2, 3], 3)
    assert row.corridor * 20 == pytest.approx(
        np.array([[0, 0, 6, 8], [0, 0, 0, 2], [6, 0, 0, 0]]), abs=1e-5
    )


def test_the_lightest_way_counts():
    # 0 1 2
    # 0 1 2    the lower way weighs 1, the upper one 9
    two = handover((2, 3), [5, 9, 5, 5, 1, 5], [0, 1, 2, 0, 1, 2], 3)
    assert two.corridor[0, 2] * 30 == pytest.approx(1.0, abs=1e-5)


def test_who_has_no_area_yet_begins_anywhere_or_where_an_area_is_held():
    # 0 0 1 1: number 2 has nothing
    assert not handover((1, 4), [1, 1, 1, 1], [0, 0, 1, 1], 3).corridor[2].any()
    begun = handover((1, 4), [1, 1, 1, 1], [0, 0, 1, 1], 3, [2, NOBODY, NOBODY, NOBODY])
    assert begun.corridor[2, 1] == pytest.approx(1 / 4)


def test_what_a_far_one_needs_passes_the_one_between():
    # 3 0 1 2 in a row, each of 6 areas; 3 left, and the others shall have 8 each: 0 and 1 lie
    # across the way and weigh 6 or more, so that 1 and 2 receive two areas from neighbours.
    labels = np.repeat([3, 0, 1, 2], 6)
    row = handover((1, 24), np.ones(24), labels, 3)
    wanted = np.full(3, 8 / 24)
    assert row.least(wanted, wanted) == pytest.approx((6 + 2 + 2) / 24, abs=1e-5)
    # It does not pay for 1 to reach over 0, so that what 1 passes on comes from there, too.
    searched = row.least(wanted, wanted, searched=True)
    assert searched == pytest.approx((6 + 4 + 2) / 24, abs=1e-5)


def test_who_cannot_grow_by_a_corridor_takes_all_from_this_side_of_it():
    # 2 0 1 in a row; 2 left its 9 areas. 0 may have 10 of 21 at most, so that 1 must have 11 or
    # more: 5 beyond its 6, and the way to those of 2 weighs 6.
    labels = np.repeat([2, 0, 1], [9, 6, 6])
    row = handover((1, 21), np.ones(21), labels, 2)
    low, high = np.array([9, 9]) / 21, np.array([10, 12]) / 21
    assert row.least(low, high) == pytest.approx((9 + 5) / 21, abs=1e-5)


def test_who_is_alone_takes_from_nobody():
    # 0 0 0    one territory, and it shall have all
    alone = handover((1, 3), [1, 1, 1], [0, 0, 0], 1)
    assert alone.least(np.ones(1), np.ones(1)) == 0.0


def test_corridors_through_nothing_cost_nothing():
    labels = np.repeat([3, 0, 1, 2], 6)
    weights = np.tile([1.0, 1.0, 1.0, 0.0, 0.0, 0.0], 4)
    two_rows = np.concatenate([np.where(labels == 3, 1.0, weights), np.zeros(24)])
    row = handover((2, 24), two_rows, np.tile(labels, 2), 3)
    assert not row.corridor[:, 3].any()
    wanted = np.full(3, 1 / 3)
    assert row.least(wanted, wanted) == pytest.approx(6 / 15, abs=1e-5)


def test_no_plan_lies_between_impossible_limits():
    row = handover((1, 4), np.ones(4), [0, 0, 1, 1], 2)
    assert row.least(np.full(2, 0.6), np.full(2, 0.7)) == np.inf


@pytest.mark.slow
@pytest.mark.parametrize("keeps", [True, False])
@pytest.mark.parametrize(("shape", "count"), [((1, 7), 3), ((2, 4), 3), ((3, 3), 3), ((2, 4), 2)])
def test_no_plan_does_with_less(shape, count, keeps):
    rng = np.random.default_rng(7)
    # Once a bound that is as it should be, or it may be no bound at all.
    tight = 0
    for _ in range(15):
        weights = rng.integers(0, 8, shape[0] * shape[1]) + (rng.random() < 0.5)
        weights[0] += 1.0
        share = weights / weights.sum()
        before = all_contiguous_plans(grid_problem(*shape, count))
        labels = before[rng.integers(len(before))]
        left = int(rng.random() < 0.4)
        plans = before if not left else all_contiguous_plans(grid_problem(*shape, count - 1))
        stay = count - left
        held = plans == np.arange(stay)[:, None, None]
        off = np.abs(held @ share - 1.0 / stay).max(axis=0)
        changed = (plans != labels) @ share
        kept = [held[t][:, labels == t].any(axis=1) for t in range(stay)]
        possible = np.all(kept, axis=0) | (not keeps)
        given = handover(shape, weights, labels, stay, keeps=keeps)
        for room in (off.min(), np.median(off)):
            within = possible & (off <= room + 1e-9)
            if not within.any():
                continue
            low, high = np.full(stay, 1.0 / stay - room), np.full(stay, 1.0 / stay + room)
            best = changed[within].min()
            assert given.least(low, high, searched=True) <= best + 1e-6
            least = given.least(low, high, budget=best)
            assert least <= best + 1e-6
            tight += least >= 0.9 * best > 0.0
    assert tight >= 3


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_no_plan_within_a_limit_on_change_is_more_even(seed):
    rng = np.random.default_rng(seed)
    shape, count = [((2, 4), 3), ((3, 3), 3), ((1, 8), 4)][seed % 3]
    closer = 0
    for _ in range(12):
        weights = rng.integers(0, 8, shape[0] * shape[1]) + 1.0
        plans = all_contiguous_plans(grid_problem(*shape, count))
        initial = plans[rng.integers(len(plans))].copy()
        if rng.random() < 0.4:
            initial[rng.integers(len(initial))] = NOBODY
        limit = float(rng.choice([0.1, 0.2, 0.3, 0.5]))
        rules = Rules(max_change=limit)
        problem = grid_problem(*shape, count, weights, initial=initial, rules=rules)
        mass = problem.balance_weights
        changed = ((plans != initial) & (initial >= 0)) @ mass
        within = plans[changed <= limit + 1e-9]
        if not len(within):
            continue
        best = 100.0 * worst_deviations(problem, within).min()
        bound = lower_bound_pct(problem)
        assert bound <= best + 1e-6
        closer += bound > 0.9 * best
    assert closer >= 3
