"""Territory Design: fair, connected, compact territories in QGIS."""


def classFactory(iface):  # noqa: N802 - the name is QGIS's
    """Entry point of the plugin; called by QGIS with its interface object."""
    from .plugin import TerritoryDesignPlugin

    return TerritoryDesignPlugin(iface)
