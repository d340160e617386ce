"""One colour per territory: all different, and neighbours told apart."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray, IntArray
from ..contiguity.graph import ContiguityGraph
from ..geometry.triangulation import neighbouring_points

# Fills stay light enough for dark labels and strong enough to differ on paper.
_LIGHTNESS = (64.0, 71.0, 78.0, 85.0)
_CHROMA = (18.0, 28.0, 38.0, 46.0)
_HUE_STEPS = 60
_TOLD_APART = 30.0


def _srgb_from_lab(lab: FloatArray) -> FloatArray:
    """CIELAB (D65) to sRGB in 0…1, shape (n, 3); out-of-gamut values are not clipped."""
    fy = (lab[:, 0] + 16.0) / 116.0
    fx, fz = fy + lab[:, 1] / 500.0, fy - lab[:, 2] / 200.0
    xyz = np.column_stack(
        [np.where(f > 6 / 29, f**3, 3 * (6 / 29) ** 2 * (f - 4 / 29)) for f in (fx, fy, fz)]
    ) * np.array([0.95047, 1.0, 1.08883])
    linear = (
        xyz
        @ np.array(
            [
                [3.2404542, -1.5371385, -0.4985314],
                [-0.9692660, 1.8760108, 0.0415560],
                [0.0556434, -0.2040259, 1.0572252],
            ]
        ).T
    )
    safe = np.maximum(linear, 0.0031308)
    return np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * safe ** (1 / 2.4) - 0.055)


def _palette() -> tuple[FloatArray, FloatArray]:
    hue = np.arange(_HUE_STEPS) * 2.0 * np.pi / _HUE_STEPS
    lightness, chroma, angle = (
        axis.ravel() for axis in np.meshgrid(_LIGHTNESS, _CHROMA, hue, indexing="ij")
    )
    lab = np.column_stack([lightness, chroma * np.cos(angle), chroma * np.sin(angle)])
    rgb = _srgb_from_lab(lab)
    inside = ((rgb >= 0.0) & (rgb <= 1.0)).all(axis=1)
    return lab[inside], rgb[inside]


def _spread_selection(lab: FloatArray, count: int) -> IntArray:
    """Pick ``count`` rows, each time the one farthest from those picked before."""
    chosen = [0]
    distance = np.linalg.norm(lab - lab[0], axis=1)
    while len(chosen) < count:
        chosen.append(int(np.argmax(distance)))
        distance = np.minimum(distance, np.linalg.norm(lab - lab[chosen[-1]], axis=1))
    return np.array(chosen)


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
    lab, rgb = _palette()
    repeats = -(-territory_count // len(lab))
    chosen = _spread_selection(lab, min(territory_count, len(lab)))
    colour = np.tile(chosen, repeats)[:territory_count]
    for _ in range(2 * territory_count):
        if not _exchange_one(lab, colour, neighbours):
            break
    values = np.round(rgb[colour] * 255).astype(int)
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


def _exchange_one(lab: FloatArray, colour: IntArray, neighbours: ContiguityGraph) -> bool:
    """Exchange a colour of the two neighbours that look most alike, if that helps."""
    first, second = neighbours.first, neighbours.second
    gap = np.linalg.norm(lab[colour[first]] - lab[colour[second]], axis=1)
    if not len(gap) or gap.min() >= _TOLD_APART:
        return False
    alike = int(np.argmin(gap))
    best, pair = float(gap[alike]), None
    for territory in (int(first[alike]), int(second[alike])):
        around = neighbours.neighbours_of(territory)
        # What the others' colours would be like here, and what this colour would be like there.
        here = np.linalg.norm(lab[colour][:, None, :] - lab[colour[around]][None], axis=2)
        to_own = np.linalg.norm(lab[colour] - lab[colour[territory]], axis=1)
        there = np.full(len(colour), np.inf)
        np.minimum.at(there, first, to_own[second])
        np.minimum.at(there, second, to_own[first])
        result = np.minimum(here.min(axis=1), there)
        result[around] = -np.inf
        # The first that is good enough: where little changes, it is the same one again.
        other = int(np.argmax(np.minimum(result, _TOLD_APART)))
        if min(result[other], _TOLD_APART) > best:
            best, pair = min(float(result[other]), _TOLD_APART), (territory, other)
    if pair is None:
        return False
    territory, other = pair
    colour[territory], colour[other] = colour[other], colour[territory]
    return True
