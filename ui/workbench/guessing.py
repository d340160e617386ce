"""Defaults that are guessed from the project's layers, and what is wrong with a set-up."""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from qgis.core import Qgis, QgsField, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from ...core.ids import id_key
from ...processing_provider.common.fields import TERRITORY_FIELD
from ...processing_provider.common.texts import counted, tr
from ...processing_provider.inputs.layers.attributes import plain_value
from ...processing_provider.inputs.layers.features import features_now
from .settings import PlanSettings

_DOUBLE = QMetaType.Type.Double
_MOST_REPRESENTATIVES = 2000  # more points are customers or addresses, not people who travel
# Looked through while the user chooses: some hundredths of a second. What is no id repeats soon.
_MOST_GLANCED_AT = 3000
_SHORTEST_NAME = 3  # letters
_ID_HINTS = ("id", "code", "ags", "key", "gid", "nuts", "fips", "geoid", "zip", "plz")
_WEIGHT_HINTS = (
    *("potential", "workload", "customers", "farms", "weight", "demand", "visits"),
    *("sales", "revenue", "hours", "pop", "inhabitants", "households", "count"),
)
_NAME_HINTS = ("rep_id", "rep", "representative", "name", "id", "code")
_CALLED_HINTS = ("name", "rep_name", "representative", "surname")
_PLACE_HINTS = ("home", "town", "city", "place")  # by which codes are told apart, but not names
_SHARE_HINTS = ("share", "capacity", "fte", "target", "hours")


def guessed(project: QgsProject, areas: QgsVectorLayer | None = None) -> PlanSettings:
    """A set-up for the given layer of areas, or for the first one that the project has."""
    layers = [
        layer
        for layer in project.mapLayers().values()
        if isinstance(layer, QgsVectorLayer) and layer.isValid()
    ]
    if areas is None:
        polygons = [one for one in layers if one.geometryType() == Qgis.GeometryType.Polygon]
        # The one with most areas: territories, states and the like are coarser.
        polygons.sort(key=lambda one: (-one.featureCount(), one.name()))
        if not polygons:
            return PlanSettings()
        areas = polygons[0]
    plan_field = _named(areas, (TERRITORY_FIELD,))
    settings = PlanSettings(
        areas=areas.id(),
        id_field=unique_field(areas),
        balance_fields=_balance_field(areas, plan_field),
        plan_field=plan_field,
    )
    points = [
        one
        for one in layers
        if one.geometryType() == Qgis.GeometryType.Point
        and 1 < one.featureCount() <= min(_MOST_REPRESENTATIVES, max(areas.featureCount(), 2))
    ]
    points.sort(key=lambda one: (not _named(one, ("rep_id",)), one.featureCount(), one.name()))
    if not points:
        return replace(settings, count=0 if plan_field else 10)
    return with_representatives(settings, points[0])


def with_representatives(settings: PlanSettings, layer: QgsVectorLayer | None) -> PlanSettings:
    """The set-up with another layer of representatives, and its fields guessed."""
    if layer is None:
        return replace(settings, reps="", rep_field="", rep_name_field="", share_field="")
    identifies = _named(layer, (TERRITORY_FIELD, *_NAME_HINTS)) or unique_field(layer)
    hints = (*_CALLED_HINTS, *_PLACE_HINTS) if _holds_codes(layer, identifies) else _CALLED_HINTS
    called = tuple(hint for hint in hints if hint != identifies.lower())
    return replace(
        settings,
        reps=layer.id(),
        rep_field=identifies,
        rep_name_field=_named(layer, called),
        share_field=_named(layer, _SHARE_HINTS, numeric=True),
    )


def _holds_codes(layer: QgsVectorLayer, name: str) -> bool:
    """Whether a field holds codes such as R01 or 45, which tell nobody who is meant."""
    index = layer.fields().lookupField(name)
    if index < 0:
        return False
    seen = [feature[index] for feature in islice(features_now(layer, [index]), _MOST_GLANCED_AT)]
    texts = [id_key(value) for one in seen if (value := plain_value(one)) is not None]
    return any(len(text) < _SHORTEST_NAME or any(map(str.isdigit, text)) for text in texts)


def unique_field(layer: QgsVectorLayer) -> str:
    """A field whose values are all there and all different; "" if there is none."""
    candidates = [
        field
        for field in layer.fields().toList()
        if field.type() != _DOUBLE and field.name() != TERRITORY_FIELD
    ]
    # The number that a file gives to a row, such as “fid”, is another one in its next copy.
    rows = {layer.fields().at(index).name() for index in layer.primaryKeyAttributes()}
    candidates.sort(key=lambda field: (not _hints(field, _ID_HINTS), field.name() in rows))
    for field in candidates[:8]:
        if is_unique(layer, field.name()):
            return field.name()
    return ""


def is_unique(layer: QgsVectorLayer, name: str) -> bool:
    """Whether a field tells features apart, as far as a glance shows.

    Reading refuses what repeats later on, and says where.
    """
    index = layer.fields().lookupField(name)
    if index < 0:
        return False
    seen: set[str] = set()
    for feature in islice(features_now(layer, [index]), _MOST_GLANCED_AT):
        value = plain_value(feature[index])
        key = "" if value is None else id_key(value)
        if not key or key in seen:
            return False
        seen.add(key)
    return bool(seen)


def problems(settings: PlanSettings, project: QgsProject) -> dict[str, str]:
    """What is wrong with a set-up, by the name of the setting; empty if nothing is."""
    found: dict[str, str] = {}
    layer = settings.area_layer(project)
    if layer is None:
        found["areas"] = tr("Choose the layer of areas that are divided into territories.")
        return found
    if layer.geometryType() != Qgis.GeometryType.Polygon:
        found["areas"] = tr("This layer holds no polygons. Choose a layer of areas.")
    elif layer.featureCount() == 0:
        found["areas"] = tr("This layer is empty, or its filter leaves nothing.")
    found |= _fields(settings, layer)
    found |= _people(settings, project)
    if settings.cost_matrix and settings.cost_layer(project) is None:
        found["cost_matrix"] = tr("This layer is not in the project any more.")
    return found


def start_problems(settings: PlanSettings) -> dict[str, str]:
    """What is missing for a run that starts from what is set up."""
    if settings.plan_field or settings.reps or settings.count:
        return {}
    return {"count": tr("Say from what to start: a plan field, representatives, or a number.")}


def _fields(settings: PlanSettings, layer: QgsVectorLayer) -> dict[str, str]:
    found: dict[str, str] = {}
    fields = layer.fields()
    if not settings.id_field or fields.lookupField(settings.id_field) < 0:
        found["id_field"] = tr(
            "Choose a field that is different in every area. Where there is none, make one with "
            "the field calculator ($id)."
        )
    elif not is_unique(layer, settings.id_field):
        found["id_field"] = tr("Some areas share a value of this field, or have none.")
    missing = [name for name in settings.balance_fields if fields.lookupField(name) < 0]
    if missing:
        found["balance_fields"] = counted(
            len(missing),
            "The layer has no field {names} any more.",
            "The layer has no fields {names} any more.",
            names=", ".join(missing),
        )
    text = [
        name
        for name in settings.balance_fields
        if name not in missing and not fields.field(fields.lookupField(name)).isNumeric()
    ]
    if text:
        found["balance_fields"] = tr(
            "“{name}” holds texts, not numbers. Convert it with the field calculator (to_real)."
        ).format(name=text[0])
    for key in ("plan_field", "together_field", "trips_field"):
        name = getattr(settings, key)
        if name and fields.lookupField(name) < 0:
            found[key] = tr("The layer has no field “{name}” any more.").format(name=name)
    if settings.plan_field and settings.plan_field == settings.id_field:
        found["plan_field"] = tr("This field identifies the areas; it cannot hold the plan too.")
    return found


def _people(settings: PlanSettings, project: QgsProject) -> dict[str, str]:
    if not settings.reps:
        return {}
    layer = settings.rep_layer(project)
    if layer is None:
        return {"reps": tr("This layer is not in the project any more.")}
    if settings.rep_field and not is_unique(layer, settings.rep_field):
        return {"rep_field": tr("Some representatives share a value of this field, or have none.")}
    if settings.rep_name_field and layer.fields().lookupField(settings.rep_name_field) < 0:
        return {"rep_name_field": tr("The representatives have no such field any more.")}
    if settings.share_field and layer.fields().lookupField(settings.share_field) < 0:
        return {"share_field": tr("The representatives have no such field any more.")}
    return {}


def _balance_field(layer: QgsVectorLayer, plan_field: str) -> tuple[str, ...]:
    for hint in _WEIGHT_HINTS:
        for field in layer.fields().toList():
            if field.isNumeric() and field.name() != plan_field and hint in field.name().lower():
                return (field.name(),)
    return ()


def _named(layer: QgsVectorLayer, hints: tuple[str, ...], *, numeric: bool = False) -> str:
    names = {field.name().lower(): field for field in layer.fields().toList()}
    for hint in hints:
        field = names.get(hint)
        if field is not None and (field.isNumeric() or not numeric):
            return field.name()
    return ""


def _hints(field: QgsField, hints: tuple[str, ...]) -> bool:
    name = field.name().lower()
    return any(hint in name for hint in hints)
