"""territory:smoothoutliers: nearest-neighbour check and clean-up of an assignment."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsField,
    QgsProcessingOutputString,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.assignment import Limit, count_limit
from ...core.customers import smooth_outliers
from ...core.errors import InvalidInput, name_some
from ..feedback import FeedbackProgress
from ..fields import BEFORE_FIELD, TERRITORY_FIELD, like_field
from ..inputs.customers import Portfolios, read_customers, read_portfolios
from ..inputs.limits import LimitParameters
from ..inputs.units import SpatialUnits
from ..outputs.customer_styles import OUTLIER_FIELD, customer_colours, customers_style
from ..outputs.fields import AssignmentSchema, assigned_features
from ..outputs.sinks import OutputLayer, refuse_unwritable_outputs, write_layers
from ..texts import tr
from .base import TerritoryAlgorithm


class SmoothOutliersAlgorithm(TerritoryAlgorithm):
    """k-nearest-neighbour check with leave-one-out accuracy."""

    NAME = "smoothoutliers"
    TITLE = "Smooth outliers"
    GROUP = "Customers"
    SUMMARY = "Finds customers among those of another territory and moves them where it is allowed."
    TAGS = ("knn", "nearest neighbours", "clean up", "exclave", "outlier", "accuracy")
    HELP = """Asks the nearest neighbours of every customer: if most of them are in another \
territory, the customer is an outlier. Outliers move to that territory unless a limit would \
break; where a move alone would, two outliers may be exchanged. The surest ones move first, and \
nobody moves twice.

LIMITS has a row per attribute: its sum in every territory is at least and at most so much (a \
number, or a share of the total like 30%; an empty cell is no limit). The attribute * stands for \
the number of customers. Limits that are broken already are never broken further.

OUTPUT holds the new "territory", the one before in "territory_before", and the flag "outlier" \
for all that were found, moved or not. On the map they have a black outline; the map tip says \
"old → new". ACCURACY_PCT is the share of the customers with whom their neighbours agree \
(leave-one-out), before anybody moves; ACCURACY_AFTER_PCT the same afterwards."""

    INPUT = "INPUT"
    TERRITORY_FIELD = "TERRITORY_FIELD"
    NEIGHBORS = "NEIGHBORS"
    OUTPUT = "OUTPUT"

    def initAlgorithm(self, configuration=None):
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.INPUT,
                tr("Customers"),
                [Qgis.ProcessingSourceType.VectorPoint, Qgis.ProcessingSourceType.VectorPolygon],
            )
        )
        self.addParameter(
            QgsProcessingParameterField(
                self.TERRITORY_FIELD,
                tr("Territory"),
                defaultValue=TERRITORY_FIELD,
                parentLayerParameterName=self.INPUT,
            )
        )
        self.addParameter(
            QgsProcessingParameterNumber(
                self.NEIGHBORS,
                tr("Neighbours that are asked"),
                Qgis.ProcessingNumberParameterType.Integer,
                defaultValue=5,
                minValue=1,
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
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Customers after the clean-up"))
        )
        self.add_number_outputs(
            ACCURACY_PCT=tr("Customers with whom their neighbours agree, before (%)"),
            ACCURACY_AFTER_PCT=tr("Customers with whom their neighbours agree, after (%)"),
            OUTLIERS=tr("Outliers found"),
            MOVED=tr("Customers whose territory changed"),
        )
        self.addOutput(QgsProcessingOutputString("STATUS", tr("How the clean-up ended")))

    def calculate(self, parameters, context, feedback):
        refuse_unwritable_outputs(self, parameters)
        source = self.required_source(parameters, self.INPUT, context)
        rows = LimitParameters.rows(self, parameters, context)
        units = read_customers(
            source, context, feedback, weight_fields=LimitParameters.attributes(rows)
        )
        field_name = self.parameterAsString(parameters, self.TERRITORY_FIELD, context)
        plan = read_portfolios(units, field_name, self.TERRITORY_FIELD)
        limits = _limits(units, plan, rows)
        _warn_of_broken(limits, plan, feedback)
        smoothed = smooth_outliers(
            units.points,
            plan.labels,
            self.parameterAsInt(parameters, self.NEIGHBORS, context),
            limits=limits,
            progress=FeedbackProgress(feedback),
        )
        found, moved = int(smoothed.outlier.sum()), int(smoothed.moved.sum())
        feedback.pushInfo(
            tr(
                "{found} outlier(s), {moved} customer(s) moved; neighbours agree with "
                "{before:.1f} % before and {after:.1f} % after."
            ).format(
                found=found,
                moved=moved,
                before=100.0 * smoothed.before.accuracy,
                after=100.0 * smoothed.after.accuracy,
            )
        )
        return self._write(parameters, context, source, units, field_name, plan, smoothed) | {
            "ACCURACY_PCT": 100.0 * float(smoothed.before.accuracy),
            "ACCURACY_AFTER_PCT": 100.0 * float(smoothed.after.accuracy),
            "OUTLIERS": found,
            "MOVED": moved,
            "STATUS": smoothed.status,
        }

    def _write(
        self, parameters, context, source, units, field_name, plan, smoothed
    ) -> dict[str, Any]:
        extra = [QgsField(OUTLIER_FIELD, QMetaType.Type.Bool)]
        columns = [smoothed.outlier]
        names = [field.name().lower() for field in source.fields()]
        if TERRITORY_FIELD not in names:
            extra.insert(0, like_field(BEFORE_FIELD, plan.names.field))
            before = np.empty(len(units), dtype=object)
            before[:] = [plan.names.of(label) for label in plan.labels.tolist()]
            columns.insert(0, before)
        schema = AssignmentSchema.create(source.fields(), plan.names.field, extra)
        # The colours are those of the plan before, so that maps of both can be compared.
        colours = customer_colours(units, plan.names, plan.labels)
        old = BEFORE_FIELD if field_name.lower() == TERRITORY_FIELD else field_name
        layer = OutputLayer(
            self.OUTPUT,
            schema.fields,
            source.wkbType(),
            lambda: assigned_features(units, schema, plan.names, smoothed.labels, columns),
            customers_style(colours, old),
        )
        return write_layers(self, parameters, context, source.sourceCrs(), [layer])


def _limits(units: SpatialUnits, plan: Portfolios, rows: list[tuple[str, str, str]]) -> list[Limit]:
    """The limits as customers with a territory make them, and: no territory dies out."""
    assigned = plan.labels >= 0
    territories = np.arange(len(plan))
    limits = [count_limit(len(plan), 1)]
    for rule in LimitParameters.limits(rows):
        if not rule.is_bounded:
            continue
        weights = np.ones(len(units))
        if rule.attribute is not None:
            weights = units.weights[:, units.weight_fields.index(rule.attribute)]
        # A share is one of what is assigned at all.
        counted = np.where(assigned, weights, 0.0)
        limit = rule.limit(counted[assigned] if rule.attribute is None else counted, territories)
        crossed = np.flatnonzero(limit.minimum > limit.maximum)
        if len(crossed):
            raise InvalidInput(
                "LIMITS: at least {least:g} and at most {most:g} of “{name}” contradict each "
                "other.",
                least=limit.minimum[crossed[0]],
                most=limit.maximum[crossed[0]],
                name=limit.name,
            )
        limits.append(limit)
    return limits


def _warn_of_broken(limits: list[Limit], plan: Portfolios, feedback) -> None:
    for limit in limits:
        broken = np.flatnonzero(limit.breaches(plan.labels) != 0.0)
        if len(broken):
            feedback.pushWarning(
                tr(
                    "The limit on '{name}' is broken already in {count} territory(ies) "
                    "({names}); no move makes it worse."
                ).format(
                    name=limit.name,
                    count=len(broken),
                    names=name_some([plan.names.of(int(j)) for j in broken]),
                )
            )
