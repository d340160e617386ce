"""territory:nearestrep: every area goes to the representative who reaches it first."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import QgsProcessingFeedback

from ...core.errors import name_some
from ...core.plan.plan import Plan
from ..common.feedback import FeedbackProgress
from ..common.texts import counted
from ..inputs.balance.nearest_case import Collected, collect
from ..inputs.balance.nearest_parameters import NearestParameters
from ..outputs.looks.styles import TerritoryColours
from ..outputs.plans.territories import TerritoryTable
from ..outputs.plans.trip_fields import mean_columns, number_fields, trip_columns
from ..outputs.writing.fields import AssignmentSchema, assigned_features
from ..outputs.writing.output_layer import OutputLayer
from ..outputs.writing.sinks import write_layers
from .run import Run


def carry_out(run: Run) -> dict[str, Any]:
    """Collect, solve, write: the outputs by id."""
    collected = collect(run)
    FeedbackProgress(run.feedback).stop_if_cancelled()
    plan = collected.nearest_plan()
    _warn(collected, plan, run.feedback)
    return _write(run, collected, plan)


def _write(run: Run, collected: Collected, plan: Plan) -> dict[str, Any]:
    units, names = collected.units, collected.names
    trips = trip_columns(plan)
    schema = AssignmentSchema.create(units.fields, names.field, number_fields(trips))
    table = TerritoryTable(units, names, run.context, mean_columns(plan))
    colours = TerritoryColours.create(names, plan.labels, plan.areas.graph)
    colours = colours.keeping(run.known_colours)
    layers = (
        OutputLayer(
            NearestParameters.OUTPUT,
            schema.fields,
            units.geometry_type,
            lambda: assigned_features(units, schema, names, plan.labels, list(trips.values())),
            colours.areas,
            0,
        ),
        OutputLayer(
            NearestParameters.TERRITORIES,
            table.fields,
            table.geometry_type,
            lambda: table.features(plan.labels, plan.statistics, run.feedback),
            colours.territories,
            1,
        ),
    )
    results = write_layers(
        run, units.space.crs, layers, plan.territory_count, FeedbackProgress(run.feedback)
    )
    numbers = {
        "TERRITORY_COUNT": int(np.count_nonzero(plan.statistics.area_count)),
        "MAX_DEVIATION_PCT": plan.statistics.max_deviation_pct,
        "MEAN_DISTANCE_M": plan.statistics.overall_mean_distance_m,
    }
    if plan.overall_mean_trip_s is not None:
        numbers["MEAN_TIME_S"] = plan.overall_mean_trip_s
    return results | numbers


def _warn(collected: Collected, plan: Plan, feedback: QgsProcessingFeedback) -> None:
    torn = collected.names.shown_of(np.flatnonzero(plan.statistics.parts > 1))
    if torn and collected.start is not None:
        feedback.pushWarning(
            counted(
                len(torn),
                "{count} territory is not connected ({names}): some areas lie in regions "
                "without a representative that nothing connects to the others. Switch on "
                "“Join islands to their nearest neighbour” (BRIDGE), or draw edges in “Edited "
                "adjacency layer” (ADJACENCY).",
                "{count} territories are not connected ({names}): some areas lie in regions "
                "without a representative that nothing connects to the others. Switch on "
                "“Join islands to their nearest neighbour” (BRIDGE), or draw edges in “Edited "
                "adjacency layer” (ADJACENCY).",
                names=name_some(torn),
            )
        )
    unreached = [collected.called[i] for i in np.flatnonzero(plan.labels < 0)]
    if unreached:
        feedback.pushWarning(
            counted(
                len(unreached),
                "{count} area is reached by no representative ({ids}).",
                "{count} areas are reached by no representative ({ids}).",
                ids=name_some(unreached),
            )
        )
    empty = collected.names.shown_of(np.flatnonzero(plan.statistics.area_count == 0))
    if empty:
        feedback.pushWarning(
            counted(
                len(empty),
                "{count} representative is nearest to no area and gets an empty territory: "
                "{names}.",
                "{count} representatives are nearest to no area and get an empty territory: "
                "{names}.",
                names=name_some(empty),
            )
        )
