"""What genetic searches have in common."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.genetic import GeneticSearch


@pytest.mark.parametrize("tournament", [2_000, 2**40])
def test_the_best_wins_a_tournament_of_any_size(tournament):
    rng = np.random.default_rng(1)
    search = GeneticSearch(tournament=tournament)
    assert {search.winner(20, rng) for _ in range(50)} == {0}


def test_a_tournament_of_one_is_pure_chance():
    rng = np.random.default_rng(1)
    search = GeneticSearch(tournament=1)
    assert {search.winner(3, rng) for _ in range(50)} == {0, 1, 2}
