"""The genetic search: from a problem to the best plan found (thesis, algorithms 3 and 10)."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from ..arrays import IntArray
from ..errors import InfeasibleProblem, TerritoryError
from ..memory import OutOfMemory, needed
from ..progress import SILENT, Cancelled, Progress, TimeLimit
from ..texts import Text
from ..workers import WorkerFailed, WorkerPool, available_workers
from ..workers.messages import Message
from .broken_limit import broken_limit
from .coarsening import Levels, coarsened
from .convergence import CONVERGENCE_COLUMNS, Convergence, ConvergenceRow
from .criteria import Evaluation, Scales, evaluate
from .enumeration import best_plan
from .exchange import exchange_areas
from .feasibility import Checked, check
from .first_plans import FirstPlans
from .islands import TASK, Island, migrate, shared_message
from .leeway import spend_leeway
from .local_search import improve
from .names import keep_names
from .problem import BalanceProblem
from .promising_starts import are_telling
from .rates import AdaptiveRates
from .refinement import refined
from .result import (
    CANCELLED,
    CONVERGED,
    INTERRUPTED,
    MAX_GENERATIONS,
    MAX_SECONDS,
    TARGET_REACHED,
    BalanceResult,
)
from .schedules import Schedules
from .settings import SearchSettings
from .shorter_borders import are_cheap, fittest_of, rounds, try_numbers
from .space import SearchSpace

__all__ = ["CONVERGENCE_COLUMNS", "BalanceResult", "SearchSettings", "balance"]


@dataclass(frozen=True)
class _Tuning:
    """When the search goes on, and how it divides its time.

    Attributes
    ----------
    epoch, epoch_plain : int
        Generations between two exchanges of plans, with local search and without. With it a
        generation takes as long as the exchange is worth.
    significant, significant_plain : float
        Relative gain of fitness that is progress. Less hardly ever leads on to more.
    areas_worth_a_child, areas_worth_one_if_long : int
        Areas from which on a child interpreter pays its start of half a second; of fewer where
        plans are searched for long.
    areas_worth_a_first_plan : int
        Areas from which on a time limit of some seconds may end before islands have answered.
    share_for_first_plan : float
        Most of the time left that goes to bettering the first plan before islands begin: where
        more were needed, islands would not come to anything. 100,000 areas take two seconds.
    share_for_starts : float
        Part of a time limit for the first population, so that generations are left for it.
    share_for_finish : float
        Part of it for the final exchange of areas.
    share_for_levels : float
        The same where blocks are searched, and the plan is refined afterwards.
    sweeps_of_first_plan : int
        Of the plan that comes before islands: ten find most of what a hundred find.
    near_limit : float
        Multiple of the limit on deviation up to which a plan that breaks it is worth a second,
        stricter search.
    strictly : float
        Weight of balance in that search, in weights of all else together. 400 districts × 20
        within 1 %: two of three seeds break the limit without it, one of them with it, too.
    strict_tries : int
        Strict searches, each from another seed; the second one keeps the limit there.
    """

    epoch: int = 1
    epoch_plain: int = 10
    significant: float = 3e-3
    significant_plain: float = 2e-4
    areas_worth_a_child: int = 3000
    areas_worth_one_if_long: int = 61
    areas_worth_a_first_plan: int = 30_000
    share_for_first_plan: float = 0.6
    share_for_starts: float = 0.5
    share_for_finish: float = 0.1
    share_for_levels: float = 0.4
    sweeps_of_first_plan: int = 10
    near_limit: float = 2.0
    strictly: float = 100.0
    strict_tries: int = 2


_TUNING = _Tuning()
_SEEDS_APART = 1_000_003
"""So that the second search from one seed is not the first one from the next."""
_NO_TIME = 1e-9
"""Seconds: 0 would be no limit."""


def balance(
    problem: BalanceProblem,
    settings: SearchSettings | None = None,
    *,
    ids: Sequence[object] | None = None,
    territory_ids: Sequence[object] | None = None,
    checked: Checked | None = None,
    progress: Progress = SILENT,
) -> BalanceResult:
    """Find a plan that is balanced, close to its homes and compact.

    Parameters
    ----------
    problem : BalanceProblem
    settings : SearchSettings, optional
    ids : sequence, optional
        Ids of the areas for messages; their numbers from 1 otherwise.
    territory_ids : sequence, optional
        The same for the territories.
    checked : Checked, optional
        What :func:`.check` said of this problem, if it was asked before.
    progress : Progress
        Told the progress and asked for cancellation.

    Returns
    -------
    BalanceResult
        The plan is contiguous and keeps all rules.

    Raises
    ------
    InvalidInput, InfeasibleProblem
        Before the search, if the problem cannot be solved as given; after it, if no plan was
        found that keeps the limits.
    Cancelled
        If the caller stops before there is any plan that keeps the limits.
    """
    settings = settings or SearchSettings()
    started = time.monotonic()
    checked = checked or check(problem, ids=ids, territory_ids=territory_ids)
    levels = coarsened(problem, settings)
    if levels.blocks:
        # Blocks may be too coarse for what rules leave open, and areas may not.
        with contextlib.suppress(InfeasibleProblem):
            return _searched(levels, settings, started, progress, checked)
    return _searched(Levels.none(problem), settings, started, progress, checked)


def _searched(
    levels: Levels,
    settings: SearchSettings,
    started: float,
    progress: Progress,
    checked: Checked,
) -> BalanceResult:
    search = _GeneticSearch(levels, settings, started, progress, checked.lower_bound_pct)
    search.run()
    search.keep_limit_strictly(checked.lower_bound_pct)
    search.refuse_broken_limits()
    return search.result(checked)


def _seconds_left(settings: SearchSettings, started: float) -> float:
    """What is left of the time limit; 0 without one."""
    if settings.max_seconds == 0.0:
        return 0.0
    return max(started + settings.max_seconds - time.monotonic(), _NO_TIME)


def _end_in(seconds: float) -> float:
    """Time of the clock after so many seconds; 0 for no limit."""
    return time.time() + seconds if np.isfinite(seconds) else 0.0


class _GeneticSearch:
    """State of one search: convergence and the best plan so far."""

    def __init__(
        self,
        levels: Levels,
        settings: SearchSettings,
        started: float,
        progress: Progress,
        bound_pct: float,
    ) -> None:
        self.levels = levels
        self.settings = settings
        self.convergence = Convergence(started)
        self.caller = progress
        self.limit = TimeLimit(progress, _seconds_left(settings, started))
        # What is left after this one is for the final exchange of areas.
        finish = _TUNING.share_for_levels if levels.blocks else _TUNING.share_for_finish
        self.generations_limit = self.limit.share(1.0 - finish)
        self.space = SearchSpace(levels.coarsest)
        self.schedules = Schedules.of(self.space, settings.max_seconds)
        space = self.space
        size = space.area_count, space.territory_count
        long, single = self.schedules.long, self.schedules.single_moves
        abreast = self.schedules.abreast and settings.local_search
        homes = space.travel_cost is not None
        kind = {"homes": homes, "long": long, "single": single, "abreast": abreast}
        self.sizes = settings.island_sizes(*size, **kind)
        # Few plans keep a narrow limit, and the best of them are found late.
        kind["abreast"] = abreast and not self.space.has_narrow_limit
        self.patience = settings.patience(*size, **kind)
        bound = bound_pct / 100.0
        seed = [settings.seed, len(self.sizes)]
        self.first = first = FirstPlans(self.space, seed, self.generations_limit, progress)
        self.bound = bound
        reference = first.balanced(bound)
        self.scales = Scales.from_reference(self.space, reference, bound)
        self.best: IntArray = first.to_hand_back(self.scales, reference)
        self.has_short_borders = False
        self.best_fitness = self._evaluate().fitness
        self.best_start_fitness = self.best_fitness
        self.improved_fitness = np.inf
        self.status = ""
        self.proved = False
        self.failure: TerritoryError | None = None

    def run(self) -> None:
        """Search until a stop rule holds, and refine what was found."""
        self._search()
        self._refine()
        self._spend_leeway()
        self._note_result()

    def _search(self) -> None:
        """Search the coarsest level."""
        settings = self.settings
        islands = len(self.sizes)
        workers = settings.workers or self._worthwhile_workers()
        message = shared_message(self.space, self.scales, settings)
        try:
            if settings.local_search and not self.levels.blocks and self._solved_exactly():
                return
            self._improve_before_islands()
            self._divide_along_tree()
            if self.generations_limit.seconds_left <= 0.0:
                self.status = CANCELLED if self.caller.is_cancelled() else MAX_SECONDS
                return
            # Islands keep to the end of the generations themselves, and then they answer.
            pool_progress = _PoolProgress(self.limit)
            with WorkerPool(TASK, message, min(workers, islands), progress=pool_progress) as pool:
                self._evolve(pool, pool_progress)
                self._shorten_borders(pool)
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
        progress = TimeLimit(self.caller, _NO_TIME) if stopped else self.limit
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
        if self.limit.seconds_left <= 0.0 or self._evaluate().breach:
            return
        rng = np.random.default_rng([self.settings.seed, len(self.sizes), 4])
        effort = self.schedules.thorough
        with contextlib.suppress(Cancelled):
            self.best = spend_leeway(self.space, self.scales, self.best, effort, rng, self.limit)

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
        fitness = evaluate(self.space, self.scales, plan).fitness
        if fitness < self.best_fitness:
            self.best = plan
            self.best_fitness = self.improved_fitness = fitness

    def _finish(self) -> None:
        """Balance the best plan more thoroughly than a generation has time for."""
        left = self.limit.seconds_left
        # Where time is short, it is worth more on the levels below.
        needed = not self.levels.blocks or not np.isfinite(left)
        if self.settings.local_search and left > 0.0 and needed:
            if not self.has_short_borders:
                effort = self.schedules.thorough
                self.best = exchange_areas(self.space, self.scales, self.best, effort, self.limit)
            if self.caller.is_cancelled():
                self.status = CANCELLED

    def _shorten_borders(self, pool: WorkerPool) -> None:
        """Have workers shorten borders that were cheap during the search."""
        settings = self.settings
        asked = settings.target_deviation > 0.0
        worthwhile = settings.local_search and not self.levels.blocks and not asked
        cheap = are_cheap(self.space, self.scales) or are_telling(self.space)
        if not worthwhile or not cheap:
            return
        with contextlib.suppress(Cancelled):
            for turn in rounds():
                self._take_shorter_borders(pool, turn)

    def _take_shorter_borders(self, pool: WorkerPool, turn: int) -> None:
        """One round of it; what is finished counts, also if the caller stops the rest."""
        end = _end_in(self.limit.seconds_left)
        request = {"settled": self.best.astype(np.int32), "round": turn, "end": end}
        answers: dict[int, Message] = {}
        try:
            pool.map([{**request, "number": i} for i in try_numbers()], answers.__setitem__)
        finally:
            plans = [answers[i]["plan"].astype(np.int64) for i in sorted(answers)]
            found = [plan for plan in plans if len(plan)]
            self.best = fittest_of(self.space, self.scales, self.best, found)
            self.has_short_borders = self.has_short_borders or bool(found)

    def _note_result(self) -> None:
        """Give the plan the names it should have, and correct the last row accordingly."""
        if not self.convergence.rows:
            self._note_plans([self.best])
        self.best = keep_names(self.space, self.scales, self.best)
        final = self._evaluate()
        self.best_fitness = final.fitness
        self.convergence.correct_last(final)
        self._tell_rows(-1)

    def _tell_rows(self, first: int) -> None:
        """Tell the caller the rows from the given one on; the last one may be told again."""
        for row in self.convergence.rows[first:]:
            self.caller.course(row)

    def _solved_exactly(self) -> bool:
        """Enumerate all plans, if the problem is small enough for that."""
        optimum = best_plan(self.space, self.scales, self.best, self.limit)
        first_fitness, plans = self.best_fitness, [self.best, optimum.labels]
        self.best, self.proved = optimum.labels, optimum.proved
        self.best_fitness = self._evaluate().fitness
        if not optimum.proved:
            return False
        # The optimum is the most even plan, which may be less fit than the first one.
        self._note_plans(plans if self.best_fitness <= first_fitness else plans[1:])
        self.status = CONVERGED
        return True

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

    def keep_limit_strictly(self, bound_pct: float) -> None:
        """Where a plan all but keeps its limit on deviation, search again for that above all.

        ``bound_pct`` is the deviation in percent that no plan can go below.
        """
        problem, found = self.space.problem, self._evaluate()
        criteria, limit = problem.criteria, problem.rules.max_deviation
        others = criteria.travel + criteria.compactness + criteria.stability
        worthwhile = (
            limit < found.deviation <= _TUNING.near_limit * limit
            and found.changed <= problem.rules.max_change
            and bound_pct <= 100.0 * limit
        )
        able = self.settings.local_search and not self.levels.blocks and not self.proved
        ended = self.status in (CONVERGED, MAX_GENERATIONS)
        if not (worthwhile and able and ended) or others <= 0.0 or self.limit.seconds_left <= 0.0:
            return
        strict = replace(criteria, balance=_TUNING.strictly * others)
        for number in range(_TUNING.strict_tries):
            plan = self._searched_again(replace(problem, criteria=strict), number, bound_pct)
            if plan is not None:
                effort = self.schedules.thorough
                self.best = exchange_areas(self.space, self.scales, plan, effort, self.limit)
                self._note_plans([self.best])
                self._note_result()
                return
            if self.limit.is_cancelled():
                return

    def _searched_again(
        self, problem: BalanceProblem, number: int, bound_pct: float
    ) -> IntArray | None:
        """Plan of the same problem with other criteria, if it keeps the limits."""
        again = _GeneticSearch(
            Levels.none(problem),
            replace(self.settings, seed=self.settings.seed + number * _SEEDS_APART),
            self.convergence.started,
            # Its course is that of other criteria.
            _PoolProgress(self.caller, share=1.0),
            bound_pct,
        )
        again.run()
        return None if evaluate(self.space, self.scales, again.best).breach else again.best

    def refuse_broken_limits(self) -> None:
        """Hand back no plan that breaks a limit, such as MAX_DEVIATION."""
        if not self._evaluate().breach:
            return
        if self.status == CANCELLED:
            raise Cancelled
        if self.failure is not None:
            raise self.failure
        if not self.proved:
            with contextlib.suppress(Cancelled):
                self._solved_exactly()
            self._note_result()
        final = self._evaluate()
        if not final.breach:
            return
        if self.caller.is_cancelled():
            raise Cancelled
        raise broken_limit(
            100.0 * self.space.problem.rules.max_deviation,
            100.0 * final.deviation,
            proved=self.proved,
        )

    def _evaluate(self) -> Evaluation:
        return evaluate(self.space, self.scales, self.best)

    def _note_plans(self, plans: list[IntArray]) -> None:
        """Convergence rows for plans that no population lived on."""
        rates = AdaptiveRates.first(self.settings)
        for plan in plans:
            found = evaluate(self.space, self.scales, plan)
            self.convergence.note(
                ConvergenceRow.of(found, found.fitness, 0.0, rates.crossover, rates.mutation)
            )

    def _evolve(self, pool: WorkerPool, pool_progress: _PoolProgress) -> None:
        settings = self.settings
        sizes = self.sizes
        # A plan that no time was spent on gives way to the first one of the islands.
        self.best_fitness = self.improved_fitness
        # The first plan of each island comes first: it is what an early cancel leaves.
        first = {"size": 1, "complete": False, "end": self._end(1.0)}
        islands = self._answer(pool, [{**first, "number": i} for i in range(len(sizes))])
        rest = {"complete": True, "end": self._end(_TUNING.share_for_starts)}
        islands = self._answer(
            pool,
            [
                {**islands[i].to_message(), **rest, "number": i, "size": size}
                for i, size in enumerate(sizes)
            ],
        )
        if np.isfinite(self.improved_fitness):
            islands[0].receive(self.best.astype(np.int32), self.best_fitness)
        self.best_start_fitness = self.best_fitness
        epoch = _TUNING.epoch if settings.local_search else _TUNING.epoch_plain
        while not self._finished():
            generation = self.convergence.generation
            pool_progress.share = max(
                generation / settings.max_generations,
                self._stagnation() / self.patience,
            )
            migrate(islands)
            length = min(epoch, settings.max_generations - generation)
            request = {"generations": length, "end": self._end(1.0)}
            islands = self._answer(
                pool,
                [
                    {**island.to_message(), **request, "number": number}
                    for number, island in enumerate(islands)
                ],
            )

    def _answer(self, pool: WorkerPool, requests: list[Message]) -> list[Island]:
        answers = pool.map(requests)
        islands = [Island.from_message(answer) for answer in answers]
        for island in islands:
            if island.fitness[0] < self.best_fitness:
                self.best = island.plans[0].astype(np.int64)
                self.best_fitness = island.fitness[0]
        known = len(self.convergence.rows)
        self.convergence.merge(
            [[ConvergenceRow(**record) for record in answer["records"]] for answer in answers]
        )
        self._tell_rows(known)
        return islands

    def _finished(self) -> bool:
        settings = self.settings
        deviation = self.convergence.rows[-1].deviation_pct / 100.0
        if settings.target_deviation > 0.0 and deviation <= settings.target_deviation:
            self.status = TARGET_REACHED
        elif self.generations_limit.seconds_left <= 0.0:
            self.status = MAX_SECONDS
        elif self.convergence.generation >= settings.max_generations:
            self.status = MAX_GENERATIONS
        elif self._stagnation() >= self.patience:
            self.status = CONVERGED
        return bool(self.status)

    def _stagnation(self) -> int:
        searching = self.settings.local_search
        return self.convergence.stagnation(
            _TUNING.significant if searching else _TUNING.significant_plain
        )

    def _end(self, share: float) -> float:
        """Time of the clock at which this share of the time left has passed; 0 for no limit."""
        return _end_in(share * self.generations_limit.seconds_left)

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


class _PoolProgress(Progress):
    """Adds what is going on in the present epoch to the share of the search that is done."""

    def __init__(self, whole: Progress, share: float = 0.0) -> None:
        self._whole = whole
        self.share = share

    def report(self, fraction: float) -> None:
        self._whole.report(self.share)

    def message(self, text: Text) -> None:
        self._whole.message(text)

    def is_cancelled(self) -> bool:
        return self._whole.is_cancelled()
