"""The other layers that figures depend on: representatives, and the cost matrix."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip


class OtherLayers:
    """Tells when a layer changes, is edited, saved, filtered or taken away.

    Parameters
    ----------
    changed : callable
        Called at each change, of which there may be thousands.
    """

    def __init__(self, changed: Callable[[], None]) -> None:
        self._changed = changed
        self._layers: list[QgsVectorLayer] = []

    def watch(self, layers: Sequence[QgsVectorLayer | None]) -> None:
        """Listen to these layers from now on, and to no others."""
        wanted = [layer for layer in layers if layer is not None]
        if wanted == self._layers:
            return
        self.release()
        self._layers = wanted
        for layer in wanted:
            for signal in _signals_of(layer):
                signal.connect(self._told)

    def release(self) -> None:
        """Listen no more."""
        layers, self._layers = self._layers, []
        for layer in layers:
            if not sip.isdeleted(layer):
                for signal in _signals_of(layer):
                    signal.disconnect(self._told)

    def _told(self, *_: object) -> None:
        self._changed()


def _signals_of(layer: QgsVectorLayer) -> tuple[Any, ...]:
    return (
        *(layer.attributeValueChanged, layer.geometryChanged),
        *(layer.featureAdded, layer.featuresDeleted, layer.committedFeaturesAdded),
        *(layer.afterRollBack, layer.updatedFields, layer.crsChanged),
        *(layer.subsetStringChanged, layer.dataChanged, layer.dataSourceChanged),
        layer.willBeDeleted,
    )
