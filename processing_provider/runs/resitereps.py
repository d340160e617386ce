"""territory:resitereps: the best home inside each territory, after balancing."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import Qgis

from ...core.plan.resiting import Resited
from ..common.feedback import FeedbackProgress
from ..common.fields import TERRITORY_FIELD
from ..inputs.site.resite_case import collect
from ..inputs.site.resite_parameters import ResiteParameters
from ..outputs.looks.styles import TerritoryColours
from ..outputs.plans.homes import HomesTable, VisitedHomes
from ..outputs.writing.output_layer import OutputLayer
from ..outputs.writing.sinks import write_layers
from .run import Run


def carry_out(run: Run) -> dict[str, Any]:
    """Collect, solve, write: the outputs by id."""
    collected = collect(run)
    plan = collected.plan
    resited = Resited.of(
        plan,
        collected.before,
        collected.trips,
        None if plan.homes is None else np.zeros(plan.territory_count, dtype=bool),
        collected.candidates,
        FeedbackProgress(run.feedback).part(0.0, 0.9),
    )
    outcome = VisitedHomes(
        HomesTable(collected.units, collected.names, resited, collected.area_names),
        before_is_nearest=collected.before_is_nearest,
    )
    outcome.tell(run.feedback)
    colours = TerritoryColours.around_homes(
        collected.names, plan.areas.metric.to_plane(plan.some_positions())
    ).keeping(run.known_colours)
    layer = OutputLayer(
        ResiteParameters.OUTPUT,
        outcome.fields,
        Qgis.WkbType.Point,
        outcome.features,
        lambda layer: colours.labelled_representatives(layer, TERRITORY_FIELD),
        1,
    )
    results = write_layers(
        run, collected.units.space.crs, [layer], progress=FeedbackProgress(run.feedback)
    )
    return results | outcome.numbers()
