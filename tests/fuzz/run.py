"""Plays random runs of all algorithms in child processes and lists what must not happen.

make fuzz                     1,000 runs from seed 1, 200 of them cancelled at random moments
make fuzz RUNS=10000          more of them
make fuzz SEED=123 RUNS=1     one run again, with what was drawn and asked

Every outcome is kept in build/fuzz.jsonl.
"""

from __future__ import annotations

import argparse
import json
import os
import re
import selectors
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

CHILD = Path(__file__).with_name("child.py")
LOG = Path(__file__).resolve().parents[2] / "build" / "fuzz.jsonl"
BATCH = 100  # QGIS takes seconds to start
# A run takes a tenth of a second. It hangs if it works for so long, or stands still; where many
# share a computer it may only wait for its turn.
MOST_SECONDS, STANDSTILL_SECONDS = 60.0, 600.0


def played(seeds: Sequence[int]) -> list[dict]:
    """Outcomes by seed; after one that kills its process the rest is played in a new one."""
    outcomes: list[dict] = []
    while len(outcomes) < len(seeds):
        done, crash = one_process(seeds[len(outcomes) :])
        outcomes += done
        if crash:
            seed = seeds[len(outcomes)]
            outcomes.append({"seed": seed, "end": "crash", "said": "", "findings": [crash]})
    return outcomes


def one_process(seeds: Sequence[int]) -> tuple[list[dict], str]:
    """What a child finished, and how it died on the seed that follows; "" if it did not."""
    command = [sys.executable, "-X", "faulthandler", str(CHILD), *map(str, seeds)]
    with (
        subprocess.Popen(
            command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as child,
        ThreadPoolExecutor(1) as reader,
    ):
        complaints = reader.submit(child.stderr.read)
        done, hangs = finished_runs(child)
        if hangs:
            child.kill()
        status = child.wait()
        words = complaints.result()
    if len(done) == len(seeds):
        return done, ""
    if hangs:
        limits = f"{MOST_SECONDS:.0f} s of work, or {STANDSTILL_SECONDS:.0f} s of standstill"
        return done, f"hangs for more than {limits}"
    return done, f"crash (exit {status}): {words[-3000:]}"


def finished_runs(child: subprocess.Popen) -> tuple[list[dict], bool]:
    done = []
    began, worked = time.monotonic(), worked_seconds(child)
    with selectors.DefaultSelector() as selector:
        selector.register(child.stdout, selectors.EVENT_READ)
        while True:
            if not selector.select(10.0):
                stands = time.monotonic() - began > STANDSTILL_SECONDS
                if stands or worked_seconds(child) - worked > MOST_SECONDS:
                    return done, True
                continue
            line = child.stdout.readline()
            if not line:
                return done, False
            if line.startswith("{") and "end" in (outcome := json.loads(line)):
                done.append(outcome)
            began, worked = time.monotonic(), worked_seconds(child)


def worked_seconds(child: subprocess.Popen) -> float:
    """Processor time of a child; the clock's where nobody knows."""
    try:
        fields = Path(f"/proc/{child.pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return time.monotonic()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def kind_of(finding: str) -> str:
    """Findings that differ in ids and numbers alone are of one kind."""
    if finding.startswith("traceback"):
        steps = re.findall(r'File ".*/([^/]+\.py)", line (\d+), in (\w+)', finding)
        last = finding.strip().splitlines()[-1]
        place = next((step for step in reversed(steps)), ("?", "?", "?"))
        return f"traceback {place[0]}:{place[1]} {place[2]}: {re.sub(r'[0-9]+', '#', last)[:90]}"
    return re.sub(r"[“'].*?[”']", "…", re.sub(r"[\d.,]*\d", "#", finding))[:130]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1, help="of the first run; then counted up")
    parser.add_argument("--jobs", type=int, default=2, help="processes at a time")
    asked = parser.parse_args()
    last = asked.seed + asked.runs
    batches = [range(first, min(first + BATCH, last)) for first in range(asked.seed, last, BATCH)]
    began = time.monotonic()
    outcomes = []
    LOG.parent.mkdir(exist_ok=True)
    with ThreadPoolExecutor(asked.jobs) as pool, LOG.open("w", encoding="utf-8") as log:
        for batch in pool.map(played, batches):
            outcomes += batch
            log.writelines(json.dumps(outcome) + "\n" for outcome in batch)
            log.flush()
    tell(outcomes, time.monotonic() - began, every_detail=asked.runs == 1)
    return 1 if any(outcome["findings"] for outcome in outcomes) else 0


def tell(outcomes: list[dict], seconds: float, *, every_detail: bool) -> None:
    kinds: dict[str, list[dict]] = defaultdict(list)
    for outcome in outcomes:
        for finding in outcome["findings"]:
            kinds[kind_of(finding)].append(outcome | {"finding": finding})
    for kind, found in sorted(kinds.items(), key=lambda item: -len(item[1])):
        print(f"{len(found)} × {kind}")
        print(f"    again: make fuzz RUNS=1 SEED={found[0]['seed']}", end="")
        print(f"    (also {[other['seed'] for other in found[1:6]]})" if found[1:] else "")
    if every_detail:
        print(json.dumps(outcomes, indent=2, ensure_ascii=False).replace("\\n", "\n"))
    ends = Counter(outcome["end"] for outcome in outcomes)
    print(f"{len(outcomes)} runs in {seconds:.0f} s: {dict(ends.most_common())}")
    print(f"{sum(map(len, kinds.values()))} findings of {len(kinds)} kinds")


if __name__ == "__main__":
    sys.exit(main())
