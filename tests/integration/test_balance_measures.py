"""territory:balance: what is balanced, whose trips count, how areas are called, what is proved."""

from __future__ import annotations

import pytest
from territory_design.tests.integration.maps import (
    QUICK,
    Listener,
    by_id,
    column,
    grid,
    make_layer,
    refusal,
    region,
    representatives,
    table,
)

BALANCE, NEAREST = "territory:balance", "territory:nearestrep"
FIELDS = "id:integer, weight:double, visits:double, name:string"


@pytest.fixture
def run(processing):
    def call(algorithm, areas, *, feedback=None, **parameters) -> dict:
        given = {"INPUT": areas, "OUTPUT": "memory:", "TERRITORIES": "memory:"}
        if algorithm == BALANCE:
            given |= QUICK
        return processing.run(algorithm, given | parameters, feedback=feedback or Listener())

    return call


def row(count: int = 8, visits=lambda _: 1.0):
    """Areas 1 2 3 … in a row with weight 1, visits and a name each."""
    return grid(count, 1, FIELDS, lambda n: (n, 1.0, visits(n), f"Area {n}"))


class TestTrips:
    def test_mean_trips_count_visits(self, run):
        # All visits go to area 1, one kilometre from the home in 2.
        areas = row(8, lambda n: 5.0 if n == 1 else 0.0)
        reps = representatives(("a", 1, 0), ("b", 6, 0))
        for algorithm in (BALANCE, NEAREST):
            results = run(algorithm, areas, REPS=reps, REP_ID_FIELD="rep_id", TRIPS_FIELD="visits")
            assert results["MEAN_DISTANCE_M"] == pytest.approx(1000.0 / 0.9996, rel=1e-4)
            assert set(column(results["TERRITORIES"], "areas")) == {4}

    def test_one_trip_each_does_not_count_how_heavy_an_area_is(self, run):
        areas = grid(4, 1, FIELDS, lambda n: (n, 9.0 if n == 1 else 1.0 if n < 4 else 0.0, 0.0, ""))
        reps = representatives(("a", 0, 0))
        by_weight, each = (
            run(NEAREST, areas, REPS=reps, WEIGHT_FIELD="weight", TRIPS=trips)["MEAN_DISTANCE_M"]
            for trips in (0, 1)
        )
        assert by_weight == pytest.approx((1.0 + 2.0) / 11.0 * 1000.0 / 0.9996, rel=1e-4)
        assert each == pytest.approx((1.0 + 2.0) / 3.0 * 1000.0 / 0.9996, rel=1e-4)

    def test_homes_are_best_for_the_visits(self, run):
        areas = row(5, lambda n: 10.0 if n == 5 else 1.0)
        layer = make_layer(
            "Polygon",
            "id:integer, territory:string, visits:double",
            [(f.geometry(), f["id"], "A", f["visits"]) for f in areas.getFeatures()],
        )
        homes = [
            column(
                run("territory:resitereps", layer, AREA_ID_FIELD="id", **trips)["OUTPUT"], "area_id"
            )
            for trips in ({}, {"TRIPS_FIELD": "visits"})
        ]
        assert homes == [[3], [5]]

    def test_change_counts_weight_and_not_visits(self, run):
        # Area 5, which nobody visits, comes to a.
        areas = make_layer(
            "Polygon",
            "id:integer, today:string, visits:double",
            [
                (f.geometry(), f["id"], "a" if f["id"] < 4 else "b", float(f["id"] != 4))
                for f in row().getFeatures()
            ],
        )
        results = run(BALANCE, areas, TERRITORY_FIELD="today", TRIPS_FIELD="visits")
        assert results["CHANGED_PCT"] == pytest.approx(12.5)
        assert results["MAX_DEVIATION_PCT"] == pytest.approx(0.0, abs=1e-9)

    @pytest.mark.parametrize("algorithm", [BALANCE, NEAREST])
    def test_no_visits_at_all_are_refused(self, processing, tmp_path, algorithm):
        given = {"INPUT": row(8, lambda _: 0.0), "REPS": representatives(("a", 1, 0))}
        text = refusal(algorithm, given | {"TRIPS_FIELD": "visits"}, tmp_path)
        assert "(TRIPS_FIELD) 'visits' is 0 or NULL in every area" in text

    def test_wrong_trips_are_called_trips(self, processing, tmp_path):
        areas = grid(3, 3, "id:integer, visits:double", lambda n: (n, -1.0 if n == 4 else 1.0))
        given = {"INPUT": areas, "COUNT": 3, "TRIPS_FIELD": "visits"}
        text = refusal(BALANCE, given, tmp_path)
        assert "“Field with the number of trips” (TRIPS_FIELD): 'visits' is negative in 1" in text


class TestCriteria:
    def test_expressions_are_balanced_like_fields(self, run):
        field = run(BALANCE, region(), COUNT=4, BALANCE_FIELDS=["farms_synth"])
        expression = run(BALANCE, region(), COUNT=4, BALANCE_EXPRESSIONS='2 * "farms_synth"')
        assert by_id(field["OUTPUT"], key="ags") == by_id(expression["OUTPUT"], key="ags")
        twice = [2 * total for total in column(field["TERRITORIES"], "farms_synth")]
        assert column(expression["TERRITORIES"], "criterion_1") == pytest.approx(twice)

    def test_expressions_besides_fields_have_their_importance(self, run):
        results = run(
            BALANCE,
            region(),
            COUNT=4,
            BALANCE_FIELDS=["farms_synth"],
            BALANCE_EXPRESSIONS='"pop2018"\n\n1',
            BALANCE_WEIGHTS="5,1,1",
        )
        names = results["TERRITORIES"].fields().names()
        assert {"farms_synth_pct", "criterion_1_pct", "criterion_2_pct"} <= set(names)
        farms, people = (
            max(map(abs, column(results["TERRITORIES"], f"{name}_pct")))
            for name in ("farms_synth", "criterion_1")
        )
        assert farms < people
        areas = column(results["TERRITORIES"], "areas")
        assert column(results["TERRITORIES"], "criterion_2") == areas

    @pytest.mark.parametrize(
        ("parameters", "words"),
        [
            ({"BALANCE_EXPRESSIONS": '"id" +'}, "(BALANCE_EXPRESSIONS) cannot be read"),
            (
                {"BALANCE_EXPRESSIONS": '"farms"'},
                "fields that “Areas” (INPUT) does not have: farms",
            ),
            ({"BALANCE_EXPRESSIONS": "'many'"}, "no number from 0 for 8 areas"),
            ({"BALANCE_EXPRESSIONS": '4 - "id"'}, "no number from 0 for 4 areas"),
            ({"BALANCE_EXPRESSIONS": '"id" - "id"'}, '\'"id" - "id"\' is 0 or NULL in every area'),
            ({"BALANCE_EXPRESSIONS": "1", "BALANCE_WEIGHTS": "1,2"}, "number of criteria is 1"),
            ({"NAME_FIELD": "nothing"}, "(NAME_FIELD): “Areas” (INPUT) has no field 'nothing'"),
        ],
    )
    def test_refusals(self, processing, tmp_path, parameters, words):
        text = refusal(BALANCE, {"INPUT": row(), "COUNT": 2} | parameters, tmp_path)
        assert words in text

    def test_each_objective_is_best_in_its_own_measure(self, run):
        # Heavy areas, of which no plan is best in two measures; all plans are tried out.
        #   14 29  6 19
        #   28 11 20 11
        #   13 16 16 10
        weights = [13, 16, 16, 10, 28, 11, 20, 11, 14, 29, 6, 19]
        areas = grid(4, 3, values=lambda n: (n, float(weights[n - 1])))
        rows = {
            objective: column(
                run(
                    BALANCE,
                    areas,
                    COUNT=4,
                    BALANCE_FIELDS=["weight"],
                    OBJECTIVE=objective,
                    WEIGHT_TRAVEL=0,
                    WEIGHT_COMPACTNESS=0,
                )["TERRITORIES"],
                "deviation_pct",
            )
            for objective in (0, 1, 2)
        }
        worst = {name: max(map(abs, values)) for name, values in rows.items()}
        mean = {name: sum(map(abs, values)) for name, values in rows.items()}
        square = {name: sum(value**2 for value in values) for name, values in rows.items()}
        assert worst[0] < min(worst[1], worst[2])
        assert mean[1] < mean[0]
        assert square[2] < square[0]


class TestNames:
    def test_homes_and_messages_name_areas(self, run):
        areas = grid(8, 1, FIELDS, lambda n: (n, 90.0 if n == 3 else 1.0, 1.0, f"Area {n}"))
        said = Listener()
        results = run(
            BALANCE,
            areas,
            COUNT=2,
            BALANCE_FIELDS=["weight"],
            NAME_FIELD="name",
            AREA_ID_FIELD="id",
            REPS_OUT="memory:",
            feedback=said,
        )
        assert "Area Area 3 holds 186 %" in said.warned
        for home in table(results["REPS_OUT"], "territory").values():
            assert home["area_name"] == f"Area {home['area_id']}"
            assert home["best_name"] == f"Area {home['best_id']}"

    @pytest.mark.parametrize("algorithm", [BALANCE, NEAREST])
    def test_a_home_that_yields_goes_to_an_area_with_a_name(self, run, algorithm):
        said = Listener()
        reps = representatives(("a", 0, 0), ("b", 0.1, 0))
        run(algorithm, row(), REPS=reps, REP_ID_FIELD="rep_id", NAME_FIELD="name", feedback=said)
        assert "→ Area 2)" in said.warned

    def test_resited_homes_have_a_name(self, run):
        rows = [(f.geometry(), f["id"], "A", f["name"]) for f in row(5).getFeatures()]
        areas = make_layer("Polygon", "id:integer, territory:string, name:string", rows)
        results = run("territory:resitereps", areas, NAME_FIELD="name")
        assert column(results["OUTPUT"], "area_name") == ["Area 3"]


class TestProofs:
    def test_no_plan_can_have_less_travel_than_is_said(self, run):
        # Homes in 2 and 5: 1 2 3 | 4 … 8 is nearest, 1 2 3 4 | 5 … 8 even and 1 km more in all.
        reps = representatives(("a", 1, 0), ("b", 4, 0))
        results = run(BALANCE, row(), REPS=reps, REP_ID_FIELD="rep_id")
        assert results["MEAN_DISTANCE_BOUND_M"] == pytest.approx(results["MEAN_DISTANCE_M"])
        assert results["MEAN_DISTANCE_M"] == pytest.approx(
            10.0 / 9.0 * results["START_MEAN_DISTANCE_M"]
        )

    def test_nothing_is_proved_of_homes_that_may_move(self, run):
        assert "MEAN_DISTANCE_BOUND_M" not in run(BALANCE, row(), COUNT=2)
        reps = representatives(("a", 1, 0), ("b", 2, 0))
        results = run(BALANCE, row(), REPS=reps, REP_ID_FIELD="rep_id", FIXED_REPS=False)
        assert "MEAN_DISTANCE_BOUND_M" not in results
