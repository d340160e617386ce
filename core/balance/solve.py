"""One case of balancing from the problem to the plan: searched, re-sited, with what is proved."""

from __future__ import annotations

from ..arrays import BoolArray
from ..plan.plan import Plan
from ..plan.resiting import Resited
from ..progress import SILENT, Cancelled, Progress
from ..travel.trips import Trips
from .case import BalanceCase
from .feasibility import Checked
from .result import BalanceResult
from .search import balance
from .settings import SearchSettings
from .solved import Solved

_SEARCH = 0.93
"""Share of the progress that the search takes; bound and homes need a second in 10,946 areas."""


def solve(
    case: BalanceCase,
    trips: Trips,
    settings: SearchSettings,
    *,
    checked: Checked | None = None,
    candidates: BoolArray | None = None,
    progress: Progress = SILENT,
) -> Solved:
    """Search the case's problem and re-site the plan.

    Parameters
    ----------
    case : BalanceCase
    trips : Trips
        What trips between areas cost.
    settings : SearchSettings
    checked : Checked, optional
        What the case said of itself, if it was asked before.
    candidates : ndarray of bool, shape (n,), optional
        Areas that may be homes.

    Raises
    ------
    InvalidInput, InfeasibleProblem, Cancelled
        As :func:`.balance` does.
    """
    result = balance(
        case.problem,
        settings,
        checked=case.check() if checked is None else checked,
        progress=progress.part(0.0, _SEARCH),
    )
    return solved_from(case, trips, result, candidates, progress.part(_SEARCH, 1.0))


def solved_from(
    case: BalanceCase,
    trips: Trips,
    result: BalanceResult,
    candidates: BoolArray | None = None,
    progress: Progress = SILENT,
) -> Solved:
    """What came of a search, wherever it ran."""
    resited = resited_plan(case, trips, case.plan(result.labels), candidates)
    current = case.current_totals(resited.after)
    return Solved(
        resited,
        result,
        _travel_bound(case, resited.after, progress),
        None if current is None else current.needed(),
    )


def resited_plan(
    case: BalanceCase, trips: Trips, plan: Plan, candidates: BoolArray | None = None
) -> Resited:
    """The plan from the current homes, and from the best one in each territory."""
    start = case.start
    # A matrix with rows from the current homes alone knows no others.
    known = trips.table is None or start.stays is None or trips.knows_more_than(start.names)
    table = trips if known else None
    resited = Resited.of(plan, case.first_plan, table, start.stays, candidates)
    return resited.with_lines_for_gaps()


def _travel_bound(case: BalanceCase, plan: Plan, progress: Progress) -> float | None:
    """Mean trip that no plan this balanced can be below; None where it is not known."""
    try:
        progress.stop_if_cancelled()
        return case.travel_bound_m(plan, progress)
    except Cancelled:  # the plan is there, and is handed back
        return None
