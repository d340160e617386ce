"""The layer of territory:smoothoutliers."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from qgis.core import Qgis, QgsField
from qgis.PyQt.QtCore import QMetaType

from ....core.customers.neighbours import Smoothed
from ...common.fields import BEFORE_FIELD, TERRITORY_FIELD, like_field
from ...inputs.customers.smoothing_case import SmoothingCase
from ..looks.customer_styles import OUTLIER_FIELD, customer_colours, customers_style
from ..writing.fields import AssignmentSchema, assigned_features
from ..writing.output_layer import OutputLayer


def smoothed_layer(
    case: SmoothingCase,
    smoothed: Smoothed,
    output: str,
    geometry_type: Qgis.WkbType,
    known_colours: Mapping[str, str],
) -> OutputLayer:
    """The customers after the clean-up, styled as before it, so that both can be compared."""
    units, names = case.units, case.portfolios.names
    extra = [QgsField(OUTLIER_FIELD, QMetaType.Type.Bool)]
    columns = [smoothed.outlier]
    before = case.portfolios.plan.labels
    if TERRITORY_FIELD not in [name.lower() for name in units.fields.names()]:
        extra.insert(0, like_field(BEFORE_FIELD, names.field))
        values = np.empty(len(units), dtype=object)
        values[:] = [names.of(label) for label in before.tolist()]
        columns.insert(0, values)
    schema = AssignmentSchema.create(units.fields, names.field, extra)
    is_moved = case.field_name.lower() == TERRITORY_FIELD
    old = schema.names.get(BEFORE_FIELD, BEFORE_FIELD) if is_moved else case.field_name
    colours = customer_colours(units, names, before).keeping(known_colours)
    return OutputLayer(
        output,
        schema.fields,
        geometry_type,
        lambda: assigned_features(units, schema, names, smoothed.labels, columns),
        customers_style(colours, old, schema.names[OUTLIER_FIELD]),
    )
