"""Territories of new customers from an assignment, and how far it can be trusted in that."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import FloatArray, IntArray
from ..errors import InvalidInput
from .neighbours import most_votes, nearest_known


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
    found = nearest_known(
        np.asarray(points, dtype=float)[known],
        np.asarray(new_points, dtype=float),
        min(neighbours, len(known)),
    )
    return most_votes(np.where(found >= 0, labels[known[found]], -1))


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
        raise InvalidInput(
            "“Share of customers kept apart for a test” (TEST_SHARE) must lie between 0 and 100 %."
        )
    labels = np.asarray(labels, dtype=np.int64)
    points = np.asarray(points, dtype=float)
    known = np.flatnonzero(labels >= 0)
    if len(known) < 2:
        raise InvalidInput(
            "“Share of customers kept apart for a test” (TEST_SHARE) needs at least two customers "
            "with a territory. Leave it empty, or choose another field."
        )
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
