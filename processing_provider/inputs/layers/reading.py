"""The one way from a layer to units: features with a place, their weights and ids."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from qgis.core import (
    QgsField,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)
from qgis.PyQt.QtCore import QMetaType

from ....core.errors import name_some
from ....core.ids import id_key, refuse_repeated_ids
from ....core.progress import Cancelled
from ...common.request import Request
from ...common.texts import counted, tr
from .attributes import attribute_values, field_index, refuse_unusable_names, settled_order
from .far_places import tell_degrees, tell_far_places
from .features import checked_features
from .number_fields import NumberField
from .shapes import carried_type, refuse_other_shapes, representative_point
from .space import Space
from .units import SpatialUnits

_FEATURE_ID = QgsField("feature_id", QMetaType.Type.LongLong)


def read_layer(
    request: Request,
    layer: str = "INPUT",
    *,
    id_field: str = "",
    weights: Mapping[str, str] | None = None,
) -> SpatialUnits:
    """The features behind a parameter, of which there must be some with a place.

    Parameters
    ----------
    layer : str
        The parameter.
    id_field : str
        Field that identifies a feature; empty for feature ids.
    weights : mapping, optional
        Fields of numbers, each with what the dialog calls the parameter that names it.

    Raises
    ------
    InvalidInput
        See :func:`read_units`; also if nothing has a place.
    QgsProcessingException
        The layer is not valid.
    """
    units = read_units(
        request.required_source(layer),
        request.context,
        request.feedback,
        id_field=id_field,
        weight_fields=list(weights or ()),
        layer_name=request.label(layer),
        labels=weights,
    )
    units.refuse_if_empty()
    return units


def read_units(
    source: QgsProcessingFeatureSource,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    *,
    id_field: str = "",
    weight_fields: Sequence[str] = (),
    layer_name: str = "INPUT",
    labels: Mapping[str, str] | None = None,
) -> SpatialUnits:
    """Read a source of points or polygons.

    Messages call the source ``layer_name``; ``labels`` tells for weight fields what the dialog
    calls the parameters that name them.

    Raises
    ------
    InvalidInput
        Unknown or non-numeric fields; negative or non-finite weights; NULL or repeated ids;
        no feature with a location.
    """
    fields = source.fields()
    weighing = [NumberField.of(fields, name, layer_name) for name in weight_fields]
    id_index = field_index(fields, id_field, layer_name) if id_field else -1
    space = Space(source.sourceCrs(), context, layer_name)
    if not space.crs.isValid():
        feedback.pushWarning(
            tr(
                "{layer} has no coordinate reference system: its coordinates are taken as "
                "metres or as coordinates of the layer with which it is used."
            ).format(layer=layer_name)
        )
    located, without_location, coordinates = [], [], []
    arrival: list[int] = []
    arrival_without: list[int] = []
    for number, feature in enumerate(checked_features(source, feedback, layer_name)):
        if feedback.isCanceled():
            raise Cancelled
        point = representative_point(feature.geometry(), space.seam)
        if point is None:
            without_location.append(feature)
            arrival_without.append(number)
        else:
            located.append(feature)
            arrival.append(number)
            coordinates.append(point)
    refuse_other_shapes(located, layer_name, feedback)
    if without_location:
        feedback.pushWarning(
            counted(
                len(without_location),
                "{layer}: {count} feature without geometry is passed on unassigned (feature id "
                "{ids}).",
                "{layer}: {count} features without geometry are passed on unassigned (feature ids "
                "{ids}).",
                layer=layer_name,
                ids=name_some([feature.id() for feature in without_location]),
            )
        )
    ids = [feature.id() for feature in located]
    if id_index >= 0:
        values = attribute_values(located, id_index)
        refuse_unusable_names(values, ids, id_field, layer_name)
        refuse_repeated_ids(values, id_field, layer_name)
        ids = values
    weights = np.empty((len(located), len(weighing)))
    for column, weight in enumerate(weighing):
        weights[:, column] = weight.weights(
            located, ids, feedback, (labels or {}).get(weight_fields[column], "")
        )

    xy = np.array(coordinates, dtype=float).reshape(-1, 2)
    keys = [np.array([id_key(value) for value in ids])] if id_index >= 0 and ids else []
    order = np.lexsort((*weights.T[::-1], *keys, xy[:, 1], xy[:, 0]))
    order = order if keys else settled_order(order, np.hstack([xy, weights]), located)
    xy = xy[order]
    units = SpatialUnits(
        fields=fields,
        space=space,
        features=[located[i] for i in order],
        without_location=without_location,
        ids=[ids[i] for i in order],
        coordinates=xy,
        positions=space.positions(xy),
        weights=weights[order],
        id_field=fields.at(id_index) if id_index >= 0 else _FEATURE_ID,
        geometry_type=carried_type(located, source.wkbType()),
        weight_fields=tuple(weight_fields),
        layer_name=layer_name,
        arrival=np.array(arrival, dtype=np.int64)[order],
        arrival_without=np.array(arrival_without, dtype=np.int64),
        feedback=feedback,
    )
    tell_degrees(xy, space.crs, layer_name, feedback)
    tell_far_places(units.ids, units.positions, units.metric, layer_name, feedback)
    return units
