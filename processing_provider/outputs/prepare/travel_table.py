"""The table of travel costs, and what is said about pairs and places that it leaves empty."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from qgis.core import QgsFeature, QgsField, QgsFields, QgsProcessingFeedback

from ....core.arrays import FloatArray, IntArray
from ....core.errors import MAX_NAMED_IDS, name_some
from ....core.progress import Progress
from ....core.texts import Text
from ....core.travel.cost_rows import CostRows
from ...common.fields import like_field, number_field
from ...common.texts import counted, tr, worded
from ...inputs.layers.attributes import plain_value

# A kilometre of driving to the road is worth a word; the user may have forgotten a part of the
# network.
_FAR_M = 1000.0


class TravelTable:
    """Fields and rows ``origin, destination, distance_m, time_s``."""

    def __init__(self, costs: CostRows, origin: QgsField, destination: QgsField) -> None:
        self._costs = costs
        self.fields = QgsFields()
        self.fields.append(like_field("origin", origin))
        self.fields.append(like_field("destination", destination))
        self.fields.append(number_field("distance_m"))
        self.fields.append(number_field("time_s"))

    def rows(self, progress: Progress) -> Iterator[tuple[Any, ...]]:
        """Values of one pair each; the costs of a pair without a route are None."""
        costs = replace(
            self._costs,
            origins=[plain_value(one) for one in self._costs.origins],
            destinations=[plain_value(one) for one in self._costs.destinations],
        )
        return costs.rows(progress)

    def features(self, progress: Progress) -> Iterator[QgsFeature]:
        """One per row.

        They are copies of one feature: a new one with its fields takes longer.
        """
        feature = QgsFeature(self.fields)
        for values in self.rows(progress):
            feature.setAttributes(list(values))
            yield QgsFeature(feature)


def tell_gaps(
    layer: str,
    ids: Sequence[Any],
    gap_m: FloatArray,
    unsnapped: IntArray,
    snap_distance: float,
    feedback: QgsProcessingFeedback,
) -> None:
    """Say which places of a layer lie far from the network.

    Parameters
    ----------
    layer : str
        Label of the layer.
    ids : sequence, length n
    gap_m : ndarray of float, shape (n,)
        Metres from each place to its road.
    unsnapped : ndarray of int
        Places beyond the snap distance.
    snap_distance : float
        In metres.
    feedback : QgsProcessingFeedback
    """
    if len(unsnapped):
        feedback.pushWarning(
            counted(
                len(unsnapped),
                "{layer}: {count} place lies farther than {snap:,.0f} m from any road and cannot "
                "be reached: {ids}.",
                "{layer}: {count} places lie farther than {snap:,.0f} m from any road and cannot "
                "be reached: {ids}.",
                layer=layer,
                snap=snap_distance,
                ids=name_some([ids[i] for i in unsnapped]),
            )
        )
    snapped = np.flatnonzero(np.isfinite(gap_m) & (gap_m <= snap_distance))
    if len(snapped) == 0:
        return
    far = [ids[i] for i in snapped if gap_m[i] > _FAR_M]
    if not far:
        feedback.pushInfo(
            worded(
                Text.of(
                    "{layer}: the farthest place lies {gap:,.0f} m from its road.",
                    layer=layer,
                    gap=gap_m[snapped].max(),
                )
            )
        )
        return
    feedback.pushWarning(
        counted(
            len(far),
            "{layer}: {count} place lies more than {far_m:,.0f} m from its road ({ids}), the "
            "farthest {gap:,.0f} m. The distance to the road is not counted; “Snap distance” "
            "(SNAP_DISTANCE) leaves such places out.",
            "{layer}: {count} places lie more than {far_m:,.0f} m from their roads ({ids}), the "
            "farthest {gap:,.0f} m. The distance to the road is not counted; “Snap distance” "
            "(SNAP_DISTANCE) leaves such places out.",
            layer=layer,
            far_m=_FAR_M,
            ids=name_some(far),
            gap=gap_m[snapped].max(),
        )
    )


def tell_unreachable(costs: CostRows, feedback: QgsProcessingFeedback) -> None:
    """Say which pairs have no route, and which places no route at all."""
    pairs = costs.unreachable
    if len(pairs) == 0:
        return
    shown = pairs[:MAX_NAMED_IDS].tolist()
    names = ", ".join(f"{costs.origins[i]} → {costs.destinations[j]}" for i, j in shown)
    more = ", …" if len(pairs) > len(shown) else ""
    feedback.pushWarning(
        counted(
            len(pairs),
            "{count:,} of {size:,} pairs is not connected (NULL costs): {pairs}.",
            "{count:,} of {size:,} pairs are not connected (NULL costs): {pairs}.",
            size=costs.pair_count,
            pairs=names + more,
        )
    )
    for layer, lost in (
        (tr("Origins"), costs.cut_off_origins),
        (tr("Destinations"), costs.cut_off_destinations),
    ):
        if lost:
            feedback.pushWarning(
                counted(
                    len(lost),
                    "{layer}: {count} place is not connected to any other: {ids}.",
                    "{layer}: {count} places are not connected to any other: {ids}.",
                    layer=layer,
                    ids=name_some(lost),
                )
            )
