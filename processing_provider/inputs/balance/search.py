"""How territory:balance searches, and how long."""

from __future__ import annotations

from ....core.balance.settings import SearchSettings
from ...common.request import Request
from .search_parameters import SearchParameters


def search_settings(request: Request) -> SearchSettings:
    """The settings that were chosen.

    Raises
    ------
    InvalidInput
        If a value is outside its range.
    """
    ours = SearchParameters
    return SearchSettings(
        population=request.integer(ours.POPULATION),
        elitism=request.number(ours.ELITISM) / 100.0,
        tournament=request.integer(ours.TOURNAMENT),
        crossover_min=request.number(ours.CROSSOVER_MIN),
        crossover_max=request.number(ours.CROSSOVER_MAX),
        mutation_min=request.number(ours.MUTATION_MIN),
        mutation_max=request.number(ours.MUTATION_MAX),
        initialisation=request.choice(ours.INITIALISATION),
        local_search=request.switch(ours.LOCAL_SEARCH),
        max_generations=request.integer(ours.MAX_GENERATIONS),
        stagnation=request.integer(ours.STAGNATION),
        max_seconds=request.number(ours.MAX_SECONDS),
        target_deviation=request.number(ours.TARGET_DEVIATION) / 100.0,
        seed=request.integer(ours.SEED),
        workers=request.integer(ours.WORKERS),
        islands=request.integer(ours.ISLANDS),
    )
