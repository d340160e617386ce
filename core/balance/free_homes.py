"""Homes for territories whose people may move or are still to be found, beside people who stay.

Like Lloyd's method on balanced territories: areas are divided so that all totals are even at the
least travel from the homes (a power diagram), each free home moves to the best place inside what
it got, and so on until none moves. What is found is where the search counts travel from; after
it, each free home moves once more inside its final territory.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..certain import certain
from ..errors import InvalidInput
from ..plan.areas import NO_AREA, UNASSIGNED, Areas, Homes
from ..plan.plan import Plan
from ..progress import SILENT, Progress
from ..siting.homes import best_homes
from ..sums import weighted_sum
from ..travel.trips import Trips
from .power_diagram import DiagramAreas, PowerDiagram


@dataclass(frozen=True)
class _Tuning:
    """How long homes are moved about, and how often from other places.

    Attributes
    ----------
    rounds : int
        Moves of all free homes; on 10,946 municipalities hardly one moves after the tenth.
    divisions : int
        Rounds in which prices settle after each move; totals are then even within some percent,
        which is enough to find the middle of a territory.
    beginnings : int
        First places of new homes that are tried; the fourth improved no case by 1 %.
    """

    rounds: int = 10
    divisions: int = 20
    beginnings: int = 3


_TUNING = _Tuning()


@dataclass(frozen=True)
class SitedHomes:
    """A view of a plan: its homes, and what trips from all of them cost.

    Attributes
    ----------
    plan : Plan
        The division around the homes; not necessarily connected. Homes are those that are free;
        people who stay have none here.
    cost : ndarray of float, shape (n, k)
        Trips from all homes, those of people who stay too.
    """

    plan: Plan
    cost: FloatArray

    @property
    def area(self) -> IntArray:
        """Area (k,) of each free home; ``NO_AREA`` for those of people who stay."""
        return certain(self.plan.homes).area


@dataclass(frozen=True)
class Division:
    """What is divided, and how.

    Attributes
    ----------
    areas : Areas
    targets : ndarray of float, shape (k, c)
    criterion_shares : ndarray of float, shape (c,)
    trips : Trips
        What trips between areas cost.
    """

    areas: Areas
    targets: FloatArray
    criterion_shares: FloatArray
    trips: Trips

    def divided(self, cost: FloatArray, progress: Progress) -> IntArray:
        """Labels (n,) with even totals at little cost (n, k)."""
        diagram = PowerDiagram(self.targets, self.criterion_shares, None)
        held = np.full(len(self.areas), UNASSIGNED, dtype=np.int64)
        # A trace of area count keeps areas without trips from being all alike.
        mass = self.areas.trips + 1e-6 * self.areas.trips.sum() / len(self.areas)
        areas = DiagramAreas(self.areas.weights, mass, self.areas.points, cost, held)
        return diagram.divide(areas, rounds=_TUNING.divisions, progress=progress)

    def settled(self, homes: SitedHomes, free: IntArray, progress: Progress) -> SitedHomes:
        """The homes after the free ones moved until none of them moves any more."""
        everywhere = np.arange(len(self.areas))
        area, cost = homes.area.copy(), homes.cost.copy()
        for _ in range(_TUNING.rounds):
            progress.stop_if_cancelled()
            labels = self.divided(cost, progress)
            of_free = np.where(np.isin(labels, free), labels, UNASSIGNED)
            found = best_homes(self.trips, of_free, self.areas.trips, len(area), progress=progress)
            moves = free[(found[free] != NO_AREA) & (found[free] != area[free])]
            if not len(moves):
                break
            area[moves] = found[moves]
            cost[:, moves] = self.trips.finite_cost(area[moves], everywhere).T
        return self.sited(area, cost, self.divided(cost, progress))

    def sited(self, area: IntArray, cost: FloatArray, labels: IntArray) -> SitedHomes:
        """Homes in areas (k,) with trips (n, k), and the division (n,) around them."""
        names, homes = range(len(area)), Homes.in_areas(self.areas, area)
        return SitedHomes(Plan(self.areas, labels, names, self.targets, homes), cost)


def site_free_homes(
    division: Division,
    cost: FloatArray,
    stays: BoolArray,
    seed: int,
    progress: Progress = SILENT,
) -> SitedHomes:
    """Find homes for the territories whose people do not stay.

    Parameters
    ----------
    division : Division
    cost : ndarray of float, shape (n, k)
        Trips from the current homes, in the unit of the division's trips; NaN throughout for a
        territory that has none.
    stays : ndarray of bool, shape (k,)
        Territories whose people stay where they are.
    seed : int

    Raises
    ------
    InvalidInput
        If the travel table has rows from too few areas.
    Cancelled
    """
    areas, trips = division.areas, division.trips
    free = np.flatnonzero(~stays)
    candidates = np.flatnonzero(trips.may_be_home)
    if len(candidates) < len(free):
        raise InvalidInput(
            "“Cost matrix” (COST_MATRIX) has rows from {candidates} areas, but {free} homes are to "
            "be found. Add rows from the areas in which they may be, leave the matrix out, or let "
            "all representatives stay.",
            candidates=len(candidates),
            free=len(free),
        )
    beginnings = _TUNING.beginnings if np.isnan(cost).any() else 1
    found = []
    for beginning in range(beginnings):
        rng = np.random.default_rng([seed, beginning])
        first = _first_homes(division, cost, candidates, rng)
        found.append(division.settled(first, free, progress))

    def travel(homes: SitedHomes) -> float:
        return weighted_sum(homes.cost[np.arange(len(areas)), homes.plan.labels], areas.trips)

    return min(found, key=travel)


def _first_homes(
    division: Division, cost: FloatArray, candidates: IntArray, rng: np.random.Generator
) -> SitedHomes:
    """New homes where many trips are far from all others (k-means++, Arthur 2007)."""
    areas, trips = division.areas, division.trips
    area = np.full(cost.shape[1], NO_AREA, dtype=np.int64)
    cost = cost.copy()
    everywhere = np.arange(len(areas))
    nearest = np.min(np.where(np.isnan(cost), np.inf, cost), axis=1, initial=np.inf)
    for new in np.flatnonzero(np.isnan(cost).all(axis=0)).tolist():
        far = np.where(np.isfinite(nearest), nearest, 1.0)
        odds = (far**2 * areas.trips)[candidates]
        odds[np.isin(candidates, area)] = 0.0
        if odds.sum() <= 0.0:
            odds = (~np.isin(candidates, area)).astype(float)
        area[new] = candidates[int(rng.choice(len(candidates), p=odds / odds.sum()))]
        cost[:, new] = trips.finite_cost(area[[new]], everywhere)[0]
        nearest = np.minimum(nearest, cost[:, new])
    labels = np.asarray(cost.argmin(axis=1), dtype=np.int64)
    return division.sited(area, cost, labels)
