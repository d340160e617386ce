"""What territory:balance says of its plan in the log."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsProcessingFeedback

from ...core.errors import name_some
from ...core.plan.plan import Plan
from ...core.plan.resiting import Resited
from ..texts import counted, tr


def tell(resited: Resited, feedback: QgsProcessingFeedback) -> None:
    """Say how long trips are before and after, and whose home lies outside."""
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
    outside = [after.names[i] for i in after.homes_outside()]
    if outside:
        feedback.pushWarning(
            counted(
                len(outside),
                "{count} current home lies outside its own territory: {names}.",
                "{count} current homes lie outside their own territories: {names}.",
                names=name_some(outside),
            )
        )


def _mean(plan: Plan) -> str:
    """Mean trip in km, and minutes where they are known."""
    metres, seconds = plan.statistics.overall_mean_distance_m, plan.overall_mean_trip_s
    text = f"{metres / 1e3:,.1f} km"
    if seconds is None or not np.isfinite(seconds):
        return text
    return f"{text} ({seconds / 60.0:,.0f} min)"
