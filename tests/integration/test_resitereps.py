"""territory:resitereps: the best home inside each territory."""

from __future__ import annotations

import pytest
from qgis.core import QgsVectorLayer
from territory_design.tests.integration.maps import (
    Listener,
    by_id,
    column,
    grid,
    make_layer,
    refusal,
    representatives,
    spot,
    square,
    table,
)

FIELDS = "id:integer, territory:string, weight:double"


@pytest.fixture
def resite(processing):
    def call(areas, *, feedback=None, **parameters) -> dict:
        defaults = {"INPUT": areas, "AREA_ID_FIELD": "id", "OUTPUT": "memory:"}
        return processing.run(
            "territory:resitereps", defaults | parameters, feedback=feedback or Listener()
        )

    return call


def two_territories(weights=(1, 1, 1, 1, 4, 0, 0, 1)) -> QgsVectorLayer:
    """Territories and weights::

    A A A A | B B B B
    1 1 1 1 | 4 0 0 1
    """
    return grid(8, 1, FIELDS, lambda n: (n, "A" if n <= 4 else "B", float(weights[n - 1])))


def matrix_of(cost, ids, origins=None) -> QgsVectorLayer:
    rows = [(None, o, d, *cost(o, d)) for o in origins or ids for d in ids]
    fields = "origin:integer, destination:integer, distance_m:double, time_s:double"
    return make_layer("NoGeometry", fields, rows, crs="")


def apart(origin: int, destination: int) -> tuple[float, float]:
    """A kilometre and a second per step between neighbouring numbers."""
    steps = float(abs(origin - destination))
    return 1000.0 * steps, steps


def test_the_home_has_the_least_weighted_travel(resite):
    reps = representatives(("A", 0, 0), ("B", 7, 0))
    results = resite(two_territories(), WEIGHT_FIELD="weight", REPS=reps, REP_ID_FIELD="rep_id")
    homes = table(results["OUTPUT"], "territory")
    assert homes["A"]["area_id"] in (2, 3)
    assert homes["B"]["area_id"] == 5
    # From area 1: 0 + 1 + 2 + 3 km; from area 2: 1 + 0 + 1 + 2 km. Empty areas 6, 7 are not
    # visited: from area 8 one trip of 3 km to area 5, from area 5 one of 3 km to area 8.
    assert homes["A"]["before_km"] == pytest.approx(6.0 / 0.9996, rel=1e-4)
    assert homes["A"]["after_km"] == pytest.approx(4.0 / 0.9996, rel=1e-4)
    assert homes["B"]["before_km"] == pytest.approx(3.0 / 0.9996, rel=1e-4)
    assert homes["B"]["visited"] == 2
    assert homes["B"]["before_m"] == pytest.approx(2400.0 / 0.9996, rel=1e-4)
    assert homes["B"]["after_m"] == pytest.approx(600.0 / 0.9996, rel=1e-4)
    assert homes["B"]["moved_m"] == pytest.approx(3000.0 / 0.9996, rel=1e-4)
    assert results["BEFORE_KM"] == pytest.approx(9.0 / 0.9996, rel=1e-4)
    assert results["AFTER_KM"] == pytest.approx(7.0 / 0.9996, rel=1e-4)
    # Weighted: 6 + 12 before, 4 + 3 after.
    assert results["SAVED_PCT"] == pytest.approx(100.0 * 11.0 / 18.0, rel=1e-4)
    assert results["MOVED_COUNT"] == 2


def test_one_trip_to_each_area_ignores_how_much_weight_there_is(resite):
    """With weights 9 1 1 1 1 the home is area 1 by weight, the middle by single trips."""
    areas = grid(5, 1, FIELDS, lambda n: (n, "A", 9.0 if n == 1 else 1.0))
    by_weight = resite(areas, WEIGHT_FIELD="weight")
    one_each = resite(areas, WEIGHT_FIELD="weight", TRIPS=1)
    assert column(by_weight["OUTPUT"], "area_id") == [1]
    assert column(one_each["OUTPUT"], "area_id") == [3]
    assert one_each["AFTER_KM"] < by_weight["AFTER_KM"]


def test_candidates_by_expression(resite):
    results = resite(two_territories(), CANDIDATES='"id" IN (4, 7)')
    assert column(results["OUTPUT"], "area_id") == [4, 7]


def test_a_territory_without_candidate_gets_no_home(resite):
    feedback = Listener()
    results = resite(two_territories(), CANDIDATES='"id" = 1', feedback=feedback)
    assert by_id(results["OUTPUT"], "area_id", "territory") == {"A": 1, "B": None}
    assert "1 territory holds no candidate and gets no home: B" in feedback.warned
    empty = [f.hasGeometry() for f in results["OUTPUT"].getFeatures() if f["territory"] == "B"]
    assert empty == [False]


def test_hours_and_kilometres_of_a_cost_matrix(resite):
    """Every trip takes as many minutes as the origin's number, whatever the distance."""
    matrix = matrix_of(lambda o, d: (500.0 * abs(o - d), 60.0 * o * (o != d)), range(1, 9))
    reps = make_layer("Point", "rep_id:string", [(spot(3, 0), "A"), (spot(7, 0), "B")], name="reps")
    results = resite(
        two_territories((1,) * 8), COST_MATRIX=matrix, REPS=reps, REP_ID_FIELD="rep_id"
    )
    homes = table(results["OUTPUT"], "territory")
    assert (homes["A"]["area_id"], homes["B"]["area_id"]) == (1, 5)
    assert homes["A"]["after_h"] == pytest.approx(3 / 60)
    # Rows named "A" are missing, so the trips are those of the area that holds the home.
    assert homes["A"]["stay_h"] == pytest.approx(3 * 4 / 60)
    # Before, all areas but 8 are nearest to A's home: 6 trips of 4 minutes.
    assert homes["A"]["before_h"] == pytest.approx(6 * 4 / 60)
    assert homes["B"]["before_h"] == 0.0
    assert homes["A"]["after_km"] == pytest.approx(3.0)
    assert results["BEFORE_H"] == pytest.approx(6 * 4 / 60)
    assert results["STAY_H"] == pytest.approx((3 * 4 + 3 * 8) / 60)
    assert results["AFTER_H"] == pytest.approx((3 * 1 + 3 * 5) / 60)
    assert results["SAVED_PCT"] == pytest.approx(25.0)
    assert results["SAVED_BY_MOVING_PCT"] == pytest.approx(50.0)


def test_the_plan_before_may_stand_in_a_field(resite):
    # Before, B had area 4, too.
    rows = [
        (square(n - 1, 0), n, "A" if n <= 4 else "B", "A" if n < 4 else "B") for n in range(1, 9)
    ]
    areas = make_layer("Polygon", "id:integer, territory:string, old:string", rows)
    reps = representatives(("A", 0, 0), ("B", 7, 0))
    results = resite(areas, REPS=reps, REP_ID_FIELD="rep_id", BEFORE_FIELD="old")
    assert results["BEFORE_KM"] == pytest.approx((1 + 2 + 1 + 2 + 3 + 4) / 0.9996, rel=1e-4)
    assert results["STAY_KM"] == pytest.approx((1 + 2 + 3 + 1 + 2 + 3) / 0.9996, rel=1e-4)
    assert results["AFTER_KM"] == pytest.approx(8 / 0.9996, rel=1e-4)
    homes = table(results["OUTPUT"], "territory")
    assert homes["A"]["before_km"] == pytest.approx(3 / 0.9996, rel=1e-4)
    assert homes["B"]["before_km"] == pytest.approx(10 / 0.9996, rel=1e-4)


def test_homes_can_only_be_where_the_matrix_has_rows(resite):
    matrix = matrix_of(apart, range(1, 9), origins=[4, 8])
    results = resite(two_territories(), COST_MATRIX=matrix)
    assert column(results["OUTPUT"], "area_id") == [4, 8]


def test_unreachable_areas_make_totals_null_and_are_said(resite):
    matrix = matrix_of(
        lambda o, d: (None, None) if 8 in (o, d) and o != d else (1.0 * (o != d), 1.0 * (o != d)),
        range(1, 9),
    )
    feedback = Listener()
    results = resite(two_territories((1,) * 8), COST_MATRIX=matrix, feedback=feedback)
    assert by_id(results["OUTPUT"], "after_km", "territory")["B"] is None
    assert "AFTER_KM" not in results
    assert "1 territory holds areas that its home cannot reach (B)" in feedback.warned


def test_a_territory_without_weight_is_not_visited(resite):
    results = resite(two_territories((0,) * 4 + (1,) * 4), WEIGHT_FIELD="weight")
    homes = table(results["OUTPUT"], "territory")
    assert homes["A"]["area_id"] in (2, 3)
    assert (homes["A"]["visited"], homes["A"]["after_km"]) == (0, 0.0)
    assert results["AFTER_KM"] == homes["B"]["after_km"] > 0.0


def test_homes_today_are_found_among_points(resite):
    """Their ids are not in the matrix, so each home's row is that of the point at its place."""
    rows = [(spot(3 * i, i % 3), i, "A", 1.0) for i in range(1, 9)]
    reps = make_layer("Point", "rep_id:string", [(spot(24, 2), "A")], name="reps")
    matrix = matrix_of(apart, range(1, 9))
    results = resite(
        make_layer("Point", FIELDS, rows), COST_MATRIX=matrix, REPS=reps, REP_ID_FIELD="rep_id"
    )
    assert results["BEFORE_KM"] == pytest.approx(sum(range(8)))
    assert results["AFTER_KM"] == pytest.approx(16.0)


def test_homes_today_that_the_matrix_does_not_know_are_said(resite):
    reps = representatives(("A", 0, 7), ("B", 7, 0))
    feedback = Listener()
    results = resite(
        two_territories((1,) * 8),
        COST_MATRIX=matrix_of(apart, range(1, 9)),
        REPS=reps,
        REP_ID_FIELD="rep_id",
        feedback=feedback,
    )
    assert by_id(results["OUTPUT"], "stay_km", "territory") == {"A": None, "B": 6.0}
    # So nobody knows either which areas were nearest to A's home.
    assert by_id(results["OUTPUT"], "before_km", "territory") == {"A": None, "B": None}
    assert "not known in 1 territory (A)" in feedback.warned


def test_a_home_today_that_beats_every_candidate_is_said(resite):
    """A's home is in the middle of a triangle of areas, B's in one of its two areas."""
    corners = [(spot(0, 0), 1, "A", 1.0), (spot(4, 0), 2, "A", 1.0), (spot(2, 4), 3, "A", 1.0)]
    pair = [(spot(20, 0), 4, "B", 1.0), (spot(24, 0), 5, "B", 1.0)]
    feedback = Listener()
    results = resite(
        make_layer("Point", FIELDS, corners + pair),
        REPS=representatives(("A", 2, 1), ("B", 20, 0)),
        REP_ID_FIELD="rep_id",
        feedback=feedback,
    )
    assert results["SAVED_BY_MOVING_PCT"] < 0.0
    assert "In 1 territory (A) the current home needs less travel" in " ".join(feedback.infos)
    assert "no candidate itself." in " ".join(feedback.infos)


def test_unassigned_areas_are_left_out(resite):
    areas = grid(4, 1, FIELDS, lambda n: (n, "A" if n < 4 else None, 1.0))
    feedback = Listener()
    results = resite(areas, feedback=feedback)
    assert column(results["OUTPUT"], "area_id") == [2]
    assert "1 area has no territory in 'territory'; it is left out" in feedback.warned


def test_geographic_points_across_the_antimeridian(resite):
    rows = [(f"Point ({x} -17)", i, "A", 1.0) for i, x in enumerate((179.8, -179.9, -179.6))]
    results = resite(make_layer("Point", FIELDS, rows, crs="EPSG:4326"))
    assert column(results["OUTPUT"], "area_id") == [1]
    assert results["AFTER_KM"] == pytest.approx(0.6 * 106.5, rel=1e-2)


def test_result_does_not_depend_on_the_order_of_reading(resite):
    rows = [(spot(i % 4, i // 4), i, "AB"[i % 2], 1.0 + i % 3) for i in range(16)]
    one, other = (
        resite(make_layer("Point", FIELDS, order), WEIGHT_FIELD="weight")
        for order in (rows, rows[::-1])
    )
    assert column(one["OUTPUT"], "area_id") == column(other["OUTPUT"], "area_id")


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"BEFORE_FIELD": "territory"}, "(BEFORE_FIELD) needs to know where trips began"),
        (
            {"BEFORE_FIELD": "x", "REPS": "A and B"},
            "(BEFORE_FIELD): “Areas or customers by territory” (INPUT) has no field 'x'",
        ),
        ({"TERRITORY_FIELD": "nothing"}, "(INPUT) has no field 'nothing'"),
        ({"CANDIDATES": "false"}, "true for none of the 8 features"),
        ({"CANDIDATES": '"x" = 1'}, "x"),
        (
            {"REPS": "only A"},
            "territories without a representative in “Current homes” (REPS): B (4 areas)",
        ),
        ({"COST_MATRIX": "other ids"}, "does not name 8 of the 8 areas"),
        (
            {"COST_MATRIX": "no rows"},
            "no rows from 1 of 2 candidates: 1",
        ),
    ],
)
def test_refusals(processing, tmp_path, parameters, words):
    layers = {
        "only A": representatives(("A", 0, 0)),
        "A and B": representatives(("A", 0, 0), ("B", 7, 0)),
        "other ids": matrix_of(apart, range(101, 109)),
        "no rows": matrix_of(apart, range(1, 9), origins=[4, 8]),
    }
    given = {"INPUT": two_territories(), "AREA_ID_FIELD": "id"}
    if parameters.get("REPS"):
        given["REP_ID_FIELD"] = "rep_id"
    if parameters.get("COST_MATRIX") == "no rows":
        given["CANDIDATES"] = '"id" IN (1, 4)'
    parameters = {key: layers.get(value, value) for key, value in parameters.items()}
    assert words in refusal("territory:resitereps", given | parameters, tmp_path)


def test_cancel_writes_nothing(processing, tmp_path):
    feedback = Listener()
    feedback.cancel()
    refusal("territory:resitereps", {"INPUT": two_territories()}, tmp_path, feedback)
