"""Homes that were chosen among candidates, the candidates and their classes, as layers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGradientColorRamp,
    QgsGradientStop,
    QgsGraduatedSymbolRenderer,
    QgsMarkerSymbol,
    QgsRendererRange,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ....core.arrays import FloatArray, IntArray
from ....core.progress import SILENT, Progress
from ....core.siting.sited import SitedRepresentatives
from ....core.travel.trips import METRES, SECONDS
from ...common.fields import (
    TERRITORY_FIELD,
    TerritoryNames,
    integer_field,
    like_field,
    number_field,
    text_field,
)
from ...common.number_format import localised
from ...inputs.layers.units import SpatialUnits
from ...inputs.people.candidates import CandidateFeatures
from ..looks.labels import set_labels
from ..looks.layer_fields import find_field
from ..looks.map_tips import set_map_tip
from ..looks.styles import TerritoryColours
from ..writing.fields import point_feature, table_feature, table_fields

_POOR_TO_RICH = QgsGradientColorRamp(
    QColor("#d7191c"), QColor("#1a9641"), False, [QgsGradientStop(0.5, QColor("#ffffbf"))]
)
"""Colours of classes from the least to the most potential (thesis, figure 5.5)."""


@dataclass(frozen=True)
class SiteLayers:
    """What is written about homes: REPS, the candidates, their classes, and the areas' homes.

    How accessible a candidate is stays NULL where ``progress`` was cancelled before: among
    thousands of candidates that takes as long as the search.
    """

    units: SpatialUnits
    candidates: CandidateFeatures
    sited: SitedRepresentatives
    known_colours: Mapping[str, str]
    progress: Progress = SILENT

    @cached_property
    def names(self) -> TerritoryNames:
        """Values of the ``territory`` field: the ids of the homes."""
        field = like_field(TERRITORY_FIELD, self.candidates.id_field)
        return TerritoryNames(tuple(self.sited.plan.names), field)

    @cached_property
    def colours(self) -> TerritoryColours:
        """One colour per territory, as the project knows it."""
        places = self.units.metric.to_plane(self.sited.candidates.positions[self.sited.chosen])
        return TerritoryColours.around_homes(self.names, places).keeping(self.known_colours)

    @property
    def has_names(self) -> bool:
        """Whether homes have names beside their ids."""
        return self.sited.candidates.names is not None

    @cached_property
    def area_columns(self) -> list[tuple[QgsField, list[Any]]]:
        """Further fields of the areas, each with its column (n,)."""
        plan = self.sited.plan
        columns: list[tuple[QgsField, list[Any]]] = []
        if self.has_names:
            homes = [str(self.sited.candidates.name(i)) for i in self.sited.chosen]
            own = [homes[label] if label >= 0 else None for label in plan.labels.tolist()]
            columns.append((text_field("territory_name"), own))
        columns.append((number_field("distance_m"), plan.trip_m.tolist()))
        if plan.trip_s is not None:
            columns.append((number_field("time_s"), plan.trip_s.tolist()))
        return columns

    def _accessibility(
        self, chosen: IntArray, progress: Progress = SILENT
    ) -> dict[str, FloatArray]:
        """Travel from candidates to all places, by field name."""
        places = self.sited.candidates
        known = {
            "access_m": places.accessibility(METRES, chosen, progress),
            "access_s": places.accessibility(SECONDS, chosen, progress),
        }
        return {name: values for name, values in known.items() if values is not None}

    @cached_property
    def _home_access(self) -> dict[str, FloatArray]:
        return self._accessibility(self.sited.chosen)

    @cached_property
    def _candidate_access(self) -> dict[str, FloatArray]:
        return self._accessibility(np.arange(len(self.sited.candidates)), self.progress)

    def _site_fields(self, access: Iterable[str], *figures: QgsField) -> QgsFields:
        fields = QgsFields()
        fields.append(like_field("rep_id", self.candidates.id_field))
        if self.has_names:
            fields.append(text_field("name"))
        fields.append(number_field("potential"))
        fields.append(integer_field("class"))
        for field in (*figures, *(number_field(name) for name in access)):
            fields.append(field)
        return fields

    def _site_values(self, candidate: int) -> list[Any]:
        places = self.sited.candidates
        name = [str(places.name(candidate))] if self.has_names else []
        return [
            places.ids[candidate],
            *name,
            float(places.potential[candidate]),
            int(self.sited.classes[candidate]),
        ]

    @cached_property
    def home_fields(self) -> QgsFields:
        """Fields of REPS: figures first, then those that the candidate brings along."""
        fields = self._site_fields(
            self._home_access,
            integer_field("areas"),
            number_field("served"),
            number_field("mean_dist_m"),
        )
        for index in self._kept:
            fields.append(QgsField(self.candidates.fields.at(index)))
        return fields

    @cached_property
    def _kept(self) -> list[int]:
        """Fields of the candidates whose names are not those of our figures."""
        ours = {"rep_id", "name", "potential", "class", "areas", "served", "mean_dist_m", "fid"}
        ours |= set(self._home_access)
        if not self.has_names:
            ours.remove("name")
        fields = self.candidates.fields
        return [i for i in range(fields.count()) if fields.at(i).name().lower() not in ours]

    def homes(self) -> Iterable[QgsFeature]:
        """One point per home."""
        sited = self.sited
        figures, chosen = sited.plan.statistics, sited.chosen
        places = self.units.space.map_coordinates(sited.candidates.positions[chosen])
        for home, candidate in enumerate(chosen.tolist()):
            attributes = self.candidates.features[candidate].attributes()
            values = [
                *self._site_values(candidate),
                int(figures.area_count[home]),
                float(figures.totals[home, 0]),
                float(figures.mean_distance_m[home]),
                *(float(access[home]) for access in self._home_access.values()),
                *(attributes[index] for index in self._kept),
            ]
            yield point_feature(self.home_fields, places[home], values)

    @cached_property
    def candidate_fields(self) -> QgsFields:
        """Fields of the candidates."""
        return self._site_fields(self._candidate_access, integer_field("home"))

    def all_candidates(self) -> Iterable[QgsFeature]:
        """One point per candidate."""
        places = self.units.space.map_coordinates(self.sited.candidates.positions)
        homes = set(self.sited.chosen.tolist())
        for candidate, place in enumerate(places):
            values = [
                *self._site_values(candidate),
                int(candidate in homes),
                *(float(access[candidate]) for access in self._candidate_access.values()),
            ]
            yield point_feature(self.candidate_fields, place, values)

    @cached_property
    def class_fields(self) -> QgsFields:
        """Fields of the table of classes."""
        kinds = {"class": int, "minimum": float, "maximum": float, "weight": int}
        return table_fields(**kinds, candidates=int, homes=int)

    def classes(self) -> Iterable[QgsFeature]:
        """One row per natural-breaks class (thesis, table 5.1)."""
        for row in self.sited.class_table:
            values = (row.number, row.minimum, row.maximum, row.number, row.candidates, row.homes)
            yield table_feature(self.class_fields, values)

    def style_homes(self, layer: QgsVectorLayer) -> None:
        """Homes in the colours of their territories, with their names or ids beside them."""
        self.colours.labelled_representatives(layer, "rep_id")
        if self.has_names:
            set_labels(layer, f'"{find_field(layer, "name")}"', size=9.0, beside_symbol_mm=1.0)

    @cached_property
    def style_candidates(self) -> Callable[[QgsVectorLayer], None]:
        """Candidates graduated by potential, from red (poor) to green (rich)."""
        rows = self.sited.class_table

        def style(layer: QgsVectorLayer) -> None:
            ranges = []
            for place, row in zip(np.linspace(0.0, 1.0, len(rows)), rows):
                label = localised(f"{row.minimum:,.6g} – {row.maximum:,.6g}")
                symbol = QgsMarkerSymbol.createSimple(
                    {
                        "name": "circle",
                        "color": _POOR_TO_RICH.color(place).name(),
                        "size": "2.4",
                        "outline_color": "white",
                        "outline_width": "0.2",
                    }
                )
                ranges.append(QgsRendererRange(row.minimum, row.maximum, symbol, label))
            layer.setRenderer(QgsGraduatedSymbolRenderer(find_field(layer, "potential"), ranges))
            set_map_tip(layer)

        return style
