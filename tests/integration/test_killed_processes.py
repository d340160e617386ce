"""Signals, limits and their consequences for a run: an answer or a sentence, and no orphan."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest
from territory_design.tests.integration.maps import REGION, ROOT

BALANCE = {
    # Fewer areas are searched by this process alone.
    "INPUT": str(ROOT / "examples" / "de_kreise.gpkg"),
    "COUNT": 20,
    "BALANCE_FIELDS": ["farms_synth"],
    "WORKERS": 2,
    "STAGNATION": 10_000,
}


def children_of(parent: int) -> list[int]:
    """Process ids of the living children of a process."""
    found = []
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, above = status.read_text().rpartition(")")[2].split()[:2]
        except OSError:  # it has ended
            continue
        if int(above) == parent and state != "Z":
            found.append(int(status.parent.name))
    return found


def is_running(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_until(condition, seconds: float):
    end = time.monotonic() + seconds
    while not (answer := condition()):
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.1)
    return answer


def plan(results: dict) -> dict:
    return {area["kreis"]: area["territory"] for area in results["OUTPUT"].getFeatures()}


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_no_worker_outlives_the_program(qgis_process, number):
    request = json.dumps({"inputs": BALANCE | {"OUTPUT": "TEMPORARY_OUTPUT"}})
    with subprocess.Popen(
        [qgis_process.program, "--json", "run", "territory:balance", "-"],
        env=qgis_process.environment,
        stdin=subprocess.PIPE,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as program:
        try:
            program.stdin.write(request.encode())
            program.stdin.close()
            workers = wait_until(
                lambda: len(found := children_of(program.pid)) == 2 and found, 60.0
            )
            time.sleep(0.3)  # they are at work
            program.send_signal(number)
            program.wait(10.0)
        finally:
            program.kill()
    wait_until(lambda: not any(is_running(worker) for worker in workers), 2.0)


LIMITED = BALANCE | {"MAX_GENERATIONS": 1, "POPULATION": 12, "OUTPUT": "memory:"}


@pytest.fixture(scope="module")
def undisturbed(processing) -> tuple[dict, float]:
    """Plan and deviation of a run whose workers live."""
    results = processing.run("territory:balance", LIMITED)
    return plan(results), results["MAX_DEVIATION_PCT"]


@pytest.mark.parametrize(("number", "times"), [(signal.SIGKILL, 4), (signal.SIGSEGV, 1)])
def test_workers_that_are_killed_do_not_change_the_plan(processing, undisturbed, number, times):
    from qgis.core import QgsProcessingFeedback

    feedback = QgsProcessingFeedback(False)
    done = threading.Event()
    killed = []

    def kill_some():
        # One by one, each when it has been at work for a while.
        while len(killed) < times and not done.wait(0.25):
            for worker in children_of(os.getpid())[:1]:
                os.kill(worker, number)
                killed.append(worker)

    killer = threading.Thread(target=kill_some)
    killer.start()
    try:
        found = processing.run("territory:balance", LIMITED, feedback=feedback)
    finally:
        done.set()
        killer.join()
    assert killed
    assert feedback.textLog().count("A worker process has ended") >= 1
    assert (plan(found), found["MAX_DEVIATION_PCT"]) == undisturbed
    assert children_of(os.getpid()) == []


OUT_OF_MEMORY = """
import json, os, resource, sys
sys.path.insert(0, ROOT + "/tests")
import conftest
from qgis.core import QgsApplication
application = QgsApplication([], False)
application.initQgis()
import processing
from processing.core.Processing import Processing
Processing.initialize()
from territory_design.plugin import TerritoryDesignPlugin
plugin = TerritoryDesignPlugin(None)
plugin.initProcessing()
import scipy.spatial, scipy.sparse.csgraph, scipy.optimize
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + 400_000_000, -1))
try:
    layers = {"ORIGINS": LAYER, "DESTINATIONS": LAYER, "OUTPUT": "memory:"}
    processing.run("territory:costmatrix", layers)
    answer = "there was enough memory"
except BaseException as error:
    answer = f"{type(error).__name__}: {error}"
with open(sys.argv[1], "w") as stream:
    stream.write(answer)
os._exit(0)
"""


def test_memory_that_does_not_suffice_is_a_sentence(tmp_path):
    # 10,946 × 10,946 distances: 0.9 GiB, where 0.4 GB may be had (ulimit -v).
    answer = tmp_path / "answer.txt"
    layer = REGION.replace("de_heidelberg_region", "germany_municipalities")
    program = OUT_OF_MEMORY.replace("ROOT", repr(str(ROOT))).replace("LAYER", repr(layer))
    run = subprocess.run(
        [sys.executable, "-c", program, str(answer)],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert answer.exists(), run.stderr
    said = answer.read_text(encoding="utf-8")
    assert said.startswith("QgsProcessingException: The memory of this computer does not suffice")
    assert "another 914 MiB were needed at once" in said
    assert "Selected features only" in said
    assert "Traceback" not in run.stderr
