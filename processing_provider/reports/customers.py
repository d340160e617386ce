"""The report of territory:clustercustomers: portfolios before and after, the price of rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ...core.arrays import FloatArray
from ...core.customers.group_solution import PortfolioSolution, RuleCost, with_counts
from ...core.plan.stages import AFTER, BEFORE, Stages
from ...core.texts import Text
from ...core.unit_factors import METRES_PER_KM
from ..common.texts import tr, worded
from ..inputs.customers.case import CustomerCase
from ..outputs.looks.styles import TerritoryColours
from .charts import CONTRAST, FAINT, Chart, name_bars, places_of_ticks, short
from .numbers import kilometres, number, percent, share
from .page import Report, Section
from .plan_maps import PlanMaps

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


# More bars than this leave no room for names below them at the width of a page.
BARS_PER_ROW = 24
_HEIGHT_PER_ROW = 2.9  # inches: bars and turned names
_LETTERS_SIDE_BY_SIDE = 90  # in a chart's width at 8 points; names are turned beyond


@dataclass(frozen=True)
class Measure:
    """What the bars of one chart count; bounds are NaN where there is none."""

    title: str
    names: list[Any]
    before: FloatArray | None
    after: FloatArray
    least: FloatArray
    most: FloatArray
    colours: list[str]


def customers_report(case: CustomerCase, solution: PortfolioSolution, maps: PlanMaps) -> Report:
    """Compose the report of one run."""
    statistics, looks = solution.plan.statistics, maps.colours
    report = Report(
        title=tr("Customers by territory"),
        subtitle=tr("{customers} customers, {territories} territories").format(
            customers=number(int(statistics.area_count.sum())),
            territories=solution.plan.territory_count,
        ),
    )
    if solution.status == "cancelled":
        report.notes.append(tr("The search was cancelled: this is the best plan so far."))
    if len(solution.groups) > 1:
        report.add_figure(tr("groups"), str(len(solution.groups)))
    report.add_figure(
        tr("mean distance to the centre"), kilometres(statistics.overall_mean_distance_m)
    )
    report.add_figure(tr("farthest customer"), kilometres(solution.figures.farthest_m))
    report.add_figure(tr("inertia (km²)"), _inertia(solution.inertia))
    report.add_figure(tr("customers among those of another territory"), number(solution.outliers))
    retained = solution.retained_share
    if case.has_current and retained is not None:
        report.add_figure(tr("customers who keep their representative"), share(100.0 * retained, 1))
    for measure in _measures(case, solution, looks):
        report.sections.append(portfolio_section(measure))
    plan = with_counts(solution.plan)
    before = None if plan.current is None else with_counts(plan.current.from_homes(None))
    titles = {BEFORE: tr("Current portfolios"), AFTER: tr("New portfolios")}
    report.maps = maps.of_stages(Stages(plan, before), titles)
    report.sections += _prices(solution)
    report.sections.append(_table(case, solution, looks))
    return report


def _measures(
    case: CustomerCase, solution: PortfolioSolution, looks: TerritoryColours
) -> list[Measure]:
    names = [name for group in solution.groups for name in group.plan.names]
    result = []
    for column, attribute in enumerate((None, *case.attributes)):
        before, after = [], []
        for group in solution.groups:
            figures, statistics = group.figures, group.plan.statistics
            if attribute is None:
                before.append(figures.sizes_before.astype(float))
                after.append(statistics.area_count.astype(float))
            else:
                before.append(figures.totals_before[:, column - 1])
                after.append(statistics.totals[:, column - 1])
        least, most = zip(*(group.bounds(attribute) for group in solution.groups))
        result.append(
            Measure(
                title=tr("Customers") if attribute is None else attribute,
                names=list(map(looks.shown, names)),
                before=np.concatenate(before) if case.has_current else None,
                after=np.concatenate(after),
                least=np.concatenate(least),
                most=np.concatenate(most),
                colours=[looks.colours.get(name, FAINT) for name in names],
            )
        )
    return result


def portfolio_section(measure: Measure) -> Section:
    """Bars of all territories, before (grey) and after (in the map's colours)."""
    rows = -(-len(measure.names) // BARS_PER_ROW)
    per_row = -(-len(measure.names) // rows)

    def draw(figure: Figure) -> None:
        for row, axes in enumerate(figure.subplots(rows, 1, squeeze=False, sharey=True)[:, 0]):
            chosen = slice(row * per_row, (row + 1) * per_row)
            draw_portfolios(axes, measure, chosen, with_legend=row == 0)
            axes.set_xlim(-0.7, per_row - 0.3)

    text = ""
    if measure.before is not None:
        text = tr("Grey: current portfolios. In colour, as on the map: the new plan.")
    return Section(
        tr("Portfolios: {title}").format(title=measure.title),
        text=text,
        chart=Chart(draw, 0.5 + _HEIGHT_PER_ROW * rows),
    )


def draw_portfolios(axes: Axes, measure: Measure, chosen: slice, *, with_legend: bool) -> None:
    """Draw some of the territories of one measure."""
    after = measure.after[chosen]
    position = np.arange(len(after), dtype=float)
    width = 0.72
    if measure.before is not None:
        width = 0.38
        axes.bar(position - 0.2, measure.before[chosen], width, color=FAINT, label=tr("before"))
        position = position + 0.2
    axes.bar(
        position,
        after,
        width,
        color=measure.colours[chosen],
        edgecolor="#26323a",
        linewidth=0.5,
        label="" if measure.before is None else tr("after"),
    )
    for bounds, text, dash in (
        (measure.least[chosen], tr("at least"), "-"),
        (measure.most[chosen], tr("at most"), "--"),
    ):
        given = np.isfinite(bounds)
        if given.any():
            axes.hlines(
                bounds[given],
                position[given] - width / 2 - 0.06,
                position[given] + width / 2 + 0.06,
                colors=CONTRAST,
                linestyles=dash,
                linewidth=1.8,
                label=text,
            )
    letters = max(len(short(name)) for name in measure.names) * min(
        len(measure.names), BARS_PER_ROW
    )
    rotation = 90 if letters > _LETTERS_SIDE_BY_SIDE else 0
    name_bars(axes, [short(name) for name in measure.names[chosen]], rotation, 8.0)
    axes.yaxis.set_major_formatter(lambda value, _: number(value))
    axes.set_ylabel(short(measure.title, 24))
    if with_legend and axes.get_legend_handles_labels()[1]:
        axes.legend(frameon=False, ncols=4, loc="lower right", bbox_to_anchor=(1.0, 1.0))


def _prices(solution: PortfolioSolution) -> list[Section]:
    groups = [group for group in solution.groups if group.rule_costs]
    if not groups:
        return []
    several = len(solution.groups) > 1
    columns = [tr("with the rules up to"), tr("inertia (km²)"), tr("price"), tr("mean distance")]
    if several:
        columns.insert(0, tr("group"))
    rows = []
    for group in groups:
        for cost, price in zip(group.rule_costs, group.prices_pct()):
            row = [
                *(_rule_name(cost.rule), _inertia(cost.inertia), _signed(price)),
                kilometres(cost.mean_distance_m, 2),
            ]
            rows.append([str(group.group.value), *row] if several else row)
    text = tr(
        "Inertia is the sum of the squared distances to the centres. Each row adds one rule to "
        "those above it; the price is what the rules so far cost, compared with no rules."
    )
    prices = None
    if len(groups) == 1:
        steps = groups[0].rule_costs
        prices = Chart(lambda figure: draw_prices(figure, steps), 0.9 + 0.34 * len(steps))
    return [Section(tr("The price of each rule"), text, columns, rows, chart=prices)]


def _rule_name(rule: str | Text) -> str:
    return worded(rule) if isinstance(rule, Text) else rule


def draw_prices(figure: Figure, steps: Sequence[RuleCost]) -> None:
    """Mean distance and inertia after each rule, as bars from top to bottom."""
    names = [short(_rule_name(step.rule), 32) for step in steps]
    inertia, mean = figure.subplots(1, 2, sharey=True)
    position = np.arange(len(steps))[::-1]
    for axes, values, label in (
        (inertia, [step.inertia / 1e6 for step in steps], tr("inertia (km²)")),
        (mean, [step.mean_distance_m / METRES_PER_KM for step in steps], tr("mean distance (km)")),
    ):
        colours = [FAINT if step.is_current else "#2a7f9e" for step in steps]
        axes.barh(position, values, 0.66, color=colours)
        axes.set_xlabel(label)
        axes.xaxis.set_major_locator(places_of_ticks(nbins=4))
        axes.xaxis.set_major_formatter(lambda value, _: number(value, 0 if value % 1 == 0 else 1))
        for place, value in zip(position, values):
            axes.annotate(
                _significant(value), (value, place), (3, 0), textcoords="offset points",
                va="center", fontsize=8,
            )  # fmt: skip
        axes.margins(x=0.16)
    inertia.set_yticks(position, names)


def _table(case: CustomerCase, solution: PortfolioSolution, looks: TerritoryColours) -> Section:
    several = len(solution.groups) > 1
    columns = [tr("territory"), tr("customers")]
    if several:
        columns.insert(0, tr("group"))
    if case.has_current:
        columns += [tr("before"), tr("kept")]
    columns += [*case.attributes, tr("mean distance")]
    rows = []
    for group in solution.groups:
        figures, statistics = group.figures, group.plan.statistics
        for territory, name in enumerate(group.plan.names):
            row = [looks.shown(name), number(statistics.area_count[territory])]
            if several:
                row.insert(0, str(group.group.value))
            if case.has_current:
                row += [number(figures.sizes_before[territory]), number(figures.kept[territory])]
            row += [number(total) for total in statistics.totals[territory]]
            rows.append([*row, kilometres(statistics.mean_distance_m[territory], 2)])
    return Section(tr("Territories"), columns=columns, rows=rows)


def _inertia(square_metres: float) -> str:
    return _significant(square_metres / 1e6)


def _significant(value: float) -> str:
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return number(value, digits)


def _signed(value: float) -> str:
    return percent(value, 1)
