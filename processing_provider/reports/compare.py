"""The report of territory:compare: before and after, what changes hands, and for whom."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np

from ...core.plan.measures import Measures, TravelPrices
from ...core.plan.travel_figures import TravelFigures
from ..outputs.handover import Handover
from ..outputs.judged_territories import SECONDS_PER_HOUR
from ..texts import tr
from .evaluate import NAMED_BARS, short
from .page import ACCENT, FAINT, Report, Section, chart, kilometres, number, percent

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def compare_report(handover: Handover, prices: TravelPrices) -> Report:
    """Compose the report of one run."""
    comparison = handover.comparison
    before, after = comparison.before.statistics, comparison.after.statistics
    report = Report(
        title=tr("Territories before and after"),
        subtitle=tr("{areas} areas, {before} territories before, {after} after").format(
            areas=number(len(handover.units)),
            before=handover.before.territory_count,
            after=handover.after.territory_count,
        ),
    )
    report.add_figure(tr("changes hands"), f"{100.0 * comparison.changed_share:.1f}\u202f%")
    report.add_figure(
        tr("worst deviation, before and after"),
        f"{before.max_deviation_pct:.1f} → {after.max_deviation_pct:.1f}\u202f%",
    )
    measures = [comparison.before, comparison.after]
    if comparison.resited is not None:
        measures.append(comparison.resited)
    report.add_figure(
        tr("travel"),
        " → ".join(kilometres(_total(one.metres, handover), 0) for one in measures),
    )
    if prices.per_hour > 0.0 or prices.per_km > 0.0:
        saving = comparison.saving(prices, all_visits=handover.all_trips)
        report.add_figure(tr("saving"), number(saving))
    report.sections.append(_measures(handover, measures))
    report.sections.append(_deviations(handover))
    report.sections.append(_people(handover))
    report.sections.append(_matrix(handover))
    return report


def _total(figures: TravelFigures, handover: Handover) -> float:
    return float((figures.all_visits if handover.all_trips else figures.one_each).sum())


def _measures(handover: Handover, measures: list[Measures]) -> Section:
    """Every measure before, after and re-sited."""
    lines: list[tuple[str, Callable[[Measures], str]]] = [
        (tr("worst deviation"), lambda m: f"{m.statistics.max_deviation_pct:.2f}\u202f%"),
        (
            tr("standard deviation from the target"),
            lambda m: f"{m.worst_evenness.sigma_pct:.2f}\u202f%",
        ),
        (tr("contiguous parts"), lambda m: number(int(m.statistics.parts.sum()))),
        (tr("length of borders"), lambda m: kilometres(m.statistics.border_length_m, 0)),
        (tr("mean distance"), lambda m: kilometres(m.metres.overall_mean)),
        (tr("longest trip"), lambda m: kilometres(m.metres.overall_longest)),
        (tr("travel"), lambda m: kilometres(_total(m.metres, handover), 0)),
    ]
    if all(one.seconds is not None for one in measures):
        lines.append(
            (
                tr("hours of travel"),
                lambda m: (
                    number(_total(m.seconds, handover) / SECONDS_PER_HOUR, 1)
                    if m.seconds is not None
                    else "–"
                ),
            )
        )
    columns = ["", tr("before"), tr("after"), tr("after, from the new homes")]
    rows = [[label, *(value(one) for one in measures)] for label, value in lines]
    return Section(tr("Before and after"), columns=columns[: len(measures) + 1], rows=rows)


def _deviations(handover: Handover) -> Section:
    names = handover.comparison.exchange.names
    people = handover.people

    def draw(figure: Figure) -> None:
        axes = figure.add_subplot()
        position = np.arange(len(names))
        for when, width, colour, label in (
            ("before", 0.8, FAINT, tr("before")),
            ("after", 0.45, ACCENT, tr("after")),
        ):
            values = people[when].deviation_pct
            shown = np.where(np.isfinite(values), values, 0.0)
            axes.bar(position, shown, width, color=colour, label=label)
        axes.axhline(0.0, color="black", linewidth=0.6)
        if len(names) <= NAMED_BARS:
            axes.set_xticks(position, [short(name) for name in names])
            axes.tick_params(axis="x", rotation=90 if len(names) > 12 else 0, labelsize=8)
        axes.set_ylabel(tr("deviation from target (%)"))
        axes.legend(frameon=False)

    return Section(tr("Deviation of each territory"), image=chart(draw))


def _people(handover: Handover) -> Section:
    exchange, people = handover.comparison.exchange, handover.people
    headings = {
        "before": (tr("deviation before"), tr("km before"), tr("hours before")),
        "after": (tr("deviation after"), tr("km after"), tr("hours after")),
        "resited": ("", tr("km from the new home"), tr("hours from the new home")),
    }
    columns = [tr("territory"), tr("keeps"), tr("gives"), tr("receives")]
    columns += [headings[when][0] for when in ("before", "after")]
    columns += [headings[when][1] for when in people]
    columns += [headings[when][2] for when, own in people.items() if own.hours is not None]
    rows = []
    for row, name in enumerate(exchange.names):
        parts = (exchange.keeps, exchange.gives, exchange.receives)
        line = [name, *(number(int(part.areas[row])) for part in parts)]
        line += [percent(people[when].deviation_pct[row]) for when in ("before", "after")]
        line += [number(own.km[row]) for own in people.values()]
        line += [number(own.hours[row], 1) for own in people.values() if own.hours is not None]
        rows.append(line)
    text = tr("Numbers of areas; travel adds up one trip to each visited area.")
    if handover.all_trips:
        text = tr("Numbers of areas; travel adds up all trips.")
    return Section(tr("Hand-over"), text=text, columns=columns, rows=rows)


def _matrix(handover: Handover) -> Section:
    rows = [
        [_called(old), _called(new), number(areas), *(number(value) for value in weights)]
        for old, new, areas, *weights in handover.matrix_rows()
        if old != new
    ]
    fields = handover.units.weight_fields or (tr("total"),)
    columns = [tr("from"), tr("to"), tr("areas"), *fields]
    return Section(tr("What goes from where to where"), columns=columns, rows=rows)


def _called(name: object) -> str:
    return tr("nobody") if name is None else str(name)
