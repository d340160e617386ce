"""territory:balance: fair, connected territories from three starts, under the user's rules."""

from __future__ import annotations

import json
import math

import pytest
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from territory_design.tests.integration.maps import (
    QUICK,
    REGION,
    SEARCHED,
    Listener,
    assert_connected,
    by_id,
    column,
    grid,
    make_layer,
    pairs,
    refusal,
    region,
    representatives,
    run_into_project,
    spot,
    table,
)

CONVERGENCE_COLUMNS = [
    *("generation", "seconds", "best", "mean", "deviation_pct", "travel", "border_m"),
    *("crossover_rate", "mutation_rate", "diversity", "sigma_pct"),
]
MEMORY = dict.fromkeys(("OUTPUT", "TERRITORIES", "REPS_OUT", "CONVERGENCE"), "memory:")
FLOATS = (
    *("MAX_DEVIATION_PCT", "CV_PCT", "LOWER_BOUND_PCT", "MEAN_DISTANCE_M", "BORDER_LENGTH_M"),
    *("CHANGED_PCT", "SECONDS"),
)


@pytest.fixture
def balance(processing):
    def call(areas, *, feedback=None, **parameters) -> dict:
        return processing.run(
            "territory:balance",
            {"INPUT": areas} | MEMORY | QUICK | parameters,
            feedback=feedback or Listener(),
        )

    return call


@pytest.fixture(scope="module")
def region_edges(processing):
    parameters = {"INPUT": region(), "ID_FIELD": "ags", "OUTPUT": "memory:"}
    return pairs(processing.run("territory:adjacency", parameters)["OUTPUT"])


@pytest.fixture
def project():
    """The project, empty before and after the test."""
    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


def plan(columns, rows, territory, fields="id:integer, today:string, weight:double"):
    """Grid with a present plan: ``territory(number)``."""
    return grid(columns, rows, fields, lambda n: (n, territory(n), 1.0))


def halves(number: int) -> str:
    """West and east half of a 4 × 4 grid."""
    return "a" if (number - 1) % 4 < 2 else "b"


def totals(layer, field="territory", weight=None) -> dict:
    """Number of areas, or sum of a weight, by territory."""
    result: dict = {}
    weights = column(layer, weight) if weight else [1] * layer.featureCount()
    for name, amount in zip(column(layer, field), weights):
        result[name] = result.get(name, 0) + amount
    return result


class TestStarts:
    def test_from_a_number(self, balance, region_edges):
        results = balance(region(), COUNT=5, BALANCE_FIELDS=["farms_synth"], ISLANDS=2)
        of_area = by_id(results["OUTPUT"], key="ags")
        assert set(of_area.values()) == {1, 2, 3, 4, 5}
        assert_connected(of_area, region_edges)
        farms = totals(results["OUTPUT"], weight="farms_synth")
        mean = sum(farms.values()) / 5
        worst = max(abs(value / mean - 1) for value in farms.values())
        assert results["MAX_DEVIATION_PCT"] == pytest.approx(100 * worst)
        assert results["MAX_DEVIATION_PCT"] < 2.0
        assert results["LOWER_BOUND_PCT"] <= results["MAX_DEVIATION_PCT"] + 1e-9
        assert results["PARTS"] == 5

    def test_numbers_run_from_north_to_south(self, balance):
        northings: dict = {}
        for feature in balance(region(), COUNT=5)["OUTPUT"].getFeatures():
            northing = feature.geometry().centroid().asPoint().y()
            northings.setdefault(feature["territory"], []).append(northing)
        means = [sum(own) / len(own) for _, own in sorted(northings.items())]
        assert means == sorted(means, reverse=True)

    def test_from_representatives(self, balance, processing, region_edges):
        largest = sorted(region().getFeatures(), key=lambda f: -f["pop2018"])[:5]
        reps = make_layer(
            "Point",
            "rep_id:string",
            [(f.geometry().pointOnSurface(), f["gen"]) for f in largest],
        )
        parameters = {"REPS": reps, "REP_ID_FIELD": "rep_id"}
        results = balance(region(), BALANCE_FIELDS=["farms_synth"], **parameters)
        nearest = processing.run(
            "territory:nearestrep",
            {"INPUT": region(), "WEIGHT_FIELD": "farms_synth", "OUTPUT": "memory:"} | parameters,
        )
        # The start is the plan that nearestrep makes.
        assert results["START_MAX_DEVIATION_PCT"] == pytest.approx(nearest["MAX_DEVIATION_PCT"])
        assert results["MAX_DEVIATION_PCT"] < results["START_MAX_DEVIATION_PCT"]
        of_area = by_id(results["OUTPUT"], key="ags")
        assert_connected(of_area, region_edges)
        # From the homes: to the nearest one before, to the own one after.
        assert results["START_MEAN_DISTANCE_M"] == pytest.approx(nearest["MEAN_DISTANCE_M"])
        assert results["MEAN_DISTANCE_M"] > results["START_MEAN_DISTANCE_M"]
        before = by_id(nearest["OUTPUT"], "distance_m", "ags")
        assert by_id(results["OUTPUT"], "before_m", "ags") == pytest.approx(before)
        # Nobody had a plan that could have changed.
        assert "CHANGED_PCT" not in results

    def test_from_a_plan(self, balance, region_edges):
        results = balance(region(), TERRITORY_FIELD="kreis", BALANCE_FIELDS=["farms_synth"])
        before = by_id(region(), "kreis", "ags")
        after = by_id(results["OUTPUT"], key="ags")
        farms = by_id(results["OUTPUT"], "farms_synth", "ags")
        moved = sum(farms[ags] for ags in farms if before[ags] != after[ags])
        assert results["CHANGED_PCT"] == pytest.approx(100 * moved / sum(farms.values()))
        names = set(column(region(), "kreis"))
        of_area = by_id(results["OUTPUT"], key="ags")
        assert set(of_area.values()) == names
        assert_connected(of_area, region_edges)
        assert results["MAX_DEVIATION_PCT"] < results["START_MAX_DEVIATION_PCT"]

    def test_a_second_run_on_the_first_ones_output(self, balance):
        first = balance(region(), COUNT=4, BALANCE_FIELDS=["farms_synth"])["OUTPUT"]
        second = balance(first, TERRITORY_FIELD="territory", BALANCE_FIELDS=["pop2018"])
        output = second["OUTPUT"]
        names = output.fields().names()
        assert names.count("distance_m") == 1
        # Nothing of the input vanishes: what the first run found stands beside what is new.
        assert names[-4:] == ["territory", "territory_before", "distance_m", "distance_m_before"]
        assert by_id(output, "territory_before", "ags") == by_id(first, key="ags")
        third = balance(output, TERRITORY_FIELD="territory")["OUTPUT"]
        assert third.fields().names() == names
        assert by_id(third, "territory_before", "ags") == by_id(output, key="ags")

    def test_selected_features_only(self, balance, project):
        areas = grid(4, 4)
        project.addMapLayer(areas)
        areas.selectByExpression("id <= 8")
        results = balance(QgsProcessingFeatureSourceDefinition(areas.id(), True), COUNT=2)
        assert sorted(by_id(results["OUTPUT"])) == list(range(1, 9))
        assert sorted(totals(results["OUTPUT"]).values()) == [4, 4]

    def test_numbers_are_plain(self, balance):
        results = balance(plan(4, 4, halves), TERRITORY_FIELD="today")
        for name in (*FLOATS, *(n for n in results if n.startswith("START_"))):
            if name != "START_PARTS":
                assert type(results[name]) is float, name
                assert math.isfinite(results[name])
        for name in ("GENERATIONS", "PARTS", "START_PARTS"):
            assert type(results[name]) is int
        assert type(results["STATUS"]) is str
        json.dumps({name: results[name] for name in FLOATS})


class TestRules:
    def test_locked_areas_stay(self, balance):
        # Far corners change hands by the lock alone: b keeps 1, a keeps 16.
        areas = plan(4, 4, lambda n: "b" if n == 1 else "a" if n == 16 else halves(n))
        results = balance(areas, TERRITORY_FIELD="today", LOCKED="id in (1, 16)")
        of_area = by_id(results["OUTPUT"])
        assert (of_area[1], of_area[16]) == ("b", "a")
        assert results["PARTS"] == 2

    @pytest.mark.parametrize("value", [["b"], "b", "b,c", ["c", "b"]])
    def test_locked_territories_neither_lose_nor_receive(self, balance, value):
        # Rows a a b c: a must be shared between no one but itself and d.
        areas = plan(4, 4, lambda n: "aabc"[(n - 1) % 4] if n != 1 else "d")
        results = balance(areas, TERRITORY_FIELD="today", LOCKED_TERRITORIES=value)
        before, after = by_id(areas, "today"), by_id(results["OUTPUT"])
        frozen = {"b", "c"} if "c" in value else {"b"}
        for name in frozen:
            assert {n for n in after if after[n] == name} == {
                n for n in before if before[n] == name
            }
        # The rest is levelled out.
        counts = totals(results["OUTPUT"])
        assert counts["a"] == counts["d"] == 4 or frozen == {"b"}

    def test_the_bound_knows_every_way_between_the_parts_of_a_group(self, balance):
        # 1 9 1    The corners below stay together. On the way of fewest areas they have 11 of
        # 1 1 1    14, but on the other one 5, which leaves 9 to the other territory.
        def weight(number):
            return 9.0 if number == 2 else 1.0

        areas = grid(
            3,
            2,
            "id:integer, unit:string, weight:double",
            lambda n: (n, "corners" if n in (1, 3) else None, weight(n)),
        )
        results = balance(
            areas, COUNT=2, TOGETHER_FIELD="unit", BALANCE_FIELDS=["weight"], LOCAL_SEARCH=False
        )
        assert results["LOWER_BOUND_PCT"] <= 100.0 * 2 / 7 + 1e-6

    def test_numbers_of_territories_are_read_however_they_are_written(self, balance):
        fields = "id:integer, today:double, weight:double"
        areas = plan(4, 4, lambda n: 3.0 if halves(n) == "a" else 7.0 if n < 9 else 8.0, fields)
        results = balance(areas, TERRITORY_FIELD="today", LOCKED_TERRITORIES=["3.0"])
        after = by_id(results["OUTPUT"])
        assert {n for n in after if after[n] == 3.0} == {n for n in after if halves(n) == "a"}

    def test_a_group_that_lies_partly_in_a_locked_territory_is_refused(self, tmp_path, processing):
        # 2 lies in a, which is locked, and 3 in b; 1 would bring the majority to a.
        fields = "id:integer, today:string, unit:string"
        areas = grid(4, 4, fields, lambda n: (n, halves(n), "x" if n < 4 else None))
        text = refusal(
            "territory:balance",
            {
                "INPUT": areas,
                "TERRITORY_FIELD": "today",
                "TOGETHER_FIELD": "unit",
                "LOCKED_TERRITORIES": ["a"],
                "AREA_ID_FIELD": "id",
            },
            tmp_path,
        )
        assert "(TOGETHER_FIELD) contradicts" in text
        assert "its other areas (3)" in text

    def test_a_locked_group_costs_only_the_change_that_it_needs(self, balance):
        # 2 is locked in a, 3 and 4 lie in b: the group must come to a, 2 of 16 areas.
        fields = "id:integer, today:string, unit:string"
        areas = grid(4, 4, fields, lambda n: (n, halves(n), "x" if n in (2, 3, 4) else None))
        results = balance(
            areas,
            TERRITORY_FIELD="today",
            TOGETHER_FIELD="unit",
            LOCKED="id = 2",
            MAX_CHANGE=12.5,
        )
        of_area = by_id(results["OUTPUT"])
        assert of_area[2] == of_area[3] == of_area[4] == "a"
        assert results["CHANGED_PCT"] == pytest.approx(12.5)

    def test_groups_stay_together(self, balance, region_edges):
        # Areas whose names begin with the same letter.
        rows = [(f.geometry(), f["ags"], f["gen"][0]) for f in region().getFeatures()]
        layer = make_layer("MultiPolygon", "ags:string, initial:string", rows)
        pair = ("H", "M")
        layer.dataProvider().changeAttributeValues(
            {f.id(): {1: None} for f in layer.getFeatures() if f["initial"] not in pair}
        )
        results = balance(layer, COUNT=3, TOGETHER_FIELD="initial")
        of_area = by_id(results["OUTPUT"], key="ags")
        initial = by_id(layer, "initial", "ags")
        for letter in pair:
            assert len({of_area[ags] for ags in of_area if initial[ags] == letter}) == 1
        assert_connected(of_area, region_edges)
        assert results["PARTS"] == 3

    def test_groups_of_one_change_nothing(self, balance):
        # A district of its own: the names must not mix up the areas.
        areas = region()
        rows = [(f.geometry(), f["ags"], f["kreis"]) for f in areas.getFeatures()]
        layer = make_layer("MultiPolygon", "ags:string, kreis:string", rows)
        layer.dataProvider().changeAttributeValues(
            {f.id(): {1: None} for f in layer.getFeatures() if f["kreis"] == "08226"}
        )
        grouped, free = (
            balance(layer, COUNT=2, **together) for together in ({"TOGETHER_FIELD": "kreis"}, {})
        )
        assert grouped["PARTS"] == 2
        assert by_id(grouped["OUTPUT"], key="ags") == by_id(free["OUTPUT"], key="ags")

    def test_a_group_in_two_parts_takes_in_what_lies_between(self, balance):
        # x . . x in the lowest row
        areas = grid(4, 4, "id:integer, unit:string", lambda n: (n, "x" if n in (1, 4) else None))
        said = Listener()
        results = balance(areas, COUNT=3, TOGETHER_FIELD="unit", feedback=said)
        of_area = by_id(results["OUTPUT"])
        assert len({of_area[n] for n in (1, 2, 3, 4)}) == 1
        assert "1 group falls into several parts" in said.warned
        assert results["PARTS"] == 3

    def test_half_the_time_half_the_territory(self, balance):
        reps = make_layer(
            "Point",
            "rep_id:string, share:double",
            [(spot(0, 0), "full", 1.0), (spot(3, 0), "other", 1.0), (spot(3, 3), "half", 0.5)],
        )
        results = balance(grid(5, 4), REPS=reps, REP_ID_FIELD="rep_id", TARGET_FIELD="share")
        assert totals(results["OUTPUT"]) == {"full": 8, "other": 8, "half": 4}
        assert results["MAX_DEVIATION_PCT"] == pytest.approx(0.0, abs=1e-9)
        assert set(column(results["TERRITORIES"], "deviation_pct")) == {0.0}

    def test_fixed_representatives_keep_their_own_area(self, balance):
        # Both homes in the south-west corner: a and b each keep the area they live in.
        reps = representatives(("a", 0, 0), ("b", 1, 0))
        results = balance(grid(4, 4), REPS=reps, REP_ID_FIELD="rep_id", FIXED_REPS=True)
        of_area = by_id(results["OUTPUT"])
        assert (of_area[1], of_area[2]) == ("a", "b")
        assert sorted(totals(results["OUTPUT"]).values()) == [8, 8]
        homes = {f["territory"]: f.geometry().asPoint() for f in results["REPS_OUT"].getFeatures()}
        for feature in reps.getFeatures():
            assert homes[feature["rep_id"]].distance(feature.geometry().asPoint()) < 0.01
        assert column(results["REPS_OUT"], "moved_m") == pytest.approx([0.0, 0.0], abs=0.01)

    def test_homes_move_into_their_territory_otherwise(self, balance):
        reps = representatives(("a", 0, 0), ("b", 1, 0))
        results = balance(grid(4, 4), REPS=reps, REP_ID_FIELD="rep_id", FIXED_REPS=False)
        rows = table(results["REPS_OUT"], "territory")
        assert rows.keys() == {"a", "b"}
        assert all(row["after_m"] < row["stay_m"] for row in rows.values())
        of_area = by_id(results["OUTPUT"])
        assert all(of_area[row["area_id"]] == name for name, row in rows.items())
        assert results["RESITED_MEAN_DISTANCE_M"] < results["MEAN_DISTANCE_M"]

    def test_homes_know_their_area_by_its_own_id(self, balance):
        results = balance(region(), COUNT=3, AREA_ID_FIELD="ags")
        of_area = by_id(results["OUTPUT"], key="ags")
        for territory, ags in by_id(results["REPS_OUT"], "area_id", "territory").items():
            assert of_area[ags] == territory

    def test_a_limit_on_deviation_holds(self, balance):
        asked = {"COUNT": 5, "BALANCE_FIELDS": ["farms_synth"], "WEIGHT_COMPACTNESS": 50}
        asked |= {"MAX_GENERATIONS": 1, "POPULATION": 4}
        free, limited = (
            balance(region(), **(SEARCHED | asked | limit)) for limit in ({}, {"MAX_DEVIATION": 3})
        )
        assert free["MAX_DEVIATION_PCT"] > 3
        assert limited["MAX_DEVIATION_PCT"] <= 3
        assert limited["BORDER_LENGTH_M"] >= free["BORDER_LENGTH_M"]

    @pytest.mark.parametrize("limit", [0.0, 12.5, 50.0])
    def test_a_limit_on_change_holds(self, balance, limit):
        areas = plan(4, 4, lambda n: "a" if n <= 4 else "b")
        results = balance(areas, TERRITORY_FIELD="today", MAX_CHANGE=limit)
        before, after = by_id(areas, "today"), by_id(results["OUTPUT"])
        changed = 100 * sum(before[n] != after[n] for n in before) / 16
        assert changed <= limit
        assert results["CHANGED_PCT"] == pytest.approx(changed)
        assert results["MAX_DEVIATION_PCT"] == pytest.approx({0.0: 50, 12.5: 25, 50.0: 0}[limit])

    def test_stability_keeps_the_plan(self, balance):
        areas = plan(4, 4, lambda n: "a" if n <= 6 else "b")
        kept = balance(areas, TERRITORY_FIELD="today", WEIGHT_STABILITY=100)
        moved = balance(areas, TERRITORY_FIELD="today", WEIGHT_STABILITY=0)
        assert kept["CHANGED_PCT"] == 0.0
        assert moved["MAX_DEVIATION_PCT"] == pytest.approx(0.0, abs=1e-9)

    def test_several_fields_and_their_importance(self, balance):
        fields = ["pop2018", "farms_synth"]
        # Population and farms lie apart: what helps one hurts the other.
        first, second = (
            balance(region(), COUNT=5, BALANCE_FIELDS=fields, BALANCE_WEIGHTS=weights)
            for weights in ("20,1", "1;20")
        )
        spread = {
            name: [
                max(map(abs, column(results["TERRITORIES"], f"{name}_pct")))
                for results in (first, second)
            ]
            for name in fields
        }
        assert spread["pop2018"][0] < spread["pop2018"][1]
        assert spread["farms_synth"][0] > spread["farms_synth"][1]
        for results in (first, second):
            rows = table(results["TERRITORIES"], "territory").values()
            for row in rows:
                both = [row[f"{name}_pct"] for name in fields]
                assert row["deviation_pct"] == pytest.approx(max(both, key=abs))
            assert sum(row["pop2018"] for row in rows) == sum(column(region(), "pop2018"))


def test_a_time_limit_that_leaves_no_time_is_said(balance):
    """Nothing in the plan tells that it was hardly searched for; the log does."""
    said, enough = Listener(), Listener()
    results = balance(region(), COUNT=4, MAX_SECONDS=0.001, feedback=said)
    assert (results["STATUS"], results["GENERATIONS"]) == ("max_seconds", 0)
    assert "Raise “Time limit (s)” (MAX_SECONDS)" in said.warned
    told = f"Worst deviation from the target: {results['MAX_DEVIATION_PCT']:,.3f} %"
    assert told in " ".join(said.infos)
    balance(region(), COUNT=4, MAX_GENERATIONS=1, feedback=enough)
    assert "Time limit" not in enough.warned


def test_islands_and_workers_reach_the_search(balance, monkeypatch):
    from territory_design.processing_provider.runs import balance as run

    given, solve = [], run.solve

    def seen(case, trips, settings, **more):
        given.append((settings.islands, settings.workers, sum(settings.island_sizes())))
        return solve(case, trips, settings, **more)

    monkeypatch.setattr(run, "solve", seen)
    said = Listener()
    for islands, workers in ((3, 1), (1, 2)):
        shares = {"ISLANDS": islands, "WORKERS": workers, "POPULATION": 8}
        balance(grid(4, 4), COUNT=2, feedback=said, **shares)
    # Four plans live on each island at least.
    assert given == [(3, 1, 12), (1, 2, 8)]
    told = [info for info in said.infos if info.startswith("Population: ")]
    assert [info.split(" on ")[1] for info in told] == ["3 islands.", "1 island."]


class TestCostMatrix:
    def matrix(self, turned=False):
        # b reaches every area at once, a only the four in the south (1 to 4).
        rows = []
        for area in range(1, 17):
            for home, cost in (("a", 1.0 if area <= 4 else 500.0), ("b", 30.0)):
                ends = (str(area), home) if turned else (home, str(area))
                rows.append((None, *ends, cost))
        fields = "origin:string, destination:string, time_s:double"
        return make_layer("NoGeometry", fields, rows, crs="")

    @pytest.mark.parametrize("turned", [False, True])
    def test_travel_is_what_the_table_says(self, balance, turned):
        reps = representatives(("a", 0, 3), ("b", 3, 0))
        parameters = {"REPS": reps, "REP_ID_FIELD": "rep_id", "AREA_ID_FIELD": "id"}
        parameters |= {
            "WEIGHT_TRAVEL": 5,
            "WEIGHT_COMPACTNESS": 0,
            "COST_MATRIX": self.matrix(turned),
            "HOME_INSIDE": False,
        }
        results = balance(grid(4, 4), **parameters)
        of_area = by_id(results["OUTPUT"])
        assert {of_area[n] for n in (1, 2, 3, 4)} == {"a"}
        assert {of_area[n] for n in (13, 14, 15, 16)} == {"b"}
        assert results["PARTS"] == 2
        assert results["HOMES_OUTSIDE"] == 2

    def test_a_table_between_areas_tells_the_trips_of_who_lives_there(self, balance):
        """a lives in area 13, b outside of the map next to area 4."""
        rows = [
            (None, str(one), str(other), 60.0 * abs(one - other))
            for one in range(1, 17)
            for other in range(1, 17)
        ]
        fields = "origin:string, destination:string, time_s:double"
        said = Listener()
        results = balance(
            grid(4, 4),
            REPS=representatives(("a", 0, 3), ("b", 4, 0)),
            REP_ID_FIELD="rep_id",
            AREA_ID_FIELD="id",
            COST_MATRIX=make_layer("NoGeometry", fields, rows, crs=""),
            feedback=said,
        )
        of_area, seconds = (by_id(results["OUTPUT"], name) for name in ("territory", "time_s"))
        home = {"a": 13, "b": 4}
        assert seconds == {n: 60.0 * abs(n - home[of_area[n]]) for n in range(1, 17)}
        assert "does not name the representatives" in " ".join(said.infos)
        assert "1 representative lives outside every area (b)" in said.warned

    def test_hours_are_told_where_the_table_has_times(self, balance):
        reps = representatives(("a", 0, 3), ("b", 3, 0))
        results = balance(
            grid(4, 4),
            REPS=reps,
            REP_ID_FIELD="rep_id",
            AREA_ID_FIELD="id",
            COST_MATRIX=self.matrix(),
        )
        seconds = by_id(results["OUTPUT"], "time_s")
        of_area = by_id(results["OUTPUT"])
        for area, home in of_area.items():
            assert seconds[area] == ((1.0 if area <= 4 else 500.0) if home == "a" else 30.0)
        assert results["MEAN_TIME_S"] == pytest.approx(sum(seconds.values()) / 16)
        assert column(results["OUTPUT"], "before_s") != [None] * 16
        assert results["START_MEAN_TIME_S"] < results["MEAN_TIME_S"]
        times = {
            n: by_id(results["TERRITORIES"], n, "territory") for n in ("mean_time_s", "before_s")
        }
        for name in "ab":
            own = [seconds[n] for n in of_area if of_area[n] == name]
            assert times["mean_time_s"][name] == pytest.approx(sum(own) / len(own))
            assert times["before_s"][name] is not None

    def test_missing_pairs_are_named(self, balance):
        matrix = self.matrix()
        gone = next(matrix.getFeatures("origin = 'b' and destination = '9'"))
        assert matrix.dataProvider().deleteFeatures([gone.id()])
        reps = representatives(("a", 0, 3), ("b", 3, 0))
        with pytest.raises(Exception, match=r"lacks 1 of 32 pairs: b → 9"):
            balance(
                grid(4, 4),
                REPS=reps,
                REP_ID_FIELD="rep_id",
                AREA_ID_FIELD="id",
                COST_MATRIX=matrix,
            )


class TestOutputs:
    def test_convergence_has_a_row_per_generation(self, balance):
        results = balance(region(), COUNT=5, BALANCE_FIELDS=["farms_synth"])
        layer = results["CONVERGENCE"]
        assert layer.fields().names() == CONVERGENCE_COLUMNS
        assert column(layer, "generation") == list(range(results["GENERATIONS"] + 1))
        best = column(layer, "best")
        *searched, _ = best  # the last row is what is left after levelling out the totals
        assert searched == sorted(searched, reverse=True)
        assert all(mean >= value for mean, value in zip(column(layer, "mean"), best))
        assert column(layer, "deviation_pct")[-1] == pytest.approx(results["MAX_DEVIATION_PCT"])
        assert not layer.isSpatial()

    def test_several_layers_in_one_geopackage(self, balance, tmp_path):
        package = tmp_path / "plan.gpkg"
        geometry = dict.fromkeys(("OUTPUT", "TERRITORIES", "REPS_OUT"), " (geom)")
        targets = {n: f"ogr:dbname='{package}' table=\"{n}\"{geometry.get(n, '')}" for n in MEMORY}
        results = balance(region(), COUNT=4, **targets)
        rows = {
            name: QgsVectorLayer(f"{package}|layername={name}", name, "ogr").featureCount()
            for name in MEMORY
        }
        assert rows == {
            "OUTPUT": 55,
            "TERRITORIES": 4,
            "REPS_OUT": 4,
            "CONVERGENCE": results["GENERATIONS"] + 1,
        }

    def test_shapefiles_keep_all_fields_apart(self, balance, tmp_path):
        targets = {n: str(tmp_path / f"{n}.shp") for n in ("OUTPUT", "TERRITORIES", "REPS_OUT")}
        targets["CONVERGENCE"] = str(tmp_path / "convergence.csv")
        balance(
            region(),
            TERRITORY_FIELD="kreis",
            BALANCE_FIELDS=["farms_synth", "pop2018"],
            **targets,
        )
        areas, territories, homes = (
            QgsVectorLayer(targets[n], n, "ogr") for n in ("OUTPUT", "TERRITORIES", "REPS_OUT")
        )
        in_memory = balance(
            region(), TERRITORY_FIELD="kreis", BALANCE_FIELDS=["farms_synth", "pop2018"]
        )
        assert by_id(areas, key="ags") == by_id(in_memory["OUTPUT"], key="ags")
        assert territories.fields().count() == in_memory["TERRITORIES"].fields().count()
        for row, same in zip(territories.getFeatures(), in_memory["TERRITORIES"].getFeatures()):
            for value, expected in zip(row.attributes(), same.attributes()):
                assert value == (
                    expected if isinstance(expected, str) else pytest.approx(expected, rel=1e-6)
                )
        assert homes.featureCount() == territories.featureCount()
        assert QgsVectorLayer(targets["CONVERGENCE"], "c", "ogr").fields().names() == (
            CONVERGENCE_COLUMNS
        )

    def test_optional_outputs_can_be_left_out(self, processing):
        results = processing.run(
            "territory:balance", {"INPUT": grid(3, 3), "COUNT": 3, "OUTPUT": "memory:"}
        )
        assert {"TERRITORIES", "REPS_OUT", "CONVERGENCE", "REPORT"}.isdisjoint(results)
        assert results["STATUS"] == "converged"

    def test_the_report_escapes_what_it_shows(self, balance, tmp_path):
        report = tmp_path / "report.html"
        evil = "<script>alert(1)</script>"
        reps = representatives((evil, 0, 0), ("b & c", 2, 2))
        balance(grid(3, 3), REPS=reps, REP_ID_FIELD="rep_id", REPORT=str(report))
        text = report.read_text(encoding="utf-8")
        assert "<script" not in text
        assert "&lt;script&gt;" in text
        assert "b &amp; c" in text
        assert "data:image/png;base64," in text

    def test_formula_signs_in_ids_do_not_break_the_charts(self, balance, tmp_path):
        report = tmp_path / "report.html"
        reps = representatives(("$x_{", 0, 0), ("a$b$c\\", 2, 2))
        balance(grid(3, 3), REPS=reps, REP_ID_FIELD="rep_id", REPORT=str(report))
        assert report.stat().st_size > 10_000

    @pytest.mark.parametrize("name", ["fid", "areas", "Territory", "parts"])
    def test_balance_fields_with_names_of_our_own(self, balance, tmp_path, name):
        areas = grid(3, 3, f"id:integer, {name}:integer", lambda n: (n, 10 + n))
        target = str(tmp_path / "territories.gpkg")
        balance(areas, COUNT=3, BALANCE_FIELDS=[name], TERRITORIES=target)
        written = QgsVectorLayer(target, "territories", "ogr")
        assert written.featureCount() == 3
        sums = [
            value
            for key in written.fields().names()
            if key.lower().startswith(name.lower())
            for value in [sum(v for v in column(written, key) if isinstance(v, (int, float)))]
        ]
        assert sum(range(11, 20)) in sums


class TestStyles:
    LAYERS = ("OUTPUT", "TERRITORIES", "REPS_OUT")

    def colours(self, layer) -> dict:
        renderer = layer.renderer()
        assert isinstance(renderer, QgsCategorizedSymbolRenderer)
        return {
            category.value(): category.symbol().symbolLayers()[-1].fillColor().name()
            for category in renderer.categories()
        }

    @pytest.mark.parametrize("target", ["memory:", "gpkg", "shp"])
    def test_one_colour_per_territory_in_every_layer(self, processing, project, tmp_path, target):
        targets = {
            name: target if target == "memory:" else str(tmp_path / f"{name}.{target}")
            for name in self.LAYERS
        }
        parameters = {"INPUT": region(), "TERRITORY_FIELD": "kreis"} | QUICK | targets
        _, layers = run_into_project("territory:balance", parameters)
        assert set(layers) == set(self.LAYERS)
        colours = [self.colours(layers[name]) for name in self.LAYERS]
        kreise = set(column(region(), "kreis"))
        assert colours[0].keys() == kreise
        assert len(set(colours[0].values())) == len(kreise)
        assert colours[0] == colours[1] == colours[2]
        for layer in layers.values():
            assert layer.renderer().classAttribute() == "territory"
            for feature in layer.getFeatures():
                assert layer.renderer().categoryIndexForValue(feature["territory"]) >= 0

    def test_homes_lie_on_territories_and_these_on_areas(self, processing, project):
        parameters = {"INPUT": region(), "COUNT": 3} | QUICK
        parameters |= dict.fromkeys(self.LAYERS, "memory:")
        run_into_project("territory:balance", parameters)
        order = [node.layer().name() for node in project.layerTreeRoot().findLayers()]
        assert order == ["REPS_OUT", "TERRITORIES", "OUTPUT"]

    def test_fifty_colours_are_fifty(self, processing, project):
        parameters = {"INPUT": region(), "COUNT": 50, "OUTPUT": "memory:"}
        parameters |= QUICK | {"MAX_GENERATIONS": 0}
        _, layers = run_into_project("territory:balance", parameters)
        assert len(set(self.colours(layers["OUTPUT"]).values())) == 50

    def test_what_is_not_assigned_is_shown_grey(self, processing, project):
        areas = make_layer(
            "Polygon",
            "id:integer",
            [*((f.geometry(), f["id"]) for f in grid(3, 3).getFeatures()), (None, 10)],
        )
        parameters = {"INPUT": areas, "COUNT": 3, "OUTPUT": "memory:"}
        _, layers = run_into_project("territory:balance", parameters)
        labels = [category.label() for category in layers["OUTPUT"].renderer().categories()]
        assert labels == ["1", "2", "3", "not assigned"]

    def test_map_tips_and_labels_show_text_as_text(self, processing, project):
        evil = "<b>x</b> & [% 1+1 %]"
        reps = representatives((evil, 0, 0), ("plain", 2, 2))
        parameters = {"INPUT": grid(3, 3), "REPS": reps, "REP_ID_FIELD": "rep_id"}
        parameters |= dict.fromkeys(self.LAYERS, "memory:")
        _, layers = run_into_project("territory:balance", parameters)
        for layer in layers.values():
            (feature,) = [f for f in layer.getFeatures() if f["territory"] == evil][:1]
            tip = self.shown(layer, feature)
            assert "<b>x" not in tip
            assert "&lt;b>x&lt;/b> &amp; [% 1+1 %]" in tip
            assert "<td>Territory</td>" in tip
        tip = self.shown(layers["TERRITORIES"], next(layers["TERRITORIES"].getFeatures()))
        for field in ("Deviation (%)", "Mean trip (m)", "Connected parts"):
            assert field in tip
        assert layers["TERRITORIES"].labelsEnabled()

    @staticmethod
    def shown(layer: QgsVectorLayer, feature: QgsFeature) -> str:
        """The map tip as QGIS evaluates it."""
        from qgis.core import QgsExpression

        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        context.setFeature(feature)
        return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


class TestSameSeedSameResult:
    def test_the_order_of_features_does_not_matter(self, balance):
        areas = list(region().getFeatures())

        def shuffled(step):
            order = [(i * step) % len(areas) for i in range(len(areas))]
            rows = [(areas[i].geometry(), areas[i]["ags"], areas[i]["pop2018"]) for i in order]
            return make_layer("MultiPolygon", "ags:string, pop2018:double", rows)

        asked = {"COUNT": 6, "BALANCE_FIELDS": ["pop2018"], "LOCAL_SEARCH": True}
        asked |= {"MAX_GENERATIONS": 1, "POPULATION": 4}
        one, other = (
            by_id(balance(shuffled(step), **asked)["OUTPUT"], key="ags") for step in (1, 13)
        )
        assert one == other

    def test_processes_and_hashes_do_not_matter(self, balance, qgis_process, tmp_path):
        asked = {"COUNT": 3, "BALANCE_FIELDS": ["farms_synth", "pop2018"], "SEED": 5}
        # Two islands, so that two workers have something to do.
        asked |= SEARCHED | {"ISLANDS": 2, "MAX_GENERATIONS": 1, "POPULATION": 4}
        here = balance(region(), **asked | {"WORKERS": 1})  # with a hash seed drawn by chance
        target = str(tmp_path / "areas.gpkg")
        process = type(qgis_process)(
            qgis_process.program, qgis_process.environment | {"PYTHONHASHSEED": "77"}
        )
        elsewhere = {"INPUT": REGION, "WORKERS": 2, "OUTPUT": target}
        there = process.run("territory:balance", asked | elsewhere)
        # Nothing that the clock decides.
        assert here["STATUS"] == there["STATUS"] == "max_generations"
        written = QgsVectorLayer(target, "areas", "ogr")
        assert by_id(here["OUTPUT"], key="ags") == by_id(written, key="ags")

    def test_another_seed_searches_another_way(self, balance):
        ways = {
            tuple(column(balance(region(), COUNT=4, SEED=seed)["CONVERGENCE"], "mean"))
            for seed in (1, 2)
        }
        assert len(ways) == 2
