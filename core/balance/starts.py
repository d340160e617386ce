"""First plans: balanced power diagrams, region growing, nearest homes, today's plan."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, replace

import numpy as np

from ..arrays import FloatArray, IntArray
from ..libraries import optimize, spatial
from ..plan.areas import UNASSIGNED
from ..progress import SILENT, Progress
from .area_clusters import clusters
from .power_diagram import DiagramAreas, PowerDiagram, spread_centres
from .soft_diagram import meet_targets
from .space import SearchSpace, sums_of
from .travel_bound import Trips


@dataclass(frozen=True)
class _Tuning:
    """How first plans are made; chosen for the best plan after a few generations.

    Attributes
    ----------
    clusters_per_territory : int
        Clusters that stand for their areas. A territory of 60 can be balanced to about 1 %,
        which the search then betters; more only take longer.
    recentring_rounds, rounds, rounds_in_detail : int
        Rounds in which centres and prices of a diagram move, in which prices settle, and in
        which they settle again on single areas.
    around_present_centres : float
        Share of the starts that begin near the centres of the present plan.
    settling_rounds : int
        The same around the centres of a plan, until they hardly move: 50 end with 0.2 % more
        travel, 250 with as much.
    settling_rounds_from_afar, reach_from_afar : int, float
        The same around homes that may be anywhere, and how far they move in a round: as short
        trips as after a hundred rounds with a reach of 1 (10,946 municipalities × 27, 6,000
        generated areas × 40, a grid of 5,625 × 20).
    noise : float
        By how much such centres are scattered, relative to the spacing of centres.
    damping : tuple of float
        Range of the exponents of :func:`.meet_targets`' damping: balance before travel, or
        travel before balance.
    all_but_even : float
        Lower bound on the deviation (share) below which the least travel is sought at even
        totals: it only steers the search.
    random_factor : float
        Standard deviation of the logarithm of a home's price factor in a random plan; twice
        as much leaves hardly anything of being near.
    """

    clusters_per_territory: int = 60
    recentring_rounds: int = 50
    rounds: int = 20
    rounds_in_detail: int = 12
    around_present_centres: float = 0.5
    settling_rounds: int = 100
    settling_rounds_from_afar: int = 60
    reach_from_afar: float = 1.9
    noise: float = 0.15
    damping: tuple[float, float] = (-4.0, -1.5)
    random_factor: float = 0.3
    all_but_even: float = 0.01


_TUNING = _Tuning()


@dataclass(frozen=True)
class Outline:
    """A power diagram as clusters have it.

    Attributes
    ----------
    diagram : PowerDiagram
    labels : ndarray of int, shape (n,)
        Territory of each area: that of its cluster.
    """

    diagram: PowerDiagram
    labels: IntArray


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
        self.cluster = clusters(space, _TUNING.clusters_per_territory)
        count = int(self.cluster.max()) + 1
        # A trace of area count keeps clusters without weight from being all alike.
        mass = space.mass + 1e-6 / space.area_count
        cluster_mass = sums_of(mass, self.cluster, count)

        def mean(column: FloatArray) -> FloatArray:
            return sums_of(mass * column, self.cluster, count) / cluster_mass

        points = np.column_stack([mean(axis) for axis in space.points.T])
        cost = (
            None
            if space.travel_cost is None
            else np.column_stack([mean(column) for column in space.travel_cost.T])
        )
        held = np.full(count, UNASSIGNED, dtype=np.int64)
        np.maximum.at(held, self.cluster, space.held)
        weights = np.column_stack(
            [sums_of(column, self.cluster, count) for column in space.weights.T]
        )
        self.clusters = DiagramAreas(weights, cluster_mass, points, cost, held)
        self.areas = DiagramAreas(
            space.weights, space.mass, space.points, space.travel_cost, space.held
        )

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
        clusters, areas = self.clusters, self.areas
        centres = None
        if clusters.cost is None:
            centres = self._first_centres(rng)
        elif noise > 0.0:
            scatter = rng.uniform(1.0 - noise, 1.0 + noise, size=(1, space.territory_count))
            clusters, areas = _scattered(clusters, scatter), _scattered(areas, scatter)
        diagram = PowerDiagram(space.problem.targets, space.problem.criterion_shares, centres)
        labels = diagram.divide(
            clusters,
            recentring_rounds=_TUNING.recentring_rounds,
            rounds=_TUNING.rounds,
            progress=progress,
        )
        if all_criteria and space.criterion_count > 1:
            damping = 10.0 ** rng.uniform(*_TUNING.damping)
            meet_targets(diagram, clusters, damping=damping, progress=progress)
            return diagram.assign(areas)
        if len(clusters.mass) == space.area_count:
            return labels
        return diagram.divide(areas, rounds=_TUNING.rounds_in_detail, progress=progress)

    def outline(self, rng: np.random.Generator, progress: Progress = SILENT) -> Outline:
        """Balanced power diagram of clusters around free homes that move until they settle."""
        problem = self.space.problem
        diagram = PowerDiagram(problem.targets, problem.criterion_shares, self._first_centres(rng))
        labels = diagram.divide(
            self.clusters,
            recentring_rounds=_TUNING.settling_rounds_from_afar,
            rounds=_TUNING.rounds,
            reach=_TUNING.reach_from_afar,
            progress=progress,
        )
        return Outline(diagram, labels[self.cluster])

    def in_detail(self, outline: Outline, progress: Progress = SILENT) -> IntArray:
        """The same diagram, balanced on single areas."""
        if len(self.clusters.mass) == self.space.area_count:
            return outline.labels
        rounds = _TUNING.rounds_in_detail
        return outline.diagram.divide(self.areas, rounds=rounds, progress=progress)

    def settled(self, plan: IntArray, progress: Progress = SILENT) -> IntArray:
        """Balanced power diagram around the centres of a plan, which move until they settle."""
        space = self.space
        diagram = PowerDiagram(
            space.problem.targets, space.problem.criterion_shares, space.centres(plan)
        )
        diagram.divide(
            self.clusters,
            recentring_rounds=_TUNING.settling_rounds,
            rounds=_TUNING.rounds,
            progress=progress,
        )
        return diagram.divide(self.areas, rounds=_TUNING.rounds_in_detail, progress=progress)

    def least_travel(self, deviation: float, progress: Progress = SILENT) -> IntArray:
        """With fixed homes: every area where it costs least at the prices of even totals.

        ``deviation`` is the worst one (share) that no plan can go below.
        But for the areas that are divided there, this is the balanced plan of least travel.
        Sets :attr:`.SearchSpace.prices` and ``even_travel``.
        """
        space = self.space
        if space.travel_cost is None:
            raise ValueError("homes are not fixed")
        trips = Trips.of(space)
        # Totals that are all but even are found several times faster if they are to be even.
        even = deviation <= _TUNING.all_but_even
        relaxation = trips.relaxed(0.0 if even else deviation, progress)
        space.prices, space.even_travel = relaxation.prices_by_centre, relaxation.lower_bound
        # Areas without trips take part like an average area, or all would go to one territory.
        visited = space.mass > 0.0
        load = np.tile(space.weights.sum(axis=0) / space.mass.sum(), (space.area_count, 1))
        load[visited] = space.weights[visited] / space.mass[visited, None]
        reduced = space.travel_cost - np.einsum("ic,jc->ij", load, space.prices)
        reduced[:, ~space.receiving] = np.inf
        return np.where(space.held >= 0, space.held, reduced.argmin(axis=1))

    def nearest(self, rng: np.random.Generator) -> IntArray:
        """Every area to its cheapest home (thesis, algorithm 2); random homes if they are free."""
        space = self.space
        if space.travel_cost is not None:
            return space.travel_cost.argmin(axis=1)
        centres = self._first_centres(rng)
        distance = ((self.clusters.points[:, None, :] - centres[None, :, :]) ** 2).sum(axis=2)
        return distance.argmin(axis=1)[self.cluster]

    def random(self, rng: np.random.Generator) -> IntArray:
        """Every area to the home that is cheapest, each home at a random price factor.

        Stands for the thesis's random population (algorithm 4), whose independent draws for
        all areas would leave next to nothing once the parts that do not touch their territory
        are repaired (algorithm 9). Plans must differ in the size of their territories, or there
        is nothing to recombine. Without fixed homes random centres see to that.
        """
        cost = self.space.travel_cost
        if cost is None:
            return self.nearest(rng)
        factors = rng.lognormal(sigma=_TUNING.random_factor, size=(1, self.space.territory_count))
        return np.asarray((cost * factors).argmin(axis=1))

    def grown(self, rng: np.random.Generator) -> IntArray:
        """Region growing: the poorest territory takes the nearest free neighbour of its seed."""
        space = self.space
        count = space.territory_count
        group_graph = space.graph.contracted(self.cluster, len(self.clusters.mass))
        start, neighbours = group_graph.neighbour_start, group_graph.neighbours
        inverse = space.inverse_targets * space.criterion_shares
        load = np.einsum("ic,jc->ij", self.clusters.weights, inverse).tolist()
        labels = self.clusters.held.copy()
        centres = (
            self.clusters.points[self.clusters.cost.argmin(axis=0)]
            if self.clusters.cost is not None
            else self._first_centres(rng)
        )
        distance = np.hypot(
            self.clusters.points[:, None, 0] - centres[None, :, 0],
            self.clusters.points[:, None, 1] - centres[None, :, 1],
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
        spread = spread_centres(
            self.clusters.points, self.clusters.mass, space.territory_count, rng
        )
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
        if rng.random() < _TUNING.around_present_centres:
            spacing = float(np.ptp(space.points, axis=0).max()) / np.sqrt(len(present))
            return np.asarray(
                present + rng.normal(scale=_TUNING.noise * spacing, size=present.shape)
            )
        number, centre = optimize.linear_sum_assignment(spatial.distance.cdist(present, spread))
        numbered = np.empty_like(spread)
        numbered[number] = spread[centre]
        return numbered


def _scattered(areas: DiagramAreas, factors: FloatArray) -> DiagramAreas:
    """The same areas with the costs of each home times its factor (1, k)."""
    return areas if areas.cost is None else replace(areas, cost=areas.cost * factors)
