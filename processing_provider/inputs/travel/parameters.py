"""The parameters of travel: the cost matrix, and how often areas are visited."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
)

from ....core.travel.settings import Unit
from ...common.texts import tr
from ..parameters import add_advanced, explained, optional_field, weight_field

BY_WEIGHT, ONE_EACH = 0, 1


class CostMatrixParameters:
    """The family COST_MATRIX, COST_UNIT and AREA_ID_FIELD."""

    COST_MATRIX = "COST_MATRIX"
    COST_UNIT = "COST_UNIT"
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
                    "A travel table as “Travel cost matrix” writes it (origin, destination, "
                    "distance_m, time_s), or of ORS Tools, QNEAT3, Valhalla, pgRouting, OSRM, r5, "
                    "Esri or QGIS's distance matrix. Empty: straight lines."
                ),
            ),
            explained(
                QgsProcessingParameterEnum(
                    cls.COST_UNIT,
                    tr("Unit of the cost matrix"),
                    [
                        tr("automatic"),
                        tr("metres"),
                        tr("kilometres"),
                        tr("seconds"),
                        tr("minutes"),
                        tr("hours"),
                    ],
                    defaultValue=int(Unit.AUTOMATIC),
                ),
                tr(
                    "Unit of a column whose name does not tell it, e.g. total_cost; a unit that is "
                    "part of a name stands."
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


class TripParameters:
    """The pair TRIPS and TRIPS_FIELD."""

    TRIPS = "TRIPS"
    TRIPS_FIELD = "TRIPS_FIELD"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm, *, layer: str = "INPUT") -> None:
        """Add the parameters, folded away."""
        add_advanced(
            algorithm,
            explained(
                QgsProcessingParameterEnum(
                    cls.TRIPS,
                    tr("Trips"),
                    [tr("in proportion to the weight"), tr("one to each area that has weight")],
                    defaultValue=BY_WEIGHT,
                ),
                tr("How often areas are visited: what counts in mean trips and short travel."),
            ),
            explained(
                weight_field(
                    tr("Field with the number of trips (empty: as “Trips” says)"),
                    name=cls.TRIPS_FIELD,
                    layer=layer,
                ),
                tr("E.g. visits per year. Areas with 0 are not visited."),
            ),
        )
