"""Pages of the manual, beside the plugin, in the user's language where it is in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsApplication

PLUGIN_FOLDER = Path(__file__).resolve().parents[2]


def page_of(algorithm: str) -> Path:
    """The page of an algorithm: as HTML, or without ``make docs`` (in the source) its text."""
    return _page("algorithms", algorithm)


def tutorials_page() -> Path:
    """The list of tutorials, as :func:`page_of`."""
    return _page("tutorials", "index")


def _page(folder: str, name: str) -> Path:
    return next((page for page in _pages(folder, name) if page.exists()), PLUGIN_FOLDER)


def _pages(part: str, name: str) -> Iterator[Path]:
    language = QgsApplication.locale()[:2].lower()
    for root, ending in (("help", "html"), ("docs", "md")):
        folder = PLUGIN_FOLDER / root / part
        yield folder / language / f"{name}.{ending}"
        yield folder / f"{name}.{ending}"
