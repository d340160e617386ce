"""territory:resitereps: the best home inside each territory, after balancing."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ...core.plan.travel import Travel, distance_moved
from ...core.siting.homes import best_homes
from ..feedback import FeedbackProgress
from ..fields import TERRITORY_FIELD
from ..inputs.homes import homes_in_areas
from ..inputs.resite_case import ResiteParameters, collect
from ..outputs.homes import HomesTable, VisitedHomes
from ..outputs.sinks import OutputLayer, refuse_unwritable_outputs, write_layers
from ..outputs.styles import TerritoryColours
from ..texts import tr, translatable
from .base import TerritoryAlgorithm

BY_WEIGHT, ONE_EACH = 0, 1


class ResiteRepresentativesAlgorithm(TerritoryAlgorithm):
    """Homes where travel inside a territory is least (thesis, section 5.1.5)."""

    NAME = "resitereps"
    TITLE = translatable("Re-site representatives")
    GROUP = translatable("Site")
    SUMMARY = translatable(
        "Finds the best home inside each territory, and what moving there saves."
    )
    TAGS = ("home", "relocate", "median", "travel time", "sales territories", "one-centre")
    HELP = translatable("""Finds the area inside each territory from which the trips to its areas \
cost least in total, after territories have been balanced: in a straight line on the ellipsoid, \
or by a cost matrix (travel time if it has times, distance otherwise).

Trips are counted in proportion to the weight, or one to each area that has weight; areas of \
weight 0 are not visited either way. Homes may be restricted to candidates by an expression, and \
with a cost matrix to areas from which it has rows.

The result holds one home per territory: mean trip before and after (weighted, in metres), and \
the travel for one trip to each visited area in kilometres and, where the cost matrix has times, \
hours. "Before" needs the current homes, whose ids are the territories' names. Current homes are \
no candidates themselves: one that lies between the areas may need less travel than the best \
area, and the log then says so.""")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        ResiteParameters.add_to(self)
        self.add_number_outputs(
            BEFORE_KM=tr("Travel from the current homes (km)"),
            AFTER_KM=tr("Travel from the new homes (km)"),
            BEFORE_H=tr("Travel from the current homes (h)"),
            AFTER_H=tr("Travel from the new homes (h)"),
            BEFORE_MEAN_M=tr("Weighted mean trip from the current homes (m)"),
            AFTER_MEAN_M=tr("Weighted mean trip from the new homes (m)"),
            SAVED_PCT=tr("Travel saved, trips counted as set (%)"),
            MOVED_COUNT=tr("Representatives who move"),
        )

    def calculate(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        refuse_unwritable_outputs(self, parameters)
        collected = collect(self, parameters, context, feedback)
        units, plan, current = collected.units, collected.plan, collected.current
        area = best_homes(
            collected.trips,
            plan.labels,
            plan.areas.trips,
            plan.territory_count,
            collected.candidates,
            FeedbackProgress(feedback).part(0.0, 0.9),
        )
        homes = homes_in_areas(plan.areas, area, collected.trips, plan.labels)
        before = Travel.nothing(plan.territory_count)
        moved = before.mean_m
        if current is not None:
            before = Travel.of(plan.from_homes(current))
            moved = distance_moved(plan.areas, current, homes)
        after = Travel.of(plan.from_homes(homes))
        outcome = VisitedHomes(
            HomesTable(units, collected.names, homes, before, after, moved), plan
        )
        outcome.tell(feedback)
        colours = TerritoryColours.around_homes(
            collected.names, plan.areas.metric.to_plane(plan.some_positions())
        )
        layer = OutputLayer(
            ResiteParameters.OUTPUT,
            outcome.fields,
            Qgis.WkbType.Point,
            outcome.features,
            lambda layer: colours.labelled_representatives(layer, TERRITORY_FIELD),
            1,
        )
        results = write_layers(self, parameters, context, units.space.crs, [layer])
        return results | outcome.numbers()
