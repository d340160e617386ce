"""Territory Design: fair, connected, compact territories in QGIS."""


def classFactory(iface):
    """Entry point of the plugin; called by QGIS with its interface object."""
    from .plugin import TerritoryDesignPlugin

    return TerritoryDesignPlugin(iface)
