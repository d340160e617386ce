"""The models of the three scenarios that the plugin ships, and what they write for others."""

from __future__ import annotations

from collections import Counter

import pytest
from qgis.core import QgsApplication, QgsProcessingModelAlgorithm, QgsVectorLayer
from territory_design.processing_provider.shipped_models import MODELS, TEXTS
from territory_design.tests.integration.maps import (
    Listener,
    by_id,
    column,
    grid,
    representatives,
    table,
)

FILES = {
    "spreadsheet_xlsx": "plan.xlsx",
    "alignment_csv": "plan.csv",
    "territories_kml": "plan.kml",
}


@pytest.fixture
def models(loaded_plugin) -> dict[int, QgsProcessingModelAlgorithm]:
    """By the number of the scenario."""
    provider = QgsApplication.processingRegistry().providerById("territory")
    shipped = [one for one in provider.algorithms() if one.name().startswith("Scenario")]
    return {int(one.name()[9]): one for one in shipped}


@pytest.fixture
def run(processing, models, tmp_path):
    def call(number: int, **parameters) -> dict:
        areas = grid(4, 3, "id:string, weight:double, today:string", values)
        common = {"AREAS": areas, "AREA_ID": "id", "WEIGHT": "weight"}
        wanted = {
            definition.name(): FILES.get(definition.name(), "TEMPORARY_OUTPUT")
            for definition in models[number].destinationParameterDefinitions()
        }
        assert set(FILES) < set(wanted)
        wanted |= {name: str(tmp_path / file) for name, file in FILES.items()}
        return processing.run(models[number], common | wanted | parameters, feedback=Listener())

    return call


def values(number: int) -> tuple:
    """Three rows of four areas; five are A's today, seven B's."""
    west = (number - 1) % 4 < 2 and number != 9
    return f"0{number}", 1.0, "A" if west else "B"


def layer(source) -> QgsVectorLayer:
    return source if isinstance(source, QgsVectorLayer) else QgsVectorLayer(source, "it", "ogr")


def test_all_three_are_there_and_whole(models):
    assert sorted(models) == [1, 2, 3]
    assert len(list(MODELS.glob("*.model3"))) == 3
    for model in models.values():
        assert model.group() == "Scenarios"
        assert model.id().startswith("territory:Scenario")
        valid, problems = model.validate()
        assert valid, problems
        assert model.canExecute()[0]
        assert model.shortHelpString()


def assert_files_hold(results: dict, processing) -> None:
    """A spreadsheet with three sheets, territories in degrees, and an alignment that comes back."""
    book = QgsVectorLayer(results["spreadsheet_xlsx"], "sheets", "ogr")
    assert len(book.dataProvider().subLayers()) == 3
    shapes = QgsVectorLayer(results["territories_kml"], "territories", "ogr")
    assert shapes.featureCount() == 2
    assert shapes.extent().width() < 1.0
    again = processing.run(
        "territory:importassignment",
        {
            "INPUT": grid(4, 3, "id:string, weight:double, today:string", values),
            "ID_FIELD": "id",
            "FILE": results["alignment_csv"],
            "OUTPUT": "memory:",
        },
        feedback=Listener(),
    )
    plan = layer(results["areas_by_territory"])
    written = {area: str(name) for area, name in by_id(plan).items()}
    assert by_id(again["OUTPUT"]) == written


def test_nothing_is_given(run, processing):
    results = run(1, COUNT=2)
    plan = layer(results["areas_by_territory"])
    assert sorted(Counter(by_id(plan).values()).values()) == [6, 6]
    assert set(column(plan, "territory_before")) == set(column(plan, "territory"))
    homes = table(layer(results["homes"]), "territory")
    assert len(homes) == 2
    assert_files_hold(results, processing)


def test_homes_are_fixed(run):
    reps = representatives(("A", 0, 0), ("B", 3, 2))
    results = run(2, REPS=reps, REP_ID="rep_id")
    territories = list(by_id(layer(results["areas_by_territory"])).values())
    assert [territories.count(name) for name in "AB"] == [6, 6]


def test_a_plan_exists(run):
    results = run(3, CURRENT="today")
    territories = list(by_id(layer(results["areas_by_territory"])).values())
    assert [territories.count(name) for name in "AB"] == [6, 6]
    assert layer(results["areas_that_change_hands"]).featureCount() == 1
    assert set(column(layer(results["handover"]), "rep")) >= {"A", "B"}


def test_every_text_of_the_files_can_be_translated():
    found = set()
    for path in MODELS.glob("*.model3"):
        model = QgsProcessingModelAlgorithm()
        assert model.fromFile(str(path))
        found |= {model.name(), model.group(), *model.helpContent().values()}
        found |= {one.description() for one in model.parameterDefinitions()}
        found |= {one.description() for one in model.childAlgorithms().values()}
    assert found == set(TEXTS)
