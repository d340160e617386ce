"""Bounded clustering of customers: time, compactness and memory, beside k-means-constrained.

Positions are real: the municipalities and towns of Germany that ship as examples, and draws
around them (seeded) where a case needs more customers than there are.
"""

from __future__ import annotations

import os
import resource
import sqlite3
import struct
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from territory_design.benchmarks import customer_stand_ins
from territory_design.core.assignment import (
    Limit,
    assign,
    breached,
    count_limit,
    open_solver,
    retention_limit,
    sum_limit,
)
from territory_design.core.assignment.solvers import HIGHS, Solver
from territory_design.core.customers import (
    Clustering,
    ClusterRules,
    SearchContext,
    SearchEffort,
    StartingCentres,
    bounded_kmeans,
)
from territory_design.core.customers.starting_centres import squared_distances
from territory_design.core.geometry.geodesy import EarthMetric

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
RESTARTS = 10
TOLERANCE = 0.05
COMPARED = ((500, 3), (2_000, 15), (10_946, 27), (23_000, 10))
_ENVELOPE_DOUBLES = {0: 0, 1: 4, 2: 6, 3: 6, 4: 8}
_SCATTER_M = 3_000.0


@dataclass(frozen=True)
class Run:
    """One timed clustering."""

    seconds: float
    cpu_seconds: float
    inertia: float


def run(output_folder: Path) -> Path:
    """Run all cases and write ``customers.md`` into the folder."""
    sections = [
        "# Customers",
        f"Time in seconds (wall clock, processor). Best of {RESTARTS} starts on either side, "
        f"counts within ±{TOLERANCE:.0%} of the mean.",
        # First of all, because the peak of memory is that of the whole process.
        large_case(),
        rules_case(),
        sums_case(),
        compared_cases(),
        solver_case(),
        *stand_ins(),
    ]
    target = Path(output_folder) / "customers.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n\n".join(sections) + "\n", encoding="utf-8")
    return target


def large_case() -> str:
    """100,000 customers for 50 representatives."""
    points = customers(100_000)
    limits = [even_counts(len(points), 50)]
    found, timed = _timed(lambda: _clustering(points, 50, ClusterRules(limits)), points)
    gigabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
    return _table(
        ["case", "wall", "cpu", "inertia", "memory (GB, whole process)", "limits kept"],
        [
            [
                "100,000 × 50, counts ±5 %",
                f"{timed.seconds:.1f}",
                f"{timed.cpu_seconds:.1f}",
                f"{timed.inertia:.6g}",
                f"{gigabytes:.2f}",
                _kept(limits, found),
            ]
        ],
    )


def rules_case() -> str:
    """500 customers, three representatives and every kind of rule."""
    generator = np.random.default_rng(3)
    points = customers(500)
    revenue = generator.lognormal(size=500)
    current = generator.integers(0, 3, size=500)
    allowed = np.ones((500, 3), dtype=bool)
    allowed[4] = [True, False, False]
    allowed[9] = [False, False, True]
    limits = [
        count_limit(3, 150),
        sum_limit("revenue", revenue, 3, 0.3 * revenue.sum()),
        retention_limit(current, 3, 0.7),
    ]
    start = np.array([points[current == j].mean(axis=0) for j in range(3)])
    found, timed = _timed(
        lambda: _clustering(points, 3, ClusterRules(limits, allowed), StartingCentres(start)),
        points,
    )
    return _sums_table(
        "500 × 3: ≥ 150 customers, ≥ 30 % of revenue, two fixed pairs, 70 % kept",
        found,
        timed,
        limits,
    )


def sums_case() -> str:
    """10,000 customers, 20 representatives, one sum within ±5 %."""
    points = customers(10_000)
    weights = np.random.default_rng(4).lognormal(size=10_000)
    mean = weights.sum() / 20
    limits = [sum_limit("weight", weights, 20, (1 - TOLERANCE) * mean, (1 + TOLERANCE) * mean)]
    found, timed = _timed(lambda: _clustering(points, 20, ClusterRules(limits)), points)
    return _sums_table("10,000 × 20: one sum within ±5 %", found, timed, limits)


def compared_cases() -> str:
    """The same customers, limits and number of starts for k-means-constrained."""
    rows = []
    for n, k in COMPARED:
        points = customers(n)
        limits = [even_counts(n, k)]
        _, ours = _timed(lambda: _clustering(points, k, ClusterRules(limits)), points)  # noqa: B023
        theirs = _k_means_constrained(points, k, limits[0])
        row = [
            f"{n:,} × {k}",
            f"{ours.seconds:.2f}",
            f"{ours.cpu_seconds:.2f}",
            f"{ours.inertia:.6g}",
        ]
        if theirs is None:
            rows.append([*row, "not installed", "", "", "", ""])
            continue
        rows.append(
            [
                *row,
                f"{theirs.seconds:.2f}",
                f"{theirs.cpu_seconds:.2f}",
                f"{theirs.inertia:.6g}",
                f"1/{theirs.cpu_seconds / ours.cpu_seconds:.1f}",
                f"{ours.inertia / theirs.inertia:.4f}",
            ]
        )
    return _table(
        [
            "customers × representatives", "wall", "cpu", "inertia",
            "k-means-constrained wall", "cpu", "inertia", "cpu ratio", "inertia ratio",
        ],
        rows,
    )  # fmt: skip


def solver_case() -> str:
    """The same assignments with HiGHS and with OR-Tools."""
    generator = np.random.default_rng(5)
    points = customers(10_946)
    centres = points[generator.choice(len(points), 27, replace=False)]
    cost = squared_distances(points, centres)
    today = generator.integers(0, 27, size=len(points))
    counts, equal = even_counts(len(points), 27), count_limit(27, 405, 406)
    weights = generator.lognormal(size=len(points))
    mean = weights.sum() / 27
    cases = {
        "counts ±5 %": [counts],
        "equal counts, 60 % kept": [equal, retention_limit(today, 27, 0.6)],
        "one sum ±5 %": [
            sum_limit("weight", weights, 27, (1 - TOLERANCE) * mean, (1 + TOLERANCE) * mean)
        ],
    }
    rows = []
    with open_solver() as best:
        solvers: list[Solver] = [HIGHS] if best is HIGHS else [HIGHS, best]
        # Starts the child, once in a run.
        assign(cost, cases["equal counts, 60 % kept"], solver=best)
        for case, limits in cases.items():
            for solver in solvers:
                begin = time.perf_counter()
                answer = assign(cost, limits, solver=solver)
                seconds = time.perf_counter() - begin
                rows.append(
                    [
                        case,
                        solver.name,
                        f"{seconds:.2f}",
                        f"{answer.objective:.10g}",
                        f"{answer.gap:.1e}",
                        "no" if breached(limits, answer.labels) else "yes",
                    ]
                )
    return _table(
        ["one assignment, 10,946 × 27", "solver", "wall", "cost", "gap", "limits kept"], rows
    )


def stand_ins() -> list[str]:
    """Hard sums, few customers each and many centres, on stand-ins for held-out places."""

    def constrained(
        points: NDArray[np.float64], k: int, limit: Limit, seed: int
    ) -> tuple[float, float] | None:
        found = _k_means_constrained(points, k, limit, seed)
        return None if found is None else (found.inertia, found.cpu_seconds)

    return customer_stand_ins.tables(
        customer_stand_ins.Tools(
            positions("germany_municipalities.gpkg"), _cpu_seconds, _inertia, constrained, _table
        )
    )


def customers(count: int) -> NDArray[np.float64]:
    """Positions in metres: towns, municipalities, or draws around the municipalities."""
    generator = np.random.default_rng(count)
    municipalities = positions("germany_municipalities.gpkg")
    if count == len(municipalities):
        return municipalities
    towns = positions("cities_de_1000.gpkg")
    if np.abs(towns).max() <= 360.0:
        metric = EarthMetric.around(towns)
        towns = metric.to_plane(towns)
    if count <= len(towns):
        return towns[np.sort(generator.choice(len(towns), count, replace=False))]
    around = municipalities[generator.integers(len(municipalities), size=count)]
    return around + generator.normal(scale=_SCATTER_M, size=(count, 2))


def positions(file_name: str) -> NDArray[np.float64]:
    """Middle of each feature's envelope in an example layer, in the order of its ids."""
    with sqlite3.connect(f"file:{EXAMPLES / file_name}?mode=ro", uri=True) as connection:
        table, column = connection.execute(
            "SELECT table_name, column_name FROM gpkg_geometry_columns"
        ).fetchone()
        blobs = connection.execute(f'SELECT "{column}" FROM "{table}" ORDER BY fid').fetchall()
    return np.array([_middle(blob) for (blob,) in blobs])


def even_counts(customers_count: int, centres: int) -> Limit:
    """Counts within the tolerance of the mean."""
    mean = customers_count / centres
    return count_limit(centres, int(mean * (1 - TOLERANCE)), int(np.ceil(mean * (1 + TOLERANCE))))


def _middle(blob: bytes) -> tuple[float, float]:
    """Middle of the envelope in a GeoPackage geometry (OGC 12-128, clause 2.1.3), or its point."""
    order = "<" if blob[3] & 1 else ">"
    doubles = _ENVELOPE_DOUBLES[(blob[3] >> 1) & 7]
    if doubles:
        west, east, south, north = struct.unpack_from(f"{order}4d", blob, 8)
        return (west + east) / 2.0, (south + north) / 2.0
    start = 8
    order = "<" if blob[start] == 1 else ">"
    x, y = struct.unpack_from(f"{order}2d", blob, start + 5)
    return x, y


def _clustering(
    points: NDArray[np.float64],
    count: int,
    rules: ClusterRules,
    start: StartingCentres | None = None,
) -> Clustering:
    """As the algorithm does it: with a solver of its own, whose start counts as well."""
    with open_solver() as solver:
        return bounded_kmeans(
            points,
            count,
            rules,
            start=start,
            effort=SearchEffort(RESTARTS),
            context=SearchContext(solver=solver),
        )


def _timed(work: Callable[[], Clustering], points: NDArray[np.float64]) -> tuple[Clustering, Run]:
    begin, begin_cpu = time.perf_counter(), _cpu_seconds()
    found = work()
    return found, Run(
        time.perf_counter() - begin,
        _cpu_seconds() - begin_cpu,
        _inertia(points, found.labels),
    )


def _cpu_seconds() -> float:
    """Time of all processors so far, that of children which have ended included."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system


def _k_means_constrained(
    points: NDArray[np.float64], k: int, limit: Limit, seed: int = 1
) -> Run | None:
    try:
        from k_means_constrained import KMeansConstrained
    except ImportError:
        return None
    model = KMeansConstrained(
        n_clusters=k,
        size_min=int(limit.minimum[0]),
        size_max=int(limit.maximum[0]),
        n_init=RESTARTS,
        random_state=seed,
        n_jobs=1,
    )
    begin, begin_cpu = time.perf_counter(), _cpu_seconds()
    labels = model.fit(points).labels_
    return Run(
        time.perf_counter() - begin,
        _cpu_seconds() - begin_cpu,
        _inertia(points, labels),
    )


def _inertia(points: NDArray[np.float64], labels: NDArray[np.int64]) -> float:
    """Sum of squared distances to the means, computed alike for everybody."""
    counts = np.maximum(np.bincount(labels), 1)
    means = np.column_stack([np.bincount(labels, weights=axis) / counts for axis in points.T])
    return float(((points - means[labels]) ** 2).sum())


def _sums_table(case: str, found: Clustering, timed: Run, limits: list[Limit]) -> str:
    return _table(
        ["case", "wall", "cpu", "inertia", "gap of the last assignment", "limits kept"],
        [
            [
                case,
                f"{timed.seconds:.2f}",
                f"{timed.cpu_seconds:.2f}",
                f"{timed.inertia:.6g}",
                f"{found.gap:.1e}",
                _kept(limits, found),
            ]
        ],
    )


def _kept(limits: list[Limit], found: Clustering) -> str:
    return "no" if breached(limits, found.labels) else "yes"


def _table(header: list[str], rows: list[list[str]]) -> str:
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
