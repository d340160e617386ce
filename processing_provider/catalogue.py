"""What the provider offers: its algorithms in the order of the toolbox."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm

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
