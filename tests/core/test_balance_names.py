"""Names of territories that are free to choose stay with the areas."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.balance.criteria import Scales, evaluate
from territory_design.core.balance.names import keep_names
from territory_design.core.balance.problem import Rules, proportional_targets
from territory_design.core.balance.search import SearchSettings, balance
from territory_design.core.balance.settings import CriteriaWeights
from territory_design.core.balance.space import SearchSpace
from territory_design.tests.core.balance_grids import grid_problem

# 0 0 1 1
# 0 0 1 1
# 2 2 3 3
# 2 2 3 3
QUARTERS = np.array([0, 0, 1, 1, 0, 0, 1, 1, 2, 2, 3, 3, 2, 2, 3, 3])
SWAPPED = np.array([3, 2, 1, 0])[QUARTERS]


def space_of(**others) -> tuple[SearchSpace, Scales]:
    problem = grid_problem(4, 4, 4, np.ones(16), initial=QUARTERS, **others)
    space = SearchSpace(problem)
    return space, Scales.from_reference(space, QUARTERS)


def test_territories_get_back_the_names_that_their_areas_had():
    space, scales = space_of()
    np.testing.assert_array_equal(keep_names(space, scales, SWAPPED), QUARTERS)


def test_a_locked_territory_keeps_its_own_name():
    locked = np.full(16, -1)
    locked[15] = 0
    space, scales = space_of(rules=Rules(locked=locked))
    kept = keep_names(space, scales, SWAPPED)
    assert kept[15] == 0
    np.testing.assert_array_equal(kept[QUARTERS == 1], 1)


def test_territories_with_other_targets_do_not_exchange_names():
    targets = proportional_targets(np.ones((16, 1)), np.array([1.0, 1.0, 2.0, 2.0]))
    space, scales = space_of(targets=targets)
    other_way_round = np.array([1, 0, 3, 2])[QUARTERS]
    np.testing.assert_array_equal(keep_names(space, scales, other_way_round), QUARTERS)
    # 0 and 3 have different targets: exchanging their names would spoil the balance.
    crossed = np.array([3, 1, 2, 0])[QUARTERS]
    np.testing.assert_array_equal(keep_names(space, scales, crossed), crossed)


def test_names_that_make_a_plan_less_fit_are_not_given():
    space, scales = space_of(
        travel_cost=np.where(np.arange(4)[None, :] == SWAPPED[:, None], 1.0, 9.0)
    )
    kept = keep_names(space, scales, SWAPPED)
    assert evaluate(space, scales, kept).fitness <= evaluate(space, scales, SWAPPED).fitness


@pytest.mark.slow
def test_a_balanced_plan_comes_back_unchanged_without_stability():
    problem = grid_problem(
        4, 4, 4, np.ones(16), initial=QUARTERS, criteria=CriteriaWeights(stability=0.0)
    )
    result = balance(problem, SearchSettings(workers=1))
    np.testing.assert_array_equal(result.labels, QUARTERS)
