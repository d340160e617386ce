"""Ground and shape of territories from outlines, how firm areas are in words, and home rules.

+---+---+
| 2 | 3 |    squares of 1 m, ring by ring
+---+---+
| 0 | 1 |
+---+---+
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from territory_design.core.geometry.outlines import PolygonRings
from territory_design.core.geometry.perimeters import perimeters, ring_segments
from territory_design.core.plan.areas import Homes
from territory_design.core.plan.editor import PlanEditor
from territory_design.core.plan.enclaves import Enclave, enclaves_by_territory
from territory_design.core.plan.firmness import firmness
from territory_design.core.plan.grades import Grade, grades_of
from territory_design.core.plan.measures import measures_of
from territory_design.core.plan.overlap import overlap_of_areas, overlap_of_customers
from territory_design.core.plan.reasons import reason_of
from territory_design.core.plan.rules import Forbidden, PlanRules
from territory_design.core.plan.shapes import shapes_of
from territory_design.core.plan.strokes import Stroke
from territory_design.tests.core.plan_grids import grid_plan


@pytest.fixture
def four_squares():
    corners = np.array([(0, 0), (1, 0), (1, 1), (0, 1), (0, 0)], dtype=float)
    offsets = ((0, 0), (1, 0), (0, 1), (1, 1))
    return PolygonRings(
        np.vstack([corners + offset for offset in offsets]),
        np.arange(0, 21, 5),
        np.arange(4),
        4,
    )


def test_shapes_of_squares(four_squares):
    shapes = shapes_of(four_squares, np.array([0, 0, 0, 0]), 2)
    assert shapes.ground_m2.tolist() == [1.0] * 4
    assert shapes.reock[0] == pytest.approx(2 / np.pi), "a square in its circle"
    assert shapes.inertia[0] == pytest.approx(3 / np.pi), "16 / (2π · 16/6)"
    assert np.isnan([shapes.reock[1], shapes.inertia[1]]).all(), "nobody has the second"
    halves = shapes_of(four_squares, np.array([0, 0, 1, -1]), 2)
    assert halves.reock[0] == pytest.approx(2 / (np.pi * 1.25))


def test_outlines_are_measured_with_their_holes(four_squares):
    begin, end = ring_segments(four_squares)
    lengths = np.hypot(*(end - begin).T)
    assert perimeters(four_squares, lengths).tolist() == [4.0] * 4
    open_ring = PolygonRings(
        np.array([(0, 0), (3, 0), (0, 4)], dtype=float), np.array([0, 3]), np.array([0]), 1
    )
    begin, end = ring_segments(open_ring)
    assert perimeters(open_ring, np.hypot(*(end - begin).T)).tolist() == [12.0], "it is closed"


def test_enclaves_count_for_both():
    nobody, somebody = (Enclave(owner, 1, np.array([0]), False) for owner in (-1, 0))
    own, holes = enclaves_by_territory([nobody, somebody], 3)
    assert own.tolist() == [1, 0, 0]
    assert holes.tolist() == [0, 2, 0]


def test_overlap_of_areas_and_customers():
    """R1 has a place amidst the four of R0, and nothing else."""
    labels = np.array([0, 0, 0, 0, 1])
    points = np.array([(0, 0), (2, 0), (0, 2), (2, 2), (1, 1)], dtype=float)
    ground = np.array([1.0, 1.0, 1.0, 1.0, 4.0])
    areas = overlap_of_areas(labels, points, ground, 3)
    assert areas.share[:2].tolist() == [0.5, 0.0]
    assert np.isnan(areas.share[2])
    assert areas.overall == pytest.approx(4 / (8 + 4))
    near = np.array([[1, 2], [0, 4], [0, 4], [4, 1], [0, 1]])
    customers = overlap_of_customers(labels, near, 2)
    assert customers.share.tolist() == [0.375, 1.0]
    assert customers.overall == pytest.approx((0 + 0.5 + 0.5 + 0.5 + 1) / 5)


def test_grades_from_firm_to_loose():
    plan = grid_plan(1, 4, [0, 0, 1, 1], np.array([4.0, 1.0, 1.0, 2.0]))
    assert grades_of(firmness(plan)) == [
        *(Grade.INSIDE, Grade.MISPLACED, Grade.LOOSE, Grade.INSIDE),
    ]
    locked = PlanRules(locked=np.array([True] * 4))
    assert grades_of(firmness(plan, locked))[1] == Grade.HELD
    wide = grid_plan(3, 8, np.tile([0, 0, 0, 0, 1, 1, 1, 1], 3), np.arange(24.0) % 8 + 4.0)
    grades = grades_of(firmness(wide))
    assert {Grade.FIRM, Grade.LOOSE} <= set(grades)


def test_an_area_with_the_home_does_not_leave():
    row = grid_plan(1, 4, [0, 0, 1, 1])
    row = row.from_homes(Homes.in_areas(row.areas, np.array([1, 1])))
    assert row.lives.tolist() == [-1, 0, -1, -1], "the owner's home comes first"
    strange = row.with_labels(np.array([0, 1, 1, 1]))
    assert strange.lives.tolist() == [-1, 1, -1, -1]
    assert grid_plan(1, 2, [0, 1]).lives.tolist() == [-1, -1]
    rules = PlanRules(lives=row.lives)
    assert Forbidden(firmness(row, rules).forbidden[1]) == Forbidden.HOME
    assert Forbidden(firmness(row, rules).forbidden[2]) == Forbidden.NOTHING
    editor = PlanEditor(row, rules)
    (refusal,) = editor.preview(Stroke.to(np.array([1]), 1)).refusals
    assert refusal.rule == Forbidden.HOME
    assert "a1 holds the home of territory R0" in str(reason_of(refusal, row))


def test_the_worst_of_several_criteria():
    plan = grid_plan(1, 2, [0, 1], np.array([[1.0, 2.0], [3.0, 2.0]]))
    worst = measures_of(plan).worst_evenness
    assert worst.worst_pct == worst.sigma_pct == pytest.approx(50.0)
    assert plan.difference.tolist() == [[-1.0, 0.0], [1.0, 0.0]]
    nothing = replace(plan, targets=np.zeros((2, 2)))
    assert measures_of(nothing).evenness[0].sigma_pct == 0.0
