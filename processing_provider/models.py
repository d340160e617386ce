"""The models that the plugin ships: the three scenarios, step by step."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsProcessingAlgorithm, QgsProcessingModelAlgorithm

MODELS = Path(__file__).resolve().parents[1] / "models"


def shipped_models() -> Iterator[QgsProcessingModelAlgorithm]:
    """Each model of the plugin's folder; their steps must be known to Processing by then."""
    for path in sorted(MODELS.glob("*.model3")):
        model = QgsProcessingModelAlgorithm()
        if model.fromFile(str(path)):
            model.setSourceFilePath(str(path))
            yield model


def is_shipped(algorithm: QgsProcessingAlgorithm | None) -> bool:
    """Whether an algorithm is one of these models."""
    return (
        isinstance(algorithm, QgsProcessingModelAlgorithm)
        and Path(algorithm.sourceFilePath() or "/").parent == MODELS
    )
