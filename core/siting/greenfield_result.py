"""What a sweep over numbers of centres is told, and what it answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from ..arrays import FloatArray, IntArray
from ..certain import certain
from ..errors import InvalidInput
from ..plan.plan import Plan
from ..texts import Text
from .centre_allocation import IterationRecord
from .curve import (
    CentreCosts,
    Recommendation,
    improvement_pct,
    recommended_by_cost,
    recommended_by_saving,
)
from .greenfield_problem import GreenfieldProblem
from .settings import DEFAULT_MIN_SAVING_PCT, DEFAULT_RESTARTS


@dataclass(frozen=True)
class Sweep:
    """Which numbers of centres are tried, and how hard.

    Attributes
    ----------
    counts : sequence of int
        Numbers of centres, existing ones included, ascending.
    seed : int
        The same seed gives the same result, count by count, whatever else is in the sweep
        except for the neighbouring counts, whose centres are starts as well.
    restarts : int
        Random starts per count, at least 1.
    initial : ndarray of int, shape (n,), or None
        Given allocation to start from (labels from 0, −1 for none); used for the count that
        equals its number of groups. Existing centres stand in for the groups nearest to them.
    costs : CentreCosts
        By which one of the counts is recommended, where they are given.
    min_saving_pct : float
        Else: saving from which on a further centre is worth while, in percent of the travel with
        one centre alone.
    """

    counts: Sequence[int]
    seed: int = 1
    restarts: int = DEFAULT_RESTARTS
    initial: IntArray | None = None
    costs: CentreCosts = field(default_factory=CentreCosts)
    min_saving_pct: float = DEFAULT_MIN_SAVING_PCT

    def __post_init__(self) -> None:
        if not len(self.counts) or self.restarts < 1:
            raise InvalidInput("Give at least one number of centres and at least one start.")


@dataclass(frozen=True)
class CentreStatistics:
    """Distances per centre, each an array of shape (k,) over the centre's customers, in metres.

    NaN for a centre without customers.

    Attributes
    ----------
    minimum, mean, maximum : ndarray
        Plain; the maximum is the centre's radius.
    travel : ndarray
        Sum of demand × distance; 0 for a centre without customers.
    """

    minimum: FloatArray
    mean: FloatArray
    maximum: FloatArray
    travel: FloatArray

    @classmethod
    def of(cls, plan: Plan) -> CentreStatistics:
        """Figures of a plan that serves every customer."""
        k, labels, distance = plan.territory_count, plan.labels, plan.trip_m
        least, most = np.full(k, np.inf), np.full(k, -np.inf)
        np.minimum.at(least, labels, distance)
        np.maximum.at(most, labels, distance)
        customers = np.bincount(labels, minlength=k)
        total = np.bincount(labels, weights=distance, minlength=k)
        travel = np.bincount(labels, weights=plan.areas.trips * distance, minlength=k).astype(float)
        with np.errstate(invalid="ignore"):
            mean = total / customers
        filled = customers > 0
        return cls(np.where(filled, least, np.nan), mean, np.where(filled, most, np.nan), travel)


@dataclass(frozen=True)
class CentrePlan:
    """Best plan found for one number of centres.

    Attributes
    ----------
    plan : Plan
        Customers by centre: existing centres first, new ones from north to south. Its homes are
        the centres, its weights the demand.
    objective : float
        Sum of demand × distance.
    allocation_bound : float
        No allocation to these centres has a smaller objective.
    restart, iteration : int
        Where in the history the plan was found.
    """

    plan: Plan
    objective: float
    allocation_bound: float
    restart: int
    iteration: int

    @property
    def count(self) -> int:
        """Number of centres."""
        return self.plan.territory_count

    @property
    def centres(self) -> FloatArray:
        """Positions of the centres, shape (k, 2)."""
        return certain(self.plan.homes).positions

    @property
    def labels(self) -> IntArray:
        """Centre of each customer, shape (n,)."""
        return self.plan.labels

    @property
    def empty_centres(self) -> IntArray:
        """Numbers of the centres to which no customer goes."""
        return np.flatnonzero(np.bincount(self.labels, minlength=self.count) == 0)

    @property
    def distance_m(self) -> FloatArray:
        """Metres from each customer to its centre, shape (n,)."""
        return self.plan.trip_m

    @property
    def distance_range_m(self) -> tuple[float, float, float]:
        """Least, mean and greatest distance of all customers in metres, each counting once."""
        distance = self.distance_m
        return float(distance.min()), float(distance.mean()), float(distance.max())

    @cached_property
    def figures(self) -> CentreStatistics:
        """Distances per centre."""
        return CentreStatistics.of(self.plan)


@dataclass(frozen=True)
class CurvePoint:
    """What a number of centres takes.

    Attributes
    ----------
    count : int
    objective : float
        Sum of demand × distance in metres.
    improvement_pct : float
        Against the number before, in percent; 0 for the first.
    saving_pct : float
        Saving against the number before per further centre, in percent of the travel with one
        centre alone; NaN for the first.
    mean_distance_m : float
        Mean over all demand.
    total_cost : float
        Of travel and centres, see :class:`CentreCosts`.
    """

    count: int
    objective: float
    improvement_pct: float
    saving_pct: float
    mean_distance_m: float
    total_cost: float


@dataclass(frozen=True)
class GreenfieldResult:
    """Answer to a greenfield problem.

    Attributes
    ----------
    problem : GreenfieldProblem
    plans : list of CentrePlan
        One per solved count, ascending.
    sweep : Sweep
        What was tried, and by which costs.
    single_objective : float
        Demand × metres with one centre in the middle of all customers.
    iterations : list of IterationRecord
        History of all restarts of all counts.
    refused : dict of int to Text
        Counts of the sweep whose bounds cannot be kept, and why.
    status : str
        ``feasible``, or ``cancelled`` (best so far).
    """

    problem: GreenfieldProblem
    plans: list[CentrePlan]
    sweep: Sweep
    single_objective: float
    iterations: list[IterationRecord]
    refused: dict[int, Text]
    status: str

    @cached_property
    def recommendation(self) -> Recommendation:
        """The count with the least total cost, or beyond which a further centre saves little."""
        if self.sweep.costs.are_given:
            return recommended_by_cost({point.count: point.total_cost for point in self.curve})
        return recommended_by_saving(
            {plan.count: plan.objective for plan in self.plans},
            self.single_objective,
            self.sweep.min_saving_pct,
        )

    @property
    def best_count(self) -> int:
        """The recommended count."""
        return self.recommendation.count

    @property
    def best(self) -> CentrePlan:
        """Plan of the recommended count."""
        return next(plan for plan in self.plans if plan.count == self.best_count)

    @cached_property
    def curve(self) -> list[CurvePoint]:
        """What each solved number of centres takes, ascending."""
        objectives = [plan.objective for plan in self.plans]
        total, single = self.problem.total_demand, self.single_objective
        points: list[CurvePoint] = []
        for plan, better in zip(self.plans, improvement_pct(objectives)):
            saving = np.nan
            if points and single > 0.0:
                further = plan.count - points[-1].count
                saving = 100.0 * (points[-1].objective - plan.objective) / single / further
            points.append(
                CurvePoint(
                    plan.count,
                    plan.objective,
                    float(better),
                    saving,
                    plan.objective / total,
                    self.sweep.costs.total(plan.objective, plan.count),
                )
            )
        return points

    @property
    def best_point(self) -> CurvePoint:
        """What the recommended count takes."""
        return next(point for point in self.curve if point.count == self.best_count)

    def history(self, restart: int) -> list[tuple[int, float]]:
        """Rounds of one start of the recommended count: iteration and mean distance in metres."""
        total = self.problem.total_demand
        return [
            (record.iteration, record.objective / total)
            for record in self.best_records
            if record.restart == restart
        ]

    @cached_property
    def best_records(self) -> list[IterationRecord]:
        """History of the recommended count."""
        return [record for record in self.iterations if record.count == self.best_count]
