"""Pages of the manual, beside the plugin, in the user's language where it is in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsApplication

PLUGIN_FOLDER = Path(__file__).resolve().parents[2]


def page_of(algorithm: str) -> Path:
    """The page of an algorithm: as HTML, or without ``make docs`` (in the source) its text."""
    return next((page for page in _pages(algorithm) if page.exists()), PLUGIN_FOLDER)


def _pages(algorithm: str) -> Iterator[Path]:
    language = QgsApplication.locale()[:2].lower()
    for root, ending in (("help", "html"), ("docs", "md")):
        folder = PLUGIN_FOLDER / root / "algorithms"
        yield folder / language / f"{algorithm}.{ending}"
        yield folder / f"{algorithm}.{ending}"
