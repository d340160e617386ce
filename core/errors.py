"""Errors that are written for the user: what is wrong, where, and what to do."""

from __future__ import annotations

from typing import TypeVar

from .some_names import MAX_NAMED_IDS, name_some
from .texts import Text

__all__ = ["MAX_NAMED_IDS", "InfeasibleProblem", "InvalidInput", "TerritoryError", "name_some"]

Error = TypeVar("Error", bound="TerritoryError")


class TerritoryError(ValueError):
    """Base of all errors whose message is shown to the user as it stands.

    Parameters
    ----------
    template : str or Text
        Message with ``{name}`` placeholders, so that the boundary can translate it.
    **values
        What the placeholders stand for.
    """

    def __init__(self, template: str | Text, **values: object) -> None:
        self.text = template if isinstance(template, Text) else Text(template, values)
        super().__init__(str(self.text))

    @classmethod
    def counted(  # noqa: PYI019 - Self would need another library
        cls: type[Error], number: int, singular: str, plural: str, **values: object
    ) -> Error:
        """An error whose message depends on a number, which is also its value ``count``."""
        return cls(Text.counted(number, singular, plural, **values))


class InvalidInput(TerritoryError):
    """The data cannot be used as given (wrong type, negative weight, unknown id, …)."""


class InfeasibleProblem(TerritoryError):
    """The data are sound, but no plan can fulfil all rules; the message gives the numbers."""
