"""Outlines of features as flat arrays: rings of polygons and lines, from well-known binary."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..errors import InvalidInput

# Forty times the spacing of the largest coordinate's doubles: enough for a vertex that was
# computed to lie on somebody else's border, far below any surveyed detail.
_RELATIVE_PRECISION = 2.0**-46

# Codes and flags of well-known binary (OGC 06-103r4; EWKB of PostGIS).
_POINT, _LINE, _POLYGON = 1, 2, 3
_COLLECTIONS = (4, 5, 6, 7)  # of points, of lines, of polygons, of anything
_EWKB_Z, _EWKB_M, _EWKB_SRID = 0x80000000, 0x40000000, 0x20000000  # in the highest bits


@dataclass(frozen=True)
class PolygonRings:
    """The rings of all basic areas, one after the other.

    Parameters
    ----------
    coordinates : (N, 2) float array
        Vertices of all rings, in any unit of a plane.
    ring_start : (R + 1,) int array
        Ring ``r`` is ``coordinates[ring_start[r]:ring_start[r + 1]]``. Its last vertex equals
        the first one; a ring that is not closed is taken as if it were.
    ring_area : (R,) int array
        Index of the basic area that the ring belongs to. Outer and inner rings of all parts
        count alike: a point is inside where an odd number of rings surrounds it.
    area_count : int
        Number of basic areas. An area without rings has no neighbours.
    ring_is_hole : (R,) bool array, optional
        Whether the ring cuts a hole. Only saves time: where it is unknown or wrong, the same
        result takes longer.
    """

    coordinates: FloatArray
    ring_start: IntArray
    ring_area: IntArray
    area_count: int
    ring_is_hole: BoolArray | None = None

    def __post_init__(self) -> None:
        coordinates = np.asarray(self.coordinates, dtype=np.float64).reshape(-1, 2)
        start = np.asarray(self.ring_start, dtype=np.int64)
        area = np.asarray(self.ring_area, dtype=np.int64)
        hole = (
            np.zeros(area.size, dtype=bool)
            if self.ring_is_hole is None
            else np.asarray(self.ring_is_hole, dtype=bool)
        )
        if start.size != area.size + 1 or hole.size != area.size:
            raise ValueError("ring_start must hold one value more than ring_area and ring_is_hole")
        if start[0] != 0 or start[-1] != len(coordinates) or np.any(np.diff(start) < 0):
            raise ValueError("ring_start must rise from 0 to the number of coordinates")
        if area.size and (area.min() < 0 or area.max() >= self.area_count):
            raise ValueError("ring_area must lie between 0 and area_count - 1")
        bad = np.flatnonzero(~np.isfinite(coordinates).all(axis=1))
        if bad.size:
            areas = np.unique(area[np.searchsorted(start, bad, side="right") - 1])
            raise InvalidInput.counted(
                int(bad.size),
                "{count} vertex has no finite coordinates; it is in area number {area} (counted "
                "from 1). Repair its geometry.",
                "{count} vertices have no finite coordinates; the first is in area number "
                "{area} (counted from 1). Repair its geometry.",
                area=int(areas[0]) + 1,
            )
        object.__setattr__(self, "coordinates", coordinates)
        object.__setattr__(self, "ring_start", start)
        object.__setattr__(self, "ring_area", area)
        object.__setattr__(self, "ring_is_hole", hole)

    @property
    def precision(self) -> float:
        """Distance, in coordinate units, below which two positions cannot be told apart."""
        magnitude = float(np.abs(self.coordinates).max(initial=0.0))
        return max(magnitude * _RELATIVE_PRECISION, float(np.finfo(float).tiny))

    def moved_to(self, coordinates: FloatArray) -> PolygonRings:
        """The same rings with other coordinates, such as those of a projection."""
        return PolygonRings(
            coordinates, self.ring_start, self.ring_area, self.area_count, self.ring_is_hole
        )


class _OtherKind(Exception):
    """A geometry is of a kind that is not wanted; ``code`` is its full type code."""

    def __init__(self, code: int) -> None:
        super().__init__(code)
        self.code = code


class _Reader:
    """Walks through one geometry in well-known binary.

    ISO WKB (OGC 06-103r4, clause 8.2) and EWKB with the flags that PostGIS writes, in either
    byte order; Z and M are dropped.
    """

    def __init__(self, data: bytes, wanted: tuple[int, ...] = (_POINT, _LINE, _POLYGON)) -> None:
        self._data = data
        self._wanted = wanted
        self._end = 0

    def parts(self) -> Iterator[tuple[int, list[FloatArray]]]:
        """Simple geometries in turn: their kind, and the vertices (v, 2) of each ring or line.

        Raises
        ------
        _OtherKind
            At a geometry that is neither of the wanted kinds nor a collection.
        struct.error, ValueError, IndexError
            If the geometry ends too early.
        """
        data, offset = self._data, self._end
        order = "<" if data[offset] == 1 else ">"
        (code,) = struct.unpack_from(order + "I", data, offset + 1)
        self._end = offset + (9 if code & _EWKB_SRID else 5)
        thousands, kind = divmod(code & 0x0FFFFFFF, 1000)
        dimensions = 2 + bool(code & _EWKB_Z or thousands in (1, 3))
        dimensions += bool(code & _EWKB_M or thousands in (2, 3))
        if thousands > 3 or kind not in (*self._wanted, *_COLLECTIONS):
            raise _OtherKind(code)
        if kind in _COLLECTIONS:
            for _ in range(self._count(order)):
                yield from self.parts()
            return
        lines = self._count(order) if kind == _POLYGON else 1
        vertices = [
            self._vertices(order, 1 if kind == _POINT else self._count(order), dimensions)
            for _ in range(lines)
        ]
        yield kind, vertices

    def _count(self, order: str) -> int:
        (count,) = struct.unpack_from(order + "I", self._data, self._end)
        self._end += 4
        return int(count)

    def _vertices(self, order: str, count: int, dimensions: int) -> FloatArray:
        values = np.frombuffer(self._data, order + "f8", count * dimensions, self._end)
        self._end += 8 * count * dimensions
        return values.reshape(count, dimensions)[:, :2]


def lines_from_wkb(data: bytes) -> list[FloatArray]:
    """Vertices (v, 2) of each line in a geometry; points, polygons and empty lines are skipped.

    Raises
    ------
    InvalidInput
        If the geometry holds curves, or ends too early.
    """
    try:
        return [
            lines[0] for kind, lines in _Reader(data).parts() if kind == _LINE and len(lines[0])
        ]
    except _OtherKind as error:
        raise InvalidInput("A line is no line (geometry type {code}).", code=error.code) from error
    except (struct.error, ValueError, IndexError) as error:
        raise InvalidInput(
            "A line is damaged: it ends after {size} bytes.", size=len(data)
        ) from error


def rings_from_wkb(geometries: Sequence[bytes | None]) -> PolygonRings:
    """Rings of polygons and multipolygons; Z and M are dropped, empty parts are skipped.

    Parameters
    ----------
    geometries : sequence of bytes or None
        One value per basic area: WKB, ISO WKB or EWKB in either byte order. ``None``, no bytes
        and empty geometries give an area without rings.

    Raises
    ------
    InvalidInput
        If a geometry is of another type or ends too early.
    """
    rings: list[FloatArray] = []
    ring_area: list[int] = []
    is_hole: list[bool] = []
    for area, data in enumerate(geometries):
        for number, ring in _rings_of_area(bytes(data), area) if data else ():
            rings.append(ring)
            ring_area.append(area)
            is_hole.append(number > 0)
    sizes = np.array([0, *map(len, rings)], dtype=np.int64)
    return PolygonRings(
        coordinates=np.concatenate([np.empty((0, 2)), *rings]),
        ring_start=np.cumsum(sizes),
        ring_area=np.array(ring_area, dtype=np.int64),
        area_count=len(geometries),
        ring_is_hole=np.array(is_hole, dtype=bool),
    )


def _rings_of_area(data: bytes, area: int) -> list[tuple[int, FloatArray]]:
    """Rings with vertices, each with its number in its polygon (0: the outer one)."""
    try:
        return [
            (number, ring)
            for _, rings in _Reader(data, wanted=(_POLYGON,)).parts()
            for number, ring in enumerate(rings)
            if len(ring)
        ]
    except _OtherKind as error:
        raise InvalidInput(
            "Area number {area} (counted from 1) is no polygon (geometry type {code}).",
            area=area + 1,
            code=error.code,
        ) from error
    except (struct.error, ValueError, IndexError) as error:
        raise InvalidInput(
            "The geometry of area number {area} (counted from 1) is damaged: it ends after "
            "{size} bytes.",
            area=area + 1,
            size=len(data),
        ) from error
