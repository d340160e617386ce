"""The result of a run in sentences that need no explanation."""

from __future__ import annotations

from ...core.plan.people import travel_totals
from ...core.plan.stages import AFTER, BEFORE, RESITED, Stages
from ..common.texts import tr
from .numbers import digits_for, kilometres, number, share


def lead_sentences(stages: Stages) -> list[str]:
    """How even the plan is, how far people travel, and what changes hands."""
    sentences = [_evenness(stages), _travel(stages)]
    comparison = stages.comparison
    if comparison is not None:
        sentences.append(
            tr("{share} changes hands: {changing} of {areas} areas get another territory.").format(
                share=share(100.0 * comparison.changed_share, 1),
                changing=number(int(comparison.changes_hands.sum())),
                areas=number(len(stages.after.areas)),
            )
        )
    return sentences


def _evenness(stages: Stages) -> str:
    worst = {
        stage: share(one.statistics.max_deviation_pct, 1) for stage, one in stages.measures.items()
    }
    if BEFORE in worst:
        return tr(
            "No territory is farther from its target than {after}; before it was up to {before}."
        ).format(after=worst[AFTER], before=worst[BEFORE])
    return tr("No territory is farther from its target than {after}.").format(after=worst[AFTER])


def _travel(stages: Stages) -> str:
    means = {stage: kilometres(one.metres.overall_mean) for stage, one in stages.measures.items()}
    values = {
        "after": means[AFTER],
        "before": means.get(BEFORE, ""),
        "new": means.get(RESITED, ""),
    }
    if BEFORE in means and RESITED in means:
        text = tr(
            "A trip is {after} on average; before it was {before}. From the best home in each new "
            "territory it is {new}."
        )
    elif BEFORE in means:
        text = tr("A trip is {after} on average; before it was {before}.")
    elif RESITED in means:
        text = tr("A trip is {after} on average; from the best home in each territory {new}.")
    else:
        text = tr("A trip is {after} on average.")
    return text.format(**values) + _hours(stages)


def _hours(stages: Stages) -> str:
    if not stages.knows_times or BEFORE not in stages.plans:
        return ""
    hours = {
        stage: _amount(travel_totals(one, all_trips=stages.all_trips)[1])
        for stage, one in stages.measures.items()
    }
    if stages.all_trips:
        text = tr("All trips together take {after} hours; before {before}.")
    else:
        text = tr("One trip to each area takes {after} hours in all; before {before}.")
    text = text.format(after=hours[AFTER], before=hours[BEFORE])
    if RESITED in hours:
        text += " " + tr("From the best homes it is {new} hours.").format(new=hours[RESITED])
    return " " + text


def _amount(value: float) -> str:
    return number(value, digits_for(value))
