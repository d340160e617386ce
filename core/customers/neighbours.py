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
from .limited_moves import LimitedMoves, move_or_exchange

# Nobody moves twice, so that passes come to an end by themselves; ten are enough where outliers
# lie apart, and of those that lie together each pass settles one of a neighbourhood at least.
_MAX_PASSES = 50


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

    Nearest first; -1 where there are too few others, and no column that nobody could fill.
    Customers at the same place come in the order of their rows.
    """
    points = np.asarray(points, dtype=float)
    labels = np.asarray(labels)
    if neighbours < 1:
        raise InvalidInput("At least one neighbour is needed.")
    known = np.flatnonzero(labels >= 0)
    neighbours = min(neighbours, max(len(points) - 1, 1))
    found = nearest_known(points[known], points, min(neighbours + 1, len(known)))
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

    Only those move that are outliers of the assignment as given, the surest first, and
    of these whom most of those who ask it agree with. Of neighbours only the first one moves in
    a pass: after it the others may be no outliers any more. Where a
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
    plan = LimitedMoves(given.copy(), limits)
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
        welcome = _welcome(rows, plan.labels, check.predicted)
        surest = candidates[
            np.lexsort((-welcome[candidates], -check.confidence[candidates].round(6)))
        ]
        moved = move_or_exchange(plan, _apart(surest, rows), check.predicted)
        if not moved:  # those who may all be kept by a limit, which their neighbours are not
            moved = move_or_exchange(plan, surest, check.predicted)
        if not moved:
            break
        settled[moved] = True
        check = _check(rows, plan.labels)
    return Smoothed(plan.labels, before.outlier, plan.labels != given, before, check, status)


def _welcome(rows: IntArray, labels: IntArray, wanted: IntArray) -> IntArray:
    """How many more of those who ask a customer (n,) are where it would go than where it is."""
    asking, column = np.nonzero(rows >= 0)
    asked = rows[asking, column]
    theirs = labels[asking]
    more = (theirs == wanted[asked]).astype(float) - (theirs == labels[asked])
    return np.bincount(asked, weights=more, minlength=len(labels)).astype(np.int64)


def _apart(surest: IntArray, rows: IntArray) -> IntArray:
    """Those of some customers whose vote does not depend on one of them who comes before."""
    moves: set[int] = set()
    for customer in surest.tolist():
        if moves.isdisjoint(rows[customer].tolist()):
            moves.add(customer)
    return np.array([customer for customer in surest.tolist() if customer in moves], dtype=np.int64)


def nearest_known(known: FloatArray, points: FloatArray, count: int) -> IntArray:
    """Nearest of the known positions, shape (n, count), nearest first, then by number."""
    if count == 0 or len(points) == 0:
        return np.full((len(points), 0), -1, dtype=np.int64)
    distances, rows = spatial.cKDTree(known).query(points, k=np.arange(1, count + 1))
    order = np.lexsort((rows, distances), axis=1)
    return np.take_along_axis(rows, order, axis=1).astype(np.int64)


def _check(rows: IntArray, labels: IntArray) -> NeighbourCheck:
    predicted, confidence = most_votes(np.where(rows >= 0, labels[rows], -1))
    asked = (labels >= 0) & (predicted >= 0)
    outlier = asked & (predicted != labels)
    accuracy = 1.0 - outlier.sum() / asked.sum() if asked.any() else 1.0
    return NeighbourCheck(predicted, confidence, outlier, float(accuracy))


def most_votes(votes: IntArray) -> tuple[IntArray, FloatArray]:
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
