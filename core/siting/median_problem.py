"""The p-median problem: which of the candidates are homes, and what a choice costs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from ..arrays import FloatArray, IntArray
from ..errors import InfeasibleProblem, InvalidInput, name_some
from ..progress import Progress

_UNREACHABLE_FACTOR = 1e4
"""Pairs without a route count so many times the dearest known one: far beyond any detour."""

PROVEN_GAP = 1e-9
"""Share of the objective below which a gap is rounding: the choice counts as proven."""

UNSERVED = -1
"""In place of a home: no chosen home reaches the demand."""


def _nobody() -> IntArray:
    return np.empty(0, dtype=np.int64)


@dataclass(frozen=True)
class MedianProblem:
    """Choose ``count`` of m candidates so that n demands are served at least weighted cost.

    Parameters
    ----------
    cost : ndarray, shape (n, m)
        Cost of serving each demand from each candidate (metres or seconds); ``inf`` where
        there is no route.
    count : int
        How many candidates to choose.
    weights : ndarray, shape (n,)
        Weight per demand, at least 0. Demands of weight 0 are served, but cost nothing.
    demand_ids : sequence, optional
        Names of the demands, for messages; 1 to n without.
    fixed : ndarray of int
        Candidates that must be chosen, none by default.

    Raises
    ------
    InvalidInput
        Negative or missing weights or costs, sizes that do not fit, or more fixed candidates
        than homes.
    InfeasibleProblem
        More homes than candidates, or demands that no candidate reaches.
    """

    cost: FloatArray
    count: int
    weights: FloatArray
    demand_ids: Sequence[object] | None = None
    fixed: IntArray = field(default_factory=_nobody)

    def __post_init__(self) -> None:
        n, m = self.cost.shape
        bad = int((~(self.cost >= 0.0)).sum())
        if bad:
            raise InvalidInput.counted(
                bad,
                "{count} cost is negative or missing. Every cost must be 0 or more.",
                "{count} costs are negative or missing. Every cost must be 0 or more.",
            )
        weights = self.weights
        if weights.shape != (n,) or not np.isfinite(weights).all() or (weights < 0.0).any():
            raise InvalidInput("Weights must be finite, at least 0, and one for each of {n}.", n=n)
        refuse_more_homes_than_candidates(self.count, m)
        lost = np.flatnonzero((weights > 0.0) & ~np.isfinite(self.cost).any(axis=1))
        if lost.size:
            raise InfeasibleProblem.counted(
                lost.size,
                "{count} place cannot be reached from any candidate: {ids}. Remove it, add "
                "candidates near it, or correct the cost matrix (COST_MATRIX).",
                "{count} places cannot be reached from any candidate: {ids}. Remove them, add "
                "candidates near them, or correct the cost matrix (COST_MATRIX).",
                ids=self.name(lost),
            )
        if self.fixed.size > self.count:
            raise InvalidInput(
                "{fixed} homes are fixed, but only {count} are to be chosen. Raise the number of "
                "representatives (COUNT).",
                fixed=self.fixed.size,
                count=self.count,
            )

    @property
    def candidate_count(self) -> int:
        """Number m of candidates."""
        return int(self.cost.shape[1])

    def name(self, rows: IntArray) -> str:
        """Ids of some demands, for a message."""
        ids = self.demand_ids
        return name_some([int(row) + 1 if ids is None else ids[row] for row in rows])

    @property
    def is_complete(self) -> bool:
        """Whether every demand that counts can be reached from every candidate."""
        return bool(np.isfinite(self.cost[self.weights > 0.0]).all())

    @cached_property
    def weighted(self) -> FloatArray:
        """Costs × weights of the demands that count, finite, shape (n', m).

        Pairs without a route cost far more than all others, so that the search avoids them.
        """
        return weighted_costs(self.cost, self.weights)

    def choice(
        self, chosen: IntArray, labels: IntArray | None, lower_bound: float, status: str
    ) -> SiteChoice:
        """Some chosen candidates with who is served from where, by default from the nearest.

        Parameters
        ----------
        chosen : ndarray of int, shape (k,)
            Ascending.
        labels : ndarray of int, shape (n,), or None
            Which of the chosen serves each demand.
        """
        served = self.cost[:, chosen]
        if labels is None:
            labels = np.argmin(served, axis=1)
        each = served[np.arange(labels.size), labels]
        counted = (self.weights > 0.0) & np.isfinite(each)
        objective = float((self.weights[counted] * each[counted]).sum())
        labels = np.where(np.isfinite(each), labels, UNSERVED)
        return SiteChoice(chosen, labels, objective, min(lower_bound, objective), status)

    def refuse_unreached(self, choice: SiteChoice, progress: Progress) -> None:
        """Raise if a choice leaves a demand without a route, naming it.

        After a cancel this tells nothing about other choices, and :class:`Cancelled` is raised.
        """
        lost = np.flatnonzero((self.weights > 0.0) & (choice.labels < 0))
        if lost.size:
            progress.stop_if_cancelled()
            raise InfeasibleProblem.counted(
                lost.size,
                "No choice of {homes} homes was found that reaches every place; the best leaves "
                "{count} place without a route: {ids}. Ask for more homes (COUNT), or correct "
                "the cost matrix (COST_MATRIX).",
                "No choice of {homes} homes was found that reaches every place; the best leaves "
                "{count} places without a route: {ids}. Ask for more homes (COUNT), or correct "
                "the cost matrix (COST_MATRIX).",
                homes=choice.chosen.size,
                ids=self.name(lost),
            )


@dataclass(frozen=True)
class ChoiceQuality:
    """What a choice of candidates costs, and how good that is.

    Attributes
    ----------
    objective : float
        Sum of weight × cost over the demands that are served.
    lower_bound : float
        No choice of as many has a smaller objective; 0 where no bound was computed.
    status : str
        ``optimal`` (proven), ``feasible``, or ``cancelled`` (best so far).
    """

    objective: float
    lower_bound: float
    status: str

    @property
    def gap_pct(self) -> float:
        """How far the objective may be above the optimum, in percent of the objective."""
        if self.objective <= 0.0:
            return 0.0
        return 100.0 * max(0.0, self.objective - self.lower_bound) / self.objective


@dataclass(frozen=True)
class SiteChoice:
    """Candidates that were chosen, and who is served from where.

    Attributes
    ----------
    chosen : ndarray of int, shape (k,)
        Chosen candidates, ascending.
    labels : ndarray of int, shape (n,)
        Which of the chosen serves each demand; ``UNSERVED`` where none reaches it.
    objective, lower_bound, status
        See :class:`ChoiceQuality`.
    """

    chosen: IntArray
    labels: IntArray
    objective: float
    lower_bound: float
    status: str

    @property
    def allocation(self) -> IntArray:
        """Candidate (n,) that serves each demand; ``UNSERVED`` for none."""
        return np.where(self.labels >= 0, self.chosen[self.labels], UNSERVED)

    @property
    def quality(self) -> ChoiceQuality:
        """What it costs, and how good that is."""
        return ChoiceQuality(self.objective, self.lower_bound, self.status)


def weighted_costs(cost: FloatArray, weights: FloatArray) -> FloatArray:
    """Finite costs × weights of the rows that count; no route costs far more than any detour."""
    cost = cost[weights > 0.0]
    finite = np.isfinite(cost)
    if not finite.all():
        cost = np.where(finite, cost, _UNREACHABLE_FACTOR * max(cost[finite].max(), 1.0))
    return np.ascontiguousarray(cost * weights[weights > 0.0, None])


def refuse_more_homes_than_candidates(count: int, candidates: int) -> None:
    """Refuse a number of homes below 1 or above the number of candidates.

    Raises
    ------
    InfeasibleProblem
    """
    if not 1 <= count <= candidates:
        raise InfeasibleProblem.counted(
            candidates,
            "{homes} homes are asked for, but there is {count} candidate. Set the number of "
            "representatives (COUNT) to 1, or allow more candidates.",
            "{homes} homes are asked for, but there are {count} candidates. Set the number of "
            "representatives (COUNT) from 1 to {count}, or allow more candidates.",
            homes=count,
        )


def cost_resolution(weighted: FloatArray) -> float:
    """1 if all costs are whole numbers, else 0: the step in which objectives can differ."""
    return 1.0 if np.array_equal(weighted, np.rint(weighted)) else 0.0
