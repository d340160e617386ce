"""Travel of a plan that changes one area at a time, in constant time for each move."""

from __future__ import annotations

import math
from typing import Protocol

from numpy.typing import NDArray

from .space import SearchSpace


class AnnealedTravel(Protocol):
    """What moves cost through travel, in units of the fitness."""

    def refresh(self, labels: NDArray) -> None:
        """Set out anew from a plan (n,)."""

    def change(self, area: int, source: int, target: int) -> float:
        """What it costs if an area moves."""

    def move(self, area: int, source: int, target: int) -> None:
        """Note that an area has moved."""


def annealed_travel(space: SearchSpace, price: float) -> AnnealedTravel:
    """The way to reckon with travel that suits a problem; ``price`` per unit of mean cost."""
    if price <= 0.0:
        return _NoTravel()
    if space.travel_cost is not None:
        return _FromHomes(space, price)
    return (_AroundCentroids if space.travel_power == 2 else _AroundCentres)(space, price)


class _NoTravel:
    """Where travel counts nothing."""

    def refresh(self, labels: NDArray) -> None:
        pass

    def change(self, area: int, source: int, target: int) -> float:
        return 0.0

    def move(self, area: int, source: int, target: int) -> None:
        pass


class _FromHomes(_NoTravel):
    """Trips from homes that stay where they are."""

    def __init__(self, space: SearchSpace, price: float) -> None:
        if space.travel_cost is None:
            raise ValueError("homes are not fixed")
        self.cost: list[list[float]] = (space.travel_cost * (price * space.mass)[:, None]).tolist()

    def change(self, area: int, source: int, target: int) -> float:
        return self.cost[area][target] - self.cost[area][source]


class _AroundCentres(_NoTravel):
    """Trips from the centres of territories as they were at the last refresh."""

    def __init__(self, space: SearchSpace, price: float) -> None:
        self.space = space
        self.mass: list[float] = (price * space.mass).tolist()
        self.points: list[list[float]] = space.points.tolist()

    def refresh(self, labels: NDArray) -> None:
        self.centres: list[list[float]] = self.space.centres(labels).tolist()

    def change(self, area: int, source: int, target: int) -> float:
        point = self.points[area]
        there, here = self.centres[target], self.centres[source]
        away = math.hypot(point[0] - there[0], point[1] - there[1])
        home = math.hypot(point[0] - here[0], point[1] - here[1])
        return self.mass[area] * (away - home)


class _AroundCentroids(_NoTravel):
    """Squared distances from weighted centres, which move along with every area.

    A point of mass m that joins a mass M at a distance d from its centre adds m M / (m + M) d²
    to the moment of inertia (Steiner), and takes it away when it leaves.
    """

    def __init__(self, space: SearchSpace, price: float) -> None:
        self.space, self.price = space, price
        self.mass: list[float] = space.mass.tolist()
        self.points: list[list[float]] = space.points.tolist()

    def refresh(self, labels: NDArray) -> None:
        count = self.space.territory_count
        self.sums = [[0.0, 0.0, 0.0] for _ in range(count)]
        for area, label in enumerate(labels.tolist()):
            self._add(area, label, 1.0)

    def change(self, area: int, source: int, target: int) -> float:
        return self._joining(area, target, 0.0) - self._joining(area, source, self.mass[area])

    def move(self, area: int, source: int, target: int) -> None:
        self._add(area, source, -1.0)
        self._add(area, target, 1.0)

    def _joining(self, area: int, territory: int, less: float) -> float:
        """Cost of an area beside what the territory holds but for its own mass (``less``)."""
        mass, (x, y) = self.mass[area], self.points[area]
        held, moment_x, moment_y = self.sums[territory]
        held -= less
        if held <= 0.0 or mass <= 0.0:
            return 0.0
        off_x = (moment_x - less * x) / held - x
        off_y = (moment_y - less * y) / held - y
        return self.price * mass * held / (mass + held) * (off_x * off_x + off_y * off_y)

    def _add(self, area: int, territory: int, times: float) -> None:
        mass, (x, y) = times * self.mass[area], self.points[area]
        sums = self.sums[territory]
        sums[0] += mass
        sums[1] += mass * x
        sums[2] += mass * y
