"""The stages of one search: a first plan, islands, and what betters their best plan."""

from __future__ import annotations

import contextlib
import time
from dataclasses import dataclass, replace

import numpy as np

from ..arrays import IntArray
from ..errors import TerritoryError
from ..memory import OutOfMemory, needed
from ..progress import Cancelled, TimeLimit
from ..texts import Text
from ..workers import WorkerFailed, WorkerPool, available_workers
from .border_cuts import cut_borders
from .convergence import ConvergenceRow
from .criteria import evaluate
from .enumeration import best_plan
from .evolution import NO_TIME, Evolution, PoolProgress
from .exchange import exchange_areas
from .feasibility import Checked
from .islands import TASK, shared_message
from .keeping_prices import counts_keeping, settle_at_keeping_prices
from .leeway import spend_leeway
from .local_search import improve
from .names import keep_names
from .proven_plan import most_even_plan, proven_plan
from .rates import AdaptiveRates
from .refinement import refined
from .result import CANCELLED, CONVERGED, INTERRUPTED, MAX_SECONDS, BalanceResult


@dataclass(frozen=True)
class _Tuning:
    """From which size on searches need more than one process, or more than one plan at once.

    Attributes
    ----------
    areas_worth_a_child, areas_worth_one_if_long : int
        Areas from which on a child interpreter pays its start of half a second; of fewer where
        plans are searched for long.
    areas_worth_a_first_plan : int
        Areas from which on a time limit of some seconds may end before islands have answered.
    share_for_first_plan : float
        Most of the time left that goes to bettering the first plan before islands begin: where
        more were needed, islands would not come to anything. 100,000 areas take two seconds.
    sweeps_of_first_plan : int
        Of the plan that comes before islands: ten find most of what a hundred find.
    rises_abreast : int
        Pressures in a row of the last exchanges that leave a less fit plan each, after which they
        end where plans were annealed abreast: 3 of 29 plans gained by them at all, and to go on
        to the last pressure takes up to a quarter of such a search.
    """

    areas_worth_a_child: int = 3000
    areas_worth_one_if_long: int = 61
    areas_worth_a_first_plan: int = 30_000
    share_for_first_plan: float = 0.6
    sweeps_of_first_plan: int = 10
    rises_abreast: int = 1


_TUNING = _Tuning()


class BalanceSearch(Evolution):
    """One search, from its first plan to its result."""

    def run(self) -> None:
        """Search until a stop rule holds, and refine what was found."""
        self._search()
        if np.isfinite(self.limit_in_the_end):
            self.space = self.space.within(self.limit_in_the_end)
        self._refine()
        self._spend_leeway()
        self._settle_at_keeping_prices()
        self._cut_borders()
        self.note_result()

    def _search(self) -> None:
        """Search the coarsest level."""
        settings = self.settings
        islands = len(self.sizes)
        workers = settings.workers or self._worthwhile_workers()
        message = shared_message(self.space, self.scales, settings)
        try:
            if settings.local_search and not self.levels.blocks and self.solved_exactly():
                return
            self._improve_before_islands()
            self._divide_along_tree()
            if self.generations_limit.seconds_left <= 0.0:
                self.status = CANCELLED if self.caller.is_cancelled() else MAX_SECONDS
                return
            # Islands keep to the end of the generations themselves, and then they answer.
            pool_progress = PoolProgress(self.limit)
            with WorkerPool(TASK, message, min(workers, islands), progress=pool_progress) as pool:
                self._evolve(pool, pool_progress)
                self._shorten_borders(pool)
                if np.isfinite(self.limit_in_the_end):
                    # Even totals come first: what follows is not to be evened out again.
                    self._finish()
                    self._widen(pool)
        except Cancelled:
            out_of_time = self.generations_limit.seconds_left <= 0.0
            stopped = self.caller.is_cancelled() or not out_of_time
            self.status = CANCELLED if stopped else MAX_SECONDS
        except (WorkerFailed, OutOfMemory, MemoryError) as error:
            self._interrupt(error)
        if self.status not in (CANCELLED, INTERRUPTED):
            self._finish()

    def _worthwhile_workers(self) -> int:
        """As many as there are cores, or one where children take longer to start than to search."""
        long = self.schedules.long and self.settings.local_search
        least = _TUNING.areas_worth_one_if_long if long else _TUNING.areas_worth_a_child
        return available_workers() if self.space.area_count >= least else 1

    def _refine(self) -> None:
        """Bring the plan back to the areas that were joined."""
        stopped = self.status in (CANCELLED, INTERRUPTED)
        rng = np.random.default_rng([self.settings.seed, len(self.sizes), 3])
        progress = TimeLimit(self.caller, NO_TIME) if stopped else self.limit
        self.space, self.best = refined(
            self.levels, self.space, self.scales, self.best, rng, progress
        )
        if self.levels.blocks and self.caller.is_cancelled() and not stopped:
            self.status = CANCELLED

    def _spend_leeway(self) -> None:
        """Go nearer to the limit on deviation than the search dared to."""
        if not np.isfinite(self.space.problem.rules.max_deviation) or self.proved:
            return
        if not self.settings.local_search or self.status in (CANCELLED, INTERRUPTED):
            return
        if self.limit.seconds_left <= 0.0 or self.evaluated().breach:
            return
        rng = np.random.default_rng([self.settings.seed, len(self.sizes), 4])
        effort = self.schedules.thorough
        with contextlib.suppress(Cancelled):
            self.best = spend_leeway(self.space, self.scales, self.best, effort, rng, self.limit)

    def _settle_at_keeping_prices(self) -> None:
        """Have fewer areas change hands where that counts."""
        done = self.proved or self.status in (CANCELLED, INTERRUPTED)
        searched = self.settings.local_search and counts_keeping(self.space)
        if done or not searched or self.limit.seconds_left <= 0.0 or self.evaluated().breach:
            return
        rng = np.random.default_rng([self.settings.seed, len(self.sizes), 5])
        effort = self.schedules.thorough
        self.best = settle_at_keeping_prices(
            self.space, self.scales, self.best, effort, rng, self.limit
        )

    def _cut_borders(self) -> None:
        """Shorten borders by what the limit on deviation leaves."""
        limit = self.space.problem.rules.max_deviation
        # All is tolerated where a plan has come from limit to limit: its borders are cut already.
        left = self.space.tolerated < limit < np.inf and self.settings.local_search
        # Around fixed homes trips count more than borders, beside a current plan what stays does.
        left = left and self.space.travel_cost is None and self.space.initial is None
        done = self.proved or self.status in (CANCELLED, INTERRUPTED)
        if left and not done and self.limit.seconds_left > 0.0 and not self.evaluated().breach:
            self.space.tolerated = limit
            self.best = cut_borders(self.space, self.scales, self.best, self.limit)

    def _improve_before_islands(self) -> None:
        """Have an improved plan within a short limit, in which islands may not even begin.

        Child interpreters start and many areas travel to them for seconds. With few areas,
        without a limit, or where nothing is improved by border moves, there is no need for it.
        """
        limited = np.isfinite(self.generations_limit.seconds_left)
        many = self.space.area_count >= _TUNING.areas_worth_a_first_plan
        if not (self.settings.local_search and limited and many):
            return
        time_for_it = self.generations_limit.share(_TUNING.share_for_first_plan)
        seed = [self.settings.seed, len(self.sizes), 1]
        brief = self.schedules.brief
        start = replace(self.schedules.start, sweeps=_TUNING.sweeps_of_first_plan)
        plan = exchange_areas(self.space, self.scales, self.best, brief, time_for_it)
        # Out of time it is as good as it is; the caller's own wish to stop is heard by the pool.
        with contextlib.suppress(Cancelled):
            rng = np.random.default_rng(seed)
            plan = improve(self.space, self.scales, plan, start, rng, time_for_it)
            plan = exchange_areas(self.space, self.scales, plan, brief, time_for_it)
        self._take_if_better(plan)

    def _divide_along_tree(self) -> None:
        """Where border moves find no even plan, set out from one."""
        if not self.settings.local_search:
            return
        plan = self.first.along_tree(self.bound)
        if plan is not None:
            self._take_if_better(plan)

    def _take_if_better(self, plan: IntArray) -> None:
        """A plan that work was spent on stays the best until an island has a better one."""
        fitness = self._fitness_of(plan)
        if fitness < self.best_fitness:
            self.best = plan
            self.best_fitness = self.improved_fitness = fitness

    def _finish(self) -> None:
        """Balance the best plan more thoroughly than a generation has time for."""
        left = self.limit.seconds_left
        # Where time is short, it is worth more on the levels below.
        needed = not self.levels.blocks or not np.isfinite(left)
        if self.settings.local_search and left > 0.0 and needed:
            if not self.is_settled:
                effort = self.schedules.thorough
                if self.schedules.abreast and not self.evaluated().breach:
                    effort = replace(effort, rises=_TUNING.rises_abreast)
                self.best = exchange_areas(self.space, self.scales, self.best, effort, self.limit)
                self.is_settled = True
            if self.caller.is_cancelled():
                self.status = CANCELLED

    def note_result(self) -> None:
        """Give the plan the names it should have, and correct the last row accordingly."""
        if not self.convergence.rows:
            self.note_plans([self.best])
        self.best = keep_names(self.space, self.scales, self.best)
        final = self.evaluated()
        self.best_fitness = final.fitness
        self.convergence.correct_last(final)
        self._tell_rows(-1)

    def solved_exactly(self) -> bool:
        """Enumerate all plans, or all territories, if the problem is small enough for that."""
        if self._proved_within_limit():
            return True
        first = self.best
        optimum = best_plan(self.space, self.scales, first, self.limit)
        self.best, self.best_fitness = optimum.labels, self._fitness_of(optimum.labels)
        if optimum.proved:
            self._take_proved(first, optimum.labels)
        return optimum.proved

    def _proved_within_limit(self) -> bool:
        """Choose from all territories that keep a limit on deviation."""
        if self.impossible:
            return False
        proof = proven_plan(self.space, self.scales, self.limit)
        self.impossible = proof.proved and proof.labels is None
        if self.impossible:
            proof = most_even_plan(self.space, self.limit)
            if proof.labels is not None and proof.proved:
                self._take_proved(self.best, proof.labels)
            return self.proved
        if proof.labels is None:
            return False
        if not proof.proved:
            self._take_if_better(proof.labels)
            return False
        # A margin is for plans that are walked to.
        self.space.tolerated = self.space.problem.rules.max_deviation
        self._take_proved(self.best, proof.labels)
        self.caller.message(
            Text.of(
                "No plan that keeps the maximum deviation is better: all territories that can be"
                " part of one were compared."
            )
        )
        return True

    def _take_proved(self, first: IntArray, labels: IntArray) -> None:
        """Than this plan none is better."""
        self.best, self.best_fitness = labels, self._fitness_of(labels)
        self.proved, self.status = True, CONVERGED
        # The most even plan may be less fit than the first one.
        better = self.best_fitness <= self._fitness_of(first)
        self.note_plans([first, labels] if better else [labels])

    def _fitness_of(self, labels: IntArray) -> float:
        return evaluate(self.space, self.scales, labels).fitness

    def _interrupt(self, error: Exception) -> None:
        """Go on with the best plan so far, and say why there is no better one."""
        lack = OutOfMemory.of(needed(error)) if isinstance(error, MemoryError) else error
        self.failure = lack if isinstance(lack, TerritoryError) else None
        self.status = INTERRUPTED
        self.caller.message(
            Text.of(
                "The search has ended early and gives back its best plan so far. {reason}",
                reason=getattr(lack, "text", ""),
            )
        )

    def note_plans(self, plans: list[IntArray]) -> None:
        """Convergence rows for plans that no population lived on."""
        rates = AdaptiveRates.first(self.settings)
        for plan in plans:
            found = evaluate(self.space, self.scales, plan)
            self.convergence.note(
                ConvergenceRow.of(found, found.fitness, 0.0, rates.crossover, rates.mutation)
            )

    def result(self, checked: Checked) -> BalanceResult:
        return BalanceResult(
            labels=self.best,
            convergence=self.convergence.rows,
            status=self.status,
            generations=self.convergence.generation,
            seconds=time.monotonic() - self.convergence.started,
            lower_bound_pct=checked.lower_bound_pct,
            best_start_fitness=self.best_start_fitness,
            fitness=self.best_fitness,
            reachable_pct=100.0 * float(np.abs(self.space.reachable).max(initial=0.0)),
            messages=checked.warnings,
            island_sizes=tuple(self.sizes),
        )
