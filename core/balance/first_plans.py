"""Plans from which a search sets out: the best that its time limit has time for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

import numpy as np

from ..arrays import IntArray
from ..errors import InfeasibleProblem
from ..libraries import optimize
from ..progress import Cancelled, Progress, TimeLimit
from ..sums import weighted_rows
from .change_budget import reachable_deviations
from .criteria import Scales
from .enumeration import best_plan
from .repair import completed, repair
from .space import SearchSpace, sums_of
from .starts import StartFactory
from .tree_division import divided_along_tree, is_all_but_a_tree

_Made = TypeVar("_Made")

# A division along a tree takes seconds for these.
_MAX_AREAS_OF_A_TREE = 20_000


@dataclass(frozen=True)
class FirstPlans:
    """Makes the plan that others are measured by, and the one to hand back at once.

    Attributes
    ----------
    space : SearchSpace
    seed : list of int
        Of the random numbers.
    limit : TimeLimit
        Time that the search has.
    caller : Progress
        Whose cancelling ends everything, while the end of the time only means to hurry.
    """

    space: SearchSpace
    seed: list[int]
    limit: TimeLimit
    caller: Progress

    def balanced(self, bound: float) -> IntArray:
        """A balanced plan, from the best that the time limit has time for."""
        rng = np.random.default_rng(self.seed)
        starts = StartFactory(self.space)
        raw = None
        if self.space.travel_cost is not None:
            raw = self._unless_late(0.5, lambda limit: starts.least_travel(bound, limit))
        if raw is None:
            raw = self._unless_late(
                1.0, lambda limit: starts.power_diagram(rng, all_criteria=False, progress=limit)
            )
        # Where time is up already, there must still be a plan to hand back.
        return repair(self.space, starts.nearest(rng) if raw is None else raw, rng)

    def along_tree(self, bound: float) -> IntArray | None:
        """The most even plan along a spanning tree, where the map is all but a tree."""
        space = self.space
        if space.change_limit < 1.0 or space.area_count > _MAX_AREAS_OF_A_TREE:
            return None
        if not is_all_but_a_tree(space.graph):
            return None
        rng = np.random.default_rng([*self.seed, 2])
        importance = (space.inverse_targets * space.criterion_shares).mean(axis=0)
        weights = weighted_rows(space.weights, importance)

        def make(limit: Progress) -> IntArray | None:
            count = space.territory_count
            return divided_along_tree(space.graph, weights, count, rng, bound=bound, progress=limit)

        parts = self._unless_late(0.3, make)
        return None if parts is None else repair(space, self._named(parts), rng)

    def _named(self, parts: IntArray) -> IntArray:
        """The parts as territories whose homes are near; any where homes are free."""
        cost = self.space.travel_cost
        if cost is None:
            return parts
        count = self.space.territory_count
        by_part = np.column_stack([sums_of(column, parts, count) for column in cost.T])
        return optimize.linear_sum_assignment(by_part)[1][parts]

    def _unless_late(self, share: float, make: Callable[[Progress], _Made]) -> _Made | None:
        """What is made within a share of the time left; None if it takes longer."""
        limit = self.limit.share(share)
        try:
            return make(limit)
        except Cancelled:
            if self.caller.is_cancelled() or limit.seconds_left > 0.0:
                raise
            return None

    def to_hand_back(self, scales: Scales, reference: IntArray) -> IntArray:
        """A plan to hand back if the search is cancelled before any island answers."""
        space = self.space
        if space.change_limit >= 1.0 or space.initial is None:
            return reference
        rng = np.random.default_rng(self.seed)
        present = repair(space, completed(space, space.initial), rng)
        changed = space.changed(present)
        if changed > space.change_limit + 1e-9:
            # Repair does not look for the least change; in a small problem that can be tried out.
            least = best_plan(space, scales, reference, self.caller).labels
            if space.changed(least) <= space.change_limit + 1e-9:
                return least
            raise InfeasibleProblem(
                "Making the current plan contiguous moves {needed:.3g} % of the weight, but only "
                "{limit:g} % may change territory. Raise “Maximum change” (MAX_CHANGE), or join "
                "the parts (“Join islands to their nearest neighbour”, BRIDGE, or edges in the "
                "“Edited adjacency layer”, ADJACENCY).",
                needed=100.0 * changed,
                limit=100.0 * space.change_limit,
            )
        space.reachable = reachable_deviations(space, present)
        return present
