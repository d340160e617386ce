"""The report of territory:compare: before and after, what changes hands, and for whom."""

from __future__ import annotations

from collections.abc import Sequence

from ...core.plan.measures import Measures, TravelPrices
from ...core.plan.people import travel_totals
from ...core.plan.stages import AFTER, BEFORE, Stages
from ...core.unit_factors import METRES_PER_KM
from ..common.texts import tr
from .lead import lead_sentences
from .numbers import kilometres, number, share
from .page import Report
from .plan_maps import PlanMaps
from .plan_sections import PlanSections


def compare_report(
    stages: Stages, weight_fields: Sequence[str], prices: TravelPrices, maps: PlanMaps
) -> Report:
    """Compose the report of one run."""
    before, after = stages.measures[BEFORE].statistics, stages.measures[AFTER].statistics
    comparison = stages.comparison
    sections = PlanSections(stages, weight_fields, shown=maps.colours.shown)
    report = Report(
        title=tr("Territories before and after"),
        subtitle=tr("{areas} areas, {before} territories before, {after} after").format(
            areas=number(len(stages.after.areas)),
            before=stages.plans[BEFORE].territory_count,
            after=stages.plans[AFTER].territory_count,
        ),
        lead=lead_sentences(stages),
        maps=maps.of_stages(stages, {BEFORE: tr("Before"), AFTER: tr("After")}),
    )
    report.add_figure(
        tr("worst deviation, before and after"),
        f"{share(before.max_deviation_pct, 1)} → {share(after.max_deviation_pct, 1)}",
    )
    measures = stages.measures.values()
    if comparison is not None:
        report.add_figure(tr("changes hands"), share(100.0 * comparison.changed_share, 1))
        if prices.per_hour > 0.0 or prices.per_km > 0.0:
            saving = comparison.saving(prices, all_visits=stages.all_trips)
            report.add_figure(tr("saving"), number(saving))
    report.add_figure(
        tr("travel"),
        " → ".join(kilometres(_km(one, stages) * METRES_PER_KM, 0) for one in measures),
    )
    if stages.knows_times:
        hours = (travel_totals(one, all_trips=stages.all_trips)[1] for one in measures)
        report.add_figure(tr("hours of travel"), " → ".join(map(number, hours)))
    report.sections = [
        sections.measures(),
        *sections.deviations(),
        *sections.shares(),
        sections.travel(),
        *sections.handover(),
    ]
    return report


def _km(measures: Measures, stages: Stages) -> float:
    return travel_totals(measures, all_trips=stages.all_trips)[0]
