"""Prices of even totals where areas that change hands cost something."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from territory_design.core.balance.criteria import Scales, evaluate
from territory_design.core.balance.keeping_prices import (
    counts_keeping,
    keeping_prices,
    settle_at_keeping_prices,
)
from territory_design.core.balance.problem import Rules
from territory_design.core.balance.schedules import Schedules
from territory_design.core.balance.settings import CriteriaWeights
from territory_design.core.balance.space import SearchSpace
from territory_design.core.progress import Progress
from territory_design.tests.core.balance_grids import contiguous, grid_problem

# Somebody left at the end of a row:   a a a b b b c c c . . .
PRESENT = np.array([0, 0, 0, 1, 1, 1, 2, 2, 2, -1, -1, -1])
EVEN = np.repeat([0, 1, 2], 4)
KEEPING = CriteriaWeights(travel=1.0, compactness=0.0, stability=0.6)
SCALES = Scales(balance=1.0, travel=0.5, border=0.0, stability=0.6)


def row(**others):
    """Trips cost the same to everybody."""
    return SearchSpace(
        grid_problem(
            1,
            12,
            3,
            initial=PRESENT,
            travel_cost=np.ones((12, 3)),
            criteria=others.pop("criteria", KEEPING),
            **others,
        )
    )


def test_each_step_away_from_who_left_is_worth_an_area_that_changes_hands():
    """An area is a twelfth of the weight, and 1.2 of travel is worth as much as all of it."""
    prices = keeping_prices(row(), SCALES, EVEN)
    step = 0.6 / 0.5 / 12.0
    assert np.diff(prices[:, 0]).tolist() == pytest.approx([-step, -step])


def test_who_reaches_what_was_left_needs_nothing_from_others():
    """In the plan a touches what was left, too, which it did not at first.

    a a b    in the plan   a a b
    c c b                  a c b
    . . .                  c c b
    """
    problem = grid_problem(
        3,
        3,
        3,
        initial=np.array([0, 0, 1, 2, 2, 1, -1, -1, -1]),
        travel_cost=np.ones((9, 3)),
        criteria=KEEPING,
    )
    found = np.array([0, 0, 1, 0, 2, 1, 2, 2, 1])
    prices = keeping_prices(SearchSpace(problem), SCALES, found)
    assert prices == pytest.approx(0.0)


@pytest.mark.parametrize("limit", [0.3, np.inf])
def test_a_plan_is_never_less_fit_and_keeps_its_limit(limit):
    size, rng = 10, np.random.default_rng(3)
    column = np.tile(np.arange(size), size)
    present = np.where(column >= 8, -1, column // 2)
    homes = np.array([[0.5, 5.0], [2.5, 5.0], [4.5, 5.0], [6.5, 5.0]]) * 1000.0
    problem = grid_problem(
        size,
        size,
        4,
        rng.integers(1, 9, size * size),
        initial=present,
        criteria=replace(CriteriaWeights(), stability=0.5),
        rules=Rules(max_deviation=limit),
    )
    away = np.abs(problem.points[:, None, 0] - homes[None, :, 0])
    space = SearchSpace(replace(problem, travel_cost=away))
    start = np.minimum(column * 4 // size, 3)
    scales = Scales.from_reference(space, start)
    effort = Schedules.of(space).thorough
    before, tolerated = evaluate(space, scales, start), space.tolerated
    plan = settle_at_keeping_prices(space, scales, start, effort, np.random.default_rng(1))
    after = evaluate(space, scales, plan)
    assert contiguous(problem, plan)
    assert after.fitness < before.fitness
    assert not after.breach
    assert (space.tolerated, space.prices) == (tolerated, None)


class Stopped(Progress):
    """Cancelled from the start."""

    def is_cancelled(self):
        return True


def test_a_plan_stays_as_it_is_if_time_is_up():
    space = row()
    effort = Schedules.of(space).thorough
    rng = np.random.default_rng(1)
    plan = settle_at_keeping_prices(space, SCALES, EVEN, effort, rng, Stopped())
    assert plan.tolist() == EVEN.tolist()


def test_keeping_is_priced_where_it_counts_beside_trips():
    assert counts_keeping(row())
    assert not counts_keeping(row(criteria=CriteriaWeights()))
    assert not counts_keeping(row(rules=Rules(max_change=0.5)))
    assert not counts_keeping(SearchSpace(replace(row().problem, travel_cost=None)))
