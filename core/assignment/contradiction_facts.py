"""What can contradict itself in limits and pairs: facts, without words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

from ..arrays import IntArray
from .limits import Limit


@dataclass(frozen=True)
class Stranded:
    """Customers (m,) that may not go to any centre."""

    customers: IntArray


@dataclass(frozen=True)
class CrossedBounds:
    """The minimum of a centre is above its maximum."""

    limit: Limit
    centre: int


@dataclass(frozen=True)
class MinimaExceedTotal:
    """All minima together need more than there is."""

    limit: Limit
    needed: float
    total: float


@dataclass(frozen=True)
class MaximaBelowTotal:
    """All maxima together leave no room for what there is."""

    limit: Limit
    room: float
    total: float


@dataclass(frozen=True)
class TooHeavy:
    """Customers (m,) that exceed the maximum of every centre they may go to."""

    limit: Limit
    customers: IntArray
    worst: int
    weight: float
    maximum: float


@dataclass(frozen=True)
class HeavyStarveOthers:
    """The heaviest customers are at few centres; what remains is too little for the others."""

    limit: Limit
    customers: IntArray
    heavy: float
    total: float
    other_centres: int
    needed: float


@dataclass(frozen=True)
class HeavyCrowd:
    """Of so many heavy customers some centre gets one more than fit into it."""

    limit: Limit
    count: int
    lightest: float
    per_centre: int
    maximum: float


@dataclass(frozen=True)
class BetweenSteps:
    """All totals are multiples of a step, and none of them lies between the bounds."""

    limit: Limit
    centre: int
    step: float
    below: float
    above: float


@dataclass(frozen=True)
class StepsMissTotal:
    """All totals are multiples of a step, and those within the bounds miss what there is.

    Attributes
    ----------
    reach : float
        The nearest that all centres together can have.
    """

    limit: Limit
    step: float
    reach: float
    total: float


@dataclass(frozen=True)
class OutOfReach:
    """The customers that may go to a centre are too few for its minimum."""

    limit: Limit
    centre: int
    reach: float


@dataclass(frozen=True)
class ForcedBeyondMaximum:
    """Customers that may go nowhere else exceed the maximum of a centre."""

    limit: Limit
    centre: int
    forced: float


@dataclass(frozen=True)
class TooFewMayStay:
    """A centre cannot keep the share of its current customers."""

    limit: Limit
    centre: int
    current: float
    left: float


@dataclass(frozen=True)
class ReceivesTooLittle:
    """What everybody keeps leaves too little for a centre's minimum."""

    limit: Limit
    retention: Limit
    centre: int
    current: float
    receives: float


@dataclass(frozen=True)
class KeepsTooMuch:
    """What a centre must keep, with what is fixed there, exceeds its maximum."""

    limit: Limit
    retention: Limit
    centre: int
    current: float
    kept: float
    fixed: float


Contradiction = Union[
    Stranded,
    CrossedBounds,
    MinimaExceedTotal,
    MaximaBelowTotal,
    TooHeavy,
    HeavyStarveOthers,
    HeavyCrowd,
    BetweenSteps,
    StepsMissTotal,
    OutOfReach,
    ForcedBeyondMaximum,
    TooFewMayStay,
    ReceivesTooLittle,
    KeepsTooMuch,
]
