"""Judging and editing: how long each figure takes, on real areas and on many generated ones."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
from territory_design.benchmarks.balance import (
    EXAMPLES,
    generated_problem,
    layer_problem,
    nearest,
    table,
)
from territory_design.core.balance.plan_problem import lower_bound_of_plan
from territory_design.core.balance.problem import BalanceProblem
from territory_design.core.contiguity.cut_areas import cut_areas
from territory_design.core.geometry.geodesy import PlaneMetric
from territory_design.core.plan.areas import Areas, Homes
from territory_design.core.plan.compare import compare_plans
from territory_design.core.plan.editor import PlanEditor
from territory_design.core.plan.firmness import firmness
from territory_design.core.plan.measures import measures_of
from territory_design.core.plan.overlap import hull_overlap
from territory_design.core.plan.plan import Plan
from territory_design.core.plan.rules import PlanRules
from territory_design.core.plan.strokes import Stroke
from territory_design.core.plan.suggestions import best_next_move, repair_stroke
from territory_design.core.plan.validate import find_breaches

STROKES = 60
STREWN = 0.01


def run(output_folder: Path, data_folder: Path | None = None) -> Path:
    """Run all cases and write ``judge.md`` into the folder."""
    data = Path(data_folder or EXAMPLES)
    target = Path(output_folder) / "judge.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    sections = ["# Judging and editing plans", "Milliseconds of processor time, without reading."]
    municipalities = layer_problem(data / "germany_municipalities.gpkg", ["farms"], 27)
    for name, problem in (
        ("Municipalities × 27", municipalities),
        ("Districts × 20", layer_problem(data / "de_kreise.gpkg", ["farms_synth"], 20)),
        ("Generated, 100,000 areas × 100", generated_problem(100_000, 100)),
    ):
        rows = [[what, f"{1000.0 * seconds:.1f}"] for what, seconds in times(plan_of(problem))]
        sections += [f"## {name}", table(("what", "ms"), rows)]
    target.write_text("\n\n".join(sections) + "\n", encoding="utf-8")
    return target


def plan_of(problem: BalanceProblem) -> Plan:
    """The nearest of spread homes; the homes are the areas next to the weighted centres."""
    weights = problem.weights
    areas = Areas(
        range(len(weights)),
        problem.points,
        PlaneMetric(),
        weights,
        weights[:, 0],
        problem.graph,
    )
    plan = Plan(areas, nearest(problem), range(problem.territory_count), problem.targets)
    away = ((areas.points[:, None] - plan.centres[None]) ** 2).sum(axis=2)
    return plan.from_homes(Homes.in_areas(areas, away.argmin(axis=0)))


def times(plan: Plan) -> Iterator[tuple[str, float]]:
    """Each figure by itself; what a graph and a plan remember is made before."""
    rng = np.random.default_rng(1)
    graph, labels, count = plan.areas.graph, plan.labels, plan.territory_count
    strewn = rng.random(len(labels)) < STREWN
    other = plan.with_labels(np.where(strewn, rng.integers(0, count, len(labels)), labels))
    perimeter = np.bincount(
        np.concatenate([graph.first, graph.second]),
        np.tile(graph.border_m, 2),
        minlength=len(labels),
    )
    _ = graph.neighbours, plan.areas.points
    yield "all measures", seconds(lambda: measures_of(replace(plan)))
    yield "cut areas", seconds(lambda: cut_areas(graph, labels))
    yield "firmness", seconds(lambda: firmness(replace(plan)))
    yield (
        "compare, 1 % strewn, re-sited",
        seconds(lambda: compare_plans(replace(plan), replace(other), other.from_homes(None))),
    )
    rules = PlanRules(max_deviation_pct=5.0)
    yield (
        "validate, 1 % strewn",
        seconds(lambda: find_breaches(replace(other), rules, None, perimeter)),
    )
    for name, judged in (("tidy", plan), ("1 % strewn", other)):
        yield (
            f"overlap of hulls, {name}",
            seconds(
                lambda judged=judged: hull_overlap(
                    judged.labels, plan.areas.points, np.ones(len(labels)), count
                )
            ),
        )
    yield "lower bound", seconds(lambda: lower_bound_of_plan(plan))
    yield "repair of 1 % strewn", seconds(lambda: repair_stroke(other))
    yield from editing_times(plan, rng)


def editing_times(plan: Plan, rng: np.random.Generator) -> Iterator[tuple[str, float]]:
    """Set-up, and strokes across borders of one area and of 500 (95th percentile)."""
    graph, points = plan.areas.graph, plan.areas.points
    started = time.process_time()
    editor = PlanEditor(plan)
    yield "editor, set-up", time.process_time() - started
    border = np.flatnonzero(plan.labels[graph.first] != plan.labels[graph.second])
    for size in (1, 500):
        spent = []
        for edge in rng.choice(border, STROKES).tolist():
            area, beyond = int(graph.first[edge]), int(graph.second[edge])
            near = np.argsort(((points - points[area]) ** 2).sum(axis=1))[:size]
            stroke = Stroke.to(near, int(plan.labels[beyond]))
            started = time.process_time()
            undo = editor.accept(editor.preview(stroke))
            spent.append(time.process_time() - started)
            editor.apply(undo, force=True)
        yield f"preview and do, areas: {size}", float(np.percentile(spent, 95))
    yield "best next move, first time", seconds(lambda: best_next_move(editor))
    yield "best next move", seconds(lambda: best_next_move(editor))


def seconds(work: Callable[[], object]) -> float:
    """Processor time of some work, once."""
    started = time.process_time()
    work()
    return time.process_time() - started
