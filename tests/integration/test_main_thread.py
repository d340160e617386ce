"""Extension modules are first loaded in the thread of the window, whose Python state lasts."""

from __future__ import annotations

import threading

from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback
from territory_design.processing_provider.common import main_thread


def test_they_are_loaded_in_the_windows_thread_and_in_no_other(monkeypatch):
    loaded = []
    monkeypatch.setattr(main_thread.importlib, "import_module", loaded.append)
    other = threading.Thread(target=main_thread.load_extensions_here)
    other.start()
    other.join()
    assert loaded == []
    main_thread.load_extensions_here()
    assert loaded == ["scipy.spatial", "matplotlib.ft2font"]


def test_a_broken_library_is_told_where_it_is_needed_only(monkeypatch):
    def broken(name):
        raise OSError(f"{name} was built for another machine")

    monkeypatch.setattr(main_thread.importlib, "import_module", broken)
    main_thread.load_extensions_here()


def test_every_run_is_prepared_so(monkeypatch, processing):
    asked = []
    monkeypatch.setattr(main_thread, "load_extensions_here", lambda: asked.append(1))
    registry = QgsApplication.processingRegistry()
    algorithm = registry.createAlgorithmById("territory:adjacency")
    assert algorithm.prepare({}, QgsProcessingContext(), QgsProcessingFeedback())
    assert asked == [1]
