"""The tables LIMITS and TERRITORY_LIMITS: at least and at most so much of an attribute."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterMatrix

from ...common.texts import tr
from ..parameters import add_advanced, explained


class LimitParameters:
    """The matrix LIMITS: attribute, minimum, maximum."""

    LIMITS = "LIMITS"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm, text: str, help_text: str) -> None:
        """Add the table with its label and help."""
        table = QgsProcessingParameterMatrix(
            cls.LIMITS,
            text,
            numberRows=1,
            headers=[tr("attribute"), tr("minimum"), tr("maximum")],
            optional=True,
        )
        algorithm.addParameter(explained(table, help_text))


class TerritoryLimitParameters:
    """The matrix TERRITORY_LIMITS: territory, attribute, minimum, maximum."""

    TERRITORY_LIMITS = "TERRITORY_LIMITS"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add the table, folded away."""
        table = QgsProcessingParameterMatrix(
            cls.TERRITORY_LIMITS,
            tr("Limits on sums of single territories"),
            numberRows=1,
            headers=[tr("territory"), tr("attribute"), tr("minimum"), tr("maximum")],
            optional=True,
        )
        add_advanced(
            algorithm,
            explained(
                table,
                tr(
                    "One row per territory and attribute: the name of the territory (id of the "
                    "representative, current representative, or its number), a numeric field of "
                    "the customers or * for their number, and the minimum and maximum: a number, "
                    "or a share of the total like 30%. An empty cell is no limit."
                ),
            ),
        )
