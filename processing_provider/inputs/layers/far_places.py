"""Places far from all others, named before they spoil a plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from qgis.core import QgsCoordinateReferenceSystem, QgsProcessingFeedback

from ....core.arrays import FloatArray
from ....core.errors import name_some
from ....core.geometry.far_points import apart_m, far_from_the_rest, look_like_degrees
from ....core.geometry.geodesy import Metric
from ....core.texts import Text
from ....core.unit_factors import METRES_PER_KM
from ...common.texts import counted, tr, worded


def tell_degrees(
    coordinates: FloatArray,
    crs: QgsCoordinateReferenceSystem,
    layer_name: str,
    feedback: QgsProcessingFeedback,
) -> None:
    """Warn of map coordinates (n, 2) that are degrees under a reference system of metres."""
    if crs.isValid() and not crs.isGeographic() and look_like_degrees(coordinates):
        feedback.pushWarning(
            tr(
                "{layer}: all coordinates are degrees by their size, but the layer's reference "
                "system, {crs}, counts metres: everything lies within a few metres. Give the "
                "layer the reference system of its coordinates, most often EPSG:4326 (WGS 84)."
            ).format(layer=layer_name, crs=crs.authid() or crs.description())
        )


def tell_far_places(
    ids: Sequence[Any],
    positions: FloatArray,
    metric: Metric,
    layer_name: str,
    feedback: QgsProcessingFeedback,
    rest: FloatArray | None = None,
) -> None:
    """Warn of places at 0, 0 or thousands of kilometres away from the others (or from ``rest``)."""
    if not len(positions):
        return
    found = far_from_the_rest(
        metric.to_plane(positions),
        (positions == 0.0).all(axis=1),
        None if rest is None else metric.to_plane(rest),
    )
    if rest is not None and found.all():
        feedback.pushWarning(
            worded(
                Text.of(
                    "{layer} lies {km:,.0f} km away from the layer with which it is used: one of "
                    "them is not where it should be. Check the reference systems of both; in a "
                    "table of coordinates X is the longitude and Y the latitude.",
                    layer=layer_name,
                    km=apart_m(positions, rest, metric) / METRES_PER_KM,
                )
            )
        )
        return
    far = [ids[row] for row in np.flatnonzero(found)]
    if far:
        feedback.pushWarning(
            counted(
                len(far),
                "{layer}: {count} feature lies at 0, 0 or very far from all others and will "
                "distort the result (id {ids}). Check its coordinates and the layer's reference "
                "system, or leave it out.",
                "{layer}: {count} features lie at 0, 0 or very far from all others and will "
                "distort the result (ids {ids}). Check their coordinates and the layer's "
                "reference system, or leave them out.",
                layer=layer_name,
                ids=name_some(far),
            )
        )
