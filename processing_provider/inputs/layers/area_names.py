"""The parameter NAME_FIELD: what messages and homes call the areas."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterDefinition,
)

from ...common.texts import tr
from ..parameters import explained, optional_field
from .units import SpatialUnits


class NameParameter:
    """The parameter NAME_FIELD."""

    NAME_FIELD = "NAME_FIELD"

    @classmethod
    def definition(cls) -> QgsProcessingParameterDefinition:
        """Its declaration."""
        return explained(
            optional_field(cls.NAME_FIELD, tr("Field with the names of the areas")),
            tr(
                "Messages, homes and sheets then name areas by it, e.g. “Schwetzingen” instead of "
                "45."
            ),
        )

    @classmethod
    def read(
        cls,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        units: SpatialUnits,
    ) -> list[str] | None:
        """What the areas (n,) are called, by their ids where the field is NULL; None without one.

        Raises
        ------
        InvalidInput
            If INPUT has no such field.
        """
        field = algorithm.parameterAsString(parameters, cls.NAME_FIELD, context)
        if not field:
            return None
        return list(map(str, units.called(field, cls.NAME_FIELD)))
