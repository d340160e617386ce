"""Connected sets of areas that could be territories, what they cost, and the cheapest plan of them.

What costs something within a limit on deviation is a sum over territories: trips to a home, fixed
or in the weighted centre, half of the borders, and what changes hands.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..progress import Progress
from ..rounding import ROUNDING
from .bit_sets import neighbour_bits, set_of
from .connected_sets import connected_sets, members_of, pieces_hold_territories
from .criteria import Scales
from .set_partition import SetPartition
from .space import SearchSpace


@dataclass(frozen=True)
class _Tuning:
    """Up to how many sets it is tried.

    Attributes
    ----------
    met : int
        Connected sets of areas that may be met, too light ones among them.
    kept : int
        Sets within the limit, for each territory that differs from others: some 200 MB. Cells of
        55 × 7 within 2 % have 684,406, and take two seconds.
    """

    met: int = 5_000_000
    kept: int = 1_000_000


_TUNING = _Tuning()


@dataclass(frozen=True)
class Proof:
    """What is known of all plans within the limits.

    Attributes
    ----------
    labels : ndarray of int, shape (n,), or None
        A plan within the limits; None if none was found.
    proved : bool
        Whether no plan is better, or, without labels, whether there is none.
    """

    labels: IntArray | None = None
    proved: bool = False


@dataclass(frozen=True)
class TerritorySets:
    """Connected sets within the limits, each for the territory that it could be.

    Attributes
    ----------
    space : SearchSpace
    sets : ndarray of int, shape (s,)
        One bit per area.
    territory : ndarray of int, shape (s,)
        0 for all where territories are alike.
    deviation : ndarray of float, shape (s,)
        Worst one of each.
    alike : bool
        Whether it costs nothing to exchange two territories.
    limit : float
        Deviation (share) that they keep.
    """

    space: SearchSpace
    sets: IntArray
    territory: IntArray
    deviation: FloatArray
    alike: bool
    limit: float

    @classmethod
    def of(cls, space: SearchSpace, limit: float, progress: Progress) -> TerritorySets | None:
        """All that keep a limit on deviation; None if there are too many."""
        least, greatest = _totals_allowed(space, limit)
        found = connected_sets(
            _may_share(space),
            space.weights,
            (least.min(axis=0), greatest.max(axis=0)),
            _TUNING.met,
            progress,
        )
        if found is None:
            return None
        sets, totals = found
        alike = _are_alike(space)
        chosen, territory, deviation = [], [], []
        for own in range(1 if alike else space.territory_count):
            fits = ((totals >= least[own]) & (totals <= greatest[own])).all(axis=1)
            must = set_of(space.held == own)
            forbidden = set_of((space.held >= 0) & (space.held != own))
            fits &= (sets & must == must) & (sets & forbidden == 0)
            if not space.receiving[own]:
                fits &= sets == must
            chosen.append(sets[fits])
            territory.append(np.full(len(chosen[-1]), own))
            off = totals[fits] * space.inverse_targets[own] - space.wanted[own]
            deviation.append(np.abs(off).max(axis=1))
        if sum(map(len, chosen)) > _TUNING.kept:
            return None
        return cls(
            space,
            np.concatenate(chosen),
            np.concatenate(territory),
            np.concatenate(deviation),
            alike,
            limit,
        )

    def chosen(self, which: BoolArray) -> TerritorySets:
        """Some of these sets."""
        return replace(
            self,
            sets=self.sets[which],
            territory=self.territory[which],
            deviation=self.deviation[which],
        )

    @cached_property
    def rows(self) -> BoolArray:
        """Which sets hold each area (n, s)."""
        return np.ascontiguousarray(members_of(self.sets, self.space.area_count).T)

    def costs(self, scales: Scales) -> FloatArray:
        """Fitness (s,) that each set adds to a plan."""
        cost = scales.stability * self._change
        if scales.border > 0.0:
            cost += scales.border * _half_of_borders(self.space, self.rows)
        if scales.travel > 0.0:
            cost += scales.travel * self._travel()
        return cost

    def best(self, cost: FloatArray, progress: Progress) -> Proof:
        """The plan that costs least, at costs (s,) of each set."""
        space, rows = self.space, self.rows
        if not self.alike:
            numbers = np.arange(space.territory_count)
            rows = np.vstack([rows, self.territory == numbers[:, None]])
        limited = space.change_limit < 1.0
        choice = SetPartition(
            rows,
            cost,
            space.territory_count,
            self._change,
            space.change_limit + ROUNDING if limited else np.inf,
            self._leave_territories,
        ).solve(progress)
        if choice.sets is None:
            return Proof(None, choice.proved)
        labels = np.empty(space.area_count, dtype=np.int64)
        for number, own in enumerate(choice.sets.tolist()):
            labels[self.rows[:, own]] = number if self.alike else self.territory[own]
        return Proof(labels, choice.proved)

    def _leave_territories(self, numbers: IntArray) -> BoolArray:
        """Whether what these sets leave can be divided among the other territories."""
        space = self.space
        least, greatest = _totals_allowed(space, self.limit)
        everything = (1 << space.area_count) - 1
        return pieces_hold_territories(
            everything & ~self.sets[numbers],
            neighbour_bits(space.lists.neighbours),
            space.weights,
            (least.min(axis=0), greatest.max(axis=0)),
        )

    @cached_property
    def _change(self) -> FloatArray:
        """Share of the weight that each set takes from other territories."""
        space = self.space
        change = np.zeros(len(self.sets))
        if self.alike or space.initial is None:
            return change
        changes = zip(self.rows, space.change_mass.tolist(), space.initial.tolist())
        for row, mass, initial in changes:
            if initial >= 0:
                change += mass * (row & (self.territory != initial))
        return change

    def _travel(self) -> FloatArray:
        """What trips to the areas of each set add to the mean cost of a trip."""
        space, rows = self.space, self.rows
        masses = space.mass.tolist()
        travel = np.zeros(len(self.sets))
        if space.travel_cost is not None:
            for row, mass, cost in zip(rows, masses, space.travel_cost):
                travel += row * (mass * cost)[self.territory]
            return travel
        # From the middle of the map, so that squares lose no digits.
        points = space.points - space.points.mean(axis=0)
        total, *moment = (
            _sums(rows, values)
            for values in (space.mass, space.mass * points[:, 0], space.mass * points[:, 1])
        )
        x, y = (own / np.where(total > 0.0, total, 1.0) for own in moment)
        if space.travel_power == 2:
            squares = space.mass * (points[:, 0] ** 2 + points[:, 1] ** 2)
            return np.asarray(_sums(rows, squares) - total * (x**2 + y**2))
        for row, mass, point in zip(rows, masses, points.tolist()):
            travel += mass * row * np.hypot(point[0] - x, point[1] - y)
        return travel


def _totals_allowed(space: SearchSpace, limit: float) -> tuple[FloatArray, FloatArray]:
    """Least and greatest totals (k, c) of territories within a limit on deviation."""
    limit += ROUNDING
    inverse, wanted = space.inverse_targets, space.wanted
    counts = inverse > 0.0
    unit = np.where(counts, 1.0 / np.where(counts, inverse, 1.0), np.inf)
    least = np.where(counts, np.maximum(wanted - limit, 0.0), 0.0)
    least[counts] *= unit[counts]
    return least, (wanted + limit) * unit


def _are_alike(space: SearchSpace) -> bool:
    """Whether it costs nothing to exchange two territories."""
    problem = space.problem
    stable = problem.criteria.stability > 0.0 or space.change_limit < 1.0
    return (
        space.travel_cost is None
        and not (stable and space.initial is not None)
        and bool(space.movable.all() and space.receiving.all())
        and bool(np.allclose(problem.targets, problem.targets[:1]))
    )


def _may_share(space: SearchSpace) -> list[int]:
    """Neighbours of each area with which rules let it share a territory."""
    held = space.held.tolist()
    closed = [own >= 0 and not space.receiving[own] for own in held]

    def may(area: int, other: int) -> bool:
        if held[area] == held[other]:
            return True
        return min(held[area], held[other]) < 0 and not (closed[area] or closed[other])

    neighbours = space.lists.neighbours
    return neighbour_bits(
        [[other for other in own if may(area, other)] for area, own in enumerate(neighbours)]
    )


def _half_of_borders(space: SearchSpace, rows: BoolArray) -> FloatArray:
    """Metres of border of each set (n, s) with others, halved, as two territories share it."""
    graph = space.graph
    border = np.zeros(rows.shape[1])
    edges = zip(graph.first.tolist(), graph.second.tolist(), graph.border_m.tolist())
    for first, second, length in edges:
        if length > 0.0:
            border += length * (rows[first] != rows[second])
    return 0.5 * border


def _sums(rows: BoolArray, values: FloatArray) -> FloatArray:
    """Sum of the values (n,) of each set's areas (n, s)."""
    sums = np.zeros(rows.shape[1])
    for row, value in zip(rows, values.tolist()):
        sums += value * row
    return sums
