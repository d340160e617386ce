"""What a plan starts from, what stays where it is, and the homes and travel that follow.

+---+---+---+---+
| 0 | 1 | 2 | 3 |   areas 1 km apart in a row, weights 1 1 0 4
+---+---+---+---+
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from territory_design.core.balance.case import BalanceCase, Limits
from territory_design.core.balance.importance import criterion_shares, refuse_zero_totals
from territory_design.core.balance.locks import Locks, refuse_groups_across_frozen
from territory_design.core.balance.start import (
    STABILITY_WHERE_PEOPLE_LEFT,
    STABILITY_WHERE_SOMEBODY_JOINED,
    Start,
)
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.core.errors import InfeasibleProblem, InvalidInput
from territory_design.core.geometry.geodesy import PlaneMetric
from territory_design.core.plan.areas import (
    NO_AREA,
    UNASSIGNED,
    Areas,
    Homes,
    combined_weights,
    nearest_place,
    one_trip_each,
)
from territory_design.core.plan.groups import Groups
from territory_design.core.plan.plan import Plan
from territory_design.core.plan.resiting import distance_moved
from territory_design.core.plan.start import (
    known_lengths,
    nearest_plan,
    sited_by_costs,
    without_gaps,
)
from territory_design.core.plan.travel import Travel
from territory_design.core.progress import Cancelled, Progress
from territory_design.core.travel.cost_table import CostTable
from territory_design.core.travel.trips import Trips

IDS = ("a", "b", "c", "d")


@pytest.fixture
def areas() -> Areas:
    weights = np.array([[1.0], [1.0], [0.0], [4.0]])
    return Areas(
        IDS,
        np.array([[1000.0 * i, 0.0] for i in range(4)]),
        PlaneMetric(),
        weights,
        weights[:, 0],
        ContiguityGraph.from_edges(4, [0, 1, 2], [1, 2, 3], np.full(3, 10.0)),
    )


def case(areas, start, **options) -> BalanceCase:
    options.setdefault("locks", Locks.none(4, start.territory_count))
    options.setdefault("groups", Groups.single(4))
    return BalanceCase(areas, start, np.array([1.0]), **options)


def minutes(origins) -> CostTable:
    """Trips that take as many minutes as their numbers differ, from some areas."""
    rows = [(o, d, 60.0 * abs(IDS.index(o) - IDS.index(d))) for o in origins for d in IDS]
    from_ids, to_ids, seconds = zip(*rows)
    return CostTable.from_rows(from_ids, to_ids, time_s=np.array(seconds))


class TestWeights:
    def test_criteria_count_by_their_shares_and_sum_to_one(self):
        weights = np.array([[1.0, 0.0], [3.0, 10.0]])
        assert combined_weights(weights, np.array([0.75, 0.25])) == pytest.approx([0.1875, 0.8125])

    def test_criteria_without_weight_are_left_out_and_nothing_at_all_counts_alike(self):
        weights = np.array([[1.0, 0.0], [3.0, 0.0]])
        assert combined_weights(weights, np.array([0.5, 0.5])).tolist() == [0.25, 0.75]
        assert combined_weights(weights, np.array([0.0, 1.0])).tolist() == [0.25, 0.75]
        assert combined_weights(np.zeros((4, 1)), np.array([1.0])).tolist() == [0.25] * 4

    def test_shares_are_numbers_from_a_text(self):
        assert criterion_shares(" ", 2).tolist() == [0.5, 0.5]
        assert criterion_shares("3;1", 2).tolist() == [0.75, 0.25]

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("two", "not a list of numbers like 2,1"),
            ("1,2,3", "holds 3 numbers, but the number of criteria is 2"),
            ("0,0", "must be 0 or more, and not all 0"),
            ("-1,2", "must be 0 or more"),
            ("nan,1", "must be 0 or more"),
        ],
    )
    def test_no_shares_in_a_text(self, text, words):
        with pytest.raises(InvalidInput, match=words):
            criterion_shares(text, 2)

    def test_criteria_in_which_there_is_nothing_are_refused(self):
        weights = np.array([[1.0, 0.0], [3.0, 0.0]])
        with pytest.raises(InvalidInput, match=r"BALANCE_EXPRESSIONS\): 'farms' is 0 or NULL"):
            refuse_zero_totals(weights, ["people", "farms"])
        refuse_zero_totals(weights[:, :1], ["people"])

    def test_the_nearest_place_and_how_far_it_is(self, areas):
        place = nearest_place(areas.positions, areas.metric, np.array([1100.0, 0.0]))
        assert place == (1, pytest.approx(100.0))

    def test_one_trip_goes_to_each_area_with_weight(self, areas):
        assert one_trip_each(areas.trips).tolist() == [1.0, 1.0, 0.0, 1.0]


class TestStart:
    def test_trips_without_a_way_count_as_twice_the_longest(self):
        cost, gaps = without_gaps(np.array([[1.0, np.inf], [np.nan, 3.0]]))
        assert cost.tolist() == [[1.0, 6.0], [6.0, 3.0]]
        assert gaps.tolist() == [[False, True], [True, False]]
        whole = np.array([[1.0, 2.0]])
        assert without_gaps(whole)[0] is whole

    def test_homes_that_reach_nothing_are_refused(self):
        with pytest.raises(InvalidInput, match="no area can be reached from any home"):
            without_gaps(np.full((2, 2), np.inf))

    def test_lengths_that_are_not_known_are_straight_lines(self):
        straight = np.array([[1.0, 2.0]])
        assert known_lengths(None, straight) is straight
        assert known_lengths(np.array([[np.inf, 5.0]]), straight).tolist() == [[1.0, 5.0]]

    def test_nearest_homes_make_connected_territories(self, areas):
        # 2 is nearest to the home in 0 by cost, but 1 between them is not.
        cost = np.array([[0.0, 9.0], [5.0, 1.0], [1.0, 2.0], [9.0, 0.0]])
        labels = nearest_plan(areas.graph, cost, np.array([0, 3]))
        assert labels.tolist() == [0, 1, 1, 1]

    def test_homes_from_costs_alone_are_numbered_from_north(self, areas):
        assert sited_by_costs(areas, Trips(areas, minutes("ad")), 1, seed=1).tolist() == [3]
        # All lie equally far north: from west to east.
        assert sited_by_costs(areas, Trips(areas, minutes("ad")), 2, seed=1).tolist() == [0, 3]

    def test_a_cancel_is_heard_while_straight_lines_are_measured(self, areas):
        class Cancelling(Progress):
            def is_cancelled(self):
                return True

        with pytest.raises(Cancelled):
            sited_by_costs(areas, Trips(areas), 2, seed=1, progress=Cancelling())


class TestLocks:
    labels = np.array([0, 0, 1, UNASSIGNED])

    def test_areas_territories_and_homes_stay(self):
        locks = Locks.none(4, 2).with_areas(self.labels, np.array([False, True, False, False]), IDS)
        assert locks.locked.tolist() == [-1, 0, -1, -1]
        locks = locks.with_territories(self.labels, np.array([1]))
        assert locks.locked.tolist() == [-1, 0, 1, -1]
        assert locks.frozen.tolist() == [False, True]
        locks = locks.with_homes(np.array([0, NO_AREA]), self.labels, ("west", "east"))
        assert locks.locked.tolist() == [0, 0, 1, -1]

    def test_locks_need_to_know_the_territories(self):
        free = Locks.none(4, 2)
        with pytest.raises(InvalidInput, match=r"\(LOCKED\) needs to know the territories"):
            free.with_areas(None, np.ones(4, dtype=bool), IDS)
        with pytest.raises(InvalidInput, match=r"\(LOCKED_TERRITORIES\) needs to"):
            free.with_territories(None, np.array([0]))
        with pytest.raises(InvalidInput, match=r"1 area that is in no territory \(id d\)"):
            free.with_areas(self.labels, np.ones(4, dtype=bool), IDS)

    def test_no_locks_need_nothing(self):
        free = Locks.none(4, 2)
        assert free.with_areas(None, np.zeros(4, dtype=bool), IDS) is free
        assert free.with_territories(None, np.empty(0, dtype=np.int64)) is free

    def test_a_home_in_an_area_that_is_locked_elsewhere_is_refused(self):
        locks = Locks(np.array([1, -1, -1, -1]), np.zeros(2, dtype=bool))
        with pytest.raises(InvalidInput, match="in which west lives is locked in another"):
            locks.with_homes(np.array([0, 2]), self.labels, ("west", "east"))

    def test_a_home_outside_a_territory_that_may_not_receive_it_is_refused(self):
        # East holds 2 alone, which stays so; its home is in 3.
        locks = Locks.none(4, 2).with_territories(self.labels, np.array([1]))
        with pytest.raises(InvalidInput, match=r"\(LOCKED_TERRITORIES\): east does not live"):
            locks.with_homes(np.array([NO_AREA, 3]), self.labels, ("west", "east"))
        locks.with_homes(np.array([NO_AREA, 2]), self.labels, ("west", "east"))

    def test_a_group_across_a_frozen_territory_is_refused(self):
        locks = Locks(np.array([0, 0, 0, -1]), np.array([True, False]))
        group = np.array([0, 0, 0, 1])
        with pytest.raises(InfeasibleProblem, match=r"1 group lies partly .* \(west\).*\(c\)"):
            refuse_groups_across_frozen(group, self.labels, locks, ("west", "east"), IDS)
        refuse_groups_across_frozen(np.arange(4), self.labels, locks, ("west", "east"), IDS)
        refuse_groups_across_frozen(group, None, locks, ("west", "east"), IDS)


class TestCase:
    def test_groups_count_as_one_area_and_their_plan_as_all(self, areas):
        groups = Groups.of(areas.graph, ["x", "x", None, None], np.full(4, UNASSIGNED))
        found = case(areas, Start((1, 2)), groups=groups)
        assert found.problem.area_count == 3
        assert found.problem.weights.ravel().tolist() == [2.0, 0.0, 4.0]
        plan = found.plan(np.array([0, 1, 1]))
        assert plan.labels.tolist() == [0, 0, 1, 1]
        assert plan.current is None

    def test_a_group_in_two_parts_takes_in_what_lies_between(self, areas):
        groups = Groups.of(areas.graph, ["x", None, "x", None], np.full(4, UNASSIGNED))
        assert (groups.split, groups.have_choice) == (1, True)
        assert groups.joined.tolist() == [0, 0, 0, 1]
        assert groups.first_of_each().tolist() == [0, 3]

    def test_numbers_without_names_run_from_the_north(self, areas):
        west_last = np.array([1, 1, 0, 0])
        assert case(areas, Start((1, 2))).plan(west_last).labels.tolist() == [0, 0, 1, 1]
        named = Start(("x", "y"), west_last, is_current=True)
        assert case(areas, named).plan(west_last).labels.tolist() == west_last.tolist()

    def test_the_search_counts_from_homes_that_stay_and_the_plan_from_all(self, areas):
        homes = Homes.in_areas(areas, np.array([0, 3]))
        cost = areas.metric.matrix(areas.positions, homes.positions)
        start = Start(("w", "e"), np.array([0, 0, 1, 1]), homes=homes, cost=cost)
        stay, move = np.ones(2, dtype=bool), np.zeros(2, dtype=bool)
        to_homes = case(areas, replace(start, stays=stay, search_cost=cost))
        to_centres = case(areas, replace(start, stays=move))
        assert to_homes.problem.travel_cost.tolist() == cost.tolist()
        assert to_centres.problem.travel_cost is None
        for found in (to_homes, to_centres):
            plan = found.plan(np.array([0, 0, 1, 1]))
            assert plan.trip_m.tolist() == [0.0, 1000.0, 1000.0, 0.0]

    def test_people_who_may_move_get_the_territory_that_is_nearest(self, areas):
        homes = Homes.in_areas(areas, np.array([0, 3]))
        cost = areas.metric.matrix(areas.positions, homes.positions)
        swapped = np.array([1, 1, 0, 0])
        for stays, expected in (([False, False], [0, 0, 1, 1]), ([True, False], swapped.tolist())):
            start = Start(
                ("w", "e"), np.array([0, 0, 1, 1]), homes=homes, cost=cost, stays=np.array(stays)
            )
            assert case(areas, start).plan(swapped).labels.tolist() == expected

    def test_what_only_costs_suggest_is_no_plan_before(self, areas):
        homes = Homes.in_areas(areas, np.array([0, 3]))
        nearest = Start(("w", "e"), np.array([0, 0, 1, 1]), homes=homes)
        assert case(areas, nearest).first_plan is None
        assert case(areas, replace(nearest, stays=np.ones(2, dtype=bool))).first_plan is not None
        plan = case(areas, replace(nearest, is_current=True)).plan(np.array([0, 1, 1, 1]))
        assert plan.changed_share == pytest.approx(1.0 / 6.0)

    def test_areas_of_people_who_left_are_free_and_count_as_changed(self, areas):
        # "gone" had 2 and 3; its areas have no territory in the search.
        current = Start(("w", "e"), np.array([0, 1, 2, 2]), is_current=True, left=("gone",))
        found = case(areas, current)
        assert found.problem.initial.tolist() == [0, 1, -1, -1]
        assert found.first_plan.names == ["w", "e", "gone"]
        plan = found.plan(np.array([0, 1, 1, 1]))
        assert plan.changed.tolist() == [False, False, True, True]
        assert plan.changed_share == pytest.approx(4.0 / 6.0)
        assert current.people_changed

    def test_little_moves_where_people_changed_unless_the_user_knows_better(self):
        labels = np.array([0, 0, 1, 2])
        current = Start(("w", "e"), labels, is_current=True, left=("gone",))
        gone = np.array([0, 0, 2, 2])
        new_and_gone = Start(("w", "new"), gone, is_current=True, left=("gone",))
        assert current.stability(0.0) == STABILITY_WHERE_PEOPLE_LEFT
        assert current.stability(0.7) == 0.7
        for others in (Start(("w", "e", "m", "new"), labels, is_current=True), new_and_gone):
            assert others.stability(0.0) == STABILITY_WHERE_SOMEBODY_JOINED
        assert Start(("w", "e", "m"), labels, is_current=True).stability(0.0) == 0.0
        assert Start(("w", "e", "m"), labels).stability(0.5) == 0.0

    def test_people_who_join_have_no_area_yet(self, areas):
        current = Start(("w", "new"), np.array([0, 0, 0, 0]), is_current=True)
        assert current.joined.tolist() == [1]
        assert Start(("w",), np.zeros(4, dtype=np.int64), is_current=True).joined.tolist() == []
        assert Start(("w", "e"), np.zeros(4, dtype=np.int64)).joined.tolist() == []

    def test_a_limit_on_change_needs_a_current_plan(self, areas):
        nearest = Start((1, 2), np.array([0, 0, 1, 1]))
        with pytest.raises(InvalidInput, match=r"\(MAX_CHANGE\) limits how much of a plan"):
            case(areas, nearest, limits=Limits(max_change=0.1)).check()

    def test_a_group_that_moves_more_than_the_limit_is_refused(self, areas):
        current = Start((1, 2), np.array([0, 1, 1, 1]), is_current=True)
        groups = Groups(np.array([0, 0, 1, 1]), np.array([0, 0, 1, 1]))
        with pytest.raises(InfeasibleProblem, match=r"\(TOGETHER_FIELD\) alone moves 16\.7 %"):
            case(areas, current, groups=groups, limits=Limits(max_change=0.1)).check()


class TestResiting:
    def plan(self, areas) -> Plan:
        return Plan(areas, np.array([0, 0, 1, 1]), ("w", "e"), np.full((2, 1), 3.0))

    def test_travel_is_the_mean_of_the_trips_and_the_sum_of_one_each(self, areas):
        plan = self.plan(areas).from_homes(Homes.in_areas(areas, np.array([1, 2])))
        travel = Travel.of(plan)
        assert travel.mean_m.tolist() == [500.0, 1000.0]
        assert travel.once_km.tolist() == [1.0, 1.0]
        assert travel.total_m.tolist() == [1000.0, 4000.0]
        assert travel.overall_mean_m == pytest.approx(5000.0 / 6.0)
        assert not travel.knows_times
        assert np.isnan(travel.once_h).all()

    def test_trips_of_no_known_length_make_the_travel_unknown(self, areas):
        table = np.array([[0.0, np.nan], [np.inf, np.nan], [np.nan, 7.0], [np.nan, 0.0]])
        homes = Homes(areas.positions[[0, 3]], np.array([0, 3]), table, table)
        travel = Travel.of(self.plan(areas).from_homes(homes))
        assert travel.is_unknown.tolist() == [True, False]
        assert travel.once_s[1] == 0.0  # 2 has no weight and is not visited

    def test_savings_are_judged_by_times_where_there_are_any(self, areas):
        plan = self.plan(areas)
        seconds = np.array([[0.0, 0.0], [60.0, 0.0], [0.0, 60.0], [0.0, 30.0]])
        old = plan.from_homes(Homes(areas.positions[[0, 2]], np.array([0, 2]), trip_s=2 * seconds))
        new = plan.from_homes(Homes(areas.positions[[0, 2]], np.array([0, 2]), trip_s=seconds))
        before, after = Travel.of(old), Travel.of(new)
        assert after.saved_pct(before) == pytest.approx(50.0)
        assert before.is_worse_than(after).tolist() == [True, True]
        assert after.is_worse_than(before).tolist() == [False, False]
        assert np.isnan(after.saved_pct(Travel.nothing(2)))

    def test_distance_moved_needs_both_homes(self, areas):
        old = Homes.in_areas(areas, np.array([0, NO_AREA]))
        new = Homes.in_areas(areas, np.array([2, 3]))
        moved = distance_moved(areas, old, new)
        assert moved[0] == 2000.0
        assert np.isnan(moved[1])

    def test_areas_that_are_visited_and_some_place_in_each_territory(self, areas):
        plan = self.plan(areas)
        assert plan.visited.tolist() == [2, 1]
        assert plan.some_positions()[:, 0].tolist() == [0.0, 2000.0]


class TestWhereTheSearchBegins:
    """Two people in the row of four areas, a | b c d by who lives nearest."""

    NEAREST = np.array([0, 1, 1, 1])

    def begins(self, areas, start=None, **options):
        start = Start(["A", "B"], self.NEAREST) if start is None else start
        return case(areas, start, **options).problem.initial

    def test_nowhere_where_all_homes_may_move(self, areas):
        assert self.begins(areas) is None

    def test_at_a_plan_that_people_live_with_or_with_homes_that_stay(self, areas):
        for how in ({"is_current": True}, {"search_cost": np.ones((4, 2))}):
            start = Start(["A", "B"], self.NEAREST, **how)
            assert self.begins(areas, start).tolist() == self.NEAREST.tolist()

    def test_at_the_nearest_homes_where_territories_differ_or_are_locked(self, areas):
        frozen = Locks(np.full(4, UNASSIGNED), np.array([True, False]))
        locked = Locks(np.array([0, -1, -1, -1]), np.array([False, False]))
        for options in (
            {"target_shares": np.array([1.0, 0.5])},
            {"locks": frozen},
            {"locks": locked},
        ):
            assert self.begins(areas, **options).tolist() == self.NEAREST.tolist()
