"""Homes that were chosen among candidates, as a layer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from qgis.core import QgsFeature, QgsField, QgsFields

from ...core.arrays import FloatArray
from ...core.siting.sited import SitedRepresentatives
from ..fields import TERRITORY_FIELD, TerritoryNames, integer_field, like_field, number_field
from ..inputs.candidates import CandidateFeatures
from ..inputs.units import SpatialUnits
from .fields import point_feature

_FIGURES = ("rep_id", "potential", "class", "areas", "served", "mean_dist_m", "fid")


@dataclass(frozen=True)
class SiteLayers:
    """What is written about homes: REPS, and the areas with their home."""

    units: SpatialUnits
    candidates: CandidateFeatures
    sited: SitedRepresentatives

    @cached_property
    def names(self) -> TerritoryNames:
        """Values of the ``territory`` field: the ids of the homes."""
        field = like_field(TERRITORY_FIELD, self.candidates.id_field)
        return TerritoryNames(tuple(self.sited.plan.names), field)

    @cached_property
    def area_columns(self) -> dict[str, FloatArray]:
        """Further columns (n,) of the areas by field name."""
        plan = self.sited.plan
        columns = {"distance_m": plan.trip_m}
        if plan.trip_s is not None:
            columns["time_s"] = plan.trip_s
        return columns

    @property
    def home_points(self) -> FloatArray:
        """Homes (k, 2) on the plane of the input."""
        places = self.sited.candidates
        return self.units.metric.to_plane(places.positions[self.sited.choice.chosen])

    @cached_property
    def _kept(self) -> list[int]:
        """Fields of the candidates whose names are not those of our figures."""
        fields = self.candidates.fields
        return [i for i in range(fields.count()) if fields.at(i).name().lower() not in _FIGURES]

    @cached_property
    def home_fields(self) -> QgsFields:
        """Fields of REPS: figures first, then those that the candidate brings along."""
        fields = QgsFields()
        for field in (
            like_field("rep_id", self.candidates.id_field),
            number_field("potential"),
            integer_field("class"),
            integer_field("areas"),
            number_field("served"),
            number_field("mean_dist_m"),
            *(QgsField(self.candidates.fields.at(index)) for index in self._kept),
        ):
            fields.append(field)
        return fields

    def homes(self) -> Iterable[QgsFeature]:
        """One point per home."""
        sited = self.sited
        figures, chosen = sited.plan.statistics, sited.choice.chosen
        places = self.units.space.map_coordinates(sited.candidates.positions[chosen])
        for home, candidate in enumerate(chosen.tolist()):
            attributes = self.candidates.features[candidate].attributes()
            values: list[Any] = [
                self.names.of(home),
                float(sited.candidates.potential[candidate]),
                int(sited.classes[candidate]),
                int(figures.area_count[home]),
                float(figures.totals[home, 0]),
                float(figures.mean_distance_m[home]),
            ]
            values += [attributes[index] for index in self._kept]
            yield point_feature(self.home_fields, places[home], values)
