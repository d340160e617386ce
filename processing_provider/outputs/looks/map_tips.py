"""Map tips: the attributes of a feature as a table, never read as HTML."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from qgis.core import QgsExpression, QgsField, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from .layer_fields import find_field, quoted


def set_map_tip(
    layer: QgsVectorLayer,
    names: Sequence[str] | None = None,
    words: Mapping[str, Mapping[str, str]] | None = None,
) -> None:
    """Map tip with the attributes as a table; values are escaped, never read as HTML.

    Parameters
    ----------
    layer : QgsVectorLayer
    names : sequence of str, optional
        Fields that are shown; all of them by default.
    words : mapping, optional
        By field, what stands for its values; others are shown as they are.
    """
    fields = [
        field
        for field in layer.fields().toList()
        if field.name().lower() not in ("fid", "geom") and "%]" not in field.name()
    ]
    if names is not None:
        found = [find_field(layer, name) for name in names]
        fields = [layer.fields().field(name) for name in found if name]
    rows = "".join(
        f"<tr><td>{_escape(field.displayName())}</td>"
        f"<td><b>[% {_escaped_expression(field, (words or {}).get(field.name()))} %]</b></td></tr>"
        for field in fields
    )
    layer.setMapTipTemplate(f"<table>{rows}</table>")


def _escape(text: str) -> str:
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return re.sub(r"\[%|%\]", "", text)


def _is_real(field: QgsField) -> bool:
    return field.type() in (QMetaType.Type.Double, QMetaType.Type.Float)


def _readable_number(expression: str) -> str:
    """With the user's decimal separator and three decimals, what is below 0.01 with eight.

    Thousands are not grouped: the number may be an id.
    """
    return f"format_number({expression}, if(abs({expression}) < 0.01, 8, 3), '', true, true)"


def map_of(words: Mapping[str, str]) -> str:
    """A map of QGIS from texts to texts, that neither is evaluated nor ends the [% %] around it."""
    pairs = (QgsExpression.quotedString(text) for pair in words.items() for text in pair)
    return f"map({', '.join(pairs)})".replace("%]", "%' || ']")


def _escaped_expression(field: QgsField, words: Mapping[str, str] | None = None) -> str:
    name = quoted(field.name())
    value = _readable_number(name) if _is_real(field) else f"to_string({name})"
    if words:
        value = f"map_get({map_of(words)}, to_string({name})), {value}"
    value = f"coalesce({value}, '')"
    return f"replace(replace({value}, '&', '&amp;'), '<', '&lt;')"
