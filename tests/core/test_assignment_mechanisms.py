"""What makes assignments quick or certain, each by itself: it would not be missed otherwise."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
from territory_design.core.assignment import (
    HIGHS,
    Names,
    assign,
    breached,
    count_limit,
    dual_prices,
    integer_programme,
    retention_limit,
    soft_shares,
    sum_limit,
)
from territory_design.core.assignment.best_prices import best_prices
from territory_design.core.assignment.dual_prices import approximate_prices, imbalance
from territory_design.core.assignment.infeasibility import limits_conflict
from territory_design.core.assignment.integer_programme import totals_inside
from territory_design.core.assignment.near_shares import NearProblem
from territory_design.core.assignment.normalised import NormalisedProblem
from territory_design.core.customers import soft_rounds
from territory_design.core.customers.clustering import ClusterRules, SearchContext
from territory_design.core.customers.clustering_problem import ClusteringProblem
from territory_design.core.customers.starting_centres import neighbours_together
from territory_design.core.customers.tried_starts import Tried, distinct
from territory_design.core.progress import SILENT
from territory_design.core.sums import solved


def costs(n, k, seed=0, spread=1.0):
    """Squared distances; the centres are among the first customers, crowded in one corner."""
    generator = np.random.default_rng(seed)
    points = generator.random((n, 2))
    centres = spread * points[:k]
    return ((points[:, None] - centres[None]) ** 2).sum(axis=2)


def test_what_presolve_calls_infeasible_is_tried_without_it(monkeypatch):
    """HiGHS 1.2 has refused small sound problems in its presolve."""
    real = integer_programme.optimize.milp
    tried = []

    def refusing(*given, options, **named):
        tried.append(options["presolve"])
        if options["presolve"]:
            return SimpleNamespace(x=None, status=2, message="infeasible")
        return real(*given, options=options, **named)

    monkeypatch.setattr(integer_programme.optimize, "milp", refusing)
    weights = np.array([7.0, 5.0, 4.0, 4.0, 3.0, 3.0, 2.0, 2.0])
    limits = [sum_limit("stops", weights, 2, 15.0, 15.0)]
    answer = assign(costs(8, 2), limits)
    assert tried[:2] == [True, False]
    assert not breached(limits, answer.labels)


@pytest.mark.slow
def test_the_first_steps_are_taken_on_a_sample(monkeypatch):
    problem = NormalisedProblem.of(costs(7_200, 12), [count_limit(12, 594, 606)])
    steps = []
    real = dual_prices.maximise_dual

    def counting(part, *given, **named):
        steps.append(part.customers)
        return real(part, *given, **named)

    monkeypatch.setattr(dual_prices, "maximise_dual", counting)
    prices = approximate_prices(problem)
    assert steps == [3_000] * 6 + [7_200] * 3
    assert imbalance(problem, prices) < 0.5 * imbalance(problem, np.zeros((1, 12)))
    # Prices of a similar problem are only touched up, and taken as they are where they fit.
    steps.clear()
    approximate_prices(problem, 0.5 * prices)
    assert steps == [7_200]
    steps.clear()
    best, _ = best_prices(problem, prices, Names(), HIGHS, SILENT)
    assert approximate_prices(problem, best) is best
    assert steps == []


def test_curvature_that_rounding_has_upset_still_shows_the_way_up():
    # Everybody prefers centre 0, three each are wanted: two prices want to rise.
    problem = NormalisedProblem.of(np.tile([0.0, 1.0], (6, 1)), [count_limit(2, 3, 3)])
    bounded = dual_prices._PricedBounds(problem)
    unknowns = np.zeros(bounded.size)
    soft = soft_shares.soft_assignment(problem, np.zeros((1, 2)), 0.1)
    gradient = bounded.bounds - bounded.signs * soft.totals.ravel()[bounded.cells]
    # One of its two eigenvalues is −1: no curvature of a concave function.
    upset = replace(soft, curvature=lambda: np.array([[1.0, 2.0], [2.0, 1.0]]))
    step = bounded.newton_step(upset, unknowns, 1e-9, 0.1)
    assert np.isfinite(step).all()
    assert gradient @ step > 0.0


@pytest.mark.slow
def test_a_block_of_neighbours_needs_few_of_many_centres():
    """What is left out changes nothing: neither the best, nor the second best, nor a share."""
    generator = np.random.default_rng(3)
    points = generator.random((20_000, 2))
    points = points[neighbours_together(points)]
    centres = generator.random((60, 2))
    cost = ((points[:, None] - centres[None]) ** 2).sum(axis=2)
    weights = generator.random(20_000) + 0.5
    current = generator.integers(-1, 60, 20_000)
    limits = [sum_limit("w", weights, 60, 300.0, 350.0), retention_limit(current, 60, 0.1)]
    problem = NormalisedProblem.of(cost, limits)
    prices = generator.normal(scale=0.2, size=(2, 60)) * [[1.0], [0.1]]
    looked_at = [problem.worth_a_look(rows, prices, 4.0) for rows in problem.blocks()]
    assert any(near is not None and near.size < 30 for near in looked_at)
    everything = problem.reduced(slice(None), prices)
    first, second = np.partition(everything, 1, axis=1)[:, :2].T
    labels, least, next_best = problem.best(prices)
    assert np.array_equal(labels, everything.argmin(axis=1))
    assert np.array_equal(least, first)
    assert np.array_equal(next_best, second)
    soft = soft_shares.soft_assignment(problem, prices, 0.1, points)
    object.__setattr__(problem, "_extremes", None)
    full = soft_shares.soft_assignment(problem, prices, 0.1, points)
    for one, other in ((soft.totals, full.totals), (soft.means, full.means)):
        assert one == pytest.approx(other, rel=1e-6)
    assert soft.curvature() == pytest.approx(full.curvature(), rel=1e-3, abs=1e-2)


def near_and_whole(limits, k, prices, near):
    """The same problem with few centres of each customer and with all; towns on a plane."""
    generator = np.random.default_rng(5)
    points = generator.random((3_000, 2))
    cost = ((points[:, None] - generator.random((k, 2))[None]) ** 2).sum(axis=2)
    whole = NormalisedProblem.of(cost, limits(generator))
    return NearProblem.of(whole, prices, near), whole, points


@pytest.mark.parametrize("kinds", [1, 2])
def test_centres_that_are_left_out_hardly_count(kinds):
    def limits(generator):
        counts = count_limit(40, 70, 80)
        weights = generator.random(3_000) + 0.5
        current = generator.integers(-1, 40, 3_000)
        more = [sum_limit("w", weights, 40, 60.0, 90.0), retention_limit(current, 40, 0.1)]
        return [counts, *more][: 1 if kinds == 1 else 3]

    rows = 1 if kinds == 1 else 3
    prices = np.random.default_rng(6).normal(scale=0.2, size=(rows, 40))
    near, whole, points = near_and_whole(limits, 40, prices, 12)
    few = near.soft_assignment(prices, 0.1, points)
    every = soft_shares.soft_assignment(whole, prices, 0.1, points)
    assert few.value == pytest.approx(every.value, rel=1e-4)
    assert few.totals == pytest.approx(every.totals, rel=1e-3, abs=1e-2)
    assert few.means == pytest.approx(every.means, abs=1e-4)
    curvature = few.curvature()
    assert curvature == pytest.approx(every.curvature(), abs=0.02 * np.abs(curvature).max())


def test_many_centres_find_prices_that_balance_them():
    near, _, _ = near_and_whole(lambda _: [count_limit(40, 72, 78)], 40, np.zeros((1, 40)), 12)
    prices = np.zeros((1, 40))
    for temperature in (1.0, 0.5, 0.25):
        prices, soft = dual_prices.maximise_dual(near, prices, temperature, 12)
    start = near.soft_assignment(np.zeros((1, 40)), 0.25).totals
    assert start.min() < 40
    assert start.max() > 120
    assert soft.totals.min() > 71.0
    assert soft.totals.max() < 79.0


def test_steps_among_near_centres_lead_upwards():
    matrix = np.array([[4.0, -1.0, 0.0], [-1.0, 3.0, 0.0], [0.0, 0.0, 0.0]])
    step = dual_prices._conjugate_step(matrix[:2, :2], np.array([1.0, -2.0]), 5.0)
    assert step == pytest.approx([1.0 / 11.0, -7.0 / 11.0], abs=0.05)
    # Nobody is on the border of the third centre yet: as far as a step may be.
    gradient = np.array([1.0, -2.0, 3.0])
    step = dual_prices._conjugate_step(matrix, gradient, 5.0)
    assert gradient @ step > 0.0
    assert step[2] == pytest.approx(5.0, rel=0.1)


def test_a_system_is_solved_or_known_to_have_no_sure_solution():
    matrix = np.array([[4.0, 1.0, 0.0], [1.0, 3.0, 1.0], [0.0, 1.0, 2.0]])
    wanted = np.array([1.0, -2.0, 3.0])
    assert solved(matrix, matrix @ wanted) == pytest.approx(wanted)
    wide = np.random.default_rng(1).normal(size=(90, 120))
    large, wanted = wide @ wide.T, np.arange(90.0)
    assert solved(large, large @ wanted) == pytest.approx(wanted, abs=1e-6)
    assert solved(np.array([[1.0, 2.0], [2.0, 1.0]]), np.ones(2)) is None
    assert solved(np.array([[2.0]]), np.array([3.0])).tolist() == [1.5]


def test_prices_of_what_cannot_be_had_stay_within_reason():
    # Only one customer may go to centre 1, which wants three: no price is high enough.
    cost = np.array([[0.0, 1.0], *[[0.0, np.inf]] * 5])
    problem = NormalisedProblem.of(cost, [count_limit(2, [0, 3], [6, 6])])
    prices = approximate_prices(problem)
    greatest = dual_prices._PricedBounds(problem).greatest
    assert 0.0 < prices.max() <= greatest < 100.0


def test_the_curvature_of_many_customers_is_that_of_a_sample(monkeypatch):
    problem = NormalisedProblem.of(costs(24_000, 3), [count_limit(3, 7_900, 8_100)])
    soft = soft_shares.soft_assignment(problem, np.zeros((1, 3)), 0.3)
    monkeypatch.setattr(soft_shares, "_CURVATURE_SAMPLE", 24_000)
    exact = soft_shares.soft_assignment(problem, np.zeros((1, 3)), 0.3)
    assert (soft.value, soft.totals.tolist()) == (exact.value, exact.totals.tolist())
    curvature, whole = soft.curvature(), exact.curvature()
    assert (curvature != whole).any()
    assert np.abs(curvature - whole).max() < 0.05 * np.abs(whole).max()


def test_shares_next_to_nothing_are_nothing():
    """Numbers near the smallest there are make all that follows several times slower."""
    problem = NormalisedProblem.of(np.tile([0.0, 1.0], (6, 1)), [count_limit(2, 1, 5)])
    soft = soft_shares.soft_assignment(problem, np.zeros((1, 2)), 1e-3)
    assert soft.totals.tolist() == [[6.0, 0.0]]


def test_solvers_cannot_miss_a_bound_by_their_tolerance():
    # Whole weights: between 14 and 15 nothing can lie, so bounds move outwards.
    whole = NormalisedProblem.of(np.ones((4, 2)), [sum_limit("w", [2.0, 3.0, 4.0, 5.0], 2, 6, 8)])
    lower, upper = totals_inside(whole, 1e-5)
    mean = 14.0 / 4.0
    assert lower[0].tolist() == pytest.approx([5.6 / mean] * 2)
    assert upper[0].tolist() == pytest.approx([8.4 / mean] * 2)
    # Others move inwards where there is room, and stay where there is none.
    for most, room in ((8.0, True), (6.0, False)):
        limits = [sum_limit("w", [2.5, 3.1, 4.2, 4.2], 2, 6.0, most)]
        parts = NormalisedProblem.of(np.ones((4, 2)), limits)
        lower, upper = totals_inside(parts, 1e-5)
        shift = 1e-5 if room else 0.0
        assert lower[0].tolist() == pytest.approx((parts.lower[0] + shift).tolist(), abs=1e-12)
        assert upper[0].tolist() == pytest.approx((parts.upper[0] - shift).tolist(), abs=1e-12)


def test_bounds_from_shares_have_no_rounding_error():
    assert retention_limit([0] * 100, 1, 0.7).minimum.tolist() == [70.0]
    assert sum_limit("w", [7.0, 7.0, 21.0], 3, maximum=35.0 / 3.0 * 1.2).maximum[0] == 14.0
    assert count_limit(2, 2.5, 3.5).minimum.tolist() == [3.0, 3.0]


def test_contradictions_of_many_customers_are_found_over_classes_of_weights(monkeypatch):
    """Three sums that cannot all be high at the same two centres."""
    sizes = []
    real = integer_programme.optimize.linprog

    def measuring(cost, **named):
        sizes.append(len(cost))
        return real(cost, **named)

    monkeypatch.setattr(integer_programme.optimize, "linprog", measuring)
    weights = np.random.default_rng(0).lognormal(size=30_000)
    cost = np.ones((30_000, 3))
    cost[:29_000, 2] = np.inf
    limits = [sum_limit("w", weights, 3, [0.0, 0.0, 0.5 * weights.sum()])]
    found = limits_conflict(cost, limits, SILENT)
    assert found is not None
    assert [miss.centre for miss in found.misses] == [2]
    assert max(sizes) < 1_000


def test_few_starts_become_finalists_and_those_that_fall_behind_are_given_up(monkeypatch):
    points = np.random.default_rng(2).random((4_000, 2))
    problem = ClusteringProblem(points, 8, ClusterRules([count_limit(8, 450, 550)]))
    context = SearchContext(generator=np.random.default_rng(1))
    settled = []
    real = soft_rounds._Settling.settled

    def counting(settling, *given):
        settled.append(len(settling.chosen))
        return real(settling, *given)

    monkeypatch.setattr(soft_rounds._Settling, "settled", counting)
    found = soft_rounds.promising_centres(problem, None, 6, context)
    assert 1 <= len(found) <= 3
    assert settled == [2_500] * 6 + [4_000] * min(3, len(settled) - 6)
    scored = [Tried(dual, points[:8], problem) for dual in (1.0, 1.01, 1.5)]
    assert len(distinct(scored, 0.02)) == 2
    assert len(distinct([scored[0], scored[0]], np.inf)) == 1


@pytest.mark.parametrize(
    ("promised", "gained", "factor"),
    [
        (1.0, -1.0, 0.25),  # the top of t - 2 t²
        (1.0, -1e3, 0.1),
        (1.0, 0.0, 0.5),
        (-1.0, -0.5, 0.5),  # a step that was cut off at zero need not lead upwards
    ],
)
def test_a_step_that_is_too_long_ends_at_the_top_that_it_shows(promised, gained, factor):
    assert dual_prices._shortening(promised, gained) == pytest.approx(factor)
