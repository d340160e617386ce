"""How territory:balance searches, and how long."""

from __future__ import annotations

from ....core.balance.settings import SearchSettings
from ...common.request import Request
from ..genetic_parameters import genetic_search
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
        **vars(genetic_search(request)),
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
