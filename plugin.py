"""The plugin object: wires the Processing provider and the window's menu into QGIS."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QTranslator

from .processing_provider.provider import PROVIDER_ID, TerritoryProvider

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .ui.cancelled_runs import CancelledRuns
    from .ui.entries import WindowEntries

TRANSLATIONS = Path(__file__).parent / "i18n"


class TerritoryDesignPlugin:
    """What QGIS loads and unloads.

    Parameters
    ----------
    iface : QgisInterface or None
        The window; None where there is none, as in ``qgis_process``.
    """

    def __init__(self, iface: QgisInterface | None) -> None:
        self.iface = iface
        self.provider: TerritoryProvider | None = None
        self.entries: WindowEntries | None = None
        self.cancelled_runs: CancelledRuns | None = None
        self._translator: QTranslator | None = None

    def initProcessing(self) -> None:
        """Register the provider; called by QGIS itself where there is no window."""
        if self.provider is None:
            self._translator = installed_translator(QgsApplication.locale(), TRANSLATIONS)
            self.provider = TerritoryProvider()
            QgsApplication.processingRegistry().addProvider(self.provider)
            self.provider.add_models()

    def initGui(self) -> None:
        self.initProcessing()
        if self.iface is not None and self.provider is not None and self.entries is None:
            from .ui.cancelled_runs import CancelledRuns
            from .ui.entries import WindowEntries

            self.cancelled_runs = CancelledRuns()
            self.provider.window = self.cancelled_runs
            self.entries = WindowEntries(self.iface)
            QgsApplication.instance().aboutToQuit.connect(self._end_work)

    def unload(self) -> None:
        """Take everything back that was added to QGIS."""
        if self.entries is not None:
            QgsApplication.instance().aboutToQuit.disconnect(self._end_work)
            self._end_work()
            self.entries.remove()
            self.entries = None
        if self.cancelled_runs is not None:
            self.cancelled_runs.close()
            self.cancelled_runs = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(PROVIDER_ID)
            self.provider = None
        if self._translator is not None:
            QCoreApplication.removeTranslator(self._translator)
            self._translator = None

    def _end_work(self) -> None:
        """Have no thread of ours at work when what it uses goes away."""
        if self.entries is not None:
            from .ui.unloading import end_all_runs

            self.entries.end_work()
            end_all_runs()


def installed_translator(locale: str, folder: Path) -> QTranslator | None:
    """Make QGIS speak for the plugin in a language; None where the plugin has only English.

    Parameters
    ----------
    locale : str
        Such as "de" or "pt_BR"; a country without texts of its own gets those of the language.
    folder : Path
        That of the files ``territory_design_<locale>.qm``.
    """
    translator = QTranslator()
    if not translator.load(QLocale(locale), "territory_design", "_", str(folder)):
        return None
    QCoreApplication.installTranslator(translator)
    return translator
