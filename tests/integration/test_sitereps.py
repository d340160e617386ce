"""territory:sitereps: homes among candidates."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from qgis.core import QgsProject, QgsVectorLayer
from territory_design.tests.integration.maps import (
    ROOT,
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
    table,
)

FRANCISCO = str(ROOT / "examples" / "sf_pmedian_spopt.gpkg")
NATURAL_BREAKS, P_MEDIAN, GENETIC = 0, 1, 2


@pytest.fixture
def site(processing):
    def call(areas, count, *, feedback=None, **parameters) -> dict:
        defaults = {"INPUT": areas, "COUNT": count, "REPS": "memory:", "OUTPUT": "memory:"}
        return processing.run(
            "territory:sitereps", defaults | parameters, feedback=feedback or Listener()
        )

    return call


def two_villages() -> QgsVectorLayer:
    """Weights of areas; homes belong in the middles of the two villages::

    1 9 1 0 0 0 2 8 2
    """
    weights = (1, 9, 1, 0, 0, 0, 2, 8, 2)
    return grid(9, 1, values=lambda number: (number, float(weights[number - 1])))


@pytest.mark.parametrize("method", [P_MEDIAN, GENETIC])
def test_homes_lie_where_the_weight_is(site, method):
    results = site(two_villages(), 2, WEIGHT_FIELD="weight", METHOD=method, AREA_ID_FIELD="id")
    homes = table(results["REPS"], "rep_id")
    assert sorted(homes) == [2, 8]
    assert homes[2]["served"] == 11.0
    assert homes[8]["served"] == 12.0
    assert homes[2]["potential"] == 9.0
    assert homes[2]["class"] == max(row["class"] for row in homes.values())
    assert results["OBJECTIVE"] == pytest.approx(6000.0 / 0.9996, rel=1e-3)
    assert results["LOWER_BOUND"] <= results["OBJECTIVE"]
    assert column(results["OUTPUT"], "territory") == [2, 2, 2, 2, 8, 8, 8, 8, 8] or column(
        results["OUTPUT"], "territory"
    ) == [2, 2, 2, 2, 2, 8, 8, 8, 8]


def test_the_lower_bound_is_proven(site):
    results = site(two_villages(), 2, WEIGHT_FIELD="weight")
    assert results["STATUS"] == "optimal"
    assert results["GAP_PCT"] == pytest.approx(0.0, abs=1e-6)


def test_natural_breaks_are_repeatable_and_never_take_a_candidate_twice(site):
    def homes(seed: int) -> list:
        results = site(
            region(),
            12,
            WEIGHT_FIELD="pop2018",
            METHOD=NATURAL_BREAKS,
            SEED=seed,
            AREA_ID_FIELD="ags",
        )
        assert results["LOWER_BOUND"] <= results["OBJECTIVE"]
        return column(results["REPS"], "rep_id")

    first = homes(1)
    assert first == homes(1)
    assert len(set(first)) == 12
    assert any(homes(seed) != first for seed in (2, 3))


def test_the_order_of_reading_does_not_matter(site):
    rows = [(spot(i % 5, i // 5), i, float(i % 4 + 1)) for i in range(20)]
    outcomes = []
    for order in (rows, rows[::-1]):
        layer = make_layer("Point", "id:integer, weight:double", order)
        for method in (NATURAL_BREAKS, P_MEDIAN, GENETIC):
            results = site(layer, 3, WEIGHT_FIELD="weight", METHOD=method, AREA_ID_FIELD="id")
            outcomes.append((column(results["REPS"], "rep_id"), results["OBJECTIVE"]))
    assert outcomes[:3] == outcomes[3:]


def test_candidates_by_expression(site):
    results = site(
        two_villages(),
        2,
        WEIGHT_FIELD="weight",
        CANDIDATES='"id" IN (1, 4, 9)',
        AREA_ID_FIELD="id",
    )
    assert sorted(column(results["REPS"], "rep_id")) == [1, 9]


def test_candidates_of_a_layer_bring_their_own_ids_and_the_weight_around_them(site):
    sites = representatives(("west", 1, 0), ("gap", 4, 0), ("east", 7, 0))
    results = site(
        two_villages(),
        2,
        WEIGHT_FIELD="weight",
        CANDIDATE_LAYER=sites,
        CANDIDATE_ID_FIELD="rep_id",
    )
    homes = table(results["REPS"], "rep_id")
    assert sorted(homes) == ["east", "west"]
    assert homes["west"]["potential"] == 11.0
    assert set(column(results["OUTPUT"], "territory")) == {"east", "west"}


def test_san_francisco_has_the_published_optimum(site, processing):
    """spopt's case: 4 of 16 stores by network distance; the optimum is found by enumeration."""
    demand = QgsVectorLayer(f"{FRANCISCO}|layername=demand_205", "demand", "ogr")
    stores = QgsVectorLayer(f"{FRANCISCO}|layername=sites_16", "stores", "ogr")
    ways = QgsVectorLayer(f"{FRANCISCO}|layername=network_distance_m", "ways", "ogr")
    rows = [(None, row["site"], row["demand_name"], row["distance"]) for row in ways.getFeatures()]
    fields = "origin:string, destination:double, distance_m:double"
    matrix = make_layer("NoGeometry", fields, rows, crs="")
    results = site(
        demand,
        4,
        WEIGHT_FIELD="POP2000",
        COST_MATRIX=matrix,
        AREA_ID_FIELD="NAME",
        CANDIDATE_LAYER=stores,
        CANDIDATE_ID_FIELD="NAME",
    )
    weight = dict(zip(column(demand, "NAME"), column(demand, "POP2000")))
    cost: dict = {}
    for _, store, place, metres in rows:
        cost.setdefault(store, {})[place] = metres * weight[place]
    order = sorted(weight)
    costs = np.array([[cost[store][place] for place in order] for store in sorted(cost)])
    best = min(
        costs[list(four)].min(axis=0).sum() for four in itertools.combinations(range(len(costs)), 4)
    )
    assert results["OBJECTIVE"] == pytest.approx(best, rel=1e-9)
    assert results["LOWER_BOUND"] == pytest.approx(best, rel=1e-6)


def test_times_of_a_cost_matrix_decide(site):
    """The road to area 3 is so slow that homes lie in 1 and 3, although all areas are alike."""
    minutes = {(1, 2): 1, (2, 3): 50, (1, 3): 51}
    rows = []
    for (one, other), value in minutes.items():
        rows += [(None, one, other, 1000.0, value * 60.0), (None, other, one, 1000.0, value * 60.0)]
    fields = "origin:integer, destination:integer, distance_m:double, time_s:double"
    matrix = make_layer("NoGeometry", fields, rows, crs="")
    results = site(grid(3, 1), 2, COST_MATRIX=matrix, AREA_ID_FIELD="id", CANDIDATES='"id" <> 2')
    assert sorted(column(results["REPS"], "rep_id")) == [1, 3]
    assert column(results["OUTPUT"], "time_s") == [0.0, 60.0, 0.0]
    assert results["OBJECTIVE"] == 60.0


def test_capacity_is_kept(site):
    results = site(grid(6, 1), 2, CAPACITY=3.0, CANDIDATES='"id" <= 2 OR "id" = 6')
    assert column(results["REPS"], "served") == [3.0, 3.0]


def test_geographic_points_across_the_antimeridian(site):
    longitudes = (179.0, 179.5, -179.5, -179.0, 10.0, 10.5, 11.0)
    rows = [(f"Point ({x} -17)", i) for i, x in enumerate(longitudes)]
    layer = make_layer("Point", "id:integer", rows, crs="EPSG:4326")
    results = site(layer, 2, AREA_ID_FIELD="id")
    assert sorted(column(results["REPS"], "rep_id"))[1] == 5
    own = by_id(results["OUTPUT"])
    assert len({own[i] for i in range(4)}) == 1
    assert {own[i] for i in range(4, 7)} == {5}


def test_empty_geometry_passes_through(site):
    layer = make_layer("Point", "id:integer", [(spot(0, 0), 1), (None, 2), (spot(2, 0), 3)])
    results = site(layer, 1, AREA_ID_FIELD="id")
    assert by_id(results["OUTPUT"]) == {1: 1, 2: None, 3: 1}


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"COUNT": 10}, "10 homes are asked for, but there are 9 candidates"),
        ({"COUNT": 2, "CANDIDATES": '"id" = 1'}, "2 homes are asked for, but there is 1 candidate"),
        ({"CANDIDATES": "false"}, "true for none of the 9 features"),
        ({"CANDIDATES": '"id" <'}, "CANDIDATES"),
        (
            {"CAPACITY": 5, "METHOD": 0},
            "“Maximum weight per home” (CAPACITY) is kept by the p-median only",
        ),
        ({"WEIGHT_FIELD": "zero"}, "“Weight” (WEIGHT_FIELD) is 0 or NULL everywhere"),
        (
            {"COUNT": 1, "CAPACITY": 9.0, "WEIGHT_FIELD": "weight"},
            "1 home holds 9 at most, but the weights add up to 17",
        ),
        (
            {"CAPACITY": 5.0, "WEIGHT_FIELD": "weight", "AREA_ID_FIELD": "id"},
            "1 place alone weighs more than one home may serve (5): 2",
        ),
    ],
)
def test_refusals(processing, tmp_path, parameters, words):
    layer = grid(
        9, 1, "id:integer, weight:double, zero:double", lambda n: (n, 9.0 if n == 2 else 1.0, 0.0)
    )
    given = {"INPUT": layer, "COUNT": 2}
    assert words in refusal("territory:sitereps", given | parameters, tmp_path)


def test_both_kinds_of_candidates_are_refused(processing, tmp_path):
    given = {
        "INPUT": grid(3, 1),
        "COUNT": 1,
        "CANDIDATES": '"id" = 1',
        "CANDIDATE_LAYER": representatives(("A", 0, 0)),
    }
    assert "Give one of the two" in refusal("territory:sitereps", given, tmp_path)


def test_a_matrix_that_lacks_pairs_names_them(processing, tmp_path):
    rows = [(None, o, d, 1.0) for o in (1, 2) for d in (1, 2, 3) if (o, d) != (2, 3)]
    matrix = make_layer(
        "NoGeometry", "origin:integer, destination:integer, distance_m:double", rows, crs=""
    )
    given = {"INPUT": grid(3, 1), "COUNT": 1, "COST_MATRIX": matrix, "AREA_ID_FIELD": "id"}
    text = refusal("territory:sitereps", given, tmp_path)
    assert "2 → 3" in text
    assert "lacks 1 of" in text
    given["CANDIDATES"] = '"id" = 3'
    assert "no rows from 1 of 1 candidates: 3" in refusal("territory:sitereps", given, tmp_path)


@pytest.mark.parametrize("method", [1, 2])
def test_places_without_a_way_are_named(processing, tmp_path, method):
    rows = [
        (None, o, d, None if 3 in (o, d) and o != d else 1.0) for o in (1, 2) for d in (1, 2, 3)
    ]
    matrix = make_layer(
        "NoGeometry", "origin:integer, destination:integer, distance_m:double", rows, crs=""
    )
    areas = grid(3, 1, values=lambda number: (4 - number, 1.0))
    given = {"INPUT": areas, "COUNT": 1, "COST_MATRIX": matrix, "AREA_ID_FIELD": "id"}
    text = refusal("territory:sitereps", given | {"METHOD": method}, tmp_path)
    assert "1 place cannot be reached from any candidate: 3" in text


def test_cancelled_before_there_is_a_choice(processing, tmp_path):
    feedback = Listener()
    feedback.cancel()
    given = {"INPUT": region(), "COUNT": 3}
    text = refusal("territory:sitereps", given, tmp_path, feedback)
    assert text


def districts(**more) -> QgsVectorLayer:
    """Two districts with their capitals (c), the first of which weighs 1 of 11 itself::

    A A A B B
    5 1 5 0 7
      c     c
    """
    weights, names = (5.0, 1.0, 5.0, 0.0, 7.0), ("Ahorn", "Bach", "Colmberg", None, "Ebern")
    potentials = (0.0, 134.0, 0.0, 0.0, 7.0)

    def values(number):
        row = number - 1
        return number, weights[row], names[row], int(number in (2, 5)), potentials[row], 1.0

    fields = "id:integer, weight:double, name:string, capital:integer, district:double, once:double"
    return grid(5, 1, fields, values, **more)


CAPITALS = {"WEIGHT_FIELD": "weight", "CANDIDATES": '"capital" = 1', "AREA_ID_FIELD": "id"}


def test_candidates_have_the_potential_of_their_district(site):
    results = site(districts(), 2, **CAPITALS)
    assert by_id(results["REPS"], "potential", "rep_id") == {2: 11.0, 5: 7.0}
    results = site(districts(), 2, POTENTIAL_FIELD="district", **CAPITALS)
    assert by_id(results["REPS"], "potential", "rep_id") == {2: 134.0, 5: 7.0}
    rows = [(spot(1, 0), "b", 90.0), (spot(4, 0), "e", 3.0)]
    sites = make_layer("Point", "code:string, rich:double", rows)
    given = {"CANDIDATE_ID_FIELD": "code", "CANDIDATE_POTENTIAL_FIELD": "rich"}
    results = site(districts(), 2, WEIGHT_FIELD="weight", CANDIDATE_LAYER=sites, **given)
    assert by_id(results["REPS"], "potential", "rep_id") == {"b": 90.0, "e": 3.0}


def test_a_potential_that_is_negative_is_refused(processing, tmp_path):
    layer = grid(3, 1, values=lambda number: (number, 1.0 - number))
    given = {"INPUT": layer, "COUNT": 1, "POTENTIAL_FIELD": "weight"}
    text = refusal("territory:sitereps", given, tmp_path)
    assert "'weight' is negative in 2 features" in text


def test_classes_and_candidates_are_written(site):
    outputs = {"CLASS_TABLE": "memory:", "CANDIDATES_OUT": "memory:"}
    results = site(districts(), 1, WEIGHT_FIELD="weight", CLASSES=2, AREA_ID_FIELD="id", **outputs)
    rows = table(results["CLASS_TABLE"], "class")
    assert [(row["minimum"], row["maximum"]) for row in rows.values()] == [(0, 1), (5, 7)]
    assert [(row["weight"], row["candidates"]) for row in rows.values()] == [(1, 2), (2, 3)]
    assert [row["homes"] for row in rows.values()] == [0, 1]
    candidates = table(results["CANDIDATES_OUT"], "rep_id")
    assert sorted(candidates) == [1, 2, 3, 4, 5]
    assert sum(row["home"] for row in candidates.values()) == 1
    # From 3: 5 × 2 + 1 × 1 + 7 × 2 km.
    assert candidates[3]["access_m"] == pytest.approx(25_000.0 / 0.9996, rel=1e-3)
    home = next(results["REPS"].getFeatures())
    assert home["access_m"] == candidates[home["rep_id"]]["access_m"]


def test_candidates_load_graduated_by_potential(processing):
    try:
        _, layers = run_into_project(
            "territory:sitereps",
            {"INPUT": districts(), "COUNT": 1, "CLASSES": 3, "WEIGHT_FIELD": "weight"}
            | dict.fromkeys(("REPS", "OUTPUT", "CANDIDATES_OUT"), "TEMPORARY_OUTPUT"),
        )
        ranges = layers["CANDIDATES_OUT"].renderer().ranges()
        assert [(r.lowerValue(), r.upperValue()) for r in ranges] == [(0, 1), (5, 5), (7, 7)]
        colours = [r.symbol().color().name() for r in ranges]
        assert colours == ["#d7191c", "#ffffbf", "#1a9641"]
    finally:
        QgsProject.instance().clear()


def test_names_stand_in_results_labels_and_messages(site, processing, tmp_path):
    results = site(districts(), 2, NAME_FIELD="name", **CAPITALS)
    assert by_id(results["REPS"], "name", "rep_id") == {2: "Bach", 5: "Ebern"}
    assert column(results["OUTPUT"], "territory_name") == ["Bach"] * 3 + ["Ebern"] * 2
    given = {"INPUT": districts(), "COUNT": 2, "NAME_FIELD": "name", "CAPACITY": 6.0} | CAPITALS
    assert "(6): Ebern." in refusal("territory:sitereps", given, tmp_path)
    try:
        _, layers = run_into_project(
            "territory:sitereps",
            {"INPUT": districts(), "COUNT": 2, "NAME_FIELD": "name"}
            | CAPITALS
            | dict.fromkeys(("REPS", "OUTPUT"), "TEMPORARY_OUTPUT"),
        )
        assert layers["REPS"].labeling().settings().fieldName == '"name"'
    finally:
        QgsProject.instance().clear()


def test_a_place_without_a_name_is_called_by_its_id(site):
    results = site(districts(), 1, NAME_FIELD="name", CANDIDATES='"id" = 4', AREA_ID_FIELD="id")
    assert column(results["REPS"], "name") == ["4"]


def test_names_of_another_layer(site):
    sites = representatives(("x", 1, 0), ("y", 4, 0))
    given = {"CANDIDATE_LAYER": sites, "CANDIDATE_NAME_FIELD": "rep_id"}
    results = site(districts(), 2, **given)
    assert column(results["REPS"], "name") == ["x", "y"]


def test_a_field_of_names_that_is_not_there_is_refused(processing, tmp_path):
    given = {"INPUT": districts(), "COUNT": 1, "NAME_FIELD": "label"}
    assert (
        "(NAME_FIELD): “Areas or customers to be served” (INPUT) has no field 'label'"
        in refusal("territory:sitereps", given, tmp_path)
    )


def test_trips_are_the_weight_of_travel(site):
    """By weight the home is the middle of 5 1 5 0 7; with one trip each it is the middle area."""
    by_weight = site(districts(), 1, WEIGHT_FIELD="weight", AREA_ID_FIELD="id")
    once = site(districts(), 1, WEIGHT_FIELD="district", TRIPS_FIELD="once", AREA_ID_FIELD="id")
    assert column(by_weight["REPS"], "rep_id") == [3]
    assert column(once["REPS"], "rep_id") == [3]
    assert once["OBJECTIVE"] == pytest.approx(6_000.0 / 0.9996, rel=1e-3)
    assert column(once["REPS"], "served") == [141.0]


def test_equation_one_chooses_the_most_accessible(site):
    results = site(districts(), 2, METHOD=GENETIC, CRITERION=1, AREA_ID_FIELD="id")
    assert results["STATUS"] == "optimal"
    # One trip to each of five in a row: 6 from the middle, 7 from its neighbours.
    assert results["OBJECTIVE"] == pytest.approx(13_000.0 / 0.9996, rel=1e-3)
    assert 3 in column(results["REPS"], "rep_id")


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        (
            {"CROSSOVER_MIN": 0.9, "CROSSOVER_MAX": 0.5},
            "minimum crossover rate” (CROSSOVER_MIN) is 0.9 and",
        ),
        ({"MUTATION_MIN": 0.9}, "maximum mutation rate” (MUTATION_MAX) is 0.05"),
    ],
)
def test_settings_of_the_genetic_search_are_checked(processing, tmp_path, parameters, words):
    given = {"INPUT": districts(), "COUNT": 1, "METHOD": GENETIC} | parameters
    assert words in refusal("territory:sitereps", given, tmp_path)


def test_the_settings_of_the_genetic_search_count(site):
    places = region()
    given = {"METHOD": GENETIC, "WEIGHT_FIELD": "pop2018", "AREA_ID_FIELD": "ags"}
    hasty = site(places, 8, MAX_GENERATIONS=1, POPULATION=2, **given)
    patient = site(places, 8, **given)
    assert patient["OBJECTIVE"] != hasty["OBJECTIVE"]
    assert max(hasty["LOWER_BOUND"], patient["LOWER_BOUND"]) <= min(
        hasty["OBJECTIVE"], patient["OBJECTIVE"]
    )


def test_a_cancel_in_the_search_gives_the_best_homes_so_far(site):
    feedback = Listener(cancel_at=30)
    # On an even map a choice is not proved the best one at once.
    results = site(grid(8, 8), 6, WEIGHT_FIELD="weight", feedback=feedback)
    assert results["STATUS"] == "cancelled"
    assert len(column(results["REPS"], "rep_id")) == 6
    assert None not in column(results["OUTPUT"], "territory")
