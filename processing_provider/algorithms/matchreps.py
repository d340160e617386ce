"""territory:matchreps: clusters to current representatives, so that most customers keep theirs."""

from __future__ import annotations

from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterMatrix,
)

from ...core.customers.matching import Matching, match_clusters
from ...core.texts import Figure, Text
from ..common.texts import counted, tr, translatable, worded
from ..inputs.customers.layer import read_customers, read_portfolios
from ..inputs.customers.limits import matrix_cells
from ..inputs.customers.match_case import MatchCase, read_excluded
from ..inputs.parameters import explained, label_of, output_layer, weight_field
from ..outputs.customers.matches import match_layers
from ..outputs.writing.sinks import write_layers
from .base import TerritoryAlgorithm


class MatchRepresentativesAlgorithm(TerritoryAlgorithm):
    """Optimal one-to-one match of clusters and representatives."""

    NAME = "matchreps"
    TITLE = translatable("Match clusters to representatives")
    GROUP = translatable("Customers")
    SUMMARY = translatable(
        "Gives clusters to current representatives so that most customers keep theirs."
    )
    TAGS = (
        translatable("hungarian"),
        translatable("assignment"),
        translatable("handover"),
        translatable("rename"),
        translatable("retention"),
        translatable("portfolio"),
    )
    HELP = translatable(
        """Clusters from a new plan carry numbers; this gives each of them to one of the current \
representatives so that as many customers as possible (or as much weight, with a weight field) \
keep theirs. The match is the best of all one-to-one matches, not one cluster after the other.

“Customers by representative” holds the representative in the field "territory" (type of the \
current representative). If there are more clusters than representatives, the clusters left over \
get new names: further numbers, or "new 1", "new 2". If there are fewer, some representatives are \
left without a cluster. Who has left can be named and gets no cluster.

“Matches” is the table old → new: a row per cluster, and one per representative without a \
cluster, with the customers and the weight that stay. RETAINED_PCT is the share that keeps its \
representative, of all that have one now who has not left; it is NULL where nobody has."""
    )

    INPUT = "INPUT"
    CLUSTER_FIELD = "CLUSTER_FIELD"
    CURRENT_FIELD = "CURRENT_FIELD"
    WEIGHT_FIELD = "WEIGHT_FIELD"
    EXCLUDE = "EXCLUDE"
    OUTPUT = "OUTPUT"
    MATCHES = "MATCHES"
    CENTERS = "CENTERS"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(
            explained(
                QgsProcessingParameterFeatureSource(
                    self.INPUT, tr("Customers"), [Qgis.ProcessingSourceType.VectorAnyGeometry]
                ),
                tr("Customers with their new cluster and their current representative."),
            )
        )
        self.addParameter(
            explained(
                self._field(self.CLUSTER_FIELD, tr("New cluster")),
                tr("Cluster of the new plan; NULL and empty text: none."),
            )
        )
        self.addParameter(
            explained(
                self._field(self.CURRENT_FIELD, tr("Current representative of a customer")),
                tr("Who serves the customer now; NULL and empty text: nobody."),
            )
        )
        self.addParameter(
            explained(
                weight_field(tr("Weight (each customer counts 1 if empty)")),
                tr("What is to stay with its representative, such as revenue; 0 or more."),
            )
        )
        self.add_advanced(
            explained(
                QgsProcessingParameterMatrix(
                    self.EXCLUDE,
                    tr("Representatives who have left"),
                    numberRows=1,
                    headers=[tr("representative")],
                    optional=True,
                ),
                tr("They get no cluster; their customers are free for anybody."),
            )
        )
        kinds = Qgis.ProcessingSourceType
        self.addParameter(
            explained(
                output_layer(
                    self.OUTPUT,
                    tr("Customers by representative"),
                    kinds.VectorAnyGeometry,
                    optional=False,
                ),
                tr("The customers with their new representative in the field territory."),
            )
        )
        self.addParameter(
            explained(
                output_layer(self.MATCHES, tr("Matches"), kinds.Vector),
                tr("One row per cluster and per representative without one."),
            )
        )
        self.addParameter(
            explained(
                output_layer(self.CENTERS, tr("Centres"), kinds.VectorPoint, by_default=False),
                tr("One point per cluster, the mean of its customers, with its new name."),
            )
        )
        self.add_number_outputs(
            RETAINED_PCT=tr("Customers or weight that keep their representative (%)"),
            NEW_COUNT=tr("Clusters without a current representative"),
            LEFT_COUNT=tr("Representatives without a cluster"),
        )

    def _field(self, name: str, text: str) -> QgsProcessingParameterField:
        return QgsProcessingParameterField(name, text, parentLayerParameterName=self.INPUT)

    def calculate(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        case = self._case(parameters, context, feedback)
        match = match_clusters(
            case.clusters.plan.labels,
            case.staying,
            len(case.clusters),
            len(case.stays),
            case.weights,
        )
        _tell(case, match, feedback)
        outputs = (self.OUTPUT, self.MATCHES, self.CENTERS)
        layers = match_layers(case, match, case.units.geometry_type, outputs, self.known_colours)
        share = match.retained_share
        return write_layers(self, parameters, context, self.source_crs(self.INPUT), layers) | {
            "RETAINED_PCT": None if share is None else 100.0 * share,
            "NEW_COUNT": match.new_count,
            "LEFT_COUNT": match.left_count,
        }

    def _case(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> MatchCase:
        weight = self.parameterAsString(parameters, self.WEIGHT_FIELD, context)
        units = read_customers(
            self.required_source(parameters, self.INPUT, context),
            context,
            feedback,
            weight_fields=[weight] if weight else [],
            labels={weight: label_of(self, self.WEIGHT_FIELD)},
        )
        clusters, current = (
            read_portfolios(units, self.parameterAsString(parameters, name, context), name)
            for name in (self.CLUSTER_FIELD, self.CURRENT_FIELD)
        )
        weights = units.weights[:, 0] if weight else np.ones(len(units))
        cells = matrix_cells(self, parameters, self.EXCLUDE, context)
        left = read_excluded(cells, current, self.EXCLUDE)
        return MatchCase(units, clusters, current, weights, left)


def _tell(case: MatchCase, match: Matching, feedback: QgsProcessingFeedback) -> None:
    if match.retained_share is not None:
        feedback.pushInfo(
            worded(
                Text.of(
                    "{clusters} clusters, {representatives} representatives; {retained} % keep "
                    "their representative.",
                    clusters=len(case.clusters),
                    representatives=len(case.stays),
                    retained=Figure(100.0 * match.retained_share, ".1f"),
                )
            )
        )
    if match.new_count:
        feedback.pushWarning(
            counted(
                match.new_count,
                "{count} cluster has no current representative and gets a new name.",
                "{count} clusters have no current representative and get new names.",
            )
        )
    if match.left_count:
        feedback.pushWarning(
            counted(
                match.left_count,
                "{count} representative gets no cluster.",
                "{count} representatives get no cluster.",
            )
        )
