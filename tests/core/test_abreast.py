"""Plans of a small map annealed abreast by joint divisions: costs, rules, results."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.balance.abreast import Course, JointAnnealing
from territory_design.core.balance.balance_prices import BalancePrices, balance_value
from territory_design.core.balance.bit_sets import (
    connected,
    neighbour_bits,
    set_of,
    stays_connected,
)
from territory_design.core.balance.border_blocks import Blocks, BorderBlocks
from territory_design.core.balance.criteria import Scales, evaluate
from territory_design.core.balance.joint_divisions import JointDivisions
from territory_design.core.balance.plans_abreast import PlansAbreast
from territory_design.core.balance.population_abreast import Nursery, moved_together
from territory_design.core.balance.problem import Rules
from territory_design.core.balance.repair import repair
from territory_design.core.balance.schedules import Schedules
from territory_design.core.balance.search import SearchSettings, balance
from territory_design.core.balance.settings import (
    MEAN_DEVIATION,
    STANDARD_DEVIATION,
    WORST_DEVIATION,
    CriteriaWeights,
)
from territory_design.core.balance.space import SearchSpace
from territory_design.core.balance.starts import StartFactory
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.core.errors import InvalidInput
from territory_design.core.progress import Progress

from .balance_grids import contiguous, grid_problem, worst_deviation

SHORT = Course(steps=60, hot=0.5, cold=0.02, replaced=0.2)
SQUARED = CriteriaWeights(balance=0.0, travel=1.0, compactness=0.0, travel_power=2)
QUICK = SearchSettings(population=4, islands=1, max_generations=1, workers=1)


def uneven(count: int, columns: int = 1) -> np.ndarray:
    return np.random.default_rng(3).integers(1, 9, (count, columns)).astype(float)


def starts(problem, count: int = 5):
    space = SearchSpace(problem)
    rng = np.random.default_rng(0)
    labels = np.arange(space.area_count) % space.territory_count
    plans = np.array([repair(space, rng.permutation(labels), rng) for _ in range(count)])
    return space, Scales.from_reference(space, plans[0]), plans


def fitnesses(space, scales, plans):
    return [evaluate(space, scales, labels).fitness for labels in plans]


def abreast(space, scales, plans):
    blocks = BorderBlocks(space)
    divisions = JointDivisions(space, scales, blocks.neighbours)
    return blocks, divisions, PlansAbreast(divisions, scales, plans)


def moved(labels: np.ndarray, blocks: Blocks, plan: int, number: int) -> np.ndarray:
    """A plan after the division of that number."""
    after = np.append(labels, -1)
    for i, area in enumerate(blocks.area[plan]):
        if number >> i & 1:
            after[area] = blocks.parties[plan, blocks.target[plan, i]]
    return after[:-1]


def criteria_of(objective: int, power: int = 1) -> CriteriaWeights:
    return CriteriaWeights(1.0, 0.5, 0.5, objective=objective, travel_power=power)


@pytest.mark.parametrize("objective", [WORST_DEVIATION, MEAN_DEVIATION, STANDARD_DEVIATION])
@pytest.mark.parametrize("power", [1, 2])
@pytest.mark.parametrize("rows", [5, 11])
def test_fitness_abreast_is_that_of_each_plan(objective, power, rows):
    # The standard deviation of several criteria is taken of all of them together on the way.
    columns = 1 if objective == STANDARD_DEVIATION else 2
    criteria = criteria_of(objective, power)
    weights = uneven(6 * rows, columns)
    rules = Rules(max_deviation=0.5)
    problem = grid_problem(rows, 6, 3, weights, criteria=criteria, rules=rules)
    space, scales, plans = starts(problem)
    expected = fitnesses(space, scales, plans)
    assert abreast(space, scales, plans)[2].fitness() == pytest.approx(expected)


# Homes are fixed, so that trips do not change with the middles of territories. With the mean as
# objective nothing of the fitness is smoothed on the way.
@given(seed=st.integers(0, 10**6), number=st.integers(0, 1023), shares=st.floats(0.1, 0.9))
@settings(max_examples=40, deadline=None)
def test_what_a_joint_division_costs_is_the_difference_of_fitness(seed, number, shares):
    rng = np.random.default_rng(seed)
    problem = grid_problem(
        6,
        6,
        4,
        rng.integers(1, 9, (36, 2)).astype(float),
        criteria=criteria_of(MEAN_DEVIATION),
        homes=rng.uniform(0.0, 6000.0, (4, 2)),
        criterion_shares=np.array([shares, 1.0 - shares]),
    )
    space, scales, plans = starts(problem, 3)
    blocks, divisions, running = abreast(space, scales, plans)
    block = blocks.draw(running.labels, np.zeros(3, dtype=int), rng)
    other = divisions.other_change(block, running.labels, running.trips)
    cost = other + divisions.balance(block, running.deviation, running.worst, running.total)
    for plan in range(3):
        after = moved(plans[plan], block, plan, number)
        before, then = fitnesses(space, scales, [plans[plan], after])
        change = float(cost[plan, number] - cost[plan, 0])
        assert change == pytest.approx(then - before, abs=2e-5)


# The worst deviation counts as a norm of those of all territories, which is at least as large, and
# no larger than by the eighth root of their number.
def test_the_worst_deviation_counts_as_a_norm():
    space, scales, plans = starts(grid_problem(6, 6, 4, uneven(36, 2)), 2)
    blocks, divisions, running = abreast(space, scales, plans)
    block = blocks.draw(running.labels, np.zeros(2, dtype=int), np.random.default_rng(1))
    cost = divisions.balance(block, running.deviation, running.worst, running.total)
    for number in (0, 1, 37, 1023):
        for plan in range(2):
            after = moved(plans[plan], block, plan, number)
            off = np.abs(space.deviations(after))
            norm = (off.max(axis=1) ** 8).sum() ** 0.125
            prices = BalancePrices.of(space, scales.bound, scales.balance)
            expected = scales.balance * prices.of_worst_and_mean(norm, off.mean())
            assert cost[plan, number] == pytest.approx(expected, rel=1e-4)


def test_lines_are_what_deviations_cost():
    values = [0.0, 4e-4, 0.009, 0.02, 0.5]
    for objective in (WORST_DEVIATION, MEAN_DEVIATION, STANDARD_DEVIATION):
        for bound, coarse in ((0.0, 0.0), (0.03, 0.0), (1e-4, 0.01)):
            prices = BalancePrices(bound, coarse, 2.0, objective)
            for value in values:
                off = np.array([[value], [-value]])
                lines = [prices.lines_of_worst(False), prices.lines_of_mean]
                cost = sum(max(a * value + b for a, b in own) for own in lines if own)
                expected = 2.0 * balance_value(off, np.ones(1), bound, objective, coarse)
                assert cost == pytest.approx(expected)


# Four columns, each of one territory: the block is around the border of the first two.
#   0 1 2 3
#   4 5 6 7
def test_areas_of_a_block_go_to_territories_that_they_touch():
    space, _, _ = starts(grid_problem(2, 4, 4))
    labels = np.append(np.arange(8) % 4, -1)[None]
    blocks = BorderBlocks(space)
    rng = np.random.default_rng(2)
    for _ in range(20):
        block = blocks.draw(labels, np.array([0]), rng)
        assert len(set(block.parties[0].tolist())) == 3
        for area, source, target in zip(block.area[0], block.source[0], block.target[0]):
            if area < 8:
                assert block.parties[0, source] == labels[0, area]
                touched = labels[0, blocks.neighbours[:, area]]
                assert source != target
                assert block.parties[0, target] in touched


def test_annealing_keeps_locks_and_connection_and_gets_fitter():
    locked = np.full(48, -1)
    locked[[0, 47]] = [1, 0]
    problem = grid_problem(6, 8, 4, uneven(48, 2), rules=Rules(locked=locked))
    space, scales, plans = starts(problem)
    found = JointAnnealing(space, scales).annealed(plans, SHORT, np.random.default_rng(2))
    assert all(contiguous(problem, plan) for plan in found)
    assert all((plan[0], plan[47]) == (1, 0) for plan in found)
    fitness = fitnesses(space, scales, found)
    assert fitness == sorted(fitness)
    assert fitness[0] < min(fitnesses(space, scales, plans))
    assert len({tuple(plan.tolist()) for plan in found}) == len(found)


@given(
    seed=st.integers(0, 10**6),
    territories=st.integers(1, 8),
    columns=st.integers(1, 3),
    homes=st.booleans(),
    limit=st.sampled_from([np.inf, 0.1, 0.4]),
    objective=st.sampled_from([WORST_DEVIATION, MEAN_DEVIATION, STANDARD_DEVIATION]),
)
@settings(max_examples=25, deadline=None)
def test_any_plan_on_the_way_keeps_the_rules(seed, territories, columns, homes, limit, objective):
    rng = np.random.default_rng(seed)
    rows = int(rng.integers(2, 8))
    areas = 5 * rows
    locked = np.where(rng.random(areas) < 0.05, 0, -1) if territories == 1 else np.full(areas, -1)
    locked[int(rng.integers(areas))] = territories - 1
    problem = grid_problem(
        rows,
        5,
        territories,
        rng.integers(0, 9, (areas, columns)) + 0.5,
        rules=Rules(locked=locked, max_deviation=limit),
        criteria=criteria_of(objective, int(rng.integers(1, 3))),
        homes=rng.uniform(0.0, 5000.0, (territories, 2)) if homes else None,
    )
    space, scales, plans = starts(problem, 3)
    course = Course(steps=25, hot=1.0, cold=0.1)
    held = locked >= 0
    for plan in JointAnnealing(space, scales).annealed(plans, course, rng):
        assert contiguous(problem, plan)
        assert (plan[held] == locked[held]).all()


def test_sums_kept_by_divisions_are_those_of_the_plan():
    space, scales, plans = starts(grid_problem(6, 6, 4, uneven(36, 2)), 3)
    blocks, divisions, running = abreast(space, scales, plans)
    rng = np.random.default_rng(4)
    changed = 0
    for _ in range(10):
        block = blocks.draw(running.labels, running.worst.argmax(axis=1), rng)
        other = divisions.other_change(block, running.labels, running.trips)
        changed += running.divide(block, other, rng.random(other.shape))
    assert changed > 5
    kept = running.deviation.copy(), running.worst.copy(), [list(own) for own in running.sets]
    assert (running.best_fitness <= np.array(fitnesses(space, scales, plans)) + 1e-9).all()
    running.refresh()
    assert kept[0] == pytest.approx(running.deviation)
    assert kept[1] == pytest.approx(running.worst)
    assert kept[2] == running.sets


# Tries may end before; most do not.
def test_the_cheapest_division_that_leaves_all_connected_is_taken():
    problem = grid_problem(4, 4, 3, uneven(16))
    space, scales, plans = starts(problem, 6)
    blocks, divisions, running = abreast(space, scales, plans)
    rng = np.random.default_rng(5)
    block = blocks.draw(running.labels, running.worst.argmax(axis=1), rng)
    other = divisions.other_change(block, running.labels, running.trips)
    cost = rng.random(other.shape)
    order = np.argsort(cost, axis=1)
    running.divide(block, other, cost)
    taken = 0
    for plan in range(6):
        ways = (moved(plans[plan], block, plan, number) for number in order[plan])
        cheapest = next(
            way for way in ways if contiguous(problem, way) and len(set(way.tolist())) == 3
        )
        found = running.labels[plan, :-1].tolist()
        taken += found == cheapest.tolist()
        assert found in (cheapest.tolist(), plans[plan].tolist())
    assert taken >= 3


def test_a_frozen_territory_keeps_what_it_has():
    initial = np.arange(30) // 10
    rules = Rules(frozen_territories=np.array([False, True, False]))
    problem = grid_problem(5, 6, 3, uneven(30), initial=initial, rules=rules)
    space, scales, _ = starts(problem)
    rng = np.random.default_rng(1)
    for plan in JointAnnealing(space, scales).annealed(np.array([initial] * 3), SHORT, rng):
        assert ((plan == 1) == (initial == 1)).all()


class _Stopped(Progress):
    """Cancelled from the beginning."""

    def report(self, fraction: float) -> None:
        pass

    def is_cancelled(self) -> bool:
        return True


def test_a_stop_hands_back_what_there_is():
    space, scales, plans = starts(grid_problem(5, 6, 3, uneven(30)))
    annealing = JointAnnealing(space, scales)
    found = annealing.annealed(plans, SHORT, np.random.default_rng(2), _Stopped())
    assert {tuple(p) for p in np.array(found).tolist()} == {tuple(p) for p in plans.tolist()}


# A city (4) enclosed by a ring of district 3 that only it touches; 0 to 2 and 5 are around.
#   0 1 2
#   5 3-4
def enclosed():
    ends = np.array([[0, 1], [1, 2], [1, 3], [0, 5], [3, 4], [3, 5], [2, 3]]).T
    return ContiguityGraph.from_edges(6, *ends, np.ones(7))


def test_what_is_enclosed_moves_with_what_is_around_it():
    weights = np.array([3.0, 1.0, 1.0, 2.0, 1.0, 2.0])
    problem = grid_problem(2, 3, 2, weights, graph=enclosed())
    space = SearchSpace(problem)
    assert moved_together(space).tolist() == [0, 1, 2, 3, 3, 4]
    plan = np.array([0, 0, 1, 1, 1, 0])
    nursery = Nursery(space, Scales.from_reference(space, plan))
    rng = np.random.default_rng(1)
    for found in (
        nursery.first_plans(StartFactory(space), 3, rng),
        nursery.grown([plan], rng),
    ):
        assert found
        for one in found:
            assert contiguous(problem, one)
            assert one[3] == one[4]


def test_a_lock_of_its_own_keeps_an_enclosed_area_apart():
    locked = np.array([-1, -1, -1, -1, 1, -1])
    problem = grid_problem(2, 3, 2, graph=enclosed(), rules=Rules(locked=locked))
    assert moved_together(SearchSpace(problem)) is None


def test_sets_of_areas_are_connected_or_not():
    # A row of five.
    bits = neighbour_bits([[1], [0, 2], [1, 3], [2, 4], [3]])
    assert connected(0b00111, bits)
    assert not connected(0b01011, bits)
    assert stays_connected(0b00011, bits[2], bits)
    assert not stays_connected(0b11011, bits[2], bits)
    assert not stays_connected(0, bits[2], bits)
    assert set_of(np.array([True, False, True])) == 0b101


def test_which_maps_are_annealed_abreast():
    assert Schedules.of(SearchSpace(grid_problem(10, 20, 5))).abreast
    assert not Schedules.of(SearchSpace(grid_problem(3, 67, 5))).abreast
    weights = np.ones(60)
    weights[0] = 40.0
    assert not Schedules.of(SearchSpace(grid_problem(6, 10, 5, weights))).abreast
    assert not Schedules.of(SearchSpace(grid_problem(6, 10, 5)), max_seconds=0.1).abreast
    present = grid_problem(6, 10, 5, initial=np.arange(60) // 12)
    assert not Schedules.of(SearchSpace(present)).abreast


# Two territories of unit squares in a 2 x 6 grid. The moment of inertia of halves side by side
# (3 x 2) is 2/3 + 1/4 to a square, of two rows one above the other (6 x 1) 35/12.
def test_moment_of_inertia_of_a_grid_is_least():
    problem = grid_problem(2, 6, 2, criteria=SQUARED, rules=Rules(max_deviation=0.001))
    labels = balance(problem, QUICK).labels
    assert len(set(labels[[0, 1, 2, 6, 7, 8]])) == 1
    assert SearchSpace(problem).travel(labels) == pytest.approx(
        (2 / 3 + 1 / 4) * (problem.points[1, 0] - problem.points[0, 0]) ** 2
    )


def test_squares_of_given_travel_count():
    cost = np.array([[1.0, 3.0], [2.0, 1.0]])
    problem = grid_problem(1, 2, 2, travel_cost=cost, criteria=SQUARED)
    assert SearchSpace(problem).travel(np.array([0, 1])) == pytest.approx(1.0)
    assert SearchSpace(problem).travel(np.array([1, 0])) == pytest.approx(6.5)


def test_other_powers_are_refused():
    with pytest.raises(InvalidInput, match="TRAVEL_POWER"):
        CriteriaWeights(travel_power=3)


@pytest.mark.slow
def test_a_limit_on_deviation_is_met_though_balance_counts_nothing():
    weights = np.random.default_rng(1).integers(20, 81, 72).astype(float)
    criteria = CriteriaWeights(balance=0.0, travel=0.0, compactness=1.0)
    problem = grid_problem(8, 9, 4, weights, rules=Rules(max_deviation=0.01), criteria=criteria)
    labels = balance(problem, QUICK).labels
    assert contiguous(problem, labels)
    assert worst_deviation(problem, labels) <= 0.01 + 1e-9


@pytest.mark.slow
def test_three_criteria_within_their_limit_and_the_same_again():
    weights = np.random.default_rng(2).integers(20, 60, (35, 3)).astype(float)
    problem = grid_problem(5, 7, 3, weights, rules=Rules(max_deviation=0.05))
    first, again = (balance(problem, QUICK).labels for _ in range(2))
    assert first.tolist() == again.tolist()
    assert contiguous(problem, first)
    assert np.abs(SearchSpace(problem).deviations(first)).max() <= 0.05 + 1e-9
