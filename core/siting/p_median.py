"""Weighted p-median: open p candidates so that total weighted cost is least.

With many homes a relaxation leaves so few pairs that an integer programme finds the best choice
(:mod:`.many_medians`). With few, branch and bound on a relaxation (:mod:`.branch_and_bound`) mostly
finds and proves it at once. Where it does not, variable neighbourhood search (Hansen and
Mladenović, Location Science 5, 1997) over best-swap descents looks for better choices, and branch
and bound goes on with them; its Lagrangian bound says how far from the optimum they can be at most.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import FloatArray, IntArray
from ..progress import SILENT, Progress
from .branch_and_bound import BranchAndBound, Proof, ProofEffort
from .few_choices import best_of_all
from .many_medians import proof_with_many_homes
from .median_problem import MedianProblem, SiteChoice
from .subgradient import subgradient_bound
from .swap_search import SwapState, greedy_choice


@dataclass(frozen=True)
class SearchEffort:
    """How long the search for a median may go on, by work rather than by the clock.

    A clock would make runs depend on the machine. With these OR-Library's 40 instances end as
    docs/benchmarks.md shows.

    Attributes
    ----------
    shakes : int
        Shakes of the best choice before the search ends, at most.
    shakes_per_candidate : int
        Shakes for each candidate before it ends: OR-Library's smallest instances have 100.
    work : float
        Cost entries to look at before the search ends.
    proof_work : float
        Cost entries that steps of relaxations look at before the search, and again after it, before
        the gap stays open; without a proof at the end, a third of them before the search.
    nodes : int
        Subproblems of branch and bound, likewise.
    entries : float
        Size of the cost matrix for which that is meant; for larger ones it grows with them.
    """

    shakes: int = 1200
    shakes_per_candidate: int = 12
    work: float = 4e8
    proof_work: float = 16e8
    nodes: int = 200
    entries: float = 1e6

    def times(self, factor: float) -> SearchEffort:
        """More or less of it."""
        return replace(
            self,
            shakes=int(factor * self.shakes),
            work=factor * self.work,
            proof_work=factor * self.proof_work,
            nodes=int(factor * self.nodes),
        )

    def for_size(self, demands: int, candidates: int) -> SearchEffort:
        """The effort for a cost matrix of that size."""
        larger = max(1.0, demands * candidates / self.entries)
        return replace(
            self,
            shakes=min(self.shakes, self.shakes_per_candidate * candidates),
            work=larger * self.work,
            proof_work=larger * self.proof_work,
        )

    def of_proof(self, exact: bool) -> ProofEffort:
        """That of branch and bound before the search, and after it."""
        return ProofEffort(self.nodes, self.proof_work if exact else self.proof_work / 3.0)


def solve_p_median(
    problem: MedianProblem,
    rng: np.random.Generator,
    *,
    exact: bool = True,
    effort: SearchEffort | None = None,
    progress: Progress = SILENT,
) -> SiteChoice:
    """Choose the candidates with the least total weighted cost.

    Parameters
    ----------
    problem : MedianProblem
    rng : numpy.random.Generator
        Source of all random decisions.
    exact : bool
        Whether to go on after the search until the choice is proven, if that can be done;
        otherwise a bound is told only where one came by the way.
    effort : SearchEffort, optional

    Raises
    ------
    InfeasibleProblem
        No choice was found that reaches all demands.
    Cancelled
        Cancelled before there was a choice that reaches all demands.
    """
    effort = effort or SearchEffort()
    chosen, lower, status = _search(problem, rng, exact, effort, progress)
    choice = problem.choice(chosen, None, lower, status)
    problem.refuse_unreached(choice, progress)
    return choice


def median_bound(problem: MedianProblem, choice: SiteChoice, progress: Progress = SILENT) -> float:
    """What no choice of as many candidates comes below, by subgradient steps alone."""
    if problem.count == problem.candidate_count:
        return choice.objective
    weighted = problem.weighted
    if not weighted.size:
        return 0.0
    upper = float(weighted[:, choice.chosen].min(axis=1).sum())
    bound = subgradient_bound(weighted, problem.count, upper, progress=progress)
    return min(max(0.0, bound.value), choice.objective)


def _search(
    problem: MedianProblem,
    rng: np.random.Generator,
    exact: bool,
    effort: SearchEffort,
    progress: Progress,
) -> tuple[IntArray, float, str]:
    weighted, count = problem.weighted, problem.count
    fixed = np.unique(problem.fixed)
    n, m = weighted.shape
    if n == 0 or count == m:
        chosen = np.union1d(fixed, np.setdiff1d(np.arange(m), fixed)[: count - fixed.size])
        lower = float(weighted[:, chosen].min(axis=1).sum()) if n else 0.0
        return chosen, lower, "optimal"
    start = _start(weighted, count, fixed, progress)
    best = None if progress.is_cancelled() else best_of_all(weighted, count, fixed)
    if best is not None:
        # Of choices that cost the same, the one to which the descent from the first one leads.
        state = SwapState(weighted, start)
        state.descend(np.arange(fixed.size), progress)
        chosen = np.sort(state.chosen if state.objective <= best[1] * (1.0 + 1e-12) else best[0])
        return chosen, float(weighted[:, chosen].min(axis=1).sum()), "optimal"
    limit = effort.for_size(n, m)
    known = None
    if exact:
        known = proof_with_many_homes(weighted, start, fixed.size, progress.part(0.0, 0.4))
        if known is not None and (known.closed or progress.is_cancelled()):
            return _outcome(known, progress)
    state = SwapState(weighted, start if known is None else known.chosen)
    state.descend(np.arange(fixed.size), progress)
    proof = BranchAndBound(weighted, state.chosen, state.objective, fixed=fixed, known=known)
    proof.go_on(limit.of_proof(exact), progress.part(0.4, 0.6))
    if not (proof.closed or progress.is_cancelled()):
        state = variable_neighbourhood_search(
            SwapState(weighted, proof.chosen),
            rng,
            movable=np.arange(fixed.size, count),
            effort=limit,
            progress=progress.part(0.6, 0.8),
        )
        proof.offer(state.chosen, state.objective)
        if exact:
            proof.go_on(limit.of_proof(exact), progress.part(0.8, 1.0))
    return _outcome(proof.proof(), progress)


def _outcome(proof: Proof, progress: Progress) -> tuple[IntArray, float, str]:
    """Choice, lower bound and status."""
    status = "optimal" if proof.closed else "cancelled" if progress.is_cancelled() else "feasible"
    return np.sort(proof.chosen), max(0.0, proof.lower_bound), status


def _start(weighted: FloatArray, count: int, fixed: IntArray, progress: Progress) -> IntArray:
    if fixed.size == 0:
        return greedy_choice(weighted, count, progress)
    served = np.minimum(weighted, weighted[:, fixed].min(axis=1)[:, None])
    added = greedy_choice(served, min(count + fixed.size, served.shape[1]), progress).tolist()
    new = [c for c in added if c not in set(fixed.tolist())][: count - fixed.size]
    return np.concatenate([fixed, np.array(new, dtype=np.int64)])


def variable_neighbourhood_search(
    state: SwapState,
    rng: np.random.Generator,
    *,
    movable: IntArray,
    effort: SearchEffort,
    progress: Progress = SILENT,
) -> SwapState:
    """Shake the best choice ever harder, descend, and start over from what is better.

    Parameters
    ----------
    state : SwapState
        Where to start.
    movable : array of int
        Slots that may be closed.
    effort : SearchEffort
        When to stop.
    """
    count = state.chosen.size
    fixed = np.setdiff1d(np.arange(count), movable)
    state.descend(fixed, progress)
    best, depth = state, 1
    largest = int(min(max(2, movable.size // 2), 24, max(movable.size, 1)))
    spent = state.work
    for shake in range(effort.shakes if movable.size else 0):
        if progress.is_cancelled() or spent > effort.work:
            break
        if shake % 32 == 0:
            progress.report(max(shake / effort.shakes, spent / effort.work))
        trial = best.copy()
        before = trial.work
        for _ in range(depth):
            closed = np.flatnonzero(~trial.is_open())
            candidate = int(closed[rng.integers(closed.size)])
            slot = int(movable[rng.integers(movable.size)])
            trial.swap(slot, candidate)
        trial.descend(fixed, progress)
        spent += trial.work - before
        if trial.objective < best.objective * (1.0 - 1e-12):
            best, depth = trial, 1
        else:
            if trial.objective == best.objective:
                best = trial
            depth = depth + 1 if depth < largest else 1
    progress.report(1.0)
    return best
