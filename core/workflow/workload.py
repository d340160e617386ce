"""Work that depends on the plan itself: hours with the customers and on the way to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..plan.plan import Plan, mean_by_territory
from ..unit_factors import METRES_PER_KM, MINUTES_PER_HOUR, SECONDS_PER_MINUTE
from .settings import DEFAULT_SPEED_KMH


@dataclass(frozen=True)
class TripsTaken:
    """Trips of a plan as an expression of work sees them; arrays of shape (n,), all finite.

    Attributes
    ----------
    minutes, km : ndarray of float
        Of the trip to each area from the home of its territory.
    mean_minutes, mean_km : ndarray of float
        Mean trip in the territory of each area.
    """

    minutes: FloatArray
    km: FloatArray
    mean_minutes: FloatArray
    mean_km: FloatArray

    @classmethod
    def none(cls, areas: int) -> TripsTaken:
        """Everybody is at home everywhere: what is left is the work on the spot."""
        nothing = np.zeros(areas)
        return cls(nothing, nothing, nothing, nothing)

    @classmethod
    def of(cls, plan: Plan, speed_kmh: float) -> TripsTaken:
        """Trips of a plan; what is not known of minutes or kilometres follows from a speed.

        A trip without a way counts as the mean of its territory.
        """
        minutes, km = trip_minutes(plan, speed_kmh), trip_km(plan, speed_kmh)
        mean_minutes, mean_km = _means(plan, minutes), _means(plan, km)
        return cls(
            np.where(np.isfinite(minutes), minutes, mean_minutes),
            np.where(np.isfinite(km), km, mean_km),
            mean_minutes,
            mean_km,
        )


def trip_minutes(plan: Plan, speed_kmh: float) -> FloatArray:
    """Minutes (n,) of each trip, by the plan's times or at a speed; NaN where there is no way."""
    if plan.trip_s is not None and np.isfinite(plan.trip_s).any():
        return plan.trip_s / SECONDS_PER_MINUTE
    return plan.trip_m / METRES_PER_KM / speed_kmh * MINUTES_PER_HOUR


def trip_km(plan: Plan, speed_kmh: float) -> FloatArray:
    """Kilometres (n,) of each trip, by the plan's lengths or from times at a speed."""
    if plan.trip_s is None or np.isfinite(plan.trip_m).any():
        return plan.trip_m / METRES_PER_KM
    return plan.trip_s / SECONDS_PER_MINUTE / MINUTES_PER_HOUR * speed_kmh


def _means(plan: Plan, trip: FloatArray) -> FloatArray:
    """Mean trip (n,) in the territory of each area; the overall mean where it has none."""
    own = mean_by_territory(trip, plan.areas.trips, plan.labels, plan.territory_count)
    known = trip[np.isfinite(trip)]
    overall = float(known.mean()) if len(known) else 0.0
    means = np.where(plan.labels >= 0, own[np.maximum(plan.labels, 0)], overall)
    return np.where(np.isfinite(means), means, overall)


@dataclass(frozen=True)
class Work:
    """How much work each area is, given the trips of a plan.

    Attributes
    ----------
    hours_of : callable
        Hours (n,), not negative, for :class:`TripsTaken`.
    column : int
        The criterion that holds them among the weights of the areas.
    speed_kmh : float
        Of trips of which only the length is known, and the other way round.
    """

    hours_of: Callable[[TripsTaken], FloatArray]
    column: int
    speed_kmh: float = DEFAULT_SPEED_KMH

    def in_plan(self, plan: Plan) -> FloatArray:
        """Hours (n,) of each area when a plan is carried out."""
        return self.hours_of(TripsTaken.of(plan, self.speed_kmh))
