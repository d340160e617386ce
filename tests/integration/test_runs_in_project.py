"""Layers of one run belong together; a territory keeps its colour in every run of a project."""

from __future__ import annotations

import json

import pytest
from qgis.core import (
    QgsApplication,
    QgsLayerTreeGroup,
    QgsProject,
)
from territory_design.tests.integration.maps import (
    QUICK,
    grid,
    representatives,
    run_into_project,
)

LAYERS = {"OUTPUT": "memory:", "TERRITORIES": "memory:", "REPS_OUT": "memory:"}


@pytest.fixture
def project(processing):
    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


def groups(project) -> list[QgsLayerTreeGroup]:
    root = project.layerTreeRoot()
    return [node for node in root.children() if isinstance(node, QgsLayerTreeGroup)]


def colours(layer) -> dict:
    return {
        category.value(): category.symbol().color().name()
        for category in layer.renderer().categories()
    }


def three_people(**more) -> dict:
    people = representatives(("a", 0, 0), ("b", 5, 0), ("c", 0, 5))
    return {
        "INPUT": grid(6, 6),
        "REPS": people,
        "REP_ID_FIELD": "rep_id",
        **LAYERS,
        **QUICK,
        **more,
    }


def test_a_run_is_a_group_with_its_layers_in_order(project):
    run_into_project("territory:balance", three_people())
    (group,) = groups(project)
    assert group.name().startswith("Balance territories: 3 territories, ")
    inside = [node.layer().name() for node in group.findLayers()]
    assert inside == ["REPS_OUT", "TERRITORIES", "OUTPUT"]


def test_one_layer_alone_has_no_group(project):
    run_into_project("territory:adjacency", {"INPUT": grid(3, 3), "OUTPUT": "memory:"})
    assert groups(project) == []


def test_territories_keep_their_colours_in_later_runs(project):
    _, first = run_into_project("territory:balance", three_people())
    before = colours(first["OUTPUT"])
    project.layerTreeRoot().findLayer(first["OUTPUT"].id()).layer().setName("earlier")
    # Somebody joined whose name comes first: by order alone, all colours would move on.
    people = representatives(("0 new", 5, 5), ("a", 0, 0), ("b", 5, 0), ("c", 0, 5))
    _, second = run_into_project("territory:balance", three_people(REPS=people))
    after = colours(second["OUTPUT"])
    assert {name: after[name] for name in "abc"} == {name: before[name] for name in "abc"}
    assert after["0 new"] not in before.values()


def visible(project) -> list[str]:
    return [layer.name() for layer in project.layerTreeRoot().checkedLayers()]


def nearest() -> dict:
    people = representatives(("a", 0, 0), ("b", 5, 0), ("c", 0, 5))
    layers = {"OUTPUT": "memory:", "TERRITORIES": "memory:"}
    return {"INPUT": grid(6, 6), "REPS": people, "REP_ID_FIELD": "rep_id", **layers}


def test_a_new_plan_takes_the_place_of_an_earlier_one_on_the_map(project):
    project.addMapLayer(grid(6, 6, name="drawn by hand"))
    _, first = run_into_project("territory:nearestrep", nearest())
    assert visible(project) == ["TERRITORIES", "OUTPUT", "drawn by hand"]
    for layer in first.values():
        layer.setName(f"{layer.name()} before")
    _, lines = run_into_project("territory:adjacency", {"INPUT": grid(3, 3), "OUTPUT": "memory:"})
    lines["OUTPUT"].setName("neighbours")
    assert "TERRITORIES before" in visible(project)
    run_into_project("territory:nearestrep", nearest())
    shown = visible(project)
    assert {"TERRITORIES", "OUTPUT", "neighbours", "drawn by hand"} <= set(shown)
    assert "TERRITORIES before" not in shown
    assert first["TERRITORIES"].labelsEnabled(), "a tick brings all of it back"


def test_what_others_wrote_into_the_property_does_no_harm(project):
    _, first = run_into_project("territory:balance", three_people())
    nonsense = ("[1, 2]", "no JSON", json.dumps({"a": 7, "b": "<b>"}))
    for layer, text in zip(first.values(), nonsense):
        layer.setCustomProperty("territory_design/colours", text)
        layer.setName("earlier")
    _, again = run_into_project("territory:balance", three_people())
    assert len(set(colours(again["OUTPUT"]).values())) == 3


def test_columns_have_titles_units_and_sensible_decimals(project):
    _, layers = run_into_project("territory:balance", three_people())
    layer = layers["TERRITORIES"]
    fields = layer.fields()
    titles = {field.name(): field.displayName() for field in fields}
    assert titles["deviation_pct"] == "Deviation (%)"
    assert titles["mean_dist_m"] == "Mean trip (m)"
    index = fields.lookupField("mean_dist_m")
    setup = layer.editorWidgetSetup(index)
    formatter = QgsApplication.fieldFormatterRegistry().fieldFormatter(setup.type())
    shown = formatter.representValue(layer, index, setup.config(), None, 1234.5678)
    assert shown.replace(",", "").replace("\u202f", "") in ("1235", "1234")
    assert layer.displayExpression() == '"territory"'


def test_long_legends_are_folded(project):
    plan = grid(13, 1, "id:integer, territory:string", lambda n: (n, f"t{n}"))
    _, layers = run_into_project(
        "territory:evaluate", {"INPUT": plan, "OUTPUT": "memory:", "TERRITORIES": "memory:"}
    )
    root = project.layerTreeRoot()
    assert not root.findLayer(layers["OUTPUT"].id()).isExpanded()  # thirteen colours
    assert root.findLayer(layers["TERRITORIES"].id()).isExpanded()  # nine shades
