"""Islands: parts of the population that evolve on their own and exchange their best.

The number of islands is fixed and each draws from its own random stream, so that a search
gives the same plan wherever its islands run. An island travels as a plain message.
"""

from __future__ import annotations

import time
from dataclasses import asdict, dataclass, replace

import numpy as np
from numpy.typing import NDArray

from ..contiguity.graph import ContiguityGraph
from ..progress import SILENT, Cancelled, Progress, TimeLimit
from ..workers.messages import Message
from ..workers.tasks import Task
from .convergence import ConvergenceRow
from .criteria import Evaluation, Scales, evaluate
from .generation import Breeder, Population, first_plans
from .problem import BalanceProblem, Rules
from .rates import AdaptiveRates
from .redivision import Turn, redivided
from .settings import CriteriaWeights, SearchSettings
from .shorter_borders import Shortening
from .space import SearchSpace
from .wider_limits import annealed_within

TASK = "core.balance.islands:IslandTask"
_SHORTER = 5
"""So that random streams of shortened borders are not those of islands."""


@dataclass
class Island(Population):
    """A population and what it needs to go on.

    Attributes
    ----------
    random_state : dict
        State of the island's random stream.
    """

    random_state: dict

    @classmethod
    def deserted(cls, areas: int, settings: SearchSettings) -> Island:
        """An island on which no plan lives yet."""
        return cls(np.zeros((0, areas), dtype=np.int32), [], AdaptiveRates.first(settings), {})

    def to_message(self) -> Message:
        return {
            "plans": self.plans,
            "fitness": self.fitness,
            "rates": asdict(self.rates),
            "random_state": self.random_state,
        }

    @classmethod
    def from_message(cls, message: Message) -> Island:
        return cls(
            plans=message["plans"],
            fitness=[float(value) for value in message["fitness"]],
            rates=AdaptiveRates(**message["rates"]),
            random_state=message["random_state"],
        )

    def receive(self, plan: NDArray[np.int32], fitness: float) -> None:
        """Take in a migrant instead of the worst plan, unless it is here already."""
        if any(abs(fitness - own) <= 1e-12 for own in self.fitness):
            return
        fitnesses = [*self.fitness[:-1], fitness]
        order = np.argsort(fitnesses, kind="stable")
        plans = np.vstack([self.plans[:-1], plan[None, :]])
        self.plans = plans[order]
        self.fitness = [fitnesses[i] for i in order.tolist()]


def shared_message(space: SearchSpace, scales: Scales, settings: SearchSettings) -> Message:
    """Everything that all islands have in common."""
    message = problem_message(space.problem)
    message |= {
        "reachable": space.reachable,
        "scales": asdict(scales),
        "settings": asdict(settings),
    }
    if space.prices is not None:
        message["prices"] = space.prices
    return message


def problem_message(problem: BalanceProblem) -> Message:
    """A problem as plain data; what is not known is left out."""
    graph, rules = problem.graph, problem.rules
    message: Message = {
        "first": graph.first,
        "second": graph.second,
        "border_m": graph.border_m,
        "kind": graph.kind,
        "weights": problem.weights,
        "targets": problem.targets,
        "points": problem.points,
        "criterion_shares": problem.criterion_shares,
        "max_deviation": None if np.isinf(rules.max_deviation) else rules.max_deviation,
        "max_change": rules.max_change,
        "criteria": asdict(problem.criteria),
    }
    optional = {
        "homes": problem.homes,
        "travel_cost": problem.travel_cost,
        "initial": problem.initial,
        "change_weights": problem.change_weights,
        "trips": problem.trips,
        "locked": rules.locked,
        "frozen_territories": rules.frozen_territories,
    }
    return message | {name: array for name, array in optional.items() if array is not None}


def problem_from(message: Message) -> BalanceProblem:
    """Inverse of :func:`problem_message`."""
    limit = message["max_deviation"]
    return BalanceProblem(
        graph=ContiguityGraph(
            len(message["weights"]),
            message["first"],
            message["second"],
            message["border_m"],
            message["kind"],
        ),
        weights=message["weights"],
        targets=message["targets"],
        points=message["points"],
        criterion_shares=message["criterion_shares"],
        homes=message.get("homes"),
        travel_cost=message.get("travel_cost"),
        initial=message.get("initial"),
        change_weights=message.get("change_weights"),
        trips=message.get("trips"),
        rules=Rules(
            locked=message.get("locked"),
            frozen_territories=message.get("frozen_territories"),
            max_deviation=np.inf if limit is None else limit,
            max_change=message["max_change"],
        ),
        criteria=CriteriaWeights(**message["criteria"]),
    )


class IslandTask(Task):
    """Lets one island live for some generations.

    A request holds ``number`` (of the island), ``end`` (limit as a ``time.time()``, as a child may
    take a while before it reads the request; 0: none), and the island itself unless it is new.
    It asks for so many ``generations``, or for a ``size`` that the first population shall have;
    ``complete`` says that it will not grow further. The answer is the island with the rows of
    its generations.

    A request with a ``settled`` plan asks for one whose borders are shortened, in a ``round`` or
    ``within`` a limit on deviation (at ``prices`` around fixed homes), by the random stream with
    the ``number``. With a ``turn`` the ``number`` is that of a part of it, whose groups of
    territories are divided anew. The answer is the ``plan``, empty if time is up before.
    """

    def __init__(self, shared: Message) -> None:
        super().__init__(shared)
        self.settings = SearchSettings(**shared["settings"])
        space = SearchSpace(problem_from(shared))
        space.reachable = shared["reachable"]
        space.prices = shared.get("prices")
        self.breeder = Breeder(space, Scales(**shared["scales"]), self.settings)

    def run(self, message: Message, progress: Progress = SILENT) -> Message:
        limited = TimeLimit(progress, _seconds_until(message["end"]))
        if "settled" in message:
            return {"plan": self._shortened(message, limited)}
        records: list[ConvergenceRow] = []
        if "plans" in message:
            island = Island.from_message(message)
            rng = np.random.default_rng()
            rng.bit_generator.state = island.random_state
        else:
            island = Island.deserted(self.breeder.space.area_count, self.settings)
            rng = np.random.default_rng([self.settings.seed, int(message["number"])])
        if "size" in message:
            self._populate(island, int(message["number"]), int(message["size"]), rng, limited)
            if message["complete"]:
                records.append(self._record(island, 0.0))
        else:
            for turn in range(int(message["generations"])):
                part = limited.part(
                    turn / message["generations"], (turn + 1) / message["generations"]
                )
                if not self._generation(island, rng, part, records):
                    break
        island.random_state = dict(rng.bit_generator.state)
        return {**island.to_message(), "records": [record._asdict() for record in records]}

    def _shortened(self, message: Message, progress: Progress) -> NDArray[np.int32]:
        """A plan with shorter borders; none (0,) if the caller stops before it is found."""
        breeder, number = self.breeder, int(message["number"])
        space, scales, effort = breeder.space, breeder.scales, breeder.schedules.thorough
        settled, seed = message["settled"].astype(np.int64), [self.settings.seed, number]
        try:
            if "within" in message:
                limited = space.within(float(message["within"]))
                limited.prices = message.get("prices")
                if "turn" in message:
                    groups = Turn(self.settings.seed, int(message["turn"]), number)
                    plan = redivided(limited, scales, settled, effort, groups, progress)
                else:
                    plan = annealed_within(limited, scales, settled, effort, seed, progress)
            else:
                turn = int(message["round"])
                rng = np.random.default_rng([*seed, turn, _SHORTER])
                search = Shortening(space, scales, effort, rng)
                plan = search.shortened(settled, turn, progress)
        except Cancelled:
            return np.zeros(0, dtype=np.int32)
        return plan.astype(np.int32)

    def _populate(
        self,
        island: Island,
        number: int,
        size: int,
        rng: np.random.Generator,
        progress: Progress,
    ) -> None:
        numbers = range(len(island.plans), size)
        try:
            plans = first_plans(self.breeder, number, numbers, rng, progress)
        except Cancelled:
            if len(island.plans) == 0:
                raise
            return
        fitness = [*island.fitness, *(self._evaluate(plan).fitness for plan in plans)]
        order = np.argsort(fitness, kind="stable").tolist()
        island.plans = np.vstack([island.plans, np.array(plans, dtype=np.int32)])[order]
        island.fitness = [fitness[i] for i in order]

    def _generation(
        self,
        island: Island,
        rng: np.random.Generator,
        progress: Progress,
        records: list[ConvergenceRow],
    ) -> bool:
        before = island.fitness[0]
        try:
            plans, fitness = self.breeder.next_generation(
                island.plans, island.fitness, island.rates, rng, progress
            )
        except Cancelled:
            return False
        island.plans, island.fitness = plans, fitness
        gain = (before - island.fitness[0]) / max(abs(before), 1e-300)
        records.append(self._record(island, gain))
        target = self.settings.target_deviation
        return not (target > 0.0 and records[-1].deviation_pct <= 100.0 * target)

    def _record(self, island: Island, gain: float) -> ConvergenceRow:
        best = self._evaluate(island.plans[0])
        diversity = self.breeder.diversity(island.plans)
        rates = island.rates
        mean = float(np.mean(island.fitness))
        record = ConvergenceRow.of(best, mean, diversity, rates.crossover, rates.mutation)
        island.rates = replace(island.rates)
        island.rates.adapt(self.settings, diversity, gain)
        return record

    def _evaluate(self, plan: NDArray) -> Evaluation:
        return evaluate(self.breeder.space, self.breeder.scales, plan.astype(np.int64))


def _seconds_until(end: float) -> float:
    """Seconds until a time of the clock; 0 for no limit."""
    return max(end - time.time(), 1e-6) if end > 0.0 else 0.0


def migrate(islands: list[Island]) -> None:
    """Send each island's best plan to the next island."""
    best = [(island.plans[0].copy(), island.fitness[0]) for island in islands]
    for number, island in enumerate(islands):
        if len(islands) > 1:
            island.receive(*best[number - 1])
