"""The p-median with many homes: lists of near candidates, programmes cut at their prices."""

from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_matrix, hstack, identity, vstack
from territory_design.core.progress import Progress
from territory_design.core.siting import cut_programme
from territory_design.core.siting.cut_programme import CutPrices
from territory_design.core.siting.many_medians import proof_with_many_homes
from territory_design.core.siting.median_problem import MedianProblem
from territory_design.core.siting.near_candidates import EveryCandidate, NearCandidates
from territory_design.core.siting.p_median import solve_p_median
from territory_design.core.siting.subgradient import subgradient_bound
from territory_design.core.siting.swap_search import SwapState, greedy_choice

NOBODY = np.empty(0, dtype=np.int64)


def listed(cost, width):
    """The near candidates of each demand, as many as are wanted."""
    order = np.argsort(cost, axis=1, kind="stable")
    ranked = np.take_along_axis(cost, order, axis=1)
    return NearCandidates(
        order[:, :width], ranked[:, :width], ranked[:, width], cost.shape[1], np.ones(len(cost))
    )


def value(cost, chosen):
    return float(cost[:, np.asarray(chosen)].min(axis=1).sum())


def distances(count, seed, demands=None):
    places = np.random.default_rng(seed).uniform(0.0, 100.0, (count, 2))
    return np.hypot(*(places[:demands, None] - places).transpose(2, 0, 1))


def optimum(cost, count):
    """By the whole programme: every pair, then every candidate."""
    n, m = cost.shape
    pairs = n * m
    row = np.arange(pairs)
    serve = csr_matrix((np.ones(pairs), (np.repeat(np.arange(n), m), row)))
    link = csr_matrix((np.ones(pairs), (row, np.tile(np.arange(m), n))))
    matrix = vstack(
        [
            hstack([serve, csr_matrix((n, m))]),
            hstack([identity(pairs), -link]),
            hstack([csr_matrix((1, pairs)), csr_matrix(np.ones((1, m)))]),
        ]
    ).tocsr()
    low = np.concatenate([np.ones(n), np.full(pairs, -np.inf), [count]])
    high = np.concatenate([np.ones(n), np.zeros(pairs), [count]])
    return milp(
        np.concatenate([cost.ravel(), np.zeros(m)]),
        integrality=np.concatenate([np.zeros(pairs), np.ones(m)]),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(matrix, low, high),
        options={"mip_rel_gap": 0.0},
    ).fun


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.integers(0, 10_000), st.integers(2, 6), st.booleans())
def test_no_better_choice_is_cut_off(seed, width, force):
    """All choices of 3 among 8 are known: none that is cheaper than the threshold is missed."""
    rng = np.random.default_rng(seed)
    cost = rng.integers(0, 60, (10, 8)) * rng.choice([0.1, 1.0, 5.0], (10, 1))
    forced = np.array([int(rng.integers(8))]) if force else NOBODY
    costs = {
        chosen: value(cost, chosen)
        for chosen in itertools.combinations(range(8), 3)
        if set(forced.tolist()) <= set(chosen)
    }
    best = min(costs.values())
    near = listed(cost, width)
    relaxed = subgradient_bound(near, 3, best, forced=forced)
    assert relaxed.value <= best + 1e-9
    prices = CutPrices.of(near, relaxed, 3, forced)
    for threshold in (best * 0.98, best * 1.05 + 1.0, float(np.median(list(costs.values())))):
        programme = prices.programme(threshold)
        answer = programme.solved(threshold)
        assert answer.bound <= min(best, threshold) + 1e-6 or best >= threshold
        assert answer.bound <= threshold
        for chosen, total in costs.items():
            if total < threshold:
                assert programme.allowed[list(chosen)].all()
                assert set(np.flatnonzero(programme.open_anyway)) <= set(chosen)
        if answer.chosen is not None and not programme.farther.any() and best < threshold:
            assert value(cost, answer.chosen) == pytest.approx(best)


def test_lists_tell_the_same_as_the_whole_matrix():
    cost = distances(200, 1)
    near = NearCandidates.of(cost, 25)
    assert near.cost.shape == (200, 40)
    assert (np.diff(near.cost, axis=1) >= 0.0).all()
    assert (near.beyond >= near.cost[:, -1]).all()
    assert near.cost == pytest.approx(np.take_along_axis(cost, near.index, axis=1))
    multipliers = near.middle() * 1.5
    assert (multipliers <= near.most).all()
    every = EveryCandidate(cost)
    assert near.reduced_sums(multipliers) == pytest.approx(every.reduced_sums(multipliers))
    opened = np.arange(0, 200, 8)
    served = near.times_served(opened, multipliers)
    assert served.tolist() == every.times_served(opened, multipliers).tolist()


def test_there_are_no_lists_where_they_would_hold_most_of_the_matrix():
    assert NearCandidates.of(distances(200, 1), 10) is None
    assert NearCandidates.of(distances(100, 1), 50) is None
    assert NearCandidates.of(np.empty((0, 300)), 50) is None


@pytest.mark.parametrize("seed", [1, 2])
def test_the_choice_is_that_of_the_whole_programme(seed):
    cost = distances(170, seed, demands=60) * np.random.default_rng(seed).pareto(1.2, (60, 1))
    result = solve_p_median(MedianProblem(cost, 20, np.ones(60)), np.random.default_rng(1))
    assert result.status == "optimal"
    assert result.objective == pytest.approx(optimum(cost, 20))


def test_many_homes_are_found_and_proved_without_a_shake():
    cost = distances(600, 3)
    start = greedy_choice(cost, 80)
    proof = proof_with_many_homes(cost, start, 0)
    assert proof.closed
    assert proof.objective < 0.97 * value(cost, start)
    assert proof.objective == pytest.approx(value(cost, proof.chosen))
    assert np.unique(proof.chosen).size == 80


def test_homes_that_are_fixed_stay():
    cost = distances(250, 4)
    fixed = np.array([7, 100, 101])
    result = solve_p_median(
        MedianProblem(cost, 30, np.ones(250), fixed=fixed), np.random.default_rng(1)
    )
    assert set(fixed.tolist()) <= set(result.chosen.tolist())
    assert result.status == "optimal"
    free = solve_p_median(MedianProblem(cost, 30, np.ones(250)), np.random.default_rng(1))
    assert free.objective < result.objective


def test_programmes_that_are_too_large_leave_a_bound(monkeypatch):
    cost = distances(200, 5)
    small = replace(cut_programme.RULES, sizes=(), most_pairs=0)
    monkeypatch.setattr("territory_design.core.siting.many_medians.RULES", small)
    proof = proof_with_many_homes(cost, greedy_choice(cost, 40), 0)
    assert not proof.closed
    assert 0.99 * proof.objective < proof.lower_bound < proof.objective


def test_a_cancel_leaves_the_choice_of_before():
    class Stop(Progress):
        def is_cancelled(self):
            return True

    cost = distances(200, 6)
    start = greedy_choice(cost, 40)
    proof = proof_with_many_homes(cost, start, 0, Stop())
    assert not proof.closed
    assert proof.objective <= value(cost, start)
    result = solve_p_median(
        MedianProblem(cost, 40, np.ones(200)), np.random.default_rng(1), progress=Stop()
    )
    assert result.status == "cancelled"
    assert np.unique(result.chosen).size == 40


def test_sums_of_savings_that_are_kept_are_those_that_are_made_anew():
    cost = np.rint(10.0 * distances(150, 7))
    served, chosen = np.full(150, cost.max()), []
    for _ in range(70):
        saving = np.maximum(served[:, None] - cost, 0.0).sum(axis=0)
        saving[chosen] = -1.0
        chosen.append(int(np.argmax(saving)))
        served = np.minimum(served, cost[:, chosen[-1]])
    assert greedy_choice(cost, 70).tolist() == chosen
    assert SwapState(cost, np.array(chosen)).objective == pytest.approx(served.sum())
