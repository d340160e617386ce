"""When two ids are one, their order, and north-to-south numbers."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.errors import InvalidInput
from territory_design.core.ids import (
    distinct_ids,
    id_key,
    id_order,
    names_by_id,
    positions_in,
    refuse_repeated_ids,
)
from territory_design.core.plan.order import north_to_south


@pytest.mark.parametrize("value", [7, 7.0, "7", " 7 ", np.int64(7), np.float64(7.0)])
def test_spellings_of_one_id(value):
    assert id_key(value) == "7"


def test_texts_stay_apart_from_each_other():
    assert [id_key(value) for value in ("07", 7.5, "a b", "7.0")] == ["07", "7.5", "a b", "7.0"]


def test_numbers_come_by_size_then_texts_by_alphabet():
    mixed = ["b", 10, 2.5, "10 a", np.int32(3), "B"]
    assert sorted(mixed, key=id_order) == [2.5, 3, 10, "10 a", "B", "b"]


def test_distinct_ids_are_sorted_and_without_null():
    assert distinct_ids([10, None, 9, 10.0, "x", " x"]) == [9, 10.0, " x"]
    assert distinct_ids([None]) == []


def test_positions_among_known_ids():
    assert positions_in(["2", None, 5, 1.0], [1, 2]).tolist() == [1, -1, -1, 0]
    assert positions_in([], [1]).dtype == np.int64


def test_missing_and_repeated_ids_are_refused_with_count_and_names():
    refuse_repeated_ids([1, 2, "a"], "id", "INPUT")
    with pytest.raises(InvalidInput, match=r"INPUT: the id field 'id' is NULL in 1 feature\."):
        refuse_repeated_ids([1, None], "id", "INPUT")
    with pytest.raises(InvalidInput, match="NULL in 2 features"):
        refuse_repeated_ids([None, None], "id", "INPUT")
    with pytest.raises(InvalidInput, match=r"ids in field .id. are not unique: 3, 10\."):
        refuse_repeated_ids([10, 3, 3, 10, 4], "id", "REPS")


def test_points_are_numbered_from_north():
    """The points, with their rows::

      1
    2   0
      3
    """
    points = np.array([[2.0, 1.0], [1.0, 2.0], [0.0, 1.0], [1.0, 0.0]])
    assert north_to_south(points).tolist() == [1, 2, 0, 3]


def test_what_readers_call_ids():
    called = names_by_id([8568, 2, 3.0, "4", 5], ["Berlin", "Müller", " Müller ", None, " "])
    assert called == {"8568": "Berlin", "2": "Müller (2)", "3": "Müller (3)"}
