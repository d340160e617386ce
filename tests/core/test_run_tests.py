"""Runs share the files of the tests; the closing line adds up what they say, and a run without
one has failed.
"""

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


A = """
import time
from pathlib import Path

import pytest

ENDED = Path(__file__).parents[1] / "ended"


@pytest.mark.quiet
def test_alone():
    assert ENDED.exists(), "another run is at work"


@pytest.mark.parametrize("number", range(3))
def test_now(number):
    assert not ENDED.exists()
"""
B = """
import time
from pathlib import Path


def test_slowly():
    time.sleep(2.0)
    (Path(__file__).parents[1] / "ended").touch()
"""


@pytest.fixture
def checkout(tool, tmp_path, monkeypatch):
    """A checkout that has two files of tests, and the hooks of this one."""
    tests = tmp_path / "tests"
    tests.mkdir()
    (tests / "conftest.py").symlink_to(TOOL.parents[1] / "tests" / "conftest.py")
    (tests / "test_a.py").write_text(A)
    (tests / "test_b.py").write_text(B)
    monkeypatch.setattr(tool, "ROOT", tmp_path)
    monkeypatch.setattr(tool, "LOGS", tmp_path / "build")
    monkeypatch.setattr(tool, "RUNS", ("1", "2"))
    return tests


def test_what_takes_long_comes_first(tool, checkout, monkeypatch):
    def names(measured):
        files = tool.files_of(["tests/test_a.py", "tests"], measured)
        return [Path(file).name for file in files]

    monkeypatch.setattr(tool, "LONG", ("test_b.py",))
    assert names({}) == ["test_b.py", "test_a.py"]
    assert names({"tests/test_a.py": 40.0}) == ["test_a.py", "test_b.py"]
    assert names({"tests/test_a.py": 40.0, "tests/test_b.py": 50.0}) == ["test_b.py", "test_a.py"]


def test_the_files_that_are_said_to_take_long_are_there(tool):
    names = {path.name for path in (TOOL.parents[1] / "tests").rglob("test_*.py")}
    assert set(tool.LONG) <= names


@pytest.mark.slow
def test_each_test_runs_once_and_a_quiet_one_alone(tool, checkout, capfd):
    options = ["-p", "no:pytest_qgis"]
    assert tool.measured_before(options) == {}
    assert tool.main(options) == 0
    assert " 5 passed in " in capfd.readouterr().out.splitlines()[-1]
    # What was measured is there the next time, for the same options alone.
    seconds = tool.measured_before(options)
    assert sorted(seconds) == ["tests/test_a.py", "tests/test_b.py"]
    assert seconds["tests/test_b.py"] >= 2.0
    assert seconds["tests/test_a.py"] < seconds["tests/test_b.py"]
    assert tool.measured_before([]) == {}


@pytest.mark.slow
def test_a_failure_a_crash_and_a_file_that_cannot_be_read_are_told(tool, checkout, capfd):
    (checkout / "test_a.py").write_text("import no_such_module")
    (checkout / "test_b.py").write_text("def test_b(): assert 0\n\ndef test_c(): pass")
    assert tool.main(["-p", "no:pytest_qgis"]) != 0
    assert " 1 failed, 1 passed, 1 errors in " in capfd.readouterr().out.splitlines()[-1]
    tool.RUNS = ("1",)  # undone with what the fixture has set
    (checkout / "test_b.py").write_text("import os\n\ndef test_b(): os.abort()")
    assert tool.main(["-p", "no:pytest_qgis", "tests/test_b.py"]) != 0
