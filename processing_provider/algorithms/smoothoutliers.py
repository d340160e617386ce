"""territory:smoothoutliers: nearest-neighbour check and clean-up of an assignment."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsField,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterField,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.assignment import Limit
from ...core.customers import Smoothed, smooth_outliers
from ...core.customers.rules import limits_of_plan
from ...core.errors import name_some
from ..feedback import FeedbackProgress
from ..fields import BEFORE_FIELD, TERRITORY_FIELD, like_field
from ..inputs.customers import Portfolios, read_customers, read_portfolios
from ..inputs.limits import LimitParameters
from ..inputs.parameters import explained, output_layer, places_source, whole_number
from ..inputs.units import SpatialUnits
from ..outputs.customer_styles import OUTLIER_FIELD, customer_colours, customers_style
from ..outputs.fields import AssignmentSchema, assigned_features
from ..outputs.sinks import OutputLayer, refuse_unwritable_outputs, write_layers
from ..texts import counted, tr, translatable
from .base import TerritoryAlgorithm


@dataclass(frozen=True)
class SmoothingCase:
    """Customers with a territory, the field it stands in, and limits that must hold."""

    units: SpatialUnits
    portfolios: Portfolios
    field_name: str
    limits: Sequence[Limit]
    neighbours: int


class SmoothOutliersAlgorithm(TerritoryAlgorithm):
    """k-nearest-neighbour check with leave-one-out accuracy."""

    NAME = "smoothoutliers"
    TITLE = translatable("Smooth outliers")
    GROUP = translatable("Customers")
    SUMMARY = translatable(
        "Finds customers among those of another territory and moves them where it is allowed."
    )
    TAGS = (
        translatable("knn"),
        translatable("nearest neighbours"),
        translatable("clean up"),
        translatable("exclave"),
        translatable("outlier"),
        translatable("accuracy"),
    )
    HELP = translatable(
        """Asks the nearest neighbours of every customer: if most of them are in another \
territory, the customer is an outlier. Outliers move to that territory unless a limit would \
break; where a move alone would, two outliers may be exchanged. The surest ones move first, and \
nobody moves twice.

Limits on sums per territory have one row per attribute. Limits that are broken already are never \
broken further.

“Customers after the clean-up” holds the new "territory", the one before in "territory_before", \
and the flag "outlier" for all that were found, moved or not. On the map they have a black \
outline; the map tip says "old → new". ACCURACY_PCT is the share of the customers with whom their \
neighbours agree (leave-one-out), before anybody moves; ACCURACY_AFTER_PCT the same afterwards."""
    )

    INPUT = "INPUT"
    TERRITORY_FIELD = "TERRITORY_FIELD"
    NEIGHBORS = "NEIGHBORS"
    OUTPUT = "OUTPUT"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(
            explained(
                places_source(self.INPUT, tr("Customers")),
                tr("Points, or polygons, whose centroids count."),
            )
        )
        self.addParameter(
            explained(
                QgsProcessingParameterField(
                    self.TERRITORY_FIELD,
                    tr("Territory"),
                    defaultValue=TERRITORY_FIELD,
                    parentLayerParameterName=self.INPUT,
                ),
                tr("Whose customer it is. NULL and empty text: nobody's; such customers stay so."),
            )
        )
        self.addParameter(
            explained(
                whole_number(self.NEIGHBORS, tr("Number of neighbours"), 5),
                tr("How many nearest customers say to which territory a customer should belong."),
            )
        )
        LimitParameters.add_to(
            self,
            tr("Limits on sums per territory"),
            tr(
                "No move breaks them. One row per attribute: a numeric field of the customers, or "
                "* for their number, and the minimum and maximum of its sum in each territory. A "
                "bound is a number or a share of the total like 30%; an empty cell is no limit."
            ),
        )
        self.addParameter(
            explained(
                output_layer(
                    self.OUTPUT,
                    tr("Customers after the clean-up"),
                    Qgis.ProcessingSourceType.VectorAnyGeometry,
                    optional=False,
                ),
                tr("Fields: territory, territory_before, outlier."),
            )
        )
        self.add_number_outputs(
            ACCURACY_PCT=tr("Customers with whom their neighbours agree, before (%)"),
            ACCURACY_AFTER_PCT=tr("Customers with whom their neighbours agree, after (%)"),
            OUTLIERS=tr("Number of outliers found"),
            MOVED=tr("Number of customers whose territory changed"),
        )
        self.addOutput(QgsProcessingOutputString("STATUS", tr("How the clean-up ended")))

    def calculate(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        refuse_unwritable_outputs(self, parameters)
        case = self._case(parameters, context, feedback)
        plan = case.portfolios.plan
        smoothed = smooth_outliers(
            plan.areas.points,
            plan.labels,
            case.neighbours,
            limits=case.limits,
            progress=FeedbackProgress(feedback),
        )
        found, moved = int(smoothed.outlier.sum()), int(smoothed.moved.sum())
        feedback.pushInfo(
            tr(
                "Outliers: {found}, moved: {moved}; neighbours agree with {before} % before and "
                "{after} % after."
            ).format(
                found=found,
                moved=moved,
                before=f"{100.0 * smoothed.before.accuracy:.1f}",
                after=f"{100.0 * smoothed.after.accuracy:.1f}",
            )
        )
        layer = _layer(case, smoothed, self.OUTPUT, self.geometry_type(self.INPUT))
        return write_layers(self, parameters, context, self.source_crs(self.INPUT), [layer]) | {
            "ACCURACY_PCT": 100.0 * smoothed.before.accuracy,
            "ACCURACY_AFTER_PCT": 100.0 * smoothed.after.accuracy,
            "OUTLIERS": found,
            "MOVED": moved,
            "STATUS": smoothed.status,
        }

    def _case(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> SmoothingCase:
        rows = LimitParameters.rows(self, parameters, context)
        units = read_customers(
            self.required_source(parameters, self.INPUT, context),
            context,
            feedback,
            weight_fields=LimitParameters.attributes(rows),
        )
        field_name = self.parameterAsString(parameters, self.TERRITORY_FIELD, context)
        portfolios = read_portfolios(units, field_name, self.TERRITORY_FIELD)
        weights = dict(zip(units.weight_fields, units.weights.T))
        limits = limits_of_plan(
            LimitParameters.limits(rows), weights, portfolios.plan.labels, len(portfolios)
        )
        _warn_of_broken(limits, portfolios, feedback)
        return SmoothingCase(
            units,
            portfolios,
            field_name,
            limits,
            self.parameterAsInt(parameters, self.NEIGHBORS, context),
        )


def _warn_of_broken(
    limits: Sequence[Limit], portfolios: Portfolios, feedback: QgsProcessingFeedback
) -> None:
    for limit in limits:
        broken = np.flatnonzero(limit.breaches(portfolios.plan.labels) != 0.0)
        if len(broken):
            feedback.pushWarning(
                counted(
                    len(broken),
                    "The limit on '{name}' is broken already in {count} territory ({names}); no "
                    "move makes it worse.",
                    "The limit on '{name}' is broken already in {count} territories ({names}); no "
                    "move makes it worse.",
                    name=limit.name,
                    names=name_some([portfolios.names.of(int(j)) for j in broken]),
                )
            )


def _layer(
    case: SmoothingCase, smoothed: Smoothed, output: str, geometry_type: Qgis.WkbType
) -> OutputLayer:
    """The customers after the clean-up, styled as before it, so that both can be compared."""
    units, names = case.units, case.portfolios.names
    extra = [QgsField(OUTLIER_FIELD, QMetaType.Type.Bool)]
    columns = [smoothed.outlier]
    before = case.portfolios.plan.labels
    if TERRITORY_FIELD not in [name.lower() for name in units.fields.names()]:
        extra.insert(0, like_field(BEFORE_FIELD, names.field))
        values = np.empty(len(units), dtype=object)
        values[:] = [names.of(label) for label in before.tolist()]
        columns.insert(0, values)
    schema = AssignmentSchema.create(units.fields, names.field, extra)
    old = BEFORE_FIELD if case.field_name.lower() == TERRITORY_FIELD else case.field_name
    return OutputLayer(
        output,
        schema.fields,
        geometry_type,
        lambda: assigned_features(units, schema, names, smoothed.labels, columns),
        customers_style(customer_colours(units, names, before), old),
    )
