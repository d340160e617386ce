"""What a search does with its islands: lets them evolve, and takes over their best plans."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import IntArray
from ..errors import TerritoryError
from ..progress import Cancelled, Progress, TimeLimit
from ..texts import Text
from ..workers import WorkerPool
from ..workers.messages import Message
from .coarsening import Levels
from .convergence import Convergence, ConvergenceRow
from .criteria import Evaluation, Scales, evaluate
from .first_plans import FirstPlans
from .islands import Island, migrate
from .promising_starts import are_telling
from .redivision import merged, parts, turns
from .result import CONVERGED, MAX_GENERATIONS, MAX_SECONDS, TARGET_REACHED
from .schedules import Schedules
from .settings import SearchSettings
from .shorter_borders import are_cheap, fittest_of, rounds, try_numbers
from .space import SearchSpace
from .wider_limits import limits_up_to, prices_within, shortest_of, walks


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
    significant_abreast : float
        The same where plans are annealed abreast. With 0.01, 19 maps of 55 to 200 areas, two seeds
        each, end 1 % less fit on average, one of them by 30 %, in a twentieth less time.
    share_for_starts : float
        Part of a time limit for the first population, so that generations are left for it.
    share_for_finish : float
        Part of it for the final exchange of areas.
    share_for_levels : float
        The same where blocks are searched, and the plan is refined afterwards, or where it goes on
        to a limit on deviation.
    """

    epoch: int = 1
    epoch_plain: int = 10
    significant: float = 3e-3
    significant_plain: float = 2e-4
    significant_abreast: float = 0.005
    share_for_starts: float = 0.5
    share_for_finish: float = 0.1
    share_for_levels: float = 0.4


_TUNING = _Tuning()
NO_TIME = 1e-9
"""Seconds: 0 would be no limit."""


def _seconds_left(settings: SearchSettings, started: float) -> float:
    """What is left of the time limit; 0 without one."""
    if settings.max_seconds == 0.0:
        return 0.0
    return max(started + settings.max_seconds - time.monotonic(), NO_TIME)


def end_in(seconds: float) -> float:
    """Time of the clock after so many seconds; 0 for no limit."""
    return time.time() + seconds if np.isfinite(seconds) else 0.0


class Evolution:
    """State of one search: its islands, their convergence and the best plan so far."""

    def __init__(
        self,
        levels: Levels,
        settings: SearchSettings,
        started: float,
        progress: Progress,
        bound_pct: float,
        limit_in_the_end: float = np.inf,
    ) -> None:
        self.levels = levels
        # On deviation (share), where the search itself goes without one.
        self.limit_in_the_end = limit_in_the_end
        self.settings = settings
        self.convergence = Convergence(started)
        self.caller = progress
        self.limit = TimeLimit(progress, _seconds_left(settings, started))
        # What is left after this one is for the final exchange of areas.
        much_follows = bool(levels.blocks) or np.isfinite(limit_in_the_end)
        finish = _TUNING.share_for_levels if much_follows else _TUNING.share_for_finish
        self.generations_limit = self.limit.share(1.0 - finish)
        self.space = SearchSpace(levels.coarsest)
        self.schedules = Schedules.of(self.space, settings.max_seconds)
        space = self.space
        size = space.area_count, space.territory_count
        long = self.schedules.long
        abreast = self.schedules.abreast
        homes = space.travel_cost is not None
        kind = {"homes": homes, "long": long, "abreast": abreast}
        self.sizes = settings.island_sizes(*size, **kind)
        # Few plans keep a narrow limit, and the best of them are found late.
        kind["abreast"] = abreast and not self.space.has_narrow_limit
        self.patience = settings.patience(*size, **kind)
        self.generations = settings.generations(abreast=kind["abreast"])
        self.significant = _TUNING.significant
        if not settings.local_search:
            self.significant = _TUNING.significant_plain
        elif kind["abreast"]:
            self.significant = _TUNING.significant_abreast
        bound = bound_pct / 100.0
        seed = [settings.seed, len(self.sizes)]
        self.first = first = FirstPlans(self.space, seed, self.generations_limit, progress)
        self.bound = bound
        reference = first.balanced(bound)
        self.scales = Scales.from_reference(self.space, reference, bound)
        self.best: IntArray = first.to_hand_back(self.scales, reference)
        self.is_settled = False
        self.best_fitness = self.evaluated().fitness
        self.best_start_fitness = self.best_fitness
        self.improved_fitness = np.inf
        self.status = ""
        self.proved = False
        # No plan keeps all limits.
        self.impossible = False
        self.failure: TerritoryError | None = None

    def evaluated(self) -> Evaluation:
        """Criteria of the best plan."""
        return evaluate(self.space, self.scales, self.best)

    def _evolve(self, pool: WorkerPool, pool_progress: PoolProgress) -> None:
        """Generations on all islands until a stop rule holds."""
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
                generation / self.generations,
                self._stagnation() / self.patience,
            )
            migrate(islands)
            length = min(epoch, self.generations - generation)
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

    def _tell_rows(self, first: int) -> None:
        """Tell the caller the rows from the given one on; the last one may be told again."""
        for row in self.convergence.rows[first:]:
            self.caller.course(row)

    def _finished(self) -> bool:
        settings = self.settings
        deviation = self.convergence.rows[-1].deviation_pct / 100.0
        if settings.target_deviation > 0.0 and deviation <= settings.target_deviation:
            self.status = TARGET_REACHED
        elif self.generations_limit.seconds_left <= 0.0:
            self.status = MAX_SECONDS
        elif self.convergence.generation >= self.generations:
            self.status = MAX_GENERATIONS
        elif self._stagnation() >= self.patience:
            self.status = CONVERGED
        return bool(self.status)

    def _stagnation(self) -> int:
        return self.convergence.stagnation(self.significant)

    def _end(self, share: float) -> float:
        """Time of the clock at which this share of the time left has passed; 0 for no limit."""
        return end_in(share * self.generations_limit.seconds_left)

    def _shorten_borders(self, pool: WorkerPool) -> None:
        """Have workers shorten borders that were cheap during the search."""
        settings = self.settings
        asked = settings.target_deviation > 0.0
        worthwhile = settings.local_search and not self.levels.blocks and not asked
        fixed = are_cheap(self.space, self.scales)
        if not worthwhile or not (fixed or are_telling(self.space)):
            return

        def take(found: list[IntArray]) -> None:
            self.best = fittest_of(self.space, self.scales, self.best, found)
            self.is_settled = self.is_settled or bool(found)

        with contextlib.suppress(Cancelled):
            for turn in rounds(fixed):
                self._better_apart(pool, {"round": turn}, try_numbers(), take)

    def _widen(self, pool: WorkerPool) -> None:
        """Have workers go on to the limit on deviation, from one limit to the next."""
        known, deviation = [self.best], self.evaluated().deviation
        with contextlib.suppress(Cancelled):
            for limit in limits_up_to(self.limit_in_the_end, deviation):
                space = self.space.within(limit)

                def take(found: list[IntArray], space: SearchSpace = space) -> None:
                    plan = shortest_of(space, self.scales, known, found)
                    if plan is not None:
                        self.best = plan
                        known.append(plan)

                request: Message = {"within": limit}
                prices = prices_within(space, limit, deviation, self.limit)
                if prices is not None:
                    request["prices"] = prices
                self._better_apart(pool, request, range(len(walks(space))), take)
                if not evaluate(space, self.scales, self.best).breach:
                    self._divide_anew(pool, request, take)

    def _divide_anew(
        self, pool: WorkerPool, request: Message, take: Callable[[list[IntArray]], None]
    ) -> None:
        """Have workers divide groups of territories anew, turn by turn."""
        for turn in turns(request["within"]):
            asked = {**request, "turn": turn}
            self._better_apart(pool, asked, parts(), lambda found: take([merged(self.best, found)]))

    def _better_apart(
        self,
        pool: WorkerPool,
        request: Message,
        numbers: Sequence[int],
        take: Callable[[list[IntArray]], None],
    ) -> None:
        """Have workers better the best plan; what is finished counts, whatever stops the rest."""
        end = end_in(self.limit.seconds_left)
        request = {**request, "settled": self.best.astype(np.int32), "end": end}
        answers: dict[int, Message] = {}
        try:
            pool.map([{**request, "number": i} for i in numbers], answers.__setitem__)
        finally:
            plans = [answers[i]["plan"].astype(np.int64) for i in sorted(answers)]
            take([plan for plan in plans if len(plan)])


class PoolProgress(Progress):
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
