"""Layers of a balanced plan: areas, dissolved territories, homes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from numpy.typing import NDArray
from qgis.core import Qgis, QgsFeature, QgsField

from ....core.balance.solved import Solved
from ....core.plan.plan import Plan
from ...common.fields import TerritoryNames
from ...common.request import Request
from ...inputs.layers.units import SpatialUnits
from ..looks.styles import TerritoryColours
from ..writing.fields import AssignmentSchema, assigned_features
from ..writing.output_layer import OutputLayer
from .dissolved import DissolvedAreas
from .homes import HomesTable
from .territories import TerritoryTable
from .trip_fields import mean_columns, number_fields, trip_columns


@dataclass(frozen=True)
class BalancedLayers:
    """The three layers of a balanced plan.

    Attributes
    ----------
    units : SpatialUnits
    names : TerritoryNames
    solved : Solved
    area_names : sequence of str, or None
        What the areas are called.
    more : sequence of (QgsField, ndarray of shape (n,))
        Further columns of the areas, before those of trips.
    from_new_homes : bool
        Whether trips count from the homes after the run; else from the current ones.
    known_colours : mapping
        Colours that territories have in the project already.
    """

    units: SpatialUnits
    names: TerritoryNames
    solved: Solved
    area_names: Sequence[str] | None = None
    more: Sequence[tuple[QgsField, NDArray]] = ()
    from_new_homes: bool = False
    known_colours: Mapping[str, str] = field(default_factory=dict)

    @property
    def plan(self) -> Plan:
        """The new plan from the homes that count."""
        resited = self.solved.resited
        return resited.moved if self.from_new_homes else resited.after

    @property
    def _before(self) -> Plan | None:
        resited = self.solved.resited
        return resited.before if resited.has_people else None

    @cached_property
    def colours(self) -> TerritoryColours:
        """One colour per territory, in all layers of the run."""
        colours = TerritoryColours.create(self.names, self.plan.labels, self.plan.areas.graph)
        return colours.keeping(self.known_colours)

    @cached_property
    def dissolved(self) -> DissolvedAreas:
        """Outlines of the territories, for maps of the run, too."""
        return DissolvedAreas(self.units)

    def areas(self, output: str) -> OutputLayer:
        """The areas with their territory and the trips to them."""
        trips = trip_columns(self.plan, self._before)
        extra = [column for column, _ in self.more] + number_fields(trips)
        schema = AssignmentSchema.create(self.units.fields, self.names.field, extra)
        columns = [values for _, values in self.more] + list(trips.values())

        def features() -> Iterable[QgsFeature]:
            return assigned_features(self.units, schema, self.names, self.plan.labels, columns)

        return OutputLayer(
            output, schema.fields, self.units.geometry_type, features, self.colours.areas, 0
        )

    def territories(self, request: Request, output: str) -> OutputLayer:
        """One dissolved polygon per territory, with its figures."""
        columns = mean_columns(self.plan, self._before)
        table = TerritoryTable(self.units, self.names, request.context, columns, self.dissolved)
        return OutputLayer(
            output,
            table.fields,
            table.geometry_type,
            lambda: table.features(self.plan.labels, self.plan.statistics, request.feedback),
            self.colours.territories,
            1,
        )

    def homes(self, output: str) -> OutputLayer:
        """One home per territory, with the mean trip before and after."""
        homes = HomesTable(self.units, self.names, self.solved.resited, self.area_names)
        return OutputLayer(
            output,
            homes.fields,
            Qgis.WkbType.Point,
            homes.features,
            self.colours.representatives,
            2,
        )
