"""Ids that genetic searches have in common, and the settings behind them."""

from __future__ import annotations

from ...core.genetic import GeneticSearch
from ..common.request import Request


class GeneticParameters:
    """The family from POPULATION to STAGNATION; labels and help are those of each search."""

    POPULATION = "POPULATION"
    ELITISM = "ELITISM"
    TOURNAMENT = "TOURNAMENT"
    CROSSOVER_MIN = "CROSSOVER_MIN"
    CROSSOVER_MAX = "CROSSOVER_MAX"
    MUTATION_MIN = "MUTATION_MIN"
    MUTATION_MAX = "MUTATION_MAX"
    MAX_GENERATIONS = "MAX_GENERATIONS"
    STAGNATION = "STAGNATION"


def genetic_search(request: Request) -> GeneticSearch:
    """The settings that were chosen."""
    ours = GeneticParameters
    return GeneticSearch(
        population=request.integer(ours.POPULATION),
        elitism=request.number(ours.ELITISM) / 100.0,
        tournament=request.integer(ours.TOURNAMENT),
        crossover_min=request.number(ours.CROSSOVER_MIN),
        crossover_max=request.number(ours.CROSSOVER_MAX),
        mutation_min=request.number(ours.MUTATION_MIN),
        mutation_max=request.number(ours.MUTATION_MAX),
    )
