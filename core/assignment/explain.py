"""Why limits cannot be kept, in numbers that a manager can check.

Contradictions that can be seen by counting are refused before any solver starts; what is
left is found by an elastic linear programme, in which limits may be missed at a cost. Its
prices name the limits that take part in the contradiction.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NoReturn

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..errors import InfeasibleProblem, name_some
from ..progress import SILENT, Progress
from .elastic import elastic_relaxation
from .limits import Limit

_TOLERANCE = 1e-9
_LARGEST_WHOLE = 1e12


@dataclass(frozen=True)
class Names:
    """How messages call things.

    Parameters
    ----------
    centres : sequence, optional
        Name or id of each centre; 1 to k when omitted.
    customers : sequence, optional
        Id of each customer; the row number, from 0, when omitted.
    centre_word, customer_word : str
        What centres and customers are, in the singular.
    pair_rules : sequence of str
        The rules that forbid pairs; those that are not set are no advice.
    """

    centres: Sequence[object] | None = None
    customers: Sequence[object] | None = None
    centre_word: str = "representative"
    customer_word: str = "customer"
    pair_rules: Sequence[str] = ("fixed pairs", "maximum distance")

    def centre(self, index: int) -> object:
        return index + 1 if self.centres is None else self.centres[index]

    def some_customers(self, indices: IntArray) -> str:
        if self.customers is None:
            return name_some(indices.tolist())
        return name_some([self.customers[index] for index in indices])


def readable(value: float) -> str:
    """Number for a message: whole where it is, else with four digits that matter."""
    rounded = round(float(value))
    if abs(value - rounded) < 1e-6 * max(abs(value), 1.0):
        return f"{rounded:,}"
    return f"{float(value):,.4g}" if abs(value) < 10_000 else f"{float(value):,.1f}"


def refuse_contradictions(cost: FloatArray, limits: Sequence[Limit], names: Names) -> None:
    """Raise if counting alone shows that the limits cannot be kept.

    Raises
    ------
    InfeasibleProblem
        With the limits that contradict each other and by how much.
    """
    allowed = np.isfinite(cost)
    everything_allowed = bool(allowed.all())
    if not everything_allowed:
        _refuse_stranded_customers(allowed, names)
    for limit in limits:
        _refuse_crossed_bounds(limit, names)
        if limit.is_retention:
            _refuse_lost_members(limit, allowed, names)
            continue
        weights = np.ones(len(cost)) if limit.weights is None else limit.weights
        _refuse_wrong_sums(limit, float(weights.sum()), names)
        _refuse_heavy_customers(limit, weights, allowed, everything_allowed, names)
        if limit.weights is not None:
            _refuse_few_heavy_customers(limit, weights, names)
            _refuse_many_heavy_customers(limit, weights, names)
            _refuse_bounds_between_steps(limit, weights, names)
        if not everything_allowed:
            _refuse_out_of_reach(limit, weights, allowed, names)
        for retention in limits:
            if retention.is_retention and retention.is_count:
                _refuse_retention_conflict(limit, weights, retention, allowed, names)


def _refuse_stranded_customers(allowed: BoolArray, names: Names) -> None:
    stranded = np.flatnonzero(~allowed.any(axis=1))
    if stranded.size:
        raise InfeasibleProblem(
            "{count} {customer}(s) may not go to any {centre} ({ids}): ease the {rules}.",
            count=int(stranded.size),
            customer=names.customer_word,
            centre=names.centre_word,
            ids=names.some_customers(stranded),
            rules=" or ".join(names.pair_rules),
        )


def _refuse_crossed_bounds(limit: Limit, names: Names) -> None:
    crossed = np.flatnonzero(limit.minimum > limit.maximum)
    if crossed.size:
        j = int(crossed[0])
        raise InfeasibleProblem(
            "“{name}” of {centre} {id}: at least {least} and at most {most} contradict each other.",
            name=limit.name,
            centre=names.centre_word,
            id=names.centre(j),
            least=readable(limit.minimum[j]),
            most=readable(limit.maximum[j]),
        )


def _refuse_wrong_sums(limit: Limit, total: float, names: Names) -> None:
    needed = float(np.maximum(limit.minimum, 0.0).sum())
    room = float(limit.maximum.sum())
    tolerance = _TOLERANCE * max(total, 1.0)
    if needed > total + tolerance:
        raise InfeasibleProblem(
            "“{name}”: the minima of all {k} {centre}(s) add up to {needed}, but there are only "
            "{total}; {missing} are missing. Lower the minimum.",
            name=limit.name,
            k=len(limit.minimum),
            centre=names.centre_word,
            needed=readable(needed),
            total=readable(total),
            missing=readable(needed - total),
        )
    if room < total - tolerance:
        raise InfeasibleProblem(
            "“{name}”: the maxima of all {k} {centre}(s) add up to {room}, but there are "
            "{total}; {excess} find no place. Raise the maximum.",
            name=limit.name,
            k=len(limit.maximum),
            centre=names.centre_word,
            room=readable(room),
            total=readable(total),
            excess=readable(total - room),
        )


def _refuse_heavy_customers(
    limit: Limit, weights: FloatArray, allowed: BoolArray, everything: bool, names: Names
) -> None:
    if np.isinf(limit.maximum).all():
        return
    if everything:
        largest = np.full(len(weights), limit.maximum.max())
    else:
        largest = np.where(allowed, limit.maximum, -np.inf).max(axis=1)
    heavy = np.flatnonzero(weights > largest + _TOLERANCE * np.abs(largest))
    if heavy.size:
        worst = heavy[np.argmax(weights[heavy] - largest[heavy])]
        raise InfeasibleProblem(
            "“{name}”: {count} {customer}(s) can be taken by no {centre} they may go to, being too "
            "heavy ({ids}); {worst} has {weight}, the maximum is {most}.",
            name=limit.name,
            count=int(heavy.size),
            customer=names.customer_word,
            centre=names.centre_word,
            ids=names.some_customers(heavy),
            worst=names.some_customers(np.array([worst])),
            weight=readable(weights[worst]),
            most=readable(largest[worst]),
        )


def _refuse_few_heavy_customers(limit: Limit, weights: FloatArray, names: Names) -> None:
    """The heaviest few are at few centres; what the others have is too little for the rest."""
    k = len(limit.minimum)
    count = np.arange(1, min(k - 1, len(weights)) + 1)
    heaviest = np.argsort(-weights, kind="stable")
    total = float(weights.sum())
    left = total - np.cumsum(weights[heaviest])[count - 1]
    # Those without a heavy customer are at best the centres with the lowest minima.
    lowest = np.cumsum(np.sort(np.maximum(limit.minimum, 0.0)))
    needed = lowest[k - count - 1]
    short = np.flatnonzero(left < needed - _TOLERANCE * max(total, 1.0))
    if short.size:
        m = int(short[0])
        raise InfeasibleProblem(
            "“{name}”: the heaviest {customer}(s) {ids} have {heavy} of {total}, but can be given "
            "to {count} {centre}(s) at most. The other {rest} need at least {needed} together, "
            "and all other {customer}s have only {left}. Lower the minimum.",
            name=limit.name,
            customer=names.customer_word,
            ids=names.some_customers(heaviest[: m + 1]),
            heavy=readable(total - left[m]),
            total=readable(total),
            count=m + 1,
            centre=names.centre_word,
            rest=k - m - 1,
            needed=readable(needed[m]),
            left=readable(left[m]),
        )


def _refuse_many_heavy_customers(limit: Limit, weights: FloatArray, names: Names) -> None:
    """Of k · p + 1 customers some centre gets p + 1, and even the lightest are too much for it."""
    k = len(limit.maximum)
    most = float(limit.maximum.max())
    each = np.arange(1, (len(weights) - 1) // k + 1)
    if each.size == 0 or np.isinf(most):
        return
    heaviest = np.argsort(-weights, kind="stable")
    sums = np.append(0.0, np.cumsum(weights[heaviest]))
    lightest = sums[k * each + 1] - sums[k * each - each]
    over = np.flatnonzero(lightest > most + _TOLERANCE * max(float(sums[-1]), 1.0))
    if over.size:
        p = int(each[over[0]])
        raise InfeasibleProblem(
            "“{name}”: of the {count} heaviest {customer}s (each has {least} or more) no {crowd} "
            "fit with one {centre}, for which {most} is the maximum; so {k} {centre}(s) have room "
            "for {places} of them only. Raise the maximum.",
            name=limit.name,
            count=k * p + 1,
            customer=names.customer_word,
            least=readable(weights[heaviest[k * p]]),
            crowd=p + 1,
            centre=names.centre_word,
            most=readable(most),
            k=k,
            places=k * p,
        )


def _refuse_bounds_between_steps(limit: Limit, weights: FloatArray, names: Names) -> None:
    """Sums of multiples of a step are multiples of it: none may lie between the bounds."""
    step = _common_step(weights)
    if step is None:
        return
    units, parts = step
    with np.errstate(invalid="ignore"):
        above = np.ceil(np.maximum(limit.minimum, 0.0) * parts / units * (1.0 - _TOLERANCE))
        below = np.floor(limit.maximum * parts / units * (1.0 + _TOLERANCE))
    between = np.flatnonzero(above > below)
    if between.size:
        j = int(between[0])
        raise InfeasibleProblem(
            "“{name}” of {centre} {id}: at least {least} and at most {most} cannot be met. All "
            "values are multiples of {step}, so are their sums, and the nearest are {below} and "
            "{above}. Widen that limit.",
            name=limit.name,
            centre=names.centre_word,
            id=names.centre(j),
            least=f"{limit.minimum[j]:,.10g}",
            most=f"{limit.maximum[j]:,.10g}",
            step=f"{units / parts:g}",
            below=f"{below[j] * units / parts:,.10g}",
            above=f"{(below[j] + 1) * units / parts:,.10g}",
        )


def _common_step(weights: FloatArray) -> tuple[int, int] | None:
    """Greatest step, as (units, parts of 1), of which all weights are multiples."""
    for parts in (1, 10, 100, 1000):
        scaled = weights * parts
        whole = np.round(scaled)
        if scaled.max(initial=0.0) > _LARGEST_WHOLE:
            return None
        if np.all(np.abs(scaled - whole) <= _TOLERANCE * np.maximum(scaled, 1.0)):
            units = int(np.gcd.reduce(whole.astype(np.int64))) if len(whole) else 0
            return (units, parts) if units else None
    return None


def _refuse_out_of_reach(
    limit: Limit, weights: FloatArray, allowed: BoolArray, names: Names
) -> None:
    reach = weights @ allowed
    short = np.flatnonzero(reach < limit.minimum - _TOLERANCE * np.maximum(reach, 1.0))
    if short.size:
        j = int(short[0])
        raise InfeasibleProblem(
            "“{name}”: {centre} {id} needs at least {least}, but the {customer}s that may go there "
            "add up to {reach} only. Ease the {rules}, or lower the minimum.",
            name=limit.name,
            centre=names.centre_word,
            id=names.centre(j),
            least=readable(limit.minimum[j]),
            customer=names.customer_word,
            reach=readable(reach[j]),
            rules=" or ".join(names.pair_rules),
        )
    bound, only = _bound_customers(allowed)
    forced = np.bincount(only, weights=weights[bound], minlength=len(limit.maximum))
    full = np.flatnonzero(forced > limit.maximum + _TOLERANCE * np.maximum(forced, 1.0))
    if full.size:
        j = int(full[0])
        raise InfeasibleProblem(
            "“{name}”: {centre} {id} may get at most {most}, but {customer}s that may go nowhere "
            "else ({rules}) already add up to {forced}.",
            name=limit.name,
            centre=names.centre_word,
            id=names.centre(j),
            most=readable(limit.maximum[j]),
            customer=names.customer_word,
            forced=readable(forced[j]),
            rules=", ".join(names.pair_rules),
        )


def _refuse_lost_members(limit: Limit, allowed: BoolArray, names: Names) -> None:
    members = _members(limit)
    customers = np.flatnonzero(members >= 0)
    centres = members[customers]
    weights = np.ones(len(customers)) if limit.weights is None else limit.weights[customers]
    free = allowed[customers, centres]
    today = np.bincount(centres, weights=weights, minlength=len(limit.minimum))
    left = np.bincount(centres[free], weights=weights[free], minlength=len(limit.minimum))
    short = np.flatnonzero(left < limit.minimum - _TOLERANCE * np.maximum(today, 1.0))
    if short.size:
        j = int(short[0])
        raise InfeasibleProblem(
            "“{name}”: {centre} {id} has {today} today and must keep {least}, but only {left} of "
            "them may stay ({rules}).",
            name=limit.name,
            centre=names.centre_word,
            id=names.centre(j),
            today=readable(today[j]),
            least=readable(limit.minimum[j]),
            left=readable(left[j]),
            rules=", ".join(names.pair_rules),
        )


def _refuse_retention_conflict(
    limit: Limit, weights: FloatArray, retention: Limit, allowed: BoolArray, names: Names
) -> None:
    """What everybody keeps leaves too little for a minimum, or is too much for a maximum."""
    k = len(limit.minimum)
    members = _members(retention)
    today = np.zeros(k)
    kept = np.zeros(k)
    given = np.zeros(k)
    bound, only = _bound_customers(allowed)
    stays = bound[only == members[bound]]
    comes = only != members[bound]
    fixed = np.bincount(only[comes], weights=weights[bound[comes]], minlength=k)
    is_free = np.ones(len(weights), dtype=bool)
    is_free[bound] = False
    for j in range(k):
        own = np.sort(weights[members == j])
        keeps = int(np.clip(retention.minimum[j], 0, own.size))
        today[j] = own.sum()
        # At best the lightest stay and the heaviest leave.
        given[j] = own[keeps:].sum()
        held = weights[stays[members[stays] == j]]
        free = np.sort(weights[(members == j) & is_free])
        kept[j] = held.sum() + free[: max(keeps - held.size, 0)].sum()
    newcomers = float(weights[members < 0].sum())
    receives = given.sum() - given + newcomers
    tolerance = _TOLERANCE * max(float(weights.sum()), 1.0)
    short = np.flatnonzero(today + receives < limit.minimum - tolerance)
    if short.size:
        j = int(short[0])
        raise InfeasibleProblem(
            "“{name}” and “{retention}” contradict each other: {centre} {id} has {today} today and "
            "needs at least {least}, so it must receive {needs}; but as the others keep their "
            "share it can receive at most {receives}. Lower the minimum or the share to keep.",
            name=limit.name,
            retention=retention.name,
            centre=names.centre_word,
            id=names.centre(j),
            today=readable(today[j]),
            least=readable(limit.minimum[j]),
            needs=readable(limit.minimum[j] - today[j]),
            receives=readable(receives[j]),
        )
    full = np.flatnonzero(fixed + kept > limit.maximum + tolerance)
    if full.size:
        j = int(full[0])
        numbers = {
            "name": limit.name,
            "retention": retention.name,
            "centre": names.centre_word,
            "id": names.centre(j),
            "most": readable(limit.maximum[j]),
            "today": readable(today[j]),
            "kept": readable(kept[j]),
        }
        if fixed[j] == 0.0:
            raise InfeasibleProblem(
                "“{name}” and “{retention}” contradict each other: {centre} {id} may get at most "
                "{most}, but the share of today's {today} that it must keep is {kept} at least. "
                "Raise the maximum or lower the share to keep.",
                **numbers,
            )
        raise InfeasibleProblem(
            "“{name}” and “{retention}” contradict each other: {centre} {id} may get at most "
            "{most}, but {customer}s that are not its own today and may go nowhere else "
            "({rules}) add up to {fixed}, and the share of today's {today} that it must keep is "
            "{kept} at least: {fixed} + {kept} = {sum}. Raise the maximum, lower the share to "
            "keep, or ease the rules in brackets.",
            customer=names.customer_word,
            fixed=readable(fixed[j]),
            sum=readable(fixed[j] + kept[j]),
            rules=", ".join(names.pair_rules),
            **numbers,
        )


def _bound_customers(allowed: BoolArray) -> tuple[IntArray, IntArray]:
    """Customers that may go to one centre only, and that centre."""
    bound = np.flatnonzero(allowed.sum(axis=1) == 1)
    return bound, allowed[bound].argmax(axis=1)


def _members(limit: Limit) -> IntArray:
    assert limit.members is not None
    return limit.members


def explain_conflict(
    cost: FloatArray, limits: Sequence[Limit], names: Names, progress: Progress = SILENT
) -> None:
    """Raise with the limits that contradict each other, if any do.

    Raises
    ------
    InfeasibleProblem
        If even dividing customers does not help. The message names the limits that take
        part, and how near one can come.
    """
    relaxation = elastic_relaxation(cost, limits, progress)
    if not np.any(np.abs(relaxation.missed) > relaxation.tolerance):
        return
    parts, nearest = [], []
    for row, limit in enumerate(limits):
        for side, involved in (
            ("at least", relaxation.prices[row] > 1e-6),
            ("at most", relaxation.prices[row] < -1e-6),
        ):
            if involved.any():
                who = name_some([names.centre(int(j)) for j in np.flatnonzero(involved)])
                parts.append(f"“{limit.name}” {side} ({names.centre_word} {who})")
        for j in np.flatnonzero(np.abs(relaxation.missed[row]) > relaxation.tolerance[row]):
            bound = limit.minimum[j] if relaxation.missed[row, j] < 0.0 else limit.maximum[j]
            side = "at least" if relaxation.missed[row, j] < 0.0 else "at most"
            reached = readable(bound + relaxation.missed[row, j])
            nearest.append(
                f"{names.centre_word} {names.centre(int(j))}: {reached} instead of {side} "
                f"{readable(bound)} ({limit.name})"
            )
    if not np.isfinite(cost).all():
        parts.append(f"the pairs that are allowed ({', '.join(names.pair_rules)})")
    raise InfeasibleProblem(
        "These limits contradict each other: {parts}. The nearest one can come: {nearest}.",
        parts="; ".join(parts),
        nearest=name_some(nearest),
    )


def explain_rounding(
    limits: Sequence[Limit], names: Names, *, seconds: float | None = None
) -> NoReturn:
    """Raise because the limits could be kept only by dividing customers.

    Parameters
    ----------
    limits, names
        As in :func:`refuse_contradictions`.
    seconds : float, optional
        How long an answer was looked for, if it is not proved that there is none.

    Raises
    ------
    InfeasibleProblem
        Always; names the narrowest limit.
    """
    bounded = [
        (_room(limit) / max(float(limit.weights.max(initial=0.0)), 1e-300), row)
        for row, limit in enumerate(limits)
        if limit.weights is not None
    ]
    reason = (
        "The limits could be kept only by dividing a {customer} between two {centre}s"
        if seconds is None
        else "No assignment of whole {customer}s that keeps the limits was found in {seconds:.1f} s"
    )
    if not bounded:
        raise InfeasibleProblem(
            reason + ". Widen the limits.",
            customer=names.customer_word,
            centre=names.centre_word,
            seconds=seconds,
        )
    limit = limits[min(bounded)[1]]
    assert limit.weights is not None
    raise InfeasibleProblem(
        reason + ": “{name}” leaves {room} to spare ({total} in all, {bounds}), and the heaviest "
        "{customer} has {heaviest}. Widen that limit.",
        customer=names.customer_word,
        centre=names.centre_word,
        seconds=seconds,
        name=limit.name,
        room=readable(_room(limit)),
        total=readable(float(limit.weights.sum())),
        bounds=_bounds_text(limit, names),
        heaviest=readable(float(limit.weights.max())),
    )


def _room(limit: Limit) -> float:
    """How much a total may vary at all: within its own bounds, and for what others must get."""
    assert limit.weights is not None
    total = float(limit.weights.sum())
    least, most = np.maximum(limit.minimum, 0.0), np.minimum(limit.maximum, total)
    return max(min(float(np.min(most - least)), total - least.sum(), most.sum() - total), 0.0)


def _bounds_text(limit: Limit, names: Names) -> str:
    texts = []
    for word, bounds in (
        ("at least", limit.minimum[limit.minimum > 0.0]),
        ("at most", limit.maximum[np.isfinite(limit.maximum)]),
    ):
        if bounds.size:
            low, high = readable(bounds.min()), readable(bounds.max())
            texts.append(f"{word} {low}" if low == high else f"{word} {low} to {high}")
    return f"{' and '.join(texts)} for each {names.centre_word}"
