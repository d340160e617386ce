"""Customers who must stay together: blocks, their limits, and clusters that divide none."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.assignment import breached, count_limit, retention_limit, sum_limit
from territory_design.core.customers import ClusterRules, SearchEffort, bounded_kmeans
from territory_design.core.customers.together import Together
from territory_design.core.errors import InfeasibleProblem, InvalidInput
from territory_design.tests.core.effort import slow


def test_blocks_join_what_shares_a_label_in_any_array():
    # Customers  0 1 2 3 4 5
    # Value      a a . b b .      0-1 and 3-4 by value,
    # Place      0 1 1 2 3 4      1-2 by place: 0-1-2, 3-4, 5.
    values = np.array([0, 0, -1, 1, 1, -1])
    places = np.array([0, 1, 1, 2, 3, 4])
    together = Together.of(values, places)
    assert together is not None
    assert together.block.tolist() == [0, 0, 0, 1, 1, 2]
    assert together.sizes.tolist() == [3, 2, 1]
    assert together.several.tolist() == [True] * 5 + [False]
    assert together.sums(np.arange(6.0)).tolist() == [3.0, 7.0, 5.0]
    assert together.largest(np.arange(6.0)).tolist() == [2.0, 4.0, 5.0]
    assert Together.of(np.array([-1, -1]), np.array([0, 1])) is None
    assert Together.of() is None


def test_places_are_labelled_by_their_position():
    labels = Together.at_same_place(np.array([[1.0, 2.0], [3.0, 4.0], [1.0, 2.0]]))
    assert labels[0] == labels[2] != labels[1]


def test_a_block_counts_as_many_and_is_kept_by_whom_most_of_it_belongs_to():
    together = Together(np.array([0, 0, 0, 1, 1]))
    count = together.limit(count_limit(2, 1, 4))
    assert count.weights.tolist() == [3.0, 2.0]
    weight = together.limit(sum_limit("w", [1.0, 2.0, 3.0, 4.0, 5.0], 2, 6.0))
    assert weight.weights.tolist() == [6.0, 9.0]
    kept = together.limit(retention_limit([1, 1, 0, 0, 1], 2, 0.5))
    # Two of the first block are 1's; of the second block each has one: the first of them counts.
    assert kept.members.tolist() == [1, 0]
    assert kept.weights.tolist() == [2.0, 1.0]
    assert together.limit(retention_limit([-1] * 5, 2, 0.5)).members.tolist() == [-1, -1]


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6))
def test_the_limit_of_blocks_never_promises_more_than_customers_keep(seed):
    generator = np.random.default_rng(seed)
    together = Together(np.unique(generator.integers(0, 5, 12), return_inverse=True)[1])
    limit = retention_limit(generator.integers(-1, 3, 12), 3, 0.5)
    labels = generator.integers(0, 3, len(together))
    assert np.all(together.limit(limit).totals(labels) <= limit.totals(labels[together.block]))


def inertia_of(points, labels):
    return sum(
        ((points[labels == j] - points[labels == j].mean(axis=0)) ** 2).sum()
        for j in np.unique(labels)
    )


@pytest.mark.parametrize("seed", [0, 1, *slow(2, 3, 4, 5)])
def test_tiny_problems_agree_with_trying_everything(seed):
    generator = np.random.default_rng(seed)
    points = generator.random((9, 2)) * 1e4
    together = Together(np.array([0, 0, 1, 1, 2, 3, 4, 5, 6]))
    limits = [count_limit(2, 3, 6)]
    plans = (np.array(plan)[together.block] for plan in itertools.product(range(2), repeat=7))
    best = min(inertia_of(points, plan) for plan in plans if not breached(limits, plan))
    found = bounded_kmeans(
        points, 2, ClusterRules(limits, together=together), effort=SearchEffort(restarts=10)
    )
    assert not breached(limits, found.labels)
    first = np.unique(together.block, return_index=True)[1]
    assert np.array_equal(found.labels, found.labels[first][together.block])
    # k-means rests in local optima, with many starts near the best one.
    assert best * (1.0 - 1e-9) <= found.inertia <= 1.1 * best
    assert found.inertia == pytest.approx(inertia_of(points, found.labels))


def test_a_large_problem_divides_no_block():
    generator = np.random.default_rng(1)
    points = generator.random((4000, 2)) * 1e5
    together = Together(np.repeat(np.arange(2000), 2))
    limits = [count_limit(4, 980, 1020)]
    rules = ClusterRules(limits, together=together, max_distance=9e4)
    found = bounded_kmeans(points, 4, rules, effort=SearchEffort(restarts=2))
    assert np.array_equal(found.labels[::2], found.labels[1::2])
    assert not breached(limits, found.labels)
    assert np.hypot(*(points - found.centres[found.labels]).T).max() <= 9e4


def test_blocks_that_cannot_be_served_are_refused():
    points = np.arange(12.0).reshape(6, 2)
    rules = ClusterRules(together=Together(np.zeros(6, dtype=np.int64)))
    with pytest.raises(InvalidInput, match="2 territories for 1 customers only"):
        bounded_kmeans(points, 2, rules)
    # Four of six cannot be divided: no cluster may get more than three.
    rules = ClusterRules([count_limit(2, 0, 3)], together=Together(np.array([0, 0, 0, 0, 1, 2])))
    with pytest.raises(InfeasibleProblem, match="0 has 4, the maximum is 3"):
        bounded_kmeans(points, 2, rules)
