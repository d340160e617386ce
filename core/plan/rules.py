"""What a plan must keep to: rules for single moves, and limits for whole territories."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray


class Forbidden(IntEnum):
    """Why a move is forbidden; the first that applies, in this order."""

    NOTHING = 0
    LOCKED = 1
    FROZEN = 2
    HOME = 3
    EMPTIES = 4
    CUTS = 5
    SPLITS_GROUP = 6
    CHANGE = 7
    DISTANCE = 8
    DEVIATION = 9


@dataclass(frozen=True)
class PlanRules:
    """Rules that hand and search keep to; what is None or infinite binds nobody.

    Attributes
    ----------
    locked : ndarray of bool, shape (n,), or None
        Areas that stay where they are.
    frozen : ndarray of bool, shape (k,), or None
        Territories that neither give nor receive.
    lives : ndarray of int, shape (n,), or None
        Territory whose home lies in the area, negative where none does: the area may not leave
        that territory.
    group : ndarray of int, shape (n,), or None
        Areas with the same number stay together; negative: in no group.
    contiguous : bool
        Whether a move may not cut a territory in two. Customers have no neighbours to be cut
        from.
    max_deviation_pct : float
        Largest deviation from target in percent.
    max_change : float
        Largest share (0 to 1) of the trips that may leave their current territory.
    max_trip_m : float
        Longest trip from home to area in metres.
    """

    locked: BoolArray | None = None
    frozen: BoolArray | None = None
    lives: IntArray | None = None
    group: IntArray | None = None
    contiguous: bool = True
    max_deviation_pct: float = np.inf
    max_change: float = 1.0
    max_trip_m: float = np.inf


@dataclass(frozen=True)
class Limits:
    """Limits on what a territory holds, checked but not kept by moves.

    Attributes
    ----------
    min_areas, max_areas : float
        Number of areas or customers.
    min_totals, max_totals : ndarray of float, shape (c,), or None
        Sum of each criterion.
    """

    min_areas: float = 0.0
    max_areas: float = np.inf
    min_totals: FloatArray | None = None
    max_totals: FloatArray | None = None
