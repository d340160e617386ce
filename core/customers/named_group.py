"""A group in which each territory has its name, so that all rules can be stated."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..assignment import Limit, Names, count_limit, retention_limit
from ..errors import InfeasibleProblem
from ..ids import id_key, positions_in
from .clustering import ClusterRules
from .clustering_problem import ClusteringProblem
from .group import CustomerGroup
from .rules import territory_limits


@dataclass(frozen=True)
class NamedGroup:
    """The rules of a group as limits on territories that have names.

    Attributes
    ----------
    group : CustomerGroup
    names : sequence
        Names of the k territories.
    current, preassigned : ndarray of int, shape (n,)
        Position among ``names``, -1 for none.
    reach : float or None
        Maximum distance on the plane, in metres; it is corrected until the maximum distance
        holds on the ellipsoid. None where there is none or centres are fixed.
    never_empty : bool
        Whether each territory has to get somebody.
    """

    group: CustomerGroup
    names: Sequence[Any]
    current: IntArray
    preassigned: IntArray
    reach: float | None = None
    never_empty: bool = False

    @classmethod
    def of(
        cls, group: CustomerGroup, names: Sequence[Any], current: IntArray, preassigned: IntArray
    ) -> NamedGroup:
        """The group with these names."""
        reach = None if group.rules.fixed else group.rules.max_distance
        return cls(group, names, current, preassigned, reach)

    @classmethod
    def as_known(cls, group: CustomerGroup) -> NamedGroup:
        """A group whose territories are those of its known representatives."""
        return cls.of(group, group.known, group.current, group.preassigned)

    @classmethod
    def unnamed(cls, group: CustomerGroup) -> NamedGroup:
        """A group whose territories only have numbers yet."""
        nobody = np.full(len(group), -1, dtype=np.int64)
        if group.known:
            # The names that limits of single territories mean are given later.
            group = replace(group, rules=replace(group.rules, territories=()))
        numbers = list(range(group.first_number, group.first_number + group.count))
        names = group.newcomers if len(group.newcomers) == group.count else numbers
        return cls.of(group, names, nobody, nobody)

    @property
    def count(self) -> int:
        """Number k of territories."""
        return len(self.names)

    @cached_property
    def points(self) -> FloatArray:
        """Positions (n, 2) on the plane in metres; (n, 3) in space if the centres are fixed.

        Means lie on a plane, but what is nearest to given centres is right in space only, where
        customers are spread over continents.
        """
        return self.in_space if self.group.rules.fixed else self.group.customers.points

    @cached_property
    def in_space(self) -> FloatArray:
        """Positions where the nearest neighbours are searched, see :meth:`Metric.to_space`."""
        customers = self.group.customers
        return customers.metric.to_space(customers.positions)

    @cached_property
    def counts(self) -> list[Limit]:
        """Limits on the number of customers."""
        rules = self.group.rules
        limits = []
        if rules.min_count is not None or rules.max_count is not None:
            limits.append(count_limit(self.count, rules.min_count, rules.max_count))
        limits += [
            rule.limit(self.group.weights_of(None), self.group.centre_rows)
            for rule in rules.totals
            if rule.is_bounded and rule.attribute is None
        ]
        limits += territory_limits(rules.territories, None, self.group.weights_of(None), self.names)
        if self.never_empty:
            limits.append(count_limit(self.count, 1))
        return limits

    @cached_property
    def sums(self) -> list[tuple[str, Limit]]:
        """Limits on sums, with the attribute."""
        group, rules = self.group, self.group.rules
        limits = [
            (rule.attribute, rule.limit(group.weights_of(rule.attribute), group.centre_rows))
            for rule in rules.totals
            if rule.is_bounded and rule.attribute is not None
        ]
        for attribute in group.attributes:
            weights = group.weights_of(attribute)
            own = territory_limits(rules.territories, attribute, weights, self.names)
            limits.extend((attribute, limit) for limit in own)
        return limits

    @cached_property
    def retention(self) -> Limit | None:
        """How many of their current customers representatives keep."""
        share = self.group.rules.retention(self.group.centre_rows)
        if share is None or (self.current < 0).all():
            return None
        return retention_limit(self.current, self.count, share)

    @cached_property
    def fixed_pairs(self) -> BoolArray | None:
        """Pairs (n, k) that fixed customers leave."""
        customers = np.flatnonzero(self.preassigned >= 0)
        if len(customers) == 0:
            return None
        pairs = np.ones((len(self.points), self.count), dtype=bool)
        pairs[customers] = False
        pairs[customers, self.preassigned[customers]] = True
        return pairs

    @cached_property
    def near_homes(self) -> BoolArray | None:
        """Pairs (n, k) within the maximum distance of fixed centres."""
        rules, homes = self.group.rules, self.group.homes
        if not rules.fixed or rules.max_distance is None or homes is None:
            return None
        distance = self.group.customers.metric.matrix(self.group.customers.positions, homes)
        return np.asarray(distance <= rules.max_distance)

    @cached_property
    def limits(self) -> list[Limit]:
        """All limits on totals."""
        retention = [] if self.retention is None else [self.retention]
        return [*self.counts, *(limit for _, limit in self.sums), *retention]

    @cached_property
    def allowed(self) -> BoolArray | None:
        """Pairs (n, k) that are possible; None where all are."""
        masks = [mask for mask in (self.fixed_pairs, self.near_homes) if mask is not None]
        return np.logical_and.reduce(masks) if masks else None

    @property
    def ties_names_to_customers(self) -> bool:
        """Whether it matters to customers or totals what a territory is called."""
        rules = self.group.rules.territories
        return (
            self.retention is not None
            or self.fixed_pairs is not None
            or bool((positions_in([rule.territory for rule in rules], self.names) >= 0).any())
        )

    @cached_property
    def messages(self) -> Names:
        """How messages call territories and customers."""
        return Names(
            self.names,
            self.group.customers.ids,
            fixed_pairs=self.fixed_pairs is not None,
            maximum_distance=self.group.rules.max_distance is not None,
        )

    def refuse_contradictions(self) -> None:
        """Refuse what counting alone shows to be impossible.

        Raises
        ------
        InfeasibleProblem
        """
        self.refuse_divided_fixed()
        problem = ClusteringProblem(self.points, self.count, self.rules(None))
        problem.refuse_contradictions(self.messages)

    def refuse_divided_fixed(self) -> None:
        """Refuse customers who must stay together but are fixed to different territories.

        Raises
        ------
        InfeasibleProblem
        """
        together, pairs = self.group.together, self.fixed_pairs
        if together is None or pairs is None:
            return
        divided = ~together.allowed(pairs).any(axis=1)
        if divided.any():
            rows = np.flatnonzero(divided[together.block] & (self.preassigned >= 0))
            raise InfeasibleProblem.counted(
                len(rows),
                "{count} customer must stay together with others that another representative "
                "must get ({ids}). Free some of them (PREASSIGNED_FIELD).",
                "{count} customers must stay together, but different representatives must get "
                "them ({ids}). Free some of them (PREASSIGNED_FIELD), or let them be divided "
                "(TOGETHER_FIELD, SAME_POINT).",
                ids=self.messages.some_customers(rows),
            )

    def rules(self, reach: float | None) -> ClusterRules:
        """The rules for clusters on the plane."""
        return ClusterRules(self.limits, self.allowed, reach, self.group.together)

    def start_at_homes(self) -> FloatArray | None:
        """The homes where :attr:`points` are; None if there are none."""
        homes, metric = self.group.homes, self.group.customers.metric
        if homes is None:
            return None
        return metric.to_space(homes) if self.group.rules.fixed else metric.to_plane(homes)

    def places(self, centres: FloatArray) -> FloatArray:
        """Positions (k, 2) of centres on the plane; of homes without any loss."""
        if self.group.rules.fixed and self.group.homes is not None:
            return self.group.homes
        return self.group.customers.metric.from_plane(centres)

    def distances(self, labels: IntArray, centres: FloatArray) -> FloatArray:
        """Distance of each customer (n,) to the territory's centre in metres."""
        places = self.places(centres)
        return self.group.customers.metric.between(self.group.customers.positions, places[labels])

    def with_leaving(self) -> tuple[list[Any], IntArray]:
        """Names with those who get no territory at the end, and the current portfolios.

        Returns
        -------
        list
            The k territories, then current representatives without one.
        ndarray of int, shape (n,)
            Current representative as a position in that list, -1 for none.
        """
        group = self.group
        number = {id_key(name): position for position, name in enumerate(self.names)}
        leaving = [name for name in group.known if id_key(name) not in number]
        number |= {id_key(name): self.count + i for i, name in enumerate(leaving)}
        of_known = np.array([number[id_key(name)] for name in group.known] + [-1])
        before = of_known[group.current]
        gone = group.current_former >= 0
        before[gone] = self.count + len(leaving) + group.current_former[gone]
        return [*self.names, *leaving, *group.former], before
