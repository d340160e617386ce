"""Which fields of the layer of areas figures depend on."""

from __future__ import annotations

from collections.abc import Collection

from qgis.core import Qgis, QgsFields

from .settings import PlanSettings


class UsedFields:
    """The fields of a layer as a set-up uses them.

    Parameters
    ----------
    settings : PlanSettings
    fields : QgsFields
    """

    def __init__(self, settings: PlanSettings, fields: QgsFields) -> None:
        self._fields = fields
        self.plan = fields.lookupField(settings.plan_field)
        self._balanced = self._indices(settings.balance_fields)
        self._others = self._indices(
            (settings.id_field, settings.together_field, settings.trips_field)
        )

    def _indices(self, names: Collection[str]) -> list[int]:
        return [index for index in map(self._fields.lookupField, names) if index >= 0]

    def counts(self, field: int) -> bool:
        """Whether figures may depend on a field; virtual and joined ones depend on others."""
        used = (*self._balanced, *self._others)
        return field in used or any(self._is_made(index) for index in used)

    def only_weighs(self, field: int, criteria: Collection[str]) -> bool:
        """Whether a field is one that is balanced, and nothing else depends on it."""
        made = any(self._is_made(index) for index in (*self._balanced, *self._others))
        return self.name(field) in criteria and field not in self._others and not made

    def name(self, field: int) -> str:
        """Name of a field."""
        return str(self._fields.at(field).name())

    def _is_made(self, index: int) -> bool:
        """Whether a field is virtual or joined: it follows other fields."""
        made = (Qgis.FieldOrigin.Expression, Qgis.FieldOrigin.Join)
        return self._fields.fieldOrigin(index) in made
