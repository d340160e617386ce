"""Travel costs from a table of any provider."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

import numpy as np
from qgis.core import Qgis, QgsFeatureRequest, QgsProcessingFeatureSource, QgsProcessingFeedback

from ....core.errors import name_some
from ....core.travel.cost_table import CostTable
from ....core.travel.settings import METRES, SECONDS, Unit
from ....core.travel.table_columns import recognised_columns
from ...common.request import Request
from ...common.texts import tr, worded
from ..layers.attributes import plain_value, spelled
from ..layers.features import each_feature
from ..layers.number_fields import NumberField
from .parameters import CostMatrixParameters


def cost_table(request: Request) -> CostTable | None:
    """The cost matrix as it is stored; None if there is none.

    Raises
    ------
    InvalidInput, Cancelled
        See :func:`read_cost_table`.
    """
    source = request.source(CostMatrixParameters.COST_MATRIX)
    if source is None:
        return None
    unit = Unit(request.choice(CostMatrixParameters.COST_UNIT))
    return read_cost_table(source, request.feedback, unit)


def read_cost_table(
    source: QgsProcessingFeatureSource, feedback: QgsProcessingFeedback, unit: Unit = Unit.AUTOMATIC
) -> CostTable:
    """Read a travel table in any spelling that is known; says what it took in which unit.

    Raises
    ------
    InvalidInput
        If the columns or their unit are not known, or a cost is not a number.
    Cancelled
        The user asked to stop.
    """
    fields = source.fields()
    numeric = [field.isNumeric() for field in fields.toList()]
    columns = recognised_columns(fields.names(), numeric, unit)
    feedback.pushInfo(worded(columns.told()))
    if columns.ignored:
        feedback.pushInfo(
            tr("Columns of the travel table that are not used: {names}.").format(
                names=name_some(columns.ignored)
            )
        )
    ids = [columns.origin] if columns.is_wide else [columns.origin, columns.destination]
    read = _column_values(source, feedback, ids, [column.name for column in columns.costs])
    costs = [column.values(np.array(read[column.name])) for column in columns.costs]
    if columns.is_wide:
        return CostTable.from_wide(
            read[columns.origin],
            [column.name for column in columns.costs],
            np.column_stack(costs),
            str(columns.costs[0].quantity),
        )
    known = {column.quantity: values for column, values in zip(columns.costs, costs)}
    return CostTable.from_rows(
        read[columns.origin], read[columns.destination], known.get(METRES), known.get(SECONDS)
    )


def _column_values(
    source: QgsProcessingFeatureSource,
    feedback: QgsProcessingFeedback,
    ids: Sequence[str],
    costs: Sequence[str],
) -> dict[str, list[Any]]:
    """Values of columns, ids by their keys and costs as numbers, infinite for NULL."""
    fields = source.fields()
    index = {name: fields.indexOf(name) for name in (*ids, *costs)}
    columns: dict[str, list[Any]] = {name: [] for name in index}
    request = QgsFeatureRequest()
    request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    request.setSubsetOfAttributes(list(index.values()))
    rows = []
    for feature in each_feature(source, feedback, request):
        rows.append(feature.id())
        for name in ids:
            columns[name].append(spelled(feature[index[name]]))
        for name in costs:
            columns[name].append(plain_value(feature[index[name]]))
    for name in costs:
        field = NumberField.of(fields, name, tr("“Cost matrix” (COST_MATRIX)"))
        columns[name] = _numbers(columns[name], field, rows, feedback)
    return columns


def _numbers(
    values: list[Any], field: NumberField, rows: list[int], feedback: QgsProcessingFeedback
) -> list[float]:
    """Values of a column as numbers; infinite where there is none.

    Raises
    ------
    InvalidInput
        If texts are no numbers.
    """
    given = [None if isinstance(value, str) and not value.strip() else value for value in values]
    try:  # Makers of tables write numbers as programs do, or with a comma.
        return [math.inf if value is None else float(value) for value in given]
    except ValueError:
        numbers = field.numbers(given, rows, feedback)
    return [math.inf if number is None else number for number in numbers]
