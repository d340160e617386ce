"""The plan of territory:balance, judged, with all that is written about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ...core.arrays import FloatArray, IntArray
from ...core.balance.problem import BalanceProblem
from ...core.balance.settings import BalanceResult
from ...core.plan.order import numbers_from_north
from ...core.plan.statistics import PlanStatistics, centre_distances, plan_statistics
from ..fields import TerritoryNames
from ..inputs.units import SpatialUnits
from ..outputs.homes import ResitedHomes
from .balance_start import Start


@dataclass(frozen=True)
class Outcome:
    """The best plan with everything that is written about it."""

    units: SpatialUnits
    problem: BalanceProblem
    names: TerritoryNames
    labels: IntArray
    distance_m: FloatArray
    statistics: PlanStatistics
    before: PlanStatistics | None
    homes: ResitedHomes
    result: BalanceResult
    changed_pct: float

    @classmethod
    def create(
        cls,
        units: SpatialUnits,
        problem: BalanceProblem,
        start: Start,
        result: BalanceResult,
        labels: IntArray,
        resite: Callable[..., ResitedHomes],
    ) -> Outcome:
        if start.labels is None:
            labels = numbered_from_north(labels, problem)

        def judged(plan: IntArray) -> tuple[FloatArray, PlanStatistics]:
            distance = home_distances(units, problem, start, plan)
            return distance, plan_statistics(
                plan,
                problem.weights,
                problem.targets,
                distance,
                problem.travel_weights,
                problem.graph,
            )

        distance, statistics = judged(labels)
        changed = np.zeros(len(labels), dtype=bool)
        before = None
        if start.labels is not None:
            changed = (start.labels >= 0) & (labels != start.labels)
            _, before = judged(start.labels)
        return cls(
            units=units,
            problem=problem,
            names=start.names,
            labels=labels,
            distance_m=distance,
            statistics=statistics,
            before=before,
            homes=resite(units, problem, start, labels=labels),
            result=result,
            changed_pct=100.0 * float(problem.travel_weights[changed].sum()),
        )

    def numbers(self) -> dict[str, float | int | str]:
        """Number outputs by id, as plain Python values; those of the start if there was one."""
        start = self.before
        before = (
            {}
            if start is None
            else {
                "START_MAX_DEVIATION_PCT": start.max_deviation_pct,
                "START_CV_PCT": start.cv_pct,
                "START_MEAN_DISTANCE_M": start.overall_mean_distance_m,
                "START_BORDER_LENGTH_M": start.border_length_m,
                "START_PARTS": int(start.parts.sum()),
            }
        )
        return before | {
            "PARTS": int(self.statistics.parts.sum()),
            "MAX_DEVIATION_PCT": self.statistics.max_deviation_pct,
            "CV_PCT": self.statistics.cv_pct,
            "LOWER_BOUND_PCT": float(self.result.lower_bound_pct),
            "MEAN_DISTANCE_M": self.statistics.overall_mean_distance_m,
            "BORDER_LENGTH_M": self.statistics.border_length_m,
            "CHANGED_PCT": self.changed_pct,
            "GENERATIONS": int(self.result.generations),
            "SECONDS": float(self.result.seconds),
            "STATUS": self.result.status,
        }


def numbered_from_north(labels: IntArray, problem: BalanceProblem) -> IntArray:
    """Number territories without a name from north to south (then west to east)."""
    count = problem.territory_count
    sizes = np.maximum(np.bincount(labels, minlength=count), 1)
    x, y = (np.bincount(labels, weights=axis, minlength=count) / sizes for axis in problem.points.T)
    return numbers_from_north(np.column_stack([x, y]))[labels]


def home_distances(
    units: SpatialUnits,
    problem: BalanceProblem,
    start: Start,
    labels: IntArray,
) -> FloatArray:
    """Distance in metres (n,) to the fixed home, else to the territory's weighted centre."""
    if problem.travel_cost is not None and start.distance_m is not None:
        return np.where(labels >= 0, start.distance_m[np.arange(len(labels)), labels], np.nan)
    _, distance = centre_distances(
        labels, units.positions, problem.travel_weights, problem.territory_count, units.metric
    )
    return distance
