"""Outlines of polygons and lines from well-known binary."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from territory_design.core.contiguity import find_contiguities
from territory_design.core.errors import InvalidInput
from territory_design.core.geometry.outlines import lines_from_wkb, rings_from_wkb
from territory_design.tests.core.polygons import borders, box

RING = box(0, 0, 4, 4)
HOLE = box(1, 1, 2, 2)


def polygon(rings, order="<", code=3, extra=(), srid=None):
    data = struct.pack(order + "BI", order == "<", code)
    if srid is not None:
        data += struct.pack(order + "I", srid)
    data += struct.pack(order + "I", len(rings))
    for ring in rings:
        data += struct.pack(order + "I", len(ring))
        for vertex in ring:
            data += struct.pack(order + f"{2 + len(extra)}d", *vertex, *extra)
    return data


def multi(parts, order="<", code=6):
    return struct.pack(order + "BII", order == "<", code, len(parts)) + b"".join(parts)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(
    ("code", "extra"),
    [
        (3, ()),
        (1003, (9.0,)),
        (2003, (9.0,)),
        (3003, (9.0, 8.0)),
        (0x80000003, (9.0,)),
        (0x40000003, (9.0,)),
        (0xC0000003, (9.0, 8.0)),
    ],
)
def test_all_dimensions_in_both_byte_orders(order, code, extra):
    read = rings_from_wkb([polygon([RING, HOLE], order, code, extra)])
    np.testing.assert_array_equal(read.coordinates, RING + HOLE)
    assert read.ring_start.tolist() == [0, 5, 10]
    assert read.ring_is_hole.tolist() == [False, True]


def test_reference_system_number_is_skipped():
    read = rings_from_wkb([polygon([RING], code=0x20000003, srid=25832)])
    np.testing.assert_array_equal(read.coordinates, RING)


def test_parts_of_mixed_byte_order_and_empty_ones():
    read = rings_from_wkb(
        [multi([polygon([RING]), polygon([]), polygon([[]]), polygon([HOLE], ">")]), None, b""]
    )
    assert read.area_count == 3
    assert read.ring_area.tolist() == [0, 0]
    np.testing.assert_array_equal(read.coordinates, RING + HOLE)


def test_areas_read_are_neighbours():
    read = rings_from_wkb([polygon([box(0, 0, 1, 1)]), multi([polygon([box(1, 0, 2, 1)])])])
    assert borders(find_contiguities(read)) == {(0, 1): 1}


def test_nothing_to_read():
    assert rings_from_wkb([]).area_count == 0
    assert rings_from_wkb([None]).coordinates.shape == (0, 2)


@pytest.mark.parametrize("code", [1, 2, 10, 1002, 4003])
def test_other_geometries_are_refused(code):
    with pytest.raises(InvalidInput, match=f"number 2 .*type {code}"):
        rings_from_wkb([polygon([RING]), polygon([RING], code=code)])


@pytest.mark.parametrize("length", [1, 4, 7, 11, 40])
def test_damaged_geometry_is_refused(length):
    with pytest.raises(InvalidInput, match=r"number 1 .*damaged"):
        rings_from_wkb([polygon([RING])[:length]])


def line(vertices, order="<", code=2, extra=()):
    data = struct.pack(order + "BII", order == "<", code, len(vertices))
    return data + b"".join(
        struct.pack(order + f"{2 + len(extra)}d", *vertex, *extra) for vertex in vertices
    )


def point(x, y):
    return struct.pack("<BIdd", 1, 1, x, y)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(("code", "extra"), [(2, ()), (1002, (9.0,)), (0xC0000002, (9.0, 8.0))])
def test_a_line_of_any_dimension(order, code, extra):
    (read,) = lines_from_wkb(line([(0, 1), (2, 3)], order, code, extra))
    np.testing.assert_array_equal(read, [(0, 1), (2, 3)])


def test_lines_among_other_geometries():
    lines = multi([line([(0, 0), (1, 0)]), line([]), line([(5, 5), (6, 6), (7, 5)])], code=5)
    mixed = multi([point(9, 9), lines, polygon([RING]), line([(3, 3), (4, 4)])], code=7)
    assert [len(vertices) for vertices in lines_from_wkb(mixed)] == [2, 3, 2]
    assert lines_from_wkb(point(1, 2)) == []


def test_damaged_and_curved_lines_are_refused():
    with pytest.raises(InvalidInput, match="ends after 20 bytes"):
        lines_from_wkb(line([(0, 1), (2, 3)])[:20])
    with pytest.raises(InvalidInput, match="type 8"):
        lines_from_wkb(line([(0, 1), (2, 3)], code=8))
