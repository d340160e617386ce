"""Limits on what each centre may get, and the answer to an assignment problem."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import FloatArray, IntArray
from ..errors import InvalidInput, name_some
from ..texts import Text

# Bounds that are computed from shares are whole to this relative error of floating point.
_ROUNDING = 1e-12
COUNT_NAME = Text.of("customers")
RETENTION_NAME = Text.of("customers to keep")


@dataclass(frozen=True)
class Limit:
    """One group of limits: for every centre, a least and a greatest total.

    Customer i adds ``weights[i]`` to the total of the centre that gets it; with ``members``
    it does so only at the centre ``members[i]``.

    Parameters
    ----------
    name : str or Text
        What messages call the total, such as the name of a field.
    minimum, maximum : ndarray of float, shape (k,)
        Bounds of each centre's total; ``-inf`` and ``inf`` where there is none.
    weights : ndarray of float, shape (n,), optional
        Share of each customer in the total, not negative; 1 for everybody when omitted.
    members : ndarray of int, shape (n,), optional
        The only centre at which the customer counts, or -1 for nowhere.
    """

    name: str | Text
    minimum: FloatArray
    maximum: FloatArray
    weights: FloatArray | None = None
    members: IntArray | None = None

    @property
    def is_count(self) -> bool:
        """Whether customers are counted, so that all totals are whole numbers."""
        return self.weights is None

    @property
    def is_whole(self) -> bool:
        """Whether all weights, and so all totals, are whole numbers."""
        return self.weights is None or bool(np.all(self.weights == np.round(self.weights)))

    @property
    def is_retention(self) -> bool:
        """Whether customers count at one centre only, that is, at their current one."""
        return self.members is not None

    def totals(self, labels: IntArray) -> FloatArray:
        """Total of each centre, shape (k,), under an assignment of shape (n,)."""
        weights = np.ones(len(labels)) if self.weights is None else self.weights
        counted = labels >= 0
        if self.members is not None:
            counted &= labels == self.members
        totals = np.bincount(labels[counted], weights=weights[counted], minlength=len(self.minimum))
        return totals.astype(float)

    def breaches(self, labels: IntArray) -> FloatArray:
        """By how much each centre misses its bounds, shape (k,): < 0 too little, > 0 too much."""
        totals = self.totals(labels)
        return np.minimum(totals - self.minimum, 0.0) + np.maximum(totals - self.maximum, 0.0)

    def subset(self, customers: IntArray) -> Limit:
        """The same bounds for some of the customers only."""
        return replace(
            self,
            weights=None if self.weights is None else self.weights[customers],
            members=None if self.members is None else self.members[customers],
        )


def count_limit(
    centres: int,
    minimum: ArrayLike | None = None,
    maximum: ArrayLike | None = None,
    *,
    name: str | Text = COUNT_NAME,
) -> Limit:
    """At least and at most so many customers for each of ``centres`` centres."""
    lower = _per_centre(centres, minimum, -np.inf)
    upper = _per_centre(centres, maximum, np.inf)
    # Totals are whole numbers: a bound of 2.5 customers means 3, or 2.
    return Limit(name, np.ceil(lower), np.floor(upper))


def sum_limit(
    name: str,
    weights: ArrayLike,
    centres: int,
    minimum: ArrayLike | None = None,
    maximum: ArrayLike | None = None,
) -> Limit:
    """At least and at most so much of an attribute for each of ``centres`` centres.

    Raises
    ------
    InvalidInput
        If a weight is negative or not finite.
    """
    values = np.asarray(weights, dtype=float)
    bad = np.flatnonzero(~(np.isfinite(values) & (values >= 0.0)))
    if bad.size:
        raise InvalidInput.counted(
            int(bad.size),
            "“{name}” is negative or not a number for {count} customer (row {rows}); correct the "
            "value or leave this customer out.",
            "“{name}” is negative or not a number for {count} customers (rows {rows}); correct the "
            "values or leave these customers out.",
            name=name,
            rows=name_some(bad.tolist()),
        )
    lower, upper = _per_centre(centres, minimum, -np.inf), _per_centre(centres, maximum, np.inf)
    if np.all(values == np.round(values)):
        # 35 / 3 × 1.2 is 13.999999999999998 in floating point, and yet has room for 14.
        lower, upper = _without_rounding_error(lower), _without_rounding_error(upper)
    return Limit(name, lower, upper, weights=values)


def retention_limit(
    current: ArrayLike, centres: int, share: ArrayLike, *, name: str | Text = RETENTION_NAME
) -> Limit:
    """Each centre keeps at least a share (0 to 1) of the customers it has now.

    Parameters
    ----------
    current : array_like of int, shape (n,)
        Current centre of each customer, -1 for none.
    centres : int
        Number of centres.
    share : float or array_like, shape (k,)
        Share to keep; what it makes of a number of customers is rounded up.
    """
    members = np.asarray(current, dtype=np.int64)
    current_counts = np.bincount(members[members >= 0], minlength=centres)
    # 0.7 × 100 is 70.00000000000001 in floating point, which is not a 71st customer.
    needed = np.ceil(
        current_counts * np.broadcast_to(np.asarray(share, dtype=float), centres) - 1e-9
    )
    return Limit(name, needed, np.full(centres, np.inf), members=members)


@dataclass(frozen=True)
class AssignmentStart:
    """What is known from the answer to a similar problem with the same limits.

    Attributes
    ----------
    prices : ndarray of float, shape (limits, k)
        As an :class:`Assignment` has them.
    labels : ndarray of int, shape (n,), or None
        An assignment within the limits, from which moves may start.
    """

    prices: FloatArray
    labels: IntArray | None = None


@dataclass(frozen=True)
class Assignment:
    """Answer to an assignment problem.

    Attributes
    ----------
    labels : ndarray of int, shape (n,)
        Centre of each customer.
    objective : float
        Sum of the costs, in the unit of the costs.
    lower_bound : float
        No assignment within the limits can cost less.
    gap : float
        ``(objective - lower_bound) / |objective|``; 0 means proved optimal.
    prices : ndarray of float, shape (limits, k)
        What one more unit of each total is worth at each centre, in units of cost: positive
        where a minimum binds, negative where a maximum does. They start the next problem.
    status : str
        ``"optimal"`` (to rounding), ``"feasible"`` (within ``gap``) or ``"cancelled"``.
    """

    labels: IntArray
    objective: float
    lower_bound: float
    gap: float
    prices: FloatArray
    status: str

    @property
    def start(self) -> AssignmentStart:
        """Where a similar problem may start."""
        return AssignmentStart(self.prices, self.labels)


def breached(limits: Sequence[Limit], labels: IntArray) -> bool:
    """Whether an assignment breaks any limit."""
    return any(np.any(limit.breaches(labels) != 0.0) for limit in limits)


def _without_rounding_error(bounds: FloatArray) -> FloatArray:
    whole = np.round(bounds)
    with np.errstate(invalid="ignore"):
        near = np.abs(bounds - whole) <= _ROUNDING * np.maximum(np.abs(whole), 1.0)
    return np.where(near, whole, bounds)


def _per_centre(centres: int, bound: ArrayLike | None, missing: float) -> FloatArray:
    if bound is None:
        return np.full(centres, missing)
    values = np.array(np.broadcast_to(np.asarray(bound, dtype=float), centres))
    values[np.isnan(values)] = missing
    return values
