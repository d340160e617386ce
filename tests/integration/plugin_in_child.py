"""The plugin in an interpreter of its own, for scripts that tests start."""

from __future__ import annotations

from qgis.core import QgsApplication
from territory_design.plugin import TerritoryDesignPlugin


def started() -> tuple[QgsApplication, TerritoryDesignPlugin]:
    """QGIS without a window, Processing and the plugin in it; the caller keeps both."""
    application = QgsApplication([], False)
    application.initQgis()
    from processing.core.Processing import Processing

    Processing.initialize()
    plugin = TerritoryDesignPlugin(None)
    plugin.initProcessing()
    return application, plugin
