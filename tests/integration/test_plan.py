"""territory:plan: three scenarios, several counts, work that depends on trips."""

from __future__ import annotations

import math
import re
from pathlib import Path

import pytest
from territory_design.tests.integration.maps import (
    Listener,
    assert_connected,
    by_id,
    column,
    grid,
    pairs,
    refusal,
    representatives,
    table,
)

SIZE = 6
QUICK = {"MAX_GENERATIONS": 1, "POPULATION": 8, "ISLANDS": 1, "LOCAL_SEARCH": False, "WORKERS": 1}
FIELDS = "id:integer, weight:double, today:string, visits:double"


@pytest.fixture
def plan(processing):
    def call(areas, *, feedback=None, **parameters) -> dict:
        defaults = {
            "INPUT": areas,
            "AREA_ID_FIELD": "id",
            "BALANCE_FIELDS": ["weight"],
            "OUTPUT": "memory:",
            "TERRITORIES": "memory:",
            "REPS_OUT": "memory:",
            "COUNTS": "memory:",
            **QUICK,
        }
        return processing.run(
            "territory:plan", defaults | parameters, feedback=feedback or Listener()
        )

    return call


@pytest.fixture(scope="module")
def edges(processing) -> list[tuple]:
    found = processing.run(
        "territory:adjacency", {"INPUT": areas(), "ID_FIELD": "id", "OUTPUT": "memory:"}
    )
    return pairs(found["OUTPUT"])


def areas():
    """A 6 × 6 grid; the three western columns are A's, the others B's today, but for one."""

    def values(number: int) -> tuple:
        west = (number - 1) % SIZE < 3 or number == 4
        return number, 1.0, "A" if west else "B", 2.0

    return grid(SIZE, SIZE, FIELDS, values)


def few():
    """A 4 × 4 grid of weight 1 with two visits each."""
    return grid(4, 4, FIELDS, lambda number: (number, 1.0, "A", 2.0))


def homes():
    return representatives(("A", 0, 0), ("B", 3, 0))


class TestScenarios:
    def test_nothing_given(self, plan, edges):
        """Four homes in 36 equal squares: nine each, and the homes in the middle of them."""
        results = plan(areas(), COUNT=4)
        territories = by_id(results["OUTPUT"])
        assert sorted(set(territories.values())) == [1, 2, 3, 4]
        assert_connected(territories, edges)
        assert [column(results["TERRITORIES"], "weight")[i] for i in range(4)] == [9.0] * 4
        nearest = by_id(results["OUTPUT"], "territory_nearest")
        assert set(nearest.values()) == {1, 2, 3, 4}
        assert_connected(nearest, edges)
        assert results["MAX_DEVIATION_PCT"] == pytest.approx(0.0)
        assert results["TERRITORY_COUNT"] == 4
        # The mean trip is that from the homes that are written, not from those chosen first.
        assert results["MEAN_DISTANCE_M"] == pytest.approx(results["RESITED_MEAN_DISTANCE_M"])
        for row in table(results["REPS_OUT"], "territory").values():
            assert territories[row["area_id"]] == row["territory"]

    def test_homes_are_fixed(self, plan, edges):
        """Both live in the south-west: nearest is 2 columns to 4, balanced is half and half."""
        results = plan(areas(), REPS=homes(), REP_ID_FIELD="rep_id")
        nearest = by_id(results["OUTPUT"], "territory_nearest")
        assert [list(nearest.values()).count(name) for name in "AB"] == [12, 24]
        territories = by_id(results["OUTPUT"])
        assert [list(territories.values()).count(name) for name in "AB"] == [18, 18]
        assert_connected(territories, edges)
        assert (territories[1], territories[4]) == ("A", "B")

    def test_a_plan_exists(self, plan, edges):
        """Nineteen to seventeen: one square changes hands."""
        today = by_id(areas(), "today")
        assert list(today.values()).count("A") == 19
        results = plan(areas(), TERRITORY_FIELD="today", WEIGHT_STABILITY=1.0)
        territories = by_id(results["OUTPUT"])
        assert [list(territories.values()).count(name) for name in "AB"] == [18, 18]
        assert sum(territories[area] != today[area] for area in today) == 1
        assert set(by_id(results["OUTPUT"], "territory_nearest").values()) == {"A", "B"}
        assert results["CHANGED_PCT"] == pytest.approx(100.0 / 36.0)

    def test_it_is_what_the_single_algorithms_do(self, plan, processing):
        """Balance of fixed homes, bit for bit."""
        ours = plan(areas(), REPS=homes(), REP_ID_FIELD="rep_id")
        single = processing.run(
            "territory:balance",
            {
                "INPUT": areas(),
                "BALANCE_FIELDS": ["weight"],
                "REPS": homes(),
                "REP_ID_FIELD": "rep_id",
                "OUTPUT": "memory:",
                **QUICK,
            },
        )
        assert by_id(ours["OUTPUT"]) == by_id(single["OUTPUT"])
        assert ours["BORDER_LENGTH_M"] == single["BORDER_LENGTH_M"]

    def test_homes_are_sought_among_candidates(self, plan):
        results = plan(areas(), COUNT=2, CANDIDATES='"id" in (1, 36)')
        assert set(column(results["REPS_OUT"], "area_id")) == {1, 36}


class TestCounts:
    def test_each_count_has_a_row_and_a_column(self, plan):
        results = plan(few(), COUNT_MIN=2, COUNT_MAX=4, COUNT=3)
        rows = table(results["COUNTS"], "territories")
        assert list(rows) == [2, 3, 4]
        assert [rows[count]["chosen"] for count in rows] == [0, 1, 0]
        assert results["TERRITORY_COUNT"] == 3
        for count in rows:
            named = by_id(results["OUTPUT"], f"territory_{count}")
            assert len(set(named.values())) == count
            assert rows[count]["largest"] == max(
                list(named.values()).count(name) for name in set(named.values())
            )
        assert by_id(results["OUTPUT"]) == by_id(results["OUTPUT"], "territory_3")
        trips = [rows[count]["mean_trip_m"] for count in rows]
        assert trips == sorted(trips, reverse=True)

    def test_the_answer_does_not_depend_on_the_workers(self, plan):
        one, two = (plan(few(), COUNT_MIN=2, COUNT_MAX=3, WORKERS=workers) for workers in (1, 2))
        for count in (2, 3):
            name = f"territory_{count}"
            assert by_id(one["OUTPUT"], name) == by_id(two["OUTPUT"], name)

    def test_costs_decide(self, plan):
        """A representative costs as much as 100 km; the table's sums decide."""
        results = plan(few(), COUNT_MIN=1, COUNT_MAX=4, COST_PER_KM=1.0, COST_PER_REP=10.0)
        rows = table(results["COUNTS"], "territories")
        costs = {count: row["travel_km"] + 10.0 * count for count, row in rows.items()}
        for count, row in rows.items():
            assert row["cost"] == pytest.approx(costs[count])
        assert results["TERRITORY_COUNT"] == min(costs, key=costs.__getitem__)
        assert results["COST"] == pytest.approx(min(costs.values()))

    def test_hours_cost_at_the_speed_that_is_given(self, plan):
        results = plan(few(), COUNT=2, COST_PER_HOUR=30.0, DEFAULT_SPEED=50.0)
        assert results["TRAVEL_H"] == pytest.approx(results["TRAVEL_KM"] / 50.0)
        assert results["COST"] == pytest.approx(30.0 * results["TRAVEL_H"])

    def test_capacity_decides(self, plan):
        """16 units, at most 6 each: three territories; two and four are shown beside."""
        results = plan(few(), CAPACITY=6.0)
        rows = table(results["COUNTS"], "territories")
        assert list(rows) == [2, 3, 4]
        assert results["TERRITORY_COUNT"] == 3
        assert results["LOAD_PCT"] == pytest.approx(100.0)
        assert rows[2]["load_pct"] > 100.0

    def test_new_representatives_join_those_who_are_there(self, plan):
        results = plan(few(), REPS=homes(), REP_ID_FIELD="rep_id", CAPACITY=6.0)
        names = set(by_id(results["OUTPUT"]).values())
        assert {"A", "B"} < names
        assert len(names) == 3


class TestWork:
    def test_hours_are_those_of_the_plan(self, plan):
        """Two visits of an hour each, and their trips at 60 km/h, one minute per kilometre."""
        results = plan(
            few(),
            BALANCE_FIELDS=[],
            COUNT=2,
            WORKLOAD='"visits" * (60 + @trip_min) / 60',
        )
        names = results["OUTPUT"].fields().names()
        hours = {}
        for feature in results["OUTPUT"].getFeatures():
            row = dict(zip(names, feature.attributes()))
            minutes = row["distance_m"] / 1000.0
            assert row["workload_h"] == pytest.approx(2.0 * (60.0 + minutes) / 60.0)
            hours[row["territory"]] = hours.get(row["territory"], 0.0) + row["workload_h"]
        totals = table(results["TERRITORIES"], "territory")
        for name, total in hours.items():
            assert totals[name]["workload_h"] == pytest.approx(total)
        mean = sum(hours.values()) / 2
        worst = max(abs(total - mean) for total in hours.values()) / mean
        assert results["MAX_DEVIATION_PCT"] == pytest.approx(100.0 * worst)
        assert worst < 0.05
        assert results["LOWER_BOUND_PCT"] <= results["MAX_DEVIATION_PCT"] + 1e-9

    def test_trips_make_more_representatives_necessary(self, plan):
        """16 × 2 h on the spot are twice 16 h; the trips come on top."""
        without = plan(few(), CAPACITY=16.0, WORKLOAD='"visits" * 1.0', BALANCE_FIELDS=[])
        assert without["TERRITORY_COUNT"] == 2
        trips = plan(
            few(),
            CAPACITY=16.0,
            WORKLOAD='"visits" * (60 + 5 * @trip_min) / 60',
            BALANCE_FIELDS=[],
        )
        assert trips["TERRITORY_COUNT"] == 3
        assert trips["LOAD_PCT"] <= 100.0


class TestRefusals:
    @pytest.mark.parametrize(
        ("parameters", "words"),
        [
            ({}, "There is nothing to start from"),
            ({"TERRITORY_FIELD": "today", "COUNT": 3}, "has its number of territories"),
            ({"TERRITORY_FIELD": "today", "CAPACITY": 3.0}, "has its number of territories"),
            ({"COUNT_MIN": 3}, "go together"),
            ({"COUNT_MIN": 4, "COUNT_MAX": 3}, "from 4 to 3"),
            ({"COUNT_MIN": 0, "COUNT_MAX": 3}, "from 0 to 3"),
            ({"COUNT_MIN": 2, "COUNT_MAX": 3, "COUNT": 5}, "is 5, outside"),
            ({"COUNT": 40}, "only 36 areas"),
            ({"COUNT_MIN": 38, "COUNT_MAX": 40}, "only 36 areas"),
            ({"CAPACITY": 0.0}, "must be above 0"),
            ({"CAPACITY": 0.5}, "36 areas hold more than one representative can carry"),
            ({"COUNT": 2, "WORKLOAD": '"nobody" * 2'}, "does not have: nobody"),
            ({"COUNT": 2, "WORKLOAD": "-1"}, "gives no number from 0"),
            ({"COUNT": 2, "WORKLOAD": "1 +"}, "cannot be read"),
            ({"COUNT": 2, "CANDIDATES": "false"}, "is true for none"),
        ],
        ids=lambda value: str(value)[:40],
    )
    def test_what_contradicts_itself_is_refused(self, processing, tmp_path, parameters, words):
        common = {"INPUT": areas(), "BALANCE_FIELDS": ["weight"], **QUICK}
        assert re.search(words, refusal("territory:plan", common | parameters, tmp_path))

    def test_a_count_that_cannot_be_is_told_and_the_others_go_on(self, plan):
        listener = Listener()
        results = plan(few(), COUNT_MIN=16, COUNT_MAX=17, feedback=listener)
        rows = table(results["COUNTS"], "territories")
        assert "only 16 areas" in rows[17]["status"]
        assert "No plan with 17 territories" in listener.warned
        assert results["TERRITORY_COUNT"] == 16


def test_cancelling_keeps_what_was_found(plan):
    listener = Listener(cancel_at=50.0)
    results = plan(few(), COUNT_MIN=2, COUNT_MAX=6, WORKERS=1, feedback=listener)
    assert results["STATUS"] == "cancelled"
    finished = [row["territories"] for row in results["COUNTS"].getFeatures()]
    assert 2 <= len(finished) < 5
    assert not math.isnan(results["MAX_DEVIATION_PCT"])
    # Each finished number keeps its plan: a column of the areas, filled from first to last.
    areas = results["OUTPUT"]
    columns = {name for name in areas.fields().names() if re.fullmatch(r"territory_\d+", name)}
    assert columns == {f"territory_{count}" for count in finished}
    for count in finished:
        assert set(column(areas, f"territory_{count}")) == set(range(1, count + 1))
    assert column(areas, "territory") == column(areas, f"territory_{results['TERRITORY_COUNT']}")


def test_the_report_compares_the_counts(plan, tmp_path):
    path = tmp_path / "report.html"
    plan(few(), COUNT_MIN=2, COUNT_MAX=3, COST_PER_REP=5.0, REPORT=str(path))
    page = Path(path).read_text(encoding="utf-8")
    assert "How many territories" in page
    assert page.count("data:image/png") >= 2


def test_a_sheet_for_each_representative(plan, tmp_path):
    path = tmp_path / "sheets.pdf"
    people = representatives(("A", 0, 0), ("B", 5, 5))
    results = plan(few(), REPS=people, REP_ID_FIELD="rep_id", SHEETS=str(path))
    assert results["SHEETS"] == str(path)
    assert len(re.findall(rb"/Type /Page\b", path.read_bytes())) == 2
