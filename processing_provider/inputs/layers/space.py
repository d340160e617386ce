"""Coordinates of a layer as positions on the Earth, and what a distance between them is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from qgis.core import (  # type: ignore[attr-defined,unused-ignore] # the stubs lack exceptions
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsEllipsoidUtils,
    QgsFeature,
    QgsGeometry,
    QgsLineString,
    QgsProcessingContext,
)

from ....core.arrays import FloatArray
from ....core.errors import InvalidInput
from ....core.geometry.geodesic import WGS84, Ellipsoid
from ....core.geometry.geodesy import EarthMetric, Metric, PlaneMetric
from ....core.geometry.outlines import lines_from_wkb

# Share of the coordinates by which the two edges of a map of the world differ, and the two sides
# of a meridian inside a map do not, but for rounding.
_LEAST_WIDTH = 1e-6
# Coordinates that go through QGIS in one call: other threads, such as that of the window, get no
# turn of Python before it returns, which takes a hundredth of a second.
_MOVED_AT_ONCE = 10_000


@dataclass(frozen=True)
class Space:
    """How coordinates of one layer become positions, and what a distance is.

    Positions are longitudes and latitudes on the datum of the layer's reference system. In a
    local (engineering) system, and without any, they are the map coordinates themselves, in the
    system's own unit or in metres. Messages name the layer by the parameter ``layer``.
    """

    crs: QgsCoordinateReferenceSystem
    context: QgsProcessingContext
    layer: str = "INPUT"

    @cached_property
    def geographic_crs(self) -> QgsCoordinateReferenceSystem:
        """Longitudes and latitudes on the datum of the layer's system; invalid if it has none."""
        return geographic_base(self.crs)

    @cached_property
    def is_earth(self) -> bool:
        """Whether coordinates lie on an earth, and not on a plane of somebody's own."""
        return self.crs.isValid() and self.geographic_crs.isValid()

    @cached_property
    def metres_per_unit(self) -> float:
        """Length of one map unit where coordinates lie on a plane."""
        return 1.0 if self.is_earth or not self.crs.isValid() else _unit_in_metres(self.crs)

    @cached_property
    def seam(self) -> tuple[float, float] | None:
        """The x of the map's western and eastern edge, if both are the 180th meridian."""
        if not self.is_earth:
            return None
        edge = np.array([[-180.0, 0.0], [180.0, 0.0], [-180.0, 50.0], [180.0, 50.0]])
        try:
            x = self.map_coordinates(edge)[:, 0]
        except InvalidInput:
            return None
        width = x[1] - x[0]
        straight = np.abs(x[2:] - x[:2]).max() <= 1e-9 * abs(width)
        is_wide = width > _LEAST_WIDTH * np.abs(x).max()  # else the meridian lies inside the map
        return (float(x[0]), float(x[1])) if is_wide and straight else None

    @cached_property
    def ellipsoid(self) -> Ellipsoid:
        """The project's ellipsoid; that of the layer's system if the project names none."""
        for acronym in (self.context.ellipsoid(), self.crs.ellipsoidAcronym()):
            parameters = QgsEllipsoidUtils.ellipsoidParameters(acronym)
            if acronym not in ("", "NONE") and parameters.valid:
                return Ellipsoid(parameters.semiMajor, parameters.semiMinor)
        return WGS84

    def positions(
        self,
        coordinates: FloatArray,
        crs: QgsCoordinateReferenceSystem | None = None,
        layer: str = "",
    ) -> FloatArray:
        """Positions (n, 2) of map coordinates (n, 2), given in ``crs`` or this layer's system.

        Coordinates without a system are taken as this layer's, as everywhere in QGIS. ``layer``
        is the parameter from which coordinates in another system come.

        Raises
        ------
        InvalidInput
            If the coordinates do not fit their system, or nothing leads from it to this one.
        """
        coordinates = np.asarray(coordinates, dtype=float).reshape(-1, 2)
        crs = self.crs if crs is None or not crs.isValid() else crs
        layer = layer or self.layer
        refuse_unrelated(crs, self.crs, layer)
        if not self.is_earth:
            return coordinates
        positions = self._transformed(coordinates, crs, self.geographic_crs, layer)
        if not (np.isfinite(positions).all() and (np.abs(positions[:, 1]) <= 90.0 + 1e-9).all()):
            raise wrong_crs(crs, layer)
        return positions

    def map_coordinates(self, positions: FloatArray) -> FloatArray:
        """Map coordinates (n, 2) in this layer's system: the inverse of :meth:`positions`."""
        if not self.is_earth:
            return positions
        return self._transformed(positions, self.geographic_crs, self.crs, self.layer)

    def _transformed(
        self,
        coordinates: FloatArray,
        source: QgsCoordinateReferenceSystem,
        target: QgsCoordinateReferenceSystem,
        layer: str,
    ) -> FloatArray:
        if len(coordinates) == 0:
            return coordinates
        transform = QgsCoordinateTransform(source, target, self.context.transformContext())
        moved = np.empty_like(coordinates)
        for start in range(0, len(coordinates), _MOVED_AT_ONCE):
            some = slice(start, start + _MOVED_AT_ONCE)
            line = QgsLineString(coordinates[some, 0].tolist(), coordinates[some, 1].tolist())
            try:
                line.transform(transform)
            except QgsCsException as error:
                raise wrong_crs(source, layer) from error
            (moved[some],) = lines_from_wkb(line.asWkb().data())
        return moved

    def metric(self, positions: FloatArray) -> Metric:
        """Metric for these positions (centres its local plane on them)."""
        if self.is_earth:
            return EarthMetric.around(positions, self.ellipsoid)
        return PlaneMetric(self.metres_per_unit)

    def segment_lengths(
        self, ax: FloatArray, ay: FloatArray, bx: FloatArray, by: FloatArray
    ) -> FloatArray:
        """Lengths in metres of straight segments between map coordinates, shape (n,)."""
        start, end = np.column_stack([ax, ay]), np.column_stack([bx, by])
        metric = self.metric(np.empty((0, 2)))
        return metric.between(self.positions(start), self.positions(end))


def geographic_base(crs: QgsCoordinateReferenceSystem) -> QgsCoordinateReferenceSystem:
    """Longitudes and latitudes, in degrees, on the datum of a system; invalid if it has none.

    QGIS knows it for the systems of its own database only. For any other one it is built from
    the system's own words (OGC 18-010r7, clause 9.3): a projected system names its base.
    """
    known = crs.toGeographicCrs()
    if known.isValid() or not crs.isValid():
        return known
    wkt = crs.toWkt(Qgis.CrsWktVariant.Wkt2_2019)
    for keyword in ("BASEGEOGCRS[", "BASEGEODCRS[", "GEOGCRS[", "GEODCRS["):
        if keyword in wkt:
            break
    else:
        return QgsCoordinateReferenceSystem()
    parts = _parts_of(wkt, wkt.index(keyword) + len(keyword))
    kept = [part for part in parts[1:] if part.startswith(("DATUM[", "ENSEMBLE[", "PRIMEM["))]
    axes = (
        'CS[ellipsoidal,2],AXIS["longitude",east],AXIS["latitude",north],'
        'ANGLEUNIT["degree",0.0174532925199433]'
    )
    return QgsCoordinateReferenceSystem.fromWkt(f"GEOGCRS[{','.join([parts[0], *kept, axes])}]")


def _parts_of(wkt: str, start: int) -> list[str]:
    """The parts between one bracket and its partner, as they stand."""
    depth, quoted, begin, parts = 0, False, start, []
    for place in range(start, len(wkt)):
        letter = wkt[place]
        quoted ^= letter == '"'
        if quoted:
            continue
        if (letter == "," and depth == 0) or (letter == "]" and depth == 0):
            parts.append(wkt[begin:place].strip())
            begin = place + 1
            if letter == "]":
                break
        depth += (letter == "[") - (letter == "]")
    return parts


def _unit_in_metres(crs: QgsCoordinateReferenceSystem) -> float:
    """Length of one unit of a local system, whatever the unit is called.

    Raises
    ------
    InvalidInput
        If the system states no unit of length.
    """
    wkt = crs.toWkt(Qgis.CrsWktVariant.Wkt2_2019)
    found = re.search(r'CS\[Cartesian.*?LENGTHUNIT\["[^"]*",([0-9.eE+-]+)', wkt)
    if found is None or crs.type() not in (Qgis.CrsType.Engineering, Qgis.CrsType.DerivedProjected):
        raise InvalidInput(
            "The reference system {crs} states no positions on the earth and no plane with a unit "
            "of length. Reproject the layer, e.g. to a national grid.",
            crs=_called(crs),
        )
    return float(found.group(1))


def refuse_unrelated(
    source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem, layer: str
) -> None:
    """Refuse coordinates of a layer, named by its parameter, from which no way leads to ours.

    Raises
    ------
    InvalidInput
    """
    if source == target or not (source.isValid() and target.isValid()):
        return
    local = [not geographic_base(crs).isValid() for crs in (source, target)]
    if any(local):
        raise InvalidInput(
            "{layer}: nothing leads from its reference system {source} to {target}: a local system "
            "has no place on the earth. Give all layers in one system.",
            layer=layer,
            source=_called(source),
            target=_called(target),
        )


def _called(crs: QgsCoordinateReferenceSystem) -> str:
    return crs.userFriendlyIdentifier() or crs.description() or "?"


def wrong_crs(crs: QgsCoordinateReferenceSystem, layer: str) -> InvalidInput:
    """What to say of coordinates that lie nowhere in their reference system."""
    return InvalidInput(
        "{layer}: coordinates do not fit the reference system {crs} that the layer states. Assign "
        "the right one (layer properties, Source).",
        layer=layer,
        crs=_called(crs),
    )


def geometry_on_map(
    feature: QgsFeature, transform: QgsCoordinateTransform, layer: str
) -> QgsGeometry:
    """A feature's geometry in the system to which a transformation leads.

    Vertices that have no place there come out of it as infinite, or as an exception: which of
    them depends on the projection.

    Raises
    ------
    InvalidInput
        If a vertex has no place on the map, with the feature's id.
    """
    geometry = QgsGeometry(feature.geometry())
    if not transform.isValid() or geometry.isNull() or geometry.isEmpty():
        return geometry
    try:
        geometry.transform(transform)
        lost = not geometry.boundingBox().isFinite()
    except QgsCsException:
        lost = True
    if lost:
        raise InvalidInput(
            "{layer}: feature {feature} has vertices without a place in the reference system "
            "{target} of the areas. If the layer's own system ({source}) is not that of its "
            "coordinates, assign the right one (layer properties, Source); else clip the layer to "
            "the surroundings of the areas.",
            layer=layer,
            feature=feature.id(),
            source=_called(transform.sourceCrs()),
            target=_called(transform.destinationCrs()),
        )
    return geometry
