"""Assignments that nearly fit are made to fit by chains of centres that hand customers on.

Where prices are only about right, hundreds of customers are too many at some centres and missing at
others far away. Nobody should go that far: each centre of a chain hands on to the next one whom it
matters least to. These are the successive shortest paths of a min-cost flow (Ahuja, Magnanti and
Orlin 1993, Network Flows, section 9.7), but many customers go at a time, and none is called back.
"""

from __future__ import annotations

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..libraries import csgraph, sparse
from ..progress import Progress
from .normalised import NormalisedProblem

_PART = 0.5
"""Part of what is too much or too little that one chain takes: all of it at once would go to where
only the first few should (20,000 customers × 50: 3 to 7 % less compact, in a fifth of the time),
and a quarter is hardly better (1 to 2 %) and takes a third longer."""
_MOST_CHAINS = 20
"""For each centre; where so many do not make it fit, customers are too heavy for chains."""
_LEAST_STEP = 1e-9  # a graph has no edges that cost nothing


def chained(
    problem: NormalisedProblem, prices: FloatArray, labels: IntArray, progress: Progress
) -> IntArray:
    """Labels (n,) that keep the limit that was missed most, if chains can do it.

    Parameters
    ----------
    prices : ndarray of float, shape (limits, k)
        Scaled.
    labels : ndarray of int, shape (n,)
        About the cheapest centres at these prices; all are allowed.
    progress : Progress
        Asked whether to stop; then they are as far as they have come.
    """
    totals = problem.totals(labels)
    missed = np.maximum(totals - problem.upper, 0.0) + np.maximum(problem.lower - totals, 0.0)
    # Whoever counts at one centre only cannot be handed on in place of another.
    of_all = [limit.members is None for limit in problem.limits]
    row = int((missed.sum(axis=1) * of_all).argmax())
    if not of_all[row]:
        return labels
    chains = _Chains(problem, prices, labels, row)
    for _ in range(_MOST_CHAINS * problem.centres):
        if progress.is_cancelled() or not chains.hand_on():
            break
    return chains.labels


class _Chains:
    """Who is where, totals of one limit, and what the cheapest hand-over of two centres costs."""

    def __init__(
        self, problem: NormalisedProblem, prices: FloatArray, labels: IntArray, row: int
    ) -> None:
        self.labels = labels.copy()
        self.weights = problem.coefficients[row]
        self.lower, self.upper = problem.lower[row], problem.upper[row]
        self.totals = problem.totals(labels)[row]
        # Row by row: those of one centre are looked at together.
        everybody = slice(0, problem.customers)
        self.costs = np.ascontiguousarray(problem.reduced(everybody, prices))
        of_centre = np.argsort(labels, kind="stable")
        of_centre = of_centre[self.weights[of_centre] > 0.0]
        ends = np.searchsorted(labels[of_centre], np.arange(1, problem.centres))
        self.customers = np.split(of_centre, ends)
        self.steps = np.full((problem.centres, problem.centres), np.inf)
        for centre in range(problem.centres):
            self._judge(centre)

    def hand_on(self) -> bool:
        """Let one chain take from the fullest centre, or fill the emptiest; False if none does."""
        over, under = self.totals - self.upper, self.lower - self.totals
        if over.max() > 0.0:
            path = self._shortest(self.steps, int(over.argmax()), over < 0.0)
            amount = over.max()
        elif under.max() > 0.0:
            path = self._shortest(self.steps.T, int(under.argmax()), under < 0.0)[::-1]
            amount = under.max()
        else:
            return False
        # From the end: whoever has just come to a centre is not handed on again.
        for source, target in reversed(list(zip(path[:-1], path[1:]))):
            self._hand_over(source, target, _PART * amount)
        for centre in path:
            self._judge(centre)
        return len(path) > 1

    def _shortest(self, steps: FloatArray, start: int, ends: BoolArray) -> list[int]:
        """Centres from the start to the nearest of some ends; the start alone if none is there."""
        k = len(steps)
        # Every pair is an edge, some without end: looking for those takes longer than the paths.
        edges = steps.ravel(), np.tile(np.arange(k), k), np.arange(0, k * k + 1, k)
        graph = sparse.csr_matrix(edges, shape=(k, k))
        far, before = csgraph.dijkstra(graph, indices=start, return_predecessors=True)
        far = np.where(ends, far, np.inf)
        centre = int(far.argmin())
        if not np.isfinite(far[centre]):
            return [start]
        path = [centre]
        while path[-1] != start:
            path.append(int(before[path[-1]]))
        return path[::-1]

    def _hand_over(self, source: int, target: int, amount: float) -> None:
        """Let those go who weigh so much together, or one, to whom it matters least."""
        own = self.customers[source]
        extra = self.costs[own, target] - self.costs[own, source]
        own = own[np.argsort(extra, kind="stable")]
        # Those who may not go to the target come last.
        allowed = int(np.isfinite(extra).sum())
        enough = int(np.searchsorted(self.weights[own].cumsum(), amount, "right"))
        number = min(max(enough, 1), allowed)
        going, self.customers[source] = own[:number], own[number:]
        self.customers[target] = np.concatenate([self.customers[target], going])
        self.labels[going] = target
        moved = self.weights[going].sum()
        self.totals[source] -= moved
        self.totals[target] += moved

    def _judge(self, centre: int) -> None:
        """What it costs at least to hand somebody on from a centre to each other one."""
        own = self.customers[centre]
        self.steps[centre] = np.inf
        if own.size:
            costs = self.costs[own]
            extra = (costs - costs[:, centre, None]).min(axis=0)
            self.steps[centre] = np.maximum(extra, _LEAST_STEP)
        self.steps[centre, centre] = np.inf
