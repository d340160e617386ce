"""Plans by names: as the field of the layer takes them, as columns of a copy, as figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsFeatureRequest, QgsProject, QgsVectorLayer

from ...core.ids import id_key
from ...processing_provider.common.fields import like_field
from ...processing_provider.common.texts import tr
from ...processing_provider.inputs.layers.features import features_now
from .rows import Totals
from .session import PlanSession
from .wording import plain_percent


def set_up_in_words(session: PlanSession, project: QgsProject) -> dict[str, str]:
    """What a plan was made with, for who looks at it later."""
    settings = session.settings
    told = {
        tr("Balanced"): ", ".join(settings.balance_fields) or tr("areas"),
        tr("Territories"): str(session.territory_count),
    }
    people, costs = settings.rep_layer(project), settings.cost_layer(project)
    if people is not None:
        told[tr("Representatives")] = people.name()
    if costs is not None:
        told[tr("Cost matrix")] = costs.name()
    if settings.together_field:
        told[tr("Together")] = settings.together_field
    if settings.max_deviation_pct > 0.0:
        told[tr("Maximum deviation")] = plain_percent(settings.max_deviation_pct, 1)
    areas, territories = len(settings.locked_areas), len(settings.locked_territories)
    if areas:
        told[tr("Locked areas")] = str(areas)
    if territories:
        told[tr("Locked territories")] = ", ".join(settings.locked_territories)
    return told


def figures_of(totals: Totals) -> dict[str, float]:
    """What is kept of the figures of a plan."""
    return {
        "worst_pct": totals.worst_pct,
        "sigma_pct": totals.sigma_pct,
        "mean_trip_m": totals.mean_trip_m,
        "changed_pct": totals.changed_pct,
        "border_m": totals.border_m,
        "parts": float(totals.parts),
    }


def values_for(session: PlanSession, names: Mapping[str, str]) -> dict[str, Any]:
    """Values of the field with the plan, by area, for names as they are spelled."""
    return {key: value_for(session, name) for key, name in names.items()}


def value_for(session: PlanSession, name: str) -> Any:
    """A territory's name as the field takes it; None for ""."""
    if not name:
        return None
    label = session.case.label_of.get(name)
    if label is not None:
        return session.case.names.of(label)
    numeric = session.case.names.field.isNumeric()
    return int(name) if numeric and name.lstrip("-").isdigit() else name


def copy_with_plans(session: PlanSession, plans: Mapping[str, Mapping[str, str]]) -> QgsVectorLayer:
    """A temporary copy of the areas with plans, by ids, in fields of these names."""
    layer: QgsVectorLayer = session.layer.materialize(QgsFeatureRequest())
    provider = layer.dataProvider()
    index = layer.fields().lookupField(session.settings.id_field)
    missing = [name for name in plans if layer.fields().lookupField(name) < 0]
    provider.addAttributes([like_field(name, session.case.names.field) for name in missing])
    layer.updateFields()
    changes = {}
    for feature in features_now(layer, [index]):
        key = id_key(feature[index])
        changes[feature.id()] = {
            layer.fields().lookupField(field): value_for(session, names.get(key, ""))
            for field, names in plans.items()
        }
    provider.changeAttributeValues(changes)
    return layer
