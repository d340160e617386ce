"""Layers of homes: one per territory, with the travel before, from where people live, and after."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from qgis.core import QgsFeature, QgsFields, QgsProcessingFeedback

from ....core.arrays import BoolArray, FloatArray
from ....core.errors import name_some
from ....core.plan.areas import NO_AREA, Homes
from ....core.plan.resiting import Resited
from ....core.plan.travel import Travel
from ...common.fields import (
    AREA_NAME_FIELD,
    TERRITORY_FIELD,
    TerritoryNames,
    integer_field,
    like_field,
    number_field,
    text_field,
)
from ...common.texts import counted, tr
from ...inputs.layers.units import SpatialUnits
from ..writing.fields import point_feature


@dataclass(frozen=True)
class HomesTable:
    """One home per territory, with the mean trip.

    *Before* is the plan before from the current homes, *stay* the new plan from the current
    homes, *after* the new plan from the homes of this layer, *best* from the best ones.

    Attributes
    ----------
    units : SpatialUnits
        In which the homes are.
    names : TerritoryNames
    resited : Resited
    area_names : sequence of str, or None
        What the areas are called.
    """

    units: SpatialUnits
    names: TerritoryNames
    resited: Resited
    area_names: Sequence[str] | None = None

    @property
    def homes(self) -> Homes:
        """Homes of this layer; no position for a territory without one."""
        homes = self.resited.moved.homes
        return Homes.nowhere(len(self.names)) if homes is None else homes

    @cached_property
    def before(self) -> Travel:
        """Travel of the plan before from the current homes, of the territories there are now."""
        if not self.resited.has_people or self.resited.before is None:
            return Travel.nothing(len(self.names))
        return Travel.of(self.resited.before).first(len(self.names))

    @cached_property
    def stay(self) -> Travel:
        """Travel of the new plan from the current homes."""
        if not self.resited.has_people:
            return Travel.nothing(len(self.names))
        return Travel.of(self.resited.after)

    @cached_property
    def after(self) -> Travel:
        """Travel of the new plan from the homes of this layer."""
        return Travel.of(self.resited.moved)

    @cached_property
    def best(self) -> Travel:
        """Travel of the new plan from the best home in each territory."""
        return Travel.of(self.resited.best)

    @cached_property
    def moved_m(self) -> FloatArray:
        """Metres (k,) from the current home to the one of this layer; NaN for none."""
        return self.resited.distance_moved()

    @property
    def _means(self) -> dict[str, FloatArray]:
        travels = {"before": self.before, "stay": self.stay, "after": self.after}
        metres = {f"{name}_m": travel.mean_m for name, travel in travels.items()}
        metres["best_m"] = self.best.mean_m
        if not self.after.knows_times:
            return {**metres, "moved_m": self.moved_m}
        seconds = {f"{name}_s": travel.mean_s for name, travel in travels.items()}
        return {**metres, "moved_m": self.moved_m, **seconds, "best_s": self.best.mean_s}

    @property
    def fields(self) -> QgsFields:
        """Fields of the layer."""
        fields = QgsFields()
        fields.append(like_field(TERRITORY_FIELD, self.names.field))
        fields.append(like_field("area_id", self.units.id_field))
        fields.append(like_field("best_id", self.units.id_field))
        if self.area_names is not None:
            fields.append(text_field(AREA_NAME_FIELD))
            fields.append(text_field("best_name"))
        for name in self._means:
            fields.append(number_field(name))
        return fields

    @property
    def coordinates(self) -> FloatArray:
        """Places (k, 2) in the reference system of the areas; NaN for none."""
        exists = self.homes.exists
        places = self.homes.positions.copy()
        places[exists] = self.units.space.map_coordinates(places[exists])
        return places

    def rows(self) -> list[list[Any]]:
        """Values of :attr:`fields`, one row per territory."""
        best_homes = self.resited.best.homes
        best = self.homes.area if best_homes is None else best_homes.area
        columns = list(self._means.values())
        rows = []
        for territory, areas in enumerate(zip(self.homes.area.tolist(), best.tolist())):
            row = [self.names.of(territory)]
            row += [None if area == NO_AREA else self.units.ids[area] for area in areas]
            if self.area_names is not None:
                row += [None if area == NO_AREA else self.area_names[area] for area in areas]
            rows.append(row + [float(column[territory]) for column in columns])
        return rows

    def features(self) -> Iterable[QgsFeature]:
        """One point per territory; one without a home has no geometry."""
        fields = self.fields
        for coordinates, values in zip(self.coordinates, self.rows()):
            yield point_feature(fields, coordinates, values)


@dataclass(frozen=True)
class VisitedHomes:
    """Homes with the travel of one trip to each visited area (thesis, tables 5.4 and 5.5).

    Attributes
    ----------
    homes : HomesTable
    before_is_nearest : bool
        Whether the plan before is what the nearest representatives would serve.
    """

    homes: HomesTable
    before_is_nearest: bool

    @property
    def _travels(self) -> dict[str, Travel]:
        return {"before": self.homes.before, "stay": self.homes.stay, "after": self.homes.after}

    @property
    def fields(self) -> QgsFields:
        """Fields of OUTPUT."""
        fields = self.homes.fields
        fields.append(integer_field("visited"))
        for unit in ("km", "h"):
            for name in self._travels:
                fields.append(number_field(f"{name}_{unit}"))
        return fields

    def features(self) -> Iterable[QgsFeature]:
        """One home per territory; a territory without a home has no geometry."""
        fields, travels = self.fields, self._travels.values()
        columns = [travel.once_km for travel in travels] + [travel.once_h for travel in travels]
        visited, places = self.homes.resited.moved.visited, self.homes.coordinates
        for index, row in enumerate(self.homes.rows()):
            values: list[Any] = [*row, int(visited[index])]
            values += [float(column[index]) for column in columns]
            yield point_feature(fields, places[index], values)

    def numbers(self) -> dict[str, float | int]:
        """Totals over all territories, those that are known."""
        totals: dict[str, float] = {}
        for name, travel in self._travels.items():
            totals[f"{name.upper()}_KM"] = travel.once_km.sum()
            totals[f"{name.upper()}_H"] = travel.once_h.sum()
            totals[f"{name.upper()}_MEAN_M"] = travel.overall_mean_m
        homes = self.homes
        totals["SAVED_PCT"] = homes.after.saved_pct(homes.before)
        totals["SAVED_BY_MOVING_PCT"] = homes.after.saved_pct(homes.stay)
        known = {name: float(value) for name, value in totals.items() if np.isfinite(value)}
        return known | {"MOVED_COUNT": int(np.count_nonzero(homes.moved_m > 1.0))}

    def tell(self, feedback: QgsProcessingFeedback) -> None:
        """Say the totals in the log, and what could not be reached."""
        self._tell_totals(feedback)
        stay, after, homes = self.homes.stay, self.homes.after, self.homes.homes
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
        better_now = self._names_where(after.is_worse_than(stay))
        if better_now:
            feedback.pushInfo(
                counted(
                    len(better_now),
                    "In {count} territory ({names}) the current home needs less travel than the "
                    "best candidate, because it is no candidate itself. There, staying is better "
                    "than moving.",
                    "In {count} territories ({names}) the current home needs less travel than the "
                    "best candidate, because it is no candidate itself. There, staying is better "
                    "than moving.",
                    names=name_some(better_now),
                )
            )
        visited = self.homes.resited.moved.visited > 0
        unknown = self._names_where(stay.is_unknown & visited & ~np.isnan(self.homes.moved_m))
        if unknown:
            feedback.pushWarning(
                counted(
                    len(unknown),
                    "The trips from the current home to all areas are not known in {count} "
                    "territory ({names}): its totals from there are NULL. With a cost matrix, "
                    "current homes must be in areas from which it has rows, or among its origins.",
                    "The trips from the current home to all areas are not known in {count} "
                    "territories ({names}): their totals from there are NULL. With a cost matrix, "
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

    def _names_where(self, chosen: BoolArray) -> list[str]:
        names = self.homes.names
        return [names.shown(names.of(i)) for i in np.flatnonzero(chosen)]

    def _tell_totals(self, feedback: QgsProcessingFeedback) -> None:
        numbers = self.numbers()
        for unit, digits in (("KM", 1), ("H", 2)):
            figures = {
                name: f"{numbers[f'{key}_{unit}']:,.{digits}f} {unit.lower()}"
                for name, key in (("before", "BEFORE"), ("stay", "STAY"), ("after", "AFTER"))
                if f"{key}_{unit}" in numbers
            }
            if figures.keys() >= {"before", "stay", "after"}:
                before = tr(
                    "One trip to each visited area: {before} before (the plan before, from the "
                    "current homes), {stay} in these territories from the current homes, {after} "
                    "from the new homes."
                )
                nearest = tr(
                    "One trip to each visited area: {before} before (nearest representative, from "
                    "the current homes), {stay} in these territories from the current homes, "
                    "{after} from the new homes."
                )
                text = nearest if self.before_is_nearest else before
                feedback.pushInfo(text.format(**figures))
            elif figures.keys() >= {"stay", "after"}:
                feedback.pushInfo(
                    tr(
                        "One trip to each visited area: {stay} from the current homes, {after} "
                        "from the new homes."
                    ).format(**figures)
                )
            elif "after" in figures:
                feedback.pushInfo(
                    tr("One trip to each visited area: {after} from the new homes.").format(
                        **figures
                    )
                )
