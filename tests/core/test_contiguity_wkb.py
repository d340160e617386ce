"""Polygons from well-known binary."""

from __future__ import annotations

import struct

import numpy as np
import pytest
from territory_design.core.contiguity import find_contiguities, rings_from_wkb
from territory_design.core.errors import InvalidInput
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
