"""The one way in which features are read: of a source of Processing, and of a layer.

QGIS checks geometries while a source is iterated, and stops with a C++ exception that Python's
frames do not survive. So its check is always skipped here, and made by us where it matters.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureIterator,
    QgsFeatureRequest,
    QgsFields,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsVectorLayer,
    QgsVectorLayerFeatureSource,
)

from ....core.errors import InvalidInput, name_some
from ....core.progress import Cancelled
from ...common.texts import counted, tr


class LayerSnapshot:
    """A layer as it is at one moment, with edits that are not saved yet.

    It is made in the thread of the layer, and can be read in any, whatever becomes of the layer
    meanwhile: QGIS draws its maps in the same way. It answers all that readers ask of a source.

    Parameters
    ----------
    layer : QgsVectorLayer
    """

    def __init__(self, layer: QgsVectorLayer) -> None:
        self._source = QgsVectorLayerFeatureSource(layer)
        self._fields, self._crs, self._type = layer.fields(), layer.crs(), layer.wkbType()

    def fields(self) -> QgsFields:
        """Fields of the layer."""
        return self._fields

    def sourceCrs(self) -> QgsCoordinateReferenceSystem:
        """Reference system of the layer."""
        return self._crs

    def wkbType(self) -> Qgis.WkbType:
        """Type of the layer's geometries."""
        return self._type

    def invalidGeometryCheck(self) -> Qgis.InvalidGeometryCheck:
        """A window shows what is there."""
        return Qgis.InvalidGeometryCheck.NoCheck

    def getFeatures(
        self, request: QgsFeatureRequest, flags: Qgis.ProcessingFeatureSourceFlag
    ) -> QgsFeatureIterator:
        """Features, whose geometries nobody checks."""
        return self._source.getFeatures(request)


def each_feature(
    source: QgsProcessingFeatureSource | LayerSnapshot,
    feedback: QgsProcessingFeedback,
    request: QgsFeatureRequest | None = None,
) -> Iterator[QgsFeature]:
    """Features of a source, whether their geometries are valid or not.

    Raises
    ------
    Cancelled
        The user asked to stop.
    """
    iterator = source.getFeatures(
        QgsFeatureRequest() if request is None else request,
        Qgis.ProcessingFeatureSourceFlag.SkipGeometryValidityChecks,
    )
    for feature in iterator:
        if feedback.isCanceled():
            iterator.close()
            raise Cancelled
        yield feature


def features_now(
    layer: QgsVectorLayer, fields: Iterable[int] | None = None, *, geometry: bool = False
) -> Iterator[QgsFeature]:
    """Features of a layer as its user sees them: filtered, with edits that are not saved yet.

    Parameters
    ----------
    layer : QgsVectorLayer
    fields : iterable of int, optional
        Indices of the fields that are read; all if omitted.
    geometry : bool
        Whether geometries are read.
    """
    request = QgsFeatureRequest().setInvalidGeometryCheck(Qgis.InvalidGeometryCheck.NoCheck)
    if not geometry:
        request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    if fields is not None:
        request.setSubsetOfAttributes(list(fields))
    yield from layer.getFeatures(request)


def checked_features(
    source: QgsProcessingFeatureSource, feedback: QgsProcessingFeedback, layer_name: str
) -> list[QgsFeature]:
    """All features, after what the user wishes to be done with invalid geometries.

    QGIS's own check takes an empty polygon for an invalid one; here it passes.

    Raises
    ------
    InvalidInput
        If geometries are invalid and the wish is to stop then.
    Cancelled
    """
    wish = source.invalidGeometryCheck()
    features, invalid = [], []
    for feature in each_feature(source, feedback):
        geometry = feature.geometry()
        empty = geometry.isNull() or geometry.isEmpty()
        if wish == Qgis.InvalidGeometryCheck.NoCheck or empty or geometry.isGeosValid():
            features.append(feature)
        else:
            invalid.append(feature)
    ids = name_some([feature.id() for feature in invalid])
    if invalid and wish == Qgis.InvalidGeometryCheck.AbortOnInvalid:
        raise InvalidInput.counted(
            len(invalid),
            "{layer}: {count} feature has an invalid geometry (feature id {ids}: {reason}). Repair "
            "it with 'Fix geometries', or set 'Invalid feature filtering' of this input to 'Do "
            "not filter' to use it as it is, or to 'Skip'.",
            "{layer}: {count} features have an invalid geometry (feature ids {ids}; the first: "
            "{reason}). Repair them with 'Fix geometries', or set 'Invalid feature filtering' of "
            "this input to 'Do not filter' to use them as they are, or to 'Skip'.",
            layer=layer_name,
            ids=ids,
            reason=invalid[0].geometry().lastError() or tr("not valid"),
        )
    if invalid:
        feedback.pushWarning(
            counted(
                len(invalid),
                "{layer}: {count} feature with an invalid geometry is left out (feature id {ids}).",
                "{layer}: {count} features with an invalid geometry are left out (feature ids "
                "{ids}).",
                layer=layer_name,
                ids=ids,
            )
        )
    return features
