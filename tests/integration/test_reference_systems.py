"""Systems that no database knows: the same metres, whatever unit they count in."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsPointXY,
    QgsProcessingContext,
    QgsVectorLayer,
)
from territory_design.processing_provider.inputs.layers.space import Space, geographic_base
from territory_design.tests.integration.maps import (
    Listener,
    by_id,
    column,
    make_layer,
    refusal,
    square,
)

ALBERS = (
    'PROJCS["of one\'s own",GEOGCS["GCS_North_American_1983",DATUM["D_North_American_1983",'
    'SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],'
    'UNIT["Degree",0.0174532925199433]],PROJECTION["Albers"],PARAMETER["False_Easting",0.0],'
    'PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",-85.0],'
    'PARAMETER["Standard_Parallel_1",30.0],PARAMETER["Standard_Parallel_2",45.0],'
    'PARAMETER["Latitude_Of_Origin",37.0],UNIT["{unit}",{metres!r}]]'
)
LOCAL = 'LOCAL_CS["a site",UNIT["{unit}",{metres!r}]]'
UNITS = [("Meter", 1.0), ("Foot_US", 0.3048006096012192), ("Kilometer", 1000.0), ("rod", 5.0292)]


def system(pattern: str, unit: str, metres: float) -> QgsCoordinateReferenceSystem:
    crs = QgsCoordinateReferenceSystem.fromWkt(pattern.format(unit=unit, metres=metres))
    assert crs.isValid()
    assert not crs.authid()
    return crs


def strip(crs: QgsCoordinateReferenceSystem, metres: float, count: int = 6) -> QgsVectorLayer:
    """Squares of a kilometre in a row to the east of the system's origin."""
    side = 1000.0 / metres
    rows = []
    for n in range(count):
        west, east = n * side, (n + 1) * side
        ring = f"{west} 0, {east} 0, {east} {side}, {west} {side}, {west} 0"
        rows.append((f"Polygon (({ring}))", n + 1, 1.0))
    layer = make_layer("Polygon", "id:integer, w:double", rows, crs="")
    layer.setCrs(crs)
    return layer


def points(crs: QgsCoordinateReferenceSystem, places, field: str = "id:integer") -> QgsVectorLayer:
    rows = [(f"Point ({x!r} {y!r})", number) for number, (x, y) in enumerate(places, start=1)]
    layer = make_layer("Point", field, rows, crs="")
    layer.setCrs(crs)
    return layer


def run(processing, algorithm: str, **given):
    outputs = {"OUTPUT": "memory:"}
    return processing.run(f"territory:{algorithm}", outputs | given, feedback=Listener())


@pytest.fixture(params=UNITS, ids=[unit for unit, _ in UNITS])
def unit(request):
    return request.param


@pytest.mark.parametrize("pattern", [ALBERS, LOCAL], ids=["projected", "local"])
class TestEveryUnit:
    def test_straight_lines_and_roads(self, processing, pattern, unit):
        crs, metres = system(pattern, *unit), unit[1]
        places = points(crs, [(0.0, 0.0), (5000.0 / metres, 0.0)])
        road = make_layer(
            "LineString", "n:integer", [(f"LineString (0 0, {5000.0 / metres} 0)", 1)], crs=""
        )
        road.setCrs(crs)
        for more in ({}, {"METHOD": 1, "NETWORK": road, "SNAP_DISTANCE": 10.0}):
            ends = {"ORIGINS": places, "DESTINATIONS": places}
            table = run(processing, "costmatrix", **ends, **more)["OUTPUT"]
            assert max(column(table, "distance_m")) == pytest.approx(5000.0, rel=1e-2)

    def test_areas_borders_and_trips(self, processing, pattern, unit):
        areas = strip(system(pattern, *unit), unit[1])
        given = {"INPUT": areas, "COUNT": 2, "TERRITORIES": "memory:", "TOLERANCE": 1.0}
        plan = run(processing, "balance", **given)
        assert sum(column(plan["TERRITORIES"], "area_km2")) == pytest.approx(6.0, rel=1e-3)
        assert plan["BORDER_LENGTH_M"] == pytest.approx(1000.0, rel=1e-2)
        assert plan["MEAN_DISTANCE_M"] == pytest.approx(2000.0 / 3.0, rel=1e-2)

    def test_the_greatest_distance_is_in_metres(self, processing, pattern, unit):
        customers = points(system(pattern, *unit), [(n * 1000.0 / unit[1], 0.0) for n in range(4)])
        given = {"INPUT": customers, "CENTERS": "memory:", "COUNT_MIN": 2, "MAX_DISTANCE": 600.0}
        plan = run(processing, "greenfield", **given)
        assert max(column(plan["OUTPUT"], "distance_m")) == pytest.approx(500.0, rel=1e-2)


def test_people_in_degrees_land_where_they_live(processing):
    crs = system(ALBERS, "Foot_US", 0.3048006096012192)
    areas = strip(crs, 0.3048006096012192)
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    way = QgsCoordinateTransform(crs, degrees, QgsCoordinateTransformContext())
    homes = [way.transform(QgsPointXY(x / 0.3048006096012192, 1640.0)) for x in (500.0, 5500.0)]
    people = points(degrees, [(home.x(), home.y()) for home in homes], "rep_id:integer")
    result = run(processing, "nearestrep", INPUT=areas, REPS=people, REP_ID_FIELD="rep_id")
    assert by_id(result["OUTPUT"]) == {1: 1, 2: 1, 3: 1, 4: 2, 5: 2, 6: 2}
    assert result["MEAN_DISTANCE_M"] == pytest.approx(1000.0, rel=1e-2)


def test_nothing_leads_from_the_earth_to_a_local_system(processing, tmp_path):
    areas = strip(system(LOCAL, "Meter", 1.0), 1.0)
    people = points(QgsCoordinateReferenceSystem("EPSG:4326"), [(9.0, 50.0)], "rep_id:integer")
    text = refusal("territory:nearestrep", {"INPUT": areas, "REPS": people}, tmp_path)
    assert "(REPS): nothing leads from" in text
    assert "EPSG:4326" in text


@pytest.mark.parametrize("crs", ["EPSG:25832", "EPSG:3857", "EPSG:4326", "EPSG:2272"])
def test_the_snap_distance_is_in_metres_in_every_system(processing, crs):
    # A gap of 20 m between two squares of a kilometre.
    rows = [(square(0, 0), 1), (square(1.02, 0), 2)]
    given = {
        "INPUT": make_layer("Polygon", "id:integer", rows),
        "TARGET_CRS": QgsCoordinateReferenceSystem(crs),
        "OUTPUT": "memory:",
    }
    areas = processing.run("native:reprojectlayer", given)["OUTPUT"]
    for tolerance, edges in ((15.0, 0), (25.0, 1)):
        found = run(processing, "adjacency", INPUT=areas, TOLERANCE=tolerance, BRIDGE=False)
        assert found["EDGE_COUNT"] == edges


def test_a_snap_distance_that_is_too_large_is_told_in_metres(processing, tmp_path):
    areas = strip(system(ALBERS, "Kilometer", 1000.0), 1000.0)
    text = refusal("territory:adjacency", {"INPUT": areas, "TOLERANCE": 1500.0}, tmp_path)
    assert "1500 m" in text
    assert "measure 100" in text


@pytest.mark.parametrize(
    ("words", "position"),
    [
        (
            'GEOGCS["mine",DATUM["mine",SPHEROID["mine",6378200,298.3]],PRIMEM["Greenwich",0],'
            'UNIT["grad",0.015707963267949]]',
            (0.9, 1.8),
        ),
        (
            'GEOGCS["Moon",DATUM["D_Moon",SPHEROID["Moon",1737400,0]],PRIMEM["Reference",0],'
            'UNIT["Degree",0.0174532925199433]]',
            (1.0, 2.0),
        ),
    ],
)
def test_geographic_systems_that_no_database_knows(qgis_processing, words, position):
    space = Space(QgsCoordinateReferenceSystem.fromWkt(words), QgsProcessingContext())
    assert space.is_earth
    assert space.positions(np.array([[1.0, 2.0]])) == pytest.approx(np.array([position]))


@pytest.mark.parametrize("crs", ["EPSG:25832", "EPSG:27572", "EPSG:3857"])
def test_a_base_in_the_database_is_taken_from_there(qgis_processing, crs):
    known = QgsCoordinateReferenceSystem(crs)
    assert geographic_base(known) == known.toGeographicCrs()
