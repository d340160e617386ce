"""territory:costmatrix: straight lines, roads as they really are, and QGIS as the judge."""

from __future__ import annotations

import resource
import signal
import sqlite3
from contextlib import closing

import pytest
from qgis.core import (
    QgsDistanceArea,
    QgsFeature,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsVectorLayer,
)
from territory_design.core.progress import Cancelled
from territory_design.core.travel.cost_rows import CostRows
from territory_design.processing_provider.inputs.travel.table import read_cost_table
from territory_design.processing_provider.outputs.writing import layer_writer
from territory_design.tests.integration.maps import (
    EAST,
    NORTH,
    ROOT,
    Listener,
    column,
    make_layer,
    refusal,
    representatives,
    spot,
    square,
)

HEIDELBERG = str(ROOT / "examples" / "roads_heidelberg.gpkg")
ROAD_FIELDS = "speed:string, direction:string"
ONE_WAY = {
    "DIRECTION_FIELD": "direction",
    "VALUE_FORWARD": "F",
    "VALUE_BACKWARD": "T",
    "VALUE_BOTH": "B",
}


def line(*points: tuple[float, float]) -> str:
    """WKT of a line through places in metres east and north of the drawn map's corner."""
    return f"LineString ({', '.join(f'{EAST + x} {NORTH + y}' for x, y in points)})"


def places(*points: tuple[float, float], crs: str = "EPSG:25832") -> QgsVectorLayer:
    """Points with ids a, b, c, …"""
    rows = [
        (f"Point ({EAST + x} {NORTH + y})", chr(ord("a") + number))
        for number, (x, y) in enumerate(points)
    ]
    return make_layer("Point", "id:string", rows, crs=crs)


def roads(*rows: tuple, kind: str = "LineString", crs: str = "EPSG:25832") -> QgsVectorLayer:
    return make_layer(kind, ROAD_FIELDS, rows, crs=crs)


def plain_wgs84_metres(first: QgsPointXY, second: QgsPointXY, crs) -> float:
    measure = QgsDistanceArea()
    from qgis.core import QgsProject

    measure.setSourceCrs(crs, QgsProject.instance().transformContext())
    measure.setEllipsoid("EPSG:7030")
    return measure.measureLine(first, second)


@pytest.fixture
def matrix(processing):
    """Costs by (origin, destination), the outputs, and what was said."""

    def call(origins, destinations, *, feedback=None, **parameters):
        feedback = feedback or Listener()
        defaults = {
            "ORIGINS": origins,
            "ORIGIN_ID": "id",
            "DESTINATIONS": destinations,
            "DESTINATION_ID": "id",
            "OUTPUT": "memory:",
        }
        results = processing.run("territory:costmatrix", defaults | parameters, feedback=feedback)
        costs = {
            (row["origin"], row["destination"]): (row["distance_m"], row["time_s"])
            for row in results["OUTPUT"].getFeatures()
        }
        return costs, results, feedback

    return call


def near(metres: float):
    """Ellipsoidal lengths on the central meridian of UTM are 1/0.9996 of those on the map."""
    return pytest.approx(metres / 0.9996, rel=2e-4)


class TestStraightLines:
    def test_distance_is_ellipsoidal_and_time_follows_from_speed(self, matrix):
        ends = places((0, 0), (30_000, 40_000))
        costs, results, _ = matrix(ends, ends, DEFAULT_SPEED=36)
        expected = plain_wgs84_metres(
            QgsPointXY(EAST, NORTH), QgsPointXY(EAST + 30_000, NORTH + 40_000), ends.crs()
        )
        distance, time = costs["a", "b"]
        assert distance == pytest.approx(expected, rel=1e-6)
        assert time == pytest.approx(expected / 10.0, rel=1e-6)
        assert costs["a", "a"] == (0.0, 0.0)
        assert (results["PAIR_COUNT"], results["UNREACHABLE"]) == (4, 0)

    def test_antimeridian_is_crossed_the_short_way(self, matrix):
        fiji = make_layer(
            "Point",
            "id:integer",
            [("Point (179.9 -17)", 1), ("Point (-179.9 -17)", 2)],
            crs="EPSG:4326",
        )
        costs, _, _ = matrix(fiji, fiji)
        assert costs[1, 2][0] == pytest.approx(21_294, rel=2e-3)

    def test_polygons_count_by_their_centroid_and_ids_default_to_feature_ids(self, matrix):
        areas = make_layer("Polygon", "x:integer", [(square(0, 0), 7), (square(3, 0), 7)])
        costs, _, _ = matrix(areas, areas, ORIGIN_ID=None, DESTINATION_ID=None)
        assert costs[1, 2][0] == near(3000.0)

    def test_layers_in_different_systems_meet(self, matrix):
        here = places((0, 0))
        there = make_layer("Point", "id:string", [("Point (9 49.65)", "x")], crs="EPSG:4326")
        costs, _, _ = matrix(here, there)
        assert costs["a", "x"][0] < 5_000.0

    def test_a_layer_without_a_system_has_that_of_the_other(self, matrix):
        known, unknown = places((0, 0), (1000, 0)), places((0, 0), (1000, 0), crs="")
        for origins, destinations in ((known, unknown), (unknown, known)):
            costs, _, _ = matrix(origins, destinations)
            assert costs["a", "b"][0] == near(1000.0)

    def test_empty_geometry_is_left_out_and_counted(self, matrix):
        ends = make_layer("Point", "id:integer", [(spot(0, 0), 1), (None, 2), (spot(1, 0), 3)])
        costs, _, feedback = matrix(ends, ends)
        assert sorted(costs) == [(1, 1), (1, 3), (3, 1), (3, 3)]
        assert "1 feature without geometry" in feedback.warned

    def test_rows_do_not_depend_on_the_order_of_reading(self, matrix):
        rows = [(spot(i % 3, i // 3), i) for i in range(7)]
        one = make_layer("Point", "id:integer", rows)
        other = make_layer("Point", "id:integer", rows[::-1])
        first, results, _ = matrix(one, one)
        second, again, _ = matrix(other, other)
        assert first == second
        assert column(results["OUTPUT"], "origin") == column(again["OUTPUT"], "origin")


class TestRoads:
    """A square of roads, 1 km a side; c lies 100 m beside the middle of the northern one.

    ::

        d --- c --- .      north: 60 km/h
        |           |
        a --------- b      south: 30 km/h, one way from a to b
    """

    ends = ((0, 0), (1000, 0), (500, 1100), (0, 1000))

    def square_of_roads(self) -> QgsVectorLayer:
        return roads(
            (line((0, 0), (1000, 0)), "30", "F"),
            (line((1000, 0), (1000, 1000)), "60", "B"),
            (line((0, 1000), (1000, 1000)), "60", "B"),
            (line((0, 1000), (0, 0)), "60", "B"),
        )

    def by_road(self, matrix, network, **parameters):
        ends = places(*self.ends)
        return matrix(ends, ends, METHOD=1, NETWORK=network, SPEED_FIELD="speed", **parameters)

    def test_the_fastest_way_wins_and_one_way_roads_are_obeyed(self, matrix):
        costs, results, _ = self.by_road(matrix, self.square_of_roads(), **ONE_WAY)
        assert costs["a", "b"][0] == near(1000.0)
        assert costs["a", "b"][1] == near(120.0)
        assert costs["b", "a"][0] == near(3000.0)
        assert costs["b", "a"][1] == near(180.0)
        assert results["UNREACHABLE"] == 0

    def test_places_join_inside_a_road_and_the_way_there_is_free(self, matrix):
        costs, _, _ = self.by_road(matrix, self.square_of_roads(), **ONE_WAY)
        assert costs["d", "c"][0] == near(500.0)

    def test_backward_codes_and_default_direction(self, matrix):
        network = roads((line((0, 0), (1000, 0)), "60", "T"), (line((0, 0), (0, 1000)), "60", "x"))
        costs, results, feedback = self.by_road(matrix, network, **ONE_WAY, DEFAULT_DIRECTION=0)
        assert costs["b", "a"][1] == near(60.0)
        assert costs["a", "b"][1] is None or str(costs["a", "b"][1]) == "NULL"
        assert costs["a", "d"][1] == near(60.0)
        assert results["UNREACHABLE"] > 0
        assert any("'x' (1)" in text for text in feedback.infos)

    @pytest.mark.parametrize("speed", [None, "0", "-5", "walk", ""])
    def test_unusable_speeds_get_the_default_and_are_counted(self, matrix, speed):
        network = roads((line((0, 0), (1000, 0)), speed, "B"))
        costs, _, feedback = self.by_road(matrix, network, DEFAULT_SPEED=20)
        assert costs["a", "b"][1] == near(180.0)
        assert "1 road has no usable speed and gets the default of 20 km/h" in feedback.warned

    @pytest.mark.parametrize(
        ("text", "seconds"), [("36 km/h", 100), ("10 mph", 223.7), ("36,0", 100)]
    )
    def test_speeds_may_be_texts(self, matrix, text, seconds):
        costs, _, _ = self.by_road(matrix, roads((line((0, 0), (1000, 0)), text, "B")))
        assert costs["a", "b"][1] == near(seconds)

    def test_multilines_and_other_systems(self, matrix, processing):
        network = roads(
            (
                "MultiLineString "
                f"({line((0, 0), (500, 0))[11:]}, {line((500, 0), (1000, 0))[11:]})",
                "60",
                "B",
            ),
            kind="MultiLineStringZ",
        )
        degrees = processing.run(
            "native:reprojectlayer",
            {"INPUT": network, "TARGET_CRS": "EPSG:4326", "OUTPUT": "memory:"},
        )["OUTPUT"]
        for layer in (network, degrees):
            costs, _, _ = self.by_road(matrix, layer)
            assert costs["a", "b"][0] == near(1000.0)

    def test_a_line_without_length_does_no_harm(self, matrix):
        network = roads((line((0, 0), (0, 0)), "60", "B"), (line((0, 0), (1000, 0)), "60", "B"))
        costs, _, _ = self.by_road(matrix, network)
        assert costs["a", "b"][0] == near(1000.0)

    def test_places_without_a_system_have_that_of_the_roads(self, matrix):
        ends = places(*self.ends, crs="")
        costs, _, _ = matrix(ends, ends, METHOD=1, NETWORK=self.square_of_roads())
        assert costs["a", "b"][0] == near(1000.0)

    def test_true_and_false_are_direction_values(self, matrix):
        network = make_layer("LineString", "oneway:boolean", [(line((0, 0), (1000, 0)), True)])
        values = {"VALUE_FORWARD": "true", "VALUE_BOTH": "false"}
        ends = places((0, 0), (1000, 0))
        _, results, _ = matrix(
            ends, ends, METHOD=1, NETWORK=network, DIRECTION_FIELD="oneway", **values
        )
        assert results["UNREACHABLE"] == 1

    def test_roads_that_end_at_the_antimeridian_meet_there(self, matrix):
        halves = ("LineString (179.9 10, 180 10)", "LineString (-180 10, -179.9 10)")
        network = roads(*((half, "60", "B") for half in halves), crs="EPSG:4326")
        ends = make_layer(
            "Point",
            "id:integer",
            [("Point (179.95 10)", 1), ("Point (-179.95 10)", 2)],
            crs="EPSG:4326",
        )
        costs, results, _ = matrix(ends, ends, METHOD=1, NETWORK=network)
        assert results["UNREACHABLE"] == 0
        assert costs[1, 2][0] == pytest.approx(10_964, rel=1e-3)

    def test_disconnected_parts_have_null_costs_and_are_named(self, matrix):
        network = roads(
            (line((0, 0), (1000, 0)), "60", "B"), (line((0, 1000), (800, 1000)), "60", "B")
        )
        costs, results, feedback = self.by_road(matrix, network)
        assert str(costs["a", "d"][0]) == "NULL"
        assert str(costs["a", "d"][1]) == "NULL"
        assert results["UNREACHABLE"] == 8
        assert "8 of 16 pairs are not connected (NULL costs): a → c, a → d" in feedback.warned

    def test_a_gap_is_closed_by_the_tolerance(self, matrix):
        network = roads((line((0, 0), (500, 0)), "60", "B"), (line((502, 0), (1000, 0)), "60", "B"))
        _, torn, _ = self.by_road(matrix, network)
        _, joined, _ = self.by_road(matrix, network, TOLERANCE=5.0)
        assert torn["UNREACHABLE"] > 0
        assert joined["UNREACHABLE"] == 0

    def test_snap_distance_leaves_far_places_out(self, matrix):
        costs, results, feedback = self.by_road(matrix, self.square_of_roads(), SNAP_DISTANCE=50.0)
        assert results["UNREACHABLE"] == 7
        assert str(costs["c", "c"][1]) == "NULL"
        assert "Origins: 1 place lies farther than 50 m from any road and cannot be reached: c" in (
            feedback.warned
        )

    def test_roads_without_line_are_counted(self, matrix):
        network = roads((line((0, 0), (1000, 0)), "60", "B"), (None, "60", "B"))
        _, _, feedback = self.by_road(matrix, network)
        assert "1 feature without a line is left out (feature id 2)" in feedback.warned


def test_same_times_as_qgis_on_the_roads_of_heidelberg(processing, matrix):
    network = QgsVectorLayer(HEIDELBERG, "roads", "ogr")
    corners = [(476_500, 5_472_900), (478_900, 5_474_300), (477_700, 5_471_600)]
    ends = make_layer(
        "Point", "id:integer", [(f"Point ({x} {y})", i) for i, (x, y) in enumerate(corners)]
    )
    reading = {"SPEED_FIELD": "speed_kmh", **ONE_WAY}
    costs, results, _ = matrix(ends, ends, METHOD=1, NETWORK=network, **reading)
    assert results["UNREACHABLE"] == 0
    for origin, destination in ((0, 1), (2, 0)):
        start, end = (f"{x},{y} [EPSG:25832]" for x, y in (corners[origin], corners[destination]))
        judge = processing.run(
            "native:shortestpathpointtopoint",
            {
                "INPUT": network,
                "STRATEGY": 1,
                "START_POINT": start,
                "END_POINT": end,
                "OUTPUT": "memory:",
                **reading,
            },
        )
        assert costs[origin, destination][1] == pytest.approx(
            judge["TRAVEL_COST"] * 3600.0, rel=1e-3
        )


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"METHOD": 1}, "(NETWORK)"),
        ({"DEFAULT_SPEED": 0}, "(DEFAULT_SPEED) is 0 km/h"),
        ({"ORIGIN_ID": "nothing"}, "“Origins” (ORIGINS) has no field 'nothing'"),
        ({"METHOD": 1, "NETWORK": "roads", "DIRECTION_FIELD": "direction"}, "none of its values"),
        ({"METHOD": 1, "NETWORK": "roads", "VALUE_FORWARD": "F"}, "(DIRECTION_FIELD) that holds"),
        (
            {"METHOD": 1, "NETWORK": "roads", **ONE_WAY, "VALUE_BOTH": "F"},
            "'F' stands for two directions",
        ),
        (
            {"METHOD": 1, "NETWORK": "roads", "SPEED_FIELD": "x"},
            "“Road network” (NETWORK) has no field 'x'",
        ),
        ({"METHOD": 1, "NETWORK": "empty"}, "(NETWORK) holds no line"),
    ],
)
def test_refusals(processing, tmp_path, parameters, words):
    layers = {"roads": roads((line((0, 0), (1, 0)), "60", "F")), "empty": roads()}
    parameters = {key: layers.get(value, value) for key, value in parameters.items()}
    ends = places((0, 0), (1000, 0))
    given = {"ORIGINS": ends, "ORIGIN_ID": "id", "DESTINATIONS": ends, "DESTINATION_ID": "id"}
    assert words in refusal("territory:costmatrix", given | parameters, tmp_path)


def test_repeated_ids_are_refused(processing, tmp_path):
    ends = representatives(("A", 0, 0), ("A", 1, 0))
    given = {"ORIGINS": ends, "ORIGIN_ID": "rep_id", "DESTINATIONS": ends}
    assert "not unique: A" in refusal("territory:costmatrix", given, tmp_path)


class TestRowsInGeoPackages:
    """SQLite writes what GDAL would have written."""

    @staticmethod
    def read(path, query: str) -> list[tuple]:
        with closing(sqlite3.connect(path)) as database:
            return database.execute(query).fetchall()

    @pytest.fixture
    def ends(self):
        rows = [
            (f"Point ({EAST + number * 1000} {NORTH})", name)
            for number, name in enumerate(["o'Neill", 'a "b"', "größer", "far"])
        ]
        return make_layer("Point", "id:string(20)", rows)

    @pytest.fixture
    def given(self, ends):
        near_roads = roads((line((0, 0), (2000, 0)), "36", "B"))
        return {
            "ORIGINS": ends,
            "ORIGIN_ID": "id",
            "DESTINATIONS": ends,
            "DESTINATION_ID": "id",
            "METHOD": 1,
            "NETWORK": near_roads,
            "SNAP_DISTANCE": 500.0,
        }

    def test_the_file_is_the_one_that_gdal_writes(self, processing, tmp_path, given, monkeypatch):
        ours, theirs = tmp_path / "ours.gpkg", tmp_path / "theirs.gpkg"
        processing.run("territory:costmatrix", given | {"OUTPUT": str(ours)})
        monkeypatch.setattr(layer_writer, "plain_rows", lambda _: None)
        processing.run("territory:costmatrix", given | {"OUTPUT": str(theirs)})
        for query in (
            "SELECT * FROM {name} ORDER BY fid",
            "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = '{name}'",
            "SELECT name, replace(sql, '{name}', '') FROM pragma_table_info('{name}'), "
            "(SELECT sql FROM sqlite_master WHERE tbl_name = '{name}')",
            "SELECT data_type, srs_id FROM gpkg_contents",
        ):
            found = self.read(ours, query.format(name="ours"))
            assert found == self.read(theirs, query.format(name="theirs"))
        assert len(self.read(ours, "SELECT * FROM ours")) == 16
        nulls = self.read(ours, "SELECT origin FROM ours WHERE time_s IS NULL AND origin <> 'far'")
        assert len(nulls) == 3

    def test_rows_are_counted_on_when_somebody_edits(self, processing, tmp_path, given):
        path = str(tmp_path / "costs.gpkg")
        processing.run("territory:costmatrix", given | {"OUTPUT": path})
        layer = QgsVectorLayer(path, "costs", "ogr")
        assert layer.featureCount() == 16
        assert layer.dataProvider().deleteFeatures([1])
        more = [QgsFeature(layer.fields()) for _ in range(2)]
        done, _ = layer.dataProvider().addFeatures(more)
        assert done
        del layer
        assert QgsVectorLayer(path, "costs", "ogr").featureCount() == 17
        assert self.read(path, "SELECT feature_count FROM gpkg_ogr_contents") == [(17,)]

    def test_a_table_beside_others(self, processing, tmp_path, given):
        path = str(tmp_path / "old.gpkg")
        processing.run("territory:costmatrix", given | {"OUTPUT": path})
        table = f"ogr:dbname='{path}' table=\"costs\""
        for _ in range(2):
            processing.run("territory:costmatrix", given | {"OUTPUT": table})
            counts = self.read(path, "SELECT * FROM gpkg_ogr_contents ORDER BY table_name")
            assert counts == [("costs", 16), ("old", 16)]
            assert QgsVectorLayer(f"{path}|layername=costs", "", "ogr").featureCount() == 16

    def test_what_sqlite_knows_nothing_of_is_left_to_gdal(self, processing, tmp_path):
        path = str(tmp_path / "costs.gpkg")
        first = make_layer("Point", "id:bool", [(f"Point ({EAST} {NORTH})", True)])
        given = {"ORIGINS": first, "ORIGIN_ID": "id", "DESTINATIONS": first, "DESTINATION_ID": "id"}
        processing.run("territory:costmatrix", given | {"OUTPUT": path})
        (feature,) = QgsVectorLayer(path, "costs", "ogr").getFeatures()
        assert feature["origin"] == next(first.getFeatures())["id"]

    @pytest.mark.parametrize("replaced", [False, True])
    @pytest.mark.parametrize("fault", [Cancelled, sqlite3.OperationalError])
    def test_what_ends_half_way_leaves_nothing(
        self, processing, tmp_path, given, monkeypatch, fault, replaced
    ):
        path = tmp_path / "costs.gpkg"
        if replaced:
            processing.run("territory:costmatrix", given | {"OUTPUT": str(path)})
        before = path.read_bytes() if replaced else None
        original = CostRows.rows

        def rows(self, progress):
            for number, row in enumerate(original(self, progress)):
                if number == 5:
                    raise fault
                yield row

        monkeypatch.setattr(CostRows, "rows", rows)
        with pytest.raises(QgsProcessingException):
            processing.run("territory:costmatrix", given | {"OUTPUT": str(path)})
        assert [file.name for file in tmp_path.iterdir()] == (["costs.gpkg"] if replaced else [])
        assert not replaced or path.read_bytes() == before

    def test_a_disk_that_fills_up_is_an_error(self, processing, tmp_path, given, monkeypatch):
        """No file of this process may grow while the rows are written."""
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        original = layer_writer.add_rows

        def without_room(destination, fields, rows):
            resource.setrlimit(resource.RLIMIT_FSIZE, (300, hard))
            return original(destination, fields, rows)

        monkeypatch.setattr(layer_writer, "add_rows", without_room)
        try:
            with pytest.raises(QgsProcessingException, match="could not be written"):
                processing.run(
                    "territory:costmatrix", given | {"OUTPUT": str(tmp_path / "costs.gpkg")}
                )
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            signal.signal(signal.SIGXFSZ, old)
        assert list(tmp_path.iterdir()) == []


def test_cancel_leaves_nothing(processing, matrix):
    feedback = Listener()
    feedback.cancel()
    ends = places((0, 0), (1000, 0))
    with pytest.raises(QgsProcessingException, match=r"Cancelled|cancelled"):
        matrix(ends, ends, feedback=feedback)


def test_reading_a_cost_matrix_hears_a_cancel(processing):
    rows = [(None, 1, 2, 3.0), (None, 2, 1, 3.0)]
    table = make_layer("NoGeometry", "origin:integer, destination:integer, time_s:double", rows)
    source, feedback = QgsProcessingFeatureSource(table, QgsProcessingContext()), Listener()
    assert len(read_cost_table(source, feedback).time_s) == 2
    feedback.cancel()
    with pytest.raises(Cancelled):
        read_cost_table(source, feedback)


def test_a_cancel_is_heard_between_reading_roads_and_using_them(matrix):
    class StopAtDoubts(Listener):
        def pushWarning(self, warning):
            super().pushWarning(warning)
            self.cancel()

    feedback = StopAtDoubts()
    ends = places((0, 0), (1000, 0))
    doubtful = roads((line((0, 0), (1000, 0)), "walking pace", "B"))
    with pytest.raises(QgsProcessingException, match=r"Cancelled|cancelled"):
        matrix(ends, ends, METHOD=1, NETWORK=doubtful, SPEED_FIELD="speed", feedback=feedback)
    assert "no usable speed" in feedback.warned
    assert not [text for text in feedback.infos if text.startswith("Network:")]
