"""One colour per territory: all differ, and neighbours are told apart by all kinds of eyes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np

from ..arrays import FloatArray, IntArray
from ..contiguity.graph import ContiguityGraph
from ..geometry.triangulation import neighbouring_points
from .colour_vision import ColoursAsSeen, srgb_from_lab

# Fills stay light enough for dark labels and strong enough to differ on paper.
_LIGHTNESS = (60.0, 68.0, 76.0, 84.0, 91.0)
_CHROMA = (18.0, 28.0, 38.0, 46.0)  # light and strong, see above
_HUE_STEPS = 60  # 6°: under 5 CIELAB units at the greatest chroma; finer is hardly told apart
# Strong colours that are light, too, glow on screens: the lighter a colour, the nearer must be
# its parts of red, green and blue (each 0…1; less per unit of lightness). Looked at.
_LOUDEST, _QUIETER = 0.55, 0.006
# Neighbours with a smaller gap (CIELAB units, as colour_gaps counts it) exchange colours. Of
# 18, 20, … 36 the one that keeps the balance on random maps of 27 and of 100 territories: all
# neighbours reach it, and about half of the territories keep their colour when borders move.
_TOLD_APART = 28.0


@cache
def _palette() -> tuple[FloatArray, ColoursAsSeen]:
    """All colours (n, 3) that territories may have, red, green and blue in 0…1."""
    hue = np.arange(_HUE_STEPS) * 2.0 * np.pi / _HUE_STEPS
    lightness, chroma, angle = (
        axis.ravel() for axis in np.meshgrid(_LIGHTNESS, _CHROMA, hue, indexing="ij")
    )
    lab = np.column_stack([lightness, chroma * np.cos(angle), chroma * np.sin(angle)])
    rgb = srgb_from_lab(lab)
    inside = ((rgb >= 0.0) & (rgb <= 1.0)).all(axis=1)
    inside &= np.ptp(rgb, axis=1) <= _LOUDEST - _QUIETER * (lightness - _LIGHTNESS[0])
    return rgb[inside], ColoursAsSeen.of(lab[inside], rgb[inside])


def _spread_selection(colours: ColoursAsSeen, count: int) -> tuple[IntArray, FloatArray]:
    """Pick colours, each time the one farthest from those picked before; with their gaps."""
    gaps = [colours.gaps(np.array([0]))[0]]
    chosen, distance = [0], gaps[0]
    while len(chosen) < count:
        chosen.append(int(np.argmax(distance)))
        gaps.append(colours.gaps(np.array(chosen[-1:]))[0])
        distance = np.minimum(distance, gaps[-1])
    return np.array(chosen), np.array(gaps)[:, chosen]


def territory_colours(territory_count: int, neighbours: ContiguityGraph) -> list[str]:
    """Colours for territories as ``"#rrggbb"``, no two alike (up to some hundred of them).

    Each number has its own colour. Only where neighbours would look alike, one of them
    exchanges its colour with a third territory, so that plans with the same territories look
    the same but for a few.

    Parameters
    ----------
    territory_count : int
        Number k of territories.
    neighbours : ContiguityGraph
        Which of the k territories touch.
    """
    if territory_count == 0:
        return []
    rgb, seen = _palette()
    chosen, gaps = _spread_selection(seen, min(territory_count, len(rgb)))
    colour = np.arange(territory_count) % len(chosen)
    _exchange_alike(gaps, colour, neighbours)
    values = np.round(rgb[chosen[colour]] * 255).astype(int)
    return [f"#{red:02x}{green:02x}{blue:02x}" for red, green, blue in values]


def plan_colours(
    labels: IntArray, territory_count: int, graph: ContiguityGraph | None
) -> list[str]:
    """Colours of territories by the areas (n,) that they hold; negative labels are in none.

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
    territory_count : int
    graph : ContiguityGraph or None
        Which areas touch; None: nothing is known about it.
    """
    nothing = np.empty(0, dtype=np.int64)
    if graph is None:
        return territory_colours(
            territory_count, ContiguityGraph.from_edges(territory_count, nothing, nothing)
        )
    first, second = labels[graph.first], labels[graph.second]
    both = (first >= 0) & (second >= 0)
    touching = ContiguityGraph.from_edges(territory_count, first[both], second[both])
    return territory_colours(territory_count, touching)


def colours_around(points: FloatArray) -> list[str]:
    """Colours for points (k, 2) on a plane that tell neighbours apart; NaN is nowhere."""
    known = np.flatnonzero(~np.isnan(points).any(axis=1))
    places, first_there = np.unique(points[known], axis=0, return_index=True)
    edges = known[first_there][neighbouring_points(places)]
    return territory_colours(
        len(points), ContiguityGraph.from_edges(len(points), edges[:, 0], edges[:, 1])
    )


def keep_colours(colours: Sequence[str], known: Sequence[str | None]) -> list[str]:
    """Colours for territories some of which have one already, and keep it.

    Others keep the colour that they were given, unless somebody has it: then they get the first
    of the palette that nobody has.

    Parameters
    ----------
    colours : sequence of str, length k
        As ``"#rrggbb"``.
    known : sequence of str or None, length k
        What each has had so far; None for who is new.
    """
    kept = [colour if before is None else before for colour, before in zip(colours, known)]
    taken = {before for before in known if before is not None}
    if not taken:
        return kept
    wanted = {colour for colour, before in zip(colours, known) if before is None}
    nothing = np.empty(0, dtype=np.int64)
    count = 2 * len(kept) + len(taken)
    palette = territory_colours(count, ContiguityGraph.from_edges(count, nothing, nothing))
    free = iter([colour for colour in palette if colour not in taken | wanted])
    for row, before in enumerate(known):
        if before is None and kept[row] in taken:
            kept[row] = next(free, kept[row])
    return kept


def _exchange_alike(gaps: FloatArray, colour: IntArray, neighbours: ContiguityGraph) -> None:
    """Exchange colours, in place, until neighbours are told apart or no exchange helps."""
    for _ in range(4 * len(colour)):
        gap = gaps[colour[neighbours.first], colour[neighbours.second]]
        alike = np.flatnonzero(gap < _TOLD_APART)
        worst_first = alike[np.argsort(gap[alike], kind="stable")]
        if not any(_exchange_one(gaps, colour, neighbours, int(pair)) for pair in worst_first):
            return


def _exchange_one(
    gaps: FloatArray, colour: IntArray, neighbours: ContiguityGraph, pair: int
) -> bool:
    """Exchange a colour of a pair of neighbours with a third territory's, if that helps."""
    first, second = neighbours.first, neighbours.second
    best, exchange = float(gaps[colour[first[pair]], colour[second[pair]]]), None
    for territory in (int(first[pair]), int(second[pair])):
        around = neighbours.neighbours_of(territory)
        # What the others' colours would be like here, and what this colour would be like there.
        here = gaps[colour[:, None], colour[around][None]].min(axis=1)
        to_own = gaps[colour, colour[territory]]
        there = np.full(len(colour), np.inf)
        np.minimum.at(there, first, to_own[second])
        np.minimum.at(there, second, to_own[first])
        result = np.minimum(here, there)
        result[around] = -np.inf
        # The first that is good enough: where little changes, it is the same one again.
        other = int(np.argmax(np.minimum(result, _TOLD_APART)))
        if min(result[other], _TOLD_APART) > best:
            best, exchange = min(float(result[other]), _TOLD_APART), (territory, other)
    if exchange is None:
        return False
    territory, other = exchange
    colour[territory], colour[other] = colour[other], colour[territory]
    return True
