"""territory:greenfield: centres of gravity within bounds."""

from __future__ import annotations

import base64
import math
import re
from collections import Counter

import numpy as np
import pytest
from qgis.core import (
    NULL,
    QgsExpressionContextUtils,
    QgsProcessingException,
    QgsProject,
    QgsRenderContext,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QImage
from territory_design.tests.integration.maps import (
    ROOT,
    Listener,
    by_id,
    column,
    make_layer,
    refusal,
    representatives,
    run_into_project,
    spot,
    square,
    table,
)

CITIES = str(ROOT / "examples" / "cities_de_1000.gpkg")
OUTPUTS = ("CENTERS", "OUTPUT", "FLOWS", "ITERATIONS", "CURVE")


@pytest.fixture
def place(processing):
    def call(customers, least, most=None, *, feedback=None, **parameters) -> dict:
        defaults = {"INPUT": customers, "COUNT_MIN": least, "COUNT_MAX": most, "RESTARTS": 3}
        defaults |= dict.fromkeys(OUTPUTS, "memory:")
        return processing.run(
            "territory:greenfield", defaults | parameters, feedback=feedback or Listener()
        )

    return call


@pytest.fixture(scope="module")
def towns(processing) -> QgsVectorLayer:
    """181 German towns above 60,000."""
    return processing.run(
        "native:extractbyexpression",
        {"INPUT": CITIES, "EXPRESSION": '"population" > 60000', "OUTPUT": "memory:"},
    )["OUTPUT"]


def three_villages() -> QgsVectorLayer:
    """Five customers each around columns 0, 20 and 40 of the drawn map."""
    rows = [
        (spot(middle + step, abs(step)), middle + step + 10, 1.0 + (step == 0), middle < 20)
        for middle in (0, 20, 40)
        for step in (-2, -1, 0, 1, 2)
    ]
    return make_layer("Point", "id:integer, demand:double, half:integer", rows)


def test_each_village_gets_its_centre(place):
    results = place(three_villages(), 3, WEIGHT_FIELD="demand")
    own = by_id(results["OUTPUT"])
    groups = {own[i] for i in (8, 9, 10, 11, 12)}, {own[i] for i in (28, 29, 30, 31, 32)}
    assert [len(group) for group in groups] == [1, 1]
    centres = table(results["CENTERS"], "territory")
    assert {row["customers"] for row in centres.values()} == {5}
    assert {row["demand"] for row in centres.values()} == {6.0}
    travel = sum(
        demand * distance
        for demand, distance in zip(
            column(results["OUTPUT"], "demand"), column(results["OUTPUT"], "distance_m")
        )
    )
    assert results["OBJECTIVE"] == pytest.approx(travel, rel=1e-9)
    assert results["MEAN_DISTANCE_M"] == pytest.approx(travel / 18.0, rel=1e-9)
    for number, row in centres.items():
        mine = [
            distance
            for territory, distance in zip(
                column(results["OUTPUT"], "territory"), column(results["OUTPUT"], "distance_m")
            )
            if territory == number
        ]
        assert row["min_dist_m"] == min(mine)
        assert row["radius_m"] == row["max_dist_m"] == max(mine)
        assert row["mean_dist_m"] == pytest.approx(sum(mine) / 5.0)


def test_the_sweep_recommends_where_further_centres_save_little(place):
    results = place(three_villages(), 1, 6, WEIGHT_FIELD="demand")
    assert results["BEST_COUNT"] == 3
    assert column(results["CURVE"], "count") == [1, 2, 3, 4, 5, 6]
    objectives = column(results["CURVE"], "objective")
    improvements = column(results["CURVE"], "improvement_pct")
    assert objectives[2] == pytest.approx(results["OBJECTIVE"])
    assert improvements[0] == 0.0
    assert improvements[2] == pytest.approx(100.0 * (1.0 - objectives[2] / objectives[1]))
    iterations = list(results["ITERATIONS"].getFeatures())
    assert {row["count"] for row in iterations} == {1, 2, 3, 4, 5, 6}
    assert min(row["objective"] for row in iterations if row["count"] == 3) >= (
        results["OBJECTIVE"] * (1.0 - 1e-9)
    )


def test_opening_cost_decides_when_given(place):
    results = place(three_villages(), 1, 6, WEIGHT_FIELD="demand", OPENING_COST=1e9)
    assert results["BEST_COUNT"] == 1
    results = place(three_villages(), 1, 4, WEIGHT_FIELD="demand", OPENING_COST=1.0)
    assert results["BEST_COUNT"] == 4


def test_flows_lead_from_the_centre_to_each_customer(place):
    results = place(three_villages(), 3)
    centres = {f["territory"]: f.geometry().asPoint() for f in results["CENTERS"].getFeatures()}
    flows = list(results["FLOWS"].getFeatures())
    assert len(flows) == 15
    for flow in flows:
        start = next(flow.geometry().vertices())
        assert start.distance(centres[flow["territory"]].x(), centres[flow["territory"]].y()) < 0.01
        assert flow.geometry().length() == pytest.approx(flow["distance_m"], rel=1e-3)


@pytest.mark.parametrize("rule", [0, 1, 2])
def test_bounds_on_customers_are_kept(place, towns, rule):
    results = place(towns, 6, WEIGHT_FIELD="population", SIZE_RANGE_PCT=20, CENTER=rule)
    sizes = Counter(column(results["OUTPUT"], "territory")).values()
    assert min(sizes) >= int(181 / 6 * 0.8)
    assert max(sizes) <= int(181 / 6 * 1.2)


def test_bounds_on_demand_and_distance_are_kept(place, towns):
    results = place(
        towns,
        9,
        WEIGHT_FIELD="population",
        MIN_DEMAND=2e6,
        MAX_DEMAND=7e6,
        MAX_DISTANCE=200_000,
        RESTARTS=1,
    )
    demand = column(results["CENTERS"], "demand")
    assert min(demand) >= 2e6
    assert max(demand) <= 7e6
    assert max(column(results["OUTPUT"], "distance_m")) <= 200_000


def test_the_median_travels_least(place, towns):
    mean, median = (
        place(towns, 5, WEIGHT_FIELD="population", CENTER=rule)["OBJECTIVE"] for rule in (0, 2)
    )
    assert median < mean


def test_brownfield_allocates_to_existing_centres_only(place):
    sites = representatives(("x", 0, 0), ("y", 40, 0))
    results = place(three_villages(), 2, EXISTING=sites)
    kinds = column(results["CENTERS"], "kind")
    assert kinds == ["existing", "existing"]
    places = [f.geometry().asPoint() for f in results["CENTERS"].getFeatures()]
    given = [f.geometry().asPoint() for f in sites.getFeatures()]
    assert all(one.distance(other) < 0.01 for one, other in zip(places, given))


def test_more_existing_centres_than_customers(place, tmp_path):
    sites = representatives(("w", 0, 0), ("x", 1, 0), ("y", 20, 0), ("z", 40, 0))
    customers = make_layer("Point", "id:integer", [(spot(0, 1), 1), (spot(40, 1), 2)])
    path = tmp_path / "report.html"
    results = place(customers, 4, EXISTING=sites, MAX_DISTANCE=2_000.0, REPORT=str(path))
    assert by_id(results["CENTERS"], "customers", "territory") == {1: 1, 2: 0, 3: 0, 4: 1}
    assert by_id(results["CENTERS"], "max_dist_m", "territory")[3] is None
    assert by_id(results["OUTPUT"], "territory", "id") == {1: 1, 2: 4}
    assert not re.search(r"\bnan\b", re.sub(r"base64,[^\"]*", "", path.read_text("utf-8")))


def test_existing_centres_without_a_system_have_that_of_the_customers(place):
    sites = representatives(("x", 0, 0), ("y", 40, 0))
    unknown = representatives(("x", 0, 0), ("y", 40, 0), crs="")
    there, here = (place(three_villages(), 2, EXISTING=layer) for layer in (sites, unknown))
    assert here["OBJECTIVE"] == pytest.approx(there["OBJECTIVE"])


def test_existing_centres_that_do_not_fit_their_system_are_named_by_the_label(place):
    # Metres in a layer that says it holds degrees.
    sites = representatives(("x", 0, 0), crs="EPSG:4326")
    with pytest.raises(QgsProcessingException, match=r"” \(EXISTING\): coordinates do not fit"):
        place(three_villages(), 2, EXISTING=sites)


def test_the_best_iteration_within_the_greatest_distance_is_the_objective(place):
    """Round 0 leaves a customer too far away, at a lower total than any valid plan."""
    places = ((911, 560), (67, 190), (385, 970), (800, 300), (220, 260), (540, 620), (390, 30))
    layer = make_layer(
        "Point", "id:integer", [(f"Point ({x} {y})", i) for i, (x, y) in enumerate(places)], crs=""
    )
    results = place(layer, 2, MAX_DISTANCE=420, CENTER=1)
    rounds = [(row["objective"], row["beyond_m"]) for row in results["ITERATIONS"].getFeatures()]
    assert min(total for total, beyond in rounds if beyond == 0.0) == results["OBJECTIVE"]
    assert min(rounds)[0] < results["OBJECTIVE"]


def test_bluefield_adds_centres_to_existing_ones(place):
    sites = representatives(("x", 0, 0), ("y", 40, 0))
    results = place(three_villages(), 3, EXISTING=sites)
    assert column(results["CENTERS"], "kind") == ["existing", "existing", "new"]
    new = [f.geometry().asPoint() for f in results["CENTERS"].getFeatures()][2]
    assert abs(new.x() - (500_000 + 20_500)) < 2_000


def test_a_given_allocation_is_one_more_start(place):
    """No start finds better than the known best, and the group names may be texts."""
    rows = [(spot(i * 7 % 23, i * 5 % 19), i, "pqr"[i % 3]) for i in range(30)]
    layer = make_layer("Point", "id:integer, region:string", rows)
    results = place(layer, 3, INITIAL_FIELD="region")
    starts = {row["restart"] for row in results["ITERATIONS"].getFeatures()}
    without = place(layer, 3)
    assert len(starts) > len({row["restart"] for row in without["ITERATIONS"].getFeatures()})


def test_a_given_allocation_serves_the_count_of_its_groups_in_a_sweep(place):
    rows = [(spot(i * 7 % 23, i * 5 % 19), i, "pqr"[i % 3]) for i in range(30)]
    layer = make_layer("Point", "id:integer, region:string", rows)
    feedback = Listener()

    def starts(**parameters):
        results = place(layer, 2, 4, feedback=feedback, **parameters)
        rows = results["ITERATIONS"].getFeatures()
        return Counter(count for count, _ in {(row["count"], row["restart"]) for row in rows})

    more = starts(INITIAL_FIELD="region")
    more.subtract(starts())
    assert more[3] >= 1
    assert "'region' holds 3 groups: it is one of the starts for 3 centres" in "".join(
        feedback.infos
    )


def test_a_given_allocation_is_a_start_beside_existing_centres(place):
    rows = [(spot(i * 7 % 23, i * 5 % 19), i, "pqr"[i % 3]) for i in range(30)]
    layer = make_layer("Point", "id:integer, region:string", rows)
    sites = representatives(("x", 3, 3))
    results = place(layer, 3, EXISTING=sites, INITIAL_FIELD="region")
    starts = {row["restart"] for row in results["ITERATIONS"].getFeatures()}
    without = place(layer, 3, EXISTING=sites)
    assert len(starts) > len({row["restart"] for row in without["ITERATIONS"].getFeatures()})
    assert column(results["CENTERS"], "kind") == ["existing", "new", "new"]


def test_centres_and_flows_across_the_antimeridian(place):
    rows = [
        (f"Point ({x} {y})", i)
        for i, (x, y) in enumerate(
            [(179.0, -17), (-179.0, -17), (179.5, -16), (-179.5, -16), (179.8, -18)]
        )
    ]
    layer = make_layer("Point", "id:integer", rows, crs="EPSG:4326")
    results = place(layer, 1)
    centre = next(results["CENTERS"].getFeatures()).geometry().asPoint()
    assert abs(abs(centre.x()) - 180.0) < 0.5
    assert max(column(results["OUTPUT"], "distance_m")) < 150_000
    for flow in results["FLOWS"].getFeatures():
        for part in flow.geometry().asMultiPolyline():
            assert max(p.x() for p in part) - min(p.x() for p in part) < 2.0


def test_polygons_count_by_a_point_on_their_surface(place):
    """A U whose centroid lies outside of it, in the opening."""
    u = "Polygon ((0 0, 3000 0, 3000 3000, 2900 3000, 2900 100, 100 100, 100 3000, 0 3000, 0 0))"
    layer = make_layer("Polygon", "id:integer", [(u, 1), (square(0, 0), 2)])
    results = place(layer, 2)
    shape = next(f for f in layer.getFeatures() if f["id"] == 1).geometry()
    assert any(shape.distance(f.geometry()) < 1.0 for f in results["CENTERS"].getFeatures())


def test_empty_geometry_and_old_territories_pass_through(place):
    rows = [(spot(0, 0), 1, "old", None), (None, 2, "old", 3.0), (spot(5, 0), 3, None, 2.0)]
    layer = make_layer("Point", "id:integer, territory:string, demand:double", rows)
    feedback = Listener()
    results = place(layer, 1, WEIGHT_FIELD="demand", feedback=feedback)
    assert by_id(results["OUTPUT"]) == {1: 1, 2: None, 3: 1}
    assert by_id(results["OUTPUT"], "territory_before") == {1: "old", 2: "old", 3: None}
    assert "1 feature without geometry" in feedback.warned
    assert "NULL in 1 feature, which counts as 0" in feedback.warned


def test_same_seed_same_plan_in_any_order(place, towns):
    def outcome(layer, seed):
        results = place(layer, 5, WEIGHT_FIELD="population", SEED=seed, SIZE_RANGE_PCT=30)
        return results["OBJECTIVE"], by_id(results["OUTPUT"], key="geonameid")

    rows = [(f.geometry(), f["geonameid"], f["population"]) for f in towns.getFeatures()]
    fields = "geonameid:integer, population:double"
    forwards, backwards = (
        make_layer("Point", fields, order, crs=towns.crs().authid()) for order in (rows, rows[::-1])
    )
    assert outcome(forwards, 3) == outcome(backwards, 3)


def test_report_shows_curve_iterations_and_centres(place, tmp_path):
    path = tmp_path / "report.html"
    place(three_villages(), 1, 5, WEIGHT_FIELD="demand", REPORT=str(path))
    html = path.read_text(encoding="utf-8")
    for heading in ("How many centres", "Customers and demand by centre", "Centres", "Iterations"):
        assert f"<h2>{heading}</h2>" in html
    assert "3 ←" in html
    pictures = re.findall(r'class="chart"[^>]*base64,([^"]+)"', html)
    assert len(pictures) == 3
    for picture in pictures:
        image = QImage.fromData(base64.b64decode(picture))
        assert image.width() > 800
        colours = {
            image.pixelColor(x, y).name() for x in range(0, 900, 3) for y in range(0, 300, 3)
        }
        assert len(colours) > 5


def test_layers_load_styled(processing):
    try:
        _, layers = run_into_project(
            "territory:greenfield",
            {"INPUT": three_villages(), "COUNT_MIN": 3, "RESTARTS": 1}
            | dict.fromkeys(("CENTERS", "OUTPUT", "FLOWS"), "TEMPORARY_OUTPUT"),
        )
        colours = {
            name: {
                category.value(): category.symbol().symbolLayers()[-1].color().name()
                for category in layers[name].renderer().categories()
            }
            for name in ("CENTERS", "OUTPUT", "FLOWS")
        }
        assert len(set(colours["OUTPUT"].values())) == 3
        assert colours["CENTERS"] == colours["OUTPUT"] == colours["FLOWS"]
        root = QgsProject.instance().layerTreeRoot()
        order = [layer.name() for layer in root.layerOrder()]
        assert order.index("CENTERS") < order.index("FLOWS") < order.index("OUTPUT")
    finally:
        QgsProject.instance().clear()


def test_existing_and_new_centres_are_told_apart_on_the_map(processing):
    try:
        _, layers = run_into_project(
            "territory:greenfield",
            {"INPUT": three_villages(), "COUNT_MIN": 3, "RESTARTS": 1}
            | {"EXISTING": representatives(("x", 0, 0)), "CENTERS": "TEMPORARY_OUTPUT"}
            | {"OUTPUT": "TEMPORARY_OUTPUT"},
        )
        layer = layers["CENTERS"]
        drawing = QgsRenderContext()
        drawing.expressionContext().appendScopes([QgsExpressionContextUtils.layerScope(layer)])
        renderer = layer.renderer().clone()
        renderer.startRender(drawing, layer.fields())
        shapes = []
        for feature in layer.getFeatures():
            drawing.expressionContext().setFeature(feature)
            part = renderer.symbolForFeature(feature, drawing).symbolLayers()[-1]
            shape, _ = part.dataDefinedProperties().valueAsString(
                QgsSymbolLayer.Property.Name, drawing.expressionContext(), ""
            )
            shapes.append((feature["kind"], shape))
        renderer.stopRender(drawing)
        assert shapes == [("existing", "square"), ("new", "circle"), ("new", "circle")]
    finally:
        QgsProject.instance().clear()


def test_the_recommended_number_does_not_depend_on_the_range(place):
    for least, most in ((1, 6), (2, 5), (3, 8)):
        feedback = Listener()
        results = place(three_villages(), least, most, WEIGHT_FIELD="demand", feedback=feedback)
        assert results["BEST_COUNT"] == 3
        assert ("fewer may be better" in feedback.warned) is (least == 3)
        assert "more may be better" not in feedback.warned


def test_an_answer_at_the_end_of_the_range_is_told(place):
    feedback = Listener()
    results = place(three_villages(), 1, 2, WEIGHT_FIELD="demand", feedback=feedback)
    assert results["BEST_COUNT"] == 2
    assert "number of centres, 2, is the highest that was tried: more may be" in feedback.warned
    one = Listener()
    place(three_villages(), 2, feedback=one)
    assert "may be better" not in one.warned


def test_centres_without_customers_are_told(place):
    customers = make_layer("Point", "id:integer", [(spot(i % 2 * 3, 0), i) for i in range(6)])
    feedback = Listener()
    place(customers, 3, feedback=feedback)
    assert "1 centre gets no customers: " in feedback.warned
    quiet = Listener()
    place(customers, 3, MIN_CUSTOMERS=1, feedback=quiet)
    assert "no customers" not in quiet.warned


def test_the_smallest_saving_can_be_set(place):
    results = place(three_villages(), 1, 6, WEIGHT_FIELD="demand", MIN_SAVING_PCT=60.0)
    assert results["BEST_COUNT"] == 1
    savings = column(results["CURVE"], "saving_pct")
    assert savings[0] is None
    assert savings[2] > 10.0


def test_costs_in_money(place, tmp_path):
    """Villages of 6 and 20 km apart: at 1 per unit and km a centre may cost some 100."""
    path = tmp_path / "report.html"
    money = {"TRANSPORT_COST": 1.0, "WEIGHT_FIELD": "demand"}
    results = place(three_villages(), 1, 5, OPENING_COST=20.0, REPORT=str(path), **money)
    assert results["BEST_COUNT"] == 3
    for row in results["CURVE"].getFeatures():
        assert row["total_cost"] == pytest.approx(20.0 * row["count"] + row["objective"] / 1e3)
    assert results["TOTAL_COST"] == pytest.approx(60.0 + results["OBJECTIVE"] / 1e3)
    assert "20 per centre, 1 per unit of demand and km" in path.read_text("utf-8")
    dear = place(three_villages(), 1, 5, OPENING_COST=1000.0, **money)
    assert dear["BEST_COUNT"] == 1
    assert place(three_villages(), 1, 5, OPENING_COST=1e9)["TOTAL_COST"] > 1e9


def sites(*rows, fields="name:string, least:integer, most:integer, room:double, reach:double"):
    """Existing centres from (column, values)."""
    return make_layer("Point", fields, [(spot(column, 0), *values) for column, *values in rows])


OWN_FIELDS = {
    "EXISTING_NAME_FIELD": "name",
    "EXISTING_MIN_FIELD": "least",
    "EXISTING_MAX_FIELD": "most",
    "EXISTING_CAPACITY_FIELD": "room",
    "EXISTING_DISTANCE_FIELD": "reach",
}


def test_existing_centres_have_bounds_and_names_of_their_own(place):
    layer = sites((0, "Ulm", 9, None, None, None), (40, "Bonn", None, None, None, None))
    results = place(three_villages(), 2, EXISTING=layer, **OWN_FIELDS)
    assert by_id(results["CENTERS"], "customers", "name") == {"Ulm": 9, "Bonn": 6}
    layer = sites((0, "Ulm", None, 4, None, None), (40, "Bonn", None, None, None, 25_000.0))
    results = place(three_villages(), 3, EXISTING=layer, **OWN_FIELDS)
    customers = by_id(results["CENTERS"], "customers", "name")
    assert customers["Ulm"] <= 4
    assert [key for key in customers if key not in ("Ulm", "Bonn")] == [NULL]
    own = table(results["OUTPUT"], "id")
    assert all(row["distance_m"] <= 25_000.0 for row in own.values() if row["territory"] == 2)
    layer = sites((0, "Ulm", None, None, 3.0, None), (40, "Bonn", None, None, None, None))
    results = place(three_villages(), 2, EXISTING=layer, WEIGHT_FIELD="demand", **OWN_FIELDS)
    assert by_id(results["CENTERS"], "demand", "name")["Ulm"] <= 3.0


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ((0, "Ulm", 5, 4, None, None), "minimum number of customers of 1 existing centre is above"),
        (
            (0, "Ulm", -1, None, None, None),
            "(EXISTING_MIN_FIELD): 'least' is negative or no number",
        ),
        ((0, "Ulm", None, None, None, math.inf), "(EXISTING_DISTANCE_FIELD): 'reach' is negative"),
        ((0, "Ulm", None, None, math.nan, None), "(EXISTING_CAPACITY_FIELD): 'room' is negative"),
        ((0, "Ulm", None, 3, None, None), "1 centres have room for 3 customers"),
    ],
)
def test_bounds_of_existing_centres_are_checked(processing, tmp_path, row, words):
    given = {"INPUT": three_villages(), "COUNT_MIN": 1, "EXISTING": sites(row)} | OWN_FIELDS
    text = refusal("territory:greenfield", given, tmp_path)
    assert words in text or "1 centres × at most 3 customers = 3" in text


def test_a_field_of_text_is_no_bound(processing, tmp_path):
    given = {"INPUT": three_villages(), "COUNT_MIN": 1, "EXISTING": sites((0, "Ulm", 1, 9, 9, 9))}
    text = refusal("territory:greenfield", given | {"EXISTING_MIN_FIELD": "name"}, tmp_path)
    assert "“Existing centres that stay” (EXISTING): field 'name' holds" in text


def test_flows_and_messages_know_the_customer(place, processing, tmp_path):
    rows = [(spot(i, 0), f"c{i}", name) for i, name in enumerate(("Ahorn", None, "Bach", "Ulm"))]
    layer = make_layer("Point", "code:string, name:string", rows)
    fields = {"CUSTOMER_ID_FIELD": "code", "NAME_FIELD": "name"}
    results = place(layer, 1, **fields)
    flows = table(results["FLOWS"], "customer")
    assert sorted(flows) == ["c0", "c1", "c2", "c3"]
    assert (flows["c0"]["name"], flows["c1"]["name"]) == ("Ahorn", "c1")
    given = {"INPUT": layer, "COUNT_MIN": 1, "MAX_DISTANCE": 100.0} | fields
    assert "Ahorn, Ulm" in refusal("territory:greenfield", given, tmp_path)
    given = {"INPUT": layer, "COUNT_MIN": 1, "CUSTOMER_ID_FIELD": "name"}
    assert "'name' is NULL in 1 feature" in refusal("territory:greenfield", given, tmp_path)


def test_centres_of_all_rounds_are_points(place):
    results = place(three_villages(), 3, ITERATION_CENTERS="memory:", WEIGHT_FIELD="demand")
    rounds = Counter(
        (row["iteration"], row["count"]) for row in results["ITERATION_CENTERS"].getFeatures()
    )
    assert set(rounds.values()) == {3}
    assert {count for _, count in rounds} == {3}
    last = max(iteration for iteration, _ in rounds)
    ends = [
        feature.geometry().asPoint()
        for feature in results["ITERATION_CENTERS"].getFeatures()
        if feature["iteration"] == last
    ]
    final = [feature.geometry().asPoint() for feature in results["CENTERS"].getFeatures()]
    assert all(min(end.distance(place) for place in final) < 2_000.0 for end in ends)


def test_customers_are_sized_by_demand(processing):
    try:
        _, layers = run_into_project(
            "territory:greenfield",
            {"INPUT": three_villages(), "COUNT_MIN": 3, "WEIGHT_FIELD": "demand"}
            | dict.fromkeys(("CENTERS", "OUTPUT", "ITERATION_CENTERS"), "TEMPORARY_OUTPUT"),
        )
        layer = layers["OUTPUT"]
        drawing = QgsRenderContext()
        drawing.expressionContext().appendScopes([QgsExpressionContextUtils.layerScope(layer)])
        renderer = layer.renderer().clone()
        renderer.startRender(drawing, layer.fields())
        sizes = {}
        for feature in layer.getFeatures():
            drawing.expressionContext().setFeature(feature)
            symbol = renderer.symbolForFeature(feature, drawing)
            size, _ = symbol.dataDefinedSize().valueAsDouble(drawing.expressionContext(), 0.0)
            sizes[feature["demand"]] = size
        renderer.stopRender(drawing)
        assert sizes[2.0] == pytest.approx(7.2)
        assert sizes[1.0] == pytest.approx(1.2 + 6.0 / math.sqrt(2.0))
        assert layers["ITERATION_CENTERS"].labelsEnabled()
    finally:
        QgsProject.instance().clear()


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_customers_on_one_place_get_the_same_centres_in_any_order(place, seed):
    """24 customers on 3 places, 8 each at most: who goes where does not follow from the rows."""
    rows = [(spot(10 * (i % 3), 0), f"k{i}", float(i % 2)) for i in range(24)]

    def outcome(order):
        layer = make_layer("Point", "code:string, kind:double", [rows[i] for i in order])
        results = place(layer, 4, MAX_CUSTOMERS=7, RESTARTS=2)
        return results["OBJECTIVE"], by_id(results["OUTPUT"], key="code")

    first = outcome(range(24))
    shuffled = np.random.default_rng(seed).permutation(24)
    assert outcome(shuffled.tolist()) == first


@pytest.mark.parametrize("values", [("p", "", "q", ""), (1.5, math.nan, 2.5, None)])
def test_blanks_and_numbers_that_are_none_in_a_given_allocation(place, values):
    """Blank, NULL and NaN are no group."""
    kind = "string" if isinstance(values[0], str) else "double"
    rows = [(spot(5 * i, 0), i, value) for i, value in enumerate(values)]
    layer = make_layer("Point", f"id:integer, plan:{kind}", rows)
    results = place(layer, 2, INITIAL_FIELD="plan")
    assert results["BEST_COUNT"] == 2


def test_infinity_is_no_group_of_a_given_allocation(processing, tmp_path):
    rows = [(spot(5 * i, 0), i, value) for i, value in enumerate((1.5, math.inf, 2.5))]
    layer = make_layer("Point", "id:integer, plan:double", rows)
    given = {"INPUT": layer, "COUNT_MIN": 2, "INITIAL_FIELD": "plan"}
    assert "neither a text nor a finite number" in refusal("territory:greenfield", given, tmp_path)


@pytest.mark.parametrize(
    ("value", "words"),
    [(math.nan, "not finite in 1 feature"), (math.inf, "not finite"), (-1.0, "is negative in 1")],
)
def test_demand_that_is_no_number_is_refused(processing, tmp_path, value, words):
    rows = [(spot(i, 0), i, value if i == 2 else 1.0) for i in range(4)]
    layer = make_layer("Point", "id:integer, demand:double", rows)
    given = {"INPUT": layer, "COUNT_MIN": 1, "WEIGHT_FIELD": "demand", "CUSTOMER_ID_FIELD": "id"}
    assert words in refusal("territory:greenfield", given, tmp_path)


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        (
            {"MIN_CUSTOMERS": 6},
            "3 centres × at least 6 customers = 18, but there are only 15 customers",
        ),
        (
            {"MAX_CUSTOMERS": 4},
            "3 centres × at most 4 customers = 12, but there are 15 customers",
        ),
        ({"MIN_DEMAND": 10.0, "WEIGHT_FIELD": "demand"}, "3 centres × at least 10 demand = 30"),
        ({"MAX_DEMAND": 5.0, "WEIGHT_FIELD": "demand"}, "3 centres × at most 5 demand = 15"),
        ({"MAX_DISTANCE": 500.0}, "more than twice 500 m apart"),
        ({"MIN_CUSTOMERS": 3, "SIZE_RANGE_PCT": 10}, "(3) or the range around the mean (± 10 %)"),
        ({"COUNT_MIN": 16}, "“Number of centres” is 16, but that of customers 15"),
        (
            {"COUNT_MIN": 3, "COUNT_MAX": 2},
            "(COUNT_MIN) is 3 and “Maximum number of centres” (COUNT_MAX) is 2",
        ),
        ({"COUNT_MIN": 1, "EXISTING": "sites"}, "“Number of centres” is 1, but 2 exist already"),
        (
            {"COUNT_MIN": 2, "EXISTING": "sites", "MAX_DISTANCE": 5_000.0},
            "5 customers are beyond the maximum distance of every existing centre",
        ),
        ({"INITIAL_FIELD": "id"}, "'id' holds 15 groups, but 3 centres are asked for"),
        ({"INITIAL_FIELD": "nothing"}, "no field 'nothing'"),
        (
            {"COUNT_MIN": 2, "EXISTING": "sites", "INITIAL_FIELD": "half"},
            "'half' holds 2 groups, but 2 centres exist already and stay",
        ),
        ({"REPORT": "/nowhere/report.html"}, "the folder does not exist"),
    ],
)
def test_refusals(processing, tmp_path, parameters, words):
    sites = representatives(("x", 0, 0), ("y", 40, 0))
    given = {"INPUT": three_villages(), "COUNT_MIN": 3} | parameters
    if "EXISTING" in given:
        given["EXISTING"] = sites
    assert words in refusal("territory:greenfield", given, tmp_path)


def test_counts_that_cannot_keep_the_bounds_are_left_out_with_the_reason(place):
    feedback = Listener()
    results = place(three_villages(), 2, 5, MIN_CUSTOMERS=4, feedback=feedback)
    assert column(results["CURVE"], "count") == [2, 3]
    assert "4 centres are left out: 4 centres × at least 4 customers = 16" in feedback.warned


def test_cancel_keeps_the_best_so_far(place, towns):
    feedback = Listener(cancel_at=30)
    results = place(towns, 3, 19, WEIGHT_FIELD="population", SIZE_RANGE_PCT=20, feedback=feedback)
    assert results["STATUS"] == "cancelled"
    counts = column(results["CURVE"], "count")
    assert 3 in counts
    assert 19 not in counts
    assert len(set(column(results["OUTPUT"], "territory"))) == results["BEST_COUNT"]


def test_a_spreadsheet_without_a_system_is_taken_as_metres(place):
    rows = [(f"Point ({x} 0)", x) for x in (0, 10, 100, 110)]
    results = place(make_layer("Point", "id:integer", rows, crs=""), 2)
    assert results["OBJECTIVE"] == pytest.approx(20.0)
    assert np.allclose(sorted(column(results["OUTPUT"], "distance_m")), 5.0)
