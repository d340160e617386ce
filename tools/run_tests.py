"""Run all tests on two processors, and close as pytest does, with one line that counts them all.

Two halves run side by side; tests that measure stalls and answers of a window, marked ``quiet``,
run by themselves afterwards. Arguments are handed on to pytest.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOGS = ROOT / "build" / "tests"
ORDER = ("failed", "passed", "skipped", "deselected", "xfailed", "xpassed", "warnings", "errors")
COUNTED = re.compile(r"(\d+) (failed|passed|skipped|xfailed|xpassed|warnings?|errors?)")
NO_TESTS = 5


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
    halves = [
        pytest(f"half-{part}", "-m", "not quiet", "--part", f"{part}/2", "tests", *arguments)
        for part in (1, 2)
    ]
    for process, _ in halves:
        process.wait()
    alone = pytest("quiet", "-m", "quiet", "tests", *arguments)
    alone[0].wait()
    total: dict[str, int] = {}
    status = 0
    for process, log in (*halves, alone):
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
