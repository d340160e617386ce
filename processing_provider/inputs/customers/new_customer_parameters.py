"""Parameters of territory:assignnew."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingParameterEnum,
    QgsProcessingParameterField,
)

from ...common.fields import TERRITORY_FIELD
from ...common.texts import tr
from ..parameters import add_advanced, explained, output_layer, places_source, whole_number

NEIGHBOURS, POLYGONS = 0, 1


class NewCustomerParameters:
    """Everything that territory:assignnew asks for."""

    INPUT = "INPUT"
    REFERENCE = "REFERENCE"
    TERRITORY_FIELD = "TERRITORY_FIELD"
    METHOD = "METHOD"
    NEIGHBORS = "NEIGHBORS"
    OUTPUT = "OUTPUT"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add all parameters."""
        algorithm.addParameter(
            explained(
                places_source(cls.INPUT, tr("New customers")),
                tr("Points, or polygons, whose centroids count."),
            )
        )
        algorithm.addParameter(
            explained(
                places_source(cls.REFERENCE, tr("Customers or areas with a territory")),
                tr("The assignment that is extended; in any reference system."),
            )
        )
        algorithm.addParameter(
            explained(
                QgsProcessingParameterField(
                    cls.TERRITORY_FIELD,
                    tr("Territory"),
                    defaultValue=TERRITORY_FIELD,
                    parentLayerParameterName=cls.REFERENCE,
                ),
                tr("Field of the customers or areas with a territory."),
            )
        )
        algorithm.addParameter(
            explained(
                QgsProcessingParameterEnum(
                    cls.METHOD,
                    tr("Territory of"),
                    [tr("the nearest neighbours"), tr("the polygon around the customer")],
                    defaultValue=NEIGHBOURS,
                ),
                tr("The second needs polygons with a territory."),
            )
        )
        add_advanced(
            algorithm,
            explained(
                whole_number(cls.NEIGHBORS, tr("Number of neighbours"), 5),
                tr("How many nearest customers say to which territory a new one belongs."),
            ),
        )
        algorithm.addParameter(
            explained(
                output_layer(
                    cls.OUTPUT,
                    tr("New customers by territory"),
                    Qgis.ProcessingSourceType.VectorAnyGeometry,
                    optional=False,
                ),
                tr("Fields: territory, confidence_pct (in percent)."),
            )
        )
