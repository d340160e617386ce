"""Numbers that are written as texts: one way of reading for all, or none."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from territory_design.core.number_texts import READINGS, read_texts


@pytest.mark.parametrize(
    ("texts", "numbers"),
    [
        (["1234", " 7 ", "-3"], [1234, 7, -3]),
        (["0.5", "12", "1e3"], [0.5, 12, 1000]),
        (["0,5", "12"], [0.5, 12]),
        (["1 234", "567"], [1234, 567]),
        (["1\u00a0234,5", "1\u202f000\u2009000"], [1234.5, 1_000_000]),
        (["1.234,5", "2.000"], [1234.5, 2000]),
        (["1,234.5", "2,000"], [1234.5, 2000]),
        (["1'234.5", "1’000"], [1234.5, 1000]),
        (["1,234", "0,5"], [1.234, 0.5]),  # no thousands begin with 0
        (["1,234", "1,234,567"], [1234, 1_234_567]),
        (["1.2345", "3.25"], [1.2345, 3.25]),
        (["\u22123"], [-3]),
        ([], []),
    ],
)
def test_texts_are_read_in_the_one_way_that_fits_all(texts, numbers):
    read = read_texts(texts)
    assert read.values.tolist() == numbers
    assert read.rival is None


@pytest.mark.parametrize(
    ("texts", "doubtful", "two"),
    [
        (["1.234"], 0, {1.234, 1234}),
        (["12", "1,234", "5"], 1, {1.234, 1234}),
    ],
)
def test_what_may_be_two_numbers_is_not_guessed(texts, doubtful, two):
    read = read_texts(texts)
    assert read.doubtful == doubtful
    assert {way.number(texts[doubtful]) for way in (read.reading, read.rival)} == two


@pytest.mark.parametrize(
    "text", ["", "12 km", "n/a", "1 23", "1,23,4", "nan", "inf", "1.2.3", "0x10", "٣", "1..2", "."]
)
def test_what_is_no_number_stays_unread(text):
    read = read_texts(["5", text])
    assert read.unread.tolist() == [False, True]
    assert math.isnan(read.values[1])


def test_most_texts_decide_how_the_rest_is_judged():
    read = read_texts(["1,5", "2,5", "n/a"])
    assert read.values[:2].tolist() == [1.5, 2.5]
    assert read.unread.tolist() == [False, False, True]


@given(st.lists(st.integers(-(10**9), 10**9), min_size=1))
def test_whole_numbers_come_back_from_every_way_of_grouping(numbers):
    for way in READINGS:
        if way.thousands:
            texts = [f"{number:,}".replace(",", way.thousands[0]) for number in numbers]
            assert [way.number(text) for text in texts] == numbers


def test_expressions_name_the_field_and_quote_it():
    assert READINGS[1].expression('a"b') == "try(to_real(replace(\"a\"\"b\", ',', '.')))"


def test_a_unit_around_the_numbers_is_left_out():
    read = read_texts(["5.660,00 €", "34.810,50 €", "980,00 €"])
    assert read.unread.all()
    assert read.inside.number("34.810,50") == 34810.5
    assert read.inside.expression("revenue", around=True) == (
        "try(to_real(replace(replace(regexp_replace(\"revenue\", '^[^0-9+-]+|[^0-9]+$', ''), "
        "'.', ''), ',', '.')))"
    )


@pytest.mark.parametrize(
    "texts", [["5 €", "7 $"], ["n/a", "5"], ["1.234 €"], ["12 km 5", "1 km 2"]]
)
def test_what_is_not_one_unit_stays_unread(texts):
    read = read_texts(texts)
    assert read.inside is None
