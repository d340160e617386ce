"""Annealing of small maps, one move at a time, at the fitness itself.

With some tens of areas the arrays of :mod:`.local_search` take longer to set up than moves take
to try, and a pull towards even totals is a poor guide where ten areas make a territory. Here every
move is judged by what it does to the fitness: to the worst deviation, to travel from centres
that move along, to borders and to a limit on deviation, whose breach has a price.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import IntArray
from ..contiguity.cut_areas import cut_areas
from ..progress import SILENT, Progress
from ..sums import weighted_rows
from .annealed_travel import annealed_travel
from .criteria import Scales, evaluate
from .local_search import Schedule
from .search_plan import SearchPlan
from .space import SearchSpace
from .walk_balance import NOTHING, Sums, WalkBalance


@dataclass(frozen=True)
class _Tuning:
    """How small maps are annealed; chosen on the cases of ``benchmarks/exact.py``.

    Attributes
    ----------
    heat_end : float
        Temperature of the last sweep in units of what a typical move costs through travel,
        borders and stability.
    coldest : float
        The same in units of what a typical move costs in all, where nothing but balance counts.
    price_of_limit : float
        What an excess of a typical area over the limit on deviation costs, in typical moves.
    exchanges : float
        Share of the moves tried in which an area comes back for the one that leaves.
    partners : int
        Areas tried for it, of which the one that suits best is taken.
    sweeps_per_centre : int
        Sweeps after which plain distances are measured from the present centres.
    frozen : int
        Sweeps in a row with hardly a move that end it.
    few_moves : float
        What is hardly a move, as a share of the areas.
    """

    heat_end: float = 0.02
    coldest: float = 5e-3
    price_of_limit: float = 10.0
    exchanges: float = 0.15
    partners: int = 3
    sweeps_per_centre: int = 4
    frozen: int = 10
    few_moves: float = 0.007


_TUNING = _Tuning()


def is_annealed(space: SearchSpace) -> bool:
    """Whether a problem is small and plain enough for this way."""
    return space.is_small_and_plain


def anneal(
    space: SearchSpace,
    scales: Scales,
    labels: NDArray,
    schedule: Schedule,
    rng: np.random.Generator,
    progress: Progress = SILENT,
) -> IntArray:
    """Anneal a contiguous plan.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
    schedule : Schedule
        One of single moves. Each sweep tries as many as there are areas.
    rng : numpy.random.Generator

    Returns
    -------
    ndarray of int, shape (n,)
        The fittest plan on the way, contiguous; never less fit than ``labels``.

    Raises
    ------
    Cancelled
        If the caller asks to stop.
    """
    walk = _Walk(space, scales, labels, rng)
    hot, cold = walk.temperatures(schedule.heat_start)
    turn = idle = 0
    for _ in range(schedule.sweeps):
        progress.stop_if_cancelled()
        if turn % _TUNING.sweeps_per_centre == 0:
            walk.refresh()
        moved = walk.moved
        walk.sweep(hot * (cold / hot) ** (turn / max(schedule.sweeps - 1, 1)))
        turn += 1
        idle = idle + 1 if walk.moved - moved <= _TUNING.few_moves * len(labels) else 0
        if idle >= _TUNING.frozen:
            if not np.isfinite(walk.limit):
                break
            # A narrow limit freezes plans wherever they are: there is time for another one.
            turn = idle = 0
    walk.refresh()
    return walk.best


def first_temperatures(
    space: SearchSpace, scales: Scales, labels: NDArray, heat: float, rng: np.random.Generator
) -> tuple[float, float, float]:
    """Temperature of the first and of the last sweep, and the price of an excess."""
    walk = _Walk(space, scales, labels, rng)
    hot, cold = walk.temperatures(heat)
    return hot, cold, walk.price_of_excess


class _Walk(WalkBalance):
    """A plan that moves about, what it costs by now, and the fittest it has been.

    Costs are in units of the fitness.
    """

    def __init__(
        self, space: SearchSpace, scales: Scales, labels: NDArray, rng: np.random.Generator
    ) -> None:
        super().__init__(space, scales, SearchPlan(space, labels))
        self.scales, self.rng = scales, rng
        self.weights = space.weight_rows
        self.has_dependents: list[bool] = cut_areas(
            space.graph, np.zeros(space.area_count, dtype=np.int64)
        ).tolist()
        self.movable: list[int] = np.flatnonzero(space.movable).tolist()
        self.receiving: list[bool] = space.receiving.tolist()
        self.stability = 0.0 if space.initial is None else scales.stability
        self.travel = annealed_travel(space, scales.travel)
        self.best: IntArray = self.plan.labels.copy()
        self.best_fitness = evaluate(space, scales, self.best).fitness
        self.candidate: list[int] | None = None
        self.moved = 0
        self.keeps_limit = False
        self.refresh()

    def refresh(self) -> None:
        """Compute all sums anew, and take the candidate if it is as fit as it seemed."""
        space, scales, plan = self.space, self.scales, self.plan
        if self.candidate is not None:
            labels = np.array(self.candidate, dtype=np.int64)
            fitness = evaluate(space, scales, labels).fitness
            if fitness < self.best_fitness:
                self.best, self.best_fitness = labels, fitness
        self.candidate, self.candidate_cost = None, self.best_fitness
        plan.refresh()
        self.travel.refresh(plan.labels)
        self.other_cost = (
            scales.border * space.border_length(plan.labels)
            + scales.travel * space.travel(plan.labels)
            + self.stability * space.changed(plan.labels)
        )
        self.measure_anew()

    def temperatures(self, heat: float) -> tuple[float, float]:
        """Temperature of the first and of the last sweep; sets the price of excess."""
        space, labels = self.space, self.plan.label_list
        moves = [
            (area, target)
            for area in self.movable
            for target in sorted({labels[beside] for beside in space.lists.neighbours[area]})
            if target != labels[area]
        ]
        others = [self._other_change(*move) for move in moves]
        typical = float(np.abs(others).mean()) if moves else 0.0
        share = float(weighted_rows(space.weights, space.inverse_targets.mean(axis=0)).mean())
        if np.isfinite(self.limit) and share > 0.0:
            self.price_of_excess = _TUNING.price_of_limit * (typical or 1.0) / share
            self.refresh()
        in_all = [
            abs(other + self.after(labels[area], target, self.weights[area]).cost - self.sums.cost)
            for (area, target), other in zip(moves, others)
        ]
        hot = heat * max(float(np.mean(in_all)) if moves else 0.0, typical) or 1.0
        return hot, min(max(_TUNING.heat_end * typical, _TUNING.coldest * hot), hot)

    def sweep(self, temperature: float) -> None:
        """Try as many moves as there are areas."""
        labels, neighbours, rng = self.plan.label_list, self.space.lists.neighbours, self.rng
        count = len(self.movable)
        for area, pick, allowed, draw in zip(
            rng.choice(self.movable, count).tolist() if count else [],
            rng.random(count).tolist(),
            (temperature * rng.standard_exponential(count)).tolist(),
            rng.random(count).tolist(),
        ):
            beside = neighbours[area]
            if not beside:
                continue
            target = labels[beside[int(pick * len(beside))]]
            if target == labels[area] or not self.receiving[target]:
                continue
            if draw < _TUNING.exchanges and self.receiving[labels[area]]:
                self._try_exchange(area, target, allowed)
            else:
                self._try(area, target, allowed)

    def _try(self, area: int, target: int, allowed: float) -> None:
        """Move an area, with what depends on it, if that costs less than allowed."""
        plan = self.plan
        source = plan.label_list[area]
        if self.has_dependents[area]:
            staying = plan.staying(area)
            dependents = plan.cut_off_by(area, staying) if len(staying) > 1 else []
            if dependents:
                self._try_together([area, *dependents], target, allowed)
                return
        other = self._other_change(area, target)
        after = self.after(source, target, self.weights[area])
        if other + after.cost - self.sums.cost < allowed and plan.can_leave(area):
            self._shift(area, target)
            self._settle(source, target, after)

    def _try_together(self, areas: list[int], target: int, allowed: float) -> None:
        """Move areas one after the other; back again if that costs more than allowed."""
        source = self.plan.label_list[areas[0]]
        before = self.other_cost
        weights = [sum(column) for column in zip(*(self.weights[area] for area in areas))]
        after = self.after(source, target, weights)
        for area in areas:
            self._shift(area, target)
        if (
            self.space.movable[areas].all()
            and self.other_cost - before + after.cost - self.sums.cost < allowed
        ):
            self._settle(source, target, after)
            return
        for area in reversed(areas):
            self._shift(area, source)
        self.other_cost = before

    def _try_exchange(self, area: int, target: int, allowed: float) -> None:
        """Let an area change places with the one across the border that suits best."""
        plan, own = self.plan, self.weights[area]
        source = plan.label_list[area]
        best, partner, chosen = allowed, -1, None
        spent = self._other_change(area, target) - self.sums.cost
        across = self._across(area, source, target)
        if len(across) > _TUNING.partners:
            across = [across[i] for i in self.rng.integers(len(across), size=_TUNING.partners)]
        for other in across:
            after = self.after(source, target, [w - v for w, v in zip(own, self.weights[other])])
            cost = spent + after.cost + self._other_change(other, source)
            if cost < best:
                best, partner, chosen = cost, other, after
        if chosen is None or not plan.can_leave(area):
            return
        before = self.other_cost
        self._shift(area, target)
        if plan.touches(partner, source) and plan.can_leave(partner):
            self._shift(partner, source)
            # Where both are neighbours, or centres move along, costs are not what they seemed.
            if self.other_cost - before + chosen.cost - self.sums.cost < allowed:
                self._settle(source, target, chosen)
                return
            self._shift(partner, target)
        self._shift(area, source)
        self.other_cost = before

    def _across(self, area: int, source: int, target: int) -> list[int]:
        """Areas of ``target`` that touch ``source`` without ``area``."""
        labels, neighbours = self.plan.label_list, self.space.lists.neighbours
        found = []
        for other in self.movable:
            if labels[other] == target:
                for beside in neighbours[other]:
                    if labels[beside] == source and beside != area:
                        found.append(other)
                        break
        return found

    def _shift(self, area: int, target: int) -> None:
        """Move an area, whatever that does to the balance."""
        source = self.plan.label_list[area]
        self.other_cost += self._other_change(area, target)
        self.travel.move(area, source, target)
        self.plan.move(area, target)

    def _settle(self, source: int, target: int, after: Sums) -> None:
        """Take over the balance of two territories, and keep the plan if it is the fittest."""
        self.measures[source], self.measures[target] = after.giving, after.taking
        self.sums = after
        self.moved += 1
        if after.excess > 0.0 and self.keeps_limit:
            return
        worst = max(measure[0] for measure in self.measures)
        if self.squares:
            worst = self.value(after.power)
        cost = self.other_cost + self.prices.of_balance(worst, after.mean)
        if after.excess > 0.0:
            excess = max(measure[2] for measure in self.measures)
            cost += self.scales.breach * (1.0 + excess)
        else:
            self.keeps_limit = True
        if cost < self.candidate_cost - NOTHING:
            self.candidate, self.candidate_cost = self.plan.label_list.copy(), cost

    def _other_change(self, area: int, target: int) -> float:
        """What a move costs through border, travel and stability."""
        plan = self.plan
        source = plan.label_list[area]
        change = self.travel.change(area, source, target)
        if self.scales.border > 0.0:
            change += self.scales.border * plan.border_change(area, target)
        if self.stability > 0.0:
            change += self.stability * plan.changed_by(area, target)
        return change
