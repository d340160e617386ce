"""Words for the user, in the user's language.

The extractor (``tools/translations.py``) finds literals in calls of :func:`tr`,
:func:`counted` and :func:`translatable`, and of the core's texts and errors.
"""

from __future__ import annotations

from qgis.PyQt.QtCore import QCoreApplication

from ...core.some_names import SomeNames
from ...core.texts import Text, TextList
from .number_format import LocalFormatter

TRANSLATION_CONTEXT = "TerritoryDesign"


def tr(text: str) -> str:
    """Translate a text of the plugin."""
    return QCoreApplication.translate(TRANSLATION_CONTEXT, text)


def translatable(text: str) -> str:
    """Mark a literal for the extractor; it is translated where it is shown."""
    return text


def told_again(text: str) -> str:
    """A text from a file, whose literal is marked with :func:`translatable` elsewhere."""
    return tr(text)


def counted(number: int, singular: str, plural: str, **values: object) -> str:
    """A message in the grammatical number of ``number``, which also fills ``{count}``.

    A language with more forms than two has them in its translation of ``plural``.
    """
    return worded(Text.counted(number, singular, plural, **values))


def worded(text: Text) -> str:
    """A message in the user's language, its numbers in the user's number format."""
    if text.number is None:
        template = tr(text.template)
    else:
        template = QCoreApplication.translate(TRANSLATION_CONTEXT, text.template, None, text.number)
        if template == text.template and text.number == 1:
            template = text.singular
    values = {name: _worded_value(value) for name, value in text.values.items()}
    return LocalFormatter().vformat(template, (), values) if values else template


def _worded_value(value: object) -> object:
    """A value of a message; texts among them are worded themselves."""
    if isinstance(value, TextList):
        return "; ".join(worded(text) for text in value)
    if isinstance(value, SomeNames):
        value = value.text
    return worded(value) if isinstance(value, Text) else value
