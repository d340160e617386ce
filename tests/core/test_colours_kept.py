"""Territories that had a colour keep it; others get one that nobody has."""

from __future__ import annotations

from territory_design.core.plan.colours import keep_colours


def test_who_has_a_colour_keeps_it():
    kept = keep_colours(["#111111", "#222222", "#333333"], [None, "#111111", "#222222"])
    assert kept[1:] == ["#111111", "#222222"]
    assert kept[0] not in kept[1:]


def test_nothing_known_changes_nothing():
    assert keep_colours(["#111111", "#222222"], [None, None]) == ["#111111", "#222222"]
    assert keep_colours([], []) == []


def test_a_colour_that_is_free_stays():
    assert keep_colours(["#111111", "#222222"], ["#333333", None]) == ["#333333", "#222222"]
