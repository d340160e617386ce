"""Contradictions between limits that counting shows, as facts; :mod:`.wording` says them.

What counting does not show is found by :mod:`.infeasibility`.
"""

from __future__ import annotations

# ruff: noqa: ARG001 - all checks of totals are asked in the same way
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..certain import certain
from . import contradiction_facts as facts
from .contradiction_facts import Contradiction
from .limits import Limit

# Sums of floating-point weights are right to about this part of the whole.
_TOLERANCE = 1e-9
# Beyond this a product of two weights is no longer a whole number in floating point.
_LARGEST_WHOLE = 1e12
# Weights with more decimals have no step that anybody would recognise.
_PARTS = (1, 10, 100, 1000)


def counted_contradiction(allowed: BoolArray, limits: Sequence[Limit]) -> Contradiction | None:
    """The first contradiction that counting shows; None if it shows none.

    Parameters
    ----------
    allowed : ndarray of bool, shape (n, k)
        Possible pairs of customer and centre.
    limits : sequence of Limit
    """
    pairs = _Pairs(allowed, bool(allowed.all()))
    return next(_contradictions(pairs, limits), None)


@dataclass(frozen=True)
class _Pairs:
    """Possible pairs (n, k), and whether all of them are."""

    allowed: BoolArray
    everything: bool

    def bound_customers(self) -> tuple[IntArray, IntArray]:
        """Customers that may go to one centre only, and that centre."""
        bound = np.flatnonzero(self.allowed.sum(axis=1) == 1)
        return bound, self.allowed[bound].argmax(axis=1)


def _contradictions(pairs: _Pairs, limits: Sequence[Limit]) -> Iterator[Contradiction]:
    if not pairs.everything:
        stranded = np.flatnonzero(~pairs.allowed.any(axis=1))
        if stranded.size:
            yield facts.Stranded(stranded)
    for limit in limits:
        crossed = np.flatnonzero(limit.minimum > limit.maximum)
        if crossed.size:
            yield facts.CrossedBounds(limit, int(crossed[0]))
        if limit.is_retention:
            yield from _lost_members(limit, pairs)
            continue
        weights = np.ones(len(pairs.allowed)) if limit.weights is None else limit.weights
        for check in _CHECKS_OF_TOTALS:
            yield from check(limit, weights, pairs)
        for retention in limits:
            if retention.is_retention and retention.is_count:
                yield from _retention_conflict(limit, weights, retention, pairs)


def _wrong_sums(limit: Limit, weights: FloatArray, pairs: _Pairs) -> Iterator[Contradiction]:
    total = float(weights.sum())
    needed = float(np.maximum(limit.minimum, 0.0).sum())
    room = float(limit.maximum.sum())
    tolerance = _TOLERANCE * max(total, 1.0)
    if needed > total + tolerance:
        yield facts.MinimaExceedTotal(limit, needed, total)
    if room < total - tolerance:
        yield facts.MaximaBelowTotal(limit, room, total)


def _heavy_customers(limit: Limit, weights: FloatArray, pairs: _Pairs) -> Iterator[Contradiction]:
    if np.isinf(limit.maximum).all():
        return
    if pairs.everything:
        largest = np.full(len(weights), limit.maximum.max())
    else:
        largest = np.where(pairs.allowed, limit.maximum, -np.inf).max(axis=1)
    heavy = np.flatnonzero(weights > largest + _TOLERANCE * np.abs(largest))
    if heavy.size:
        worst = int(heavy[np.argmax(weights[heavy] - largest[heavy])])
        yield facts.TooHeavy(limit, heavy, worst, float(weights[worst]), float(largest[worst]))


def _few_heavy_customers(
    limit: Limit, weights: FloatArray, pairs: _Pairs
) -> Iterator[Contradiction]:
    """The heaviest few are at few centres; what the others have is too little for the rest."""
    if limit.weights is None:
        return
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
        yield facts.HeavyStarveOthers(
            limit,
            heaviest[: m + 1],
            float(total - left[m]),
            total,
            k - m - 1,
            float(needed[m]),
        )


def _many_heavy_customers(
    limit: Limit, weights: FloatArray, pairs: _Pairs
) -> Iterator[Contradiction]:
    """Of k · p + 1 customers some centre gets p + 1, and even the lightest are too much for it."""
    if limit.weights is None:
        return
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
        yield facts.HeavyCrowd(limit, k * p + 1, float(weights[heaviest[k * p]]), p, most)


def _bounds_between_steps(
    limit: Limit, weights: FloatArray, pairs: _Pairs
) -> Iterator[Contradiction]:
    """Sums of multiples of a step are multiples, too: none between the bounds may be possible.

    Or those that are miss the total: 60 centres between 9.6 and 10.6 have 600 if all is whole.
    """
    step = None if limit.weights is None else _common_step(weights)
    if step is None:
        return
    units, parts = step
    with np.errstate(invalid="ignore"):
        above = np.ceil(np.maximum(limit.minimum, 0.0) * parts / units * (1.0 - _TOLERANCE))
        below = np.floor(limit.maximum * parts / units * (1.0 + _TOLERANCE))
    between = np.flatnonzero(above > below)
    if between.size:
        j = int(between[0])
        nearest = [float((below[j] + more) * units / parts) for more in (0.0, 1.0)]
        yield facts.BetweenSteps(limit, j, units / parts, *nearest)
    total = float(weights.sum())
    tolerance = _TOLERANCE * max(total, 1.0)
    least, most = (float(ends.sum()) * units / parts for ends in (above, below))
    if not least - tolerance <= total <= most + tolerance:
        reach = least if total < least else most
        yield facts.StepsMissTotal(limit, units / parts, reach, total)


def _common_step(weights: FloatArray) -> tuple[int, int] | None:
    """Greatest step, as (units, parts of 1), of which all weights are multiples."""
    for parts in _PARTS:
        multiples = weights * parts
        whole = np.round(multiples)
        if multiples.max(initial=0.0) > _LARGEST_WHOLE:
            return None
        if np.all(np.abs(multiples - whole) <= _TOLERANCE * np.maximum(multiples, 1.0)):
            units = int(np.gcd.reduce(whole.astype(np.int64))) if len(whole) else 0
            return (units, parts) if units else None
    return None


def _out_of_reach(limit: Limit, weights: FloatArray, pairs: _Pairs) -> Iterator[Contradiction]:
    if pairs.everything:
        return
    reach = (weights[:, None] * pairs.allowed).sum(axis=0)
    short = np.flatnonzero(reach < limit.minimum - _TOLERANCE * np.maximum(reach, 1.0))
    if short.size:
        yield facts.OutOfReach(limit, int(short[0]), float(reach[short[0]]))
    bound, only = pairs.bound_customers()
    forced = np.bincount(only, weights=weights[bound], minlength=len(limit.maximum))
    full = np.flatnonzero(forced > limit.maximum + _TOLERANCE * np.maximum(forced, 1.0))
    if full.size:
        yield facts.ForcedBeyondMaximum(limit, int(full[0]), float(forced[full[0]]))


_CHECKS_OF_TOTALS: tuple[Callable[[Limit, FloatArray, _Pairs], Iterator[Contradiction]], ...] = (
    _wrong_sums,
    _heavy_customers,
    _few_heavy_customers,
    _many_heavy_customers,
    _bounds_between_steps,
    _out_of_reach,
)


def _lost_members(limit: Limit, pairs: _Pairs) -> Iterator[Contradiction]:
    members = _members(limit)
    customers = np.flatnonzero(members >= 0)
    centres = members[customers]
    weights = np.ones(len(customers)) if limit.weights is None else limit.weights[customers]
    free = pairs.allowed[customers, centres]
    current = np.bincount(centres, weights=weights, minlength=len(limit.minimum))
    left = np.bincount(centres[free], weights=weights[free], minlength=len(limit.minimum))
    short = np.flatnonzero(left < limit.minimum - _TOLERANCE * np.maximum(current, 1.0))
    if short.size:
        j = int(short[0])
        yield facts.TooFewMayStay(limit, j, float(current[j]), float(left[j]))


def _retention_conflict(
    limit: Limit, weights: FloatArray, retention: Limit, pairs: _Pairs
) -> Iterator[Contradiction]:
    """What everybody keeps leaves too little for a minimum, or is too much for a maximum."""
    k = len(limit.minimum)
    members = _members(retention)
    current, kept, given = np.zeros(k), np.zeros(k), np.zeros(k)
    bound, only = pairs.bound_customers()
    stays = bound[only == members[bound]]
    comes = only != members[bound]
    fixed = np.bincount(only[comes], weights=weights[bound[comes]], minlength=k)
    is_free = np.ones(len(weights), dtype=bool)
    is_free[bound] = False
    for j in range(k):
        own = np.sort(weights[members == j])
        keeps = int(np.clip(retention.minimum[j], 0, own.size))
        current[j] = own.sum()
        # At best the lightest stay and the heaviest leave.
        given[j] = own[keeps:].sum()
        held = weights[stays[members[stays] == j]]
        free = np.sort(weights[(members == j) & is_free])
        kept[j] = held.sum() + free[: max(keeps - held.size, 0)].sum()
    newcomers = float(weights[members < 0].sum())
    receives = given.sum() - given + newcomers
    tolerance = _TOLERANCE * max(float(weights.sum()), 1.0)
    short = np.flatnonzero(current + receives < limit.minimum - tolerance)
    if short.size:
        j = int(short[0])
        yield facts.ReceivesTooLittle(limit, retention, j, float(current[j]), float(receives[j]))
    full = np.flatnonzero(fixed + kept > limit.maximum + tolerance)
    if full.size:
        j = int(full[0])
        yield facts.KeepsTooMuch(
            limit, retention, j, float(current[j]), float(kept[j]), float(fixed[j])
        )


def _members(limit: Limit) -> IntArray:
    return certain(limit.members)
