"""Homes chosen among candidates, by the method that was asked for, and the plan they make."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from ..arrays import FloatArray, IntArray
from ..assignment import open_solver
from ..errors import InvalidInput
from ..plan.areas import UNASSIGNED
from ..plan.nearest import nearest_representative
from ..plan.plan import Plan
from ..progress import SILENT, Cancelled, Progress
from ..texts import Text
from .candidates import Candidates
from .capacitated_median import solve_capacitated_p_median
from .capacities import Capacities
from .genetic_sites import genetic_sites
from .median_problem import (
    ChoiceQuality,
    MedianProblem,
    SiteChoice,
    refuse_more_homes_than_candidates,
)
from .natural_breaks import draw_homes, potential_classes
from .p_median import median_bound, solve_p_median
from .settings import Method, SitingSettings

MOST_PAIRS_FOR_A_BOUND = 4_000_000
"""Candidates × areas up to which a drawn choice gets a lower bound: some ten seconds."""


@dataclass(frozen=True)
class PotentialClass:
    """A natural-breaks class of candidates.

    Attributes
    ----------
    number : int
        1 for the least potential; also the class's weight.
    minimum, maximum : float
        Range of the potential of its candidates.
    candidates, homes : int
        How many candidates it has, and how many of them were chosen.
    """

    number: int
    minimum: float
    maximum: float
    candidates: int
    homes: int


@dataclass(frozen=True)
class SitedRepresentatives:
    """A view of a plan, seen from the candidates among whom its homes were chosen.

    Attributes
    ----------
    plan : Plan
        The territories of the chosen homes, named by the candidates' ids.
    candidates : Candidates
    chosen : ndarray of int, shape (k,)
        Candidate of each territory, ascending.
    quality : ChoiceQuality
        At what total cost, and how good that is.
    classes : ndarray of int, shape (m,)
        Natural-breaks class of each candidate, 1 (least potential) upwards.
    """

    plan: Plan
    candidates: Candidates
    chosen: IntArray
    quality: ChoiceQuality
    classes: IntArray

    @cached_property
    def class_table(self) -> list[PotentialClass]:
        """One row per natural-breaks class (thesis, table 5.1), the least potential first."""
        potential, chosen = self.candidates.potential, self.chosen
        rows = []
        for number in range(1, int(self.classes.max()) + 1):
            members = self.classes == number
            rows.append(
                PotentialClass(
                    number,
                    float(potential[members].min()),
                    float(potential[members].max()),
                    int(members.sum()),
                    int(members[chosen].sum()),
                )
            )
        return rows

    @property
    def unserved(self) -> IntArray:
        """Areas that no chosen home reaches, ascending."""
        return np.flatnonzero(self.plan.labels == UNASSIGNED)


def site_representatives(
    candidates: Candidates, settings: SitingSettings, progress: Progress = SILENT
) -> SitedRepresentatives:
    """Choose homes and give each area to the one that reaches it at least cost.

    Raises
    ------
    InvalidInput, InfeasibleProblem
        Nothing to serve, too many pairs, more homes than candidates, places that no candidate
        reaches, capacities that do not suffice.
    Cancelled
        Cancelled before there was a choice.
    """
    if not candidates.areas.trips.sum() > 0.0:
        raise InvalidInput(
            "“Weight” (WEIGHT_FIELD) is 0 or NULL everywhere: there is nothing to serve. Choose "
            "another field, or leave it empty so that each place counts 1."
        )
    refuse_more_homes_than_candidates(settings.count, len(candidates))
    potential = candidates.potential
    progress.report(0.1)
    choice = choose_sites(candidates, settings, progress.part(0.1, 0.9))
    return SitedRepresentatives(
        _plan_of(candidates, choice),
        candidates,
        choice.chosen,
        choice.quality,
        potential_classes(potential, settings.class_count),
    )


def choose_sites(
    candidates: Candidates, settings: SitingSettings, progress: Progress = SILENT
) -> SiteChoice:
    """Choose homes by the method that was asked for."""
    rng = np.random.default_rng(settings.seed)
    if settings.method == Method.NATURAL_BREAKS:
        draw = draw_homes(
            candidates.potential,
            settings.count,
            rng,
            class_count=settings.class_count,
            ids=candidates.ids,
        )
        return _drawn_choice(candidates, draw.chosen, progress)
    candidates.refuse_too_many_pairs()
    capacities = None
    if settings.capacity is not None:
        weights = candidates.areas.weights[:, 0]
        capacities = Capacities.alike(weights, settings.capacity, len(candidates))
        capacities.refuse_too_tight(settings.count, candidates.areas.called)
    everyone = np.arange(len(candidates))
    problem = MedianProblem(
        candidates.cost(everyone, progress.part(0.0, 0.3)),
        settings.count,
        candidates.areas.trips,
        candidates.areas.called,
    )
    search = progress.part(0.3, 1.0)
    if capacities is not None:
        with open_solver(progress) as solver:
            choice = solve_capacitated_p_median(
                problem, capacities, rng, solver=solver, progress=search
            )
            progress.message(Text.of("Exact allocation by {solver}.", solver=solver.name))
        return choice
    if settings.method == Method.GENETIC:
        return genetic_sites(
            problem,
            rng,
            criterion=settings.criterion,
            settings=settings.genetic,
            progress=search,
        )
    return solve_p_median(problem, rng, progress=search)


def _drawn_choice(candidates: Candidates, chosen: IntArray, progress: Progress) -> SiteChoice:
    """Allocation to homes that were drawn; with a bound where the problem is small enough.

    The draw stands, whatever is cancelled afterwards.
    """
    if len(candidates) * len(candidates.areas) <= MOST_PAIRS_FOR_A_BOUND:
        try:
            return _bounded_choice(candidates, chosen, progress)
        except Cancelled:
            pass
    return _nearest_choice(candidates.cost(chosen), chosen, candidates.areas.trips, progress)


def _bounded_choice(candidates: Candidates, chosen: IntArray, progress: Progress) -> SiteChoice:
    areas = candidates.areas
    cost = candidates.cost(np.arange(len(candidates)), progress.part(0.0, 0.3))
    reached = np.isfinite(cost).any(axis=1)
    problem = MedianProblem(cost, chosen.size, np.where(reached, areas.trips, 0.0), areas.called)
    choice = problem.choice(chosen, None, 0.0, "feasible")
    lower = median_bound(problem, choice, progress.part(0.3, 1.0))
    status = "cancelled" if progress.is_cancelled() else choice.status
    return replace(choice, lower_bound=lower, status=status)


def _nearest_choice(
    cost: FloatArray, chosen: IntArray, weights: FloatArray, progress: Progress
) -> SiteChoice:
    labels = nearest_representative(cost)
    served = labels >= 0
    own = cost[np.arange(labels.size), labels]
    objective = float((weights[served] * own[served]).sum())
    status = "cancelled" if progress.is_cancelled() else "feasible"
    return SiteChoice(chosen, labels, objective, 0.0, status)


def _plan_of(candidates: Candidates, choice: SiteChoice) -> Plan:
    areas, count = candidates.areas, choice.chosen.size
    shares = np.tile(areas.weights.sum(axis=0) / count, (count, 1))
    names = [candidates.ids[i] for i in choice.chosen]
    return Plan(areas, choice.labels, names, shares, candidates.homes(choice.chosen))
