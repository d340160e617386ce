"""A search whose workers crash, or that runs out of memory, gives back the best plan so far."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.balance.problem import Rules
from territory_design.core.balance.search import SearchSettings, balance
from territory_design.core.memory import OutOfMemory
from territory_design.core.progress import Progress
from territory_design.core.texts import Text
from territory_design.core.workers import WorkerFailed, WorkerPool
from territory_design.tests.core.balance_grids import contiguous, grid_problem

ROWS, COLUMNS, TERRITORIES = 14, 15, 5
QUICK = SearchSettings(population=4, islands=1, max_generations=30, workers=1)
FAILURES = [
    WorkerFailed(Text.of("a worker process has ended (it crashed)")),
    OutOfMemory.of("3 GiB"),
    MemoryError("Unable to allocate 3.00 GiB for an array"),
]


class Listener(Progress):
    def __init__(self):
        self.said = []

    def message(self, text):
        self.said.append(str(text))


def problem(**others):
    weights = np.random.default_rng(3).integers(1, 40, ROWS * COLUMNS).astype(float)
    return grid_problem(ROWS, COLUMNS, TERRITORIES, weights, **others)


@pytest.fixture(params=FAILURES, ids=lambda error: type(error).__name__)
def failing_after(request, monkeypatch):
    """Lets so many rounds of the islands succeed, then fails."""
    real = WorkerPool.map

    def fail_after(rounds: int):
        done = []

        def map_until_then(pool, requests):
            done.append(1)
            if len(done) > rounds:
                raise request.param
            return real(pool, requests)

        monkeypatch.setattr(WorkerPool, "map", map_until_then)

    return fail_after


@pytest.mark.slow
@pytest.mark.parametrize("rounds", [0, 1, 3])
def test_the_best_plan_so_far_comes_back(failing_after, rounds):
    failing_after(rounds)
    listener = Listener()
    result = balance(problem(), QUICK, progress=listener)
    assert result.status == "interrupted"
    assert contiguous(problem(), result.labels)
    (said,) = [text for text in listener.said if "ended early" in text]
    assert "crashed" in said or "GiB" in said


def test_a_plan_that_breaks_a_limit_does_not_come_back(failing_after):
    failing_after(0)
    # Tighter than any plan that was not searched for.
    with pytest.raises((WorkerFailed, OutOfMemory)):
        balance(problem(rules=Rules(max_deviation=0.0005)), QUICK)
