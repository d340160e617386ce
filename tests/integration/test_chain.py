"""The algorithms one after the other: in a model, on the command line."""

from __future__ import annotations

import json

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProject,
    QgsVectorLayer,
)
from territory_design.tests.integration.maps import (
    QUICK,
    REGION,
    Listener,
    assert_connected,
    by_id,
    column,
    make_layer,
    pairs,
    region,
)

FIXED = QgsProcessingModelChildParameterSource.fromStaticValue
CHILD = QgsProcessingModelChildParameterSource.fromChildOutput
GIVEN = QgsProcessingModelChildParameterSource.fromModelParameter


def towns(count: int) -> QgsVectorLayer:
    """Representatives in the largest municipalities of the region."""
    largest = sorted(region().getFeatures(), key=lambda f: -f["pop2018"])[:count]
    rows = [(f.geometry().pointOnSurface(), f["gen"]) for f in largest]
    return make_layer("Point", "rep_id:string", rows, name="towns")


def chain() -> QgsProcessingModelAlgorithm:
    """Adjacency → nearest representative → balance, as a user draws it in the designer."""
    model = QgsProcessingModelAlgorithm("Plan territories", "Territory Design")
    for definition in (
        QgsProcessingParameterFeatureSource("areas", "Areas"),
        QgsProcessingParameterFeatureSource("reps", "Representatives"),
        QgsProcessingParameterNumber("stability", "Stability", defaultValue=0.0),
    ):
        model.addModelParameter(definition, QgsProcessingModelParameter(definition.name()))

    steps = (
        ("graph", "territory:adjacency", {"INPUT": GIVEN("areas"), "ID_FIELD": FIXED("ags")}, ()),
        (
            "nearest",
            "territory:nearestrep",
            {
                "INPUT": GIVEN("areas"),
                "REPS": GIVEN("reps"),
                "REP_ID_FIELD": FIXED("rep_id"),
                "WEIGHT_FIELD": FIXED("farms_synth"),
                "AREA_ID_FIELD": FIXED("ags"),
                "ADJACENCY": CHILD("graph", "OUTPUT"),
            },
            (),
        ),
        (
            "balance",
            "territory:balance",
            {
                "INPUT": CHILD("nearest", "OUTPUT"),
                "TERRITORY_FIELD": FIXED("territory"),
                "BALANCE_FIELDS": FIXED(["farms_synth"]),
                "AREA_ID_FIELD": FIXED("ags"),
                "ADJACENCY": CHILD("graph", "OUTPUT"),
                "WEIGHT_STABILITY": GIVEN("stability"),
            }
            | {name: FIXED(value) for name, value in QUICK.items()},
            ("OUTPUT", "TERRITORIES", "REPS_OUT"),
        ),
    )
    for name, algorithm, sources, results in steps:
        step = QgsProcessingModelChildAlgorithm(algorithm)
        step.setChildId(name)
        step.setDescription(name)
        for parameter, source in sources.items():
            step.addParameterSources(parameter, [source])
        outputs = {}
        for result in results:
            output = QgsProcessingModelOutput(result, result)
            output.setChildId(name)
            output.setChildOutputName(result)
            outputs[result] = output
        step.setModelOutputs(outputs)
        model.addChildAlgorithm(step)
    model.updateDestinationParameters()
    return model


def played(processing, model, **parameters) -> dict:
    given = {"areas": region(), "reps": towns(5)} | parameters
    names = [definition.name() for definition in model.destinationParameterDefinitions()]
    assert len(names) == 3
    results = processing.run(model, given | dict.fromkeys(names, "memory:"), feedback=Listener())
    return {name.upper(): value for name, value in results.items()}


@pytest.fixture(scope="module")
def results(processing) -> dict:
    """What the model comes to."""
    return played(processing, chain())


class TestModel:
    def test_three_steps(self, processing, results):
        output = results["OUTPUT"]
        adjacency = processing.run(
            "territory:adjacency", {"INPUT": region(), "ID_FIELD": "ags", "OUTPUT": "memory:"}
        )["OUTPUT"]
        assert_connected(by_id(output, key="ags"), pairs(adjacency))
        assert set(column(output, "territory")) == set(column(towns(5), "rep_id"))
        # What nearestrep had found.
        assert None not in column(output, "territory_before")
        worst = max(map(abs, column(results["TERRITORIES"], "deviation_pct")))
        assert worst < 5.0
        numbers = results["CHILD_RESULTS"]
        assert numbers["nearest"]["MAX_DEVIATION_PCT"] == pytest.approx(
            numbers["balance"]["START_MAX_DEVIATION_PCT"]
        )
        assert numbers["balance"]["MAX_DEVIATION_PCT"] == pytest.approx(worst)
        assert numbers["graph"]["COMPONENT_COUNT"] == 1

    def test_a_model_file_keeps_its_meaning(self, processing, results, tmp_path):
        path = str(tmp_path / "plan.model3")
        assert chain().toFile(path)
        read = QgsProcessingModelAlgorithm()
        assert read.fromFile(path)
        again = played(processing, read)
        assert by_id(again["OUTPUT"], key="ags") == by_id(results["OUTPUT"], key="ags")

    def test_a_value_of_the_model_reaches_the_search(self, processing):
        kept = played(processing, chain(), stability=1000.0)
        assert kept["CHILD_RESULTS"]["balance"]["CHANGED_PCT"] == 0.0


class TestCommandLine:
    def test_nearest_then_balance_with_numbers_in_json(self, qgis_process, tmp_path):
        from processing import run as save

        reps = str(tmp_path / "reps.gpkg")
        save("native:savefeatures", {"INPUT": towns(4), "OUTPUT": reps})
        nearest, balanced = str(tmp_path / "nearest.gpkg"), str(tmp_path / "balanced.geojson")
        first = qgis_process.run(
            "territory:nearestrep",
            {
                "INPUT": REGION,
                "REPS": reps,
                "REP_ID_FIELD": "rep_id",
                "WEIGHT_FIELD": "farms_synth",
                "OUTPUT": nearest,
            },
        )
        second = json.loads(
            qgis_process.call(
                *("--json", "run", "territory:balance"),
                *(f"--INPUT={nearest}", "--TERRITORY_FIELD=territory"),
                *("--BALANCE_FIELDS=farms_synth", f"--OUTPUT={balanced}"),
                *("--POPULATION=8", "--STAGNATION=1", "--LOCAL_SEARCH=false"),
                f"--REPORT={tmp_path / 'report.html'}",
            )
        )["results"]
        assert second["START_MAX_DEVIATION_PCT"] == pytest.approx(first["MAX_DEVIATION_PCT"])
        assert second["MAX_DEVIATION_PCT"] < first["MAX_DEVIATION_PCT"]
        layer = QgsVectorLayer(balanced, "balanced", "ogr")
        assert set(column(layer, "territory")) == set(column(towns(4), "rep_id"))
        assert (tmp_path / "report.html").stat().st_size > 10_000
        for name in ("MAX_DEVIATION_PCT", "CV_PCT", "LOWER_BOUND_PCT", "MEAN_DISTANCE_M"):
            assert isinstance(second[name], float)
        for name in ("GENERATIONS", "PARTS"):
            assert isinstance(second[name], int)
        assert second["PARTS"] == 4
        assert second["STATUS"] == "converged"

    def test_a_refusal_is_an_error_with_its_reason(self, qgis_process, tmp_path):
        target = tmp_path / "areas.gpkg"
        with pytest.raises(qgis_process.Error, match=r"\(COUNT\) is 99, but there are only"):
            qgis_process.run(
                "territory:balance", {"INPUT": REGION, "COUNT": 99, "OUTPUT": str(target)}
            )
        assert not target.exists()


def test_a_run_in_a_project_of_its_own_leaves_the_open_one_alone(processing):
    project, context = QgsProject(), QgsProcessingContext()
    context.setProject(project)
    before = set(QgsProject.instance().mapLayers())
    processing.run(
        "territory:balance",
        {"INPUT": REGION, "COUNT": 3, "OUTPUT": "memory:"} | QUICK,
        context=context,
    )
    assert set(QgsProject.instance().mapLayers()) == before
