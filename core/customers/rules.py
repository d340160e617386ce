"""What portfolios must keep, as the user states it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ..arrays import FloatArray, IntArray
from ..assignment import Limit, count_limit, sum_limit
from ..errors import InvalidInput
from ..ids import positions_in
from ..texts import readable


@dataclass(frozen=True)
class Bound:
    """One bound, for all territories or for each.

    Attributes
    ----------
    values : ndarray of float, shape () or (centres,)
        NaN where there is none.
    is_share : bool
        Whether the values are percent of the total.
    """

    values: FloatArray
    is_share: bool = False

    def amounts(self, total: float, centres: IntArray) -> FloatArray:
        """Bound (k,) of the centres, which are numbered among all; NaN where there is none."""
        values = self.values[centres] if self.values.ndim else np.full(len(centres), self.values)
        # In this order 7 % of 100 is 7, and not a little more.
        return values * total / 100.0 if self.is_share else values


@dataclass(frozen=True)
class TotalRule:
    """Bounds on the sum of an attribute, or on the number of customers.

    Attributes
    ----------
    attribute : str or None
        None for the number of customers.
    least, most : Bound or None
    """

    attribute: str | None
    least: Bound | None = None
    most: Bound | None = None

    @property
    def is_bounded(self) -> bool:
        """Whether there is any bound."""
        return self.least is not None or self.most is not None

    def limit(self, weights: FloatArray, centres: IntArray) -> Limit:
        """The limit for customers with these weights (n,) and these of all centres (k,).

        For the number of customers only the length of the weights counts.
        """
        total = float(len(weights)) if self.attribute is None else float(weights.sum())
        least, most = (
            None if bound is None else bound.amounts(total, centres)
            for bound in (self.least, self.most)
        )
        if self.attribute is None:
            return count_limit(len(centres), least, most)
        return sum_limit(self.attribute, weights, len(centres), least, most)


@dataclass(frozen=True)
class TerritoryRule:
    """Bounds on the total of one territory that has a name.

    Attributes
    ----------
    territory : object
        Name of the territory.
    total : TotalRule
        With one value for each bound.
    """

    territory: Any
    total: TotalRule


def territory_limits(
    rules: Sequence[TerritoryRule],
    attribute: str | None,
    weights: FloatArray,
    names: Sequence[Any],
) -> list[Limit]:
    """The limit that rules make of the totals of one attribute; none if they make none.

    Rules on territories that are not among the names have no effect.

    Parameters
    ----------
    rules : sequence of TerritoryRule
    attribute : str or None
        None for the number of customers.
    weights : ndarray of float, shape (n,)
        Of the attribute.
    names : sequence
        Of the k territories.
    """
    least, most = np.full(len(names), np.nan), np.full(len(names), np.nan)
    positions = positions_in([rule.territory for rule in rules], names)
    for rule, position in zip(rules, positions.tolist()):
        if position < 0 or rule.total.attribute != attribute:
            continue
        limit = rule.total.limit(weights, np.zeros(1, dtype=np.int64))
        least[position] = np.fmax(least[position], limit.minimum[0])
        most[position] = np.fmin(most[position], limit.maximum[0])
    bounded = np.isfinite(least) | np.isfinite(most)
    if not bounded.any():
        return []
    if attribute is None:
        return [count_limit(len(names), least, most)]
    return [sum_limit(attribute, weights, len(names), least, most)]


@dataclass(frozen=True)
class CustomerRules:
    """What portfolios must keep; the same in all groups.

    Attributes
    ----------
    min_count, max_count : int or None
        Customers of one territory.
    totals : sequence of TotalRule
        Sums (and further counts).
    territories : sequence of TerritoryRule
        The same for single territories.
    min_retention : ndarray of float, shape () or (centres,), or None
        Share (0 to 1) of the current customers that each representative keeps.
    max_distance : float or None
        Maximum distance from customer to centre in metres.
    fixed : bool
        Whether the centres stay where the representatives are.
    """

    min_count: int | None = None
    max_count: int | None = None
    totals: Sequence[TotalRule] = ()
    territories: Sequence[TerritoryRule] = ()
    min_retention: FloatArray | None = None
    max_distance: float | None = None
    fixed: bool = False

    def retention(self, centres: IntArray) -> FloatArray | None:
        """Share (k,) that each of these centres keeps; None if nobody has to keep anything."""
        if self.min_retention is None or not np.any(self.min_retention > 0.0):
            return None
        return (
            np.broadcast_to(self.min_retention, centres.shape)
            if (self.min_retention.ndim == 0)
            else self.min_retention[centres]
        )


@dataclass(frozen=True)
class GroupSearch:
    """How hard to search in each group, and what to do afterwards.

    Attributes
    ----------
    restarts : int
        Number of random starts, of which the best is kept.
    seed : int
    smooth : bool
        Whether outliers move to their neighbours' territory where no limit breaks.
    neighbours : int
        Neighbours that are asked.
    price_rules : bool
        Whether the price of each rule is wanted, which takes further clusterings.
    """

    restarts: int = 10
    seed: int = 1
    smooth: bool = False
    neighbours: int = 5
    price_rules: bool = True


def limits_of_plan(
    rules: Sequence[TotalRule], weights: Mapping[str, FloatArray], labels: IntArray, count: int
) -> list[Limit]:
    """The limits on a plan whose customers may lack a territory: a share is one of the others.

    No territory dies out, whatever the rules.

    Parameters
    ----------
    rules : sequence of TotalRule
    weights : mapping of str to ndarray of float, shape (n,)
        By attribute.
    labels : ndarray of int, shape (n,)
        Territory of each customer, -1 for none.
    count : int
        Number of territories.

    Raises
    ------
    InvalidInput
        If a minimum is above its maximum.
    """
    assigned = labels >= 0
    territories = np.arange(count)
    limits = [count_limit(count, 1)]
    for rule in rules:
        if not rule.is_bounded:
            continue
        if rule.attribute is None:
            limit = rule.limit(np.ones(int(np.count_nonzero(assigned))), territories)
        else:
            limit = rule.limit(np.where(assigned, weights[rule.attribute], 0.0), territories)
        crossed = np.flatnonzero(limit.minimum > limit.maximum)
        if len(crossed):
            raise InvalidInput(
                "Limits on sums (LIMITS): at least {least} and at most {most} of “{name}” "
                "contradict each other.",
                least=readable(limit.minimum[crossed[0]]),
                most=readable(limit.maximum[crossed[0]]),
                name=limit.name,
            )
        limits.append(limit)
    return limits
