"""Plans by names: as the field of the layer takes them, as columns of a copy, as figures."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from qgis.core import QgsFeatureRequest, QgsVectorLayer

from ...core.ids import id_key
from ...processing_provider.common.fields import like_field
from ...processing_provider.inputs.layers.features import features_now
from .rows import Totals
from .session import PlanSession


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
