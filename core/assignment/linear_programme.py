"""The linear programme over candidate pairs: customers may be divided, prices improve."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import numpy as np

from ..arrays import FloatArray, IntArray
from ..background import run_cancellable
from ..errors import InfeasibleProblem
from ..libraries import optimize, sparse
from ..progress import Progress
from .candidate_pairs import CandidatePairs, move_matrix, one_place_rows
from .normalised import NormalisedProblem

# A share this close to 0 or 1 is the solver's rounding (HiGHS keeps bounds to 1e-7).
_WHOLE = 1e-7
# A safeguard: such a programme takes milliseconds to seconds.
_LONGEST_S = 60.0


@dataclass(frozen=True)
class LinearAnswer:
    """Answer of the linear programme over a pairs.

    Attributes
    ----------
    shares : ndarray of float, shape (arcs,)
        How much of each customer goes along each arc.
    change : ndarray of float, shape (limits, k)
        Change of the prices.
    shortfall : ndarray of float, shape (limits, k)
        By how much totals miss their bounds (> 0 too little, < 0 too much).
    """

    shares: FloatArray
    change: FloatArray
    shortfall: FloatArray

    @property
    def whole(self) -> bool:
        """Whether no customer is divided."""
        return bool(np.all((self.shares < _WHOLE) | (self.shares > 1.0 - _WHOLE)))


def solve_linear_programme(
    problem: NormalisedProblem,
    prices: FloatArray,
    base: IntArray,
    pairs: CandidatePairs,
    box: float,
    progress: Progress,
) -> LinearAnswer:
    """Linear programme over a pairs; prices may change by ``box`` at most.

    Missing a bound by one unit costs ``box``, which limits the change of the prices (the
    box-step method of Marsten, Hogan and Blankenship 1975) and keeps the programme feasible.
    """
    moves = move_matrix(problem, base, pairs)
    cells = prices.size
    identity = sparse.identity(cells, format="csr")
    equalities = sparse.hstack([moves, -identity, identity, -identity], format="csr")
    one_place = one_place_rows(pairs, 3 * cells)
    result = solved_by_highs(
        lambda method: optimize.linprog(
            np.concatenate([pairs.extra, prices.ravel(), np.full(2 * cells, box)]),
            A_eq=equalities,
            b_eq=-problem.totals(base).ravel(),
            A_ub=one_place,
            b_ub=None if one_place is None else np.ones(one_place.shape[0]),
            bounds=np.concatenate(
                [
                    np.tile([0.0, 1.0], (pairs.size, 1)),
                    np.column_stack([problem.lower.ravel(), problem.upper.ravel()]),
                    np.tile([0.0, np.inf], (2 * cells, 1)),
                ]
            ),
            method=method,
            options={"time_limit": _LONGEST_S},
        ),
        ("highs-ds", "highs-ipm"),
        progress,
    )
    lacking, exceeding = result.x[pairs.size + cells :].reshape(2, *prices.shape)
    return LinearAnswer(
        np.clip(result.x[: pairs.size], 0.0, 1.0),
        np.asarray(result.eqlin.marginals).reshape(prices.shape),
        lacking - exceeding,
    )


def solved_by_highs(
    programme: Callable[[str], optimize.OptimizeResult],
    methods: Sequence[str],
    progress: Progress,
) -> optimize.OptimizeResult:
    """Answer of the first of HiGHS's methods that has one.

    Where numbers of very different size meet, one method may give up on a programme that is
    feasible by construction, and the other solve it.

    Parameters
    ----------
    programme : callable
        Solves the programme with a method of SciPy's ``linprog``.

    Raises
    ------
    InfeasibleProblem
        If none has an answer.
    Cancelled
    """
    message = ""
    for method in methods:
        result = run_cancellable(partial(programme, method), progress)
        if result.x is not None:
            return result
        message = str(result.message)
    raise InfeasibleProblem(
        "The solver HiGHS gave up on these limits ({reason}). Widen them a little, or try another "
        "random seed.",
        reason=message,
    )
