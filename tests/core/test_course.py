"""A search tells its caller every generation as it comes."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.balance.search import SearchSettings, balance
from territory_design.core.progress import Progress, TimeLimit
from territory_design.tests.core.balance_grids import grid_problem


class Listener(Progress):
    """Keeps what it is told."""

    def __init__(self):
        self.rows = []

    def course(self, figures):
        self.rows.append(figures)


@pytest.mark.slow
def test_each_generation_is_told_and_the_last_one_again_when_it_is_final():
    weights = np.random.default_rng(3).integers(1, 40, 210).astype(float)
    listener = Listener()
    settings = SearchSettings(population=6, max_generations=2, workers=1)
    result = balance(grid_problem(14, 15, 5, weights), settings, progress=listener.part(0.1, 0.9))
    told = [row.generation for row in listener.rows]
    # The first plan of each island is an answer of its own.
    assert told == [*(row.generation for row in result.convergence), told[-1]]
    assert listener.rows[-1] == result.convergence[-1]


def test_parts_and_time_limits_hand_figures_on():
    listener = Listener()
    TimeLimit(listener.part(0.0, 0.5), 10.0).course(("figures",))
    assert listener.rows == [("figures",)]
