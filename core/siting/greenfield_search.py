"""Search for the centres of one count: allocation and moving centres in turn."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from ..arrays import FloatArray, IntArray
from ..assignment import AssignmentEffort, AssignmentStart, Solver, assign
from ..certain import certain
from ..errors import InfeasibleProblem
from ..progress import Cancelled, Progress
from .centre_allocation import Allocation, IterationRecord, rounds_until_one_returns
from .greenfield_problem import GreenfieldProblem
from .greenfield_refusals import bounds_text, refuse_far
from .greenfield_rules import RULES
from .greenfield_starts import Starts
from .location_model import LocationModel
from .mean_moves import MeanMoves, can_move


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
        self.best: Allocation | None = None
        self._start: AssignmentStart | None = None
        self._restart = 0

    def run(
        self, restarts: int, *, initial: IntArray | None = None, smaller: Allocation | None = None
    ) -> Allocation:
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
            self.reopen(2 if self.model.is_large else restarts)
            self.finish()
        except Cancelled:
            if self.best is None or self.best.beyond > 0.0:
                raise
        except InfeasibleProblem:
            # Narrow limits: some centres have an allocation of whole customers, some have none.
            if self.best is None:
                raise
        self.best = certain(self.best)
        if self.best.beyond > 0.0:
            refuse_far(self.problem, self.model.count, self.best)
        return self.best

    def _try_starts(
        self, restarts: int, initial: IntArray | None, smaller: Allocation | None
    ) -> None:
        starts = Starts(self.model, self.rng, self.progress).collect(
            restarts, initial, None if smaller is None else smaller.points
        )
        reason: InfeasibleProblem | None = None
        for number, start in enumerate(starts):
            try:
                self.alternate(start, RULES.search_fall)
            except InfeasibleProblem as error:
                reason = error
            self.progress.report(0.6 * (number + 1) / len(starts))
        if self.best is None:
            reason = certain(reason)
            raise InfeasibleProblem(
                "With {count} centres no plan was found ({bounds}). {reason}",
                count=self.model.count,
                bounds=bounds_text(self.problem, self.model.count),
                reason=reason,
            ) from reason

    def alternate(self, centres: FloatArray, least_fall: float) -> bool:
        """Allocate and move centres until the objective falls too little; whether it won.

        Plain means go on until they are the means of their customers, as the objective may
        rise on the way there.
        """
        self._restart += 1
        before = self.best
        if self.settles and not self.model.is_large:
            settled = self.settled(centres, 0, RULES.search_gap)
            if settled.is_better_than(self.best):
                self.best = settled
            return self.best is not before
        last: Allocation | None = None
        for iteration in range(RULES.max_iterations):
            plan = self.allocated(centres, iteration, RULES.search_gap)
            self._offer(plan)
            if self.model.free_count == 0 or not plan.is_better_than(last, least_fall):
                break
            last = plan
            centres = self.filled(self.moved(plan.labels, centres), plan)
        return self.best is not before

    @property
    def settles(self) -> bool:
        """Whether the plan must be one whose centres are the means of their customers.

        Medians get there by themselves, as each move lowers the objective, and weighted means
        all but do. With a maximum distance centres lie where they reach all their customers.
        """
        problem = self.problem
        free = self.model.free_count > 0 and not np.isfinite(problem.bounds.reach)
        return problem.centre_rule == "mean" and free

    def settled(self, centres: FloatArray, iteration: int, gap: float) -> Allocation:
        """Allocate and move until the same comes again; the best with centres at the means.

        Mostly the last round is the same as the one before: its centres are the means of the
        customers that they get. Totals may have been less on the way, as means do not make them
        the least; then it is an earlier round, whose centres are moved to the means, too. Where
        there are few enough customers, they are moved one by one after it.

        Parameters
        ----------
        iteration : int
            Number of the first round.
        """
        last: Allocation | None = None

        def allocate(places: FloatArray, number: int) -> Allocation:
            nonlocal last
            try:
                last = self.allocated(places, iteration + number, gap)
            except Cancelled:
                if last is None:
                    raise
                return last  # the same comes again: the rounds end
            self._record(last)
            return last

        def move(plan: Allocation) -> FloatArray:
            return self.filled(self.moved(plan.labels, plan.points), plan)

        rounds = rounds_until_one_returns(allocate, move, centres, RULES.max_iterations)
        best: Allocation | None = None
        for plan, following in zip(rounds, rounds[1:]):
            moved = self._moved_on(plan, following)
            if moved.is_better_than(best):
                best = moved
        best = certain(best)
        if not can_move(self.model):
            return best
        moved = self._with_moves(best)
        return moved if moved.is_better_than(best) else best

    def _with_moves(self, plan: Allocation) -> Allocation:
        """The plan after moves of single customers, recorded as the round after it."""
        labels = MeanMoves(self.model, self.limits, plan.labels).run(self.progress)
        points = self.model.middles(labels, plan.points)
        places = self.model.positions(points)
        # No bound: nobody has allocated to these centres.
        around = replace(
            plan, points=points, centres=places, bound=0.0, iteration=plan.iteration + 1
        )
        moved = self._moved_on(replace(plan, labels=labels), around)
        self._record(moved)
        return moved

    def _moved_on(self, plan: Allocation, following: Allocation) -> Allocation:
        """A round's customers with the centres of the following one, which are their means."""
        customers = self.problem.customers
        distance = customers.metric.between(customers.positions, following.centres[plan.labels])
        over = np.maximum(distance - self.problem.reach(self.model.count)[plan.labels], 0.0)
        objective = float((self.model.demand * distance).sum())
        return replace(following, labels=plan.labels, objective=objective, beyond=float(over.sum()))

    def allocated(self, centres: FloatArray, iteration: int, gap: float) -> Allocation:
        model = self.model
        positions = model.positions(centres)
        customers = self.problem.customers
        distance = customers.metric.matrix(
            customers.positions, positions, self.progress.in_silence()
        )
        cost = model.search_weights[:, None] * distance
        reach = self.problem.reach(model.count)
        over = np.maximum(distance - reach, 0.0)
        if over.any():
            price = RULES.beyond_price * float(model.search_weights.max())
            step = np.where(np.isfinite(reach), RULES.beyond_step * reach, 0.0)
            cost = cost + np.where(over > 0.0, price * (over + step), 0.0)
        answer = assign(
            cost,
            self.limits,
            start=self._start,
            effort=AssignmentEffort(
                gap, RULES.first_seconds if self.best is None else RULES.next_seconds
            ),
            names=self.problem.names(),
            solver=self.solver,
            progress=self.progress,
        )
        self._start = answer.start
        labels = np.asarray(answer.labels, dtype=np.int64)
        rows = np.arange(labels.size)
        return Allocation(
            centres,
            positions,
            labels,
            float((model.demand * distance[rows, labels]).sum()),
            answer.lower_bound,
            float(over[rows, labels].sum()),
            self._restart,
            iteration,
        )

    def _offer(self, plan: Allocation) -> None:
        self._record(plan)
        if plan.is_better_than(self.best):
            self.best = plan

    def _record(self, plan: Allocation) -> None:
        self.history.append(
            IterationRecord(
                self.model.count,
                plan.restart,
                plan.iteration,
                plan.objective,
                plan.beyond,
                plan.centres,
            )
        )

    def moved(self, labels: IntArray, centres: FloatArray) -> FloatArray:
        """Centres in the middle of their customers, or near it so that they reach all."""
        return self.model.reaching(labels, self.model.middles(labels, centres))

    def filled(self, centres: FloatArray, plan: Allocation) -> FloatArray:
        """Centres that got no customer go to where one more centre saves most."""
        model = self.model
        empty = np.flatnonzero(np.bincount(plan.labels, minlength=model.count) == 0)
        centres = centres.copy()
        for slot in empty[empty >= model.fixed_count]:
            nearest = model.nearest_distance(np.delete(centres, slot, axis=0))
            centres[slot] = model.points[model.most_saving(nearest, self.rng, self.progress)]
        return centres

    def reopen(self, rounds: int) -> None:
        """Close the centre that is missed least and open one where it saves most."""
        model = self.model
        if model.free_count == 0 or model.count < 2:
            return
        starts = Starts(model, self.rng, self.progress)
        failures = 0
        for number in range(rounds):
            self.progress.stop_if_cancelled()
            self.progress.report(0.6 + 0.3 * number / rounds)
            self.best = certain(self.best)
            centres = self.best.points.copy()
            ranked = model.least_missed(centres)
            if failures >= ranked.size:
                return
            slot = int(ranked[failures])
            nearest = model.nearest_distance(np.delete(centres, slot, axis=0))
            centres[slot] = model.points[model.most_saving(nearest, self.rng, self.progress)]
            centres, _ = starts.improved_freely(centres)
            try:
                won = self.alternate(centres, RULES.search_fall)
            except InfeasibleProblem:
                won = False
            failures = 0 if won else failures + 1

    def finish(self) -> None:
        """Alternate from the best plan until nothing falls; allocate once more, exactly."""
        best = self.best
        best = certain(best)
        self._start = None
        self._restart = best.restart
        iteration = max(
            record.iteration
            for record in self.history
            if record.restart == best.restart and record.count == self.model.count
        )
        if self.settles:
            settled = self.settled(best.points, iteration + 1, RULES.final_gap)
            if self.model.is_large or settled.is_better_than(best):
                self.best = best = settled
            if best.bound <= 0.0:  # after moves nobody has allocated to these centres
                exact = self.allocated(best.points, best.iteration + 1, RULES.final_gap)
                self.best = replace(best, bound=exact.bound)
            return
        last = best
        while self.model.free_count and iteration < RULES.max_iterations:
            iteration += 1
            centres = self.filled(self.moved(last.labels, last.points), last)
            plan = self.allocated(centres, iteration, RULES.search_gap)
            self._offer(plan)
            if not plan.is_better_than(last, RULES.final_fall):
                break
            last = plan
        self.best = certain(self.best)
        best = self.best
        exact = self.allocated(best.points, iteration + 1, RULES.final_gap)
        if exact.is_better_than(best):
            self._offer(exact)
        elif exact.bound > best.bound:
            self.best = replace(best, bound=exact.bound)
