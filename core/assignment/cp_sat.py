"""The integer programme in the whole numbers that CP-SAT works with."""

from __future__ import annotations

import numpy as np

from ..workers import Message
from .integer_programme import IntegerAnswer, IntegerProgramme

# The gap is relative to the whole cost, of which one level is then about 1e-12.
_COST_LEVELS = 1 << 40
# A single cost beyond this would overflow CP-SAT's sums.
_LARGEST_COST = 1 << 42
# Nine digits of a weight, so that rounding stays below the margin of the limits.
_WEIGHT_LEVELS = 1 << 30
# In place of no bound: beyond every normalised total, within 64 bits at these levels.
_NO_BOUND = 1e8


def integer_message(programme: IntegerProgramme, effort: float, seconds: float) -> Message:
    """An integer programme in whole numbers.

    Parameters
    ----------
    effort : float
        Work after which the search ends, in CP-SAT's deterministic time.
    seconds : float
        Time after which it ends in any case.
    """
    moves = programme.moves.tocsr()
    levels = float(_COST_LEVELS) / max(abs(programme.resting), 1e-300)
    largest = float(np.abs(programme.cost).max(initial=0.0)) * levels
    levels *= min(1.0, float(_LARGEST_COST) / max(largest, 1.0))
    scale = float(_WEIGHT_LEVELS)
    return {
        "kind": "whole",
        "cost": np.round(programme.cost * levels).astype(np.int64),
        "resting": round(programme.resting * levels),
        "levels": levels,
        "row_ends": moves.indptr.astype(np.int64),
        "columns": moves.indices.astype(np.int64),
        "values": np.round(moves.data * scale).astype(np.int64),
        "lower": np.ceil(np.maximum(programme.lower, -_NO_BOUND) * scale).astype(np.int64),
        "upper": np.floor(np.minimum(programme.upper, _NO_BOUND) * scale).astype(np.int64),
        "customers": programme.pairs.customers,
        "relative_gap": programme.relative_gap,
        "effort": effort,
        "seconds": seconds,
    }


def read_integer_answer(
    programme: IntegerProgramme, message: Message, answer: Message
) -> IntegerAnswer:
    """Answer to :func:`integer_message` as an assignment."""
    if answer["status"] != "solved":
        return IntegerAnswer(None, 0.0, answer["status"] == "impossible")
    # Each chosen arc's cost is rounded by half a level at most.
    rounding = 0.5 * (programme.pairs.size + 1)
    bound = (float(answer["bound"]) - rounding) / float(message["levels"])
    return programme.whole(np.asarray(answer["chosen"]), bound)
