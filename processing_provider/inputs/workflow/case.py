"""Everything that one run of territory:plan reads: areas, scenario, counts, work and costs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

from ....core.arrays import BoolArray, FloatArray
from ....core.balance.case import BalanceCase
from ....core.errors import InvalidInput
from ....core.plan.measures import TravelPrices
from ....core.plan.start import likely_homes
from ....core.progress import Progress
from ....core.workflow.capacity import planned_for_capacity, refuse_too_heavy
from ....core.workflow.consequences import Judging, Prices
from ....core.workflow.planning import PlannedOrRefused, Workflow
from ....core.workflow.workload import TripsTaken, Work
from ...common.feedback import Once
from ...common.fields import TerritoryNames
from ...common.request import Request
from ..balance.case import Ground, read_ground
from ..balance.criteria import Criterion
from ..balance.start import GivenStart
from ..layers.expressions import expression_numbers
from ..layers.units import SpatialUnits
from ..people.candidates import homes_among_areas
from ..people.parameters import CandidateParameters
from ..travel.trip_counts import are_trips_known
from .parameters import PlanParameters

WORK_FIELD = "workload_h"


@dataclass(frozen=True)
class Counts:
    """How many territories are to be planned.

    Attributes
    ----------
    numbers : tuple of int
        Each of them; empty where the number follows from what one can carry.
    wished : int or None
        The one that is to be written, where the user says so.
    least : int
        Fewer cannot be, because of the representatives.
    """

    numbers: tuple[int, ...]
    wished: int | None = None
    least: int = 1


@dataclass(frozen=True)
class PlanCase:
    """What one run read.

    Attributes
    ----------
    ground : Ground
    counts : Counts
    judging : Judging
    candidates : ndarray of bool, shape (n,), or None
        Areas that may be homes, where the user says so.
    work : Work or None
    """

    ground: Ground
    counts: Counts
    judging: Judging
    candidates: BoolArray | None
    work: Work | None

    @property
    def is_greenfield(self) -> bool:
        """Whether nothing is given but a number."""
        ground = self.ground
        has_plan = bool(ground.request.text(PlanParameters.TERRITORY_FIELD))
        return ground.representatives is None and not has_plan

    def given(self, count: int) -> GivenStart:
        """What a plan of so many territories starts from."""
        ground = self.ground
        if ground.request.text(PlanParameters.TERRITORY_FIELD):
            return ground.given_start(None)
        if ground.representatives is not None:
            return ground.given_start(count)
        candidates = self.candidates
        if candidates is None:
            candidates = likely_homes(ground.areas, ground.trips, count)
        return ground.given_start(count, candidates)

    def names(self, count: int) -> TerritoryNames:
        """What so many territories are called."""
        return self.given(count).names()

    def case_of(self, count: int) -> BalanceCase:
        """The case of balancing for so many territories."""
        return self.ground.collected(self.given(count)).case

    @cached_property
    def workflow(self) -> Workflow:
        """What is to be done for each number."""
        ground = self.ground
        return Workflow(self.case_of, ground.trips, ground.settings, self.candidates, self.work)

    def plans(self, progress: Progress) -> dict[int, PlannedOrRefused]:
        """A plan for each number, or why there is none.

        Raises
        ------
        InvalidInput, InfeasibleProblem, Cancelled
        """
        areas = self.ground.areas
        if self.counts.numbers:
            refuse_too_heavy(areas, self.judging)
            return self.workflow.planned(self.counts.numbers, progress)
        return planned_for_capacity(self.workflow, self.judging, areas, self.counts.least, progress)


def collect(request: Request) -> PlanCase:
    """Read all parameters and layers, each once.

    Raises
    ------
    InvalidInput, InfeasibleProblem
        If something cannot be used as given.
    """
    request = replace(request, feedback=Once(request.feedback))
    speed = request.number(PlanParameters.DEFAULT_SPEED)
    expression = request.text(PlanParameters.WORKLOAD).strip()
    label = request.label(PlanParameters.WORKLOAD)

    def hours(units: SpatialUnits, trips: TripsTaken) -> FloatArray:
        variables = {
            "trip_min": trips.minutes,
            "trip_km": trips.km,
            "mean_trip_min": trips.mean_minutes,
            "mean_trip_km": trips.mean_km,
        }
        scope = request.expression_scope()
        return expression_numbers(units, expression, label, scope, variables)

    def on_the_spot(units: SpatialUnits) -> Criterion:
        return Criterion(WORK_FIELD, hours(units, TripsTaken.none(len(units))))

    ground = read_ground(request, on_the_spot if expression else None)
    last = ground.areas.weights.shape[1] - 1
    work = None
    if expression:
        work = Work(lambda trips: hours(ground.units, trips), last, speed)
    return PlanCase(
        ground,
        _counts(request, ground),
        _judging(request, last if expression else 0, speed),
        _candidates(request, ground),
        work,
    )


def _judging(request: Request, column: int, speed_kmh: float) -> Judging:
    ours = PlanParameters
    capacity = request.optional_number(ours.CAPACITY)
    if capacity is not None and capacity <= 0.0:
        raise InvalidInput(
            "“What one representative can carry” (CAPACITY) is {capacity:g}; it must be above 0. "
            "Correct it, or leave it empty.",
            capacity=capacity,
        )
    travel = TravelPrices(
        request.optional_number(ours.COST_PER_HOUR) or 0.0,
        request.optional_number(ours.COST_PER_KM) or 0.0,
    )
    prices = Prices(travel, request.number_or(ours.COST_PER_REP, 0.0), speed_kmh)
    return Judging(column, capacity, prices, are_trips_known(request))


def _candidates(request: Request, ground: Ground) -> BoolArray | None:
    if not request.text(CandidateParameters.CANDIDATES).strip():
        return None
    return homes_among_areas(request, ground.units, ground.trips)


def _counts(request: Request, ground: Ground) -> Counts:
    """How many territories are asked for.

    Raises
    ------
    InvalidInput
        If that contradicts itself, the plan or the representatives.
    """
    ours = PlanParameters
    given = {
        name: request.integer(name)
        for name in (ours.COUNT, ours.COUNT_MIN, ours.COUNT_MAX)
        if request.gives(name)
    }
    known = 0 if ground.representatives is None else len(ground.representatives)
    field = request.text(ours.TERRITORY_FIELD)
    if field:
        if given or request.gives(ours.CAPACITY):
            raise InvalidInput(
                "“Start 1: the current plan” (TERRITORY_FIELD) has its number of territories: "
                "leave it empty, or leave empty “Start 3: number of territories” (COUNT), the "
                "minimum and maximum (COUNT_MIN, COUNT_MAX) and “What one representative can "
                "carry” (CAPACITY)."
            )
        return Counts((len(ground.given_start(None).names()),))
    if ours.COUNT_MIN in given or ours.COUNT_MAX in given:
        return _range(given, known, len(ground.areas))
    if ours.COUNT in given:
        return Counts((given[ours.COUNT],), given[ours.COUNT], max(known, 1))
    if request.gives(ours.CAPACITY):
        return Counts((), None, max(known, 1))
    if known:
        return Counts((known,), known, known)
    raise InvalidInput(
        "There is nothing to start from. Give one of these: “Start 1: the current plan” "
        "(TERRITORY_FIELD), “Start 2: representatives” (REPS), “Start 3: number of territories” "
        "(COUNT), the minimum and maximum number (COUNT_MIN, COUNT_MAX), or “What one "
        "representative can carry” (CAPACITY)."
    )


def _range(given: dict[str, int], known: int, areas: int) -> Counts:
    ours = PlanParameters
    first, last = given.get(ours.COUNT_MIN), given.get(ours.COUNT_MAX)
    if first is None or last is None:
        raise InvalidInput(
            "“Minimum number of territories” (COUNT_MIN) and “Maximum number of territories” "
            "(COUNT_MAX) go together: give both, or a single number (COUNT)."
        )
    if not max(known, 1) <= first <= last:
        raise InvalidInput(
            "The numbers of territories from {first} to {last} (COUNT_MIN, COUNT_MAX) cannot be "
            "planned: the minimum must be at least {least} (one for each representative) and at "
            "most the maximum.",
            first=first,
            last=last,
            least=max(known, 1),
        )
    wished = given.get(ours.COUNT)
    if wished is not None and not first <= wished <= last:
        raise InvalidInput(
            "“Start 3: number of territories” (COUNT) is {wished}, outside the numbers from "
            "{first} to {last} (COUNT_MIN, COUNT_MAX). Leave it empty, or widen these.",
            wished=wished,
            first=first,
            last=last,
        )
    # Of numbers beyond all areas the first is refused for all.
    last = max(min(last, areas + 1), first)
    return Counts(tuple(range(first, last + 1)), wished, max(known, 1))
