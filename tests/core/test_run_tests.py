"""The closing line of all tests adds up what the runs say, and a run without one has failed."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

TOOL = Path(__file__).resolve().parents[2] / "tools" / "run_tests.py"


@pytest.fixture(scope="module")
def tool():
    spec = importlib.util.spec_from_file_location("run_tests", TOOL)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_counts_are_those_of_the_closing_line(tool):
    text = "1 failed before\n== 2 failed, 1140 passed, 1 warning in 543.82s (0:09:03) ==\n"
    assert tool.counts_of(text) == {"failed": 2, "passed": 1140, "warnings": 1}
    assert tool.counts_of("1 error in 0.10s") == {"errors": 1}


def test_a_run_that_died_has_no_counts(tool):
    assert tool.counts_of("....F..\nSegmentation fault\n") == {}


def test_the_closing_line_looks_like_that_of_pytest(tool):
    line = tool.closing_line({"passed": 7, "failed": 1}, 12.3)
    assert line.strip("=") == " 1 failed, 7 passed in 12.30s "
