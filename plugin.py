"""The plugin object: wires the Processing provider and the window's menu into QGIS."""

from __future__ import annotations

from qgis.core import QgsApplication

from .processing_provider.provider import PROVIDER_ID, TerritoryProvider


class TerritoryDesignPlugin:
    """What QGIS loads and unloads.

    Parameters
    ----------
    iface : QgisInterface or None
        The window; None where there is none, as in ``qgis_process``.
    """

    def __init__(self, iface) -> None:
        self.iface = iface
        self.provider: TerritoryProvider | None = None
        self.entries = None

    def initProcessing(self) -> None:
        """Register the provider; called by QGIS itself where there is no window."""
        if self.provider is None:
            self.provider = TerritoryProvider()
            QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        self.initProcessing()
        if self.iface is not None and self.entries is None:
            from .ui.cancelled_runs import CancelledRuns
            from .ui.entries import WindowEntries

            self.provider.window = CancelledRuns()
            self.entries = WindowEntries(self.iface)

    def unload(self) -> None:
        """Take everything back that was added to QGIS."""
        if self.entries is not None:
            self.entries.remove()
            self.entries = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(PROVIDER_ID)
            self.provider = None
