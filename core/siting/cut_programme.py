"""The p-median as an integer programme that is cut to what a better choice could use.

At the multipliers of a relaxation each pair of demand and candidate has a price: by how much the
bound rises if that candidate opens and serves that demand. Pairs whose price lifts the bound to
a known choice's cost are in no better choice, so the programme without them loses nothing. What
is left with many homes are a dozen candidates for each demand, and HiGHS solves that (in the way
of Avella, Sassano and Vasil'ev, Computational study of large-scale p-median problems,
Mathematical Programming 109, 2007).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..background import run_cancellable
from ..libraries import optimize, sparse
from ..progress import SILENT, Progress
from .near_candidates import NearCandidates
from .subgradient import RelaxedBound

_INFEASIBLE = 2
"""Status of SciPy's ``milp``: proved to have no answer."""


@dataclass(frozen=True)
class CutProgrammeRules:
    """How large the programmes may be, and how long they may take.

    Attributes
    ----------
    sizes : tuple of int
        Pairs per demand of one programme after the other: the first finds a choice that is all but
        the best, the others prove it.
    most_pairs : int
        Pairs up to which the largest of them are tried: some ten seconds.
    always : int
        Pairs per demand that are tried however many demands there are.
    node_work : float
        Pairs × nodes after which the search for whole answers ends, so that it does not depend
        on the clock.
    least_nodes, most_nodes : int
        Nodes in any case.
    seconds : float
        A guard against programmes that the solver does not get along with.
    """

    sizes: tuple[int, ...] = (4, 12, 36)
    most_pairs: int = 40_000
    always: int = 12
    node_work: float = 4e6
    least_nodes: int = 50
    most_nodes: int = 2000
    seconds: float = 300.0

    def pairs(self, demands: int) -> list[int]:
        """Pairs of one programme after the other."""
        return [
            size * demands
            for size in self.sizes
            if size <= self.always or size * demands <= self.most_pairs
        ]


RULES = CutProgrammeRules()


@dataclass(frozen=True)
class CutAnswer:
    """What a cut programme says.

    Attributes
    ----------
    chosen : ndarray of int, shape (count,), or None
        The best choice that was found, ascending.
    bound : float
        No choice costs less; at most the threshold of the cut.
    """

    chosen: IntArray | None
    bound: float


@dataclass(frozen=True)
class CutPrices:
    """By how much pairs and candidates lift the bound of a relaxation.

    Attributes
    ----------
    near : NearCandidates
    relaxed : RelaxedBound
        Bound of the whole problem.
    count : int
        How many candidates open.
    forced : ndarray of int
        Those that are open in any case.
    pairs : ndarray of float, shape (n, K)
        Price of serving each demand from each near candidate.
    opening, closing : ndarray of float, shape (m,)
        Price of opening each candidate, and of leaving it closed.
    """

    near: NearCandidates
    relaxed: RelaxedBound
    count: int
    forced: IntArray
    pairs: FloatArray
    opening: FloatArray
    closing: FloatArray

    @classmethod
    def of(
        cls, near: NearCandidates, relaxed: RelaxedBound, count: int, forced: IntArray
    ) -> CutPrices:
        """Prices from the reduced sums of a relaxation."""
        free = np.ones(near.candidate_count, dtype=bool)
        free[forced] = False
        ordered = np.sort(relaxed.reduced[free])
        opened = count - forced.size
        last_open = ordered[opened - 1] if opened else -np.inf
        first_closed = ordered[opened] if opened < ordered.size else np.inf
        opening = np.where(free, np.maximum(relaxed.reduced - last_open, 0.0), 0.0)
        closing = np.where(free, np.maximum(first_closed - relaxed.reduced, 0.0), np.inf)
        serving = np.maximum(near.cost - relaxed.multipliers[:, None], 0.0)
        return cls(near, relaxed, count, forced, serving + opening[near.index], opening, closing)

    def threshold(self, pairs: int) -> float:
        """Cost of choices below which so many pairs could be in use."""
        prices = self.pairs.ravel()
        if pairs >= prices.size:
            return np.inf
        return self.relaxed.value + float(np.partition(prices, pairs)[pairs])

    def programme(self, threshold: float) -> CutProgramme:
        """The programme with all that choices cheaper than the threshold could use."""
        room = threshold - self.relaxed.value
        allowed = self.opening < room
        kept = (self.pairs < room) & allowed[self.near.index]
        farther = self.near.beyond - self.relaxed.multipliers < room
        open_anyway = self.closing >= room
        # In costs of an average demand, whose size the solver's tolerances are made for.
        unit = self.relaxed.value / len(self.pairs)
        return CutProgramme(
            self.near, self.count, unit if unit > 0.0 else 1.0, kept, farther, allowed, open_anyway
        )


@dataclass(frozen=True)
class CutProgramme:
    """Which pairs and candidates take part.

    Attributes
    ----------
    near : NearCandidates
    count : int
    unit : float
        What counts as 1 in the solver.
    kept : ndarray of bool, shape (n, K)
        Pairs.
    farther : ndarray of bool, shape (n,)
        Demands that may be served from candidates beyond their list. In the programme they are
        at the cost of the next candidate whichever is open, which can only lower the bound.
    allowed, open_anyway : ndarray of bool, shape (m,)
        Candidates that may open, and that do.
    """

    near: NearCandidates
    count: int
    unit: float
    kept: BoolArray
    farther: BoolArray
    allowed: BoolArray
    open_anyway: BoolArray

    @property
    def pair_count(self) -> int:
        return int(self.kept.sum())

    def solved(self, threshold: float, progress: Progress = SILENT) -> CutAnswer:
        """The best choice of the programme, and what follows for all choices.

        Raises
        ------
        Cancelled
        """
        fits = self.open_anyway.sum() <= self.count <= self.allowed.sum()
        if not fits or not (self.kept.any(axis=1) | self.farther).all():
            return CutAnswer(None, threshold)
        candidates = np.flatnonzero(self.allowed)
        size = candidates.size
        cost, constraints = self._constraints(candidates)
        lower = np.zeros(cost.size)
        lower[:size] = self.open_anyway[candidates]
        whole = np.zeros(cost.size)
        whole[:size] = 1.0
        nodes = np.clip(RULES.node_work / max(cost.size, 1), RULES.least_nodes, RULES.most_nodes)

        def search(presolve: bool) -> optimize.OptimizeResult:
            return optimize.milp(
                cost,
                integrality=whole,
                bounds=optimize.Bounds(lower, np.ones(cost.size)),
                constraints=constraints,
                options={
                    "node_limit": int(nodes),
                    "time_limit": RULES.seconds,
                    "mip_rel_gap": 0.0,
                    "presolve": presolve,
                },
            )

        answer = run_cancellable(lambda: search(True), progress)
        if answer.status == _INFEASIBLE:
            # HiGHS 1.2 (SciPy 1.10) has called small sound problems infeasible in its presolve.
            answer = run_cancellable(lambda: search(False), progress)
        if answer.status == _INFEASIBLE:
            return CutAnswer(None, threshold)
        bound = answer.mip_dual_bound
        known = bound is not None and np.isfinite(bound)
        bound = min(float(bound) * self.unit, threshold) if known else 0.0
        if answer.x is None:
            return CutAnswer(None, bound)
        return CutAnswer(candidates[answer.x[:size] > 0.5], bound)

    def _constraints(
        self, candidates: IntArray
    ) -> tuple[FloatArray, list[optimize.LinearConstraint]]:
        """Costs of the variables, and what holds between them.

        The variables are first the candidates (open or not), then the pairs, then demands that
        are served from farther away.
        """
        near = self.near
        demand, place = np.nonzero(self.kept)
        elsewhere = np.flatnonzero(self.farther)
        number = np.full(near.candidate_count, -1)
        number[candidates] = np.arange(candidates.size)
        size, pairs = candidates.size, demand.size
        pair = np.arange(pairs)
        columns = size + pairs + elsewhere.size
        served = np.concatenate([demand, elsewhere])
        serve = sparse.csr_matrix(
            (np.ones(served.size), (served, size + np.arange(served.size))),
            shape=(len(near.cost), columns),
        )
        link = sparse.csr_matrix(
            (
                np.repeat([1.0, -1.0], pairs),
                (
                    np.concatenate([pair, pair]),
                    np.concatenate([size + pair, number[near.index[demand, place]]]),
                ),
            ),
            shape=(pairs, columns),
        )
        total = sparse.csr_matrix(
            (np.ones(size), (np.zeros(size, dtype=np.int64), np.arange(size))), shape=(1, columns)
        )
        cost = np.concatenate([np.zeros(size), near.cost[demand, place], near.beyond[elsewhere]])
        return cost / self.unit, [
            optimize.LinearConstraint(serve, 1.0, 1.0),
            optimize.LinearConstraint(link, -np.inf, 0.0),
            optimize.LinearConstraint(total, self.count, self.count),
        ]
