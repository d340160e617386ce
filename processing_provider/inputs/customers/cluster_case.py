"""Everything that one run of territory:clustercustomers reads, collected once."""

from __future__ import annotations

from dataclasses import replace

from ...common.request import Request
from ..layers.reading import read_layer
from .case import CustomerCase
from .groups import GroupReader
from .limit_parameters import LimitParameters
from .limits import attributes_in, limit_rows
from .rules import customer_fields, customer_rules
from .territories import given_territories
from .territory_limits import attributes_of_territories, territory_limit_rows, territory_rules


def collect(request: Request) -> CustomerCase:
    """Read all parameters and layers, each once.

    Raises
    ------
    InvalidInput
        If something cannot be used as given.
    """
    rows, single = limit_rows(request), territory_limit_rows(request)
    attributes = [*attributes_in(rows), *attributes_of_territories(single)]
    units = read_layer(
        request, weights=dict.fromkeys(attributes, request.label(LimitParameters.LIMITS))
    )
    given = given_territories(request, units)
    rules = customer_rules(request, rows, given.representatives)
    return GroupReader(
        units,
        given.representatives,
        replace(rules, fixed=given.fixed, territories=territory_rules(single)),
        given.count,
        customer_fields(request),
        request.feedback,
    ).case()
