"""The parameter NAME_FIELD."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterDefinition

from ...common.texts import tr
from ..parameters import explained, optional_field


class NameParameter:
    """What messages and homes call the areas."""

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
