"""territory:adjacency: the contiguity graph of polygons as a line layer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from qgis.core import Qgis, QgsFeature, QgsFields, QgsGeometry, QgsPointXY

from ...core.contiguity.graph import BRIDGE, KIND_NAMES, ContiguityGraph
from ..common.feedback import FeedbackProgress
from ..common.fields import like_field, number_field, text_field
from ..inputs.contiguity.graph import contiguity_graph
from ..inputs.layers.reading import read_layer
from ..inputs.layers.units import SpatialUnits
from ..inputs.prepare.parameters import AdjacencyParameters
from ..outputs.looks.styles import style_adjacency
from ..outputs.writing.output_layer import OutputLayer
from ..outputs.writing.sinks import write_layers
from .run import Run


def carry_out(run: Run) -> dict[str, Any]:
    """Collect, solve, write: the outputs by id."""
    units = read_layer(run, id_field=run.text(AdjacencyParameters.ID_FIELD))
    graph = contiguity_graph(run, units)
    fields = QgsFields()
    fields.append(like_field("from_id", units.id_field))
    fields.append(like_field("to_id", units.id_field))
    fields.append(number_field("border_m"))
    fields.append(text_field("kind"))
    layer = OutputLayer(
        AdjacencyParameters.OUTPUT,
        fields,
        Qgis.WkbType.LineString,
        lambda: _lines(units, graph, fields),
        style_adjacency,
    )
    components, _ = graph.components()
    return {
        **write_layers(run, units.space.crs, [layer], progress=FeedbackProgress(run.feedback)),
        "EDGE_COUNT": len(graph.first),
        "COMPONENT_COUNT": components,
        "BRIDGE_COUNT": int(np.count_nonzero(graph.kind == BRIDGE)),
    }


def _lines(units: SpatialUnits, graph: ContiguityGraph, fields: QgsFields) -> Iterator[QgsFeature]:
    points = [QgsPointXY(x, y) for x, y in units.inner_points.tolist()]
    in_degrees = units.space.crs.isGeographic()
    columns = (graph.first.tolist(), graph.second.tolist(), graph.border_m.tolist(), graph.kind)
    for first, second, border, kind in zip(*columns):
        line = QgsFeature(fields)
        start, end = points[first], points[second]
        if in_degrees:
            end = _on_the_near_side(start, end)
        line.setGeometry(_link(start, end, units.polygons[second]))
        line.setAttributes([units.ids[first], units.ids[second], border, KIND_NAMES[kind]])
        yield line


def _on_the_near_side(start: QgsPointXY, end: QgsPointXY) -> QgsPointXY:
    """The end of a line in degrees, beyond 180° where the way around the earth would be longer."""
    turns = round((end.x() - start.x()) / 360.0)
    return QgsPointXY(end.x() - 360.0 * turns, end.y()) if turns else end


def _link(start: QgsPointXY, end: QgsPointXY, area: QgsGeometry) -> QgsGeometry:
    """A line that can be seen and clicked, also between areas with one place for both.

    That happens where an area is given twice, or a city is drawn upon its county: the line then
    leads halfway to a corner.
    """
    if start == end:
        corner = next(area.vertices())
        end = QgsPointXY((start.x() + corner.x()) / 2.0, (start.y() + corner.y()) / 2.0)
    return QgsGeometry.fromPolylineXY([start, end])
