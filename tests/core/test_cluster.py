"""The door to other computers: a scheduler and two workers, each a process of its own."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import numpy as np
import pytest
from territory_design.core.balance.feasibility import check
from territory_design.core.balance.many import balance_all
from territory_design.core.balance.problem import BalanceProblem, equal_targets
from territory_design.core.balance.result import BalanceResult
from territory_design.core.balance.search import balance
from territory_design.core.balance.settings import SearchSettings
from territory_design.core.environment import DASK_SCHEDULER
from territory_design.core.progress import Progress
from territory_design.core.workers import use_scheduler
from territory_design.core.workers.cluster import scheduler_address
from territory_design.tests.core.balance_grids import grid_graph

pytestmark = pytest.mark.slow


@dataclass
class Machines:
    """A scheduler and its workers."""

    address: str
    workers: list[subprocess.Popen[bytes]]


def started(*arguments: str, folder: Path) -> subprocess.Popen[bytes]:
    environment = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    environment["DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED"] = "False"
    return subprocess.Popen(
        [sys.executable, "-m", *arguments],
        cwd=folder,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def machines(tmp_path_factory) -> Iterator[Machines]:
    folder = tmp_path_factory.mktemp("cluster")
    address = f"tcp://127.0.0.1:{free_port()}"
    scheduler = started(
        *("distributed.cli.dask_scheduler", "--host", "127.0.0.1"),
        *("--port", address.rpartition(":")[2], "--no-dashboard", "--dashboard-address", ":0"),
        folder=folder,
    )
    workers = [new_worker(address, folder) for _ in range(2)]
    yield Machines(address, workers)
    for process in (*workers, scheduler):
        process.kill()
        process.wait()


def new_worker(address: str, folder: Path) -> subprocess.Popen[bytes]:
    return started(
        *("distributed.cli.dask_worker", address, "--no-nanny", "--nthreads", "1"),
        *("--no-dashboard", "--host", "127.0.0.1"),
        folder=folder,
    )


@pytest.fixture
def on_cluster(machines, tmp_path):
    for number, worker in enumerate(machines.workers):
        if worker.poll() is not None:  # killed by the test before
            machines.workers[number] = new_worker(machines.address, tmp_path)
    wait_for_workers(machines.address, 2)
    use_scheduler(machines.address)
    yield machines
    use_scheduler("")


def wait_for_workers(address: str, count: int) -> None:
    import distributed

    end = time.monotonic() + 60.0
    while True:
        try:
            with distributed.Client(address, timeout=2.0, set_as_default=False) as client:
                client.wait_for_workers(count, timeout=max(end - time.monotonic(), 0.1))
                return
        except OSError:
            assert time.monotonic() < end, "the scheduler does not start"


class Recorder(Progress):
    """Keeps what is said; does something when the first answer is there."""

    def __init__(self, then=lambda: None) -> None:
        self.said: list[str] = []
        self.then = then
        self.cancelled = False

    def message(self, text):
        self.said.append(str(text))

    def report(self, fraction):
        if fraction > 0.0:
            self.then, then = (lambda: None), self.then
            then()

    def is_cancelled(self):
        return self.cancelled


def problems(*counts: int, side: int = 6) -> list[BalanceProblem]:
    """A square grid of areas of weight 1 to 3, for several numbers of territories."""
    weights = 1.0 + (np.arange(side * side) % 3)[:, None]
    places = np.array([(i % side, i // side) for i in range(side * side)], dtype=float)
    return [
        BalanceProblem(
            graph=grid_graph(side, side),
            weights=weights,
            targets=equal_targets(weights, count),
            points=1000.0 * places,
            criterion_shares=np.ones(1),
        )
        for count in counts
    ]


# Long enough for something to happen while it goes on, and no longer.
BRIEF = SearchSettings(population=8, max_generations=3, local_search=False)


def searched(cases: list[BalanceProblem], progress: Progress) -> list:
    """By two workers, wherever they are."""
    settings = replace(BRIEF, workers=2)
    return balance_all(cases, [check(case) for case in cases], settings, progress)


@cache
def found_here(count: int) -> BalanceResult:
    """What this process finds for so many territories."""
    return balance(*problems(count), replace(BRIEF, workers=1))


def assert_as_here(found: list, *counts: int) -> None:
    assert len(found) == len(counts)
    for one, count in zip(found, counts):
        assert isinstance(one, BalanceResult)
        np.testing.assert_array_equal(one.labels, found_here(count).labels)
        assert one.fitness == found_here(count).fitness


def test_answers_are_the_same_as_here(on_cluster):
    recorder = Recorder()
    assert_as_here(searched(problems(3, 4, 5), recorder), 3, 4, 5)
    assert "done by 2 workers of the Dask scheduler" in recorder.said[0]
    assert [text for text in recorder.said if "on this computer" in text] == []


def test_islands_of_one_search_live_there_too(on_cluster):
    recorder = Recorder()
    there = balance(*problems(4), replace(BRIEF, workers=2), progress=recorder)
    assert_as_here([there], 4)
    assert "done by 2 workers of the Dask scheduler" in recorder.said[0]
    assert [text for text in recorder.said if "on this computer" in text] == []


def test_a_cancel_keeps_what_was_answered(on_cluster):
    recorder = Recorder()
    recorder.then = lambda: setattr(recorder, "cancelled", True)
    found = searched(problems(2, 3, 4, 5, 6, 7), recorder)
    assert any(isinstance(one, BalanceResult) for one in found)
    assert None in found


def test_refusals_come_back_with_their_words(on_cluster):
    (case,) = problems(3)
    # Square roots: no parts of them are as equal as the limit asks, however long one searches.
    weights = case.weights + np.sqrt(np.arange(36.0))[:, None]
    lopsided = replace(
        case,
        weights=weights,
        targets=equal_targets(weights, 3),
        rules=replace(case.rules, max_deviation=1e-9),
    )
    found = searched([lopsided, case], Recorder())
    assert "Raise “Maximum deviation from the target” (MAX_DEVIATION)" in str(found[0])
    assert isinstance(found[1], BalanceResult)


def test_without_a_scheduler_the_work_is_done_here():
    use_scheduler(f"tcp://127.0.0.1:{free_port()}")
    try:
        recorder = Recorder()
        assert_as_here(searched(problems(3, 4), recorder), 3, 4)
        assert "the work is done on this computer" in recorder.said[0]
    finally:
        use_scheduler("")


def test_the_option_comes_before_the_environment(monkeypatch):
    monkeypatch.setenv(DASK_SCHEDULER, "tcp://there:1")
    assert scheduler_address() == "tcp://there:1"
    use_scheduler(" tcp://here:2 ")
    assert scheduler_address() == "tcp://here:2"
    use_scheduler("")
    assert scheduler_address() == "tcp://there:1"


# At the end: whoever comes after it would have to wait for another worker.
def test_a_worker_killed_in_mid_run_costs_only_time(on_cluster):
    first, _ = on_cluster.workers

    def kill():
        os.kill(first.pid, signal.SIGKILL)

    recorder = Recorder(then=kill)
    found = searched(problems(2, 3, 4, 5, 6), recorder)
    assert first.wait() == -signal.SIGKILL
    assert_as_here(found, 2, 3, 4, 5, 6)
    assert [text for text in recorder.said if "on this computer" in text] == []
