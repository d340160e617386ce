"""The report of territory:evaluate: headline figures, map, rules, territories."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from ...core.plan.people import travel_totals
from ...core.plan.rule_table import checked_rules
from ...core.plan.rules import PlanRules
from ...core.plan.stages import Stages
from ..common.texts import counted, tr
from ..outputs.judge.judged_territories import Judgement
from .lead import lead_sentences
from .numbers import kilometres, number, share
from .page import Report, Section
from .plan_maps import PlanMaps
from .plan_sections import PlanSections, rules_section


def evaluate_report(
    judgement: Judgement,
    rules: PlanRules,
    lower_bound_pct: float,
    weight_fields: Sequence[str],
    maps: PlanMaps,
) -> Report:
    """Compose the report of one run; ``weight_fields`` are the balanced fields."""
    plan, measures = judgement.plan, judgement.measures
    stages = Stages(plan, all_trips=judgement.all_trips)
    shown = maps.colours.shown
    sections = PlanSections(stages, weight_fields, shown=shown)
    worst, statistics = measures.worst_evenness, measures.statistics
    report = Report(
        title=tr("Evaluated territories"),
        subtitle=tr("{areas} areas, {territories} territories").format(
            areas=number(len(plan.areas)), territories=plan.territory_count
        ),
        lead=lead_sentences(stages),
        maps=[maps.of_plan(tr("The plan"), plan)],
    )
    report.add_figure(tr("worst deviation from target"), share(statistics.max_deviation_pct))
    report.add_figure(tr("no plan can be below"), share(lower_bound_pct))
    report.add_figure(tr("standard deviation from the target"), share(worst.sigma_pct))
    report.add_figure(tr("mean distance"), kilometres(measures.metres.overall_mean))
    if measures.seconds is not None:
        _, hours = travel_totals(measures, all_trips=judgement.all_trips)
        report.add_figure(tr("hours of travel"), number(hours))
    report.add_figure(tr("contiguous parts"), number(int(statistics.parts.sum())))
    report.add_figure(tr("overlap"), share(100.0 * judgement.overlap.overall, 1))
    unassigned = int(np.count_nonzero(plan.labels < 0))
    if unassigned:
        report.notes.append(
            counted(
                unassigned,
                "{count} area has no territory.",
                "{count} areas have no territory.",
            )
        )
    report.sections = [
        sections.measures(),
        rules_section(checked_rules(plan, rules), list(map(shown, plan.names))),
        *sections.deviations(),
        *sections.shares(),
        sections.travel(),
        shape_section(judgement, shown),
    ]
    return report


def shape_section(judgement: Judgement, shown: Callable[[Any], str]) -> Section:
    """Parts, borders and compactness of the territories; nothing for customers."""
    plan, statistics, shapes = judgement.plan, judgement.measures.statistics, judgement.shapes
    if shapes is None:
        return Section("")
    columns = [
        *(tr("territory"), tr("areas"), tr("parts"), tr("border")),
        *(tr("compactness (Reock)"), tr("compactness (inertia)"), tr("overlap")),
    ]
    rows = [
        [
            shown(plan.name_of(territory)),
            number(int(statistics.area_count[territory])),
            number(int(statistics.parts[territory])),
            kilometres(statistics.border_m[territory], 0),
            number(shapes.reock[territory], 2),
            number(shapes.inertia[territory], 2),
            share(100.0 * judgement.overlap.share[territory], 1),
        ]
        for territory in range(plan.territory_count)
    ]
    text = tr("Compactness is 1 for a disc; overlap is ground of others within the hull.")
    return Section(tr("Shapes"), text, columns, rows, is_folded=True)
