"""What messages and homes call the areas."""

from __future__ import annotations

from ...common.request import Request
from .parameters import NameParameter
from .units import SpatialUnits


def area_names(request: Request, units: SpatialUnits) -> list[str] | None:
    """What the areas (n,) are called, by their ids where the field is NULL; None without one.

    Raises
    ------
    InvalidInput
        If INPUT has no such field.
    """
    ours = NameParameter
    field = request.text(ours.NAME_FIELD)
    return list(map(str, units.called(field, request.label(ours.NAME_FIELD)))) if field else None
