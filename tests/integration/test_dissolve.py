"""Dissolving: fast where areas share their borders, and right where they do not."""

from __future__ import annotations

import pytest
from qgis.core import Qgis, QgsGeometry
from territory_design.tests.integration.maps import square

CASES = {
    "neighbours": [square(0, 0), square(1, 0), square(0, 1)],
    "a long side beside two short ones": [square(0, 0, 2000.0), square(2, 0), square(2, 1)],
    "overlapping": [square(0, 0), square(0.5, 0.5)],
    "one area twice": [square(0, 0), square(0, 0), square(1, 0)],
    "one inside another": [square(0, 0, 3000.0), square(1, 1)],
    "apart": [square(0, 0), square(5, 5)],
    "at a corner": [square(0, 0), square(1, 1)],
    "many, one of them overlapping": [
        *(square(c, r) for c in range(6) for r in range(6)),
        square(2.5, 2.5),
    ],
    "a ring": [square(c, r) for c in range(3) for r in range(3) if (c, r) != (1, 1)],
}


@pytest.mark.parametrize("case", CASES)
def test_dissolved_areas_are_the_union(processing, case):
    from territory_design.processing_provider.outputs.plans.dissolved import dissolve

    areas = [QgsGeometry.fromWkt(text) for text in CASES[case]]
    dissolved, union = dissolve(areas), QgsGeometry.unaryUnion(areas)
    assert dissolved.isGeosValid()
    assert dissolved.isMultipart()
    assert dissolved.type() == Qgis.GeometryType.Polygon
    assert dissolved.area() == pytest.approx(union.area())
    assert dissolved.symDifference(union).area() == pytest.approx(0.0, abs=1e-6)
    assert len(dissolved.asGeometryCollection()) == len(union.asGeometryCollection())
