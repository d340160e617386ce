"""k-means whose clusters keep limits.

Assignment and centres are improved in turn. The assignment is the bounded one of
:mod:`..assignment`; its prices start the next round. Most rounds need no exact assignment:
customers are first shared out softly at given prices, on a sample and then on all, until the
centres hardly move, and only the last rounds are exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from ..arrays import FloatArray, IntArray
from ..assignment import HIGHS, Assignment, AssignmentEffort, Limit, Names, Solver, assign
from ..assignment.dual_prices import approximate_prices, maximise_dual
from ..assignment.normalised import NormalisedProblem
from ..assignment.refusals import refuse_contradictions
from ..certain import certain
from ..errors import InfeasibleProblem, InvalidInput
from ..progress import SILENT, Cancelled, Progress
from .exchange import exchange_customers
from .starts import matched_to, middle_points, spread_centres, squared_distances

_SAMPLE = 2500
_SOFT_TEMPERATURE = 0.1
_SOFT_ITERATIONS = 1
_LAST_ITERATIONS = 8
_SAMPLE_ROUNDS = 30
_FULL_ROUNDS = 15
_NEARLY_SETTLED = 1e-2
_SETTLED = 2e-3
_FINALISTS = 3
_FEW_PAIRS = 500
_FEW_NAMES = 3
_ROUGH_GAP = 1e-3
_SAMPLE_PER_CENTRE = 60
_BEHIND = 2e-2
_SAME = 1e-5
_PROGRESS_OF_EXACT = 1e-5


@dataclass(frozen=True)
class Clustering:
    """Clusters within limits.

    Attributes
    ----------
    labels : ndarray of int, shape (n,)
        Cluster of each customer.
    centres : ndarray of float, shape (k, 2)
        Centres to which distances are measured: the given ones if they are fixed, else the
        means of the clusters (or, if a mean is farther from some customer than allowed, the
        centre for which the clusters were made).
    inertia : float
        Sum of squared distances of the customers to their centres.
    gap : float
        How far the last assignment may be from the best one for its centres, relative.
    rounds : int
        Exact rounds of the best start.
    prices : ndarray of float, shape (limits, k)
        Prices of the limits, see :class:`~..assignment.Assignment`.
    status : str
        ``"converged"``, ``"rounds"`` (the greatest number of rounds was used up) or
        ``"cancelled"``.
    """

    labels: IntArray
    centres: FloatArray
    inertia: float
    gap: float
    rounds: int
    prices: FloatArray
    status: str


def bounded_kmeans(
    points: ArrayLike,
    count: int,
    limits: Sequence[Limit] = (),
    *,
    start: ArrayLike | None = None,
    fixed: bool = False,
    allowed: NDArray[np.bool_] | None = None,
    max_distance: float | None = None,
    restarts: int = 10,
    max_rounds: int = 100,
    gap: float = 1e-4,
    max_seconds: float = 20.0,
    generator: np.random.Generator | None = None,
    names: Names | None = None,
    solver: Solver = HIGHS,
    progress: Progress = SILENT,
) -> Clustering:
    """Cluster customers so that squared distances to the centres are small and limits hold.

    Parameters
    ----------
    points : array_like, shape (n, 2)
        Positions of the customers on a plane, in metres.
    count : int
        Number of clusters.
    limits : sequence of Limit
        What each cluster may get.
    start : array_like, shape (count, 2), optional
        Centres to start from. Where limits differ between clusters they also tell which
        cluster is which: other starts are put into their order.
    fixed : bool
        The centres given as ``start`` stay where they are.
    allowed : ndarray of bool, shape (n, count), optional
        Pairs that are possible (fixed pairs).
    max_distance : float, optional
        Greatest distance of a customer to its centre, in metres. Free centres settle
        without it first.
    restarts : int
        Number of starts, of which the best is taken.
    max_rounds : int
        Greatest number of exact rounds of one start.
    gap, max_seconds : float
        For the last assignment, see :func:`~..assignment.assign`.
    generator : numpy.random.Generator, optional
        Source of chance; seeded with 1 when omitted.
    names : Names, optional
        How messages call representatives and customers.
    solver : Solver
        Who answers the exact problems, see :func:`~..assignment.open_solver`.
    progress : Progress
        Told the share of the work done, asked for cancellation.

    Returns
    -------
    Clustering

    Raises
    ------
    InvalidInput
        If there are more clusters than customers, positions are missing, or centres are
        fixed but not given.
    InfeasibleProblem
        If no assignment keeps the limits.
    Cancelled
        If cancelled before any assignment within the limits was found.
    """
    points = _checked_points(points, count, start, fixed)
    names = names or Names()
    generator = np.random.default_rng(1) if generator is None else generator
    anchors = None if start is None else np.asarray(start, dtype=float)
    search = _Search(points, list(limits), allowed, max_distance, names, solver, progress)
    if fixed and anchors is not None:
        answer = search.assignment(anchors, None, gap, max_seconds)
        return search.result(answer, anchors, 1, "converged")

    # What no centres could help is refused before the search for them.
    refuse_contradictions(allowed, (len(points), count), limits, names)
    finalists = search.rough(count, anchors, restarts, generator)
    best: Clustering | None = None
    for number, centres in enumerate(finalists):
        progress.report(0.6 + 0.4 * number / len(finalists))
        try:
            found = search.exchanged(search.exact(centres, max_rounds, max_seconds))
        except Cancelled:
            if best is None:
                raise
            break
        if best is None or found.inertia < best.inertia:
            best = found
        if found.status == "cancelled":
            break
    best = certain(best)
    best = search.renamed(best, max_rounds, max_seconds)
    best = search.polished(best, gap, max_seconds)
    status = "cancelled" if progress.is_cancelled() else best.status
    return replace(search.recentred(best), status=status)


def improve_from(
    points: ArrayLike,
    centres: FloatArray,
    limits: Sequence[Limit] = (),
    *,
    allowed: NDArray[np.bool_] | None = None,
    max_distance: float | None = None,
    fixed: bool = False,
    max_rounds: int = 100,
    gap: float = 1e-4,
    max_seconds: float = 20.0,
    names: Names | None = None,
    solver: Solver = HIGHS,
    progress: Progress = SILENT,
) -> Clustering:
    """Alternate exact assignments and means from the given centres, without other starts.

    Parameters and result are those of :func:`bounded_kmeans`.
    """
    points = _checked_points(points, len(centres), centres, fixed)
    search = _Search(
        points, list(limits), allowed, max_distance, names or Names(), solver, progress
    )
    if fixed:
        answer = search.assignment(centres, None, gap, max_seconds)
        return search.result(answer, centres, 1, "converged")
    found = search.exact(centres, max_rounds, max_seconds)
    return search.recentred(search.polished(found, gap, max_seconds))


class _Search:
    """One clustering problem, with the steps of the search for its best centres."""

    def __init__(
        self,
        points: FloatArray,
        limits: list[Limit],
        allowed: NDArray[np.bool_] | None,
        max_distance: float | None,
        names: Names,
        solver: Solver,
        progress: Progress,
    ) -> None:
        self.points = points
        self.limits = limits
        self.allowed = allowed
        self.max_distance = max_distance
        self.names = names
        self.solver = solver
        self.progress = progress

    @property
    def has_roles(self) -> bool:
        """Whether it matters to customers or totals which of the clusters is which."""
        return self.allowed is not None or any(
            limit.is_retention
            or np.any(limit.minimum != limit.minimum[0])
            or np.any(limit.maximum != limit.maximum[0])
            for limit in self.limits
        )

    def cost(self, centres: FloatArray, chosen: IntArray | slice, bounded: bool) -> FloatArray:
        cost = squared_distances(self.points[chosen], centres)
        if bounded and self.max_distance is not None:
            cost[cost > self.max_distance**2] = np.inf
        if self.allowed is not None:
            cost[~self.allowed[chosen]] = np.inf
        return cost

    def rough(
        self,
        count: int,
        anchors: FloatArray | None,
        restarts: int,
        generator: np.random.Generator,
    ) -> list[FloatArray]:
        """Settled centres of the most promising starts, best first.

        All starts settle on a sample of the customers and the best few of them, if there
        are more customers, on all; those that clearly fall behind are given up. With few
        customers none is: exact rounds take little time then, and soft ones tell little. And
        half of the starts then are not put into the order of the anchors, as who is nearest
        need not be who may keep most.
        """
        n = len(self.points)
        everybody = np.arange(n)
        sampled = n > _SAMPLE + _SAMPLE // 4
        size = max(_SAMPLE, min(n, _SAMPLE_PER_CENTRE * count))
        sample = np.sort(generator.choice(n, size, replace=False)) if sampled else everybody
        scored: list[tuple[float, FloatArray]] = []
        for number in range(max(restarts, 1)):
            self.progress.report(0.4 * number / max(restarts, 1))
            if number == 0 and anchors is not None:
                centres = anchors.copy()
            else:
                centres = spread_centres(self.points[sample], count, generator)
                if anchors is not None and not (
                    number % 2 and n * count <= _FEW_PAIRS and self.has_roles
                ):
                    centres = matched_to(anchors, centres)
            scored.append(self.settle(centres, sample, _SAMPLE_ROUNDS, _NEARLY_SETTLED))
        if n * count <= _FEW_PAIRS:
            return [centres for _, centres in _distinct(scored, np.inf)]
        finalists = _distinct(scored, np.inf)[:_FINALISTS]
        if sampled:
            finalists = [
                self.settle(centres, everybody, _FULL_ROUNDS, _SETTLED) for _, centres in finalists
            ]
        return [centres for _, centres in _distinct(finalists, _BEHIND)]

    def settle(
        self, centres: FloatArray, chosen: IntArray, max_rounds: int, settled: float
    ) -> tuple[float, FloatArray]:
        """Move centres with soft assignments of the chosen customers until they rest."""
        points = self.points[chosen]
        problem = NormalisedProblem.of(self.cost(centres, slice(None), False), self.limits)
        if len(chosen) < len(self.points):
            problem = problem.part(chosen)
        prices = approximate_prices(problem, progress=self.progress)
        # Centres rest when they move less than a small part of the clusters' size.
        extent = float(np.sqrt(points.var(axis=0).sum() / len(centres)))
        for _ in range(max_rounds):
            prices, soft = maximise_dual(
                problem,
                prices,
                _SOFT_TEMPERATURE,
                _SOFT_ITERATIONS,
                points=points,
                progress=self.progress,
            )
            means = certain(soft.means)
            means = np.where(np.isfinite(means), means, centres)
            shift = float(np.abs(means - centres).max())
            centres = means
            if shift <= settled * extent:
                break
            problem = problem.with_cost(self.cost(centres, chosen, False))
        # Only at prices that fit does the dual tell what an exact assignment will cost.
        _, soft = maximise_dual(
            problem, prices, _SOFT_TEMPERATURE, _LAST_ITERATIONS, progress=self.progress
        )
        return soft.dual * problem.cost_scale, centres

    def exact(self, centres: FloatArray, max_rounds: int, max_seconds: float) -> Clustering:
        """Alternate exact assignments and means until nothing improves."""
        if self.max_distance is None:
            return self.alternate(centres, max_rounds, max_seconds)
        free = _Search(
            self.points,
            self.limits,
            self.allowed,
            None,
            self.names,
            self.solver,
            self.progress,
        ).alternate(centres, max_rounds, max_seconds)
        try:
            return self.alternate(free.centres, max_rounds, max_seconds)
        except InfeasibleProblem:
            # Means leave the remotest customers far away; the middles of the clusters do not.
            middles = middle_points(self.points, free.labels, free.centres)
            return self.alternate(middles, max_rounds, max_seconds)

    def alternate(self, centres: FloatArray, max_rounds: int, max_seconds: float) -> Clustering:
        """Exact rounds under the limits as they are."""
        best: Clustering | None = None
        prices: FloatArray | None = None
        for number in range(1, max_rounds + 1):
            try:
                answer = self.assignment(centres, prices, _ROUGH_GAP, max_seconds)
            except (Cancelled, InfeasibleProblem):
                # A new mean may lie too far from some customer; the last plan is sound.
                if best is None:
                    raise
                status = "cancelled" if self.progress.is_cancelled() else "converged"
                return replace(best, status=status)
            prices = answer.prices
            found = self.result(answer, centres, number, "rounds")
            if best is not None and found.inertia >= best.inertia * (1.0 - _PROGRESS_OF_EXACT):
                best = found if found.inertia < best.inertia else best
                return replace(best, status="converged")
            best = found
            centres = self.means(answer.labels, centres)
        return certain(best)

    def polished(self, best: Clustering, gap: float, max_seconds: float) -> Clustering:
        """The same centres with an assignment as good as asked for."""
        if best.gap <= gap or best.status == "cancelled":
            return best
        try:
            answer = self.assignment(best.centres, best.prices, gap, max_seconds)
        except Cancelled:
            return replace(best, status="cancelled")
        again = self.result(answer, best.centres, best.rounds, best.status)
        return again if again.inertia < best.inertia else best

    def exchanged(self, found: Clustering) -> Clustering:
        """The same, if customers are few, with moves that take the centres along."""
        if not self.are_few(len(found.centres)):
            return found
        labels = exchange_customers(
            self.points,
            found.labels,
            len(found.centres),
            self.limits,
            allowed=self.allowed,
            progress=self.progress,
        )
        return self.recentred(replace(found, labels=labels))

    def renamed(self, found: Clustering, max_rounds: int, max_seconds: float) -> Clustering:
        """The same, if customers and clusters are few, after clusters have changed places.

        Where limits tie customers to certain clusters, the right clusters may have the wrong
        names, and then no move of one or two customers helps.
        """
        count = len(found.centres)
        if not self.has_roles or count > _FEW_NAMES or not self.are_few(count):
            return found
        better = True
        while better and found.status != "cancelled":
            better = False
            for order in list(permutations(range(count)))[1:]:
                try:
                    other = self.exact(found.centres[list(order)], max_rounds, max_seconds)
                    other = self.exchanged(other)
                except Cancelled:
                    return replace(found, status="cancelled")
                except InfeasibleProblem:
                    continue
                if other.inertia < found.inertia * (1.0 - _SAME):
                    found, better = other, True
                    break
        return found

    def are_few(self, count: int) -> bool:
        """Whether there is time for every move and exchange, which also must not be too far."""
        return len(self.points) * count <= _FEW_PAIRS and self.max_distance is None

    def recentred(self, found: Clustering) -> Clustering:
        """The same clusters with their means as centres, if these are near enough."""
        centres = self.means(found.labels, found.centres)
        distances = ((self.points - centres[found.labels]) ** 2).sum(axis=1)
        if self.max_distance is not None and distances.max() > self.max_distance**2:
            return found
        return replace(found, centres=centres, inertia=float(distances.sum()))

    def assignment(
        self, centres: FloatArray, prices: FloatArray | None, gap: float, max_seconds: float
    ) -> Assignment:
        return assign(
            self.cost(centres, slice(None), True),
            self.limits,
            start_prices=prices,
            effort=AssignmentEffort(gap, max_seconds),
            names=self.names,
            solver=self.solver,
            progress=self.progress,
        )

    def means(self, labels: IntArray, centres: FloatArray) -> FloatArray:
        """Means of the clusters; the centre of an empty one stays."""
        counts = np.bincount(labels, minlength=len(centres))
        sums = np.column_stack(
            [np.bincount(labels, weights=axis, minlength=len(centres)) for axis in self.points.T]
        )
        return np.where(counts[:, None] > 0, sums / np.maximum(counts, 1)[:, None], centres)

    def result(
        self, answer: Assignment, centres: FloatArray, rounds: int, status: str
    ) -> Clustering:
        return Clustering(
            answer.labels,
            centres,
            answer.objective,
            answer.gap,
            rounds,
            answer.prices,
            "cancelled" if answer.status == "cancelled" else status,
        )


def _distinct(
    scored: list[tuple[float, FloatArray]], behind: float
) -> list[tuple[float, FloatArray]]:
    """Best first, without what is as good as the one before or too far behind the best."""
    kept: list[tuple[float, FloatArray]] = []
    for value, centres in sorted(scored, key=lambda entry: entry[0]):
        if not kept or (
            value > kept[-1][0] * (1.0 + _SAME) and value <= kept[0][0] * (1.0 + behind)
        ):
            kept.append((value, centres))
    return kept


def _checked_points(
    points: ArrayLike, count: int, start: ArrayLike | None, fixed: bool
) -> FloatArray:
    values = np.asarray(points, dtype=float)
    if values.ndim != 2 or not np.isfinite(values).all():
        raise InvalidInput("Some customers have no position; leave them out.")
    if count < 1:
        raise InvalidInput("At least one representative is needed.")
    if count > len(values):
        raise InvalidInput(
            "There are {count} representatives for {n} customers only; ask for fewer.",
            count=count,
            n=len(values),
        )
    if start is not None and np.shape(start) != (count, values.shape[1]):
        raise InvalidInput(
            "{given} centres are given for {count} representatives.",
            given=len(np.asarray(start)),
            count=count,
        )
    if fixed and start is None:
        raise InvalidInput("Fixed centres need the positions of the representatives.")
    return values
