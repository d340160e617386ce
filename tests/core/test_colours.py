"""One colour per territory."""

from __future__ import annotations

import re
from itertools import combinations

import numpy as np
import pytest
from territory_design.core.contiguity.graph import ContiguityGraph
from territory_design.core.geometry.triangulation import neighbouring_points
from territory_design.core.plan.colour_vision import DEFICIENCIES, lab_from_srgb
from territory_design.core.plan.colours import (
    colours_around,
    plan_colours,
    territory_colours,
)


def ring(count):
    """Every territory touches the next, the last one the first."""
    here = np.arange(count)
    return ContiguityGraph.from_edges(count, here, (here + 1) % count)


def distance(one, other):
    """Euclidean distance in 8-bit RGB."""
    parts = [[int(colour[i : i + 2], 16) for i in (1, 3, 5)] for colour in (one, other)]
    return float(np.linalg.norm(np.subtract(*parts)))


@pytest.mark.parametrize("count", [1, 2, 27, 150])
def test_all_colours_differ(count):
    colours = territory_colours(count, ring(count))
    assert len(set(colours)) == count
    assert all(re.fullmatch("#[0-9a-f]{6}", colour) for colour in colours)


def test_no_territory_needs_no_colour():
    nothing = np.empty(0, dtype=int)
    assert territory_colours(0, ContiguityGraph.from_edges(0, nothing, nothing)) == []


def test_neighbours_are_told_apart():
    colours = territory_colours(27, ring(27))
    beside = [distance(colours[i], colours[(i + 1) % 27]) for i in range(27)]
    anywhere = [distance(*pair) for pair in combinations(colours, 2)]
    assert min(beside) > 60.0
    assert np.mean(beside) > np.mean(anywhere)


def test_labels_can_be_read_on_them():
    for colour in territory_colours(60, ring(60)):
        red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
        assert 0.299 * red + 0.587 * green + 0.114 * blue > 115.0


def test_the_same_map_gets_the_same_colours():
    assert territory_colours(12, ring(12)) == territory_colours(12, ring(12))


def test_most_territories_keep_their_colour_when_the_borders_move():
    # 0 1 2 3 4
    # 5 6 7 8 9    each touches the next and the one below; then some corners become borders
    here = np.arange(25)
    beside = here[here % 5 < 4]
    below = here[here < 20]
    corners = np.array([0, 7, 13, 16])
    first = np.concatenate([beside, below])
    second = np.concatenate([beside + 1, below + 5])
    one = territory_colours(25, ContiguityGraph.from_edges(25, first, second))
    first, second = np.concatenate([first, corners]), np.concatenate([second, corners + 6])
    other = territory_colours(25, ContiguityGraph.from_edges(25, first, second))
    assert sum(a == b for a, b in zip(one, other)) >= 15
    assert sorted(one) == sorted(other)


def test_more_territories_than_colours():
    colours = territory_colours(900, ring(900))
    assert len(colours) == 900
    assert all(colours[i] != colours[i + 1] for i in range(899))


def test_colours_of_a_plan_are_those_of_the_territories_that_touch():
    """Areas 0 1 2 3 in a row, the last one in no territory."""
    graph = ContiguityGraph.from_edges(4, [0, 1, 2], [1, 2, 3])
    labels = np.array([0, 0, 1, -1])
    touching = ContiguityGraph.from_edges(2, [0], [1])
    assert plan_colours(labels, 2, graph) == territory_colours(2, touching)
    assert len(set(plan_colours(labels, 2, None))) == 2


def test_colours_around_homes_bear_missing_and_equal_ones():
    points = np.array([[0.0, 0.0], [1.0, 0.0], [np.nan, np.nan], [1.0, 0.0], [0.0, 5.0]])
    assert len(set(colours_around(points))) == 5
    assert colours_around(np.empty((0, 2))) == []


# F. Viénot, H. Brettel and J. D. Mollon, "Digital video colourmaps for checking the legibility of
# displays by dichromats", Color Research & Application 24 (1999), as matrices for linear sRGB.
VIENOT = {
    "protanopia": np.array([[0.11238, 0.88762, 0], [0.11238, 0.88762, 0], [0.00401, -0.00401, 1]]),
    "deuteranopia": np.array(
        [[0.29275, 0.70725, 0], [0.29275, 0.70725, 0], [-0.02234, 0.02234, 1]]
    ),
}
SEEN_BY = {
    "all colours": None,
    **{f"{name}, Machado": matrix for name, matrix in DEFICIENCIES.items()},
    **{f"{name}, Viénot": matrix for name, matrix in VIENOT.items()},
}


@pytest.mark.parametrize("seed", [1, 2, 3])
@pytest.mark.parametrize("count", [27, 100])
@pytest.mark.parametrize("eyes", SEEN_BY)
def test_colour_blind_people_tell_neighbours_apart(count, seed, eyes):
    """A random map: territories around random points, as the triangulation joins them."""
    pairs = neighbouring_points(np.random.default_rng(seed).random((count, 2)))
    touching = ContiguityGraph.from_edges(count, pairs[:, 0], pairs[:, 1])
    colours = territory_colours(count, touching)
    rgb = np.array([[int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)] for colour in colours])
    seen = lab_from_srgb(rgb, SEEN_BY[eyes])
    gap = np.linalg.norm(seen[touching.first] - seen[touching.second], axis=1)
    # 2.3 is the least gap that is noticed side by side (Mahy et al., 1994).
    assert gap.min() > (25.0 if eyes == "all colours" else 8.0)
    assert np.median(gap) > 30.0


def test_known_colours_in_cielab():
    white_red_grey = np.array([[1.0, 1.0, 1.0], [1.0, 0.0, 0.0], [0.5, 0.5, 0.5]])
    expected = [[100.0, 0.0, 0.0], [53.24, 80.09, 67.20], [53.39, 0.0, 0.0]]
    assert np.abs(lab_from_srgb(white_red_grey) - expected).max() < 0.1


def test_red_and_green_look_alike_without_one_kind_of_cones():
    red, green = np.array([[0.80, 0.47, 0.40]]), np.array([[0.55, 0.60, 0.38]])
    seen = {
        name: np.linalg.norm(np.diff(lab_from_srgb(np.vstack([red, green]), matrix), axis=0))
        for name, matrix in SEEN_BY.items()
    }
    assert seen["deuteranopia, Machado"] < 0.5 * seen["all colours"]
    assert seen["deuteranopia, Viénot"] < 0.5 * seen["all colours"]
