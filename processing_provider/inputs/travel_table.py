"""The parameter COST_MATRIX: a table of travel costs from any provider."""

from __future__ import annotations

import math
from collections.abc import Sequence
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

from ...core.errors import InvalidInput
from ...core.ids import id_key
from ...core.progress import Cancelled
from ...core.travel.cost_table import CostTable
from ...core.travel.home_costs import HomeCosts
from ..texts import counted, tr
from .attributes import is_null
from .parameters import add_advanced, explained, optional_field
from .units import SpatialUnits


class CostMatrixParameters:
    """The pair COST_MATRIX and AREA_ID_FIELD."""

    COST_MATRIX = "COST_MATRIX"
    AREA_ID_FIELD = "AREA_ID_FIELD"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        add_advanced(
            algorithm,
            explained(
                QgsProcessingParameterFeatureSource(
                    cls.COST_MATRIX,
                    tr("Cost matrix"),
                    [Qgis.ProcessingSourceType.Vector],
                    optional=True,
                ),
                tr(
                    "Rows of origin, destination, distance_m (metres) and time_s (seconds), one of "
                    "the two at least, as “Travel cost matrix” writes them. Empty: straight lines."
                ),
            ),
            explained(
                optional_field(cls.AREA_ID_FIELD, tr("Field that identifies an area")),
                tr(
                    "Its values are the ids of the areas in the cost matrix and in the edited "
                    "adjacency layer. Empty: feature ids."
                ),
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


def costs_from_homes(
    table: CostTable,
    places: Sequence[Any],
    homes: Sequence[Any],
    feedback: QgsProcessingFeedback,
) -> HomeCosts:
    """Costs from each home to each place; says what they are and where there is no route.

    Raises
    ------
    InvalidInput
        If pairs are missing.
    """
    costs = HomeCosts.from_table(table, places, homes)
    feedback.pushInfo(
        tr("Travel cost is taken from the cost matrix ({unit}).").format(unit=table.quantity())
    )
    if costs.unreachable:
        feedback.pushWarning(
            counted(
                costs.unreachable,
                "{count:,} of {size:,} pairs in the cost matrix has no route (NULL cost).",
                "{count:,} of {size:,} pairs in the cost matrix have no route (NULL cost).",
                size=costs.cost.size,
            )
        )
    return costs


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
            "“Cost matrix” (COST_MATRIX) has no columns 'origin' and 'destination'; its columns "
            "are: {names}.",
            names=", ".join(fields.names()) or "–",
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
            "“Cost matrix” (COST_MATRIX): '{value}' in column {column} is not a number.",
            value=value,
            column=column,
        ) from error
