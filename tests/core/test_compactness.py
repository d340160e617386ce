"""Compactness of shapes whose figures are known: discs, squares, rectangles."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from territory_design.core.plan.compactness import (
    inertia_compactness,
    polsby_popper,
    reock,
    territory_inertia,
)

PI = np.pi


def test_a_disc_is_1_in_every_measure():
    radius = np.array([3.0])
    area = PI * radius**2
    assert polsby_popper(area, 2 * PI * radius) == pytest.approx(1.0)
    assert reock(area, PI * radius**2) == pytest.approx(1.0)
    assert inertia_compactness(area, PI * radius**4 / 2) == pytest.approx(1.0)


def test_a_square_of_side_2():
    area = np.array([4.0])
    assert polsby_popper(area, np.array([8.0])) == pytest.approx(PI / 4)
    assert reock(area, np.array([2 * PI])) == pytest.approx(2 / PI)
    # A rectangle a × b has the second moment a·b·(a² + b²) / 12.
    assert inertia_compactness(area, np.array([32.0 / 12.0])) == pytest.approx(3 / PI)


def test_an_empty_shape_has_no_compactness():
    nothing = np.zeros(1)
    for measure in (polsby_popper, reock, inertia_compactness):
        assert np.isnan(measure(nothing, nothing)).all()


def test_moments_of_areas_add_up_to_that_of_the_whole():
    """Four unit squares in a row are a rectangle of 4 × 1; the fifth is nobody's."""
    points = np.column_stack([np.arange(5.0), np.zeros(5)])
    labels = np.array([0, 0, 0, 0, -1])
    whole = territory_inertia(labels, points, np.ones(5), 1, np.full(5, 2.0 / 12.0))
    assert whole == pytest.approx(4 * (16 + 1) / 12)
    as_discs = territory_inertia(labels, points, np.ones(5), 1)
    assert as_discs == pytest.approx(4 * 16 / 12 - 4 / 12 + 4 / (2 * PI))


@given(st.floats(0.01, 100.0), st.floats(0.01, 100.0), st.floats(-1e3, 1e3))
def test_no_rectangle_beats_a_disc_wherever_it_lies(width, height, shift):
    points = np.array([[shift, -shift]])
    area = np.array([width * height])
    own = area * (width**2 + height**2) / 12
    inertia = territory_inertia(np.array([0]), points, area, 1, own)
    assert 0.0 < inertia_compactness(area, inertia)[0] <= 3 / PI + 1e-9
