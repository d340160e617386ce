"""Small polygons for tests."""

from __future__ import annotations

import numpy as np
from territory_design.core.geometry.outlines import PolygonRings


def box(x1, y1, x2, y2):
    """Closed ring of a rectangle."""
    return [(x1, y1), (x2, y1), (x2, y2), (x1, y2), (x1, y1)]


def rings(*areas):
    """Polygons from areas, each of them a ring or a list of rings."""
    listed = [area if area and isinstance(area[0], list) else [area] for area in areas]
    flat = [np.asarray(ring, dtype=float) for area in listed for ring in area if len(ring)]
    return PolygonRings(
        coordinates=np.concatenate(flat) if flat else np.empty((0, 2)),
        ring_start=np.concatenate([[0], np.cumsum([len(ring) for ring in flat])]).astype(int),
        ring_area=np.array(
            [number for number, area in enumerate(listed) for ring in area if len(ring)], dtype=int
        ),
        area_count=len(areas),
    )


def moved(polygons, angle=0.0, dx=0.0, dy=0.0):
    """The same polygons turned by an angle in radians and shifted."""
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    return polygons.moved_to(polygons.coordinates @ turn.T + [dx, dy])


def edges(found):
    """Contiguities as {(first, second): (border, kind)}."""
    return {
        (int(first), int(second)): (float(border), int(kind))
        for first, second, border, kind in zip(
            found.first, found.second, found.border_m, found.kind
        )
    }


def borders(found):
    """Contiguities with their lengths alone, rounded to a millionth."""
    return {pair: round(border, 6) for pair, (border, _) in edges(found).items()}
