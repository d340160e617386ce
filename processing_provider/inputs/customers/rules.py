"""What the portfolios of territory:clustercustomers must keep."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ....core.arrays import FloatArray
from ....core.customers.rules import CustomerRules
from ....core.errors import InvalidInput, name_some
from ...common.request import Request
from ...common.texts import tr
from ..people.representatives import Representatives
from .case import CustomerFields
from .limits import limits_of
from .parameters import CustomerRuleParameters


def customer_fields(request: Request) -> CustomerFields:
    """The fields that say whose customers they are."""
    ours = CustomerRuleParameters
    return CustomerFields(
        request.text(ours.CURRENT_FIELD),
        request.text(ours.PREASSIGNED_FIELD),
        request.text(ours.GROUP_FIELD),
        request.text(ours.TOGETHER_FIELD),
        request.text(ours.NAME_FIELD),
        same_point=request.switch(ours.SAME_POINT),
    )


def customer_rules(
    request: Request, rows: Sequence[tuple[str, str, str]], representatives: Representatives | None
) -> CustomerRules:
    """The rules that are given; whether centres are fixed is another question.

    Parameters
    ----------
    rows : sequence of tuple
        Of the table of limits, see :func:`~.limits.limit_rows`.

    Raises
    ------
    InvalidInput
        If customers are to be kept, but it is not known whose they are now; or a bound is
        none.
    """
    ours = CustomerRuleParameters
    retention = request.optional_number(ours.MIN_RETENTION)
    own_field = request.text(ours.RETENTION_FIELD)
    if own_field and not request.text(ours.CURRENT_FIELD):
        raise InvalidInput(
            "“Minimum share that a representative keeps” (RETENTION_FIELD) needs to know whose "
            "customers they are: give the field with the current representative of a customer "
            "(CURRENT_FIELD)."
        )
    if retention and not request.text(ours.CURRENT_FIELD):
        raise InvalidInput(
            "Minimum share of current customers (MIN_RETENTION) asks to keep {share} % of "
            "them, but it is not known whose they are: give the field with the current "
            "representative of a customer (CURRENT_FIELD).",
            share=f"{retention:g}",
        )
    return CustomerRules(
        min_count=request.optional_integer(ours.MIN_COUNT),
        max_count=request.optional_integer(ours.MAX_COUNT),
        totals=limits_of(rows, representatives),
        min_retention=_retention(retention, own_field, representatives),
        max_distance=request.optional_number(ours.MAX_DISTANCE),
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
    label = tr("“Minimum share that a representative keeps” (RETENTION_FIELD)")
    values = representatives.numbers(field, label)
    shares = np.array([for_all or 0.0 if value is None else value for value in values])
    wrong = np.flatnonzero(~((shares >= 0.0) & (shares <= 100.0)))
    if len(wrong):
        raise InvalidInput.counted(
            len(wrong),
            "{parameter} '{field}': the share of representative {names} is not between 0 and "
            "100 %. Correct it.",
            "{parameter} '{field}': the shares of {count} representatives ({names}) are not "
            "between 0 and 100 %. Correct them.",
            parameter=label,
            field=field,
            names=name_some([representatives.shown[i] for i in wrong]),
        )
    return np.asarray(shares / 100.0)
