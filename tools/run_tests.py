"""Run the tests on all processors, and close as pytest does, with one line that counts them all.

    python tools/run_tests.py                                    all tests
    python tools/run_tests.py -m "not slow" tests/core           what is handed on to pytest

Several runs of pytest draw files from a queue, see tests/file_queue.py; tests that measure stalls
and answers of a window, marked ``quiet``, come last, in one run while the others wait. Files that
took longest the last time come first, so that no run begins one when the others are done.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOGS = ROOT / "build" / "tests"
ORDER = ("failed", "passed", "skipped", "deselected", "xfailed", "xpassed", "warnings", "errors")
COUNTED = re.compile(r"(\d+) (failed|passed|skipped|xfailed|xpassed|warnings?|errors?)")
NO_TESTS = 5
UNKNOWN_LONG_S = 20.0  # what takes less than this need not come early
RUNS = ("1", "2", "3")  # on two processors: a run that looks on while a window waits needs none
# The runs are what the processors share: threads of a library would only wait for each other.
ONE_THREAD = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), "1")
# What takes long, for a checkout where nothing has been measured yet.
LONG = (
    *("test_package.py", "test_field_values.py", "test_desktop_workbench.py", "test_balance.py"),
    *("test_clustercustomers.py", "test_desktop_example.py", "test_threads_of_algorithms.py"),
    *("test_cluster.py", "test_balance_search.py", "test_bad_input.py", "test_bounded_kmeans.py"),
    *("test_siting.py", "test_desktop_runs.py", "test_desktop.py", "test_greenfield.py"),
    *("test_balance_mechanisms.py", "test_balance_coarsening.py", "test_workers.py"),
    *("test_report.py", "test_chain.py", "test_german.py"),
    *("test_plan.py", "test_outputs.py", "test_threads.py", "test_postgis.py", "test_manual.py"),
    *("test_siting_chain.py", "test_sitereps.py", "test_missing_libraries.py"),
    *("test_runs_table.py", "test_translation.py", "test_killed_processes.py"),
)


def files_of(paths: list[str], measured: dict[str, float]) -> list[str]:
    """The files of tests under some paths, those that took longest first.

    Among those that have not been measured, by their path below ``ROOT``, ``LONG`` come first.
    """
    files: dict[str, None] = {}
    for path in paths:
        found = sorted((ROOT / path).rglob("test_*.py")) if (ROOT / path).is_dir() else [path]
        files |= dict.fromkeys(str(ROOT / file) for file in found)
    rank = {name: number for number, name in enumerate(LONG)}

    def order(file: str) -> tuple[float, int]:
        name = Path(file).name
        guessed = UNKNOWN_LONG_S if name in rank else 0.0
        return -measured.get(below_root(file), guessed), rank.get(name, len(rank))

    return sorted(files, key=order)


def below_root(file: str) -> str:
    return Path(file).relative_to(ROOT).as_posix()


def measured_before(options: list[str]) -> dict[str, float]:
    """Seconds by file of an earlier run with the same options; empty if there was none."""
    try:
        known = json.loads((LOGS / "seconds.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return known.get(" ".join(options), {})


def remember(queue: Path, files: list[str], options: list[str]) -> None:
    """Keep for the next time how many seconds each file took."""
    took = {
        below_root(file): float(note.read_text(encoding="utf-8"))
        for number, file in enumerate(files)
        if (note := queue / f"seconds-{number}").exists()
    }
    path = LOGS / "seconds.json"
    known = json.loads(path.read_text(encoding="utf-8")) if measured_before(options) else {}
    known[" ".join(options)] = measured_before(options) | took
    path.write_text(json.dumps(known, indent=1), encoding="utf-8")


def queue_of(files: list[str]) -> Path:
    """A new folder from which runs draw files."""
    folder = LOGS / "queue"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    (folder / "files.txt").write_text("\n".join(files), encoding="utf-8")
    return folder


def see_through(queue: Path, processes: dict[str, subprocess.Popen[bytes]]) -> None:
    """Wait for all runs; when those that are left want to be alone, let them go on in turn."""
    alone: str | None = None
    while at_work := [run for run, process in processes.items() if process.poll() is None]:
        waiting = [run for run in at_work if (queue / f"waiting-{run}").exists()]
        if alone not in at_work and waiting == at_work:
            alone = waiting[0]
            (queue / f"alone-{alone}").touch()
        time.sleep(0.1)


def pytest(name: str, *arguments: str) -> tuple[subprocess.Popen[bytes], Path]:
    """Start pytest on a share of the tests; its output goes to a file."""
    log = LOGS / f"{name}.log"
    command = [sys.executable, "-m", "pytest", f"--basetemp={LOGS / name}", *arguments]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=ROOT,
            env=os.environ | ONE_THREAD,
            stdout=output,
            stderr=subprocess.STDOUT,
        )
    return process, log


def counts_of(text: str) -> dict[str, int]:
    """Numbers of pytest's closing line by kind; empty if there is none."""
    closing = [line for line in text.splitlines() if re.search(r" in [\d.]+s", line)]
    found = COUNTED.findall(closing[-1]) if closing else []
    plural = {"warning": "warnings", "error": "errors"}
    return {plural.get(kind, kind): int(number) for number, kind in found}


def closing_line(counts: dict[str, int], seconds: float) -> str:
    """A line as pytest closes with."""
    said = ", ".join(f"{counts[kind]} {kind}" for kind in ORDER if counts.get(kind))
    return f" {said or 'no tests ran'} in {seconds:.2f}s ".center(80, "=")


def main(arguments: list[str]) -> int:
    """Run, show what was said, and add up."""
    LOGS.mkdir(parents=True, exist_ok=True)
    started = time.monotonic()
    paths = [argument for argument in arguments if (ROOT / argument.split("::")[0]).exists()]
    options = [argument for argument in arguments if argument not in paths]
    files = files_of(paths or ["tests"], measured_before(options))
    queue = queue_of(files)
    runs = {
        run: pytest(f"run-{run}", "--queue", str(queue), run, *options, "tests") for run in RUNS
    }
    see_through(queue, {run: process for run, (process, _) in runs.items()})
    remember(queue, files, options)
    total: dict[str, int] = {}
    status = 0
    for process, log in runs.values():
        text = log.read_text(encoding="utf-8", errors="replace")
        print(text)
        counts = counts_of(text)
        total = {kind: total.get(kind, 0) + counts.get(kind, 0) for kind in {*total, *counts}}
        if process.returncode != NO_TESTS:
            # A run that ended without a closing line has failed, whatever it returned.
            status = status or process.returncode or int(not counts)
    print(closing_line(total, time.monotonic() - started))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
