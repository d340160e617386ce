"""Matching clusters with representatives, and the nearest-neighbour clean-up."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.assignment import breached, count_limit, retention_limit, sum_limit
from territory_design.core.customers import (
    assign_new,
    check_neighbours,
    match_clusters,
    smooth_outliers,
)
from territory_design.core.customers.matching import left_rows, match_rows
from territory_design.core.customers.neighbours import nearest_neighbours
from territory_design.core.customers.new_customers import hold_out_accuracy, vote_of_areas
from territory_design.core.errors import InvalidInput
from territory_design.core.progress import Progress


def test_the_match_is_optimal_where_a_greedy_one_is_not():
    # Overlaps   rep 0  rep 1
    # cluster 0      5      4     greedy takes 5 first and keeps 5 + 0;
    # cluster 1      4      0     the best match keeps 4 + 4.
    clusters = [0] * 9 + [1] * 4
    current = [0] * 5 + [1] * 4 + [0] * 4
    match = match_clusters(clusters, current, 2, 2)
    assert match.representative_of.tolist() == [1, 0]
    assert match.cluster_of.tolist() == [1, 0]
    assert match.retained == 8
    assert match.retained_share == pytest.approx(8 / 13)
    assert match.overlap.tolist() == [[5, 4], [4, 0]]


def test_weights_decide_which_customers_matter():
    match = match_clusters([0, 0, 1, 1], [0, 1, 0, 1], 2, 2, [1.0, 5.0, 5.0, 1.0])
    assert match.representative_of.tolist() == [1, 0]
    assert match.retained == 10.0


def test_unequal_numbers_leave_somebody_out():
    more_clusters = match_clusters([0, 1, 1, 2], [0, 1, 1, 1], 3, 2)
    assert more_clusters.representative_of.tolist() == [0, 1, -1]
    more_representatives = match_clusters([0, 1, 1], [0, 2, 2], 2, 3)
    assert more_representatives.cluster_of.tolist() == [0, -1, 1]


def test_customers_without_cluster_or_representative_do_not_count():
    match = match_clusters([0, -1, 0], [-1, 0, 0], 1, 1)
    assert match.retained == 1
    assert match.retained_share == 0.5
    assert match_clusters([0], [-1], 1, 1).retained_share is None
    with pytest.raises(InvalidInput, match=r"1 customer has .*row 1"):
        match_clusters([0, 0], [0, 0], 1, 1, [1.0, -2.0])


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6), st.integers(1, 4), st.integers(1, 4))
def test_no_other_match_keeps_more(seed, clusters, representatives):
    generator = np.random.default_rng(seed)
    label = generator.integers(-1, clusters, size=30)
    current = generator.integers(-1, representatives, size=30)
    match = match_clusters(label, current, clusters, representatives)
    size = max(clusters, representatives)
    square = np.zeros((size, size))
    square[:clusters, :representatives] = match.overlap
    best = max(square[range(size), order].sum() for order in itertools.permutations(range(size)))
    assert match.retained == best
    matched = match.representative_of[match.representative_of >= 0]
    assert len(set(matched.tolist())) == len(matched) == min(clusters, representatives)


# Two towns on a line; the customer at 3 belongs to the wrong one.
#   x       0 1 2 3 4   20 21 22 23 24
#   label   0 0 0 1 0    1  1  1  1  1
LINE = np.column_stack([[0, 1, 2, 3, 4, 20, 21, 22, 23, 24], np.zeros(10)]).astype(float)
LABELS = np.array([0, 0, 0, 1, 0, 1, 1, 1, 1, 1])


def test_an_outlier_is_found_by_its_neighbours():
    check = check_neighbours(LINE, LABELS, 3)
    assert np.flatnonzero(check.outlier).tolist() == [3]
    assert check.predicted[3] == 0
    assert check.confidence[3] == 1.0
    assert check.accuracy == 0.9


def test_an_outlier_moves():
    smoothed = smooth_outliers(LINE, LABELS, 3)
    assert smoothed.labels.tolist() == [0] * 5 + [1] * 5
    assert np.flatnonzero(smoothed.moved).tolist() == [3]
    assert smoothed.after.accuracy == 1.0
    assert smoothed.status == "converged"


def test_who_lies_beside_an_outlier_stays_once_it_has_moved():
    #   A A A A B B     The B among the A moves. Its eastern neighbour, an A on the border, is
    #   A A A A B B     outvoted by it and two Bs, three to two; it was so, and is no more.
    #   A A B A B B
    #   A A A A B B
    #   A A A A B B
    across = [0.0, 1.0, 2.0, 3.0, 3.9, 5.0]  # who is the fifth neighbour there is no tie so
    points = np.array([(x, y) for y in range(5) for x in across])
    labels = (points[:, 0] > 3.5).astype(int)
    labels[14] = 1
    found = smooth_outliers(points, labels)
    assert np.flatnonzero(found.outlier).tolist() == [14, 15]
    assert np.flatnonzero(found.moved).tolist() == [14]
    assert found.after.accuracy == 1.0


@pytest.mark.parametrize(
    "limit",
    [
        count_limit(2, maximum=[4, 9]),
        count_limit(2, minimum=[0, 6]),
        sum_limit("revenue", [1, 1, 1, 7, 1, 1, 1, 1, 1, 1], 2, maximum=10),
        retention_limit(LABELS, 2, 1.0),
    ],
)
def test_an_outlier_stays_where_a_limit_would_break(limit):
    smoothed = smooth_outliers(LINE, LABELS, 3, limits=[limit])
    assert not smoothed.moved.any()
    assert smoothed.outlier[3]


def test_an_outlier_with_a_fixed_pair_stays():
    allowed = np.ones((10, 2), dtype=bool)
    allowed[3, 0] = False
    assert not smooth_outliers(LINE, LABELS, 3, allowed=allowed).moved.any()


def test_two_outliers_are_exchanged_where_counts_are_fixed():
    labels = LABELS.copy()
    labels[7] = 0
    limits = [count_limit(2, 5, 5)]
    smoothed = smooth_outliers(LINE, labels, 3, limits=limits)
    assert smoothed.labels.tolist() == [0] * 5 + [1] * 5
    assert not breached(limits, smoothed.labels)


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 10**6))
def test_smoothing_keeps_limits(seed):
    generator = np.random.default_rng(seed)
    points = generator.random((80, 2))
    labels = (points[:, 0] > 0.5) * 2 + (points[:, 1] > 0.5)
    noisy = np.where(generator.random(80) < 0.15, generator.integers(0, 4, size=80), labels)
    revenue = generator.random(80)
    counts = np.bincount(noisy, minlength=4)
    sums = np.bincount(noisy, weights=revenue, minlength=4)
    limits = [
        count_limit(4, counts - 1, counts + 1),
        sum_limit("revenue", revenue, 4, sums * 0.95, sums * 1.05),
    ]
    smoothed = smooth_outliers(points, noisy, 5, limits=limits)
    assert not breached(limits, smoothed.labels)
    assert np.array_equal(smoothed.moved, smoothed.labels != noisy)


def test_customers_on_one_spot_are_neighbours_but_never_their_own():
    points = np.zeros((6, 2))
    rows = nearest_neighbours(points, np.zeros(6, dtype=int), 3)
    assert rows.shape == (6, 3)
    assert all(row not in rows[row] for row in range(6))
    assert (rows >= 0).all()


def test_customers_without_territory_neither_vote_nor_are_judged():
    labels = np.array([0, -1, 0, -1])
    check = check_neighbours(np.arange(8.0).reshape(4, 2), labels, 3)
    assert check.predicted.tolist() == [0, 0, 0, 0]
    assert not check.outlier.any()
    alone = check_neighbours([[0.0, 0.0]], [0], 3)
    assert alone.predicted.tolist() == [-1]
    assert alone.accuracy == 1.0


def test_new_customers_get_a_territory_and_a_confidence():
    labels, confidence = assign_new([[1.5, 0.0], [22.0, 1.0]], LINE, LABELS, 5)
    assert labels.tolist() == [0, 1]
    assert confidence.tolist() == [0.8, 1.0]
    tie, share = assign_new([[3.4, 0.0]], LINE, LABELS, 2)
    assert (tie.tolist(), share.tolist()) == ([1], [0.5])
    nobody, unsure = assign_new([[0.0, 0.0]], LINE, np.full(10, -1), 5)
    assert (nobody.tolist(), unsure.tolist()) == ([-1], [0.0])
    for function in (lambda: assign_new(LINE, LINE, LABELS, 0),
                     lambda: check_neighbours(LINE, LABELS, 0)):  # fmt: skip
        with pytest.raises(InvalidInput, match="At least one neighbour"):
            function()


class Cancelling(Progress):
    def is_cancelled(self):
        return True


def test_cancelled_smoothing_keeps_the_plan():
    smoothed = smooth_outliers(LINE, LABELS, 3, progress=Cancelling())
    assert smoothed.status == "cancelled"
    assert np.array_equal(smoothed.labels, LABELS)


def test_kept_apart_customers_are_foretold_where_territories_are_compact():
    generator = np.random.default_rng(0)
    towns = np.repeat(np.arange(2), 50)
    points = np.column_stack([50_000.0 * towns, np.zeros(100)]) + generator.normal(size=(100, 2))
    labels = np.append(towns, -1)
    everybody = np.vstack([points, [[0.0, 0.0]]])
    result = hold_out_accuracy(everybody, labels, 0.3)
    assert (result.tested, result.accuracy) == (30, 1.0)
    muddle = np.append(generator.integers(0, 2, 100), -1)
    worse = hold_out_accuracy(everybody, muddle, 0.3)
    assert worse.accuracy < 0.8
    assert hold_out_accuracy(everybody, muddle, 0.3) == worse
    drawn = (np.random.default_rng(seed) for seed in range(5))
    others = {hold_out_accuracy(everybody, muddle, 0.3, generator=one).accuracy for one in drawn}
    assert len(others) > 1


def test_the_test_keeps_somebody_to_ask_and_refuses_what_it_cannot_test():
    assert hold_out_accuracy([[0.0, 0.0], [1.0, 0.0]], [0, 0], 0.01).tested == 1
    assert hold_out_accuracy([[0.0, 0.0], [1.0, 0.0]], [0, 0], 0.99).tested == 1
    with pytest.raises(InvalidInput, match="between 0 and 100"):
        hold_out_accuracy(LINE, LABELS, 1.0)
    with pytest.raises(InvalidInput, match="at least two customers"):
        hold_out_accuracy([[0.0, 0.0]], [0], 0.3)


def test_most_of_the_holding_areas_decide_and_of_several_the_first():
    labels = np.array([2, 1, 1, 0])
    chosen, confidence = vote_of_areas(labels, [[0, 1, 2], [0, 1], [3], []])
    assert chosen.tolist() == [1, 1, 0, -1]
    assert confidence.tolist() == pytest.approx([2 / 3, 0.5, 1.0, 0.0])


def test_rows_of_a_match_say_what_stays():
    clusters = np.array([0, 0, 1, -1])
    current = np.array([1, 1, 0, 2])
    weights = np.array([1.0, 2.0, 4.0, 8.0])
    match = match_clusters(clusters, current, 2, 3, weights)
    rows = match_rows(match, clusters, current, weights)
    assert [(row.cluster, row.representative) for row in rows] == [(0, 1), (1, 0), (-1, 2)]
    assert (rows[0].customers, rows[0].customers_kept, rows[0].weight_kept) == (2, 2, 3.0)
    assert rows[2].kept_share == 0.0
    assert (match.new_count, match.left_count) == (0, 1)
    assert match.labels(clusters).tolist() == [1, 1, 0, -1]
    (gone,) = left_rows(current, weights, np.array([2]))
    assert (gone.representative, gone.customers_before, gone.weight_before) == (2, 1, 8.0)
