"""Words for the user, in the user's language."""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

from ..core.texts import Text

TRANSLATION_CONTEXT = "TerritoryDesign"


def tr(text: str) -> str:
    """Translate a text of the plugin."""
    return QCoreApplication.translate(TRANSLATION_CONTEXT, text)


def worded(text: Text) -> str:
    """A message of the core in the user's language."""
    return str(Text(tr(text.template), text.values))
