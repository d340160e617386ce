"""territory:balance with people: homes that stay or move, new territories, who left and who joined.

Grids are numbered row by row from the south-west::

    13 14 15 16
     9 10 11 12
     5  6  7  8
     1  2  3  4
"""

from __future__ import annotations

import pytest
from qgis.core import Qgis, QgsApplication
from territory_design.tests.integration.maps import (
    SEARCHED,
    Listener,
    by_id,
    column,
    grid,
    make_layer,
    refusal,
    region,
    representatives,
    spot,
    table,
)

MEMORY = dict.fromkeys(("OUTPUT", "TERRITORIES", "REPS_OUT"), "memory:")
BALANCE = "territory:balance"


@pytest.fixture
def balance(processing):
    def call(areas, reps=None, *, feedback=None, **parameters) -> dict:
        given = {"INPUT": areas} | MEMORY | SEARCHED
        if reps is not None:
            given |= {"REPS": reps, "REP_ID_FIELD": "rep_id"}
        return processing.run(BALANCE, given | parameters, feedback=feedback or Listener())

    return call


def people(*rows, fields="rep_id:string, stays:string"):
    """Representatives from (id, column, row, further values …)."""
    points = [(spot(across, up), name, *more) for name, across, up, *more in rows]
    return make_layer("Point", fields, points, name="reps")


def counts(results) -> dict:
    names = column(results["OUTPUT"], "territory")
    return {name: names.count(name) for name in set(names)}


def today(columns, rows, territory):
    """Grid with a plan: ``territory(number)``."""
    return grid(columns, rows, "id:integer, today:string", lambda n: (n, territory(n)))


class TestHomes:
    def test_that_people_stay_is_the_default_and_in_sight(self, loaded_plugin):
        algorithm = QgsApplication.processingRegistry().algorithmById(BALANCE)
        for name in ("FIXED_REPS", "HOME_INSIDE"):
            assert algorithm.parameterDefinition(name).defaultValue() is True
        flags = algorithm.parameterDefinition("FIXED_REPS").flags()
        assert not flags & Qgis.ProcessingParameterFlag.Advanced

    def test_people_stay_by_default_and_travel_counts_from_there(self, balance):
        reps = representatives(("a", 0, 0), ("b", 0, 3))
        said = Listener()
        results = balance(grid(4, 4), reps, feedback=said)
        homes = {f["territory"]: f.geometry().asPoint() for f in results["REPS_OUT"].getFeatures()}
        for feature in reps.getFeatures():
            assert homes[feature["rep_id"]].distance(feature.geometry().asPoint()) < 0.01
        assert column(results["REPS_OUT"], "moved_m") == pytest.approx([0.0, 0.0], abs=0.01)
        rows = table(results["REPS_OUT"], "territory").values()
        assert all(row["after_m"] == row["stay_m"] > row["best_m"] for row in rows)
        mean = sum(column(results["OUTPUT"], "distance_m")) / 16
        assert results["MEAN_DISTANCE_M"] == pytest.approx(mean)
        assert results["HOMES_OUTSIDE"] == 0
        assert "to the nearest representative" in " ".join(said.infos)

    def test_without_people_it_does_not_matter_who_stays(self, balance):
        one, other = (
            by_id(balance(grid(4, 4), COUNT=2, FIXED_REPS=stay)["OUTPUT"]) for stay in (True, False)
        )
        assert one == other

    def test_without_people_nothing_is_said_of_a_time_before(self, balance):
        results = balance(grid(4, 4), COUNT=2)
        assert not [name for name in results if name.startswith(("START_", "CHANGED"))]
        assert "before_m" not in results["OUTPUT"].fields().names()
        for name in ("before_m", "stay_m", "moved_m"):
            assert column(results["REPS_OUT"], name) == [None, None]

    def test_each_home_lies_in_its_own_territory(self, balance):
        # Both live in the south-west corner; by travel alone b would get the north.
        reps = representatives(("a", 0, 0), ("b", 1, 0))
        results = balance(grid(4, 4), reps)
        of_area = by_id(results["OUTPUT"])
        assert (of_area[1], of_area[2]) == ("a", "b")
        assert sorted(counts(results).values()) == [8, 8]

    def test_unless_it_need_not(self, balance):
        # a lives beyond the territory of b, which has to stay: a's home is in b's area 16.
        areas = today(4, 4, lambda n: "a" if n <= 8 else "b")
        reps = representatives(("a", 3, 3), ("b", 0, 3))
        said = Listener()
        results = balance(
            areas, reps, TERRITORY_FIELD="today", HOME_INSIDE=False, MAX_CHANGE=0, feedback=said
        )
        assert results["CHANGED_PCT"] == 0.0
        assert results["HOMES_OUTSIDE"] == 1
        assert "1 current home lies outside its own territory: a" in said.warned

    def test_of_two_homes_in_one_area_one_yields(self, balance):
        reps = representatives(("a", 0, 0), ("b", 0.1, 0.1))
        said = Listener()
        results = balance(grid(4, 4), reps, feedback=said, AREA_ID_FIELD="id")
        assert "1 representative lives in the same area as another one and yields" in said.warned
        of_area = by_id(results["OUTPUT"])
        (pair,) = [line.split("(")[1].split(")")[0] for line in said.warnings if "yields" in line]
        name, area = pair.split(" → ")
        assert of_area[int(area)] == name
        assert int(area) in (2, 5)
        assert of_area[1] != name

    def test_a_home_beside_the_map_belongs_to_the_nearest_area(self, balance):
        said = Listener()
        results = balance(grid(4, 4), representatives(("a", -5, 0), ("b", 3, 3)), feedback=said)
        assert "1 representative lives outside every area (a)" in said.warned
        assert by_id(results["OUTPUT"])[1] == "a"

    @pytest.mark.parametrize(
        ("rules", "words"),
        [
            ({"LOCKED": "id = 16"}, "in which a lives is locked in another territory"),
            ({"LOCKED_TERRITORIES": ["b"]}, "in which a lives is locked in another territory"),
            ({"LOCKED_TERRITORIES": ["a"]}, "a does not live in such a territory of one's own"),
        ],
    )
    def test_locks_against_homes_are_refused(self, tmp_path, processing, rules, words):
        areas = today(4, 4, lambda n: "a" if n <= 8 else "b")
        given = {"INPUT": areas, "TERRITORY_FIELD": "today", "REP_ID_FIELD": "rep_id"}
        given["REPS"] = representatives(("a", 3, 3), ("b", 0, 3))
        text = refusal(BALANCE, given | rules, tmp_path)
        assert words in text
        assert "(HOME_INSIDE)" in text


class TestWhoMayMove:
    def test_one_stays_and_one_moves(self, balance):
        reps = people(("a", 0, 0, "yes"), ("b", 1, 0, "no"))
        results = balance(grid(8, 2), reps, FIXED_FIELD="stays")
        rows = table(results["REPS_OUT"], "territory")
        assert rows["a"]["moved_m"] == pytest.approx(0.0, abs=0.01)
        # b moves into the middle of the eastern half.
        assert rows["b"]["moved_m"] > 3000.0
        assert rows["b"]["after_m"] < rows["b"]["stay_m"]
        of_area = by_id(results["OUTPUT"])
        assert {of_area[n] for n in (1, 2, 3, 4)} == {"a"}
        assert counts(results) == {"a": 8, "b": 8}

    def test_an_empty_value_is_as_for_everybody(self, balance):
        reps = people(("a", 0, 0, None), ("b", 1, 0, ""))
        moved = [
            column(
                balance(grid(8, 2), reps, FIXED_FIELD="stays", FIXED_REPS=stay)["REPS_OUT"],
                "moved_m",
            )
            for stay in (True, False)
        ]
        assert moved[0] == pytest.approx([0.0, 0.0], abs=0.01)
        assert max(moved[1]) > 1000.0

    def test_new_territories_beside_the_known_ones(self, balance):
        reps = representatives((3, 0, 0), (8, 7, 0), kind="integer")
        results = balance(grid(8, 5), reps, COUNT=5)
        assert counts(results) == dict.fromkeys((3, 8, 9, 10, 11), 8)
        of_area = by_id(results["OUTPUT"])
        assert (of_area[1], of_area[8]) == (3, 8)
        rows = table(results["REPS_OUT"], "territory")
        assert all(of_area[row["best_id"]] == name for name, row in rows.items())
        assert [rows[name]["moved_m"] is None for name in (3, 8, 9)] == [False, False, False]
        assert results["MAX_DEVIATION_PCT"] == pytest.approx(0.0, abs=1e-9)
        kind = reps.fields().field("rep_id").typeName()
        assert results["OUTPUT"].fields().field("territory").typeName() == kind

    def test_new_territories_beside_ones_with_short_names(self, balance, tmp_path):
        reps = make_layer(
            "Point", "rep_id:string(2)", [(spot(0, 0), "AB"), (spot(3, 3), "CD")], name="reps"
        )
        target = str(tmp_path / "areas.gpkg")
        balance(grid(4, 4), reps, COUNT=3, OUTPUT=target)
        from qgis.core import QgsVectorLayer

        written = QgsVectorLayer(target, "areas", "ogr")
        assert set(column(written, "territory")) == {"AB", "CD", "new 1"}

    def test_a_new_territory_gets_the_share_of_one(self, balance):
        reps = people(("a", 0, 0, 0.5), fields="rep_id:string, share:double")
        results = balance(grid(4, 3), reps, COUNT=2, TARGET_FIELD="share")
        assert counts(results) == {"a": 4, "new 1": 8}

    def test_nobody_is_sent_across_the_map_by_a_swap_of_names(self, balance):
        reps = representatives(("w", 1, 0), ("m", 4, 0), ("e", 7, 0))
        for seed in (1, 2, 3):
            results = balance(grid(9, 2), reps, FIXED_REPS=False, SEED=seed)
            of_area = by_id(results["OUTPUT"])
            assert (of_area[2], of_area[5], of_area[8]) == ("w", "m", "e")
            assert results["HOMES_OUTSIDE"] == 0

    @pytest.mark.parametrize(
        ("parameters", "words"),
        [
            ({"COUNT": 1}, "is 1, but there are 2 representatives"),
            ({"FIXED_FIELD": "stays"}, "neither true nor false for 1 representative (b)"),
            (
                {"FIXED_FIELD": "nothing"},
                "(FIXED_FIELD): “Start 2: representatives” (REPS) has no field 'nothing'",
            ),
            ({"REPS": None, "COUNT": 2, "FIXED_FIELD": "stays"}, "but there are none"),
            (
                {"COUNT": 2, "TERRITORY_FIELD": "today"},
                "does not go with “Start 1: the current plan”",
            ),
        ],
    )
    def test_refusals(self, processing, tmp_path, parameters, words):
        given = {"INPUT": today(3, 3, lambda n: "ab"[n > 4]), "REP_ID_FIELD": "rep_id"}
        given["REPS"] = people(("a", 0, 0, "yes"), ("b", 2, 2, "perhaps"))
        assert words in refusal(BALANCE, given | parameters, tmp_path)


class TestPeopleChange:
    def test_areas_of_somebody_who_left_go_to_the_others_and_little_else(self, balance):
        # a a b b c c in columns of four; b left.
        areas = today(6, 4, lambda n: "aabbcc"[(n - 1) % 6])
        reps = representatives(("a", 0, 0), ("c", 5, 0))
        said = Listener()
        results = balance(areas, reps, TERRITORY_FIELD="today", feedback=said)
        of_area = by_id(results["OUTPUT"])
        before = by_id(areas, "today")
        assert {before[n] for n in of_area if of_area[n] != before[n]} == {"b"}
        assert counts(results) == {"a": 12, "c": 12}
        assert results["PARTS"] == 2
        assert results["CHANGED_PCT"] == pytest.approx(100 / 3)
        assert "Left: b. 8 areas go to others." in said.infos
        assert results["START_PARTS"] == 3
        # The territories that are left know their own figures before.
        rows = table(results["REPS_OUT"], "territory")
        assert all(row["before_m"] < row["stay_m"] for row in rows.values())

    def test_somebody_who_joined_gets_a_territory_around_the_home(self, balance):
        areas = today(6, 4, lambda n: "a" if (n - 1) % 6 < 3 else "c")
        reps = representatives(("a", 0, 0), ("b", 3, 3), ("c", 5, 0))
        said = Listener()
        results = balance(areas, reps, TERRITORY_FIELD="today", feedback=said)
        of_area = by_id(results["OUTPUT"])
        assert counts(results) == {"a": 8, "b": 8, "c": 8}
        assert results["PARTS"] == 3
        assert of_area[22] == "b"
        before = by_id(areas, "today")
        moved = {n for n in of_area if of_area[n] != before[n]}
        assert {of_area[n] for n in moved} == {"b"}
        assert results["CHANGED_PCT"] == pytest.approx(100 / 3)
        assert any(line.startswith("Joined: b.") for line in said.infos)
        assert "33.3 % of the weight changes its territory" in " ".join(said.infos)
        assert "can do with less than 33.3 %" in " ".join(said.infos)
        assert results["CHANGED_BOUND_PCT"] == pytest.approx(100 / 3, abs=1e-3)

    def test_one_leaves_and_another_joins(self, balance):
        areas = today(6, 4, lambda n: "aabbcc"[(n - 1) % 6])
        reps = representatives(("a", 0, 0), ("c", 5, 0), ("new", 2, 2))
        results = balance(areas, reps, TERRITORY_FIELD="today")
        of_area, before = by_id(results["OUTPUT"]), by_id(areas, "today")
        assert {n for n in of_area if of_area[n] == "new"} == {
            n for n in before if before[n] == "b"
        }

    def test_the_limit_on_change_says_what_it_leaves(self, balance):
        # a a a a a a a a a a b c    three rows; of 36 areas 12 may change hands. From neighbour
        # to neighbour a ends 60 % above 12, and c below; a strip through b saves some of it.
        areas = today(12, 3, lambda n: "aaaaaaaaaabc"[(n - 1) % 12])
        said = Listener()
        results = balance(areas, TERRITORY_FIELD="today", MAX_CHANGE=35, feedback=said)
        assert results["CHANGED_PCT"] <= 35.0
        assert results["LOWER_BOUND_PCT"] < 60.0
        assert results["LOWER_BOUND_PCT"] <= results["MAX_DEVIATION_PCT"] <= 75.0
        assert "to neighbour leaves a worst deviation of 60.0 %" in " ".join(said.infos)

    def test_the_limit_on_change_holds_for_those_who_stay(self, balance):
        # Of 24 areas at most 6 may come to b, who would need 8.
        areas = today(6, 4, lambda n: "a" if (n - 1) % 6 < 3 else "c")
        reps = representatives(("a", 0, 0), ("b", 3, 3), ("c", 5, 0))
        results = balance(areas, reps, TERRITORY_FIELD="today", MAX_CHANGE=25)
        assert results["CHANGED_PCT"] <= 25.0
        assert results["PARTS"] == 3
        assert counts(results)["b"] == 6
        # Somebody who left is no change by choice.
        areas = today(6, 4, lambda n: "aabbcc"[(n - 1) % 6])
        reps = representatives(("a", 0, 0), ("c", 5, 0))
        results = balance(areas, reps, TERRITORY_FIELD="today", MAX_CHANGE=0)
        assert counts(results) == {"a": 12, "c": 12}

    def test_a_weight_that_is_given_counts(self, balance):
        # b left; moving one more area evens out 9 and 7.
        areas = today(8, 2, lambda n: "aaaabccc"[(n - 1) % 8])
        reps = representatives(("a", 0, 0), ("c", 7, 0))
        results = balance(areas, reps, TERRITORY_FIELD="today", WEIGHT_STABILITY=1000)
        of_area, before = by_id(results["OUTPUT"]), by_id(areas, "today")
        assert all(of_area[n] == before[n] for n in of_area if before[n] != "b")

    def test_people_who_left_serve_nobody_in_siting(self, tmp_path, processing):
        areas = today(4, 4, lambda n: "ab"[n > 8])
        text = refusal(
            "territory:resitereps",
            {
                "INPUT": areas,
                "TERRITORY_FIELD": "today",
                "REPS": representatives(("a", 0, 0)),
                "REP_ID_FIELD": "rep_id",
            },
            tmp_path,
        )
        assert "territories without a representative in “Current homes” (REPS): b (8 areas)" in text


def test_five_representatives_around_heidelberg_with_half_a_share(balance):
    """All homes inside, and as balanced as the areas allow."""
    largest = sorted(region().getFeatures(), key=lambda f: -f["pop2018"])[:5]
    rows = [
        (f.geometry().pointOnSurface(), f["gen"], 0.5 if number == 4 else 1.0)
        for number, f in enumerate(largest)
    ]
    reps = make_layer("Point", "rep_id:string, share:double", rows)
    results = balance(region(), reps, TARGET_FIELD="share", BALANCE_FIELDS=["farms_synth"])
    assert results["HOMES_OUTSIDE"] == 0
    assert results["MAX_DEVIATION_PCT"] < 1.0
    of_area = by_id(results["OUTPUT"], key="gen")
    assert all(of_area[f["gen"]] == f["gen"] for f in largest)
    farms = dict(
        zip(
            column(results["TERRITORIES"], "territory"),
            column(results["TERRITORIES"], "farms_synth"),
        )
    )
    half = largest[4]["gen"]
    for name, total in farms.items():
        share = 0.5 if name == half else 1.0
        assert total == pytest.approx(share / 4.5 * sum(farms.values()), rel=0.01)


def test_names_that_have_no_room_for_new_territories_are_refused(processing, tmp_path):
    pair = make_layer("Point", "rep_id:bool", [(spot(0, 0), True), (spot(3, 3), False)])
    given = {"INPUT": grid(4, 4), "REPS": pair, "REP_ID_FIELD": "rep_id", "COUNT": 3}
    text = refusal(BALANCE, given, tmp_path)
    assert "1 territory more than there are representatives needs a new name" in text
    assert "“Field that identifies a representative” (REP_ID_FIELD)" in text
