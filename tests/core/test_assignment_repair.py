"""Moves find whole assignments where integer programmes find none in their time."""

from __future__ import annotations

import threading

import numpy as np
import pytest
from territory_design.core.assignment import (
    HIGHS,
    AssignmentEffort,
    Names,
    assign,
    breached,
    count_limit,
    integer_programme,
    integer_search,
    retention_limit,
    sum_limit,
)
from territory_design.core.assignment.best_prices import best_prices
from territory_design.core.assignment.dual_prices import approximate_prices
from territory_design.core.assignment.normalised import NormalisedProblem
from territory_design.core.assignment.repair import levelled, repaired
from territory_design.core.assignment.strains import Uneven
from territory_design.core.errors import InfeasibleProblem
from territory_design.core.progress import SILENT, Cancelled, Progress
from territory_design.tests.core.effort import slow


def squared(points, centres):
    return ((points[:, None] - centres[None]) ** 2).sum(axis=2)


def skewed(n, k, share, seed):
    """Customers on a square, weights of a long tail, sums within a share of the mean."""
    generator = np.random.default_rng(seed)
    points, centres = generator.random((n, 2)), generator.random((k, 2))
    weights = np.round(generator.lognormal(7.0, 0.9, n))
    weights = np.minimum(weights, np.floor(0.5 * weights.sum() / k))
    mean = weights.sum() / k
    limit = sum_limit("people", weights, k, (1.0 - share) * mean, (1.0 + share) * mean)
    return squared(points, centres), [limit]


def test_the_customer_that_costs_least_makes_room():
    # On a line, centres at 0 and 10, each may hold 5:
    #   customer    a    b    c    d
    #   place       0    1    4    9
    #   weight      2    2    3    2
    # Nearest: a, b, c together weigh 7. Giving c away costs 36 - 16 = 20 and is enough.
    places = np.array([[0.0], [1.0], [4.0], [9.0]])
    cost = squared(places, np.array([[0.0], [10.0]]))
    limits = [sum_limit("load", [2.0, 2.0, 3.0, 2.0], 2, maximum=5.0)]
    problem = NormalisedProblem.of(cost, limits)
    found = repaired(problem, np.zeros((1, 2)), cost.argmin(axis=1), SILENT)
    assert found.tolist() == [0, 0, 1, 1]


def test_what_no_moves_can_reach_is_not_found():
    # Three customers of 2 into two centres of at least 3: one of them would have to be divided.
    cost = squared(np.array([[0.0], [1.0], [2.0]]), np.array([[0.0], [2.0]]))
    problem = NormalisedProblem.of(cost, [sum_limit("load", [2.0, 2.0, 2.0], 2, 3.0)])
    assert repaired(problem, np.zeros((1, 2)), cost.argmin(axis=1), SILENT) is None


@pytest.mark.parametrize("seed", [1, *slow(2, 3)])
def test_sums_of_skewed_weights_are_kept_near_the_bound(seed, monkeypatch):
    """Without any integer programme; 20 customers each cannot fill a bound to the last one."""
    monkeypatch.setattr(integer_programme.optimize, "milp", None)
    cost, limits = skewed(600, 30, 0.05, seed)
    problem = NormalisedProblem.of(cost, limits)
    prices, _ = best_prices(problem, np.zeros((1, 30)), Names(), HIGHS, SILENT)
    base, first, _ = problem.best(prices)
    found = repaired(problem, prices, base, SILENT)
    assert not breached(limits, found)
    spent = cost[np.arange(600), found].sum()
    assert spent <= 1.10 * problem.bound(first, prices) * problem.cost_scale


def test_counts_and_retention_are_limits_like_others():
    generator = np.random.default_rng(5)
    points, centres = generator.random((80, 2)), generator.random((4, 2))
    current = generator.integers(0, 4, 80)
    limits = [count_limit(4, 18, 22), retention_limit(current, 4, 0.4)]
    cost = squared(points, centres)
    found = repaired(
        NormalisedProblem.of(cost, limits), np.zeros((2, 4)), cost.argmin(axis=1), SILENT
    )
    assert not breached(limits, found)


def test_forbidden_pairs_are_never_taken():
    cost = squared(np.linspace(0.0, 1.0, 12)[:, None], np.array([[0.0], [0.5], [1.0]]))
    cost[:4, 1:] = np.inf
    weights = np.array([1.0, 2.0, 1.0, 2.0] * 3)
    limits = [sum_limit("load", weights, 3, 5.0, 7.0)]
    problem = NormalisedProblem.of(cost, limits)
    found = repaired(problem, np.zeros((1, 3)), cost.argmin(axis=1), SILENT)
    assert not breached(limits, found)
    assert (found[:4] == 0).all()


def in_towns(n, k, share, seed):
    """Most customers in one of four towns, so that its centres have nobody else as neighbours."""
    generator = np.random.default_rng(seed)
    towns = generator.uniform(0.0, 100.0, (4, 2))
    weights = np.floor(generator.lognormal(7.0, 0.9, n))
    points = towns[generator.choice(4, n, p=[0.7, 0.1, 0.1, 0.1])] + generator.normal(size=(n, 2))
    weights = np.minimum(weights, np.floor(0.5 * weights.sum() / k))
    centres = points[generator.choice(n, k, replace=False)]
    mean = weights.sum() / k
    limit = sum_limit("people", weights, k, (1.0 - share) * mean, (1.0 + share) * mean)
    return squared(points, centres), [limit]


@slow
@pytest.mark.parametrize("seed", [6, 7])
def test_where_all_neighbours_are_full_totals_are_levelled_first(seed):
    cost, limits = in_towns(300, 12, 0.03, seed)
    problem = NormalisedProblem.undivided(cost, limits)
    prices, _ = best_prices(problem, approximate_prices(problem), Names(), HIGHS, SILENT)
    nearest, least, _ = problem.best(prices)
    assert repaired(problem, prices, nearest, SILENT) is None
    found = levelled(problem, prices, nearest, SILENT)
    assert not breached(limits, found)
    objective = cost[np.arange(300), found].sum() / problem.cost_scale
    assert objective < 1.5 * problem.bound(least, prices)


def test_totals_are_even_in_the_middle_of_their_bounds():
    # Ten of weight 1, two centres, 3 to 5 each; the second one's total has no greatest value.
    limit = sum_limit("load", np.ones(10), 2, [3.0, 3.0], [5.0, np.inf])
    problem = NormalisedProblem.of(np.zeros((10, 2)), [limit])
    uneven = Uneven.between(problem, (problem.lower, problem.upper))
    assert uneven.of(np.array([[2.0, 4.0, 6.0]]), 0).tolist() == [[4.0, 0.0, 4.0]]
    assert uneven.of(np.array([[6.0, 1.0]]), slice(None)).tolist() == [[4.0, 20.25]]


def test_a_plan_within_the_limits_is_where_moves_may_start():
    cost, limits = skewed(60, 4, 0.1, 7)
    before = assign(cost, limits)
    again = assign(cost * 1.01, limits, start=before.start)
    assert not breached(limits, again.labels)
    assert again.objective <= 1.01 * before.objective * (1.0 + 1e-3)


def test_a_cancel_ends_the_moves():
    class Cancelling(Progress):
        def is_cancelled(self):
            return True

    cost, limits = skewed(60, 4, 0.1, 7)
    problem = NormalisedProblem.of(cost, limits)
    with pytest.raises(Cancelled):
        repaired(problem, np.zeros((1, 4)), cost.argmin(axis=1), Cancelling())


def test_a_refusal_says_what_is_not_proved(monkeypatch):
    """Nothing found in no time at all is no proof that there is nothing."""
    from territory_design.core.assignment import AssignmentEffort, integer_search

    monkeypatch.setattr(integer_search, "repaired", lambda *_: None)
    monkeypatch.setattr(integer_search, "levelled", lambda *_: None)
    cost, limits = skewed(300, 12, 0.02, 3)
    with pytest.raises(InfeasibleProblem, match="there is none is not proved"):
        assign(cost, limits, effort=AssignmentEffort(max_seconds=0.0))


def test_a_solver_that_is_deaf_to_its_time_limit_is_not_waited_for(monkeypatch):
    asked, free = threading.Event(), threading.Event()

    def deaf(*_, **__):
        asked.set()
        free.wait()

    monkeypatch.setattr(integer_programme.optimize, "milp", deaf)
    monkeypatch.setattr(integer_programme, "_PATIENCE_S", 0.1)
    monkeypatch.setattr(integer_search, "repaired", lambda *_: None)
    monkeypatch.setattr(integer_search, "levelled", lambda *_: None)
    cost, limits = skewed(600, 30, 0.05, 1)
    try:
        with pytest.raises(InfeasibleProblem, match="was found"):
            assign(cost, limits, effort=AssignmentEffort(max_seconds=0.1))
    finally:
        free.set()
    assert asked.is_set()
