"""The Processing provider "Territory Design"."""

from __future__ import annotations

import contextlib
from pathlib import Path

from qgis.core import QgsApplication, QgsProcessingAlgorithm, QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from .algorithms.base import TerritoryAlgorithm
from .catalogue import ALGORITHMS
from .common.cluster_option import add_option, remove_option
from .common.open_runs import Window
from .shipped_models import shipped_models

PROVIDER_ID = "territory"
ICON_PATH = str(Path(__file__).parent.parent / "icons" / "territory_design.svg")


class TerritoryProvider(QgsProcessingProvider):
    """Offers every algorithm of :data:`ALGORITHMS` as ``territory:<name>``.

    Attributes
    ----------
    window : Window or None
        Is told of runs that are cancelled; None where there is no window.
    """

    window: Window | None = None

    def id(self) -> str:
        return PROVIDER_ID

    def name(self) -> str:
        return "Territory Design"

    def icon(self) -> QIcon:
        return QIcon(ICON_PATH)

    def svgIconPath(self) -> str:
        return ICON_PATH

    def load(self) -> bool:
        # Scripts may use the provider without the Processing plugin and its options.
        with contextlib.suppress(ImportError):
            add_option(ICON_PATH)
        return super().load()

    def unload(self) -> None:
        with contextlib.suppress(ImportError):
            remove_option()
        super().unload()

    def loadAlgorithms(self) -> None:
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())
        if QgsApplication.processingRegistry().providerById(PROVIDER_ID) is self:
            self._load_models()

    def add_models(self) -> None:
        """Offer the models, too: their steps are found once the provider is registered."""
        self._load_models()
        self.algorithmsLoaded.emit()

    def _load_models(self) -> None:
        for model in shipped_models():
            self.addAlgorithm(model)


def is_ours(algorithm: QgsProcessingAlgorithm | None) -> bool:
    """Whether an algorithm is of this plugin; asked of the object, which may have no provider."""
    return isinstance(algorithm, TerritoryAlgorithm)
