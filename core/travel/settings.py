"""How tables and roads are to be read, as the user numbers it."""

from __future__ import annotations

from enum import IntEnum

from ..unit_factors import METRES_PER_KM, SECONDS_PER_HOUR, SECONDS_PER_MINUTE

METRES, SECONDS = "distance_m", "time_s"
FORWARD, BACKWARD, BOTH = 0, 1, 2


class Unit(IntEnum):
    """Units of a column, as the parameter COST_UNIT numbers them."""

    AUTOMATIC = 0
    METRES = 1
    KILOMETRES = 2
    SECONDS = 3
    MINUTES = 4
    HOURS = 5

    @property
    def quantity(self) -> str:
        """``distance_m`` or ``time_s``: what a column in this unit gives."""
        return METRES if self in (Unit.METRES, Unit.KILOMETRES) else SECONDS

    @property
    def factor(self) -> float:
        """Metres or seconds in one of it."""
        return {
            Unit.KILOMETRES: METRES_PER_KM,
            Unit.MINUTES: SECONDS_PER_MINUTE,
            Unit.HOURS: SECONDS_PER_HOUR,
        }.get(self, 1.0)
