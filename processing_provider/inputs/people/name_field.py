"""The parameter REP_NAME_FIELD: what readers call the representatives."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterDefinition

from ...common.texts import tr
from ..parameters import explained, optional_field

REP_NAME_FIELD = "REP_NAME_FIELD"


def rep_name_parameter(layer: str = "REPS") -> QgsProcessingParameterDefinition:
    """Its declaration."""
    return explained(
        optional_field(REP_NAME_FIELD, tr("Field with the names of the representatives"), layer),
        tr(
            "Reports, legends, labels and map tips then name territories by it, e.g. “Berlin” "
            "instead of 8568. The tables keep the ids."
        ),
    )
