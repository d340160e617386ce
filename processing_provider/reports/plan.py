"""The report of territory:plan: that of the balanced plan, and what each number means."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...core.unit_factors import METRES_PER_KM
from ...core.workflow.consequences import Consequences
from ..common.texts import tr
from ..outputs.plans.counts import CountedPlans
from .balance import BalanceReport
from .charts import ACCENT, CONTRAST, Chart, places_of_ticks
from .numbers import kilometres, number, share
from .page import Report, Section
from .plan_maps import PlanMaps

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


def plan_report(counted_plans: CountedPlans, balanced: BalanceReport, maps: PlanMaps) -> Report:
    """Compose the report of one run from that of its balanced plan."""
    report = balanced.report(maps)
    report.title = tr("Planned territories")
    row = counted_plans.rows[counted_plans.chosen]
    if row.cost == row.cost:
        report.add_figure(tr("costs"), number(row.cost))
    if row.load_pct == row.load_pct:
        report.add_figure(tr("largest load of one representative"), share(row.load_pct, 1))
    if len(counted_plans.rows) > 1:
        report.sections.insert(0, _counts(counted_plans))
    return report


def _counts(counted_plans: CountedPlans) -> Section:
    rows = list(counted_plans.rows.values())

    def draw(figure: Figure) -> None:
        _draw(figure, rows, counted_plans.chosen)

    columns = [
        tr("territories"),
        tr("worst deviation"),
        tr("standard deviation"),
        tr("mean trip"),
        tr("travel"),
        tr("travel (h)"),
        tr("borders"),
        tr("largest territory"),
        tr("load of the largest"),
        tr("costs"),
    ]
    table = [
        [
            str(row.territories) + (" ●" if row.territories == counted_plans.chosen else ""),
            share(row.max_deviation_pct),
            share(row.sigma_pct),
            kilometres(row.mean_trip_m),
            f"{number(row.travel_km)}\u202fkm",
            number(row.travel_h),
            kilometres(row.border_m, 0),
            number(row.largest, 1),
            share(row.load_pct),
            number(row.cost),
        ]
        for row in rows
    ]
    return Section(
        tr("How many territories"),
        text=tr("The plan of this report is the one with {count} territories (●).").format(
            count=counted_plans.chosen
        ),
        columns=columns,
        rows=table,
        chart=Chart(draw),
    )


def _draw(figure: Figure, rows: Sequence[Consequences], chosen: int) -> None:
    """Travel, worst deviation and costs by number of territories."""
    with_costs = all(row.cost == row.cost for row in rows)
    panels = figure.subplots(1, 3 if with_costs else 2)
    counts = [row.territories for row in rows]
    drawn = [
        (tr("mean trip (km)"), [row.mean_trip_m / METRES_PER_KM for row in rows]),
        (tr("worst deviation (%)"), [row.max_deviation_pct for row in rows]),
    ]
    if with_costs:
        drawn.append((tr("costs"), [row.cost for row in rows]))
    for axes, (label, values) in zip(panels, drawn):
        _draw_one(axes, counts, values, chosen)
        axes.set_ylabel(label)


def _draw_one(axes: Axes, counts: Sequence[int], values: Sequence[float], chosen: int) -> None:
    axes.plot(counts, values, color=ACCENT, marker="o", markersize=3)
    at = counts.index(chosen)
    axes.plot([chosen], [values[at]], color=CONTRAST, marker="o", markersize=7)
    axes.set_ylim(bottom=0.0)
    axes.xaxis.set_major_locator(places_of_ticks(integer=True))
    axes.set_xlabel(tr("number of territories"))
