"""The same request gives the same layers, however many threads the libraries of numbers use."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from territory_design.tests.core.test_threads import THREADS
from territory_design.tests.integration.maps import ROOT

SCRIPT = Path(__file__).parent / "every_algorithm_in_child.py"


def test_every_algorithm_gives_the_same_layers_with_one_thread_and_with_two(tmp_path):
    children = []
    for threads in ("1", "2"):
        (tmp_path / threads).mkdir()
        # What is drawn by chance for hashes must not matter, either.
        environment = os.environ | dict.fromkeys(THREADS, threads) | {"PYTHONHASHSEED": threads}
        with (tmp_path / f"{threads}.log").open("wb") as log:
            command = [sys.executable, str(SCRIPT), str(tmp_path / threads)]
            children.append(
                subprocess.Popen(command, env=environment, stdout=log, stderr=log, cwd=ROOT)
            )
    made = []
    for threads, child in zip(("1", "2"), children):
        child.wait(300)
        said = (tmp_path / f"{threads}.log").read_text(encoding="utf-8", errors="replace")
        assert child.returncode == 0, said[-3000:]
        made.append(sorted(line for line in said.splitlines() if line.startswith("MADE")))
    assert len(made[0]) >= 16
    assert made[0] == made[1]
