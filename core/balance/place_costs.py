"""What each area costs in each territory of many plans: trips, borders and stability in one table.

A move looks up two numbers and changes those of the area's neighbours, so that it costs as much
with three reasons to stay as with one.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray, IntArray
from .criteria import Scales
from .space import SearchSpace


class PlaceCosts:
    """Costs (p, n + 1, k) in units of the fitness, the last area for none.

    An area has its trips there (unless they are reckoned as inertia), the price of leaving its
    present territory, and is the cheaper, the more of its border it has with the territory.

    Parameters
    ----------
    space : SearchSpace
    scales : Scales
    count : int
        Plans.
    centred : bool
        Whether trips set out from centres that are told at each :meth:`sum_up`.
    """

    def __init__(self, space: SearchSpace, scales: Scales, count: int, centred: bool) -> None:
        self.space, self.count = space, count
        areas, territories = space.area_count, space.territory_count
        lists = space.lists
        self.degree: IntArray = np.array([len(own) for own in lists.neighbours])
        width = int(self.degree.max(initial=1))
        self.neighbours: IntArray = np.full((areas, width), areas)
        self.price: FloatArray = np.zeros((areas, width))
        self.shared: FloatArray = np.zeros((areas, areas))
        for area, (own, border) in enumerate(zip(lists.neighbours, lists.borders)):
            self.neighbours[area, : len(own)] = own
            self.price[area, : len(own)] = border
            self.shared[area, own] = border
        self.price *= scales.border
        self.shared *= scales.border
        self.centred = centred
        self.trip_price: FloatArray = scales.travel * space.mass
        self.fixed: FloatArray = np.zeros((areas, territories))
        if space.travel_cost is not None:
            self.fixed += self.trip_price[:, None] * space.travel_cost
        if space.initial is not None and scales.stability > 0.0:
            leaves = np.arange(territories) != space.initial[:, None]
            leaves &= (space.initial >= 0)[:, None]
            self.fixed += leaves * (scales.stability * space.change_mass)[:, None]
        self.table: FloatArray = np.zeros((count, areas + 1, territories))
        self.first: IntArray = np.arange(count) * (areas + 1)

    def sum_up(self, labels: NDArray, centres: FloatArray) -> None:
        """Reckon anew for plans (p, n + 1) and, if they matter, their centres (p, k, 2)."""
        space, table = self.space, self.table
        table[:, :-1] = self.fixed
        if self.centred:
            off = space.points[None, :, None, :] - centres[:, None, :, :]
            away = np.sqrt(off[..., 0] ** 2 + off[..., 1] ** 2)
            table[:, :-1] += self.trip_price[:, None] * away
        beside = labels[:, self.neighbours]
        place = (self.first[:, None] + np.arange(space.area_count))[..., None]
        place = place * space.territory_count + beside
        known = beside >= 0
        price = np.broadcast_to(self.price, beside.shape)[known]
        saved = np.bincount(place[known], price, minlength=table.size)
        table -= saved.reshape(table.shape)

    def change(
        self, walk: IntArray, area: IntArray, source: IntArray, target: IntArray
    ) -> FloatArray:
        """What it costs (q,) if areas move."""
        place = (self.first.take(walk) + area) * self.space.territory_count
        costs = self.table.ravel()
        return np.asarray(costs.take(place + target) - costs.take(place + source))

    def move(self, walk: IntArray, area: IntArray, source: IntArray, target: IntArray) -> None:
        """Note that an area of each walk has moved."""
        beside = self.neighbours.take(area, axis=0)
        place = (self.first.take(walk)[:, None] + beside) * self.space.territory_count
        price, costs = self.price.take(area, axis=0), self.table.reshape(-1)
        costs[place + source[:, None]] += price
        costs[place + target[:, None]] -= price
