"""What travel costs from the current homes and from others."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..rounding import ROUNDING
from ..unit_factors import METRES_PER_KM, SECONDS_PER_HOUR
from .plan import Plan
from .statistics import territory_totals


@dataclass(frozen=True)
class Travel:
    """Travel of a plan, by territory; NaN where some trip that is made is not known.

    Attributes
    ----------
    mean_m, mean_s : ndarray of float, shape (k,)
        Mean trip, weighted by the trips that are made.
    once_m, once_s : ndarray of float, shape (k,)
        Sum of one trip to each area to which trips are made (thesis, tables 5.4 and 5.5).
    total_m, total_s : ndarray of float, shape (k,)
        Sum of all trips that are made.
    overall_mean_m, overall_mean_s : float
        Mean trip of all territories together.
    knows_times : bool
        Whether there are times at all.
    """

    mean_m: FloatArray
    mean_s: FloatArray
    once_m: FloatArray
    once_s: FloatArray
    total_m: FloatArray
    total_s: FloatArray
    overall_mean_m: float
    overall_mean_s: float
    knows_times: bool

    @classmethod
    def nothing(cls, territory_count: int) -> Travel:
        """Where nobody knows from where trips are made."""
        unknown = np.full(territory_count, np.nan)
        return cls(unknown, unknown, unknown, unknown, unknown, unknown, np.nan, np.nan, False)

    @classmethod
    def of(cls, plan: Plan) -> Travel:
        """Travel of a plan from its homes (or weighted centres)."""
        seconds = plan.trip_s
        if seconds is None:
            seconds = np.full(len(plan.labels), np.nan)
        trips, count = plan.areas.trips, plan.territory_count
        once = (trips > 0.0).astype(float)
        total_m, total_s = (
            _totals(plan.labels, trips, trip, count) for trip in (plan.trip_m, seconds)
        )
        once_m, once_s = (
            _totals(plan.labels, once, trip, count) for trip in (plan.trip_m, seconds)
        )
        made = territory_totals(plan.labels, trips[:, None], count)[:, 0]
        with np.errstate(invalid="ignore", divide="ignore"):
            return cls(
                total_m / made,
                total_s / made,
                once_m,
                once_s,
                total_m,
                total_s,
                float(total_m.sum() / made.sum()),
                float(total_s.sum() / made.sum()),
                plan.trip_s is not None,
            )

    def first(self, count: int) -> Travel:
        """Travel of the first territories alone; what concerns all together stays."""
        return replace(
            self,
            mean_m=self.mean_m[:count],
            mean_s=self.mean_s[:count],
            once_m=self.once_m[:count],
            once_s=self.once_s[:count],
            total_m=self.total_m[:count],
            total_s=self.total_s[:count],
        )

    @property
    def once_km(self) -> FloatArray:
        """:attr:`once_m` in kilometres."""
        return self.once_m / METRES_PER_KM

    @property
    def once_h(self) -> FloatArray:
        """:attr:`once_s` in hours."""
        return self.once_s / SECONDS_PER_HOUR

    @property
    def is_unknown(self) -> BoolArray:
        """Territories (k,) of which neither metres nor seconds are known."""
        return np.asarray(np.isnan(self.once_m) & np.isnan(self.once_s))

    def saved_pct(self, before: Travel) -> float:
        """Percent of the travel before that this travel saves; NaN where it is not known."""
        own, other = (travel.sum() for travel in self._judged_with(before))
        return float(100.0 * (other - own) / other) if other > 0.0 else np.nan

    def is_worse_than(self, before: Travel) -> BoolArray:
        """Territories (k,) that need more travel than before."""
        own, other = self._judged_with(before)
        return np.asarray(other < own * (1.0 - ROUNDING))

    def _judged_with(self, before: Travel) -> tuple[FloatArray, FloatArray]:
        """What homes are chosen by (k,): times where they are known, else distances."""
        if self.knows_times:
            return self.total_s, before.total_s
        return self.total_m, before.total_m


def _totals(labels: IntArray, trips: FloatArray, cost: FloatArray, count: int) -> FloatArray:
    made = (labels >= 0) & (trips > 0.0)
    totals = territory_totals(labels[made], (trips[made] * cost[made])[:, None], count)[:, 0]
    return np.where(np.isfinite(totals), totals, np.nan)
