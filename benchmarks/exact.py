"""Small maps whose best plan is known: how near the engine comes to the proven optimum.

Every connected set of areas whose weight lies within the limits is enumerated, and the best plan
is the cheapest choice of sets that hold each area once: a set partitioning problem that SciPy's
HiGHS solves to the end. Its costs are either the moment of inertia about the weighted centre of
each set (squared distances, free homes), or the edges of the contiguity graph that are cut.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, sparse
from territory_design.benchmarks.balance import (
    problem_of,
    processor_seconds,
    table,
    voronoi_graph,
)
from territory_design.core.balance.problem import BalanceProblem, Rules
from territory_design.core.balance.search import SearchSettings, balance
from territory_design.core.balance.settings import CriteriaWeights
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.core.errors import InfeasibleProblem

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

SEEDS = (1, 2, 3)
INERTIA, CUT_EDGES = "moment of inertia", "cut edges"
CRITERIA = {
    INERTIA: CriteriaWeights(balance=0.0, travel=1.0, compactness=0.0, travel_power=2),
    CUT_EDGES: CriteriaWeights(balance=0.0, travel=0.0, compactness=1.0),
}
# Kind of map, areas, territories, limit on deviation in percent.
CASES: tuple[tuple[str, int, int, float], ...] = (
    ("alike", 25, 5, 0.5),
    ("alike", 30, 5, 0.5),
    ("alike", 36, 6, 0.5),
    ("alike", 42, 6, 0.5),
    ("alike", 49, 7, 0.5),
    ("grid", 25, 3, 2.0),
    ("grid", 30, 4, 2.0),
    ("grid", 36, 5, 2.0),
    ("grid", 49, 7, 2.0),
    ("cells", 28, 4, 0.5),
    ("cells", 30, 5, 2.0),
    ("cells", 36, 6, 2.0),
    ("cells", 40, 6, 2.0),
    ("cells", 45, 7, 2.0),
    ("cells", 50, 8, 2.0),
)


def run(output_folder: Path) -> Path:
    """Solve all cases both ways and write ``exact.md`` into the folder."""
    target = Path(output_folder) / "exact.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    heads = ("map", "limit %", "sets", "optimum", "ours above it, % (three seeds)", "seconds")
    sections = [
        "# Beside proven optima",
        "Every connected set of areas within the limit is enumerated, and HiGHS proves the best "
        "choice of them. Minimum, median and maximum of three seeds, default settings; seconds "
        "of processor time.",
    ]
    for objective in (INERTIA, CUT_EDGES):
        rows = list(measured(objective))
        sections += [f"## {objective[0].upper()}{objective[1:]}", table(heads, rows)]
        target.write_text("\n\n".join(sections) + "\n", encoding="utf-8")
    return target


def measured(objective: str, cases: Sequence[tuple[str, int, int, float]] = CASES) -> Iterator:
    """Rows of one table."""
    for kind, areas, count, limit_pct in cases:
        problem = small_problem(kind, areas, count, limit_pct / 100.0, objective)
        sets = connected_sets(problem)
        before = processor_seconds()
        costs = [found(problem, objective, seed) for seed in SEEDS]
        spent = (processor_seconds() - before) / len(SEEDS)
        best = optimum(problem, sets, cost_of(objective, problem), min(costs))
        name = f"{kind}, {areas} × {count}"
        if best is None:
            yield [name, limit_pct, len(sets), "no plan", "", ""]
            continue
        # Adding zero takes the sign from what only the order of a sum leaves.
        above = [round(100.0 * (cost / best - 1.0), 6) + 0.0 for cost in costs]
        shown = " / ".join(
            f"{value:.2f}" for value in (min(above), float(np.median(above)), max(above))
        )
        cells = [name, limit_pct, len(sets), f"{best:,.0f}", shown, f"{spent:.1f}"]
        print(objective, *cells, flush=True)
        yield cells


def found(problem: BalanceProblem, objective: str, seed: int) -> float:
    """Cost of the engine's plan; infinite if it finds none."""
    try:
        labels = balance(problem, SearchSettings(seed=seed, workers=1)).labels
    except InfeasibleProblem:
        return np.inf
    cost = cost_of(objective, problem)
    bits = 1 << np.arange(problem.area_count, dtype=object)
    sets = [int(bits[labels == own].sum()) for own in range(problem.territory_count)]
    return float(cost(members_of(sets, problem.area_count)).sum())


def small_problem(
    kind: str, areas: int, count: int, limit: float, objective: str
) -> BalanceProblem:
    """A grid of squares or Voronoi cells; weights from 20 to 80, but for squares that are alike."""
    rng = np.random.default_rng([areas, count])
    side = int(np.ceil(np.sqrt(areas)))
    if kind != "cells":
        row, column = np.divmod(np.arange(areas), side)
        points = 1000.0 * np.column_stack([column, row]).astype(float)
        first = np.flatnonzero((column < side - 1) & (np.arange(areas) + 1 < areas))
        below = np.arange(areas - side)
        ends = np.concatenate([first, below]), np.concatenate([first + 1, below + side])
        graph = ContiguityGraph.from_edges(areas, *ends, np.full(len(ends[0]), 1000.0))
    else:
        points = rng.uniform(0.0, 1000.0 * np.sqrt(areas), (areas, 2))
        graph = voronoi_graph(points, 3000.0)
    if objective == CUT_EDGES:
        graph = ContiguityGraph.from_edges(
            areas, graph.first, graph.second, np.ones(len(graph.first))
        )
    weights = rng.integers(20, 81, areas).astype(float)[:, None]
    if kind == "alike":
        weights[:] = 1.0
    problem = problem_of(graph, weights, points, count)
    return replace(problem, criteria=CRITERIA[objective], rules=Rules(max_deviation=limit))


def connected_sets(problem: BalanceProblem) -> list[int]:
    """All connected sets of areas within the limits, as numbers with one bit per area."""
    graph, weights = problem.graph, problem.weights[:, 0].tolist()
    target, limit = float(problem.targets[0, 0]), problem.rules.max_deviation
    low, high = target * (1.0 - limit) - 1e-9, target * (1.0 + limit) + 1e-9
    adjacent = [sum(1 << int(b) for b in graph.neighbours_of(a)) for a in range(len(weights))]
    sets: list[int] = []

    def grow(chosen: int, border: int, weight: float, refused: int) -> None:
        if weight >= low:
            sets.append(chosen)
        open_areas = border & ~chosen & ~refused
        while open_areas:
            bit = open_areas & -open_areas
            open_areas ^= bit
            area = bit.bit_length() - 1
            heavier = weight + weights[area]
            if heavier <= high:
                grow(chosen | bit, border | adjacent[area], heavier, refused)
            refused |= bit

    for seed, weight in enumerate(weights):
        # The seed is the lowest area of its sets.
        grow(1 << seed, adjacent[seed], weight, (1 << seed) - 1)
    return sets


def members_of(sets: Sequence[int], areas: int) -> FloatArray:
    """Which areas are in which sets, (s, n)."""
    return np.array([[own >> area & 1 for area in range(areas)] for own in sets], dtype=float)


def cost_of(objective: str, problem: BalanceProblem) -> Callable[[FloatArray], FloatArray]:
    """Costs (s,) of sets (s, n), whose sum is that of a plan."""
    graph, points, weights = problem.graph, problem.points / 1000.0, problem.weights[:, 0]

    def cut_edges(members: FloatArray) -> FloatArray:
        # Each edge between two territories is counted by both.
        return np.asarray(
            np.abs(members[:, graph.first] - members[:, graph.second]).sum(axis=1) / 2.0
        )

    def inertia(members: FloatArray) -> FloatArray:
        mass = members @ weights
        moment = members @ (weights[:, None] * points)
        squares = members @ (weights * (points**2).sum(axis=1))
        return np.asarray(squares - (moment**2).sum(axis=1) / mass)

    return cut_edges if objective == CUT_EDGES else inertia


def optimum(
    problem: BalanceProblem,
    sets: Sequence[int],
    cost: Callable[[FloatArray], FloatArray],
    known: float = np.inf,
) -> float | None:
    """Cost of the best plan, proven; None if there is no plan.

    Parameters
    ----------
    known : float
        Cost of a plan: no better one has a set whose reduced cost in the linear programme is more
        than the difference from that programme's value. With 45,000 sets HiGHS needs more than
        ten minutes for all of them, and a second for those that are left.

    Raises
    ------
    RuntimeError
        If HiGHS does not come to an end, or finds no plan where one is known.
    """
    if not sets:
        return None
    members = members_of(sets, problem.area_count)
    costs = cost(members)
    rows = sparse.csc_matrix(np.vstack([members.T, np.ones(len(sets))]))
    once = np.append(np.ones(problem.area_count), problem.territory_count)
    relaxed = optimize.linprog(costs, A_eq=rows, b_eq=once, method="highs")
    if relaxed.status == 2:
        return None
    reduced = costs - rows.T @ relaxed.eqlin.marginals
    # A thousandth of a percent more, or rounding would refuse the plan that is known.
    possible = reduced <= (1.0 + 1e-5) * known - relaxed.fun
    result = optimize.milp(
        costs[possible],
        constraints=optimize.LinearConstraint(rows[:, possible], once, once),
        integrality=np.ones(np.count_nonzero(possible)),
        bounds=optimize.Bounds(0.0, 1.0),
        options={"mip_rel_gap": 0.0},
    )
    if result.status == 2 and not np.isfinite(known):
        return None
    if result.status != 0:
        raise RuntimeError(result.message)
    return float(result.fun)


if __name__ == "__main__":
    print(run(Path(sys.argv[1])))
