"""Rings from well-known binary (OGC 06-103r4, clause 8.2; EWKB flags as PostGIS writes them)."""

from __future__ import annotations

import struct
from collections.abc import Sequence

import numpy as np

from ..arrays import FloatArray
from ..errors import InvalidInput
from .rings import PolygonRings

_POLYGON = 3
_MULTI_POLYGON = 6
_GEOMETRY_COLLECTION = 7
_EWKB_Z, _EWKB_M, _EWKB_SRID = 0x80000000, 0x40000000, 0x20000000


class _Reader:
    """Collects the rings of one geometry after the other."""

    def __init__(self) -> None:
        self.chunks: list[FloatArray] = []
        self.ring_sizes: list[int] = []
        self.ring_area: list[int] = []
        self.ring_is_hole: list[bool] = []

    def read(self, data: bytes, offset: int, area: int) -> int:
        """Read one geometry at ``offset`` and return where it ends."""
        order = "<" if data[offset] == 1 else ">"
        (code,) = struct.unpack_from(order + "I", data, offset + 1)
        offset += 5
        if code & _EWKB_SRID:
            offset += 4
        thousands, kind = divmod(code & 0x0FFFFFFF, 1000)
        dimensions = 2 + bool(code & _EWKB_Z or thousands in (1, 3))
        dimensions += bool(code & _EWKB_M or thousands in (2, 3))
        if thousands > 3 or kind not in (_POLYGON, _MULTI_POLYGON, _GEOMETRY_COLLECTION):
            raise InvalidInput(
                "Area number {area} (counted from 1) is no polygon (geometry type {code}).",
                area=area + 1,
                code=code,
            )
        (count,) = struct.unpack_from(order + "I", data, offset)
        offset += 4
        if kind != _POLYGON:
            for _ in range(count):
                offset = self.read(data, offset, area)
            return offset
        for ring in range(count):
            (size,) = struct.unpack_from(order + "I", data, offset)
            offset += 4
            if size:
                values = np.frombuffer(data, order + "f8", size * dimensions, offset)
                self.chunks.append(values.reshape(size, dimensions)[:, :2])
                self.ring_sizes.append(size)
                self.ring_area.append(area)
                self.ring_is_hole.append(ring > 0)
            offset += 8 * size * dimensions
        return offset


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
    reader = _Reader()
    for area, data in enumerate(geometries):
        if not data:
            continue
        try:
            reader.read(bytes(data), 0, area)
        except (struct.error, ValueError, IndexError) as error:
            if isinstance(error, InvalidInput):
                raise
            raise InvalidInput(
                "The geometry of area number {area} (counted from 1) is damaged: it ends after "
                "{size} bytes.",
                area=area + 1,
                size=len(data),
            ) from error
    coordinates = (
        np.concatenate(reader.chunks).astype(np.float64) if reader.chunks else np.empty((0, 2))
    )
    return PolygonRings(
        coordinates=coordinates,
        ring_start=np.concatenate([[0], np.cumsum(reader.ring_sizes, dtype=np.int64)]).astype(
            np.int64
        ),
        ring_area=np.asarray(reader.ring_area, dtype=np.int64),
        area_count=len(geometries),
        ring_is_hole=np.asarray(reader.ring_is_hole, dtype=bool),
    )
