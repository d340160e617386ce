"""The balance criteria: whether there is anything to balance, and how much each one matters."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..arrays import FloatArray
from ..errors import InvalidInput


def refuse_zero_totals(weights: FloatArray, names: Sequence[str]) -> None:
    """Refuse criteria (n, c) in which there is nothing to balance.

    ``names`` are the fields and expressions that give them.

    Raises
    ------
    InvalidInput
    """
    empty = [name for name, total in zip(names, weights.sum(axis=0)) if total <= 0.0]
    if empty:
        raise InvalidInput.counted(
            len(empty),
            "“Fields to balance” (BALANCE_FIELDS, BALANCE_EXPRESSIONS): {fields} is 0 or NULL in "
            "every area, so that there is nothing to balance. Choose another field or expression.",
            "“Fields to balance” (BALANCE_FIELDS, BALANCE_EXPRESSIONS): {fields} are 0 or NULL in "
            "every area, so that there is nothing to balance. Choose other fields or expressions.",
            fields=", ".join(f"'{name}'" for name in empty),
        )


def criterion_shares(text: str, count: int) -> FloatArray:
    """Relative importance (count,) of the balance criteria, which sums to 1.

    Parameters
    ----------
    text : str
        Numbers like "2,1"; nothing for equal shares.
    count : int
        Number of criteria.

    Raises
    ------
    InvalidInput
        If the text is no list of so many numbers from 0.
    """
    text = text.strip()
    if not text:
        return np.full(count, 1.0 / count)
    try:
        shares = np.array([float(part) for part in text.replace(";", ",").split(",")])
    except ValueError as error:
        raise InvalidInput(
            "“Importance of each balance field” (BALANCE_WEIGHTS) '{text}' is not a list of "
            "numbers like 2,1. Give one number for each field, with commas between them.",
            text=text,
        ) from error
    if len(shares) != count:
        raise InvalidInput(
            "“Importance of each balance field” (BALANCE_WEIGHTS) '{text}' holds {given} numbers, "
            "but the number of criteria is {count}. Give one number for each.",
            text=text,
            given=len(shares),
            count=count,
        )
    if not (np.isfinite(shares).all() and (shares >= 0.0).all() and shares.sum() > 0.0):
        raise InvalidInput(
            "“Importance of each balance field” (BALANCE_WEIGHTS) '{text}' must be 0 or more, and "
            "not all 0. Give numbers like 2,1.",
            text=text,
        )
    whole: FloatArray = shares / shares.sum()
    return whole
