"""Figures of the workbench in words."""

from __future__ import annotations

import math
from datetime import datetime

from qgis.PyQt.QtCore import QDateTime, QLocale

from ...core.arrays import FloatArray
from ...core.plan.plan import Plan
from ...core.plan.reasons import reason_of
from ...core.plan.strokes import Preview
from ...core.plan.territory_figures import TerritoryFigures
from ...core.texts import Text
from ...core.unit_factors import METRES_PER_KM
from ...processing_provider.common.number_format import locale, localised
from ...processing_provider.common.texts import counted, tr, worded

# A stroke seldom touches more; two lines of the dock hold them.
_MOST_NAMED = 4
_MOST_REFUSALS = 2  # a lasso around everything has dozens; the figures stay in view


def percent(value: float, digits: int = 1) -> str:
    """Signed percent; a dash where there is no number."""
    if math.isinf(value):
        return "∞"
    # Adding 0 makes +0.0 of what rounds to -0.0.
    return "–" if math.isnan(value) else localised(f"{round(value, digits) + 0.0:+.{digits}f} %")


def plain_percent(value: float, digits: int = 2) -> str:
    """Percent without a sign; dots where it is not known yet."""
    return "…" if math.isnan(value) else localised(f"{value:.{digits}f} %")


def moment(iso: str) -> str:
    """A moment as ISO 8601 in the user's own time and format; as it stands where it is none."""
    try:
        seconds = int(datetime.fromisoformat(iso).timestamp())
    except ValueError:
        return iso
    there = QDateTime.fromSecsSinceEpoch(seconds)
    return str(locale().toString(there, QLocale.FormatType.ShortFormat))


def kilometres(metres: float, digits: int = 1) -> str:
    """A distance in kilometres; a dash where there is none."""
    return (
        "–" if not math.isfinite(metres) else localised(f"{metres / METRES_PER_KM:,.{digits}f} km")
    )


def amount(value: float) -> str:
    """A total, with as many digits as it needs."""
    if not math.isfinite(value):
        return "–"
    is_whole = abs(value) >= 100.0 or value == round(value)
    return localised(f"{value:,.0f}" if is_whole else f"{value:,.4g}")


def preview_lines(preview: Preview, plan: Plan) -> list[str]:
    """What a stroke would do: refusals first, then deviations and travel."""
    told = preview.refusals[:_MOST_REFUSALS]
    lines = [worded(reason_of(refusal, plan).text) for refusal in told]
    more = len(preview.refusals) - len(told)
    if more:
        lines.append(
            counted(
                more,
                "{count} more reason is against it.",
                "{count} more reasons are against it.",
            )
        )
    count = len(preview.stroke)
    if not count:
        return lines
    lines.append(
        counted(count, "{count} area would change hands.", "{count} areas would change hands.")
    )
    changes = [
        tr("{name}: {before} → {after}").format(
            name=plan.names[territory],
            before=_worst(preview.before.deviation_pct[row]),
            after=_worst(preview.after.deviation_pct[row]),
        )
        for row, territory in enumerate(preview.territories.tolist())
        if territory < plan.territory_count
    ]
    lines.append(" · ".join(changes[:_MOST_NAMED]) + (" …" if len(changes) > _MOST_NAMED else ""))
    lines.append(
        worded(
            Text.of(
                "Worst deviation: {before:.2f} → {after:.2f} %",
                before=preview.worst_pct[0],
                after=preview.worst_pct[1],
            )
        )
    )
    mean = [_mean(figures) for figures in (preview.before, preview.after)]
    if all(map(math.isfinite, mean)):
        lines.append(
            tr("Mean trip of these: {before} → {after}").format(
                before=kilometres(mean[0]), after=kilometres(mean[1])
            )
        )
    return lines


def _mean(figures: TerritoryFigures) -> float:
    return figures.metres.overall_mean


def _worst(deviation: FloatArray) -> str:
    return percent(max(deviation.tolist(), key=abs, default=math.nan))
