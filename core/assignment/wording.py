"""What contradictions between limits are in words, with numbers that a manager can check."""

from __future__ import annotations

# ruff: noqa: ARG001 - all facts are worded by the same signature
from functools import singledispatch

import numpy as np

from ..errors import InfeasibleProblem
from ..texts import Figure, Text, TextList, readable
from . import contradiction_facts as facts
from .infeasibility import InseparableCustomers, LimitsConflict
from .limits import Limit
from .names import Names


@singledispatch
def refusal(fact: object, names: Names) -> InfeasibleProblem:
    """The error that tells the user about a contradiction."""
    raise TypeError(f"nothing is worded for {type(fact).__name__}")


@refusal.register
def _(fact: facts.Stranded, names: Names) -> InfeasibleProblem:
    return InfeasibleProblem.counted(
        int(fact.customers.size),
        "{count} customer may not go to any territory ({ids}). Ease the {rules}, or leave this "
        "customer out.",
        "{count} customers may not go to any territory ({ids}). Ease the {rules}, or leave these "
        "customers out.",
        ids=names.some_customers(fact.customers),
        rules=names.pair_rules(),
    )


@refusal.register
def _(fact: facts.CrossedBounds, names: Names) -> InfeasibleProblem:
    return InfeasibleProblem(
        "“{name}” of territory {id}: at least {least} and at most {most} contradict each other.",
        name=fact.limit.name,
        id=names.centre(fact.centre),
        least=readable(fact.limit.minimum[fact.centre]),
        most=readable(fact.limit.maximum[fact.centre]),
    )


@refusal.register
def _(fact: facts.MinimaExceedTotal, names: Names) -> InfeasibleProblem:
    return InfeasibleProblem.counted(
        len(fact.limit.minimum),
        "“{name}”: the minimum of the territory is {needed}, but there are only {total}; "
        "{missing} are missing. Lower the minimum.",
        "“{name}”: the minima of all {count} territories add up to {needed}, but there are only "
        "{total}; {missing} are missing. Lower the minimum.",
        name=fact.limit.name,
        needed=readable(fact.needed),
        total=readable(fact.total),
        missing=readable(fact.needed - fact.total),
    )


@refusal.register
def _(fact: facts.MaximaBelowTotal, names: Names) -> InfeasibleProblem:
    return InfeasibleProblem.counted(
        len(fact.limit.maximum),
        "“{name}”: the maximum of the territory is {room}, but there are {total}; {excess} find "
        "no place. Raise the maximum.",
        "“{name}”: the maxima of all {count} territories add up to {room}, but there are {total}; "
        "{excess} find no place. Raise the maximum.",
        name=fact.limit.name,
        room=readable(fact.room),
        total=readable(fact.total),
        excess=readable(fact.total - fact.room),
    )


@refusal.register
def _(fact: facts.TooHeavy, names: Names) -> InfeasibleProblem:
    return InfeasibleProblem.counted(
        int(fact.customers.size),
        "“{name}”: {count} customer can be taken by no territory it may go to, being too heavy "
        "({ids}); {worst} has {weight}, the maximum is {most}. Raise the maximum or leave this "
        "customer out.",
        "“{name}”: {count} customers can be taken by no territory they may go to, being too heavy "
        "({ids}); {worst} has {weight}, the maximum is {most}. Raise the maximum or leave these "
        "customers out.",
        name=fact.limit.name,
        ids=names.some_customers(fact.customers),
        worst=names.some_customers(np.array([fact.worst])),
        weight=readable(fact.weight),
        most=readable(fact.maximum),
    )


@refusal.register
def _(fact: facts.HeavyStarveOthers, names: Names) -> InfeasibleProblem:
    return InfeasibleProblem.counted(
        int(fact.customers.size),
        "“{name}”: the heaviest customer {ids} has {heavy} of {total} and can be given to one "
        "territory only. The others ({rest}) need at least {needed} together, and all other "
        "customers have only {left}. Lower the minimum.",
        "“{name}”: the {count} heaviest customers ({ids}) have {heavy} of {total}, but can be "
        "given to {count} territories at most. The others ({rest}) need at least {needed} "
        "together, and all other customers have only {left}. Lower the minimum.",
        name=fact.limit.name,
        ids=names.some_customers(fact.customers),
        heavy=readable(fact.heavy),
        total=readable(fact.total),
        rest=fact.other_centres,
        needed=readable(fact.needed),
        left=readable(fact.total - fact.heavy),
    )


@refusal.register
def _(fact: facts.HeavyCrowd, names: Names) -> InfeasibleProblem:
    k = len(fact.limit.maximum)
    return InfeasibleProblem(
        "“{name}”: of the {count} heaviest customers (each has {least} or more) no {crowd} fit "
        "into one territory, for which {most} is the maximum; so there is room for {places} of "
        "them only in all territories ({k}). Raise the maximum.",
        name=fact.limit.name,
        count=fact.count,
        least=readable(fact.lightest),
        crowd=fact.per_centre + 1,
        most=readable(fact.maximum),
        k=k,
        places=k * fact.per_centre,
    )


@refusal.register
def _(fact: facts.BetweenSteps, names: Names) -> InfeasibleProblem:
    return InfeasibleProblem(
        "“{name}” of territory {id}: at least {least} and at most {most} cannot be met. All "
        "values are multiples of {step}, so are their sums, and the nearest are {below} and "
        "{above}. Widen that limit.",
        name=fact.limit.name,
        id=names.centre(fact.centre),
        least=Figure(fact.limit.minimum[fact.centre], ",.10g"),
        most=Figure(fact.limit.maximum[fact.centre], ",.10g"),
        step=Figure(fact.step, "g"),
        below=Figure(fact.below, ",.10g"),
        above=Figure(fact.above, ",.10g"),
    )


@refusal.register
def _(fact: facts.StepsMissTotal, names: Names) -> InfeasibleProblem:
    if fact.reach < fact.total:
        which = Text.of("at most {reach}", reach=Figure(fact.reach, ",.10g"))
    else:
        which = Text.of("at least {reach}", reach=Figure(fact.reach, ",.10g"))
    return InfeasibleProblem.counted(
        len(fact.limit.minimum),
        "“{name}”: {bounds} cannot be met. All values are multiples of {step}, so are their sums, "
        "and with such a sum the territory has {which}; there are {total}. Widen that limit.",
        "“{name}”: {bounds} cannot be met. All values are multiples of {step}, so are their sums, "
        "and with such sums all {count} territories together have {which}; there are {total}. "
        "Widen that limit.",
        name=fact.limit.name,
        bounds=_bounds(fact.limit),
        step=Figure(fact.step, "g"),
        which=which,
        total=Figure(fact.total, ",.10g"),
    )


@refusal.register
def _(fact: facts.OutOfReach, names: Names) -> InfeasibleProblem:
    return InfeasibleProblem(
        "“{name}”: territory {id} needs at least {least}, but the customers that may go there "
        "add up to {reach} only. Ease the {rules}, or lower the minimum.",
        name=fact.limit.name,
        id=names.centre(fact.centre),
        least=readable(fact.limit.minimum[fact.centre]),
        reach=readable(fact.reach),
        rules=names.pair_rules(),
    )


@refusal.register
def _(fact: facts.ForcedBeyondMaximum, names: Names) -> InfeasibleProblem:
    return InfeasibleProblem(
        "“{name}”: territory {id} may get at most {most}, but customers that may go nowhere "
        "else already add up to {forced}. Raise the maximum, or ease the {rules}.",
        name=fact.limit.name,
        id=names.centre(fact.centre),
        most=readable(fact.limit.maximum[fact.centre]),
        forced=readable(fact.forced),
        rules=names.pair_rules(),
    )


@refusal.register
def _(fact: facts.TooFewMayStay, names: Names) -> InfeasibleProblem:
    return InfeasibleProblem(
        "“{name}”: territory {id} currently has {current} and must keep {least}, but only {left} "
        "of them may stay. Lower the share to keep, or ease the {rules}.",
        name=fact.limit.name,
        id=names.centre(fact.centre),
        current=readable(fact.current),
        least=readable(fact.limit.minimum[fact.centre]),
        left=readable(fact.left),
        rules=names.pair_rules(),
    )


@refusal.register
def _(fact: facts.ReceivesTooLittle, names: Names) -> InfeasibleProblem:
    least = float(fact.limit.minimum[fact.centre])
    return InfeasibleProblem(
        "“{name}” and “{retention}” contradict each other: territory {id} currently has {current} "
        "and needs at least {least}, so it must receive {needs}; but as the others keep their "
        "share it can receive at most {receives}. Lower the minimum or the share to keep.",
        name=fact.limit.name,
        retention=fact.retention.name,
        id=names.centre(fact.centre),
        current=readable(fact.current),
        least=readable(least),
        needs=readable(least - fact.current),
        receives=readable(fact.receives),
    )


@refusal.register
def _(fact: facts.KeepsTooMuch, names: Names) -> InfeasibleProblem:
    values: dict[str, object] = {
        "name": fact.limit.name,
        "retention": fact.retention.name,
        "id": names.centre(fact.centre),
        "most": readable(fact.limit.maximum[fact.centre]),
        "current": readable(fact.current),
        "kept": readable(fact.kept),
    }
    if fact.fixed == 0.0:
        return InfeasibleProblem(
            "“{name}” and “{retention}” contradict each other: territory {id} may get at most "
            "{most}, but the share of its current {current} that it must keep is {kept} at least. "
            "Raise the maximum or lower the share to keep.",
            **values,
        )
    return InfeasibleProblem(
        "“{name}” and “{retention}” contradict each other: territory {id} may get at most "
        "{most}, but customers that are not its own now and may go nowhere else add up to "
        "{fixed}, and the share of its current {current} that it must keep is {kept} at least: "
        "{fixed} + {kept} = {sum}. Raise the maximum, lower the share to keep, or ease the "
        "{rules}.",
        fixed=readable(fact.fixed),
        sum=readable(fact.fixed + fact.kept),
        rules=names.pair_rules(),
        **values,
    )


@refusal.register
def _(fact: LimitsConflict, names: Names) -> InfeasibleProblem:
    parts = []
    for limit, centres in fact.minima:
        parts.append(
            Text.of(
                "“{name}” at least (territory {ids})",
                name=limit.name,
                ids=names.some_centres(centres),
            )
        )
    for limit, centres in fact.maxima:
        parts.append(
            Text.of(
                "“{name}” at most (territory {ids})",
                name=limit.name,
                ids=names.some_centres(centres),
            )
        )
    if fact.pairs_are_forbidden:
        parts.append(Text.of("the {rules}", rules=names.pair_rules()))
    return InfeasibleProblem(
        "These limits contradict each other: {parts}. The nearest one can come: {nearest}. Widen "
        "one of them.",
        parts=TextList(parts),
        nearest=TextList(_misses(fact, names)),
    )


def _misses(fact: LimitsConflict, names: Names) -> list[Text]:
    texts = []
    for miss in fact.misses:
        values: dict[str, object] = {
            "id": names.centre(miss.centre),
            "name": miss.limit.name,
            "reached": readable(miss.reached),
            "bound": readable(miss.bound),
        }
        texts.append(
            Text.of("territory {id}: {reached} instead of at least {bound} ({name})", **values)
            if miss.reached < miss.bound
            else Text.of("territory {id}: {reached} instead of at most {bound} ({name})", **values)
        )
    return texts


@refusal.register
def _(fact: InseparableCustomers, names: Names) -> InfeasibleProblem:
    if fact.limit is None:
        if fact.seconds is None:
            return InfeasibleProblem(
                "The limits could be kept only by dividing a customer between two territories. "
                "Widen the limits."
            )
        return InfeasibleProblem(
            "No assignment of whole customers that keeps the limits was found in {seconds} s; that "
            "there is none is not proved. Try another random seed, or widen the limits.",
            seconds=Figure(fact.seconds, ".1f"),
        )
    values: dict[str, object] = {
        "name": fact.limit.name,
        "room": readable(fact.room),
        "total": readable(fact.total),
        "bounds": _bounds(fact.limit),
        "heaviest": readable(fact.heaviest),
    }
    if fact.seconds is None:
        return InfeasibleProblem(
            "The limits could be kept only by dividing a customer between two territories: "
            "“{name}” leaves {room} to spare ({total} in all, {bounds} for each territory), and "
            "the heaviest customer has {heaviest}. Widen that limit.",
            **values,
        )
    return InfeasibleProblem(
        "No assignment of whole customers that keeps the limits was found in {seconds} s; that "
        "there is none is not proved. “{name}” leaves {room} to spare ({total} in all, {bounds} "
        "for each territory), and the heaviest customer has {heaviest}. Try another random seed, "
        "or widen that limit.",
        seconds=Figure(fact.seconds, ".1f"),
        **values,
    )


def _bounds(limit: Limit) -> Text:
    least = _range(limit.minimum[limit.minimum > 0.0])
    most = _range(limit.maximum[np.isfinite(limit.maximum)])
    if most is None:
        return Text.of("at least {least}", least=least)
    if least is None:
        return Text.of("at most {most}", most=most)
    return Text.of("at least {least} and at most {most}", least=least, most=most)


def _range(bounds: np.ndarray) -> Text | Figure | None:
    if bounds.size == 0:
        return None
    low, high = readable(bounds.min()), readable(bounds.max())
    return low if low == high else Text("{low}–{high}", {"low": low, "high": high})
