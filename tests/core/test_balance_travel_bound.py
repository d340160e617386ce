"""The lower bound on travel, against SciPy's linear programmes and brute force."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import linprog
from scipy.spatial.distance import cdist
from territory_design.core.balance.search import SearchSettings, balance
from territory_design.core.balance.space import SearchSpace
from territory_design.core.balance.travel_bound import Trips, mean_travel_bound
from territory_design.core.progress import Cancelled, Progress
from territory_design.tests.core.balance_grids import (
    all_contiguous_plans,
    grid_points,
    grid_problem,
    worst_deviation,
    worst_deviations,
)


def linear_programme(trips: Trips, deviation: float) -> float:
    """Mean cost of a trip in the best division, areas divided where that helps."""
    n, k = trips.cost.shape
    cost = (trips.cost * trips.trips[:, None]).ravel()
    one_place = np.kron(np.eye(n), np.ones(k))
    totals = np.vstack([np.kron(column, np.eye(k)) for column in trips.weights.T])
    targets = trips.targets.T.ravel()
    unit = np.where(targets > 0.0, targets, targets.mean())
    upper = np.ones((n, k))
    if trips.held is not None:
        held = np.flatnonzero(trips.held >= 0)
        upper[held] = 0.0
        upper[held, trips.held[held]] = 1.0
    answer = linprog(
        cost,
        A_eq=one_place,
        b_eq=np.ones(n),
        A_ub=np.vstack([totals, -totals]),
        b_ub=np.concatenate([targets + deviation * unit, deviation * unit - targets]),
        bounds=np.column_stack([np.zeros(n * k), upper.ravel()]),
    )
    return answer.fun / trips.trips.sum()


def some_trips(seed: int, n: int = 60, k: int = 5, criteria: int = 1) -> Trips:
    rng = np.random.default_rng(seed)
    weights = rng.integers(0, 20, (n, criteria)).astype(float)
    shares = rng.uniform(0.7, 1.3, k)
    held = np.full(n, -1)
    held[:k] = np.arange(k)
    return Trips(
        cost=cdist(rng.uniform(size=(n, 2)), rng.uniform(size=(k, 2))) * 1e5,
        trips=rng.integers(0, 4, n).astype(float),
        weights=weights,
        targets=np.outer(shares / shares.sum(), weights.sum(axis=0)),
        held=held if seed % 2 else None,
    )


@pytest.mark.parametrize("deviation", [0.001, 0.1])
@pytest.mark.parametrize(("seed", "criteria"), [(1, 1), (2, 1), (3, 1), (4, 2), (5, 2)])
def test_bound_is_the_optimum_of_the_linear_programme(seed, criteria, deviation):
    trips = some_trips(seed, criteria=criteria)
    optimum = linear_programme(trips, deviation)
    bound = mean_travel_bound(trips, deviation)
    assert bound <= optimum * (1.0 + 1e-9)
    assert bound == pytest.approx(optimum, rel=1e-6)


@pytest.mark.parametrize("seed", range(4))
def test_no_plan_of_a_small_grid_has_less_travel(seed):
    # 3 × 4 areas, three homes: all contiguous plans are known.
    rng = np.random.default_rng(seed)
    homes = grid_points(3, 4)[rng.choice(12, 3, replace=False)]
    cost = cdist(grid_points(3, 4), homes)
    problem = grid_problem(3, 4, 3, rng.integers(1, 9, 12), homes=homes, travel_cost=cost)
    plans = all_contiguous_plans(problem)
    worst = worst_deviations(problem, plans)
    travel = cost[np.arange(12), plans] @ problem.travel_weights
    trips = Trips.of(SearchSpace(problem))
    for deviation in (0.05, 0.2, 1.0):
        within = travel[worst <= deviation]
        if len(within):
            assert mean_travel_bound(trips, deviation) <= within.min() + 1e-9


def test_a_closed_territory_serves_only_what_it_holds():
    #   homes at both ends of a row; the right one is closed and holds the last area
    cost = np.array([[0.0, 3.0], [1.0, 2.0], [2.0, 1.0], [3.0, 0.0]])
    trips = Trips(
        cost,
        np.ones(4),
        np.ones((4, 1)),
        np.array([[3.0], [1.0]]),
        held=np.array([-1, -1, -1, 1]),
        closed=np.array([False, True]),
    )
    assert mean_travel_bound(trips, 0.0) == pytest.approx((0.0 + 1.0 + 2.0 + 0.0) / 4)


def test_no_trips_no_travel():
    trips = Trips(np.ones((3, 2)), np.zeros(3), np.ones((3, 1)), np.full((2, 1), 1.5))
    assert mean_travel_bound(trips, 0.1) == 0.0


def test_the_bound_can_be_cancelled():
    class Stop(Progress):
        def is_cancelled(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        mean_travel_bound(some_trips(1), 0.0, Stop())


@pytest.mark.slow
def test_search_with_fixed_homes_comes_close_to_the_bound():
    rows, columns = 24, 24
    weights = np.random.default_rng(3).integers(1, 40, rows * columns)
    homes = grid_points(rows, columns)[[52, 68, 300, 310, 500, 520]]
    problem = grid_problem(
        rows, columns, 6, weights, homes=homes, travel_cost=cdist(grid_points(rows, columns), homes)
    )
    settings = SearchSettings(population=4, islands=1, max_generations=3, workers=1)
    result = balance(problem, settings)
    reached = worst_deviation(problem, result.labels)
    bound = mean_travel_bound(Trips.of(SearchSpace(problem)), reached)
    assert reached <= 0.005
    assert bound <= result.convergence[-1].travel <= 1.01 * bound


@pytest.mark.slow
def test_a_city_beyond_its_target_does_not_upset_the_search_with_homes():
    # The middle of the grid weighs more than two of the four territories should.
    rows, columns = 12, 12
    weights = np.ones(rows * columns)
    weights[6 * columns + 6] = 300.0
    homes = grid_points(rows, columns)[[14, 21, 78, 129]]
    cost = cdist(grid_points(rows, columns), homes)
    problem = grid_problem(rows, columns, 4, weights, homes=homes, travel_cost=cost)
    result = balance(problem, SearchSettings(population=8, max_generations=2, workers=1))
    city = result.labels[6 * columns + 6]
    others = np.flatnonzero(np.arange(4) != city)
    totals = np.bincount(result.labels, weights=weights)
    assert np.ptp(totals[others]) <= 2.0
    assert result.lower_bound_pct > 100.0
    assert 100.0 * worst_deviation(problem, result.labels) == pytest.approx(
        result.lower_bound_pct, rel=0.05
    )
