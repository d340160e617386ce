"""What the reader of the code may take for granted, and the type checker too."""

from __future__ import annotations

from typing import TypeVar

Value = TypeVar("Value")


def certain(value: Value | None) -> Value:
    """A value that cannot be None here by the logic of the caller.

    Raises
    ------
    AssertionError
        If it is all the same: a defect, also where Python leaves out ``assert``.
    """
    if value is None:
        raise AssertionError("a value is missing that must be there")
    return value
