"""Costs from homes: homes A and B, places 1 and 2."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.errors import InvalidInput
from territory_design.core.travel.cost_table import CostTable
from territory_design.core.travel.home_costs import HomeCosts, HomeRows

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


class TestHomeRows:
    """Areas 1 to 4; two people live in areas 2 and 4."""

    AREAS = (1, 2, 3, 4)

    def rows(self, people, origins, *, homes=(2, 4), named=True, turned=False):
        pairs = [(origin, area) for origin in origins for area in self.AREAS]
        ends = list(zip(*pairs))[:: -1 if turned else 1]
        known = table(*ends, distance_m=np.ones(len(pairs)))
        return HomeRows.of(known, self.AREAS, people, homes, named=named)

    @pytest.mark.parametrize("turned", [False, True])
    def test_their_own_rows_come_first(self, turned):
        rows = self.rows(["A", "B"], ["A", "B", 2, 4], turned=turned)
        assert rows == HomeRows(["A", "B"], are_areas=False)

    @pytest.mark.parametrize("turned", [False, True])
    def test_else_those_of_the_areas_in_which_they_live(self, turned):
        assert self.rows(["A", "B"], [2, 4], turned=turned) == HomeRows([2, 4], are_areas=True)
        assert self.rows(["A", "B"], [4], turned=turned) == HomeRows([None, 4], are_areas=True)
        assert self.rows(["A", "B"], ["A", 2, 4]).ids == [2, 4]

    def test_nobody_lives_outside_every_area_by_them(self):
        assert self.rows(["A", "B"], [2, 4], homes=(None, 4)).ids == [None, 4]

    def test_mere_numbers_do_not_pass_for_areas(self):
        between_areas = self.AREAS
        assert self.rows([1, 2], between_areas, named=False).ids == [2, 4]
        assert self.rows([1, 2], between_areas, named=True).ids == [1, 2]
        assert self.rows([1, 2], [1, 2], named=False).ids == [1, 2]
