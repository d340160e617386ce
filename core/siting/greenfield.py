"""Centre-of-gravity siting with bounded allocation, for one count or a sweep of counts.

Customers are allocated to centres at least total demand × distance within the bounds, the
centres move to the middle of their customers, and so on until the objective no longer falls
(Cimren, weighted clustering with minimum and maximum cluster sizes, 2019). What is added to
that procedure: starts that are spread and improved without bounds first, starts carried over
from neighbouring counts, centres re-opened where they help more, middles on the sphere, and
centres that exist already and stay.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..assignment import HIGHS, Solver
from ..errors import InfeasibleProblem, InvalidInput
from ..progress import SILENT, Cancelled, Progress
from ..texts import Text
from .curve import improvement_pct, recommended_count
from .greenfield_problem import GreenfieldProblem
from .greenfield_search import CentreSearch, IterationRecord, Plan

DEFAULT_RESTARTS = 10


@dataclass(frozen=True)
class CentreStatistics:
    """Figures per centre, each an array of shape (k,).

    Attributes
    ----------
    customers : ndarray of int
    demand : ndarray
    min_distance_m, mean_distance_m, max_distance_m : ndarray
        Over the centre's customers, in metres; the greatest is the centre's radius.
        ``nan`` for a centre without customers.
    weighted_mean_distance_m : ndarray
        Mean weighted by demand.
    travel : ndarray
        Sum of demand × distance.
    """

    customers: IntArray
    demand: FloatArray
    min_distance_m: FloatArray
    mean_distance_m: FloatArray
    max_distance_m: FloatArray
    weighted_mean_distance_m: FloatArray
    travel: FloatArray


@dataclass(frozen=True)
class CountResult:
    """Best plan found for one number of centres.

    Attributes
    ----------
    count : int
    centres : ndarray, shape (k, 2)
        Positions, the existing centres first.
    labels : ndarray of int, shape (n,)
        Centre of each customer, from 0.
    distance_m : ndarray, shape (n,)
        From each customer to its centre.
    objective : float
        Sum of demand × distance.
    allocation_bound : float
        No allocation to these centres has a smaller objective.
    restart, iteration : int
        Where in the history the plan was found.
    """

    count: int
    centres: FloatArray
    labels: IntArray
    distance_m: FloatArray
    objective: float
    allocation_bound: float
    restart: int
    iteration: int


@dataclass(frozen=True)
class GreenfieldResult:
    """Answer to a greenfield problem.

    Attributes
    ----------
    plans : list of CountResult
        One per solved count, ascending.
    best_count : int
        The recommended count (see :func:`recommended_count`).
    iterations : list of IterationRecord
        History of all restarts of all counts.
    refused : dict of int to str
        Counts of the sweep whose bounds cannot be kept, and why.
    status : str
        ``feasible``, or ``cancelled`` (best so far).
    """

    plans: list[CountResult]
    best_count: int
    iterations: list[IterationRecord]
    refused: dict[int, str]
    status: str

    @property
    def best(self) -> CountResult:
        """Plan of the recommended count."""
        return next(plan for plan in self.plans if plan.count == self.best_count)

    def curve(self) -> list[tuple[int, float, float]]:
        """Rows (count, objective, improvement in percent against the row before)."""
        objectives = [plan.objective for plan in self.plans]
        improvements = improvement_pct(objectives)
        return [
            (plan.count, plan.objective, float(better))
            for plan, better in zip(self.plans, improvements)
        ]


def solve_greenfield(
    problem: GreenfieldProblem,
    counts: Sequence[int],
    *,
    seed: int = 1,
    restarts: int = DEFAULT_RESTARTS,
    initial: IntArray | None = None,
    opening_cost: float = 0.0,
    solver: Solver = HIGHS,
    progress: Progress = SILENT,
) -> GreenfieldResult:
    """Place centres and allocate customers, for every given number of centres.

    Parameters
    ----------
    problem : GreenfieldProblem
    counts : sequence of int
        Numbers of centres to try, existing centres included.
    seed : int
        The same seed gives the same result, count by count, whatever else is in the sweep
        except for the neighbouring counts, whose centres are starts as well.
    restarts : int
        Starts per count, at least 1.
    initial : ndarray of int, shape (n,), optional
        Given allocation to start from (labels from 0, −1 for none); used for the count that
        equals its number of groups. Existing centres stand in for the groups nearest to them.
    opening_cost : float
        Cost of one centre in demand × metres, for the recommended count.
    solver : Solver
        Who answers the exact allocations, see :func:`~..assignment.open_solver`.

    Raises
    ------
    InfeasibleProblem
        No count can keep the bounds; the message gives the numbers.
    Cancelled
        Cancelled before there was any plan.
    """
    wanted = sorted({int(count) for count in counts})
    if not wanted or restarts < 1:
        raise InvalidInput("Give at least one number of centres and at least one start.")
    possible, refused, reason = _possible_counts(problem, wanted)
    if not possible:
        assert reason is not None
        raise reason
    history: list[IterationRecord] = []
    plans: dict[int, CountResult] = {}
    before: Plan | None = None
    status = "feasible"
    for number, count in enumerate(possible):
        rng = np.random.default_rng([seed, count])
        part = progress.part(number / len(possible), (number + 1) / len(possible))
        search = CentreSearch(problem, count, rng, history, solver, part)
        try:
            plan = search.run(restarts, initial=initial, smaller=before)
        except Cancelled:
            status = "cancelled"
            break
        except InfeasibleProblem as error:
            refused[count], reason = str(error), error
            continue
        before = plan
        plans[count] = _measured(problem, count, plan)
        progress.message(_told(plans[count], float(np.sum(problem.demand))))
        if progress.is_cancelled():
            status = "cancelled"
            break
    if not plans:
        if status == "cancelled":
            raise Cancelled
        assert reason is not None
        raise reason
    ordered = [plans[count] for count in sorted(plans)]
    best = recommended_count(
        [plan.count for plan in ordered], [plan.objective for plan in ordered], opening_cost
    )
    return GreenfieldResult(ordered, best, history, refused, status)


def centre_statistics(problem: GreenfieldProblem, plan: CountResult) -> CentreStatistics:
    """Figures per centre of a plan."""
    k, demand = plan.count, np.asarray(problem.demand, dtype=float)
    customers = np.bincount(plan.labels, minlength=k)
    served = np.bincount(plan.labels, weights=demand, minlength=k).astype(float)
    travel = np.bincount(plan.labels, weights=demand * plan.distance_m, minlength=k).astype(float)
    total = np.bincount(plan.labels, weights=plan.distance_m, minlength=k)
    least, most = np.full(k, np.inf), np.full(k, -np.inf)
    np.minimum.at(least, plan.labels, plan.distance_m)
    np.maximum.at(most, plan.labels, plan.distance_m)
    empty = customers == 0
    with np.errstate(invalid="ignore", divide="ignore"):
        return CentreStatistics(
            customers,
            served,
            np.where(empty, np.nan, least),
            total / customers,
            np.where(empty, np.nan, most),
            travel / served,
            travel,
        )


def _possible_counts(
    problem: GreenfieldProblem, counts: Sequence[int]
) -> tuple[list[int], dict[int, str], InfeasibleProblem | None]:
    possible: list[int] = []
    refused: dict[int, str] = {}
    reason: InfeasibleProblem | None = None
    for count in counts:
        try:
            problem.refuse_impossible(count)
            possible.append(count)
        except InfeasibleProblem as error:
            refused[count] = str(error)
            reason = reason or error
    return possible, refused, reason


def _told(plan: CountResult, demand: float) -> Text:
    return Text.of(
        "{count} centres: mean distance {mean:,.3f} km, greatest {greatest:,.3f} km",
        count=plan.count,
        mean=plan.objective / demand / 1e3,
        greatest=plan.distance_m.max() / 1e3,
    )


def _measured(problem: GreenfieldProblem, count: int, plan: Plan) -> CountResult:
    distance = problem.metric.between(problem.positions, plan.centres[plan.labels])
    objective = float(np.asarray(problem.demand, dtype=float) @ distance)
    return CountResult(
        count,
        plan.centres,
        plan.labels,
        distance,
        objective,
        min(plan.bound, objective),
        plan.restart,
        plan.iteration,
    )
