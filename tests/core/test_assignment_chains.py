"""Centres hand customers on to their neighbours until everybody fits."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.assignment import (
    AssignmentStart,
    assign,
    assign_at_once,
    breached,
    count_limit,
    retention_limit,
    sum_limit,
)
from territory_design.core.assignment.chains import chained
from territory_design.core.assignment.normalised import NormalisedProblem
from territory_design.core.progress import SILENT, Cancelled, Progress


def squared(points, centres):
    return ((points[:, None] - centres[None]) ** 2).sum(axis=2)


def on_a_line(limits):
    # Centres at 1, 5 and 9; all but one of the customers are nearest to the first one:
    #   place   0  1  2  2.5  |  5  |        9
    #   name    a  b  c  d    |  e  |  (nobody)
    places = np.array([[0.0], [1.0], [2.0], [2.5], [5.0]])
    cost = squared(places, np.array([[1.0], [5.0], [9.0]]))
    return cost, NormalisedProblem.of(cost, limits), cost.argmin(axis=1)


def test_nobody_goes_farther_than_to_the_next_centre():
    _, problem, nearest = on_a_line([count_limit(3, maximum=[2, 2, 2])])
    assert nearest.tolist() == [0, 0, 0, 0, 1]
    found = chained(problem, np.zeros((1, 3)), nearest, SILENT)
    # c and d go to the second centre, which hands e on: not one of them goes to the third.
    assert found.tolist() == [0, 0, 1, 1, 2]


def test_an_empty_centre_is_filled_through_those_between():
    _, problem, nearest = on_a_line([count_limit(3, minimum=[1, 1, 1])])
    found = chained(problem, np.zeros((1, 3)), nearest, SILENT)
    assert found.tolist() == [0, 0, 0, 1, 2]


def test_what_fits_stays_as_it_is():
    _, problem, nearest = on_a_line([count_limit(3, maximum=[4, 4, 4])])
    assert chained(problem, np.zeros((1, 3)), nearest, SILENT).tolist() == nearest.tolist()


def test_weights_are_handed_on_and_those_without_weight_stay():
    limit = sum_limit("load", [0.0, 2.0, 2.0, 2.0, 1.0], 3, maximum=4.0)
    _, problem, nearest = on_a_line([limit])
    assert chained(problem, np.zeros((1, 3)), nearest, SILENT).tolist() == [0, 0, 0, 1, 1]


def test_nobody_is_handed_on_to_where_he_may_not_go():
    places = np.arange(8.0)[:, None]
    cost = squared(places, np.array([[3.0], [30.0]]))
    cost[:7, 1] = np.inf
    # Half of the six that are too many would go, but only the last one may.
    problem = NormalisedProblem.of(cost, [count_limit(2, maximum=[2, 8])])
    found = chained(problem, np.zeros((1, 2)), cost.argmin(axis=1), SILENT)
    assert found.tolist() == [0] * 7 + [1]


def test_whoever_may_go_to_no_centre_is_not_put_into_one():
    cost = squared(np.arange(4.0)[:, None], np.array([[0.0], [3.0]]))
    cost[1] = np.inf
    with pytest.raises(Cancelled):
        assign_at_once(cost, [count_limit(2, 1, 3)], AssignmentStart(np.zeros((1, 2))))


def test_a_cancel_ends_the_chains():
    class Cancelling(Progress):
        def is_cancelled(self):
            return True

    _, problem, nearest = on_a_line([count_limit(3, maximum=[2, 2, 2])])
    assert chained(problem, np.zeros((1, 3)), nearest, Cancelling()).tolist() == nearest.tolist()


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("kind", ["counts", "sums", "counts and customers to keep"])
def test_plans_at_once_keep_the_limits_and_are_little_dearer(seed, kind):
    generator = np.random.default_rng(seed)
    points, centres = generator.normal(size=(400, 2)), generator.normal(size=(8, 2))
    cost = squared(points, centres)
    weights = generator.integers(1, 10, 400).astype(float)
    if kind == "sums":
        mean = weights.sum() / 8
        limits = [sum_limit("load", weights, 8, 0.9 * mean, 1.1 * mean)]
    else:
        limits = [count_limit(8, 45, 55)]
    if "keep" in kind:
        limits.append(retention_limit(cost.argmin(axis=1), 8, 0.3))
    best = assign(cost, limits)
    about = AssignmentStart(best.prices * generator.uniform(0.7, 1.3, best.prices.shape))
    found = assign_at_once(cost, limits, about)
    assert not breached(limits, found.labels)
    assert found.status == "cancelled"
    # Of whole customers the best assignment is one within a small gap only.
    assert best.lower_bound <= found.objective + 1e-9 <= 1.15 * best.objective
    assert found.lower_bound <= best.objective * (1.0 + 1e-9)


def test_what_no_moves_reach_at_once_counts_as_cancelled():
    # Three customers of 2 and two centres of at least 3: one would have to be divided.
    cost = squared(np.array([[0.0], [1.0], [2.0]]), np.array([[0.0], [2.0]]))
    limits = [sum_limit("load", np.full(3, 2.0), 2, minimum=3.0)]
    with pytest.raises(Cancelled):
        assign_at_once(cost, limits, AssignmentStart(np.zeros((1, 2))))
