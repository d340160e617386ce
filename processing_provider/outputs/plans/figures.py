"""What territory:balance says of its plan, in numbers and in the log."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import QgsProcessingFeedback

from ....core.balance.result import MAX_SECONDS, BalanceResult
from ....core.balance.solved import Solved
from ....core.errors import name_some
from ....core.plan.plan import Plan
from ....core.plan.resiting import Resited
from ....core.texts import Text
from ....core.unit_factors import METRES_PER_KM, SECONDS_PER_MINUTE
from ...common.fields import TerritoryNames
from ...common.number_format import localised
from ...common.texts import counted, tr, worded


def numbers_of(solved: Solved) -> dict[str, Any]:
    """Number outputs by id, as plain Python values; those that are known."""
    resited, result = solved.resited, solved.result
    plan, before = resited.after, resited.before
    statistics = plan.statistics
    numbers: dict[str, Any] = {
        "PARTS": int(statistics.parts.sum()),
        "MAX_DEVIATION_PCT": statistics.max_deviation_pct,
        "CV_PCT": statistics.cv_pct,
        "LOWER_BOUND_PCT": float(result.lower_bound_pct),
        "MEAN_DISTANCE_M": statistics.overall_mean_distance_m,
        "RESITED_MEAN_DISTANCE_M": resited.best.statistics.overall_mean_distance_m,
        "BORDER_LENGTH_M": statistics.border_length_m,
        "GENERATIONS": int(result.generations),
        "SECONDS": float(result.seconds),
        "STATUS": result.status,
        "HOMES_OUTSIDE": len(plan.homes_outside()),
    }
    more = {
        "MEAN_DISTANCE_BOUND_M": solved.travel_bound_m,
        "MEAN_TIME_S": plan.overall_mean_trip_s,
        "RESITED_MEAN_TIME_S": resited.best.overall_mean_trip_s,
    }
    if plan.changed_share is not None:
        numbers["CHANGED_PCT"] = 100.0 * plan.changed_share
    if solved.change is not None:
        numbers["CHANGED_BOUND_PCT"] = 100.0 * solved.change.least
    if before is not None:
        start = before.statistics
        more["START_MEAN_TIME_S"] = before.overall_mean_trip_s
        numbers |= {
            "START_MAX_DEVIATION_PCT": start.max_deviation_pct,
            "START_CV_PCT": start.cv_pct,
            "START_MEAN_DISTANCE_M": start.overall_mean_distance_m,
            "START_BORDER_LENGTH_M": start.border_length_m,
            "START_PARTS": int(start.parts.sum()),
        }
    return numbers | {
        name: value for name, value in more.items() if value is not None and np.isfinite(value)
    }


def tell_change(solved: Solved, feedback: QgsProcessingFeedback) -> None:
    """Say how much of the current plan changes hands, and how much must."""
    share, needed = solved.resited.after.changed_share, solved.change
    if share is None or needed is None:
        return
    changed, least, flows = 100.0 * share, 100.0 * needed.least, needed.between_neighbours
    if flows is None or 100.0 * flows <= least:
        text = Text.of(
            "{changed:.1f} % of the weight changes its territory; no plan this balanced can do "
            "with less than {least:.1f} %.",
            changed=changed,
            least=least,
        )
    else:
        text = Text.of(
            "{changed:.1f} % of the weight changes its territory; no plan this balanced can do "
            "with less than {least:.1f} %. Where weight goes from neighbour to neighbour it takes "
            "{flows:.1f} %; less is only possible by narrow strips through other territories.",
            changed=changed,
            least=least,
            flows=100.0 * flows,
        )
    feedback.pushInfo(worded(text))
    if solved.result.reachable_pct > solved.result.lower_bound_pct:
        feedback.pushInfo(
            worded(
                Text.of(
                    "Within “Maximum change” (MAX_CHANGE), weight that goes from neighbour to "
                    "neighbour leaves a worst deviation of {deviation:,.1f} %. Raise it for a more "
                    "even plan.",
                    deviation=solved.result.reachable_pct,
                )
            )
        )


def tell(solved: Solved, names: TerritoryNames, feedback: QgsProcessingFeedback) -> None:
    """Say how even the plan is, how long trips are before and after, and whose home is outside."""
    resited = solved.resited
    _tell_deviation(resited.after, solved.result, feedback)
    if not resited.has_people:
        return
    before, after, best = resited.before, resited.after, resited.best
    values = {"after": _mean(after), "best": _mean(best)}
    if before is None:
        feedback.pushInfo(
            tr(
                "Mean trip: {after} from the current homes, {best} from the best home in each "
                "territory."
            ).format(**values)
        )
    elif after.current is None:
        feedback.pushInfo(
            tr(
                "Mean trip: {before} to the nearest representative, {after} in the new territories "
                "from the current homes, {best} from the best home in each of them."
            ).format(before=_mean(before), **values)
        )
    else:
        feedback.pushInfo(
            tr(
                "Mean trip: {before} in the current plan, {after} in the new territories from the "
                "current homes, {best} from the best home in each of them."
            ).format(before=_mean(before), **values)
        )
    _tell_missing_routes(resited, feedback)
    outside = [names.shown(after.names[i]) for i in after.homes_outside()]
    if outside:
        feedback.pushWarning(
            counted(
                len(outside),
                "{count} current home lies outside its own territory: {names}.",
                "{count} current homes lie outside their own territories: {names}.",
                names=name_some(outside),
            )
        )


def _tell_missing_routes(resited: Resited, feedback: QgsProcessingFeedback) -> None:
    """Say how many areas mean times leave out, as they have no route from the home."""
    now, later = resited.after.without_route, resited.best.without_route
    if len(now) or len(later):
        feedback.pushWarning(
            tr(
                "Areas without a route in the cost matrix: {now} from the current homes, {later} "
                "from the best homes ({areas}). Mean times leave them out, so that they cannot "
                "be compared; in mean distances they count as straight lines."
            ).format(
                now=len(now),
                later=len(later),
                areas=name_some(
                    [
                        resited.after.areas.called[i]
                        for i in sorted({*now.tolist(), *later.tolist()})
                    ]
                ),
            )
        )


def tell_workflow(
    solved: Solved, names: TerritoryNames, feedback: QgsProcessingFeedback, *, is_greenfield: bool
) -> None:
    """The same for a plan from beginning to end, in which homes may be proposals."""
    if not is_greenfield:
        tell(solved, names, feedback)
        return
    resited = solved.resited
    _tell_deviation(resited.after, solved.result, feedback)
    if resited.before is not None:
        feedback.pushInfo(
            tr(
                "Mean trip: {before} to the nearest of the homes that were chosen first, {after} "
                "from these in the balanced territories, {best} from the best home in each of them."
            ).format(
                before=_mean(resited.before), after=_mean(resited.after), best=_mean(resited.best)
            )
        )


def _tell_deviation(plan: Plan, result: BalanceResult, feedback: QgsProcessingFeedback) -> None:
    deviation, bound = plan.statistics.max_deviation_pct, float(result.lower_bound_pct)
    feedback.pushInfo(
        worded(
            Text.of(
                "Worst deviation from the target: {deviation:,.3f} %; no plan can be below "
                "{bound:,.3f} %.",
                deviation=deviation,
                bound=bound,
            )
        )
    )
    if result.status == MAX_SECONDS and result.generations == 0:
        feedback.pushWarning(
            tr(
                "The time limit ended the search before its first generation; the plan is hardly "
                "better than the start. Raise “Time limit (s)” (MAX_SECONDS)."
            )
        )


def _mean(plan: Plan) -> str:
    """Mean trip in km, and minutes where they are known."""
    metres, seconds = plan.statistics.overall_mean_distance_m, plan.overall_mean_trip_s
    text = localised(f"{metres / METRES_PER_KM:,.1f}") + " km"
    if seconds is None or not np.isfinite(seconds):
        return text
    return f"{text} ({localised(f'{seconds / SECONDS_PER_MINUTE:,.0f}')} min)"
