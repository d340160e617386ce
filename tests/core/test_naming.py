"""Clusters for today's representatives: as many, fewer, more, with fixed customers."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.customers.naming import adopt_clusters
from territory_design.core.errors import InfeasibleProblem

# Cluster  0 0 0 0 1 1 1 2 2 2
# Today    A A A B B B C C A C
CLUSTERS = np.array([0, 0, 0, 0, 1, 1, 1, 2, 2, 2])
TODAY = np.array([0, 0, 0, 1, 1, 1, 2, 2, 0, 2])


def test_everybody_gets_the_cluster_with_most_of_their_customers():
    assert adopt_clusters(CLUSTERS, TODAY, 3, 3).tolist() == [0, 1, 2]


def test_more_clusters_than_representatives_leave_room_for_newcomers():
    only_b = np.where(TODAY == 1, 0, -1)
    assert adopt_clusters(CLUSTERS, only_b, 3, 1).tolist() == [-1, 0, -1]


def test_with_fewer_clusters_those_stay_who_keep_most():
    two = np.array([0, 0, 0, 0, 1, 1, 1, 1, 1, 1])
    assert adopt_clusters(two, TODAY, 2, 3).tolist() == [0, 2]


def test_a_representative_with_a_fixed_customer_stays():
    two = np.array([0, 0, 0, 0, 1, 1, 1, 1, 1, 1])
    fixed = np.full(10, -1)
    fixed[3] = 1
    assert sorted(adopt_clusters(two, TODAY, 2, 3, fixed).tolist()) in ([0, 1], [1, 2])


def test_two_fixed_representatives_in_one_cluster_both_stay():
    two = np.array([0] * 8 + [1] * 2)
    today = np.array([0] * 8 + [2] * 2)
    fixed = np.full(10, -1)
    fixed[[0, 1]] = [0, 1]
    assert sorted(adopt_clusters(two, today, 2, 3, fixed).tolist()) == [0, 1]


def test_more_fixed_representatives_than_clusters_are_refused():
    with pytest.raises(InfeasibleProblem, match=r"3 representatives have fixed customers.*only 2"):
        adopt_clusters(np.array([0, 0, 1]), np.array([-1, -1, -1]), 2, 3, np.array([0, 1, 2]))
