"""The report of territory:balance: figures before and after, territories, convergence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from ...core.balance.settings import CONVERGENCE_COLUMNS
from ..texts import tr, worded
from .page import ACCENT, CONTRAST, FAINT, Report, Section, chart, kilometres, number, percent

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ..algorithms.balance_outcome import Outcome


def balance_report(outcome: Outcome) -> Report:
    """Compose the report of one run."""
    statistics, before = outcome.statistics, outcome.before
    report = Report(
        title=tr("Balanced territories"),
        subtitle=tr("{areas} areas, {territories} territories").format(
            areas=number(len(outcome.units)), territories=len(outcome.names)
        ),
        notes=[worded(text) for text in outcome.result.messages],
    )
    report.add_figure(
        tr("worst deviation from target"), f"{statistics.max_deviation_pct:.3f}\u202f%"
    )
    report.add_figure(tr("no plan can be below"), f"{outcome.result.lower_bound_pct:.3f}\u202f%")
    report.add_figure(tr("standard deviation of the totals"), f"{statistics.cv_pct:.3f}\u202f%")
    report.add_figure(tr("mean distance"), kilometres(statistics.overall_mean_distance_m))
    report.add_figure(tr("borders between territories"), kilometres(statistics.border_length_m, 0))
    if before is not None:
        report.add_figure(tr("weight that changed territory"), f"{outcome.changed_pct:.1f}\u202f%")
        report.sections.append(_comparison(outcome))
    report.sections.append(_deviations(outcome))
    report.sections.append(_territories(outcome))
    report.sections.append(_convergence(outcome))
    return report


def _comparison(outcome: Outcome) -> Section:
    rows = []
    for label, value in (
        (tr("worst deviation"), lambda s: f"{s.max_deviation_pct:.2f}\u202f%"),
        (tr("standard deviation of the totals"), lambda s: f"{s.cv_pct:.2f}\u202f%"),
        (tr("contiguous parts"), lambda s: number(int(s.parts.sum()))),
        (tr("mean distance"), lambda s: kilometres(s.overall_mean_distance_m)),
        (tr("length of borders"), lambda s: kilometres(s.border_length_m, 0)),
    ):
        rows.append((label, value(outcome.before), value(outcome.statistics)))
    return Section(tr("Before and after"), columns=("", tr("before"), tr("after")), rows=rows)


def _deviations(outcome: Outcome) -> Section:
    def draw(figure: Figure) -> None:
        axes = figure.add_subplot()
        after = _worst(outcome.statistics.deviation_pct)
        position = np.arange(len(after))
        if outcome.before is not None:
            axes.bar(
                position, _worst(outcome.before.deviation_pct), 0.8, color=FAINT, label=tr("before")
            )
        axes.bar(position, after, 0.45, color=ACCENT, label=tr("after"))
        axes.axhline(0.0, color="black", linewidth=0.6)
        axes.set_xticks(position, [_short(value) for value in outcome.names.values])
        axes.tick_params(axis="x", rotation=90 if len(after) > 12 else 0, labelsize=8)
        axes.set_ylabel(tr("deviation from target (%)"))
        axes.legend(frameon=False)

    return Section(tr("Deviation of each territory"), image=chart(draw))


def _worst(deviation: np.ndarray) -> np.ndarray:
    rows = np.arange(len(deviation))
    return deviation[rows, np.argmax(np.abs(deviation), axis=1)]


def _short(value: Any, length: int = 14) -> str:
    text = str(value).replace("$", r"\$")
    return text if len(text) <= length else text[: length - 1] + "…"


def _territories(outcome: Outcome) -> Section:
    statistics = outcome.statistics
    fields = outcome.units.weight_fields
    columns = [tr("territory"), tr("areas")]
    for name in fields:
        columns += [name, tr("deviation")]
    if not fields:
        columns.append(tr("deviation"))
    columns += [tr("mean distance"), tr("border"), tr("parts")]
    rows = []
    for territory in range(len(outcome.names)):
        row = [outcome.names.of(territory), number(int(statistics.area_count[territory]))]
        deviation = statistics.deviation_pct[territory]
        if fields:
            for total, share in zip(statistics.totals[territory], deviation):
                row += [number(total), percent(share)]
        else:
            row.append(percent(deviation[0]))
        row += [
            kilometres(statistics.mean_distance_m[territory]),
            kilometres(statistics.border_m[territory], 0),
            int(statistics.parts[territory]),
        ]
        rows.append(row)
    total = [tr("all"), number(int(statistics.area_count.sum()))]
    for column in statistics.totals.T if fields else ():
        total += [number(column.sum()), ""]
    if not fields:
        total.append("")
    total += [
        kilometres(statistics.overall_mean_distance_m),
        kilometres(statistics.border_length_m, 0),
        int(statistics.parts.sum()),
    ]
    rows.append(total)
    return Section(tr("Territories"), columns=columns, rows=rows, has_total=True)


def _convergence(outcome: Outcome) -> Section:
    rows = outcome.result.convergence

    def draw(figure: Figure) -> None:
        draw_convergence(figure, rows)

    text = tr(
        "{generations} generations in {seconds:.1f} s; the search ended with status “{status}”."
    ).format(
        generations=outcome.result.generations,
        seconds=outcome.result.seconds,
        status=outcome.result.status,
    )
    return Section(tr("Convergence"), text=text, image=chart(draw) if rows else "")


def draw_convergence(figure: Figure, rows: list[tuple[float, ...]]) -> None:
    """Best and mean fitness, and worst deviation, by generation."""
    table = {name: [row[index] for row in rows] for index, name in enumerate(CONVERGENCE_COLUMNS)}
    fitness, deviation = figure.subplots(1, 2)
    fitness.plot(table["generation"], table["mean"], color=FAINT, label=tr("mean"))
    fitness.plot(table["generation"], table["best"], color=ACCENT, label=tr("best"))
    fitness.set_ylabel(tr("fitness (smaller is better)"))
    fitness.legend(frameon=False)
    deviation.plot(table["generation"], table["deviation_pct"], color=CONTRAST)
    deviation.set_ylabel(tr("worst deviation (%)"))
    if min(table["deviation_pct"]) > 0.0:
        deviation.set_yscale("log")
    for axes in (fitness, deviation):
        axes.set_xlabel(tr("generation"))
