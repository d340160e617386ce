"""Coordinates of a layer as positions on the Earth, and what a distance between them is."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from qgis.core import (  # type: ignore[attr-defined,unused-ignore] # the stubs lack exceptions
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsEllipsoidUtils,
    QgsLineString,
    QgsProcessingContext,
)

from ...core.arrays import FloatArray
from ...core.errors import InvalidInput
from ...core.geometry.geodesy import WGS84, EarthMetric, Ellipsoid, Metric, PlaneMetric
from ...core.geometry.outlines import lines_from_wkb


@dataclass(frozen=True)
class Space:
    """How coordinates of one layer become positions, and what a distance is.

    Positions are longitudes and latitudes on the datum of the layer's reference system;
    without a reference system they are the map coordinates themselves, taken as metres.
    """

    crs: QgsCoordinateReferenceSystem
    context: QgsProcessingContext

    @cached_property
    def geographic_crs(self) -> QgsCoordinateReferenceSystem:
        return self.crs.toGeographicCrs()

    @property
    def is_earth(self) -> bool:
        return self.crs.isValid() and self.geographic_crs.isValid()

    @cached_property
    def ellipsoid(self) -> Ellipsoid:
        """The project's ellipsoid; that of the layer's system if the project names none."""
        for acronym in (self.context.ellipsoid(), self.crs.ellipsoidAcronym()):
            parameters = QgsEllipsoidUtils.ellipsoidParameters(acronym)
            if acronym not in ("", "NONE") and parameters.valid:
                return Ellipsoid(parameters.semiMajor, parameters.semiMinor)
        return WGS84

    def positions(
        self, coordinates: FloatArray, crs: QgsCoordinateReferenceSystem | None = None
    ) -> FloatArray:
        """Positions (n, 2) of map coordinates (n, 2), given in ``crs`` or this layer's system.

        Coordinates without a system are taken as this layer's, as everywhere in QGIS.
        """
        coordinates = np.asarray(coordinates, dtype=float).reshape(-1, 2)
        if not self.is_earth:
            return coordinates
        crs = self.crs if crs is None or not crs.isValid() else crs
        positions = self._transformed(coordinates, crs, self.geographic_crs)
        if not (np.isfinite(positions).all() and (np.abs(positions[:, 1]) <= 90.0 + 1e-9).all()):
            raise _wrong_crs(crs)
        return positions

    def map_coordinates(self, positions: FloatArray) -> FloatArray:
        """Map coordinates (n, 2) in this layer's system: the inverse of :meth:`positions`."""
        if not self.is_earth:
            return positions
        return self._transformed(positions, self.geographic_crs, self.crs)

    def _transformed(
        self,
        coordinates: FloatArray,
        source: QgsCoordinateReferenceSystem,
        target: QgsCoordinateReferenceSystem,
    ) -> FloatArray:
        if len(coordinates) == 0:
            return coordinates
        transform = QgsCoordinateTransform(source, target, self.context.transformContext())
        line = QgsLineString(coordinates[:, 0].tolist(), coordinates[:, 1].tolist())
        try:
            line.transform(transform)
        except QgsCsException as error:
            raise _wrong_crs(source) from error
        (moved,) = lines_from_wkb(line.asWkb().data())
        return moved.copy()

    def metric(self, positions: FloatArray) -> Metric:
        """Metric for these positions (centres its local plane on them)."""
        return EarthMetric.around(positions, self.ellipsoid) if self.is_earth else PlaneMetric()

    def segment_lengths(
        self, ax: FloatArray, ay: FloatArray, bx: FloatArray, by: FloatArray
    ) -> FloatArray:
        """Lengths in metres of straight segments between map coordinates, shape (n,)."""
        start, end = np.column_stack([ax, ay]), np.column_stack([bx, by])
        metric = EarthMetric(self.ellipsoid) if self.is_earth else PlaneMetric()
        return metric.between(self.positions(start), self.positions(end))


def _wrong_crs(crs: QgsCoordinateReferenceSystem) -> InvalidInput:
    return InvalidInput(
        "Coordinates do not fit the reference system {crs} that their layer states. Assign the "
        "right one (layer properties, Source).",
        crs=crs.userFriendlyIdentifier(),
    )
