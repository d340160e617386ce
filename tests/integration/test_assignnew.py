"""New customers from neighbours or polygons through Processing."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException, QgsProject
from territory_design.tests.integration.maps import (
    Listener,
    by_id,
    make_layer,
    run_into_project,
    spot,
    square,
)

NEW = [(0.4, 0.4), (9.6, 0.4), (5.0, 0.2)]


def reference(crs="EPSG:25832", kind="string", names=("W", "E")):
    """Nine customers of W in the west, nine of E ten kilometres further east."""
    rows = [
        (spot(10 * side + i % 3 - side, i // 3), names[side]) for side in (0, 1) for i in range(9)
    ]
    return make_layer("Point", f"territory:{kind}", rows, crs=crs)


def newcomers(*places, fields="id:integer", values=()):
    rows = [(spot(*place), i, *values) for i, place in enumerate(places or NEW)]
    return make_layer("Point", fields, rows)


def areas():
    """Two squares of A and B that touch, and one of C that lies over half of B."""
    return make_layer(
        "Polygon",
        "territory:string",
        [
            (square(0, 0, 2000.0), "A"),
            (square(1, 0, 2000.0), "B"),
            (square(3, 0, 1000.0), "C"),
            (square(20, 20), None),
        ],
    )


@pytest.fixture
def assign(processing):
    def run(layer, other, feedback=None, **parameters):
        given = {"INPUT": layer, "REFERENCE": other, "OUTPUT": "memory:"} | parameters
        return processing.run("territory:assignnew", given, feedback=feedback or Listener())

    return run


def test_neighbours_give_territory_and_confidence(assign):
    run = assign(newcomers(), reference(), NEIGHBORS=5)
    out = run["OUTPUT"]
    assert by_id(out)[0] == "W"
    assert by_id(out)[1] == "E"
    confidence = by_id(out, "confidence_pct")
    assert confidence[0] == confidence[1] == 100.0
    # In the middle the votes are divided.
    assert confidence[2] in (60.0, 80.0)
    assert run["MEAN_CONFIDENCE_PCT"] == pytest.approx(sum(confidence.values()) / 3)
    assert run["OUTSIDE"] == 0


def test_the_territory_has_the_type_of_the_reference(assign):
    run = assign(newcomers(), reference(kind="integer", names=(10, 20)))
    assert by_id(run["OUTPUT"])[1] == 20


def test_polygons_give_their_territory_and_less_confidence_where_they_overlap(assign):
    layer = newcomers((0.5, 0.5), (3.0, 1.5), (3.0, 0.2), (12.0, 0.5))
    listener = Listener()
    run = assign(layer, areas(), listener, METHOD=1)
    assert by_id(run["OUTPUT"]) == {0: "A", 1: "B", 2: "B", 3: "B"}
    assert by_id(run["OUTPUT"], "confidence_pct") == {0: 100.0, 1: 100.0, 2: 50.0, 3: 0.0}
    assert run["OUTSIDE"] == 1
    assert "outside every polygon" in listener.warned
    assert "1 feature has no territory" in listener.warned


@pytest.mark.parametrize("method", [0, 1])
def test_the_reference_may_have_another_reference_system(assign, processing, method):
    other = reference() if method == 0 else areas()
    geographic = processing.run(
        "native:reprojectlayer",
        {"INPUT": other, "TARGET_CRS": "EPSG:4326", "OUTPUT": "memory:"},
    )["OUTPUT"]
    layer = newcomers((0.5, 0.5), (9.6, 0.4))
    same, moved = (
        by_id(assign(layer, which, METHOD=method)["OUTPUT"]) for which in (other, geographic)
    )
    assert same == moved


def test_a_territory_of_their_own_moves_aside(assign):
    layer = newcomers((0.4, 0.4), fields="id:integer, territory:string", values=("old",))
    out = assign(layer, reference())["OUTPUT"]
    assert (by_id(out)[0], by_id(out, "territory_before")[0]) == ("W", "old")


@pytest.mark.parametrize(
    ("which", "change", "parts"),
    [
        (
            "points",
            {"METHOD": 1},
            ["needs polygons in “Customers or areas with a territory” (REFERENCE)"],
        ),
        ("points", {"TERRITORY_FIELD": "missing"}, ["(REFERENCE) has no field 'missing'"]),
        ("nobody", {}, ["TERRITORY_FIELD", "empty for all 2"]),
        ("empty", {}, ["(REFERENCE) holds no feature with a geometry"]),
        ("no crs", {}, ["(REFERENCE) has no coordinate reference system"]),
        ("points", {"OUTPUT": "/nowhere/at/all/x.gpkg"}, ["OUTPUT", "folder does not exist"]),
    ],
)
def test_what_cannot_be_is_refused_with_the_reason(assign, which, change, parts):
    layers = {
        "points": reference(),
        "nobody": make_layer("Point", "territory:string", [(spot(0, 0), None), (spot(1, 0), None)]),
        "empty": make_layer("Point", "territory:string", [(None, "A")]),
        "no crs": reference(crs=""),
    }
    with pytest.raises(QgsProcessingException) as error:
        assign(newcomers(), layers[which], **change)
    for part in parts:
        assert part in str(error.value)


@pytest.mark.parametrize(("method", "other"), [(0, reference), (1, areas)])
def test_the_order_of_reading_changes_nothing(assign, method, other):
    layer = other()
    features = [[f.geometry(), *f.attributes()] for f in layer.getFeatures()]
    turned = make_layer("Polygon" if method else "Point", "territory:string", features[::-1])
    new = newcomers((0.4, 0.4), (3.0, 0.2), (9.6, 0.4), (12.0, 0.5))
    first, second = (by_id(assign(new, one, METHOD=method)["OUTPUT"]) for one in (layer, turned))
    assert first == second


def test_values_that_are_no_territory_are_refused(assign):
    odd = make_layer("Point", "territory:double", [(spot(0, 0), float("inf")), (spot(1, 0), 1.0)])
    with pytest.raises(QgsProcessingException, match=r"TERRITORY_FIELD.*in 1 feature"):
        assign(newcomers(), odd)


def test_a_cancel_writes_nothing(assign):
    listener = Listener()
    listener.cancel()
    with pytest.raises(QgsProcessingException, match=r"[Cc]ancel"):
        assign(newcomers(), areas(), listener, METHOD=1)


def test_new_customers_arrive_in_the_colours_of_the_reference(loaded_plugin):
    try:
        _, layers = run_into_project(
            "territory:assignnew",
            {"INPUT": newcomers(), "REFERENCE": reference(), "OUTPUT": "memory:"},
        )
        categories = layers["OUTPUT"].renderer().categories()
        assert {category.value() for category in categories} == {"W", "E"}
    finally:
        QgsProject.instance().clear()
