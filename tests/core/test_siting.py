from __future__ import annotations

import itertools
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.assignment import HIGHS
from territory_design.core.errors import InfeasibleProblem, InvalidInput
from territory_design.core.geometry.geodesy import EarthMetric, PlaneMetric
from territory_design.core.plan.areas import NO_AREA, Areas
from territory_design.core.progress import SILENT, Cancelled, Progress
from territory_design.core.siting import p_median as p_median_module
from territory_design.core.siting.branch_and_bound import (
    BranchAndBound,
    Node,
    ProofEffort,
    decided,
)
from territory_design.core.siting.candidates import Candidates
from territory_design.core.siting.capacitated_bound import relaxation
from territory_design.core.siting.capacitated_median import solve_capacitated_p_median
from territory_design.core.siting.capacitated_search import CapacitatedSearch
from territory_design.core.siting.capacities import CapacitatedEffort, Capacities
from territory_design.core.siting.few_choices import best_of_all
from territory_design.core.siting.genetic_sites import (
    adapted_rate,
    child_of,
    evolved,
    genetic_sites,
    swapped,
)
from territory_design.core.siting.homes import best_homes
from territory_design.core.siting.median_problem import MedianProblem
from territory_design.core.siting.natural_breaks import (
    class_capacities,
    draw_homes,
    natural_breaks,
)
from territory_design.core.siting.p_median import (
    SearchEffort,
    solve_p_median,
    variable_neighbourhood_search,
)
from territory_design.core.siting.settings import TOTAL, GeneticSettings, Method, SitingSettings
from territory_design.core.siting.sited import site_representatives
from territory_design.core.siting.subgradient import SubgradientSteps, subgradient_bound
from territory_design.core.siting.swap_search import SwapState, greedy_choice
from territory_design.core.travel.cost_table import CostTable
from territory_design.core.travel.trips import METRES, SECONDS, Trips
from territory_design.tests.core.effort import slow


def median_problem(cost, count, weights=None, **options):
    cost = np.asarray(cost, dtype=float)
    weights = np.ones(len(cost)) if weights is None else np.asarray(weights, dtype=float)
    return MedianProblem(cost, count, weights, **options)


def p_median(cost, count, weights=None, *, seed=1, effort=0.1, progress=SILENT, **options):
    return solve_p_median(
        median_problem(cost, count, weights, **options),
        np.random.default_rng(seed),
        effort=SearchEffort().times(effort),
        progress=progress,
    )


def capacitated_median(cost, count, demands, capacity, *, seed=1, effort=1.0, progress=SILENT):
    return solve_capacitated_p_median(
        median_problem(cost, count),
        Capacities.alike(np.asarray(demands, dtype=float), capacity, np.shape(cost)[1]),
        np.random.default_rng(seed),
        effort=CapacitatedEffort().times(effort),
        progress=progress,
    )


def squared_deviation(values, classes):
    return sum(np.var(values[classes == c]) * (classes == c).sum() for c in np.unique(classes))


def best_median(cost, weights, count):
    """Least objective over all choices."""
    return min(
        float(weights @ cost[:, list(choice)].min(axis=1))
        for choice in itertools.combinations(range(cost.shape[1]), count)
    )


class TestNaturalBreaks:
    def test_gaps_divide_the_classes(self):
        values = np.array([10.0, 1.0, 52.0, 2.0, 11.0, 50.0])
        assert natural_breaks(values, 3).tolist() == [1, 0, 2, 0, 1, 2]

    @settings(max_examples=80, deadline=None)
    @given(
        st.lists(st.integers(0, 30), min_size=1, max_size=9),
        st.integers(1, 5),
    )
    def test_no_other_classes_deviate_less(self, numbers, class_count):
        values = np.array(numbers, dtype=float)
        classes = natural_breaks(values, class_count)
        levels = np.unique(values)
        count = min(class_count, levels.size)
        best = min(
            squared_deviation(
                values, np.searchsorted([levels[cut] for cut in cuts], values, "right")
            )
            for cuts in itertools.combinations(range(1, levels.size), count - 1)
        )
        assert np.unique(classes).size == count
        assert squared_deviation(values, classes) == pytest.approx(best, abs=1e-9)

    def test_odd_values_are_refused(self):
        with pytest.raises(InvalidInput, match="1 of 2 are not"):
            natural_breaks(np.array([1.0, np.nan]), 2)
        with pytest.raises(InvalidInput, match="at least one class"):
            natural_breaks(np.array([1.0]), 0)


class TestDrawHomes:
    def test_capacities_are_those_of_the_thesis(self):
        # Table 5.1: 27 salesmen among 402 district capitals; shares 1.8, 3.6, 5.4, 7.2 and 9.
        sizes = np.array([140, 96, 75, 65, 26])
        assert class_capacities(sizes, 27).tolist() == [1, 3, 5, 8, 10]
        # Weights 1 … 5, identifier 15, 30 homes: shares 2, 4, 6, 8, 10.
        assert class_capacities(sizes, 30).tolist() == [2, 4, 6, 8, 10]

    def test_what_is_left_goes_to_the_richest_classes(self):
        # Shares 0.6, 1.2, 1.8, 2.4, 3.0 are cut to 0 + 1 + 1 + 2 + 3.
        assert class_capacities(np.full(5, 50), 9).tolist() == [0, 1, 1, 3, 4]
        assert class_capacities(np.full(5, 50), 1).tolist() == [0, 0, 0, 0, 1]

    def test_a_class_that_is_too_small_gives_its_rest_to_the_next_poorer(self):
        assert class_capacities(np.array([9, 9, 2]), 6).tolist() == [1, 3, 2]
        assert class_capacities(np.array([9, 1, 1]), 6).tolist() == [4, 1, 1]

    @settings(max_examples=60, deadline=None)
    @given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.data())
    def test_capacities_add_up_and_fit(self, sizes, data):
        count = data.draw(st.integers(1, sum(sizes)))
        capacities = class_capacities(np.array(sizes), count)
        assert capacities.sum() == count
        assert (capacities >= 0).all()
        assert (capacities <= sizes).all()

    def test_homes_are_different_and_not_in_empty_areas(self):
        potential = np.r_[np.zeros(20), np.arange(1.0, 31.0)]
        homes = draw_homes(potential, 25, np.random.default_rng(1))
        assert np.unique(homes.chosen).size == 25
        assert (potential[homes.chosen] > 0).all()
        assert homes.capacities.sum() == 25

    def test_empty_areas_serve_when_the_others_do_not_suffice(self):
        homes = draw_homes(np.array([0.0, 0.0, 5.0]), 3, np.random.default_rng(1))
        assert homes.chosen.tolist() == [0, 1, 2]

    def test_the_same_seed_gives_the_same_homes_in_any_order(self):
        rng = np.random.default_rng(8)
        potential, ids = rng.integers(0, 50, 60).astype(float), [f"a{i}" for i in range(60)]
        first = draw_homes(potential, 9, np.random.default_rng(4), ids=ids)
        order = rng.permutation(60)
        second = draw_homes(
            potential[order], 9, np.random.default_rng(4), ids=[ids[i] for i in order]
        )
        assert {ids[i] for i in first.chosen} == {ids[order[i]] for i in second.chosen}

    def test_impossible_wishes_are_refused(self):
        with pytest.raises(InfeasibleProblem, match=r"4 homes .* 3 candidates"):
            draw_homes(np.ones(3), 4, np.random.default_rng(1))
        with pytest.raises(InvalidInput, match=r"1 candidate has a negative .*: x"):
            draw_homes(np.array([1.0, -1.0]), 1, np.random.default_rng(1), ids=["w", "x"])


class TestPMedian:
    # Demands at 0 1 2 . . . 10 11 12 on a line: homes at 1 and 11.
    line = np.array([0.0, 1.0, 2.0, 10.0, 11.0, 12.0])

    def test_the_middles_of_two_groups(self):
        cost = np.abs(self.line[:, None] - self.line)
        result = p_median(cost, 2)
        assert result.chosen.tolist() == [1, 4]
        assert result.allocation.tolist() == [1, 1, 1, 4, 4, 4]
        assert (result.objective, result.lower_bound, result.status) == (4.0, 4.0, "optimal")

    @pytest.mark.slow
    @settings(max_examples=40, deadline=None)
    @given(st.integers(0, 10_000), st.integers(1, 4))
    def test_proven_optima_are_optima(self, seed, count):
        rng = np.random.default_rng(seed)
        cost = rng.uniform(0, 100, (12, 8))
        weights = rng.integers(0, 4, 12).astype(float)
        result = p_median(cost, count, weights, effort=0.02)
        best = best_median(cost, weights, count)
        assert result.lower_bound <= best * (1 + 1e-9) + 1e-9
        assert result.objective >= best * (1 - 1e-9)
        assert result.status == "optimal"
        assert result.objective == pytest.approx(best)
        assert set(result.allocation) <= set(result.chosen)

    @settings(max_examples=30, deadline=None)
    @given(st.integers(0, 10_000), st.integers(1, 5))
    def test_swap_values_are_what_swaps_do(self, seed, count):
        rng = np.random.default_rng(seed)
        cost = rng.integers(0, 50, (15, 9)).astype(float)
        state = SwapState(cost, rng.choice(9, count, replace=False))
        for _ in range(4):
            slot, candidate = int(rng.integers(count)), int(rng.integers(9))
            if candidate in state.chosen:
                continue
            expected = state.objective - state.swap_values()[slot, candidate]
            state.swap(slot, candidate)
            assert state.objective == pytest.approx(expected)
            assert state.objective == pytest.approx(cost[:, state.chosen].min(axis=1).sum())
        assert state.swap_values() == pytest.approx(SwapState(cost, state.chosen).swap_values())

    @settings(max_examples=30, deadline=None)
    @given(st.integers(0, 10_000), st.integers(1, 2))
    def test_choices_with_fixed_homes_are_proved_too(self, seed, fixed):
        rng = np.random.default_rng(seed)
        cost = rng.uniform(0, 100, (14, 9))
        given_homes = rng.choice(9, fixed, replace=False)
        result = p_median(cost, 4, fixed=given_homes)
        best = min(
            cost[:, list(choice)].min(axis=1).sum()
            for choice in itertools.combinations(range(9), 4)
            if set(given_homes.tolist()) <= set(choice)
        )
        assert set(given_homes.tolist()) <= set(result.chosen.tolist())
        assert result.status == "optimal"
        assert result.objective == pytest.approx(best)

    def test_a_proof_goes_on_where_it_was_left(self):
        cost = np.random.default_rng(4).uniform(0, 100, (60, 20))
        search = BranchAndBound(cost, np.arange(4), float(cost[:, :4].min(axis=1).sum()))
        bounds = []
        for _ in range(200):
            search.go_on(ProofEffort(2))
            bounds.append(search.proof().lower_bound)
            if search.closed:
                break
        assert search.closed
        assert len(bounds) > 3
        assert (np.diff(bounds) >= 0.0).all()
        assert search.proof().objective == pytest.approx(best_median(cost, np.ones(60), 4))

    def test_fixed_homes_stay(self):
        cost = np.abs(self.line[:, None] - self.line)
        result = p_median(cost, 2, fixed=np.array([0]))
        assert result.chosen.tolist() == [0, 4]
        assert result.objective == 5.0

    @pytest.mark.slow
    def test_places_without_a_way_are_served_from_where_there_is_one(self):
        cost = np.array([[1.0, 0.0, np.inf], [2.0, 0.0, np.inf], [9.0, np.inf, 0.0]])
        assert p_median(cost, 1).chosen.tolist() == [0]
        assert p_median(cost, 2).chosen.tolist() == [1, 2]

    @pytest.mark.slow
    def test_the_same_seed_gives_the_same_choice(self):
        cost = np.random.default_rng(5).uniform(0, 1, (80, 60))
        first, second = (p_median(cost, 9, seed=3, effort=0.02) for _ in range(2))
        assert first.chosen.tolist() == second.chosen.tolist()
        assert first.objective == second.objective

    def test_cancelling_returns_a_valid_choice(self):
        class Stop(Progress):
            def is_cancelled(self):
                return True

        cost = np.random.default_rng(5).uniform(0, 1, (40, 30))
        result = p_median(cost, 4, seed=3, progress=Stop())
        assert result.status == "cancelled"
        assert np.unique(result.chosen).size == 4
        assert result.lower_bound <= result.objective

    def test_impossible_wishes_are_refused(self):
        with pytest.raises(InfeasibleProblem, match=r"3 homes .* 2 candidates"):
            p_median(np.ones((4, 2)), 3)
        with pytest.raises(InfeasibleProblem, match=r"1 place cannot be reached .*: b"):
            p_median([[1.0], [np.inf]], 1, demand_ids=["a", "b"])
        with pytest.raises(InfeasibleProblem, match="No choice of 1 homes"):
            p_median([[1.0, np.inf], [np.inf, 1.0]], 1)
        with pytest.raises(InvalidInput, match="1 cost is negative or missing"):
            p_median([[1.0], [-1.0]], 1)
        with pytest.raises(InvalidInput, match="2 costs are negative or missing"):
            p_median([[np.nan], [-1.0]], 1)
        with pytest.raises(InvalidInput, match="Weights"):
            p_median(np.ones((2, 2)), 1, [1.0, -1.0])
        with pytest.raises(InvalidInput, match="2 homes are fixed, but only 1"):
            p_median(np.ones((3, 3)), 1, fixed=np.array([0, 1]))


class TestFewChoices:
    """All choices are looked at where there are few; otherwise nothing is said."""

    @settings(max_examples=30, deadline=None)
    @given(st.integers(0, 10_000), st.integers(1, 4), st.integers(0, 2))
    def test_it_is_the_least_of_all(self, seed, added, fixed):
        rng = np.random.default_rng(seed)
        cost = rng.integers(0, 9, (6, 7)).astype(float)
        always = rng.permutation(7)[:fixed]
        chosen, objective = best_of_all(cost, fixed + added, always)
        assert set(always) <= set(chosen)
        assert objective == cost[:, chosen].min(axis=1).sum()
        assert objective == min(
            cost[:, list(one)].min(axis=1).sum()
            for one in itertools.combinations(range(7), fixed + added)
            if set(always) <= set(one)
        )

    def test_too_many_are_not_looked_at(self):
        assert best_of_all(np.ones((60, 60)), 8, np.arange(0)) is None


class TestEffort:
    """What each part of the search adds, on 60 places of which 8 are homes."""

    places = np.random.default_rng(0).uniform(0.0, 100.0, (60, 2))
    cost = PlaneMetric().matrix(places, places)

    def test_shakes_find_what_a_descent_does_not(self):
        descent, shaken = (
            variable_neighbourhood_search(
                SwapState(self.cost, greedy_choice(self.cost, 8)),
                np.random.default_rng(1),
                movable=np.arange(8),
                effort=SearchEffort(shakes=n),
            ).objective
            for n in (0, 100)
        )
        assert shaken < 0.99 * descent

    def test_what_is_proved_is_not_shaken(self, monkeypatch):
        monkeypatch.setattr(p_median_module, "variable_neighbourhood_search", None)
        for exact in (True, False):
            found = solve_p_median(
                median_problem(self.cost, 8), np.random.default_rng(1), exact=exact
            )
            assert found.status == "optimal"
            assert found.lower_bound == pytest.approx(found.objective)

    def test_swaps_of_what_a_relaxation_opens_find_the_optimum(self):
        """A descent from a greedy choice ends 2 % above it."""
        search = BranchAndBound(self.cost, np.arange(8), float(self.cost[:, :8].min(axis=1).sum()))
        search.go_on(ProofEffort(0))
        found = p_median(self.cost, 8)
        assert search.proof().objective == pytest.approx(found.objective)
        assert search.nodes == 1

    def test_a_kept_direction_damps_the_zigzag_of_the_bound(self):
        bounds, best = [], p_median(self.cost, 8, effort=0.1).objective
        for memory in (0.0, SubgradientSteps().memory):
            steps = replace(SubgradientSteps(), memory=memory, most=60)
            bounds.append(subgradient_bound(self.cost, 8, best, steps=steps).value)
        assert bounds[1] > bounds[0]

    def test_branching_soon_finds_better_than_it_was_given(self):
        poor = np.arange(8)
        objective = float(self.cost[:, poor].min(axis=1).sum())
        search = BranchAndBound(self.cost, poor, objective)
        search.go_on(ProofEffort(3))
        proof = search.proof()
        assert proof.objective < 0.7 * objective
        assert proof.objective == pytest.approx(self.cost[:, proof.chosen].min(axis=1).sum())


class TestCapacitatedPMedian:
    @pytest.mark.slow
    @settings(max_examples=20, deadline=None)
    @given(st.integers(0, 10_000))
    def test_capacities_hold_and_the_best_plan_is_near(self, seed):
        rng = np.random.default_rng(seed)
        cost = rng.integers(1, 30, (6, 4)).astype(float)
        demands = rng.integers(1, 6, 6).astype(float)
        capacity = float(np.ceil(demands.sum() / 2.0) + 2.0)
        best = min(
            (
                cost[np.arange(6), np.array(pair)[list(which)]].sum()
                for pair in itertools.combinations(range(4), 2)
                for which in itertools.product((0, 1), repeat=6)
                if np.bincount(which, weights=demands, minlength=2).max() <= capacity
            ),
        )
        result = capacitated_median(cost, 2, demands, capacity, effort=0.03)
        load = np.bincount(result.allocation, weights=demands, minlength=4)
        assert load.max() <= capacity
        assert result.lower_bound <= best + 1e-9
        # A heuristic: not always the best, but within a few percent on so small a problem.
        assert best - 1e-9 <= result.objective <= 1.1 * best

    def test_capacities_that_cannot_hold_are_refused_with_numbers(self):
        with pytest.raises(
            InfeasibleProblem, match="2 homes hold 6 at most, but the weights add up to 8"
        ):
            capacitated_median(np.ones((4, 4)), 2, np.full(4, 2.0), 3.0)
        with pytest.raises(InfeasibleProblem, match=r"1 place alone weighs .* \(3\): 2\."):
            capacitated_median(np.ones((2, 2)), 2, [1.0, 4.0], 3.0)


class TestCapacitatedSearch:
    # Demands of 1 at 0 1 2 . . . 10 11 12 on a line; homes for three each.
    line = np.array([0.0, 1.0, 2.0, 10.0, 11.0, 12.0])
    apart = np.array([0, 0, 0, 1, 1, 1])

    def search(self, cost=None, room=3.0):
        cost = np.abs(self.line[:, None] - self.line) if cost is None else cost
        room = np.broadcast_to(np.asarray(room, dtype=float), cost.shape[1])
        capacities = Capacities(np.ones(len(cost)), room)
        return CapacitatedSearch(cost, capacities, CapacitatedEffort(), SILENT)

    def test_homes_move_to_the_middle_of_their_own_demands(self):
        search = self.search()
        state = search.evaluated(np.array([0, 5]), self.apart)
        assert search.homes_moved(state).tolist() == [1, 4]

    def test_homes_move_only_to_where_their_demands_fit(self):
        # Candidate 1 would be best, but serves two only; 0 and 2 are as good as each other.
        search = self.search(room=[3, 2, 3, 3, 3, 3])
        state = search.evaluated(np.array([0, 4]), self.apart)
        assert search.homes_moved(state).tolist() == [0, 4]

    def test_full_homes_exchange_their_demands(self):
        labels = self.search().improved(np.array([1, 4]), np.array([0, 0, 1, 0, 1, 1]))
        assert labels.tolist() == self.apart.tolist()

    def test_the_exact_allocation_goes_round_in_a_ring(self):
        # Each home holds one; to move or to exchange two costs more, to move all three is free.
        cost = np.array([[0.0, 1.0, 10.0], [10.0, 0.0, 1.0], [1.0, 10.0, 0.0]])
        search = self.search(cost, room=1.0)
        chosen, ring = np.arange(3), np.array([1, 2, 0])
        assert search.improved(chosen, ring.copy()).tolist() == ring.tolist()
        exact = search.allocated_exactly(search.evaluated(chosen, ring), HIGHS)
        assert (exact.labels.tolist(), exact.cost) == ([0, 1, 2], 0.0)

    def test_the_relaxation_finds_where_homes_belong(self):
        cost = np.abs(self.line[:, None] - self.line)
        room = Capacities.alike(np.ones(6), 3.0, 6)
        bound, opened = relaxation(cost, 2, room, CapacitatedEffort(), SILENT)
        assert opened.tolist() == [1, 4]
        assert bound == pytest.approx(4.0, rel=0.05)


class TestBranchAndBound:
    @pytest.mark.parametrize("seed", [1, 2, 3])
    def test_the_bound_of_cities_and_villages_is_as_close_as_that_of_equals(self, seed):
        """Equal steps for all multipliers left 3 to 19 % between bound and optimum."""
        rng = np.random.default_rng(seed)
        places = rng.uniform(0.0, 100.0, (150, 2))
        people = np.round(1000.0 * rng.pareto(1.0, 150) + 1000.0)
        distance = np.hypot(*(places[:, None] - places).transpose(2, 0, 1))
        cost = distance * people[:, None]
        best = p_median(cost, 6, effort=0.1).objective
        assert subgradient_bound(cost, 6, best).value >= 0.999 * best

    @settings(max_examples=40, deadline=None)
    @given(st.integers(0, 10_000))
    def test_no_better_choice_is_ruled_out(self, seed):
        rng = np.random.default_rng(seed)
        cost = rng.integers(0, 60, (9, 7)).astype(float)
        choices = {
            chosen: float(cost[:, chosen].min(axis=1).sum())
            for chosen in itertools.combinations(range(7), 3)
        }
        enough = float(np.quantile(list(choices.values()), 0.2))
        bound = subgradient_bound(cost, 3, min(choices.values()))
        node = Node(bound.value, 0, np.empty(0, dtype=int), np.arange(7), bound.multipliers)
        allowed, forced, _ = decided(cost, 3, node, enough)
        for chosen, value in choices.items():
            if value < enough:
                assert set(chosen) <= set(allowed.tolist())
                assert set(forced.tolist()) <= set(chosen)

    def test_what_is_decided_is_not_branched_on(self):
        # Two groups: the middles are certain, everything else is out.
        line = TestCapacitatedSearch.line
        cost = np.abs(line[:, None] - line)
        bound = subgradient_bound(cost, 2, 4.0)
        node = Node(bound.value, 0, np.empty(0, dtype=int), np.arange(6), bound.multipliers)
        allowed, forced, _ = decided(cost, 2, node, enough=4.0 - 1e-6)
        assert (allowed.tolist(), sorted(forced.tolist())) == ([1, 4], [1, 4])


class TestGeneticSites:
    @pytest.mark.slow
    def test_the_search_comes_near_by_itself(self):
        # Without the swaps at the end: much nearer to the optimum than the best of its start.
        places = np.random.default_rng(2).uniform(0, 100, (40, 2))
        cost = PlaneMetric().matrix(places, places)
        problem = median_problem(cost, 6)
        best = p_median(cost, 6, effort=0.1).objective

        def found(**options):
            rng = np.random.default_rng(1)
            chosen = evolved(problem.weighted, 6, rng, GeneticSettings(**options), SILENT)
            return problem.choice(chosen, None, 0.0, "feasible").objective

        bred = found()
        assert bred <= 1.1 * best
        assert found(max_generations=1) >= 1.05 * bred

    @pytest.mark.parametrize("seed", [2, 6, 7, 11])
    def test_homes_drawn_anew_lead_on_where_no_swap_helps(self, seed):
        rng = np.random.default_rng([100, 6, seed])
        places, weights = rng.random((100, 2)), rng.lognormal(0.0, 1.5, 100)
        cost = weights[:, None] * PlaneMetric().matrix(places, places)
        rest = SwapState(cost, np.arange(6))
        rest.descend()
        chosen = swapped(cost, np.arange(6), np.random.default_rng(1), SILENT)
        assert len(set(chosen.tolist())) == 6
        found, best = cost[:, chosen].min(axis=1).sum(), p_median(cost, 6).objective
        assert found == pytest.approx(best)
        assert rest.objective > 1.002 * best

    def test_one_home_or_all_candidates_leave_nothing_to_draw(self):
        cost = PlaneMetric().matrix(*2 * [np.array([[0.0, 0.0], [1.0, 0.0], [5.0, 0.0]])])
        rng = np.random.default_rng(1)
        assert swapped(cost, np.array([0]), rng, SILENT).tolist() == [1]
        assert sorted(swapped(cost, np.arange(3), rng, SILENT).tolist()) == [0, 1, 2]

    def test_rates_adapt_to_the_parent(self):
        fitness = np.array([10.0, 12.0, 14.0, 20.0])  # mean 14
        rates = [adapted_rate(fitness, index, 0.6, 0.9) for index in range(4)]
        assert rates == pytest.approx([0.6, 0.75, 0.9, 0.9])

    def test_mutation_brings_in_what_no_parent_has(self):
        # Two alike parents: without mutation all children are like them.
        parents, fitness = np.array([[0, 1], [0, 1]]), np.array([1.0, 1.0])
        rng = np.random.default_rng(1)
        steady = GeneticSettings(mutation_min=0.0, mutation_max=0.0)
        lively = GeneticSettings(mutation_min=1.0, mutation_max=1.0)
        assert child_of(parents, fitness, 6, rng, steady).tolist() == [0, 1]
        child = child_of(parents, fitness, 6, rng, lively)
        assert not set(child.tolist()) & {0, 1}
        assert np.unique(child).size == 2

    def test_the_best_swaps_end_the_search(self):
        places = np.random.default_rng(2).uniform(0, 100, (40, 2))
        cost = PlaneMetric().matrix(places, places)
        hasty = GeneticSettings(max_generations=1)
        result = genetic_sites(median_problem(cost, 6), np.random.default_rng(1), settings=hasty)
        state = SwapState(cost, result.chosen)
        assert state.swap_values().max() <= 1e-9
        assert result.objective <= 1.1 * p_median(cost, 6, effort=0.1).objective

    def test_odd_settings_are_refused(self):
        with pytest.raises(InvalidInput, match=r"\(CROSSOVER_MIN\) is 0\.9 .* is 0\.6"):
            GeneticSettings(crossover_min=0.9, crossover_max=0.6)
        with pytest.raises(InvalidInput, match=r"\(MUTATION_MIN\) is 0\.2"):
            GeneticSettings(mutation_min=0.2)
        with pytest.raises(InvalidInput, match="at least 2 choices"):
            GeneticSettings(population=1)

    def test_small_problems_are_solved(self):
        rng = np.random.default_rng(2)
        cost = rng.uniform(0, 100, (30, 12))
        result = genetic_sites(median_problem(cost, 3), np.random.default_rng(1))
        assert result.objective == pytest.approx(best_median(cost, np.ones(30), 3))
        assert result.lower_bound <= result.objective
        assert np.unique(result.chosen).size == 3

    def test_the_literal_sum_is_made_of_the_most_central(self):
        cost = np.array([[0.0, 4.0, 9.0], [4.0, 0.0, 5.0], [9.0, 5.0, 0.0]])
        result = genetic_sites(median_problem(cost, 2), np.random.default_rng(1), criterion=TOTAL)
        assert result.chosen.tolist() == [0, 1]
        assert (result.objective, result.status) == (22.0, "optimal")


def median(cost, rng, progress):
    return solve_p_median(median_problem(cost, 6), rng, progress=progress)


def genetic(cost, rng, progress):
    return genetic_sites(median_problem(cost, 6), rng, progress=progress)


def capacitated(cost, rng, progress):
    capacities = Capacities.alike(np.ones(60), 12.0, 60)
    effort = CapacitatedEffort().times(0.3)
    return solve_capacitated_p_median(
        median_problem(cost, 6), capacities, rng, effort=effort, progress=progress
    )


class StopAfterQuestions(Progress):
    def __init__(self, questions):
        self.questions, self.asked = questions, 0

    def is_cancelled(self):
        self.asked += 1
        return self.asked > self.questions


class TestCancelling:
    cost = np.random.default_rng(5).uniform(0, 1, (60, 60))

    @pytest.mark.parametrize("solve", [median, genetic, capacitated])
    @pytest.mark.parametrize("questions", [0, 1, 10, *slow(50, 200)])
    def test_the_best_choice_so_far_is_returned_without_further_search(self, solve, questions):
        progress = StopAfterQuestions(questions)
        result = solve(self.cost, np.random.default_rng(3), progress)
        assert result.status == "cancelled"
        assert np.unique(result.chosen).size == 6
        assert set(result.allocation.tolist()) <= set(result.chosen.tolist())
        # Each remaining phase asks once and is left out.
        assert progress.asked <= questions + 6

    @pytest.mark.slow
    @pytest.mark.parametrize("solve", [median, genetic, capacitated])
    def test_a_cancelled_search_does_not_claim_that_nothing_is_possible(self, solve):
        # Six islands of ten places: only one home on each reaches all, which a search must find.
        island = np.arange(60) % 6
        cost = np.where(island[:, None] == island, self.cost, np.inf)
        outcomes = set()
        for questions in (0, 2, 5, 10, 20):
            try:
                found = solve(cost, np.random.default_rng(3), StopAfterQuestions(questions))
            except Cancelled:
                outcomes.add("nothing")
            else:
                assert np.isfinite(found.objective)
                outcomes.add(found.status)
        assert outcomes <= {"nothing", "cancelled"}
        finished = solve(cost, np.random.default_rng(3), Progress())
        assert sorted(island[finished.chosen].tolist()) == [0, 1, 2, 3, 4, 5]


def lines(positions, metric=None, ids=None):
    """Straight trips between areas of weight 1."""
    positions = np.asarray(positions, dtype=float)
    ids = list(range(1, len(positions) + 1)) if ids is None else ids
    ones = np.ones(len(positions))
    return Trips(Areas(ids, positions, metric or PlaneMetric(), ones[:, None], ones))


class TestCandidates:
    # Capitals at 1 and 4 of two districts: (0 1 2) weighs 10, of which the capital 1, (3 4) 7.
    trips = Trips(
        Areas(
            ["a", "b", "c", "d", "e"],
            np.column_stack([np.arange(5.0) * 1e3, np.zeros(5)]),
            PlaneMetric(),
            np.array([[5.0], [1.0], [4.0], [0.0], [7.0]]),
            np.array([5.0, 1.0, 4.0, 0.0, 7.0]),
        )
    )
    capitals = Candidates.among_areas(trips.areas, np.array([1, 4]), trips)

    def test_a_candidate_has_the_potential_of_all_that_is_nearest_to_it(self):
        assert self.capitals.potential.tolist() == [10.0, 7.0]

    def test_where_every_area_is_a_candidate_each_has_its_own(self):
        everyone = Candidates.among_areas(self.trips.areas, np.arange(5), self.trips)
        assert everyone.potential.tolist() == [5.0, 1.0, 4.0, 0.0, 7.0]

    def test_a_given_potential_counts(self):
        given = replace(self.capitals, given_potential=np.array([134.0, 7.0]))
        assert given.potential.tolist() == [134.0, 7.0]

    def test_by_a_travel_table_the_nearest_is_the_quickest(self):
        # c is 1 km from b, but e is reached sooner.
        areas = self.trips.areas
        pairs = [(home, area) for home in "be" for area in "abcde"]
        times = [1.0, 0.0, 9.0, 2.0, 3.0, 5.0, 5.0, 2.0, 1.0, 0.0]
        table = CostTable.from_rows(*zip(*pairs), time_s=np.array(times))
        capitals = Candidates.among_areas(areas, np.array([1, 4]), Trips(areas, table))
        assert capitals.potential.tolist() == [6.0, 11.0]

    def test_accessibility_is_the_travel_to_all_places(self):
        # From b: 5 × 1 + 4 × 1 + 7 × 3 km; from e: 5 × 4 + 1 × 3 + 4 × 2 km.
        everyone = np.arange(2)
        assert self.capitals.accessibility(METRES, everyone).tolist() == [30e3, 31e3]
        assert self.capitals.accessibility(SECONDS, everyone) is None

    def test_accessibility_is_unknown_where_a_cancel_came_first(self):
        class Cancelling(Progress):
            def is_cancelled(self):
                return True

        known = self.capitals.accessibility(METRES, np.arange(2), Cancelling())
        assert np.isnan(known).all()

    def test_total_accessibility_chooses_the_most_accessible(self):
        settings = SitingSettings(1, Method.GENETIC, criterion=TOTAL)
        sited = site_representatives(self.capitals, settings)
        assert sited.plan.names == ["b"]
        assert sited.quality.objective == 30e3

    def test_classes_are_tabled_with_their_homes(self):
        everyone = Candidates.among_areas(self.trips.areas, np.arange(5), self.trips)
        sited = site_representatives(everyone, SitingSettings(1, class_count=2))
        table = [
            (row.number, row.minimum, row.maximum, row.candidates) for row in sited.class_table
        ]
        assert table == [(1, 0.0, 1.0, 2), (2, 4.0, 7.0, 3)]
        assert sum(row.homes for row in sited.class_table) == 1

    def test_a_draw_stands_when_its_bound_is_cancelled(self):
        settings = SitingSettings(1, Method.NATURAL_BREAKS)
        sited = site_representatives(self.capitals, settings, StopAfterQuestions(0))
        assert sited.quality.status == "cancelled"
        assert sited.plan.labels.tolist() == [0] * 5
        assert sited.quality.objective in (30e3, 31e3)


class TestBestHomes:
    #  territory 0:  0──1──2──3   areas 1 km apart; territory 1: one area; territory 2: none
    trips = lines([[0.0, 0.0], [1e3, 0.0], [2e3, 0.0], [3e3, 0.0], [50e3, 0.0]])
    labels = np.array([0, 0, 0, 0, 1])

    def test_the_home_with_the_least_weighted_travel(self):
        weights = np.array([1.0, 0.0, 1.0, 5.0, 1.0])
        assert best_homes(self.trips, self.labels, weights, 3).tolist() == [3, 4, NO_AREA]

    def test_a_territory_without_weight_counts_its_areas_alike(self):
        weights = np.array([0.0, 0.0, 0.0, 0.0, 1.0])
        assert best_homes(self.trips, self.labels, weights, 2).tolist() == [1, 4]

    def test_of_equal_weighted_travel_the_least_plain_travel_wins(self):
        # Ends weigh 2 each, so that all four of the row need as much; 0 and 3 travel more in all.
        weights = np.array([2.0, 1e-300, 1e-300, 2.0, 1.0])
        assert best_homes(self.trips, self.labels, weights, 2).tolist() == [1, 4]

    def test_only_candidates_become_homes(self):
        allowed = np.array([True, False, False, False, False])
        assert best_homes(self.trips, self.labels, np.ones(5), 2, allowed).tolist() == [0, NO_AREA]

    def test_a_travel_table_is_used_in_its_direction(self):
        # From 2 to 1 it takes 1, back 9.
        areas = lines([[0.0, 0.0], [1.0, 0.0]]).areas
        table = CostTable.from_rows([1, 2], [2, 1], distance_m=np.array([9.0, 1.0]))
        homes = best_homes(Trips(areas, table), np.zeros(2, dtype=int), np.ones(2), 1)
        assert homes.tolist() == [1]

    def test_geodesics_decide_not_the_screen(self):
        rng = np.random.default_rng(4)
        positions = np.column_stack([rng.uniform(6, 15, 60), rng.uniform(47, 55, 60)])
        weights = rng.uniform(0, 5, 60)
        metric = EarthMetric()
        homes = best_homes(lines(positions, metric), np.zeros(60, dtype=int), weights, 1)
        assert homes[0] == np.argmin(metric.matrix(positions, positions) @ weights)

    def test_negative_weights_are_refused(self):
        with pytest.raises(InvalidInput, match="1 area has"):
            best_homes(self.trips, self.labels, np.array([1, 1, -1, 1, 1.0]), 2)
