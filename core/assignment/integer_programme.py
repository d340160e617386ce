"""The integer programme over candidate pairs: nobody is divided, limits are kept exactly."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..background import run_cancellable
from ..libraries import optimize, sparse
from ..progress import Progress
from .candidate_pairs import CandidatePairs, move_matrix, one_place_rows
from .normalised import NormalisedProblem

_INFEASIBLE = 2
"""Status of SciPy's ``milp``: proved to have no answer."""
# Usually reached before the time, so that an answer does not depend on how fast or busy the
# computer is; hard programmes get a larger choice of pairs instead of more nodes.
_NODES = 150
# Whole weights below this part of the mean would be lost in the solver's tolerance of 1e-6.
_SMALLEST_UNIT = 1e-5
# So many times its time limit, and some seconds, HiGHS is waited for. Most steps between two looks
# at its clock are short.
_PATIENCE, _PATIENCE_S = 2.0, 2.0
# Bounds of normalised totals are whole to this relative error of floating point.
_ROUNDING = 1e-12


@dataclass(frozen=True)
class IntegerAnswer:
    """Answer of the integer programme over a pairs.

    Attributes
    ----------
    labels : ndarray of int, shape (n,) or None
        Assignment, if one was found.
    bound : float
        No whole assignment over the pairs has less extra reduced cost.
    proved_impossible : bool
        Whether the pairs holds no assignment within the limits.
    """

    labels: IntArray | None
    bound: float
    proved_impossible: bool


@dataclass(frozen=True)
class IntegerProgramme:
    """Integer programme over a pairs, for any solver.

    Attributes
    ----------
    base : ndarray of int, shape (n,)
        Base centre of each customer.
    pairs : CandidatePairs
        The arcs, of which each customer takes one at most.
    cost : ndarray of float, shape (arcs,)
        Scaled cost of moving a customer along each arc.
    moves : sparse matrix, shape (limits × k, arcs)
        What that changes in the totals.
    lower, upper : ndarray of float, shape (limits × k,)
        Bounds of the change.
    resting : float
        Scaled cost of moving nobody.
    floor : float
        Scaled cost that no assignment undercuts; an answer's bound is counted from there.
    relative_gap : float
        Gap of the whole cost at which the search may stop.
    """

    base: IntArray
    pairs: CandidatePairs
    cost: FloatArray
    moves: sparse.csr_matrix
    lower: FloatArray
    upper: FloatArray
    resting: float
    floor: float
    relative_gap: float

    @classmethod
    def of(
        cls,
        problem: NormalisedProblem,
        prices: FloatArray,
        base: IntArray,
        pairs: CandidatePairs,
        *,
        floor: float,
        relative_gap: float,
        margin: float,
    ) -> IntegerProgramme:
        """IntegerProgramme of a pairs.

        Parameters
        ----------
        margin : float
            By how much (scaled) totals stay inside their bounds where there is room, because
            solvers take a small breach for none.
        """
        moves = move_matrix(problem, base, pairs)
        lower, upper = totals_inside(problem, margin)
        start = problem.totals(base)
        at_bound = np.where(prices > 0.0, problem.lower, problem.upper)
        resting = floor + float(np.sum(prices * (start - at_bound)))
        cost = np.maximum(pairs.extra, 0.0) + moves.T @ prices.ravel()
        return cls(
            base,
            pairs,
            cost,
            moves,
            (lower - start).ravel(),
            (upper - start).ravel(),
            resting,
            floor,
            relative_gap,
        )

    def whole(self, chosen: BoolArray, bound: float) -> IntegerAnswer:
        """Answer that moves customers along the chosen arcs; ``bound`` is of the whole cost."""
        labels = self.base.copy()
        labels[self.pairs.customers[chosen]] = self.pairs.centres[chosen]
        return IntegerAnswer(labels, max(bound - self.floor, 0.0), False)


def solve_integer_programme(
    programme: IntegerProgramme, seconds: float, progress: Progress
) -> IntegerAnswer:
    """Integer programme by HiGHS; after ``seconds`` the best answer so far is taken."""
    size = programme.pairs.size
    # The last variable is fixed at 1 and carries the cost of moving nobody, so that the
    # solver's relative gap is one of the whole cost.
    constraints = [
        optimize.LinearConstraint(
            sparse.hstack(
                [programme.moves, sparse.csr_matrix((programme.lower.size, 1))], format="csr"
            ),
            programme.lower,
            programme.upper,
        )
    ]
    one_place = one_place_rows(programme.pairs, 1)
    if one_place is not None:
        constraints.append(optimize.LinearConstraint(one_place, -np.inf, 1.0))
    cost = np.append(programme.cost, programme.resting)
    bounds = optimize.Bounds(np.append(np.zeros(size), 1.0), np.ones(size + 1))

    def search(presolve: bool) -> optimize.OptimizeResult:
        return optimize.milp(
            cost,
            integrality=np.append(np.ones(size), 0.0),
            bounds=bounds,
            constraints=constraints,
            options={
                "time_limit": seconds,
                "node_limit": _NODES,
                "mip_rel_gap": programme.relative_gap,
                "presolve": presolve,
            },
        )

    longest = _PATIENCE * seconds + _PATIENCE_S
    try:
        result = run_cancellable(lambda: search(True), progress, longest)
        if result.x is None and result.status == _INFEASIBLE:
            # HiGHS 1.2 (SciPy 1.10) has called small sound problems infeasible in its presolve.
            result = run_cancellable(lambda: search(False), progress, longest)
    except TimeoutError:
        return IntegerAnswer(None, 0.0, False)
    if result.x is None:
        return IntegerAnswer(None, 0.0, result.status == _INFEASIBLE)
    bound = result.mip_dual_bound
    bound = result.fun if bound is None or not np.isfinite(bound) else bound
    return programme.whole(result.x[:size] > 0.5, float(bound))


def totals_inside(problem: NormalisedProblem, margin: float) -> tuple[FloatArray, FloatArray]:
    """Bounds that the solver cannot miss by its tolerance.

    Between whole numbers nothing can lie, so bounds on totals of whole weights move outwards
    to the middle; others move inwards by the margin, where that leaves room between them.
    """
    lower, upper = problem.lower.copy(), problem.upper.copy()
    for row, limit in enumerate(problem.limits):
        unit = 1.0 / problem.weight_scales[row]
        if limit.is_count or (unit > _SMALLEST_UNIT and limit.is_whole):
            least, most = lower[row] / unit, upper[row] / unit
            lower[row] = (np.ceil(least - _ROUNDING * (1.0 + least)) - 0.4) * unit
            upper[row] = (np.floor(most + _ROUNDING * (1.0 + most)) + 0.4) * unit
            continue
        room = upper[row] - lower[row] > 4.0 * margin
        lower[row] += np.where(room & (lower[row] > 0.0), margin, 0.0)
        upper[row] -= np.where(room, margin, 0.0)
    return lower, upper
