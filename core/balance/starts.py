"""First plans: balanced power diagrams, region growing, nearest homes, today's plan."""

from __future__ import annotations

import heapq

import numpy as np
from scipy.optimize import linear_sum_assignment
from scipy.spatial.distance import cdist

from ..arrays import FloatArray, IntArray
from ..plan.areas import UNASSIGNED
from ..progress import SILENT, Progress
from .power_diagram import PowerDiagram, spread_centres
from .soft_diagram import meet_targets
from .space import SearchSpace, sums_of

_CLUSTERS_PER_TERRITORY = 60
_RECENTRING_ROUNDS, _ROUNDS, _ROUNDS_IN_DETAIL = 50, 20, 12
_SHARE_AROUND_PRESENT_CENTRES = 0.5
_NOISE = 0.15
_DAMPING = (-4.0, -1.5)


class StartFactory:
    """Makes different first plans of one problem; none is repaired yet.

    Large problems are thinned out first: connected clusters of areas stand for their
    members, some dozens per territory, since a start need not be finer than that.

    Parameters
    ----------
    space : SearchSpace
    """

    def __init__(self, space: SearchSpace) -> None:
        self.space = space
        self.cluster = _clusters(space)
        count = int(self.cluster.max()) + 1
        self.weights = np.column_stack(
            [sums_of(column, self.cluster, count) for column in space.weights.T]
        )
        # A trace of area count keeps clusters without weight from being all alike.
        mass = space.mass + 1e-6 / space.area_count
        self.mass = sums_of(mass, self.cluster, count)

        def mean(column: FloatArray) -> FloatArray:
            return sums_of(mass * column, self.cluster, count) / self.mass

        self.points = np.column_stack([mean(axis) for axis in space.points.T])
        self.cost = (
            None
            if space.travel_cost is None
            else np.column_stack([mean(column) for column in space.travel_cost.T])
        )
        self.held = np.full(count, UNASSIGNED, dtype=np.int64)
        np.maximum.at(self.held, self.cluster, space.held)

    def power_diagram(
        self,
        rng: np.random.Generator,
        *,
        noise: float = 0.0,
        all_criteria: bool = True,
        progress: Progress = SILENT,
    ) -> IntArray:
        """Balanced power diagram around random, present or fixed homes.

        ``noise`` varies the costs of fixed homes, which otherwise give one diagram only.
        Several criteria are balanced each, or only their weighted mean.
        """
        space = self.space
        centres = None if self.cost is not None else self._first_centres(rng)
        problem = space.problem
        scatter = np.ones((1, space.territory_count))
        if self.cost is not None and noise > 0.0:
            scatter = rng.uniform(1.0 - noise, 1.0 + noise, size=(1, space.territory_count))
        diagram = PowerDiagram(problem.targets, problem.criterion_shares, centres)
        labels = diagram.divide(
            self.weights,
            self.mass,
            points=self.points,
            cost=None if self.cost is None else self.cost * scatter,
            held=self.held,
            recentring_rounds=_RECENTRING_ROUNDS,
            rounds=_ROUNDS,
            progress=progress,
        )
        if all_criteria and space.criterion_count > 1:
            meet_targets(
                diagram,
                self.weights,
                points=self.points,
                cost=None if self.cost is None else self.cost * scatter,
                held=self.held,
                damping=10.0 ** rng.uniform(*_DAMPING),
                progress=progress,
            )
            cost = None if space.travel_cost is None else space.travel_cost * scatter
            return diagram.assign(space.points, cost, space.held)
        if len(self.mass) == space.area_count:
            return labels
        return diagram.divide(
            space.weights,
            space.mass,
            points=space.points,
            cost=None if space.travel_cost is None else space.travel_cost * scatter,
            held=space.held,
            rounds=_ROUNDS_IN_DETAIL,
            progress=progress,
        )

    def nearest(self, rng: np.random.Generator) -> IntArray:
        """Every area to its cheapest home (thesis, algorithm 2); random homes if they are free."""
        space = self.space
        if space.travel_cost is not None:
            return space.travel_cost.argmin(axis=1)
        centres = self._first_centres(rng)
        distance = ((self.points[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
        return distance.argmin(axis=1)[self.cluster]

    def grown(self, rng: np.random.Generator) -> IntArray:
        """Region growing: the poorest territory takes the nearest free neighbour of its seed."""
        space = self.space
        count = space.territory_count
        group_graph = space.graph.contracted(self.cluster, len(self.mass))
        start, neighbours = group_graph.neighbour_start, group_graph.neighbours
        inverse = space.inverse_targets * space.criterion_shares
        load = (self.weights @ inverse.T).tolist()
        labels = self.held.copy()
        centres = (
            self.points[self.cost.argmin(axis=0)]
            if self.cost is not None
            else self._first_centres(rng)
        )
        distance = np.hypot(
            self.points[:, None, 0] - centres[None, :, 0],
            self.points[:, None, 1] - centres[None, :, 1],
        )
        free_distance = np.where((labels < 0)[:, None], distance, np.inf)
        for territory in rng.permutation(count).tolist():
            if not (labels == territory).any() and space.receiving[territory]:
                seed = int(free_distance[:, territory].argmin())
                if labels[seed] < 0:
                    labels[seed] = territory
                    free_distance[seed] = np.inf
        wealth = [0.0] * count
        frontier: list[list[tuple[float, int]]] = [[] for _ in range(count)]
        given = np.flatnonzero(labels >= 0).tolist()
        label_list = labels.tolist()

        def settle(group: int, territory: int) -> None:
            label_list[group] = territory
            wealth[territory] += load[group][territory]
            for other in neighbours[start[group] : start[group + 1]].tolist():
                if label_list[other] < 0:
                    heapq.heappush(frontier[territory], (float(distance[other, territory]), other))

        for group in given:
            settle(group, label_list[group])
        poorest = [(wealth[t], t) for t in range(count) if space.receiving[t]]
        heapq.heapify(poorest)
        while poorest:
            _, territory = heapq.heappop(poorest)
            while frontier[territory]:
                _, group = heapq.heappop(frontier[territory])
                if label_list[group] < 0:
                    settle(group, territory)
                    heapq.heappush(poorest, (wealth[territory], territory))
                    break
        return np.array(label_list, dtype=np.int64)[self.cluster]

    def _first_centres(self, rng: np.random.Generator) -> FloatArray:
        """Centres spread at random, or near those of today's plan, in turns.

        Random centres are numbered after the nearest ones of today's plan.
        """
        space = self.space
        spread = spread_centres(self.points, self.mass, space.territory_count, rng)
        initial = space.initial
        if initial is None or not (initial >= 0).any():
            return spread
        assigned = initial >= 0
        own = initial[assigned]
        mass = space.mass[assigned] + 1e-9 / space.area_count
        total = sums_of(mass, own, space.territory_count)
        known = total > 0.0
        present = spread.copy()
        for axis in (0, 1):
            moment = sums_of(mass * space.points[assigned, axis], own, space.territory_count)
            present[known, axis] = moment[known] / total[known]
        if rng.random() < _SHARE_AROUND_PRESENT_CENTRES:
            spacing = float(np.ptp(space.points, axis=0).max()) / np.sqrt(len(present))
            return np.asarray(present + rng.normal(scale=_NOISE * spacing, size=present.shape))
        number, centre = linear_sum_assignment(cdist(present, spread))
        numbered = np.empty_like(spread)
        numbered[number] = spread[centre]
        return numbered


def _clusters(space: SearchSpace) -> IntArray:
    """Connected clusters of areas with one lock, about some dozens per territory, shape (n,)."""
    wanted = _CLUSTERS_PER_TERRITORY * space.territory_count
    if space.area_count <= 2 * wanted:
        return np.arange(space.area_count)
    order = _along_curve(space.points)
    nearest = np.empty(space.area_count, dtype=np.int64)
    nearest[order] = np.arange(space.area_count) * wanted // space.area_count
    key = nearest * (space.territory_count + 1) + space.held + 1
    _, cluster = space.graph.parts(key)
    return cluster


def _along_curve(points: FloatArray) -> IntArray:
    """Order of points along a Hilbert curve, whose runs are compact blobs."""
    low, extent = points.min(axis=0), float(np.ptp(points, axis=0).max()) or 1.0
    side = 1 << 12
    x, y = np.minimum((points - low) / extent * side, side - 1).astype(np.int64).T
    position = np.zeros(len(points), dtype=np.int64)
    step = side >> 1
    while step:
        right, upper = (x & step) > 0, (y & step) > 0
        position += step * step * ((3 * right) ^ upper)
        turn = ~upper
        flip = turn & right
        x, y = np.where(flip, side - 1 - x, x), np.where(flip, side - 1 - y, y)
        x, y = np.where(turn, y, x), np.where(turn, x, y)
        step >>= 1
    return np.argsort(position, kind="stable")
