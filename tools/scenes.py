"""Scenes in a real window of QGIS for the manual: what tests play there, tools play, too."""

from __future__ import annotations

import importlib.util
import sys
import tempfile
from pathlib import Path

from release_translations import release, translated_files

ROOT = Path(__file__).resolve().parent.parent


def play(scene: str, *, timeout_s: float = 600.0, language: str = "en") -> Path:
    """Play a scene (see ``Desktop.run`` of the tests) and return the folder with its pictures.

    The window speaks ``language``.
    """
    spec = importlib.util.spec_from_file_location(
        "window_of_tests", ROOT / "tests" / "integration" / "conftest.py"
    )
    tests = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = tests
    spec.loader.exec_module(tests)
    home = Path(tempfile.mkdtemp(prefix="territory_design_manual_"))
    (home / "plugins").mkdir()
    (home / "plugins" / "territory_design").symlink_to(ROOT)
    settings = home / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text(
        "[PythonPlugins]\nterritory_design=true\nprocessing=true\n"
        f"[locale]\noverrideFlag=true\nuserLocale={language}\n"
    )
    release(translated_files(), ROOT / "i18n")
    (home / "runtime").mkdir(mode=0o700)
    desktop = tests.Desktop(tests.require_program("xvfb-run"), tests.require_program("qgis"), home)
    folder = home / "scene"
    desktop.run(scene, folder, timeout_s=timeout_s)
    return folder
