"""The one list of algorithms that the provider offers, in the order of the toolbox."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm

from .adjacency import AdjacencyAlgorithm
from .balance import BalanceAlgorithm
from .clustercustomers import ClusterCustomersAlgorithm
from .costmatrix import CostMatrixAlgorithm
from .greenfield import GreenfieldAlgorithm
from .nearestrep import NearestRepresentativeAlgorithm
from .resitereps import ResiteRepresentativesAlgorithm
from .sitereps import SiteRepresentativesAlgorithm

ALGORITHMS: tuple[type[QgsProcessingAlgorithm], ...] = (
    AdjacencyAlgorithm,
    CostMatrixAlgorithm,
    SiteRepresentativesAlgorithm,
    GreenfieldAlgorithm,
    ResiteRepresentativesAlgorithm,
    NearestRepresentativeAlgorithm,
    BalanceAlgorithm,
    ClusterCustomersAlgorithm,
)
