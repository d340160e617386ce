"""From optimal prices to an assignment that divides nobody."""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..progress import Cancelled, Progress
from .alike import alike_around_others, most_are_alike, others_with_room
from .candidate_pairs import CandidatePairs, nearly_indifferent
from .effort import AssignmentEffort
from .integer_programme import IntegerAnswer, IntegerProgramme
from .limits import breached
from .names import Names
from .normalised import NormalisedProblem
from .refusals import MovesFoundNothing, refuse_division
from .repair import HIGH, levelled, repaired
from .solvers import Solver


@dataclass(frozen=True)
class _Sizes:
    """How many pairs the integer programmes get.

    Few pairs make quick programmes that may have no answer, many make slow ones.

    Attributes
    ----------
    fewest_customers, customers_per_price : int
        Customers of the first programme: some for each price that binds, since its total has to
        be met by moving them.
    growth : int
        Factor from one programme to the next.
    improving_arcs : int
        Pairs up to which an answer is improved and its bound proved; HiGHS proves little about
        more in the nodes it is given.
    spread : float
        How far beyond the least indifferent customer's second-best centre further pairs reach.
    first_margin, last_margin : float
        By how much totals stay inside their bounds (in average weights), because solvers take a
        breach of 1e-6 for none; ten times more after each answer that breaks a limit.
    latest_start : float
        Share of the time after which no larger programme is tried.
    """

    fewest_customers: int = 60
    customers_per_price: int = 8
    growth: int = 4
    improving_arcs: int = 500
    spread: float = 1.5
    first_margin: float = 4e-6
    last_margin: float = 1e-2
    latest_start: float = 0.9


_SIZES = _Sizes()


def integer_assignment(
    problem: NormalisedProblem,
    prices: FloatArray,
    effort: AssignmentEffort,
    names: Names,
    solver: Solver,
    progress: Progress,
    start: IntArray | None = None,
) -> tuple[IntArray, float, str]:
    """Assignment within the limits that divides nobody.

    Moves of single customers (:mod:`.repair`); where they find nothing, all who weigh alike are
    assigned around the others (:mod:`.alike`); where that is not possible, integer programmes over
    more and more of the customers that are nearly indifferent at the prices, until one has an
    answer. Then a last one, if the answer is not good enough and the programme is small.

    Returns
    -------
    labels : ndarray of int, shape (n,)
        Centre of each customer.
    bound : float
        Scaled cost that no assignment undercuts.
    status : str
        ``"feasible"`` or ``"cancelled"``.

    Raises
    ------
    InfeasibleProblem
        If only divided customers could keep the limits, or no answer was found in time, or by
        moves where nothing else may be tried.
    Cancelled
        If cancelled before there was an answer.
    """
    search = _IntegerSearch(problem, prices, effort, solver, progress)
    labels = search.by_moves(start)
    if labels is None and effort.only_moves:
        raise MovesFoundNothing("Moves of single customers find no assignment within all limits.")
    if labels is None:
        labels = search.first_answer(names)
    try:
        return (*search.improved(labels), "feasible")
    except Cancelled:
        return labels, search.bound, "cancelled"


class _IntegerSearch:
    """One problem at its prices, with the customers in the order of their indifference."""

    def __init__(
        self,
        problem: NormalisedProblem,
        prices: FloatArray,
        effort: AssignmentEffort,
        solver: Solver,
        progress: Progress,
    ) -> None:
        self.problem = problem
        self.prices = prices
        self.gap = effort.gap
        self.begun = time.monotonic()
        self.deadline = self.begun + effort.max_seconds
        self.last_start = self.begun + _SIZES.latest_start * effort.max_seconds
        self.solver = solver
        self.progress = progress
        self.base, self.first, second = problem.best(prices)
        self.bound = problem.bound(self.first, prices)
        self.heaviness = np.maximum(problem.coefficients.sum(axis=0), 1e-12)
        self.indifference = (second - self.first) / self.heaviness
        self.order = np.argsort(self.indifference, kind="stable")
        self.margin = _SIZES.first_margin
        binding = int(np.count_nonzero(prices))
        self.wanted = _SIZES.fewest_customers + _SIZES.customers_per_price * binding

    def by_moves(self, start: IntArray | None) -> IntArray | None:
        """Assignment that moves lead to, from the prices or from one to a similar problem."""
        given = (self.problem, self.prices)
        around = None
        if most_are_alike(self.problem):
            # Moves alone would try for long in vain.
            others = others_with_room(*given, self.base)
            around = alike_around_others(*given, others, self.solver, self.progress)
        if around is not None:
            found = repaired(*given, around, self.progress, (HIGH,))
            return around if found is None else found
        if start is not None:
            # Moves from the prices as well took 15 % more time for 0.03 % on average; the last
            # assignment of a clustering has no start and tries them anyway.
            found = repaired(*given, start, self.progress, (HIGH,))
            if found is not None:
                return found
        found = repaired(*given, self.base, self.progress)
        if found is not None:
            return found
        # Not tried first: moves also find better places for those who weigh more than others.
        return alike_around_others(*given, self.base, self.solver, self.progress)

    def first_answer(self, names: Names) -> IntArray:
        """Assignment over as few customers as will do.

        All programmes share the time: each gets half of what is left for every solver, so that a
        larger one, which often is the easier one, has its turn too. Where none of them knows,
        totals are levelled first; tried before, that is quicker, but often dearer.
        """
        while True:
            self.wanted = min(self.wanted, self.problem.customers)
            everybody = self.wanted == self.problem.customers
            left = self.deadline - time.monotonic()
            answer = self.solved(self.nearest_pairs(np.inf), 0.5 * max(left, 0.0))
            if answer.labels is None and everybody and answer.proved_impossible:
                refuse_division(self.problem.limits, names)
            if answer.labels is None and (everybody or time.monotonic() > self.last_start):
                found = levelled(self.problem, self.prices, self.base, self.progress)
                if found is not None:
                    return found
                spent = time.monotonic() - self.begun
                refuse_division(self.problem.limits, names, seconds=spent)
            if answer.labels is None:
                self.wanted *= _SIZES.growth
            elif breached(self.problem.limits, answer.labels):
                self.margin *= 10.0
                if self.margin > _SIZES.last_margin:
                    # The solver's tolerance stands in the way, which proves nothing.
                    spent = time.monotonic() - self.begun
                    refuse_division(self.problem.limits, names, seconds=spent)
            else:
                return answer.labels

    def improved(self, labels: IntArray) -> tuple[IntArray, float]:
        """Better assignment and bound, if there is a gap and time.

        A pair whose reduced cost exceeds the customer's least by more than the gap is in no
        better assignment (reduced-cost fixing). Where the other pairs are few enough for one
        programme, what that proves holds for the whole problem.
        """
        objective = self.cost(labels)
        seconds = self.deadline - time.monotonic()
        if objective - self.bound <= self.gap * abs(objective) or seconds <= 0.0:
            return labels, self.bound
        slack = (objective - self.bound) * (1.0 + 1e-9)
        useful = np.flatnonzero(self.indifference * self.heaviness <= slack)
        pairs = self.pairs_within(useful, np.full(useful.size, slack))
        complete = pairs.size <= _SIZES.improving_arcs
        if not complete:
            self.wanted = min(self.wanted * _SIZES.growth, self.problem.customers)
            pairs = self.nearest_pairs(slack)
        if pairs.size > _SIZES.improving_arcs:
            return labels, self.bound
        answer = self.solved(pairs, seconds)
        if answer.labels is not None and not breached(self.problem.limits, answer.labels):
            found = self.cost(answer.labels)
            if found < objective:
                labels, objective = answer.labels, found
            if complete:
                self.bound = max(self.bound, min(self.bound + answer.bound, objective))
        return labels, self.bound

    def nearest_pairs(self, most_extra: float) -> CandidatePairs:
        """Pairs of the most indifferent customers, none with more extra cost than given."""
        customers = np.sort(self.order[: self.wanted])
        if self.wanted == self.problem.customers:
            width = np.full(self.wanted, most_extra)
        else:
            widest = _SIZES.spread * self.indifference[self.order[self.wanted - 1]]
            width = np.minimum(widest * self.heaviness[customers], most_extra)
        return self.pairs_within(customers, width)

    def pairs_within(self, customers: IntArray, width: FloatArray) -> CandidatePairs:
        found = nearly_indifferent(
            self.problem, self.prices, self.base, self.first, customers, width
        )
        allowed = np.isfinite(found.extra)
        return CandidatePairs(
            found.customers[allowed], found.centres[allowed], found.extra[allowed]
        )

    def solved(self, pairs: CandidatePairs, seconds: float) -> IntegerAnswer:
        programme = IntegerProgramme.of(
            self.problem,
            self.prices,
            self.base,
            pairs,
            floor=self.bound,
            relative_gap=self.gap,
            margin=self.margin,
        )
        return self.solver.integer(programme, seconds, self.progress)

    def cost(self, labels: IntArray) -> float:
        chosen = self.problem.cost[np.arange(len(labels)), labels]
        return float(chosen.sum()) / self.problem.cost_scale
