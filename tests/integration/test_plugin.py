"""The plugin object and its papers: metadata, registration, clean removal."""

from __future__ import annotations

import configparser
from pathlib import Path

import pytest
from qgis.core import Qgis, QgsApplication
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QMainWindow, QMenu, QToolBar
from territory_design import classFactory
from territory_design import plugin as plugin_module
from territory_design.processing_provider.common.texts import counted, tr
from territory_design.processing_provider.shipped_models import is_shipped

ROOT = Path(__file__).resolve().parents[2]


class Window:
    """The part of QgisInterface that plugins use, on a real window with menu and toolbar."""

    def __init__(self) -> None:
        self._window = QMainWindow()
        self.toolbar = QToolBar(self._window)
        self.menus: dict[str, QMenu] = {}
        self.messages: list[tuple] = []

    def mainWindow(self):
        return self._window

    def messageBar(self):
        return self

    def pushMessage(self, *message, level):
        self.messages.append((*message, level))

    def addPluginToMenu(self, name, action):
        self.menus.setdefault(name, QMenu(name, self._window)).addAction(action)

    def removePluginMenu(self, name, action):
        self.menus[name].removeAction(action)
        if self.menus[name].isEmpty():
            del self.menus[name]

    def addToolBarIcon(self, action):
        self.toolbar.addAction(action)

    def removeToolBarIcon(self, action):
        self.toolbar.removeAction(action)


@pytest.fixture
def no_provider(loaded_plugin):
    """The registry without our provider; the session's provider comes back after the test."""
    loaded_plugin.unload()
    registry = QgsApplication.processingRegistry()
    assert registry.providerById("territory") is None
    yield registry
    left_behind = registry.providerById("territory")
    registry.removeProvider("territory")
    loaded_plugin.initProcessing()
    assert left_behind is None


@pytest.fixture
def metadata():
    parser = configparser.ConfigParser()
    parser.read(ROOT / "metadata.txt", encoding="utf-8")
    return parser["general"]


@pytest.mark.parametrize(
    "key",
    [
        *("name", "qgisMinimumVersion", "description", "about", "version", "author", "email"),
        *("homepage", "tracker", "repository", "tags", "category", "icon"),
    ],
)
def test_metadata_is_complete(metadata, key):
    assert metadata[key].strip()


def test_metadata_tells_qgis_what_it_needs_to_know(metadata):
    assert metadata["name"] == "Territory Design"
    assert metadata["qgisMinimumVersion"] == "3.40"
    assert metadata["qgisMaximumVersion"] == "4.99"
    assert metadata.getboolean("hasProcessingProvider")
    assert "supportsQt6" not in metadata
    assert "%" not in (ROOT / "metadata.txt").read_text(encoding="utf-8")


def test_metadata_icon_can_be_drawn(metadata, qgis_app):
    assert not QIcon(str(ROOT / metadata["icon"])).pixmap(32, 32).toImage().isNull()


def test_version_is_the_same_everywhere(metadata):
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'\nversion = "{metadata["version"]}"\n' in pyproject


def test_provider_without_a_window(no_provider):
    plugin = classFactory(None)
    plugin.initProcessing()
    plugin.initProcessing()
    provider = no_provider.providerById("territory")
    assert provider.name() == "Territory Design"
    assert not provider.icon().isNull()
    plugin.unload()
    assert no_provider.providerById("territory") is None


def test_load_unload_load(no_provider):
    window = Window()
    for _ in range(2):
        plugin = classFactory(window)
        plugin.initGui()
        assert no_provider.providerById("territory") is not None
        assert len(window.toolbar.actions()) == 2
        algorithms = no_provider.providerById("territory").algorithms()
        algorithm_count = sum(1 for algorithm in algorithms if not is_shipped(algorithm))
        assert len(algorithms) == algorithm_count + 3
        (menu,) = window.menus.values()
        entries = [action.text() for action in menu.actions() if not action.isSeparator()]
        assert len(set(entries)) == algorithm_count + 5

        plugin.unload()
        assert no_provider.providerById("territory") is None
        assert window.toolbar.actions() == []
        assert window.menus == {}


@pytest.fixture
def polish(monkeypatch):
    """QGIS in a language with three grammatical numbers, for which the plugin has texts."""
    monkeypatch.setattr(plugin_module, "TRANSLATIONS", Path(__file__).parent / "translations")
    monkeypatch.setattr(QgsApplication, "locale", lambda: "pl")


def spoken() -> list[str]:
    return [tr("Balance territories"), *(areas_in_words(number) for number in (1, 3, 5))]


def areas_in_words(number: int) -> str:
    return counted(number, "{count} area", "{count} areas")


def test_the_plugin_speaks_the_language_of_qgis_while_it_is_loaded(no_provider, polish):
    english = ["Balance territories", "1 area", "3 areas", "5 areas"]
    assert spoken() == english
    for _ in range(2):
        plugin = classFactory(None)
        plugin.initProcessing()
        plugin.initProcessing()
        assert spoken() == ["Wyrównaj obszary", "1 obszar", "3 obszary", "5 obszarów"]
        provider = no_provider.providerById("territory")
        assert provider.algorithm("balance").displayName() == "Wyrównaj obszary"
        plugin.unload()
        assert spoken() == english


@pytest.mark.parametrize("locale", ["eo", "de_AT", "C", "", "no such language"])
def test_a_language_without_texts_is_english(no_provider, polish, monkeypatch, locale):
    monkeypatch.setattr(QgsApplication, "locale", lambda: locale)
    plugin = classFactory(None)
    plugin.initProcessing()
    assert tr("Balance territories") == "Balance territories"
    plugin.unload()


def test_unload_before_load_is_harmless(no_provider):
    classFactory(None).unload()


def test_button_explains_a_missing_toolbox(no_provider):
    window = Window()
    plugin = classFactory(window)
    plugin.initGui()
    window.toolbar.actions()[1].trigger()
    ((title, text, _level),) = window.messages
    assert title == "Territory Design"
    assert "Processing" in text
    plugin.unload()


def test_no_algorithm_is_lost_on_the_way_to_the_registry(processing):
    from territory_design.processing_provider.catalogue import ALGORITHMS

    provider = QgsApplication.processingRegistry().providerById("territory")
    names = {one.name() for one in provider.algorithms() if not is_shipped(one)}
    assert names == {algorithm().name() for algorithm in ALGORITHMS}


def test_three_to_six_parameters_are_visible_before_advanced_ones(processing):
    kept_back = Qgis.ProcessingParameterFlag.Advanced | Qgis.ProcessingParameterFlag.Hidden
    shown = {
        algorithm.name(): [
            definition.name()
            for definition in algorithm.parameterDefinitions()
            if not definition.isDestination() and not definition.flags() & kept_back
        ]
        for algorithm in QgsApplication.processingRegistry().providerById("territory").algorithms()
    }
    # Three ways to start take up five; whether people stay where they live is asked of everybody.
    assert len(shown.pop("balance")) == 7
    assert {name: names for name, names in shown.items() if not 3 <= len(names) <= 6} == {}


def test_the_address_of_a_cluster_is_an_option_of_the_provider(processing, monkeypatch):
    from processing.core.ProcessingConfig import ProcessingConfig
    from territory_design.core.workers import scheduler_address, use_scheduler
    from territory_design.processing_provider.common import cluster_option

    setting = ProcessingConfig.settings[cluster_option.OPTION]
    assert setting.group == "Territory Design"
    monkeypatch.setattr(setting, "value", "tcp://there:8786")
    cluster_option.apply_option()
    assert scheduler_address() == "tcp://there:8786"
    monkeypatch.setattr(setting, "value", "")
    cluster_option.apply_option()
    assert scheduler_address() == ""
    use_scheduler("")


def test_without_the_plugin_there_is_no_option(no_provider):
    from processing.core.ProcessingConfig import ProcessingConfig
    from territory_design.processing_provider.common import cluster_option

    assert cluster_option.OPTION not in ProcessingConfig.settings
