"""How many centres: the curve of objective against count, and a recommendation."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..arrays import FloatArray


def improvement_pct(objectives: Sequence[float]) -> FloatArray:
    """Fall of each objective against the one before it, in percent; 0 for the first."""
    values = np.asarray(objectives, dtype=float)
    before = np.concatenate([values[:1], values[:-1]])
    with np.errstate(invalid="ignore", divide="ignore"):
        return np.where(before > 0.0, 100.0 * (before - values) / before, 0.0)


def recommended_count(
    counts: Sequence[int], objectives: Sequence[float], opening_cost: float = 0.0
) -> int:
    """Count that the curve speaks for.

    With an opening cost, the count with the least total (objective + count × opening cost).
    Without, the knee of the curve: the count farthest below the straight line from the
    curve's first to its last point, both axes scaled to 0…1 (Satopää et al., "Finding a
    kneedle in a haystack", 2011). A rising objective is first replaced by the least one of
    fewer centres, so that one bad count makes no knee. A curve without a knee (two counts,
    or nowhere below the line) speaks for the least objective.

    Parameters
    ----------
    counts : sequence of int
        Ascending.
    objectives : sequence of float
        Objective of each count.
    opening_cost : float
        Cost of one centre in the unit of the objective (demand × metres).
    """
    x = np.asarray(counts, dtype=float)
    values = np.asarray(objectives, dtype=float)
    if opening_cost > 0.0:
        return int(counts[int(np.argmin(values + opening_cost * x))])
    curve = np.minimum.accumulate(values)
    fall = curve[0] - curve[-1]
    if len(x) >= 3 and fall > 0.0:
        along = (x - x[0]) / (x[-1] - x[0])
        below = 1.0 - along - (curve - curve[-1]) / fall
        knee = int(np.argmax(below))
        if below[knee] > 1e-9:
            return int(counts[knee])
    return int(counts[int(np.argmin(values))])
