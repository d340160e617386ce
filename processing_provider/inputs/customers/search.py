"""How territory:clustercustomers searches in each group."""

from __future__ import annotations

from ....core.customers.rules import GroupSearch
from ...common.request import Request
from .parameters import CustomerSearchParameters


def group_search(request: Request, *, price_rules: bool) -> GroupSearch:
    """The settings of the search in each group."""
    ours = CustomerSearchParameters
    return GroupSearch(
        restarts=request.integer(ours.RESTARTS),
        seed=request.integer(ours.SEED),
        smooth=request.switch(ours.SMOOTH),
        neighbours=request.integer(ours.NEIGHBORS),
        price_rules=price_rules,
    )
