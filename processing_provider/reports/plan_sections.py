"""Sections that reports of plans share: deviations, shares, travel, rules, what changes hands."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from ...core.plan.measures import Measures
from ...core.plan.people import flows, travel_totals
from ...core.plan.rule_table import CheckedRule
from ...core.plan.stages import AFTER, BEFORE, RESITED, Stages, is_dwarfed
from ..common.texts import counted, tr
from .charts import Series, deviation_bars
from .numbers import digits_for, kilometres, minutes, number, percent, share, signed
from .page import Section
from .rule_words import rule_title

_BREACHES_IN_SIGHT = 20  # about a screen; more are folded or cut off


@dataclass(frozen=True)
class PlanSections:
    """Makes the sections of one report.

    Attributes
    ----------
    stages : Stages
    fields : sequence of str
        What is balanced; empty where every area counts 1.
    before_title : str
        What the plan before is called, as a heading of columns.
    shown : callable
        What readers call a territory.
    """

    stages: Stages
    fields: Sequence[str]
    before_title: str = field(default_factory=lambda: tr("before"))
    shown: Callable[[Any], str] = str

    @property
    def headings(self) -> dict[str, str]:
        """Headings of the columns, by stage."""
        after = tr("after") if BEFORE in self.stages.plans else tr("plan")
        titles = {
            BEFORE: self.before_title,
            AFTER: after,
            RESITED: tr("{plan}, from the new homes").format(plan=after),
        }
        return {stage: titles[stage] for stage in self.stages.plans}

    @property
    def criteria(self) -> list[str]:
        """Names of what is balanced."""
        return list(self.fields) or [tr("areas")]

    def measures(self) -> Section:
        """Every measure in all stages."""
        stages = self.stages
        lines: list[tuple[str, Callable[[Measures], str]]] = [
            (
                tr("worst deviation from the target"),
                lambda m: share(m.statistics.max_deviation_pct),
            ),
            (
                tr("standard deviation from the target (σ)"),
                lambda m: share(m.worst_evenness.sigma_pct),
            ),
            (
                tr("mean absolute deviation"),
                lambda m: share(m.worst_evenness.mean_absolute_pct),
            ),
            (
                tr("largest over smallest total"),
                lambda m: number(m.worst_evenness.max_min_ratio, 2),
            ),
            (tr("contiguous parts"), lambda m: number(int(m.statistics.parts.sum()))),
            (
                tr("length of borders"),
                lambda m: kilometres(m.statistics.border_length_m, 0),
            ),
            (tr("mean trip"), lambda m: kilometres(m.metres.overall_mean)),
            (tr("longest trip"), lambda m: kilometres(m.metres.overall_longest)),
            (
                tr("travel (km)"),
                lambda m: number(travel_totals(m, all_trips=stages.all_trips)[0]),
            ),
        ]
        if stages.knows_times:
            lines += [
                (
                    tr("mean trip in time"),
                    lambda m: "" if m.seconds is None else minutes(m.seconds.overall_mean),
                ),
                (
                    tr("travel (hours)"),
                    lambda m: _amount(travel_totals(m, all_trips=stages.all_trips)[1]),
                ),
            ]
        rows = [
            [label, *(value(one) for one in stages.measures.values())] for label, value in lines
        ]
        title = tr("Before and after") if BEFORE in stages.plans else tr("The plan in figures")
        return Section(title, columns=["", *self.headings.values()], rows=rows)

    def deviations(self) -> list[Section]:
        """Bars in percent and in units for each criterion (thesis, figures 5.7 and 5.9)."""
        return [
            section
            for criterion, name in enumerate(self.criteria)
            for section in self._deviations_of(criterion, name)
        ]

    def _deviations_of(self, criterion: int, name: str) -> list[Section]:
        drawn = [stage for stage in (BEFORE, AFTER) if stage in self.stages.plans]
        shares = {stage: self.stages.shares(stage, criterion) for stage in drawn}
        names, headings = list(map(self.shown, self.stages.names)), self.headings
        in_percent = [
            Series(headings[stage], shares[stage].deviation_pct, stage == BEFORE) for stage in drawn
        ]
        in_units = [
            Series(headings[stage], shares[stage].difference, stage == BEFORE) for stage in drawn
        ]
        deviations = [shares[stage].deviation_pct for stage in drawn]
        enlarged = Section("")
        if BEFORE in shares and is_dwarfed(deviations[-1], deviations[0]):
            enlarged = Section(
                tr("Deviation after, enlarged: {criterion}").format(criterion=name),
                chart=deviation_bars(names, in_percent[-1:], "%", "\u202f%"),
            )
        text = tr(
            "Zero is the target. Bars that would dwarf all others are cut and say their value."
        )
        return [
            Section(
                tr("Deviation from the target in %: {criterion}").format(criterion=name),
                text,
                chart=deviation_bars(names, in_percent, "%", "\u202f%"),
            ),
            Section(
                tr("Deviation from the target in units: {criterion}").format(criterion=name),
                chart=deviation_bars(names, in_units, name),
                is_folded=criterion > 0,
            ),
            enlarged,
        ]

    def shares(self) -> list[Section]:
        """Total, target and deviation of everybody (thesis, tables 5.2 and 5.3)."""
        return [self._shares_of(*one) for one in enumerate(self.criteria)]

    def _shares_of(self, criterion: int, name: str) -> Section:
        drawn = [stage for stage in (BEFORE, AFTER) if stage in self.stages.plans]
        shares = [self.stages.shares(stage, criterion) for stage in drawn]
        columns = [tr("territory")]
        for stage in drawn:
            heading = self.headings[stage]
            columns += [
                tr("target") if len(drawn) == 1 else tr("target {stage}").format(stage=heading),
                name if len(drawn) == 1 else f"{name}, {heading}",
                tr("deviation"),
                "%",
            ]
        digits = digits_for(shares[-1].largest_target)
        rows = []
        for row, territory in enumerate(self.stages.names):
            line: list[Any] = [self.shown(territory)]
            for one in shares:
                line += [
                    number(one.target[row], digits),
                    number(one.total[row], digits),
                    signed(one.difference[row], max(digits, 2) if digits else 0),
                    percent(one.deviation_pct[row]),
                ]
            rows.append(line)
        total: list[Any] = [tr("all")]
        for one in shares:
            total += ["", number(one.sum, digits), "", ""]
        title = tr("Shares of the territories: {criterion}").format(criterion=name)
        return Section(title, columns=columns, rows=[*rows, total], has_total=True)

    def travel(self) -> Section:
        """Kilometres and hours of everybody (thesis, tables 5.4 and 5.5)."""
        stages, headings = self.stages, self.headings
        people = stages.people
        timed = [stage for stage in people if people[stage].hours is not None]
        columns = [tr("territory")]
        columns += [tr("km {stage}").format(stage=headings[stage]) for stage in people]
        columns += [tr("hours {stage}").format(stage=headings[stage]) for stage in timed]
        columns += [tr("mean trip {stage}").format(stage=headings[stage]) for stage in people]
        means = {
            stage: dict(zip(plan.names, stages.measures[stage].metres.mean))
            for stage, plan in stages.plans.items()
        }
        rows = []
        for row, territory in enumerate(stages.names):
            line: list[Any] = [
                self.shown(territory),
                *(number(own.km[row]) for own in people.values()),
            ]
            for stage in timed:
                hours = people[stage].hours
                line.append("" if hours is None else number(hours[row], 1))
            nothing = float("nan")
            line += [kilometres(means[stage].get(territory, nothing)) for stage in people]
            rows.append(line)
        totals = {
            stage: travel_totals(one, all_trips=stages.all_trips)
            for stage, one in stages.measures.items()
        }
        rows.append(
            [
                tr("all"),
                *(number(km) for km, _ in totals.values()),
                *(number(totals[stage][1], 1) for stage in timed),
                *(kilometres(one.metres.overall_mean) for one in stages.measures.values()),
            ]
        )
        text = tr("Travel adds up one trip to each area that has weight, there but not back.")
        if stages.all_trips:
            text = tr("Travel adds up all trips, there but not back.")
        if not timed:
            text += " " + tr("Hours are not known: there is no cost matrix with times.")
        return Section(tr("Travel"), text, columns, rows, has_total=True)

    def handover(self) -> list[Section]:
        """What everybody keeps, gives and receives, and what goes from whom to whom."""
        comparison = self.stages.comparison
        if comparison is None or not len(self.stages.changing):
            return []
        exchange = comparison.exchange
        parts = (exchange.keeps, exchange.gives, exchange.receives)
        columns = [tr("territory"), tr("keeps"), tr("gives"), tr("receives")]
        for name in self.fields:
            columns += [
                tr("keeps {field}").format(field=name),
                tr("gives {field}").format(field=name),
                tr("receives {field}").format(field=name),
            ]
        rows = []
        for row, territory in enumerate(exchange.names):
            line: list[Any] = [
                self.shown(territory),
                *(number(int(part.areas[row])) for part in parts),
            ]
            for criterion in range(len(self.fields)):
                line += [number(part.weights[row, criterion]) for part in parts]
            rows.append(line)
        text = tr("Numbers of areas, and sums of what is balanced.")
        return [Section(tr("Hand-over"), text, columns, rows), self._flows()]

    def _flows(self) -> Section:
        comparison = self.stages.comparison
        if comparison is None:
            return Section("")
        exchange = comparison.exchange
        names = [*map(self.shown, exchange.names), tr("nobody")]
        rows = [
            [
                names[old],
                names[new],
                number(int(exchange.areas[old, new])),
                *(number(one) for one in exchange.weights[old, new][: len(self.fields)]),
            ]
            for old, new in flows(exchange)
            if old != new
        ]
        columns = [tr("from"), tr("to"), tr("areas"), *self.fields]
        title = tr("What goes from where to where")
        return Section(title, columns=columns, rows=rows, is_folded=len(rows) > _BREACHES_IN_SIGHT)


def rules_section(checked: Sequence[CheckedRule], names: Sequence[Any]) -> Section:
    """Rules and limits, and whether they hold."""
    rows = []
    for one in checked:
        if one.holds:
            result = tr("holds")
        else:
            whose = [str(names[b.territory]) for b in one.breaches if b.territory >= 0]
            result = counted(len(one.breaches), "{count} breach", "{count} breaches")
            if whose:
                result += f": {', '.join(whose[:_BREACHES_IN_SIGHT])}"
                result += "…" if len(whose) > _BREACHES_IN_SIGHT else ""
        limit = "" if one.limit != one.limit else number(one.limit, digits_for(one.limit))
        rows.append([rule_title(one.rule), limit, result])
    columns = [tr("rule"), tr("limit"), tr("result")]
    return Section(tr("Rules and limits"), columns=columns, rows=rows)


def _amount(value: float) -> str:
    return number(value, digits_for(value))
