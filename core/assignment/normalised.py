"""The assignment problem in units in which costs and weights are near 1.

Everything that walks over all customers and centres does so in blocks of rows, so that no
second array of the size of the costs is ever made.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

import numpy as np

from ..arrays import FloatArray, IntArray
from .limits import Limit

# Costs that differ by less than this part of the largest one differ by rounding.
_NOISE = 1e-12
# With fewer centres it takes longer to tell which ones matter than to look at all of them.
_MANY_CENTRES = 40
# Half a megabyte: temporaries stay in the processor's cache, which is two to three times faster.
_BLOCK_CELLS = 1 << 16


@dataclass(frozen=True)
class NormalisedProblem:
    """Costs and limits with their scales.

    Attributes
    ----------
    cost : ndarray of float, shape (n, k)
        Costs as given (not scaled); ``inf`` where a pair is forbidden.
    cost_scale : float
        Cost that counts as 1.
    limits : sequence of Limit
        The limits as given.
    coefficients : ndarray of float, shape (limits, n)
        Scaled weight of each customer in each limit.
    weight_scales : ndarray of float, shape (limits,)
        Weight that counts as 1 in each limit.
    lower, upper : ndarray of float, shape (limits, k)
        Finite bounds of the scaled totals.
    """

    cost: FloatArray
    cost_scale: float
    limits: Sequence[Limit]
    coefficients: FloatArray
    weight_scales: FloatArray
    lower: FloatArray
    upper: FloatArray
    _best: list[tuple[bytes, tuple[IntArray, FloatArray, FloatArray]]] = field(
        init=False, repr=False, compare=False, default_factory=list
    )

    @property
    def customers(self) -> int:
        return self.cost.shape[0]

    @property
    def centres(self) -> int:
        return self.cost.shape[1]

    @cached_property
    def everything(self) -> FloatArray:
        """Scaled weight (limits,) of all customers."""
        return self.coefficients.sum(axis=1)

    @cached_property
    def cost_spread(self) -> float:
        """Difference of the greatest and least scaled costs, of a sample of the customers."""
        sample = self.cost[:: max(self.customers // 1000, 1)]
        finite = sample[np.isfinite(sample)]
        return (float(np.ptp(finite)) if finite.size else 0.0) / self.cost_scale

    @classmethod
    def of(cls, cost: FloatArray, limits: Sequence[Limit]) -> NormalisedProblem:
        """Scale a problem."""
        return cls(cost, _cost_scale(cost), limits, *_scaled(limits, *cost.shape))

    @classmethod
    def undivided(cls, cost: FloatArray, limits: Sequence[Limit]) -> NormalisedProblem:
        """Scale a problem in which nobody is divided: totals of whole weights are whole."""
        whole = cls.of(cost, [in_whole_weights(limit) for limit in limits])
        return replace(whole, limits=limits)  # messages tell the bounds that were given

    @classmethod
    def of_part(
        cls, cost: FloatArray, limits: Sequence[Limit], chosen: IntArray, customers: int
    ) -> NormalisedProblem:
        """Scale a problem of some customers that stand for all, with bounds in proportion.

        Parameters
        ----------
        cost : ndarray of float, shape (chosen, k)
            Costs of the chosen.
        limits : sequence of Limit
            Of all customers.
        chosen : ndarray of int
        customers : int
            Number of all.
        """
        coefficients, scales, lower, upper = _scaled(limits, customers, cost.shape[1])
        everything = coefficients.sum(axis=1)[:, None]
        coefficients = coefficients[:, chosen]
        here = coefficients.sum(axis=1)[:, None]
        shares = here / np.maximum(everything, 1e-300)
        return cls(
            cost,
            _cost_scale(cost),
            [limit.subset(chosen) for limit in limits],
            coefficients,
            scales,
            lower * shares,
            np.where(upper > everything + 0.5, here + 1.0, upper * shares),
        )

    def part(self, chosen: IntArray) -> NormalisedProblem:
        """Problem of some customers that stand for all, with bounds in proportion."""
        part = NormalisedProblem.of_part(self.cost[chosen], self.limits, chosen, self.customers)
        return replace(part, cost_scale=self.cost_scale)

    def with_cost(self, cost: FloatArray) -> NormalisedProblem:
        """The same limits with other costs, whose scale is about the same."""
        return replace(self, cost=cost)

    def blocks(self) -> Iterator[slice]:
        """Slices over the customers, each small enough for a few temporaries."""
        rows = max(_BLOCK_CELLS // max(self.centres, 1), 1)
        for start in range(0, self.customers, rows):
            yield slice(start, min(start + rows, self.customers))

    @cached_property
    def _extremes(self) -> _Extremes | None:
        """Least and greatest costs and weights of each block; None with few centres."""
        if self.centres < _MANY_CENTRES:
            return None
        blocks = list(self.blocks())
        least, most = (np.empty((len(blocks), self.centres)) for _ in range(2))
        light, heavy = (np.empty((len(blocks), len(self.limits))) for _ in range(2))
        for number, rows in enumerate(blocks):
            least[number] = self.cost[rows].min(axis=0)
            most[number] = self.cost[rows].max(axis=0)
            light[number] = self.coefficients[:, rows].min(axis=1)
            heavy[number] = self.coefficients[:, rows].max(axis=1)
        scale = 1.0 / self.cost_scale
        return _Extremes(least * scale, most * scale, light, heavy)

    def worth_a_look(self, rows: slice, prices: FloatArray, beyond: float) -> IntArray | None:
        """Centres that may be the two cheapest of any customer in a block; None for all.

        Neighbouring customers prefer the same few of many centres, and how far their costs go
        apart within a block tells for which centres this is certain.

        Parameters
        ----------
        rows : slice
            One of :meth:`blocks`.
        beyond : float
            Further centres are taken too, up to this above the second cheapest.
        """
        extremes = self._extremes
        if extremes is None:
            return None
        block = rows.start // max(_BLOCK_CELLS // max(self.centres, 1), 1)
        least, most = extremes.least[block], extremes.most[block]
        for row, limit in enumerate(self.limits):
            ends = np.outer([extremes.light[block, row], extremes.heavy[block, row]], prices[row])
            low, high = ends.min(axis=0), ends.max(axis=0)
            if limit.members is not None:
                low, high = np.minimum(low, 0.0), np.maximum(high, 0.0)
            least, most = least - high, most - low
        second = float(np.partition(most, 1)[1])
        if not np.isfinite(second):
            return None
        near = np.flatnonzero(least <= second + beyond + _NOISE * abs(second))
        return near if 2 * near.size < self.centres else None

    def reduced(
        self, rows: slice | IntArray, prices: FloatArray, centres: IntArray | None = None
    ) -> FloatArray:
        """Scaled costs minus what the centres pay, shape (rows, k), or of some centres only."""
        # Column by column, minima over the centres are ten times faster than row by row.
        if centres is None:
            reduced = np.asfortranarray(self.cost[rows])
        else:
            reduced = np.take(self.cost[rows].T, centres, axis=0).T
        reduced = reduced * (1.0 / self.cost_scale)
        for row, limit in enumerate(self.limits):
            coefficient = self.coefficients[row][rows]
            if limit.members is None:
                paid = prices[row] if centres is None else prices[row][centres]
                if limit.weights is None:
                    reduced -= paid
                else:
                    reduced -= coefficient[:, None] * paid
            else:
                counted, place = places(limit.members[rows], self.centres, centres)
                reduced[counted, place] -= (
                    coefficient[counted] * prices[row][limit.members[rows][counted]]
                )
        return reduced

    def coefficient(self, row: int, customers: IntArray, centres: IntArray) -> FloatArray:
        """Scaled contribution of customers to limit ``row`` if these centres get them."""
        values = self.coefficients[row][customers]
        members = self.limits[row].members
        if members is not None:
            values = np.where(members[customers] == centres, values, 0.0)
        return values

    def totals(self, labels: IntArray) -> FloatArray:
        """Scaled totals, shape (limits, k)."""
        everybody = np.arange(self.customers)
        return np.array(
            [
                np.bincount(
                    labels,
                    weights=self.coefficient(row, everybody, labels),
                    minlength=self.centres,
                )
                for row in range(len(self.limits))
            ]
        ).reshape(len(self.limits), self.centres)

    def price_income(self, prices: FloatArray) -> float:
        """Least value that the prices times totals within the bounds can take."""
        return float(np.sum(np.minimum(prices * self.lower, prices * self.upper)))

    def best(self, prices: FloatArray) -> tuple[IntArray, FloatArray, FloatArray]:
        """Cheapest centre of each customer, its reduced cost, and the second-best one's."""
        asked = prices.tobytes()
        # Prices are mostly asked about again at once, by the next step.
        if not self._best or self._best[0][0] != asked:
            self._best[:] = [(asked, self._cheapest(prices))]
        return self._best[0][1]

    def _cheapest(self, prices: FloatArray) -> tuple[IntArray, FloatArray, FloatArray]:
        labels = np.empty(self.customers, dtype=np.int64)
        first = np.empty(self.customers)
        second = np.full(self.customers, np.inf)
        for rows in self.blocks():
            near = self.worth_a_look(rows, prices, 0.0)
            reduced = self.reduced(rows, prices, near)
            chosen = reduced.argmin(axis=1)
            everybody = np.arange(len(chosen))
            labels[rows] = chosen if near is None else near[chosen]
            first[rows] = reduced[everybody, chosen]
            reduced[everybody, chosen] = np.inf
            second[rows] = reduced.min(axis=1)
        return labels, first, second

    def bound(self, first: FloatArray, prices: FloatArray) -> float:
        """Lagrangean bound in scaled cost, from each customer's least reduced cost."""
        return float(first.sum()) + self.price_income(prices)


@dataclass(frozen=True)
class _Extremes:
    """Least and greatest scaled costs (blocks, k) and weights (blocks, limits) in each block."""

    least: FloatArray
    most: FloatArray
    light: FloatArray
    heavy: FloatArray


def _scaled(
    limits: Sequence[Limit], customers: int, centres: int
) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
    """Coefficients, scales, and lower and upper bounds of a :class:`NormalisedProblem`."""
    coefficients = np.ones((len(limits), customers))
    scales = np.ones(len(limits))
    lower = np.zeros((len(limits), centres))
    upper = np.zeros((len(limits), centres))
    for row, limit in enumerate(limits):
        if limit.weights is not None:
            positive = limit.weights[limit.weights > 0.0]
            scales[row] = positive.mean() if positive.size else 1.0
            coefficients[row] = limit.weights / scales[row]
        # More than everything cannot be reached, so that is as good as no bound.
        everything = coefficients[row].sum() + 1.0
        lower[row] = np.maximum(limit.minimum / scales[row], 0.0)
        upper[row] = np.minimum(limit.maximum / scales[row], everything)
    return coefficients, scales, lower, upper


def in_whole_weights(limit: Limit) -> Limit:
    """Limit with bounds (k,) that totals of whole weights can meet.

    Between 9.12 and 11.14 means 10 or 11. Prices of the wider bounds leave many centres at 9 and
    12 where weights are small, which moves then hardly mend. Where no whole total lies between,
    or all of them together miss what there is, the bounds stay: only divided customers keep them,
    and that is told.
    """
    if limit.weights is None or not limit.is_whole:
        return limit
    least, most = np.ceil(limit.minimum), np.floor(limit.maximum)
    fits = np.maximum(least, 0.0).sum() <= limit.weights.sum() <= most.sum()
    return replace(limit, minimum=least, maximum=most) if fits and np.all(least <= most) else limit


def places(members: IntArray, count: int, centres: IntArray | None) -> tuple[IntArray, IntArray]:
    """Customers that count at one of the centres, and its position among these."""
    if centres is None:
        counted = np.flatnonzero(members >= 0)
        return counted, members[counted]
    position = np.full(count, -1, dtype=np.int64)
    position[centres] = np.arange(centres.size)
    place = np.where(members >= 0, position[members], -1)
    counted = np.flatnonzero(place >= 0)
    return counted, place[counted]


def _cost_scale(cost: FloatArray) -> float:
    """Typical difference of a customer's cheapest costs: what decisions are made of."""
    n, k = cost.shape
    sample = cost[:: max(n // 2000, 1)]
    finite = np.abs(sample[np.isfinite(sample)])
    if k > 1:
        lowest = np.partition(sample, 1, axis=1)[:, :2]
        lowest = lowest[np.isfinite(lowest).all(axis=1)]
        difference = lowest[:, 1] - lowest[:, 0]
        # Centres on one spot differ by rounding only, which decides nothing.
        least = _NOISE * float(finite.max(initial=0.0))
        difference = difference[difference > least]
        if difference.size:
            return float(difference.mean())
    return float(finite.mean()) if finite.size and finite.mean() > 0.0 else 1.0
