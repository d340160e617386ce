"""Numbers as the user's number format has them: QGIS's own, for people; never for files."""

from __future__ import annotations

from numbers import Real
from string import Formatter
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QLocale


def locale() -> QLocale:
    """The number format that QGIS uses; where the system has none, that of the user's language."""
    chosen = QLocale()
    unset = chosen.language() == QLocale.Language.C
    return QLocale(QgsApplication.locale()) if unset else chosen


def localised(text: str) -> str:
    """A number as Python writes it, such as "1,234.5", with the user's separators."""
    own = locale()
    if own.language() == QLocale.Language.C:
        return text
    return text.translate({ord(","): own.groupSeparator(), ord("."): own.decimalPoint()})


class LocalFormatter(Formatter):
    """Fills the placeholders of a message; numbers among its values get the user's separators."""

    def format_field(self, value: Any, format_spec: str) -> str:
        text = str(super().format_field(value, format_spec))
        return localised(text) if isinstance(value, Real) else text
