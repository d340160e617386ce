"""Input that cannot be used: said before the work, with numbers and advice; nothing is left."""

from __future__ import annotations

import gc
import threading
import time
import weakref

import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpression,
    QgsExpressionContext,
    QgsGeometry,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
)
from qgis.PyQt.QtCore import QCoreApplication, QEvent
from territory_design.tests.integration.maps import (
    EAST,
    NORTH,
    QUICK,
    REGION,
    SEARCHED,
    UTM32,
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

ADJACENCY, NEAREST, BALANCE = "territory:adjacency", "territory:nearestrep", "territory:balance"
NUMBERED = "id:integer, weight:double"
BOW_TIE = (
    f"Polygon (({EAST + 2000} {NORTH + 2000}, {EAST + 3000} {NORTH + 3000}, "
    f"{EAST + 3000} {NORTH + 2000}, {EAST + 2000} {NORTH + 3000}, {EAST + 2000} {NORTH + 2000}))"
)
MEMORY = {
    ADJACENCY: {"OUTPUT": "memory:"},
    NEAREST: {"OUTPUT": "memory:", "TERRITORIES": "memory:"},
    BALANCE: {"OUTPUT": "memory:", "TERRITORIES": "memory:", "REPS_OUT": "memory:"} | QUICK,
}


@pytest.fixture
def run(processing):
    """Run with results in memory; returns outputs and what was said."""

    def call(algorithm: str, **parameters) -> tuple[dict, Listener]:
        feedback = Listener()
        results = processing.run(algorithm, MEMORY[algorithm] | parameters, feedback=feedback)
        return results, feedback

    return call


@pytest.fixture
def in_project():
    """Adds a layer to the project while the test runs and returns its id."""
    added = []

    def add(layer) -> str:
        QgsProject.instance().addMapLayer(layer)
        added.append(layer.id())
        return layer.id()

    yield add
    QgsProject.instance().removeMapLayers(added)


def what_each_needs(algorithm: str) -> dict:
    """The smallest set of further parameters."""
    return {
        ADJACENCY: {},
        NEAREST: {"REPS": representatives(("a", 0, 0), ("b", 2, 2)), "REP_ID_FIELD": "rep_id"},
        BALANCE: {"COUNT": 2},
    }[algorithm]


def weight_parameter(algorithm: str, field: str) -> dict:
    return {"WEIGHT_FIELD": field} if algorithm == NEAREST else {"BALANCE_FIELDS": [field]}


every_algorithm = pytest.mark.parametrize("algorithm", [ADJACENCY, NEAREST, BALANCE])
weighing = pytest.mark.parametrize("algorithm", [NEAREST, BALANCE])


class TestAreas:
    @every_algorithm
    def test_no_polygons(self, processing, tmp_path, algorithm):
        nothing = make_layer("Polygon", NUMBERED, [])
        text = refusal(algorithm, {"INPUT": nothing} | what_each_needs(algorithm), tmp_path)
        assert "(INPUT) holds no feature with a geometry" in text
        assert "selected" in text

    @every_algorithm
    def test_nothing_but_empty_geometries(self, processing, tmp_path, algorithm):
        nothing = make_layer("Polygon", NUMBERED, [(None, 1, 1.0), ("Polygon EMPTY", 2, 1.0)])
        text = refusal(algorithm, {"INPUT": nothing} | what_each_needs(algorithm), tmp_path)
        assert "(INPUT) holds no feature with a geometry" in text

    def test_one_polygon_has_no_neighbours(self, run):
        results, _ = run(ADJACENCY, INPUT=grid(1, 1))
        assert (results["EDGE_COUNT"], results["COMPONENT_COUNT"]) == (0, 1)
        assert results["OUTPUT"].featureCount() == 0

    def test_one_polygon_is_one_territory(self, run):
        results, _ = run(NEAREST, INPUT=grid(1, 1), REPS=representatives(("a", 0, 0)))
        assert column(results["OUTPUT"], "territory") == [1]
        results, _ = run(BALANCE, INPUT=grid(1, 1), COUNT=1)
        assert column(results["OUTPUT"], "territory") == [1]
        assert results["MAX_DEVIATION_PCT"] == 0.0

    @pytest.mark.parametrize("count", [0, -1])
    def test_too_few_territories(self, processing, tmp_path, count):
        text = refusal(BALANCE, {"INPUT": grid(3, 3), "COUNT": count}, tmp_path)
        assert f"(COUNT) is {count};" in text
        assert "at least 1" in text

    def test_one_territory_takes_all(self, run):
        results, _ = run(BALANCE, INPUT=grid(3, 3), COUNT=1)
        assert set(column(results["OUTPUT"], "territory")) == {1}
        assert results["TERRITORIES"].featureCount() == 1

    def test_more_territories_than_areas(self, processing, tmp_path):
        text = refusal(BALANCE, {"INPUT": grid(3, 3), "COUNT": 10}, tmp_path)
        assert "(COUNT) is 10" in text
        assert "9 areas" in text

    @weighing
    def test_more_representatives_than_areas(self, processing, tmp_path, algorithm):
        reps = representatives(("a", 0, 0), ("b", 0, 0), ("c", 1, 0))
        text = refusal(algorithm, {"INPUT": grid(2, 1), "REPS": reps}, tmp_path)
        assert "3 representatives" in text
        assert "2 areas" in text

    def test_nothing_to_start_from(self, processing, tmp_path):
        text = refusal(BALANCE, {"INPUT": grid(3, 3)}, tmp_path)
        for way in ("REPS", "TERRITORY_FIELD", "COUNT"):
            assert way in text

    def test_fewer_territories_than_representatives(self, processing, tmp_path):
        reps = representatives(("a", 0, 0), ("b", 1, 1), ("c", 2, 2))
        text = refusal(BALANCE, {"INPUT": grid(3, 3), "COUNT": 2, "REPS": reps}, tmp_path)
        assert "(COUNT) is 2, but there are 3 representatives" in text
        assert "Raise the number to 3 or more" in text

    @every_algorithm
    def test_repeated_area_ids(self, processing, tmp_path, algorithm):
        twice = grid(3, 3, values=lambda number: (max(number, 2), 1.0))
        name = "ID_FIELD" if algorithm == ADJACENCY else "AREA_ID_FIELD"
        parameters = {"INPUT": twice, name: "id"} | what_each_needs(algorithm)
        text = refusal(algorithm, parameters, tmp_path)
        assert "'id' are not unique: 2." in text

    def test_a_field_that_is_not_there(self, processing, tmp_path):
        parameters = {"INPUT": grid(3, 3), "COUNT": 2, "BALANCE_FIELDS": ["potential"]}
        text = refusal(BALANCE, parameters, tmp_path)
        assert (
            "“Areas” (INPUT) has no field 'potential'. Choose one of its fields: id, weight."
            in text
        )

    def test_a_layer_without_fields(self, processing, tmp_path):
        bare = make_layer("Polygon", "", [(square(column, 0),) for column in range(3)])
        assert bare.fields().isEmpty()
        text = refusal(BALANCE, {"INPUT": bare, "COUNT": 2, "BALANCE_FIELDS": ["x"]}, tmp_path)
        assert "“Areas” (INPUT) has no field 'x'. It has no fields at all: choose another" in text


class TestWeights:
    def test_all_zero_cannot_be_balanced(self, processing, tmp_path):
        zero = grid(3, 3, values=lambda number: (number, 0.0))
        parameters = {"INPUT": zero, "COUNT": 2, "BALANCE_FIELDS": ["weight"]}
        text = refusal(BALANCE, parameters, tmp_path)
        assert "'weight'" in text
        assert "nothing to balance" in text

    def test_all_zero_still_has_a_nearest_representative(self, run):
        zero = grid(3, 3, values=lambda number: (number, 0.0))
        results, _ = run(NEAREST, INPUT=zero, WEIGHT_FIELD="weight", **what_each_needs(NEAREST))
        assert results["MAX_DEVIATION_PCT"] == 0.0
        assert results["MEAN_DISTANCE_M"] > 0.0
        assert None not in column(results["OUTPUT"], "territory")

    @weighing
    def test_all_null_count_as_zero(self, processing, tmp_path, algorithm, run):
        null = grid(3, 3, values=lambda number: (number, None))
        parameters = {"INPUT": null} | weight_parameter(algorithm, "weight")
        parameters |= what_each_needs(algorithm)
        if algorithm == BALANCE:
            assert "nothing to balance" in refusal(BALANCE, parameters, tmp_path)
        else:
            _, said = run(NEAREST, **parameters)
            assert "'weight' is NULL in 9 features" in said.warned

    @weighing
    @pytest.mark.parametrize(
        ("value", "what"),
        [
            (-0.5, "negative"),
            (float("inf"), "not finite"),
            (float("nan"), "not finite"),
            (1e101, "larger than 1e+100"),
        ],
    )
    def test_values_that_are_no_weights(self, processing, tmp_path, algorithm, value, what):
        wrong = grid(3, 3, values=lambda n: (100 + n, value if n in (3, 7) else 1.0))
        parameters = {"INPUT": wrong, "AREA_ID_FIELD": "id"} | what_each_needs(algorithm)
        text = refusal(algorithm, parameters | weight_parameter(algorithm, "weight"), tmp_path)
        assert f"'weight' is {what} in 2 features" in text
        assert "103, 107" in text
        assert "correct or exclude" in text

    @weighing
    def test_text(self, processing, tmp_path, algorithm):
        text_field = grid(3, 3, "id:integer, weight:string", lambda n: (n, "a dozen"))
        parameters = {"INPUT": text_field} | what_each_needs(algorithm)
        text = refusal(algorithm, parameters | weight_parameter(algorithm, "weight"), tmp_path)
        assert "field 'weight' holds texts" in text
        assert "to_real" in text

    def test_money_as_text_and_an_expression_that_reads_it(self, processing, tmp_path):
        money = {1: "5.660,00 €", 2: "34.810,00 €", 3: " 980,50 €"}
        towns = grid(3, 1, "id:integer, revenue:string", lambda n: (n, money[n]))
        given = {"INPUT": towns, "COUNT": 1, "BALANCE_FIELDS": ["revenue"]}
        text = refusal("territory:balance", given, tmp_path)
        assert "not plain numbers in 3 features" in text
        assert "“5.660,00 €”" in text
        told = text.partition("field calculator: ")[2].partition(" reads such values.")
        assert told[1]
        expression = QgsExpression(told[0])
        context = QgsExpressionContext()
        read = []
        for feature in towns.getFeatures():
            context.setFeature(feature)
            read.append(expression.evaluate(context))
        assert read == [5660.0, 34810.0, 980.5]

    @weighing
    def test_a_null_weight_counts_as_zero(self, run, algorithm):
        some = grid(3, 3, values=lambda n: (n, None if n in (2, 5) else 1.0))
        results, said = run(
            algorithm,
            INPUT=some,
            **weight_parameter(algorithm, "weight"),
            **what_each_needs(algorithm),
        )
        assert "'weight' is NULL in 2 features, which count as 0" in said.warned
        assert sum(column(results["TERRITORIES"], "weight")) == 7.0
        assert None not in column(results["OUTPUT"], "territory")

    def test_an_area_heavier_than_a_target(self, run, processing, tmp_path):
        # Area 5 alone holds 100 of 108, so that 36 per territory are out of reach.
        heavy = grid(3, 3, values=lambda n: (n, 100.0 if n == 5 else 1.0))
        parameters = {"INPUT": heavy, "AREA_ID_FIELD": "id", "COUNT": 3}
        parameters["BALANCE_FIELDS"] = ["weight"]
        results, said = run(BALANCE, **parameters)
        assert "Area 5 holds 278 % of one territory's target" in said.warned
        assert said.warned.count("Area ") == 1
        assert "below 178 %" in said.warned
        assert results["LOWER_BOUND_PCT"] == pytest.approx(177.78, abs=0.01)
        assert results["MAX_DEVIATION_PCT"] == pytest.approx(results["LOWER_BOUND_PCT"], rel=1e-6)
        of_area = by_id(results["OUTPUT"])
        assert list(of_area.values()).count(of_area[5]) == 1, "the heavy area stays alone"

        text = refusal(BALANCE, parameters | {"MAX_DEVIATION": 5}, tmp_path)
        assert "within 5 %" in text
        assert "178 %" in text
        assert "MAX_DEVIATION" in text


class TestGeometry:
    ROWS = tuple((square(i % 3, i // 3), i + 1, 1.0) for i in range(9))

    @weighing
    def test_empty_and_null_pass_through_unassigned(self, run, algorithm):
        some = make_layer(
            "Polygon", NUMBERED, [*self.ROWS, (None, 10, 5.0), ("Polygon EMPTY", 11, 7.0)]
        )
        results, said = run(
            algorithm,
            INPUT=some,
            **weight_parameter(algorithm, "weight"),
            **what_each_needs(algorithm),
        )
        assert "2 features without geometry" in said.warned
        rows = table(results["OUTPUT"], "id")
        assert len(rows) == 11
        assert [number for number, row in rows.items() if not row["territory"]] == [10, 11]
        assert rows[10]["weight"] == 5.0
        assert sum(column(results["TERRITORIES"], "weight")) == 9.0

    def test_adjacency_leaves_out_what_has_no_place(self, run):
        some = make_layer("Polygon", NUMBERED, [*self.ROWS, (None, 10, 5.0)])
        results, _ = run(ADJACENCY, INPUT=some, ID_FIELD="id")
        assert results["EDGE_COUNT"] == 12
        assert 10 not in column(results["OUTPUT"], "from_id")

    @every_algorithm
    def test_a_bow_tie_is_refused(self, processing, tmp_path, algorithm):
        bow = make_layer("Polygon", NUMBERED, [*self.ROWS[:8], (BOW_TIE, 9, 1.0)])
        text = refusal(algorithm, {"INPUT": bow} | what_each_needs(algorithm), tmp_path)
        assert "1 feature has an invalid geometry (feature id 9:" in text
        assert "Fix geometries" in text

    @every_algorithm
    def test_a_bow_tie_is_used_if_the_user_wants_it(self, run, in_project, algorithm):
        bow = make_layer("Polygon", NUMBERED, [*self.ROWS[:8], (BOW_TIE, 9, 1.0)])
        results, _ = run(
            algorithm,
            INPUT=self.filtered(in_project(bow), Qgis.InvalidGeometryCheck.NoCheck),
            **what_each_needs(algorithm),
        )
        if algorithm == ADJACENCY:
            assert results["COMPONENT_COUNT"] == 1
        else:
            assert None not in by_id(results["OUTPUT"]).values()
            assert all(f.geometry().isGeosValid() for f in results["TERRITORIES"].getFeatures())

    @weighing
    def test_a_bow_tie_is_left_out_if_the_user_wants_it(self, run, in_project, algorithm):
        bow = make_layer("Polygon", NUMBERED, [*self.ROWS[:8], (BOW_TIE, 9, 1.0)])
        results, said = run(
            algorithm,
            INPUT=self.filtered(in_project(bow), Qgis.InvalidGeometryCheck.SkipInvalid),
            **what_each_needs(algorithm),
        )
        assert sorted(by_id(results["OUTPUT"])) == list(range(1, 9))
        assert "1 feature with an invalid geometry is left out" in said.warned

    @staticmethod
    def filtered(layer_id: str, check) -> QgsProcessingFeatureSourceDefinition:
        override = Qgis.ProcessingFeatureSourceDefinitionFlag.OverrideDefaultGeometryCheck
        return QgsProcessingFeatureSourceDefinition(layer_id, False, -1, override, check)


class TestReferenceSystems:
    @staticmethod
    def projected(wkt: str, target: str) -> QgsGeometry:
        geometry = QgsGeometry.fromWkt(wkt)
        transform = QgsCoordinateTransform(
            QgsCoordinateReferenceSystem(UTM32),
            QgsCoordinateReferenceSystem(target),
            QgsProject.instance(),
        )
        assert geometry.transform(transform) == Qgis.GeometryOperationResult.Success
        return geometry

    def geographic_grid(self):
        rows = [(self.projected(square(i % 3, i // 3), "EPSG:4326"), i + 1, 1.0) for i in range(9)]
        return make_layer("Polygon", NUMBERED, rows, crs="EPSG:4326")

    def test_borders_in_degrees_have_their_length_in_metres(self, run):
        plane, _ = run(ADJACENCY, INPUT=grid(3, 3), ID_FIELD="id")
        degrees, _ = run(ADJACENCY, INPUT=self.geographic_grid(), ID_FIELD="id")
        in_plane, in_degrees = (
            sorted(zip(*(column(r["OUTPUT"], name) for name in ("from_id", "to_id", "border_m"))))
            for r in (plane, degrees)
        )
        assert [edge[:2] for edge in in_plane] == [edge[:2] for edge in in_degrees]
        for one, other in zip(in_plane, in_degrees):
            # UTM shrinks lengths by 0.9996 on its central meridian.
            assert one[2] == pytest.approx(1000 / 0.9996, rel=1e-6)
            assert other[2] == pytest.approx(one[2], rel=1e-6)

    @weighing
    def test_degrees_give_the_same_plan_as_metres(self, run, algorithm):
        needs = {
            # Not symmetric: nothing hangs on the last digit of a distance.
            NEAREST: {"REPS": representatives(("a", 0.1, 0.3), ("b", 1.9, 2.2))},
            BALANCE: {"COUNT": 3, "BALANCE_FIELDS": ["id"]},
        }[algorithm]
        plane, _ = run(algorithm, INPUT=grid(3, 3), **needs)
        degrees, _ = run(algorithm, INPUT=self.geographic_grid(), **needs)
        for name in ("MEAN_DISTANCE_M", "MAX_DEVIATION_PCT"):
            assert degrees[name] == pytest.approx(plane[name], rel=1e-6)
        if algorithm == NEAREST:
            assert by_id(degrees["OUTPUT"]) == by_id(plane["OUTPUT"])
        for results in (plane, degrees):
            square_kilometres = sum(column(results["TERRITORIES"], "area_km2"))
            assert square_kilometres == pytest.approx(9 / 0.9996**2, rel=1e-5)

    def test_without_a_system_coordinates_are_metres(self, run):
        results, said = run(ADJACENCY, INPUT=grid(3, 3, crs=""))
        assert "no coordinate reference system" in said.warned
        assert set(column(results["OUTPUT"], "border_m")) == {1000.0}
        results, said = run(BALANCE, INPUT=grid(3, 3, crs=""), COUNT=3)
        assert "taken as metres" in said.warned
        assert set(column(results["TERRITORIES"], "area_km2")) == {3.0}

    @weighing
    def test_layers_in_different_systems(self, run, algorithm):
        spots = ((0, 0), (2, 2))
        mercator = make_layer(
            "Point",
            "rep_id:string",
            [(self.projected(spot(*place), "EPSG:3857"), name) for name, place in zip("ab", spots)],
            crs="EPSG:3857",
        )
        same = representatives(*((name, *place) for name, place in zip("ab", spots)))
        answers = [
            run(algorithm, INPUT=grid(3, 3), REPS=reps, REP_ID_FIELD="rep_id")[0]
            for reps in (same, mercator)
        ]
        assert by_id(answers[0]["OUTPUT"]) == by_id(answers[1]["OUTPUT"])
        assert answers[1]["MEAN_DISTANCE_M"] == pytest.approx(answers[0]["MEAN_DISTANCE_M"], 1e-6)

    @every_algorithm
    def test_coordinates_that_do_not_fit_the_system(self, processing, tmp_path, algorithm):
        # Metres in a layer that says it holds degrees.
        parameters = {"INPUT": grid(3, 3, crs="EPSG:4326")} | what_each_needs(algorithm)
        text = refusal(algorithm, parameters, tmp_path)
        assert "(INPUT): coordinates do not fit the reference system EPSG:4326" in text
        assert "Assign the right one" in text

    @pytest.mark.parametrize(
        ("parameter", "shape"),
        [("BARRIERS", "LineString"), ("BARRIERS", "Polygon"), ("ADJACENCY", "LineString")],
    )
    def test_vertices_without_a_place_on_the_map(self, processing, tmp_path, parameter, shape):
        # Metres again, which the areas' projection turns into infinities.
        places = [f"{EAST + x} {NORTH + y}" for x, y in ((0, 0), (900, 0), (900, 2000), (0, 0))]
        line = f"LineString ({', '.join(places)})"
        given = line if shape == "LineString" else f"Polygon (({', '.join(places)}))"
        drawn = make_layer(shape, "n:integer", [(given, 1)], crs="EPSG:4326")
        text = refusal(BALANCE, {"INPUT": grid(3, 3), "COUNT": 2, parameter: drawn}, tmp_path)
        assert f"({parameter}): feature 1 has vertices without a place" in text
        assert "is not that of its coordinates, assign the right one" in text


class TestRepresentatives:
    @weighing
    def test_outside_every_area_and_two_in_one(self, run, algorithm):
        reps = representatives(("a", 0, 0), ("b", 0, 0), ("far", 40, 40))
        results, said = run(algorithm, INPUT=grid(3, 3), REPS=reps, REP_ID_FIELD="rep_id")
        assert "1 representative lives outside every area (far)" in said.warned
        assert "1 representative lives in the same area as another one and yields" in said.warned
        assert set(column(results["OUTPUT"], "territory")) == {"a", "b", "far"}

    @weighing
    @pytest.mark.parametrize(
        ("ids", "words"),
        [
            (("a", "a", "b"), "ids in field 'rep_id' are not unique: a."),
            (("a", None, "b"), "'rep_id' is NULL in 1 feature."),
        ],
    )
    def test_ids_that_name_nobody(self, processing, tmp_path, algorithm, ids, words):
        reps = representatives(*((name, number, 0) for number, name in enumerate(ids)))
        parameters = {"INPUT": grid(3, 3), "REPS": reps, "REP_ID_FIELD": "rep_id"}
        text = refusal(algorithm, parameters, tmp_path)
        assert words in text
        assert "REPS" in text

    @weighing
    def test_no_representative(self, processing, tmp_path, algorithm):
        text = refusal(algorithm, {"INPUT": grid(3, 3), "REPS": representatives()}, tmp_path)
        assert "(REPS) holds no representative" in text

    @weighing
    def test_one_without_a_place(self, processing, tmp_path, algorithm):
        reps = make_layer("Point", "rep_id:string", [(spot(0, 0), "a"), (None, "b")])
        text = refusal(algorithm, {"INPUT": grid(3, 3), "REPS": reps}, tmp_path)
        assert "1 representative has no geometry (feature id 2)" in text

    def test_a_share_of_nothing(self, processing, tmp_path):
        reps = make_layer(
            "Point", "rep_id:string, share:double", [(spot(0, 0), "a", 1.0), (spot(2, 2), "b", 0)]
        )
        parameters = {"INPUT": grid(3, 3), "REPS": reps, "REP_ID_FIELD": "rep_id"}
        text = refusal(BALANCE, parameters | {"TARGET_FIELD": "share"}, tmp_path)
        assert "'share' must be a number above 0" in text
        assert "not for b" in text


class TestPlans:
    FIELDS = "id:integer, today:string"

    def test_a_plan_of_other_people(self, processing, tmp_path):
        plan = grid(3, 3, self.FIELDS, lambda n: (n, "stranger"))
        parameters = {"INPUT": plan, "TERRITORY_FIELD": "today", "REP_ID_FIELD": "rep_id"}
        parameters["REPS"] = representatives(("a", 0, 0), ("b", 2, 2))
        text = refusal(BALANCE, parameters, tmp_path)
        assert "names none of the representatives: it holds stranger, they are called a, b" in text
        assert "REP_ID_FIELD" in text

    def test_unassigned_areas_get_a_territory(self, run):
        plan = grid(3, 3, self.FIELDS, lambda n: (n, None if n in (5, 9) else "ab"[n > 4]))
        results, said = run(BALANCE, INPUT=plan, TERRITORY_FIELD="today")
        assert "2 areas have no territory in 'today'" in said.warned
        assert set(column(results["OUTPUT"], "territory")) == {"a", "b"}

    def test_nobody_assigned(self, processing, tmp_path):
        plan = grid(3, 3, self.FIELDS, lambda n: (n, None))
        text = refusal(BALANCE, {"INPUT": plan, "TERRITORY_FIELD": "today"}, tmp_path)
        assert "'today' is NULL in every area" in text

    def test_unknown_locked_territory(self, processing, tmp_path):
        plan = grid(3, 3, self.FIELDS, lambda n: (n, "ab"[n > 4]))
        parameters = {"INPUT": plan, "TERRITORY_FIELD": "today", "LOCKED_TERRITORIES": "a,z"}
        text = refusal(BALANCE, parameters, tmp_path)
        assert "unknown territories: z" in text
        assert "a, b" in text

    @pytest.mark.parametrize(
        ("expression", "words"),
        [
            ("id in (", "cannot be read"),
            ("to_int(today) > 3", "fails at area 1: “to_int(today) > 3” (Cannot convert 'a' to"),
            ("farms > 3", "fields that “Areas” (INPUT) does not have: farms"),
        ],
    )
    def test_a_lock_with_a_slip_in_it(self, processing, tmp_path, expression, words):
        plan = grid(3, 3, self.FIELDS, lambda n: (n, "ab"[n > 4]))
        parameters = {"INPUT": plan, "TERRITORY_FIELD": "today", "LOCKED": expression}
        text = refusal(BALANCE, parameters, tmp_path)
        assert "“Areas that stay in their territory” (LOCKED)" in text
        assert words in text
        assert text.endswith(".")

    @pytest.mark.parametrize(
        "rule", [{"LOCKED": "id = 1"}, {"LOCKED_TERRITORIES": "1"}, {"MAX_CHANGE": 10}]
    )
    def test_rules_that_need_a_plan(self, processing, tmp_path, rule):
        text = refusal(BALANCE, {"INPUT": grid(3, 3), "COUNT": 2} | rule, tmp_path)
        assert next(iter(rule)) in text
        assert "TERRITORY_FIELD" in text


class TestRegions:
    # 1 2 3 . . 4 5 6 . . 7
    @staticmethod
    def islands():
        places = enumerate((0, 1, 2, 5, 6, 7, 10))
        return make_layer(
            "Polygon", NUMBERED, [(square(c, 0), number + 1, 1.0) for number, c in places]
        )

    def test_too_few_territories_for_the_parts(self, processing, tmp_path):
        parameters = {"INPUT": self.islands(), "COUNT": 2, "BRIDGE": False}
        text = refusal(BALANCE, parameters, tmp_path)
        assert "3 disconnected parts" in text
        assert "3, 3, 1" in text
        assert "BRIDGE" in text

    def test_enough_territories_for_the_parts(self, run):
        results, said = run(BALANCE, INPUT=self.islands(), COUNT=3, BRIDGE=False)
        assert results["PARTS"] == 3
        of_area = by_id(results["OUTPUT"])
        assert len({of_area[1], of_area[2], of_area[3]}) == 1
        assert len({of_area[1], of_area[4], of_area[7]}) == 3
        assert "No plan can have a worst deviation below 57.1 %" in said.warned

    def test_bridges_join_the_parts(self, run):
        results, _ = run(BALANCE, INPUT=self.islands(), COUNT=2)
        assert results["PARTS"] == 2
        assert sorted(column(results["TERRITORIES"], "areas")) == [3, 4]

    def test_nearest_representative_says_what_it_could_not_join(self, run):
        reps = representatives(("a", 0, 0), ("b", 2, 0))
        _, said = run(NEAREST, INPUT=self.islands(), REPS=reps, REP_ID_FIELD="rep_id", BRIDGE=False)
        assert "1 territory is not connected (b)" in said.warned


class TestOutputs:
    @pytest.mark.parametrize("name", ["OUTPUT", "TERRITORIES", "REPS_OUT", "CONVERGENCE", "REPORT"])
    def test_a_folder_that_does_not_exist(self, processing, tmp_path, name):
        wrong = tmp_path / "no" / "such" / "folder" / "out.gpkg"
        parameters = {"INPUT": grid(3, 3), "COUNT": 2, name: str(wrong)}
        text = refusal(BALANCE, parameters, tmp_path)
        assert f"({name}) cannot be written" in text
        assert str(wrong) in text
        assert "folder does not exist" in text

    @pytest.mark.parametrize("name", ["OUTPUT", "TERRITORIES"])
    def test_a_database_that_cannot_be_made(self, processing, tmp_path, name):
        wrong = tmp_path / "none" / "plan.gpkg"
        target = f"ogr:dbname='{wrong}' table=\"areas\" (geom)"
        text = refusal(BALANCE, {"INPUT": grid(3, 3), "COUNT": 2, name: target}, tmp_path)
        assert f"({name}) cannot be written to '{wrong}'" in text

    @every_algorithm
    def test_a_place_where_nothing_can_be_written(self, processing, tmp_path, algorithm):
        # /proc refuses even the system administrator.
        parameters = {"INPUT": grid(3, 3), "OUTPUT": "/proc/areas.gpkg"}
        text = refusal(algorithm, parameters | what_each_needs(algorithm), tmp_path)
        assert "(OUTPUT) cannot be written to '/proc/areas.gpkg'" in text

    def test_a_folder_instead_of_a_file(self, processing, tmp_path):
        folder = tmp_path / "areas.gpkg"
        folder.mkdir()
        elsewhere = tmp_path / "elsewhere"
        elsewhere.mkdir()
        parameters = {"INPUT": grid(3, 3), "OUTPUT": str(folder)}
        assert "a folder, not a file" in refusal(ADJACENCY, parameters, elsewhere)


class TestHugeNumbers:
    """A number with some zeros too many is refused or does no harm, and takes no memory."""

    HUGE = 10**9

    @pytest.mark.parametrize(
        ("algorithm", "parameters", "words"),
        [
            ("balance", {"COUNT": HUGE}, "there are only 12 areas"),
            ("plan", {"COUNT": HUGE}, "there are only 12 areas"),
            ("sitereps", {"COUNT": HUGE}, "there are 12 candidates"),
            ("greenfield", {"COUNT_MIN": HUGE}, "that of customers 12"),
            ("clustercustomers", {"COUNT": HUGE}, "there are only 12 customers"),
        ],
    )
    def test_more_territories_than_areas(self, processing, tmp_path, algorithm, parameters, words):
        given = {"INPUT": grid(4, 3, NUMBERED, lambda n: (n, 1.0)), **parameters}
        if algorithm == "plan":
            given["BALANCE_FIELDS"] = ["weight"]
        assert words in refusal(f"territory:{algorithm}", given, tmp_path)

    def test_numbers_beyond_all_areas_are_refused_as_one(self, processing):
        few = grid(3, 1, NUMBERED, lambda n: (n, 1.0))
        asked = {"INPUT": few, "COUNT_MIN": 2, "COUNT_MAX": self.HUGE}
        written = dict.fromkeys(("CENTERS", "OUTPUT", "CURVE"), "memory:")
        curve = processing.run("territory:greenfield", asked | written)["CURVE"]
        assert set(column(curve, "count")) == {2, 3}
        written = dict.fromkeys(("OUTPUT", "TERRITORIES", "REPS_OUT", "COUNTS"), "memory:")
        asked |= {"BALANCE_FIELDS": ["weight"], "POPULATION": 4, "MAX_GENERATIONS": 2}
        counts = processing.run("territory:plan", asked | written)["COUNTS"]
        assert column(counts, "territories") == [2, 3, 4]
        assert "only 3 areas" in column(counts, "status")[2]

    def test_more_neighbours_than_customers(self, processing):
        towns = grid(4, 3, NUMBERED, lambda n: (n, 1.0))
        asked = {"INPUT": towns, "COUNT": 2, "OUTPUT": "memory:"}
        layers = [
            processing.run("territory:clustercustomers", asked | {"NEIGHBORS": neighbours})[
                "OUTPUT"
            ]
            for neighbours in (self.HUGE, 11)
        ]
        assert column(layers[0], "outlier") == column(layers[1], "outlier")


class TestCancel:
    @every_algorithm
    def test_before_the_start(self, processing, tmp_path, algorithm):
        feedback = Listener()
        feedback.cancel()
        parameters = {"INPUT": REGION} | what_each_needs(algorithm)
        text = refusal(algorithm, parameters, tmp_path, feedback)
        assert "Cancelled before there was a result" in text

    def test_at_any_moment(self, processing, tmp_path):
        """Either nothing at all, or a whole and valid plan: whenever the cancel comes."""
        outcomes = set()
        for number, share in enumerate((0.5, 4.0, 5.5, 6.0, 10.0, 30.0, 91.0)):
            folder = tmp_path / str(number)
            folder.mkdir()
            feedback = Listener(cancel_at=share)
            parameters = {
                "INPUT": REGION,
                "COUNT": 6,
                "BALANCE_FIELDS": ["farms_synth"],
                "OUTPUT": "memory:",
                "TERRITORIES": str(folder / "territories.gpkg"),
            }
            parameters |= SEARCHED | {"POPULATION": 4}
            try:
                results = processing.run(BALANCE, parameters, feedback=feedback)
            except QgsProcessingException as error:
                outcomes.add(str(error))
                assert list(folder.iterdir()) == []
            else:
                assert results["PARTS"] == 6
                assert len(set(column(results["OUTPUT"], "territory"))) == 6
                assert (folder / "territories.gpkg").exists()
                outcomes.add(results["STATUS"])
        nothing = "Cancelled before there was a result; nothing was written."
        assert {nothing, "cancelled"} <= outcomes
        assert len(outcomes - {nothing, "cancelled"}) <= 1, "every error says that it is a cancel"

    @pytest.mark.quiet
    def test_answers_within_a_second(self, processing, tmp_path):
        """From another thread, as the button in a dialog does it."""
        feedback = Listener()
        pressed = []

        def press() -> None:
            pressed.append(time.monotonic())
            feedback.cancel()

        timer = threading.Timer(1.0, press)

        def search_goes_on(percent: float) -> None:
            if percent >= 5.0 and timer.ident is None:  # a first run imports before, and reads
                timer.start()

        feedback.progressChanged.connect(search_goes_on)
        results = processing.run(
            BALANCE,
            {
                "INPUT": REGION,
                "COUNT": 8,
                "BALANCE_FIELDS": ["pop2018", "farms_synth", "area_km2"],
                "POPULATION": 200,
                "STAGNATION": 10_000,
                "MAX_GENERATIONS": 100_000,
                "OUTPUT": str(tmp_path / "areas.gpkg"),
                "TERRITORIES": str(tmp_path / "territories.gpkg"),
                "REPORT": str(tmp_path / "report.html"),
            },
            feedback=feedback,
        )
        waited = time.monotonic() - pressed[0]
        timer.join()
        assert results["STATUS"] == "cancelled"
        assert results["PARTS"] == 8
        assert waited < 1.0


def test_a_refused_run_in_the_background_lets_go_of_its_data(processing):
    """QGIS keeps every exception from Python; frames in it would keep layers and arrays, too."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById(BALANCE)
    layer, answers = grid(3, 3), []
    still_there = weakref.ref(layer)
    context, feedback = QgsProcessingContext(), Listener()
    parameters = {"INPUT": layer, "COUNT": 99, "OUTPUT": "memory:"}
    task = QgsProcessingAlgRunnerTask(algorithm, parameters, context, feedback)
    task.executed.connect(lambda ok, _: answers.append(ok))
    QgsApplication.taskManager().addTask(task)
    end = time.monotonic() + 20
    while not answers and time.monotonic() < end:
        QCoreApplication.processEvents()
    assert answers == [False]
    assert "(COUNT) is 99, but there are only" in "".join(feedback.errors)
    del task, layer, parameters
    while still_there() is not None and time.monotonic() < end:
        QCoreApplication.processEvents()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    assert still_there() is None
