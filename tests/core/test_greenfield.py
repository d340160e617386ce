from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import minimize
from territory_design.core.assignment import HIGHS, assign
from territory_design.core.errors import InfeasibleProblem, InvalidInput
from territory_design.core.geometry.geodesy import EarthMetric, PlaneMetric
from territory_design.core.plan.areas import Areas
from territory_design.core.progress import SILENT, Cancelled, Progress
from territory_design.core.siting import greenfield_search, greenfield_starts
from territory_design.core.siting.centre_allocation import Allocation, rounds_until_one_returns
from territory_design.core.siting.curve import (
    CentreCosts,
    Recommendation,
    improvement_pct,
    recommended_by_cost,
    recommended_by_saving,
)
from territory_design.core.siting.greenfield import solve_greenfield
from territory_design.core.siting.greenfield_problem import (
    CENTRE_RULES,
    CentreBounds,
    ExistingCentres,
    GreenfieldProblem,
)
from territory_design.core.siting.greenfield_result import Sweep
from territory_design.core.siting.greenfield_search import CentreSearch
from territory_design.core.siting.greenfield_starts import Starts
from territory_design.core.siting.location_model import LocationModel
from territory_design.core.siting.surface import (
    Sphere,
    group_means,
    group_medians,
    surface_of,
    weiszfeld_step,
)
from territory_design.tests.core.effort import slow

PLANE = PlaneMetric()


def problem(positions, demand=None, metric=PLANE, *, ids=None, existing=None, **options):
    positions = np.asarray(positions, dtype=float)
    demand = np.ones(len(positions)) if demand is None else np.asarray(demand, dtype=float)
    ids = list(range(1, len(positions) + 1)) if ids is None else ids
    rest = {} if existing is None else {"existing": ExistingCentres(np.asarray(existing, float))}
    rule = options.pop("centre_rule", "weighted_mean")
    customers = Areas(ids, positions, metric, demand[:, None], demand)
    return GreenfieldProblem(customers, CentreBounds(**options), centre_rule=rule, **rest)


def solved(task, counts, *, progress=SILENT, **options):
    return solve_greenfield(task, Sweep(list(counts), **options), progress=progress)


def scattered(seed, n=40):
    rng = np.random.default_rng(seed)
    return rng.uniform(0, 1000, (n, 2)), rng.integers(1, 20, n).astype(float)


class TestCentreRules:
    #  four customers at the corners of a square and a heavy one on the middle of a side
    corners = np.array([[0.0, 0.0], [10.0, 0.0], [10.0, 10.0], [0.0, 10.0], [10.0, 5.0]])
    demand = np.array([1.0, 1.0, 1.0, 1.0, 6.0])

    def centre(self, rule):
        plan = solved(problem(self.corners, self.demand, centre_rule=rule), [1], restarts=1).best
        return plan.centres[0]

    def test_each_rule_puts_the_centre_where_it_says(self):
        assert self.centre("weighted_mean") == pytest.approx([8.0, 5.0])
        assert self.centre("mean") == pytest.approx([6.0, 5.0])
        # More than half of the demand at one customer draws the median there.
        assert self.centre("weighted_median") == pytest.approx([10.0, 5.0])

    @pytest.mark.slow
    @settings(max_examples=25, deadline=None)
    @given(st.integers(0, 10_000))
    def test_no_point_has_less_travel_than_the_median(self, seed):
        points, weights = scattered(seed, 12)
        surface = surface_of(PLANE)
        median = group_medians(surface, points, weights, np.zeros(12, dtype=int), points[:1])

        def travel(point):
            return float(weights @ np.hypot(*(points - point).T))

        # Total travel is convex: no start leads to another bottom. One might end early in a kink.
        starts = [points.mean(axis=0), *points[[0, 6]]]
        best = min(minimize(travel, start, method="Nelder-Mead").fun for start in starts)
        # Steps end at a millimetre, which is some millimetres before the median.
        assert travel(median[0]) <= best * (1.0 + 1e-6)

    def test_the_median_on_the_sphere_has_least_travel(self):
        rng = np.random.default_rng(7)
        positions = np.column_stack([rng.uniform(170, 200, 15), rng.uniform(50, 80, 15)])
        weights = rng.uniform(1, 5, 15)
        surface = Sphere()
        points = surface.points(positions)
        median = group_medians(surface, points, weights, np.zeros(15, dtype=int), points[:1])

        def travel(position):
            return float(weights @ surface.distances(points, surface.points(position))[:, 0])

        options = {"xatol": 1e-9, "fatol": 1e-3, "maxiter": 4000}
        best = min(
            minimize(travel, start, method="Nelder-Mead", options=options).fun
            for start in [*positions, positions.mean(axis=0)]
        )
        reached = float(weights @ surface.distances(points, median)[:, 0])
        assert reached <= best * (1.0 + 1e-7)

    def test_means_cross_the_antimeridian_and_the_pole(self):
        surface = Sphere()
        points = surface.points([[179.0, 0.0], [-179.0, 0.0], [0.0, 89.0], [180.0, 87.0]])
        means = group_means(surface, points, np.ones(4), np.array([0, 0, 1, 1]), points[:2])
        positions = surface.positions(means)
        assert abs(positions[0]) == pytest.approx([180.0, 0.0])
        assert positions[1] == pytest.approx([180.0, 89.0])


class TestPlans:
    def test_two_towns_get_a_centre_each_across_the_antimeridian(self):
        positions = [[179.5, 10.0], [-179.5, 10.0], [-179.8, 10.2], [20.0, -5.0], [21.0, -5.0]]
        plan = solved(
            problem(positions, metric=EarthMetric(), centre_rule="weighted_median"), [2]
        ).best
        assert len(set(plan.labels[:3])) == len(set(plan.labels[3:])) == 1
        assert plan.labels[0] != plan.labels[3]
        assert plan.distance_m.max() < 120e3

    @pytest.mark.slow
    @pytest.mark.parametrize("rule", CENTRE_RULES)
    def test_bounds_are_kept_and_figures_agree(self, rule):
        positions, demand = scattered(3)
        task = problem(positions, demand, size_range_pct=20, max_demand=90.0, centre_rule=rule)
        result = solved(task, [5], restarts=1)
        plan = result.best
        totals = plan.plan.statistics
        assert totals.area_count.min() >= 6
        assert totals.area_count.max() <= 9
        assert totals.totals.max() <= 90.0
        distance = np.hypot(*(positions - plan.centres[plan.labels]).T)
        assert plan.distance_m == pytest.approx(distance)
        assert plan.objective == pytest.approx(demand @ distance)
        assert plan.allocation_bound <= plan.objective
        assert plan.figures.travel.sum() == pytest.approx(plan.objective)
        assert plan.figures.maximum.max() == pytest.approx(distance.max())
        assert min(record.objective for record in result.iterations) >= plan.objective * 0.999

    def test_no_customer_gains_by_another_centre_without_bounds(self):
        positions, demand = scattered(4)
        plan = solved(problem(positions, demand), [4], restarts=3).best
        distance = PLANE.matrix(positions, plan.centres)
        assert plan.distance_m == pytest.approx(distance.min(axis=1))

    def test_customers_without_demand_go_to_a_centre_nearby(self):
        positions = [[0, 0], [1, 0], [100, 0], [101, 0], [99, 0]]
        plan = solved(problem(positions, [5, 5, 5, 5, 0]), [2]).best
        assert plan.labels[4] == plan.labels[3] != plan.labels[0]

    @pytest.mark.slow
    def test_more_centres_never_travel_more_with_medians(self):
        positions, demand = scattered(5)
        result = solved(
            problem(positions, demand, centre_rule="weighted_median"), range(1, 7), restarts=2
        )
        objectives = [point.objective for point in result.curve]
        assert objectives == sorted(objectives, reverse=True)
        assert result.curve[1].improvement_pct == pytest.approx(
            100 * (1 - objectives[1] / objectives[0])
        )

    @pytest.mark.slow
    def test_the_same_seed_gives_the_same_plan(self):
        positions, demand = scattered(6)
        task = problem(positions, demand, size_range_pct=10)
        first, second = (solved(task, [3, 4], seed=9, restarts=1) for _ in range(2))
        assert first.iterations == second.iterations
        assert np.array_equal(first.best.centres, second.best.centres)
        assert np.array_equal(first.best.labels, second.best.labels)

    def test_a_given_allocation_is_a_start(self):
        positions, demand = scattered(8)
        given = (positions[:, 0] > 500).astype(int)
        result = solved(problem(positions, demand), [2], restarts=1, initial=given)
        means = [
            np.average(positions[given == g], axis=0, weights=demand[given == g]) for g in (0, 1)
        ]
        nearest = PLANE.matrix(positions, np.array(means)).min(axis=1)
        assert result.iterations[0].objective == pytest.approx(demand @ nearest)

    def test_existing_centres_stand_in_for_the_nearest_groups_of_a_given_allocation(self):
        positions, demand = scattered(8)
        given = (positions[:, 0] // 334).astype(int)
        site = np.array([[500.0, 500.0]])
        task = problem(positions, demand, existing=site)
        result = solved(task, [3], restarts=1, initial=given)
        outer = [
            np.average(positions[given == g], axis=0, weights=demand[given == g]) for g in (0, 2)
        ]
        nearest = PLANE.matrix(positions, np.array([site[0], *outer])).min(axis=1)
        assert result.iterations[0].objective == pytest.approx(demand @ nearest)

    def test_the_greatest_distance_is_kept(self):
        # A far village of one customer draws a centre although it hardly counts.
        positions = [[0, 0], [10, 0], [20, 0], [30, 0], [500, 0]]
        task = problem(positions, [9, 9, 9, 9, 1], max_distance=40.0)
        plan = solved(task, [2]).best
        assert plan.distance_m.max() <= 40.0

    @pytest.mark.parametrize("rule", CENTRE_RULES)
    def test_a_plan_is_found_where_the_middles_reach_too_little(self, rule):
        positions = [(514, 525), (571, 982), (32, 851), (923, 733)]
        positions += [(894, 439), (700, 554), (334, 228), (885, 135)]
        task = problem(positions, [7, 8, 3, 9, 6, 5, 7, 3], max_distance=400.0, centre_rule=rule)
        plan = solved(task, [3]).best
        assert plan.distance_m.max() <= 400.0
        # The best plan of all whose centres are at the plain mean has 9,928.7; others have more.
        assert plan.objective < 9928.7

    @pytest.mark.parametrize("rule", [CENTRE_RULES[0], *slow(*CENTRE_RULES[1:])])
    def test_a_centre_is_pulled_to_where_it_reaches_all_its_customers(self, rule):
        # Only the middle between the first and the last is 50 from both.
        task = problem([[0, 0], [10, 0], [100, 0]], [9, 9, 1], max_distance=50.0, centre_rule=rule)
        plan = solved(task, [1]).best
        assert plan.centres[0] == pytest.approx([50.0, 0.0], abs=1e-3)

    def test_a_centre_is_pulled_across_the_antimeridian(self):
        east, west = [179.0, 0.0], [-179.0, 0.0]
        metric = EarthMetric.around(np.array([east, west]))
        apart = float(metric.between(np.array([east]), np.array([west]))[0])
        task = problem([east, west], [9, 1], metric, max_distance=0.501 * apart)
        plan = solved(task, [1]).best
        assert abs(plan.centres[0, 0]) > 179.99
        assert plan.distance_m.max() <= 0.501 * apart

    @pytest.mark.parametrize("surface", [surface_of(PLANE), Sphere()])
    def test_two_places_are_at_the_radius_from_both_points(self, surface):
        ends = surface.points(np.array([[1.0, 50.0], [2.0, 51.0]]))
        distance = float(surface.distances(ends[:1], ends[1:])[0, 0])
        for radius, expected in ((0.8 * distance, 0.8), (0.2 * distance, 0.5)):
            places = surface.equidistant(ends[:1], ends[1:], radius)
            assert surface.distances(ends, places) / distance == pytest.approx(expected)

    def test_a_cancel_is_heard_while_places_within_reach_are_sought(self, monkeypatch):
        class Questions(Progress):
            asked = 0

            def is_cancelled(self):
                self.asked += 1
                return False

        monkeypatch.setattr(greenfield_starts, "_PAIRS_PER_BLOCK", 1)
        positions, demand = scattered(1)
        model, progress = (
            LocationModel(problem(positions, demand, max_distance=300.0), 4),
            Questions(),
        )
        Starts(model, np.random.default_rng(1), progress).covering(1)
        assert progress.asked >= len(positions)


class TestExistingCentres:
    def test_existing_centres_stay_and_new_ones_fill_the_gap(self):
        positions = [[0, 0], [10, 0], [100, 0], [110, 0]]
        task = problem(positions, existing=np.array([[3.0, 4.0]]))
        plan = solved(task, [2]).best
        assert plan.centres[0].tolist() == [3.0, 4.0]
        assert plan.centres[1] == pytest.approx([105.0, 0.0])
        assert plan.labels.tolist() == [0, 0, 1, 1]

    def test_with_existing_centres_alone_customers_are_only_allocated(self):
        positions = [[0, 0], [1, 0], [2, 0], [9, 0]]
        task = problem(positions, existing=np.array([[0.0, 0.0], [9.0, 0.0]]), max_customers=2)
        result = solved(task, [2])
        assert result.best.labels.tolist() == [0, 0, 1, 1]
        assert len({record.objective for record in result.iterations}) == 1

    def test_more_sites_than_customers_stay_empty(self):
        sites = np.array([[0.0, 0.0], [1.0, 0.0], [50.0, 0.0], [99.0, 0.0]])
        task = problem([[2, 0], [98, 0]], existing=sites)
        plan = solved(task, [4]).best
        assert plan.labels.tolist() == [1, 3]
        assert plan.plan.statistics.area_count.tolist() == [0, 1, 0, 1]

    def test_more_sites_than_customers_cannot_all_keep_a_minimum(self):
        task = problem([[2, 0], [98, 0]], existing=np.zeros((4, 2)), min_customers=1)
        with pytest.raises(InfeasibleProblem, match=r"4 centres × at least 1 customers = 4"):
            solved(task, [4])

    def test_no_more_centres_are_built_than_there_are_customers(self):
        task = problem([[2, 0], [98, 0]], existing=np.zeros((4, 2)))
        with pytest.raises(InfeasibleProblem, match=r"is 5, but .* from 4 to 4\."):
            solved(task, [5])

    def test_fewer_centres_than_exist_are_refused(self):
        task = problem([[0, 0], [1, 1]], existing=np.zeros((2, 2)))
        with pytest.raises(InfeasibleProblem, match=r"is 1, but 2 exist already"):
            solved(task, [1])


class TestRefusals:
    def refused(self, counts, pattern, n=188, error=InfeasibleProblem, **options):
        positions, demand = scattered(1, n)
        with pytest.raises(error, match=pattern):
            solved(problem(positions, demand, **options), counts)

    def test_bounds_on_customers_are_refused_with_numbers(self):
        self.refused([9], r"9 centres × at least 25 customers = 225, .* 188", min_customers=25)
        self.refused([9], r"9 centres × at most 20 customers = 180, .* 188", max_customers=20)
        self.refused([189], "“Number of centres” is 189, but that of customers 188")

    def test_the_distance_that_would_do_is_told(self):
        # Three villages 300 apart: two centres reach all of them from 150 on, not before.
        positions = [[0, 0], [300, 0], [600, 0]]
        words = r"3 customers .* twice 100 m .* only 2 .* at least 150 m"
        with pytest.raises(InfeasibleProblem, match=words):
            solved(problem(positions, max_distance=100.0), [2])
        enough = solved(problem(positions, max_distance=150.0), [2]).best
        assert enough.distance_m.max() <= 150.0

    def test_whole_customers_that_fit_no_bounds_are_refused_with_the_bounds(self):
        # Two, two and two cannot be divided into 2.5 to 3.5 twice.
        task = problem([[0, 0], [1, 0], [9, 0]], [2, 2, 2], min_demand=2.5, max_demand=3.5)
        words = r"2 centres no plan was found \(demand per centre: 2\.5 to 3\.5\)\. \S+"
        with pytest.raises(InfeasibleProblem, match=words):
            solved(task, [2])

    five = ((884, 127), (211, 660), (821, 960), (21, 189), (423, 551))
    five_demands = (9, 5, 8, 7, 6)

    @pytest.mark.slow
    def test_a_bound_that_rounding_has_lowered_is_the_whole_number(self):
        positions, demand = self.five, self.five_demands
        computed = 35 / 3 * 1.2
        assert computed < 14.0
        plans = [
            solved(problem(positions, demand, max_demand=most), [3], restarts=1).best
            for most in (computed, 14.0)
        ]
        assert plans[0].objective == plans[1].objective

    @pytest.mark.slow
    def test_a_bound_just_below_a_whole_number_is_not_that_number(self):
        # Without 9 + 5 and 8 + 6 there is one way only to share these out.
        positions, demand = self.five, self.five_demands
        plan = solved(problem(positions, demand, max_demand=13.9999995), [3], restarts=1).best
        assert sorted(plan.plan.statistics.totals[:, 0]) == [9, 13, 13]

    def test_bounds_on_demand_are_refused_with_numbers(self):
        self.refused([2], r"2 centres × at least 5,000 demand = 10,000", min_demand=5000)
        self.refused([2], r"2 centres × at most 10 demand = 20", max_demand=10)
        positions = [[0, 0], [1, 0], [2, 0]]
        task = problem(positions, [9, 1, 1], max_demand=8, ids=["x", "y", "z"])
        with pytest.raises(InfeasibleProblem, match=r"1 customer alone .* \(8\): x\."):
            solved(task, [2])

    def test_customers_out_of_reach_are_named(self):
        ids = ["a", "b", "c"]
        far = problem(
            [[0, 0], [50, 0], [60, 0]], max_distance=20, existing=np.zeros((1, 2)), ids=ids
        )
        with pytest.raises(InfeasibleProblem, match=r"2 customers are beyond the maximum .* b, c"):
            solved(far, [1])
        apart = problem([[0, 0], [50, 0], [100, 0]], max_distance=20, ids=ids)
        with pytest.raises(
            InfeasibleProblem, match=r"3 customers .* only 2 can be placed: a, c, b"
        ):
            solved(apart, [2])

    def test_odd_input_is_refused(self):
        with pytest.raises(InvalidInput, match=r"1 customer has a negative .*: q"):
            problem([[0, 0], [1, 1]], [1, -1], ids=["p", "q"])
        with pytest.raises(InvalidInput, match="no customers"):
            problem(np.empty((0, 2)))
        with pytest.raises(InvalidInput, match="there is nothing to serve"):
            problem([[0, 0]], [0])
        with pytest.raises(InvalidInput, match="not both"):
            problem([[0, 0]], size_range_pct=20, min_customers=1)
        with pytest.raises(InvalidInput, match=r"\(5\) is above “Maximum .*” \(4\)"):
            problem([[0, 0]], min_customers=5, max_customers=4)

    def test_a_sweep_goes_on_without_the_impossible_counts(self):
        positions, demand = scattered(2)
        result = solved(problem(positions, demand, min_customers=10), [3, 4, 5, 6], restarts=1)
        assert [plan.count for plan in result.plans] == [3, 4]
        assert sorted(result.refused) == [5, 6]
        assert "5 centres × at least 10 customers = 50" in str(result.refused[5])


class TestNarrowLimits:
    def test_a_plan_that_was_found_is_kept_when_later_allocations_fail(self, monkeypatch):
        calls = []

        def sometimes(*arguments, **options):
            calls.append(1)
            if len(calls) > 3:
                raise InfeasibleProblem("no whole customers fit")
            return assign(*arguments, **options)

        monkeypatch.setattr(greenfield_search, "assign", sometimes)
        positions, demand = scattered(1)
        plan = solved(problem(positions, demand, size_range_pct=20), [4]).best
        assert len(calls) > 3
        assert np.bincount(plan.labels).tolist() == pytest.approx([10] * 4, abs=2)


class TestCancelling:
    class StopAfterPlans(Progress):
        """Wants to stop as soon as so many counts are solved."""

        def __init__(self, plans):
            self.left = plans

        def message(self, text):
            self.left -= 1

        def is_cancelled(self):
            return self.left <= 0

    def test_before_any_plan_there_is_nothing_to_return(self):
        positions, demand = scattered(1)
        with pytest.raises(Cancelled):
            solved(problem(positions, demand), [4], progress=self.StopAfterPlans(0))

    def test_later_the_plans_so_far_are_returned(self):
        positions, demand = scattered(1)
        task = problem(positions, demand, size_range_pct=20)
        result = solved(task, range(2, 30), restarts=1, progress=self.StopAfterPlans(2))
        assert result.status == "cancelled"
        assert [plan.count for plan in result.plans] == [2, 3]

    def test_within_a_count_the_best_start_so_far_is_returned(self):
        class StopAfterFirstStart(Progress):
            reported = 0

            def report(self, fraction):
                self.reported += 1

            def is_cancelled(self):
                return self.reported >= 1

        positions, demand = scattered(1)
        task = problem(positions, demand, size_range_pct=20)
        result = solved(task, [4], progress=StopAfterFirstStart())
        assert result.status == "cancelled"
        assert {record.restart for record in result.iterations} == {1}
        assert np.bincount(result.best.labels).tolist() == pytest.approx([10] * 4, abs=2)

    def test_the_place_of_one_more_centre_is_not_sought_after_a_cancel(self):
        positions, demand = scattered(1)
        model = LocationModel(problem(positions, demand), 4)
        nearest = model.nearest_distance(model.points[:3])
        with pytest.raises(Cancelled):
            model.most_saving(nearest, np.random.default_rng(1), self.StopAfterPlans(0))

    @pytest.mark.parametrize("questions", [1, 5, 20, 60, 150])
    def test_nothing_is_asked_twice_after_a_cancel(self, questions):
        class StopAfterQuestions(Progress):
            asked = 0

            def is_cancelled(self):
                self.asked += 1
                return self.asked > questions

        positions, demand = scattered(1)
        task = problem(positions, demand, size_range_pct=20)
        progress = StopAfterQuestions()
        try:
            result = solved(task, range(2, 12), progress=progress)
        except Cancelled:
            result = None
        # The answer that stops the search, and one more when it is handed on.
        assert progress.asked <= questions + 3
        if result is not None:
            assert result.status == "cancelled"
            assert len(result.best.labels) == len(positions)


def by_saving(objectives, *, single=100.0, least=2.0):
    """Recommendation of a curve given by its first number of centres and its values."""
    first, *values = objectives
    return recommended_by_saving(dict(enumerate(values, first)), single, least)


class TestCurve:
    #    centres    1      2     3     4     5     6     7
    curve = (1, 100.0, 60.0, 30.0, 26.0, 25.0, 24.5, 24.0)

    def test_beyond_the_recommended_number_a_further_centre_saves_little(self):
        assert by_saving(self.curve) == Recommendation(4)
        assert by_saving(self.curve, least=5.0) == Recommendation(3)
        assert by_saving(self.curve, least=0.7) == Recommendation(5)

    @pytest.mark.parametrize("first", [1, 2, 3])
    @pytest.mark.parametrize("last", [5, 6, 7])
    def test_the_ends_of_the_range_do_not_matter(self, first, last):
        assert by_saving((first, *self.curve[first : last + 1])) == Recommendation(4)

    def test_an_answer_at_an_end_says_so(self):
        assert by_saving((1, 100.0, 60.0, 30.0)) == Recommendation(3, more_may_do=True)
        assert by_saving((5, 25.0, 24.5, 24.0)) == Recommendation(5, fewer_may_do=True)
        assert by_saving((4, 26.0)) == Recommendation(4)

    def test_one_bad_count_does_not_end_the_curve(self):
        assert by_saving((1, 100.0, 105.0, 30.0, 26.0, 25.0)) == Recommendation(4)
        assert by_saving((1, 100.0, 60.0, 62.0, 26.0, 25.0)) == Recommendation(4)

    def test_counts_that_were_refused_are_bridged(self):
        assert recommended_by_saving({2: 60.0, 9: 50.0}, 100.0, 2.0).count == 2
        assert recommended_by_saving({2: 60.0, 9: 20.0}, 100.0, 2.0).count == 9

    def test_costs_decide_when_given(self):
        def by_cost(costs):
            totals = {n: costs.total(v, n) for n, v in enumerate(self.curve[1:], 1)}
            return recommended_by_cost(totals)

        assert by_cost(CentreCosts(15.0)) == Recommendation(3)
        assert by_cost(CentreCosts(45.0)) == Recommendation(1, fewer_may_do=True)
        # In money: 2 per unit and km of 100 demand × m is 0.2.
        assert by_cost(CentreCosts(0.03, 2.0)) == Recommendation(3)
        assert by_cost(CentreCosts(0.0, 2.0)) == Recommendation(7, more_may_do=True)

    def test_money_is_centres_and_transport(self):
        costs = CentreCosts(1000.0, 0.5)
        assert costs.are_money
        assert costs.total(4_000_000.0, 3) == 3 * 1000.0 + 0.5 * 4_000.0
        assert not CentreCosts(1000.0).are_money
        assert CentreCosts(1000.0).total(500.0, 3) == 3500.0
        assert not CentreCosts().are_given

    def test_improvement_is_against_the_count_before(self):
        assert improvement_pct([200.0, 150.0, 0.0]) == pytest.approx([0.0, 25.0, 100.0])

    def test_savings_are_measured_by_the_travel_with_one_centre(self):
        positions = [[0, 0], [10, 0], [100, 0], [110, 0]]
        result = solved(problem(positions), [2, 4])
        assert result.single_objective == pytest.approx(200.0)
        assert np.isnan(result.curve[0].saving_pct)
        assert result.curve[1].saving_pct == pytest.approx(100.0 * 20.0 / 200.0 / 2.0)

    @pytest.mark.slow
    def test_a_sweep_recommends_the_same_from_either_end(self):
        rng = np.random.default_rng(6)
        middles = rng.uniform(0, 1000, (5, 2))
        positions = np.vstack([rng.normal(middle, 30.0, (12, 2)) for middle in middles])
        counts = [
            solved(problem(positions), range(*ends), restarts=3).best_count
            for ends in ((1, 8), (3, 8), (4, 10))
        ]
        assert counts == [5, 5, 5]


class TestBoundsOfExistingCentres:
    #  A at 0, B at 100; customers at 1 … 6 and at 94 … 99 (12 in all)
    positions = tuple((x, 0) for x in (1, 2, 3, 4, 5, 6, 94, 95, 96, 97, 98, 99))

    def task(self, existing, **options):
        sites = ExistingCentres(np.array([[0.0, 0.0], [100.0, 0.0]]), **existing)
        return replace(problem(self.positions, **options), existing=sites)

    def sizes(self, existing, count=2, **options):
        plan = solved(self.task(existing, **options), [count]).best
        return plan.plan.statistics.area_count.tolist()

    def test_each_has_its_own_number_of_customers(self):
        assert self.sizes({}) == [6, 6]
        assert self.sizes({"max_customers": np.array([4.0, np.nan])}) == [4, 8]
        assert self.sizes({"min_customers": np.array([np.nan, 9.0])}) == [3, 9]

    def test_a_capacity_is_kept(self):
        assert self.sizes({"max_demand": np.array([np.nan, 3.0])}) == [9, 3]

    def test_an_own_bound_stands_before_that_of_all(self):
        own = {"max_customers": np.array([np.nan, 9.0])}
        assert self.sizes(own, max_customers=4.0) == [4, 8]
        # A site for 2 at most does not break down on a general minimum of 5.
        assert self.sizes({"max_customers": np.array([2.0, np.nan])}, min_customers=5.0) == [2, 10]

    def test_new_centres_have_the_general_bounds(self):
        own = {"max_customers": np.array([2.0, 2.0])}
        assert sorted(self.sizes(own, 4, max_customers=5.0))[:2] == [2, 2]

    def test_each_reaches_as_far_as_it_may(self):
        # A reaches 3 customers; the others go to B, which has no bound, or to a new centre.
        own = {"max_distance": np.array([3.5, np.nan])}
        assert self.sizes(own) == [3, 9]
        plan = solved(self.task(own), [3]).best
        assert plan.distance_m[plan.labels == 0].max() <= 3.5

    def test_a_reach_of_its_own_may_go_beyond_the_general_one(self):
        own = {"max_distance": np.array([99.0, np.nan])}
        assert self.sizes(own, max_distance=3.5) == [9, 3]

    @pytest.mark.parametrize(
        ("own", "options", "words"),
        [
            ({"max_customers": np.array([4.0, 7.0])}, {}, "room for 11 customers together"),
            (
                {"min_customers": np.array([9.0, np.nan])},
                {"min_customers": 4.0},
                "need at least 13 customers together",
            ),
            ({"max_demand": np.array([4.0, 7.0])}, {}, "room for a demand of 11 together"),
            (
                {"max_distance": np.array([3.5, 3.5])},
                {},
                r"6 customers are beyond the maximum distance of every existing centre, .* 4, 5, 6",
            ),
        ],
    )
    def test_what_they_cannot_hold_together_is_refused(self, own, options, words):
        with pytest.raises(InfeasibleProblem, match=words):
            solved(self.task(own, **options), [2])

    def test_bounds_that_contradict_each_other_are_refused_by_name(self):
        names = ["Ulm", "Bonn"]
        with pytest.raises(InvalidInput, match=r"of 1 existing centre is above .* Bonn"):
            self.task(
                {
                    "min_customers": np.array([1.0, 5.0]),
                    "max_customers": np.array([1.0, 4.0]),
                    "names": names,
                }
            )
        with pytest.raises(InvalidInput, match=r"of 2 existing centres is negative .* Ulm, Bonn"):
            self.task({"max_distance": np.array([-1.0, np.inf]), "names": names})


class TestSearch:
    """What each part of the search is for; found by leaving it out."""

    def search(self, task, count, **options):
        rng = np.random.default_rng(1)
        return CentreSearch(task, count, rng, [], HIGHS, options.pop("progress", SILENT))

    def test_a_centre_without_customers_goes_to_where_it_saves_most(self):
        task = problem([[0, 0], [1, 0], [100, 0], [101, 0]])
        search = self.search(task, 2)
        centres = np.array([[50.0, 0.0], [900.0, 0.0]])
        allocation = search.allocated(centres, 0, 0.0)
        assert allocation.labels.tolist() == [0, 0, 0, 0]
        filled = search.filled(centres, allocation)
        assert filled[0].tolist() == [50.0, 0.0]
        assert filled[1].tolist() in [[0.0, 0.0], [1.0, 0.0], [100.0, 0.0], [101.0, 0.0]]

    def test_the_centre_that_is_missed_least_is_opened_elsewhere(self):
        # Two centres share the village on the left, none is on the right.
        task = problem([[0, 0], [2, 0], [4, 0], [1000, 0], [1002, 0], [1004, 0], [500, 0]])
        search = self.search(task, 3)
        search.alternate(np.array([[1.0, 0.0], [3.0, 0.0], [900.0, 0.0]]), 1.0)
        before = search.best.objective
        search.reopen(4)
        assert search.best.objective < before
        assert search.best.objective == pytest.approx(8.0)

    def test_the_end_alternates_until_nothing_falls(self):
        positions, demand = scattered(9)
        search = self.search(problem(positions, demand), 4)
        search.alternate(search.model.points[:4], 1.0)
        rough = search.best.objective
        search.finish()
        assert search.best.objective < rough
        final = search.best
        again = search.allocated(search.moved(final.labels, final.points), 0, 0.0)
        assert again.objective >= final.objective * (1.0 - 1e-3)

    def test_centres_of_fewer_are_a_start_with_one_more_where_it_saves_most(self):
        task = problem([[0, 0], [1, 0], [100, 0], [500, 0], [501, 0]])
        starts = Starts(LocationModel(task, 3), np.random.default_rng(1), SILENT)
        grown = starts.grown(np.array([[0.5, 0.0], [500.5, 0.0]]))
        assert grown[2].tolist() == [100.0, 0.0]
        made = starts.collect(1, None, np.array([[0.5, 0.0], [500.5, 0.0]]))
        assert sorted(made[0][:, 0].tolist()) == [0.5, 100.0, 500.5]

    def test_plain_means_start_from_customers_dealt_out_at_random(self):
        task = problem(scattered(2)[0], centre_rule="mean")
        starts = Starts(LocationModel(task, 3), np.random.default_rng(1), SILENT)
        dealt = starts.random_allocation()
        assert np.ptp(dealt, axis=0).max() < 0.5 * np.ptp(task.customers.positions, axis=0).max()
        assert len(starts.collect(4, None, None)) == 2 + 2

    @pytest.mark.parametrize("seed", [1, *slow(2, 3)])
    def test_plain_means_are_those_of_the_final_customers(self, seed):
        """Which nobody has who stops where the total no longer falls."""
        positions, demand = scattered(seed)
        task = problem(positions, demand, size_range_pct=20.0, centre_rule="mean")
        result = solved(task, [3, 6], restarts=4)
        for plan in result.plans:
            means = [positions[plan.labels == j].mean(axis=0) for j in range(plan.count)]
            assert plan.centres == pytest.approx(np.array(means), abs=1e-6)
            at_means = np.linalg.norm(positions - np.array(means)[plan.labels], axis=1)
            assert plan.objective == pytest.approx(float((demand * at_means).sum()))

    def test_rounds_go_on_until_the_same_customers_come_again(self):
        def told(turns):
            def allocate(centres, number):
                labels = np.array([turns[number]])
                return Allocation(centres, centres, labels, 0.0, 0.0, 0.0, 1, number)

            rounds = rounds_until_one_returns(
                allocate, lambda plan: plan.points + 1.0, np.zeros((1, 2)), 9
            )
            return [int(plan.labels[0]) for plan in rounds]

        assert told([0, 1, 2, 1, 2]) == [0, 1, 2, 1]
        assert told([0, 3, 3, 3]) == [0, 3, 3]
        assert told(list(range(20))) == list(range(9))

    def test_spread_starts_come_to_small_towns_far_away(self):
        # A town of 98 and two places far from it and from each other, where one lives.
        rng = np.random.default_rng(1)
        town = rng.uniform(0.0, 1e-3, (98, 2))
        positions = np.vstack([town, [[1000.0, 0.0], [0.0, 1000.0]]])
        starts = Starts(LocationModel(problem(positions), 3), rng, SILENT)
        for _ in range(10):
            towns = {tuple((point > 500.0).tolist()) for point in starts.spread()}
            assert towns == {(False, False), (True, False), (False, True)}

    def test_each_round_sets_out_from_the_prices_of_the_one_before(self, monkeypatch):
        given, found = [], []

        def watched(*arguments, start, **named):
            answer = assign(*arguments, start=start, **named)
            given.append(None if start is None else start.prices)
            found.append(answer.prices)
            return answer

        monkeypatch.setattr(greenfield_search, "assign", watched)
        positions, demand = scattered(2)
        search = self.search(problem(positions, demand, max_customers=12), 4)
        search.alternate(positions[:4], 0.0)
        assert given[0] is None
        assert len(given) > 2
        assert all(one is other for one, other in zip(given[1:], found))

    def test_spread_starts_are_improved_until_nothing_falls(self):
        positions, demand = scattered(3)
        model = LocationModel(problem(positions, demand), 5)
        starts = Starts(model, np.random.default_rng(1), SILENT)
        centres, objective = starts.improved_freely(positions[:5])
        _, once_more = starts.improved_freely(centres)
        assert once_more >= objective * (1.0 - 1e-3)
        nearest = model.surface.distances(model.points, positions[:5]).min(axis=1)
        assert objective < demand @ nearest

    def test_half_the_weight_holds_a_median_that_meets_it(self):
        # Vardi and Zhang: the pull of the others is less than the weight at the place itself.
        points = np.array([[0.0, 0.0], [10.0, 0.0], [0.0, 10.0]])
        weights = np.array([5.0, 2.0, 2.0])
        step = weiszfeld_step(surface_of(PLANE), points, weights, np.zeros(3, int), points[:1])
        assert step.tolist() == [[0.0, 0.0]]
        freed = weiszfeld_step(
            surface_of(PLANE), points, np.array([1.0, 2.0, 2.0]), np.zeros(3, int), points[:1]
        )
        assert freed.min() > 0.0

    def test_few_steps_never_worsen_a_centre(self):
        # The mean is drawn far off by the last customer; the present centre is better.
        points = np.array([[0.0, 0.0], [1.0, 0.0], [2.0, 0.0], [900.0, 0.0]])
        centre = np.array([[1.0, 0.0]])
        median = group_medians(
            surface_of(PLANE), points, np.ones(4), np.zeros(4, int), centre, max_steps=0
        )
        assert median.tolist() == [[1.0, 0.0]]

    @pytest.mark.parametrize("surface", [surface_of(PLANE), Sphere()])
    def test_customers_at_the_rim_of_a_covering_centre_are_within_reach(self, surface):
        """Rounding must not put either of a pair beyond the distance that just holds both."""
        rng = np.random.default_rng(1)
        scale = 100.0 if isinstance(surface, Sphere) else 1e5
        metric = EarthMetric() if isinstance(surface, Sphere) else PLANE
        for pair in rng.uniform(0.0, 0.5 * scale, (60, 2, 2)):
            points = surface.points(pair)
            apart = float(surface.distances(points[:1], points[1:])[0, 0])
            reach = 0.5 * apart * (1.0 + 1e-8)
            model = LocationModel(problem(pair, metric=metric, max_distance=reach), 1)
            centre = Starts(model, rng, SILENT).covering(1)[0]
            assert surface.distances(points, centre).max() <= reach

    def test_opening_elsewhere_lowers_the_total(self, monkeypatch):
        tasks = [problem(*scattered(seed)) for seed in range(6)]
        whole = [self.search(task, 6).run(1).objective for task in tasks]
        monkeypatch.setattr(CentreSearch, "reopen", lambda *_: None)
        stuck = [self.search(task, 6).run(1).objective for task in tasks]
        assert all(one <= other for one, other in zip(whole, stuck))
        assert sum(whole) < sum(stuck)

    @pytest.mark.slow
    def test_the_end_of_the_search_lowers_the_total(self, monkeypatch):
        def bounded(seed):
            positions, demand = scattered(seed, 150)
            mean = demand.sum() / 8
            return problem(positions, demand, min_demand=0.95 * mean, max_demand=1.05 * mean)

        before = []
        real = CentreSearch.finish

        def watched(search):
            before.append(search.best.objective)
            real(search)

        monkeypatch.setattr(CentreSearch, "finish", watched)
        # On a busy computer the clock would end integer programmes earlier, and elsewhere.
        no_clock = replace(greenfield_search.RULES, first_seconds=1e3, next_seconds=1e3)
        monkeypatch.setattr(greenfield_search, "RULES", no_clock)
        # In most drawings the search is there before.
        after = self.search(bounded(7), 8).run(1).objective
        assert len(before) == 1
        assert after < before[0]

    def test_any_excess_costs_more_than_the_longest_detour(self):
        # A hair beyond the maximum distance is dearer than 900 m more within it.
        task = problem([[0, 0], [100.001, 0]], max_distance=1000.0)
        sites = ExistingCentres(
            np.array([[0.0, 0.0], [1000.0, 0.0]]), max_distance=np.array([100.0, np.nan])
        )
        plan = solved(replace(task, existing=sites), [2]).best
        assert plan.labels.tolist() == [0, 1]
