"""Makes the repository root importable as the package that QGIS knows, `territory_design`."""

from __future__ import annotations

import importlib.util
import os
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

PACKAGE = "territory_design"
EXIT_STATUS = pytest.StashKey[int]()
# Scenes are played from their files as they stand, which cannot hold a mark themselves.
SCENES_THAT_MEASURE = {"test_the_window_stays_alive_and_cancel_keeps_the_best_plan"}
ROOT = Path(__file__).resolve().parent.parent

if PACKAGE not in sys.modules:
    spec = importlib.util.spec_from_file_location(
        PACKAGE, ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules[PACKAGE] = package
    spec.loader.exec_module(package)


def pytest_addoption(parser):
    parser.addoption(
        "--queue",
        nargs=2,
        metavar=("FOLDER", "RUN"),
        help="draw files from a queue that several runs share; tools/run_tests.py makes it",
    )


def pytest_configure(config):
    if queue := config.getoption("queue"):
        from territory_design.tests.file_queue import FileQueue

        config.pluginmanager.register(FileQueue(Path(queue[0]), queue[1]), "file_queue")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark the tests that cannot hold a mark themselves."""
    for item in items:
        if item.name in SCENES_THAT_MEASURE:
            item.add_marker(pytest.mark.quiet)


def pytest_report_header() -> str:
    """Which QGIS, Qt, NumPy and SciPy the results are about."""
    parts = [f"numpy-{version('numpy')}", f"scipy-{version('scipy')}"]
    if "qgis.core" in sys.modules:
        from qgis.core import Qgis
        from qgis.PyQt.QtCore import QT_VERSION_STR

        parts = [f"QGIS-{Qgis.version()}", f"Qt-{QT_VERSION_STR}", *parts]
    return "territory_design: " + ", ".join(parts)


def pytest_sessionfinish(session, exitstatus):
    """Remember how the run ended for :func:`pytest_unconfigure`."""
    session.config.stash[EXIT_STATUS] = int(exitstatus)


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config):
    """End the process here once QGIS was loaded.

    Outside its own window QGIS's C++ objects are destroyed by Python in any order, which can
    crash after the last test has been counted. How QGIS itself ends is tested in a real window.
    """
    status = config.stash.get(EXIT_STATUS, None)
    if status is not None and "qgis.core" in sys.modules:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
