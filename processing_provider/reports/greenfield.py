"""The report of territory:greenfield: curve, iterations, figures per centre."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..texts import tr
from .page import (
    ACCENT,
    CONTRAST,
    FAINT,
    Report,
    Section,
    chart,
    kilometres,
    number,
    places_of_ticks,
)

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from ..algorithms.greenfield import Siting


def greenfield_report(siting: Siting) -> Report:
    """Compose the report of one run."""
    result, plan, problem = siting.result, siting.plan, siting.problem
    figures = siting.statistics
    report = Report(
        title=tr("Greenfield centres"),
        subtitle=tr("{customers} customers, {centres} centres").format(
            customers=number(problem.customer_count), centres=plan.count
        ),
        notes=[
            tr("{count} centres: {reason}").format(count=count, reason=reason)
            for count, reason in sorted(result.refused.items())
        ],
    )
    if result.status == "cancelled":
        report.notes.insert(0, tr("The search was cancelled: this is the best plan so far."))
    report.add_figure(tr("centres"), str(plan.count))
    if problem.existing_count:
        report.add_figure(tr("of these exist already"), str(problem.existing_count))
    report.add_figure(tr("mean distance"), kilometres(siting.mean_distance_m))
    report.add_figure(tr("farthest customer"), kilometres(float(plan.distance_m.max())))
    least, most = int(figures.customers.min()), int(figures.customers.max())
    report.add_figure(tr("customers per centre"), f"{number(least)} – {number(most)}")
    low, high = float(figures.demand.min()), float(figures.demand.max())
    report.add_figure(tr("demand per centre"), f"{number(low)} – {number(high)}")
    if len(result.plans) > 1:
        report.sections.append(_curve(siting))
    report.sections.append(_demand(siting))
    report.sections.append(_centres(siting))
    report.sections.append(_iterations(siting))
    return report


def _curve(siting: Siting) -> Section:
    rows = siting.result.curve()
    total = float(np.sum(siting.problem.demand))
    counts = [count for count, _, _ in rows]
    means = [objective / total / 1e3 for _, objective, _ in rows]
    best = siting.result.best_count
    opening = siting.opening_cost

    def draw(figure: Figure) -> None:
        axes = figure.add_subplot()
        axes.plot(counts, means, color=ACCENT, marker="o", markersize=4)
        chosen = means[counts.index(best)]
        axes.axvline(best, color=CONTRAST, linewidth=0.8, linestyle=":")
        axes.plot([best], [chosen], "o", color=CONTRAST, markersize=9, zorder=3)
        axes.annotate(
            tr("recommended: {count}").format(count=best),
            (best, chosen),
            xytext=(12, 14),
            textcoords="offset points",
            color=CONTRAST,
        )
        axes.set_ylim(bottom=0.0)
        axes.xaxis.set_major_locator(places_of_ticks(integer=True))
        axes.set_xlabel(tr("centres"))
        axes.set_ylabel(tr("mean distance (km)"))

    rule = (
        tr(
            "Recommended is the number with the least travel plus opening cost ({cost} each)."
        ).format(cost=number(opening))
        if opening > 0.0
        else tr("Recommended is the knee of the curve: beyond it, further centres save less each.")
    )
    columns = [tr("centres"), tr("mean distance"), tr("demand × km"), tr("improvement")]
    if opening > 0.0:
        columns.append(tr("with opening cost, in km"))
    table = []
    for count, objective, better in rows:
        row = [
            f"{count} ←" if count == best else str(count),
            kilometres(objective / total),
            number(objective / 1e3),
            f"{better:.1f}\u202f%",
        ]
        if opening > 0.0:
            row.append(number((objective + opening * count) / 1e3))
        table.append(row)
    return Section(tr("How many centres"), rule, columns, table, image=chart(draw))


def _demand(siting: Siting) -> Section:
    figures, problem = siting.statistics, siting.problem
    names = [str(value) for value in siting.names.values]
    low, high = problem.customer_bounds(siting.plan.count)
    bounds = (
        (figures.customers, tr("customers"), low, high),
        (figures.demand, tr("demand"), problem.min_demand, problem.max_demand),
    )

    def draw(figure: Figure) -> None:
        for axes, (values, label, least, most) in zip(figure.subplots(1, 2), bounds):
            colours = [
                FAINT if centre < problem.existing_count else ACCENT for centre in range(len(names))
            ]
            axes.bar(np.arange(len(names)), values, 0.7, color=colours)
            for limit in (least, most):
                if limit is not None and 0.0 < limit < np.inf:
                    axes.axhline(limit, color=CONTRAST, linewidth=1.0, linestyle="--")
            axes.set_xticks(np.arange(len(names)), names)
            axes.tick_params(axis="x", rotation=90 if len(names) > 15 else 0, labelsize=8)
            axes.set_xlabel(tr("centre"))
            axes.set_ylabel(label)
            axes.yaxis.set_major_formatter(lambda value, _: number(value))

    text = tr("Dashed lines are the bounds.")
    if problem.existing_count:
        text += " " + tr("Grey bars are centres that exist already.")
    return Section(tr("Customers and demand by centre"), text, image=chart(draw))


def _centres(siting: Siting) -> Section:
    figures, plan = siting.statistics, siting.plan
    rows = []
    for centre in range(plan.count):
        existing = centre < siting.problem.existing_count
        rows.append(
            [
                f"{siting.names.of(centre)} ({tr('existing')})"
                if existing
                else str(siting.names.of(centre)),
                number(int(figures.customers[centre])),
                number(float(figures.demand[centre])),
                kilometres(float(figures.min_distance_m[centre])),
                kilometres(float(figures.mean_distance_m[centre])),
                kilometres(float(figures.weighted_mean_distance_m[centre])),
                kilometres(float(figures.max_distance_m[centre])),
                number(float(figures.travel[centre]) / 1e3),
            ]
        )
    rows.append(
        [
            tr("all"),
            number(int(figures.customers.sum())),
            number(float(figures.demand.sum())),
            kilometres(float(plan.distance_m.min())),
            kilometres(float(plan.distance_m.mean())),
            kilometres(siting.mean_distance_m),
            kilometres(float(plan.distance_m.max())),
            number(plan.objective / 1e3),
        ]
    )
    columns = (
        tr("centre"),
        tr("customers"),
        tr("demand"),
        tr("nearest"),
        tr("mean"),
        tr("mean by demand"),
        tr("radius"),
        tr("demand × km"),
    )
    text = tr("Demand is “{field}”; the radius is the distance of the farthest customer.").format(
        field=siting.demand_name
    )
    return Section(tr("Centres"), text, columns, rows, has_total=True)


def _iterations(siting: Siting) -> Section:
    plan = siting.plan
    mine = [record for record in siting.result.iterations if record.count == plan.count]
    starts = sorted({record.restart for record in mine})
    total = float(np.sum(siting.problem.demand)) * 1e3

    def history(restart: int) -> tuple[list[int], list[float]]:
        records = [record for record in mine if record.restart == restart]
        return [r.iteration for r in records], [r.objective / total for r in records]

    def draw(figure: Figure) -> None:
        axes = figure.add_subplot()
        for restart in starts:
            if restart != plan.restart:
                axes.plot(*history(restart), color=FAINT, linewidth=1.0, marker=".", markersize=4)
        iterations, means = history(plan.restart)
        axes.plot(iterations, means, color=ACCENT, marker="o", markersize=4, linewidth=2.0)
        axes.plot(
            [], [], color=ACCENT, marker="o", markersize=4, label=tr("start of the best plan")
        )
        if len(starts) > 1:
            axes.plot([], [], color=FAINT, label=tr("other starts"))
        axes.xaxis.set_major_locator(places_of_ticks(integer=True))
        axes.set_xlabel(tr("iteration"))
        axes.set_ylabel(tr("mean distance (km)"))
        axes.legend(frameon=False)

    text = tr("{starts} starts with {count} centres, {rounds} allocations in all.").format(
        starts=len(starts), count=plan.count, rounds=len(mine)
    )
    return Section(tr("Iterations"), text, image=chart(draw))
