"""Which starts are promising: customers are shared out softly until the centres hardly move."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..assignment.dual_prices import approximate_prices, maximise_dual
from ..assignment.normalised import NormalisedProblem
from ..certain import certain
from ..progress import Progress
from .clustering import SearchContext, StartingCentres
from .clustering_problem import ClusteringProblem
from .starting_centres import matched_to, spread_centres

SAME = 1e-5
"""Two results whose relative difference is smaller count as one."""


@dataclass(frozen=True)
class _SoftRounds:
    """What the comparison of starts trades between time and a sure choice.

    Attributes
    ----------
    sample, sample_per_centre : int
        Customers on whom all starts settle, and at least so many of each cluster: enough that
        the means of a sample lie near those of all.
    worth_sampling : float
        Without so many times the sample nothing is saved.
    temperature : float
        In typical differences between a customer's two nearest centres: most customers have
        one centre then, those on the borders two.
    steps, last_steps : int
        Steps of the prices in each round, and in the last one, because only at prices that fit
        does the dual tell what an exact assignment will cost.
    sample_rounds, full_rounds : int
        Greatest number of rounds on the sample and on all customers.
    nearly_settled, settled : float
        Centres rest when they move less than this part of a cluster's size; the first on the
        sample.
    finalists : int
        Starts that settle on all customers.
    behind : float
        A finalist whose dual is worse than the best one's by more is given up.
    """

    sample: int = 2500
    sample_per_centre: int = 60
    worth_sampling: float = 1.25
    temperature: float = 0.1
    steps: int = 1
    last_steps: int = 8
    sample_rounds: int = 30
    full_rounds: int = 15
    nearly_settled: float = 1e-2
    settled: float = 2e-3
    finalists: int = 3
    behind: float = 2e-2


_ROUNDS = _SoftRounds()


def promising_centres(
    problem: ClusteringProblem,
    start: StartingCentres | None,
    restarts: int,
    context: SearchContext,
) -> list[FloatArray]:
    """Settled centres of the most promising starts, best first.

    All starts settle on a sample of the customers and the best few of them, if there are more
    customers, on all; those that clearly fall behind are given up. With few customers none is:
    exact rounds take little time then, and soft ones tell little. And half of the starts then
    are not put into the order of the given centres, as who is nearest need not be who may keep
    most.
    """
    generator = np.random.default_rng(1) if context.generator is None else context.generator
    everybody = np.arange(len(problem))
    sample = _sample(problem, generator)
    number_of_starts = max(restarts, 1)
    scored: list[tuple[float, FloatArray]] = []
    for number in range(number_of_starts):
        context.progress.report(0.4 * number / number_of_starts)
        if number == 0 and start is not None:
            centres = np.array(start.centres, dtype=float)
        else:
            centres = spread_centres(problem.places[sample], problem.count, generator)
            in_any_order = number % 2 and problem.is_small and problem.rules.tell_clusters_apart
            if start is not None and not in_any_order:
                centres = matched_to(np.asarray(start.centres, dtype=float), centres)
        scored.append(
            _settled(
                problem,
                centres,
                sample,
                (_ROUNDS.sample_rounds, _ROUNDS.nearly_settled),
                context.progress,
            )
        )
    if problem.is_small:
        return [centres for _, centres in _distinct(scored, np.inf)]
    finalists = _distinct(scored, np.inf)[: _ROUNDS.finalists]
    if len(sample) < len(problem):
        full = (_ROUNDS.full_rounds, _ROUNDS.settled)
        finalists = [
            _settled(problem, centres, everybody, full, context.progress)
            for _, centres in finalists
        ]
    return [centres for _, centres in _distinct(finalists, _ROUNDS.behind)]


def _sample(problem: ClusteringProblem, generator: np.random.Generator) -> IntArray:
    n = len(problem)
    if n <= _ROUNDS.worth_sampling * _ROUNDS.sample:
        return np.arange(n)
    size = max(_ROUNDS.sample, min(n, _ROUNDS.sample_per_centre * problem.count))
    return np.sort(generator.choice(n, size, replace=False))


def _settled(
    problem: ClusteringProblem,
    centres: FloatArray,
    chosen: IntArray,
    rounds: tuple[int, float],
    progress: Progress,
) -> tuple[float, FloatArray]:
    """Dual and centres after soft rounds with the chosen customers, until the centres rest.

    Parameters
    ----------
    rounds : (int, float)
        Greatest number of rounds, and the part of a cluster's size at which centres rest.
    """
    most_rounds, settled = rounds
    points = problem.places[chosen]
    weighed = points
    if problem.rules.together is not None:
        masses = problem.masses[chosen][:, None]
        weighed = np.hstack([masses * points, masses])
    shared = NormalisedProblem.of(problem.cost(centres, within_reach=False), problem.limits)
    if len(chosen) < len(problem):
        shared = shared.part(chosen)
    prices = approximate_prices(shared, progress=progress)
    extent = float(np.sqrt(points.var(axis=0).sum() / len(centres)))
    for _ in range(most_rounds):
        prices, soft = maximise_dual(
            shared,
            prices,
            _ROUNDS.temperature,
            _ROUNDS.steps,
            points=weighed,
            progress=progress,
        )
        means = certain(soft.means)
        if problem.rules.together is not None:
            # Of moments and masses, which are divided by the same shares.
            means = means[:, :-1] / means[:, -1:]
        means = np.where(np.isfinite(means), means, centres)
        shift = float(np.abs(means - centres).max())
        centres = means
        if shift <= settled * extent:
            break
        shared = shared.with_cost(problem.cost(centres, chosen, within_reach=False))
    _, soft = maximise_dual(
        shared, prices, _ROUNDS.temperature, _ROUNDS.last_steps, progress=progress
    )
    return soft.dual * shared.cost_scale, centres


def _distinct(
    scored: list[tuple[float, FloatArray]], behind: float
) -> list[tuple[float, FloatArray]]:
    """Best first, without what is as good as the one before or too far behind the best."""
    kept: list[tuple[float, FloatArray]] = []
    for value, centres in sorted(scored, key=lambda entry: entry[0]):
        if not kept or (
            value > kept[-1][0] * (1.0 + SAME) and value <= kept[0][0] * (1.0 + behind)
        ):
            kept.append((value, centres))
    return kept
