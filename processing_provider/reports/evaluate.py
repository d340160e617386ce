"""The report of territory:evaluate: headline figures, territories, deviations."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from ...core.plan.plan import Plan
from ..outputs.judged_territories import SECONDS_PER_HOUR, Judgement
from ..texts import counted, tr
from .page import ACCENT, Report, Section, chart, kilometres, number, percent

if TYPE_CHECKING:
    from matplotlib.figure import Figure

NAMED_BARS = 60
"""Names beside more bars than these cannot be read."""


def evaluate_report(
    judgement: Judgement, lower_bound_pct: float, weight_fields: Sequence[str]
) -> Report:
    """Compose the report of one run; ``weight_fields`` are the balanced fields."""
    plan, measures = judgement.plan, judgement.measures
    worst, statistics = measures.worst_evenness, measures.statistics
    report = Report(
        title=tr("Evaluated territories"),
        subtitle=tr("{areas} areas, {territories} territories").format(
            areas=number(len(plan.areas)), territories=plan.territory_count
        ),
    )
    report.add_figure(
        tr("worst deviation from target"), f"{statistics.max_deviation_pct:.2f}\u202f%"
    )
    report.add_figure(tr("no plan can be below"), f"{lower_bound_pct:.2f}\u202f%")
    report.add_figure(tr("standard deviation from the target"), f"{worst.sigma_pct:.2f}\u202f%")
    report.add_figure(tr("mean distance"), kilometres(measures.metres.overall_mean))
    if measures.seconds is not None:
        hours = float(judgement.travelled(measures.seconds).sum()) / SECONDS_PER_HOUR
        report.add_figure(tr("hours of travel"), number(hours))
    report.add_figure(tr("contiguous parts"), number(int(statistics.parts.sum())))
    report.add_figure(tr("overlap"), f"{100.0 * judgement.overlap.overall:.1f}\u202f%")
    unassigned = int(np.count_nonzero(plan.labels < 0))
    if unassigned:
        report.notes.append(
            counted(
                unassigned,
                "{count} area has no territory.",
                "{count} areas have no territory.",
            )
        )
    report.sections.append(deviation_section(plan))
    report.sections.append(_territories(judgement, weight_fields))
    return report


def deviation_section(plan: Plan) -> Section:
    """Bars of the worst deviation of each territory."""

    def draw(figure: Figure) -> None:
        axes = figure.add_subplot()
        values = plan.statistics.worst_deviation_pct
        position = np.arange(len(values))
        axes.bar(position, np.where(np.isfinite(values), values, 0.0), 0.7, color=ACCENT)
        axes.axhline(0.0, color="black", linewidth=0.6)
        if len(values) <= NAMED_BARS:
            axes.set_xticks(position, [short(value) for value in plan.names])
            axes.tick_params(axis="x", rotation=90 if len(values) > 12 else 0, labelsize=8)
        axes.set_ylabel(tr("deviation from target (%)"))

    return Section(tr("Deviation of each territory"), image=chart(draw))


def short(value: Any, length: int = 14) -> str:
    """A name as it fits beside a bar; ``$`` is no formula."""
    text = str(value).replace("$", r"\$")
    return text if len(text) <= length else text[: length - 1] + "…"


def _territories(judgement: Judgement, fields: Sequence[str]) -> Section:
    plan, statistics = judgement.plan, judgement.measures.statistics
    metres, seconds = judgement.measures.metres, judgement.measures.seconds
    columns = [tr("territory"), tr("areas")]
    for name in fields or (tr("total"),):
        columns += [name, tr("target"), tr("deviation")]
    columns += [tr("parts"), tr("mean distance"), tr("longest"), tr("travel")]
    if seconds is not None:
        columns.append(tr("hours"))
    rows = []
    for territory in range(plan.territory_count):
        row = [plan.name_of(territory), number(int(statistics.area_count[territory]))]
        for j in range(plan.targets.shape[1]):
            row += [
                number(statistics.totals[territory, j]),
                number(plan.targets[territory, j]),
                percent(statistics.deviation_pct[territory, j]),
            ]
        row += [
            int(statistics.parts[territory]),
            kilometres(metres.mean[territory]),
            kilometres(metres.longest[territory]),
            kilometres(judgement.travelled(metres)[territory], 0),
        ]
        if seconds is not None:
            row.append(number(judgement.travelled(seconds)[territory] / SECONDS_PER_HOUR, 1))
        rows.append(row)
    return Section(tr("Territories"), columns=columns, rows=rows)
