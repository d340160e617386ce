"""How long local search takes, and how hard balance pulls, by how coarse the areas are.

What coarse areas cannot even out is not worth borders and trips: with ten areas to a territory
the end of a search for 10,000 areas would tear plans apart for totals that they never reach.
Longer and hotter searches of fewer plans end better than short ones of many, the more so, the
fewer areas there are to a territory.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .exchange import Effort
from .local_search import Schedule
from .promising_starts import are_telling, kept_in_place
from .space import SearchSpace


@dataclass(frozen=True)
class _Tuning:
    """Chosen on the cases of ``benchmarks/balance.py``.

    Attributes
    ----------
    coarse, coarsest : float
        Share of a territory that an area holds, from which on the search is hotter and longer,
        and from which on it is longer still and less hot, if there are many of them.
    many_coarsest : int
        So many: with less heat, 400 × 80 misses its bound from one of three seeds.
    sweeps : int
        Sweeps of a first plan. Thirty end with 5 % longer borders on 10,000 areas × 100.
    areas_per_sweep, areas_per_sweep_coarsest, most_areas : int
        Coarse areas, up to so many, for each of which there is a sweep more: where they are few,
        more plans do more. 3,136 × 300 ends with 1 % shorter borders after 600 sweeps than after
        300.
    heat, heat_coarse, heat_coarsest : float
        Heat of a first plan's first sweep. Hotter sweeps of the coarsest areas take longest, and
        end no better.
    tolerance_in_areas, tolerance_in_areas_coarsest : float
        Tolerance of a first plan's last sweep as a part of the share of an area. The larger one
        makes the borders of 3,136 × 300 0.5 % shorter, at deviations that are expected there.
    finest_tolerance, coarsest_tolerance : float
        Within which it stays.
    falling : float
        By how much the tolerance falls during a search.
    seconds_per_border_area : float
        Time limit, for each area on a border, below which there are short searches only: a
        first plan of a long one takes a millisecond, and a population and some generations
        are to come out of it.
    """

    coarse: float = 0.03
    coarsest: float = 0.09
    many_coarsest: int = 1000
    sweeps: int = 100
    areas_per_sweep: int = 10
    areas_per_sweep_coarsest: int = 5
    most_areas: int = 3000
    heat: float = 0.5
    heat_coarse: float = 1.0
    heat_coarsest: float = 0.7
    tolerance_in_areas: float = 1.5
    tolerance_in_areas_coarsest: float = 1.8
    finest_tolerance: float = 0.02
    coarsest_tolerance: float = 0.2
    falling: float = 15.0
    seconds_per_border_area: float = 0.02


_TUNING = _Tuning()
COOL = Schedule(sweeps=30, heat_start=0.2, heat_end=0.02, tolerance_start=0.06, tolerance_end=0.006)
"""Many areas around fixed homes, where prices know the way to even totals and borders count
little, and plans that start from a present one."""
COLD = replace(COOL, heat_start=0.0, tolerance_start=COOL.tolerance_end)
"""Plans that are searched already, and use what a limit on deviation leaves."""
_CHILD_HEAT = (0.06, 0.2)
"""From stirring borders a little to as hot as a start with homes, as mutation rises."""
_BRIEF, _THOROUGH = (1e-3,), (2e-3, 6e-4, 2e-4, 6e-5)
"""As far as children can still differ in balance; down to the grain of 10,000 areas."""
_TELLING = (1e-3, 3e-4)
"""Where borders tell plans apart: after the first one alone 10,946 areas × 27 are off by 0.1 to
0.2 %, whatever their borders are, and a permille is worth as much as 100 of 7,000 km."""


@dataclass(frozen=True)
class Schedules:
    """Searches for one problem.

    Attributes
    ----------
    start : Schedule
        Of first plans: cool enough at the end to settle.
    brief : Effort
        Exchanges of every plan.
    thorough : Effort
        Exchanges of the final plan.
    abreast : bool
        Whether first plans are annealed abreast (see :mod:`.abreast`).
    """

    start: Schedule
    brief: Effort
    thorough: Effort
    abreast: bool = False

    @property
    def long(self) -> bool:
        """Whether plans are searched for long, so that fewer of them do."""
        return self.start is not COOL

    @classmethod
    def of(cls, space: SearchSpace, max_seconds: float = 0.0) -> Schedules:
        """What suits a problem, and a time limit in seconds (0: none)."""
        grain = space.grain
        coarse = grain >= _TUNING.coarse
        near_homes = space.travel_cost is not None and not coarse
        # The root of areas times territories tells how many areas lie on borders.
        long_borders = float(np.sqrt(space.area_count * space.territory_count))
        hurried = 0.0 < max_seconds < _TUNING.seconds_per_border_area * long_borders
        cool = near_homes or space.initial is not None or hurried
        if cool:
            start = COOL
        else:
            start = _from_afar(space.area_count, grain)
            if are_telling(space):
                start = kept_in_place(start, space)
        finer = _falling(start.tolerance_end, _THOROUGH[0])
        brief = Effort(_BRIEF, max_passes=4, two_at_a_time=False)
        abreast = not cool and space.is_annealed_abreast
        if start is not COOL and not abreast:
            tolerances = finer[:3] if coarse else _TELLING if are_telling(space) else _BRIEF
            brief = Effort(tolerances, max_passes=8, two_at_a_time=False, in_steps=True)
        return cls(
            start,
            brief,
            Effort((*finer, *_THOROUGH), max_passes=12, two_at_a_time=True),
            abreast=abreast,
        )

    def child(self, agitation: float) -> Schedule:
        """Half as long as a start's: most borders of a child were annealed in its parents.

        Children of a population that has become alike (``agitation`` 1) are shaken harder.
        """
        cool, hot = _CHILD_HEAT
        return Schedule(
            sweeps=self.start.sweeps // 2,
            heat_start=cool + agitation * (hot - cool),
            heat_end=self.start.heat_end,
            tolerance_start=min(5.0, 0.5 * _TUNING.falling) * self.start.tolerance_end,
            tolerance_end=self.start.tolerance_end,
        )


def _from_afar(areas: int, grain: float) -> Schedule:
    """Search from a plan that nothing is known of, towards no particular homes."""
    sweeps, heat, tolerance = _TUNING.sweeps, _TUNING.heat, _TUNING.tolerance_in_areas
    counted = min(areas, _TUNING.most_areas)
    if grain >= _TUNING.coarse:
        sweeps, heat = max(counted // _TUNING.areas_per_sweep, sweeps), _TUNING.heat_coarse
    if grain >= _TUNING.coarsest and areas >= _TUNING.many_coarsest:
        sweeps, heat = counted // _TUNING.areas_per_sweep_coarsest, _TUNING.heat_coarsest
        tolerance = _TUNING.tolerance_in_areas_coarsest
    end = min(max(tolerance * grain, _TUNING.finest_tolerance), _TUNING.coarsest_tolerance)
    return Schedule(
        sweeps=sweeps,
        heat_start=heat,
        heat_end=0.02,
        tolerance_start=_TUNING.falling * end,
        tolerance_end=end,
    )


def _falling(tolerance: float, last: float) -> tuple[float, ...]:
    """Tolerances below one, each half of the one before, that are above the last."""
    fallen = []
    while tolerance > 2.0 * last:
        tolerance /= 2.0
        fallen.append(tolerance)
    return tuple(fallen)
