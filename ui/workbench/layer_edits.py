"""The edit buffer of the layer of areas: strokes go in, all changes come out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple, Protocol

from qgis.core import (  # type: ignore[attr-defined,unused-ignore] # the stubs lack NULL
    NULL,
    QgsVectorLayer,
)
from qgis.PyQt import sip

from ...core.ids import id_key
from ...processing_provider.common.texts import tr
from ...processing_provider.inputs.layers.attributes import plain_value
from ...processing_provider.inputs.layers.features import features_now


class Change(NamedTuple):
    """Another value of an attribute of a feature."""

    fid: int
    before: Any
    after: Any


class Follower(Protocol):
    """Who is told of changes."""

    def attribute_changed(self, fid: int, field: int, value: Any) -> None:
        """An attribute changed."""

    def layer_changed(self) -> None:
        """Something changed that has to be read anew."""

    def layer_saved(self) -> None:
        """Edits were saved."""

    def layer_lost(self, why: str) -> None:
        """The layer is gone."""

    def style_changed(self) -> None:
        """The layer has another style."""


class LayerEdits:
    """Listens to a layer until it is released.

    Parameters
    ----------
    layer : QgsVectorLayer
    follower : Follower
    """

    def __init__(self, layer: QgsVectorLayer, follower: Follower) -> None:
        self.layer = layer
        self._follower = follower
        self._attribute_changed = follower.attribute_changed
        self._connections: list[tuple[Any, Callable[..., None]]] = [
            (layer.attributeValueChanged, follower.attribute_changed),
            (layer.willBeDeleted, self._removed),
            (layer.rendererChanged, follower.style_changed),
            (layer.afterCommitChanges, follower.layer_saved),
        ]
        self._connections += [
            (signal, self._changed)
            for signal in (
                *(layer.featureAdded, layer.featuresDeleted, layer.geometryChanged),
                *(layer.afterRollBack, layer.updatedFields, layer.crsChanged),
                *(layer.subsetStringChanged, layer.dataChanged, layer.dataSourceChanged),
                layer.committedFeaturesAdded,
            )
        ]
        for signal, slot in self._connections:
            signal.connect(slot)

    def release(self) -> None:
        """Listen no more."""
        connections, self._connections = self._connections, []
        if sip.isdeleted(self.layer):
            return
        for signal, slot in connections:
            signal.disconnect(slot)

    def write(self, changes: Sequence[Change], field: int, title: str) -> str:
        """Change an attribute of features as one edit command; why not, or "".

        Starts to edit the layer where nobody does yet; saving is left to the user. The follower
        is not told of each change by the layer, but knows what it wanted to be written.
        """
        layer = self.layer
        if not layer.isEditable() and not layer.startEditing():
            return read_only_reason()
        layer.attributeValueChanged.disconnect(self._attribute_changed)
        try:
            refused = self._write(changes, field, title)
        finally:
            layer.attributeValueChanged.connect(self._attribute_changed)
        if refused is None:
            return ""
        return tr(
            "The layer does not take “{value}” for the territory. Nothing was changed."
        ).format(value=refused.after)

    def _write(self, changes: Sequence[Change], field: int, title: str) -> Change | None:
        layer = self.layer
        layer.beginEditCommand(title)
        for change in changes:
            # Without a value of before, each undo asks the file for it, feature by feature.
            before = NULL if change.before is None else change.before
            if not layer.changeAttributeValue(change.fid, field, change.after, before):
                layer.destroyEditCommand()
                return change
        layer.endEditCommand()
        return None

    def _changed(self, *_: object) -> None:
        self._follower.layer_changed()

    def _removed(self) -> None:
        self._follower.layer_lost(tr("The layer of areas was removed from the project."))


def names_in(layer: QgsVectorLayer, field: str) -> set[str]:
    """Spelling of all values of a field, with the edits that are not saved yet.

    ``QgsVectorLayer.uniqueValues`` goes on telling values that were edited away.
    """
    index = layer.fields().lookupField(field)
    if index < 0:
        return set()
    values = (plain_value(feature[index]) for feature in features_now(layer, [index]))
    return {id_key(value) for value in values if value is not None}


def read_only_reason() -> str:
    """What to say where a layer cannot be edited."""
    return tr(
        "This layer cannot be edited: it is read-only. Use “Work on a copy”, which takes the areas "
        "with their plan into a layer of its own."
    )
