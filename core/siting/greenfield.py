"""Centre-of-gravity siting with bounded allocation, for one count or a sweep of counts.

Customers are allocated to centres at least total demand × distance within the bounds, the
centres move to the middle of their customers, and so on until the objective no longer falls
(Cimren, weighted clustering with minimum and maximum cluster sizes, 2019). What is added to
that procedure: starts that are spread and improved without bounds first, starts carried over
from neighbouring counts, centres re-opened where they help more, middles on the sphere, and
centres that exist already and stay.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

import numpy as np

from ..assignment import HIGHS, Solver
from ..errors import InfeasibleProblem
from ..plan.areas import NO_AREA, Homes
from ..plan.order import north_to_south
from ..plan.plan import Plan
from ..progress import SILENT, Cancelled, Progress
from ..texts import Text
from ..unit_factors import METRES_PER_KM
from .centre_allocation import Allocation, IterationRecord
from .greenfield_problem import GreenfieldProblem
from .greenfield_refusals import refuse_impossible
from .greenfield_result import CentrePlan, GreenfieldResult, Sweep
from .greenfield_search import CentreSearch
from .location_model import LocationModel


def solve_greenfield(
    problem: GreenfieldProblem,
    sweep: Sweep,
    *,
    solver: Solver = HIGHS,
    progress: Progress = SILENT,
) -> GreenfieldResult:
    """Place centres and allocate customers, for every given number of centres.

    Parameters
    ----------
    problem : GreenfieldProblem
    sweep : Sweep
    solver : Solver
        Who answers the exact allocations, see :func:`~..assignment.open_solver`.

    Raises
    ------
    InfeasibleProblem
        No count can keep the bounds; the message gives the numbers.
    Cancelled
        Cancelled before there was any plan.
    """
    possible, refused = _possible_counts(problem, sweep.counts)
    history: list[IterationRecord] = []
    plans: list[CentrePlan] = []
    before: Allocation | None = None
    status = "feasible"
    for number, count in enumerate(possible):
        rng = np.random.default_rng([sweep.seed, count])
        part = progress.part(number / len(possible), (number + 1) / len(possible))
        search = CentreSearch(problem, count, rng, history, solver, part)
        try:
            before = search.run(sweep.restarts, initial=sweep.initial, smaller=before)
        except Cancelled:
            status = "cancelled"
            break
        except InfeasibleProblem as error:
            refused[count] = error
            continue
        plans.append(_measured(problem, before))
        progress.message(_told(plans[-1]))
        if progress.is_cancelled():
            status = "cancelled"
            break
    if not plans:
        if status == "cancelled":
            raise Cancelled
        raise next(iter(refused.values()))
    reasons = {count: error.text for count, error in sorted(refused.items())}
    single = LocationModel(problem, 1).single_objective()
    return GreenfieldResult(problem, plans, sweep, single, history, reasons, status)


def _possible_counts(
    problem: GreenfieldProblem, counts: Sequence[int]
) -> tuple[list[int], dict[int, InfeasibleProblem]]:
    possible: list[int] = []
    refused: dict[int, InfeasibleProblem] = {}
    # Of counts beyond all customers the first is refused for all: there may be a thousand million.
    most = max(problem.customer_count, problem.existing_count)
    for count in counts[: bisect_right(counts, most) + 1]:
        try:
            refuse_impossible(problem, count)
            possible.append(count)
        except InfeasibleProblem as error:
            refused[count] = error
    return possible, refused


def _told(plan: CentrePlan) -> Text:
    return Text.counted(
        plan.count,
        "{count} centre: mean distance {mean:,.3f} km, maximum {maximum:,.3f} km",
        "{count} centres: mean distance {mean:,.3f} km, maximum {maximum:,.3f} km",
        mean=plan.plan.statistics.overall_mean_distance_m / METRES_PER_KM,
        maximum=plan.distance_m.max() / METRES_PER_KM,
    )


def _measured(problem: GreenfieldProblem, found: Allocation) -> CentrePlan:
    """An allocation as a plan, new centres numbered from north to south after the existing."""
    fixed, count = problem.existing_count, len(found.centres)
    order = np.concatenate([np.arange(fixed), fixed + north_to_south(found.centres[fixed:])])
    rank = np.empty(count, dtype=np.int64)
    rank[order] = np.arange(count)
    customers = problem.customers
    plan = Plan(
        customers,
        rank[found.labels],
        list(range(1, count + 1)),
        np.tile(customers.weights.sum(axis=0) / count, (count, 1)),
        Homes(found.centres[order], np.full(count, NO_AREA)),
    )
    objective = float((problem.demand * plan.trip_m).sum())
    return CentrePlan(plan, objective, min(found.bound, objective), found.restart, found.iteration)
