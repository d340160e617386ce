"""Words for the user, which the boundary can translate before it fills in the values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Text:
    """A message in its two parts; ``str`` gives the untranslated whole.

    Attributes
    ----------
    template : str
        With ``{name}`` placeholders.
    values : mapping
        What the placeholders stand for.
    """

    template: str
    values: Mapping[str, object] = field(default_factory=dict)

    @classmethod
    def of(cls, template: str, **values: object) -> Text:
        """The text of a template and its values."""
        return cls(template, values)

    def __str__(self) -> str:
        return self.template.format(**self.values) if self.values else self.template
