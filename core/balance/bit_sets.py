"""Sets of areas as whole numbers with one bit per area: connected or not, in microseconds."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..arrays import BoolArray


def neighbour_bits(neighbours: Sequence[Sequence[int]]) -> list[int]:
    """Neighbours of each area as a set."""
    return [sum(1 << other for other in own) for own in neighbours]


def set_of(areas: BoolArray) -> int:
    """The areas (n,) that are True."""
    return int.from_bytes(np.packbits(areas, bitorder="little").tobytes(), "little")


def connected(areas: int, bits: Sequence[int]) -> bool:
    """Whether the areas, at least one, are connected among themselves."""
    return reached(areas & -areas, areas, areas, bits)


def stays_connected(rest: int, beside: int, bits: Sequence[int]) -> bool:
    """Whether a connected territory stays so without an area; False if nothing is left.

    Parameters
    ----------
    rest : int
        The territory without the area.
    beside : int
        The area's neighbours, of any territory.
    bits : sequence of int
        Neighbours of each area.
    """
    wanted = rest & beside
    return bool(wanted) and reached(wanted & -wanted, wanted, rest, bits)


def reached(first: int, wanted: int, areas: int, bits: Sequence[int]) -> bool:
    """Whether all wanted areas are reached from the first without leaving ``areas``."""
    fresh, unseen = first, areas & ~first
    missing = wanted & unseen
    while missing:
        if not fresh:
            return False
        area = fresh & -fresh
        found = bits[area.bit_length() - 1] & unseen
        unseen ^= found
        missing &= unseen
        fresh = fresh ^ area | found
    return True
