"""Which starts are promising: customers are shared out softly until the centres hardly move."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..arrays import FloatArray, IntArray
from ..assignment.dual_prices import approximate_prices, maximise_dual
from ..assignment.near_shares import NearProblem
from ..assignment.normalised import NormalisedProblem, in_whole_weights
from ..certain import certain
from ..progress import Cancelled, Progress
from .clustering import SearchContext, StartingCentres
from .clustering_problem import MANY_CENTRES, ClusteringProblem
from .starting_centres import dividing_centres, matched_to, spread_centres
from .tried_starts import Tried, distinct


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
    many_centres, near : int
        From so many centres each customer looks at so few, the cheapest ones.
    first_temperatures, few_first_steps : tuple of float, int
        Where prices are found that fit the first of many centres, and steps at each for few
        customers: as many as last ones took a third of their time, for nothing.
    steps, near_steps, few_near_steps, last_steps : int
        Steps of the prices in each round, with few and with many centres (a single one left a
        tenth of the customers at a wrong one of 100, and clusters 5 % less compact), and with
        many centres of few customers, who are exchanged in the end: as compact with one step
        as with two, or more so. And in the last round, because only at prices that fit does the
        dual tell what an exact assignment will cost.
    sample_rounds, few_sample_rounds, full_rounds : int
        Greatest number of rounds on the sample, on that of few customers among many centres
        (ten were 1 % less compact), and on all customers.
    free_rounds : int
        Rounds after which whoever fills most of a centre is held at one: then centres lie about
        where they will be.
    nearly_settled, settled : float
        Centres rest when they move less than this part of a cluster's size; the first on the
        sample.
    finalists : int
        Starts that settle on all customers, and further among many centres.
    behind : float
        A finalist whose dual is worse than the best one's by more is given up.
    """

    sample: int = 2500
    sample_per_centre: int = 60
    worth_sampling: float = 1.25
    temperature: float = 0.1
    first_temperatures: tuple[float, ...] = (1.0, 0.5, 0.25)
    few_first_steps: int = 3
    many_centres: int = MANY_CENTRES
    near: int = 10
    steps: int = 1
    near_steps: int = 3
    few_near_steps: int = 1
    last_steps: int = 8
    sample_rounds: int = 30
    few_sample_rounds: int = 20
    full_rounds: int = 15
    free_rounds: int = 5
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
) -> list[Tried]:
    """Settled centres of the most promising starts with about their prices, best first.

    All starts settle on a sample of the customers and the best few of them, if there are more
    customers, on all; those that clearly fall behind are given up. With few customers none is:
    exact rounds take little time then, and soft ones tell little. And half of the starts then
    are not put into the order of the given centres, as who is nearest need not be who may keep
    most.

    The more of all weight the limits tie to clusters, the more starts begin with equal shares.

    Raises
    ------
    Cancelled
        If cancelled before a start had settled; later it is the starts that have.
    """
    generator = np.random.default_rng(1) if context.generator is None else context.generator
    everybody = np.arange(len(problem))
    sample = _sample(problem, generator)
    number_of_starts = max(restarts, 1)
    sampled, everyone = (_Settling(problem, chosen) for chosen in (sample, everybody))
    # Fewer rounds for most of them would save half of the time, but lose the best start: 2 to 3 %.
    few = problem.has_few_per_centre
    most = _ROUNDS.few_sample_rounds if few else _ROUNDS.sample_rounds
    tied, weights = problem.tied_weights
    dividing = int(tied * number_of_starts)
    tried: list[Tried] = []
    for number in range(number_of_starts):
        context.progress.report(0.4 * number / number_of_starts)
        if number == 0 and start is not None:
            centres = np.array(start.centres, dtype=float)
        else:
            places = problem.places[sample]
            if number < dividing:
                centres = dividing_centres(places, weights[sample], problem.count, generator)
            else:
                centres = spread_centres(places, problem.count, generator)
            in_any_order = number % 2 and problem.is_small and problem.rules.tell_clusters_apart
            if start is not None and not in_any_order:
                centres = matched_to(np.asarray(start.centres, dtype=float), centres)
        try:
            begun = Tried(np.inf, centres, problem)
            rounds = most
            if problem.fill_centres.any():
                first, rounds = _ROUNDS.free_rounds, most - _ROUNDS.free_rounds
                begun = sampled.settled(begun, first, _ROUNDS.nearly_settled, context).holding()
            tried.append(sampled.settled(begun, rounds, _ROUNDS.nearly_settled, context))
        except Cancelled:
            if not tried:
                raise
            break
    if problem.is_small or context.progress.is_cancelled():
        return distinct(tried, np.inf)
    finalists = distinct(tried, np.inf)[: _ROUNDS.finalists]
    if len(sample) < len(problem) or problem.count >= _ROUNDS.many_centres:
        finalists = [
            everyone.settled(one, _ROUNDS.full_rounds, _ROUNDS.settled, context)
            for one in finalists
        ]
    return distinct(finalists, _ROUNDS.behind)


def _sample(problem: ClusteringProblem, generator: np.random.Generator) -> IntArray:
    n = len(problem)
    if n <= _ROUNDS.worth_sampling * _ROUNDS.sample:
        return np.arange(n)
    size = max(_ROUNDS.sample, min(n, _ROUNDS.sample_per_centre * problem.count))
    return np.sort(generator.choice(n, size, replace=False))


@dataclass(frozen=True)
class _Settling:
    """Soft rounds with the chosen customers (m,)."""

    problem: ClusteringProblem
    chosen: IntArray

    def settled(
        self, tried: Tried, most_rounds: int, settled: float, context: SearchContext
    ) -> Tried:
        """Dual and centres after further rounds, at most so many, until the centres rest.

        Parameters
        ----------
        settled : float
            Part of a cluster's size at which centres rest.
        """
        problem, centres, progress = tried.problem, tried.centres, context.progress
        points = problem.places[self.chosen]
        weighed = points
        if problem.rules.together is not None:
            masses = problem.masses[self.chosen][:, None]
            weighed = np.hstack([masses * points, masses])
        sharing = replace(self, problem=problem)._sharing(centres, tried.prices, progress)
        prices = sharing.prices
        extent = float(np.sqrt(points.var(axis=0).sum() / len(centres)))
        steps = _ROUNDS.steps
        if problem.count >= _ROUNDS.many_centres:
            few = problem.has_few_per_centre
            steps = _ROUNDS.few_near_steps if few else _ROUNDS.near_steps
        for number in range(most_rounds):
            prices, soft = maximise_dual(
                sharing.problem,
                prices,
                _ROUNDS.temperature,
                steps,
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
            sharing = sharing.moved(centres, prices, number)
        prices, soft = maximise_dual(
            sharing.problem, prices, _ROUNDS.temperature, _ROUNDS.last_steps, progress=progress
        )
        dual = soft.dual * sharing.problem.cost_scale
        return Tried(dual, centres, problem, prices / sharing.unit)

    def _sharing(
        self, centres: FloatArray, prices: FloatArray | None, progress: Progress
    ) -> _Sharing:
        """The chosen, who stand for all, beside centres with prices; None for none so far."""
        everything = self.beside(centres)
        unit = everything.weight_scales[:, None] / everything.cost_scale
        known = None if prices is None else prices * unit
        if len(centres) < _ROUNDS.many_centres:
            priced = approximate_prices(everything, known, progress=progress)
            return _Sharing(self, everything, priced, unit)
        priced = np.zeros_like(everything.lower) if known is None else known
        near = NearProblem.of(everything, priced, _ROUNDS.near)
        if known is None:
            few = self.problem.has_few_per_centre
            steps = _ROUNDS.few_first_steps if few else _ROUNDS.last_steps
            for temperature in _ROUNDS.first_temperatures:
                priced, _ = maximise_dual(near, priced, temperature, steps, progress=progress)
                near = NearProblem.of(everything, priced, _ROUNDS.near)
        return _Sharing(self, near, priced, unit)

    def beside(self, centres: FloatArray) -> NormalisedProblem:
        """Assignment of the chosen, who stand for all."""
        problem = self.problem
        cost = problem.cost(centres, self.chosen, within_reach=False)
        limits = problem.limits
        if problem.has_few_per_centre:
            # Lest centres settle for more room than there is. Where a total is of many, it is
            # as good without: 600 customers × 20 were 1 % less compact with it, on average of six.
            limits = [in_whole_weights(limit) for limit in limits]
        return NormalisedProblem.of_part(cost, limits, self.chosen, len(problem))


@dataclass(frozen=True)
class _Sharing:
    """An assignment to be shared out, with prices to begin with.

    Attributes
    ----------
    settling : _Settling
    problem : NormalisedProblem or NearProblem
    prices : ndarray of float, shape (limits, k)
        Scaled.
    unit : ndarray of float, shape (limits, 1)
        What a price of 1 is there.
    """

    settling: _Settling
    problem: NormalisedProblem | NearProblem
    prices: FloatArray
    unit: FloatArray

    def moved(self, centres: FloatArray, prices: FloatArray, number: int) -> _Sharing:
        """The same with centres that have moved in a round."""
        settling = self.settling
        if isinstance(self.problem, NearProblem):
            if (number + 1) & number:
                cost = settling.problem.cost_of_pairs(centres, settling.chosen, self.problem.near)
                return replace(self, problem=self.problem.with_cost(cost))
            # Who is near is looked up anew after 1, 2, 4, 8, … rounds: centres come to rest.
            everything = settling.beside(centres)
            everything = replace(everything, cost_scale=self.problem.cost_scale)
            return replace(self, problem=NearProblem.of(everything, prices, _ROUNDS.near))
        cost = settling.problem.cost(centres, settling.chosen, within_reach=False)
        return replace(self, problem=self.problem.with_cost(cost))
