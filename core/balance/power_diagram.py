"""Balanced power diagrams: compact territories whose totals fit from the start.

Each area takes the territory with the least d² - v, where the price v of a territory moves
until its total meets its target; centres move to the weighted middle of what they got. With
fixed homes or a cost matrix the areas take the least cost - v, the dual of the transport
problem, and nothing re-centres. (Aurenhammer, Hoffmann and Aronov 1998, Minkowski-type
theorems and least-squares clustering.)
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..progress import SILENT, Progress
from ..sums import weighted_rows, weighted_sum

_AT_ONCE = 1 << 16
"""Costs that are compared at a time: they stay in a processor's cache, which takes half the time
of a million at once (10,000 areas × 100)."""


@dataclass(frozen=True)
class DiagramAreas:
    """What a power diagram divides.

    Attributes
    ----------
    weights : ndarray of float, shape (n, c)
    mass : ndarray of float, shape (n,)
        Weight of each area in its territory's centre.
    points : ndarray of float, shape (n, 2)
        Positions on a plane.
    cost : ndarray of float, shape (n, k), or None
        Cost of a trip from each fixed home; None where homes are free.
    held : ndarray of int, shape (n,)
        Territory that holds an area; negative where it is free.
    """

    weights: FloatArray
    mass: FloatArray
    points: FloatArray
    cost: FloatArray | None
    held: IntArray


def spread_centres(
    points: FloatArray, mass: FloatArray, count: int, rng: np.random.Generator
) -> FloatArray:
    """Random centres (k, 2), each far from those before (k-means++, Arthur 2007)."""
    chosen = [int(rng.choice(len(points), p=mass / mass.sum()))]
    nearest = ((points - points[chosen[0]]) ** 2).sum(axis=1)
    while len(chosen) < count:
        odds = nearest * mass
        if odds.sum() <= 0.0:
            odds = np.ones(len(points))
            odds[chosen] = 0.0
        if odds.sum() <= 0.0:
            odds = np.ones(len(points))
        new = int(rng.choice(len(points), p=odds / odds.sum()))
        chosen.append(new)
        nearest = np.minimum(nearest, ((points - points[new]) ** 2).sum(axis=1))
    return points[chosen]


class PowerDiagram:
    """Centres and prices that divide areas evenly; they carry over to other areas.

    Attributes
    ----------
    centres : ndarray of float, shape (k, 2), or None
        None where costs of fixed homes are given.
    price : ndarray of float, shape (k,)
        By how much each territory's areas may be dearer, in the unit of the costs.
    inverse_targets, wanted : ndarray of float, shape (k, c)
        What turns totals into shares of the targets, and the shares that are wanted.
    criterion_shares : ndarray of float, shape (c,)

    Parameters
    ----------
    targets : ndarray of float, shape (k, c)
    criterion_shares : ndarray of float, shape (c,)
    centres : ndarray of float, shape (k, 2), or None
        First centres, where homes are free; None where costs of fixed homes are given.
    """

    def __init__(
        self, targets: FloatArray, criterion_shares: FloatArray, centres: FloatArray | None
    ) -> None:
        count = len(targets)
        self.inverse_targets: FloatArray = np.where(
            targets > 0.0, 1.0 / np.where(targets > 0.0, targets, 1.0), 0.0
        )
        self.wanted: FloatArray = targets * self.inverse_targets
        self.criterion_shares = criterion_shares
        self.centres = centres
        self.price = np.zeros(count)
        self._spread = 0.0
        self._step = np.zeros(count)
        self._direction = np.zeros(count)

    def divide(
        self,
        areas: DiagramAreas,
        *,
        recentring_rounds: int = 0,
        rounds: int = 20,
        reach: float = 1.0,
        progress: Progress = SILENT,
    ) -> IntArray:
        """Adjust centres and prices to areas and assign them.

        Parameters
        ----------
        areas : DiagramAreas
        recentring_rounds, rounds : int
            Rounds in which centres and prices move, then rounds with prices alone.
        reach : float
            How far a centre moves in a round, in ways to the middle of what it got: more than
            one, and it is sooner where it settles.

        Returns
        -------
        ndarray of int, shape (n,)
            The best balanced assignment of the last rounds; not necessarily contiguous.
        """
        count = len(self.price)
        if self.centres is None:
            recentring_rounds = 0
        if not self._spread:
            ends = np.partition(self.costs(areas), min(1, count - 1), axis=1)[:, : min(2, count)]
            self._spread = (
                weighted_sum(np.abs(ends).mean(axis=1), areas.mass) / float(areas.mass.sum()) or 1.0
            )
            self._step = np.full(count, 0.3 * self._spread)
        best = np.zeros(len(areas.weights), dtype=np.int64)
        best_price, best_deviation = self.price, np.inf
        for turn in range(recentring_rounds + rounds):
            progress.stop_if_cancelled()
            labels = self.assign(areas)
            deviation = weighted_rows(self.deviations(labels, areas.weights), self.criterion_shares)
            settled = turn >= recentring_rounds
            worst = float(np.abs(deviation).max())
            if settled and worst < best_deviation:
                best, best_deviation = labels, worst
                best_price = self.price
            self._adjust_prices(deviation)
            if not settled and self.centres is not None:
                middle = _weighted_centres(labels, areas, self.centres)
                self.centres = middle + (reach - 1.0) * (middle - self.centres)
        self.price = best_price
        return best

    def assign(self, areas: DiagramAreas) -> IntArray:
        """Territory (n,) of each area at the present centres and prices."""
        areas_at_once = max(_AT_ONCE // len(self.price), 1)
        cheapest = np.empty(len(areas.weights), dtype=np.int64)
        dear, room = np.empty((2, areas_at_once, len(self.price)))
        for begin in range(0, len(cheapest), areas_at_once):
            some = slice(begin, begin + areas_at_once)
            own = dear[: len(cheapest[some])]
            np.subtract(self._costs_of(areas, some, own, room), self.price, out=own)
            own.argmin(axis=1, out=cheapest[some])
        return np.where(areas.held >= 0, areas.held, cheapest)

    def deviations(self, labels: IntArray, weights: FloatArray) -> FloatArray:
        """Signed deviations (k, c) of an assignment, as shares of the targets."""
        count = len(self.price)
        totals = np.column_stack(
            [np.bincount(labels, weights=column, minlength=count) for column in weights.T]
        )
        return totals * self.inverse_targets - self.wanted

    def costs(self, areas: DiagramAreas) -> FloatArray:
        """Squared distances from the centres (n, k), or the given costs."""
        shape = len(areas.weights), len(self.price)
        return self._costs_of(areas, slice(None), np.empty(shape), np.empty(shape))

    def _costs_of(
        self, areas: DiagramAreas, some: slice, squared: FloatArray, room: FloatArray
    ) -> FloatArray:
        """The costs of some areas; squared distances are written into ``squared``."""
        if self.centres is None:
            if areas.cost is None:
                raise ValueError("either centres or costs must be given")
            return areas.cost[some]
        points, room = areas.points[some], room[: len(squared)]
        np.subtract(points[:, 0, None], self.centres[:, 0], out=squared)
        squared *= squared
        np.subtract(points[:, 1, None], self.centres[:, 1], out=room)
        room *= room
        squared += room
        return squared

    def _adjust_prices(self, deviation: FloatArray) -> None:
        # Steps grow while a territory stays too rich or too poor and halve when it
        # overshoots (the sign rule of RPROP), as totals answer to prices unevenly.
        sign = np.sign(-deviation)
        self._step = np.where(
            sign == self._direction,
            np.minimum(self._step * 1.3, self._spread),
            np.where(self._direction == 0.0, self._step, self._step * 0.5),
        )
        self._direction = sign
        self.price = self.price + self._step * np.minimum(np.maximum(-3.0 * deviation, -1.0), 1.0)


def _weighted_centres(labels: IntArray, areas: DiagramAreas, previous: FloatArray) -> FloatArray:
    count = len(previous)
    total = np.bincount(labels, weights=areas.mass, minlength=count)
    moment = np.column_stack(
        [np.bincount(labels, weights=areas.mass * axis, minlength=count) for axis in areas.points.T]
    )
    filled = total > 0.0
    return np.where(filled[:, None], moment / np.where(filled, total, 1.0)[:, None], previous)
