"""The genetic search: from a problem to the best plan found (thesis, algorithms 3 and 10)."""

from __future__ import annotations

import time
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from ..errors import InfeasibleProblem
from ..progress import SILENT, Cancelled, Progress
from ..texts import Text
from ..workers import WorkerPool, available_workers
from .change_budget import reachable_deviations
from .criteria import Scales, evaluate
from .enumeration import best_plan
from .exchange import exchange_areas
from .feasibility import Checked, check
from .islands import TASK, Island, shared_message
from .names import keep_names
from .problem import BalanceProblem
from .rates import AdaptiveRates
from .repair import completed, repair
from .settings import (
    CANCELLED,
    CONVERGED,
    CONVERGENCE_COLUMNS,
    MAX_GENERATIONS,
    MAX_SECONDS,
    TARGET_REACHED,
    BalanceResult,
    SearchSettings,
)
from .space import SearchSpace
from .starts import StartFactory

__all__ = ["CONVERGENCE_COLUMNS", "BalanceResult", "SearchSettings", "balance"]

ISLAND_COUNT = 2
_EPOCH = 1
_EPOCH_WITHOUT_LOCAL_SEARCH = 10
_SIGNIFICANT = 3e-3
_SIGNIFICANT_WITHOUT_LOCAL_SEARCH = 2e-4
_AREAS_WORTH_A_CHILD = 3000
_NO_TIME_S = 0.001


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
    search = _GeneticSearch(problem, settings, started, progress, checked.lower_bound_pct)
    search.run()
    search.refuse_broken_limits()
    return search.result(checked)


class _GeneticSearch:
    """State of one search: islands, records, and the best plan so far."""

    def __init__(
        self,
        problem: BalanceProblem,
        settings: SearchSettings,
        started: float,
        progress: Progress,
        bound: float,
    ) -> None:
        self.settings = settings
        self.started = started
        self.bound = bound / 100.0
        self.progress = progress
        self.space = SearchSpace(problem)
        self.patience = settings.patience(problem.area_count)
        reference = self._reference_plan()
        self.scales = Scales.from_reference(self.space, reference, self.bound)
        self.best: NDArray[np.int64] = self._first_plan(reference)
        self.best_fitness = evaluate(self.space, self.scales, self.best).fitness
        self.best_start_fitness = self.best_fitness
        self.rows: list[tuple[float, ...]] = []
        self.status = ""
        self.proved = False

    def run(self) -> None:
        """Search until a stop rule holds."""
        settings = self.settings
        workers = settings.workers
        if workers == 0:
            worthwhile = self.space.area_count >= _AREAS_WORTH_A_CHILD
            workers = min(available_workers(), ISLAND_COUNT) if worthwhile else 1
        message = shared_message(self.space, self.scales, settings)
        try:
            if settings.local_search and self._solved_exactly():
                self._note_result()
                return
            pool_progress = _PoolProgress(self.progress)
            with WorkerPool(
                TASK, message, min(workers, ISLAND_COUNT), progress=pool_progress
            ) as pool:
                self._evolve(pool, pool_progress)
            self._finish()
        except Cancelled:
            out_of_time = settings.max_seconds > 0.0 and self._seconds_left() <= _NO_TIME_S
            stopped = self.progress.is_cancelled() or not out_of_time
            self.status = CANCELLED if stopped else MAX_SECONDS
        self._note_result()

    def _finish(self) -> None:
        """Balance the best plan more thoroughly than a generation has time for."""
        if self.settings.local_search:
            self.best = exchange_areas(self.space, self.scales, self.best, progress=self.progress)

    def _note_result(self) -> None:
        """Give the plan the names it should have, and correct the last row accordingly."""
        if not self.rows:
            self._note_plans([self.best])
        self.best = keep_names(self.space, self.scales, self.best)
        final = evaluate(self.space, self.scales, self.best)
        self.best_fitness = final.fitness
        generation, _, _, mean, _, _, _, *rates = self.rows[-1]
        self.rows[-1] = (
            generation,
            time.monotonic() - self.started,
            final.fitness,
            max(mean, final.fitness),
            100.0 * final.deviation,
            final.travel,
            final.border_m,
            *rates,
        )

    def _solved_exactly(self) -> bool:
        """Enumerate all plans, if the problem is small enough for that."""
        optimum = best_plan(self.space, self.scales, self.best, self.progress)
        first_fitness, plans = self.best_fitness, [self.best, optimum.labels]
        self.best, self.proved = optimum.labels, optimum.proved
        self.best_fitness = evaluate(self.space, self.scales, self.best).fitness
        if not optimum.proved:
            return False
        # The optimum is the most even plan, which may be less fit than the first one.
        self._note_plans(plans if self.best_fitness <= first_fitness else plans[1:])
        self.status = CONVERGED
        return True

    def refuse_broken_limits(self) -> None:
        """Hand back no plan that breaks a limit, such as MAX_DEVIATION."""
        final = evaluate(self.space, self.scales, self.best)
        if final.breach and not self.proved:
            self._solved_exactly()
            self._note_result()
            final = evaluate(self.space, self.scales, self.best)
        if not final.breach:
            return
        if self.status == CANCELLED:
            raise Cancelled
        numbers = {
            "limit": 100.0 * self.space.problem.rules.max_deviation,
            "reached": 100.0 * final.deviation,
        }
        if self.proved:
            raise InfeasibleProblem(
                "No connected plan keeps every territory within {limit:g} % of its target: the "
                "best one has a worst deviation of {reached:.4g} %. Raise MAX_DEVIATION, or loosen "
                "the other rules (MAX_CHANGE, locks, groups).",
                **numbers,
            )
        raise InfeasibleProblem(
            "The search found no plan that keeps every territory within {limit:g} % of its "
            "target: the best one has a worst deviation of {reached:.4g} %. Raise "
            "MAX_DEVIATION, loosen the other rules (MAX_CHANGE, locks, groups), or search longer "
            "(STAGNATION, MAX_GENERATIONS, MAX_SECONDS).",
            **numbers,
        )

    def _note_plans(self, plans: list[NDArray[np.int64]]) -> None:
        """Convergence rows for plans that no population lived on."""
        rates = AdaptiveRates.first(self.settings)
        for plan in plans:
            found = evaluate(self.space, self.scales, plan)
            self.rows.append(
                (
                    len(self.rows),
                    time.monotonic() - self.started,
                    found.fitness,
                    found.fitness,
                    100.0 * found.deviation,
                    found.travel,
                    found.border_m,
                    rates.crossover,
                    rates.mutation,
                    0.0,
                )
            )

    def _evolve(self, pool: WorkerPool, pool_progress: _PoolProgress) -> None:
        settings = self.settings
        sizes = [
            settings.population // ISLAND_COUNT + (i < settings.population % ISLAND_COUNT)
            for i in range(ISLAND_COUNT)
        ]
        self.best_fitness = np.inf
        # The first plan of each island comes first: it is what an early cancel leaves.
        islands = self._answer(
            pool,
            [
                {"number": i, "size": 1, "complete": False, "seconds": self._seconds_left()}
                for i in range(ISLAND_COUNT)
            ],
        )
        islands = self._answer(
            pool,
            [
                {
                    **islands[i].to_message(),
                    "number": i,
                    "size": size,
                    "complete": True,
                    "seconds": self._seconds_left(),
                }
                for i, size in enumerate(sizes)
            ],
        )
        self.best_start_fitness = self.best_fitness
        epoch = _EPOCH if settings.local_search else _EPOCH_WITHOUT_LOCAL_SEARCH
        while not self._finished():
            generation = len(self.rows) - 1
            pool_progress.share = max(
                generation / settings.max_generations,
                self._stagnation() / self.patience,
            )
            _migrate(islands)
            length = min(epoch, settings.max_generations - generation)
            requests = [
                {
                    **island.to_message(),
                    "number": number,
                    "generations": length,
                    "seconds": self._seconds_left(),
                }
                for number, island in enumerate(islands)
            ]
            islands = self._answer(pool, requests)

    def _answer(self, pool: WorkerPool, requests: list[dict]) -> list[Island]:
        answers = pool.map(requests)
        islands = [Island.from_message(answer) for answer in answers]
        for island in islands:
            if island.fitness[0] < self.best_fitness:
                self.best = island.plans[0].astype(np.int64)
                self.best_fitness = island.fitness[0]
        self._note([answer["records"] for answer in answers])
        return islands

    def _note(self, records: list[list[dict]]) -> None:
        """Merge the islands' records into one row per generation."""
        length = max(len(own) for own in records)
        for turn in range(length):
            present = [own[turn] for own in records if turn < len(own)]
            best = min(present, key=lambda record: record["best"])

            def mean(name: str, present: list[dict] = present) -> float:
                return float(np.mean([record[name] for record in present]))

            self.rows.append(
                (
                    len(self.rows),
                    time.monotonic() - self.started,
                    best["best"],
                    mean("mean"),
                    100.0 * best["deviation"],
                    best["travel"],
                    best["border_m"],
                    mean("crossover_rate"),
                    mean("mutation_rate"),
                    mean("diversity"),
                )
            )

    def _finished(self) -> bool:
        settings = self.settings
        deviation = self.rows[-1][4] / 100.0
        if settings.target_deviation > 0.0 and deviation <= settings.target_deviation:
            self.status = TARGET_REACHED
        elif settings.max_seconds > 0.0 and self._seconds_left() <= _NO_TIME_S:
            self.status = MAX_SECONDS
        elif len(self.rows) > settings.max_generations:
            self.status = MAX_GENERATIONS
        elif self._stagnation() >= self.patience:
            self.status = CONVERGED
        return bool(self.status)

    def _stagnation(self) -> int:
        """Generations since the best fitness last improved noticeably (thesis, alg. 10)."""
        searching = self.settings.local_search
        significant = _SIGNIFICANT if searching else _SIGNIFICANT_WITHOUT_LOCAL_SEARCH
        waited, mark = 0, np.inf
        for row in self.rows:
            if not np.isfinite(mark) or row[2] < mark - significant * abs(mark):
                waited, mark = 0, row[2]
            else:
                waited += 1
        return waited

    def _seconds_left(self) -> float:
        limit = self.settings.max_seconds
        if limit <= 0.0:
            return 0.0
        return max(limit - (time.monotonic() - self.started), _NO_TIME_S)

    def _reference_plan(self) -> NDArray[np.int64]:
        rng = np.random.default_rng([self.settings.seed, ISLAND_COUNT])
        raw = StartFactory(self.space).power_diagram(
            rng, all_criteria=False, progress=self.progress
        )
        return repair(self.space, raw, rng)

    def _first_plan(self, reference: NDArray[np.int64]) -> NDArray[np.int64]:
        """A plan to hand back if the search is cancelled before any island answers."""
        space = self.space
        if space.change_limit >= 1.0 or space.initial is None:
            return reference
        rng = np.random.default_rng([self.settings.seed, ISLAND_COUNT])
        present = repair(space, completed(space, space.initial), rng)
        changed = space.changed(present)
        if changed > space.change_limit + 1e-9:
            # Repair does not look for the least change; in a small problem that can be tried out.
            least = best_plan(space, self.scales, reference, self.progress).labels
            if space.changed(least) <= space.change_limit + 1e-9:
                return least
            raise InfeasibleProblem(
                "Making the present plan contiguous moves {needed:.3g} % of the weight, but only "
                "{limit:g} % may change hands. Raise MAX_CHANGE, or join the parts (BRIDGE, or "
                "edges in ADJACENCY).",
                needed=100.0 * changed,
                limit=100.0 * space.change_limit,
            )
        space.reachable = reachable_deviations(space, present)
        return present

    def result(self, checked: Checked) -> BalanceResult:
        return BalanceResult(
            labels=self.best,
            convergence=self.rows,
            status=self.status,
            generations=max(len(self.rows) - 1, 0),
            seconds=time.monotonic() - self.started,
            lower_bound_pct=checked.lower_bound_pct,
            best_start_fitness=self.best_start_fitness,
            fitness=self.best_fitness,
            messages=checked.warnings,
        )


class _PoolProgress(Progress):
    """Adds what is going on in the present epoch to the share of the search that is done."""

    def __init__(self, whole: Progress) -> None:
        self._whole = whole
        self.share = 0.0

    def report(self, fraction: float) -> None:
        self._whole.report(self.share)

    def message(self, text: Text) -> None:
        self._whole.message(text)

    def is_cancelled(self) -> bool:
        return self._whole.is_cancelled()


def _migrate(islands: list[Island]) -> None:
    """Send each island's best plan to the next island."""
    best = [(island.plans[0].copy(), island.fitness[0]) for island in islands]
    for number, island in enumerate(islands):
        if len(islands) > 1:
            island.receive(*best[number - 1])
