"""Many plans of a small map annealed abreast: sums, rules, connection, and the same plan again."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.balance.abreast import Course, anneal_abreast
from territory_design.core.balance.balance_prices import BalancePrices
from territory_design.core.balance.bit_sets import (
    connected,
    neighbour_bits,
    set_of,
    stays_connected,
)
from territory_design.core.balance.criteria import Scales, evaluate
from territory_design.core.balance.plans_abreast import PlansAbreast
from territory_design.core.balance.population_abreast import Nursery, moved_together
from territory_design.core.balance.problem import Rules
from territory_design.core.balance.proposals import Proposal
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
from territory_design.core.balance.surroundings import Surroundings
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.core.progress import Progress

from .balance_grids import contiguous, grid_problem

SHORT = Course(sweeps=6, heat=0.5, selecting=True)


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


def criteria_of(objective: int, power: int, stability: float = 0.0) -> CriteriaWeights:
    return CriteriaWeights(1.0, 0.5, 0.5, stability, objective=objective, travel_power=power)


@pytest.mark.parametrize("objective", [WORST_DEVIATION, MEAN_DEVIATION, STANDARD_DEVIATION])
@pytest.mark.parametrize("power", [1, 2])
def test_fitness_abreast_is_that_of_each_plan(objective, power):
    # The standard deviation of several criteria is taken of all of them together on the way.
    columns = 1 if objective == STANDARD_DEVIATION else 2
    criteria = criteria_of(objective, power)
    problem = grid_problem(5, 6, 3, uneven(30, columns), criteria=criteria)
    space, scales, plans = starts(problem)
    abreast = PlansAbreast(space, scales, plans, 0.0)
    assert abreast.best_cost == pytest.approx(fitnesses(space, scales, plans))


# A move of one area, and one for which another comes back: 0 goes from its territory to the one
# beside it, the last area the other way round.
@pytest.mark.parametrize("homes", [False, True])
@pytest.mark.parametrize("exchanged", [False, True])
def test_what_a_move_costs_is_the_difference_of_fitness(homes, exchanged):
    rng = np.random.default_rng(5)
    rules = {"homes": rng.uniform(0.0, 5.0, (3, 2))} if homes else {}
    problem = grid_problem(
        5,
        6,
        3,
        uneven(30),
        criteria=criteria_of(STANDARD_DEVIATION, 2, 0.3),
        initial=np.arange(30) // 10,
        **rules,
    )
    space, scales, plans = starts(problem, 2)
    abreast = PlansAbreast(space, scales, plans, 0.0)
    source = plans[1][0]
    target = (source + 1) % 3
    partner = int(np.flatnonzero(plans[1] == target)[-1])
    moved = plans[1].copy()
    moved[0] = target
    if exchanged:
        moved[partner] = source
    drawn = Proposal(
        np.array([1]),
        np.array([0]),
        np.array([source]),
        np.array([target]),
        np.array([partner]) if exchanged else None,
    )
    after = abreast.after(drawn)
    before, then = fitnesses(space, scales, [plans[1], moved])
    assert after.change[0] == pytest.approx(then - before)
    abreast.settle(drawn, after)
    kept = abreast.cost + abreast.other
    assert abreast.labels[1, :-1].tolist() == moved.tolist()
    abreast.refresh()
    assert kept == pytest.approx(abreast.cost + abreast.other)
    if then < before:
        assert abreast.best_cost[1] == pytest.approx(then)


def test_balance_of_many_plans_is_that_of_each():
    values, totals = np.array([0.0, 4e-4, 0.02, 0.5]), np.array([0.0, 1e-3, 0.05, 1.0])
    for objective in (WORST_DEVIATION, MEAN_DEVIATION, STANDARD_DEVIATION):
        for bound, coarse in ((0.0, 0.0), (0.03, 0.0), (1e-4, 0.01)):
            prices = BalancePrices(bound, coarse, 2.0, 4, objective)
            one_by_one = [prices.of_balance(*pair) for pair in zip(values.tolist(), totals)]
            assert prices.of_balances(values, totals) == pytest.approx(one_by_one)


def test_annealing_keeps_locks_and_connection_and_gets_fitter():
    locked = np.full(48, -1)
    locked[[0, 47]] = [1, 0]
    problem = grid_problem(6, 8, 4, uneven(48, 2), rules=Rules(locked=locked))
    space, scales, plans = starts(problem)
    found = anneal_abreast(space, scales, plans, SHORT, np.random.default_rng(2))
    assert all(contiguous(problem, plan) for plan in found)
    assert all((plan[0], plan[47]) == (1, 0) for plan in found)
    fitness = fitnesses(space, scales, found)
    assert fitness == sorted(fitness)
    assert fitness[0] < min(fitnesses(space, scales, plans))
    assert len({tuple(plan.tolist()) for plan in found}) == len(found)


def test_a_frozen_territory_keeps_what_it_has():
    initial = np.arange(30) // 10
    rules = Rules(frozen_territories=np.array([False, True, False]))
    problem = grid_problem(5, 6, 3, uneven(30), initial=initial, rules=rules)
    space, scales, _ = starts(problem)
    course = Course(sweeps=4, heat=0.5, selecting=False)
    rng = np.random.default_rng(1)
    for plan in anneal_abreast(space, scales, np.array([initial] * 3), course, rng):
        assert ((plan == 1) == (initial == 1)).all()


class _Stopped(Progress):
    """Cancelled from the beginning."""

    def report(self, fraction: float) -> None:
        pass

    def is_cancelled(self) -> bool:
        return True


def test_a_stop_hands_back_what_there_is():
    space, scales, plans = starts(grid_problem(5, 6, 3, uneven(30)))
    found = anneal_abreast(space, scales, plans, SHORT, np.random.default_rng(2), _Stopped())
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


# Whatever a table calls connected is; of a row of five the middle one parts its neighbours.
def test_tables_of_surroundings_are_sure_of_what_they_say():
    rng = np.random.default_rng(4)
    neighbours = SearchSpace(grid_problem(6, 6, 2)).lists.neighbours
    # Diagonals too, so that neighbours touch each other.
    neighbours = [
        [b for b in range(36) if b != a and abs(a // 6 - b // 6) <= 1 and abs(a % 6 - b % 6) <= 1]
        for a in range(len(neighbours))
    ]
    bits, around = neighbour_bits(neighbours), Surroundings(neighbours)
    answers = []
    for _ in range(300):
        area = int(rng.integers(36))
        own = rng.random(36) < 0.6
        own[area] = False
        padded = np.append(own, False)
        sure = bool(around.hold_together(np.array([area]), padded[around.neighbours[[area]]])[0])
        rest = set_of(own)
        around_it = rest & bits[area]
        assert sure == bool(around_it and connected(around_it, bits))
        assert not sure or stays_connected(rest, bits[area], bits)
        answers.append(sure)
    assert 0 < sum(answers) < len(answers)


def test_areas_with_many_neighbours_have_no_table():
    # A star of fourteen.
    star = Surroundings([list(range(1, 14)), *([[0]] * 13)])
    assert (star.neighbours[0] == 14).all()
    assert not star.hold_together(np.array([0]), np.zeros((1, 10), dtype=bool)).any()
    assert star.hold_together(np.array([1]), np.arange(10)[None, :] == 0).all()


# Four columns, each of one territory: 0 goes to the second territory and 3 to the third.
def test_moves_of_one_plan_between_different_territories_add_up():
    problem = grid_problem(5, 4, 4, uneven(20, 2), criteria=criteria_of(WORST_DEVIATION, 1))
    space = SearchSpace(problem)
    plan = np.arange(20) % 4
    scales = Scales.from_reference(space, plan)
    abreast = PlansAbreast(space, scales, np.array([plan, plan]), 0.0)
    drawn = Proposal(*(np.array(ends) for ends in ([1, 1], [0, 3], [0, 3], [1, 2])))
    abreast.settle(drawn, abreast.after(drawn))
    kept = abreast.cost + abreast.other
    table = abreast.places.table.copy()
    abreast.labels[1, [0, 3]] = [1, 2]
    abreast.places.sum_up(abreast.labels, space.centres(plan)[None].repeat(2, axis=0))
    assert table == pytest.approx(abreast.places.table)
    assert kept[0] != kept[1]
    before = abreast.cost.copy()
    abreast.refresh()
    assert before == pytest.approx(abreast.cost)


def test_which_maps_are_annealed_abreast():
    assert Schedules.of(SearchSpace(grid_problem(6, 10, 5))).abreast
    assert Schedules.of(SearchSpace(grid_problem(10, 10, 5))).abreast
    assert not Schedules.of(SearchSpace(grid_problem(10, 11, 5))).abreast
    narrow = grid_problem(10, 10, 5, rules=Rules(max_deviation=0.02))
    assert not Schedules.of(SearchSpace(narrow)).abreast
    around_homes = grid_problem(10, 10, 5, homes=np.arange(10.0).reshape(5, 2))
    assert not Schedules.of(SearchSpace(around_homes)).abreast
    by_mean = grid_problem(10, 10, 5, criteria=criteria_of(MEAN_DEVIATION, 1))
    assert not Schedules.of(SearchSpace(by_mean)).abreast
    assert not Schedules.of(SearchSpace(grid_problem(6, 10, 5)), max_seconds=0.1).abreast
    present = grid_problem(6, 10, 5, initial=np.arange(60) // 12)
    assert not Schedules.of(SearchSpace(present)).abreast


def test_narrow_limits_are_searched_for_longer():
    wide, narrow = (
        SearchSpace(grid_problem(6, 6, 4, rules=Rules(max_deviation=limit)))
        for limit in (0.06, 0.05)
    )
    assert (wide.has_narrow_limit, narrow.has_narrow_limit) == (False, True)
    scales = Scales.from_reference(wide, np.arange(36) // 9)
    assert Nursery(narrow, scales).longer > Nursery(wide, scales).longer == 1


@pytest.mark.slow
def test_three_criteria_within_their_limit_and_the_same_again():
    weights = np.random.default_rng(2).integers(20, 60, (35, 3)).astype(float)
    problem = grid_problem(5, 7, 3, weights, rules=Rules(max_deviation=0.05))
    settings = SearchSettings(population=4, islands=1, max_generations=1, workers=1)
    first, again = (balance(problem, settings).labels for _ in range(2))
    assert first.tolist() == again.tolist()
    assert contiguous(problem, first)
    assert np.abs(SearchSpace(problem).deviations(first)).max() <= 0.05 + 1e-9
