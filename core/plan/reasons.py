"""Why a stroke is refused, in words."""

from __future__ import annotations

from ..errors import InvalidInput, name_some
from .plan import Plan
from .rules import Forbidden
from .strokes import Refusal


def reason_of(refusal: Refusal, plan: Plan) -> InvalidInput:
    """What to say, or raise, on a refusal: with the names of areas and territories."""
    count = len(refusal.areas)
    areas = name_some([plan.areas.ids[area] for area in refusal.areas.tolist()])
    name = plan.name_of(refusal.territory)
    rule = refusal.rule
    if rule == Forbidden.LOCKED:
        return InvalidInput.counted(
            count,
            "Area {areas} is locked. Unlock it first.",
            "{count} areas are locked ({areas}). Unlock them first.",
            areas=areas,
        )
    if rule == Forbidden.SPLITS_GROUP:
        return InvalidInput.counted(
            count,
            "Area {areas} stays together with others. Move the whole group.",
            "{count} areas stay together with others ({areas}). Move whole groups.",
            areas=areas,
        )
    if rule == Forbidden.CHANGE:
        return InvalidInput("More would change hands than Maximum change allows.")
    if rule == Forbidden.DISTANCE:
        return InvalidInput.counted(
            count,
            "Area {areas} would be farther from its home than allowed.",
            "{count} areas would be farther from their home than allowed ({areas}).",
            areas=areas,
        )
    if rule == Forbidden.FROZEN:
        return InvalidInput("Territory {name} is locked. Unlock it first.", name=name)
    if rule == Forbidden.HOME:
        return InvalidInput(
            "Area {areas} holds the home of territory {name}. Move the home first.",
            areas=areas,
            name=name,
        )
    if rule == Forbidden.EMPTIES:
        return InvalidInput("Territory {name} would have no area left.", name=name)
    if rule == Forbidden.CUTS:
        return InvalidInput(
            "Territory {name} would lie in {parts} parts.", name=name, parts=refusal.parts
        )
    return InvalidInput("Territory {name} would be beyond Maximum deviation.", name=name)
