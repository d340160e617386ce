"""territory:assignnew: the territory of new customers, from an existing assignment."""

from __future__ import annotations

from collections import Counter

import numpy as np
from qgis.core import (
    Qgis,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsSpatialIndex,
)

from ...core.arrays import FloatArray, IntArray
from ...core.customers import assign_new
from ...core.errors import InvalidInput, name_some
from ...core.progress import Cancelled
from ..fields import TERRITORY_FIELD, number_field
from ..inputs.customers import Portfolios, read_customers, read_portfolios
from ..inputs.units import SpatialUnits
from ..outputs.customer_styles import customer_colours, customers_style
from ..outputs.fields import AssignmentSchema, assigned_features
from ..outputs.sinks import OutputLayer, refuse_unwritable_outputs, write_layers
from ..texts import tr
from .base import TerritoryAlgorithm

NEIGHBOURS, POLYGONS = 0, 1


class AssignNewAlgorithm(TerritoryAlgorithm):
    """Nearest neighbours or polygons as a rule for who comes later."""

    NAME = "assignnew"
    TITLE = "Assign new customers"
    GROUP = "Customers"
    SUMMARY = (
        "Gives new customers the territory of their neighbours, or of the polygon around them."
    )
    TAGS = ("knn", "nearest neighbours", "classify", "point in polygon", "new accounts")
    HELP = """Extends an assignment that exists to new customers.

By nearest neighbours, the territory is that of most of the nearest customers in REFERENCE, and \
"confidence_pct" the share of them that are in it. By polygons, it is that of the polygon that \
holds the customer: confidence 100 %, less where polygons of several territories overlap. A \
customer outside every polygon gets the nearest one with confidence 0.

REFERENCE may have another reference system. Features of REFERENCE without a territory are not \
asked."""

    INPUT = "INPUT"
    REFERENCE = "REFERENCE"
    TERRITORY_FIELD = "TERRITORY_FIELD"
    METHOD = "METHOD"
    NEIGHBORS = "NEIGHBORS"
    OUTPUT = "OUTPUT"

    def initAlgorithm(self, configuration=None):
        kinds = [Qgis.ProcessingSourceType.VectorPoint, Qgis.ProcessingSourceType.VectorPolygon]
        self.addParameter(
            QgsProcessingParameterFeatureSource(self.INPUT, tr("New customers"), kinds)
        )
        self.addParameter(
            QgsProcessingParameterFeatureSource(
                self.REFERENCE, tr("Customers or areas with a territory"), kinds
            )
        )
        self.addParameter(
            QgsProcessingParameterField(
                self.TERRITORY_FIELD,
                tr("Territory"),
                defaultValue=TERRITORY_FIELD,
                parentLayerParameterName=self.REFERENCE,
            )
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.METHOD,
                tr("Territory of"),
                [tr("the nearest neighbours"), tr("the polygon around the customer")],
                defaultValue=NEIGHBOURS,
            )
        )
        self.add_advanced(
            QgsProcessingParameterNumber(
                self.NEIGHBORS,
                tr("Neighbours that are asked"),
                Qgis.ProcessingNumberParameterType.Integer,
                defaultValue=5,
                minValue=1,
            )
        )
        self.addParameter(
            QgsProcessingParameterFeatureSink(self.OUTPUT, tr("New customers by territory"))
        )
        self.add_number_outputs(
            MEAN_CONFIDENCE_PCT=tr("Mean confidence (%)"),
            OUTSIDE=tr("Customers outside every polygon"),
        )

    def calculate(self, parameters, context, feedback):
        refuse_unwritable_outputs(self, parameters)
        source = self.required_source(parameters, self.INPUT, context)
        reference_source = self.required_source(parameters, self.REFERENCE, context)
        units = read_customers(source, context, feedback)
        reference = read_customers(reference_source, context, feedback, layer_name=self.REFERENCE)
        plan = read_portfolios(
            reference,
            self.parameterAsString(parameters, self.TERRITORY_FIELD, context),
            self.TERRITORY_FIELD,
        )
        unassigned = int(np.count_nonzero(plan.labels < 0))
        if unassigned:
            feedback.pushWarning(
                tr(
                    "REFERENCE: {unassigned} feature(s) have no territory and are not asked."
                ).format(unassigned=unassigned)
            )
        _refuse_two_spaces(units, reference)
        if self.parameterAsEnum(parameters, self.METHOD, context) == POLYGONS:
            labels, confidence = _by_polygons(units, reference, plan, feedback)
        else:
            place = units.space.positions(reference.coordinates, reference_source.sourceCrs())
            labels, confidence = assign_new(
                units.points,
                units.metric.to_plane(place),
                plan.labels,
                self.parameterAsInt(parameters, self.NEIGHBORS, context),
            )
        outside = np.flatnonzero(confidence == 0.0)
        if len(outside):
            feedback.pushWarning(
                tr(
                    "{count} customer(s) are outside every polygon and get the nearest one, "
                    "with confidence 0 (ids {names})."
                ).format(count=len(outside), names=name_some([units.ids[i] for i in outside]))
            )
        schema = AssignmentSchema.create(
            source.fields(), plan.names.field, [number_field("confidence_pct")]
        )
        # The colours are those of the reference: the new customers look as if they were in it.
        colours = customer_colours(reference, plan.names, plan.labels)
        layer = OutputLayer(
            self.OUTPUT,
            schema.fields,
            source.wkbType(),
            lambda: assigned_features(units, schema, plan.names, labels, [100.0 * confidence]),
            customers_style(colours),
        )
        return {
            **write_layers(self, parameters, context, source.sourceCrs(), [layer]),
            "MEAN_CONFIDENCE_PCT": 100.0 * float(confidence.mean()),
            "OUTSIDE": len(outside),
        }


def _refuse_two_spaces(units: SpatialUnits, reference: SpatialUnits) -> None:
    if units.space.crs.isValid() != reference.space.crs.isValid():
        without = units if not units.space.crs.isValid() else reference
        raise InvalidInput(
            "{layer} has no coordinate reference system, the other layer has one: it cannot be "
            "known how they lie to each other. Set it in the layer's properties.",
            layer=without.layer_name,
        )


def _by_polygons(
    units: SpatialUnits,
    reference: SpatialUnits,
    plan: Portfolios,
    feedback: QgsProcessingFeedback,
) -> tuple[IntArray, FloatArray]:
    """Territory (n,) of the polygons around each customer, and its share of them (0 to 1)."""
    if not reference.are_polygons:
        raise InvalidInput(
            "METHOD 'polygon around the customer' needs polygons in REFERENCE, but it holds "
            "points or lines. Choose nearest neighbours, or another layer."
        )
    index = QgsSpatialIndex(QgsSpatialIndex.Flag.FlagStoreFeatureGeometries)
    for number in np.flatnonzero(plan.labels >= 0).tolist():
        feature = reference.features[number]
        numbered = type(feature)(number)
        numbered.setGeometry(feature.geometry())
        index.addFeature(numbered)
    coordinates = reference.space.map_coordinates(
        reference.space.positions(units.coordinates, units.space.crs)
    )
    labels = np.full(len(units), -1, dtype=np.int64)
    confidence = np.zeros(len(units))
    for number, (x, y) in enumerate(coordinates.tolist()):
        if feedback.isCanceled():
            raise Cancelled
        point = QgsGeometry.fromPointXY(QgsPointXY(x, y))
        holders = [
            candidate
            for candidate in sorted(index.intersects(point.boundingBox()))
            if index.geometry(candidate).intersects(point)
        ]
        if holders:
            votes = Counter(plan.labels[holders].tolist())
            labels[number] = min(votes, key=lambda label: (-votes[label], label))
            confidence[number] = votes[labels[number]] / len(holders)
        else:
            nearest = index.nearestNeighbor(point, 1)
            labels[number] = plan.labels[min(nearest)]
        feedback.setProgress(100.0 * (number + 1) / len(units))
    return labels, confidence
