"""The full min-cost flow: the network is right, and OR-Tools agrees with our answer."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from scipy import sparse
from scipy.optimize import linprog
from territory_design.core.assignment import (
    assign,
    breached,
    count_limit,
    retention_limit,
    sum_limit,
)
from territory_design.core.assignment.min_cost_flow import assign_by_flow, build_network
from territory_design.core.errors import InfeasibleProblem
from territory_design.core.progress import Cancelled, Progress
from territory_design.core.workers import WorkerFailed, optional_solver_available


def problem(seed, n=120, k=5):
    generator = np.random.default_rng(seed)
    points = generator.random((n, 2)) * 1e5
    cost = ((points[:, None] - points[None, :k]) ** 2).sum(axis=2)
    cost[generator.random((n, k)) < 0.1] = np.inf
    cost[:, 0] = ((points - points[0]) ** 2).sum(axis=1)
    current = generator.integers(-1, k, size=n)
    limits = [
        count_limit(k, n // k - 2, n // k + 2),
        retention_limit(np.where(np.isfinite(cost[np.arange(n), current]), current, -1), k, 0.5),
    ]
    return cost, limits


def cheapest_flow(network):
    """Cost of the cheapest flow, by linear programming (flow programmes have whole optima)."""
    arcs = np.arange(network.tails.size)
    balance = sparse.csr_matrix(
        (
            np.concatenate([np.ones(arcs.size), -np.ones(arcs.size)]),
            (np.concatenate([network.tails, network.heads]), np.concatenate([arcs, arcs])),
        ),
        shape=(network.supplies.size, arcs.size),
    )
    scale = max(int(network.costs.max()), 1)
    found = linprog(
        network.costs / scale,
        A_eq=balance,
        b_eq=network.supplies,
        bounds=np.column_stack([np.zeros(arcs.size), network.capacities]),
    )
    return found.fun * scale if found.status == 0 else None


@pytest.mark.parametrize("seed", range(3))
def test_the_network_has_the_optimum_of_the_prices(seed):
    cost, limits = problem(seed)
    network = build_network(cost, limits)
    levels = network.costs.max() / cost[np.isfinite(cost)].max()
    answer = assign(cost, limits)
    assert answer.status == "optimal"
    assert cheapest_flow(network) / levels == pytest.approx(answer.objective, rel=1e-6)


def test_the_network_of_a_contradiction_has_no_flow():
    network = build_network(np.ones((4, 2)), [count_limit(2, maximum=1)])
    assert (network.supplies.sum(), network.supplies[-1]) == (0, -4)
    assert cheapest_flow(network) is None


@pytest.mark.parametrize(
    "limits",
    [
        [sum_limit("revenue", np.arange(4.0), 2, 1)],
        [retention_limit([0, 1, 0, 1], 2, 0.5), retention_limit([0, 0, 1, 1], 2, 0.5)],
    ],
)
def test_limits_that_no_flow_can_keep_are_refused(limits):
    with pytest.raises(ValueError, match="a flow can keep"):
        build_network(np.ones((4, 2)), limits)


@pytest.mark.parametrize("seed", range(3))
def test_the_answer_is_the_same_with_and_without_the_optional_solver(seed):
    cost, limits = problem(seed)
    if not optional_solver_available():
        with pytest.raises(WorkerFailed):
            assign_by_flow(cost, limits)
        return
    ours, theirs = assign(cost, limits), assign_by_flow(cost, limits)
    assert not breached(limits, theirs.labels)
    assert theirs.objective == pytest.approx(ours.objective, rel=1e-6)
    assert theirs.lower_bound <= ours.objective
    assert "ortools" not in sys.modules


def test_infeasible_and_cancelled_flows():
    class Cancelling(Progress):
        def is_cancelled(self):
            return True

    with pytest.raises(InfeasibleProblem, match="2 are missing"):
        assign_by_flow(np.ones((4, 2)), [count_limit(2, 3)])
    cost, limits = problem(0)
    with pytest.raises((Cancelled, WorkerFailed)):
        assign_by_flow(cost, limits, progress=Cancelling())
