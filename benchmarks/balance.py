"""Balancing: ours, the thesis's genetic algorithm, METIS and GerryChain on the same problem.

All methods of a table run one after the other in one process (ours with its child
interpreters), on the same graph, weights and machine. Farms are synthetic figures.
"""

from __future__ import annotations

import resource
import sqlite3
import sys
import time
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import Voronoi
from territory_design.core.balance.power_diagram import spread_centres
from territory_design.core.balance.problem import BalanceProblem, Rules, equal_targets
from territory_design.core.balance.repair import repair
from territory_design.core.balance.search import SearchSettings, balance
from territory_design.core.balance.settings import CriteriaWeights
from territory_design.core.balance.space import SearchSpace
from territory_design.core.contiguity import bridge_components, find_contiguities
from territory_design.core.contiguity.graph import BORDER, BRIDGE, ContiguityGraph
from territory_design.core.geometry.geodesy import PlaneMetric
from territory_design.core.geometry.outlines import PolygonRings, rings_from_wkb
from territory_design.core.plan.statistics import centre_distances, plan_statistics

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
HEADS = (
    "method",
    "worst deviation %",
    "σ %",
    "mean distance km",
    "border km",
    "connected",
    "seconds",
)
UFACTORS = (1, 5, 10, 30)
TREE_TOLERANCE = 0.01
BURST_LENGTH = 10
# Areas, territories, criteria, and a limit on deviation in percent (0: none).
FEW_AREAS = ((55, 4, 2, 0), (80, 6, 3, 0), (90, 5, 1, 5), (100, 8, 3, 0), (200, 12, 3, 0))
COMPACT = CriteriaWeights(balance=1.0, travel=0.0, compactness=1.0)


@dataclass(frozen=True)
class Case:
    """One data set, its balance field and number of territories.

    The thesis's algorithm stops after ``thesis_seconds``, if they are not 0.
    """

    name: str
    problem: BalanceProblem
    thesis_seconds: float = 0.0


def run(output_folder: Path, data_folder: Path | None = None) -> Path:
    """Run all cases and write ``balance.md`` into the folder.

    Parameters
    ----------
    output_folder : Path
        Where the tables go.
    data_folder : Path, optional
        Folder with the municipalities and districts; the shipped examples otherwise.
    """
    target = Path(output_folder) / "balance.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    sections = [
        "# Balancing territories",
        "Farms are synthetic. Distance is to the territory's weighted centre; seconds are wall "
        f"time; GerryChain may deviate by {100 * TREE_TOLERANCE:g} %.",
    ]
    for case in cases(Path(data_folder or EXAMPLES)):
        sections += [f"## {case.name}", table(HEADS, compare(case))]
        target.write_text("\n\n".join(sections) + "\n", encoding="utf-8")
    sections += [
        "## Few areas to a territory, many territories, a huge city",
        "Seconds are processor time of all processes; minimum, median and maximum of three "
        "seeds. Deviations are from what is left where one area is heavier than its target.",
        table(*hard_cases(Path(data_folder or EXAMPLES))),
    ]
    target.write_text("\n\n".join(sections) + "\n", encoding="utf-8")
    sections += [
        "## A million areas",
        "Seconds are processor time of all processes; memory is the peak of the process by then.",
        table(*million_areas()),
    ]
    target.write_text("\n\n".join(sections) + "\n", encoding="utf-8")
    sections += [
        "## Few areas",
        "Generated; seconds are processor time; minimum, median and maximum of three seeds.",
        table(*few_areas()),
    ]
    target.write_text("\n\n".join(sections) + "\n", encoding="utf-8")
    sections += ["## Time against size", table(*time_against_size(Path(data_folder or EXAMPLES)))]
    sections += ["## Rules and several criteria", table(*special_cases(data_folder or EXAMPLES))]
    sections += ["## Objectives, and homes", table(*objectives(data_folder or EXAMPLES))]
    target.write_text("\n\n".join(sections) + "\n", encoding="utf-8")
    return target


def cases(data_folder: Path) -> Iterator[Case]:
    municipalities = data_folder / "germany_municipalities.gpkg"
    districts = data_folder / "de_kreise.gpkg"
    yield Case("Municipalities × 27, farms", layer_problem(municipalities, ["farms"], 27))
    bavaria = layer_problem(municipalities, ["farms"], 12, "state = '09'")
    yield Case("Bavaria's municipalities × 12, farms", bavaria)
    yield Case("Districts × 20, farms", layer_problem(districts, ["farms_synth"], 20))
    large = generated_problem(100_000, 100)
    yield Case("Generated, 100,000 areas × 100", large, thesis_seconds=300.0)


def compare(case: Case) -> Iterator[list[str]]:
    """Rows of one table; what runs later may take as long as ours took."""
    problem = case.problem
    print(case.name, flush=True)
    yield row(problem, "nearest of k spread homes", lambda: nearest(problem))
    started = time.perf_counter()
    yield row(problem, "ours, defaults", lambda: balance(problem, SearchSettings()).labels)
    our_seconds = time.perf_counter() - started
    compact = with_criteria(problem, COMPACT)
    yield row(problem, "ours, compactness 1, travel 0", lambda: balance(compact).labels)
    limit = case.thesis_seconds
    thesis = SearchSettings(initialisation=1, local_search=False, max_seconds=limit)
    name = "genetic algorithm of the thesis" + (f", {limit:g} s at most" if limit else "")
    yield row(problem, name, lambda: balance(problem, thesis).labels)
    for recursive in (False, True):
        for ufactor in UFACTORS:
            name = f"METIS, {'recursive' if recursive else 'k-way'}, ufactor {ufactor}"
            yield row(problem, name, lambda r=recursive, u=ufactor: metis(problem, r, u))
    yield from tree_rows(problem, our_seconds)


def row(problem: BalanceProblem, name: str, method: Callable[[], IntArray]) -> list[str]:
    started = time.perf_counter()
    labels = np.asarray(method(), dtype=np.int64)
    seconds = time.perf_counter() - started
    return described(problem, name, labels, seconds)


def described(problem: BalanceProblem, name: str, labels: IntArray, seconds: float) -> list[str]:
    count = problem.territory_count
    mass = problem.travel_weights
    _, distance = centre_distances(labels, problem.points, mass, count, PlaneMetric())
    figures = plan_statistics(
        labels, problem.weights, problem.targets, distance, mass, problem.graph
    )
    cells = [
        name,
        f"{figures.max_deviation_pct:.2f}",
        f"{figures.cv_pct:.2f}",
        f"{figures.overall_mean_distance_m / 1000:.1f}",
        f"{figures.border_length_m / 1000:,.0f}",
        "yes" if (figures.parts == 1).all() else f"{figures.parts.sum()} parts",
        f"{seconds:.1f}",
    ]
    print(" | ".join(cells), flush=True)
    return cells


def nearest(problem: BalanceProblem) -> IntArray:
    rng = np.random.default_rng(1)
    homes = spread_centres(problem.points, problem.travel_weights, problem.territory_count, rng)
    distance = ((problem.points[:, None, :] - homes[None, :, :]) ** 2).sum(axis=2)
    return repair(SearchSpace(problem), distance.argmin(axis=1), rng)


def metis(problem: BalanceProblem, recursive: bool, ufactor: int) -> IntArray:
    import pymetis

    graph = problem.graph
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        _, labels = pymetis.part_graph(
            problem.territory_count,
            xadj=graph.neighbour_start,
            adjncy=graph.neighbours,
            vweights=problem.weights[:, 0].astype(np.int64),
            eweights=np.maximum(graph.border_m[graph.neighbour_edge], 1.0).astype(np.int64),
            recursive=recursive,
            options=pymetis.Options(ufactor=ufactor, seed=1, contig=not recursive),
        )
    return np.array(labels)


def tree_rows(problem: BalanceProblem, seconds: float) -> Iterator[list[str]]:
    """GerryChain: a recursive tree partition, and short bursts of ReCom from it."""
    import random

    import networkx as nx
    from gerrychain import Graph, Partition
    from gerrychain.proposals import recom
    from gerrychain.tree import recursive_tree_part
    from gerrychain.updaters import Tally

    random.seed(1)
    np.random.seed(1)  # noqa: NPY002 (the generator that GerryChain uses)
    graph = problem.graph
    network = nx.Graph()
    for area, weight in enumerate(problem.weights[:, 0].tolist()):
        network.add_node(area, weight=weight)
    for first, second, border in zip(
        graph.first.tolist(), graph.second.tolist(), graph.border_m.tolist()
    ):
        network.add_edge(first, second, border=border)
    count, target = problem.territory_count, float(problem.targets[0, 0])
    started = time.perf_counter()
    wrapped = Graph.from_networkx(network)
    assignment = recursive_tree_part(wrapped, range(count), target, "weight", TREE_TOLERANCE)
    tree_seconds = time.perf_counter() - started

    def labels_of(mapping: dict[int, int]) -> IntArray:
        return np.array([mapping[area] for area in range(problem.area_count)])

    yield described(problem, "GerryChain, recursive tree", labels_of(assignment), tree_seconds)
    started = time.perf_counter()
    best = Partition(wrapped, assignment, {"weight": Tally("weight", alias="weight")})
    best_border = graph.border_length(labels_of(assignment))
    while time.perf_counter() - started < seconds:
        current = best
        for _ in range(BURST_LENGTH):
            current = recom(current, "weight", target, TREE_TOLERANCE, node_repeats=2)
            border = graph.border_length(labels_of(current.assignment))
            if border < best_border:
                best, best_border = current, border
            if time.perf_counter() - started >= seconds:
                break
    name = "GerryChain, ReCom in short bursts, as long as ours"
    labels = labels_of(best.assignment)
    yield described(problem, name, labels, tree_seconds + time.perf_counter() - started)


def time_against_size(data_folder: Path) -> tuple[Sequence[str], list[list[str]]]:
    """Search times at like areas per territory, and the time that n log n would allow."""
    municipalities = data_folder / "germany_municipalities.gpkg"
    sizes = [
        ("Heidelberg region", data_folder / "de_heidelberg_region.gpkg", "farms_synth", "1 = 1"),
        ("Bavaria", municipalities, "farms", "state = '09'"),
        ("Germany", municipalities, "farms", "1 = 1"),
    ]
    rows = []
    first: tuple[float, float] | None = None
    for name, path, field, where in sizes:
        count = max(2, round(area_count(path, where) * 27 / 10_946))
        problem = layer_problem(path, [field], count, where)
        started = time.perf_counter()
        result = balance(problem, SearchSettings())
        seconds = time.perf_counter() - started
        size = problem.area_count * np.log(problem.area_count)
        first = first or (seconds, size)
        allowed = first[0] * size / first[1]
        rows.append(
            [
                f"{name}, {problem.area_count:,} × {count}",
                result.generations,
                f"{seconds:.2f}",
                f"{allowed:.2f}",
                f"{result.convergence[-1].deviation_pct:.2f}",
            ]
        )
        print(rows[-1], flush=True)
    heads = ("case", "generations", "seconds", "n log n from the first", "worst deviation %")
    return heads, rows


def hard_cases(data_folder: Path) -> tuple[Sequence[str], list[list[str]]]:
    """Ours from three seeds beside METIS at all its settings, on the same problems."""
    districts = data_folder / "de_kreise.gpkg"
    problems = (
        ("Generated, 3,136 areas × 300, alike", jittered_problem(56, 300)),
        ("Generated, 3,136 areas × 40, alike", jittered_problem(56, 40)),
        ("Generated, 3,100 areas × 40, denser around one place", generated_problem(3_100, 40)),
        ("Generated, 3,100 areas × 40, one of 0.8 targets", skewed_problem(3_100, 40, 0.8)),
        ("Districts × 80, farms", layer_problem(districts, ["farms_synth"], 80)),
        ("Generated, 10,000 areas × 10", generated_problem(10_000, 10)),
        ("Generated, 10,000 areas × 100", generated_problem(10_000, 100)),
        ("Generated, 35,000 areas × 100, one of 3.4 targets", skewed_problem(35_000, 100)),
    )
    rows = []
    for name, problem in problems:
        for recursive in (False, True):
            for ufactor in (*UFACTORS, 100):
                method = f"METIS, {'recursive' if recursive else 'k-way'}, ufactor {ufactor}"
                found = [figures_of(problem, lambda p, r=recursive, u=ufactor: metis(p, r, u))]
                rows.append([name, method, *spread_of(found)])
        found = [
            figures_of(
                problem, lambda p, s=seed: balance(p, SearchSettings(seed=s, workers=1)).labels
            )
            for seed in (1, 2, 3)
        ]
        rows.append([name, "ours, seeds 1 to 3", *spread_of(found)])
        print(rows[-1], flush=True)
    heads = ("case", "method", "worst deviation %", "mean distance km", "border km", "seconds")
    return heads, rows


def million_areas() -> tuple[Sequence[str], list[list[str]]]:
    """Ours beside METIS on a map of a million areas."""
    problem = generated_problem(1_000_000, 300)
    methods: list[tuple[str, Callable[[BalanceProblem], IntArray]]] = [
        (
            f"METIS, {'recursive' if recursive else 'k-way'}, ufactor {ufactor}",
            lambda p, r=recursive, u=ufactor: metis(p, r, u),
        )
        for recursive in (False, True)
        for ufactor in UFACTORS
    ]
    methods.append(("ours, seed 1", lambda p: balance(p, SearchSettings(seed=1, workers=1)).labels))
    rows = []
    for name, method in methods:
        found = spread_of([figures_of(problem, method)])
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6
        rows.append([name, *found, f"{peak:.2f}"])
        print(rows[-1], flush=True)
    heads = ("method", "worst deviation %", "mean distance km", "border km", "seconds", "memory GB")
    return heads, rows


def figures_of(
    problem: BalanceProblem, method: Callable[[BalanceProblem], IntArray]
) -> tuple[float, float, float, float]:
    """Worst deviation in percent, mean distance and border in km, and processor seconds."""
    before = processor_seconds()
    labels = np.asarray(method(problem), dtype=np.int64)
    seconds = processor_seconds() - before
    space = SearchSpace(problem)
    off = np.abs(space.off_reachable(labels))
    if space.overweight:
        off = off[~space.overweight.holders(labels)]
    return (
        100.0 * float(off.max()),
        space.travel(labels) / 1000.0,
        space.border_length(labels) / 1000.0,
        seconds,
    )


def processor_seconds() -> float:
    """Of this process and its children."""
    users = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return float(sum(sum(resource.getrusage(who)[:2]) for who in users))


def spread_of(found: Sequence[tuple[float, float, float, float]]) -> list[str]:
    """Each figure of some runs: the only one, or minimum, median and maximum."""
    cells = []
    for values, digits in zip(zip(*found), (2, 3, 0, 1)):
        shown = [min(values), float(np.median(values)), max(values)] if len(values) > 1 else values
        cells.append(" / ".join(f"{value:,.{digits}f}" for value in shown))
    return cells


def few_areas() -> tuple[Sequence[str], list[list[str]]]:
    """Small maps: 55 to 200 areas, one to three criteria, three seeds each."""
    rows = []
    for areas, count, criteria, limit in FEW_AREAS:
        problem = few_areas_problem(areas, count, criteria)
        if limit:
            problem = replace(problem, rules=Rules(max_deviation=limit / 100.0))
        found = [
            figures_of(
                problem, lambda p, s=seed: balance(p, SearchSettings(seed=s, workers=1)).labels
            )
            for seed in (1, 2, 3)
        ]
        within = f", within {limit:g} %" if limit else ""
        rows.append([f"{areas} × {count}, {criteria} criteria{within}", *spread_of(found)])
        print(rows[-1], flush=True)
    heads = ("case", "worst deviation %", "mean distance km", "border km", "seconds")
    return heads, rows


def few_areas_problem(areas: int, count: int, criteria: int) -> BalanceProblem:
    """Voronoi cells of random points, even weights or skewed ones that go along (100 and 200)."""
    rng = np.random.default_rng([areas, count])
    points = rng.uniform(0.0, 1000.0 * np.sqrt(areas), (areas, 2))
    weights = rng.integers(20, 81, (areas, criteria)).astype(float)
    if areas in (100, 200):
        size = rng.lognormal(0.0, 0.7, (areas, 1))
        weights = np.maximum(np.round(100.0 * size * rng.lognormal(0.0, 0.4, weights.shape)), 1.0)
        weights = np.minimum(weights, 0.5 * weights.sum(axis=0) / count)
    return problem_of(voronoi_graph(points, 3000.0), weights, points, count)


def special_cases(data_folder: Path) -> tuple[Sequence[str], list[list[str]]]:
    """A limit on change, and two criteria at once."""
    municipalities = Path(data_folder) / "germany_municipalities.gpkg"
    rows = []
    problem = layer_problem(municipalities, ["farms"], 27)
    start = uneven_plan(problem)
    for limit in (0.10, 0.05):
        limited = BalanceProblem(
            **{**vars_of(problem), "initial": start, "rules": Rules(max_change=limit)}
        )
        result = balance(limited, SearchSettings())
        changed = problem.travel_weights[result.labels != start].sum()
        rows.append(
            [
                f"plan with {worst(problem, start):.1f} % deviation, MAX_CHANGE {100 * limit:g} %",
                f"{worst(problem, result.labels):.2f}",
                f"{result.lower_bound_pct:.2f}",
                f"changed {100 * changed:.2f} %",
            ]
        )
        print(rows[-1], flush=True)
    for count, second in ((12, "area_km2"), (8, "pop2018"), (12, "pop2018")):
        both = layer_problem(municipalities, ["farms", second], count, "state = '09'")
        result = balance(both, SearchSettings())
        rows.append(
            [
                f"Bavaria × {count}, farms and {second}",
                f"{worst(both, result.labels):.2f}",
                f"{result.lower_bound_pct:.2f}",
                "; ".join(str(text) for text in result.messages[:1]),
            ]
        )
        print(rows[-1], flush=True)
    return ("case", "worst deviation %", "lower bound %", "note"), rows


def objectives(data_folder: Path) -> tuple[Sequence[str], list[list[str]]]:
    """Each objective in all three measures, and the thesis's algorithm with fixed homes."""
    free = layer_problem(Path(data_folder) / "de_kreise.gpkg", ["farms_synth"], 20)
    balanced = CriteriaWeights(travel=0.0, compactness=0.0)
    rows = []
    for number, name in enumerate(("worst deviation", "mean deviation", "standard deviation")):
        criteria = replace(balanced, objective=number)
        problem = with_criteria(free, criteria)
        rows.append(measured(problem, f"Districts × 20, {name}", SearchSettings()))
    rng = np.random.default_rng(1)
    homes = spread_centres(free.points, free.travel_weights, free.territory_count, rng)
    cost = np.hypot(*(free.points[:, None, :] - homes[None, :, :]).T).T
    fixed = replace(free, homes=homes, travel_cost=cost, initial=cost.argmin(axis=1))
    thesis = SearchSettings(initialisation=1, local_search=False)
    for name, settings in (("ours", SearchSettings()), ("algorithm of the thesis", thesis)):
        rows.append(measured(fixed, f"Districts × 20 fixed homes, {name}", settings))
    return ("case", "worst deviation %", "mean deviation %", "σ %", "generations"), rows


def measured(problem: BalanceProblem, name: str, settings: SearchSettings) -> list[str]:
    """A row of :func:`objectives`."""
    result = balance(problem, settings)
    deviations = 100.0 * SearchSpace(problem).deviations(result.labels)
    cells = [
        name,
        f"{np.abs(deviations).max():.3f}",
        f"{np.abs(deviations).mean():.3f}",
        f"{deviations.std():.3f}",
        str(result.generations),
    ]
    print(" | ".join(cells), flush=True)
    return cells


def uneven_plan(problem: BalanceProblem) -> IntArray:
    """A compact plan whose targets were up to a quarter off."""
    rng = np.random.default_rng(1)
    targets = problem.targets * rng.uniform(0.8, 1.2, (problem.territory_count, 1))
    targets *= problem.weights.sum() / targets.sum()
    settings = SearchSettings(population=4, max_generations=1, workers=1)
    return balance(replace(problem, targets=targets), settings).labels


def worst(problem: BalanceProblem, labels: IntArray) -> float:
    deviations = SearchSpace(problem).deviations(labels)
    return float(100.0 * np.abs(deviations).max())


def vars_of(problem: BalanceProblem) -> dict[str, object]:
    names = ("graph", "weights", "targets", "points", "criterion_shares", "criteria")
    return {name: getattr(problem, name) for name in names}


def with_criteria(problem: BalanceProblem, criteria: CriteriaWeights) -> BalanceProblem:
    return BalanceProblem(**{**vars_of(problem), "criteria": criteria})


def layer_problem(
    path: Path, fields: Sequence[str], count: int, where: str = "1 = 1"
) -> BalanceProblem:
    """Areas of a GeoPackage in a projected system, islands joined by bridges."""
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        (layer,) = connection.execute("SELECT table_name FROM gpkg_contents").fetchone()
        columns = ", ".join(f'"{field}"' for field in fields)
        # Names of fields and the condition are this file's own.
        query = f'SELECT geom, {columns} FROM "{layer}" WHERE {where} ORDER BY fid'
        rows = connection.execute(query).fetchall()
    rings = rings_from_wkb([without_gpkg_header(row[0]) for row in rows])
    found = find_contiguities(rings)
    bridges = bridge_components(rings, found.first, found.second)
    kinds = np.repeat([BORDER, BRIDGE], [len(found.first), len(bridges.first)])
    graph = ContiguityGraph.from_edges(
        len(rows),
        np.concatenate([found.first, bridges.first]),
        np.concatenate([found.second, bridges.second]),
        np.concatenate([found.border_m, np.zeros(len(bridges.first))]),
        kinds,
    )
    weights = np.array([[float(value or 0) for value in row[1:]] for row in rows])
    return problem_of(graph, weights, centroids(rings), count)


def generated_problem(areas: int, count: int) -> BalanceProblem:
    """Voronoi cells of random points, denser weights around one place."""
    rng = np.random.default_rng(5)
    side = 1000.0 * np.sqrt(areas)
    points = rng.uniform(0.0, side, (areas, 2))
    graph = voronoi_graph(points, 3000.0)
    near = np.exp(-((points - side / 3.0) ** 2).sum(axis=1) / (side / 5.0) ** 2)
    weights = np.round(rng.integers(1, 60, areas) * (1.0 + 3.0 * near))[:, None]
    return problem_of(graph, weights, points, count)


def jittered_problem(side: int, count: int) -> BalanceProblem:
    """Cells of a scattered grid with log-normal weights (σ 0.3), as alike as counties."""
    rng = np.random.default_rng(5)
    grid = np.stack(np.meshgrid(np.arange(side), np.arange(side)), -1).reshape(-1, 2) * 1000.0
    points = grid + rng.uniform(-450.0, 450.0, grid.shape)
    weights = np.maximum(np.round(1000.0 * rng.lognormal(0.0, 0.3, len(points))), 1.0)
    return problem_of(voronoi_graph(points, 2000.0), weights[:, None], points, count)


def skewed_problem(areas: int, count: int, largest: float = 3.4) -> BalanceProblem:
    """Villages and towns with log-normal weights, and one city of so many targets."""
    rng = np.random.default_rng(5)
    side = 1000.0 * np.sqrt(areas)
    points = rng.uniform(0.0, side, (areas, 2))
    weights = rng.lognormal(0.0, 1.6, areas)
    for _ in range(12):
        town = rng.uniform(0.0, side, 2)
        weights *= 1.0 + 2.0 * np.exp(-((points - town) ** 2).sum(axis=1) / (side / 15.0) ** 2)
    city = int(np.argmin(((points - 0.45 * side) ** 2).sum(axis=1)))
    weights[city] = 0.0
    weights[city] = largest * weights.sum() / (count - largest)
    weights = np.maximum(np.round(weights / weights.sum() * 6e7), 1.0)
    return problem_of(voronoi_graph(points, 3000.0), weights[:, None], points, count)


def voronoi_graph(points: FloatArray, longest_m: float) -> ContiguityGraph:
    """Contiguity of Voronoi cells; borders that run out of the map have no length."""
    diagram = Voronoi(points)
    ends = np.array(diagram.ridge_vertices)
    length = np.hypot(*(diagram.vertices[ends[:, 0]] - diagram.vertices[ends[:, 1]]).T)
    length = np.where((ends >= 0).all(axis=1), np.minimum(length, longest_m), 0.0)
    return ContiguityGraph.from_edges(len(points), *diagram.ridge_points.T, length)


def problem_of(
    graph: ContiguityGraph, weights: FloatArray, points: FloatArray, count: int
) -> BalanceProblem:
    criteria = weights.shape[1]
    shares = np.full(criteria, 1.0 / criteria)
    return BalanceProblem(graph, weights, equal_targets(weights, count), points, shares)


def area_count(path: Path, where: str) -> int:
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        (layer,) = connection.execute("SELECT table_name FROM gpkg_contents").fetchone()
        (count,) = connection.execute(f'SELECT count(*) FROM "{layer}" WHERE {where}').fetchone()
    return int(count)


def without_gpkg_header(blob: bytes) -> bytes:
    envelope = (0, 32, 48, 48, 64)[(blob[3] >> 1) & 7]
    return blob[8 + envelope :]


def centroids(rings: PolygonRings) -> FloatArray:
    """Centres of gravity (n, 2) of the polygons, holes taken out."""
    start = rings.ring_start
    points = rings.coordinates
    ring = np.repeat(np.arange(len(start) - 1), np.diff(start))
    inner = np.ones(len(points), dtype=bool)
    inner[start[1:] - 1] = False
    here, there, own = points[:-1][inner[:-1]], points[1:][inner[:-1]], ring[:-1][inner[:-1]]
    origin = points[start[:-1]][own]
    here, there = here - origin, there - origin
    cross = here[:, 0] * there[:, 1] - here[:, 1] * there[:, 0]
    count = len(start) - 1
    area = np.bincount(own, weights=cross, minlength=count) / 2.0
    sign = np.where(rings.ring_is_hole, -1.0, 1.0) * np.sign(area)
    total = np.bincount(rings.ring_area, weights=sign * area, minlength=rings.area_count)
    centre = np.empty((rings.area_count, 2))
    for axis in (0, 1):
        moment = (
            np.bincount(own, weights=cross * (here + there)[:, axis], minlength=count) / 6.0
            + area * points[start[:-1], axis]
        )
        sums = np.bincount(rings.ring_area, weights=sign * moment, minlength=rings.area_count)
        centre[:, axis] = sums / total
    return centre


def table(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Rows as a markdown table."""
    lines = [heads, ["---"] * len(heads), *rows]
    return "\n".join("| " + " | ".join(str(cell) for cell in line) + " |" for line in lines)


if __name__ == "__main__":
    print(run(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))
