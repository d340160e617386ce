"""territory:assignnew: the territory of new customers, from an existing assignment."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from qgis.core import QgsProcessingFeedback

from ...core.arrays import FloatArray, IntArray
from ...core.customers.new_customers import assign_new, vote_of_areas
from ...core.errors import name_some
from ..common.feedback import FeedbackProgress
from ..common.fields import number_field
from ..common.texts import counted
from ..inputs.customers.new_customer_case import NewCustomersCase, collect
from ..inputs.customers.new_customer_parameters import NewCustomerParameters
from ..inputs.layers.polygons_around import polygons_around
from ..outputs.looks.customer_styles import customer_colours, customers_style
from ..outputs.writing.fields import AssignmentSchema, assigned_features
from ..outputs.writing.output_layer import OutputLayer
from ..outputs.writing.sinks import write_layers
from .run import Run


def carry_out(run: Run) -> dict[str, Any]:
    """Collect, solve, write: the outputs by id."""
    case = collect(run)
    labels, confidence = _assigned(case, run.feedback)
    outside = np.flatnonzero(confidence == 0.0)
    if len(outside):
        run.feedback.pushWarning(
            counted(
                len(outside),
                "{count} customer is outside every polygon and gets the nearest one, with "
                "confidence 0 (id {names}).",
                "{count} customers are outside every polygon and get the nearest one, with "
                "confidence 0 (ids {names}).",
                names=name_some([case.units.ids[i] for i in outside]),
            )
        )
    layer = _layer(case, labels, confidence, run.known_colours)
    progress = FeedbackProgress(run.feedback)
    return write_layers(run, case.units.space.crs, [layer], progress=progress) | {
        "MEAN_CONFIDENCE_PCT": 100.0 * float(np.mean(confidence)),
        "OUTSIDE": len(outside),
    }


def _assigned(
    case: NewCustomersCase, feedback: QgsProcessingFeedback
) -> tuple[IntArray, FloatArray]:
    """Territory (n,) of each new customer, and how sure it is (0 to 1)."""
    labels = case.portfolios.plan.labels
    if not case.by_polygons:
        points = case.units.metric.to_space(case.units.positions)
        return assign_new(points, case.places, labels, case.neighbours)
    space = case.reference.space
    coordinates = space.map_coordinates(
        space.positions(case.units.coordinates, case.units.space.crs, case.units.layer_name)
    )
    asked = np.flatnonzero(labels >= 0)
    holders, nearest = polygons_around(case.reference.polygons, asked, coordinates, feedback)
    chosen, confidence = vote_of_areas(labels, holders)
    return np.where(chosen >= 0, chosen, labels[nearest]), confidence


def _layer(
    case: NewCustomersCase,
    labels: IntArray,
    confidence: FloatArray,
    known_colours: Mapping[str, str],
) -> OutputLayer:
    """The new customers in the colours of the reference, as if they were in it."""
    names = case.portfolios.names
    schema = AssignmentSchema.create(
        case.units.fields, names.field, [number_field("confidence_pct")]
    )
    colours = customer_colours(case.reference, names, case.portfolios.plan.labels)
    colours = colours.keeping(known_colours)
    return OutputLayer(
        NewCustomerParameters.OUTPUT,
        schema.fields,
        case.units.geometry_type,
        lambda: assigned_features(case.units, schema, names, labels, [100.0 * confidence]),
        customers_style(colours),
    )
