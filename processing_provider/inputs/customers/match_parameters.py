"""Parameters of territory:matchreps."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMatrix,
)

from ...common.texts import tr
from ..parameters import add_advanced, explained, output_layer, weight_field


class MatchParameters:
    """Everything that territory:matchreps asks for."""

    INPUT = "INPUT"
    CLUSTER_FIELD = "CLUSTER_FIELD"
    CURRENT_FIELD = "CURRENT_FIELD"
    WEIGHT_FIELD = "WEIGHT_FIELD"
    EXCLUDE = "EXCLUDE"
    OUTPUT = "OUTPUT"
    MATCHES = "MATCHES"
    CENTERS = "CENTERS"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add all parameters."""
        algorithm.addParameter(
            explained(
                QgsProcessingParameterFeatureSource(
                    cls.INPUT, tr("Customers"), [Qgis.ProcessingSourceType.VectorAnyGeometry]
                ),
                tr("Customers with their new cluster and their current representative."),
            )
        )
        algorithm.addParameter(
            explained(
                cls._field(cls.CLUSTER_FIELD, tr("New cluster")),
                tr("Cluster of the new plan; NULL and empty text: none."),
            )
        )
        algorithm.addParameter(
            explained(
                cls._field(cls.CURRENT_FIELD, tr("Current representative of a customer")),
                tr("Who serves the customer now; NULL and empty text: nobody."),
            )
        )
        algorithm.addParameter(
            explained(
                weight_field(tr("Weight (each customer counts 1 if empty)")),
                tr("What is to stay with its representative, such as revenue; 0 or more."),
            )
        )
        add_advanced(
            algorithm,
            explained(
                QgsProcessingParameterMatrix(
                    cls.EXCLUDE,
                    tr("Representatives who have left"),
                    numberRows=1,
                    headers=[tr("representative")],
                    optional=True,
                ),
                tr("They get no cluster; their customers are free for anybody."),
            ),
        )
        kinds = Qgis.ProcessingSourceType
        algorithm.addParameter(
            explained(
                output_layer(
                    cls.OUTPUT,
                    tr("Customers by representative"),
                    kinds.VectorAnyGeometry,
                    optional=False,
                ),
                tr("The customers with their new representative in the field territory."),
            )
        )
        algorithm.addParameter(
            explained(
                output_layer(cls.MATCHES, tr("Matches"), kinds.Vector),
                tr("One row per cluster and per representative without one."),
            )
        )
        algorithm.addParameter(
            explained(
                output_layer(cls.CENTERS, tr("Centres"), kinds.VectorPoint, by_default=False),
                tr("One point per cluster, the mean of its customers, with its new name."),
            )
        )

    @classmethod
    def _field(cls, name: str, text: str) -> QgsProcessingParameterField:
        return QgsProcessingParameterField(name, text, parentLayerParameterName=cls.INPUT)
