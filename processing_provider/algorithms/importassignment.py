"""territory:importassignment: who serves which area, from a file that other programs wrote."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...core.balance.problem import equal_targets
from ...core.errors import name_some
from ...core.plan.areas import Areas
from ...core.plan.plan import Plan
from ..common.fields import TERRITORY_FIELD, TerritoryNames, integer_field, text_field
from ..common.texts import counted, tr, translatable
from ..inputs.prepare.alignment import AlignedAreas, AlignmentParameters, collect
from ..inputs.reader import ParameterReader
from ..outputs.looks.styles import TerritoryColours
from ..outputs.writing.fields import AssignmentSchema, assigned_features
from ..outputs.writing.sinks import OutputLayer, write_layers
from .base import TerritoryAlgorithm

LOCKED_FIELD = "locked"


class ImportAssignmentAlgorithm(TerritoryAlgorithm):
    """An alignment file, joined to its areas by id."""

    NAME = "importassignment"
    TITLE = translatable("Import territory assignment")
    GROUP = translatable("Prepare")
    SUMMARY = translatable("Gives areas the territories that a CSV file names, by their ids.")
    TAGS = (
        translatable("alignment"),
        translatable("csv"),
        translatable("excel"),
        translatable("sales territories"),
        translatable("join"),
    )
    HELP = translatable("""Reads a plan from a CSV file with a line "area_id,territory" for each \
area, and a third column "locked" if there is one. The header line may be missing; then the first \
column is the area and the second the territory.

Ids are compared as texts, so that 01067 stays 01067; only where the layer has numbers, zeros in \
front do not matter. What only the file or only the layer has is counted and listed, and nothing \
is ever joined by the order of lines. An area with two different territories is refused.

The result is the start of “Balance territories” or “Plan territories” with the field \
"territory", and what they lock with the expression "locked" = 1. A table of an Excel file is \
saved as CSV (UTF-8) first.""")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        AlignmentParameters.add_to(self)
        self.add_number_outputs(
            TERRITORY_COUNT=tr("Number of territories"),
            MATCHED=tr("Areas that got a territory"),
            UNASSIGNED=tr("Areas without a territory"),
            UNMATCHED=tr("Ids of the file that no area has"),
            LOCKED_COUNT=tr("Locked areas"),
        )

    def calculate(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        aligned = collect(ParameterReader(self, parameters, context, feedback))
        tell(aligned, feedback)
        results = write_layers(
            self,
            parameters,
            context,
            aligned.units.space.crs,
            [layer_of(aligned, self.known_colours)],
        )
        found = aligned.matched
        assigned = np.count_nonzero(found.labels >= 0)
        return results | {
            "TERRITORY_COUNT": len(found.names),
            "MATCHED": assigned,
            "UNASSIGNED": len(found.labels) - assigned,
            "UNMATCHED": len(found.unknown),
            "LOCKED_COUNT": 0 if found.locked is None else np.count_nonzero(found.locked),
        }


def layer_of(aligned: AlignedAreas, known_colours: Mapping[str, str]) -> OutputLayer:
    """The areas in the colours of their territories."""
    units, found = aligned.units, aligned.matched
    names = TerritoryNames(tuple(found.names), text_field(TERRITORY_FIELD))
    extra = [] if found.locked is None else [integer_field(LOCKED_FIELD)]
    columns = [] if found.locked is None else [found.locked.astype(int)]
    schema = AssignmentSchema.create(units.fields, names.field, extra)
    areas = Areas.alike(units.ids, units.positions, units.metric)
    weights = areas.weights
    plan = Plan(areas, found.labels, names.values, equal_targets(weights, len(names)))
    return OutputLayer(
        AlignmentParameters.OUTPUT,
        schema.fields,
        units.geometry_type,
        lambda: assigned_features(units, schema, names, found.labels, columns),
        TerritoryColours.of_plan(names, plan).keeping(known_colours).areas,
    )


def tell(aligned: AlignedAreas, feedback: QgsProcessingFeedback) -> None:
    """Say what only one of the two has."""
    found = aligned.matched
    if found.unknown:
        feedback.pushWarning(
            counted(
                len(found.unknown),
                "{count} id of the file is no area of INPUT: {ids}.",
                "{count} ids of the file are no areas of INPUT: {ids}.",
                ids=name_some(found.unknown),
            )
        )
    missing = [aligned.units.ids[i] for i in found.missing.tolist()]
    if missing:
        feedback.pushWarning(
            counted(
                len(missing),
                "{count} area is not in the file and gets no territory: {ids}.",
                "{count} areas are not in the file and get no territory: {ids}.",
                ids=name_some(missing),
            )
        )
