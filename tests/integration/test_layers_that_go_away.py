"""Layers that are removed from the project during a run: what was found is written all the same."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProject,
    QgsVectorLayer,
)
from territory_design.processing_provider.algorithms.base import TerritoryAlgorithm
from territory_design.processing_provider.catalogue import ALGORITHMS
from territory_design.tests.integration.maps import (
    QUICK,
    ROOT,
    grid,
    make_layer,
    representatives,
    spot,
)

SIZE = 6


def areas() -> QgsVectorLayer:
    return grid(
        SIZE,
        SIZE,
        "id:integer, weight:double, plan:integer, other:integer",
        lambda number: (number, 1.0 + number % 3, 1 + (number - 1) % SIZE // 3, number % 2),
    )


def homes() -> QgsVectorLayer:
    return representatives(("A", 1, 1), ("B", 4, 4))


def customers() -> QgsVectorLayer:
    rows = [
        (spot(column, row), column * SIZE + row, 1.0 + row, "AB"[column // 3], 1 + column // 3)
        for column in range(SIZE)
        for row in range(SIZE)
    ]
    return make_layer("Point", "id:integer, weight:double, today:string, plan:integer", rows)


def newcomers() -> QgsVectorLayer:
    return make_layer("Point", "id:integer", [(spot(0.2, 0.1), 1), (spot(4.7, 5.1), 2)])


ALIGNMENT = Path(tempfile.mkdtemp()) / "alignment.csv"
ALIGNMENT.write_text("".join(f"{number},{1 + number % 2}\n" for number in range(1, 37)))

RUNS = {
    "importassignment": {"INPUT": areas, "ID_FIELD": "id", "FILE": str(ALIGNMENT)},
    "adjacency": {"INPUT": areas},
    "costmatrix": {"ORIGINS": areas, "DESTINATIONS": homes},
    "sitereps": {"INPUT": areas, "WEIGHT_FIELD": "weight", "COUNT": 2, "METHOD": 1},
    "greenfield": {"INPUT": customers, "WEIGHT_FIELD": "weight", "COUNT_MIN": 2, "COUNT_MAX": 2},
    "resitereps": {"INPUT": areas, "TERRITORY_FIELD": "plan", "WEIGHT_FIELD": "weight"},
    "nearestrep": {"INPUT": areas, "REPS": homes, "REP_ID_FIELD": "rep_id"},
    "balance": {
        "INPUT": areas,
        "REPS": homes,
        "REP_ID_FIELD": "rep_id",
        "BALANCE_FIELDS": ["weight"],
        **QUICK,
    },
    "plan": {"INPUT": areas, "BALANCE_FIELDS": ["weight"], "COUNT": 2, **QUICK},
    "clustercustomers": {"INPUT": customers, "COUNT": 2, "RESTARTS": 2},
    "matchreps": {"INPUT": customers, "CLUSTER_FIELD": "plan", "CURRENT_FIELD": "today"},
    "smoothoutliers": {"INPUT": customers, "TERRITORY_FIELD": "today"},
    "assignnew": {"INPUT": newcomers, "REFERENCE": customers, "TERRITORY_FIELD": "today"},
    "compare": {"INPUT": areas, "BEFORE_FIELD": "plan", "AFTER_FIELD": "other"},
    "validate": {"INPUT": areas, "TERRITORY_FIELD": "other"},
    "evaluate": {"INPUT": areas, "TERRITORY_FIELD": "plan", "BALANCE_FIELDS": ["weight"]},
}


MAIN = {"validate": "ISSUES"}


def outputs_of(name: str) -> dict[str, str]:
    """All layers that have to be written."""
    required = {"sitereps": "REPS", "greenfield": "CENTERS", "clustercustomers": "CENTERS"}
    return {MAIN.get(name, "OUTPUT"): "memory:"} | (
        {required[name]: "memory:"} if name in required else {}
    )


def test_every_algorithm_with_a_source_is_here():
    assert set(RUNS) == {algorithm.NAME for algorithm in ALGORITHMS}


class Remover(QgsProcessingFeedback):
    """Removes all layers from the project as soon as the sources have been read."""

    def __init__(self) -> None:
        super().__init__(False)
        self.removed = False

    def remove(self) -> None:
        self.removed = True
        QgsProject.instance().removeAllMapLayers()


@pytest.fixture(params=RUNS, ids=str)
def run(request):
    """Name and parameters; the layers are in the project and named by their ids there."""
    project = QgsProject.instance()
    parameters = {}
    for name, value in RUNS[request.param].items():
        if callable(value):
            layer = project.addMapLayer(value())
            parameters[name] = layer.id()
        else:
            parameters[name] = value
    yield request.param, parameters
    project.removeAllMapLayers()


def test_what_was_found_is_written(processing, run, monkeypatch):
    name, parameters = run
    expected = processing.run(f"territory:{name}", parameters | outputs_of(name))
    algorithm = processing_algorithm(name)
    sources = [
        definition.name()
        for definition in algorithm.parameterDefinitions()
        if isinstance(definition, QgsProcessingParameterFeatureSource)
    ]
    feedback = Remover()
    main = MAIN.get(name, "OUTPUT")
    write = TerritoryAlgorithm.parameterAsSink
    read = TerritoryAlgorithm.parameterAsSource
    seen = []

    def first_remove(algorithm, *arguments):
        if not feedback.removed:
            feedback.remove()
        return write(algorithm, *arguments)

    def count(algorithm, *arguments):
        seen.append(arguments[1])
        return read(algorithm, *arguments)

    monkeypatch.setattr(TerritoryAlgorithm, "parameterAsSink", first_remove, raising=False)
    monkeypatch.setattr(TerritoryAlgorithm, "parameterAsSource", count, raising=False)
    found = processing.run(f"territory:{name}", parameters | outputs_of(name), feedback=feedback)
    assert feedback.removed
    assert rows(found[main]) == rows(expected[main])
    # Once at the start for the type, once to read: who asks again may ask in vain.
    most = 3 if name == "compare" else 2  # which reads two plans
    assert {source: seen.count(source) for source in sources if seen.count(source) > most} == {}


def processing_algorithm(name: str) -> TerritoryAlgorithm:
    (algorithm,) = [algorithm for algorithm in ALGORITHMS if name == algorithm.NAME]
    made = algorithm()
    made.initAlgorithm()
    return made


def rows(layer: QgsVectorLayer) -> list[tuple[list, str]]:
    return [(row.attributes(), row.geometry().asWkt(3)) for row in layer.getFeatures()]


def test_no_algorithm_asks_a_source_after_it_was_read():
    # A source is the layer itself: when that is gone, asking it crashes QGIS.
    asking = re.compile(r"source\.(wkbType|sourceCrs|fields|getFeatures|featureCount)\(\)")
    rooms = (ROOT / "processing_provider" / name for name in ("algorithms", "runs"))
    files = sorted(path for room in rooms for path in room.glob("*.py"))
    assert len(files) > 32
    found = {
        (path.name, line.strip())
        for path in files
        for line in path.read_text(encoding="utf-8").splitlines()
        if asking.search(line)
    }
    assert found == set()
