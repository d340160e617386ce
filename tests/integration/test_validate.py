"""territory:validate: one feature per breach, where it is; none for a clean plan."""

from __future__ import annotations

import pytest
from qgis.core import QgsCategorizedSymbolRenderer, QgsCoordinateReferenceSystem, QgsProject
from territory_design.tests.integration.independent import (
    centre,
    ellipsoidal,
    members,
    query,
    shared_borders,
    transformed,
    union,
)
from territory_design.tests.integration.maps import (
    REGION,
    UTM32,
    Listener,
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
)

VALIDATE = "territory:validate"
PLAN = "id:integer, territory:string, weight:double, district:string"


@pytest.fixture
def validate(processing):
    def call(areas, *, feedback=None, **parameters) -> dict:
        given = {"INPUT": areas, "ISSUES": "memory:", "AREA_ID_FIELD": "id"} | parameters
        return processing.run(VALIDATE, given, feedback=feedback or Listener())

    return call


@pytest.fixture
def project():
    """The project, empty before and after the test."""
    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


def drawn(rows: str, districts: str = "") -> object:
    """Squares from a drawing, the top row is the northernmost; "." has no territory.

    Numbered from 1, row by row from the south-west; each weighs 1.
    """
    lines = rows.split()[::-1]
    letters = "".join(lines)

    def values(number: int) -> tuple:
        letter = letters[number - 1]
        district = districts[number - 1 : number].replace(".", "")
        return number, None if letter == "." else letter, 1.0, district

    return grid(len(lines[0]), len(lines), PLAN, values)


def issues(results: dict) -> list[tuple]:
    """Rule, territory, ids, number and limit of each row; NULL as None."""
    layer = results["ISSUES"]
    columns = [column(layer, name) for name in ("rule", "territory", "ids", "number", "limit")]
    assert results["ISSUE_COUNT"] == layer.featureCount()
    return list(zip(*columns))


def people(*spots: tuple) -> dict:
    return {"REPS": representatives(*spots), "REP_ID_FIELD": "rep_id"}


class TestRules:
    def test_a_clean_plan_gives_nothing(self, validate):
        said = Listener()
        results = validate(
            drawn("aabb aabb", "ddddeeee"),
            feedback=said,
            MAX_DEVIATION=0,
            MIN_COUNT=4,
            MAX_COUNT=4,
            MIN_TOTAL=4,
            MAX_TOTAL=4,
            MAX_DISTANCE=3000,
            **people(("a", 0, 0), ("b", 3, 0)),
        )
        assert issues(results) == []
        assert "No rule is broken." in said.infos

    def test_areas_that_nobody_has(self, validate):
        results = validate(drawn("aa.bb"))
        assert issues(results) == [("unassigned", None, "3", 1.0, 0.0)]
        (feature,) = results["ISSUES"].getFeatures()
        assert feature.geometry().isGeosEqual(make_square(2, 0))
        assert feature["sentence"] == "1 area has no territory."

    def test_parts_and_enclaves(self, validate):
        torn = drawn("aabba aabba")
        assert issues(validate(torn)) == [("not_contiguous", "a", "5, 10", 2.0, 1.0)]
        assert issues(validate(torn, CONTIGUOUS=False)) == []
        inside = validate(drawn("aaaaa abaaa aaabb bbbbb"))
        assert issues(inside) == [
            ("not_contiguous", "b", "12", 2.0, 1.0),
            ("enclave", "b", "12", 1.0, None),
        ]
        assert column(inside["ISSUES"], "other") == [None, "a"]
        assert len(issues(validate(drawn("aaaaa abaaa aaabb bbbbb"), ENCLAVES=False))) == 1

    def test_deviation_counts_and_totals(self, validate):
        plan = drawn("aaab")
        found = issues(validate(plan, MAX_DEVIATION=10, MIN_COUNT=2, MAX_COUNT=2))
        assert found == [
            ("too_few_areas", "b", "4", 1.0, 2.0),
            ("too_many_areas", "a", "1, 2, 3", 3.0, 2.0),
            ("deviation", "a", "1, 2, 3", 50.0, 10.0),
            ("deviation", "b", "4", -50.0, 10.0),
        ]
        found = validate(drawn("aa ab"), MIN_COUNT=2, MAX_COUNT=2)["ISSUES"]
        assert column(found, "ids") == ["2", "1, 3, 4"], "as they came"
        assert column(found, "sentence") == [
            "Territory b has 1 area; the minimum is 2.",
            "Territory a has 3 areas; the maximum is 2.",
        ]
        results = validate(plan, BALANCE_FIELDS=["weight"], MIN_TOTAL=1.5, MAX_TOTAL=2.5)
        assert [row[0] for row in issues(results)] == ["total_too_small", "total_too_large"]
        assert column(results["ISSUES"], "criterion") == ["weight", "weight"]
        assert column(results["ISSUES"], "sentence")[0] == (
            "Territory b has 1 of weight; the minimum is 1.5."
        )

    def test_groups(self, validate):
        results = validate(drawn("aabb", "dd.e"), TOGETHER_FIELD="district")
        assert issues(results) == []
        results = validate(drawn("aabb", ".ddd"), TOGETHER_FIELD="district")
        assert issues(results) == [("split_group", "b", "2, 3, 4", 2.0, 1.0)]

    def test_people(self, validate):
        plan = drawn("aabb")
        assert issues(validate(plan, **people(("a", 0, 0)))) == [
            ("no_home", "b", "3, 4", None, None)
        ]
        found = validate(plan, **people(("a", 0, 0), ("b", 1, 0), ("c", 3, 0)))
        assert issues(found) == [
            ("empty_territory", "c", None, 0.0, 1.0),
            ("home_outside", "b", "2", None, None),
            ("home_outside", "c", "4", None, None),
        ]
        empty = next(iter(found["ISSUES"].getFeatures()))
        assert empty.geometry().isGeosEqual(make_square(3, 0)), "where the representative lives"
        lost = validate(plan, **people(("a", 0, 0), ("b", 40, 40)))
        assert column(lost["ISSUES"], "sentence") == [
            "The home of territory b lies outside every area."
        ]
        far = issues(validate(plan, MAX_DISTANCE=1500, **people(("a", 0, 0), ("b", 3, 0.4))))
        assert far == []
        far = validate(drawn("aaabb"), MAX_DISTANCE=1500, **people(("a", 0, 0), ("b", 4, 0)))
        ((rule, name, ids, metres, limit),) = issues(far)
        assert (rule, name, ids, limit) == ("too_far", "a", "3", 1500.0)
        assert metres == pytest.approx(2000 / 0.9996, rel=1e-4)

    def test_names_that_occur_twice(self, validate):
        spelled = ["Anna", "Anna", "Anna ", "anna", "Bert"]
        plan = grid(5, 1, PLAN, lambda n: (n, spelled[n - 1], 1.0, None))
        results = validate(plan)
        assert issues(results) == [
            ("duplicate_name", "anna", "4", 2.0, 1.0),
            ("duplicate_name", "Anna", "3", 2.0, 1.0),
        ]
        twice = validate(drawn("aabb"), **people(("a", 0, 0), ("b", 3, 0), ("a", 1, 0)))
        assert issues(twice) == [("duplicate_name", "a", "2", 2.0, 1.0)]
        assert column(twice["ISSUES"], "sentence") == ["2 representatives are called a."]

    def test_change_from_the_current_plan(self, validate):
        plan = grid(
            4,
            1,
            "id:integer, territory:string, today:string",
            lambda n: (n, "aabb"[n - 1], ["a", "x", "b", "a"][n - 1]),
        )
        results = validate(plan, CURRENT_FIELD="today", MAX_CHANGE=25)
        assert issues(results) == [("change", None, "2, 4", 50.0, 25.0)]
        assert issues(validate(plan, CURRENT_FIELD="today", MAX_CHANGE=50)) == []

    def test_areas_by_their_names(self, validate):
        results = validate(drawn("ab.", "xyz"), NAME_FIELD="district")
        assert column(results["ISSUES"], "ids") == ["z"]

    def test_customers(self, validate):
        rows = [(spot(n, 0), n, "ab"[n // 2] if n < 4 else None, 1.0, "") for n in range(5)]
        results = validate(make_layer("Point", PLAN, rows), MAX_COUNT=1)
        assert [row[0] for row in issues(results)] == ["unassigned", *["too_many_areas"] * 2]
        assert (
            next(iter(results["ISSUES"].getFeatures())).geometry().asWkt(0).startswith("MultiPoint")
        )


def make_square(column_number: int, row: int):
    from qgis.core import QgsGeometry

    shape = QgsGeometry.fromWkt(square(column_number, row))
    shape.convertToMultiType()
    return shape


class TestBadInput:
    def test_no_plan_at_all(self, processing, tmp_path):
        text = refusal(VALIDATE, {"INPUT": drawn("..")}, tmp_path)
        assert "'territory' is empty in all 2 areas" in text

    def test_one_territory_and_one_feature(self, validate):
        assert issues(validate(drawn("aa"))) == []
        assert issues(validate(drawn("a"), MAX_DEVIATION=0)) == []

    def test_blanks_are_nobody(self, validate):
        values = ["a", " ", "", None]
        plan = grid(4, 1, PLAN, lambda n: (n, values[n - 1], 1.0, None))
        assert issues(validate(plan)) == [("unassigned", None, "2, 3, 4", 3.0, 0.0)]

    def test_three_hundred_territories_with_odd_names(self, validate):
        plan = grid(30, 20, PLAN, lambda n: (n, f"<i>🚜 {(n - 1) // 2}", 1.0, None))
        results = validate(plan, MAX_COUNT=1)
        assert results["ISSUE_COUNT"] == 300
        assert column(results["ISSUES"], "sentence")[0].startswith("Territory <i>🚜 0 has 2 areas")

    def test_homes_in_another_reference_system(self, validate):
        for longitude, rules in ((9.001, []), (9.1, ["home_outside"])):
            rows = [(f"Point ({longitude} 49.655)", "a")]
            reps = make_layer("Point", "rep_id:string", rows, crs="EPSG:4326")
            results = validate(drawn("a"), REPS=reps, REP_ID_FIELD="rep_id")
            assert [row[0] for row in issues(results)] == rules

    def test_what_cannot_be_reached(self, validate):
        rows = [
            (None, home, str(area), None if area == 2 else 1.0)
            for home in "ab"
            for area in range(1, 4)
        ]
        matrix = make_layer(
            "NoGeometry", "origin:string, destination:string, distance_m:double", rows, crs=""
        )
        given = {"COST_MATRIX": matrix, "MAX_DISTANCE": 10} | people(("a", 0, 0), ("b", 2, 0))
        results = validate(drawn("aab"), **given)
        assert issues(results) == [("too_far", "a", "2", None, 10.0)]
        assert "cannot be reached" in column(results["ISSUES"], "sentence")[0]

    def test_a_matrix_that_misses_pairs(self, processing, tmp_path):
        matrix = make_layer(
            "NoGeometry",
            "origin:string, destination:string, time_s:double",
            [(None, "a", "1", 1.0)],
            crs="",
        )
        given = {"INPUT": drawn("ab"), "COST_MATRIX": matrix, "AREA_ID_FIELD": "id"}
        text = refusal(VALIDATE, given | people(("a", 0, 0), ("b", 1, 0)), tmp_path)
        assert "lacks" in text


@pytest.mark.parametrize("crs", [UTM32, "EPSG:4258"])
def test_real_areas_by_sql_and_by_qgis(processing, tmp_path, crs):
    """Districts of the region, torn by hand, with homes in two of them."""
    rows = []
    for number, feature in enumerate(region().getFeatures()):
        owner = None if number == 7 else feature["kreis"] if number % 9 else "torn"
        rows.append((feature.geometry(), feature["ags"], owner, feature["farms_synth"]))
    layer = make_layer("MultiPolygon", "ags:string, territory:string, farms:double", rows)
    layer = transformed(layer, QgsCoordinateReferenceSystem(crs))
    source, out = str(tmp_path / "areas.gpkg"), str(tmp_path / "issues.gpkg")
    processing.run("native:savefeatures", {"INPUT": layer, "OUTPUT": source})
    results = processing.run(
        VALIDATE,
        {
            "INPUT": source,
            "AREA_ID_FIELD": "ags",
            "BALANCE_FIELDS": ["farms"],
            "MAX_DEVIATION": 40,
            "MAX_DISTANCE": 15_000,
            "ISSUES": out,
        },
        feedback=Listener(),
    )
    rows = query(out, "SELECT rule, territory, number, areas FROM issues")
    assert results["ISSUE_COUNT"] == len(rows)
    totals = dict(
        query(source, "SELECT territory, SUM(farms) FROM areas WHERE territory > '' GROUP BY 1")
    )
    (everything,) = query(source, "SELECT SUM(farms) FROM areas")[0]
    target = everything / len(totals)
    wanted = {name: 100 * (total / target - 1) for name, total in totals.items()}
    found = {name: number for rule, name, number, _ in rows if rule == "deviation"}
    assert found == pytest.approx({n: v for n, v in wanted.items() if abs(v) > 40})
    features = list(layer.getFeatures())
    edges = shared_borders(features, "ags")
    torn = {name: parts(edges, [f["ags"] for f in own]) for name, own in members(features).items()}
    cut = {name: number for rule, name, number, _ in rows if rule == "not_contiguous"}
    assert cut == {name: count for name, count in torn.items() if count > 1}
    assert [row for row in rows if row[0] == "unassigned"] == [("unassigned", None, 1.0, 1)]
    assert {row[0] for row in rows} >= {"deviation", "not_contiguous", "unassigned", "too_far"}
    for rule, name, number, count in rows:
        if rule == "too_far":
            farthest, beyond = _farthest(layer, name, 15_000)
            assert count == beyond
            assert number == pytest.approx(farthest, rel=1e-3)


def _farthest(layer, name: str, limit: float) -> tuple[float, int]:
    """Longest way from the weighted centre, and how many areas are beyond the limit."""
    own = members(layer.getFeatures())[name]
    plane = transformed(layer, QgsCoordinateReferenceSystem(UTM32))
    points = [(centre(f), f["farms"]) for f in members(plane.getFeatures())[name]]
    weight = sum(w for _, w in points)
    middle = sum(p.x() * w for p, w in points) / weight, sum(p.y() * w for p, w in points) / weight
    measure = ellipsoidal(plane)
    from qgis.core import QgsPointXY

    ways = [measure.measureLine(p, QgsPointXY(*middle)) for p, _ in points]
    assert len(ways) == len(own)
    assert not union(own).isEmpty()
    return max(ways), sum(way > limit for way in ways)


def test_style(project):
    given = {"INPUT": drawn("aa.bba"), "ISSUES": "memory:", "MAX_COUNT": 2}
    _, layers = run_into_project(VALIDATE, given)
    renderer = layers["ISSUES"].renderer()
    assert isinstance(renderer, QgsCategorizedSymbolRenderer)
    assert [category.value() for category in renderer.categories()] == [
        *("unassigned", "not_contiguous", "too_many_areas")
    ]


def test_on_the_command_line(qgis_process, tmp_path):
    path = tmp_path / "issues.gpkg"
    results = qgis_process.run(
        VALIDATE, {"INPUT": REGION, "TERRITORY_FIELD": "kreis", "ISSUES": str(path)}
    )
    assert path.exists()
    assert results["ISSUE_COUNT"] == query(path, "SELECT COUNT(*) FROM issues")[0][0]
