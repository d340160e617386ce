"""The door for heavy work: same answers here and in children, and no child left behind."""

from __future__ import annotations

import gc
import os
import signal
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
from territory_design.core.errors import InfeasibleProblem, InvalidInput
from territory_design.core.memory import OutOfMemory, needed
from territory_design.core.progress import Cancelled, Progress
from territory_design.core.texts import Figure, readable
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
    """Keeps what it is told; cancels when it is time."""

    def __init__(self, cancel_when=lambda: False):
        self.fractions = []
        self.texts = []
        self.cancel_when = cancel_when
        self.cancelled_at = None

    def report(self, fraction):
        self.fractions.append(fraction)

    def message(self, text):
        self.texts.append(str(text))

    def is_cancelled(self):
        if self.cancelled_at is None and self.cancel_when():
            self.cancelled_at = time.monotonic()
        return self.cancelled_at is not None


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


@pytest.mark.slow
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


def test_numbers_of_a_refusal_arrive_as_numbers_that_know_how_they_are_written():
    refusal = InvalidInput("{most} and {name}", most=readable(12345.678), name="R 1.5")
    arrived = messages.decode(messages.encode(messages.refusal_message(refusal)))
    text = messages.refusal_from(arrived).text
    assert str(text) == "12,345.7 and R 1.5"
    assert isinstance(text.values["most"], Figure)


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


def test_a_defect_in_a_task_is_reported_and_the_children_end():
    with WorkerPool(f"{TASKS}:BreakTask", {}, 2) as pool:
        processes = [child._process for child in pool._children]
        with pytest.raises(WorkerFailed, match="a defect in the task") as caught:
            pool.map([{}, {}])
        assert "Traceback" in caught.value.details
        assert "Traceback" not in str(caught.value)
        assert all(process.poll() is not None for process in processes)
        with pytest.raises(WorkerFailed, match="closed"):
            pool.map([{}])


@pytest.mark.parametrize(
    ("number", "deaths"),
    [
        (signal.SIGKILL, 1),
        *(
            pytest.param(number, deaths, marks=pytest.mark.slow)
            for number, deaths in ((signal.SIGKILL, 2), (signal.SIGSEGV, 2), (signal.SIGTERM, 1))
        ),
    ],
)
def test_the_work_of_a_child_that_dies_is_done_again(number, deaths, tmp_path):
    # Two children get the first two messages; as many as shall die do so over them.
    recorder = Recorder()
    requests = [
        {"folder": str(tmp_path), "deaths": deaths, "signal": int(number), "number": position}
        for position in range(5)
    ]
    with WorkerPool(f"{TASKS}:FirstDiesTask", {}, 2, progress=recorder) as pool:
        answers = pool.map(requests)
        assert [answer["square"] for answer in answers] == [0, 1, 4, 9, 16]
        # How many children answer depends on how soon the second one is there.
        assert {answer["process"] for answer in answers} - {os.getpid()}
        assert pool.map(requests[:1])[0]["square"] == 0
    said = [text for text in recorder.texts if "has ended" in text]
    assert len(said) == deaths
    assert ("ended from outside" in said[0]) == (number != signal.SIGSEGV)
    assert ("crashed with signal 11" in said[0]) == (number == signal.SIGSEGV)


@pytest.mark.slow
def test_children_that_are_killed_from_outside_are_replaced():
    recorder = Recorder()
    requests = [{"numbers": np.ones(1), "name": str(number)} for number in range(4)]
    with WorkerPool(f"{TASKS}:ScaleTask", {"factor": 2.0}, 2, progress=recorder) as pool:
        pool.map(requests)
        for child in list(pool._children):
            os.kill(child._process.pid, signal.SIGKILL)
        assert [answer["numbers"][0] for answer in pool.map(requests)] == [2.0] * 4
        assert not pool.in_process
    assert sum("has ended" in text for text in recorder.texts) == 2


@pytest.mark.slow
def test_who_dies_over_the_same_work_again_ends_the_map(tmp_path):
    with WorkerPool(f"{TASKS}:CrashTask", {}, 2) as pool:
        processes = [child._process for child in pool._children]
        with pytest.raises(WorkerFailed, match="crashed with signal 11"):
            pool.map([{}, {}])
        assert all(process.poll() is not None for process in processes)


def test_foreign_work_is_not_tried_again():
    with (
        WorkerPool(f"{TASKS}:CrashTask", {}, 1, child_only=True) as pool,
        pytest.raises(WorkerFailed, match="crashed with signal 11"),
    ):
        pool.map([{}])


@pytest.mark.slow
def test_where_no_child_can_be_started_any_more_this_process_goes_on(tmp_path, monkeypatch):
    recorder = Recorder()
    requests = [
        {"folder": str(tmp_path), "deaths": 2, "signal": int(signal.SIGKILL), "number": position}
        for position in range(4)
    ]
    with WorkerPool(f"{TASKS}:FirstDiesTask", {}, 2, progress=recorder) as pool:
        monkeypatch.setattr("subprocess.Popen", no_more_processes)
        answers = pool.map(requests)
        assert pool.in_process
        again = pool.map(requests)
    assert [answer["square"] for answer in answers] == [0, 1, 4, 9]
    assert {answer["process"] for answer in again} == {os.getpid()}
    assert recorder.texts[-1].startswith("The work goes on without worker processes")


@pytest.mark.slow
def test_who_is_ended_twice_over_the_same_work_leaves_it_to_this_process(tmp_path):
    recorder = Recorder()
    with WorkerPool(f"{TASKS}:OnlyAtHomeTask", {"home": os.getpid()}, 2, progress=recorder) as pool:
        processes = [child._process for child in pool._children]
        assert pool.map([{"number": number} for number in range(4)]) == [
            {"square": number**2} for number in range(4)
        ]
        assert pool.in_process
        assert all(process.poll() is not None for process in processes)
    assert recorder.texts[-1].startswith("The work goes on without worker processes")


def no_more_processes(*_, **__):
    raise BlockingIOError(11, "Resource temporarily unavailable")


def test_where_no_child_can_be_started_at_all_the_work_is_done_here(monkeypatch):
    find_interpreter()
    monkeypatch.setattr("subprocess.Popen", no_more_processes)
    with WorkerPool(f"{TASKS}:ScaleTask", {"factor": 2.0}, 2) as pool:
        assert pool.in_process
    with pytest.raises(WorkerFailed, match="no worker process"):
        WorkerPool(f"{TASKS}:ScaleTask", {"factor": 2.0}, 1, child_only=True)


def test_fewer_children_go_on_where_memory_is_short(tmp_path):
    recorder = Recorder()
    requests = [{"folder": str(tmp_path), "deaths": 1, "number": position} for position in range(3)]
    with WorkerPool(f"{TASKS}:HungryTask", {}, 2, progress=recorder) as pool:
        assert [answer["square"] for answer in pool.map(requests)] == [0, 1, 4]
        assert len(pool._children) == 1
    assert any("ran out of memory; the other one" in text for text in recorder.texts)


@pytest.mark.slow
def test_memory_that_does_not_suffice_for_one_child_is_named(tmp_path):
    requests = [{"folder": str(tmp_path), "deaths": 9, "number": position} for position in range(3)]
    with (
        WorkerPool(f"{TASKS}:HungryTask", {}, 2) as pool,
        pytest.raises(OutOfMemory, match=r"another 8,192\.0 TiB were needed at once"),
    ):
        pool.map(requests)


@pytest.mark.parametrize(
    ("error", "size"),
    [
        (MemoryError(), ""),
        (MemoryError("std::bad_alloc"), ""),
        (MemoryError("Unable to allocate 3.00 GiB for an array"), "3.00 GiB"),
    ],
)
def test_the_size_that_was_asked_for_is_read_where_it_is_told(error, size):
    assert needed(error) == size
    assert ("another" in str(OutOfMemory.of(size))) == bool(size)


@pytest.mark.parametrize("workers", [1, 2])
def test_cancel_takes_effect_at_once(workers, tmp_path):
    files = [tmp_path / "a", tmp_path / "b"]
    at_work = files[:workers]
    recorder = Recorder(lambda: all(file.exists() and file.read_text() for file in at_work))
    with WorkerPool(f"{TASKS}:SleepTask", {}, workers, progress=recorder) as pool:
        with pytest.raises(Cancelled):
            pool.map([{"file": str(file)} for file in files])
        assert time.monotonic() - recorder.cancelled_at < 0.8
    for file in at_work:
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
    with WorkerPool("tests.core.worker_tasks:{task}", {{}}, 2) as pool:
        pool.map([{{"file": {files[0]!r}}}, {{"file": {files[1]!r}}}])
"""


@pytest.mark.slow
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
        child = next(iter(pool._children))
        os.close(child._log.fileno())
        child._process.kill()
        assert child._obituary() == {"code": -signal.SIGKILL, "text": ""}


@pytest.mark.parametrize(
    ("task", "number"), [("SleepTask", signal.SIGTERM), ("DeafTask", signal.SIGKILL)]
)
def test_children_end_when_the_parent_dies(task, number, tmp_path):
    files = [str(tmp_path / "a"), str(tmp_path / "b")]
    link = tmp_path / "some folder"
    link.symlink_to(ROOT)
    script = textwrap.dedent(PARENT).format(root=str(link), files=files, task=task)
    with subprocess.Popen([sys.executable, "-c", script]) as parent:
        try:
            assert wait_until(
                lambda: all(Path(f).exists() and Path(f).read_text() for f in files), 20.0
            )
        finally:
            parent.send_signal(number)
    children = [int(Path(file).read_text()) for file in files]
    assert wait_until(lambda: not any(is_running(child) for child in children), 2.0)


def test_without_an_interpreter_the_work_is_done_here(monkeypatch):
    monkeypatch.setattr("territory_design.core.workers.children.find_interpreter", lambda: None)
    with WorkerPool(f"{TASKS}:ScaleTask", {"factor": 2.0}, 4) as pool:
        assert pool.in_process
        answer = pool.map([{"numbers": np.ones(2), "name": "x"}])[0]
    np.testing.assert_array_equal(answer["numbers"], [2.0, 2.0])
    with pytest.raises(WorkerFailed, match="no worker process"):
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


@pytest.mark.slow
def test_a_pool_may_be_used_from_another_thread():
    answers = []

    def work():
        with WorkerPool(f"{TASKS}:PrintTask", {}, 2) as pool:
            answers.extend(pool.map([{}, {}]))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join(20.0)
    assert answers == [{"done": True}] * 2


def test_children_outlive_the_thread_that_started_them():
    # Linux ends a child with the thread that started it, if that is what the child asked for.
    pools = []
    thread = threading.Thread(target=lambda: pools.append(WorkerPool(f"{TASKS}:PrintTask", {}, 2)))
    thread.start()
    thread.join(20.0)
    with pools[0] as pool:
        assert pool.map([{}] * 4) == [{"done": True}] * 4
        assert all(child._process.poll() is None for child in pool._children)
