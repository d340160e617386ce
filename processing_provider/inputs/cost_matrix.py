"""The parameter COST_MATRIX: a table of travel costs from any provider."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsField,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
)

from ...core.arrays import FloatArray
from ...core.errors import InvalidInput
from ...core.ids import id_key
from ...core.progress import Cancelled
from ...core.travel.cost_table import CostTable
from ..texts import tr
from .attributes import is_null
from .parameters import add_advanced, optional_field
from .units import SpatialUnits


@dataclass(frozen=True)
class MatrixCosts:
    """Cost (n, k) in seconds or metres, and distance (n, k) in metres where it is known."""

    cost: FloatArray
    distance_m: FloatArray | None
    is_time: bool


class CostMatrixParameters:
    """The pair COST_MATRIX and AREA_ID_FIELD."""

    COST_MATRIX = "COST_MATRIX"
    AREA_ID_FIELD = "AREA_ID_FIELD"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        add_advanced(
            algorithm,
            QgsProcessingParameterFeatureSource(
                cls.COST_MATRIX,
                tr("Cost matrix (origin, destination, distance_m and/or time_s)"),
                [Qgis.ProcessingSourceType.Vector],
                optional=True,
            ),
            optional_field(
                cls.AREA_ID_FIELD,
                tr("Field that identifies an area in the cost matrix or adjacency layer"),
            ),
        )

    @classmethod
    def area_id_field(
        cls,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        units: SpatialUnits,
    ) -> QgsField | None:
        """The field behind AREA_ID_FIELD; None if feature ids identify the areas."""
        name = algorithm.parameterAsString(parameters, cls.AREA_ID_FIELD, context)
        return units.fields.field(name) if name else None

    @classmethod
    def table(
        cls,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> CostTable | None:
        """The cost matrix as it is stored; None if there is none."""
        source = algorithm.parameterAsSource(parameters, cls.COST_MATRIX, context)
        return None if source is None else read_cost_table(source, feedback)

    @classmethod
    def read(
        cls,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        places: Sequence[Any],
        homes: Sequence[Any],
    ) -> MatrixCosts | None:
        """Costs from each home to each place; None without a cost matrix.

        Raises
        ------
        InvalidInput
            If columns or pairs are missing.
        """
        table = cls.table(algorithm, parameters, context, feedback)
        return None if table is None else matrix_costs(table, places, homes, feedback)


def matrix_costs(
    table: CostTable,
    places: Sequence[Any],
    homes: Sequence[Any],
    feedback: QgsProcessingFeedback,
) -> MatrixCosts:
    """Costs from each home to each place.

    Raises
    ------
    InvalidInput
        If pairs are missing.
    """
    unit = table.quantity()
    cost = _costs_from_homes(table, places, homes, unit)
    distance: FloatArray | None = cost
    if unit != "distance_m":
        known = not np.isnan(table.distance_m).all()
        distance = _costs_from_homes(table, places, homes, "distance_m") if known else None
    feedback.pushInfo(tr("Travel cost is taken from the cost matrix ({unit}).").format(unit=unit))
    unreachable = int(np.count_nonzero(~np.isfinite(cost)))
    if unreachable:
        feedback.pushWarning(
            tr(
                "{unreachable:,} of {size:,} pairs in the cost matrix have no way (NULL cost)."
            ).format(unreachable=unreachable, size=cost.size)
        )
    return MatrixCosts(cost, distance, unit == "time_s")


def _costs_from_homes(
    table: CostTable, places: Sequence[Any], homes: Sequence[Any], quantity: str
) -> FloatArray:
    """Costs (n, k) of the trips from homes to places, or of the trips to the homes.

    A table gives one direction for all pairs: ids of areas and of representatives may be
    alike (1, 2, …), so that a single row cannot tell which of its ends is the home.
    """
    if not table.missing_pairs(homes, places, own_free=False):
        return table.matrix(homes, places, quantity, own_free=False).T
    if not table.missing_pairs(places, homes, own_free=False):
        return table.matrix(places, homes, quantity, own_free=False)
    from_home = len(set(map(id_key, homes)) & set(table.origin_index))
    to_home = len(set(map(id_key, homes)) & set(table.destination_index))
    if from_home >= to_home:
        return table.matrix(homes, places, quantity, own_free=False).T
    return table.matrix(places, homes, quantity, own_free=False)


def read_cost_table(source: QgsFeatureSource, feedback: QgsProcessingFeedback) -> CostTable:
    """Read rows of ``origin, destination, distance_m, time_s`` (texts of numbers are fine).

    Raises
    ------
    InvalidInput
        If the columns are missing or a cost is not a number.
    Cancelled
        The user asked to stop.
    """
    fields = source.fields()
    index = {
        name: fields.lookupField(name) for name in ("origin", "destination", "distance_m", "time_s")
    }
    if index["origin"] < 0 or index["destination"] < 0:
        raise InvalidInput(
            "COST_MATRIX has no columns 'origin' and 'destination'; it has: {names}.",
            names=", ".join(fields.names()) or "none",
        )
    wanted = {name: index[name] for name in index if index[name] >= 0}
    columns: dict[str, list[Any]] = {name: [] for name in wanted}
    request = QgsFeatureRequest()
    request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
    request.setSubsetOfAttributes(list(wanted.values()))
    for feature in source.getFeatures(request):
        if feedback.isCanceled():
            raise Cancelled
        for name, column in wanted.items():
            value = feature[column]
            columns[name].append(
                _cost(value, name) if name in ("distance_m", "time_s") else id_key(value)
            )
    return CostTable.from_rows(
        columns["origin"],
        columns["destination"],
        *(
            np.array(columns[name]) if name in columns else None
            for name in ("distance_m", "time_s")
        ),
    )


def _cost(value: Any, column: str) -> float:
    if is_null(value) or (isinstance(value, str) and not value.strip()):
        return math.inf
    try:
        return float(value)
    except ValueError as error:
        raise InvalidInput(
            "COST_MATRIX: '{value}' in column {column} is not a number.",
            value=value,
            column=column,
        ) from error
