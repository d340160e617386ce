"""Clusters to today's representatives through Processing."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException, QgsProject, QgsVectorLayer
from territory_design.processing_provider.runs import matchreps
from territory_design.tests.integration.maps import (
    EAST,
    NORTH,
    Listener,
    by_id,
    column,
    make_layer,
    run_into_project,
    spot,
    table,
)

FIELDS = "id:integer, cluster:integer, today:string, weight:double"

# Cluster 1 shares 3 customers with A and 2 with B; cluster 2 shares 2 with A and none with B.
# Greedy: 1 → A (3), 2 → B (0) keeps 3. Best: 1 → B (2), 2 → A (2) keeps 4.
GREEDY_TRAP = [(1, "A")] * 3 + [(1, "B")] * 2 + [(2, "A")] * 2


def customers(pairs, weights=None):
    rows = [
        (spot(i % 5, i // 5), i + 1, cluster, today, 1.0 if weights is None else weights[i])
        for i, (cluster, today) in enumerate(pairs)
    ]
    return make_layer("Point", FIELDS, rows)


@pytest.fixture
def match(processing):
    def run(layer, feedback=None, **parameters):
        given = {
            "INPUT": layer,
            "CLUSTER_FIELD": "cluster",
            "CURRENT_FIELD": "today",
            "OUTPUT": "memory:",
            "MATCHES": "memory:",
        }
        return processing.run(
            "territory:matchreps", given | parameters, feedback=feedback or Listener()
        )

    return run


def test_the_match_is_the_best_one_not_the_greedy_one(match):
    run = match(customers(GREEDY_TRAP))
    assert by_id(run["OUTPUT"]) == {i + 1: "B" if i < 5 else "A" for i in range(7)}
    assert run["RETAINED_PCT"] == pytest.approx(100.0 * 4 / 7)
    rows = table(run["MATCHES"], "cluster")
    assert (rows[1]["territory"], rows[1]["customers_kept"], rows[1]["customers"]) == ("B", 2, 5)
    assert rows[1]["kept_pct"] == 100.0
    assert (rows[2]["territory"], rows[2]["customers_before"]) == ("A", 5)
    assert rows[2]["kept_pct"] == pytest.approx(40.0)
    assert {row["kind"] for row in rows.values()} == {"matched"}


def test_weight_may_count_more_than_customers(match):
    run = match(customers(GREEDY_TRAP, [9.0] * 3 + [1.0] * 4), WEIGHT_FIELD="weight")
    assert by_id(run["OUTPUT"])[1] == "A"
    assert run["RETAINED_PCT"] == pytest.approx(100.0 * 27 / 31)
    assert table(run["MATCHES"], "cluster")[1]["weight_kept"] == 27.0


def test_clusters_left_over_get_new_names(match):
    listener = Listener()
    run = match(customers([(1, "A"), (2, "A"), (2, "A"), (3, None)]), listener)
    assert by_id(run["OUTPUT"]) == {1: "new 1", 2: "A", 3: "A", 4: "new 2"}
    assert (run["NEW_COUNT"], run["LEFT_COUNT"]) == (2, 0)
    assert "2 clusters have no current representative" in listener.warned
    kinds = {name: row["kind"] for name, row in table(run["MATCHES"], "cluster").items()}
    assert kinds == {1: "new", 2: "matched", 3: "new"}


def test_new_names_of_numbers_are_further_numbers(match):
    rows = [(spot(i, 0), i, i, 7 if i < 2 else None) for i in range(3)]
    layer = make_layer("Point", "id:integer, cluster:integer, today:integer", rows)
    territory = by_id(match(layer)["OUTPUT"])
    assert sorted(territory.values()) == [7, 8, 9]


def test_new_names_fit_where_names_are_short(match, tmp_path):
    rows = [(spot(i, 0), i, i, "A") for i in range(3)]
    layer = make_layer("Point", "id:integer, cluster:integer, today:string(1)", rows)
    path = str(tmp_path / "matched.gpkg")
    run = match(layer, OUTPUT=path)
    names = column(QgsVectorLayer(run["OUTPUT"], "out", "ogr"), "territory")
    assert sorted(names) == ["A", "new 1", "new 2"]


def test_a_field_that_can_hold_no_new_name_is_refused_before_the_match(match, monkeypatch):
    monkeypatch.setattr(matchreps, "match_clusters", None)
    rows = [(spot(i, 0), i, i, i < 2) for i in range(3)]
    layer = make_layer("Point", "id:integer, cluster:integer, today:bool", rows)
    with pytest.raises(QgsProcessingException) as refused:
        match(layer)
    text = str(refused.value)
    assert "1 territory more than there are representatives needs a new name" in text
    assert "“Current representative of a customer” (CURRENT_FIELD)" in text


def test_representatives_left_over_are_listed(match):
    run = match(customers([(1, "A"), (1, "A"), (1, "B"), (1, "C")]))
    assert set(column(run["OUTPUT"], "territory")) == {"A"}
    left = [f for f in run["MATCHES"].getFeatures() if f["kind"] == "no cluster"]
    assert [(f["territory"], f["customers_before"], f["customers_kept"]) for f in left] == [
        ("B", 1, 0),
        ("C", 1, 0),
    ]
    assert run["LEFT_COUNT"] == 2


def test_who_has_left_gets_no_cluster_and_counts_no_more(match):
    run = match(customers(GREEDY_TRAP), EXCLUDE=["A"])
    # B gets the cluster in which it has customers; nobody is left for the other.
    assert by_id(run["OUTPUT"]) == {i + 1: "B" if i < 5 else "new 1" for i in range(7)}
    assert run["RETAINED_PCT"] == 100.0
    assert (run["NEW_COUNT"], run["LEFT_COUNT"]) == (1, 0)
    rows = {f["territory"]: f for f in run["MATCHES"].getFeatures()}
    left = [rows["A"][name] for name in ("kind", "customers_before", "customers_kept")]
    assert left == ["left", 5, 0]
    assert (rows["B"]["kind"], rows["new 1"]["kind"]) == ("matched", "new")


def test_centres_are_the_means_of_the_clusters_with_their_new_names(match):
    run = match(customers(GREEDY_TRAP), CENTERS="memory:")
    centres = {f["cluster"]: f for f in run["CENTERS"].getFeatures()}
    assert {c: row["territory"] for c, row in centres.items()} == {1: "B", 2: "A"}
    assert [centres[c]["customers"] for c in (1, 2)] == [5, 2]
    place = centres[2].geometry().asPoint()
    assert place.x() == pytest.approx(EAST + 1000.0, abs=0.01)
    assert place.y() == pytest.approx(NORTH + 1500.0, abs=0.01)


def test_nothing_to_keep_has_no_share(match):
    nobody_stays = [(spot(0, 0), 1, 1, None, 1.0), (spot(1, 0), 2, None, "A", 1.0)]
    run = match(make_layer("Point", FIELDS, nobody_stays), WEIGHT_FIELD="weight")
    assert run["RETAINED_PCT"] == 0.0
    weightless = make_layer("Point", FIELDS, [(spot(0, 0), 1, 1, "A", 0.0)])
    assert match(weightless, WEIGHT_FIELD="weight")["RETAINED_PCT"] is None


def test_the_order_of_reading_changes_nothing(match):
    layer = customers([(1, "A"), (1, "B"), (2, "A"), (2, "B")])
    features = [[f.geometry(), *f.attributes()] for f in layer.getFeatures()]
    turned = make_layer("Point", FIELDS, features[::-1])
    assert by_id(match(layer)["OUTPUT"]) == by_id(match(turned)["OUTPUT"])


def test_customers_without_cluster_or_geometry_stay_unassigned(match):
    rows = [(spot(0, 0), 1, 1, "A", 1.0), (spot(1, 0), 2, None, "A", 1.0), (None, 3, 1, "A", 1.0)]
    run = match(make_layer("Point", FIELDS, rows))
    assert by_id(run["OUTPUT"]) == {1: "A", 2: None, 3: None}


@pytest.mark.parametrize(
    ("change", "parts"),
    [
        ({"CURRENT_FIELD": "missing"}, ["CURRENT_FIELD", "'missing'", "cluster"]),
        ({"WEIGHT_FIELD": "today"}, ["'today'", "not numbers"]),
        ({"WEIGHT_FIELD": "minus"}, ["'minus'", "negative in 1 feature"]),
        ({"CLUSTER_FIELD": "empty"}, ["CLUSTER_FIELD", "'empty'", "empty for all 2"]),
        ({"OUTPUT": "/nowhere/at/all/x.gpkg"}, ["OUTPUT", "folder does not exist"]),
        ({"EXCLUDE": ["Z"]}, ["EXCLUDE", "nobody is called Z", "A"]),
        ({"EXCLUDE": ["A"]}, ["EXCLUDE", "all of them"]),
        ({"CURRENT_FIELD": "odd"}, ["CURRENT_FIELD", "'odd'", "in 1 feature"]),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(match, change, parts):
    layer = make_layer(
        "Point",
        FIELDS + ", minus:double, empty:string, odd:double",
        [
            (spot(0, 0), 1, 1, "A", 1.0, -2.0, None, float("inf")),
            (spot(1, 0), 2, 1, "A", 1.0, 1.0, None, 1.0),
        ],
    )
    with pytest.raises(QgsProcessingException) as error:
        match(layer, **change)
    for part in parts:
        assert part in str(error.value)


def test_the_layer_arrives_in_the_colours_of_the_representatives(loaded_plugin):
    try:
        _, layers = run_into_project(
            "territory:matchreps",
            {
                "INPUT": customers(GREEDY_TRAP),
                "CLUSTER_FIELD": "cluster",
                "CURRENT_FIELD": "today",
                "OUTPUT": "memory:",
            },
        )
        categories = layers["OUTPUT"].renderer().categories()
        assert {category.value() for category in categories} == {"A", "B"}
    finally:
        QgsProject.instance().clear()
