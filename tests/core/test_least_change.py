"""How much must change hands at least: eight areas in a row, two for each of a, b, c and d::

a a b b c c d d
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from territory_design.core.balance.least_change import CurrentTotals
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.core.plan.statistics import territory_totals

ROW = ContiguityGraph.from_edges(8, np.arange(7), np.arange(1, 8))


def row(labels, territories, *, homes=(), deviation=0.0):
    """Areas of weight 1; territories numbered from ``territories`` on have left."""
    labels = np.array(labels)
    weights = np.ones((8, 1))
    area = np.full(territories, -1)
    area[: len(homes)] = homes
    total = territory_totals(labels, weights, max(int(labels.max()) + 1, territories))
    targets = np.full((territories, 1), 8.0 / territories)
    free = np.full(8, -1)
    return CurrentTotals(labels, ROW, area, weights, free, total, targets, np.ones(1), deviation)


def test_what_somebody_held_who_left_goes_on_from_neighbour_to_neighbour():
    # a (number 3) left; b, c, d shall have 8/3 each: 2 go to b, 4/3 on to c, 2/3 on to d.
    current = row([3, 3, 0, 0, 1, 1, 2, 2], 3)
    # What lies between a and c, d is more than the 2/3 that each of them lacks.
    assert current.least_share() == pytest.approx((2 + 2 / 3 + 2 / 3) / 8, abs=1e-5)
    assert current.share_between_neighbours() == pytest.approx((2 + 4 / 3 + 2 / 3) / 8)


def test_deviation_saves_the_farthest_flows():
    # Within an eighth each may have 3: b keeps 1 of the 2, d needs 1/3, and c takes what is left
    # from b but for as much as it passes on.
    current = row([3, 3, 0, 0, 1, 1, 2, 2], 3, deviation=0.125)
    assert current.least_share() == pytest.approx((2 + 2 / 3 + 1 / 3) / 8, abs=1e-5)
    assert current.share_between_neighbours() < (2 + 4 / 3 + 2 / 3) / 8 - 0.05


def test_who_joined_takes_from_the_territory_around_the_home_and_those_beside_it():
    # Number 3 lives in the last area; 1 and 2 give one area each, so that all have 2.
    current = row([0, 0, 1, 1, 1, 2, 2, 2], 4, homes=(0, 2, 5, 7))
    assert current.least_share() == pytest.approx((1 + 1) / 8)
    assert current.share_between_neighbours() == pytest.approx(2 / 8)


def test_nothing_moves_in_an_even_plan():
    current = row([0, 0, 1, 1, 2, 2, 3, 3], 4)
    assert current.least_share() == 0.0
    assert current.share_between_neighbours() == pytest.approx(0.0, abs=1e-6)


def test_what_neighbours_cannot_bring_about_is_not_known():
    apart = ContiguityGraph.from_edges(8, np.array([0, 2]), np.array([1, 3]))
    current = row([0, 0, 0, 0, 0, 0, 1, 1], 2)
    alone = replace(current, graph=apart)
    assert alone.least_share() == pytest.approx(2 / 8)
    assert alone.share_between_neighbours() is None
