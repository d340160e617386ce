"""Bounded k-means: limits hold, known clusters are found, rules have their price."""

from __future__ import annotations

import itertools
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.assignment import (
    breached,
    count_limit,
    retention_limit,
    sum_limit,
)
from territory_design.core.assignment.refusals import MovesFoundNothing
from territory_design.core.customers import (
    ClusterRules,
    RuleGroup,
    SearchContext,
    SearchEffort,
    StartingCentres,
    bounded_kmeans,
    improve_from,
    price_of_rules,
)
from territory_design.core.customers.clustering_problem import ClusteringProblem
from territory_design.core.customers.exact_rounds import ExactRounds
from territory_design.core.customers.exchange import _Gains, exchange_customers
from territory_design.core.customers.starting_centres import (
    dividing_centres,
    matched_to,
    spread_centres,
    squared_distances,
)
from territory_design.core.customers.together import Together
from territory_design.core.errors import InfeasibleProblem, InvalidInput
from territory_design.core.progress import Cancelled, Progress
from territory_design.tests.core.effort import slow


def towns(sizes, seed=0, spread=1000.0):
    """Customers around places on a coarse grid, in metres."""
    generator = np.random.default_rng(seed)
    parts = [
        generator.normal(size=(size, 2)) * spread + np.array([30e3 * (i % 2), 20e3 * (i // 2)])
        for i, size in enumerate(sizes)
    ]
    return np.concatenate(parts), np.repeat(np.arange(len(sizes)), sizes)


def clustered(points, count, limits=(), *, restarts=10, start=None, fixed=False, **options):
    """Bounded k-means with its records put together from the options of a test."""
    rules = {name: options.pop(name) for name in ("allowed", "max_distance") if name in options}
    return bounded_kmeans(
        points,
        count,
        ClusterRules(limits, **rules),
        start=None if start is None else StartingCentres(np.asarray(start), fixed),
        effort=SearchEffort(restarts),
        context=SearchContext(**options),
    )


def inertia_of(points, labels):
    return sum(
        ((points[labels == j] - points[labels == j].mean(axis=0)) ** 2).sum()
        for j in np.unique(labels)
    )


def inertias_of(points, plans, count):
    """The same of many plans (p, n)."""
    inside = plans[:, :, None] == np.arange(count)
    sums = np.einsum("pnk,nd->pkd", inside, points)
    return (
        -((sums**2).sum(axis=2) / np.maximum(inside.sum(axis=1), 1)).sum(axis=1) + (points**2).sum()
    )


def test_towns_of_equal_size_are_the_clusters():
    points, town = towns([40, 40, 40, 40])
    found = clustered(points, 4, [count_limit(4, 40, 40)])
    assert found.status == "converged"
    pairs = set(zip(town.tolist(), found.labels.tolist()))
    assert len(pairs) == 4
    assert found.inertia == pytest.approx(inertia_of(points, town))
    assert found.inertia == pytest.approx(inertia_of(points, found.labels))


@pytest.mark.slow
def test_the_best_of_all_plans_of_a_tiny_problem():
    points = np.random.default_rng(4).random((8, 2)) * 1000.0
    limits = [count_limit(2, 4, 4)]
    best = min(
        inertia_of(points, np.isin(np.arange(8), chosen).astype(int))
        for chosen in itertools.combinations(range(8), 4)
    )
    assert clustered(points, 2, limits, restarts=30).inertia == pytest.approx(best)


@pytest.mark.parametrize("seed", [0, *slow(*range(1, 12), 75, 86, 164, 218)])
def test_tiny_problems_with_all_rules_agree_with_trying_everything(seed):
    """Those above 11 need other names for whole clusters, or two moves at once."""
    generator = np.random.default_rng(seed)
    n, k = 7, 3
    points, weights = generator.random((n, 2)) * 1e4, generator.lognormal(size=n)
    current = generator.integers(-1, k, n)
    allowed = np.ones((n, k), dtype=bool)
    allowed[0, generator.integers(k)] = False
    limits = [
        count_limit(k, 1, 4),
        sum_limit("revenue", weights, k, maximum=0.7 * weights.sum()),
        retention_limit(current, k, 0.45),
    ]
    plans = np.indices((k,) * n).reshape(n, -1).T
    plans = plans[allowed[np.arange(n), plans].all(axis=1)]
    # The most compact ones first: the first that keeps the limits is the best.
    plans = plans[np.argsort(inertias_of(points, plans, k))]
    best = next((labels for labels in plans if not breached(limits, labels)), None)
    if best is None:
        with pytest.raises(InfeasibleProblem):
            clustered(points, k, limits, allowed=allowed)
        return
    found = clustered(
        points, k, limits, allowed=allowed, start=generator.random((k, 2)) * 1e4, restarts=1
    )
    assert found.inertia == pytest.approx(inertia_of(points, best))


@pytest.mark.slow
@settings(max_examples=20, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 5), st.booleans())
def test_limits_hold_in_every_clustering(seed, k, weigh):
    generator = np.random.default_rng(seed)
    n = int(generator.integers(10 * k, 24 * k))
    points = generator.normal(size=(n, 2)) * 1e4
    limits = [count_limit(k, n // k - 2, n // k + 3)]
    if weigh:
        revenue = generator.lognormal(0.0, 0.5, size=n)
        limits.append(sum_limit("revenue", revenue, k, 0.8 * revenue.sum() / k))
    found = clustered(points, k, limits, restarts=2)
    assert not breached(limits, found.labels)
    assert found.inertia == pytest.approx(inertia_of(points, found.labels))
    again = clustered(points, k, limits, restarts=2, generator=np.random.default_rng(1))
    assert np.array_equal(again.labels, found.labels)


def test_the_sample_of_a_large_problem_leads_to_a_plan_for_all():
    points, town = towns([1500, 1500, 1500], seed=2)
    found = clustered(points, 3, [count_limit(3, 1500, 1500)], restarts=2)
    assert found.inertia == pytest.approx(inertia_of(points, town))
    assert np.bincount(found.labels).tolist() == [1500] * 3


@pytest.mark.slow
def test_all_kinds_of_rules_together():
    generator = np.random.default_rng(3)
    points, _ = towns([120, 120], seed=3, spread=9000.0)
    revenue = generator.lognormal(size=240)
    current = generator.integers(0, 3, size=240)
    allowed = np.ones((240, 3), dtype=bool)
    allowed[4] = [True, False, False]
    allowed[9] = [False, False, True]
    limits = [
        count_limit(3, 72),
        sum_limit("revenue", revenue, 3, 0.3 * revenue.sum()),
        retention_limit(current, 3, 0.5),
    ]
    start = np.array([points[current == j].mean(axis=0) for j in range(3)])
    found = clustered(points, 3, limits, start=start, allowed=allowed, restarts=3)
    assert not breached(limits, found.labels)
    assert (found.labels[4], found.labels[9]) == (0, 2)
    assert np.all(limits[2].totals(found.labels) >= 0.5 * np.bincount(current))
    prices = price_of_rules(
        points,
        found,
        [
            RuleGroup("counts", ClusterRules(limits[:1])),
            RuleGroup("sums", ClusterRules(limits[1:2])),
            RuleGroup("fixed pairs", ClusterRules(allowed=allowed)),
            RuleGroup("retention", ClusterRules(limits[2:])),
        ],
    )
    assert [price.name for price in prices] == ["", "counts", "sums", "fixed pairs", "retention"]
    inertias = [price.inertia for price in prices]
    assert inertias == sorted(inertias)
    assert inertias[-1] == found.inertia
    assert inertias[0] < inertias[-1]
    offsets = points - prices[0].clustering.centres[prices[0].clustering.labels]
    assert prices[0].mean_distance == pytest.approx(np.hypot(*offsets.T).mean())


def test_fixed_centres_stay_and_keep_their_order():
    points, _ = towns([30, 30])
    homes = np.array([[30e3, 0.0], [0.0, 0.0]])
    found = clustered(points, 2, [count_limit(2, 30)], start=homes, fixed=True)
    assert np.array_equal(found.centres, homes)
    assert found.labels.tolist() == [1] * 30 + [0] * 30
    squared = ((points - homes[found.labels]) ** 2).sum()
    assert found.inertia == pytest.approx(squared)


def test_starts_follow_the_order_of_the_representatives():
    # The second representative must get 60 of 90 customers; the large town is hers.
    points, town = towns([60, 30])
    start = np.array([[30e3, 0.0], [0.0, 0.0]])
    limits = [count_limit(2, [30, 60], [30, 60])]
    found = clustered(points, 2, limits, start=start, restarts=5)
    assert np.array_equal(found.labels, 1 - town)
    assert np.array_equal(matched_to(start, start[::-1]), start)


def test_nobody_is_farther_than_allowed():
    points = np.column_stack([np.linspace(0.0, 100.0, 21), np.zeros(21)])
    found = clustered(points, 2, [count_limit(2, 8)], max_distance=26.0)
    distances = np.hypot(*(points - found.centres[found.labels]).T)
    assert distances.max() <= 26.0
    with pytest.raises(InfeasibleProblem, match="may not go to any territory"):
        clustered(points, 2, max_distance=20.0)


def test_customers_on_one_spot_and_more_centres_than_spots():
    found = clustered(np.ones((12, 2)), 3, [count_limit(3, 4, 4)])
    assert np.bincount(found.labels).tolist() == [4, 4, 4]
    assert found.inertia == 0.0
    assert spread_centres(np.ones((5, 2)), 3, np.random.default_rng(1)).shape == (3, 2)


def test_one_customer_is_one_cluster():
    found = clustered([[5.0, 7.0]], 1, [count_limit(1, 1)])
    assert found.labels.tolist() == [0]
    assert found.centres.tolist() == [[5.0, 7.0]]


@pytest.mark.parametrize(
    ("points", "count", "options", "expected"),
    [
        (np.ones((2, 2)), 3, {}, "3 territories for 2 customers only"),
        (np.ones((2, 2)), 0, {}, "At least one territory"),
        ([[np.nan, 1.0]], 1, {}, "no position"),
        (np.ones((2, 2)), 1, {"start": np.ones((2, 2))}, "2 centres are given for 1"),
    ],
)
def test_wrong_input_is_refused(points, count, options, expected):
    with pytest.raises(InvalidInput, match=expected):
        clustered(points, count, **options)


def test_impossible_limits_are_refused_before_the_search():
    points, _ = towns([20, 20])
    with pytest.raises(InfeasibleProblem, match="2 are missing"):
        clustered(points, 2, [count_limit(2, 21)])


class CancelAfter(Progress):
    def __init__(self, questions):
        self.left = questions

    def is_cancelled(self):
        self.left -= 1
        return self.left < 0


@pytest.mark.slow
def test_cancel_returns_the_best_plan_so_far_or_raises():
    points = np.random.default_rng(0).normal(size=(200, 2)) * 1e4
    limits = [count_limit(4, 47, 53)]
    counting = CancelAfter(10**9)
    assert clustered(points, 4, limits, progress=counting).status == "converged"
    asked = 10**9 - counting.left
    statuses = set()
    for questions in (0, asked // 2, asked - 4, asked - 2, asked):
        try:
            found = clustered(points, 4, limits, progress=CancelAfter(questions))
        except Cancelled:
            statuses.add("raised")
            continue
        assert not breached(limits, found.labels)
        statuses.add(found.status)
    assert statuses == {"raised", "cancelled", "converged"}


def test_cancel_among_many_starts_gives_the_plan_of_one_of_them():
    points = np.random.default_rng(0).normal(size=(60, 2)) * 1e4
    limits = [count_limit(3, 18, 22)]
    counting = CancelAfter(10**9)
    clustered(points, 3, limits, restarts=3, progress=counting)
    # Many more starts than that are under way, and none of them has an exact plan as yet.
    asked = 10**9 - counting.left
    found = clustered(points, 3, limits, restarts=100, progress=CancelAfter(asked))
    assert found.status == "cancelled"
    assert not breached(limits, found.labels)


def test_remote_customers_are_reached_from_the_middle():
    # Nine customers at 0 and one at 100: their mean is 90 away from the last.
    points = np.zeros((10, 2))
    points[9, 0] = 100.0
    found = clustered(points, 1, max_distance=51.0)
    assert np.abs(points[:, 0] - found.centres[0, 0]).max() <= 51.0


def test_improving_never_makes_worse():
    points = np.random.default_rng(5).normal(size=(200, 2))
    rules = ClusterRules([count_limit(3, 60)])
    first = improve_from(
        points, StartingCentres(points[:3]), rules, effort=SearchEffort(max_rounds=1)
    )
    better = improve_from(points, StartingCentres(first.centres), rules)
    assert better.inertia <= first.inertia
    assert not breached(rules.limits, better.labels)


@pytest.mark.parametrize("seed", [1, *slow(*range(2, 8))])
def test_more_clusters_than_places_are_found(seed):
    """Centres on one spot differ by rounding, which must not decide what costs count as."""
    places = np.repeat([0.0, 3000.0, 5000.0], [12, 8, 4])
    points = np.column_stack([places, np.zeros(24)])
    limits = [count_limit(5, None, 5)]
    found = clustered(points, 5, limits, generator=np.random.default_rng(seed))
    assert not breached(limits, found.labels)


@pytest.mark.slow
def test_one_start_that_fails_discards_no_other(monkeypatch):
    points = np.random.default_rng(0).normal(size=(200, 2)) * 1e4
    tried = []
    real = ExactRounds.from_centres

    def failing_first(self, centres, prices):
        tried.append(self.start)
        if len(tried) == 1:
            raise InfeasibleProblem("not from here")
        return real(self, centres, prices)

    monkeypatch.setattr(ExactRounds, "from_centres", failing_first)
    limits = [count_limit(4, 47, 53)]
    assert not breached(limits, clustered(points, 4, limits).labels)
    assert len(tried) > 1

    def always_failing(self, centres, prices):
        raise InfeasibleProblem("not from here")

    monkeypatch.setattr(ExactRounds, "from_centres", always_failing)
    with pytest.raises(InfeasibleProblem, match="not from here"):
        clustered(points, 4, limits)


def test_customers_who_are_put_beside_their_neighbours_keep_their_rows(monkeypatch):
    # The function hides its module of the same name.
    module = sys.modules["territory_design.core.customers.bounded_kmeans"]
    monkeypatch.setattr(module, "_MANY_PAIRS", 1)
    generator = np.random.default_rng(6)
    points = generator.random((90, 2)) * 1e4
    allowed = np.ones((90, 3), dtype=bool)
    allowed[7], allowed[80] = [False, False, True], [True, False, False]
    limits = [count_limit(3, 28, 32)]
    found = bounded_kmeans(points, 3, ClusterRules(limits, allowed))
    assert not breached(limits, found.labels)
    assert (found.labels[7], found.labels[80]) == (2, 0)
    means = np.array([points[found.labels == j].mean(axis=0) for j in range(3)])
    assert found.centres == pytest.approx(means)
    allowed[41] = False
    with pytest.raises(InfeasibleProblem, match=r"\(41\)"):
        bounded_kmeans(points, 3, ClusterRules(limits, allowed))


def test_as_many_clusters_as_customers_leave_everybody_at_home():
    points = np.random.default_rng(2).random((600, 2)) * 1e4
    found = bounded_kmeans(points, 600, ClusterRules([count_limit(600, 1, 1)]))
    assert sorted(found.labels.tolist()) == list(range(600))
    assert found.inertia == 0.0
    assert found.centres[found.labels] == pytest.approx(points)


def test_few_customers_each_are_exchanged_until_nothing_pays():
    """k-means rests where an exchange that takes the centres along would still pay."""
    points = np.random.default_rng(4).random((120, 2)) * 1e4
    limits = [count_limit(24, 4, 6)]
    found = bounded_kmeans(points, 24, ClusterRules(limits), effort=SearchEffort(restarts=2))
    again = exchange_customers(points, found.labels, 24, limits)
    assert not breached(limits, found.labels)
    assert np.array_equal(again, found.labels)


def test_gains_brought_up_to_date_are_those_computed_anew():
    """Only customers of clusters that a change touches are looked at again, bit for bit."""
    generator = np.random.default_rng(3)
    points, weights = generator.normal(size=(60, 2)), generator.integers(1, 4, 60).astype(float)
    labels, current = generator.permutation(np.arange(60) % 12), generator.integers(-1, 12, 60)
    limits = [
        count_limit(12, 4, 6),
        sum_limit("load", weights, 12, 5.0, 16.0),
        retention_limit(current, 12, 0.1),
    ]
    possible = generator.random((60, 12)) < 0.8

    def gains(of):
        return _Gains(points, of, 12, limits, possible, 1e-9)

    kept = gains(labels)
    for a, b in ((0, 1), (7, 30), (5, 5), (30, 0)):
        labels = labels.copy()
        labels[a], labels[b] = labels[b], labels[a]
        labels[a + 1] = (labels[a + 1] + 1) % 12
        kept.update(labels)
        assert np.array_equal(kept.exchange, gains(labels).exchange)
    assert np.isfinite(kept.exchange).any()


@pytest.mark.slow
def test_who_fills_most_of_a_cluster_is_held_whole_while_centres_settle(monkeypatch):
    """Divided, three heavy ones hardly pull a centre: 1.8 % less compact (six seeds)."""
    inertias = {True: [], False: []}
    for holding, found in inertias.items():
        for seed in (1, 2, 3):
            generator = np.random.default_rng(seed)
            points, weights = generator.random((250, 2)), np.ones(250)
            weights[[7, 70, 140]] = 9.0
            mean = weights.sum() / 25
            limits = [sum_limit("load", weights, 25, 0.9 * mean, 1.1 * mean)]
            if not holding:
                nobody = np.zeros(250, dtype=bool)
                monkeypatch.setattr(ClusteringProblem, "fill_centres", nobody)
            clusters = bounded_kmeans(
                points,
                25,
                ClusterRules(limits),
                effort=SearchEffort(restarts=3),
                context=SearchContext(generator=generator),
            )
            assert not breached(limits, clusters.labels)
            found.append(clusters.inertia)
    assert sum(inertias[True]) < 0.99 * sum(inertias[False])


def test_what_limits_tie_to_clusters_decides_how_starts_are_made():
    points = np.random.default_rng(1).random((100, 2))
    weights = np.ones(100)
    weights[0] = 100.0

    def tied(*limits):
        return ClusteringProblem(points, 4, ClusterRules(limits)).tied_weights

    assert tied()[0] == 0.0
    assert tied(count_limit(4, 20))[0] == pytest.approx(0.8)
    # At most 26 each leave 100 - 3 × 26 = 22 at least for the fourth.
    assert tied(count_limit(4, None, 26))[0] == pytest.approx(0.88)
    share, by = tied(count_limit(4, 10), sum_limit("w", weights, 4, 30.0))
    assert share == pytest.approx(120.0 / 199.0)
    assert by is weights or by.tolist() == weights.tolist()
    assert tied(retention_limit(np.zeros(100, dtype=np.int64), 4, 0.9))[0] == 0.0


def test_dividing_starts_give_every_centre_its_share():
    generator = np.random.default_rng(1)
    # Three quarters of the customers in a town of a hundredth of the area.
    points = generator.random((400, 2))
    points[:300] *= 0.1
    for weights in (np.ones(400), generator.random(400) + 0.5):
        centres = dividing_centres(points, weights, 10, generator)
        nearest = squared_distances(points, centres).argmin(axis=1)
        totals = np.bincount(nearest, weights, 10) / weights.sum()
        assert totals.min() > 0.02
        assert totals.max() < 0.25
        assert (centres.max(axis=1) < 0.15).sum() >= 6
    places = np.zeros((5, 2))
    assert dividing_centres(places, np.array([9.0, 0, 0, 0, 0]), 5, generator).tolist() == (
        places.tolist()
    )


def test_costs_of_pairs_are_those_of_all():
    generator = np.random.default_rng(2)
    points, centres = generator.random((60, 2)) * 1e4, generator.random((5, 2)) * 1e4
    allowed = generator.random((60, 5)) < 0.8
    allowed[:, 0] = True
    blocks = Together.of(np.repeat(np.arange(20), 3))
    for together in (None, blocks):
        rules = ClusterRules(allowed=allowed, together=together)
        problem = ClusteringProblem(points, 5, rules)
        chosen = np.arange(0, len(problem), 2)
        near = generator.integers(5, size=(3, len(chosen)))
        every = problem.cost(centres, chosen, within_reach=False)
        some = problem.cost_of_pairs(centres, chosen, near)
        assert some == pytest.approx(every[np.arange(len(chosen)), near])


def test_a_start_that_cannot_win_any_more_ends_early():
    points = np.random.default_rng(3).random((2_000, 2)) * 1e4
    problem = ClusteringProblem(points, 8, ClusterRules([count_limit(8, 240, 260)]))
    centres = dividing_centres(points, np.ones(2_000), 8, np.random.default_rng(3))
    search = ExactRounds(problem, SearchEffort(), SearchContext())
    full = search.from_centres(centres)
    beaten = replace(search, to_beat=0.5 * full.inertia).from_centres(centres)
    assert beaten.rounds < full.rounds
    assert not breached(problem.limits, beaten.labels)
    still_in = replace(search, to_beat=1.0001 * full.inertia).from_centres(centres)
    assert still_in.inertia == full.inertia


@pytest.mark.slow
def test_programmes_are_asked_only_if_moves_find_nothing_for_any_start(monkeypatch):
    points = np.random.default_rng(0).normal(size=(200, 2)) * 1e4
    tried = []
    real = ExactRounds.from_centres

    def without_moves(failing):
        def from_centres(self, centres, prices):
            tried.append((self.start, self.only_moves))
            if self.only_moves and self.start in failing:
                raise MovesFoundNothing("moves find nothing")
            return real(self, centres, prices)

        return from_centres

    limits = [count_limit(4, 47, 53)]
    monkeypatch.setattr(ExactRounds, "from_centres", without_moves({1}))
    assert not breached(limits, clustered(points, 4, limits).labels)
    assert len(tried) > 1
    assert all(only_moves for _, only_moves in tried)

    tried.clear()
    monkeypatch.setattr(ExactRounds, "from_centres", without_moves(set(range(1, 11))))
    assert not breached(limits, clustered(points, 4, limits).labels)
    assert [one for one in tried if not one[1]] == [(1, False)]


def test_moves_that_find_nothing_in_the_end_leave_the_plan_that_is_there(monkeypatch):
    # Sums that prices alone do not meet, so that there is a gap which the end tries to close.
    generator = np.random.default_rng(3)
    points, weights = generator.normal(size=(60, 2)) * 1e4, generator.lognormal(size=60)
    limit = sum_limit("w", weights, 4, 0.8 * weights.sum() / 4, 1.2 * weights.sum() / 4)
    problem = ClusteringProblem.checked(points, 4, ClusterRules([limit]), None)
    search = ExactRounds(problem, SearchEffort(), SearchContext())
    best = replace(search.from_centres(points[:4]), gap=0.5)

    def nothing(self, *_):
        assert self.only_moves
        raise MovesFoundNothing("moves find nothing")

    monkeypatch.setattr(ExactRounds, "_assignment", nothing)
    assert search.polished(best) is best
