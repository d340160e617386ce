"""Siting and travel: published optima, the published procedure, QGIS's own network analysis.

OR-Library's p-median instances are not shipped; without a folder that holds them
(``orlib_pmed/`` and ``orlib_pmedcap.gpkg``) their tables are left out, and said to be.
"""

from __future__ import annotations

import csv
import resource
import sqlite3
import struct
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix, hstack, vstack
from scipy.sparse.csgraph import shortest_path
from territory_design.core.assignment import assign, count_limit
from territory_design.core.geometry.geodesy import EarthMetric, great_circle_distance
from territory_design.core.plan.areas import Areas
from territory_design.core.siting.capacitated_median import solve_capacitated_p_median
from territory_design.core.siting.capacities import Capacities
from territory_design.core.siting.greenfield import solve_greenfield
from territory_design.core.siting.greenfield_problem import (
    CENTRE_RULES,
    CentreBounds,
    GreenfieldProblem,
)
from territory_design.core.siting.greenfield_result import Sweep
from territory_design.core.siting.location_model import LocationModel
from territory_design.core.siting.median_problem import MedianProblem
from territory_design.core.siting.p_median import solve_p_median
from territory_design.core.travel.road_lines import RoadLines
from territory_design.core.travel.road_network import RoadNetwork
from territory_design.core.travel.travel_costs import travel_costs

FloatArray = NDArray[np.float64]
Places = tuple[FloatArray, FloatArray]

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
SIZE_RANGE_PCT = 20.0
COUNTS = range(3, 20)
SWEEP_CUSTOMERS = 188
UNREACHED = 1e300


def run(output_folder: Path, data_folder: Path | None = None) -> Path:
    """Run all cases and write ``siting.md`` into the folder.

    Parameters
    ----------
    output_folder : Path
        Where the tables go.
    data_folder : Path, optional
        Holds ``orlib_pmed/`` and ``orlib_pmedcap.gpkg``.
    """
    sections = ["# Siting and travel", "Seconds of processor time unless said otherwise."]
    sections += ["## Many places, demand within ±20 %", many_places()]
    sections += ["## Sweep beside the published procedure", *sweep()]
    sections += ["## Travel on roads beside QGIS's network analysis", *roads()]
    sections += ["## San Francisco (spopt's case)", san_francisco()]
    sections += ["## p-median with few homes", few_homes()]
    sections += ["## p-median with many homes", many_homes()]
    sections += ["## OR-Library"]
    if data_folder is None or not (Path(data_folder) / "orlib_pmed").is_dir():
        sections.append("Left out: no folder with OR-Library's instances was given.")
    else:
        sections += [*p_median(Path(data_folder)), *capacitated_p_median(Path(data_folder))]
    target = Path(output_folder) / "siting.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text("\n\n".join(sections) + "\n", encoding="utf-8")
    return target


def many_places() -> str:
    """7,625 places, 20 centres; first, because memory is the peak of the process."""
    positions, demand = german_places()
    mean = demand.sum() / 20
    rows = []
    for rule in CENTRE_RULES:
        problem = GreenfieldProblem(
            customers(positions, demand),
            CentreBounds(min_demand=0.8 * mean, max_demand=1.2 * mean),
            centre_rule=rule,
        )
        wall, started = time.perf_counter(), time.process_time()
        plan = solve_greenfield(problem, Sweep([20])).best
        cpu, wall = time.process_time() - started, time.perf_counter() - wall
        shares = np.bincount(plan.labels, weights=demand, minlength=20) / mean
        gigabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024**2
        rows.append(
            [
                rule,
                f"{wall:.1f}",
                f"{cpu:.1f}",
                f"{plan.objective / demand.sum() / 1000:.2f}",
                f"{100 * (plan.objective / plan.allocation_bound - 1):.3f}",
                f"{shares.min():.3f} … {shares.max():.3f}",
                f"{gigabytes:.2f}",
            ]
        )
    return table(
        [
            f"{len(demand):,} × 20",
            "wall",
            "cpu",
            "mean km",
            "allocation gap %",
            "demand / mean",
            "memory GB (process)",
        ],
        rows,
    )


def sweep() -> list[str]:
    """188 customers, 3 to 19 centres, ± 20 % customers, all rules and the published way."""
    positions, demand = german_places(SWEEP_CUSTOMERS)
    published = [published_procedure(positions, demand, count, count)[0] for count in COUNTS]
    columns, heads, times = [], [], []
    for rule in CENTRE_RULES:
        bounds = CentreBounds(size_range_pct=SIZE_RANGE_PCT)
        problem = GreenfieldProblem(customers(positions, demand), bounds, centre_rule=rule)
        wall, started = time.perf_counter(), time.process_time()
        result = solve_greenfield(problem, Sweep(COUNTS))
        cpu, wall = time.process_time() - started, time.perf_counter() - wall
        columns.append(result.plans)
        heads.append(rule)
        times.append(
            f"{rule}: whole sweep {cpu:.1f} s processor, {wall:.1f} s wall, "
            f"recommended count {result.best_count}."
        )
    rows = []
    for number, count in enumerate(COUNTS):
        # The same ruler for both: great circles, as the procedure was published.
        ours = [haversine_objective(positions, demand, c[number]) for c in columns]
        rows.append(
            [count, f"{published[number] / 1e9:.1f}"]
            + [f"{value / 1e9:.1f}" for value in ours]
            + ["yes" if max(ours) <= published[number] * (1 + 1e-9) else "NO"]
        )
    text = (
        "Objective in 10⁹ persons × metres (great circles). Published: random start, plain mean "
        "of degrees, stop at the first round without improvement."
    )
    return [
        text,
        table(["centres", "published", *heads, "all rules at least as good"], rows),
        " ".join(times),
        "Plain means: all centres at the exact means of their final customers on both sides; "
        "published: the best of three random starts.",
        own_means(positions, demand),
    ]


def own_means(positions: FloatArray, demand: FloatArray) -> str:
    """Plain means on both sides, three seeds each: who has the smaller total."""
    everybody = customers(positions, demand)
    bounds = CentreBounds(size_range_pct=SIZE_RANGE_PCT)
    problem = GreenfieldProblem(everybody, bounds, centre_rule="mean")
    ours = [solve_greenfield(problem, Sweep(COUNTS, seed=seed)).plans for seed in (1, 2, 3)]
    rows = []
    for number, count in enumerate(COUNTS):
        model = LocationModel(problem, count)

        starts = [1000 * start + count for start in range(3)]
        best = min(
            at_means(model, published_procedure(positions, demand, count, start)[1])[0]
            for start in starts
        )
        plans = [plans[number] for plans in ours]
        totals = sorted(at_means(model, plan.labels)[0] for plan in plans)
        off = max(
            float(everybody.metric.between(plan.centres, at_means(model, plan.labels)[1]).max())
            for plan in plans
        )
        rows.append(
            [
                count,
                f"{best / 1e9:.1f}",
                " / ".join(f"{value / 1e9:.1f}" for value in totals),
                f"{off:.2f}",
                "yes" if totals[-1] <= best * (1 + 1e-9) else "NO",
            ]
        )
    heads = [
        "centres",
        "published",
        "ours, minimum / median / maximum of three seeds",
        "centres off their means, m",
        "never worse",
    ]
    return table(heads, rows)


def at_means(model: LocationModel, labels: NDArray[np.int64]) -> tuple[float, FloatArray]:
    """Demand × metres to the means of the customers of each centre, and these means."""
    everybody = model.problem.customers
    means = model.positions(model.group_middles(labels, model.points[: model.count]))
    metres = everybody.metric.between(everybody.positions, means[labels])
    return float((model.demand * metres).sum()), means


def customers(positions: FloatArray, demand: FloatArray) -> Areas:
    """Places on the earth whose demand is to be served."""
    return Areas(range(len(demand)), positions, EarthMetric(), demand[:, None], demand)


def published_procedure(
    positions: FloatArray, demand: FloatArray, count: int, seed: int
) -> tuple[float, NDArray[np.int64]]:
    """Objective and allocation of the procedure as published, with the same bounds on customers."""
    rng = np.random.default_rng(seed)
    labels = rng.integers(0, count, len(demand))
    mean = len(demand) / count
    share = SIZE_RANGE_PCT / 100.0
    limits = [count_limit(count, np.floor(mean * (1 - share)), np.floor(mean * (1 + share)))]
    before = np.inf
    while True:
        centres = np.array([positions[labels == j].mean(axis=0) for j in range(count)])
        cost = demand[:, None] * great_circle_distance(
            positions[:, 0, None], positions[:, 1, None], centres[:, 0], centres[:, 1]
        )
        answer = assign(cost, limits)
        if answer.objective >= before:
            return before, labels
        before, labels = answer.objective, answer.labels


def haversine_objective(positions: FloatArray, demand: FloatArray, plan: object) -> float:
    centres = plan.centres[plan.labels]
    return float(demand @ great_circle_distance(*positions.T, *centres.T))


def roads() -> list[str]:
    """Heidelberg's roads: same times as QGIS, and how much sooner; then a country's size."""
    import qgis.analysis as analysis
    from qgis.core import QgsPointXY

    layer = qgis_layer("roads_heidelberg")
    lines = road_lines(layer)
    rng = np.random.default_rng(5)
    extent = layer.extent()
    places = np.column_stack(
        [
            rng.uniform(extent.xMinimum(), extent.xMaximum(), 600),
            rng.uniform(extent.yMinimum(), extent.yMaximum(), 600),
        ]
    )
    rows = []
    for n, m in ((10, 100), (50, 500), (100, 500)):
        origins, destinations = places[:n], places[n : n + m]
        started = time.process_time()
        network = RoadNetwork(lines)
        ours = travel_costs(network, origins, destinations)
        our_time = time.process_time() - started
        started = time.process_time()
        director = analysis.QgsVectorLayerDirector(
            layer,
            layer.fields().indexOf("direction"),
            "F",
            "",
            "B",
            analysis.QgsVectorLayerDirector.DirectionBoth,
        )
        speed_field = layer.fields().indexOf("speed_kmh")
        director.addStrategy(analysis.QgsNetworkSpeedStrategy(speed_field, 50.0, 1000.0 / 3600.0))
        builder = analysis.QgsGraphBuilder(layer.crs(), True, 0.0, "EPSG:7030")
        both = np.concatenate([origins, destinations])
        tied = director.makeGraph(builder, [QgsPointXY(x, y) for x, y in both.tolist()])
        graph = builder.takeGraph()
        nodes = [graph.findVertex(point) for point in tied]
        theirs = np.empty((n, m))
        for row in range(n):
            _, cost = analysis.QgsGraphAnalyzer.dijkstra(graph, nodes[row], 0)
            theirs[row] = [cost[node] for node in nodes[n:]]
        their_time = time.process_time() - started
        theirs[theirs >= UNREACHED] = np.inf
        known = np.isfinite(theirs) & (theirs > 0.0)
        worst = np.abs(ours.time_s[known] / theirs[known] - 1.0).max()
        same = np.array_equal(np.isfinite(theirs), np.isfinite(ours.time_s))
        rows.append(
            [
                f"{n} × {m}",
                f"{their_time:.2f}",
                f"{our_time:.3f}",
                f"{their_time / our_time:.0f}",
                f"{100 * worst:.1e}",
                "yes" if same else "NO",
            ]
        )
    heads = ["pairs", "QGIS", "ours", "times faster", "greatest difference %", "same unreachable"]
    return [table(heads, rows), country()]


def country() -> str:
    """27 × 11,000 on a network of a country's size, made up: a torn grid of bent roads."""
    size, rng = 800, np.random.default_rng(1)
    corners = np.stack(np.meshgrid(np.arange(size), np.arange(size), indexing="ij"), -1)
    corners = corners.reshape(-1, 2) * 500.0
    number = np.arange(size * size).reshape(size, size)
    ends = np.concatenate(
        [
            np.column_stack([number[:, :-1].ravel(), number[:, 1:].ravel()]),
            np.column_stack([number[:-1].ravel(), number[1:].ravel()]),
        ]
    )
    ends = ends[rng.random(len(ends)) < 0.8]
    middle = corners[ends].mean(axis=1) + rng.normal(0.0, 60.0, (len(ends), 2))
    lines = np.stack([corners[ends[:, 0]], middle, corners[ends[:, 1]]], axis=1)
    speed = rng.choice([30.0, 50.0, 100.0, 130.0], len(ends))
    origins, destinations = (rng.uniform(0.0, 500.0 * size, (n, 2)) for n in (27, 11_000))
    started, wall = time.process_time(), time.perf_counter()
    offsets = np.arange(0, 3 * len(ends) + 1, 3)
    roads = RoadLines(lines.reshape(-1, 2), offsets, speed, np.full(len(ends), 2))
    network = RoadNetwork(roads)
    costs = travel_costs(network, origins, destinations)
    started, wall = time.process_time() - started, time.perf_counter() - wall
    return (
        f"27 × 11,000 on {len(ends):,} made-up roads with {size * size:,} junctions: "
        f"{started:.1f} s processor, {wall:.1f} s wall; {costs.unreachable:,} pairs unreachable."
    )


def san_francisco() -> str:
    """205 demands, 16 stores: beside spopt where it is installed, else the full programme."""
    connection = open_gpkg(EXAMPLES / "sf_pmedian_spopt.gpkg")
    rows = connection.execute("select site, demand_name, distance from network_distance_m")
    pairs = {(demand, site): distance for site, demand, distance in rows}
    weight_of = dict(connection.execute("select NAME, POP2000 from demand_205"))
    demands = sorted({demand for demand, _ in pairs})
    sites = sorted({site for _, site in pairs})
    cost = np.array([[pairs[demand, site] for site in sites] for demand in demands])
    weights = np.array([weight_of[demand] for demand in demands], dtype=float)
    lines = []
    for count in (2, 4, 6, 8):
        started = time.process_time()
        problem = MedianProblem(cost, count, weights)
        result = solve_p_median(problem, np.random.default_rng(1))
        spent = time.process_time() - started
        name, reference = reference_optimum(cost, weights, count)
        same = abs(result.objective - reference) <= 1e-6 * reference
        lines.append(
            [
                count,
                name,
                f"{reference:.1f}",
                f"{result.objective:.1f}",
                result.status,
                f"{spent:.2f}",
                "yes" if same else "NO",
            ]
        )
    return table(["homes", "reference", "its optimum", "ours", "status", "cpu", "same"], lines)


def few_homes() -> str:
    """Generated places, few homes, three seeds; weights alike, mixed, and with a long tail."""
    cases: tuple[tuple[str, int, int, Callable[[np.random.Generator, int], FloatArray]], ...] = (
        ("weights alike", 800, 10, lambda _, n: np.ones(n)),
        ("weights from 1 to 100", 800, 10, lambda rng, n: rng.integers(1, 101, n).astype(float)),
        ("few have most of the people", 1000, 10, long_tail),
        ("few have most of the people", 1000, 25, long_tail),
        ("weights alike", 2000, 10, lambda _, n: np.ones(n)),
    )
    rows = []
    for name, size, count, weights_of in cases:
        for seed in (1, 2, 3):
            generator = np.random.default_rng(seed)
            places = generator.uniform(0.0, 8e5, (size, 2))
            weights = weights_of(generator, size)
            cost = np.hypot(*(places[:, None] - places).transpose(2, 0, 1))
            started = time.process_time()
            result = solve_p_median(MedianProblem(cost, count, weights), np.random.default_rng(1))
            spent = time.process_time() - started
            gap = f"{result.quality.gap_pct:.4f}"
            rows.append([f"{size} places", name, count, seed, gap, result.status, f"{spent:.1f}"])
            print(rows[-1], flush=True)
    return table(["places", "weights", "homes", "seed", "gap %", "status", "cpu"], rows)


def long_tail(rng: np.random.Generator, count: int) -> FloatArray:
    """Inhabitants of places of which few have most."""
    return np.asarray(np.round(1000.0 * rng.pareto(1.0, count) + 1000.0))


def many_homes() -> str:
    """Stand-ins for TSPLIB's and French places: 3,000 points, hundreds of homes, three seeds."""
    cases: tuple[tuple[str, Callable[[np.random.Generator], Places], int], ...] = (
        ("3,038 evenly strewn", lambda rng: strewn(rng, 3038), 500),
        ("3,038 holes on a grid", lambda rng: drilled(rng, 3038), 500),
        ("3,000 in clusters, skewed weights", lambda rng: clustered(rng, 3000), 300),
        ("3,000 in clusters, skewed weights", lambda rng: clustered(rng, 3000), 50),
        ("1,000 evenly strewn", lambda rng: strewn(rng, 1000), 150),
    )
    rows = []
    for name, make, count in cases:
        for seed in (1, 2, 3):
            places, weights = make(np.random.default_rng(seed))
            cost = np.hypot(*(places[:, None] - places).transpose(2, 0, 1))
            started = time.process_time()
            result = solve_p_median(MedianProblem(cost, count, weights), np.random.default_rng(1))
            spent = time.process_time() - started
            gap = result.quality.gap_pct
            rows.append([name, count, seed, f"{gap:.4f}", result.status, f"{spent:.1f}"])
    return table(["places", "homes", "seed", "gap %", "status", "cpu"], rows)


def strewn(rng: np.random.Generator, count: int) -> Places:
    """Places all over a square of 100 km, of one weight."""
    return rng.uniform(0.0, 1e5, (count, 2)), np.ones(count)


def clustered(rng: np.random.Generator, count: int) -> Places:
    """Places around 60 middles, few of which have most of the people."""
    middles, spread = rng.uniform(0.0, 1e5, (60, 2)), rng.uniform(500.0, 8000.0, 60)
    around = rng.integers(60, size=count)
    places = middles[around] + rng.normal(size=(count, 2)) * spread[around, None]
    return places, np.round(1000.0 * rng.pareto(1.2, count) + 100.0)


def drilled(rng: np.random.Generator, count: int) -> Places:
    """Places on a grid of 500 m, in clusters, so that many distances are alike."""
    places, _ = clustered(rng, 3 * count)
    places = np.unique(np.round(places / 500.0) * 500.0, axis=0)
    return places[rng.permutation(len(places))[:count]], np.ones(min(count, len(places)))


def reference_optimum(cost: FloatArray, weights: FloatArray, count: int) -> tuple[str, float]:
    """Optimum by spopt, or by the p-median's complete programme in HiGHS."""
    try:
        import pulp
        from spopt.locate import PMedian
    except ImportError:
        return "HiGHS, complete", median_programme(cost * weights[:, None], count)
    solved = PMedian.from_cost_matrix(cost, weights, p_facilities=count)
    solved = solved.solve(pulp.PULP_CBC_CMD(msg=False))
    return "spopt", float(solved.problem.objective.value())


def median_programme(cost: FloatArray, count: int) -> float:
    """Variables: every pair, then every candidate."""
    n, m = cost.shape
    pairs = n * m
    serve = csr_matrix((np.ones(pairs), (np.repeat(np.arange(n), m), np.arange(pairs))))
    link = csr_matrix((np.ones(pairs), (np.arange(pairs), np.tile(np.arange(m), n))))
    identity = csr_matrix((np.ones(pairs), (np.arange(pairs), np.arange(pairs))))
    matrix = vstack(
        [
            hstack([serve, csr_matrix((n, m))]),
            hstack([identity, -link]),
            hstack([csr_matrix((1, pairs)), csr_matrix(np.ones((1, m)))]),
        ]
    )
    low = np.concatenate([np.ones(n), np.full(pairs, -np.inf), [count]])
    high = np.concatenate([np.ones(n), np.zeros(pairs), [count]])
    solved = milp(
        np.concatenate([cost.ravel(), np.zeros(m)]),
        constraints=LinearConstraint(matrix.tocsr(), low, high),
        integrality=np.concatenate([np.zeros(pairs), np.ones(m)]),
        bounds=Bounds(0.0, 1.0),
        options={"mip_rel_gap": 0.0},
    )
    return float(solved.fun)


def p_median(data_folder: Path) -> list[str]:
    """All 40 instances."""
    folder = data_folder / "orlib_pmed"
    with (folder / "pmedopt.csv").open(encoding="utf-8") as text:
        instances = list(csv.DictReader(text))
    rows, exact, proven, worst, total = [], 0, 0, 0.0, 0.0
    for instance in instances:
        cost, count = orlib_costs(folder / f"{instance['instance']}.txt")
        optimum = float(instance["optimum"])
        started = time.process_time()
        problem = MedianProblem(cost, count, np.ones(len(cost)))
        found = solve_p_median(problem, np.random.default_rng(1))
        spent = time.process_time() - started
        above = 100.0 * (found.objective / optimum - 1.0)
        exact += found.objective == optimum
        proven += found.status == "optimal"
        worst, total = max(worst, above), total + spent
        rows.append(
            [
                instance["instance"],
                len(cost),
                count,
                f"{optimum:.0f}",
                f"{found.objective:.0f}",
                f"{found.lower_bound:.1f}",
                found.status,
                f"{spent:.1f}",
            ]
        )
    heads = ["instance", "n", "p", "optimum", "ours", "lower bound", "status", "cpu"]
    summary = (
        f"p-median: {exact} of {len(instances)} exactly, worst {worst:.3f} % above the optimum; "
        f"{proven} proven; {total:.0f} s for all."
    )
    return [summary, table(heads, rows)]


def capacitated_p_median(data_folder: Path) -> list[str]:
    """All 20 instances; distances are Euclidean, rounded down."""
    connection = open_gpkg(data_folder / "orlib_pmedcap.gpkg")
    instances = connection.execute(
        "select instance, n, p, capacity, best_known from instances order by fid"
    ).fetchall()
    rows, worst, total = [], 0.0, 0.0
    for name, n, count, capacity, best_known in instances:
        points = connection.execute(
            "select geom, demand from points where instance = ? order by cust", (name,)
        ).fetchall()
        places = np.array([struct.unpack("<dd", geometry[-16:]) for geometry, _ in points])
        demands = np.array([demand for _, demand in points], dtype=float)
        cost = np.floor(np.hypot(*(places[:, None] - places).transpose(2, 0, 1)))
        started = time.process_time()
        problem = MedianProblem(cost, count, np.ones(n))
        capacities = Capacities.alike(demands, capacity, n)
        result = solve_capacitated_p_median(problem, capacities, np.random.default_rng(1))
        spent = time.process_time() - started
        gap = 100.0 * (result.objective / best_known - 1.0)
        worst, total = max(worst, gap), total + spent
        figures = [f"{result.objective:.0f}", f"{gap:.2f}", f"{result.lower_bound:.0f}"]
        rows.append([name, n, count, best_known, *figures, f"{spent:.1f}"])
    summary = f"Capacitated p-median: worst gap {worst:.2f} %, {total:.0f} s for all."
    heads = ["instance", "n", "p", "best known", "ours", "gap %", "lower bound", "cpu"]
    return [summary, table(heads, rows)]


def orlib_costs(path: Path) -> tuple[FloatArray, int]:
    """All shortest paths of an OR-Library graph; a repeated edge overwrites the earlier one."""
    numbers = np.array(path.read_text(encoding="ascii").split(), dtype=float)
    n, count = int(numbers[0]), int(numbers[2])
    lengths = np.full((n, n), np.inf)
    for a, b, length in numbers[3:].reshape(-1, 3):
        lengths[int(a) - 1, int(b) - 1] = lengths[int(b) - 1, int(a) - 1] = length
    np.fill_diagonal(lengths, 0.0)
    return shortest_path(lengths, method="D"), count


def german_places(most: int | None = None) -> tuple[FloatArray, FloatArray]:
    """Longitudes and latitudes, and population, of the largest places."""
    from qgis.core import (
        QgsCoordinateReferenceSystem,
        QgsCoordinateTransform,
        QgsCoordinateTransformContext,
    )

    layer = qgis_layer("cities_de_1000")
    transform = QgsCoordinateTransform(
        layer.crs(), QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateTransformContext()
    )
    rows = []
    for feature in layer.getFeatures():
        point = transform.transform(feature.geometry().asPoint())
        rows.append((-feature["population"], feature["geonameid"], point.x(), point.y()))
    rows.sort()
    values = np.array(rows[:most], dtype=float)
    return values[:, 2:], -values[:, 0]


def road_lines(layer: object) -> RoadLines:
    """Lines of a road layer with ellipsoidal lengths of their segments."""
    from qgis.core import QgsCoordinateTransformContext, QgsDistanceArea

    ruler = QgsDistanceArea()
    ruler.setSourceCrs(layer.crs(), QgsCoordinateTransformContext())
    ruler.setEllipsoid("EPSG:7030")
    coordinates, offsets, speed, direction, lengths = [], [0], [], [], []
    for feature in layer.getFeatures():
        points = feature.geometry().asPolyline()
        coordinates += [(point.x(), point.y()) for point in points]
        lengths += [ruler.measureLine(a, b) for a, b in zip(points, points[1:])] + [0.0]
        offsets.append(len(coordinates))
        speed.append(feature["speed_kmh"])
        direction.append({"F": 0, "B": 2}[feature["direction"]])
    return RoadLines(
        np.array(coordinates),
        np.array(offsets),
        np.array(speed),
        np.array(direction),
        np.array(lengths),
    )


def qgis_layer(name: str) -> object:
    """Example layer, opened in QGIS."""
    from qgis.core import QgsApplication, QgsVectorLayer

    if QgsApplication.instance() is None:
        # Kept on the function: QGIS ends when its application is collected.
        qgis_layer.application = QgsApplication([], False)
        qgis_layer.application.initQgis()
    layer = QgsVectorLayer(str(EXAMPLES / f"{name}.gpkg"), name)
    if not layer.isValid():
        raise FileNotFoundError(name)
    return layer


def open_gpkg(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows as a markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


if __name__ == "__main__":
    print(run(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))
