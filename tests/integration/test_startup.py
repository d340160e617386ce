"""What QGIS loads of the plugin when it starts: declarations and menus, nothing that works.

Modules are counted, not seconds: each costs about a millisecond of QGIS's start.
"""

from __future__ import annotations

import re
import subprocess
import sys

import pytest
from qgis.core import QgsApplication
from territory_design.tests.core.source_code import ROOT

CORE = re.compile(r"\w+|\w+\.settings")  # texts, refusals, defaults: no room's work
PROVIDER = re.compile(
    r"catalogue|provider|shipped_models|common\.\w+|algorithms\.\w+|(inputs|reports)\.(\w+\.)?(\w+_)?parameters"
)
WINDOW = {"cancelled_runs", "edit_models", "entries", "example"}

# Loads the plugin as QGIS does, into a window that takes everything.
PROGRAM = f"""
import importlib.util, sys
from unittest.mock import MagicMock
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QMainWindow
application = QgsApplication([], True)
application.initQgis()
sys.path.insert(0, {QgsApplication.pkgDataPath() + "/python/plugins"!r})
from processing.core.Processing import Processing
Processing.initialize()
spec = importlib.util.spec_from_file_location(
    "territory_design", {str(ROOT / "__init__.py")!r}, submodule_search_locations=[{str(ROOT)!r}])
package = importlib.util.module_from_spec(spec)
sys.modules["territory_design"] = package
spec.loader.exec_module(package)
window, before = QMainWindow(), set(sys.modules)
plugin = package.classFactory(MagicMock(mainWindow=lambda: window))
plugin.initGui()
registry = QgsApplication.processingRegistry()
print(len(registry.providerById("territory").algorithms()))
new = set(sys.modules) - before
folders = {{name for name in new if name.startswith("territory")
           and hasattr(sys.modules[name], "__path__")}}
print(*sorted(new - folders))
plugin.unload()
"""


@pytest.fixture(scope="module")
def loaded() -> set[str]:
    """Modules that the plugin's start loads, by their dotted names."""
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, timeout=120, check=False
    )
    assert run.returncode == 0, run.stderr
    count, names = run.stdout.splitlines()[-2:]
    assert int(count) >= 16
    return set(names.split())


def ours(loaded: set[str], room: str) -> set[str]:
    """Names of the modules within a room."""
    start = f"territory_design.{room}."
    return {name.removeprefix(start) for name in loaded if name.startswith(start)}


def test_the_core_gives_only_texts_and_defaults(loaded):
    names = ours(loaded, "core")
    assert {name for name in names if not CORE.fullmatch(name)} == set()


def test_the_provider_only_declares(loaded):
    names = ours(loaded, "processing_provider")
    assert len(names) > 40
    assert {name for name in names if not PROVIDER.fullmatch(name)} == set()


def test_the_window_gets_only_menus(loaded):
    assert ours(loaded, "ui") == WINDOW


def test_nothing_slow_is_imported(loaded):
    slow = {"scipy", "matplotlib", "jinja2", "ortools", "distributed"}
    assert {name.split(".")[0] for name in loaded} & slow == set()
