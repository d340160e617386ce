"""Search for the centres of one count: allocation and moving centres in turn."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import FloatArray, IntArray
from ..assignment import Solver, assign
from ..assignment.explain import readable
from ..errors import InfeasibleProblem
from ..progress import Cancelled, Progress
from .greenfield_problem import GreenfieldProblem
from .greenfield_starts import Starts
from .location_model import LocationModel

_MAX_ITERATIONS = 100
_SEARCH_GAP = 1e-3
_SEARCH_FALL = 2e-3
_FINAL_GAP = 1e-4
_FINAL_FALL = 1e-6
# For narrow limits, where whole customers hardly fit; otherwise an allocation takes moments.
_FIRST_SECONDS = 10.0
_NEXT_SECONDS = 2.0


@dataclass(frozen=True)
class IterationRecord:
    """One allocation in the history of a search.

    Attributes
    ----------
    count, restart, iteration : int
        Number of centres, start (from 1) and round (from 0).
    objective : float
        Sum of demand × distance after the allocation.
    beyond : float
        Metres by which customers exceed the greatest distance, summed; no plan is taken from
        rounds in which it is above 0.
    """

    count: int
    restart: int
    iteration: int
    objective: float
    beyond: float


@dataclass(frozen=True)
class Plan:
    """Centres with an allocation.

    Attributes
    ----------
    points : ndarray, shape (k, d)
        Centres on the surface of the search, the existing centres first.
    centres : ndarray, shape (k, 2)
        Their positions.
    labels : ndarray of int, shape (n,)
    objective : float
        Sum of demand × distance.
    bound : float
        Least objective of any allocation to these centres.
    beyond : float
        Metres by which customers exceed the greatest distance, summed; 0 in a valid plan.
    restart, iteration : int
        Where in the history it was found.
    """

    points: FloatArray
    centres: FloatArray
    labels: IntArray
    objective: float
    bound: float
    beyond: float
    restart: int
    iteration: int

    def is_better_than(self, other: Plan | None, fall: float = 0.0) -> bool:
        """Fewer metres beyond the greatest distance first, then a lower objective."""
        if other is None:
            return True
        if abs(self.beyond - other.beyond) > 1e-6:
            return self.beyond < other.beyond
        return self.objective < other.objective * (1.0 - fall)


class CentreSearch:
    """Search for one number of centres.

    Parameters
    ----------
    problem : GreenfieldProblem
    count : int
        Number of centres, the existing ones included.
    rng : numpy.random.Generator
    history : list of IterationRecord
        Receives every allocation.
    solver : Solver
        Who answers the exact allocations.
    progress : Progress
    """

    def __init__(
        self,
        problem: GreenfieldProblem,
        count: int,
        rng: np.random.Generator,
        history: list[IterationRecord],
        solver: Solver,
        progress: Progress,
    ) -> None:
        self.problem = problem
        self.model = LocationModel(problem, count)
        self.rng = rng
        self.history = history
        self.solver = solver
        self.progress = progress
        self.limits = problem.limits(count)
        self.best: Plan | None = None
        self._prices: FloatArray | None = None
        self._restart = 0

    def run(
        self, restarts: int, *, initial: IntArray | None = None, smaller: Plan | None = None
    ) -> Plan:
        """Best plan of several starts.

        Starts are alternated until a round gains little; the best plan then has centres
        re-opened elsewhere, and is alternated until its objective no longer falls.

        Raises
        ------
        InfeasibleProblem
            No start led to a plan within the bounds.
        Cancelled
            Cancelled before there was a plan.
        """
        try:
            self._try_starts(restarts, initial, smaller)
            self._reopen(2 if self.model.is_large else restarts)
            self._finish()
        except Cancelled:
            if self.best is None or self.best.beyond > 0.0:
                raise
        except InfeasibleProblem:
            # Narrow limits: some centres have an allocation of whole customers, some have none.
            if self.best is None:
                raise
        assert self.best is not None
        if self.best.beyond > 0.0:
            self._refuse_far(self.best)
        return self.best

    def _try_starts(self, restarts: int, initial: IntArray | None, smaller: Plan | None) -> None:
        starts = Starts(self.model, self.rng, self.progress).collect(
            restarts, initial, None if smaller is None else smaller.points
        )
        reason: InfeasibleProblem | None = None
        for number, start in enumerate(starts):
            try:
                self._alternate(start, _SEARCH_FALL)
            except InfeasibleProblem as error:
                reason = error
            self.progress.report(0.6 * (number + 1) / len(starts))
        if self.best is None:
            assert reason is not None
            raise InfeasibleProblem(
                "With {count} centres no plan was found ({bounds}). {reason}",
                count=self.model.count,
                bounds=self.problem.bounds_text(self.model.count),
                reason=reason,
            ) from reason

    def _alternate(self, centres: FloatArray, least_fall: float) -> bool:
        """Allocate and move centres until the objective falls too little; whether it won."""
        self._restart += 1
        before = self.best
        last: Plan | None = None
        for iteration in range(_MAX_ITERATIONS):
            plan = self._allocated(centres, iteration, _SEARCH_GAP)
            self._offer(plan)
            if self.model.free_count == 0 or not plan.is_better_than(last, least_fall):
                break
            last = plan
            centres = self._filled(self._moved(plan.labels, centres), plan)
        return self.best is not before

    def _allocated(self, centres: FloatArray, iteration: int, gap: float) -> Plan:
        model = self.model
        positions = model.positions(centres)
        distance = self.problem.metric.matrix(self.problem.positions, positions)
        cost = model.search_weights[:, None] * distance
        reach = self.problem.max_distance
        over = np.zeros_like(distance) if reach is None else np.maximum(distance - reach, 0.0)
        if reach is not None:
            # Dear rather than forbidden: the way to a valid plan may lead past invalid ones.
            dear = 1000.0 * float(model.search_weights.max()) * (over + 0.01 * reach)
            cost = cost + np.where(over > 0.0, dear, 0.0)
        answer = assign(
            cost,
            self.limits,
            start_prices=self._prices,
            gap=gap,
            max_seconds=_FIRST_SECONDS if self.best is None else _NEXT_SECONDS,
            names=self.problem.names(),
            solver=self.solver,
            progress=self.progress,
        )
        self._prices = answer.prices
        labels = np.asarray(answer.labels, dtype=np.int64)
        rows = np.arange(labels.size)
        return Plan(
            centres,
            positions,
            labels,
            float(model.demand @ distance[rows, labels]),
            answer.lower_bound,
            float(over[rows, labels].sum()),
            self._restart,
            iteration,
        )

    def _offer(self, plan: Plan) -> None:
        self.history.append(
            IterationRecord(
                self.model.count, plan.restart, plan.iteration, plan.objective, plan.beyond
            )
        )
        if plan.is_better_than(self.best):
            self.best = plan

    def _moved(self, labels: IntArray, centres: FloatArray) -> FloatArray:
        """Centres in the middle of their customers, or near it so that they reach all."""
        return self.model.reaching(labels, self.model.middles(labels, centres))

    def _filled(self, centres: FloatArray, plan: Plan) -> FloatArray:
        """Centres that got no customer go to where one more centre saves most."""
        model = self.model
        empty = np.flatnonzero(np.bincount(plan.labels, minlength=model.count) == 0)
        centres = centres.copy()
        for slot in empty[empty >= model.fixed_count]:
            nearest = model.nearest_distance(np.delete(centres, slot, axis=0))
            centres[slot] = model.points[model.most_saving(nearest, self.rng)]
        return centres

    def _reopen(self, rounds: int) -> None:
        """Close the centre that is missed least and open one where it saves most."""
        model = self.model
        if model.free_count == 0 or model.count < 2:
            return
        starts = Starts(model, self.rng, self.progress)
        failures = 0
        for number in range(rounds):
            self.progress.report(0.6 + 0.3 * number / rounds)
            assert self.best is not None
            centres = self.best.points.copy()
            ranked = model.least_missed(centres)
            if failures >= ranked.size:
                return
            slot = int(ranked[failures])
            nearest = model.nearest_distance(np.delete(centres, slot, axis=0))
            centres[slot] = model.points[model.most_saving(nearest, self.rng)]
            centres, _ = starts.improved_freely(centres)
            try:
                won = self._alternate(centres, _SEARCH_FALL)
            except InfeasibleProblem:
                won = False
            failures = 0 if won else failures + 1

    def _finish(self) -> None:
        """Alternate from the best plan until nothing falls; allocate once more, exactly."""
        best = self.best
        assert best is not None
        self._prices = None
        self._restart = best.restart
        iteration = max(
            record.iteration
            for record in self.history
            if record.restart == best.restart and record.count == self.model.count
        )
        last = best
        while self.model.free_count and iteration < _MAX_ITERATIONS:
            iteration += 1
            centres = self._filled(self._moved(last.labels, last.points), last)
            plan = self._allocated(centres, iteration, _SEARCH_GAP)
            self._offer(plan)
            if not plan.is_better_than(last, _FINAL_FALL):
                break
            last = plan
        assert self.best is not None
        best = self.best
        exact = self._allocated(best.points, iteration + 1, _FINAL_GAP)
        if exact.is_better_than(best):
            self._offer(exact)
        elif exact.bound > best.bound:
            self.best = replace(best, bound=exact.bound)

    def _refuse_far(self, plan: Plan) -> None:
        reach = float(self.problem.max_distance or 0.0)
        distance = self.problem.metric.between(self.problem.positions, plan.centres[plan.labels])
        far = np.flatnonzero(distance > reach)
        raise InfeasibleProblem(
            "With {count} centres no plan was found that keeps every customer within {reach} m; "
            "the best leaves {far} farther away, up to {most} m: {ids}. Raise the distance or the "
            "number of centres.",
            count=self.model.count,
            reach=readable(reach),
            far=far.size,
            most=readable(np.ceil(distance.max())),
            ids=self.problem.name(far),
        )
