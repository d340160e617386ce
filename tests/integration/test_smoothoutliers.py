"""The nearest-neighbour clean-up through Processing: accuracy, moves, limits."""

from __future__ import annotations

import pytest
from qgis.core import QgsFeatureRequest, QgsProcessingException, QgsProject
from territory_design.tests.integration.customer_layers import portfolios
from territory_design.tests.integration.maps import (
    Listener,
    by_id,
    column,
    make_layer,
    run_into_project,
    spot,
)


def two_blocks(swapped=(7,), name="territory", extra="", values=()):
    """A 4 × 4 block of W and, 20 km east, one of E; those in ``swapped`` are of the other."""
    rows = []
    for block, own, other in ((0, "W", "E"), (1, "E", "W")):
        for i in range(16):
            number = 16 * block + i
            label = other if number in swapped else own
            rows.append((spot(20 * block + i % 4, i // 4), number, label, 1.0 + number, *values))
    return make_layer("Point", f"id:integer, {name}:string, weight:double{extra}", rows)


@pytest.fixture
def smooth(processing):
    def run(layer, feedback=None, **parameters):
        given = {"INPUT": layer, "OUTPUT": "memory:"} | parameters
        return processing.run("territory:smoothoutliers", given, feedback=feedback or Listener())

    return run


def test_an_outlier_moves_to_its_neighbours_and_keeps_its_flag(smooth):
    run = smooth(two_blocks())
    assert (run["OUTLIERS"], run["MOVED"], run["STATUS"]) == (1, 1, "converged")
    assert run["ACCURACY_PCT"] == pytest.approx(100.0 * 31 / 32)
    assert run["ACCURACY_AFTER_PCT"] == 100.0
    out = run["OUTPUT"]
    assert by_id(out)[7] == "W"
    assert by_id(out, "territory_before")[7] == "E"
    assert [number for number, flag in by_id(out, "outlier").items() if flag] == [7]
    assert portfolios(out) == {"W": [16], "E": [16]}


def test_only_who_is_flagged_moves(smooth):
    # A row in which moves make outliers of customers that were none.
    labels = "WEWWWEWEEEWEWWEEEWEE"
    rows = [(spot(i + 0.001 * i * i, 0), i, label) for i, label in enumerate(labels)]
    run = smooth(make_layer("Point", "id:integer, territory:string", rows), NEIGHBORS=1)
    flags, after = by_id(run["OUTPUT"], "outlier"), by_id(run["OUTPUT"])
    moved = {number for number, label in enumerate(labels) if after[number] != label}
    assert len(moved) == run["MOVED"] > 0
    assert all(flags[number] for number in moved)


def test_a_limit_holds_an_outlier_back(smooth):
    run = smooth(two_blocks(), LIMITS=["*", "", "16", "weight", "", ""])
    assert run["MOVED"] == 1
    # E has 17 customers; without 7 it would have 16, which the limit forbids.
    run = smooth(two_blocks(), LIMITS=["*", "17", ""])
    assert (run["OUTLIERS"], run["MOVED"]) == (1, 0)
    assert by_id(run["OUTPUT"])[7] == "E"
    assert [n for n, flag in by_id(run["OUTPUT"], "outlier").items() if flag] == [7]


def test_two_outliers_are_exchanged_where_neither_may_move_alone(smooth):
    run = smooth(two_blocks(swapped=(7, 21)), LIMITS=["*", "50%", "50%"])
    assert run["MOVED"] == 2
    territory = by_id(run["OUTPUT"])
    assert (territory[7], territory[21]) == ("W", "E")
    assert portfolios(run["OUTPUT"]) == {"W": [16], "E": [16]}


def test_sums_hold_exactly_in_the_written_layer(smooth):
    layer = two_blocks(swapped=(5, 6, 21))
    before = portfolios(layer, "weight")
    most = before["W"][1] + 6.0
    run = smooth(layer, LIMITS=["weight", "", str(most)])
    after = portfolios(run["OUTPUT"], "weight")
    assert after["W"][1] <= most
    assert run["MOVED"] >= 1


def test_a_limit_that_is_broken_already_is_named_and_not_broken_further(smooth):
    listener = Listener()
    run = smooth(two_blocks(), listener, LIMITS=["*", "20", ""])
    assert "broken already in 2" in listener.warned
    assert run["MOVED"] == 0


def test_another_field_goes_out_as_territory_and_as_before(smooth):
    run = smooth(two_blocks(name="rep"), TERRITORY_FIELD="rep")
    out = run["OUTPUT"]
    assert by_id(out)[7] == "W"
    assert by_id(out, "rep")[7] == by_id(out, "territory_before")[7] == "E"


def test_the_only_customer_of_a_territory_stays(smooth):
    rows = [(spot(i, 0), i, "lonely" if i == 2 else "rest") for i in range(6)]
    run = smooth(make_layer("Point", "id:integer, territory:string", rows))
    assert (run["OUTLIERS"], run["MOVED"]) == (1, 0)
    assert by_id(run["OUTPUT"])[2] == "lonely"


def test_customers_without_territory_or_geometry_pass_through(smooth):
    layer = two_blocks()
    provider = layer.dataProvider()
    rows = make_layer(
        "Point",
        "id:integer, territory:string, weight:double",
        [(spot(1.2, 1.2), 90, None, 1.0), (None, 91, "W", 1.0)],
    )
    assert provider.addFeatures(list(rows.getFeatures()))[0]
    out = smooth(layer)["OUTPUT"]
    assert by_id(out)[90] is None
    assert by_id(out)[91] is None
    assert out.featureCount() == 34


def test_a_share_of_the_customers_is_kept_apart_for_a_test(smooth):
    run = smooth(two_blocks(swapped=()), TEST_SHARE=30)
    assert run["TEST_ACCURACY_PCT"] == 100.0
    listener = Listener()
    muddle = smooth(two_blocks(swapped=tuple(range(0, 32, 3))), listener, TEST_SHARE=30, SEED=4)
    assert 0.0 <= muddle["TEST_ACCURACY_PCT"] < 100.0
    assert "% of 10 customers was foretold" in "\n".join(listener.infos)
    assert smooth(two_blocks())["TEST_ACCURACY_PCT"] is None
    assert smooth(two_blocks(), TEST_SHARE=0)["TEST_ACCURACY_PCT"] is None


def test_the_order_of_reading_changes_nothing(smooth):
    layer = two_blocks(swapped=(5, 6, 21))
    features = [[f.geometry(), *f.attributes()] for f in layer.getFeatures()]
    turned = make_layer("Point", "id:integer, territory:string, weight:double", features[::-1])
    answers = [smooth(one, TEST_SHARE=40, LIMITS=["*", "15", ""]) for one in (layer, turned)]
    assert by_id(answers[0]["OUTPUT"]) == by_id(answers[1]["OUTPUT"])
    assert answers[0]["TEST_ACCURACY_PCT"] == answers[1]["TEST_ACCURACY_PCT"]


def test_customers_of_one_place_come_out_in_the_order_in_which_they_came(smooth):
    rows = [(spot(n // 4, 0), 20 - n, "AB"[n // 8]) for n in range(16)]
    layer = make_layer("Point", "id:integer, territory:string", rows)
    assert column(smooth(layer)["OUTPUT"], "id") == [20 - n for n in range(16)]


def test_values_that_are_no_territory_are_refused(smooth):
    def with_fourth(value):
        rows = [(spot(i, 0), i, value if i == 3 else 1.0) for i in range(6)]
        return make_layer("Point", "id:integer, territory:double", rows)

    with pytest.raises(QgsProcessingException, match=r"TERRITORY_FIELD.*in 1 feature"):
        smooth(with_fourth(float("inf")))
    assert by_id(smooth(with_fourth(float("nan")))["OUTPUT"])[3] is None


@pytest.mark.parametrize(
    ("change", "parts"),
    [
        ({"TERRITORY_FIELD": "empty"}, ["TERRITORY_FIELD", "'empty'", "empty for all 32"]),
        ({"LIMITS": ["weight", "x", ""]}, ["'x'", "share of the total"]),
        ({"LIMITS": ["minus", "1", ""]}, ["'minus'", "negative in 32"]),
        ({"LIMITS": ["*", "9", "8"]}, ["at least 9 and at most 8", "“customers”"]),
        ({"OUTPUT": "/nowhere/at/all/x.gpkg"}, ["OUTPUT", "folder does not exist"]),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(smooth, change, parts):
    layer = two_blocks(extra=", minus:double, empty:string", values=(-1.0, None))
    with pytest.raises(QgsProcessingException) as error:
        smooth(layer, **change)
    for part in parts:
        assert part in str(error.value)


def test_a_cancel_keeps_the_plan_whole(smooth):
    listener = Listener()
    listener.cancel()
    with pytest.raises(QgsProcessingException, match=r"[Cc]ancel"):
        smooth(two_blocks(), listener)


def test_outliers_have_a_black_outline_on_top_and_a_tip(loaded_plugin):
    try:
        _, layers = run_into_project(
            "territory:smoothoutliers", {"INPUT": two_blocks(), "OUTPUT": "memory:"}
        )
        layer = layers["OUTPUT"]
        tip = layer.mapTipTemplate()
        assert "→" in tip
        assert '"territory_before"' in tip
        renderer = layer.renderer()
        assert renderer.orderByEnabled()
        assert isinstance(renderer.orderBy(), QgsFeatureRequest.OrderBy)
        categories = renderer.categories()
        assert {category.value() for category in categories} == {"W", "E"}
        assert len(column(layer, "outlier")) == 32
    finally:
        QgsProject.instance().clear()
