"""Territories with names: the rules as limits, the plan within them, the price of each rule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from ...core.arrays import BoolArray, FloatArray, IntArray
from ...core.assignment import Limit, Names, Solver, count_limit, retention_limit
from ...core.assignment.refusals import refuse_contradictions
from ...core.customers import (
    Clustering,
    RuleGroup,
    bounded_kmeans,
    check_neighbours,
    improve_from,
    price_of_rules,
    smooth_outliers,
)
from ...core.errors import InfeasibleProblem
from ...core.ids import id_key
from ...core.progress import Cancelled, Progress
from ..inputs.customer_rules import GroupPlan, PriceStep, SearchSettings
from ..texts import tr, worded

if TYPE_CHECKING:
    from .customer_problem import GroupProblem


_REACH_STEPS = 6
_REACH_MARGIN = 1e-6


class NamedProblem:
    """A problem in which each territory has its name, so that all rules can be stated."""

    def __init__(
        self,
        problem: GroupProblem,
        names: list[Any],
        today: IntArray,
        preassigned: IntArray,
        centre_word: str,
        solver: Solver,
    ) -> None:
        self.problem = problem
        self.solver = solver
        self.rules = problem.rules
        self.names = names
        self.today = today
        self.preassigned = preassigned
        self.count = len(names)
        self.points = problem.points
        self.reach = None if self.rules.fixed else self.rules.max_distance
        self.counts = self._counts()
        self.sums = [
            (rule.attribute, rule.limit(problem.weights[rule.attribute], problem.centre_rows))
            for rule in self.rules.limits
            if rule.is_bounded and not rule.is_count
        ]
        self.retention = self._retention()
        self.pairs = self._fixed_pairs()
        self.near = self._near_homes()
        self.messages = Names(
            names,
            problem.ids,
            fixed_pairs=self.pairs is not None,
            maximum_distance=self.rules.max_distance is not None,
        )

    @property
    def ties_names_to_customers(self) -> bool:
        """Whether it matters to a customer what a territory is called."""
        return self.retention is not None or self.pairs is not None

    @property
    def limits(self) -> list[Limit]:
        retention = [] if self.retention is None else [self.retention]
        return [*self.counts, *(limit for _, limit in self.sums), *retention]

    @property
    def allowed(self) -> BoolArray | None:
        masks = [mask for mask in (self.pairs, self.near) if mask is not None]
        return np.logical_and.reduce(masks) if masks else None

    def _counts(self) -> list[Limit]:
        rules = self.rules
        counts = []
        if rules.min_count is not None or rules.max_count is not None:
            counts.append(count_limit(self.count, rules.min_count, rules.max_count))
        counts += [
            rule.limit(np.ones(len(self.points)), self.problem.centre_rows)
            for rule in rules.limits
            if rule.is_bounded and rule.is_count
        ]
        return counts

    def _retention(self) -> Limit | None:
        if not self.rules.min_retention or (self.today < 0).all():
            return None
        return retention_limit(self.today, self.count, self.rules.min_retention)

    def _fixed_pairs(self) -> BoolArray | None:
        customers = np.flatnonzero(self.preassigned >= 0)
        if len(customers) == 0:
            return None
        pairs = np.ones((len(self.points), self.count), dtype=bool)
        pairs[customers] = False
        pairs[customers, self.preassigned[customers]] = True
        return pairs

    def _pair_rules(self) -> list[str]:
        """What forbids pairs of customer and territory, in words."""
        rules = [] if self.pairs is None else ["fixed pairs"]
        return rules if self.rules.max_distance is None else [*rules, "maximum distance"]

    def _near_homes(self) -> BoolArray | None:
        if not self.rules.fixed or self.rules.max_distance is None:
            return None
        distance = self.problem.metric.matrix(self.problem.positions, self.problem.homes)
        return distance <= self.rules.max_distance

    def refuse_contradictions(self) -> None:
        shape = (len(self.points), self.count)
        refuse_contradictions(self.allowed, shape, self.limits, self.messages)

    def cluster(
        self,
        start: FloatArray | None,
        restarts: int,
        generator: np.random.Generator,
        progress: Progress,
        *,
        is_draft: bool = False,
    ) -> Clustering:
        """Bounded k-means; a draft leaves the maximum distance for later."""
        reach = None if is_draft else self.reach
        try:
            found = bounded_kmeans(
                self.points,
                self.count,
                self.limits,
                start=start,
                fixed=self.rules.fixed,
                allowed=self.allowed,
                max_distance=reach,
                restarts=restarts,
                generator=generator,
                names=self.messages,
                solver=self.solver,
                progress=progress,
            )
        except InfeasibleProblem as error:
            if reach is None:
                raise
            raise InfeasibleProblem(
                "With centres at most {distance:g} m away (MAX_DISTANCE): {reason} More "
                "territories or a greater distance may help.",
                distance=self.rules.max_distance,
                reason=worded(error.text),
            ) from error
        if self.problem.homes is None and np.bincount(found.labels, minlength=self.count).min() < 1:
            # Fewer places than territories: somebody at a shared place is as near as any other.
            self.counts.append(count_limit(self.count, 1))
            found = self._again(found.centres, reach, progress)
        return found if is_draft else self._within_reach(found, progress)

    def _again(self, centres: FloatArray, reach: float | None, progress: Progress) -> Clustering:
        return improve_from(
            self.points,
            centres,
            self.limits,
            allowed=self.allowed,
            max_distance=reach,
            fixed=self.rules.fixed,
            names=self.messages,
            solver=self.solver,
            progress=progress,
        )

    def _within_reach(self, found: Clustering, progress: Progress) -> Clustering:
        """The same within the maximum distance as it is measured on the ellipsoid.

        Lengths on the local plane are right to some tenths of a percent only.
        """
        if self.reach is None or self.rules.max_distance is None:
            return found
        for _ in range(_REACH_STEPS):
            farthest = float(self.distances(found.labels, found.centres).max(initial=0.0))
            if farthest <= self.rules.max_distance:
                return found
            self.reach *= self.rules.max_distance / farthest * (1.0 - _REACH_MARGIN)
            found = self._again(found.centres, self.reach, progress)
        raise InfeasibleProblem(
            "No plan was found in which every customer is within {distance:g} m of the centre; the "
            "nearest one has a customer at {farthest:.0f} m. Raise the maximum distance, or ask "
            "for more territories.",
            distance=self.rules.max_distance,
            farthest=farthest,
        )

    def distances(self, labels: IntArray, centres: FloatArray) -> FloatArray:
        """Distance of each customer (n,) to the territory's centre in metres."""
        places = self.places(centres)
        return self.problem.metric.between(self.problem.positions, places[labels])

    def places(self, centres: FloatArray) -> FloatArray:
        """Positions (k, 2) of centres on the plane; of homes without any loss."""
        if self.rules.fixed and self.problem.homes is not None:
            return self.problem.homes
        return self.problem.metric.from_plane(centres)

    def plan(self, found: Clustering, settings: SearchSettings, progress: Progress) -> GroupPlan:
        """Clean up, price the rules, and put together what is known about the plan."""
        prices = self._prices(found, progress) if settings.price_rules else []
        labels, centres = found.labels, found.centres
        if settings.smooth and not progress.is_cancelled():
            labels, centres = self._smoothed(labels, centres, settings.neighbours, progress)
            if settings.price_rules:
                prices.append(self._step(tr("nearest-neighbour clean-up"), labels, centres))
        check = check_neighbours(self.points, labels, settings.neighbours)
        names, before = self._with_former()
        return GroupPlan(
            names=names,
            territory_count=self.count,
            labels=labels,
            before=before,
            centres=self.places(centres),
            distance_m=self.distances(labels, centres),
            outlier=check.outlier,
            limits=self.limits,
            prices=self._today(before, len(names)) + prices if settings.price_rules else [],
            status="cancelled" if progress.is_cancelled() else found.status,
            gap_pct=100.0 * found.gap,
        )

    def _with_former(self) -> tuple[list[Any], IntArray]:
        """Names with those who get no territory at the end, and today's portfolios by them."""
        problem = self.problem
        number = {id_key(name): position for position, name in enumerate(self.names)}
        leaving = [name for name in problem.known if id_key(name) not in number]
        names = [*self.names, *leaving, *problem.former]
        number |= {id_key(name): self.count + i for i, name in enumerate(leaving)}
        of_known = np.array([number[id_key(name)] for name in problem.known] + [-1])
        before = of_known[problem.today]
        gone = problem.today_former >= 0
        before[gone] = self.count + len(leaving) + problem.today_former[gone]
        return names, before

    def _smoothed(
        self, labels: IntArray, centres: FloatArray, neighbours: int, progress: Progress
    ) -> tuple[IntArray, FloatArray]:
        never_empty = count_limit(self.count, np.bincount(labels, minlength=self.count) > 0)
        limits = [*self.limits, never_empty]
        allowed = self.allowed
        if self.rules.max_distance is not None:
            distance = self.problem.metric.matrix(self.problem.positions, self.places(centres))
            near = distance <= self.rules.max_distance
            allowed = near if allowed is None else allowed & near
        result = smooth_outliers(
            self.points, labels, neighbours, limits=limits, allowed=allowed, progress=progress
        )
        if self.rules.fixed:
            return result.labels, centres
        counts = np.bincount(result.labels, minlength=self.count)
        means = centres.copy()
        used = counts > 0
        for axis in range(2):
            sums = np.bincount(result.labels, weights=self.points[:, axis], minlength=self.count)
            means[used, axis] = sums[used] / counts[used]
        farthest = float(self.distances(result.labels, means).max(initial=0.0))
        if self.rules.max_distance is not None and farthest > self.rules.max_distance:
            return result.labels, centres
        return result.labels, means

    def _prices(self, found: Clustering, progress: Progress) -> list[PriceStep]:
        groups = []
        if self.counts:
            groups.append(RuleGroup(tr("number of customers"), self.counts))
        for attribute in dict.fromkeys(name for name, _ in self.sums):
            same = [limit for name, limit in self.sums if name == attribute]
            groups.append(RuleGroup(tr("sum of “{attribute}”").format(attribute=attribute), same))
        if self.pairs is not None:
            groups.append(RuleGroup(tr("fixed customers"), allowed=self.pairs))
        if self.retention is not None:
            groups.append(RuleGroup(tr("customers to keep"), [self.retention]))
        if self.rules.max_distance is not None:
            groups.append(
                RuleGroup(tr("maximum distance"), allowed=self.near, max_distance=self.reach)
            )
        try:
            prices = price_of_rules(
                self.points,
                found,
                groups,
                fixed=self.rules.fixed,
                names=self.messages,
                solver=self.solver,
                progress=progress,
            )
        except Cancelled:
            return []
        return [
            self._step(
                price.name or tr("no rules"), price.clustering.labels, price.clustering.centres
            )
            for price in prices
        ]

    def _step(
        self, rule: str, labels: IntArray, centres: FloatArray, *, is_today: bool = False
    ) -> PriceStep:
        distance = self.distances(labels, centres)
        inertia, mean = float((distance**2).sum()), float(distance.mean())
        return PriceStep(rule, inertia, mean, is_today)

    def _today(self, before: IntArray, names: int) -> list[PriceStep]:
        """Compactness of today's portfolios, if everybody is in one."""
        if (before < 0).any() or (self.rules.fixed and (before >= self.count).any()):
            return []
        if self.rules.fixed:
            return [self._step(tr("today"), before, np.empty((0, 2)), is_today=True)]
        counts = np.maximum(np.bincount(before, minlength=names), 1)
        means = [np.bincount(before, weights=axis, minlength=names) for axis in self.points.T]
        centres = np.column_stack(means) / counts[:, None]
        return [self._step(tr("today"), before, centres, is_today=True)]
