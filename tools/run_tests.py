"""Run the tests on all processors, and close as pytest does, with one line that counts them all.

    python tools/run_tests.py                                    all tests
    python tools/run_tests.py -m "not slow" tests/core           what is handed on to pytest

Several runs of pytest draw files from a queue, see tests/file_queue.py; tests that measure stalls
and answers of a window, marked ``quiet``, come last, in one run while the others wait.
"""

from __future__ import annotations

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
RUNS = ("1", "2", "3")  # on two processors: a run that looks on while a window waits needs none
# What takes longest comes first, so that no run begins it when the others are done.
LONG = (
    *("test_desktop_tutorials.py", "test_desktop_workbench.py", "test_desktop_example.py"),
    *("test_package.py", "test_desktop_runs.py", "test_desktop.py", "test_fuzz.py"),
    *("test_bad_input.py", "test_postgis.py", "test_balance.py", "test_balance_search.py"),
    *("test_killed_processes.py", "test_missing_libraries.py", "test_german.py"),
    *("test_greenfield.py", "test_clustercustomers.py", "test_siting.py"),
)


def files_of(paths: list[str]) -> list[str]:
    """The files of tests under some paths, those that take long first."""
    files: dict[str, None] = {}
    for path in paths:
        found = sorted((ROOT / path).rglob("test_*.py")) if (ROOT / path).is_dir() else [path]
        files |= dict.fromkeys(str(ROOT / file) for file in found)
    rank = {name: number for number, name in enumerate(LONG)}
    return sorted(files, key=lambda file: rank.get(Path(file).name, len(rank)))


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
        return subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT), log


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
    queue = queue_of(files_of(paths or ["tests"]))
    runs = {
        run: pytest(f"run-{run}", "--queue", str(queue), run, *options, "tests") for run in RUNS
    }
    see_through(queue, {run: process for run, (process, _) in runs.items()})
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
