"""Nearest neighbours: check an assignment, clean it up, and extend it to new customers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import BoolArray, FloatArray, IntArray
from ..assignment import Limit
from ..errors import InvalidInput
from ..libraries import spatial
from ..progress import SILENT, Progress

# Nobody moves twice, so that further passes only find what earlier moves made possible; the
# second hardly ever moves anybody.
_MAX_PASSES = 10


@dataclass(frozen=True)
class NeighbourCheck:
    """What the neighbours of each customer say.

    Attributes
    ----------
    predicted : ndarray of int, shape (n,)
        Territory of most neighbours, -1 where there is no neighbour.
    confidence : ndarray of float, shape (n,)
        Share (0 to 1) of the neighbours that are in that territory.
    outlier : ndarray of bool, shape (n,)
        Customers whose own territory is another one.
    accuracy : float
        Share of the customers with a territory whose neighbours agree with it
        (leave-one-out); 1 if nobody has neighbours.
    """

    predicted: IntArray
    confidence: FloatArray
    outlier: BoolArray
    accuracy: float


@dataclass(frozen=True)
class Smoothed:
    """An assignment after its outliers were moved.

    Attributes
    ----------
    labels : ndarray of int, shape (n,)
        New territories.
    outlier : ndarray of bool, shape (n,)
        Outliers of the assignment that was given, moved or not.
    moved : ndarray of bool, shape (n,)
        Customers whose territory changed.
    before, after : NeighbourCheck
        The check of the given and of the new assignment.
    status : str
        ``"converged"`` or ``"cancelled"``.
    """

    labels: IntArray
    outlier: BoolArray
    moved: BoolArray
    before: NeighbourCheck
    after: NeighbourCheck
    status: str


def nearest_neighbours(points: ArrayLike, labels: ArrayLike, neighbours: int) -> IntArray:
    """Row numbers of each customer's nearest others with a territory, shape (n, neighbours).

    Nearest first; -1 where there are too few others. Customers at the same place come in
    the order of their rows.
    """
    points = np.asarray(points, dtype=float)
    labels = np.asarray(labels)
    if neighbours < 1:
        raise InvalidInput("At least one neighbour is needed.")
    known = np.flatnonzero(labels >= 0)
    found = _query(points[known], points, min(neighbours + 1, len(known)))
    rows = np.where(found >= 0, known[found], -1)
    # A customer is usually its own nearest neighbour, but not where several share a place.
    own = rows == np.arange(len(points))[:, None]
    order = np.argsort(own | (rows < 0), axis=1, kind="stable")
    rows = np.take_along_axis(np.where(own, -1, rows), order, axis=1)[:, :neighbours]
    missing = neighbours - rows.shape[1]
    return np.pad(rows, ((0, 0), (0, missing)), constant_values=-1) if missing else rows


def check_neighbours(points: ArrayLike, labels: ArrayLike, neighbours: int = 5) -> NeighbourCheck:
    """Compare every customer's territory with that of its nearest neighbours.

    Parameters
    ----------
    points : array_like, shape (n, 2)
        Positions on a plane, in metres.
    labels : array_like of int, shape (n,)
        Territories, -1 for none.
    neighbours : int
        Number of neighbours that vote; the customer itself never does.
    """
    labels = np.asarray(labels, dtype=np.int64)
    rows = nearest_neighbours(points, labels, neighbours)
    return _check(rows, labels)


def smooth_outliers(
    points: ArrayLike,
    labels: ArrayLike,
    neighbours: int = 5,
    *,
    limits: Sequence[Limit] = (),
    allowed: BoolArray | None = None,
    progress: Progress = SILENT,
) -> Smoothed:
    """Move outliers to their neighbours' territory, unless that breaks a limit.

    Only those move that are outliers of the assignment as given, the surest first. Where a
    limit forbids a move, two outliers that want each other's territory may be exchanged.
    After a pass the check is repeated.

    Parameters
    ----------
    points, labels, neighbours
        See :func:`check_neighbours`.
    limits : sequence of Limit
        Limits of the territories; what is broken already may not get worse.
    allowed : ndarray of bool, shape (n, k), optional
        Territories that a customer may move to (fixed pairs).
    progress : Progress
        Asked for cancellation; the moves made so far are kept then.
    """
    given = np.asarray(labels, dtype=np.int64)
    rows = nearest_neighbours(points, given, neighbours)
    before = check = _check(rows, given)
    plan = _Plan(given.copy(), limits)
    status = "converged"
    settled = np.zeros(len(given), dtype=bool)
    for _ in range(_MAX_PASSES):
        if progress.is_cancelled():
            status = "cancelled"
            break
        # Nobody moves twice: two neighbours could otherwise change places for ever.
        candidates = np.flatnonzero(check.outlier & before.outlier & ~settled)
        if allowed is not None:
            candidates = candidates[allowed[candidates, check.predicted[candidates]]]
        surest = candidates[np.argsort(-check.confidence[candidates], kind="stable")]
        moved = _move_or_exchange(plan, surest, check.predicted)
        if not moved:
            break
        settled[moved] = True
        check = _check(rows, plan.labels)
    return Smoothed(plan.labels, before.outlier, plan.labels != given, before, check, status)


def assign_new(
    new_points: ArrayLike, points: ArrayLike, labels: ArrayLike, neighbours: int = 5
) -> tuple[IntArray, FloatArray]:
    """Territory of new customers, from their nearest neighbours in an assignment.

    Parameters
    ----------
    new_points : array_like, shape (m, 2)
        Positions of the new customers.
    points, labels, neighbours
        The assignment, see :func:`check_neighbours`.

    Returns
    -------
    labels : ndarray of int, shape (m,)
        Territory of most neighbours, -1 if nobody has a territory.
    confidence : ndarray of float, shape (m,)
        Share (0 to 1) of the neighbours that are in that territory.
    """
    if neighbours < 1:
        raise InvalidInput("At least one neighbour is needed.")
    labels = np.asarray(labels, dtype=np.int64)
    known = np.flatnonzero(labels >= 0)
    found = _query(
        np.asarray(points, dtype=float)[known],
        np.asarray(new_points, dtype=float),
        min(neighbours, len(known)),
    )
    return _vote(np.where(found >= 0, labels[known[found]], -1))


@dataclass(frozen=True)
class HoldOut:
    """How well an assignment foretells customers who were kept apart.

    Attributes
    ----------
    tested : int
        Customers who were kept apart.
    accuracy : float
        Share (0 to 1) of them whom their neighbours among the others give their own territory.
    """

    tested: int
    accuracy: float


def hold_out_accuracy(
    points: ArrayLike,
    labels: ArrayLike,
    share: float,
    neighbours: int = 5,
    generator: np.random.Generator | None = None,
) -> HoldOut:
    """Keep a random share of the customers apart, and ask the others where they belong.

    Parameters
    ----------
    points, labels, neighbours
        The assignment, see :func:`check_neighbours`; customers without a territory do not take
        part.
    share : float
        Share (above 0, below 1) of the customers that is kept apart; 0.3 leaves 70 % to learn
        from. At least one customer is tested and one asked.
    generator : numpy.random.Generator, optional
        Source of chance; seeded with 1 when omitted.

    Raises
    ------
    InvalidInput
        If the share is not between 0 and 1, or fewer than two customers have a territory.
    """
    if not 0.0 < share < 1.0:
        raise InvalidInput("The share of customers for the test must lie between 0 and 100 %.")
    labels = np.asarray(labels, dtype=np.int64)
    points = np.asarray(points, dtype=float)
    known = np.flatnonzero(labels >= 0)
    if len(known) < 2:
        raise InvalidInput("The test needs at least two customers with a territory.")
    generator = np.random.default_rng(1) if generator is None else generator
    tested = min(max(round(share * len(known)), 1), len(known) - 1)
    chosen = generator.permutation(known)
    test, rest = chosen[:tested], np.sort(chosen[tested:])
    predicted, _ = assign_new(points[test], points[rest], labels[rest], neighbours)
    return HoldOut(tested, float(np.mean(predicted == labels[test])))


def vote_of_areas(
    labels: IntArray, holders: Sequence[Sequence[int]]
) -> tuple[IntArray, FloatArray]:
    """Territory of customers, from the areas that hold them.

    Parameters
    ----------
    labels : ndarray of int, shape (areas,)
        Territory of each area.
    holders : sequence of sequences of int
        The areas that hold each of m customers; several where areas overlap.

    Returns
    -------
    labels : ndarray of int, shape (m,)
        Territory of most holders, of several the first one; -1 without any.
    confidence : ndarray of float, shape (m,)
        Share (0 to 1) of the holders that are in that territory.
    """
    chosen = np.full(len(holders), -1, dtype=np.int64)
    confidence = np.zeros(len(holders))
    for customer, areas in enumerate(holders):
        if len(areas):
            votes = np.bincount(labels[list(areas)])
            chosen[customer] = votes.argmax()
            confidence[customer] = votes.max() / len(areas)
    return chosen, confidence


def _query(known: FloatArray, points: FloatArray, count: int) -> IntArray:
    """Nearest of the known positions, shape (n, count), nearest first, then by number."""
    if count == 0 or len(points) == 0:
        return np.full((len(points), 0), -1, dtype=np.int64)
    distances, rows = spatial.cKDTree(known).query(points, k=np.arange(1, count + 1))
    order = np.lexsort((rows, distances), axis=1)
    return np.take_along_axis(rows, order, axis=1).astype(np.int64)


def _check(rows: IntArray, labels: IntArray) -> NeighbourCheck:
    predicted, confidence = _vote(np.where(rows >= 0, labels[rows], -1))
    asked = (labels >= 0) & (predicted >= 0)
    outlier = asked & (predicted != labels)
    accuracy = 1.0 - outlier.sum() / asked.sum() if asked.any() else 1.0
    return NeighbourCheck(predicted, confidence, outlier, float(accuracy))


def _vote(votes: IntArray) -> tuple[IntArray, FloatArray]:
    """Most frequent label of each row, and its share; a tie goes to the nearer neighbours."""
    n, voters = votes.shape
    best = np.full(n, -1, dtype=np.int64)
    best_count = np.zeros(n)
    best_rank = np.full(n, np.inf)
    voters_here = np.maximum((votes >= 0).sum(axis=1), 1)
    ranks = np.arange(voters)
    for column in range(voters):
        label = votes[:, column]
        same = votes == label[:, None]
        count = same.sum(axis=1)
        rank = (same * ranks).sum(axis=1)
        better = (label >= 0) & (
            (count > best_count) | ((count == best_count) & (rank < best_rank))
        )
        best[better] = label[better]
        best_count[better] = count[better]
        best_rank[better] = rank[better]
    return best, np.where(best >= 0, best_count / voters_here, 0.0)


class _Plan:
    """Labels with the totals of all limits, updated move by move."""

    def __init__(self, labels: IntArray, limits: Sequence[Limit]) -> None:
        self.labels = labels
        self.limits = limits
        self.totals = [limit.totals(labels) for limit in limits]
        self.margins = [_rounding_margin(limit) for limit in limits]

    def move(self, changes: list[tuple[int, int]]) -> bool:
        """Make all changes (customer, new territory) if no limit is worse kept than before."""
        new_totals = []
        for limit, totals, margin in zip(self.limits, self.totals, self.margins):
            after = totals.copy()
            for customer, new in changes:
                weight = 1.0 if limit.weights is None else float(limit.weights[customer])
                for territory, sign in ((int(self.labels[customer]), -1.0), (new, 1.0)):
                    if limit.members is None or limit.members[customer] == territory:
                        after[territory] += sign * weight
            changed = after != totals
            worse = _miss(limit, after, margin) > _miss(limit, totals, 0.0)
            if np.any(worse & changed):
                return False
            new_totals.append(after)
        self.totals = new_totals
        for customer, new in changes:
            self.labels[customer] = new
        return True


def _miss(limit: Limit, totals: FloatArray, margin: float) -> FloatArray:
    lacking = np.maximum(limit.minimum + margin - totals, 0.0)
    return lacking + np.maximum(totals - limit.maximum + margin, 0.0)


def _rounding_margin(limit: Limit) -> float:
    """Distance to keep from a bound, because sums of fractions depend on their order."""
    if limit.weights is None or np.all(limit.weights == np.round(limit.weights)):
        return 0.0
    return 1e-9 * float(limit.weights.sum()) / len(limit.minimum)


def _move_or_exchange(plan: _Plan, customers: IntArray, wanted: IntArray) -> list[int]:
    """Customers that could go where they belong, alone or against another one."""
    moved: list[int] = []
    waiting: dict[tuple[int, int], list[int]] = {}
    for customer in customers.tolist():
        old, new = int(plan.labels[customer]), int(wanted[customer])
        if plan.move([(customer, new)]):
            moved.append(customer)
            continue
        partners = waiting.get((new, old), [])
        for partner in partners:
            if plan.move([(customer, new), (partner, old)]):
                partners.remove(partner)
                moved += [customer, partner]
                break
        else:
            waiting.setdefault((old, new), []).append(customer)
    return moved
