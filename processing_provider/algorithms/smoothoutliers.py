"""territory:smoothoutliers: nearest-neighbour check and clean-up of an assignment."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterField,
)

from ...core.customers.neighbours import smooth_outliers
from ...core.customers.new_customers import hold_out_accuracy
from ...core.customers.rules import limits_of_plan
from ...core.texts import Figure, Text
from ..common.feedback import FeedbackProgress
from ..common.fields import TERRITORY_FIELD
from ..common.texts import tr, translatable, worded
from ..inputs.customers.layer import read_customers, read_portfolios
from ..inputs.customers.limits import LimitParameters
from ..inputs.customers.smoothing_case import SmoothingCase, warn_of_broken
from ..inputs.parameters import (
    explained,
    label_of,
    number,
    output_layer,
    places_source,
    seed,
    whole_number,
)
from ..outputs.customers.smoothed import smoothed_layer
from ..outputs.writing.sinks import write_layers
from .base import TerritoryAlgorithm


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
neighbours agree (leave-one-out), before anybody moves; ACCURACY_AFTER_PCT the same afterwards; \
TEST_ACCURACY_PCT the share whose territory is foretold when a share of them is kept apart."""
    )

    INPUT = "INPUT"
    TERRITORY_FIELD = "TERRITORY_FIELD"
    NEIGHBORS = "NEIGHBORS"
    TEST_SHARE = "TEST_SHARE"
    SEED = "SEED"
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
        self.add_advanced(
            explained(
                number(
                    self.TEST_SHARE, tr("Share of customers kept apart for a test (%)"), most=99
                ),
                tr(
                    "This share is drawn at random, and the others say where it belongs; 30 tests "
                    "with 30 % what 70 % have learned. Empty or 0: no test."
                ),
            ),
            seed(),
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
            TEST_ACCURACY_PCT=tr("Customers of the test whose territory was foretold (%)"),
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
        case = self._case(parameters, context, feedback)
        plan = case.portfolios.plan
        smoothed = smooth_outliers(
            plan.areas.metric.to_space(plan.areas.positions),
            plan.labels,
            case.neighbours,
            limits=case.limits,
            progress=FeedbackProgress(feedback),
        )
        found, moved = int(smoothed.outlier.sum()), int(smoothed.moved.sum())
        feedback.pushInfo(
            worded(
                Text.of(
                    "Outliers: {found}, moved: {moved}; neighbours agree with {before} % before "
                    "and {after} % after.",
                    found=found,
                    moved=moved,
                    before=Figure(100.0 * smoothed.before.accuracy, ".1f"),
                    after=Figure(100.0 * smoothed.after.accuracy, ".1f"),
                )
            )
        )
        tested = self._tested(parameters, context, feedback, case)
        layer = smoothed_layer(
            case, smoothed, self.OUTPUT, case.units.geometry_type, self.known_colours
        )
        return write_layers(self, parameters, context, self.source_crs(self.INPUT), [layer]) | {
            "ACCURACY_PCT": 100.0 * smoothed.before.accuracy,
            "ACCURACY_AFTER_PCT": 100.0 * smoothed.after.accuracy,
            "TEST_ACCURACY_PCT": tested,
            "OUTLIERS": found,
            "MOVED": moved,
            "STATUS": smoothed.status,
        }

    def _tested(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        case: SmoothingCase,
    ) -> float | None:
        """Accuracy in percent for customers that were kept apart; None without a test."""
        plan = case.portfolios.plan
        share = self.parameterAsDouble(parameters, self.TEST_SHARE, context) / 100.0
        if share <= 0.0:
            return None
        seed_number = self.parameterAsInt(parameters, self.SEED, context)
        result = hold_out_accuracy(
            plan.areas.metric.to_space(plan.areas.positions),
            plan.labels,
            share,
            case.neighbours,
            np.random.default_rng(seed_number),
        )
        accuracy = 100.0 * result.accuracy
        feedback.pushInfo(
            worded(
                Text.of(
                    "Test: the territory of {accuracy} % of {tested} customers was foretold.",
                    accuracy=Figure(accuracy, ".1f"),
                    tested=result.tested,
                )
            )
        )
        return accuracy

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
            labels=dict.fromkeys(
                LimitParameters.attributes(rows), label_of(self, LimitParameters.LIMITS)
            ),
        )
        field_name = self.parameterAsString(parameters, self.TERRITORY_FIELD, context)
        portfolios = read_portfolios(units, field_name, self.TERRITORY_FIELD)
        weights = dict(zip(units.weight_fields, units.weights.T))
        limits = limits_of_plan(
            LimitParameters.limits(rows), weights, portfolios.plan.labels, len(portfolios)
        )
        warn_of_broken(limits, portfolios, feedback)
        return SmoothingCase(
            units,
            portfolios,
            field_name,
            limits,
            self.parameterAsInt(parameters, self.NEIGHBORS, context),
        )
