"""First plans around free homes: which maps they suit, and that the best diagram is taken."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from territory_design.core.balance import promising_starts
from territory_design.core.balance import starts as first_plans
from territory_design.core.balance.criteria import Scales
from territory_design.core.balance.problem import BalanceProblem
from territory_design.core.balance.promising_starts import PromisingStarts, are_telling
from territory_design.core.balance.schedules import Schedules
from territory_design.core.balance.settings import SearchSettings
from territory_design.core.balance.space import SearchSpace
from territory_design.core.balance.starts import StartFactory
from territory_design.core.progress import SILENT, Cancelled, Progress
from territory_design.tests.core.balance_grids import grid_problem

SIDE, COUNT = 24, 5


def free_homes() -> BalanceProblem:
    """A map of 24 × 24 areas for five homes anywhere."""
    return grid_problem(SIDE, SIDE, COUNT, np.random.default_rng(1).integers(1, 40, SIDE**2))


def starts_of(problem: BalanceProblem, seed: int = 1, max_seconds: float = 0.0) -> PromisingStarts:
    space = SearchSpace(problem)
    factory = StartFactory(space)
    settings = SearchSettings(seed=seed, max_seconds=max_seconds)
    reference = factory.power_diagram(np.random.default_rng(0))
    scales, schedule = Scales.from_reference(space, reference), Schedules.of(space).start
    return PromisingStarts(factory, scales, settings, schedule)


def test_diagrams_tell_how_plans_end_around_free_homes_with_many_areas_each():
    problem = free_homes()
    assert are_telling(SearchSpace(problem))
    corners = problem.points[[0, SIDE - 1, SIDE**2 - SIDE, SIDE**2 - 1, SIDE**2 // 2]]
    cost = np.hypot(*(problem.points[:, None] - corners[None]).transpose(2, 0, 1))
    assert not are_telling(SearchSpace(replace(problem, travel_cost=cost)))
    current = np.arange(SIDE**2) * COUNT // SIDE**2
    assert not are_telling(SearchSpace(replace(problem, initial=current)))
    assert not are_telling(SearchSpace(grid_problem(10, 10, 5, np.ones(100))))


def test_there_are_fewer_diagrams_where_each_takes_long(monkeypatch):
    starts, asked = starts_of(free_homes()), []

    outline = starts.factory.outline(np.random.default_rng(0))

    def outlined(*_):
        asked.append(1)
        return outline

    monkeypatch.setattr(starts.factory, "outline", outlined)
    monkeypatch.setattr(starts, "_annealed", lambda diagram, *_: diagram)
    costs = len(starts.factory.clusters.mass) * COUNT
    for of_all, made in ((100 * costs, 16), (7 * costs, 7), (1, 2)):
        tuned = replace(promising_starts._TUNING, costs=of_all)
        monkeypatch.setattr(promising_starts, "_TUNING", tuned)
        asked.clear()
        starts._drawn(0, SILENT)
        assert len(asked) == made


@pytest.mark.slow
def test_more_diagrams_leave_a_shorter_trip(monkeypatch):
    trips = []
    # On so small a map all middles end in the same places if they have the time.
    rushed = replace(first_plans._TUNING, settling_rounds_from_afar=2)
    monkeypatch.setattr(first_plans, "_TUNING", rushed)
    rough = replace(promising_starts._TUNING, annealed=1, sweeps_before=0)
    for diagrams in (1, 6):
        tuned = replace(rough, diagrams=diagrams)
        monkeypatch.setattr(promising_starts, "_TUNING", tuned)
        starts = [starts_of(free_homes(), seed) for seed in range(3)]
        trips.append([s.factory.space.travel(s.plan(0)) for s in starts])
    few, many = trips
    # The first of the diagrams are the same.
    assert all(least <= first for first, least in zip(few, many))
    assert sum(many) < sum(few)


def test_middles_that_reach_beyond_are_sooner_where_they_settle(monkeypatch):
    trips = []
    for reach in (1.0, first_plans._TUNING.reach_from_afar):
        tuned = replace(first_plans._TUNING, reach_from_afar=reach, settling_rounds_from_afar=20)
        monkeypatch.setattr(first_plans, "_TUNING", tuned)
        factory, rng = StartFactory(SearchSpace(free_homes())), np.random.default_rng(2)
        outlines = [factory.outline(rng) for _ in range(8)]
        trips.append(sum(factory.space.travel(outline.labels) for outline in outlines))
    plain, reaching = trips
    assert reaching < plain


def test_few_diagrams_of_clusters_are_balanced_on_single_areas(monkeypatch):
    tuned = replace(promising_starts._TUNING, diagrams=5, annealed=1, sweeps_before=0)
    monkeypatch.setattr(promising_starts, "_TUNING", tuned)
    starts, detailed = starts_of(free_homes()), []

    def in_detail(outline, *_):
        detailed.append(starts.factory.space.travel(outline.labels))
        return outline.labels

    rng = np.random.default_rng([1, 0, promising_starts._OF_DIAGRAMS])
    everyone = [starts.factory.outline(rng) for _ in range(5)]
    monkeypatch.setattr(starts.factory, "in_detail", in_detail)
    starts.plan(0)
    assert detailed == sorted(starts.factory.space.travel(one.labels) for one in everyone)[:2]


def test_an_island_has_the_same_diagram_whatever_was_asked_before(monkeypatch):
    monkeypatch.setattr(promising_starts, "_TUNING", replace(promising_starts._TUNING, diagrams=2))
    one, other = starts_of(free_homes()), starts_of(free_homes())
    second = other.plan(1)
    np.testing.assert_array_equal(one.plan(0), other.plan(0))
    np.testing.assert_array_equal(one.plan(1), second)
    assert (one.plan(0) != second).any()


class StopsAfter(Progress):
    """Wants to stop after so many questions."""

    def __init__(self, questions: int) -> None:
        self.left = questions

    def is_cancelled(self) -> bool:
        self.left -= 1
        return self.left < 0


def test_a_stop_leaves_the_best_diagram_so_far_and_none_before_the_first():
    with pytest.raises(Cancelled):
        starts_of(free_homes()).plan(0, StopsAfter(3))
    # A diagram asks some hundred times.
    assert len(starts_of(free_homes()).plan(0, StopsAfter(500))) == SIDE**2


def test_a_time_limit_leaves_time_for_more_than_diagrams(monkeypatch):
    starts, made = starts_of(free_homes(), max_seconds=1e-3), []
    settled = StartFactory.outline

    def counted(*args: object, **named: object) -> object:
        found = settled(*args, **named)
        made.append(found)
        return found

    monkeypatch.setattr(StartFactory, "outline", counted)
    assert len(starts.plan(0)) == SIDE**2
    assert len(made) == 1


@pytest.mark.slow
def test_of_diagrams_with_trips_alike_the_one_with_the_shortest_borders_is_annealed_on(monkeypatch):
    borders = []
    for annealed in (1, 6):
        tuned = replace(promising_starts._TUNING, diagrams=6, annealed=annealed, border=100.0)
        monkeypatch.setattr(promising_starts, "_TUNING", tuned)
        starts = [starts_of(free_homes(), seed) for seed in range(3)]
        borders.append([s.factory.space.border_length(s.plan(0)) for s in starts])
    nearest, shortest = borders
    # The first of those annealed is the same.
    assert all(least <= first for first, least in zip(nearest, shortest))
    assert sum(shortest) < sum(nearest)
