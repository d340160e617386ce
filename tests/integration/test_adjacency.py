"""territory:adjacency: neighbours as lines that a user can edit and feed back."""

from __future__ import annotations

import pytest
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from territory_design.tests.integration.maps import (
    EAST,
    NORTH,
    QUICK,
    Listener,
    assert_connected,
    by_id,
    column,
    grid,
    make_layer,
    pairs,
    parts,
    region,
    spot,
    square,
)

NUMBERED = "id:integer, weight:double"


@pytest.fixture
def adjacency(processing):
    def call(areas, **parameters) -> dict:
        defaults = {"INPUT": areas, "ID_FIELD": "id", "OUTPUT": "memory:"}
        return processing.run("territory:adjacency", defaults | parameters, feedback=Listener())

    return call


@pytest.fixture
def balanced(processing):
    def call(areas, **parameters) -> dict:
        defaults = {"INPUT": areas, "OUTPUT": "memory:", "TERRITORIES": "memory:"}
        parameters = defaults | QUICK | parameters
        return processing.run("territory:balance", parameters, feedback=Listener())

    return call


def edges(layer) -> set[tuple]:
    return {tuple(sorted(pair)) for pair in pairs(layer)}


def kinds(layer) -> dict[tuple, str]:
    ends = zip(column(layer, "from_id"), column(layer, "to_id"))
    return dict(zip(ends, column(layer, "kind")))


def line(*places: tuple[float, float]) -> str:
    """WKT of a line through the middles of squares, by column and row."""
    points = ", ".join(spot(*place)[len("Point (") : -1] for place in places)
    return f"LineString ({points})"


class TestNeighbours:
    def test_squares_meet_in_borders_or_also_in_corners(self, adjacency):
        # 3 4
        # 1 2
        by_border = adjacency(grid(2, 2))
        assert edges(by_border["OUTPUT"]) == {(1, 2), (1, 3), (2, 4), (3, 4)}
        assert by_border["EDGE_COUNT"] == 4
        with_corners = adjacency(grid(2, 2), CONTIGUITY=1)
        assert edges(with_corners["OUTPUT"]) - edges(by_border["OUTPUT"]) == {(1, 4), (2, 3)}
        assert kinds(with_corners["OUTPUT"])[(1, 4)] == "corner"
        assert with_corners["EDGE_COUNT"] == 6

    def test_a_long_border_faces_several_short_ones(self, adjacency):
        # One double square beside two squares: their corner lies on its edge.
        big = square(-1, 0, 2000).replace(f"{EAST - 2000}", f"{EAST - 2000}")
        areas = make_layer(
            "Polygon", NUMBERED, [(big, 1, 1.0), (square(0, 0), 2, 1.0), (square(0, 1), 3, 1.0)]
        )
        found = adjacency(areas)["OUTPUT"]
        assert edges(found) == {(1, 2), (1, 3), (2, 3)}
        assert column(found, "border_m") == pytest.approx([1000 / 0.9996] * 3, rel=1e-6)

    def test_a_gap_counts_as_border_up_to_the_tolerance(self, adjacency):
        # Squares with a gap of 2 m.
        rows = [(square(0, 0), 1, 1.0), (square(1.002, 0), 2, 1.0)]
        areas = make_layer("Polygon", NUMBERED, rows)
        assert adjacency(areas, BRIDGE=False)["EDGE_COUNT"] == 0
        found = adjacency(areas, TOLERANCE=3.0, BRIDGE=False)
        assert kinds(found["OUTPUT"]) == {(1, 2): "border"}
        assert column(found["OUTPUT"], "border_m") == pytest.approx([1000.4], rel=1e-4)

    def test_islands_are_joined_by_marked_bridges(self, adjacency):
        # 1 2 . 3 . . 4
        places = enumerate((0, 1, 3, 6), start=1)
        areas = make_layer("Polygon", NUMBERED, [(square(c, 0), n, 1.0) for n, c in places])
        joined = adjacency(areas)
        assert kinds(joined["OUTPUT"]) == {(1, 2): "border", (2, 3): "bridge", (3, 4): "bridge"}
        assert (joined["BRIDGE_COUNT"], joined["COMPONENT_COUNT"]) == (2, 1)
        apart = adjacency(areas, BRIDGE=False)
        assert (apart["BRIDGE_COUNT"], apart["COMPONENT_COUNT"]) == (0, 3)

    def test_parts_holes_and_enclaves(self, adjacency):
        # Area 1 is a ring around 2 and has a second part far off, next to 3.
        x, y = EAST, NORTH
        ring = (
            f"(({x} {y}, {x + 3000} {y}, {x + 3000} {y + 3000}, {x} {y + 3000}, {x} {y}), "
            f"({x + 1000} {y + 1000}, {x + 1000} {y + 2000}, {x + 2000} {y + 2000}, "
            f"{x + 2000} {y + 1000}, {x + 1000} {y + 1000}))"
        )
        far, inside, beside = (
            square(*place)[len("Polygon ") :] for place in ((10, 0), (1, 1), (11, 0))
        )
        shapes = (f"{ring}, {far}", inside, beside)
        rows = [(f"MultiPolygon ({shape})", n, 1.0) for n, shape in enumerate(shapes, start=1)]
        areas = make_layer("MultiPolygon", NUMBERED, rows)
        found = adjacency(areas)
        assert edges(found["OUTPUT"]) == {(1, 2), (1, 3)}
        assert set(column(found["OUTPUT"], "kind")) == {"border"}
        assert sum(column(found["OUTPUT"], "border_m")) == pytest.approx(5000 / 0.9996, rel=1e-5)

    @pytest.mark.parametrize("kind", ["PolygonZ", "CurvePolygon", "MultiPolygon", "MultiSurface"])
    def test_every_kind_of_polygon(self, adjacency, kind):
        rows = []
        for number in range(1, 5):
            geometry = QgsGeometry.fromWkt(square((number - 1) % 2, (number - 1) // 2))
            if kind.startswith("Multi"):
                geometry.convertToMultiType()
            if kind.endswith("Z"):
                geometry.get().addZValue(7.0)
            geometry = (
                geometry
                if kind != "MultiSurface"
                else QgsGeometry(geometry.constGet().toCurveType())
            )
            if kind == "CurvePolygon":
                geometry = QgsGeometry(geometry.constGet().toCurveType())
            rows.append((geometry, number, 1.0))
        found = adjacency(make_layer(kind, NUMBERED, rows))
        assert edges(found["OUTPUT"]) == {(1, 2), (1, 3), (2, 4), (3, 4)}

    def test_a_rounded_border_is_found_along_its_arc(self, adjacency):
        x, y = EAST, NORTH
        arc = f"CircularString ({x + 1000} {y}, {x + 1500} {y + 500}, {x + 1000} {y + 1000})"
        back = f"CircularString ({x + 1000} {y + 1000}, {x + 1500} {y + 500}, {x + 1000} {y})"
        left = (
            f"CurvePolygon (CompoundCurve (({x} {y}, {x + 1000} {y}), {arc}, "
            f"({x + 1000} {y + 1000}, {x} {y + 1000}, {x} {y})))"
        )
        right = (
            f"CurvePolygon (CompoundCurve (({x + 1000} {y}, {x + 3000} {y}, {x + 3000} {y + 1000}, "
            f"{x + 1000} {y + 1000}), {back}))"
        )
        found = adjacency(make_layer("CurvePolygon", NUMBERED, [(left, 1, 1.0), (right, 2, 1.0)]))
        # A half circle of 500 m radius.
        assert column(found["OUTPUT"], "border_m") == pytest.approx([1571.4], rel=1e-3)

    def test_every_line_runs_from_inside_one_area_to_inside_the_other(self, adjacency):
        areas = region()
        found = adjacency(areas, ID_FIELD="ags")["OUTPUT"]
        shapes = {feature["ags"]: feature.geometry() for feature in areas.getFeatures()}
        for feature in found.getFeatures():
            start, *_, end = feature.geometry().asPolyline()
            assert shapes[feature["from_id"]].contains(QgsGeometry.fromPointXY(start))
            assert shapes[feature["to_id"]].contains(QgsGeometry.fromPointXY(end))
        assert found.fields().names() == ["from_id", "to_id", "border_m", "kind"]
        assert parts(edges(found), shapes) == 1

    def test_feature_ids_are_used_where_there_is_no_id_field(self, adjacency):
        areas = grid(2, 1, values=lambda n: (100 + n, 1.0))
        found = adjacency(areas, ID_FIELD=None)["OUTPUT"]
        ids = sorted(feature.id() for feature in areas.getFeatures())
        assert edges(found) == {tuple(ids)}

    def test_selected_features_only(self, adjacency):
        areas = grid(3, 1)
        QgsProject.instance().addMapLayer(areas)
        try:
            areas.selectByExpression("id < 3")
            chosen = QgsProcessingFeatureSourceDefinition(areas.id(), True)
            assert edges(adjacency(chosen)["OUTPUT"]) == {(1, 2)}
        finally:
            QgsProject.instance().removeMapLayer(areas.id())

    def test_numbers_are_plain(self, adjacency):
        results = adjacency(grid(3, 3))
        for name in ("EDGE_COUNT", "COMPONENT_COUNT", "BRIDGE_COUNT"):
            assert type(results[name]) is int

    @pytest.mark.parametrize("extension", ["gpkg", "shp", "geojson"])
    def test_formats(self, adjacency, tmp_path, extension):
        path = str(tmp_path / f"adjacency.{extension}")
        adjacency(region(), ID_FIELD="ags", OUTPUT=path)
        written = QgsVectorLayer(path, "written", "ogr")
        in_memory = adjacency(region(), ID_FIELD="ags")["OUTPUT"]
        assert edges(written) == edges(in_memory)
        assert set(column(written, "kind")) == {"border"}


class TestBarriers:
    # 4 areas in a row; a wall between 2 and 3.
    WALL = f"LineString ({EAST + 2000} {NORTH - 10}, {EAST + 2000} {NORTH + 1010})"

    def wall(self):
        return make_layer("LineString", "id:integer", [(self.WALL, 1)])

    def test_a_wall_cuts_the_border_that_it_follows(self, adjacency):
        found = adjacency(grid(4, 1), BARRIERS=self.wall())
        assert edges(found["OUTPUT"]) == {(1, 2), (3, 4)}
        assert found["COMPONENT_COUNT"] == 2
        assert found["BRIDGE_COUNT"] == 0, "a bridge would undo the barrier"

    def test_a_wall_in_another_system(self, adjacency):
        wall = self.wall()
        moved = QgsGeometry.fromWkt(self.WALL)
        moved.transform(
            QgsCoordinateTransform(
                wall.crs(), QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance()
            )
        )
        wall = make_layer("LineString", "id:integer", [(moved, 1)], crs="EPSG:4326")
        found = adjacency(grid(4, 1), BARRIERS=wall, TOLERANCE=0.1)
        assert edges(found["OUTPUT"]) == {(1, 2), (3, 4)}

    def test_a_polygon_as_barrier(self, adjacency):
        x, y = EAST, NORTH
        lake = (
            f"Polygon (({x + 1990} {y - 9}, {x + 2010} {y - 9}, {x + 2010} {y + 1009}, "
            f"{x + 1990} {y + 1009}, {x + 1990} {y - 9}))"
        )
        found = adjacency(grid(4, 1), BARRIERS=make_layer("Polygon", "id:integer", [(lake, 1)]))
        assert edges(found["OUTPUT"]) == {(1, 2), (3, 4)}

    def test_territories_do_not_cross_it(self, balanced):
        # 4 × 2 areas, cut in the middle: two territories cannot be three and five areas.
        wall_line = f"LineString ({EAST + 2000} {NORTH - 10}, {EAST + 2000} {NORTH + 2010})"
        wall = make_layer("LineString", "id:integer", [(wall_line, 1)])
        heavy = grid(4, 2, values=lambda n: (n, 5.0 if n == 1 else 1.0))
        free = balanced(heavy, COUNT=2, BALANCE_FIELDS=["weight"])
        walled = balanced(heavy, COUNT=2, BALANCE_FIELDS=["weight"], BARRIERS=wall)
        assert free["MAX_DEVIATION_PCT"] == pytest.approx(0.0, abs=1e-9)
        assert walled["MAX_DEVIATION_PCT"] == pytest.approx(100 * 2 / 6)
        of_area = by_id(walled["OUTPUT"])
        assert {of_area[n] for n in (1, 2, 5, 6)}.isdisjoint(of_area[n] for n in (3, 4, 7, 8))


class TestEditedByHand:
    def test_as_it_is_nothing_changes(self, adjacency, balanced):
        areas = region()
        found = adjacency(areas, ID_FIELD="ags")["OUTPUT"]
        parameters = {"COUNT": 5, "BALANCE_FIELDS": ["farms_synth"], "AREA_ID_FIELD": "ags"}
        own = balanced(areas, **parameters)
        fed_back = balanced(areas, ADJACENCY=found, **parameters)
        assert by_id(fed_back["OUTPUT"], key="ags") == by_id(own["OUTPUT"], key="ags")

    def test_a_deleted_line_parts_and_a_drawn_one_joins(self, adjacency, balanced):
        # 5 6 7 8        A ring road: the only way from the lower to the upper row is the
        # 1 2 3 4        line drawn by hand from 1 to 8.
        areas = grid(4, 2)
        layer = adjacency(areas)["OUTPUT"]
        across = [
            feature.id()
            for feature in layer.getFeatures()
            if feature["to_id"] - feature["from_id"] == 4
        ]
        provider = layer.dataProvider()
        assert provider.deleteFeatures(across)
        drawn = QgsFeature(layer.fields())
        drawn.setGeometry(QgsGeometry.fromWkt(line((0, 0), (-2, 1), (3, 1))))
        assert provider.addFeatures([drawn])[0]
        road = {(1, 2), (2, 3), (3, 4), (5, 6), (6, 7), (7, 8), (1, 8)}

        results = balanced(areas, COUNT=2, ADJACENCY=layer, AREA_ID_FIELD="id")
        of_area = by_id(results["OUTPUT"])
        assert_connected(of_area, road)
        assert sorted(column(results["TERRITORIES"], "areas")) == [4, 4]
        assert results["PARTS"] == 2

    def test_nearest_representative_keeps_to_the_edited_graph(self, adjacency, processing):
        # Area 2 may be reached from 5 only (6 areas in 3 × 2), though home a is next door.
        areas = grid(3, 2)
        layer = adjacency(areas)["OUTPUT"]
        cut = [
            f.id() for f in layer.getFeatures() if {f["from_id"], f["to_id"]} in ({1, 2}, {2, 3})
        ]
        assert layer.dataProvider().deleteFeatures(cut)
        reps = make_layer("Point", "rep_id:string", [(spot(0.3, 0), "a"), (spot(1, 1), "b")])
        parameters = {"INPUT": areas, "REPS": reps, "REP_ID_FIELD": "rep_id"}
        parameters |= {"OUTPUT": "memory:", "AREA_ID_FIELD": "id"}
        free = processing.run("territory:nearestrep", parameters)
        edited = processing.run("territory:nearestrep", parameters | {"ADJACENCY": layer})
        assert by_id(free["OUTPUT"])[2] == "a"
        assert by_id(edited["OUTPUT"])[2] == "b"

    @pytest.mark.parametrize(
        ("geometry", "attributes", "words"),
        [
            (line((0, 0), (9, 9)), (None, None, None, None), "does not begin and end inside"),
            (
                line((0, 0), (1, 0)),
                (1, 77, 5.0, "border"),
                r"areas that are not in “Areas” \(INPUT\): 77",
            ),
        ],
    )
    def test_lines_that_join_nothing(self, processing, geometry, attributes, words):
        wrong = make_layer(
            "LineString",
            "from_id:integer, to_id:integer, border_m:double, kind:string",
            [(geometry, *attributes)],
        )
        parameters = {"INPUT": grid(3, 3), "COUNT": 2, "ADJACENCY": wrong, "AREA_ID_FIELD": "id"}
        with pytest.raises(Exception, match=words):
            processing.run("territory:balance", parameters | {"OUTPUT": "memory:"})

    def test_a_length_that_is_none(self, processing):
        wrong = make_layer(
            "LineString",
            "from_id:integer, to_id:integer, border_m:string",
            [(line((0, 0), (1, 0)), 1, 2, "long")],
        )
        parameters = {"INPUT": grid(2, 1), "COUNT": 1, "ADJACENCY": wrong, "AREA_ID_FIELD": "id"}
        with pytest.raises(Exception, match="border_m is 'long' in feature 1"):
            processing.run("territory:balance", parameters | {"OUTPUT": "memory:"})

    def test_a_file_with_other_capitals_and_text_ids(self, adjacency, balanced, tmp_path):
        path = str(tmp_path / "edges.csv.geojson")
        adjacency(grid(4, 2), OUTPUT=path)
        edited = QgsVectorLayer(path, "edges", "ogr")
        assert edited.geometryType() == Qgis.GeometryType.Line
        results = balanced(grid(4, 2), COUNT=2, ADJACENCY=edited, AREA_ID_FIELD="id")
        assert sorted(column(results["TERRITORIES"], "areas")) == [4, 4]


class TestSurfacesAsBarriers:
    # 7 8 9      a river between the columns of 1 and 2, 100 m wide
    # 4 5 6
    # 1 2 3
    @staticmethod
    def river(width: float, aside: float = 0.0):
        x, half = EAST + 1000 + aside, width / 2.0
        west, east, south, north = x - half, x + half, NORTH - 500, NORTH + 3500
        ring = f"{west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}"
        return make_layer("Polygon", "n:integer", [(f"Polygon (({ring}))", 1)])

    @pytest.mark.parametrize("width", [10.0, 200.0])
    def test_borders_that_only_touch_it_stay(self, processing, width):
        log = Listener()
        given = {"INPUT": grid(3, 3), "ID_FIELD": "id", "BRIDGE": False, "OUTPUT": "memory:"}
        given["BARRIERS"] = self.river(width)
        found = processing.run("territory:adjacency", given, feedback=log)
        across = {(1, 2), (4, 5), (7, 8)}
        free = {(1, 2), (2, 3), (4, 5), (5, 6), (7, 8), (8, 9)}
        free |= {(n, n + 3) for n in range(1, 7)}
        assert edges(found["OUTPUT"]) == free - across
        assert found["COMPONENT_COUNT"] == 2
        assert "Barriers cut 3 borders of 12." in log.infos

    def test_a_barrier_that_misses_every_border_is_told(self, processing):
        log = Listener()
        given = {"INPUT": grid(3, 3), "BARRIERS": self.river(10.0, 300.0), "OUTPUT": "memory:"}
        assert processing.run("territory:adjacency", given, feedback=log)["EDGE_COUNT"] == 12
        assert any("cut no border" in text and "TOLERANCE" in text for text in log.warnings)

    def test_a_generalised_line_cuts_within_the_snap_distance(self, processing):
        x = EAST + 1030  # 30 m beside the borders
        wall = make_layer(
            "LineString", "n:integer", [(f"LineString ({x} {NORTH - 9}, {x} {NORTH + 3009})", 1)]
        )
        given = {"INPUT": grid(3, 3), "ID_FIELD": "id", "BARRIERS": wall, "BRIDGE": False}
        given |= {"OUTPUT": "memory:", "TOLERANCE": 40.0}
        found = processing.run("territory:adjacency", given, feedback=Listener())
        assert not edges(found["OUTPUT"]) & {(1, 2), (4, 5), (7, 8)}
        assert (2, 3) in edges(found["OUTPUT"])
