"""Words for the user, which the boundary can translate before it fills in the values.

Templates are literals at the place where they are said, so that the translator's extractor
(``tools/translations.py``) finds them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Text:
    """A message in its parts; ``str`` gives the untranslated whole.

    Attributes
    ----------
    template : str
        With ``{name}`` placeholders.
    values : mapping
        What the placeholders stand for.
    singular : str
        The template for exactly one; "" where the message does not depend on a number.
    number : int or None
        The number on which it depends.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)
    singular: str = ""
    number: int | None = None

    @classmethod
    def of(cls, template: str, **values: object) -> Text:
        """The text of a template and its values."""
        return cls(template, values)

    @classmethod
    def counted(cls, number: int, singular: str, plural: str, **values: object) -> Text:
        """A text in the grammatical number of ``number``, which is also the value ``count``."""
        return cls(plural, {"count": number, **values}, singular, number)

    def __str__(self) -> str:
        template = self.singular if self.number == 1 else self.template
        return template.format(**self.values) if self.values else template


class TextList(tuple[Text, ...]):
    """Texts that stand in a message one after the other, separated by semicolons.

    As a value of a :class:`Text` each of them is translated by itself.
    """

    __slots__ = ()

    def __str__(self) -> str:
        return "; ".join(str(text) for text in self)

    def __format__(self, specification: str) -> str:
        return format(str(self), specification)


class Figure(float):
    """A number with the way in which a message writes it.

    It stays a number, so that the boundary can write it with the user's separators.

    Attributes
    ----------
    specification : str
        Of Python's ``format``, such as ",.1f".
    """

    __slots__ = ("specification",)
    specification: str

    def __new__(cls, value: float, specification: str) -> Figure:  # noqa: PYI034, needs 3.11
        figure = super().__new__(cls, value)
        figure.specification = specification
        return figure

    def __format__(self, specification: str) -> str:
        return float.__format__(self, specification or self.specification)

    def __str__(self) -> str:
        return format(self, "")


def readable(value: float) -> Figure:
    """Number for a message: whole where it is, else with four digits that matter."""
    rounded = round(float(value))
    if abs(value - rounded) < 1e-6 * max(abs(value), 1.0):
        return Figure(float(rounded), ",.0f")
    return Figure(value, ",.4g" if abs(value) < 10_000 else ",.1f")
