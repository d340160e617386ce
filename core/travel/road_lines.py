"""Roads as they come in, and what a search for routes needs of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..errors import InvalidInput, name_some
from .settings import BACKWARD, BOTH, FORWARD


@dataclass(frozen=True)
class SnappedPoints:
    """Places on the network.

    Attributes
    ----------
    line : ndarray of int, shape (q,)
        Line each place is snapped to; -1 if none is near enough.
    position_m : ndarray, shape (q,)
        Where along the line, in metres from its first vertex.
    gap_m : ndarray, shape (q,)
        Straight distance from the place to the network.
    """

    line: IntArray
    position_m: FloatArray
    gap_m: FloatArray

    @property
    def is_snapped(self) -> BoolArray:
        return self.line >= 0


@dataclass(frozen=True)
class TravelGraph:
    """Directed graph of links with the network's snapped places among its nodes.

    Attributes
    ----------
    from_node, to_node : ndarray of int, shape (e,)
        Ends of each link; at most one link per ordered pair, the fastest.
    time_s, length_m : ndarray, shape (e,)
        Travel time and length of each link.
    node_count : int
        Number of nodes.
    place_node : ndarray of int, shape (q,)
        Node of each snapped place, -1 for places that are not snapped.
    """

    from_node: IntArray
    to_node: IntArray
    time_s: FloatArray
    length_m: FloatArray
    node_count: int
    place_node: IntArray


@dataclass(frozen=True)
class RoadLines:
    """Lines of a road layer.

    Attributes
    ----------
    coordinates : ndarray, shape (v, 2)
        Vertices of all lines one after the other, on a plane in metres (a projected layer,
        or :meth:`Metric.to_plane`); there the nearest road is looked for.
    offsets : ndarray of int, shape (lines + 1,)
        Where each line's vertices begin; the last entry is v. Parts of multilines are lines.
    speed_kmh : ndarray, shape (lines,)
        Speed per line.
    direction : ndarray of int, shape (lines,)
        0 forward only (as digitised), 1 backward only, 2 both.
    segment_length_m : ndarray, shape (v,), or None
        True length of the segment that starts at each vertex (entries at line ends are not
        used), for ellipsoidal lengths; plane lengths without it.
    ids : sequence or None
        Names of the lines for messages; 1 and up without.

    Raises
    ------
    InvalidInput
        Sizes that do not fit, or lines without a usable position, speed or direction.
    """

    coordinates: FloatArray
    offsets: IntArray
    speed_kmh: FloatArray
    direction: IntArray
    segment_length_m: FloatArray | None = None
    ids: Sequence[object] | None = None

    def __post_init__(self) -> None:
        lines = self.offsets.size - 1
        if self.speed_kmh.shape != (lines,) or self.direction.shape != (lines,):
            raise InvalidInput(
                "The network has {lines} lines, but {speeds} speeds and {directions} directions.",
                lines=lines,
                speeds=self.speed_kmh.size,
                directions=self.direction.size,
            )
        bad = int((~np.isfinite(self.coordinates).all(axis=1)).sum())
        if bad:
            raise InvalidInput.counted(
                bad,
                "{count} vertex of the network has no finite coordinates.",
                "{count} vertices of the network have no finite coordinates.",
            )
        slow = np.flatnonzero(~(np.isfinite(self.speed_kmh) & (self.speed_kmh > 0.0)))
        if slow.size:
            names = [int(row) + 1 if self.ids is None else self.ids[row] for row in slow]
            raise InvalidInput.counted(
                slow.size,
                "{count} line of the network has no speed above 0: {ids}. Give a default speed "
                "for it.",
                "{count} lines of the network have no speed above 0: {ids}. Give a default speed "
                "for them.",
                ids=name_some(names),
            )
        if not np.isin(self.direction, (FORWARD, BACKWARD, BOTH)).all():
            raise InvalidInput("Direction codes must be 0 (forward), 1 (backward) or 2 (both).")
