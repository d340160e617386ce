"""territory:adjacency: the contiguity graph of polygons as a line layer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingFeedback,
)

from ...core.contiguity.graph import BRIDGE, KIND_NAMES, ContiguityGraph
from ..common.fields import like_field, number_field, text_field
from ..common.texts import tr, translatable
from ..inputs.contiguity.graph import ContiguityParameters
from ..inputs.layers.units import SpatialUnits, read_units
from ..inputs.parameters import areas_source, explained, optional_field, output_layer
from ..outputs.looks.styles import style_adjacency
from ..outputs.writing.sinks import OutputLayer, write_layers
from .base import TerritoryAlgorithm


class AdjacencyAlgorithm(TerritoryAlgorithm):
    """Writes one line per pair of neighbouring areas."""

    NAME = "adjacency"
    TITLE = translatable("Adjacency of areas")
    GROUP = translatable("Prepare")
    SUMMARY = translatable("Finds which areas are neighbours and how long their shared border is.")
    TAGS = (
        translatable("contiguity"),
        translatable("neighbours"),
        translatable("borders"),
        translatable("topology"),
        translatable("graph"),
    )
    HELP = translatable(
        """Finds which polygons are neighbours, and measures the border they share. The result is \
a line layer, one line per pair of neighbours, that can be edited (delete a line to cut two areas \
apart, draw one from area to area to join them) and handed to "Balance territories" as its \
“Edited adjacency layer”.

Borders are found where polygons share vertices, and also where they do not: T-junctions, gaps \
and overlaps up to the snap distance, holes, multiparts. Barriers cut the borders that they \
follow or cross.

Islands and exclaves are joined to their nearest neighbour by bridges (kind = bridge, length 0), \
so that they can become part of a connected territory."""
    )

    NEEDS = ()

    INPUT = "INPUT"
    ID_FIELD = "ID_FIELD"
    OUTPUT = "OUTPUT"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(
            explained(
                areas_source(self.INPUT, tr("Areas")),
                tr("Polygons, such as municipalities or postcode areas."),
            )
        )
        self.addParameter(
            explained(
                optional_field(self.ID_FIELD, tr("Field that identifies an area")),
                tr("Its values name the areas in from_id and to_id. Empty: feature ids."),
            )
        )
        ContiguityParameters.add_to(self, adjacency=False, visible=True)
        self.addParameter(
            explained(
                output_layer(
                    self.OUTPUT,
                    tr("Adjacency"),
                    Qgis.ProcessingSourceType.VectorLine,
                    optional=False,
                ),
                tr(
                    "One line per pair of neighbours: from_id, to_id, border_m (m) and kind "
                    "(border, corner, bridge or manual)."
                ),
            )
        )
        self.add_number_outputs(
            EDGE_COUNT=tr("Pairs of neighbours"),
            COMPONENT_COUNT=tr("Connected regions (with bridges)"),
            BRIDGE_COUNT=tr("Bridges"),
        )

    def calculate(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        source = self.required_source(parameters, self.INPUT, context)
        id_field = self.parameterAsString(parameters, self.ID_FIELD, context)
        units = read_units(source, context, feedback, id_field=id_field)
        units.refuse_if_empty()
        graph = ContiguityParameters.graph(self, parameters, context, feedback, units)

        fields = QgsFields()
        fields.append(like_field("from_id", units.id_field))
        fields.append(like_field("to_id", units.id_field))
        fields.append(number_field("border_m"))
        fields.append(text_field("kind"))
        layer = OutputLayer(
            self.OUTPUT,
            fields,
            Qgis.WkbType.LineString,
            lambda: _lines(units, graph, fields),
            style_adjacency,
        )
        components, _ = graph.components()
        return {
            **write_layers(self, parameters, context, self.source_crs(self.INPUT), [layer]),
            "EDGE_COUNT": len(graph.first),
            "COMPONENT_COUNT": components,
            "BRIDGE_COUNT": int(np.count_nonzero(graph.kind == BRIDGE)),
        }


def _lines(units: SpatialUnits, graph: ContiguityGraph, fields: QgsFields) -> Iterator[QgsFeature]:
    points = [QgsPointXY(x, y) for x, y in units.inner_points.tolist()]
    columns = (graph.first.tolist(), graph.second.tolist(), graph.border_m.tolist(), graph.kind)
    for first, second, border, kind in zip(*columns):
        line = QgsFeature(fields)
        line.setGeometry(_link(points[first], points[second], units.polygons[second]))
        line.setAttributes([units.ids[first], units.ids[second], border, KIND_NAMES[kind]])
        yield line


def _link(start: QgsPointXY, end: QgsPointXY, area: QgsGeometry) -> QgsGeometry:
    """A line that can be seen and clicked, also between areas with one place for both.

    That happens where an area is given twice, or a city is drawn upon its county: the line then
    leads halfway to a corner.
    """
    if start == end:
        corner = next(area.vertices())
        end = QgsPointXY((start.x() + corner.x()) / 2.0, (start.y() + corner.y()) / 2.0)
    return QgsGeometry.fromPolylineXY([start, end])
