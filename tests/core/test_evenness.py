"""Balance figures of a plan, by hand and against the definitions."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from territory_design.core.plan.evenness import evenness, gini
from territory_design.core.plan.statistics import plan_statistics

TABLE_5_3 = """
11102 11050 11025 11080 11004 11127 11046 11080 11097 11106 11094 11124 11086 11074
11048 11121 11102 11183 11072 11031 11067 11071 10945 11052 11145 11020 11144
"""


def test_three_territories_by_hand():
    figures = evenness(np.array([8.0, 10.0, 12.0]), np.full(3, 10.0))
    assert figures.sigma == pytest.approx(np.sqrt(8.0 / 3.0))
    assert figures.cv_pct == pytest.approx(100.0 * np.sqrt(0.08 / 3.0))
    assert figures.sum_absolute == 4.0, "paper, eq. 2"
    assert figures.mean_absolute == pytest.approx(4.0 / 3.0)
    assert figures.mean_absolute_pct == pytest.approx(40.0 / 3.0)
    assert figures.worst_pct == pytest.approx(20.0)
    assert figures.max_min_ratio == pytest.approx(1.5)
    # Pairs differ by 2, 2 and 4: twice 8 over 9 pairs, over twice the mean of 10.
    assert figures.gini == pytest.approx(16.0 / 9.0 / 20.0)


def test_the_thesis_after_optimisation():
    """Table 5.3: 27 totals; their worst is person 23."""
    totals = np.fromstring(TABLE_5_3, sep=" ")
    figures = evenness(totals, np.full(27, 299096 / 27))
    assert figures.sigma == pytest.approx(50.0, abs=2.0), "paper, sect. 6.1: to about 50"
    assert figures.worst_pct == pytest.approx(100 * 132.63 / 11077.63, abs=0.001)


def test_unequal_targets_that_are_met_are_even():
    figures = evenness(np.array([1.0, 2.0, 6.0]), np.array([1.0, 2.0, 6.0]))
    assert (figures.sigma, figures.gini, figures.max_min_ratio) == (0.0, 0.0, 1.0)


def test_one_has_all():
    figures = evenness(np.array([0.0, 0.0, 9.0]), np.full(3, 3.0))
    assert figures.gini == pytest.approx(2.0 / 3.0)
    assert figures.max_min_ratio == np.inf
    assert figures.worst_pct == 200.0


def test_nothing_to_divide():
    assert evenness(np.zeros(0), np.zeros(0)).sigma == 0.0
    figures = evenness(np.zeros(2), np.zeros(2))
    assert (figures.worst_pct, figures.gini, figures.max_min_ratio) == (0.0, 0.0, 1.0)


@given(st.lists(st.floats(0.0, 1e6), min_size=1, max_size=9), st.floats(0.1, 1e3))
def test_gini_is_the_mean_difference_of_all_pairs_and_knows_no_units(values, scale):
    x = np.array(values) + 1e-3
    pairs = np.abs(x[:, None] - x[None, :]).mean() / (2.0 * x.mean())
    assert gini(x) == pytest.approx(pairs, abs=1e-9)
    assert gini(scale * x) == pytest.approx(gini(x), abs=1e-9)


@given(st.lists(st.floats(0.5, 9.0), min_size=3, max_size=3), st.integers(0, 2**31))
def test_agrees_with_the_figures_of_the_layers(targets, seed):
    weights = np.random.default_rng(seed).random((8, 1)) + 0.1
    labels = np.arange(8) % 3
    targets = np.array(targets)[:, None]
    other = plan_statistics(labels, weights, targets, np.zeros(8), weights[:, 0], None)
    figures = evenness(other.totals[:, 0], targets[:, 0])
    assert figures.cv_pct == pytest.approx(other.cv_pct)
    assert figures.worst_pct == pytest.approx(other.max_deviation_pct)
