"""Candidates for homes: areas themselves, or places of their own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from ..arrays import FloatArray, IntArray
from ..errors import InvalidInput
from ..geometry.geodesy import EarthMetric, unit_vectors
from ..libraries import spatial
from ..plan.areas import NO_AREA, Areas, Homes
from ..progress import SILENT, Progress
from ..texts import Figure
from ..travel.trips import METRES, SECONDS, Trips

MOST_PAIRS = 40_000_000
"""Candidates × areas that a search holds in memory: 320 MB per matrix, of which it has three."""

_PAIRS_AT_ONCE = 250_000
"""Distances between two looks for a cancel: a sixth of a second, 2 MB."""


@dataclass(frozen=True)
class Candidates:
    """Places where homes may be, and what trips from there cost.

    Attributes
    ----------
    ids : sequence
        Id of each candidate, shape (m,).
    positions : ndarray of float, shape (m, 2)
        Where they are, in the coordinates of the areas.
    area : ndarray of int, shape (m,)
        The area that is the candidate; ``NO_AREA`` for places of their own.
    areas : Areas
        What is to be served; its trips are the weight of travel, its first weight column the
        potential.
    trips : Trips
        Trips between areas; its table is also that of places of their own.
    names : sequence or None
        What the candidates are called; their ids without.
    given_potential : ndarray of float, shape (m,), or None
        Potential of the district of each candidate, where it is known.
    """

    ids: Sequence[Any]
    positions: FloatArray
    area: IntArray
    areas: Areas
    trips: Trips
    names: Sequence[Any] | None = None
    given_potential: FloatArray | None = None

    def __len__(self) -> int:
        return len(self.ids)

    @classmethod
    def among_areas(cls, areas: Areas, rows: IntArray, trips: Trips) -> Candidates:
        """Some of the areas themselves."""
        return cls([areas.ids[i] for i in rows], areas.positions[rows], rows, areas, trips)

    def name(self, candidate: int) -> Any:
        """What a candidate is called."""
        return self.ids[candidate] if self.names is None else self.names[candidate]

    @property
    def are_areas(self) -> bool:
        """Whether the candidates are areas, so that equal ids are one place."""
        return bool((self.area != NO_AREA).all())

    @property
    def unit(self) -> str:
        """``time_s`` or ``distance_m``: the unit of :meth:`cost`."""
        return self.trips.unit

    def cost(self, chosen: IntArray, progress: Progress = SILENT) -> FloatArray:
        """Cost (n, len(chosen)) of serving each area from some candidates."""
        known = self._from_table(chosen, self.unit)
        return self._lines(chosen, progress) if known is None else known

    def homes(self, chosen: IntArray) -> Homes:
        """Some candidates as homes, with what is known of the trips from there."""
        metres = self._from_table(chosen, METRES)
        return Homes(
            self.positions[chosen],
            self.area[chosen],
            self._lines(chosen) if metres is None else metres,
            self._from_table(chosen, SECONDS),
        )

    @cached_property
    def potential(self) -> FloatArray:
        """Potential (m,) of each candidate's district.

        As it is given; else the weight of all areas that are nearest to the candidate, which is
        its own weight where every area is a candidate.
        """
        if self.given_potential is not None:
            return self.given_potential
        weights = self.areas.weights[:, 0]
        if self.are_areas and len(self) == len(self.areas):
            return weights[self.area]
        nearest = self._nearest()
        return np.bincount(nearest, weights=weights, minlength=len(self)).astype(float)

    def _nearest(self) -> IntArray:
        """The candidate (n,) nearest to each area; an area that is one is its own."""
        everyone = np.arange(len(self))
        if self.trips.table is None or len(self) * len(self.areas) > MOST_PAIRS:
            convert = unit_vectors if isinstance(self.areas.metric, EarthMetric) else np.asarray
            tree = spatial.cKDTree(convert(self.positions))
            _, found = tree.query(convert(self.areas.positions))
            nearest = np.asarray(found, dtype=np.int64)
        else:
            nearest = np.argmin(self.cost(everyone), axis=1)
        own = self.area != NO_AREA
        nearest[self.area[own]] = everyone[own]
        return nearest

    def accessibility(
        self, quantity: str, chosen: IntArray, progress: Progress = SILENT
    ) -> FloatArray | None:
        """Travel from candidates to all areas together (paper, figure 6 and equation 1).

        Parameters
        ----------
        quantity : {"distance_m", "time_s"}
        chosen : ndarray of int, shape (k,)
            Which candidates.
        progress : Progress
            Asked for cancellation.

        Returns
        -------
        ndarray of float, shape (k,), or None
            Sum of weight of travel × metres or seconds; the least is the most accessible. Infinite
            where an area that counts cannot be reached; NaN for those that a cancel left out. None
            where no times are known.
        """
        totals = np.full(len(chosen), np.nan)
        trips = self.areas.trips
        counted = trips > 0.0
        step = max(1, _PAIRS_AT_ONCE // max(len(self.areas), 1))
        for first in range(0, len(chosen), step):
            block = chosen[first : first + step]
            cost = self._from_table(block, quantity)
            if cost is None and quantity == SECONDS:
                return None
            if progress.is_cancelled():
                break
            cost = self._lines(block) if cost is None else cost
            totals[first : first + step] = np.einsum("i,ij->j", trips[counted], cost[counted])
        return totals

    def refuse_too_many_pairs(self) -> None:
        """Refuse a search that would not fit into memory.

        Raises
        ------
        InvalidInput
        """
        pairs = len(self) * len(self.areas)
        if pairs > MOST_PAIRS:
            raise InvalidInput(
                "{candidates} candidates × {places} places are {pairs} pairs, more than the "
                "{most} that this method holds in memory. Restrict the candidates (CANDIDATES) "
                "to at most {fit}, e.g. the largest towns, or use the natural-breaks classes "
                "(METHOD).",
                candidates=len(self),
                places=len(self.areas),
                pairs=Figure(pairs, ",.0f"),
                most=Figure(MOST_PAIRS, ",.0f"),
                fit=MOST_PAIRS // len(self.areas),
            )

    def _from_table(self, chosen: IntArray, quantity: str) -> FloatArray | None:
        """Part of the travel table, shape (n, len(chosen)); None where it has no such figures."""
        ids = [self.ids[i] for i in chosen]
        everywhere = np.arange(len(self.areas))
        found = self.trips.between(ids, everywhere, quantity, same_ids=self.are_areas)
        return None if found is None else found.T

    def _lines(self, chosen: IntArray, progress: Progress = SILENT) -> FloatArray:
        return self.trips.lines_from(self.positions[chosen], progress)
