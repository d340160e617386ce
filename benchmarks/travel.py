"""``territory:costmatrix`` on roads as QGIS runs it: how long, and whether degrees change it.

Places are drawn over Heidelberg's roads, and around them; three seeds each. On a network in degrees
the nearest road of far places is looked for on a plane that must not differ from the ellipsoid's.
"""

from __future__ import annotations

import time
from pathlib import Path

import numpy as np
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsRectangle,
    QgsVectorLayer,
)
from territory_design.benchmarks.siting import qgis_layer, table
from territory_design.processing_provider.provider import TerritoryProvider

SEEDS = (1, 2, 3)
FAR_M = 15_000.0
SHARE = 0.01


def run(output_folder: Path) -> Path:
    """Run both cases and write ``travel.md`` into the folder."""
    roads = qgis_layer("roads_heidelberg")
    # Kept on the function: algorithms are made by the Python object.
    run.provider = TerritoryProvider()
    QgsApplication.processingRegistry().addProvider(run.provider)
    target = Path(output_folder) / "travel.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    sections = ["# Cost matrices on roads", whole_runs(roads, target.parent), far_places(roads)]
    target.write_text("\n\n".join(sections) + "\n", encoding="utf-8")
    return target


def whole_runs(roads: QgsVectorLayer, folder: Path) -> str:
    """1,000 × 1,000 places from layers to a GeoPackage."""
    rows = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        origins, destinations = (places(1000, rng, roads.extent()) for _ in range(2))
        started = time.process_time()
        found = matrix(origins, destinations, roads, str(folder / "matrix.gpkg"))
        rows.append([seed, f"{found['PAIR_COUNT']:,}", f"{time.process_time() - started:.1f}"])
    return table(["1,000 × 1,000, seed", "rows written", "processor seconds"], rows)


def far_places(roads: QgsVectorLayer) -> str:
    """20 × 60 places up to 15 km off the roads, on the same network in metres and in degrees."""
    around = QgsRectangle(roads.extent())
    around.grow(FAR_M)
    turned = in_degrees(roads)
    rows = []
    for seed in SEEDS:
        rng = np.random.default_rng(seed)
        origins, destinations = places(20, rng, around), places(60, rng, around)
        metres = pairs(origins, destinations, roads)
        degrees = pairs(in_degrees(origins), in_degrees(destinations), turned)
        known = np.isfinite(metres) & (metres > 0.0)
        off = np.abs(degrees[known] / metres[known] - 1.0)
        same = np.array_equal(np.isfinite(metres), np.isfinite(degrees))
        cells = [seed, len(metres), int(known.sum()), int((off > SHARE).sum())]
        rows.append([*cells, f"{100.0 * off.max():.4f}", "yes" if same else "NO"])
    heads = [
        "far places, seed",
        "pairs",
        "reachable",
        "differing > 1 %",
        "most %",
        "same reachable",
    ]
    return table(heads, rows)


def pairs(
    origins: QgsVectorLayer, destinations: QgsVectorLayer, roads: QgsVectorLayer
) -> np.ndarray:
    """Seconds (pairs,) in the order of ids; not finite where there is no way."""
    context = QgsProcessingContext()
    found = matrix(origins, destinations, roads, "memory:", context)
    layer = context.takeResultLayer(found["OUTPUT"])
    times = [feature["time_s"] for feature in layer.getFeatures()]
    return np.array([value if isinstance(value, float) else np.inf for value in times])


def matrix(
    origins: QgsVectorLayer,
    destinations: QgsVectorLayer,
    roads: QgsVectorLayer,
    output: str,
    context: QgsProcessingContext | None = None,
) -> dict[str, object]:
    """Outputs of ``territory:costmatrix``."""
    algorithm = QgsApplication.processingRegistry().createAlgorithmById("territory:costmatrix")
    parameters = {
        "ORIGINS": origins,
        "ORIGIN_ID": "id",
        "DESTINATIONS": destinations,
        "DESTINATION_ID": "id",
        "METHOD": 1,
        "NETWORK": roads,
        "SPEED_FIELD": "speed_kmh",
        "DIRECTION_FIELD": "direction",
        "VALUE_FORWARD": "F",
        "VALUE_BACKWARD": "T",
        "VALUE_BOTH": "B",
        "SNAP_DISTANCE": 1e5,
        "OUTPUT": output,
    }
    feedback = QgsProcessingFeedback()
    found, is_done = algorithm.run(parameters, context or QgsProcessingContext(), feedback)
    if not is_done:
        raise RuntimeError(feedback.textLog())
    return found


def places(count: int, rng: np.random.Generator, extent: QgsRectangle) -> QgsVectorLayer:
    """Points all over an extent in UTM, with ids."""
    layer = QgsVectorLayer("Point?crs=EPSG:25832&field=id:integer", "places", "memory")
    features = []
    for number in range(count):
        feature = QgsFeature(layer.fields())
        feature.setAttribute("id", number)
        x = rng.uniform(extent.xMinimum(), extent.xMaximum())
        y = rng.uniform(extent.yMinimum(), extent.yMaximum())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(x, y)))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def in_degrees(layer: QgsVectorLayer) -> QgsVectorLayer:
    """The same features in EPSG:4326."""
    earth = QgsCoordinateReferenceSystem("EPSG:4326")
    transform = QgsCoordinateTransform(layer.crs(), earth, QgsCoordinateTransformContext())
    kind = "Point" if layer.name() == "places" else "LineString"
    turned = QgsVectorLayer(f"{kind}?crs=EPSG:4326", layer.name(), "memory")
    turned.dataProvider().addAttributes(layer.fields().toList())
    turned.updateFields()
    features = []
    for feature in layer.getFeatures():
        shape = QgsGeometry(feature.geometry())
        shape.transform(transform)
        other = QgsFeature(turned.fields())
        other.setAttributes(feature.attributes())
        other.setGeometry(shape)
        features.append(other)
    turned.dataProvider().addFeatures(features)
    return turned
