"""Parameters of territory:smoothoutliers."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessingAlgorithm, QgsProcessingParameterField

from ...common.fields import TERRITORY_FIELD
from ...common.texts import tr
from ..parameters import (
    add_advanced,
    explained,
    number,
    output_layer,
    places_source,
    seed,
    whole_number,
)
from .limit_parameters import LimitParameters


class SmoothingParameters:
    """Everything that territory:smoothoutliers asks for."""

    INPUT = "INPUT"
    TERRITORY_FIELD = "TERRITORY_FIELD"
    NEIGHBORS = "NEIGHBORS"
    TEST_SHARE = "TEST_SHARE"
    SEED = "SEED"
    OUTPUT = "OUTPUT"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add all parameters."""
        algorithm.addParameter(
            explained(
                places_source(cls.INPUT, tr("Customers")),
                tr("Points, or polygons, whose centroids count."),
            )
        )
        algorithm.addParameter(
            explained(
                QgsProcessingParameterField(
                    cls.TERRITORY_FIELD,
                    tr("Territory"),
                    defaultValue=TERRITORY_FIELD,
                    parentLayerParameterName=cls.INPUT,
                ),
                tr("Whose customer it is. NULL and empty text: nobody's; such customers stay so."),
            )
        )
        algorithm.addParameter(
            explained(
                whole_number(cls.NEIGHBORS, tr("Number of neighbours"), 5),
                tr("How many nearest customers say to which territory a customer should belong."),
            )
        )
        LimitParameters.add_to(
            algorithm,
            tr("Limits on sums per territory"),
            tr(
                "No move breaks them. One row per attribute: a numeric field of the customers, or "
                "* for their number, and the minimum and maximum of its sum in each territory. A "
                "bound is a number or a share of the total like 30%; an empty cell is no limit."
            ),
        )
        add_advanced(
            algorithm,
            explained(
                number(cls.TEST_SHARE, tr("Share of customers kept apart for a test (%)"), most=99),
                tr(
                    "This share is drawn at random, and the others say where it belongs; 30 tests "
                    "with 30 % what 70 % have learned. Empty or 0: no test."
                ),
            ),
            seed(),
        )
        algorithm.addParameter(
            explained(
                output_layer(
                    cls.OUTPUT,
                    tr("Customers after the clean-up"),
                    Qgis.ProcessingSourceType.VectorAnyGeometry,
                    optional=False,
                ),
                tr("Fields: territory, territory_before, outlier."),
            )
        )
