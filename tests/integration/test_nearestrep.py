"""territory:nearestrep: the nearest representative, in connected territories."""

from __future__ import annotations

import pytest
from qgis.core import (
    Qgis,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from territory_design.tests.integration.maps import (
    EAST,
    NORTH,
    Listener,
    assert_connected,
    by_id,
    column,
    grid,
    make_layer,
    pairs,
    region,
    representatives,
    spot,
    square,
    table,
)

PAIRS = "origin:string, destination:string"
# Metres and seconds. Straight lines would give 1 and 2 to a, 3 and 4 to b; this says otherwise.
COSTS = {
    ("a", 1): (10, 90),
    ("a", 2): (20, 80),
    ("a", 3): (30, 70),
    ("a", 4): (40, 99),
    ("b", 1): (11, 91),
    ("b", 2): (90, 20),
    ("b", 3): (91, 30),
    ("b", 4): (1, 10),
}


@pytest.fixture
def nearest(processing):
    def call(areas, reps, *, feedback=None, **parameters) -> dict:
        defaults = {"INPUT": areas, "REPS": reps, "REP_ID_FIELD": "rep_id"}
        defaults |= {"OUTPUT": "memory:", "TERRITORIES": "memory:"}
        return processing.run(
            "territory:nearestrep", defaults | parameters, feedback=feedback or Listener()
        )

    return call


def towns(count: int = 5) -> QgsVectorLayer:
    """Representatives in the largest municipalities of the region, named after them."""
    largest = sorted(region().getFeatures(), key=lambda f: -f["pop2018"])[:count]
    rows = [(f.geometry().pointOnSurface(), f["gen"]) for f in largest]
    return make_layer("Point", "rep_id:string", rows)


class TestStraightLines:
    def test_every_area_goes_to_the_nearest(self, nearest):
        areas, reps = region(), towns()
        results = nearest(areas, reps, CONTIGUOUS=False)
        homes = {f["rep_id"]: f.geometry() for f in reps.getFeatures()}
        for feature in results["OUTPUT"].getFeatures():
            middle = feature.geometry().centroid()
            plane = {name: middle.distance(home) for name, home in homes.items()}
            assert feature["territory"] == min(plane, key=plane.get)
            assert feature["distance_m"] == pytest.approx(min(plane.values()), rel=1e-3)

    def test_what_would_be_cut_off_joins_what_it_touches(self, nearest, processing):
        # A comb: 3 lies nearest to b, but only 2 touches it, as b's own area is across a gap.
        #   4 . .
        #   1 2 3     home a in 1, home b in 5, two rows below 3
        #   . . .
        #   . . 5
        places = {1: (0, 0), 2: (1, 0), 3: (2, 0), 4: (0, 1), 5: (2, -1.4)}
        areas = make_layer(
            "Polygon", "id:integer", [(square(*place), number) for number, place in places.items()]
        )
        edges = make_layer(
            "LineString",
            "from_id:integer, to_id:integer",
            [(None, 1, 2), (None, 2, 3), (None, 1, 4), (None, 5, 4)],
        )
        reps = representatives(("a", 0, 0), ("b", 2, -1.4))
        shared = {"ADJACENCY": edges, "AREA_ID_FIELD": "id"}
        torn = nearest(areas, reps, CONTIGUOUS=False, **shared)
        assert by_id(torn["OUTPUT"])[3] == "b"
        joined = nearest(areas, reps, **shared)
        assert by_id(joined["OUTPUT"]) == {1: "a", 2: "a", 3: "a", 4: "a", 5: "b"}

    def test_territories_are_connected_on_real_areas(self, nearest, processing):
        adjacency = processing.run(
            "territory:adjacency", {"INPUT": region(), "ID_FIELD": "ags", "OUTPUT": "memory:"}
        )["OUTPUT"]
        results = nearest(region(), towns(9), WEIGHT_FIELD="pop2018")
        assert_connected(by_id(results["OUTPUT"], key="ags"), pairs(adjacency))
        assert set(column(results["TERRITORIES"], "parts")) == {1}

    def test_territories_carry_the_figures_of_their_areas(self, nearest):
        results = nearest(region(), towns(), WEIGHT_FIELD="pop2018")
        rows = table(results["TERRITORIES"], "territory")
        areas = list(results["OUTPUT"].getFeatures())
        target = sum(f["pop2018"] for f in areas) / len(rows)
        worst = 0.0
        for name, row in rows.items():
            own = [f for f in areas if f["territory"] == name]
            total = sum(f["pop2018"] for f in own)
            assert row["areas"] == len(own)
            assert row["pop2018"] == total
            assert row["deviation_pct"] == pytest.approx(100 * (total / target - 1))
            mean = sum(f["pop2018"] * f["distance_m"] for f in own) / total
            assert row["mean_dist_m"] == pytest.approx(mean)
            assert row["area_km2"] == pytest.approx(sum(f["area_km2"] for f in own), rel=0.02)
            assert 0.0 < row["compactness"] <= 1.0
            worst = max(worst, abs(row["deviation_pct"]))
        assert results["MAX_DEVIATION_PCT"] == pytest.approx(worst)
        assert results["TERRITORY_COUNT"] == len(rows) == 5

    def test_dissolved_territories_cover_their_areas_and_nothing_else(self, nearest):
        results = nearest(region(), towns())
        shapes = {f["territory"]: f.geometry() for f in results["TERRITORIES"].getFeatures()}
        for name, shape in shapes.items():
            own = [f.geometry() for f in results["OUTPUT"].getFeatures() if f["territory"] == name]
            assert shape.area() == pytest.approx(sum(g.area() for g in own), rel=1e-6)
            assert shape.isGeosValid()

    def test_a_representative_nearest_to_nothing_still_gets_the_home_area(self, nearest):
        reps = representatives(("a", 0, 0), ("b", 0.1, 0.1), ("c", 2, 2))
        results = nearest(grid(3, 3), reps)
        assert set(column(results["OUTPUT"], "territory")) == {"a", "b", "c"}

    def test_an_empty_territory_is_told(self, nearest):
        customers = make_layer("Point", "id:integer", [(spot(0, 0), 1), (spot(1, 0), 2)])
        said = Listener()
        results = nearest(
            customers, representatives(("a", 0, 0), ("b", 1, 0), ("far", 30, 30)), feedback=said
        )
        assert results["TERRITORY_COUNT"] == 2
        assert "1 representative is nearest to no area and gets an empty territory: far" in (
            said.warned
        )

    def test_customer_points(self, nearest):
        customers = make_layer(
            "Point", "id:integer, visits:double", [(spot(c, 0), c, 2.0) for c in range(6)]
        )
        results = nearest(
            customers, representatives(("a", 0, 0), ("b", 5, 0)), WEIGHT_FIELD="visits"
        )
        assert list(by_id(results["OUTPUT"]).values()) == ["a"] * 3 + ["b"] * 3
        assert results["TERRITORIES"].wkbType() == Qgis.WkbType.MultiPoint
        assert column(results["TERRITORIES"], "visits") == [6.0, 6.0]

    def test_across_the_antimeridian(self, nearest):
        # Fiji: 179.9° E and 179.9° W are 20 km apart, not the way round the globe.
        customers = make_layer(
            "Point",
            "id:integer",
            [("Point (179.9 -17)", 1), ("Point (-179.9 -17)", 2), ("Point (178 -18)", 3)],
            crs="EPSG:4326",
        )
        reps = make_layer(
            "Point",
            "rep_id:string",
            [("Point (-179.8 -17)", "east"), ("Point (177.9 -18)", "west")],
            crs="EPSG:4326",
        )
        results = nearest(customers, reps)
        assert by_id(results["OUTPUT"]) == {1: "east", 2: "east", 3: "west"}
        assert max(column(results["OUTPUT"], "distance_m")) < 33_000


class TestIds:
    def test_whole_numbers_stay_whole_numbers(self, nearest):
        reps = representatives((30, 0, 0), (7, 2, 2), kind="integer")
        results = nearest(grid(3, 3), reps)
        assert set(column(results["OUTPUT"], "territory")) == {7, 30}
        for name in ("OUTPUT", "TERRITORIES"):
            fields = results[name].fields()
            assert fields.field("territory").typeName() == reps.fields().field("rep_id").typeName()

    def test_without_an_id_field_they_are_numbered(self, nearest):
        reps = representatives(("a", 2, 2), ("b", 0, 0))
        results = nearest(grid(3, 3), reps, REP_ID_FIELD=None)
        of_area = by_id(results["OUTPUT"])
        assert (of_area[9], of_area[1]) == (1, 2)

    @pytest.mark.parametrize("name", ["territory", "Territory", "TERRITORY"])
    def test_an_older_territory_moves_aside(self, nearest, name):
        areas = grid(3, 3, f"id:integer, {name}:string", lambda n: (n, f"old{n}"))
        results = nearest(areas, representatives(("a", 0, 0), ("b", 2, 2)))
        assert results["OUTPUT"].fields().names() == [
            *("id", "territory", "territory_before", "distance_m")
        ]
        for row in table(results["OUTPUT"], "id").values():
            assert row["territory_before"] == f"old{row['id']}"
            assert row["territory"] in ("a", "b")

    def test_only_the_last_territory_is_kept(self, nearest):
        areas = grid(
            3, 3, "territory_before:string, id:integer, territory:string", lambda n: ("x", n, "y")
        )
        output = nearest(areas, representatives(("a", 0, 0), ("b", 2, 2)))["OUTPUT"]
        assert output.fields().names() == ["id", "territory", "territory_before", "distance_m"]
        assert set(column(output, "territory_before")) == {"y"}

    def test_attributes_and_geometry_pass_through(self, nearest):
        areas = region()
        before = {f["ags"]: f for f in areas.getFeatures()}
        output = nearest(areas, towns())["OUTPUT"]
        assert output.featureCount() == 55
        for feature in output.getFeatures():
            original = before[feature["ags"]]
            assert feature.geometry().equals(original.geometry())
            for name in areas.fields().names():
                assert feature[name] == original[name]

    def test_selected_features_only(self, nearest):
        areas, reps = grid(4, 1), representatives(("a", 0, 0), ("b", 3, 0), ("c", 1, 0))
        QgsProject.instance().addMapLayers([areas, reps])
        try:
            areas.selectByExpression("id in (2, 3)")
            reps.selectByExpression("rep_id <> 'c'")
            chosen = [QgsProcessingFeatureSourceDefinition(x.id(), True) for x in (areas, reps)]
            assert by_id(nearest(*chosen)["OUTPUT"]) == {2: "a", 3: "b"}
        finally:
            QgsProject.instance().removeMapLayers([areas.id(), reps.id()])


class TestCostMatrix:
    def areas(self):
        return grid(4, 1)

    def reps(self):
        return representatives(("a", 0, 0), ("b", 3, 0))

    def matrix(self, *, turned=False, quantities="distance_m time_s", leave_out=()):
        names = quantities.split()
        rows = []
        for (home, area), costs in COSTS.items():
            if (home, area) not in leave_out:
                ends = (str(area), home) if turned else (home, str(area))
                known = dict(zip(("distance_m", "time_s"), costs))
                rows.append((None, *ends, *(float(known[name]) for name in names)))
        fields = ", ".join([PAIRS, *(f"{name}:double" for name in names)])
        return make_layer("NoGeometry", fields, rows, crs="")

    def run(self, nearest, matrix, **parameters):
        parameters = {
            "COST_MATRIX": matrix,
            "AREA_ID_FIELD": "id",
            "CONTIGUOUS": False,
        } | parameters
        return nearest(self.areas(), self.reps(), **parameters)

    def test_times_come_before_distances(self, nearest):
        results = self.run(nearest, self.matrix())
        assert by_id(results["OUTPUT"]) == {1: "a", 2: "b", 3: "b", 4: "b"}
        # Distances stay distances.
        assert by_id(results["OUTPUT"], "distance_m") == {1: 10, 2: 90, 3: 91, 4: 1}

    def test_trips_of_people_whom_it_does_not_name_begin_in_their_areas(self, nearest):
        """Rows of areas 1 and 4, in which a and b live, to the others; area 2 helps nobody."""
        rows = [
            (None, str({"a": 1, "b": 4}[home]), str(area), *map(float, costs))
            for (home, area), costs in COSTS.items()
            if (home, area) not in {("a", 1), ("b", 4)}
        ] + [(None, "2", str(area), 0.0, 0.0) for area in range(1, 5)]
        fields = f"{PAIRS}, distance_m:double, time_s:double"
        said = Listener()
        own = self.run(nearest, make_layer("NoGeometry", fields, rows, crs=""), feedback=said)
        assert by_id(own["OUTPUT"]) == {1: "a", 2: "b", 3: "b", 4: "b"}
        # Nobody travels to one's own area.
        assert by_id(own["OUTPUT"], "distance_m") == {1: 0, 2: 90, 3: 91, 4: 0}
        assert "does not name the representatives" in " ".join(said.infos)

    def test_distances_where_there_are_no_times(self, nearest):
        results = self.run(nearest, self.matrix(quantities="distance_m"))
        assert by_id(results["OUTPUT"]) == {1: "a", 2: "a", 3: "a", 4: "b"}
        assert results["MEAN_DISTANCE_M"] == pytest.approx((10 + 20 + 30 + 1) / 4)

    def test_times_alone_leave_distances_to_straight_lines(self, nearest):
        results = self.run(nearest, self.matrix(quantities="time_s"))
        assert by_id(results["OUTPUT"]) == {1: "a", 2: "b", 3: "b", 4: "b"}
        assert by_id(results["OUTPUT"], "distance_m")[2] == pytest.approx(2000 / 0.9996, rel=1e-4)

    def test_either_direction(self, nearest):
        there, back = (
            self.run(nearest, self.matrix(turned=turned))["OUTPUT"] for turned in (False, True)
        )
        assert by_id(there) == by_id(back)

    def test_ids_of_both_sides_may_be_alike(self, nearest):
        # Homes 1 and 2, areas 1 to 4: the pair (1, 2) is not the pair (2, 1).
        reps = representatives((1, 0, 0), (2, 3, 0), kind="integer")
        rows = [
            (None, str("ab".index(home) + 1), str(area), float(time))
            for (home, area), (_, time) in COSTS.items()
        ]
        matrix = make_layer("NoGeometry", f"{PAIRS}, time_s:double", rows, crs="")
        parameters = {"COST_MATRIX": matrix, "AREA_ID_FIELD": "id", "CONTIGUOUS": False}
        results = nearest(self.areas(), reps, **parameters)
        assert by_id(results["OUTPUT"]) == {1: 1, 2: 2, 3: 2, 4: 2}

    def test_a_csv_file_in_which_all_is_text(self, nearest, tmp_path):
        path = tmp_path / "costs.csv"
        lines = ["origin,destination,time_s"]
        lines += [f"{home},{area},{time}" for (home, area), (_, time) in COSTS.items()]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        results = self.run(nearest, QgsVectorLayer(str(path), "costs", "ogr"))
        assert by_id(results["OUTPUT"]) == {1: "a", 2: "b", 3: "b", 4: "b"}

    def test_missing_pairs_are_named(self, nearest):
        matrix = self.matrix(leave_out={("b", 2), ("a", 4)})
        with pytest.raises(Exception, match=r"lacks 2 of 8 pairs") as refused:
            self.run(nearest, matrix)
        assert "a → 4" in str(refused.value)
        assert "b → 2" in str(refused.value)

    def test_a_matrix_without_any_way_is_refused_as_elsewhere(self, nearest):
        rows = [(None, home, str(area), None) for home, area in COSTS]
        matrix = make_layer("NoGeometry", f"{PAIRS}, time_s:double", rows, crs="")
        with pytest.raises(Exception, match=r"no area can be reached from any home .all costs"):
            self.run(nearest, matrix)

    def test_no_way_is_not_a_missing_pair(self, nearest):
        rows = [
            (None, home, str(area), None if area == 3 else float(time))
            for (home, area), (_, time) in COSTS.items()
        ]
        said = Listener()
        matrix = make_layer("NoGeometry", f"{PAIRS}, time_s:double", rows, crs="")
        results = self.run(nearest, matrix, feedback=said)
        assert by_id(results["OUTPUT"])[3] is None
        assert by_id(results["OUTPUT"], "distance_m")[3] is None
        assert "1 area is reached by no representative" in said.warned

    @pytest.mark.parametrize(
        ("fields", "row", "words"),
        [
            ("von:string, nach:string, time_s:double", ("a", "1", 1.0), "no columns 'origin'"),
            (PAIRS, ("a", "1"), "distance_m or time_s"),
            (
                f"{PAIRS}, time_s:string",
                ("a", "1", "soon"),
                "'time_s' holds texts, which are not numbers in 1 feature .1: “soon”",
            ),
            (f"{PAIRS}, time_s:double", ("a", "1", -1.0), "negative time_s"),
        ],
    )
    def test_tables_that_are_no_cost_matrix(self, nearest, fields, row, words):
        matrix = make_layer("NoGeometry", fields, [(None, *row)], crs="")
        with pytest.raises(Exception, match=words):
            self.run(nearest, matrix)


class TestFormats:
    def test_numbers_are_plain(self, nearest):
        results = nearest(grid(3, 3), representatives(("a", 0, 0), ("b", 2, 2)))
        assert type(results["TERRITORY_COUNT"]) is int
        assert type(results["MAX_DEVIATION_PCT"]) is float
        assert type(results["MEAN_DISTANCE_M"]) is float

    @pytest.mark.parametrize("extension", ["gpkg", "shp", "geojson", "csv", "fgb"])
    def test_files(self, nearest, tmp_path, extension):
        areas, territories = (str(tmp_path / f"{name}.{extension}") for name in ("areas", "terr"))
        said = Listener()
        nearest(
            region(),
            towns(),
            WEIGHT_FIELD="pop2018",
            OUTPUT=areas,
            TERRITORIES=territories,
            feedback=said,
        )
        expected = by_id(nearest(region(), towns())["OUTPUT"], key="ags")
        written = QgsVectorLayer(areas, "areas", "ogr")
        assert by_id(written, key="ags") == expected
        dissolved = QgsVectorLayer(territories, "territories", "ogr")
        assert set(column(dissolved, "territory")) == set(expected.values())
        total = sum(float(value) for value in column(dissolved, "pop2018"))
        assert total == sum(column(region(), "pop2018"))

    def test_several_layers_in_one_geopackage(self, nearest, tmp_path):
        package = tmp_path / "plan.gpkg"
        names = ("OUTPUT", "TERRITORIES")
        targets = {
            name: f"ogr:dbname='{package}' table=\"{name.lower()}\" (geom)" for name in names
        }
        nearest(region(), towns(), **targets)
        for name, count in zip(names, (55, 5)):
            layer = QgsVectorLayer(f"{package}|layername={name.lower()}", name, "ogr")
            assert layer.featureCount() == count

    @pytest.mark.parametrize("kind", ["PolygonZ", "MultiPolygonZM", "CurvePolygon"])
    @pytest.mark.parametrize("target", ["memory:", "gpkg"])
    def test_every_kind_of_polygon(self, nearest, tmp_path, kind, target):
        rows = []
        for number in range(1, 10):
            geometry = QgsGeometry.fromWkt(square((number - 1) % 3, (number - 1) // 3))
            if kind.startswith("Multi"):
                geometry.convertToMultiType()
            if "Z" in kind:
                geometry.get().addZValue(float(number))
            if kind.endswith("ZM"):
                geometry.get().addMValue(1.0)
            if kind == "CurvePolygon":
                geometry = QgsGeometry(geometry.constGet().toCurveType())
            rows.append((geometry, number))
        areas = make_layer(kind, "id:integer", rows)
        targets = {
            name: target if target == "memory:" else str(tmp_path / f"{name}.gpkg")
            for name in ("OUTPUT", "TERRITORIES")
        }
        results = nearest(areas, representatives(("a", 0, 0), ("b", 2, 2)), **targets)
        output, territories = (
            layer if target == "memory:" else QgsVectorLayer(layer, "x", "ogr")
            for layer in (results["OUTPUT"], results["TERRITORIES"])
        )
        before = {f["id"]: f.geometry() for f in areas.getFeatures()}
        for feature in output.getFeatures():
            assert feature.geometry().asWkt(3) == before[feature["id"]].asWkt(3)
        assert territories.featureCount() == 2
        assert sum(f.geometry().area() for f in territories.getFeatures()) == pytest.approx(9e6)

    def test_the_order_of_features_does_not_matter(self, nearest):
        areas = list(region().getFeatures())
        fields = "ags:string, pop2018:double"

        def shuffled(step):
            order = [(i * step) % len(areas) for i in range(len(areas))]
            rows = [(areas[i].geometry(), areas[i]["ags"], areas[i]["pop2018"]) for i in order]
            return make_layer("MultiPolygon", fields, rows)

        one, other = (
            by_id(nearest(shuffled(step), towns(9))["OUTPUT"], key="ags") for step in (1, 7)
        )
        assert one == other


def test_a_point_on_the_border_of_two_areas_is_at_home_in_one(nearest):
    reps = make_layer(
        "Point",
        "rep_id:string",
        [
            (QgsGeometry.fromPointXY(QgsPointXY(EAST + 1000, NORTH + 500)), "border"),
            (spot(2, 0), "b"),
        ],
    )
    results = nearest(grid(3, 1), reps)
    assert set(column(results["OUTPUT"], "territory")) == {"border", "b"}
    assert QgsFeature(next(results["TERRITORIES"].getFeatures())).isValid()


def test_a_hundred_customers_with_no_area_at_all(nearest):
    # An index over the areas of points holds nothing; boxes of nothing ended QGIS from 71 on.
    customers = make_layer(
        "Point", "id:integer", [(spot(i % 10, i // 10), i + 1) for i in range(100)]
    )
    results = nearest(customers, representatives(("a", 0, 0), ("b", 9, 9)))
    found = by_id(results["OUTPUT"])
    assert [found[1], found[100]] == ["a", "b"]
    assert len(found) == 100
