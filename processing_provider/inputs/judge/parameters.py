"""Parameters that evaluate, compare and validate declare alike."""

from __future__ import annotations

from ...common.texts import tr
from ..parameters import (
    Definitions,
    explained,
    optional_field,
    places_source,
    weight_field,
    weight_fields,
)
from ..people.parameters import rep_name_parameter


class JudgeParameters:
    """Parameters that all judges declare alike."""

    INPUT = "INPUT"
    BALANCE_FIELDS = "BALANCE_FIELDS"
    REPS = "REPS"
    REP_ID_FIELD = "REP_ID_FIELD"
    TARGET_FIELD = "TARGET_FIELD"

    @classmethod
    def areas(cls) -> Definitions:
        """INPUT alone: its fields follow."""
        yield explained(
            places_source(cls.INPUT, tr("Areas or customers by territory")),
            tr("Polygons or points with the territory of each one in a field; any plan will do."),
        )

    @classmethod
    def balance_fields(cls) -> Definitions:
        """BALANCE_FIELDS."""
        yield explained(
            weight_fields(cls.BALANCE_FIELDS, tr("Fields to balance (empty: each counts 1)")),
            tr("Numbers that are added up by territory, e.g. customers, potential or hours."),
        )

    @classmethod
    def people(cls) -> Definitions:
        """REPS and its id field."""
        yield explained(
            places_source(cls.REPS, tr("Representatives"), optional=True),
            tr(
                "One point per representative, where he or she lives: travel counts from there. "
                "Without them it counts from the weighted centre of each territory."
            ),
        )
        yield explained(
            optional_field(
                cls.REP_ID_FIELD, tr("Field that identifies a representative"), cls.REPS
            ),
            tr("Its values are the names of the territories; 1, 2, … if it is empty."),
        )

    @classmethod
    def shares(cls) -> Definitions:
        """TARGET_FIELD, and the names of the people."""
        yield explained(
            weight_field(
                tr("Share of each representative, e.g. working time (empty: equal shares)"),
                name=cls.TARGET_FIELD,
                layer=cls.REPS,
            ),
            tr("A representative with 0.5 should get half as much as one with 1."),
        )
        yield rep_name_parameter(cls.REPS)
