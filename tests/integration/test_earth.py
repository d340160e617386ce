"""Distances and borders all over the earth, beside what QGIS measures itself."""

from __future__ import annotations

import numpy as np
import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsDistanceArea,
    QgsPointXY,
)
from territory_design.core.geometry.geodesic import geodesic_distance
from territory_design.tests.integration.maps import QUICK, Listener, column, make_layer, pairs


@pytest.fixture(scope="module")
def measured(qgis_processing):
    measure = QgsDistanceArea()
    measure.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateTransformContext())
    measure.setEllipsoid("EPSG:7030")

    def distances(lon1, lat1, lon2, lat2) -> np.ndarray:
        rows = zip(lon1, lat1, lon2, lat2)
        return np.array(
            [measure.measureLine(QgsPointXY(a, b), QgsPointXY(c, d)) for a, b, c, d in rows]
        )

    return distances


def test_nearly_antipodal_points_as_qgis_measures_them(measured):
    generator, count = np.random.default_rng(3), 2000
    lon1, lat1 = generator.uniform(-180, 180, count), generator.uniform(-90, 90, count)
    spread = 10.0 ** generator.uniform(-8, 0.7, count)
    lat2 = np.clip(-lat1 + generator.normal(size=count) * spread, -90, 90)
    lon2 = (lon1 + generator.normal(size=count) * spread) % 360.0 - 180.0
    lon2[:200], lat2[:200] = lon1[:200] - np.copysign(180.0, lon1[:200]), -lat1[:200]
    ours = geodesic_distance(lon1, lat1, lon2, lat2)
    assert np.abs(ours - measured(lon1, lat1, lon2, lat2)).max() < 0.001


def box(west: float, south: float, east: float, north: float) -> str:
    return f"(({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"


class TestTheMeridianOf180Degrees:
    #  170      176      180|-180     -176     -170
    #   |   1    |       2       |      3    |
    @pytest.fixture
    def areas(self, processing):
        astride = f"MultiPolygon ({box(176, 50, 180, 52)}, {box(-180, 50, -176, 52)})"
        return make_layer(
            "MultiPolygon",
            "id:integer, w:double",
            [
                (f"MultiPolygon ({box(170, 50, 176, 52)})", 1, 1.0),
                (astride, 2, 1.0),
                (f"MultiPolygon ({box(-176, 50, -170, 52)})", 3, 1.0),
            ],
            crs="EPSG:4326",
        )

    @pytest.fixture
    def people(self, processing):
        rows = [("Point (173 51)", "west"), ("Point (180 51)", "mid"), ("Point (-173 51)", "east")]
        return make_layer("Point", "rep_id:string", rows, crs="EPSG:4326")

    def test_an_area_astride_has_its_centre_there(self, processing, areas, people):
        given = {"INPUT": areas, "REPS": people, "REP_ID_FIELD": "rep_id", "OUTPUT": "memory:"}
        result = processing.run("territory:nearestrep", given, feedback=Listener())
        found = dict(zip(column(result["OUTPUT"], "id"), column(result["OUTPUT"], "territory")))
        assert found == {1: "west", 2: "mid", 3: "east"}
        assert result["MEAN_DISTANCE_M"] < 1.0

    def test_homes_stay_near_the_meridian(self, processing, areas):
        given = {"INPUT": areas, "COUNT": 3, "OUTPUT": "memory:", "REPS_OUT": "memory:"} | QUICK
        result = processing.run("territory:balance", given, feedback=Listener())
        homes = [feature.geometry().asPoint() for feature in result["REPS_OUT"].getFeatures()]
        assert sorted(round(abs(home.x())) for home in homes) == [173, 173, 180]

    @pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:3857", "EPSG:3832"])
    def test_a_border_on_it_is_a_border(self, processing, crs):
        west, east = f"Polygon {box(170, 0, 180, 10)}", f"Polygon {box(-180, 5, -170, 20)}"
        areas = make_layer("Polygon", "id:integer", [(west, 1), (east, 2)], crs="EPSG:4326")
        given = {"INPUT": areas, "TARGET_CRS": crs, "OUTPUT": "memory:"}
        moved = processing.run("native:reprojectlayer", given)["OUTPUT"]
        given = {"INPUT": moved, "ID_FIELD": "id", "BRIDGE": False, "OUTPUT": "memory:"}
        result = processing.run("territory:adjacency", given, feedback=Listener())
        assert [set(pair) for pair in pairs(result["OUTPUT"])] == [{1, 2}]
        assert column(result["OUTPUT"], "kind") == ["border"]
        assert column(result["OUTPUT"], "border_m") == pytest.approx([553_800], rel=5e-3)
        assert result["COMPONENT_COUNT"] == 1


class TestCustomersOnSeveralContinents:
    """Three hundred customers and twelve centres, anywhere on the earth or in the wide USA."""

    @pytest.fixture(params=["world", "usa"])
    def spread(self, request, processing):
        generator = np.random.default_rng(11)
        if request.param == "world":
            longitude = generator.uniform(-180, 180, 312)
            latitude = np.degrees(np.arcsin(generator.uniform(-1, 1, 312)))
        else:  # with Alaska and Hawaii
            longitude = generator.uniform(-165, -70, 312)
            latitude = generator.uniform(19, 70, 312)
        places = np.column_stack([longitude, latitude])
        rows = [(f"Point ({x!r} {y!r})", number) for number, (x, y) in enumerate(places.tolist())]
        customers = make_layer("Point", "id:integer", rows[12:], crs="EPSG:4326")
        centres = make_layer("Point", "rep_id:integer", rows[:12], crs="EPSG:4326")
        return customers, centres, places

    def longer_ways(self, places, result, measured) -> np.ndarray:
        """By which share each customer's way is longer than to the nearest centre."""
        customers, centres = places[12:], places[:12]
        ways = np.column_stack(
            [measured(*customers.T, *np.tile(centre, (len(customers), 1)).T) for centre in centres]
        )
        found = dict(zip(column(result, "id"), column(result, "territory")))
        own = ways[np.arange(300), [found[number] for number in range(12, 312)]]
        return own / ways.min(axis=1) - 1.0

    def test_new_customers_go_to_the_nearest(self, processing, spread, measured):
        customers, centres, places = spread
        given = {"INPUT": customers, "REFERENCE": centres, "TERRITORY_FIELD": "rep_id"}
        given |= {"NEIGHBORS": 1, "OUTPUT": "memory:"}
        result = processing.run("territory:assignnew", given, feedback=Listener())["OUTPUT"]
        longer = self.longer_ways(places, result, measured)
        assert longer.max() < 0.001, "two that are as near but for the flattening may swap"
        assert np.count_nonzero(longer) <= 1

    def test_fixed_centres_get_who_is_nearest(self, processing, spread, measured):
        customers, centres, places = spread
        given = {"INPUT": customers, "REPS": centres, "REP_ID_FIELD": "rep_id", "FIXED": True}
        given |= {"SMOOTH": False, "OUTPUT": "memory:", "CENTERS": "memory:"}
        result = processing.run("territory:clustercustomers", given, feedback=Listener())["OUTPUT"]
        longer = self.longer_ways(places, result, measured)
        assert longer.max() < 0.001
        assert np.count_nonzero(longer) <= 1


def test_fixed_centres_beside_current_portfolios_and_priced_rules(processing):
    # Two customers on each continent; each is with the centre of the other one today.
    places = [(-100.0, 40.0), (-101.0, 41.0), (100.0, 40.0), (101.0, 41.0)]
    rows = [
        (f"Point ({x} {y})", number, "east" if x < 0 else "west")
        for number, (x, y) in enumerate(places)
    ]
    given = {
        "INPUT": make_layer("Point", "id:integer, today:string", rows, crs="EPSG:4326"),
        "REPS": make_layer(
            "Point",
            "rep_id:string",
            [("Point (-100 40)", "west"), ("Point (100 40)", "east")],
            crs="EPSG:4326",
        ),
        "REP_ID_FIELD": "rep_id",
        "FIXED": True,
        "CURRENT_FIELD": "today",
        "MAX_COUNT": 2,
        "OUTPUT": "memory:",
        "CENTERS": "memory:",
        "REPORT": "TEMPORARY_OUTPUT",
    }
    result = processing.run("territory:clustercustomers", given, feedback=Listener())
    assert column(result["OUTPUT"], "territory") == ["west", "west", "east", "east"]
    homes = [feature.geometry().asPoint().x() for feature in result["CENTERS"].getFeatures()]
    assert sorted(homes) == [-100.0, 100.0]


class TestAMapThatMeetsOnTheMeridian:
    """Squares of half a degree, the same ones at 6° east and across the 180th meridian::

       180|-180
    5   6 | 7   8
    1   2 | 3   4
    """

    @staticmethod
    def squares(west: float, gap: float = 0.0):
        shapes = []
        for number in range(8):
            x, y = west + number % 4 * 0.5, 50.0 + number // 4 * 0.5
            x -= 360.0 if x >= 180.0 else 0.0
            shapes.append((f"Polygon {box(x, y, x + 0.5 - gap, y + 0.5)}", number + 1))
        return make_layer("Polygon", "id:integer", shapes, crs="EPSG:4326")

    @staticmethod
    def neighbours(processing, areas, **parameters) -> list[tuple]:
        given = {"INPUT": areas, "ID_FIELD": "id", "BRIDGE": False, "OUTPUT": "memory:"}
        result = processing.run("territory:adjacency", given | parameters, feedback=Listener())
        return sorted(tuple(sorted(pair)) for pair in pairs(result["OUTPUT"]))

    def test_links_across_it_are_short_and_may_be_drawn(self, processing):
        areas = self.squares(179.0)
        given = {"INPUT": areas, "ID_FIELD": "id", "BRIDGE": False, "OUTPUT": "memory:"}
        links = processing.run("territory:adjacency", given, feedback=Listener())["OUTPUT"]
        widths = [link.geometry().boundingBox().width() for link in links.getFeatures()]
        assert max(widths) < 1.0
        drawn = [(link.geometry(), None, None) for link in links.getFeatures()]
        by_hand = make_layer("LineString", "from_id:integer, to_id:integer", drawn, crs="EPSG:4326")
        given = {"INPUT": areas, "COUNT": 2, "ADJACENCY": by_hand, "OUTPUT": "memory:"} | QUICK
        said = Listener()
        processing.run("territory:balance", given, feedback=said)
        assert "10 pairs of neighbours are taken from the adjacency layer" in "\n".join(said.infos)

    def test_a_gap_on_it_is_closed_by_the_snap_distance(self, processing):
        here, there = (
            self.neighbours(processing, self.squares(west, gap=0.0003), TOLERANCE=100)
            for west in (6.0, 179.0)
        )
        assert here == there
        assert {(2, 3), (6, 7)} <= set(there)

    @pytest.mark.parametrize("side", [180, -180])
    def test_a_barrier_on_it_cuts(self, processing, side):
        walls = [(f"LineString ({x} 49.9, {x} 50.5)", 1) for x in (7.0, side)]
        here, there = (
            self.neighbours(
                processing,
                self.squares(west),
                BARRIERS=make_layer("LineString", "id:integer", [wall], crs="EPSG:4326"),
            )
            for west, wall in zip((6.0, 179.0), walls)
        )
        assert here == there
        assert (2, 3) not in there
        assert (6, 7) in there

    def test_a_barrier_across_it_cuts(self, processing):
        wall = "MultiLineString ((179.6 50.2, 180 50.3), (-180 50.3, -179.6 50.4))"
        barrier = make_layer("MultiLineString", "id:integer", [(wall, 1)], crs="EPSG:4326")
        there = self.neighbours(processing, self.squares(179.0), BARRIERS=barrier)
        assert (2, 3) not in there
        assert len(there) == 9
