"""Areas united to one outline, for layers and maps alike."""

from __future__ import annotations

from dataclasses import dataclass, field

from qgis.core import Qgis, QgsGeometry

from ....core.arrays import IntArray
from ....core.plan.statistics import territory_members
from ...inputs.layers.units import SpatialUnits

# Share of an area that rounding takes from sums of thousands of areas in coordinates of millions
# of metres (4e-14 on 10,946 municipalities); an overlap worth drawing is far larger.
_SAME_AREA = 1e-9
_SMALLEST_COVERAGE = 16
"""Fewer areas are united in a millisecond anyway; halving them on and on takes longer."""


@dataclass(frozen=True)
class DissolvedAreas:
    """The outlines of territories, each made once: it takes longest of all that is written.

    The layer of territories and the maps of the report show the same ones, and before and after
    a run many are alike.

    Attributes
    ----------
    units : SpatialUnits
        The areas.
    """

    units: SpatialUnits
    _known: dict[bytes, QgsGeometry] = field(default_factory=dict)

    def of(self, members: IntArray) -> QgsGeometry:
        """One outline around some of the areas; null for none."""
        if len(members) == 0:
            return QgsGeometry()
        key = members.tobytes()
        if key not in self._known:
            shapes = self.units.shapes
            self._known[key] = dissolve([shapes[i] for i in members.tolist()])
        return self._known[key]

    def of_territories(self, labels: IntArray, count: int) -> list[QgsGeometry]:
        """One outline per territory; null for those without areas."""
        return [self.of(members) for members in territory_members(labels, count)]


def dissolve(geometries: list[QgsGeometry]) -> QgsGeometry:
    """Union as a multi-geometry; invalid parts are repaired first where the union needs it."""
    union = _union(geometries)
    if union.isNull() or union.isEmpty():
        union = QgsGeometry.unaryUnion([geometry.makeValid() for geometry in geometries])
    if union.type() != geometries[0].type():
        same = [
            part for part in union.asGeometryCollection() if part.type() == geometries[0].type()
        ]
        union = QgsGeometry.collectGeometry(same)
    union.convertToMultiType()
    return union


def _union(geometries: list[QgsGeometry]) -> QgsGeometry:
    """Union by halves: what keeps areas from being a coverage is in few places mostly."""
    union = _of_coverage(geometries)
    if union is not None:
        return union
    if len(geometries) <= _SMALLEST_COVERAGE:
        return QgsGeometry.unaryUnion(geometries)
    middle = len(geometries) // 2
    halves = [_union(geometries[:middle]), _union(geometries[middle:])]
    if any(half.isNull() or half.isEmpty() for half in halves):
        return QgsGeometry.unaryUnion(geometries)
    return QgsGeometry.unaryUnion(halves)


def _of_coverage(geometries: list[QgsGeometry]) -> QgsGeometry | None:
    """Union of polygons that share their borders vertex by vertex, in a tenth of the time.

    None where they do not: GEOS then gives nothing, or what is not valid, or has another area.
    """
    if geometries[0].type() != Qgis.GeometryType.Polygon:
        return None
    union = QgsGeometry.collectGeometry(geometries).unionCoverage()
    if union.isNull() or union.isEmpty() or not union.isGeosValid():
        return None
    area = sum(geometry.area() for geometry in geometries)
    return union if abs(union.area() - area) <= _SAME_AREA * area else None
