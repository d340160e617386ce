"""Moves that walks of :mod:`.abreast` might make, and what they lead to."""

from __future__ import annotations

from dataclasses import dataclass

from ..arrays import FloatArray, IntArray


@dataclass(frozen=True)
class Proposal:
    """One move of some walks each; all arrays of shape (q,).

    Attributes
    ----------
    walk, area, source, target : ndarray of int
        Which walk moves which area from whom to whom.
    partner : ndarray of int, or None
        Areas that come back for them.
    """

    walk: IntArray
    area: IntArray
    source: IntArray
    target: IntArray
    partner: IntArray | None = None

    def some(self, chosen: IntArray, partner: IntArray | None = None) -> Proposal:
        """Those of the given numbers, with partners if they have them already or get them now."""
        if partner is None and self.partner is not None:
            partner = self.partner.take(chosen)
        return Proposal(
            self.walk.take(chosen),
            self.area.take(chosen),
            self.source.take(chosen),
            self.target.take(chosen),
            partner,
        )


@dataclass(frozen=True)
class After:
    """What moves lead to.

    Attributes
    ----------
    state : ndarray of float, shape (c + 4, 2, q)
        Deviations and measures of who gives and who takes.
    sums : ndarray of float, shape (3, q)
        Measures that are summed over all territories.
    other, change : ndarray of float, shape (q,)
        What the move costs besides balance, and in all.
    """

    state: FloatArray
    sums: FloatArray
    other: FloatArray
    change: FloatArray

    def some(self, chosen: IntArray) -> After:
        """Those of the given numbers."""
        return After(
            self.state.take(chosen, axis=2),
            self.sums.take(chosen, axis=1),
            self.other.take(chosen),
            self.change.take(chosen),
        )
