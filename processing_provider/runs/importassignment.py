"""territory:importassignment: who serves which area, from a file that other programs wrote."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from qgis.core import QgsProcessingFeedback

from ...core.balance.problem import equal_targets
from ...core.errors import name_some
from ...core.plan.areas import Areas
from ...core.plan.plan import Plan
from ..common.feedback import FeedbackProgress
from ..common.fields import TERRITORY_FIELD, TerritoryNames, integer_field, text_field
from ..common.texts import counted
from ..inputs.prepare.alignment import AlignedAreas, collect
from ..inputs.prepare.parameters import AlignmentParameters
from ..outputs.looks.styles import TerritoryColours
from ..outputs.writing.fields import AssignmentSchema, assigned_features
from ..outputs.writing.output_layer import OutputLayer
from ..outputs.writing.sinks import write_layers
from .run import Run


def carry_out(run: Run) -> dict[str, Any]:
    """Collect, solve, write: the outputs by id."""
    aligned = collect(run)
    tell(aligned, run.feedback)
    layer, progress = layer_of(aligned, run.known_colours), FeedbackProgress(run.feedback)
    results = write_layers(run, aligned.units.space.crs, [layer], progress=progress)
    found = aligned.matched
    assigned = np.count_nonzero(found.labels >= 0)
    return results | {
        "TERRITORY_COUNT": len(found.names),
        "MATCHED": assigned,
        "UNASSIGNED": len(found.labels) - assigned,
        "UNMATCHED": len(found.unknown),
        "LOCKED_COUNT": 0 if found.locked is None else np.count_nonzero(found.locked),
    }


LOCKED_FIELD = "locked"


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
                "{count} id of the file is no area of {layer}: {ids}.",
                "{count} ids of the file are no areas of {layer}: {ids}.",
                layer=aligned.units.layer_name,
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
