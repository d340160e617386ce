"""One group of customers from its rules to its plan, on arrays alone."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from territory_design.core.assignment import HIGHS, breached
from territory_design.core.customers.group import CustomerGroup
from territory_design.core.customers.group_search import refuse_impossible, solve_group
from territory_design.core.customers.group_solution import PortfolioSolution
from territory_design.core.customers.rules import (
    Bound,
    CustomerRules,
    GroupSearch,
    TerritoryRule,
    TotalRule,
    limits_of_plan,
    territory_limits,
)
from territory_design.core.customers.together import Together
from territory_design.core.errors import InfeasibleProblem, InvalidInput
from territory_design.core.geometry.geodesy import EarthMetric, PlaneMetric
from territory_design.core.plan.areas import Areas
from territory_design.core.plan.names import new_names
from territory_design.core.progress import SILENT, Cancelled, Progress

SEARCH = GroupSearch(restarts=3)


def at_most(value, is_share=False):
    return Bound(np.array(float(value)), is_share)


def group(points, weights=None, **changes) -> CustomerGroup:
    """Customers on a plane, nobody's yet, for two territories that only have numbers."""
    points = np.asarray(points, dtype=float)
    n = len(points)
    nobody = np.full(n, -1, dtype=np.int64)
    values = np.zeros((n, 0)) if weights is None else np.asarray(weights, dtype=float)[:, None]
    plain = CustomerGroup(
        value=None,
        rows=np.arange(n),
        customers=Areas(list(range(n)), points, PlaneMetric(), values, np.ones(n)),
        attributes=[] if weights is None else ["revenue"],
        count=2,
        known=[],
        current=nobody,
        preassigned=nobody,
        former=[],
        current_former=nobody,
        homes=None,
        centre_rows=np.arange(2),
    )
    return replace(plain, **changes)


def solved(problem, search=SEARCH, progress=SILENT):
    refuse_impossible(problem)
    return solve_group(problem, search, HIGHS, progress)


# West: 0 to 3 at x = 0 … 3; east: 4 to 9 at x = 100 … 105, a little further north.
LINE = [(x, 0.0) for x in range(4)] + [(100 + x, 1.0) for x in range(6)]


def test_numbers_go_from_north_to_south_and_figures_follow():
    found = solved(group(LINE, np.arange(10.0)))
    assert found.plan.names == [1, 2]
    assert found.plan.labels.tolist() == [1] * 4 + [0] * 6
    figures, statistics = found.figures, found.plan.statistics
    assert statistics.area_count.tolist() == [6, 4]
    assert statistics.totals[:, 0].tolist() == [39.0, 6.0]
    assert statistics.overall_totals.tolist() == [45.0]
    assert figures.inertias.tolist() == pytest.approx([17.5, 5.0])
    assert figures.inertia == pytest.approx(22.5)
    assert statistics.mean_distance_m.tolist() == pytest.approx([1.5, 1.0])
    assert figures.farthest_m == pytest.approx(2.5)
    assert figures.served_before == 0
    assert figures.kept.tolist() == [0, 0]
    assert found.plan.current is None
    assert [cost.is_current for cost in found.rule_costs] == [False]


def test_the_one_plan_of_several_groups():
    first = solved(group(LINE))
    # The second group has the same customers two rows further on; nobody is in rows 10 and 11.
    second = solved(group(LINE, rows=np.arange(12, 22), value="b", first_number=3))
    everybody = Areas(list(range(22)), np.vstack([LINE, [(0, 0)] * 2, LINE]), PlaneMetric(),
                      np.zeros((22, 0)), np.ones(22))  # fmt: skip
    both = PortfolioSolution(everybody, [first, second])
    assert list(both.plan.names) == [1, 2, 3, 4]
    assert both.plan.labels.tolist() == [1] * 4 + [0] * 6 + [-1] * 2 + [3] * 4 + [2] * 6
    assert both.inertia == pytest.approx(45.0)
    assert both.retained_share is None
    assert both.status == "converged"
    assert replace(both, is_complete=False).status == "cancelled"


def test_each_representative_keeps_a_share_of_their_own():
    # A has the four in the west and three in the east, B the other three.
    current = np.array([0] * 7 + [1] * 3)
    homes = np.array([[1.5, 0.0], [102.5, 1.0]])
    named = {"known": ["A", "B"], "current": current, "homes": homes}
    for share, kept in ((0.0, 4), (5 / 7, 5), (1.0, 7)):
        rules = CustomerRules(min_retention=np.array([share, 0.5]), fixed=True)
        found = solved(group(LINE, rules=rules, **named))
        assert found.figures.kept.tolist() == [kept, 3]
    assert found.figures.served_before == 10
    assert CustomerRules(min_retention=np.array(0.0)).retention(np.arange(2)) is None
    assert CustomerRules(min_retention=np.array(0.4)).retention(np.arange(2)).tolist() == [0.4] * 2


def test_fixed_centres_on_the_earth_have_prices_of_rules_too():
    """Fixed centres are searched in space, free ones on a plane."""
    degrees = np.array([(10.0 + 0.01 * i, 50.0) for i in range(6)])
    customers = Areas(list(range(6)), degrees, EarthMetric.around(degrees), np.zeros((6, 0)),
                      np.ones(6))  # fmt: skip
    found = solved(
        group(
            degrees, customers=customers, known=["A", "B"], homes=degrees[[0, 5]],
            current=np.array([0, 0, 0, 0, 1, 1]), rules=CustomerRules(min_count=3, fixed=True),
        )
    )  # fmt: skip
    assert found.plan.labels.tolist() == [0, 0, 0, 1, 1, 1]
    texts = [str(cost.rule) for cost in found.rule_costs]
    assert texts == ["current portfolios", "no rules", "number of customers"]
    assert found.rule_costs[0].inertia > found.rule_costs[2].inertia
    assert found.figures.inertia == pytest.approx(found.rule_costs[2].inertia)


def test_limits_of_single_territories_hold_for_the_number_that_is_meant():
    for number in (1, 2):
        rule = TerritoryRule(str(number), TotalRule(None, at_most(8), at_most(8)))
        found = solved(group(LINE, rules=CustomerRules(territories=[rule])))
        assert found.plan.statistics.area_count[number - 1] == 8
        least, _ = found.bounds(None)
        assert least[number - 1] == 8
        assert np.isnan(least[2 - number])


def test_limits_of_single_territories_wait_for_their_names():
    """Clusters get the names of those who keep most; only then it is known whose limit it is."""
    current = np.array([0] * 4 + [1] * 6)
    rule = TerritoryRule("B", TotalRule("revenue", None, at_most(30, is_share=True)))
    named = {"known": ["A", "B"], "current": current}
    found = solved(group(LINE, [1.0] * 10, rules=CustomerRules(territories=[rule]), **named))
    assert found.plan.statistics.totals[found.plan.names.index("B"), 0] <= 3.0
    # With as few as one territory somebody leaves, and their limit has no effect.
    fewer = group(
        LINE, [1.0] * 10, count=1, centre_rows=np.arange(1),
        rules=CustomerRules(territories=[replace(rule, territory="A")]), **named,
    )  # fmt: skip
    assert solved(fewer).plan.names[0] == "B"


def test_the_bounds_of_several_rows_for_one_territory_all_hold():
    rows = [
        TerritoryRule(7, TotalRule("w", at_most(2), None)),
        TerritoryRule("7", TotalRule("w", at_most(4), at_most(50, is_share=True))),
        TerritoryRule(9, TotalRule(None, at_most(1), None)),
    ]
    weights = np.array([4.0, 4.0, 2.0])
    (limit,) = territory_limits(rows, "w", weights, [5, 7])
    assert limit.minimum.tolist() == [-np.inf, 4.0]
    assert limit.maximum.tolist() == [np.inf, 5.0]
    assert territory_limits(rows, None, weights, [5, 7]) == []


def test_blocks_are_not_divided_by_the_clean_up_either():
    # 3 is among the western ones but must stay with 4, which limits keep in the east.
    block = Together(np.array([0, 1, 2, 3, 3, 4, 5, 6, 7, 8]))
    rules = CustomerRules(min_count=3)
    found = solved(group(LINE, rules=rules, together=block), replace(SEARCH, smooth=True))
    assert found.plan.labels[3] == found.plan.labels[4]
    texts = [str(cost.rule) for cost in found.rule_costs]
    assert "customers who stay together" in texts
    inertias = [cost.inertia for cost in found.rule_costs[:-1]]
    assert inertias == sorted(inertias)


def test_what_cannot_be_is_refused_before_the_search():
    block = Together(np.zeros(10, dtype=np.int64))
    with pytest.raises(InvalidInput, match="all customers must stay together"):
        refuse_impossible(group(LINE, together=block))
    three = Together(np.array([0, 0, 0, 0, 1, 1, 1, 1, 2, 2]))
    with pytest.raises(InvalidInput, match="only 3 parts"):
        refuse_impossible(group(LINE, count=4, centre_rows=np.arange(4), together=three))
    with pytest.raises(InvalidInput, match="only 10 customers"):
        refuse_impossible(group(LINE, count=11, centre_rows=np.arange(11)))
    fixed = np.array([0, 1] + [-1] * 8)
    with pytest.raises(InfeasibleProblem, match=r"2 customers must stay together.*\(0, 1\)"):
        refuse_impossible(group(LINE, known=[1, 2], preassigned=fixed, together=three))


class CancelOnce(Progress):
    """Cancels as soon as there is a first plan."""

    def __init__(self, after):
        self.left = after

    def is_cancelled(self):
        self.left -= 1
        return self.left < 0


def test_a_cancel_keeps_the_best_plan_there_is():
    generator = np.random.default_rng(3)
    problem = group(generator.random((300, 2)) * 1e4, rules=CustomerRules(min_count=140))
    counting = CancelOnce(10**9)
    solved(problem, progress=counting)
    asked = 10**9 - counting.left
    statuses = set()
    for after in (1, asked // 2, asked - 3):
        try:
            found = solved(problem, progress=CancelOnce(after))
        except Cancelled:
            statuses.add("none")
            continue
        statuses.add(found.status)
        assert not breached(found.limits, found.plan.labels)
    assert statuses == {"none", "cancelled"}


def test_every_exact_round_is_recorded():
    rounds = solved(group(np.random.default_rng(3).random((300, 2)) * 1e4)).rounds
    assert {one.start for one in rounds} >= {1}
    for start in {one.start for one in rounds}:
        own = [one for one in rounds if one.start == start]
        assert [one.number for one in own] == list(range(1, len(own) + 1))
        assert own[0].moved == 300
        inertias = [one.inertia for one in own]
        assert inertias == sorted(inertias, reverse=True)


@pytest.mark.parametrize(
    ("known", "largest", "expected"),
    [
        ([7, 3], 100, [8, 9]),
        ([], 100, [1, 2]),
        ([-5], 100, [1, 2]),
        ([2.5], 100, [3, 4]),
        # Further numbers would not fit: the lowest that are free.
        ([1, 100], 100, [2, 3]),
        ([2**63 - 1], 2**63 - 1, [1, 2]),
        # As floating-point numbers these two would be one.
        ([2**53 + 1, 2**53], 2**63 - 1, [2**53 + 2, 2**53 + 3]),
        (["new 1", "A"], None, ["new 2", "new 3"]),
    ],
)
def test_new_names_are_free_and_fit(known, largest, expected):
    assert new_names(known, 2, largest) == expected


def test_limits_of_a_plan_are_those_of_who_has_a_territory():
    labels = np.array([0, 0, 1, -1])
    rules = [
        TotalRule("w", at_most(10, is_share=True), at_most(50, is_share=True)),
        TotalRule(None, None, at_most(100, is_share=True)),
        TotalRule("w"),
    ]
    alive, weights, counts = limits_of_plan(rules, {"w": np.array([1, 1, 2, 96.0])}, labels, 2)
    assert alive.minimum.tolist() == [1.0, 1.0]
    assert (weights.minimum[0], weights.maximum[0]) == (0.4, 2.0)
    assert counts.maximum.tolist() == [3.0, 3.0]
    crossed = [TotalRule(None, at_most(9), at_most(8))]
    with pytest.raises(InvalidInput, match="at least 9 and at most 8 of “customers”"):
        limits_of_plan(crossed, {}, labels, 2)
