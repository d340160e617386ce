"""One generation of the genetic search (thesis, algorithms 3 to 9)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from ..arrays import IntArray
from ..progress import Cancelled, Progress
from .criteria import Scales, evaluate
from .crossover import difference, recombine, transplant
from .exchange import exchange_areas
from .local_search import Schedule, improve
from .mutation import mutate
from .population_abreast import Nursery
from .promising_starts import PromisingStarts, are_telling, while_searching
from .rates import AdaptiveRates
from .repair import completed, repair
from .schedules import Schedules
from .settings import NEAREST_REPRESENTATIVE, SearchSettings
from .shorter_borders import are_cheap, while_saving_trips
from .space import SearchSpace
from .starts import StartFactory

# Fitnesses that differ by rounding alone are those of one plan.
_SAME = 1e-12
_UNGUIDED = 0.3
"""Share of unguided mutations without local search: less gets stuck, more is no better."""


@dataclass
class Population:
    """Plans that children are made of.

    Attributes
    ----------
    plans : ndarray of int, shape (p, n)
        Sorted by fitness.
    fitness : list of float
    rates : AdaptiveRates
    """

    plans: NDArray[np.int32]
    fitness: list[float]
    rates: AdaptiveRates


class Breeder:
    """Makes plans and children of plans for one problem.

    Parameters
    ----------
    space : SearchSpace
    scales : Scales
    settings : SearchSettings
    """

    def __init__(self, space: SearchSpace, scales: Scales, settings: SearchSettings) -> None:
        self.space = space
        self.scales = scales
        self.settings = settings

    @cached_property
    def starts(self) -> StartFactory:
        """Where first plans come from."""
        return StartFactory(self.space)

    @cached_property
    def promising(self) -> PromisingStarts:
        """The best of many first plans around homes that may be anywhere."""
        return PromisingStarts(self.starts, self.scales, self.settings, self.schedules.start)

    def diversity(self, plans: NDArray) -> float:
        """Mean share of weight in which the other plans differ from the best one."""
        if len(plans) < 2:
            return 0.0
        best = plans[0].astype(np.int64)
        return float(
            np.mean([difference(self.space, plan.astype(np.int64), best) for plan in plans[1:]])
        )

    def next_generation(
        self,
        plans: NDArray,
        fitness: list[float],
        rates: AdaptiveRates,
        rng: np.random.Generator,
        progress: Progress,
    ) -> tuple[NDArray[np.int32], list[float]]:
        """Elite and children, sorted by fitness.

        Parents live on in the place of children that a stop by the caller prevents.

        Raises
        ------
        Cancelled
            If the caller stops before there is any child.
        """
        if self.abreast:
            return self._next_abreast(Population(plans, fitness, rates), rng, progress)
        # A time limit may have left a single plan of the first population.
        size = max(len(plans), 2)
        elite = min(max(1, round(self.settings.elitism * size)), size - 1)
        next_plans = [plan.astype(np.int64) for plan in plans[:elite]]
        next_fitness = list(fitness[:elite])
        parents = Population(plans, fitness, rates)
        for child_number in range(size - elite):
            progress.report(child_number / (size - elite))
            try:
                child = self.child(parents, rng, progress)
            except Cancelled:
                if child_number == 0:
                    raise
                break
            value = evaluate(self.space, self.scales, child).fitness
            if any(abs(value - known) <= _SAME for known in next_fitness):
                # A twin adds nothing; its mutation may.
                child = mutate(self.space, self.scales, child, self.settings.mutation_max, rng)
                value = evaluate(self.space, self.scales, child).fitness
            next_plans.append(child)
            next_fitness.append(value)
        left = size - len(next_plans)
        next_plans += [plan.astype(np.int64) for plan in plans[elite : elite + left]]
        next_fitness += fitness[elite : elite + left]
        order = np.argsort(next_fitness, kind="stable").tolist()
        return (
            np.array([next_plans[i] for i in order], dtype=np.int32),
            [next_fitness[i] for i in order],
        )

    def child(self, parents: Population, rng: np.random.Generator, progress: Progress) -> IntArray:
        """Child of parents chosen by tournament (thesis, algorithm 5), improved."""
        child = self._born(parents, rng, progress)
        return self.refine(child, self._child_schedule(parents.rates), rng, progress)

    def _born(self, parents: Population, rng: np.random.Generator, progress: Progress) -> IntArray:
        """Child of one or two parents, as it is born."""
        space, scales, plans, rates = self.space, self.scales, parents.plans, parents.rates
        first = self._winner(parents.fitness, rng)
        parent = plans[first].astype(np.int64)
        child = parent
        if rng.random() < rates.crossover and len(plans) > 1:
            second = self._winner(parents.fitness, rng, other_than=first)
            other = plans[second].astype(np.int64)
            if self.abreast:
                # Annealing balances the pieces as well as local search does, and follows anyway.
                child = transplant(space, parent, other, rng)
            else:
                search = self.settings.local_search
                child = recombine(
                    space, scales, parent, other, rng, search=search, progress=progress
                )
        unguided = 0.0 if self.settings.local_search else _UNGUIDED
        return mutate(space, scales, child, rates.mutation, rng, unguided)

    def _next_abreast(
        self, parents: Population, rng: np.random.Generator, progress: Progress
    ) -> tuple[NDArray[np.int32], list[float]]:
        """The fittest of parents and as many children, annealed abreast, sorted by fitness."""
        size = len(parents.plans)
        born = [self._born(parents, rng, progress) for _ in range(size)]
        plans = list(parents.plans)
        plans += [plan.astype(np.int32) for plan in self.nursery.grown(born, rng, progress)]
        different = np.unique(np.array(plans), axis=0)
        fitness = [
            evaluate(self.space, self.scales, plan.astype(np.int64)).fitness for plan in different
        ]
        order = np.argsort(fitness, kind="stable")[:size].tolist()
        return different[order], [fitness[i] for i in order]

    @cached_property
    def nursery(self) -> Nursery:
        """Where plans of small maps are annealed abreast."""
        return Nursery(self.space, self.scales)

    @cached_property
    def prices(self) -> Scales:
        """What local search reckons with; plans are compared by :attr:`scales`."""
        if are_cheap(self.space, self.scales):
            return while_saving_trips(self.scales)
        if are_telling(self.space):
            return while_searching(self.scales)
        return self.scales

    @cached_property
    def schedules(self) -> Schedules:
        """How local search goes about plans of this problem."""
        return Schedules.of(self.space, self.settings.max_seconds)

    @property
    def abreast(self) -> bool:
        """Whether the first population is annealed abreast."""
        settings = self.settings
        searched = settings.local_search and settings.initialisation != NEAREST_REPRESENTATIVE
        return searched and self.schedules.abreast

    def _child_schedule(self, rates: AdaptiveRates) -> Schedule:
        low, high = self.settings.mutation_min, self.settings.mutation_max
        agitation = (rates.mutation - low) / (high - low) if high > low else 0.5
        return self.schedules.child(agitation)

    def refine(
        self,
        labels: IntArray,
        schedule: Schedule,
        rng: np.random.Generator,
        progress: Progress,
        *,
        hurried: bool = False,
    ) -> IntArray:
        """Local search, unless it is switched off; in a hurry plans are only evened out."""
        if not self.settings.local_search:
            progress.stop_if_cancelled()
            return labels
        if not hurried:
            labels = improve(self.space, self.prices, labels, schedule, rng, progress)
        return exchange_areas(self.space, self.prices, labels, self.schedules.brief, progress)

    def _winner(self, fitness: list[float], rng: np.random.Generator, other_than: int = -1) -> int:
        numbers = [i for i in range(len(fitness)) if i != other_than]
        return numbers[self.settings.winner(len(numbers), rng)]


def first_plans(
    breeder: Breeder,
    island: int,
    numbers: range,
    rng: np.random.Generator,
    progress: Progress,
) -> list[IntArray]:
    """Plans of an island's first population, those with the given numbers.

    Less if cancelled meanwhile, but at least one.

    Raises
    ------
    Cancelled
        If the caller stops before there is any of them.
    """
    plans: list[IntArray] = []
    if breeder.abreast and numbers.start > 0:
        found = breeder.nursery.first_plans(breeder.starts, len(numbers), rng, progress)
        if found:
            return found
    for number in numbers:
        progress.report(number / numbers.stop)
        try:
            raw = _raw_start(breeder, island, number, rng, progress)
            plan = repair(breeder.space, raw, rng)
            hurried = breeder.abreast and numbers.stop == 1
            start = breeder.schedules.start
            plans.append(breeder.refine(plan, start, rng, progress, hurried=hurried))
        except Cancelled:
            if not plans:
                raise
            break
    return plans


def _raw_start(
    breeder: Breeder,
    island: int,
    number: int,
    rng: np.random.Generator,
    progress: Progress,
) -> IntArray:
    """Labels of one start: mostly power diagrams, some grown and nearest, today's plan first.

    With a limit on change every start is today's plan, which the search then leaves by
    different ways.
    """
    space, settings, factory = breeder.space, breeder.settings, breeder.starts
    initial = space.initial
    if initial is not None:
        mostly_assigned = bool((initial >= 0).mean() > 0.5)
        # Local search makes different plans of copies; without it they stay copies.
        copied = settings.initialisation == NEAREST_REPRESENTATIVE and settings.local_search
        wanted = copied or number + island == 0
        if space.change_limit < 1.0 or (mostly_assigned and wanted):
            return completed(space, initial)
    if settings.initialisation == NEAREST_REPRESENTATIVE:
        # The thesis starts from the nearest representative (algorithm 2) and a random
        # population (algorithm 4); copies of one plan have nothing to recombine.
        first = number + island == 0
        return factory.nearest(rng) if settings.local_search or first else factory.random(rng)
    if number % 8 == 6:
        return factory.grown(rng)
    if number % 8 == 7:
        return factory.nearest(rng)
    if are_telling(space) and breeder.schedules.long:
        return breeder.promising.plan(island, progress)
    return factory.power_diagram(
        rng,
        noise=0.1 * number / 8 if space.travel_cost is not None else 0.0,
        # What is annealed abreast finds even totals by itself.
        all_criteria=not breeder.abreast,
        progress=progress,
    )
