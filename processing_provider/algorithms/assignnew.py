"""territory:assignnew: the territory of new customers, from an existing assignment."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterField,
)

from ...core.arrays import FloatArray, IntArray
from ...core.customers.new_customers import assign_new, vote_of_areas
from ...core.errors import InvalidInput, name_some
from ..common.fields import TERRITORY_FIELD, number_field
from ..common.texts import counted, tr, translatable
from ..inputs.customers.layer import Portfolios, read_customers, read_portfolios, refuse_two_spaces
from ..inputs.layers.polygons_around import polygons_around
from ..inputs.layers.units import SpatialUnits
from ..inputs.parameters import explained, output_layer, places_source, whole_number
from ..outputs.looks.customer_styles import customer_colours, customers_style
from ..outputs.writing.fields import AssignmentSchema, assigned_features
from ..outputs.writing.sinks import OutputLayer, write_layers
from .base import TerritoryAlgorithm

NEIGHBOURS, POLYGONS = 0, 1


@dataclass(frozen=True)
class NewCustomersCase:
    """New customers, and a reference, whose places are also on the plane of the former."""

    units: SpatialUnits
    reference: SpatialUnits
    portfolios: Portfolios
    places: FloatArray
    by_polygons: bool
    neighbours: int


class AssignNewAlgorithm(TerritoryAlgorithm):
    """Nearest neighbours or polygons as a rule for who comes later."""

    NAME = "assignnew"
    TITLE = translatable("Assign new customers")
    GROUP = translatable("Customers")
    SUMMARY = translatable(
        "Gives new customers the territory of their neighbours, or of the polygon around them."
    )
    TAGS = (
        translatable("knn"),
        translatable("nearest neighbours"),
        translatable("classify"),
        translatable("point in polygon"),
        translatable("new accounts"),
    )
    HELP = translatable(
        """Extends an assignment that exists to new customers.

By nearest neighbours, the territory is that of most of the nearest customers with a territory, \
and "confidence_pct" the share of them that are in it. By polygons, it is that of the polygon that \
holds the customer: confidence 100 %, less where polygons of several territories overlap. A \
customer outside every polygon gets the nearest one with confidence 0.

The customers or areas with a territory may have another reference system. Those whose territory \
is NULL or empty are not asked."""
    )

    INPUT = "INPUT"
    REFERENCE = "REFERENCE"
    TERRITORY_FIELD = "TERRITORY_FIELD"
    METHOD = "METHOD"
    NEIGHBORS = "NEIGHBORS"
    OUTPUT = "OUTPUT"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(
            explained(
                places_source(self.INPUT, tr("New customers")),
                tr("Points, or polygons, whose centroids count."),
            )
        )
        self.addParameter(
            explained(
                places_source(self.REFERENCE, tr("Customers or areas with a territory")),
                tr("The assignment that is extended; in any reference system."),
            )
        )
        self.addParameter(
            explained(
                QgsProcessingParameterField(
                    self.TERRITORY_FIELD,
                    tr("Territory"),
                    defaultValue=TERRITORY_FIELD,
                    parentLayerParameterName=self.REFERENCE,
                ),
                tr("Field of the customers or areas with a territory."),
            )
        )
        self.addParameter(
            explained(
                QgsProcessingParameterEnum(
                    self.METHOD,
                    tr("Territory of"),
                    [tr("the nearest neighbours"), tr("the polygon around the customer")],
                    defaultValue=NEIGHBOURS,
                ),
                tr("The second needs polygons with a territory."),
            )
        )
        self.add_advanced(
            explained(
                whole_number(self.NEIGHBORS, tr("Number of neighbours"), 5),
                tr("How many nearest customers say to which territory a new one belongs."),
            )
        )
        self.addParameter(
            explained(
                output_layer(
                    self.OUTPUT,
                    tr("New customers by territory"),
                    Qgis.ProcessingSourceType.VectorAnyGeometry,
                    optional=False,
                ),
                tr("Fields: territory, confidence_pct (in percent)."),
            )
        )
        self.add_number_outputs(
            MEAN_CONFIDENCE_PCT=tr("Mean confidence (%)"),
            OUTSIDE=tr("Number of customers outside every polygon"),
        )

    def calculate(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        case = self._case(parameters, context, feedback)
        labels, confidence = _assigned(case, feedback)
        outside = np.flatnonzero(confidence == 0.0)
        if len(outside):
            feedback.pushWarning(
                counted(
                    len(outside),
                    "{count} customer is outside every polygon and gets the nearest one, with "
                    "confidence 0 (id {names}).",
                    "{count} customers are outside every polygon and get the nearest one, with "
                    "confidence 0 (ids {names}).",
                    names=name_some([case.units.ids[i] for i in outside]),
                )
            )
        labelled = (labels, confidence)
        layer = _layer(case, labelled, self.OUTPUT, case.units.geometry_type, self.known_colours)
        return write_layers(self, parameters, context, self.source_crs(self.INPUT), [layer]) | {
            "MEAN_CONFIDENCE_PCT": 100.0 * float(np.mean(confidence)),
            "OUTSIDE": len(outside),
        }

    def _case(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> NewCustomersCase:
        units = read_customers(
            self.required_source(parameters, self.INPUT, context), context, feedback
        )
        source = self.required_source(parameters, self.REFERENCE, context)
        reference = read_customers(source, context, feedback, layer_name=self.REFERENCE)
        portfolios = read_portfolios(
            reference,
            self.parameterAsString(parameters, self.TERRITORY_FIELD, context),
            self.TERRITORY_FIELD,
        )
        unassigned = int(np.count_nonzero(portfolios.plan.labels < 0))
        if unassigned:
            feedback.pushWarning(
                counted(
                    unassigned,
                    "REFERENCE: {count} feature has no territory and is not asked.",
                    "REFERENCE: {count} features have no territory and are not asked.",
                )
            )
        refuse_two_spaces(units, reference)
        by_polygons = self.parameterAsEnum(parameters, self.METHOD, context) == POLYGONS
        if by_polygons and not reference.are_polygons:
            raise InvalidInput(
                "“the polygon around the customer” (METHOD) needs polygons in REFERENCE, but it "
                "holds points or lines. Choose the nearest neighbours, or another layer."
            )
        places = units.space.positions(
            reference.coordinates, source.sourceCrs(), reference.layer_name
        )
        return NewCustomersCase(
            units,
            reference,
            portfolios,
            units.metric.to_space(places),
            by_polygons,
            self.parameterAsInt(parameters, self.NEIGHBORS, context),
        )


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
        space.positions(case.units.coordinates, case.units.space.crs)
    )
    asked = np.flatnonzero(labels >= 0)
    holders, nearest = polygons_around(case.reference.polygons, asked, coordinates, feedback)
    chosen, confidence = vote_of_areas(labels, holders)
    return np.where(chosen >= 0, chosen, labels[nearest]), confidence


def _layer(
    case: NewCustomersCase,
    labelled: tuple[IntArray, FloatArray],
    output: str,
    geometry_type: Qgis.WkbType,
    known_colours: dict[str, str],
) -> OutputLayer:
    """The new customers in the colours of the reference, as if they were in it."""
    names = case.portfolios.names
    labels, confidence = labelled
    schema = AssignmentSchema.create(
        case.units.fields, names.field, [number_field("confidence_pct")]
    )
    colours = customer_colours(case.reference, names, case.portfolios.plan.labels)
    colours = colours.keeping(known_colours)
    return OutputLayer(
        output,
        schema.fields,
        geometry_type,
        lambda: assigned_features(case.units, schema, names, labels, [100.0 * confidence]),
        customers_style(colours),
    )
