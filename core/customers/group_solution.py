"""What was found for each group of customers, and for all of them together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..assignment import Limit
from ..certain import certain
from ..plan.areas import NO_AREA, UNASSIGNED, Areas, Homes
from ..plan.plan import Plan
from ..texts import Text
from .clustering import Round
from .group import CustomerGroup
from .named_group import NamedGroup
from .portfolio_figures import PortfolioFigures


@dataclass(frozen=True)
class RuleCost:
    """Compactness with the rules up to one.

    Attributes
    ----------
    rule : str or Text
    inertia : float
        Sum of squared distances in m².
    mean_distance_m : float
    is_current : bool
        Whether these are the current portfolios rather than a step of the plan.
    """

    rule: str | Text
    inertia: float
    mean_distance_m: float
    is_current: bool = False


@dataclass(frozen=True)
class GroupSolution:
    """A view of a plan: portfolios of one group, with how they were found.

    Attributes
    ----------
    group : CustomerGroup
    plan : Plan
        The group's customers; the names of its territories, then those of current
        representatives who get none; the centres as homes; today's portfolios as current plan.
    territory_count : int
        Number k of territories with a representative.
    outlier : ndarray of bool, shape (n,)
        Customers most of whose neighbours are in another territory.
    limits : sequence of Limit
        All limits on totals, as they hold.
    rule_costs : sequence of RuleCost
        What rules cost when they are added one by one; empty where that was not asked for.
    status : str
        ``"converged"``, ``"rounds"`` or ``"cancelled"``.
    gap : float
        How far the last assignment may be from the best one for its centres, relative.
    rounds : sequence of Round
        The exact rounds of the search.
    """

    group: CustomerGroup
    plan: Plan
    territory_count: int
    outlier: BoolArray
    limits: Sequence[Limit]
    rule_costs: Sequence[RuleCost]
    status: str
    gap: float
    rounds: Sequence[Round] = ()

    @classmethod
    def of(
        cls,
        named: NamedGroup,
        labels: IntArray,
        centres: FloatArray,
        *,
        outlier: BoolArray,
        rule_costs: Sequence[RuleCost],
        status: str,
        gap: float,
    ) -> GroupSolution:
        """The solution with these labels (n,) and positions of centres (k, 2)."""
        names, before = named.with_leaving()
        nobody = np.full((len(names) - named.count, 2), np.nan)
        plan = portfolio_plan(
            named.group.customers, names, labels, before, np.vstack([centres, nobody])
        )
        return cls(named.group, plan, named.count, outlier, named.limits, rule_costs, status, gap)

    @property
    def centres(self) -> FloatArray:
        """Positions (names, 2) of the centres; NaN for those without a territory."""
        return certain(self.plan.homes).positions

    @cached_property
    def figures(self) -> PortfolioFigures:
        """What the portfolios hold and keep."""
        return PortfolioFigures(self.plan)

    @property
    def empty_territories(self) -> IntArray:
        """Territories, of those with a representative, that get no customers."""
        return np.flatnonzero(self.plan.statistics.area_count[: self.territory_count] == 0)

    def bounds(self, attribute: str | None) -> tuple[FloatArray, FloatArray]:
        """Bounds of the totals of an attribute (None: customers), each (names,); NaN for none."""
        size, k = self.plan.territory_count, self.territory_count
        least, most = np.full(size, -np.inf), np.full(size, np.inf)
        for limit in self.limits:
            same = limit.is_count if attribute is None else limit.name == attribute
            if same and not limit.is_retention:
                least[:k] = np.maximum(least[:k], limit.minimum)
                most[:k] = np.minimum(most[:k], limit.maximum)
        return (
            np.where(np.isfinite(least) & (least > 0.0), least, np.nan),
            np.where(np.isfinite(most), most, np.nan),
        )

    def prices_pct(self) -> list[float]:
        """What the rules up to each step cost in inertia, in percent of no rules."""
        # The current portfolios, if they are known, come before the row without rules.
        free = next((i for i, cost in enumerate(self.rule_costs) if not cost.is_current), 0)
        base = self.rule_costs[free].inertia if self.rule_costs else 0.0
        return [
            100.0 * (cost.inertia / base - 1.0) if base > 0.0 else float("nan")
            for cost in self.rule_costs
        ]


@dataclass(frozen=True)
class PortfolioSolution:
    """A view of the plans of all groups of one run, which are one plan together.

    Attributes
    ----------
    customers : Areas
        All customers, those of no group too.
    groups : sequence of GroupSolution
    is_complete : bool
        Whether the search came to all groups.
    """

    customers: Areas
    groups: Sequence[GroupSolution]
    is_complete: bool = True

    @cached_property
    def plan(self) -> Plan:
        """One plan of all customers: the territories of one group after the other.

        Customers of no group have no territory.
        """
        labels = np.full(len(self.customers), UNASSIGNED, dtype=np.int64)
        before = labels.copy()
        names: list[Any] = []
        centres = []
        for solution in self.groups:
            start, k = len(names), solution.territory_count
            rows = solution.group.rows
            labels[rows] = start + solution.plan.labels
            current = solution.plan.current
            if current is not None:
                own = (current.labels >= 0) & (current.labels < k)
                before[rows[own]] = start + current.labels[own]
            names += solution.plan.names[:k]
            centres.append(solution.centres[:k])
        return portfolio_plan(self.customers, names, labels, before, np.vstack(centres))

    @cached_property
    def outlier(self) -> BoolArray:
        """Customers (n,) most of whose neighbours are in another territory."""
        outlier = np.zeros(len(self.customers), dtype=bool)
        for solution in self.groups:
            outlier[solution.group.rows] = solution.outlier
        return outlier

    @cached_property
    def figures(self) -> PortfolioFigures:
        """What all portfolios hold."""
        return PortfolioFigures(self.plan)

    @property
    def retained_share(self) -> float | None:
        """Share (0 to 1) of served customers who keep their representative; None without any."""
        served = sum(solution.figures.served_before for solution in self.groups)
        kept = sum(float(solution.figures.kept.sum()) for solution in self.groups)
        return kept / served if served else None

    @property
    def inertia(self) -> float:
        """Sum of all squared distances in m²."""
        return float(sum(solution.figures.inertia for solution in self.groups))

    @property
    def outliers(self) -> int:
        """Number of customers most of whose neighbours are in another territory."""
        return int(np.count_nonzero(self.outlier))

    @property
    def status(self) -> str:
        """The status of the group that came least far."""
        if not self.is_complete:
            return "cancelled"
        reached = [solution.status for solution in self.groups]
        return next((s for s in ("cancelled", "rounds") if s in reached), "converged")


def portfolio_plan(
    customers: Areas,
    names: Sequence[Any],
    labels: IntArray,
    before: IntArray,
    centres: FloatArray,
) -> Plan:
    """A plan of customers whose trips start at the centres (names, 2) of the portfolios.

    Without limits nobody's total is better than another's: the targets are equal shares.
    """
    homes = Homes(centres, np.full(len(names), NO_AREA))
    targets = equal_shares(customers, len(names))
    known = bool((before >= 0).any())
    current = Plan(customers, before, names, targets, homes) if known else None
    return Plan(customers, labels, names, targets, homes, current)


def equal_shares(customers: Areas, count: int) -> FloatArray:
    """Targets (count, c) where all territories are alike."""
    return np.tile(customers.weights.sum(axis=0) / max(count, 1), (count, 1))


def with_counts(plan: Plan) -> Plan:
    """The plan with each customer counting 1 where the customers have no weights at all."""
    if plan.areas.weights.shape[1]:
        return plan
    customers = replace(plan.areas, weights=np.ones((len(plan.areas), 1)))
    return replace(plan, areas=customers, targets=equal_shares(customers, plan.territory_count))
