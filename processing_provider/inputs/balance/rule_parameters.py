"""The parameters of territory:balance that say what a plan may not break."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterExpression, QgsProcessingParameterMatrix

from ...common.texts import tr
from ..parameters import Definitions, explained, number, optional_field, switch, weight_field
from ..people.parameters import rep_name_parameter


class RuleParameters:
    """Shares, homes, limits, locks and groups."""

    TARGET_FIELD = "TARGET_FIELD"
    FIXED_FIELD = "FIXED_FIELD"
    HOME_INSIDE = "HOME_INSIDE"
    MAX_DEVIATION = "MAX_DEVIATION"
    MAX_CHANGE = "MAX_CHANGE"
    LOCKED = "LOCKED"
    LOCKED_TERRITORIES = "LOCKED_TERRITORIES"
    TOGETHER_FIELD = "TOGETHER_FIELD"

    @classmethod
    def rules(cls) -> Definitions:
        """All of them, in the order of the dialog."""
        yield explained(
            weight_field(
                tr("Share of each representative, e.g. working time (empty: equal shares)"),
                name=cls.TARGET_FIELD,
                layer="REPS",
            ),
            tr("A representative with 0.5 gets half as much as one with 1."),
        )
        yield rep_name_parameter("REPS")
        yield explained(
            switch(cls.HOME_INSIDE, tr("Each home lies in its own territory"), default=True),
            tr(
                "The area in which a representative who stays lives belongs to that one's "
                "territory; where two share an area, one yields to the nearest other area."
            ),
        )
        yield explained(
            optional_field(
                cls.FIXED_FIELD, tr("Field that says who stays (true or false)"), "REPS"
            ),
            tr(
                "For each representative whether he or she stays (true) or may move (false). "
                "Empty values are as “Representatives stay where they live” says."
            ),
        )
        yield explained(
            number(cls.MAX_DEVIATION, tr("Maximum deviation from the target (%)")),
            tr(
                "A plan in which some territory deviates more is refused. Smaller deviations cost "
                "nothing, which leaves room for shorter trips and borders: where compactness "
                "counts and no current plan is to be kept, 1 % as a rule has no longer borders "
                "than 0.5 %, and so on with 2, 3, 5, 10 and 20 %. Empty: no limit, and the most "
                "even plan is looked for."
            ),
        )
        yield explained(
            number(
                cls.MAX_CHANGE,
                tr("Maximum change (% of the weight that may change territory)"),
                most=100.0,
            ),
            tr(
                "Needs a current plan (start 1). Areas of people who left do not count, as they "
                "must move. Empty: no limit."
            ),
        )
        yield explained(
            QgsProcessingParameterExpression(
                cls.LOCKED,
                tr("Areas that stay in their territory"),
                parentLayerParameterName="INPUT",
                optional=True,
            ),
            tr(
                "Expression that is true for areas which must stay in their territory of the "
                "current plan, or with their nearest representative."
            ),
        )
        yield cls.locked_territories()
        yield explained(
            optional_field(cls.TOGETHER_FIELD, tr("Areas with the same value here stay together")),
            tr(
                "E.g. the district of a municipality. Areas without a value are free. The areas "
                "between the parts of a group join it."
            ),
        )

    @classmethod
    def locked_territories(cls) -> QgsProcessingParameterMatrix:
        """Names of territories in a table of one column."""
        return explained(
            QgsProcessingParameterMatrix(
                cls.LOCKED_TERRITORIES,
                tr("Territories that neither lose nor receive areas"),
                numberRows=1,
                headers=[tr("territory")],
                optional=True,
            ),
            tr("Names of territories, one per row."),
        )
