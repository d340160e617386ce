"""territory:nearestrep: every area goes to the representative who reaches it first."""

from __future__ import annotations

import numpy as np
from qgis.core import QgsProcessingParameterFeatureSink

from ...core.balance.problem import equal_targets
from ...core.errors import name_some
from ...core.plan.nearest import connect_territories, nearest_representative
from ...core.plan.statistics import PlanStatistics, plan_statistics
from ..fields import number_field
from ..inputs.contiguity import ContiguityParameters
from ..inputs.cost_matrix import CostMatrixParameters
from ..inputs.parameters import optional_field, places_source, switch, weight_field
from ..inputs.representatives import Representatives, locate_homes, read_representatives
from ..inputs.units import read_units
from ..outputs.fields import AssignmentSchema, assigned_features
from ..outputs.sinks import OutputLayer, refuse_unwritable_outputs, write_layers
from ..outputs.styles import TerritoryColours
from ..outputs.territories import TerritoryTable
from ..texts import tr
from .base import TerritoryAlgorithm


class NearestRepresentativeAlgorithm(TerritoryAlgorithm):
    """Nearest-representative initialisation (thesis, algorithm 2)."""

    NAME = "nearestrep"
    TITLE = "Nearest representative"
    GROUP = "Assign and balance areas"
    SUMMARY = "Gives every area to the nearest representative, in connected territories."
    TAGS = ("voronoi", "allocation", "sales territories", "closest", "catchment")
    HELP = """Gives every area (or customer point) to the representative who is nearest, in a \
straight line on the ellipsoid or by a cost matrix (travel time if it has times, distance \
otherwise).

For polygons the territories are made contiguous: an area that is cut off from the \
representative's home joins the territory next to it that reaches it best. Islands count as \
connected to their nearest neighbour.

The result is the usual start for "Balance territories". OUTPUT holds the areas with the \
representative's id in the field "territory" and the distance in metres; TERRITORIES holds one \
dissolved feature per territory with totals and deviation from the mean."""

    INPUT = "INPUT"
    REPS = "REPS"
    REP_ID_FIELD = "REP_ID_FIELD"
    WEIGHT_FIELD = "WEIGHT_FIELD"
    CONTIGUOUS = "CONTIGUOUS"
    OUTPUT = "OUTPUT"
    TERRITORIES = "TERRITORIES"

    def initAlgorithm(self, configuration=None):
        self.addParameter(places_source(self.INPUT, tr("Areas or customers")))
        self.addParameter(places_source(self.REPS, tr("Representatives")))
        self.addParameter(
            optional_field(
                self.REP_ID_FIELD,
                tr("Field that identifies a representative (1, 2, … if not set)"),
                self.REPS,
            )
        )
        self.addParameter(
            weight_field(tr("Weight of an area, e.g. potential (each counts 1 if not set)"))
        )
        self.addParameter(
            switch(self.CONTIGUOUS, tr("Connected territories (polygons only)"), True)
        )
        CostMatrixParameters.add_to(self)
        ContiguityParameters.add_to(self, adjacency=True)
        self.addParameter(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Areas by territory")))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.TERRITORIES, tr("Territories"), optional=True, createByDefault=True
            )
        )
        self.add_number_outputs(
            TERRITORY_COUNT=tr("Territories that have areas"),
            MAX_DEVIATION_PCT=tr("Worst deviation from the mean (%)"),
            MEAN_DISTANCE_M=tr("Mean distance to the representative (m)"),
        )

    def calculate(self, parameters, context, feedback):
        refuse_unwritable_outputs(self, parameters)
        source = self.required_source(parameters, self.INPUT, context)
        weight_field = self.parameterAsString(parameters, self.WEIGHT_FIELD, context)
        units = read_units(
            source,
            context,
            feedback,
            id_field=self.parameterAsString(
                parameters, CostMatrixParameters.AREA_ID_FIELD, context
            ),
            weight_fields=[weight_field] if weight_field else [],
        )
        units.refuse_if_empty()
        representatives = read_representatives(
            self.required_source(parameters, self.REPS, context),
            units,
            self.parameterAsString(parameters, self.REP_ID_FIELD, context),
        )
        distance = units.metric.matrix(units.positions, representatives.positions)
        matrix = CostMatrixParameters.read(
            self, parameters, context, feedback, units.ids, representatives.ids
        )
        cost = distance if matrix is None else matrix.cost
        if matrix is not None and matrix.distance_m is not None:
            distance = matrix.distance_m

        labels = nearest_representative(cost)
        graph = None
        must_connect = self.parameterAsBool(parameters, self.CONTIGUOUS, context)
        if units.are_polygons:
            graph = ContiguityParameters.graph(self, parameters, context, feedback, units)
            if must_connect:
                homes = locate_homes(units, representatives, cost, feedback)
                labels = connect_territories(graph, labels, cost, homes)
        weights = units.weights if weight_field else np.ones((len(units), 1))
        own_distance = np.where(labels >= 0, distance[np.arange(len(units)), labels], np.nan)
        statistics = plan_statistics(
            labels,
            weights,
            equal_targets(weights, len(representatives)),
            own_distance,
            weights[:, 0],
            graph,
        )
        _warn(feedback, representatives, labels, statistics, must_connect)

        names = representatives.names
        schema = AssignmentSchema.create(source.fields(), names.field, [number_field("distance_m")])
        table = TerritoryTable(units, names, context)
        crs = source.sourceCrs()
        colours = TerritoryColours.create(names, labels, graph)
        layers = (
            OutputLayer(
                self.OUTPUT,
                schema.fields,
                source.wkbType(),
                lambda: assigned_features(units, schema, names, labels, [own_distance]),
                colours.areas,
                0,
            ),
            OutputLayer(
                self.TERRITORIES,
                table.fields,
                table.geometry_type,
                lambda: table.features(labels, statistics, feedback),
                colours.territories,
                1,
            ),
        )
        results = write_layers(self, parameters, context, crs, layers)
        return results | {
            "TERRITORY_COUNT": int(np.count_nonzero(statistics.area_count)),
            "MAX_DEVIATION_PCT": statistics.max_deviation_pct,
            "MEAN_DISTANCE_M": statistics.overall_mean_distance_m,
        }


def _warn(
    feedback,
    representatives: Representatives,
    labels,
    statistics: PlanStatistics,
    must_connect: bool,
) -> None:
    torn = [representatives.ids[i] for i in np.flatnonzero(statistics.parts > 1)]
    if torn and must_connect:
        feedback.pushWarning(
            tr(
                "{count} territories are not connected ({names}): some areas lie in "
                "regions without a representative that nothing connects to the others. Set "
                "BRIDGE, or draw edges in ADJACENCY."
            ).format(count=len(torn), names=name_some(torn))
        )
    unreached = int(np.count_nonzero(labels < 0))
    if unreached:
        feedback.pushWarning(
            tr("{unreached} area(s) are reached by no representative.").format(unreached=unreached)
        )
    empty = [representatives.ids[i] for i in np.flatnonzero(statistics.area_count == 0)]
    if empty:
        feedback.pushWarning(
            tr(
                "{count} representative(s) are nearest to no area and get an empty "
                "territory: {names}."
            ).format(count=len(empty), names=name_some(empty))
        )
