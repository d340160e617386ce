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
        "--part",
        metavar="K/N",
        default="1/1",
        help="run the K-th of N parts of the tests, e.g. 1/2 and 2/2 on two processors",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config, items):
    """Deal the tests out like cards, so that all parts take about as long."""
    for item in items:
        if item.name in SCENES_THAT_MEASURE:
            item.add_marker(pytest.mark.quiet)
    part, parts = (int(number) for number in config.getoption("part").split("/"))
    config.hook.pytest_deselected(items=[t for i, t in enumerate(items) if i % parts != part - 1])
    items[:] = items[part - 1 :: parts]


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
