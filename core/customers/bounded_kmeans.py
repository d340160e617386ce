"""k-means whose clusters keep limits.

Assignment and centres are improved in turn. The assignment is the bounded one of
:mod:`..assignment`; its prices start the next round. Most rounds need no exact assignment:
customers are first shared out softly at given prices, on a sample and then on all, until the
centres hardly move (:mod:`.soft_rounds`), and only the last rounds are exact
(:mod:`.exact_rounds`).
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from numpy.typing import ArrayLike

from ..arrays import IntArray
from ..assignment import breached
from ..assignment.refusals import MovesFoundNothing
from ..certain import certain
from ..errors import InfeasibleProblem
from ..progress import SILENT, Cancelled, TimeLimit
from .clustering import Clustering, ClusterRules, SearchContext, SearchEffort, StartingCentres
from .clustering_problem import ClusteringProblem
from .exact_rounds import ExactRounds
from .soft_rounds import promising_centres
from .starting_centres import neighbours_together
from .tried_starts import Tried

_MANY_PAIRS = 1_000_000
"""Customers × clusters from which customers are put beside their neighbours, so that blocks of
them need to look at a few of many centres only."""

_AFTER_CANCEL_S = 0.3
"""Time in which an assignment may still be found after a cancel that came before the first one:
less than half of the second within which the whole run has to end."""


def bounded_kmeans(
    points: ArrayLike,
    count: int,
    rules: ClusterRules | None = None,
    *,
    start: StartingCentres | None = None,
    effort: SearchEffort | None = None,
    context: SearchContext | None = None,
) -> Clustering:
    """Cluster customers so that squared distances to the centres are small and limits hold.

    Parameters
    ----------
    points : array_like, shape (n, 2)
        Positions of the customers on a plane, in metres.
    count : int
        Number of clusters.
    rules : ClusterRules, optional
        What each cluster must keep.
    start : StartingCentres, optional
        Centres to start from, or fixed ones.
    effort : SearchEffort, optional
        How hard to search.
    context : SearchContext, optional
        Solver, source of chance, progress, and names for messages.

    Returns
    -------
    Clustering

    Raises
    ------
    InvalidInput
        If there are more clusters than customers, positions are missing, or as many centres
        are not given.
    InfeasibleProblem
        If no assignment keeps the limits.
    Cancelled
        If cancelled before any assignment within the limits was found.
    """
    context = context or SearchContext()
    effort = effort or SearchEffort()
    problem = ClusteringProblem.checked(points, count, rules, start)
    order = _worth_sorting(problem)
    if order is None:
        return _clustered(problem, start, effort, context)
    ids = range(len(problem)) if context.names.customers is None else context.names.customers
    names = replace(context.names, customers=[ids[i] for i in order.tolist()])
    sorted_problem = replace(
        problem, points=problem.points[order], rules=problem.rules.ordered(order)
    )
    found = _clustered(sorted_problem, start, effort, replace(context, names=names))
    labels = np.empty_like(found.labels)
    labels[order] = found.labels
    return replace(found, labels=labels)


def _worth_sorting(problem: ClusteringProblem) -> IntArray | None:
    """Order in which neighbours follow each other, where that saves time."""
    if problem.rules.together is not None or len(problem) * problem.count < _MANY_PAIRS:
        return None
    return neighbours_together(problem.points)


def _clustered(
    problem: ClusteringProblem,
    start: StartingCentres | None,
    effort: SearchEffort,
    context: SearchContext,
) -> Clustering:
    search = ExactRounds(problem, effort, context)
    if start is not None and start.fixed:
        return search.at(start.centres)

    # What no centres could help is refused before the search for them.
    problem.refuse_contradictions(context.names)
    if len(problem.points) == problem.count and _own_place_is_allowed(problem):
        return _everybody_alone(problem)
    best = search.polished(search.reordered(_best_of_starts(problem, search, start)))
    status = "cancelled" if context.progress.is_cancelled() else best.status
    return replace(problem.recentred(best), status=status)


def _own_place_is_allowed(problem: ClusteringProblem) -> bool:
    """Whether each of as many customers as clusters may be a cluster of its own."""
    rules = problem.rules
    own = np.arange(problem.count)
    free = rules.together is None and not rules.tell_clusters_apart
    return free and not breached(rules.limits, own)


def _everybody_alone(problem: ClusteringProblem) -> Clustering:
    """Everybody at home: nothing can be shorter."""
    own = np.arange(problem.count)
    prices = np.zeros((len(problem.rules.limits), problem.count))
    return Clustering(own, problem.points.copy(), 0.0, 0.0, 0, prices, "converged")


def _best_of_starts(
    problem: ClusteringProblem, search: ExactRounds, start: StartingCentres | None
) -> Clustering:
    progress = search.context.progress
    finalists = promising_centres(problem, start, search.effort.restarts, search.context)
    best: Clustering | None = None
    refusal: InfeasibleProblem | None = None
    # Integer programmes, which may take half a minute, only if moves find nothing for any start.
    waiting = [(number, one, True) for number, one in enumerate(finalists)]
    while waiting:
        number, finalist, only_moves = waiting.pop(0)
        if only_moves:
            progress.report(0.6 + 0.4 * number / len(finalists))
        elif best is not None:
            break
        try:
            # Exchanges in the end may still turn the order of starts round.
            to_beat = None if best is None or search.may_exchange else best.inertia
            attempt = replace(search, start=number + 1, to_beat=to_beat, only_moves=only_moves)
            found = attempt.exchanged(attempt.of_finalist(finalist))
        except Cancelled:
            if best is None:
                best = _at_once(search, finalist)
            break
        except MovesFoundNothing as error:
            refusal = error
            waiting.append((number, finalist, False))
            continue
        except InfeasibleProblem as error:
            # Other centres may have an assignment.
            refusal = error
            continue
        if best is None or found.inertia < best.inertia:
            best = found
        if found.status == "cancelled":
            break
    if best is None:
        raise certain(refusal)
    return best


def _at_once(search: ExactRounds, finalist: Tried) -> Clustering:
    """The plan of a start after a cancel, if it is found in no time."""
    progress = TimeLimit(SILENT, _AFTER_CANCEL_S)
    return replace(search, context=replace(search.context, progress=progress)).at_once(finalist)


def improve_from(
    points: ArrayLike,
    start: StartingCentres,
    rules: ClusterRules | None = None,
    *,
    effort: SearchEffort | None = None,
    context: SearchContext | None = None,
) -> Clustering:
    """Alternate exact assignments and means from the given centres, without other starts.

    Parameters and result are those of :func:`bounded_kmeans`.
    """
    problem = ClusteringProblem.checked(points, len(start.centres), rules, start)
    search = ExactRounds(problem, effort or SearchEffort(), context or SearchContext())
    if start.fixed:
        return search.at(start.centres)
    return problem.recentred(search.polished(search.from_centres(start.centres)))
