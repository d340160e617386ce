"""The parameters of territory:clustercustomers that say for whom territories are made."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext, QgsProcessingFeedback

from ....core.errors import InvalidInput
from ...common.texts import tr
from ..layers.units import SpatialUnits
from ..parameters import (
    add_advanced,
    explained,
    is_given,
    optional_field,
    places_source,
    switch,
    whole_number,
)
from ..people.name_field import REP_NAME_FIELD, rep_name_parameter
from ..people.representatives import Representatives, read_representatives


@dataclass(frozen=True)
class GivenTerritories:
    """A number of territories, or representatives, and whether centres are their places."""

    count: int | None
    representatives: Representatives | None
    fixed: bool


class TerritoryParameters:
    """COUNT, REPS, REP_ID_FIELD, and FIXED."""

    COUNT = "COUNT"
    REPS = "REPS"
    REP_ID_FIELD = "REP_ID_FIELD"
    FIXED = "FIXED"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add the number of territories, or representatives."""
        algorithm.addParameter(
            explained(
                whole_number(cls.COUNT, tr("Number of territories")),
                tr("In each group, if there are groups. Empty: one for each representative."),
            )
        )
        algorithm.addParameter(
            explained(
                places_source(cls.REPS, tr("Representatives (instead of a number)"), optional=True),
                tr("Their places are the first centres."),
            )
        )

    @classmethod
    def add_advanced_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add what is said about the representatives, folded away."""
        add_advanced(
            algorithm,
            explained(
                optional_field(cls.REP_ID_FIELD, tr("Id field of the representatives"), cls.REPS),
                tr(
                    "Its values become the names of the territories; without it: 1, 2, 3 and so on."
                ),
            ),
            rep_name_parameter(cls.REPS),
            explained(
                switch(cls.FIXED, tr("Centres stay at the representatives' places"), default=False),
                tr("Needs representatives. Off: their places are where the centres start."),
            ),
        )

    @classmethod
    def read(
        cls,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        units: SpatialUnits,
    ) -> GivenTerritories:
        """What is given; whether it fits together is the group reader's question.

        Raises
        ------
        InvalidInput
            If centres are to stay at the places of nobody.
        """
        source = algorithm.parameterAsSource(parameters, cls.REPS, context)
        representatives = None
        if source is not None:
            id_field, names = (
                algorithm.parameterAsString(parameters, name, context)
                for name in (cls.REP_ID_FIELD, REP_NAME_FIELD)
            )
            representatives = read_representatives(source, units, feedback, id_field, names)
        fixed = algorithm.parameterAsBool(parameters, cls.FIXED, context)
        if fixed and representatives is None:
            raise InvalidInput(
                "“Centres stay at the representatives' places” (FIXED) needs representatives: give "
                "a layer of them (REPS)."
            )
        given = is_given(parameters, cls.COUNT)
        count = algorithm.parameterAsInt(parameters, cls.COUNT, context) if given else None
        return GivenTerritories(count, representatives, fixed)
