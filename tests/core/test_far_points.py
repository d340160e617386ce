"""Which places are named as far from all others."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.geometry.far_points import apart_m, far_from_the_rest, look_like_degrees
from territory_design.core.geometry.geodesy import PlaneMetric

TOWN = np.random.default_rng(5).normal([500_000.0, 5_500_000.0], 20_000.0, (50, 2))


def far(*places, rest=TOWN, origin=()):
    points = np.vstack([rest, places]) if places else rest
    at_origin = np.isin(np.arange(len(points)), [len(rest) + n for n in origin])
    return (np.flatnonzero(far_from_the_rest(points, at_origin)) - len(rest)).tolist()


def test_a_town_has_no_far_places():
    assert far() == []


@pytest.mark.parametrize(("kilometres", "found"), [(100, []), (900, []), (1100, [0]), (9000, [0])])
def test_thousands_of_kilometres_are_far(kilometres, found):
    assert far([500_000.0 + 1000.0 * kilometres, 5_500_000.0]) == found


def test_a_continent_is_not_far_from_itself():
    spread = np.random.default_rng(6).uniform(-4e6, 4e6, (50, 2))
    assert far([6e6, 0.0], rest=spread) == []


def test_what_lies_at_the_origin_is_far_even_where_it_is_near():
    near_zero = TOWN - [300_000.0, 5_500_000.0]
    assert far([0.0, 0.0], rest=near_zero, origin=[0]) == [0]
    assert far([0.0, 0.0], rest=near_zero) == []


def test_a_map_around_its_origin_may_have_a_place_there():
    assert far([0.0, 0.0], rest=TOWN - [500_000.0, 5_500_000.0], origin=[0]) == []


def test_the_rest_may_be_others():
    people = np.array([[500_000.0, 5_500_000.0], [0.0, 0.0]])
    found = far_from_the_rest(people, np.array([False, True]), TOWN)
    assert found.tolist() == [False, True]


def test_nobody_is_far_from_nobody():
    nothing = np.empty((0, 2))
    assert far_from_the_rest(nothing, np.empty(0, dtype=bool)).tolist() == []
    assert far_from_the_rest(np.zeros((1, 2)), np.array([True]), nothing).tolist() == [False]


def test_degrees_are_told_from_metres():
    assert look_like_degrees(np.array([[8.69, 49.41], [8.47, 49.49]]))
    assert not look_like_degrees(np.array([[478_000.0, 5_474_000.0], [8.47, 49.49]]))
    assert not look_like_degrees(np.array([[49.41, 108.69], [49.49, 108.47]]))
    assert not look_like_degrees(np.array([[1.0, 1.0], [2.0, 1.5]]))  # a drawing
    assert not look_like_degrees(np.array([[8.69, 49.41]]))


def test_how_far_two_sets_are_apart():
    here = np.array([[0.0, 0.0], [2.0, 0.0], [900.0, 0.0]])
    assert apart_m(here, here + np.array([3.0, 4.0]), PlaneMetric()) == 5.0
