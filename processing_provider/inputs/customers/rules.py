"""The parameters of territory:clustercustomers that say what portfolios must keep."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext

from ....core.arrays import FloatArray
from ....core.customers.rules import CustomerRules
from ....core.errors import InvalidInput, name_some
from ...common.texts import tr
from ..parameters import (
    add_advanced,
    explained,
    is_given,
    number,
    optional_field,
    switch,
    whole_number,
)
from ..people.representatives import Representatives
from .case import CustomerFields
from .limits import LimitParameters


class CustomerRuleParameters:
    """The family from MIN_COUNT to MAX_DISTANCE."""

    MIN_COUNT = "MIN_COUNT"
    MAX_COUNT = "MAX_COUNT"
    PREASSIGNED_FIELD = "PREASSIGNED_FIELD"
    CURRENT_FIELD = "CURRENT_FIELD"
    MIN_RETENTION = "MIN_RETENTION"
    MAX_DISTANCE = "MAX_DISTANCE"
    GROUP_FIELD = "GROUP_FIELD"
    RETENTION_FIELD = "RETENTION_FIELD"
    TOGETHER_FIELD = "TOGETHER_FIELD"
    SAME_POINT = "SAME_POINT"
    NAME_FIELD = "NAME_FIELD"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add the bounds on totals, and folded away what ties customers."""
        algorithm.addParameter(
            explained(
                whole_number(cls.MIN_COUNT, tr("Minimum customers per territory"), least=0),
                tr("No territory gets fewer customers than this. Empty: no minimum."),
            )
        )
        algorithm.addParameter(
            explained(
                whole_number(cls.MAX_COUNT, tr("Maximum customers per territory")),
                tr("No territory gets more customers than this. Empty: no maximum."),
            )
        )
        LimitParameters.add_to(
            algorithm,
            tr("Limits on sums per territory"),
            tr(
                "One row per attribute: a numeric field of the customers, or * for their number, "
                "and the minimum and maximum of its sum in each territory. A bound is a number, a "
                "share of the total like 30%, or a numeric field of the representatives (one bound "
                "for each). An empty cell is no limit."
            ),
        )
        add_advanced(
            algorithm,
            explained(
                optional_field(cls.CURRENT_FIELD, tr("Current representative of a customer")),
                tr(
                    "Who serves the customer now. Without representatives the new territories are "
                    "named after those who keep most of their customers. NULL and empty text: "
                    "nobody."
                ),
            ),
            explained(
                number(
                    cls.MIN_RETENTION,
                    tr("Minimum share of current customers that each representative keeps (%)"),
                    most=100,
                ),
                tr(
                    "Needs the current representative of a customer. Empty: nothing has to be kept."
                ),
            ),
            explained(
                optional_field(
                    cls.RETENTION_FIELD,
                    tr("Minimum share that a representative keeps (%, field)"),
                    "REPS",
                ),
                tr(
                    "Numeric field of the representatives, 0 to 100: the share of current "
                    "customers that each of them keeps. NULL: the share for all counts."
                ),
            ),
            explained(
                optional_field(
                    cls.PREASSIGNED_FIELD, tr("Representative who must get the customer")
                ),
                tr("Id of the representative; NULL and empty text: anybody may get the customer."),
            ),
            explained(
                number(cls.MAX_DISTANCE, tr("Maximum distance from customer to centre (m)")),
                tr("Straight line on the ellipsoid. Empty: any distance."),
            ),
            explained(
                optional_field(
                    cls.TOGETHER_FIELD, tr("Customers with the same value stay together")
                ),
                tr("They get the same territory. NULL and empty text: the customer is alone."),
            ),
            explained(
                switch(
                    cls.SAME_POINT, tr("Customers at the same point stay together"), default=False
                ),
                tr("All customers with the same position get the same territory."),
            ),
            explained(
                optional_field(cls.NAME_FIELD, tr("Name of a customer")),
                tr("Messages call customers by it. Empty: by their feature ids."),
            ),
            explained(
                optional_field(cls.GROUP_FIELD, tr("Group field (one problem per value)")),
                tr(
                    "Each value is a problem of its own. Representatives need a field of the same "
                    "name. Customers without a value stay unassigned."
                ),
            ),
        )

    @classmethod
    def fields(
        cls,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ) -> CustomerFields:
        """The fields that say whose customers they are."""
        names = (
            cls.CURRENT_FIELD,
            cls.PREASSIGNED_FIELD,
            cls.GROUP_FIELD,
            cls.TOGETHER_FIELD,
            cls.NAME_FIELD,
        )
        current, preassigned, group, together, name = (
            algorithm.parameterAsString(parameters, name, context) for name in names
        )
        return CustomerFields(
            current,
            preassigned,
            group,
            together,
            name,
            same_point=algorithm.parameterAsBool(parameters, cls.SAME_POINT, context),
        )

    @classmethod
    def rules(
        cls,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        rows: Sequence[tuple[str, str, str]],
        representatives: Representatives | None,
    ) -> CustomerRules:
        """The rules that are given; whether centres are fixed is another question.

        Parameters
        ----------
        rows : sequence of tuple
            Of the table of limits, see :meth:`LimitParameters.rows`.

        Raises
        ------
        InvalidInput
            If customers are to be kept, but it is not known whose they are now; or a bound is
            none.
        """

        def integer(name: str) -> int | None:
            given = is_given(parameters, name)
            return algorithm.parameterAsInt(parameters, name, context) if given else None

        def number(name: str) -> float | None:
            given = is_given(parameters, name)
            return algorithm.parameterAsDouble(parameters, name, context) if given else None

        retention = number(cls.MIN_RETENTION)
        own_field = algorithm.parameterAsString(parameters, cls.RETENTION_FIELD, context)
        if own_field and not algorithm.parameterAsString(parameters, cls.CURRENT_FIELD, context):
            raise InvalidInput(
                "“Minimum share that a representative keeps” (RETENTION_FIELD) needs to know whose "
                "customers they are: give the field with the current representative of a customer "
                "(CURRENT_FIELD)."
            )
        if retention and not algorithm.parameterAsString(parameters, cls.CURRENT_FIELD, context):
            raise InvalidInput(
                "Minimum share of current customers (MIN_RETENTION) asks to keep {share} % of "
                "them, but it is not known whose they are: give the field with the current "
                "representative of a customer (CURRENT_FIELD).",
                share=f"{retention:g}",
            )
        return CustomerRules(
            min_count=integer(cls.MIN_COUNT),
            max_count=integer(cls.MAX_COUNT),
            totals=LimitParameters.limits(rows, representatives),
            min_retention=_retention(retention, own_field, representatives),
            max_distance=number(cls.MAX_DISTANCE),
        )


def _retention(
    for_all: float | None, field: str, representatives: Representatives | None
) -> FloatArray | None:
    """Share (0 to 1) that everybody keeps, or of each representative (k,).

    Raises
    ------
    InvalidInput
        If there are no representatives, or a share is not within 0 and 100 %.
    """
    if not field:
        return None if for_all is None else np.array(for_all / 100.0)
    if representatives is None:
        raise InvalidInput(
            "“Minimum share that a representative keeps” (RETENTION_FIELD) is a field of the "
            "representatives: give a layer of them (REPS)."
        )
    values = representatives.numbers(field, CustomerRuleParameters.RETENTION_FIELD)
    shares = np.array([for_all or 0.0 if value is None else value for value in values])
    wrong = np.flatnonzero(~((shares >= 0.0) & (shares <= 100.0)))
    if len(wrong):
        raise InvalidInput.counted(
            len(wrong),
            "RETENTION_FIELD '{field}': the share of representative {names} is not between 0 and "
            "100 %. Correct it.",
            "RETENTION_FIELD '{field}': the shares of {count} representatives ({names}) are not "
            "between 0 and 100 %. Correct them.",
            field=field,
            names=name_some([representatives.ids[i] for i in wrong]),
        )
    return np.asarray(shares / 100.0)
