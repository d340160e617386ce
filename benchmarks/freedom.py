"""What limits leave open: is it used, and how near to its bound does a search come.

Three seeds each: minimum, median and maximum; default settings but for what the table says.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from territory_design.benchmarks.balance import (
    EXAMPLES,
    layer_problem,
    problem_of,
    processor_seconds,
    table,
    uneven_plan,
    worst,
)
from territory_design.core.balance.problem import BalanceProblem, Rules
from territory_design.core.balance.search import BalanceResult, SearchSettings, balance
from territory_design.core.balance.space import SearchSpace
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.core.errors import InfeasibleProblem

SEEDS = (1, 2, 3)
HEADS = (
    "case",
    "worst deviation %",
    "lower bound %",
    "mean distance km",
    "border km",
    "processor seconds",
    "",
)


def run(output_folder: Path, data_folder: Path | None = None) -> Path:
    """Run all cases and write ``freedom.md`` into the folder."""
    target = Path(output_folder) / "freedom.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    rows = []
    for name, problem in cases(Path(data_folder or EXAMPLES)):
        rows.append([name, *measured(problem)])
        print(rows[-1], flush=True)
        text = "# Limits, and what they leave open\n\n" + table(HEADS, rows) + "\n"
        target.write_text(text, encoding="utf-8")
    return target


def cases(data: Path) -> Iterator[tuple[str, BalanceProblem]]:
    """Limits on deviation, without one, limits on change, a map that is a tree."""
    districts = layer_problem(data / "de_kreise.gpkg", ["farms_synth"], 20)
    for limit in (0.01, 0.03, 0.05):
        limited = replace(districts, rules=Rules(max_deviation=limit))
        yield f"districts × 20, MAX_DEVIATION {100 * limit:g} %", limited
    yield "a maze of 3,600 areas × 20", maze(60, 20)
    municipalities = layer_problem(data / "germany_municipalities.gpkg", ["farms"], 27)
    yield "municipalities × 27", municipalities
    for limit in (0.01, 0.03, 0.05):
        limited = replace(municipalities, rules=Rules(max_deviation=limit))
        yield f"municipalities × 27, MAX_DEVIATION {100 * limit:g} %", limited
    start = uneven_plan(municipalities)
    for limit in (0.10, 0.05, 0.02):
        limited = replace(municipalities, initial=start, rules=Rules(max_change=limit))
        name = f"a plan with {worst(municipalities, start):.1f} %, MAX_CHANGE {100 * limit:g} %"
        yield name, limited


def measured(problem: BalanceProblem) -> list[str]:
    """Cells of one case."""
    found: list[tuple[float, ...]] = []
    between = ""
    for seed in SEEDS:
        before = processor_seconds()
        try:
            result = balance(problem, SearchSettings(seed=seed, workers=1))
        except InfeasibleProblem as refusal:
            print(seed, refusal, flush=True)
            continue
        found.append((*figures(problem, result), processor_seconds() - before))
        if problem.rules.max_change < 1.0:
            between = f"{result.reachable_pct:.2f} % by flows between neighbours"
        print(seed, found[-1], flush=True)
    cells = [
        " / ".join(f"{value:,.{digits}f}" for value in (min(one), float(np.median(one)), max(one)))
        for one, digits in zip(zip(*found), (2, 2, 2, 0, 1))
    ]
    refused = len(SEEDS) - len(found)
    return [*cells, between if refused == 0 else f"{refused} of {len(SEEDS)} refused"]


def figures(problem: BalanceProblem, result: BalanceResult) -> tuple[float, ...]:
    """Worst deviation and its bound in percent, mean distance and border in km."""
    space = SearchSpace(problem)
    return (
        worst(problem, result.labels),
        result.lower_bound_pct,
        space.travel(result.labels) / 1000.0,
        space.border_length(result.labels) / 1000.0,
    )


def maze(side: int, count: int) -> BalanceProblem:
    """A random tree on a grid of squares that weigh from 1 to 59: many cut areas, one way each."""
    rng = np.random.default_rng(5)
    areas = side * side
    seen = np.zeros(areas, dtype=bool)
    seen[0] = True
    ways, ends = [0], []
    while ways:
        here = ways[-1]
        row, column = divmod(here, side)
        near = [
            r * side + c
            for r, c in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1))
            if 0 <= r < side and 0 <= c < side and not seen[r * side + c]
        ]
        if not near:
            ways.pop()
            continue
        new = near[int(rng.integers(len(near)))]
        seen[new] = True
        ends.append((here, new))
        ways.append(new)
    first, second = np.array(ends).T
    graph = ContiguityGraph.from_edges(areas, first, second, np.full(areas - 1, 1000.0))
    points = 1000.0 * np.column_stack(np.divmod(np.arange(areas), side)).astype(float)
    weights = rng.integers(1, 60, areas).astype(float)[:, None]
    return problem_of(graph, weights, points, count)


if __name__ == "__main__":
    print(run(Path(sys.argv[1])))
