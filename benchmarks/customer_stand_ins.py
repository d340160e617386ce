"""Bounded clustering on stand-ins for held-out places: hard sums, many centres, few customers.

Places are drawn around Germany's municipalities, weights have a long tail; three seeds each, and
the peers work on the same places in the same run.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from territory_design.core.assignment import Limit, breached, count_limit, open_solver, sum_limit
from territory_design.core.customers import (
    ClusterRules,
    SearchContext,
    SearchEffort,
    bounded_kmeans,
)
from territory_design.core.errors import InfeasibleProblem

SEEDS = (1, 2, 3)
RESTARTS = 10
_SCATTER_M = 3_000.0

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]


@dataclass(frozen=True)
class Tools:
    """What the tables need of the benchmark they belong to.

    Attributes
    ----------
    municipalities : ndarray of float, shape (m, 2)
    processor : callable
        Seconds of processor time so far, children included.
    inertia : callable
        Sum of squared distances to the means, of places and labels.
    constrained : callable
        Inertia and processor seconds of k-means-constrained for places, number, least, most and
        seed; None where it is not installed.
    table : callable
        Markdown of head and rows.
    """

    municipalities: FloatArray
    processor: Callable[[], float]
    inertia: Callable[[FloatArray, IntArray], float]
    constrained: Callable[[FloatArray, int, Limit, int], tuple[float, float] | None]
    table: Callable[[list[str], list[list[str]]], str]


def tables(tools: Tools) -> list[str]:
    """All tables, with what they show."""
    return [
        "Stand-ins for held-out places, three seeds each: minimum / median / maximum.",
        sums_beside_bisection(tools),
        few_customers_each(tools),
        many_centres(tools),
    ]


def sums_beside_bisection(tools: Tools) -> str:
    """Skewed weights in narrow sums, beside halves of halves along the longer side."""
    rows = []
    for n, k, share, capped in (
        (4_120, 67, 0.10, False),
        (4_120, 134, 0.10, True),
        (4_120, 25, 0.02, False),
        (5_000, 100, 0.05, True),
    ):
        ratios, seconds, kept, theirs = [], [], [], []
        for seed in SEEDS:
            points = places(tools.municipalities, n, seed)
            weights = long_tail(n, k, seed, capped)
            mean = weights.sum() / k
            limit = sum_limit("people", weights, k, (1 - share) * mean, (1 + share) * mean)
            halves = bisected(points, weights, k)
            theirs.append(not breached([limit], halves))
            labels, spent = clustered(tools, points, k, limit, seed)
            seconds.append(spent)
            kept.append(labels is not None and not breached([limit], labels))
            if labels is not None:
                ratios.append(tools.inertia(points, labels) / tools.inertia(points, halves))
        rows.append(
            [
                f"{n:,} × {k}, ±{share:.0%}" + (", weights capped at half the mean" * capped),
                f"{sum(kept)} of {len(SEEDS)}",
                f"{sum(theirs)} of {len(SEEDS)}",
                spread(ratios, ".3f"),
                spread(seconds, ".1f"),
            ]
        )
    head = ["one sum", "found and kept", "kept by bisection", "inertia ours / bisection", "cpu"]
    return tools.table(head, rows)


def few_customers_each(tools: Tools) -> str:
    """Five to twenty customers for each centre, beside k-means-constrained."""
    rows = []
    for n, k in ((500, 25), (500, 100), (150, 10)):
        ratios, seconds, their_seconds = [], [], []
        for seed in SEEDS:
            points, limit = places(tools.municipalities, n, seed), even(n, k, 0.05)
            labels, spent = clustered(tools, points, k, limit, seed)
            seconds.append(spent)
            peer = tools.constrained(points, k, limit, seed)
            if peer is not None and labels is not None:
                ratios.append(tools.inertia(points, labels) / peer[0])
                their_seconds.append(peer[1])
        rows.append(
            [
                f"{n} × {k}, ±5 % customers",
                spread(ratios, ".4f"),
                spread(seconds, ".1f"),
                spread(their_seconds, ".1f"),
            ]
        )
    head = ["few customers each", "inertia ours / k-means-constrained", "cpu", "their cpu"]
    return tools.table(head, rows)


def many_centres(tools: Tools) -> str:
    """Time where there are many centres, as many as customers, or one heavy customer."""
    rows = []
    for n, k, limit in (
        (600, 600, count_limit(600, 1, 1)),
        (5_000, 100, count_limit(100, 47, 53)),
        (50_000, 250, even(50_000, 250, 0.05)),
    ):
        seconds, values = [], []
        for seed in SEEDS:
            points = places(tools.municipalities, n, seed)
            labels, spent = clustered(tools, points, k, limit, seed)
            seconds.append(spent)
            if labels is not None:
                values.append(tools.inertia(points, labels))
        rows.append([f"{n:,} × {k}", spread(seconds, ".1f"), spread(values, ".4g")])
    seconds, values = [], []
    for seed in SEEDS:
        points, weights = places(tools.municipalities, 600, seed), np.ones(600)
        weights[7] = 9.0
        mean = weights.sum() / 60
        limit = sum_limit("load", weights, 60, 0.9 * mean, 1.1 * mean)
        labels, spent = clustered(tools, points, 60, limit, seed)
        seconds.append(spent)
        if labels is not None:
            values.append(tools.inertia(points, labels))
    name = "600 × 60, ±10 % of a sum, one weighs as much as nine others"
    rows.append([name, spread(seconds, ".1f"), spread(values, ".4g")])
    return tools.table(["counts, sums", "cpu", "inertia"], rows)


def clustered(
    tools: Tools, points: FloatArray, count: int, limit: Limit, seed: int
) -> tuple[IntArray | None, float]:
    """Labels, or None where the limits were refused, and processor seconds."""
    begun = tools.processor()
    labels: IntArray | None = None
    with open_solver() as solver:
        context = SearchContext(solver=solver, generator=np.random.default_rng(seed))
        try:
            labels = bounded_kmeans(
                points, count, ClusterRules([limit]), effort=SearchEffort(RESTARTS), context=context
            ).labels
        except InfeasibleProblem:
            labels = None
    return labels, tools.processor() - begun


def bisected(points: FloatArray, weights: FloatArray, count: int) -> IntArray:
    """Labels of a recursive weighted bisection across the longer side."""
    labels = np.zeros(len(points), dtype=np.int64)
    waiting = [(np.arange(len(points)), count, 0)]
    while waiting:
        own, parts, first = waiting.pop()
        if parts == 1:
            labels[own] = first
            continue
        axis = int(np.ptp(points[own], axis=0).argmax())
        order = own[np.argsort(points[own, axis], kind="stable")]
        running = np.cumsum(weights[order])
        half = parts // 2
        cut = int(np.abs(running - running[-1] * half / parts).argmin()) + 1
        cut = min(max(cut, half), len(own) - (parts - half))
        waiting.append((order[:cut], half, first))
        waiting.append((order[cut:], parts - half, first + half))
    return labels


def places(municipalities: FloatArray, count: int, seed: int) -> FloatArray:
    """Customers scattered around municipalities."""
    generator = np.random.default_rng(seed)
    around = municipalities[generator.integers(len(municipalities), size=count)]
    return around + generator.normal(scale=_SCATTER_M, size=(count, 2))


def long_tail(count: int, centres: int, seed: int, capped: bool) -> FloatArray:
    """Whole weights with a long tail."""
    weights = np.round(np.random.default_rng(seed).lognormal(7.0, 0.9, count))
    return np.minimum(weights, np.floor(0.5 * weights.sum() / centres)) if capped else weights


def even(customers: int, centres: int, share: float) -> Limit:
    """Counts within a share of the mean."""
    mean = customers / centres
    return count_limit(centres, int(np.floor(mean * (1 - share))), int(np.ceil(mean * (1 + share))))


def spread(values: list[float], spec: str) -> str:
    """Minimum / median / maximum."""
    if not values:
        return "–"
    return " / ".join(format(float(one), spec) for one in np.quantile(values, (0.0, 0.5, 1.0)))
