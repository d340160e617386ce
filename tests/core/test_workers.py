"""The door for heavy work: same answers here and in children, and no child left behind."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import textwrap
import threading
import time
import warnings
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp
from territory_design.core.errors import InfeasibleProblem
from territory_design.core.progress import Cancelled, Progress
from territory_design.core.workers import (
    WorkerFailed,
    WorkerPool,
    find_interpreter,
    interpreter,
    messages,
)

TASKS = "tests.core.worker_tasks"
ROOT = Path(__file__).absolute().parents[2]

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.text()
    | st.floats(allow_nan=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
arrays = hnp.arrays(
    st.sampled_from([np.float64, np.int64, np.int32, np.bool_, np.dtype("<U5")]),
    hnp.array_shapes(min_dims=0, max_dims=3, min_side=0, max_side=4),
)


class Recorder(Progress):
    """Keeps what it is told; cancels after some time."""

    def __init__(self, cancel_after=None):
        self.fractions = []
        self.texts = []
        self.cancel_at = None if cancel_after is None else time.monotonic() + cancel_after

    def report(self, fraction):
        self.fractions.append(fraction)

    def message(self, text):
        self.texts.append(str(text))

    def is_cancelled(self):
        return self.cancel_at is not None and time.monotonic() >= self.cancel_at


def is_running(process_id):
    try:
        state = Path(f"/proc/{process_id}/stat").read_text().rpartition(")")[2].split()[0]
    except FileNotFoundError:
        return False
    return state != "Z"


def wait_until(condition, seconds=5.0):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            return False
        time.sleep(0.02)
    return True


@settings(max_examples=60, deadline=None)
@given(st.dictionaries(st.text(min_size=1), json_values | arrays, max_size=4))
def test_a_message_arrives_as_it_was_sent(message):
    arrived = messages.decode(messages.encode(message))
    assert arrived.keys() == message.keys()
    for name, value in message.items():
        if isinstance(value, np.ndarray):
            assert arrived[name].dtype == value.dtype
            np.testing.assert_array_equal(arrived[name], value)
        else:
            assert arrived[name] == value


@pytest.mark.parametrize("value", [np.array([object()]), {1, 2}, b"bytes", lambda: None])
def test_only_plain_data_travels(value):
    with pytest.raises(TypeError):
        messages.encode({"value": value})


def test_numpy_numbers_become_plain_ones():
    assert messages.decode(messages.encode({"count": np.int64(3)})) == {"count": 3}


@pytest.mark.parametrize("workers", [0, 1, 2])
def test_answers_keep_their_order_wherever_they_are_computed(workers):
    requests = [
        {"numbers": np.arange(position, dtype=float), "name": f"n{position}"}
        for position in range(7)
    ]
    recorder = Recorder()
    with WorkerPool(f"{TASKS}:ScaleTask", {"factor": 3.0}, workers, progress=recorder) as pool:
        answers = pool.map(requests)
        again = pool.map(requests[:1])
        assert pool.map([]) == []
        assert pool.in_process == (workers < 2)
    assert [answer["name"] for answer in answers] == [f"n{p}" for p in range(7)]
    for position, answer in enumerate(answers):
        np.testing.assert_array_equal(answer["numbers"], 3.0 * np.arange(position))
    np.testing.assert_array_equal(again[0]["numbers"], answers[0]["numbers"])
    own = {answer["process"] == os.getpid() for answer in answers}
    assert own == {workers < 2}
    assert "scaling n6" in recorder.texts
    assert workers < 2 or recorder.fractions[-1] == 1.0


def test_a_child_never_loads_qgis_nor_what_was_printed():
    with WorkerPool(f"{TASKS}:ScaleTask", {"factor": 1.0}, 1, child_only=True) as pool:
        assert not pool.in_process
        assert pool.map([{"numbers": np.zeros(1), "name": ""}])[0]["modules"] == []
    with WorkerPool(f"{TASKS}:PrintTask", {}, 1, child_only=True) as pool:
        assert pool.map([{}]) == [{"done": True}]


@pytest.mark.parametrize("workers", [1, 2])
def test_errors_for_the_user_keep_template_and_values(workers):
    with (
        WorkerPool(f"{TASKS}:RefuseTask", {}, workers) as pool,
        pytest.raises(InfeasibleProblem) as caught,
    ):
        pool.map([{"area": 1234}, {"area": 1234}])
    assert caught.value.text.template == "area {area} is {share} % too heavy"
    assert caught.value.text.values == {"area": 1234, "share": 80}
    assert str(caught.value) == "area 1234 is 80 % too heavy"


def test_a_task_may_refuse_what_is_shared():
    with (
        WorkerPool(f"{TASKS}:GiveUpTask", {"count": 5}, 2) as pool,
        pytest.raises(InfeasibleProblem, match="no plan for 5 areas"),
    ):
        pool.map([{}])


@pytest.mark.parametrize(
    ("task", "expected"), [("CrashTask", "ended unexpectedly"), ("BreakTask", "a defect")]
)
def test_a_child_that_dies_is_reported_and_its_siblings_end(task, expected):
    with WorkerPool(f"{TASKS}:{task}", {}, 2) as pool:
        processes = [child._process for child in pool._children]
        with pytest.raises(WorkerFailed, match=expected):
            pool.map([{}, {}])
        assert all(process.poll() is not None for process in processes)
        with pytest.raises(WorkerFailed, match="closed"):
            pool.map([{}])


@pytest.mark.parametrize("workers", [1, 2])
def test_cancel_takes_effect_at_once(workers, tmp_path):
    files = [tmp_path / "a", tmp_path / "b"]
    with WorkerPool(f"{TASKS}:SleepTask", {}, workers, progress=Recorder(cancel_after=1.0)) as pool:
        start = time.monotonic()
        with pytest.raises(Cancelled):
            pool.map([{"file": str(file)} for file in files])
        assert time.monotonic() - start < 1.8
    for file in files[:workers]:
        process_id = int(file.read_text())
        assert process_id == os.getpid() or not is_running(process_id)


def test_a_task_may_notice_the_cancel_itself():
    with WorkerPool(f"{TASKS}:CancelTask", {}, 2) as pool, pytest.raises(Cancelled):
        pool.map([{}])


def test_closing_and_forgetting_a_pool_end_its_children():
    pool = WorkerPool(f"{TASKS}:PrintTask", {}, 2)
    processes = [child._process for child in pool._children]
    pool.close()
    assert all(process.poll() is not None for process in processes)
    forgotten = WorkerPool(f"{TASKS}:PrintTask", {}, 2)
    processes = [child._process for child in forgotten._children]
    del forgotten
    assert all(process.poll() is not None for process in processes)


PARENT = """
    import importlib.util, sys
    spec = importlib.util.spec_from_file_location(
        "territory_design", {root!r} + "/__init__.py", submodule_search_locations=[{root!r}])
    module = importlib.util.module_from_spec(spec)
    sys.modules["territory_design"] = module
    spec.loader.exec_module(module)
    from territory_design.core.workers import WorkerPool
    with WorkerPool("tests.core.worker_tasks:SleepTask", {{}}, 2) as pool:
        pool.map([{{"file": {files[0]!r}}}, {{"file": {files[1]!r}}}])
"""


def test_a_closed_pool_leaves_no_file_open():
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        with WorkerPool(f"{TASKS}:PrintTask", {}, 2) as pool:
            pool.map([{}])
        del pool
        gc.collect()
    assert [str(one.message) for one in caught if one.category is ResourceWarning] == []


def test_a_log_that_is_closed_meanwhile_does_no_harm():
    # A cancel closes it in another thread, at any moment.
    with WorkerPool(f"{TASKS}:ScaleTask", {"factor": 1.0}, 2) as pool:
        child = pool._children[0]
        os.close(child._log.fileno())
        child._process.kill()
        assert "ended unexpectedly" in child._obituary()


def test_children_end_when_the_parent_dies(tmp_path):
    files = [str(tmp_path / "a"), str(tmp_path / "b")]
    link = tmp_path / "some folder"
    link.symlink_to(ROOT)
    script = textwrap.dedent(PARENT).format(root=str(link), files=files)
    with subprocess.Popen([sys.executable, "-c", script]) as parent:
        try:
            assert wait_until(
                lambda: all(Path(f).exists() and Path(f).read_text() for f in files), 20.0
            )
        finally:
            parent.kill()
    children = [int(Path(file).read_text()) for file in files]
    assert wait_until(lambda: not any(is_running(child) for child in children), 2.0)


def test_without_an_interpreter_the_work_is_done_here(monkeypatch):
    monkeypatch.setattr("territory_design.core.workers.pool.find_interpreter", lambda: None)
    with WorkerPool(f"{TASKS}:ScaleTask", {"factor": 2.0}, 4) as pool:
        assert pool.in_process
        answer = pool.map([{"numbers": np.ones(2), "name": "x"}])[0]
    np.testing.assert_array_equal(answer["numbers"], [2.0, 2.0])
    with pytest.raises(WorkerFailed, match="no Python interpreter"):
        WorkerPool(f"{TASKS}:ScaleTask", {}, 1, child_only=True)


def test_only_tasks_can_be_run():
    with pytest.raises(TypeError, match="not a task"):
        WorkerPool("core.workers.messages:decode", {}, 1)


def test_the_interpreter_is_ours_even_when_the_shell_points_elsewhere(monkeypatch):
    assert find_interpreter() is not None
    monkeypatch.setenv("PYTHONHOME", "/nowhere")
    monkeypatch.setenv("PYTHONPATH", "/nowhere")
    assert not any(name.startswith("PYTHON") for name in interpreter.child_environment())
    with WorkerPool(f"{TASKS}:PrintTask", {}, 1, child_only=True) as pool:
        assert pool.map([{}]) == [{"done": True}]


@pytest.mark.parametrize(
    ("platform", "prefix", "executable", "expected"),
    [
        ("win32", "C:/OSGeo4W/apps/Python312", "C:/OSGeo4W/bin/qgis-bin.exe",
         "C:/OSGeo4W/apps/Python312/python3.exe"),
        ("darwin", "/Applications/QGIS.app/Contents/MacOS",
         "/Applications/QGIS.app/Contents/MacOS/QGIS",
         "/Applications/QGIS.app/Contents/MacOS/bin/python3"),
        ("linux", "/usr", "/usr/bin/python3", "/usr/bin/python3"),
    ],
)  # fmt: skip
def test_the_places_of_the_interpreter(platform, prefix, executable, expected):
    places = list(interpreter.candidate_interpreters(platform, prefix, executable))
    assert Path(expected) in places
    assert Path(executable) not in places or platform == "linux"


def test_a_program_that_is_no_python_is_not_taken(tmp_path):
    program = tmp_path / "python3"
    program.write_text("#!/bin/sh\nexit 3\n")
    program.chmod(0o700)
    assert not interpreter._answers_like_us(program)


def test_a_pool_may_be_used_from_another_thread():
    answers = []

    def work():
        with WorkerPool(f"{TASKS}:PrintTask", {}, 2) as pool:
            answers.extend(pool.map([{}, {}]))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(20.0)
    assert answers == [{"done": True}] * 2
