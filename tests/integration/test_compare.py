"""territory:compare: what changes hands, for whom, and what it saves."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from territory_design.tests.integration.independent import (
    centre,
    ellipsoidal,
    members,
    query,
    transformed,
    union,
)
from territory_design.tests.integration.maps import (
    REGION,
    UTM32,
    Listener,
    by_id,
    column,
    grid,
    make_layer,
    refusal,
    region,
    representatives,
    run_into_project,
    spot,
    square,
    table,
)

COMPARE = "territory:compare"
FIELDS = "id:integer, today:string, new:string, weight:double"
MEMORY = dict.fromkeys(("OUTPUT", "HANDOVER", "MATRIX"), "memory:")
NAMED = {"BEFORE_FIELD": "today", "AFTER_FIELD": "new"}


@pytest.fixture
def compare(processing):
    def call(areas, *, feedback=None, **parameters) -> dict:
        given = {"INPUT": areas} | MEMORY | NAMED | parameters
        return processing.run(COMPARE, given, feedback=feedback or Listener())

    return call


@pytest.fixture
def project():
    """The project, empty before and after the test."""
    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


def two_plans(before: str, after: str, weight=float) -> QgsVectorLayer:
    """A row of squares, numbered from 1; "." has no territory."""

    def values(number: int) -> tuple:
        owners = (plan[number - 1] for plan in (before, after))
        return number, *(None if one == "." else one for one in owners), weight(number)

    return grid(len(before), 1, FIELDS, values)


def costs(homes: dict, areas, kilometres, hours) -> QgsVectorLayer:
    """Matrix from homes by ``kilometres(home, area)`` and ``hours(home, area)``."""
    rows = [
        (None, home, str(area), 1000.0 * kilometres(at, area), 3600.0 * hours(at, area))
        for home, at in homes.items()
        for area in areas
    ]
    fields = "origin:string, destination:string, distance_m:double, time_s:double"
    return make_layer("NoGeometry", fields, rows, crs="")


def steps(home: int, area: int) -> float:
    return float(abs(home - area))


class TestDrawings:
    """Before a a b b . and after a b b c c, of weight 1 to 5."""

    def test_what_changes_hands(self, compare):
        results = compare(two_plans("aabb.", "abbcc"), BALANCE_FIELDS=["weight"])
        assert by_id(results["OUTPUT"], "from") == {2: "a", 4: "b", 5: None}
        assert by_id(results["OUTPUT"], "to") == {2: "b", 4: "c", 5: "c"}
        assert results["CHANGED_PCT"] == pytest.approx(100 * 6 / 15)
        assert (results["CHANGED_COUNT"], results["NEW_COUNT"]) == (2, 1)
        people = table(results["HANDOVER"], "rep")
        shown = {
            name: [row[c] for c in ("keeps", "gives", "receives")] for name, row in people.items()
        }
        assert shown == {"a": [1, 1, 0], "b": [1, 1, 1], "c": [0, 0, 2]}
        assert people["b"]["gives_weight"] == 4.0
        assert people["c"]["receives_weight"] == 9.0
        assert people["c"]["after_dev_pct"] == pytest.approx(80.0)
        rows = {
            tuple(f.attributes()[:2]): f.attributes()[2:] for f in results["MATRIX"].getFeatures()
        }
        cells = {
            tuple(None if str(x) == "NULL" else x for x in key): row for key, row in rows.items()
        }
        assert cells == {
            ("a", "a"): [1, 1.0],
            ("a", "b"): [1, 2.0],
            ("b", "b"): [1, 3.0],
            ("b", "c"): [1, 4.0],
            (None, "c"): [1, 5.0],
        }

    def test_from_todays_homes_and_from_the_new_ones(self, compare):
        results = compare(
            two_plans("aabb", "abbb", weight=lambda _: 1.0),
            REPS=representatives(("a", 0, 0), ("b", 3, 0)),
            REP_ID_FIELD="rep_id",
            REPS_AFTER=representatives(("a", 0, 0), ("b", 2, 0)),
            COST_MATRIX=costs({"a": 1, "b": 4}, range(1, 5), steps, lambda *_: 1.0),
            AREA_ID_FIELD="id",
            COST_PER_KM=10.0,
            COST_PER_HOUR=100.0,
        )
        assert (results["BEFORE_TRAVEL_KM"], results["AFTER_TRAVEL_KM"]) == (2.0, 3.0)
        assert results["BEFORE_TRAVEL_H"] == results["AFTER_TRAVEL_H"] == 4.0
        # The matrix is by representatives, so that moving changes nothing in it.
        assert results["RESITED_TRAVEL_KM"] == 3.0
        assert results["SAVING"] == pytest.approx(-10.0)
        people = table(results["HANDOVER"], "rep")
        assert (people["b"]["before_km"], people["b"]["after_km"]) == (1.0, 3.0)
        assert people["b"]["before_h"] == 2.0

    def test_a_matrix_between_areas_knows_the_new_homes(self, compare):
        between = {str(area): area for area in range(1, 5)}
        results = compare(
            two_plans("aabb", "abbb", weight=lambda _: 1.0),
            REPS=representatives(("a", 0, 0), ("b", 3, 0)),
            REP_ID_FIELD="rep_id",
            REPS_AFTER=representatives(("a", 0, 0), ("b", 2, 0)),
            COST_MATRIX=costs(between, range(1, 5), steps, lambda *_: 1.0),
            AREA_ID_FIELD="id",
            COST_PER_KM=10.0,
        )
        assert results["BEFORE_TRAVEL_KM"] == 2.0
        assert results["AFTER_TRAVEL_KM"] == 3.0
        assert results["RESITED_TRAVEL_KM"] == 2.0
        assert results["SAVING"] == pytest.approx(0.0)

    def test_trips_that_are_counted(self, compare):
        results = compare(
            two_plans("aabb", "abbb"),
            BALANCE_FIELDS=["weight"],
            TRIPS_FIELD="weight",
            REPS=representatives(("a", 0, 0), ("b", 3, 0)),
            REP_ID_FIELD="rep_id",
        )
        metres = 1.0 / 0.9996
        assert results["BEFORE_TRAVEL_KM"] == pytest.approx((2 + 3) * metres, rel=1e-3)
        assert results["AFTER_TRAVEL_KM"] == pytest.approx((2 * 2 + 3) * metres, rel=1e-3)

    def test_nothing_changes(self, compare):
        results = compare(two_plans("aabb", "aabb"))
        assert results["CHANGED_PCT"] == 0.0
        assert "SAVING" not in results, "nothing has a price"
        assert results["OUTPUT"].featureCount() == 0

    def test_who_leaves_and_who_joins(self, compare):
        said = Listener()
        results = compare(
            two_plans("aabb", "aacc", weight=lambda _: 1.0),
            feedback=said,
            REPS=representatives(("a", 0, 0), ("b", 3, 0)),
            REP_ID_FIELD="rep_id",
        )
        people = table(results["HANDOVER"], "rep")
        assert (people["b"]["keeps"], people["b"]["gives"]) == (0, 2)
        assert str(people["b"]["after_km"]) == "NULL"
        assert str(people["c"]["after_km"]) == "NULL", "nobody knows where c lives"
        assert "1 territory has no representative" in said.warned
        assert results["BEFORE_MAX_DEVIATION_PCT"] == results["AFTER_MAX_DEVIATION_PCT"] == 0.0

    def test_no_saving_where_trips_are_not_known(self, compare):
        said = Listener()
        results = compare(
            two_plans("aabb", "cccc"),
            feedback=said,
            REPS=representatives(("a", 0, 0), ("b", 3, 0)),
            REP_ID_FIELD="rep_id",
            COST_PER_KM=10.0,
        )
        assert results["BEFORE_TRAVEL_KM"] > 0.0
        assert not {"SAVING", "AFTER_TRAVEL_KM"} & set(results)
        assert "To 4 areas no trip is known" in said.warned

    def test_default_fields_are_those_that_balance_writes(self, processing):
        plan = grid(
            2,
            1,
            "id:integer, territory:string, territory_before:string",
            lambda n: (n, "a", "ab"[n - 1]),
        )
        results = processing.run(COMPARE, {"INPUT": plan} | MEMORY, feedback=Listener())
        assert by_id(results["OUTPUT"], "from") == {2: "b"}

    def test_customers(self, compare):
        rows = [(spot(n, 0), n, "ab"[n // 2], "ab"[n // 3], 1.0) for n in range(4)]
        results = compare(make_layer("Point", FIELDS, rows))
        assert by_id(results["OUTPUT"], "to") == {2: "a"}


class TestTwoLayers:
    def other(self, *rows: tuple, kind: str = "integer") -> QgsVectorLayer:
        return make_layer(
            "NoGeometry", f"id:{kind}, new:string", [(None, *row) for row in rows], crs=""
        )

    def test_joined_by_id_and_never_by_position(self, compare):
        layer = self.other((4, "b"), (3, "a"), (2, "a"), (1, "a"))
        results = compare(two_plans("aabb", "...."), AFTER_LAYER=layer, ID_FIELD="id")
        assert by_id(results["OUTPUT"], "to") == {3: "a"}
        assert results["UNMATCHED_COUNT"] == 0

    def test_ids_that_match_in_part_are_counted_and_listed(self, compare):
        layer = self.other(
            ("1", "a"), ("2", "b"), ("2", "a"), ("77", "b"), (None, "b"), ("4 ", "a"), kind="string"
        )
        said = Listener()
        results = compare(
            two_plans("aabb", "...."), feedback=said, AFTER_LAYER=layer, ID_FIELD="id"
        )
        assert by_id(results["OUTPUT"], "to") == {4: "a"}
        here = "“Areas or customers by territory” (INPUT)"
        there = "“Layer with the new plan” (AFTER_LAYER)"
        assert f"1 area of {here} is not in {there} and is left out: 3" in said.warned
        assert f"1 area of {there} is not in {here} and is left out: 77" in said.warned
        assert f"1 id occurs more than once in {there}; its areas are left out: 2" in said.warned
        assert "1 area of “Layer with the new plan” (AFTER_LAYER) has no id" in said.warned
        assert results["UNMATCHED_COUNT"] == 2 + 4

    def test_without_an_id_field(self, processing, tmp_path):
        given = {"INPUT": two_plans("ab", "ab"), "AFTER_LAYER": self.other((1, "a"))} | NAMED
        text = refusal(COMPARE, given, tmp_path)
        assert "never by the order of their features" in text
        assert "“Field with the id of an area” (ID_FIELD)" in text

    def test_nothing_in_common(self, processing, tmp_path):
        given = {"INPUT": two_plans("ab", "ab"), "AFTER_LAYER": self.other((8, "a"))} | NAMED
        text = refusal(COMPARE, given | {"ID_FIELD": "id"}, tmp_path)
        assert "no id in common" in text
        assert "holds 1, 2" in text

    def test_other_names_of_fields_and_another_reference_system(self, compare):
        rows = [("Point (9 50)", 1, "a"), ("Point (9.1 50)", 2, "a")]
        layer = make_layer("Point", "key:integer, plan:string", rows, crs="EPSG:4326")
        results = compare(
            two_plans("ab", ".."),
            AFTER_LAYER=layer,
            AFTER_LAYER_FIELD="plan",
            ID_FIELD="id",
            AFTER_ID_FIELD="key",
        )
        assert by_id(results["OUTPUT"], "to") == {2: "a"}

    def test_points_for_areas(self, compare):
        """Only their ids and territories count; a, a, b becomes a, b, b for areas 1 to 3."""
        rows = [(spot(5, 5), n, "?abb"[n]) for n in (3, 1, 2)]
        new = make_layer("Point", "id:integer, new:string", rows)
        results = compare(two_plans("aab", "..."), AFTER_LAYER=new, ID_FIELD="id")
        assert by_id(results["OUTPUT"], "to") == {2: "b"}
        assert results["AFTER_BORDER_LENGTH_M"] == pytest.approx(1000.0, rel=1e-3)  # of the areas


class TestBadInput:
    def test_no_plan_at_all(self, processing, tmp_path):
        text = refusal(COMPARE, {"INPUT": two_plans("..", "ab")} | NAMED, tmp_path)
        assert "“Field with the territory before” (BEFORE_FIELD): 'today' is empty in all 2" in text
        text = refusal(COMPARE, {"INPUT": REGION}, tmp_path)
        assert "no field 'territory_before'" in text

    def test_nulls_blanks_and_mixed_types(self, compare):
        before, after = [None, " ", "1", "2 "], [1, 1, 2, 2]
        plan = grid(
            4,
            1,
            "id:integer, today:string, new:integer",
            lambda n: (n, before[n - 1], after[n - 1]),
        )
        said = Listener()
        results = compare(plan, feedback=said)
        assert by_id(results["OUTPUT"], "from") == {1: None, 2: None, 3: "1"}
        assert by_id(results["OUTPUT"], "to") == {1: "1", 2: "1", 3: "2"}
        assert "2 areas have no territory in 'today'" in said.warned

    def test_a_matrix_that_misses_pairs(self, processing, tmp_path):
        given = {
            "INPUT": two_plans("ab", "aa"),
            "REPS": representatives(("a", 0, 0), ("b", 1, 0)),
            "REP_ID_FIELD": "rep_id",
            "COST_MATRIX": costs({"a": 1}, (1, 2), steps, steps),
            "AREA_ID_FIELD": "id",
        }
        assert "lacks" in refusal(COMPARE, given | NAMED, tmp_path)

    def test_costs_per_hour_without_times(self, compare):
        said = Listener()
        compare(two_plans("ab", "aa"), feedback=said, COST_PER_HOUR=30)
        assert "“Costs per hour of travel” (COST_PER_HOUR) has no effect" in said.warned

    def test_one_feature_and_one_territory(self, compare):
        results = compare(two_plans("a", "b"))
        assert results["CHANGED_PCT"] == 100.0
        assert compare(two_plans("aa", "aa"))["AFTER_PARTS"] == 1

    def test_three_hundred_territories(self, compare, tmp_path):
        plan = grid(30, 20, FIELDS, lambda n: (n, f"t{(n - 1) // 2}", f"t{n % 600 // 2}", float(n)))
        report = tmp_path / "report.html"
        results = compare(plan, BALANCE_FIELDS=["weight"], REPORT=str(report))
        assert results["HANDOVER"].featureCount() == 300
        assert results["CHANGED_COUNT"] == 300
        assert report.stat().st_size < 1_000_000

    def test_odd_names_and_the_report(self, compare, tmp_path):
        names = ("<b>bold</b>", 'O\'Neil "Bob"', "🚜", "مرحبا")
        plan = grid(4, 1, FIELDS, lambda n: (n, names[n - 1], names[n % 4], 1.0))
        report = tmp_path / "report.html"
        results = compare(plan, REPORT=str(report), COST_PER_KM=1.0)
        assert by_id(results["OUTPUT"], "to")[4] == "<b>bold</b>"
        text = report.read_text(encoding="utf-8")
        assert "<b>bold</b>" not in text
        assert "&lt;b&gt;bold&lt;/b&gt;" in text
        assert "مرحبا" in text

    def test_a_report_that_cannot_be_written(self, processing, tmp_path):
        given = {"INPUT": two_plans("ab", "aa"), "REPORT": "/nowhere/at/all/report.html"}
        assert "“Report” (REPORT) cannot be written" in refusal(COMPARE, given | NAMED, tmp_path)


@pytest.mark.parametrize("crs", [UTM32, "EPSG:4258"])
def test_figures_by_sql_and_by_qgis(processing, tmp_path, crs):
    """Districts before, the nearest of four towns after."""
    largest = sorted(region().getFeatures(), key=lambda f: -f["pop2018"])[:4]
    towns = {f["gen"]: f.geometry().centroid() for f in largest}
    rows = []
    for feature in region().getFeatures():
        middle = feature.geometry().centroid()
        nearest = min(towns, key=lambda name: middle.distance(towns[name]))
        rows.append(
            (feature.geometry(), feature["ags"], feature["kreis"], nearest, feature["farms_synth"])
        )
    layer = make_layer("MultiPolygon", "ags:string, today:string, new:string, farms:double", rows)
    layer = transformed(layer, QgsCoordinateReferenceSystem(crs))
    source, out, hand = (str(tmp_path / f"{name}.gpkg") for name in ("areas", "out", "hand"))
    processing.run("native:savefeatures", {"INPUT": layer, "OUTPUT": source})
    people = make_layer("Point", "rep:string", [(point, name) for name, point in towns.items()])
    results = processing.run(
        COMPARE,
        {
            "INPUT": source,
            "REPS_AFTER": people,
            "REP_ID_FIELD": "rep",
            "BALANCE_FIELDS": ["farms"],
            "OUTPUT": out,
            "HANDOVER": hand,
            "MATRIX": "memory:",
        }
        | NAMED,
        feedback=Listener(),
    )
    name = query(source, "SELECT table_name FROM gpkg_contents")[0][0]
    for label, count, total in query(
        source, f"SELECT new, COUNT(*), SUM(farms) FROM {name} GROUP BY 1"
    ):
        row = query(
            hand, f"SELECT keeps + receives, receives_farms FROM hand WHERE rep = '{label}'"
        )
        assert row == [(count, total)], "no district is called like a town"
    before = dict(query(source, f"SELECT today, SUM(farms) FROM {name} GROUP BY 1"))
    mean = sum(before.values()) / len(before)
    worst = max(abs(value / mean - 1) for value in before.values())
    assert results["BEFORE_MAX_DEVIATION_PCT"] == pytest.approx(100 * worst)
    flows = query(source, f"SELECT today, new, COUNT(*), SUM(farms) FROM {name} GROUP BY 1, 2")
    found = [tuple(f.attributes()) for f in results["MATRIX"].getFeatures()]
    assert sorted(found) == sorted(flows)
    layer = QgsVectorLayer(source, "areas", "ogr")
    measure = ellipsoidal(layer)
    places = transformed(_as_polygons(people), layer.crs())
    homes = {f["rep"]: f.geometry().centroid().asPoint() for f in places.getFeatures()}
    kilometres = sum(
        measure.measureLine(centre(f), homes[f["new"]]) / 1000
        for f in layer.getFeatures()
        if f["farms"] > 0
    )
    assert results["RESITED_TRAVEL_KM"] == pytest.approx(kilometres, rel=1e-4)
    everything = measure.measurePerimeter(union(layer.getFeatures()))
    for when, field in (("BEFORE", "today"), ("AFTER", "new")):
        own = members(layer.getFeatures(), field).values()
        outlines = sum(measure.measurePerimeter(union(features)) for features in own)
        border = (outlines - everything) / 2
        assert results[f"{when}_BORDER_LENGTH_M"] == pytest.approx(border, rel=1e-3)


def _as_polygons(points: QgsVectorLayer) -> QgsVectorLayer:
    rows = [(f.geometry().buffer(1.0, 8), f["rep"]) for f in points.getFeatures()]
    return make_layer("MultiPolygon", "rep:string", rows)


def test_style_old_to_new(project):
    plan = make_layer(
        "Polygon",
        FIELDS,
        [(square(n, 0), n, "aab'"[n], "abbb"[n], 1.0) for n in range(4)],
    )
    _, layers = run_into_project(COMPARE, {"INPUT": plan} | MEMORY | NAMED)
    areas = layers["OUTPUT"]
    assert column(areas, "rank_in_flow") == [1, 1]
    renderer = areas.renderer()
    assert isinstance(renderer, QgsCategorizedSymbolRenderer)
    assert [c.label() for c in renderer.categories()] == ["to b", "to nobody"]
    colours = _colours_of_hatch(renderer.categories()[0])
    assert "\"from\" = ''''" in colours, "the name is a quote"


def _colours_of_hatch(category) -> str:
    """Expression of the hatch's colour; Python must hold on to each step, or QGIS crashes."""
    symbol = category.symbol()
    pattern = symbol.symbolLayer(1)
    line = pattern.subSymbol()
    stroke = line.symbolLayer(0)
    return (
        stroke.dataDefinedProperties().property(QgsSymbolLayer.Property.StrokeColor).asExpression()
    )


def test_on_the_command_line(qgis_process, tmp_path):
    path = tmp_path / "moved.gpkg"
    results = qgis_process.run(
        COMPARE,
        {
            "INPUT": REGION,
            "BEFORE_FIELD": "kreis",
            "AFTER_FIELD": "state",
            "BALANCE_FIELDS": ["farms_synth"],
            "OUTPUT": str(path),
        },
    )
    assert path.exists()
    assert results["CHANGED_PCT"] == 100.0
