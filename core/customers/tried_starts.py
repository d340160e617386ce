"""Starts of a clustering that were tried, and which of them go on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..arrays import FloatArray
from ..certain import certain
from .clustering_problem import ClusteringProblem

SAME = 1e-5
"""Two results whose relative difference is smaller count as one."""


@dataclass(frozen=True)
class Tried:
    """Centres that soft rounds have come to.

    Attributes
    ----------
    dual : float
        What an exact assignment to them would cost about.
    centres : ndarray of float, shape (k, 2)
    problem : ClusteringProblem
        In which whoever fills most of a centre is held at one, if there is anybody.
    prices : ndarray of float, shape (limits, k), or None
        In units of cost, see :class:`~..assignment.Assignment`.
    """

    dual: float
    centres: FloatArray
    problem: ClusteringProblem
    prices: FloatArray | None = None

    def holding(self) -> Tried:
        """The same, with whoever fills most of a centre held at one."""
        return replace(self, problem=self.problem.holding(self.centres, certain(self.prices)))


def distinct(tried: list[Tried], behind: float) -> list[Tried]:
    """Best first, without what is as good as the one before or too far behind the best."""
    kept: list[Tried] = []
    for one in sorted(tried, key=lambda entry: entry.dual):
        if not kept or (
            one.dual > kept[-1].dual * (1.0 + SAME) and one.dual <= kept[0].dual * (1.0 + behind)
        ):
            kept.append(one)
    return kept
