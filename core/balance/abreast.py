"""Many plans of a small map annealed abreast, a joint division of ten border areas at a time.

In each step a block of border areas of every plan is divided anew among three territories: all
thousand ways are reckoned at once, and one is drawn by what it costs and by the temperature (a heat
bath; Geman and Geman, IEEE Transactions on Pattern Analysis and Machine Intelligence 6, 1984). What
single moves and exchanges reach only through dearer plans in between, such a step reaches
at once, and arrays make it as cheap as some of those.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..arrays import FloatArray, IntArray
from ..progress import SILENT, Progress
from ..sums import weighted_rows
from .border_blocks import BLOCK_SIZE, BorderBlocks
from .criteria import Scales, evaluate
from .joint_divisions import JointDivisions
from .plans_abreast import PlansAbreast
from .space import SearchSpace


@dataclass(frozen=True)
class Course:
    """How plans are annealed.

    Attributes
    ----------
    steps : int
    hot, cold : float
        Temperatures of the first and the last step, in units of what a single move costs.
    replaced : float
        Share of the plans that give way to the fittest now and then.
    """

    steps: int
    hot: float
    cold: float
    replaced: float = 0.0


_STEPS_PER_CENTRE = 20
"""Steps after which trips are reckoned from the present middles, and plans give way to others."""
_STEPS_PER_REPORT = 5
"""A step takes 1 to 2 milliseconds, a report some hundredths."""
_PRICE_OF_LIMIT = 10.0
"""What an excess of a typical area over the limit on deviation costs, in single moves' trips and
borders; chosen on the cases of ``benchmarks/exact.py``."""
_DRAWS = 1 << 17
"""Logarithms of drawn numbers that are made in advance and begun at any place: to draw a thousand
for each block takes a tenth of the time."""


class JointAnnealing:
    """Anneals plans of one map.

    Parameters
    ----------
    space : SearchSpace
    scales : Scales
    """

    def __init__(self, space: SearchSpace, scales: Scales) -> None:
        self.space, self.scales = space, scales
        self.blocks = BorderBlocks(space)
        self.divisions = JointDivisions(space, scales, self.blocks.neighbours)
        # Where what is drawn for each is the logarithm of an exponential variate, the least sum
        # is each division with the probability that the temperature gives it (Gumbel's trick).
        drawn = np.random.default_rng(0).standard_exponential(_DRAWS)
        noise = np.log(np.maximum(drawn, np.finfo(np.float32).tiny)).astype(np.float32)
        self.noise = np.lib.stride_tricks.sliding_window_view(noise, 1 << BLOCK_SIZE)

    def annealed(
        self,
        starts: NDArray,
        course: Course,
        rng: np.random.Generator,
        progress: Progress = SILENT,
    ) -> list[IntArray]:
        """Anneal contiguous plans in which every territory has an area.

        Parameters
        ----------
        starts : ndarray of int, shape (p, n)
        course : Course
        rng : numpy.random.Generator

        Returns
        -------
        list of ndarray of int, shape (n,)
            The fittest plan of each, all different, the fittest first; also if the caller asks to
            stop.
        """
        plans = PlansAbreast(self.divisions, self.scales, starts)
        if len(self.blocks.origin) and self.space.territory_count > 1:
            self._go(plans, course, rng, progress)
        found = np.unique(plans.best, axis=0)
        fitness = [evaluate(self.space, self.scales, labels).fitness for labels in found]
        return [found[i] for i in np.argsort(fitness, kind="stable").tolist()]

    def _go(
        self, plans: PlansAbreast, course: Course, rng: np.random.Generator, progress: Progress
    ) -> None:
        unit = self._unit(plans, rng)
        replaced = int(course.replaced * plans.count)
        cooling = course.cold / course.hot
        for step in range(course.steps):
            if step % _STEPS_PER_REPORT == 0:
                progress.report(step / course.steps)
                if progress.is_cancelled():
                    break
            if step and step % _STEPS_PER_CENTRE == 0:
                plans.refresh()
                if replaced:
                    order = np.argsort(plans.fitness(), kind="stable")
                    plans.copy(order[-replaced:], order[:replaced])
            share = step / max(course.steps - 1, 1)
            self._step(plans, unit * course.hot * cooling**share, rng)

    def _step(self, plans: PlansAbreast, temperature: float, rng: np.random.Generator) -> None:
        """Divide a block of each plan anew."""
        blocks = self.blocks.draw(plans.labels, plans.worst.argmax(axis=1), rng)
        divisions = self.divisions
        other = divisions.other_change(blocks, plans.labels, plans.trips)
        cost = divisions.balance(blocks, plans.deviation, plans.worst, plans.total)
        cost += other
        drawn = self.noise[rng.integers(len(self.noise), size=plans.count)]
        drawn *= np.float32(temperature)
        cost += drawn
        plans.divide(blocks, other, cost)

    def _unit(self, plans: PlansAbreast, rng: np.random.Generator) -> float:
        """What a single move of the first plans costs; sets the price of an excess."""
        divisions, space = self.divisions, self.space
        single = 1 << np.arange(BLOCK_SIZE)
        blocks = self.blocks.draw(plans.labels, plans.worst.argmax(axis=1), rng)
        real = blocks.area < space.area_count
        other = divisions.other_change(blocks, plans.labels, plans.trips)
        typical = _mean_size(other[:, single], real)
        share = float(weighted_rows(space.weights, space.inverse_targets.mean(axis=0)).mean())
        if share > 0.0:
            divisions.price_of_excess = _PRICE_OF_LIMIT * (typical or 1.0) / share
        cost = divisions.balance(blocks, plans.deviation, plans.worst, plans.total)
        in_all = _mean_size((cost + other)[:, single] - (cost + other)[:, :1], real)
        return in_all or typical or 1.0


def _mean_size(values: FloatArray, real: NDArray) -> float:
    """Mean absolute value of those that are real; 0 if there are none."""
    return float(np.abs(values[real]).mean()) if real.any() else 0.0
