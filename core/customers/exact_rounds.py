"""k-means with exact assignments, and the moves that help where customers are few."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import permutations

import numpy as np

from ..arrays import FloatArray, IntArray
from ..assignment import (
    Assignment,
    AssignmentEffort,
    AssignmentStart,
    assign,
    assign_at_once,
)
from ..certain import certain
from ..errors import InfeasibleProblem
from ..progress import Cancelled
from .clustering import Clustering, Round, SearchContext, SearchEffort
from .clustering_problem import ClusteringProblem
from .exchange import exchange_customers
from .starting_centres import middle_points
from .tried_starts import SAME, Tried

# Rounds before the last one need no better assignment than this relative gap.
_ROUGH_GAP = 1e-3
# A round that improves the inertia by a smaller part is the last one.
_LEAST_PROGRESS = 1e-5
# Where whole customers cannot fill the limits, assignments are off by chance, and rounds that
# gain less than a part of that gap would go on for long: 27 rounds instead of 8 gained 0.7 %.
_PROGRESS_PER_GAP = 0.2
# Gains fall from round to round: so many times the last one is more than all that are to come.
_ROUNDS_TO_COME = 20.0
# Customers among whom every exchange of two is tried: some hundredths of a second for all pairs.
_MOST_EXCHANGED = 600
# Customers per cluster up to which one who changes takes the centre along by much.
_FEW_EACH = 25
# Orders of more clusters than three take longer than further starts.
_MOST_ORDERED = 3


@dataclass(frozen=True)
class ExactRounds:
    """One clustering problem with the steps that make given centres better."""

    problem: ClusteringProblem
    effort: SearchEffort
    context: SearchContext
    start: int = 1
    """Number of the start, for the record of rounds."""
    to_beat: float | None = None
    """Inertia of a better start; rounds end where they would not come so far."""
    only_moves: bool = False
    """Whether assignments that moves do not find are given up; see :class:`AssignmentEffort`."""

    def of_finalist(self, finalist: Tried) -> Clustering:
        """The same from the centres of a start; who fills most of one stays there.

        What assignments then prove about the gap holds for these places of theirs only, so it
        tells nothing.
        """
        centres, prices = finalist.centres, finalist.prices
        if not self.problem.fill_centres.any():
            return self.from_centres(centres, prices)
        try:
            found = replace(self, problem=finalist.problem).from_centres(centres, prices)
        except InfeasibleProblem:
            return self.from_centres(centres, prices)
        return replace(found, gap=1.0)

    def at_once(self, tried: Tried) -> Clustering:
        """Clusters within the limits around the centres of a start, after a cancel.

        Raises
        ------
        Cancelled
            If none are found in no time.
        """
        answer = assign_at_once(
            self.problem.cost(tried.centres, within_reach=True),
            self.problem.limits,
            AssignmentStart(certain(tried.prices)),
            self.context.progress,
        )
        return self._clustering(answer, tried.centres, 1, "cancelled")

    def from_centres(self, centres: FloatArray, prices: FloatArray | None = None) -> Clustering:
        """Alternate exact assignments and means until nothing improves.

        Parameters
        ----------
        prices : ndarray of float, shape (limits, k), optional
            About the prices at these centres.

        Raises
        ------
        InfeasibleProblem
            If no assignment to the centres keeps the limits.
        Cancelled
            If cancelled before there was an assignment.
        """
        if self.problem.rules.max_distance is None:
            return self._alternated(centres, prices)
        free = replace(self, problem=self.problem.without_distance())._alternated(centres, prices)
        try:
            return self._alternated(free.centres)
        except InfeasibleProblem:
            # Means leave the remotest customers far away; the middles of the clusters do not.
            middles = middle_points(self.problem.points, free.labels, free.centres)
            return self._alternated(middles)

    def at(self, centres: FloatArray) -> Clustering:
        """The best clusters of centres that stay where they are."""
        answer = self._assignment(centres, None, self.effort.assignment.gap)
        return self._clustering(answer, centres, 1, "converged")

    def _alternated(self, centres: FloatArray, prices: FloatArray | None = None) -> Clustering:
        best: Clustering | None = None
        start = None if prices is None else AssignmentStart(prices)
        before: IntArray | None = None
        for number in range(1, self.effort.max_rounds + 1):
            # Assignments without limits are found at once, and do not ask.
            if best is not None and self.context.progress.is_cancelled():
                return replace(best, status="cancelled")
            try:
                answer = self._assignment(centres, start, _ROUGH_GAP)
            except (Cancelled, InfeasibleProblem):
                # A new mean may lie too far from some customer; the last plan is sound.
                if best is None:
                    raise
                status = "cancelled" if self.context.progress.is_cancelled() else "converged"
                return replace(best, status=status)
            start = answer.start
            found = self._clustering(answer, centres, number, "rounds")
            self._record(found, before)
            before = found.labels
            least = max(_LEAST_PROGRESS, _PROGRESS_PER_GAP * (found.gap - _ROUGH_GAP))
            if best is not None and found.inertia >= best.inertia * (1.0 - least):
                best = found if found.inertia < best.inertia else best
                return replace(best, status="converged")
            if best is not None and self._falls_behind(found.inertia, best.inertia):
                return replace(found, status="converged")
            best = found
            centres = self.problem.means(found.labels, centres)
        return certain(best)

    def _falls_behind(self, inertia: float, before: float) -> bool:
        """Whether even many rounds that gain as much as the last one would not be enough."""
        gain = _ROUNDS_TO_COME * (before - inertia)
        return self.to_beat is not None and inertia - gain > self.to_beat

    def polished(self, best: Clustering) -> Clustering:
        """The same centres with an assignment as good as asked for, if moves find one."""
        gap = self.effort.assignment.gap
        if best.gap <= gap or best.status == "cancelled":
            return best
        try:
            by_moves = replace(self, only_moves=True)
            answer = by_moves._assignment(best.centres, AssignmentStart(best.prices), gap)
        except Cancelled:
            return replace(best, status="cancelled")
        except InfeasibleProblem:
            # Moves from prices alone may miss what rounds came to step by step.
            return best
        again = self._clustering(answer, best.centres, best.rounds, best.status)
        if again.inertia < best.inertia or not best.inertia:
            return again
        return replace(best, gap=max(1.0 - answer.lower_bound / best.inertia, 0.0))

    def exchanged(self, found: Clustering) -> Clustering:
        """The same, if customers are few, with moves that take the centres along."""
        if not self.may_exchange:
            return found
        labels = exchange_customers(
            self.problem.points,
            found.labels,
            self.problem.count,
            self.problem.rules.limits,
            allowed=self.problem.rules.allowed,
            progress=self.context.progress,
        )
        return self.problem.recentred(replace(found, labels=labels))

    def reordered(self, found: Clustering) -> Clustering:
        """The same, if customers and clusters are few, after clusters have changed places.

        Where limits tie customers to certain clusters, the right clusters may have the wrong
        names, and then no move of one or two customers helps.
        """
        count = self.problem.count
        tied = self.problem.rules.tell_clusters_apart
        few = self.problem.is_small and self.may_exchange
        if not tied or count > _MOST_ORDERED or not few:
            return found
        better = True
        while better and found.status != "cancelled":
            better = False
            for order in list(permutations(range(count)))[1:]:
                try:
                    other = self.exchanged(self.from_centres(found.centres[list(order)]))
                except Cancelled:
                    return replace(found, status="cancelled")
                except InfeasibleProblem:
                    continue
                if other.inertia < found.inertia * (1.0 - SAME):
                    found, better = other, True
                    break
        return found

    @property
    def may_exchange(self) -> bool:
        """Whether there is time for every exchange, which must not lead too far or divide."""
        rules, n = self.problem.rules, len(self.problem)
        few = n <= _MOST_EXCHANGED and n <= _FEW_EACH * self.problem.count
        few = few or self.problem.is_small
        return few and rules.max_distance is None and rules.together is None

    def _record(self, found: Clustering, before: IntArray | None) -> None:
        if self.context.rounds is not None:
            n = len(found.labels)
            moved = n if before is None else int(np.count_nonzero(found.labels != before))
            self.context.rounds.append(Round(self.start, self._next_number(), found.inertia, moved))

    def _next_number(self) -> int:
        """Rounds without the maximum distance come first and are counted too."""
        rounds = self.context.rounds or []
        return 1 + sum(1 for one in rounds if one.start == self.start)

    def _assignment(
        self, centres: FloatArray, start: AssignmentStart | None, gap: float
    ) -> Assignment:
        return assign(
            self.problem.cost(centres, within_reach=True),
            self.problem.limits,
            start=start,
            effort=AssignmentEffort(
                gap, self.effort.assignment.max_seconds, only_moves=self.only_moves
            ),
            names=self.context.names,
            solver=self.context.solver,
            progress=self.context.progress,
        )

    def _clustering(
        self, answer: Assignment, centres: FloatArray, rounds: int, status: str
    ) -> Clustering:
        return Clustering(
            self.problem.expanded(answer.labels),
            centres,
            answer.objective,
            answer.gap,
            rounds,
            answer.prices,
            "cancelled" if answer.status == "cancelled" else status,
        )
