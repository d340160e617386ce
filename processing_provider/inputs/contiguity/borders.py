"""Borders between areas on the map, with what barriers cut of them."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from qgis.core import Qgis, QgsCoordinateTransform, QgsGeometry, QgsProcessingFeatureSource

from ....core.arrays import FloatArray
from ....core.contiguity import Contiguities, find_contiguities
from ....core.contiguity.barriers import Barriers
from ....core.contiguity.opening import opened, opening_of
from ....core.contiguity.seam import joined_at_seam
from ....core.geometry.outlines import lines_from_wkb
from ....core.progress import SILENT, Progress
from ...common.request import Request
from ..layers.features import each_feature
from ..layers.shapes import polygonal_part, straight_geometry
from ..layers.space import geometry_on_map, refuse_unrelated
from ..layers.units import SpatialUnits


def borders_of(
    units: SpatialUnits,
    *,
    corners: bool = False,
    tolerance_m: float = 0.0,
    barriers: Barriers | None = None,
    progress: Progress = SILENT,
) -> Contiguities:
    """Pairs of areas that border each other; the tolerance is in metres in every system.

    With a tolerance the map is stretched until one unit is a metre in its middle, to the east
    and to the north; without one the coordinates stay as they are, to the last bit. A map with
    areas on both sides of the 180th meridian is opened elsewhere.

    Raises
    ------
    InvalidInput
        If the tolerance is as large as the areas themselves.
    Cancelled
    """
    progress.stop_if_cancelled()
    rings, seam = units.rings, units.space.seam
    progress.stop_if_cancelled()
    opening = None if seam is None else opening_of(rings, seam)
    if seam is not None and opening is not None:
        rings = rings.moved_to(opened(rings.coordinates, opening, seam))
        barriers = None if barriers is None else barriers.opened(opening, seam)
    stretch = _metres_in_the_middle(units) if tolerance_m > 0.0 else np.ones(2)

    def measured(ax: FloatArray, ay: FloatArray, bx: FloatArray, by: FloatArray) -> FloatArray:
        x, y = stretch
        return units.space.segment_lengths(ax / x, ay / y, bx / x, by / y)

    found = find_contiguities(
        rings.moved_to(rings.coordinates * stretch) if tolerance_m > 0.0 else rings,
        corners=corners,
        tolerance=tolerance_m,
        barriers=None if barriers is None else barriers.stretched(stretch),
        segment_length=measured,
        progress=progress,
    )
    if seam is None or opening is not None:
        return found
    return joined_at_seam(
        found, rings, seam, corners=corners, segment_length=units.space.segment_lengths
    )


def _metres_in_the_middle(units: SpatialUnits) -> FloatArray:
    """Metres per map unit to the east and to the north, shape (2,), in the middle of the areas."""
    x, y = np.median(units.coordinates, axis=0)
    step = max(float(np.ptp(units.rings.coordinates, axis=0).max()) / 1000.0, 1e-9)
    lines = np.array([[x - step, y, x + step, y], [x, y - step, x, y + step]])
    return units.space.segment_lengths(*lines.T) / (2.0 * step)


def read_barriers(
    request: Request, source: QgsProcessingFeatureSource, units: SpatialUnits
) -> Barriers:
    """Lines, and the borders inside of surfaces, in the units' map coordinates.

    Raises
    ------
    InvalidInput
        If nothing leads from the barriers' reference system to that of the units, or a vertex
        has no place in it.
    Cancelled
    """
    layer = request.label("BARRIERS")
    refuse_unrelated(source.sourceCrs(), units.space.crs, layer)
    transform = QgsCoordinateTransform(
        source.sourceCrs(), units.space.crs, request.context.transformContext()
    )
    lines, covered = [np.empty((0, 4))], [np.empty((0, 4))]
    for feature in each_feature(source, request.feedback):
        geometry = geometry_on_map(feature, transform, layer)
        if geometry.isNull() or geometry.isEmpty():
            continue
        surface = polygonal_part(geometry)
        lines.extend(_segments(straight_geometry(geometry)))
        if surface.isEmpty():
            continue
        if not surface.isGeosValid():
            surface = surface.makeValid()
        for area in units.areas_near(surface.boundingBox()):
            border = units.polygons[area].convertToType(Qgis.GeometryType.Line, True)
            covered.extend(_segments(border.intersection(surface)))
    return Barriers(np.vstack(lines), np.vstack(covered))


def _segments(geometry: QgsGeometry) -> Iterator[FloatArray]:
    """Segments (s, 4) of each line in a geometry, which may hold points and polygons, too."""
    for vertices in lines_from_wkb(geometry.asWkb().data()):
        yield np.hstack([vertices[:-1], vertices[1:]])
