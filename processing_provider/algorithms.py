"""The one list of algorithms that the provider offers, in the order of the toolbox."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm

from .adjacency import AdjacencyAlgorithm
from .assignnew import AssignNewAlgorithm
from .balance import BalanceAlgorithm
from .clustercustomers import ClusterCustomersAlgorithm
from .costmatrix import CostMatrixAlgorithm
from .greenfield import GreenfieldAlgorithm
from .matchreps import MatchRepresentativesAlgorithm
from .nearestrep import NearestRepresentativeAlgorithm
from .resitereps import ResiteRepresentativesAlgorithm
from .sitereps import SiteRepresentativesAlgorithm
from .smoothoutliers import SmoothOutliersAlgorithm

ALGORITHMS: tuple[type[QgsProcessingAlgorithm], ...] = (
    AdjacencyAlgorithm,
    CostMatrixAlgorithm,
    SiteRepresentativesAlgorithm,
    GreenfieldAlgorithm,
    ResiteRepresentativesAlgorithm,
    NearestRepresentativeAlgorithm,
    BalanceAlgorithm,
    ClusterCustomersAlgorithm,
    MatchRepresentativesAlgorithm,
    SmoothOutliersAlgorithm,
    AssignNewAlgorithm,
)
