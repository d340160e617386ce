from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.assignment import HIGHS, assign
from territory_design.core.geometry.geodesy import EarthMetric, PlaneMetric
from territory_design.core.plan.areas import Areas
from territory_design.core.progress import SILENT
from territory_design.core.siting.greenfield_problem import (
    CentreBounds,
    ExistingCentres,
    GreenfieldProblem,
)
from territory_design.core.siting.greenfield_search import CentreSearch
from territory_design.core.siting.location_model import LocationModel
from territory_design.core.siting.mean_moves import MeanMoves, can_move


def strewn(seed, n, metric, existing=(), **bounds):
    rng = np.random.default_rng(seed)
    low, high = ([5.0, 45.0], [12.0, 52.0]) if isinstance(metric, EarthMetric) else (0.0, 1e4)
    positions = rng.uniform(low, high, (n, 2))
    demand = np.round(rng.uniform(1.0, 40.0, n))
    customers = Areas(list(range(n)), positions, metric, demand[:, None], demand)
    stays = ExistingCentres(np.array(existing, dtype=float).reshape(-1, 2))
    return GreenfieldProblem(customers, CentreBounds(**bounds), stays, "mean")


def total(model, labels):
    centres = model.middles(labels, model.points[: model.count])
    rows = np.arange(labels.size)
    distance = model.surface.distances(model.points, centres)[rows, labels]
    return float((model.search_weights * distance).sum())


def trips(model, labels):
    centres = model.middles(labels, model.points[: model.count])
    distance = model.surface.distances(model.points, centres)
    return distance[np.arange(labels.size), labels]


def dealt(model, seed=1):
    """An allocation within the limits that no distance has a part in."""
    cost = np.random.default_rng(seed).random((model.customer_count, model.count))
    return assign(cost, model.problem.limits(model.count)).labels


CASES = [
    (PlaneMetric(), (), {"size_range_pct": 20.0}),
    (EarthMetric(), (), {"size_range_pct": 20.0}),
    (PlaneMetric(), (), {"max_demand": 200.0, "min_customers": 2}),
    (PlaneMetric(), ((5e3, 5e3),), {"min_customers": 3, "max_customers": 12}),
]


@pytest.mark.parametrize(("metric", "existing", "bounds"), CASES)
def test_no_move_of_one_customer_that_shortens_his_trip_is_left(metric, existing, bounds):
    task = strewn(3, 24, metric, existing, **bounds)
    model, limits = LocationModel(task, 4), task.limits(4)
    begun = dealt(model)
    labels = MeanMoves(model, limits, begun).run(SILENT)
    reached = total(model, labels)
    assert reached < total(model, begun)
    assert not any(limit.breaches(labels).any() for limit in limits)
    for customer in range(labels.size):
        for group in range(4):
            other = labels.copy()
            other[customer] = group
            broken = any(limit.breaches(other).any() for limit in limits)
            emptied = np.unique(other).size < np.unique(labels).size
            farther = trips(model, other)[customer] > trips(model, labels)[customer]
            refused = broken or emptied or farther
            assert refused or total(model, other) >= reached * (1.0 - 1e-8)


def test_nobody_is_moved_far_away_to_draw_a_mean_to_others():
    # The small customer c draws the mean of the great ones to the right; s would draw it back,
    # at the other end of the map.
    #
    #   s . a . . . . . . . . . B B . . . . . . . . . . c
    positions = np.array([[0.0, 0.0], [2.0, 0.0], [12.0, 0.0], [13.0, 0.0], [24.0, 0.0]])
    demand = np.array([1.0, 10.0, 100.0, 100.0, 1.0])
    customers = Areas(range(5), positions, PlaneMetric(), demand[:, None], demand)
    task = GreenfieldProblem(customers, CentreBounds(), centre_rule="mean")
    model = LocationModel(task, 2)
    begun = np.array([0, 0, 1, 1, 1])
    lever = np.array([1, 0, 1, 1, 1])
    assert total(model, lever) < total(model, begun)
    labels = MeanMoves(model, task.limits(2), begun).run(SILENT)
    assert labels[0] == labels[1]


@pytest.mark.parametrize(("metric", "existing", "bounds"), CASES)
def test_what_is_kept_of_moves_is_what_the_plan_costs(metric, existing, bounds):
    task = strewn(5, 30, metric, existing, **bounds)
    model = LocationModel(task, 4)
    moves = MeanMoves(model, task.limits(4), dealt(model, 2))
    before = total(model, moves.labels)
    assert moves.cost.sum() == pytest.approx(before)
    change = moves.leaving[:, None] + moves.joining
    for customer in range(0, 30, 7):
        for group in set(range(4)) - {int(moves.labels[customer])}:
            other = moves.labels.copy()
            other[customer] = group
            assert before + change[customer, group] == pytest.approx(total(model, other))


def test_two_customers_change_places_where_numbers_are_fixed():
    positions = np.array([[0.0, 0.0], [1.0, 0.0], [9.0, 0.0], [10.0, 0.0]])
    customers = Areas(range(4), positions, PlaneMetric(), np.ones((4, 1)), np.ones(4))
    task = GreenfieldProblem(
        customers, CentreBounds(min_customers=2, max_customers=2), centre_rule="mean"
    )
    model = LocationModel(task, 2)
    labels = MeanMoves(model, task.limits(2), np.array([0, 1, 0, 1])).run(SILENT)
    assert labels[0] == labels[1] != labels[2] == labels[3]


def test_moves_lead_further_than_rounds_alone(monkeypatch):
    task = strewn(7, 60, PlaneMetric(), size_range_pct=20.0)
    assert can_move(LocationModel(task, 9))

    def reached(seed):
        search = CentreSearch(task, 9, np.random.default_rng(seed), [], HIGHS, SILENT)
        begun = search.model.points[np.random.default_rng(seed).permutation(60)[:9]]
        return search.settled(begun, 0, 0.0).objective

    moved = np.array([reached(seed) for seed in range(6)])
    monkeypatch.setattr("territory_design.core.siting.greenfield_search.can_move", lambda _: False)
    rounds = np.array([reached(seed) for seed in range(6)])
    assert (moved <= rounds).all()
    assert np.count_nonzero(moved < rounds) >= 4
