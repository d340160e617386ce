"""Alignment files of any kind, and how they are brought to areas."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.errors import InvalidInput
from territory_design.core.plan.alignment import Alignment, matched, read_alignment

KNOWN = {"01067", "01069", "10115"}


@pytest.mark.parametrize(
    "text",
    [
        "area_id,territory\n01067,A\n01069,B\n",
        "01067,A\n01069,B\n",
        "01067;A\r\n01069;B\r\n",
        "PLZ\tGebiet\n01067\tA\n01069\tB",
        '"01067","A"\n\n"01069","B"\n',
        "name,territory,zip\nDresden,A,01067\nDresden,B,01069\n",
        "what,ever\n01067,A\n01069,B\n",
        "01067 , A\n01069,B\n01069,B\n",
    ],
)
def test_files_that_say_the_same(text):
    assert read_alignment(text, KNOWN) == Alignment(["01067", "01069"], ["A", "B"])


def test_locks_and_empty_territories():
    found = read_alignment("id,territory,locked\n01067,A,1\n01069,,no\n10115,B,yes\n", KNOWN)
    assert found.territories == ["A", None, "B"]
    assert found.locked.tolist() == [True, False, True]
    assert read_alignment("01067,A,x\n", KNOWN).locked.tolist() == [True]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "is empty"),
        ("\n \n", "is empty"),
        ("01067\n01069\n", "Line 1"),
        ("01067,A\n01069\n", "Line 2"),
        ("01067,A\n01067,B\n", "1 area to two territories: 01067"),
    ],
)
def test_what_cannot_be_an_alignment_is_refused(text, words):
    with pytest.raises(InvalidInput, match=words):
        read_alignment(text, KNOWN)


def test_ids_are_texts():
    """01067 is not 1067, unless the areas have numbers."""
    alignment = Alignment(["01067", "1069"], ["A", "B"])
    found = matched(alignment, ["01067", "01069"])
    assert (found.labels.tolist(), found.unknown, found.missing.tolist()) == (
        [0, -1],
        ["1069"],
        [1],
    )
    numbers = matched(alignment, [1069, 1067])
    assert (numbers.labels.tolist(), numbers.unknown) == ([1, 0], [])


def test_order_does_not_matter_and_names_are_sorted():
    found = matched(Alignment(["c", "a", "b"], ["10", "9", None]), ["a", "b", "c", "d"])
    assert [None if i < 0 else found.names[i] for i in found.labels] == ["9", None, "10", None]
    assert found.missing.tolist() == [3]


def test_nothing_in_common_is_refused_with_examples():
    with pytest.raises(
        InvalidInput, match=r"it has x, the layer \(INPUT\) has 1, 2\. Choose the field"
    ):
        matched(Alignment(["x"], ["A"]), [1, 2])


texts = st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z")), min_size=1).filter(
    lambda text: text == text.strip() and not text.startswith("\ufeff")
)


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.dictionaries(texts, texts, min_size=2, max_size=5), st.booleans())
def test_what_is_written_is_read_again(plan, with_locks):
    locked = [len(name) % 2 == 0 for name in plan] if with_locks else None
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(["area_id", "territory", "locked"][: 3 if with_locks else 2])
    for row, (area, territory) in enumerate(plan.items()):
        writer.writerow([area, territory, *([int(locked[row])] if with_locks else [])])
    found = read_alignment(out.getvalue(), set(plan))
    assert dict(zip(found.ids, found.territories)) == plan
    assert (None if found.locked is None else found.locked.tolist()) == locked
