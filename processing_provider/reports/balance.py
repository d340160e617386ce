"""The report of territory:balance: figures before and after, territories, convergence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from ...core.balance.settings import CONVERGENCE_COLUMNS, BalanceResult
from ...core.balance.solved import Solved
from ...core.plan.plan import Plan
from ...core.plan.resiting import Resited
from ..texts import tr, worded
from .page import ACCENT, CONTRAST, FAINT, Report, Section, chart, kilometres, number, percent

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def balance_report(solved: Solved, weight_fields: Sequence[str]) -> Report:
    """Compose the report of one run; ``weight_fields`` are the balanced criteria."""
    resited, result, bound_m = solved.resited, solved.result, solved.travel_bound_m
    plan, before = resited.after, resited.before
    statistics = plan.statistics
    report = Report(
        title=tr("Balanced territories"),
        subtitle=tr("{areas} areas, {territories} territories").format(
            areas=number(len(plan.areas)), territories=plan.territory_count
        ),
        notes=[worded(text) for text in result.messages],
    )
    report.add_figure(
        tr("worst deviation from target"), f"{statistics.max_deviation_pct:.3f}\u202f%"
    )
    report.add_figure(tr("no plan can be below"), f"{result.lower_bound_pct:.3f}\u202f%")
    report.add_figure(tr("standard deviation of the totals"), f"{statistics.cv_pct:.3f}\u202f%")
    where = tr("mean trip from the homes") if resited.has_people else tr("mean trip")
    report.add_figure(where, kilometres(statistics.overall_mean_distance_m))
    if bound_m is not None:
        report.add_figure(tr("no plan this balanced can be below"), kilometres(bound_m))
    if plan.overall_mean_trip_s is not None:
        report.add_figure(tr("mean trip in time"), minutes(plan.overall_mean_trip_s))
    report.add_figure(tr("borders between territories"), kilometres(statistics.border_length_m, 0))
    if plan.changed_share is not None:
        changed = 100.0 * plan.changed_share
        report.add_figure(tr("weight that changed territory"), f"{changed:.1f}\u202f%")
    if before is not None:
        report.sections.append(_comparison(resited, before))
    report.sections.append(_deviations(plan, before))
    report.sections.append(_territories(plan, weight_fields))
    report.sections.append(_convergence(result))
    return report


def _comparison(resited: Resited, before: Plan) -> Section:
    plans = [before, resited.after]
    columns = [
        "",
        tr("current plan") if resited.after.current is not None else tr("nearest representative"),
        tr("new plan"),
    ]
    if resited.has_people:
        plans.append(resited.best)
        columns.append(tr("new plan, best homes"))
    measures: tuple[tuple[str, Callable[[Plan], str]], ...] = (
        (tr("worst deviation"), lambda plan: _share(plan.statistics.max_deviation_pct)),
        (tr("standard deviation of the totals"), lambda plan: _share(plan.statistics.cv_pct)),
        (tr("contiguous parts"), lambda plan: number(int(plan.statistics.parts.sum()))),
        (tr("mean trip"), lambda plan: kilometres(plan.statistics.overall_mean_distance_m)),
        (tr("length of borders"), lambda plan: kilometres(plan.statistics.border_length_m, 0)),
    )
    rows = [[label, *(value(plan) for plan in plans)] for label, value in measures]
    if all(plan.overall_mean_trip_s is not None for plan in plans):
        rows.append(
            [tr("mean trip in time"), *(minutes(plan.overall_mean_trip_s or 0.0) for plan in plans)]
        )
    text = ""
    if resited.has_people:
        text = tr(
            "Trips count from where the representatives live now, in the last column from the "
            "best home inside each new territory."
        )
    return Section(tr("Before and after"), text=text, columns=columns, rows=rows)


def _share(percentage: float) -> str:
    return f"{percentage:.2f}\u202f%"


def minutes(seconds: float) -> str:
    """A time in minutes."""
    return f"{seconds / 60.0:,.0f}\u202fmin"


def _deviations(plan: Plan, earlier: Plan | None) -> Section:
    def draw(figure: Figure) -> None:
        axes = figure.add_subplot()
        after = plan.statistics.worst_deviation_pct
        position = np.arange(len(after))
        if earlier is not None:
            before = earlier.statistics.worst_deviation_pct[: len(position)]
            axes.bar(position, before, 0.8, color=FAINT, label=tr("before"))
        axes.bar(position, after, 0.45, color=ACCENT, label=tr("after"))
        axes.axhline(0.0, color="black", linewidth=0.6)
        axes.set_xticks(position, [_short(value) for value in plan.names])
        axes.tick_params(axis="x", rotation=90 if len(after) > 12 else 0, labelsize=8)
        axes.set_ylabel(tr("deviation from target (%)"))
        axes.legend(frameon=False)

    return Section(tr("Deviation of each territory"), image=chart(draw))


def _short(value: Any, length: int = 14) -> str:
    text = str(value).replace("$", r"\$")
    return text if len(text) <= length else text[: length - 1] + "…"


def _territories(plan: Plan, fields: Sequence[str]) -> Section:
    statistics = plan.statistics
    columns = [tr("territory"), tr("areas")]
    for name in fields:
        columns += [name, tr("deviation")]
    if not fields:
        columns.append(tr("deviation"))
    columns += [tr("mean trip"), tr("border"), tr("parts")]
    rows = []
    for territory in range(plan.territory_count):
        row = [plan.name_of(territory), number(int(statistics.area_count[territory]))]
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


def _convergence(result: BalanceResult) -> Section:
    rows = result.convergence

    def draw(figure: Figure) -> None:
        draw_convergence(figure, rows)

    text = tr(
        "{generations} generations in {seconds:.1f} s; the search ended with status “{status}”."
    ).format(
        generations=result.generations,
        seconds=result.seconds,
        status=result.status,
    )
    return Section(tr("Convergence"), text=text, image=chart(draw) if rows else "")


def draw_convergence(figure: Figure, rows: Sequence[tuple[float, ...]]) -> None:
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
