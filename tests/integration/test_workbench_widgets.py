"""The workbench's plain widgets, with Qt 5 as QGIS has it here, and with Qt 6."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parent / "widgets_in_qt.py"


@pytest.fixture(scope="module", params=["5", "6"])
def told(request, tmp_path_factory) -> dict:
    folder = tmp_path_factory.mktemp(f"qt{request.param}")
    run = subprocess.run(
        [sys.executable, str(SCRIPT), str(folder), request.param],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    answer = json.loads(run.stdout)
    assert answer["qt"] == request.param
    return answer


def test_the_table_sorts_by_numbers_and_nobody_stays_last(told):
    sorts = told["table"]["sorted"]
    assert sorts["2 True"] == [1, 0, 2, -1]
    assert sorts["2 False"] == [2, 0, 1, -1]
    assert sorts["1 True"] == [0, 2, 1, -1]  # by alphabet: R10, R11, R9
    assert sorts["1 False"] == [1, 2, 0, -1]


def test_the_table_says_what_the_figures_are(told):
    table = told["table"]
    assert table["titles"][1:4] == ["Territory", "Deviation", "Areas"]
    assert table["texts"] == ["", "R9", "-8.0 %", "4", "10", "9", "4.2 km", "1"]
    assert table["tip"] == "Now -8.00 %, when the work began +1.00 %"
    assert table["bars"] == [True, True]
    assert table["people"] == ["Amberg", "Representative"]


def test_rows_that_stay_keep_their_selection(told):
    assert told["table"]["resets"] == 2, "reset only where rows or columns came or went"


def test_charts_show_the_course_and_the_plans(told):
    charts = told["charts"]
    assert charts["generations"] == [1.0, 0.5, 1 / 3, 0.25, 0.1]
    assert charts["line"] > 100
    assert charts["dots"]
    assert charts["chosen"][:1] == [7]
    assert charts["nothing"]


def test_names_of_plans_with_equal_figures_can_be_read_and_clicked(told):
    alike = told["charts"]["alike"]
    assert told["charts"]["chosen"][1:] == [1, 2, 3]
    assert alike["shown"] == 4
    assert alike["overlaps"] == 0
    assert alike["inside"]
    assert alike["current"], "where there is no room for all, the current plan has its name"
    assert alike["left_out"] > 0


def test_pages_show_and_pass_on(told):
    pages = told["pages"]
    assert pages["selected"] == [1]
    assert pages["texts"] == ["▸ B", "2.00 %", "A"]
    assert pages["wanted"] == ["compare"]
    assert pages["starts"] == ["people", "improve", 3]
    assert pages["running"] == [False, True]
    assert pages["said"] == ["because", "one\ntwo", True]


def test_charts_follow_a_dark_theme(told):
    assert told["dark"]
