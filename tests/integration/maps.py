"""Layers, runs and readings for the tests that go through Processing."""

from __future__ import annotations

import math
from collections import deque
from collections.abc import Iterable, Sequence
from pathlib import Path
from unittest.mock import patch

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

ROOT = Path(__file__).resolve().parents[2]
REGION = str(ROOT / "examples" / "de_heidelberg_region.gpkg")
UTM32 = "EPSG:25832"
EAST, NORTH = 500_000.0, 5_500_000.0
"""South-western corner of the drawn maps: on the central meridian of UTM 32."""
QUICK = {"POPULATION": 8, "ISLANDS": 1, "MAX_GENERATIONS": 2, "LOCAL_SEARCH": False}
"""A short search, for tests of what goes into a run of `territory:balance` and comes out of it;
how good plans get is tested in the core."""
SEARCHED = QUICK | {"LOCAL_SEARCH": True}
"""A short search that anneals each of its plans: ten times as long, with plans near the best."""


class Listener(QgsProcessingFeedback):
    """Keeps what an algorithm says; may cancel it once it has made some progress."""

    def __init__(self, cancel_at: float | None = None) -> None:
        super().__init__(False)
        self.infos: list[str] = []
        self.warnings: list[str] = []
        self.errors: list[str] = []
        self.cancel_at = math.inf if cancel_at is None else cancel_at
        self.progressChanged.connect(self.cancel_in_time)

    def cancel_in_time(self, now: float) -> None:
        if now >= self.cancel_at:
            self.cancel()

    def pushInfo(self, info):
        self.infos.append(info)

    def pushWarning(self, warning):
        self.warnings.append(warning)

    def reportError(self, error, fatalError=False):  # noqa: N803 - QGIS's name
        self.errors.append(error)

    @property
    def warned(self) -> str:
        return "\n".join(self.warnings)


def make_layer(
    kind: str, fields: str, rows: Iterable[Sequence], *, crs: str = UTM32, name: str = "layer"
) -> QgsVectorLayer:
    """Memory layer; a row is a geometry (or WKT, or None) and the attributes.

    ``fields`` reads like ``"id:integer, weight:double"``.
    """
    layer = QgsVectorLayer(f"{kind}?crs={crs}" if crs else kind, name, "memory")
    if not crs:
        layer.setCrs(QgsCoordinateReferenceSystem())
    provider = layer.dataProvider()
    declared = "".join(f"&field={field.strip()}" for field in fields.split(",") if field.strip())
    described = QgsVectorLayer(f"NoGeometry?{declared[1:]}", "fields", "memory")
    attributes = described.fields().toList()
    assert not attributes or provider.addAttributes(attributes)
    layer.updateFields()
    features = []
    for geometry, *values in rows:
        feature = QgsFeature(layer.fields())
        if isinstance(geometry, str):
            geometry = QgsGeometry.fromWkt(geometry)
        if geometry is not None:
            feature.setGeometry(geometry)
        feature.setAttributes(list(values))
        features.append(feature)
    ok, _ = provider.addFeatures(features)
    assert ok, provider.lastError()
    layer.updateExtents()
    assert layer.featureCount() == len(features)
    return layer


def square(column: float, row: float, size: float = 1000.0) -> str:
    """WKT of the square in a column (from the west) and row (from the south)."""
    x, y = EAST + size * column, NORTH + size * row
    return f"Polygon (({x} {y}, {x + size} {y}, {x + size} {y + size}, {x} {y + size}, {x} {y}))"


def spot(column: float, row: float, size: float = 1000.0) -> str:
    """WKT of the point in the middle of :func:`square`."""
    return f"Point ({EAST + size * (column + 0.5)} {NORTH + size * (row + 0.5)})"


def grid(
    columns: int,
    rows: int,
    fields: str = "id:integer, weight:double",
    values=lambda number: (number, 1.0),
    **options,
) -> QgsVectorLayer:
    """Squares numbered from 1, row by row from the south-west; ``values`` by number.

    For 3 × 2::

        4 5 6
        1 2 3
    """
    return make_layer(
        "Polygon",
        fields,
        [
            (square(column, row), *values(row * columns + column + 1))
            for row in range(rows)
            for column in range(columns)
        ],
        **options,
    )


def representatives(*spots: tuple, kind: str = "string", crs: str = UTM32) -> QgsVectorLayer:
    """Points with ``rep_id`` from (id, column, row)."""
    rows = [(spot(column, row), identifier) for identifier, column, row in spots]
    return make_layer("Point", f"rep_id:{kind}", rows, crs=crs, name="reps")


def region() -> QgsVectorLayer:
    """55 municipalities around Heidelberg."""
    layer = QgsVectorLayer(REGION, "region", "ogr")
    assert layer.featureCount() == 55
    return layer


def column(layer: QgsVectorLayer, name: str) -> list:
    """Values of a field, in the layer's order; NULL as None."""
    index = layer.fields().lookupField(name)
    assert index >= 0, f"no field {name} in {layer.fields().names()}"
    values = [feature[index] for feature in layer.getFeatures()]
    return [None if value is None or str(value) == "NULL" else value for value in values]


def by_id(layer: QgsVectorLayer, name: str = "territory", key: str = "id") -> dict:
    """Values of a field by id."""
    return dict(zip(column(layer, key), column(layer, name)))


def table(layer: QgsVectorLayer, key: str) -> dict[object, dict]:
    """Attributes by field name, by the value of a key field."""
    names = layer.fields().names()
    return {feature[key]: dict(zip(names, feature.attributes())) for feature in layer.getFeatures()}


def parts(edges: Iterable[tuple], members: Iterable) -> int:
    """Number of connected parts of some areas along (from, to) pairs."""
    left = set(members)
    around: dict = {}
    for one, other in edges:
        around.setdefault(one, set()).add(other)
        around.setdefault(other, set()).add(one)
    count = 0
    while left:
        count += 1
        queue = deque([left.pop()])
        while queue:
            near = around.get(queue.popleft(), set()) & left
            left -= near
            queue.extend(near)
    return count


def assert_connected(territories: dict, edges: Iterable[tuple]) -> None:
    """Every territory (by area id) is one piece along the edges."""
    edges = list(edges)
    for name in set(territories.values()):
        members = [area for area, own in territories.items() if own == name]
        assert parts(edges, members) == 1, f"territory {name} is torn: {members}"


def pairs(adjacency: QgsVectorLayer) -> list[tuple]:
    """(from, to) of an adjacency layer."""
    return list(zip(column(adjacency, "from_id"), column(adjacency, "to_id")))


def run_into_project(algorithm: str, parameters: dict, feedback=None) -> tuple[dict, dict]:
    """Run as the toolbox does and load the layers styled into the project.

    Returns the results and the loaded layers by output name.
    """
    import processing
    from processing.gui import Postprocessing
    from qgis.core import QgsApplication, QgsProcessingOutputLayerDefinition

    project = QgsProject.instance()
    before = set(project.mapLayers())
    context = QgsProcessingContext()
    context.setProject(project)
    feedback = feedback or Listener()
    instance = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
    parameters = dict(parameters)
    for definition in instance.destinationParameterDefinitions():
        name = definition.name()
        if name in parameters and definition.type() == "sink":
            target = QgsProcessingOutputLayerDefinition(parameters[name], project)
            target.destinationName = name
            parameters[name] = target

    def load(algorithm, context, feedback):
        # There is no window here; newer QGIS refuses what pytest-qgis puts in its place.
        with patch.object(Postprocessing, "iface", None):
            return Postprocessing.handleAlgorithmResults(algorithm, context, feedback, parameters)

    results = processing.run(
        instance, parameters, context=context, feedback=feedback, onFinish=load
    )
    layers = {
        layer.name(): layer for key, layer in project.mapLayers().items() if key not in before
    }
    return results, layers


def refusal(algorithm: str, parameters: dict, folder: Path, feedback=None) -> str:
    """What the user reads when a run is refused; fails if it runs or leaves anything behind.

    QGIS keeps an exception from Python, and with it ``parameters``, to the very end, when files
    can no longer be closed: give files by their paths.
    """
    import processing
    from processing.tools import dataobjects
    from qgis.core import QgsApplication, QgsProcessingException

    instance = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
    outputs = {
        definition.name(): str(folder / f"{definition.name()}.{definition.defaultFileExtension()}")
        for definition in instance.destinationParameterDefinitions()
        if definition.name() != "RUNS"  # where refused runs have their rows, too
    }
    feedback = feedback or Listener()
    context = dataobjects.createContext(feedback)
    try:
        processing.run(algorithm, outputs | parameters, context=context, feedback=feedback)
    except QgsProcessingException as error:
        left = sorted(path.name for path in folder.iterdir())
        assert left == [], f"left behind: {left}"
        assert not context.layersToLoadOnCompletion()
        return str(error)
    raise AssertionError(f"{algorithm} did not refuse {parameters}")
