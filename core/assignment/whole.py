"""From optimal prices to an assignment that divides nobody."""

from __future__ import annotations

import time

import numpy as np

from ..arrays import FloatArray, IntArray
from ..progress import Cancelled, Progress
from .explain import Names, explain_rounding
from .limits import breached
from .restricted import Choice, Programme, Whole, nearly_indifferent
from .scaled import ScaledProblem
from .solvers import Solver

_FEWEST_CUSTOMERS = 60
_CUSTOMERS_PER_PRICE = 8
_GROWTH = 4
_IMPROVEMENTS = 1
_MAX_IMPROVING_ARCS = 500
_FIRST_MARGIN = 4e-6
_LAST_MARGIN = 1e-2
_SPREAD = 1.5
# Share of the time after which no larger choice is tried.
_LATEST_START = 0.9


def make_whole(
    problem: ScaledProblem,
    prices: FloatArray,
    *,
    gap: float,
    max_seconds: float,
    names: Names,
    solver: Solver,
    progress: Progress,
) -> tuple[IntArray, float, str]:
    """Assignment within the limits that divides nobody.

    Integer programmes over more and more of the customers that are nearly indifferent at
    the prices: until one has an answer, and then until the answer is good enough.

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
        If only divided customers could keep the limits, or no answer was found in time.
    Cancelled
        If cancelled before there was an answer.
    """
    search = _Search(problem, prices, gap, max_seconds, solver, progress)
    labels = search.first_answer(names)
    try:
        return (*search.improved(labels), "feasible")
    except Cancelled:
        return labels, search.bound, "cancelled"


class _Search:
    """One problem at its prices, with the customers in the order of their indifference."""

    def __init__(
        self,
        problem: ScaledProblem,
        prices: FloatArray,
        gap: float,
        max_seconds: float,
        solver: Solver,
        progress: Progress,
    ) -> None:
        self.problem = problem
        self.prices = prices
        self.gap = gap
        self.begun = time.monotonic()
        self.deadline = self.begun + max_seconds
        self.last_start = self.begun + _LATEST_START * max_seconds
        self.solver = solver
        self.progress = progress
        self.base, self.first, second = problem.best(prices)
        self.bound = problem.bound(self.first, prices)
        self.heaviness = np.maximum(problem.coefficients.sum(axis=0), 1e-12)
        self.indifference = (second - self.first) / self.heaviness
        self.order = np.argsort(self.indifference, kind="stable")
        self.margin = _FIRST_MARGIN
        self.wanted = _FEWEST_CUSTOMERS + _CUSTOMERS_PER_PRICE * int(np.count_nonzero(prices))

    def first_answer(self, names: Names) -> IntArray:
        """Assignment over as few customers as will do.

        All choices share the time: each gets half of what is left for every solver, so that a
        larger one, which often is the easier one, has its turn too.
        """
        while True:
            self.wanted = min(self.wanted, self.problem.customers)
            everybody = self.wanted == self.problem.customers
            left = self.deadline - time.monotonic()
            whole = self.solved(self.nearest_choice(np.inf), 0.5 * max(left, 0.0))
            if whole.labels is None and everybody and whole.proved_impossible:
                explain_rounding(self.problem.limits, names)
            if whole.labels is None and (everybody or time.monotonic() > self.last_start):
                spent = time.monotonic() - self.begun
                explain_rounding(self.problem.limits, names, seconds=spent)
            if whole.labels is None:
                self.wanted *= _GROWTH
            elif breached(self.problem.limits, whole.labels):
                self.margin *= 10.0
                if self.margin > _LAST_MARGIN:
                    explain_rounding(self.problem.limits, names)
            else:
                return whole.labels

    def improved(self, labels: IntArray) -> tuple[IntArray, float]:
        """Better assignment and bound, while there is a gap and time.

        A pair whose reduced cost exceeds the customer's least by more than the gap is in no
        better assignment (reduced-cost fixing). Where the other pairs are few enough for one
        programme, what that proves holds for the whole problem.
        """
        objective = self.cost(labels)
        gaps = self.indifference * self.heaviness
        for _ in range(_IMPROVEMENTS):
            if objective - self.bound <= self.gap * abs(objective):
                break
            seconds = self.deadline - time.monotonic()
            slack = (objective - self.bound) * (1.0 + 1e-9)
            useful = np.flatnonzero(gaps <= slack)
            choice = self.pairs(useful, np.full(useful.size, slack))
            complete = choice.size <= _MAX_IMPROVING_ARCS
            if not complete:
                self.wanted = min(self.wanted * _GROWTH, self.problem.customers)
                choice = self.nearest_choice(slack)
            if seconds <= 0.0 or choice.size > _MAX_IMPROVING_ARCS:
                break
            whole = self.solved(choice, seconds)
            if whole.labels is not None and not breached(self.problem.limits, whole.labels):
                found = self.cost(whole.labels)
                if found < objective:
                    labels, objective = whole.labels, found
                if complete:
                    self.bound = max(self.bound, min(self.bound + whole.bound, objective))
            if complete:
                break
        return labels, self.bound

    def nearest_choice(self, most_extra: float) -> Choice:
        """Pairs of the most indifferent customers, none with more extra cost than given."""
        customers = np.sort(self.order[: self.wanted])
        if self.wanted == self.problem.customers:
            width = np.full(self.wanted, most_extra)
        else:
            widest = _SPREAD * self.indifference[self.order[self.wanted - 1]]
            width = np.minimum(widest * self.heaviness[customers], most_extra)
        return self.pairs(customers, width)

    def pairs(self, customers: IntArray, width: FloatArray) -> Choice:
        found = nearly_indifferent(
            self.problem, self.prices, self.base, self.first, customers, width
        )
        allowed = np.isfinite(found.extra)
        return Choice(found.customers[allowed], found.centres[allowed], found.extra[allowed])

    def solved(self, choice: Choice, seconds: float) -> Whole:
        programme = Programme.of(
            self.problem,
            self.prices,
            self.base,
            choice,
            floor=self.bound,
            relative_gap=self.gap,
            margin=self.margin,
        )
        return self.solver.whole(programme, seconds, self.progress)

    def cost(self, labels: IntArray) -> float:
        chosen = self.problem.cost[np.arange(len(labels)), labels]
        return float(chosen.sum()) / self.problem.cost_scale
