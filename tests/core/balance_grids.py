"""Grids of unit squares as balancing problems, and what brute force says about them."""

from __future__ import annotations

from functools import cache

import numpy as np
from territory_design.core.balance.problem import BalanceProblem, Rules, equal_targets
from territory_design.core.balance.settings import CriteriaWeights
from territory_design.core.contiguity.graph import ContiguityGraph

SIDE_M = 1000.0


def grid_graph(rows: int, columns: int) -> ContiguityGraph:
    """Squares numbered row by row, each touching up to four others along 1 km."""
    number = np.arange(rows * columns).reshape(rows, columns)
    first = np.concatenate([number[:, :-1].ravel(), number[:-1, :].ravel()])
    second = np.concatenate([number[:, 1:].ravel(), number[1:, :].ravel()])
    return ContiguityGraph.from_edges(rows * columns, first, second, np.full(len(first), SIDE_M))


def grid_points(rows: int, columns: int) -> np.ndarray:
    row, column = np.divmod(np.arange(rows * columns), columns)
    return np.column_stack([column, -row]) * SIDE_M


def grid_problem(
    rows: int,
    columns: int,
    territories: int,
    weights: np.ndarray | None = None,
    *,
    rules: Rules | None = None,
    criteria: CriteriaWeights | None = None,
    **others: object,
) -> BalanceProblem:
    """A grid with equal targets; every square weighs 1 unless told otherwise."""
    if weights is None:
        weights = np.ones(rows * columns)
    columns_of_weights = np.asarray(weights, dtype=float).reshape(rows * columns, -1)
    count = columns_of_weights.shape[1]
    values = {
        "graph": grid_graph(rows, columns),
        "weights": columns_of_weights,
        "targets": equal_targets(columns_of_weights, territories),
        "points": grid_points(rows, columns),
        "criterion_shares": np.full(count, 1.0 / count),
        "rules": rules or Rules(),
        "criteria": criteria or CriteriaWeights(),
    }
    return BalanceProblem(**{**values, **others})


def worst_deviation(problem: BalanceProblem, labels: np.ndarray) -> float:
    """Largest deviation from target as a share, over territories and criteria."""
    totals = np.zeros_like(problem.targets)
    np.add.at(totals, labels, problem.weights)
    return float(np.abs(totals / problem.targets - 1.0).max())


def contiguous(problem: BalanceProblem, labels: np.ndarray) -> bool:
    """Whether every territory exists and is one piece."""
    parts = problem.graph.parts_per_territory(labels, problem.territory_count)
    return bool((parts == 1).all()) and len(labels) == problem.area_count


def connected_sets(graph: ContiguityGraph) -> np.ndarray:
    """For every set of areas, as a number with one bit per area, whether it is connected."""
    count = graph.area_count
    adjacent = [sum(1 << int(b) for b in graph.neighbours_of(a)) for a in range(count)]
    connected = np.zeros(1 << count, dtype=bool)
    layer = [1 << a for a in range(count)]
    while layer:
        connected[layer] = True
        layer = sorted(
            {
                region | 1 << area
                for region in layer
                for area in range(count)
                if not region >> area & 1 and adjacent[area] & region
            }
        )
    return connected


def all_contiguous_plans(problem: BalanceProblem) -> np.ndarray:
    """Every contiguous plan of a tiny problem, numbers of territories included, shape (p, n)."""
    edges = zip(problem.graph.first.tolist(), problem.graph.second.tolist())
    return _contiguous_plans(problem.area_count, problem.territory_count, tuple(edges))


@cache
def _contiguous_plans(
    count: int, territories: int, edges: tuple[tuple[int, int], ...]
) -> np.ndarray:
    """The same for all problems on one graph, whatever the weights."""
    first, second = np.array(edges).T
    graph = ContiguityGraph.from_edges(count, first, second, np.ones(len(edges)))
    plans = np.indices((territories,) * count).reshape(count, -1).T
    connected = connected_sets(graph)
    bits = 1 << np.arange(count)
    kept = np.ones(len(plans), dtype=bool)
    for territory in range(territories):
        kept &= connected[(plans == territory) @ bits]
    plans = plans[kept]
    plans.flags.writeable = False
    return plans


def worst_deviations(problem: BalanceProblem, plans: np.ndarray) -> np.ndarray:
    """:func:`worst_deviation` of each plan (p, n)."""
    worst = np.zeros(len(plans))
    for territory, target in enumerate(problem.targets):
        totals = (plans == territory) @ problem.weights
        worst = np.maximum(worst, np.abs(totals / target - 1.0).max(axis=1))
    return worst
