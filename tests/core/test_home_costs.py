"""Costs from homes: homes A and B, places 1 and 2."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.errors import InvalidInput
from territory_design.core.travel.cost_table import CostTable
from territory_design.core.travel.home_costs import HomeCosts

HOMES, PLACES = ["A", "B"], [1, 2]
OUTWARD = (["A", "A", "B", "B"], [1, 2, 1, 2])


def table(origins, destinations, distance_m=None, time_s=None):
    columns = (None if c is None else np.array(c, dtype=float) for c in (distance_m, time_s))
    return CostTable.from_rows(origins, destinations, *columns)


@pytest.mark.parametrize("ends", [OUTWARD, OUTWARD[::-1]])
def test_either_direction_will_do(ends):
    costs = HomeCosts.from_table(table(*ends, distance_m=[1, 2, 3, 4]), PLACES, HOMES)
    np.testing.assert_array_equal(costs.cost, [[1, 3], [2, 4]])
    assert costs.distance_m is costs.cost
    assert not costs.is_time
    assert costs.unreachable == 0


def test_times_come_before_distances_and_bring_them_along():
    costs = HomeCosts.from_table(table(*OUTWARD, [1, 2, 3, 4], [10, 20, np.nan, 40]), PLACES, HOMES)
    np.testing.assert_array_equal(costs.cost, [[10, np.inf], [20, 40]])
    np.testing.assert_array_equal(costs.distance_m, [[1, 3], [2, 4]])
    assert costs.is_time
    assert costs.unreachable == 1
    assert (
        HomeCosts.from_table(table(*OUTWARD, time_s=[1, 2, 3, 4]), PLACES, HOMES).distance_m is None
    )


def test_the_refusal_speaks_of_the_direction_that_the_table_has():
    with pytest.raises(InvalidInput, match=r"lacks 1 of 4 pairs: B → 2"):
        HomeCosts.from_table(table(["A", "A", "B"], [1, 2, 1], [1, 2, 3]), PLACES, HOMES)
    with pytest.raises(InvalidInput, match=r"lacks 1 of 4 pairs: 2 → B"):
        HomeCosts.from_table(table([1, 2, 1], ["A", "A", "B"], [1, 2, 3]), PLACES, HOMES)


def test_ids_of_homes_and_places_may_be_alike():
    alike = table([1, 1, 2, 2], [1, 2, 1, 2], [5, 6, 7, 8])
    np.testing.assert_array_equal(
        HomeCosts.from_table(alike, [1, 2], [1, 2]).cost, [[5, 7], [6, 8]]
    )
