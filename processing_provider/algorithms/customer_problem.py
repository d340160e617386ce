"""One independent clustering problem, and how its clusters come by their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
from qgis.core import QgsField

from ...core.arrays import FloatArray, IntArray
from ...core.assignment import HIGHS, Solver
from ...core.customers import Clustering
from ...core.customers.adoption import adopt_clusters
from ...core.errors import InvalidInput
from ...core.geometry.geodesy import Metric
from ...core.plan.order import north_to_south, numbers_from_north
from ...core.progress import Progress
from ..inputs.customer_rules import CustomerRules, GroupPlan, SearchSettings
from .customer_plan import NamedProblem


@dataclass(frozen=True)
class GroupProblem:
    """The customers of one group and the representatives who may get them.

    Attributes
    ----------
    value : object
        Value of the group field, None without groups.
    rows : ndarray of int, shape (n,)
        The customers among all.
    ids : list
        Their ids, for messages.
    positions : ndarray of float, shape (n, 2)
    metric : Metric
        Its plane is centred on these customers.
    weights : dict of str to ndarray of float, shape (n,)
        By attribute.
    count : int
        Number k of territories.
    known : list
        Representatives who have a name: those of REPS, or of today.
    today, preassigned : ndarray of int, shape (n,)
        Position among ``known``, -1 for none.
    former : list
        Representatives of today who are not in REPS.
    today_former : ndarray of int, shape (n,)
        Position among ``former``, -1 for none.
    homes : ndarray of float, shape (k, 2), or None
        Positions of the representatives.
    centre_rows : ndarray of int, shape (k,)
        The representatives among all of REPS; 0 to k - 1 without REPS.
    name_field : QgsField
        Type of the names.
    first_number : int
        Number of the first territory, if they only have numbers.
    newcomers : list
        Names of the territories that are more than the representatives of today.
    rules : CustomerRules
    """

    value: Any
    rows: IntArray
    ids: list[Any]
    positions: FloatArray
    metric: Metric
    weights: dict[str, FloatArray]
    count: int
    known: list[Any]
    today: IntArray
    preassigned: IntArray
    former: list[Any]
    today_former: IntArray
    homes: FloatArray | None
    centre_rows: IntArray
    name_field: QgsField
    first_number: int = 1
    newcomers: list[Any] = field(default_factory=list)
    rules: CustomerRules = field(default_factory=CustomerRules)

    @property
    def points(self) -> FloatArray:
        return self.metric.to_plane(self.positions)

    @property
    def is_named(self) -> bool:
        """Whether it is known beforehand which names the territories will have."""
        return self.homes is not None or len(self.known) == self.count

    def refuse_impossible(self) -> None:
        """Refuse what counting alone shows to be impossible, before the search.

        Raises
        ------
        InvalidInput, InfeasibleProblem
        """
        n = len(self.rows)
        if self.count > n:
            raise InvalidInput(
                "{count} territories are asked for, but there are only {n} customer(s). Ask for at "
                "most {n}.",
                count=self.count,
                n=n,
            )
        if self.is_named:
            bound = self._bound_to(self.known, self.today, self.preassigned)
            bound.refuse_contradictions()
        else:
            self._unbound().refuse_contradictions()

    def solve(self, settings: SearchSettings, solver: Solver, progress: Progress) -> GroupPlan:
        """Cluster, clean up, and price the rules.

        Raises
        ------
        InvalidInput, InfeasibleProblem
            If no plan can keep the rules.
        Cancelled
            If cancelled before there was a plan.
        """
        generator = np.random.default_rng(settings.seed)
        if self.homes is not None:
            bound = self._bound_to(self.known, self.today, self.preassigned, solver)
            homes = self.metric.to_plane(self.homes)
            found = bound.cluster(homes, settings.restarts, generator, progress.part(0.0, 0.7))
        elif self.known:
            bound, found = self._adopt(settings, generator, solver, progress.part(0.0, 0.7))
        else:
            bound = self._unbound(solver)
            found = bound.cluster(None, settings.restarts, generator, progress.part(0.0, 0.7))
            found = _from_north(found)
        return bound.plan(found, settings, progress.part(0.7, 1.0))

    def _unbound(self, solver: Solver = HIGHS) -> NamedProblem:
        """Territories that only have numbers yet."""
        nobody = np.full(len(self.rows), -1, dtype=np.int64)
        numbers = list(range(self.first_number, self.first_number + self.count))
        return NamedProblem(
            self,
            self.newcomers if len(self.newcomers) == self.count else numbers,
            nobody,
            nobody,
            "cluster",
            solver,
        )

    def _bound_to(
        self,
        names: Sequence[Any],
        today: IntArray,
        preassigned: IntArray,
        solver: Solver = HIGHS,
    ) -> NamedProblem:
        return NamedProblem(self, list(names), today, preassigned, "representative", solver)

    def _adopt(
        self,
        settings: SearchSettings,
        generator: np.random.Generator,
        solver: Solver,
        progress: Progress,
    ) -> tuple[NamedProblem, Clustering]:
        """Cluster freely, see who keeps most customers in which cluster, and go on from there."""
        free = self._unbound(solver).cluster(
            None, settings.restarts, generator, progress.part(0.0, 0.5), is_draft=True
        )
        owner = adopt_clusters(
            free.labels, self.today, self.count, len(self.known), self.preassigned
        )
        clusters = np.lexsort((np.arange(self.count), owner, owner < 0))
        kept = owner[clusters][owner[clusters] >= 0]
        names = [self.known[i] for i in kept]
        names += self.newcomers[: self.count - len(names)]
        number = np.full(len(self.known) + 1, -1, dtype=np.int64)
        number[kept] = np.arange(len(kept))
        bound = self._bound_to(names, number[self.today], number[self.preassigned], solver)
        rank = np.empty(self.count, dtype=np.int64)
        rank[clusters] = np.arange(self.count)
        start = free.centres[clusters]
        if not bound.ties_names_to_customers and self.rules.max_distance is None:
            return bound, replace(free, labels=rank[free.labels], centres=start)
        bound.refuse_contradictions()
        found = bound.cluster(start, settings.restarts, generator, progress.part(0.5, 1.0))
        return bound, found


def _from_north(found: Clustering) -> Clustering:
    """Number clusters without a name from north to south (then west to east)."""
    rank, order = numbers_from_north(found.centres), north_to_south(found.centres)
    return replace(found, labels=rank[found.labels], centres=found.centres[order])
