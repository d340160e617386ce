"""territory:matchreps: clusters to today's representatives, so that most customers keep theirs."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFields,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
)

from ...core.arrays import FloatArray, IntArray
from ...core.customers import Matching, match_clusters
from ..fields import (
    TERRITORY_FIELD,
    TerritoryNames,
    integer_field,
    like_field,
    number_field,
    text_field,
)
from ..inputs.customers import (
    Portfolios,
    newcomers,
    read_customers,
    read_portfolios,
)
from ..outputs.customer_styles import customer_colours, customers_style
from ..outputs.fields import AssignmentSchema, assigned_features, table_feature
from ..outputs.sinks import OutputLayer, refuse_unwritable_outputs, write_layers
from ..texts import tr
from .base import TerritoryAlgorithm


class MatchRepresentativesAlgorithm(TerritoryAlgorithm):
    """Optimal one-to-one match of clusters and representatives."""

    NAME = "matchreps"
    TITLE = "Match clusters to representatives"
    GROUP = "Customers"
    SUMMARY = "Gives clusters to today's representatives so that most customers keep theirs."
    TAGS = ("hungarian", "assignment", "handover", "rename", "retention", "portfolio")
    HELP = """Clusters from a new plan carry numbers; this gives each of them to one of today's \
representatives so that as many customers as possible (or as much weight, with WEIGHT_FIELD) \
keep theirs. The match is the best of all one-to-one matches, not one cluster after the other.

OUTPUT holds the representative in the field "territory" (type of CURRENT_FIELD). If there are \
more clusters than representatives, the clusters left over get new names: further numbers, or \
"new 1", "new 2". If there are fewer, some representatives are left without a cluster.

MATCHES is the table old → new: a row per cluster, and one per representative without a cluster, \
with the customers and the weight that stay. RETAINED_PCT is the share that keeps its \
representative, of all that have one today."""

    INPUT = "INPUT"
    CLUSTER_FIELD = "CLUSTER_FIELD"
    CURRENT_FIELD = "CURRENT_FIELD"
    WEIGHT_FIELD = "WEIGHT_FIELD"
    OUTPUT = "OUTPUT"
    MATCHES = "MATCHES"

    def initAlgorithm(self, configuration=None):
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.INPUT, tr("Customers"), [Qgis.ProcessingSourceType.VectorAnyGeometry]
            )
        )
        numeric = Qgis.ProcessingFieldParameterDataType.Numeric
        any_type = Qgis.ProcessingFieldParameterDataType.Any
        for name, text, kind, optional in (
            (self.CLUSTER_FIELD, "New cluster", any_type, False),
            (self.CURRENT_FIELD, "Representative of today", any_type, False),
            (self.WEIGHT_FIELD, "Weight (each customer counts 1 if not set)", numeric, True),
        ):
            self.addParameter(
                QgsProcessingParameterField(
                    name,
                    tr(text),
                    parentLayerParameterName=self.INPUT,
                    type=kind,
                    optional=optional,
                )
            )
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Customers by representative"))
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.MATCHES,
                tr("Matches"),
                Qgis.ProcessingSourceType.Vector,
                optional=True,
                createByDefault=True,
            )
        )
        self.add_number_outputs(
            RETAINED_PCT=tr("Customers or weight that keep their representative (%)"),
            NEW_COUNT=tr("Clusters without a representative of today"),
            LEFT_COUNT=tr("Representatives without a cluster"),
        )

    def calculate(self, parameters, context, feedback):
        refuse_unwritable_outputs(self, parameters)
        source = self.required_source(parameters, self.INPUT, context)
        weight_field = self.parameterAsString(parameters, self.WEIGHT_FIELD, context)
        units = read_customers(
            source, context, feedback, weight_fields=[weight_field] if weight_field else []
        )
        clusters, current = (
            read_portfolios(units, self.parameterAsString(parameters, name, context), name)
            for name in (self.CLUSTER_FIELD, self.CURRENT_FIELD)
        )
        weights = units.weights[:, 0] if weight_field else np.ones(len(units))
        match = match_clusters(
            clusters.labels, current.labels, len(clusters), len(current), weights
        )
        names = _names(match, current)
        # The last entry is for customers without a cluster.
        labels = np.append(_label_of_cluster(match), -1)[clusters.labels]
        new = int(np.count_nonzero(match.representative_of < 0))
        left = int(np.count_nonzero(match.cluster_of < 0))
        feedback.pushInfo(
            tr(
                "{clusters} clusters, {representatives} representatives; {retained:.1f} % keep "
                "their representative."
            ).format(
                clusters=len(clusters),
                representatives=len(current),
                retained=100.0 * match.retained_share,
            )
        )
        if new or left:
            feedback.pushWarning(
                tr(
                    "{new} cluster(s) have no representative of today and get a new name; "
                    "{left} representative(s) get no cluster."
                ).format(new=new, left=left)
            )
        schema = AssignmentSchema.create(source.fields(), names.field)
        fields = _match_fields(clusters, current)
        layers = (
            OutputLayer(
                self.OUTPUT,
                schema.fields,
                source.wkbType(),
                lambda: assigned_features(units, schema, names, labels),
                customers_style(customer_colours(units, names, labels)),
            ),
            OutputLayer(
                self.MATCHES,
                fields,
                Qgis.WkbType.NoGeometry,
                lambda: _match_rows(fields, match, clusters, current, names, weights),
            ),
        )
        return write_layers(self, parameters, context, source.sourceCrs(), layers) | {
            "RETAINED_PCT": 100.0 * float(match.retained_share),
            "NEW_COUNT": new,
            "LEFT_COUNT": left,
        }


def _names(match: Matching, current: Portfolios) -> TerritoryNames:
    """Representatives, then new names for the clusters that nobody is left for."""
    new = int(np.count_nonzero(match.representative_of < 0))
    known = current.names
    return TerritoryNames((*known.values, *newcomers(known.values, new, known.field)), known.field)


def _label_of_cluster(match: Matching) -> IntArray:
    """Position (clusters,) of each cluster's new name."""
    labels = match.representative_of.copy()
    new = np.flatnonzero(labels < 0)
    labels[new] = len(match.cluster_of) + np.arange(len(new))
    return labels


def _match_fields(clusters: Portfolios, current: Portfolios) -> QgsFields:
    fields = QgsFields()
    for field in (
        like_field("cluster", clusters.names.field),
        like_field(TERRITORY_FIELD, current.names.field),
        text_field("kind"),
        integer_field("customers"),
        integer_field("customers_before"),
        integer_field("customers_kept"),
        number_field("weight"),
        number_field("weight_before"),
        number_field("weight_kept"),
        number_field("kept_pct"),
    ):
        fields.append(field)
    return fields


def _match_rows(
    fields: QgsFields,
    match: Matching,
    clusters: Portfolios,
    current: Portfolios,
    names: TerritoryNames,
    weights: FloatArray,
) -> Iterator[QgsFeature]:
    """A row per cluster, then one per representative who gets none."""

    def totals(labels: IntArray, size: int, counted: NDArray) -> tuple[IntArray, FloatArray]:
        chosen = (labels >= 0) & counted
        return (
            np.bincount(labels[chosen], minlength=size),
            np.bincount(labels[chosen], weights=weights[chosen], minlength=size),
        )

    everybody = np.ones(len(weights), dtype=bool)
    owner = np.append(match.representative_of, -1)[clusters.labels]
    stays = (owner >= 0) & (owner == current.labels)
    after = totals(clusters.labels, len(clusters), everybody)
    before = totals(current.labels, len(current), everybody)
    kept = totals(current.labels, len(current), stays)

    def of_representative(number: int) -> tuple[int, int, float, float, float]:
        if number < 0:
            return 0, 0, 0.0, 0.0, float("nan")
        today, stayed = float(before[1][number]), float(kept[1][number])
        share = 100.0 * stayed / today if today else float("nan")
        return int(before[0][number]), int(kept[0][number]), today, stayed, share

    for cluster, label in enumerate(_label_of_cluster(match).tolist()):
        number = int(match.representative_of[cluster])
        had, stay, weight_had, weight_stay, share = of_representative(number)
        yield table_feature(
            fields,
            [
                *(clusters.names.of(cluster), names.of(label)),
                "matched" if number >= 0 else "new",
                *(int(after[0][cluster]), had, stay),
                *(float(after[1][cluster]), weight_had, weight_stay, share),
            ],
        )
    for number in np.flatnonzero(match.cluster_of < 0).tolist():
        had, stay, weight_had, weight_stay, share = of_representative(number)
        yield table_feature(
            fields,
            [
                *(None, current.names.of(number), "no cluster"),
                *(0, had, stay, 0.0, weight_had, weight_stay, share),
            ],
        )
