"""The first few of many ids, as messages name them."""

from __future__ import annotations

from collections.abc import Sequence

from .texts import Text

# Enough to find the features, few enough for one line.
MAX_NAMED_IDS = 5


class SomeNames(str):
    """Names for a message, which the boundary can word in the user's language.

    Attributes
    ----------
    text : Text
        The same in its parts.
    """

    __slots__ = ("text",)
    text: Text


def name_some(ids: Sequence[object], limit: int = MAX_NAMED_IDS) -> str:
    """List the first ids for a message: ``"3, 17, 20, … (12 in all)"``."""
    shown = ", ".join(str(value) for value in ids[:limit])
    if len(ids) <= limit:
        return shown
    text = Text.of("{shown}, … ({total} in all)", shown=shown, total=len(ids))
    names = SomeNames(text)
    names.text = text
    return names
