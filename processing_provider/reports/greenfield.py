"""The report of territory:greenfield: curve, iterations, figures per centre."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ...core.arrays import FloatArray
from ...core.siting.greenfield_result import GreenfieldResult
from ...core.unit_factors import METRES_PER_KM
from ..common.texts import counted, tr, worded
from .charts import ACCENT, CONTRAST, FAINT, Chart, places_of_ticks
from .numbers import kilometres, number, share
from .page import Report, Section
from .plan_maps import PlanMaps

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def greenfield_report(result: GreenfieldResult, demand_field: str, maps: PlanMaps) -> Report:
    """Compose the report of one run.

    Parameters
    ----------
    result : GreenfieldResult
    demand_field : str
        Field that holds the demand; "" where each customer counts 1.
    """
    best, problem = result.best, result.problem
    statistics = best.plan.statistics
    report = Report(
        title=tr("Greenfield centres"),
        subtitle=tr("{customers} customers, {centres} centres").format(
            customers=number(problem.customer_count), centres=best.count
        ),
        notes=[
            counted(
                count,
                "{count} centre: {reason}",
                "{count} centres: {reason}",
                reason=worded(reason),
            )
            for count, reason in result.refused.items()
        ],
    )
    if result.status == "cancelled":
        report.notes.insert(0, tr("The search was cancelled: this is the best plan so far."))
    report.add_figure(tr("centres"), str(best.count))
    if problem.existing_count:
        report.add_figure(tr("of these exist already"), str(problem.existing_count))
    report.add_figure(tr("mean distance"), kilometres(statistics.overall_mean_distance_m))
    report.add_figure(tr("farthest customer"), kilometres(best.distance_range_m[2]))
    for label, values in (
        (tr("customers per centre"), statistics.area_count),
        (tr("demand per centre"), statistics.totals[:, 0]),
    ):
        least, most = values.min().item(), values.max().item()
        report.add_figure(label, f"{number(least)} – {number(most)}")
    report.maps = [maps.of_plan(tr("Customers and their centres"), best.plan)]
    if len(result.plans) > 1:
        report.sections.append(_curve(result))
    report.sections.append(_demand(result))
    report.sections.append(_centres(result, demand_field))
    report.sections.append(_iterations(result))
    return report


def _curve(result: GreenfieldResult) -> Section:
    points, best = result.curve, result.best_count
    counts = [point.count for point in points]
    means = [point.mean_distance_m / METRES_PER_KM for point in points]
    costs = result.sweep.costs

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

    columns = [tr("centres"), tr("mean distance"), tr("demand × km"), tr("improvement")]
    columns.append(tr("saving by a further centre"))
    if costs.are_given:
        columns.append(tr("total cost") if costs.are_money else tr("total cost (demand × km)"))
    table = []
    for point in points:
        row = [
            f"{point.count} ←" if point.count == best else str(point.count),
            kilometres(point.mean_distance_m),
            number(point.objective / METRES_PER_KM),
            share(point.improvement_pct, 1),
        ]
        row.append("" if np.isnan(point.saving_pct) else share(point.saving_pct, 1))
        if costs.are_given:
            row.append(
                number(point.total_cost if costs.are_money else point.total_cost / METRES_PER_KM)
            )
        table.append(row)
    return Section(tr("How many centres"), _rule(result), columns, table, chart=Chart(draw))


def _rule(result: GreenfieldResult) -> str:
    """How the number of centres is recommended."""
    costs = result.sweep.costs
    if costs.are_money:
        return tr(
            "Recommended is the number with the least total cost: {opening} per centre, "
            "{transport} per unit of demand and km."
        ).format(opening=number(costs.opening), transport=number(costs.transport_per_km or 0.0))
    if costs.are_given:
        return tr(
            "Recommended is the number with the least travel plus opening cost ({cost} each)."
        ).format(cost=number(costs.opening))
    return tr(
        "Recommended is the smallest number beyond which a further centre saves less than "
        "{least} % of the travel with one centre alone."
    ).format(least=number(result.sweep.min_saving_pct))


def _demand(result: GreenfieldResult) -> Section:
    best, problem = result.best, result.problem
    statistics, names = best.plan.statistics, [str(name) for name in best.plan.names]
    bars = (
        (statistics.area_count, tr("customers"), problem.customer_bounds(best.count)),
        (statistics.totals[:, 0], tr("demand"), problem.demand_bounds(best.count)),
    )

    def draw(figure: Figure) -> None:
        for axes, (values, label, bounds) in zip(figure.subplots(1, 2), bars):
            colours = [
                FAINT if centre < problem.existing_count else ACCENT for centre in range(len(names))
            ]
            axes.bar(np.arange(len(names)), values, 0.7, color=colours)
            for limits in bounds:
                _draw_bounds(axes, limits)
            axes.set_xticks(np.arange(len(names)), names)
            axes.tick_params(axis="x", rotation=90 if len(names) > 15 else 0, labelsize=8)
            axes.set_xlabel(tr("centre"))
            axes.set_ylabel(label)
            axes.yaxis.set_major_formatter(lambda value, _: number(value))

    text = tr("Dashed lines are the bounds.")
    if problem.existing_count:
        text += " " + tr("Grey bars are centres that exist already.")
    return Section(tr("Customers and demand by centre"), text, chart=Chart(draw))


def _draw_bounds(axes: Axes, limits: FloatArray) -> None:
    """A dashed line across each bar that has a bound."""
    for centre, limit in enumerate(limits.tolist()):
        if 0.0 < limit < np.inf:
            axes.plot(
                [centre - 0.5, centre + 0.5],
                [limit, limit],
                color=CONTRAST,
                linewidth=1.0,
                linestyle="--",
            )


def _centres(result: GreenfieldResult, demand_field: str) -> Section:
    best = result.best
    statistics, figures = best.plan.statistics, best.figures
    nearest, mean, farthest = best.distance_range_m
    rows = []
    for centre, name in enumerate(best.plan.names):
        existing = centre < result.problem.existing_count
        rows.append(
            [
                tr("{name} (existing)").format(name=name) if existing else str(name),
                number(int(statistics.area_count[centre])),
                number(float(statistics.totals[centre, 0])),
                kilometres(float(figures.minimum[centre])),
                kilometres(float(figures.mean[centre])),
                kilometres(float(statistics.mean_distance_m[centre])),
                kilometres(float(figures.maximum[centre])),
                number(float(figures.travel[centre]) / METRES_PER_KM),
            ]
        )
    rows.append(
        [
            tr("all"),
            number(result.problem.customer_count),
            number(result.problem.total_demand),
            kilometres(nearest),
            kilometres(mean),
            kilometres(statistics.overall_mean_distance_m),
            kilometres(farthest),
            number(best.objective / METRES_PER_KM),
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
        field=demand_field or tr("customers")
    )
    return Section(tr("Centres"), text, columns, rows, has_total=True)


def _iterations(result: GreenfieldResult) -> Section:
    best, mine = result.best, result.best_records
    starts = sorted({record.restart for record in mine})

    def history(restart: int) -> tuple[list[int], list[float]]:
        rounds = result.history(restart)
        return [round_[0] for round_ in rounds], [round_[1] / METRES_PER_KM for round_ in rounds]

    def draw(figure: Figure) -> None:
        axes = figure.add_subplot()
        for restart in starts:
            if restart != best.restart:
                axes.plot(*history(restart), color=FAINT, linewidth=1.0, marker=".", markersize=4)
        iterations, means = history(best.restart)
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
        starts=len(starts), count=best.count, rounds=len(mine)
    )
    return Section(tr("Iterations"), text, chart=Chart(draw))
