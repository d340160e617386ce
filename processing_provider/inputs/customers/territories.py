"""For whom territory:clustercustomers makes territories."""

from __future__ import annotations

from dataclasses import dataclass

from ....core.errors import InvalidInput
from ...common.request import Request
from ..layers.units import SpatialUnits
from ..people.representatives import Representatives, given_people
from .parameters import TerritoryParameters


@dataclass(frozen=True)
class GivenTerritories:
    """A number of territories, or representatives, and whether centres are their places."""

    count: int | None
    representatives: Representatives | None
    fixed: bool


def given_territories(request: Request, units: SpatialUnits) -> GivenTerritories:
    """What is given; whether it fits together is the group reader's question.

    Raises
    ------
    InvalidInput
        If centres are to stay at the places of nobody.
    """
    representatives = given_people(request, units)
    fixed = request.switch(TerritoryParameters.FIXED)
    if fixed and representatives is None:
        raise InvalidInput(
            "“Centres stay at the representatives' places” (FIXED) needs representatives: give "
            "a layer of them (REPS)."
        )
    count = request.optional_integer(TerritoryParameters.COUNT)
    return GivenTerritories(count, representatives, fixed)
