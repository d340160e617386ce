"""Customers by bounded k-means through Processing: limits, names, groups, refusals."""

from __future__ import annotations

import os
import subprocess
import sys
from collections import Counter, defaultdict
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest
from qgis.core import (
    QgsProcessingException,
    QgsProject,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QByteArray, QDate, QDateTime, QTime
from territory_design.core.geometry.geodesic import geodesic_distance
from territory_design.tests.integration.customer_layers import (
    ALL_RULES,
    few_customers,
    portfolio_layer,
    portfolios,
)
from territory_design.tests.integration.maps import (
    EAST,
    ROOT,
    Listener,
    by_id,
    column,
    make_layer,
    representatives,
    run_into_project,
    spot,
    table,
)

ARTICLE = {
    "COUNT": 3,
    "MIN_COUNT": 150,
    "LIMITS": ["revenue", "30%", ""],
    "PREASSIGNED_FIELD": "fixed",
    "CURRENT_FIELD": "today",
    "MIN_RETENTION": 70,
}


@pytest.fixture
def cluster(processing):
    def run(feedback=None, **parameters):
        given = {"OUTPUT": "memory:", "RESTARTS": 2} | parameters
        return processing.run("territory:clustercustomers", given, feedback=feedback or Listener())

    return run


@pytest.fixture(scope="module")
def article(processing, tmp_path_factory) -> dict:
    """The article's case by whether there was a clean-up; without, there is a report."""
    found = {}
    for smooth in (False, True):
        given = {"INPUT": portfolio_layer(), **ARTICLE, "SMOOTH": smooth, "RESTARTS": 2}
        given |= dict.fromkeys(("OUTPUT", "SUMMARY", "CENTERS"), "memory:")
        if not smooth:
            given["REPORT"] = str(tmp_path_factory.mktemp("article") / "report.html")
        found[smooth] = processing.run("territory:clustercustomers", given, feedback=Listener())
    return found


@pytest.fixture
def refused(cluster):
    def run(**parameters) -> str:
        with pytest.raises(QgsProcessingException) as error:
            cluster(**parameters)
        return str(error.value)

    return run


def points(*places, fields="id:integer", values=None, **options):
    """Customers in columns and rows of kilometres, numbered from 1."""
    rows = [
        (spot(*place), number, *(values[number - 1] if values else ()))
        for number, place in enumerate(places, 1)
    ]
    return make_layer("Point", fields, rows, **options)


def two_towns(count=10, **options):
    return points(
        *[(i % 3, i // 3) for i in range(count)],
        *[(60 + i % 3, i // 3) for i in range(count)],
        **options,
    )


# The article's case


def assert_article_limits(layer, before):
    held = portfolios(layer, "revenue")
    total = sum(column(before, "revenue"))
    assert sorted(held) == ["A", "B", "C"]
    assert all(own[0] >= 150 for own in held.values())
    assert all(own[1] >= 0.3 * total for own in held.values())
    assert sum(own[0] for own in held.values()) == 500
    today = Counter(column(before, "today"))
    kept = Counter(f["today"] for f in layer.getFeatures() if f["today"] == f["territory"])
    assert all(kept[name] >= 0.7 * today[name] for name in "ABC")
    territory = by_id(layer)
    assert (territory[3], territory[496]) == ("B", "A")


@pytest.mark.parametrize("smooth", [False, True])
def test_all_rules_of_the_article_hold_in_the_written_layer(article, smooth):
    run = article[smooth]
    assert_article_limits(run["OUTPUT"], portfolio_layer())
    distance = np.array(column(run["OUTPUT"], "distance_m"))
    assert run["INERTIA"] == pytest.approx(float((distance**2).sum()))
    assert run["OUTLIERS"] == sum(column(run["OUTPUT"], "outlier"))
    assert run["STATUS"] == "converged"
    rules = [f for f in run["SUMMARY"].getFeatures() if f["kind"] == "rule"]
    names = [f["rule"] for f in rules]
    assert names[:6] == [
        *("current portfolios", "no rules", "number of customers"),
        *("sum of “revenue”", "fixed customers", "customers to keep"),
    ]
    assert names[6:] == (["nearest-neighbour clean-up"] if smooth else [])
    inertia = [f["inertia"] for f in rules]
    # Every rule costs something; today's mess is worse than the plan with all of them.
    assert inertia[1:6] == sorted(inertia[1:6])
    assert inertia[5] > 1.01 * inertia[1]
    assert inertia[0] > inertia[5]
    assert inertia[-1] == pytest.approx(run["INERTIA"])
    assert rules[1]["price_pct"] == pytest.approx(0.0)
    assert rules[5]["price_pct"] == pytest.approx(100.0 * (inertia[5] / inertia[1] - 1.0))
    held = portfolios(run["OUTPUT"], "revenue")
    for name, centre in table(run["CENTERS"], "territory").items():
        assert [centre["customers"], pytest.approx(centre["revenue"])] == held[name]


def test_clean_up_leaves_fewer_outliers(article):
    assert article[True]["OUTLIERS"] < article[False]["OUTLIERS"]


def test_contradicting_minimum_and_retention_are_explained_with_the_numbers(refused):
    text = refused(
        INPUT=portfolio_layer(), COUNT=3, MIN_COUNT=150, CURRENT_FIELD="today", MIN_RETENTION=90
    )
    for part in ("territory A", "currently has 100", "at least 150", "receive 50", "at most 40"):
        assert part in text


def test_only_rules_that_are_set_are_advised_to_be_eased(refused):
    homes = {"REPS": representatives(("7", 1, 1), ("9", 2, 1)), "REP_ID_FIELD": "rep_id"}
    text = refused(INPUT=two_towns(), **homes, FIXED=True, MAX_DISTANCE=20_000)
    assert "10 customers may not go" in text
    assert "Ease the maximum distance (MAX_DISTANCE), or leave these customers out." in text


# Known answers and names


def test_two_towns_are_two_territories_with_distances_to_their_means(cluster):
    customers = two_towns()
    run = cluster(INPUT=customers, COUNT=2, CENTERS="memory:")
    territory = by_id(run["OUTPUT"])
    assert len({territory[i] for i in range(1, 11)}) == 1
    assert territory[1] != territory[11]
    assert sorted(set(territory.values())) == [1, 2]
    centres = {f["territory"]: f.geometry().asPoint() for f in run["CENTERS"].getFeatures()}
    west = centres[territory[1]]
    assert west.x() == pytest.approx(EAST + 500 + 1000 * np.mean([i % 3 for i in range(10)]), abs=1)
    for feature in run["OUTPUT"].getFeatures():
        place, centre = feature.geometry().asPoint(), centres[feature["territory"]]
        # On the map UTM shortens lengths by up to 0.04 %.
        assert feature["distance_m"] == pytest.approx(place.distance(centre), rel=1e-3, abs=0.1)


def test_representatives_give_their_ids_and_keep_their_places_when_fixed(cluster):
    reps = representatives(("7", 1, 1), ("9", 61, 1))
    run = cluster(
        INPUT=two_towns(), REPS=reps, REP_ID_FIELD="rep_id", FIXED=True, CENTERS="memory:"
    )
    territory = by_id(run["OUTPUT"])
    assert {territory[i] for i in range(1, 11)} == {"7"}
    assert {territory[i] for i in range(11, 21)} == {"9"}
    for feature in run["CENTERS"].getFeatures():
        home = next(f for f in reps.getFeatures() if f["rep_id"] == feature["territory"])
        assert feature.geometry().asPoint().distance(home.geometry().asPoint()) < 0.01


def test_limits_of_each_representative_come_from_fields_of_reps(cluster):
    reps = make_layer(
        "Point",
        "rep_id:string, hours:double, share:double",
        [(spot(1, 1), "part", 4.0, 30.0), (spot(61, 1), "full", None, 60.0)],
    )
    customers = two_towns(fields="id:integer, visits:integer", values=[(1,)] * 20)
    common = {"INPUT": customers, "REPS": reps, "REP_ID_FIELD": "rep_id", "FIXED": True}
    run = cluster(**common, LIMITS=["visits", "", "hours"])
    assert portfolios(run["OUTPUT"], "visits") == {"part": [4, 4], "full": [16, 16]}
    run = cluster(**common, LIMITS=["*", "share%", "", "visits", "", "70%"])
    assert portfolios(run["OUTPUT"]) == {"part": [8], "full": [12]} or (
        6 <= portfolios(run["OUTPUT"])["part"][0] <= 8
    )


def test_maximum_distance_holds_as_it_is_written(cluster):
    customers = portfolio_layer(crs="EPSG:25832")
    free = cluster(INPUT=customers, COUNT=8)
    farthest = max(column(free["OUTPUT"], "distance_m"))
    limit = round(0.93 * farthest)
    run = cluster(INPUT=customers, COUNT=8, MAX_DISTANCE=limit, SMOOTH=True)
    assert max(column(run["OUTPUT"], "distance_m")) <= limit


def test_fewer_clusters_than_representatives_of_today_and_more(cluster):
    customers = portfolio_layer((60, 60, 60), mixed=0.0)
    fewer = cluster(INPUT=customers, COUNT=2, CURRENT_FIELD="today", SUMMARY="memory:")
    names = set(column(fewer["OUTPUT"], "territory"))
    assert len(names) == 2
    assert names < {"A", "B", "C"}
    # Who gets nothing stays in the summary with the customers of today.
    rows = {f["territory"]: f for f in fewer["SUMMARY"].getFeatures() if f["kind"] == "territory"}
    (leaving,) = {"A", "B", "C"} - names
    assert (rows[leaving]["customers"], rows[leaving]["customers_before"]) == (0, 60)
    more = cluster(INPUT=customers, COUNT=4, CURRENT_FIELD="today", MIN_RETENTION=50)
    assert set(column(more["OUTPUT"], "territory")) == {"A", "B", "C", "new 1"}


def test_new_names_fit_where_names_are_short_and_are_unique_in_all_groups(cluster, tmp_path):
    values = [("W" if i < 10 else "E", "A1" if i < 10 else None) for i in range(20)]
    customers = two_towns(fields="id:integer, branch:string, today:string(2)", values=values)
    path = str(tmp_path / "customers.gpkg")
    run = cluster(
        INPUT=customers, COUNT=2, GROUP_FIELD="branch", CURRENT_FIELD="today", OUTPUT=path
    )
    out = QgsVectorLayer(run["OUTPUT"], "out", "ogr")
    own = set(zip(column(out, "branch"), column(out, "territory")))
    names = [name for _, name in own]
    assert sorted(names) == ["A1", "new 1", "new 2", "new 3"]


def test_fixed_customers_may_name_clusters_by_number(cluster):
    fixed = [(None,)] * 20
    fixed[0] = fixed[19] = (2,)
    customers = two_towns(fields="id:integer, fixed:integer", values=fixed)
    territory = by_id(cluster(INPUT=customers, COUNT=2, PREASSIGNED_FIELD="fixed")["OUTPUT"])
    assert territory[1] == territory[20] == 2
    assert Counter(territory.values()).most_common()[-1][1] >= 9


def test_customers_in_one_place_are_shared_out(cluster):
    customers = points(*[(3, 3)] * 9)
    run = cluster(INPUT=customers, COUNT=3)
    assert len(portfolios(run["OUTPUT"])) == 3
    run = cluster(INPUT=customers, COUNT=3, MIN_COUNT=3)
    assert set(map(tuple, portfolios(run["OUTPUT"]).values())) == {(3,)}
    assert run["INERTIA"] == pytest.approx(0.0, abs=1e-3)


def test_no_customers_attributes_or_geometries_are_lost(cluster):
    customers = make_layer(
        "Point",
        "id:integer, territory:string",
        [(spot(0, 0), 1, "x"), (spot(9, 0), 2, "y"), (None, 3, "z"), ("Point EMPTY", 4, "z")],
    )
    listener = Listener()
    out = cluster(listener, INPUT=customers, COUNT=2)["OUTPUT"]
    assert by_id(out, "territory_before") == {1: "x", 2: "y", 3: "z", 4: "z"}
    assert by_id(out)[3] is None
    assert by_id(out)[4] is None
    assert "2 features without geometry" in listener.warned


# Rules of single representatives and territories, and what stays together


def test_each_representative_keeps_the_share_in_a_field_of_reps(cluster, refused):
    customers = portfolio_layer((60, 60, 60))
    rows = [(spot(1, 1), "A", 90.0), (spot(61, 11), "B", None), (spot(31, 51), "C", 0.0)]
    reps = make_layer("Point", "rep_id:string, keep:double", rows)
    common = {"INPUT": customers, "REPS": reps, "REP_ID_FIELD": "rep_id"}
    own = common | {"RETENTION_FIELD": "keep"}
    out = cluster(**own, CURRENT_FIELD="today", MIN_RETENTION=80)["OUTPUT"]
    kept = Counter(f["today"] for f in out.getFeatures() if f["today"] == f["territory"])
    assert kept["A"] >= 54
    assert kept["B"] >= 48
    assert kept["C"] < 48
    assert "RETENTION_FIELD" in refused(**own)
    text = refused(INPUT=customers, COUNT=3, CURRENT_FIELD="today", RETENTION_FIELD="keep")
    assert "give a layer of them (REPS)" in text
    wrong = make_layer("Point", "rep_id:string, keep:double", [(*row[:2], 120.0) for row in rows])
    text = refused(**(own | {"REPS": wrong}), CURRENT_FIELD="today")
    assert "3 representatives (A, B, C) are not between 0 and 100 %" in text
    text = refused(**common, RETENTION_FIELD="rep_id", CURRENT_FIELD="today")
    assert "not numbers" in text


def test_single_territories_have_limits_without_representatives(cluster, refused):
    customers = portfolio_layer((60, 60, 60))
    limits = ["A", "*", "", "30", "B", "revenue", "40%", ""]
    common = {"INPUT": customers, "COUNT": 3, "CURRENT_FIELD": "today"}
    run = cluster(**common, TERRITORY_LIMITS=limits)
    held = portfolios(run["OUTPUT"], "revenue")
    assert held["A"][0] <= 30
    assert held["B"][1] >= 0.4 * sum(column(customers, "revenue"))
    # By number, where territories have no names.
    run = cluster(INPUT=customers, COUNT=3, TERRITORY_LIMITS=["2", "*", "20", "20"])
    assert portfolios(run["OUTPUT"])[2] == [20]
    text = refused(**common, TERRITORY_LIMITS=["Z", "*", "", "30"])
    assert "there is no territory Z. Known are A, B, C" in text
    assert "holds 3 cells" in refused(**common, TERRITORY_LIMITS=["A", "*", "30"])
    assert "lacks its territory" in refused(**common, TERRITORY_LIMITS=["", "*", "30", ""])
    assert "'x'" in refused(**common, TERRITORY_LIMITS=["A", "*", "x", ""])
    text = refused(**common, TERRITORY_LIMITS=["A", "*", "200", ""])
    assert "200" in text
    assert "180" in text


def test_customers_with_the_same_value_or_point_stay_together(cluster, refused):
    rows = [(spot(i % 6, i // 6), i, "chain" if i in (0, 20, 35) else None) for i in range(36)]
    # Three at one place in the middle, where the border runs.
    rows += [(spot(2.5, 2.5), 36 + i, "") for i in range(3)]
    customers = make_layer("Point", "id:integer, chain:string", rows)
    limits = {"COUNT": 3, "MIN_COUNT": 13, "MAX_COUNT": 13}
    free = by_id(cluster(INPUT=customers, **limits)["OUTPUT"])
    assert len({free[i] for i in (0, 20, 35)}) > 1
    run = cluster(INPUT=customers, **limits, TOGETHER_FIELD="chain", SUMMARY="memory:")
    territory = by_id(run["OUTPUT"])
    assert len({territory[i] for i in (0, 20, 35)}) == 1
    assert set(map(tuple, portfolios(run["OUTPUT"]).values())) == {(13,)}
    rules = [f["rule"] for f in run["SUMMARY"].getFeatures() if f["kind"] == "rule"]
    assert "customers who stay together" in rules
    limits = {"COUNT": 2, "MIN_COUNT": 19, "MAX_COUNT": 20, "SAME_POINT": True}
    for smooth in (False, True):
        territory = by_id(cluster(INPUT=customers, **limits, SMOOTH=smooth)["OUTPUT"])
        assert len({territory[i] for i in (36, 37, 38)}) == 1
    lonely = points(*[(3, 3)] * 4)
    assert "all customers must stay together" in refused(INPUT=lonely, COUNT=2, SAME_POINT=True)
    assert "'nothing'" in refused(INPUT=customers, COUNT=2, TOGETHER_FIELD="nothing")


def test_more_clusters_than_places_are_found_whatever_the_seed(cluster):
    customers = points(*[((0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 5, 5)[i % 12], 0) for i in range(24)])
    for seed in range(1, 4):
        run = cluster(INPUT=customers, COUNT=5, MAX_COUNT=5, SEED=seed)
        assert sorted(own[0] for own in portfolios(run["OUTPUT"]).values()) == [4, 5, 5, 5, 5]


def test_every_exact_round_is_a_row_of_iterations(cluster):
    run = cluster(INPUT=portfolio_layer((30, 30, 30)), COUNT=3, ITERATIONS="memory:", RESTARTS=3)
    rows = [f.attributes() for f in run["ITERATIONS"].getFeatures()]
    assert rows[0][:2] == [1, 1]
    assert rows[0][3] == 90
    assert min(row[2] for row in rows) >= run["INERTIA"] * 0.99
    values = [("a",)] * 10 + [("b",)] * 10
    customers = two_towns(fields="id:integer, branch:string", values=values)
    run = cluster(INPUT=customers, COUNT=2, GROUP_FIELD="branch", ITERATIONS="memory:")
    assert {f["group_id"] for f in run["ITERATIONS"].getFeatures()} == {"a", "b"}
    assert "ITERATIONS" not in cluster(INPUT=customers, COUNT=2)


def test_messages_call_customers_by_their_name(refused):
    customers = two_towns(
        fields="id:integer, name:string, weight:double",
        values=[("Hugh" if i == 3 else None, 100.0 if i == 3 else 1.0) for i in range(20)],
    )
    text = refused(INPUT=customers, COUNT=2, LIMITS=["weight", "", "70"], NAME_FIELD="name")
    assert "Hugh has 100" in text


def test_there_is_no_retained_share_where_nobody_serves_anybody(cluster):
    run = cluster(INPUT=two_towns(), COUNT=2)
    assert run["RETAINED_PCT"] is None
    customers = two_towns(fields="id:integer, today:string", values=[("a",)] * 10 + [("b",)] * 10)
    assert cluster(INPUT=customers, COUNT=2, CURRENT_FIELD="today")["RETAINED_PCT"] == 100.0


# Values that are no names

NO_NAMES = [
    ("double", float("inf")),
    ("date", QDate(2026, 1, 2)),
    ("datetime", QDateTime(QDate(2026, 1, 2), QTime(3, 4))),
    ("string[]", ["a", "b"]),
    ("map", {"a": 1}),
    ("binary", QByteArray(b"a")),
]


@pytest.mark.parametrize(
    "parameter", ["CURRENT_FIELD", "PREASSIGNED_FIELD", "GROUP_FIELD", "TOGETHER_FIELD"]
)
@pytest.mark.parametrize(("kind", "value"), NO_NAMES)
def test_values_that_name_nobody_are_refused_before_the_work(refused, parameter, kind, value):
    customers = two_towns(fields=f"id:integer, who:{kind}", values=[(None,)] * 18 + [(value,)] * 2)
    text = refused(INPUT=customers, COUNT=2, **{parameter: "who"})
    assert parameter in text
    assert "'who'" in text
    assert "in 2 features" in text


def test_nan_names_nobody_like_null(cluster):
    values = [(1.0,)] * 9 + [(float("nan"),)] + [(2.0,)] * 10
    customers = two_towns(fields="id:integer, today:double", values=values)
    listener = Listener()
    run = cluster(listener, INPUT=customers, COUNT=2, CURRENT_FIELD="today", MIN_RETENTION=100)
    assert set(column(run["OUTPUT"], "territory")) == {1.0, 2.0}
    assert "1 customer has no representative now" in listener.warned


@pytest.mark.parametrize(
    ("kind", "names"),
    [
        ("integer", (2**31 - 2, 2**31 - 1)),
        ("int8", (2**63 - 2, 2**63 - 1)),
        ("int8", (2**53, 2**53 + 1)),
        ("double", (1e300, 2.5)),
        ("string", ("7", "07")),
        ("bool", (False, True)),
    ],
)
def test_any_name_comes_out_as_it_went_in(cluster, kind, names):
    values = [(names[0],)] * 10 + [(names[1],)] * 10
    customers = two_towns(fields=f"id:integer, today:{kind}", values=values)
    common = {"INPUT": customers, "CURRENT_FIELD": "today", "MIN_RETENTION": 50}
    territory = by_id(cluster(**common, COUNT=2)["OUTPUT"])
    assert territory[1] == names[0]
    assert territory[20] == names[1]
    if kind != "bool":
        more = set(column(cluster(**common, COUNT=3)["OUTPUT"], "territory"))
        assert len(more) == 3
        assert set(names) < more


def test_a_field_that_can_hold_no_new_name_is_refused_early(refused):
    values = [(False,)] * 10 + [(True,)] * 10
    customers = two_towns(fields="id:integer, today:bool", values=values)
    text = refused(INPUT=customers, COUNT=3, CURRENT_FIELD="today")
    assert "1 territory more than there are representatives needs a new name" in text


def test_ids_of_representatives_that_name_nobody_are_refused(refused):
    rows = [(spot(1, 1), ["a"]), (spot(61, 1), ["b"])]
    reps = make_layer("Point", "rep_id:string[]", rows)
    text = refused(INPUT=two_towns(), REPS=reps, REP_ID_FIELD="rep_id")
    assert "REP_ID_FIELD" in text


def test_somebody_who_left_may_have_a_text_where_ids_are_numbers(cluster):
    reps = representatives((7, 1, 1), (9, 61, 1), kind="integer")
    values = [("7",)] * 10 + [("9",)] * 9 + [("Bob",)]
    customers = two_towns(fields="id:integer, today:string", values=values)
    run = cluster(
        INPUT=customers, REPS=reps, REP_ID_FIELD="rep_id", CURRENT_FIELD="today", SUMMARY="memory:"
    )
    names = [f["territory"] for f in run["SUMMARY"].getFeatures() if f["kind"] == "territory"]
    assert names == ["7", "9", "Bob"]
    assert by_id(run["OUTPUT"])[1] == 7


def test_a_cancel_keeps_the_groups_that_are_done(cluster):
    values = [("a",)] * 10 + [("b",)] * 5 + [("c",)] * 5
    customers = two_towns(fields="id:integer, branch:string", values=values)
    listener = Listener(cancel_at=40.0)
    run = cluster(listener, INPUT=customers, COUNT=2, GROUP_FIELD="branch", RESTARTS=10)
    territory = by_id(run["OUTPUT"])
    assert run["STATUS"] == "cancelled"
    assert {territory[i] for i in range(1, 11)} == {1, 2}
    # Of the group at hand there is the plan of a start; none of the next one has been tried.
    assert {territory[i] for i in range(11, 16)} == {3, 4}
    assert {territory[i] for i in range(16, 21)} == {None}
    assert "before group c" in listener.warned


# Groups


def test_each_group_is_a_problem_of_its_own(cluster):
    rows = []
    for branch in range(24):
        for i in range(12):
            place = spot(40 * branch + 20 * (i // 6) + i % 3, i // 3)
            rows.append((place, 12 * branch + i, f"b{branch:02}"))
    customers = make_layer("Point", "id:integer, branch:string", rows)
    run = cluster(
        INPUT=customers, COUNT=2, MIN_COUNT=6, GROUP_FIELD="branch", SUMMARY="memory:",
        CENTERS="memory:",
    )  # fmt: skip
    members = defaultdict(set)
    for feature in run["OUTPUT"].getFeatures():
        members[feature["branch"]].add(feature["territory"])
    # Two territories per branch, numbered over all branches, none in two of them.
    assert all(len(own) == 2 for own in members.values())
    assert set().union(*members.values()) == set(range(1, 49))
    assert set(map(tuple, portfolios(run["OUTPUT"]).values())) == {(6,)}
    kinds = Counter(f["kind"] for f in run["SUMMARY"].getFeatures())
    assert kinds == {"group": 24, "territory": 48, "rule": 48}
    assert {f["group_id"] for f in run["CENTERS"].getFeatures()} == set(members)
    # A group alone gives the same plan as among the others.
    alone = make_layer("Point", "id:integer, branch:string", rows[12:24])
    single = cluster(INPUT=alone, COUNT=2, MIN_COUNT=6)
    shift = min(members["b01"]) - 1
    among = {i: t for i, t in by_id(run["OUTPUT"]).items() if 12 <= i < 24}
    assert {i: t + shift for i, t in by_id(single["OUTPUT"]).items()} == among


def test_representatives_of_a_group_come_from_the_same_field_in_reps(cluster, refused):
    customers = two_towns(fields="id:integer, branch:string", values=[("n",), ("s",)] * 10)
    rows = [(spot(1, 1), "n1", "n"), (spot(61, 1), "n2", "n"), (spot(30, 1), "s1", "s")]
    reps = make_layer("Point", "rep_id:string, branch:string", rows)
    common = {"INPUT": customers, "REP_ID_FIELD": "rep_id", "GROUP_FIELD": "branch"}
    out = cluster(**common, REPS=reps)["OUTPUT"]
    for feature in out.getFeatures():
        assert feature["territory"][0] == feature["branch"]
    assert portfolios(out)["s1"] == [10]
    lonely = make_layer("Point", "rep_id:string, branch:string", rows[:2])
    assert "belongs to the group s" in refused(**common, REPS=lonely)
    without = representatives(("a", 1, 1))
    assert "(REPS) needs the same field 'branch'" in refused(**common, REPS=without)


def test_errors_name_the_group(refused):
    customers = two_towns(fields="id:integer, branch:string", values=[("big",)] * 19 + [("tiny",)])
    text = refused(INPUT=customers, COUNT=3, GROUP_FIELD="branch")
    assert "Group “tiny”" in text
    assert "3 territories are asked for, but there is only 1 customer" in text


def test_customers_without_a_group_stay_unassigned(cluster):
    customers = two_towns(fields="id:integer, branch:string", values=[("a",)] * 18 + [(None,)] * 2)
    listener = Listener()
    territory = by_id(cluster(listener, INPUT=customers, COUNT=2, GROUP_FIELD="branch")["OUTPUT"])
    assert {i for i, own in territory.items() if own is None} == {19, 20}
    assert "NULL for 2 customers" in listener.warned


# Refusals


@pytest.mark.parametrize(
    ("change", "parts"),
    [
        ({"COUNT": None}, ["COUNT", "REPS"]),
        ({"COUNT": 21}, ["21 territories", "20 customer"]),
        ({"MIN_COUNT": 11}, ["“customers”", "22", "only 20", "2 are missing"]),
        ({"MAX_COUNT": 9}, ["18", "20", "2 find no place"]),
        ({"FIXED": True}, ["FIXED", "REPS"]),
        ({"MIN_RETENTION": 50}, ["MIN_RETENTION", "50 %", "CURRENT_FIELD"]),
        ({"CURRENT_FIELD": "nobody"}, ["CURRENT_FIELD", "'nobody'", "empty for all 20"]),
        ({"CURRENT_FIELD": "missing"}, ["CURRENT_FIELD", "'missing'", "weight"]),
        ({"LIMITS": ["weight", "", "1900"]}, ["“weight”", "2,000", "too heavy"]),
        ({"LIMITS": ["weight", "much", ""]}, ["'much'", "a share of the total like 30%"]),
        ({"LIMITS": ["weight", "nan", ""]}, ["'nan'", "a share of the total like 30%"]),
        ({"LIMITS": ["weight", "-5", ""]}, ["'-5'", "negative"]),
        ({"LIMITS": ["weight", "1"]}, ["(LIMITS) holds 2 cells"]),
        ({"LIMITS": ["", "1", ""]}, ["no attribute"]),
        ({"LIMITS": ["missing", "1", ""]}, ["'missing'"]),
        ({"LIMITS": ["name", "1", ""]}, ["'name'", "not plain numbers"]),
        ({"LIMITS": ["minus", "1", ""]}, ["'minus'", "negative in 1 feature"]),
        ({"LIMITS": ["weight", "60%", ""]}, ["“weight”", "add up to", "missing"]),
        ({"PREASSIGNED_FIELD": "name"}, ["PREASSIGNED_FIELD", "unknown", "Known", "1, 2"]),
        ({"MAX_DISTANCE": 10}, ["10 m", "20 customers may not go", "More territories"]),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(refused, change, parts):
    values = [(float(i), f"n{i}", 1.0, None) for i in range(1, 21)]
    values[4] = (2000.0, "n5", -1.0, None)
    customers = two_towns(
        fields="id:integer, weight:double, name:string, minus:double, nobody:string",
        values=values,
    )
    text = refused(**({"INPUT": customers, "COUNT": 2} | change))
    for part in parts:
        assert part in text, text


def test_reps_and_count_must_agree_and_unknown_ids_are_named(refused, cluster):
    customers = two_towns(fields="id:integer, who:string", values=[("a",)] * 19 + [("ghost",)])
    reps = representatives(("a", 1, 1), ("b", 61, 1))
    common = {"INPUT": customers, "REPS": reps, "REP_ID_FIELD": "rep_id"}
    assert "there are 2 representatives (REPS)" in refused(**common, COUNT=3)
    text = refused(**common, PREASSIGNED_FIELD="who")
    assert "ghost (1 customer" in text
    assert "a, b" in text
    # Somebody who has left is no mistake: the customers are free.
    listener = Listener()
    cluster(listener, **common, CURRENT_FIELD="who", MIN_RETENTION=10)
    assert "ghost" in listener.warned
    text = refused(INPUT=customers, REPS=reps, CURRENT_FIELD="who", MIN_RETENTION=10)
    assert "REP_ID_FIELD" in text


def test_null_weights_count_nothing_and_are_counted(cluster):
    values = [(None,) if i < 3 else (1.0,) for i in range(20)]
    customers = two_towns(fields="id:integer, weight:double", values=values)
    listener = Listener()
    cluster(listener, INPUT=customers, COUNT=2, LIMITS=["weight", "7", ""])
    assert "NULL in 3 features" in listener.warned


def test_unwritable_output_is_refused_before_the_work(refused, tmp_path):
    text = refused(INPUT=two_towns(), COUNT=2, OUTPUT=str(tmp_path / "no" / "x.gpkg"))
    assert "the folder does not exist" in text


def test_a_cancel_ends_without_half_a_result_or_with_a_whole_plan(cluster):
    customers = portfolio_layer()
    with pytest.raises(QgsProcessingException, match=r"[Cc]ancel"):
        cluster(Listener(cancel_at=0.1), INPUT=customers, **ARTICLE)
    run = cluster(Listener(cancel_at=66.0), INPUT=customers, **ARTICLE, SUMMARY="memory:")
    assert run["STATUS"] == "cancelled"
    assert_article_limits(run["OUTPUT"], customers)


# Reference systems


def test_a_geographic_layer_gives_ellipsoidal_distances(cluster):
    rows = []
    for i in range(10):
        rows.append((f"Point ({10 + 0.01 * i} {60 + 0.004 * i})", i))
        rows.append((f"Point ({12 + 0.01 * i} {60 + 0.004 * i})", 100 + i))
    customers = make_layer("Point", "id:integer", rows, crs="EPSG:4326")
    run = cluster(INPUT=customers, COUNT=2, MAX_COUNT=10, CENTERS="memory:")
    centres = {f["territory"]: f.geometry().asPoint() for f in run["CENTERS"].getFeatures()}
    for feature in run["OUTPUT"].getFeatures():
        place, centre = feature.geometry().asPoint(), centres[feature["territory"]]
        expected = geodesic_distance(place.x(), place.y(), centre.x(), centre.y())
        assert feature["distance_m"] == pytest.approx(float(expected), abs=0.01)


def test_customers_across_the_antimeridian_are_neighbours(cluster):
    places = [179.9, -179.9, 170.0, 170.1]
    rows = [(f"Point ({x} {-17 + 0.001 * i})", i) for i, x in enumerate(places)]
    customers = make_layer("Point", "id:integer", rows, crs="EPSG:4326")
    territory = by_id(cluster(INPUT=customers, COUNT=2)["OUTPUT"])
    assert territory[0] == territory[1] != territory[2] == territory[3]


def test_a_layer_without_reference_system_is_measured_in_its_units(cluster):
    listener = Listener()
    rows = [("Point (0 0)", 1), ("Point (2 0)", 2), ("Point (100 0)", 3), ("Point (104 0)", 4)]
    customers = make_layer("Point", "id:integer", rows, crs="")
    run = cluster(listener, INPUT=customers, COUNT=2)
    assert by_id(run["OUTPUT"], "distance_m") == {1: 1.0, 2: 1.0, 3: 2.0, 4: 2.0}
    assert "no coordinate reference system" in listener.warned


# The same answer


@pytest.mark.parametrize(
    "limits",
    [
        {"MIN_COUNT": 7, "MAX_COUNT": 7},
        {"LIMITS": ["revenue", "50%", "50%"]},
        {"MIN_COUNT": 7, "CURRENT_FIELD": "today", "MIN_RETENTION": 50},
    ],
    ids=["counts", "sums", "retention"],
)
def test_the_order_of_reading_and_a_second_run_change_nothing(cluster, limits):
    """Five customers in the west, five in the east, and four alike between them: two go each way.

    Which two would follow the order in which they are read, if that were not settled first.
    """
    places = [(0.0, 0.0)] * 5 + [(10.0, 0.0)] * 5 + [(5.0, 0.0)] * 4
    rows = [(spot(*p), n + 1, 100.0, "ew"[n < 5 or n > 11]) for n, p in enumerate(places)]
    fields = "id:integer, revenue:double, today:string"
    answers = []
    for order in (rows, rows[:10] + rows[:9:-1], rows):
        run = cluster(INPUT=make_layer("Point", fields, order), COUNT=2, **limits)
        answers.append((by_id(run["OUTPUT"]), run["INERTIA"]))
    assert answers[0] == answers[1] == answers[2]
    assert len({answers[0][0][n] for n in range(11, 15)}) == 2, "else there was no choice"


def test_hash_seed_changes_nothing(processing):
    script = Path(__file__).parent / "cluster_in_child.py"
    elsewhere = subprocess.run(
        [sys.executable, str(script)],
        env=os.environ | {"PYTHONHASHSEED": "1"},
        capture_output=True, text=True, timeout=120, check=False, cwd=ROOT,
    )  # fmt: skip
    assert "PLAN" in elsewhere.stdout, elsewhere.stderr
    # This process has a hash seed drawn by chance.
    here = processing.run("territory:clustercustomers", ALL_RULES | {"INPUT": few_customers()})
    told = elsewhere.stdout.split("PLAN", 1)[1].split("END")[0]
    assert told.strip() == f"{by_id(here['OUTPUT'])} {here['INERTIA']}"


@pytest.mark.parametrize("limits", ["counts", "sums"])
def test_the_answer_is_the_same_with_and_without_the_optional_solver(cluster, monkeypatch, limits):
    """Fixed centres, so that one assignment is the whole answer."""
    rng = np.random.default_rng(7)
    n, k = (6_000, 15) if limits == "counts" else (900, 9)
    places, homes = rng.random((n, 2)) * 50.0, rng.random((k, 2)) * 50.0
    customers = points(
        *places.tolist(),
        fields="id:integer, revenue:double, today:string",
        values=[(float(v), f"R{rng.integers(k):02}") for v in rng.lognormal(size=n)],
    )
    reps = representatives(*((f"R{i:02}", x, y) for i, (x, y) in enumerate(homes.tolist())))
    # Many customers are torn between today's representative and a nearer one.
    rules = {"MIN_COUNT": 399, "MAX_COUNT": 401, "CURRENT_FIELD": "today", "MIN_RETENTION": 60}
    if limits == "sums":
        rules = {"LIMITS": ["revenue", "10%", "12.3%"]}

    def run():
        listener = Listener()
        answer = cluster(
            feedback=listener, INPUT=customers, REPS=reps, REP_ID_FIELD="rep_id", FIXED=True,
            SUMMARY="memory:", **rules,
        )  # fmt: skip
        total = next(f for f in answer["SUMMARY"].getFeatures() if f["kind"] == "group")
        return answer["INERTIA"], total["gap_pct"] / 100.0, "\n".join(listener.infos)

    inertia, gap, log = run()
    if limits == "counts":
        assert ("OR-Tools" in log) == (find_spec("ortools") is not None)
    monkeypatch.setitem(sys.modules, "ortools", None)
    without, gap_without, log_without = run()
    assert "by HiGHS (SciPy" in log_without
    assert gap_without <= (1e-9 if limits == "counts" else 1e-3)
    # Of two answers neither is further from the best one than its own gap; distances on the
    # ellipsoid and on the local plane differ by less than a thousandth.
    assert abs(inertia / without - 1.0) <= max(gap, gap_without) + 1e-5


# What the user sees


def test_layers_arrive_styled_in_the_same_colours(loaded_plugin):
    customers = portfolio_layer()
    try:
        _, layers = run_into_project(
            "territory:clustercustomers",
            {
                "INPUT": customers,
                "OUTPUT": "memory:",
                "CENTERS": "memory:",
                "RESTARTS": 1,
                **ARTICLE,
            },
        )
        categories = {name: layer.renderer().categories() for name, layer in layers.items()}
        colours = []
        for name in ("OUTPUT", "CENTERS"):
            found = {}
            for category in categories[name]:
                symbol = category.symbol()
                inner = symbol.symbolLayer(symbol.symbolLayerCount() - 1)
                found[category.value()] = inner.color().name()
            colours.append(found)
        assert colours[0] == colours[1]
        assert len(set(colours[0].values())) == 3
        symbol = categories["OUTPUT"][0].symbol()
        outline = symbol.symbolLayer(0).dataDefinedProperties()
        expression = outline.property(QgsSymbolLayer.Property.StrokeColor)
        assert "outlier" in expression.expressionString()
        assert layers["CENTERS"].labelsEnabled()
    finally:
        QgsProject.instance().clear()


def test_the_report_shows_portfolios_and_prices(article):
    text = Path(article[False]["REPORT"]).read_text(encoding="utf-8")
    for part in ("Portfolios: Customers", "Portfolios: revenue", "The price of each rule", "Grey"):
        assert part in text
    assert text.count('class="chart"') == 3
    assert "sum of “revenue”" in text


def test_command_line_run_writes_files(qgis_process, tmp_path):
    path = str(tmp_path / "customers.gpkg")
    results = qgis_process.run(
        "territory:clustercustomers",
        {
            "INPUT": str(ROOT / "examples" / "pois_helsinki.gpkg"),
            "COUNT": 6,
            "LIMITS": ["weight", "15%", "18%"],
            "OUTPUT": path,
            "RESTARTS": 1,
        },
    )
    layer = QgsVectorLayer(path, "out", "ogr")
    held = portfolios(layer, "weight")
    total = sum(column(layer, "weight"))
    assert sorted(held) == [1, 2, 3, 4, 5, 6]
    assert all(0.15 * total <= own[1] <= 0.18 * total for own in held.values())
    assert results["STATUS"] == "converged"
