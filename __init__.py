"""Territory Design: fair, connected, compact territories in QGIS."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .plugin import TerritoryDesignPlugin


def classFactory(iface: QgisInterface) -> TerritoryDesignPlugin:
    """Entry point of the plugin; called by QGIS with its interface object."""
    from .plugin import TerritoryDesignPlugin

    return TerritoryDesignPlugin(iface)
