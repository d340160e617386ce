"""What the provider offers: its algorithms in the order of the toolbox, and its models."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsProcessingAlgorithm, QgsProcessingModelAlgorithm

from .algorithms.adjacency import AdjacencyAlgorithm
from .algorithms.assignnew import AssignNewAlgorithm
from .algorithms.balance import BalanceAlgorithm
from .algorithms.clustercustomers import ClusterCustomersAlgorithm
from .algorithms.compare import CompareAlgorithm
from .algorithms.costmatrix import CostMatrixAlgorithm
from .algorithms.evaluate import EvaluateAlgorithm
from .algorithms.greenfield import GreenfieldAlgorithm
from .algorithms.importassignment import ImportAssignmentAlgorithm
from .algorithms.matchreps import MatchRepresentativesAlgorithm
from .algorithms.nearestrep import NearestRepresentativeAlgorithm
from .algorithms.plan import PlanAlgorithm
from .algorithms.resitereps import ResiteRepresentativesAlgorithm
from .algorithms.sitereps import SiteRepresentativesAlgorithm
from .algorithms.smoothoutliers import SmoothOutliersAlgorithm
from .algorithms.validate import ValidateAlgorithm

MODELS = Path(__file__).resolve().parents[1] / "models"
"""The three scenarios, step by step."""

ALGORITHMS: tuple[type[QgsProcessingAlgorithm], ...] = (
    AdjacencyAlgorithm,
    CostMatrixAlgorithm,
    ImportAssignmentAlgorithm,
    SiteRepresentativesAlgorithm,
    GreenfieldAlgorithm,
    ResiteRepresentativesAlgorithm,
    NearestRepresentativeAlgorithm,
    BalanceAlgorithm,
    PlanAlgorithm,
    ClusterCustomersAlgorithm,
    MatchRepresentativesAlgorithm,
    SmoothOutliersAlgorithm,
    AssignNewAlgorithm,
    EvaluateAlgorithm,
    CompareAlgorithm,
    ValidateAlgorithm,
)


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
