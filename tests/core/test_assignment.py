"""Bounded assignment: optimal against brute force and a full linear programme, limits exact."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy import sparse
from scipy.optimize import linprog
from territory_design.core.assignment import (
    AssignmentEffort,
    AssignmentStart,
    Names,
    assign,
    breached,
    count_limit,
    retention_limit,
    sum_limit,
)
from territory_design.core.assignment.linear_programme import solved_by_highs
from territory_design.core.assignment.refusals import refuse_contradictions
from territory_design.core.errors import InfeasibleProblem, InvalidInput
from territory_design.core.progress import Cancelled, Progress


def squared_distances(customers, centres, seed):
    generator = np.random.default_rng(seed)
    points = generator.normal(size=(customers, 2))
    homes = points[generator.choice(customers, centres, replace=False)]
    return ((points[:, None] - homes[None]) ** 2).sum(axis=2)


def brute_force(cost, limits):
    """Least cost over all assignments, or None if none is within the limits."""
    n, k = cost.shape
    plans = np.indices((k,) * n).reshape(n, -1).T
    values = cost[np.arange(n), plans].sum(axis=1)
    # The cheapest first: the first within the limits is the best.
    for plan in np.argsort(values)[: np.isfinite(values).sum()]:
        if not breached(limits, plans[plan]):
            return values[plan]
    return None


def relaxed_optimum(cost, limits):
    """The full transport linear programme with every pair, as a reference."""
    n, k = cost.shape
    rows, bounds = [], []
    for limit in limits:
        weights = np.ones(n) if limit.weights is None else limit.weights
        for j in range(k):
            row = np.zeros((n, k))
            row[:, j] = weights if limit.members is None else weights * (limit.members == j)
            for sign, bound in ((1.0, limit.maximum[j]), (-1.0, limit.minimum[j])):
                if np.isfinite(bound):
                    rows.append(sign * row.ravel())
                    bounds.append(sign * bound)
    allowed = np.isfinite(cost)
    found = linprog(
        np.where(allowed, cost, 0.0).ravel(),
        A_ub=sparse.csr_matrix(np.array(rows)),
        b_ub=bounds,
        A_eq=sparse.kron(sparse.identity(n), np.ones((1, k))),
        b_eq=np.ones(n),
        bounds=np.column_stack([np.zeros(n * k), allowed.ravel().astype(float)]),
    )
    return found.fun if found.status == 0 else None


def test_without_limits_everybody_goes_to_the_cheapest_centre():
    answer = assign([[1.0, 2.0], [5.0, 3.0]])
    assert answer.labels.tolist() == [0, 1]
    assert (answer.objective, answer.gap, answer.status) == (4.0, 0.0, "optimal")


def test_a_count_moves_the_customer_who_loses_least():
    # Customers on a line at 0, 1, 2, 9; centres at 0 and 10. Two each: the one at 2 moves.
    line = np.array([0.0, 1.0, 2.0, 9.0])
    cost = np.abs(line[:, None] - np.array([0.0, 10.0]))
    answer = assign(cost, [count_limit(2, minimum=2)])
    assert answer.labels.tolist() == [0, 0, 1, 1]
    assert answer.objective == answer.lower_bound == 10.0
    # One more customer at the second centre is worth what the move cost: 8 − 2.
    assert 6.0 - 1e-9 <= answer.prices[0, 1] - answer.prices[0, 0] <= 8.0 + 1e-9


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize(("n", "k"), [(60, 3), (200, 6), (400, 9)])
def test_counts_and_retention_reach_the_optimum_of_the_full_programme(n, k, seed):
    cost = squared_distances(n, k, seed)
    current = np.random.default_rng(seed + 50).integers(-1, k, size=n)
    limits = [
        count_limit(k, np.floor(n / k * 0.95), np.ceil(n / k * 1.05)),
        retention_limit(current, k, 0.6),
    ]
    answer = assign(cost, limits)
    assert not breached(limits, answer.labels)
    assert answer.status == "optimal"
    assert answer.objective == pytest.approx(relaxed_optimum(cost, limits), rel=1e-9)
    assert answer.lower_bound == pytest.approx(answer.objective, rel=1e-9)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_sums_are_kept_exactly_and_the_gap_is_honest(seed):
    n, k = 150, 4
    cost = squared_distances(n, k, seed)
    revenue = np.random.default_rng(seed).lognormal(size=n)
    total = revenue.sum()
    limits = [
        count_limit(k, 30),
        sum_limit("revenue", revenue, k, 0.22 * total, 0.28 * total),
    ]
    answer = assign(cost, limits)
    assert not breached(limits, answer.labels)
    reference = relaxed_optimum(cost, limits)
    assert reference - 1e-9 <= answer.lower_bound + 1e-4 * answer.objective
    assert answer.lower_bound <= answer.objective
    assert answer.objective <= reference * 1.02
    assert answer.gap == pytest.approx(1.0 - answer.lower_bound / answer.objective, abs=1e-12)


problems = st.tuples(
    st.integers(2, 6), st.integers(2, 3), st.integers(0, 10**6), st.booleans(), st.booleans()
)


@pytest.mark.slow
@settings(max_examples=120, deadline=None)
@given(problems)
def test_tiny_problems_agree_with_trying_everything(problem):
    n, k, seed, forbid, weigh = problem
    generator = np.random.default_rng(seed)
    # Small whole numbers make ties, which are the hard case.
    cost = generator.integers(0, 5, size=(n, k)).astype(float)
    if forbid:
        cost[generator.random((n, k)) < 0.25] = np.inf
    limits = [
        count_limit(k, generator.integers(0, 3, size=k), generator.integers(2, n + 1, size=k)),
        retention_limit(generator.integers(-1, k, size=n), k, 0.5),
    ]
    if weigh:
        weights = generator.integers(1, 6, size=n)
        limits.append(
            sum_limit("revenue", weights, k, generator.integers(0, 5, size=k),
                      generator.integers(5, 20, size=k))
        )  # fmt: skip
    expected = brute_force(cost, limits)
    try:
        answer = assign(cost, limits, effort=AssignmentEffort(gap=0.0))
    except InfeasibleProblem:
        assert expected is None
        return
    assert expected is not None
    assert not breached(limits, answer.labels)
    assert answer.objective == pytest.approx(expected)
    assert answer.lower_bound <= expected + 1e-9


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10**6), st.integers(20, 120), st.integers(2, 6))
def test_properties_of_any_answer(seed, n, k):
    assume(n >= 3 * k)
    cost = squared_distances(n, k, seed)
    limits = [count_limit(k, n // k - 1, -(-n // k) + 1)]
    answer = assign(cost, limits)
    assert answer.labels.shape == (n,)
    assert not breached(limits, answer.labels)
    assert answer.lower_bound <= answer.objective
    # Prices are nowhere of the wrong sign, and absent where the total is strictly between.
    totals = limits[0].totals(answer.labels)
    between = (totals > limits[0].minimum) & (totals < limits[0].maximum)
    assert np.all(np.abs(answer.prices[0][between]) < 1e-6 * cost.mean())
    # Starting from the answer's prices, or in other units, changes nothing.
    assert assign(cost, limits, start=AssignmentStart(answer.prices)).objective == pytest.approx(
        answer.objective
    )
    scaled = assign(cost * 1e6, limits)
    assert scaled.objective == pytest.approx(answer.objective * 1e6, rel=1e-9)
    assert np.array_equal(assign(cost, limits).labels, answer.labels)


def test_customers_on_the_same_spot_are_shared_out():
    answer = assign(np.ones((90, 3)), [count_limit(3, 30, 30)])
    assert np.bincount(answer.labels).tolist() == [30, 30, 30]


def test_fixed_pairs_and_distances_are_forbidden_pairs():
    cost = squared_distances(100, 4, 1)
    fixed = {3: 1, 17: 2, 40: 0}
    for customer, centre in fixed.items():
        cost[customer] = np.where(np.arange(4) == centre, cost[customer], np.inf)
    answer = assign(cost, [count_limit(4, 24, 26)])
    assert all(answer.labels[customer] == centre for customer, centre in fixed.items())
    assert answer.status == "optimal"


def test_an_equal_sum_of_whole_numbers_is_met_exactly():
    weights = np.array([7, 5, 4, 4, 3, 3, 2, 2])
    limits = [sum_limit("stops", weights, 2, 15, 15)]
    answer = assign(squared_distances(8, 2, 3), limits)
    assert limits[0].totals(answer.labels).tolist() == [15.0, 15.0]


def refusal(cost, limits, **names):
    with pytest.raises(InfeasibleProblem) as caught:
        assign(cost, limits, names=Names(**names))
    return str(caught.value)


def test_the_retention_example_is_explained_in_the_managers_numbers():
    current = np.repeat([0, 1, 2], [100, 200, 200])
    cost = squared_distances(500, 3, 0)
    text = refusal(
        cost, [count_limit(3, 150), retention_limit(current, 3, 0.9)], centres=["A", "B", "C"]
    )
    assert "territory A currently has 100 and needs at least 150" in text
    assert "must receive 50" in text
    assert "at most 40" in text
    assert not breached(
        [count_limit(3, 140)],
        assign(cost, [count_limit(3, 140), retention_limit(current, 3, 0.9)]).labels,
    )


@pytest.mark.parametrize(
    ("limits", "expected"),
    [
        ([count_limit(2, 6)], "add up to 12, but there are only 10; 2 are missing"),
        ([count_limit(2, maximum=4)], "add up to 8, but there are 10; 2 find no place"),
        ([count_limit(2, [6, 1], [5, 9])], "at least 6 and at most 5"),
        ([sum_limit("revenue", [50] + [1] * 9, 2, maximum=40)], "0 has 50, the maximum is 40"),
        (
            [retention_limit([0] * 10, 2, 0.8), count_limit(2, maximum=[7, 9])],
            "it must keep is 8 at least",
        ),
    ],
)
def test_contradictions_are_refused_with_numbers(limits, expected):
    assert expected in refusal(np.ones((10, 2)), limits)


def test_fixed_customers_of_others_count_beside_those_that_are_kept():
    """30 of A's 50 are fixed at B, which keeps 20 of its own 50: 50 are more than 40."""
    current = np.repeat([0, 1], 50)
    cost = np.ones((100, 2))
    cost[:30, 0] = np.inf
    kept = retention_limit(current, 2, 0.4)
    text = refusal(cost, [count_limit(2, maximum=[100, 40]), kept], centres=["A", "B"])
    assert "territory B may get at most 40" in text
    assert "its current 50" in text
    assert "30 + 20 = 50" in text
    # One of its own that is fixed there is one of those it keeps; with weights the lightest stay.
    cost[50:60, 0] = np.inf
    assert "30 + 20 = 50" in refusal(cost, [count_limit(2, maximum=[100, 49]), kept])
    enough = [count_limit(2, maximum=[100, 50]), kept]
    assert not breached(enough, assign(cost, enough).labels)
    weights = np.concatenate([np.ones(50), np.full(10, 3.0), np.full(40, 2.0)])
    limits = [sum_limit("revenue", weights, 2, maximum=[200, 79]), kept]
    assert "30 + 50 = 80" in refusal(cost, limits)
    limits = [sum_limit("revenue", weights, 2, maximum=[200, 80]), kept]
    assert not breached(limits, assign(cost, limits).labels)


def test_forbidden_pairs_are_explained():
    cost = np.ones((6, 2))
    cost[[1, 4]] = np.inf
    limits = [count_limit(2, 1)]
    text = refusal(cost, limits, customers=list("jklmno"))
    assert "2 customers may not go to any territory (k, n)" in text
    either = "Ease the fixed customers (PREASSIGNED_FIELD) or the maximum distance (MAX_DISTANCE)"
    assert either in text
    cost[4] = 1.0
    text = refusal(cost, limits, fixed_pairs=False)
    assert "1 customer may not" in text
    assert "Ease the maximum distance (MAX_DISTANCE), or leave" in text
    cost = np.ones((6, 2))
    cost[:4, 1] = np.inf
    assert "territory 2 needs at least 3" in refusal(cost, [count_limit(2, 3)])
    assert "already add up to 4" in refusal(cost, [count_limit(2, maximum=[3, 6])])
    cost[0, 0], cost[0, 1] = np.inf, 1.0
    current = [0, 0, 1, 1, 1, 1]
    assert "must keep 2, but only 1 of them may stay" in refusal(
        cost, [retention_limit(current, 2, 0.9)]
    )


def test_a_contradiction_between_several_centres_is_found_by_the_elastic_programme():
    # Three customers for centres 0 and 1 together, which need two each; alone each could.
    cost = np.ones((9, 3))
    cost[3:, :2] = np.inf
    text = refusal(cost, [count_limit(3, [2, 2, 1])], centres=["A", "B", "C"])
    assert "“customers” at least (territory A, B)" in text
    assert "1 instead of at least 2 (customers)" in text
    assert "the fixed customers (PREASSIGNED_FIELD) or the maximum distance (MAX_DISTANCE)" in text


def test_limits_that_only_divided_customers_could_keep_are_explained():
    # No subset of these adds up to half of them.
    weights = np.array([11.0, 11.0, 11.0, 9.0, 8.0, 7.0, 7.0])
    text = refusal(squared_distances(7, 2, 0), [sum_limit("revenue", weights, 2, 32, 32)])
    assert "only by dividing a customer" in text
    assert "“revenue” leaves 0 to spare (64 in all, at least 32 and at most 32 for each" in text
    assert "the heaviest customer has 11" in text


@pytest.mark.parametrize(
    ("weights", "bounds", "parts"),
    [
        # One customer has 500 of 995: 495 are left for three others, who need 199 each.
        (
            [500] + [5] * 99,
            (4, 199, None),
            ["heaviest customer 0 has 500 of 995", "at least 597", "have only 495"],
        ),
        (
            [2.0, 2.0, 2.0],
            (2, None, 3),
            ["of the 3 heaviest customers (each has 2 or more) no 2 fit", "room for 2 of them"],
        ),
        ([2, 4, 4, 2, 6], (2, [8.5, 0], [9.5, np.inf]), ["multiples of 2", "nearest are 8 and 10"]),
        (
            [0.1, 0.25, 0.4, 0.25],
            (2, [0.49, 0], [0.499, np.inf]),
            ["multiples of 0.05", "0.45 and 0.5"],
        ),
        # Each of 60 may have 10 of 608, and neither 9.6 nor 10.6.
        (
            [1] * 599 + [9],
            (60, 9.6, 10.65),
            ["all 60 territories together have at most 600; there are 608"],
        ),
        ([2] * 10, (3, 6.5, None), ["all 3 territories together have at least 24; there are 20"]),
    ],
)
def test_customers_that_are_too_heavy_for_any_division_are_refused_at_once(weights, bounds, parts):
    k, least, most = bounds
    limits = [sum_limit("revenue", weights, k, least, most)]
    text = refusal(np.ones((len(weights), k)), limits)
    for part in parts:
        assert part in text, text


@pytest.mark.slow
@settings(max_examples=150, deadline=None)
@given(st.integers(0, 10**6), st.integers(2, 3), st.booleans())
def test_counting_refuses_nothing_that_is_possible(seed, k, fractions):
    generator = np.random.default_rng(seed)
    weights = np.round(generator.lognormal(1.0, 0.9, 6), 2 if fractions else 0)
    totals = np.array(
        [
            np.bincount(labels, weights=weights, minlength=k)
            for labels in itertools.product(range(k), repeat=6)
        ]
    )
    chosen = totals[generator.integers(len(totals))]
    refuse_contradictions(None, (6, k), [sum_limit("w", weights, k, chosen, chosen)], Names())


@settings(max_examples=100, deadline=None)
@given(
    seed=st.integers(0, 2**32 - 1),
    k=st.integers(2, 3),
    share=st.sampled_from([0.0, 0.3, 0.7]),
)
def test_counting_allows_every_plan_with_fixed_pairs_and_kept_customers(seed, k, share):
    generator = np.random.default_rng(seed)
    labels = generator.integers(0, k, 12)
    current = np.where(generator.random(12) < 0.6, labels, generator.integers(-1, k, 12))
    weights = generator.integers(1, 9, 12).astype(float)
    cost = np.ones((12, k))
    fixed = generator.random(12) < share
    cost[fixed] = np.inf
    cost[np.arange(12), labels] = 1.0
    today = np.bincount(current[current >= 0], minlength=k)
    kept = np.bincount(labels[labels == current], minlength=k)
    limits = [retention_limit(current, k, kept / np.maximum(today, 1))]
    for of in (np.ones(12), weights):
        totals = np.bincount(labels, weights=of, minlength=k)
        limits.append(sum_limit("w", of, k, totals, totals))
    refuse_contradictions(np.isfinite(cost), cost.shape, limits, Names())


def test_wrong_input_is_refused():
    with pytest.raises(InvalidInput, match="no centres"):
        assign(np.empty((3, 0)))
    with pytest.raises(InvalidInput, match="not numbers"):
        assign([[np.nan, 1.0]])
    with pytest.raises(InvalidInput, match="does not fit 3 customers and 2 centres"):
        assign(np.ones((3, 2)), [count_limit(3, 1)])
    with pytest.raises(InvalidInput, match=r"negative or not a number for 2 .*rows 1, 3"):
        sum_limit("revenue", [1.0, -1.0, 2.0, np.nan], 2)


class Cancelling(Progress):
    def is_cancelled(self):
        return True


def test_cancel_before_any_answer():
    with pytest.raises(Cancelled):
        assign(squared_distances(50, 3, 0), [count_limit(3, 15)], progress=Cancelling())


def test_nobody_to_assign():
    answer = assign(np.empty((0, 2)), [])
    assert answer.labels.size == 0
    assert answer.objective == 0.0


class Unsolved:
    """What SciPy returns where HiGHS gave up."""

    x = None
    message = "(HiGHS Status 4: Error)"


def test_a_programme_that_one_method_gives_up_on_is_left_to_the_other():
    with pytest.raises(InfeasibleProblem, match=r"HiGHS gave up .*Status 4.*another random seed"):
        solved_by_highs(lambda _: Unsolved(), ("highs-ds",), Progress())
    answer = type("Solved", (), {"x": np.zeros(1)})()
    found = solved_by_highs(
        lambda method: Unsolved() if method == "highs-ds" else answer,
        ("highs-ds", "highs-ipm"),
        Progress(),
    )
    assert found is answer
