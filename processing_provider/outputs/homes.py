"""Layers of homes: one per territory, with its travel before and after."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import QgsFeature, QgsField, QgsFields, QgsProcessingFeedback

from ...core.arrays import BoolArray, FloatArray
from ...core.errors import name_some
from ...core.plan.areas import NO_AREA, Homes
from ...core.plan.plan import Plan
from ...core.plan.travel import Travel
from ..fields import TERRITORY_FIELD, TerritoryNames, integer_field, like_field, number_field
from ..inputs.units import SpatialUnits
from ..texts import counted, tr
from .fields import point_feature


@dataclass(frozen=True)
class HomesTable:
    """One home per territory, with the mean trip before and after.

    Attributes
    ----------
    units : SpatialUnits
        In which the homes are.
    names : TerritoryNames
    homes : Homes
        NaN positions for a territory without one.
    before, after : Travel
    moved_m : ndarray of float, shape (k,)
        Distance between the current home and this one; NaN where there is none.
    """

    units: SpatialUnits
    names: TerritoryNames
    homes: Homes
    before: Travel
    after: Travel
    moved_m: FloatArray

    @property
    def fields(self) -> QgsFields:
        """Fields of the layer."""
        fields = QgsFields()
        fields.append(like_field(TERRITORY_FIELD, self.names.field))
        fields.append(self._id_field())
        for name in ("before_m", "after_m", "moved_m"):
            fields.append(number_field(name))
        return fields

    def _id_field(self) -> QgsField:
        return like_field("area_id", self.units.id_field)

    @property
    def coordinates(self) -> FloatArray:
        """Places (k, 2) in the reference system of the areas; NaN for none."""
        exists = self.homes.exists
        places = self.homes.positions.copy()
        places[exists] = self.units.space.map_coordinates(places[exists])
        return places

    def rows(self) -> list[list[Any]]:
        """Values of :attr:`fields`, one row per territory."""
        columns = (self.before.mean_m, self.after.mean_m, self.moved_m)
        return [
            [
                self.names.of(territory),
                None if area == NO_AREA else self.units.ids[area],
                *(float(column[territory]) for column in columns),
            ]
            for territory, area in enumerate(self.homes.area.tolist())
        ]

    def features(self) -> Iterable[QgsFeature]:
        """One point per territory; one without a home has no geometry."""
        fields = self.fields
        for coordinates, values in zip(self.coordinates, self.rows()):
            yield point_feature(fields, coordinates, values)


@dataclass(frozen=True)
class VisitedHomes:
    """Homes with the travel of one trip to each visited area (thesis, tables 5.4 and 5.5)."""

    homes: HomesTable
    plan: Plan

    @property
    def fields(self) -> QgsFields:
        """Fields of OUTPUT."""
        fields = self.homes.fields
        fields.append(integer_field("visited"))
        for name in ("before_km", "after_km", "before_h", "after_h"):
            fields.append(number_field(name))
        return fields

    def features(self) -> Iterable[QgsFeature]:
        """One home per territory; a territory without a home has no geometry."""
        fields = self.fields
        before, after = self.homes.before, self.homes.after
        columns = (before.once_km, after.once_km, before.once_h, after.once_h)
        visited = self.plan.visited
        places = self.homes.coordinates
        for index, row in enumerate(self.homes.rows()):
            values: list[Any] = [*row, int(visited[index])]
            values += [float(column[index]) for column in columns]
            yield point_feature(fields, places[index], values)

    def numbers(self) -> dict[str, float | int]:
        """Totals over all territories, those that are known."""
        before, after = self.homes.before, self.homes.after
        totals = {
            name: float(value)
            for name, value in (
                ("BEFORE_KM", before.once_km.sum()),
                ("AFTER_KM", after.once_km.sum()),
                ("BEFORE_H", before.once_h.sum()),
                ("AFTER_H", after.once_h.sum()),
                ("BEFORE_MEAN_M", before.overall_mean_m),
                ("AFTER_MEAN_M", after.overall_mean_m),
                ("SAVED_PCT", after.saved_pct(before)),
            )
            if np.isfinite(value)
        }
        return totals | {"MOVED_COUNT": int(np.count_nonzero(self.homes.moved_m > 1.0))}

    def tell(self, feedback: QgsProcessingFeedback) -> None:
        """Say the totals in the log, and what could not be reached."""
        self._tell_totals(feedback)
        before, after, homes = self.homes.before, self.homes.after, self.homes.homes
        homeless = self._names_where(~homes.exists)
        if homeless:
            feedback.pushWarning(
                counted(
                    len(homeless),
                    "{count} territory holds no candidate and gets no home: {names}.",
                    "{count} territories hold no candidate and get no home: {names}.",
                    names=name_some(homeless),
                )
            )
        better_today = self._names_where(after.is_worse_than(before))
        if better_today:
            feedback.pushInfo(
                counted(
                    len(better_today),
                    "In {count} territory ({names}) the current home needs less travel than the "
                    "best candidate, because it is no candidate itself. There, staying is better "
                    "than moving.",
                    "In {count} territories ({names}) the current home needs less travel than the "
                    "best candidate, because it is no candidate itself. There, staying is better "
                    "than moving.",
                    names=name_some(better_today),
                )
            )
        known_homes = ~np.isnan(self.homes.moved_m)
        unknown = self._names_where(before.is_unknown & (self.plan.visited > 0) & known_homes)
        if unknown:
            feedback.pushWarning(
                counted(
                    len(unknown),
                    "The trips from the current home to all areas are not known in {count} "
                    "territory ({names}): its totals before are NULL. With a cost matrix, current "
                    "homes must be in areas from which it has rows, or among its origins.",
                    "The trips from the current home to all areas are not known in {count} "
                    "territories ({names}): their totals before are NULL. With a cost matrix, "
                    "current homes must be in areas from which it has rows, or among its origins.",
                    names=name_some(unknown),
                )
            )
        cut_off = self._names_where(after.is_unknown & homes.exists)
        if cut_off:
            feedback.pushWarning(
                counted(
                    len(cut_off),
                    "{count} territory holds areas that its home cannot reach ({names}): its "
                    "totals are NULL.",
                    "{count} territories hold areas that their home cannot reach ({names}): their "
                    "totals are NULL.",
                    names=name_some(cut_off),
                )
            )

    def _names_where(self, chosen: BoolArray) -> list[Any]:
        return [self.homes.names.of(i) for i in np.flatnonzero(chosen)]

    def _tell_totals(self, feedback: QgsProcessingFeedback) -> None:
        numbers = self.numbers()
        if "BEFORE_KM" in numbers and "AFTER_KM" in numbers:
            feedback.pushInfo(
                tr(
                    "{after:,.1f} km for one trip to each visited area, before {before:,.1f} km."
                ).format(after=numbers["AFTER_KM"], before=numbers["BEFORE_KM"])
            )
        elif "AFTER_KM" in numbers:
            feedback.pushInfo(
                tr("{after:,.1f} km for one trip to each visited area.").format(
                    after=numbers["AFTER_KM"]
                )
            )
        if "BEFORE_H" in numbers and "AFTER_H" in numbers:
            feedback.pushInfo(
                tr(
                    "{after:,.1f} hours for one trip to each visited area, before {before:,.1f} "
                    "hours."
                ).format(after=numbers["AFTER_H"], before=numbers["BEFORE_H"])
            )
        elif "AFTER_H" in numbers:
            feedback.pushInfo(
                tr("{after:,.1f} hours for one trip to each visited area.").format(
                    after=numbers["AFTER_H"]
                )
            )
