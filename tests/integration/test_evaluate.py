"""territory:evaluate: figures of any plan, held against QGIS's own geometry and SQL."""

from __future__ import annotations

import json
import math

import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsGraduatedSymbolRenderer,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)
from territory_design.core.libraries import is_installed
from territory_design.tests.integration.independent import (
    centre,
    ellipsoidal,
    enclosed,
    foreign_share,
    members,
    query,
    shared_borders,
    transformed,
    union,
)
from territory_design.tests.integration.maps import (
    EAST,
    NORTH,
    REGION,
    UTM32,
    Listener,
    by_id,
    column,
    grid,
    make_layer,
    parts,
    refusal,
    region,
    representatives,
    run_into_project,
    spot,
    square,
    table,
)

EVALUATE = "territory:evaluate"
PLAN = "id:integer, territory:string, weight:double"
ODD_NAMES = ("<b>bold</b> & co", 'O\'Neil "Bob"', "🚜 Süd", "مرحبا")


@pytest.fixture
def evaluate(processing):
    def call(areas, *, feedback=None, **parameters) -> dict:
        defaults = {"INPUT": areas, "OUTPUT": "memory:", "TERRITORIES": "memory:"}
        return processing.run(EVALUATE, defaults | parameters, feedback=feedback or Listener())

    return call


@pytest.fixture
def project():
    """The project, empty before and after the test."""
    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


def drawn(rows: str, weight=lambda _: 1.0, fields: str = PLAN) -> QgsVectorLayer:
    """Squares from a drawing, the top row is the northernmost; "." has no territory.

    Numbered from 1, row by row from the south-west.
    """
    lines = rows.split()[::-1]
    wide = len(lines[0])
    letters = "".join(lines)

    def values(number: int) -> tuple:
        letter = letters[number - 1]
        return number, None if letter == "." else letter, weight(number)

    return grid(wide, len(lines), fields, values)


def towns(count: int = 4) -> QgsVectorLayer:
    """Homes in the largest municipalities of the region, named R0, R1, …"""
    largest = sorted(region().getFeatures(), key=lambda f: -f["pop2018"])[:count]
    rows = [(f.geometry().pointOnSurface(), f"R{i}") for i, f in enumerate(largest)]
    return make_layer("Point", "rep_id:string", rows)


def messy_region() -> QgsVectorLayer:
    """The region by the nearest of four towns, one municipality in seven by the second nearest."""
    layer = region()
    homes = {f["rep_id"]: f.geometry() for f in towns().getFeatures()}
    rows = []
    for number, feature in enumerate(layer.getFeatures()):
        middle = feature.geometry().centroid()
        ranked = sorted(homes, key=lambda name: middle.distance(homes[name]))
        owner = ranked[1] if number % 7 == 3 else ranked[0]
        rows.append((feature.geometry(), feature["ags"], owner, float(feature["farms_synth"])))
    return make_layer("MultiPolygon", "ags:string, territory:string, farms:double", rows)


@pytest.fixture(scope="module")
def judged(loaded_plugin, tmp_path_factory):
    """The messy region in metres and in degrees: outputs, written to GeoPackages."""
    import processing

    results = {}
    for name, crs in (("metres", UTM32), ("degrees", "EPSG:4258")):
        folder = tmp_path_factory.mktemp(name)
        layer = transformed(messy_region(), QgsCoordinateReferenceSystem(crs))
        results[name] = processing.run(
            EVALUATE,
            {
                "INPUT": layer,
                "BALANCE_FIELDS": ["farms"],
                "REPS": towns(),
                "REP_ID_FIELD": "rep_id",
                "OUTPUT": str(folder / "areas.gpkg"),
                "TERRITORIES": str(folder / "territories.gpkg"),
            },
            feedback=Listener(),
        )
    return results


@pytest.fixture(params=["metres", "degrees"])
def figures(request, judged):
    """Outputs, areas and territories of one of the two runs."""
    outputs = judged[request.param]
    layers = [QgsVectorLayer(outputs[name], name, "ogr") for name in ("OUTPUT", "TERRITORIES")]
    return outputs, layers[0], table(layers[1], "territory")


class TestAgainstQgis:
    def test_totals_by_sql(self, judged):
        outputs = judged["metres"]
        rows = query(
            outputs["OUTPUT"],
            "SELECT territory, COUNT(*), SUM(farms), SUM(farms > 0),"
            " SUM(farms * distance_m) / SUM(farms), MAX(distance_m),"
            " SUM(CASE WHEN farms > 0 THEN distance_m END) FROM areas GROUP BY territory",
        )
        target = sum(row[2] for row in rows) / len(rows)
        found = table(QgsVectorLayer(outputs["TERRITORIES"], "t", "ogr"), "territory")
        assert len(rows) == len(found) == outputs["TERRITORY_COUNT"] == 4
        for name, count, total, visited, mean, longest, travel in rows:
            row = found[name]
            assert (row["areas"], row["visited"]) == (count, visited)
            assert row["farms"] == total
            assert row["target"] == pytest.approx(target)
            assert row["deviation"] == pytest.approx(total - target)
            assert row["deviation_pct"] == pytest.approx(100 * (total / target - 1))
            assert row["mean_dist_m"] == pytest.approx(mean)
            assert row["max_dist_m"] == pytest.approx(longest)
            assert row["travel_m"] == pytest.approx(travel)
        totals = [row[2] for row in rows]
        off = [total / target - 1 for total in totals]
        assert outputs["MAX_DEVIATION_PCT"] == pytest.approx(100 * max(map(abs, off)))
        assert outputs["MEAN_ABS_DEVIATION_PCT"] == pytest.approx(100 * sum(map(abs, off)) / 4)
        sigma = 100 * math.sqrt(sum(value**2 for value in off) / 4)
        assert outputs["SIGMA_PCT"] == pytest.approx(sigma)
        assert outputs["CV_PCT"] == pytest.approx(sigma), "targets are equal"
        assert outputs["MAX_MIN_RATIO"] == pytest.approx(max(totals) / min(totals))
        differences = sum(abs(one - other) for one in totals for other in totals)
        assert outputs["GINI"] == pytest.approx(differences / (2 * 16 * target))
        assert outputs["LOWER_BOUND_PCT"] <= outputs["MAX_DEVIATION_PCT"]
        assert outputs["TOTAL_DISTANCE_M"] == pytest.approx(sum(row[6] for row in rows))

    def test_ground_outline_and_shape(self, figures):
        _, areas, rows = figures
        measure = ellipsoidal(areas)
        to_metres = QgsCoordinateReferenceSystem(UTM32)
        plane = transformed(areas, to_metres)
        shapes = {name: union(own) for name, own in members(plane.getFeatures()).items()}
        for name, own in members(areas.getFeatures()).items():
            shape, row = union(own), rows[name]
            assert row["area_km2"] == pytest.approx(measure.measureArea(shape) / 1e6, rel=1e-6)
            outline = measure.measurePerimeter(shape)
            assert row["perimeter_km"] == pytest.approx(outline / 1e3, rel=1e-6)
            roundness = 4 * math.pi * measure.measureArea(shape) / outline**2
            assert row["compactness"] == pytest.approx(roundness, rel=1e-6)
            _, _, radius = shapes[name].minimalEnclosingCircle(72)
            circle = math.pi * radius**2
            assert row["reock"] == pytest.approx(shapes[name].area() / circle, rel=5e-3)
            points = [p.asPoint() for p in map(QgsGeometry.fromPointXY, _spread(shapes[name]))]
            middle = shapes[name].centroid().asPoint()
            squared = sum(p.sqrDist(middle) for p in points) / len(points)
            inertia = shapes[name].area() / (2 * math.pi * squared)
            assert row["inertia"] == pytest.approx(inertia, rel=0.03)

    def test_parts_and_borders(self, figures):
        outputs, areas, rows = figures
        measure = ellipsoidal(areas)
        shapes = {name: union(own) for name, own in members(areas.getFeatures()).items()}
        edges = shared_borders(list(areas.getFeatures()), "ags")
        for name, own in members(areas.getFeatures()).items():
            assert rows[name]["parts"] == parts(edges, [f["ags"] for f in own])
            inside = enclosed(shapes[name], list(areas.getFeatures()))
            assert rows[name]["holes"] == sum(len(owners) == 1 for owners in inside)
        assert outputs["PARTS"] == sum(row["parts"] for row in rows.values()) > 4
        everything = measure.measurePerimeter(union(areas.getFeatures()))
        outlines = sum(measure.measurePerimeter(shape) for shape in shapes.values())
        assert outputs["BORDER_LENGTH_M"] == pytest.approx((outlines - everything) / 2, rel=1e-3)

    def test_travel_and_overlap(self, figures):
        outputs, areas, _ = figures
        measure = ellipsoidal(areas)
        homes = transformed_points(towns(), areas.crs())
        for feature in areas.getFeatures():
            trip = measure.measureLine(centre(feature), homes[feature["territory"]])
            assert feature["distance_m"] == pytest.approx(trip, rel=1e-5, abs=0.5)
        share = foreign_share(list(areas.getFeatures()), measure)
        assert outputs["OVERLAP_PCT"] == pytest.approx(share, rel=5e-3)
        assert share > 1.0

    def test_second_best_by_trying(self, figures):
        """Every move to a territory that an area touches, worked out from scratch."""
        _, areas, _ = figures
        features = list(areas.getFeatures())
        weight = {f["ags"]: f["farms"] for f in features}
        owner = {f["ags"]: f["territory"] for f in features}
        assert sum(f["second_best"] is not None for f in features) > 20
        for feature in features:
            own, other = feature["territory"], feature["second_best"]
            near = {
                f["territory"]
                for f in features
                if f["territory"] != own and f.geometry().intersects(feature.geometry())
            }
            if not near:
                assert other is None or str(other) == "NULL"
                assert feature["firmness"] == "inside"
                continue
            assert other in near
            before, after = (
                worst(owner | moved, weight) for moved in ({}, {feature["ags"]: other})
            )
            assert feature["move_deviation_pct"] == pytest.approx(after - before, abs=1e-9)


def _spread(shape: QgsGeometry) -> list:
    return shape.randomPointsInPolygon(4000, 1)


def transformed_points(layer: QgsVectorLayer, crs) -> dict:
    """Places by ``rep_id`` in another reference system."""
    from qgis.core import QgsCoordinateTransform

    transform = QgsCoordinateTransform(layer.crs(), crs, QgsProject.instance())
    return {f["rep_id"]: transform.transform(f.geometry().asPoint()) for f in layer.getFeatures()}


def worst(owner: dict, weight: dict) -> float:
    """Worst deviation in percent of a plan."""
    totals = dict.fromkeys(set(owner.values()), 0.0)
    for area, name in owner.items():
        totals[name] += weight[area]
    target = sum(weight.values()) / len(totals)
    return max(abs(total / target - 1) for total in totals.values()) * 100


class TestDrawings:
    def test_an_enclave_is_a_hole_of_the_other(self, evaluate):
        plan = drawn("aaaaa abaaa aaabb bbbbb")
        results = evaluate(plan)
        rows = table(results["TERRITORIES"], "territory")
        assert (rows["b"]["enclaves"], rows["a"]["holes"]) == (1, 1)
        assert (rows["a"]["enclaves"], rows["b"]["holes"]) == (0, 0)
        assert (results["ENCLAVES"], results["PARTS"]) == (1, 3)

    def test_exclaves_are_told_and_not_refused(self, evaluate):
        said = Listener()
        results = evaluate(drawn("aabba aabba"), feedback=said)
        assert by_id(results["OUTPUT"])[5] == "a"
        assert results["PARTS"] == 3
        assert "1 territory is not connected: a" in said.warned
        # Six and four squares where five were even.
        assert any(
            one.startswith("Worst deviation from the target: 20.0 % (a); no plan can be below")
            for one in said.infos
        )
        assert any(one.startswith("Mean trip: ") for one in said.infos)

    def test_nothing_is_moved_and_nothing_is_lost(self, evaluate):
        plan = make_layer(
            "Polygon",
            f"{PLAN}, territory_before:string",
            [(square(n, 0), n, "ab"[n // 2], 1.0, "old") for n in range(4)]
            + [(None, 9, "a", 1.0, "old")],
        )
        output = evaluate(plan)["OUTPUT"]
        assert output.fields().names()[:4] == ["id", "weight", "territory_before", "territory"]
        assert by_id(output) == {0: "a", 1: "a", 2: "b", 3: "b", 9: None}
        assert set(column(output, "territory_before")) == {"old"}

    def test_another_field_moves_the_territory_aside(self, evaluate):
        plan = grid(2, 1, "id:integer, territory:string, hand:integer", lambda n: (n, "x", n))
        output = evaluate(plan, TERRITORY_FIELD="hand")["OUTPUT"]
        assert by_id(output) == {1: 1, 2: 2}
        assert set(column(output, "territory_before")) == {"x"}

    def test_rules_that_forbid_moves(self, evaluate):
        fields = f"{PLAN}, fixed:integer, district:string"
        letters = "aaabbb"

        def values(number: int) -> tuple:
            return number, letters[number - 1], 1.0, int(number == 3), "d" if number > 3 else None

        def reasons(**parameters) -> dict:
            output = evaluate(grid(6, 1, fields, values), **parameters)["OUTPUT"]
            return by_id(output, "move_forbidden")

        assert set(reasons().values()) == {None}
        assert reasons(LOCKED='"fixed" = 1')[3] == "The area is locked."
        assert reasons(TOGETHER_FIELD="district")[4] == "It stays together with other areas."
        assert "deviate more" in reasons(MAX_DEVIATION=10)[3]
        people = {"REPS": representatives(("a", 2, 0), ("b", 5, 0)), "REP_ID_FIELD": "rep_id"}
        assert reasons(**people)[3] == "The representative lives here."
        assert reasons(**people, HOME_INSIDE=False)[3] is None
        far = {"REPS": representatives(("a", 0, 0), ("b", 5, 0)), "REP_ID_FIELD": "rep_id"}
        assert reasons(**far, MAX_DISTANCE=2500)[4] == "It would be too far from the home."
        assert "locked" in reasons(LOCKED_TERRITORIES=["b"])[3]
        row = grid(3, 2, PLAN, lambda n: (n, "aaabbb"[n - 1], 1.0))
        cut = evaluate(row)["OUTPUT"]
        assert by_id(cut, "move_forbidden")[2] == "Its territory would fall into parts."
        assert by_id(cut, "firmness")[2] == "held"
        assert by_id(evaluate(row, CONTIGUOUS=False)["OUTPUT"], "move_forbidden")[2] is None

    def test_shares_of_representatives(self, evaluate):
        people = make_layer(
            "Point", "rep_id:string, share:double", [(spot(0, 0), "a", 1.0), (spot(3, 0), "b", 3.0)]
        )
        results = evaluate(drawn("abbb"), REPS=people, REP_ID_FIELD="rep_id", TARGET_FIELD="share")
        assert results["MAX_DEVIATION_PCT"] == pytest.approx(0.0)
        rows = table(results["TERRITORIES"], "territory")
        assert (rows["a"]["target"], rows["b"]["target"]) == (1.0, 3.0)

    def test_several_fields(self, evaluate):
        plan = grid(2, 1, "id:integer, territory:string, x:double, y:double", _two_fields)
        results = evaluate(plan, BALANCE_FIELDS=["x", "y"])
        rows = table(results["TERRITORIES"], "territory")
        assert rows["a"]["x_deviation"] == pytest.approx(-1.0)
        assert rows["a"]["y_pct"] == pytest.approx(50.0)
        assert abs(rows["a"]["deviation_pct"]) == pytest.approx(50.0)

    def test_travel_by_a_matrix_with_times(self, evaluate):
        rows = [
            (None, home, str(area), 1000.0 * area, 3600.0 * area)
            for home in "ab"
            for area in (1, 2, 3, 4)
        ]
        matrix = make_layer(
            "NoGeometry",
            "origin:string, destination:string, distance_m:double, time_s:double",
            rows,
            crs="",
        )
        people = {"REPS": representatives(("a", 0, 0), ("b", 3, 0)), "REP_ID_FIELD": "rep_id"}
        shared = {"COST_MATRIX": matrix, "AREA_ID_FIELD": "id"} | people
        results = evaluate(drawn("aabb"), **shared)
        found = table(results["TERRITORIES"], "territory")
        assert (found["a"]["travel_h"], found["b"]["travel_h"]) == (3.0, 7.0)
        assert found["b"]["max_time_s"] == 4 * 3600.0
        assert results["MEAN_TIME_S"] == pytest.approx(2.5 * 3600.0)
        assert results["TOTAL_TIME_S"] == pytest.approx(10 * 3600.0)
        assert results["TOTAL_DISTANCE_M"] == pytest.approx(10_000.0)
        often = evaluate(drawn("aabb", weight=float), TRIPS_FIELD="weight", **shared)["TERRITORIES"]
        assert table(often, "territory")["a"]["travel_h"] == 1.0 + 2 * 2.0

    def test_customers(self, evaluate):
        rows = [(spot(n, 0), n, "a" if n < 6 else "b", 1.0) for n in range(12)]
        apart = make_layer("Point", PLAN, rows)
        results = evaluate(apart)
        # Of the five nearest of each customer those beyond the border, worked out by hand.
        foreign = sum(sum((other < 6) != (n < 6) for other in _five_nearest(n)) for n in range(12))
        assert results["OVERLAP_PCT"] == pytest.approx(100 * foreign / 60)
        assert by_id(results["OUTPUT"], "second_best")[0] == "b"
        assert "compactness" not in results["TERRITORIES"].fields().names()


def _two_fields(number: int) -> tuple:
    return number, "ab"[number - 1], [1.0, 3.0][number - 1], [3.0, 1.0][number - 1]


def _five_nearest(number: int) -> list[int]:
    others = [n for n in range(12) if n != number]
    return sorted(others, key=lambda n: (abs(n - number), n))[:5]


class TestCancelling:
    """What is worked out again in seconds is not worth waiting for: nothing is written."""

    def test_before_the_layers(self, evaluate, tmp_path):
        said = Listener()
        said.progressChanged.connect(lambda done: said.cancel() if done == 85.0 else None)
        with pytest.raises(QgsProcessingException, match="nothing was written"):
            evaluate(drawn("aabb"), feedback=said, OUTPUT=str(tmp_path / "areas.gpkg"))
        assert said.isCanceled()
        assert not list(tmp_path.iterdir())

    def test_between_features(self, evaluate, tmp_path, monkeypatch):
        from territory_design.processing_provider.outputs.judge.firmness import FirmnessTable
        from territory_design.processing_provider.outputs.writing import layer_writer

        monkeypatch.setattr(layer_writer, "_UNASKED_S", -1.0)  # these few take no time
        said, whole, made = Listener(), FirmnessTable.features, []

        def features(self):
            for feature in whole(self):
                made.append(feature)
                if len(made) == 2:
                    said.cancel()
                yield feature

        monkeypatch.setattr(FirmnessTable, "features", features)
        with pytest.raises(QgsProcessingException, match="nothing was written"):
            evaluate(drawn("aabb"), feedback=said, OUTPUT=str(tmp_path / "areas.gpkg"))
        assert len(made) == 2
        assert not list(tmp_path.iterdir())


class TestBadInput:
    def test_no_plan_at_all(self, processing, tmp_path):
        text = refusal(EVALUATE, {"INPUT": drawn("..")}, tmp_path)
        assert "“Field with the territory” (TERRITORY_FIELD): 'territory' is empty in all 2" in text

    def test_no_such_field(self, processing, tmp_path):
        text = refusal(EVALUATE, {"INPUT": REGION, "TERRITORY_FIELD": "gebiet"}, tmp_path)
        assert "no field 'gebiet'" in text
        assert "pop2018" in text

    def test_one_territory(self, evaluate):
        results = evaluate(drawn("aa aa"))
        assert (results["TERRITORY_COUNT"], results["PARTS"]) == (1, 1)
        assert results["MAX_DEVIATION_PCT"] == results["OVERLAP_PCT"] == 0.0
        assert set(column(results["OUTPUT"], "firmness")) == {"inside"}

    def test_one_feature(self, evaluate):
        results = evaluate(drawn("a"))
        (row,) = table(results["TERRITORIES"], "territory").values()
        assert row["areas"] == 1
        assert row["compactness"] == pytest.approx(math.pi / 4, rel=1e-3)
        assert row["reock"] == pytest.approx(2 / math.pi, rel=1e-3)
        assert row["inertia"] == pytest.approx(3 / math.pi, rel=1e-3)
        customer = make_layer("Point", PLAN, [(spot(0, 0), 1, "a", 1.0)])
        assert evaluate(customer)["PARTS"] == 1

    def test_all_weights_zero(self, evaluate):
        said = Listener()
        nothing = drawn("aabb", weight=lambda _: 0.0)
        results = evaluate(nothing, feedback=said, BALANCE_FIELDS=["weight"])
        assert results["MAX_DEVIATION_PCT"] == 0.0
        assert "'weight' is 0 in every feature. Nothing can be divided by it" in said.warned
        said = Listener()
        evaluate(
            drawn("aabb", weight=lambda n: float(n == 1)), feedback=said, BALANCE_FIELDS=["weight"]
        )
        assert "is 0 in every feature" not in said.warned

    def test_nulls_blanks_and_mixed_spellings(self, evaluate):
        values = [None, "", "  ", "7", " 7", "8 ", "8"]
        plan = grid(7, 1, PLAN, lambda n: (n, values[n - 1], 1.0))
        said = Listener()
        results = evaluate(plan, feedback=said)
        assert list(by_id(results["OUTPUT"]).values()) == [None, None, None, *"7788"]
        assert (results["TERRITORY_COUNT"], results["UNASSIGNED"]) == (2, 3)
        assert "3 areas have no territory in 'territory'" in said.warned

    def test_numbers_and_representatives_with_texts(self, evaluate):
        plan = grid(3, 1, "id:integer, territory:double", lambda n: (n, [1.0, 2.0, 9.0][n - 1]))
        people = {"REPS": representatives(("1", 0, 0), ("2", 1, 0)), "REP_ID_FIELD": "rep_id"}
        said = Listener()
        results = evaluate(plan, feedback=said, **people)
        assert list(by_id(results["OUTPUT"]).values()) == ["1", "2", "9"]
        assert "1 territory has no representative in “Representatives” (REPS)" in said.warned
        assert by_id(results["OUTPUT"], "distance_m")[3] is None

    def test_points_and_polygons_mixed_up(self, processing, tmp_path):
        mixed = tmp_path / "mixed.geojson"
        shapes = (("Point", [9.0, 49.0]), ("Polygon", [[[9, 49], [9.1, 49], [9.1, 49.1], [9, 49]]]))
        features = [
            {
                "type": "Feature",
                "properties": {"territory": kind},
                "geometry": {"type": kind, "coordinates": coordinates},
            }
            for kind, coordinates in shapes
        ]
        mixed.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
        folder = tmp_path / "out"
        folder.mkdir()
        text = refusal(EVALUATE, {"INPUT": str(mixed)}, folder)
        assert "(INPUT) holds areas, but 1 feature has no polygon" in text

    def test_homes_in_another_reference_system(self, evaluate):
        people = make_layer("Point", "rep_id:string", [("Point (9.0 49.65)", "a")], crs="EPSG:4326")
        results = evaluate(drawn("a"), REPS=people, REP_ID_FIELD="rep_id")
        assert results["MEAN_DISTANCE_M"] == pytest.approx(
            math.hypot(500.0, by_hand_northing()), rel=0.02
        )

    def test_a_matrix_that_misses_pairs(self, processing, tmp_path):
        matrix = make_layer(
            "NoGeometry",
            "origin:string, destination:string, time_s:double",
            [(None, "a", "1", 1.0), (None, "b", "2", 1.0)],
            crs="",
        )
        text = refusal(
            EVALUATE,
            {
                "INPUT": drawn("ab"),
                "REPS": representatives(("a", 0, 0), ("b", 1, 0)),
                "REP_ID_FIELD": "rep_id",
                "COST_MATRIX": matrix,
                "AREA_ID_FIELD": "id",
            },
            tmp_path,
        )
        assert "lacks 2 of 4 pairs: a → 2, b → 1" in text

    def test_shares_without_representatives(self, processing, tmp_path):
        text = refusal(EVALUATE, {"INPUT": drawn("ab"), "TARGET_FIELD": "share"}, tmp_path)
        assert "“Share of each representative" in text
        people = make_layer("Point", "rep_id:string, share:double", [(spot(0, 0), "a", 1.0)])
        given = {"REPS": people, "REP_ID_FIELD": "rep_id", "TARGET_FIELD": "share"}
        text = refusal(EVALUATE, {"INPUT": drawn("ab")} | given, tmp_path)
        assert "1 territory has no representative and so no share: b" in text

    def test_a_matrix_without_representatives(self, evaluate):
        matrix = make_layer(
            "NoGeometry", "origin:string, destination:string, time_s:double", [], crs=""
        )
        said = Listener()
        evaluate(drawn("ab"), feedback=said, COST_MATRIX=matrix)
        assert "The cost matrix has no effect" in said.warned

    def test_three_hundred_territories(self, evaluate, tmp_path):
        plan = grid(30, 20, PLAN, lambda n: (n, f"t{(n - 1) // 2}", float(n)))
        report = tmp_path / "report.html"
        results = evaluate(plan, BALANCE_FIELDS=["weight"], REPORT=str(report))
        assert results["TERRITORY_COUNT"] == results["TERRITORIES"].featureCount() == 300
        assert report.stat().st_size < 1_000_000

    def test_odd_names_are_names(self, evaluate, tmp_path):
        plan = grid(4, 1, PLAN, lambda n: (n, ODD_NAMES[n - 1], 1.0))
        report = tmp_path / "report.html"
        results = evaluate(plan, REPORT=str(report))
        assert tuple(by_id(results["OUTPUT"]).values()) == ODD_NAMES
        text = report.read_text(encoding="utf-8")
        assert "<b>bold</b> & co" not in text
        assert "&lt;b&gt;bold&lt;/b&gt; &amp; co" in text
        assert "🚜 Süd" in text

    def test_a_report_that_cannot_be_written(self, processing, tmp_path):
        text = refusal(
            EVALUATE, {"INPUT": drawn("ab"), "REPORT": "/nowhere/at/all/report.html"}, tmp_path
        )
        assert "“Report” (REPORT) cannot be written" in text

    def test_without_matplotlib(self, evaluate, tmp_path, monkeypatch):
        from territory_design.processing_provider.reports import charts, output

        for module in (charts, output):
            monkeypatch.setattr(
                module, "is_installed", lambda name: name != "matplotlib" and is_installed(name)
            )
        said, report = Listener(), tmp_path / "report.html"
        evaluate(drawn("ab"), feedback=said, REPORT=str(report))
        assert "The report has no charts" in said.warned
        text = report.read_text(encoding="utf-8")
        assert 'class="chart"' not in text
        assert 'class="map"' in text  # these QGIS draws
        assert "The report has no charts" in text


def by_hand_northing() -> float:
    """Metres from the first square's middle to 9° E 49.65° N, on the central meridian."""
    point = QgsGeometry.fromWkt("Point (9.0 49.65)")
    from qgis.core import QgsCoordinateTransform

    point.transform(
        QgsCoordinateTransform(
            QgsCoordinateReferenceSystem("EPSG:4326"),
            QgsCoordinateReferenceSystem(UTM32),
            QgsProject.instance(),
        )
    )
    assert point.asPoint().x() == pytest.approx(EAST)
    return abs(point.asPoint().y() - (NORTH + 500.0))


class TestInTheProject:
    def test_styles(self, project):
        _, layers = run_into_project(
            EVALUATE, {"INPUT": drawn("aabb"), "OUTPUT": "memory:", "TERRITORIES": "memory:"}
        )
        areas = layers["OUTPUT"]
        assert areas.styleManager().currentStyle() == "Territories"
        assert areas.renderer().classAttribute() == "territory"
        assert areas.styleManager().setCurrentStyle("Firmness")
        assert isinstance(areas.renderer(), QgsCategorizedSymbolRenderer)
        assert areas.renderer().classAttribute() == "firmness"
        known = {category.value() for category in areas.renderer().categories()}
        assert set(column(areas, "firmness")) <= known
        renderer = layers["TERRITORIES"].renderer()
        assert isinstance(renderer, QgsGraduatedSymbolRenderer)
        assert len(renderer.ranges()) == 9
        # A band along each border: whatever style the areas below have stays in sight.
        first = renderer.ranges()[0]  # which owns its symbol
        symbol = first.symbol()
        kinds = [part.layerType() for part in symbol.symbolLayers()]
        assert kinds == ["SimpleLine", "SimpleLine"]
        assert symbol.symbolLayer(0).drawInsidePolygon()


def test_on_the_command_line(qgis_process, tmp_path):
    path = tmp_path / "areas.gpkg"
    results = qgis_process.run(
        EVALUATE,
        {
            "INPUT": REGION,
            "TERRITORY_FIELD": "kreis",
            "BALANCE_FIELDS": ["farms_synth"],
            "OUTPUT": str(path),
        },
    )
    assert path.exists()
    (count,) = query(REGION, f"SELECT COUNT(DISTINCT kreis) FROM {_layer_of(REGION)}")[0]
    assert results["TERRITORY_COUNT"] == count
    assert isinstance(results["GINI"], float)


def _layer_of(path: str) -> str:
    return query(path, "SELECT table_name FROM gpkg_contents")[0][0]
