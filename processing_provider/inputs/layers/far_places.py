"""Places far from all others, named before they spoil a plan."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from qgis.core import QgsProcessingFeedback

from ....core.arrays import FloatArray
from ....core.errors import name_some
from ....core.geometry.far_points import far_from_the_rest
from ....core.geometry.geodesy import Metric
from ...common.texts import counted


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
