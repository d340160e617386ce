"""territory:greenfield: centres of gravity with bounded allocation."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
)

from ...core.assignment import open_solver
from ...core.siting.greenfield import solve_greenfield
from ...core.siting.greenfield_result import GreenfieldResult
from ..common.feedback import FeedbackProgress
from ..common.fields import number_field
from ..common.texts import tr, translatable
from ..inputs.parameters import explained, output_layer
from ..inputs.reader import ParameterReader
from ..inputs.site.greenfield import GreenfieldCase, GreenfieldParameters
from ..outputs.looks.styles import style_flow_lines
from ..outputs.site.centres import (
    CentreLayers,
    style_centres,
    style_customers,
    style_iteration_centres,
    tell_recommendation,
)
from ..outputs.writing.fields import AssignmentSchema, assigned_features
from ..outputs.writing.sinks import OutputLayer, write_layers
from ..reports.greenfield import greenfield_report
from ..reports.output import add_report_parameter
from ..reports.plan_maps import PlanMaps
from .base import TerritoryAlgorithm


class GreenfieldAlgorithm(TerritoryAlgorithm, GreenfieldParameters):
    """Centre-of-gravity siting for one number of centres or a sweep."""

    NAME = "greenfield"
    TITLE = translatable("Greenfield centres")
    GROUP = translatable("Site")
    SUMMARY = translatable(
        "Places centres where demand-weighted distance is least, within bounds per centre."
    )
    TAGS = (
        translatable("centre of gravity"),
        translatable("warehouse"),
        translatable("location"),
        translatable("clustering"),
        translatable("brownfield"),
        translatable("k-means"),
    )
    HELP = translatable("""Places centres (warehouses, homes, depots) freely on the map and gives \
every customer to one of them, so that the total of demand × distance is small and every centre \
keeps its bounds: customers, demand, and distance. Customers are allocated and centres moved to \
the middle of their customers in turn, from several starts. The round with the least total counts, \
in which customers were allocated to centres placed for the round before: a centre need not be \
exactly the middle of its final customers.

Give one number of centres, or a range: the curve shows what each further centre saves, and a \
number is recommended. With costs it is the number with the least total: cost of the centres, and \
of transport (demand × distance). Without costs it is the smallest number beyond which a further \
centre saves less than “Minimum saving by a further centre”, measured against the travel with one \
centre alone, so that the answer does not depend on the range that is tried.

Existing centres stay where they are. With as many centres as exist customers are only allocated, \
and a centre may stay empty unless a minimum forbids it; with more, new ones are added. \
“Allocation to start from” is one more start for as many centres as it has groups; existing \
centres stand in for the groups nearest to them.

A centre lies at the demand-weighted mean of its customers (on the sphere, so right at the \
antimeridian and the poles), at their plain mean, or at the point with the least total distance; \
with a maximum distance, as near to it as reaches all of them. \
Bounds that nobody can keep are refused with the numbers.""")

    CENTERS = "CENTERS"
    OUTPUT = "OUTPUT"
    FLOWS = "FLOWS"
    ITERATIONS = "ITERATIONS"
    ITERATION_CENTERS = "ITERATION_CENTERS"
    CURVE = "CURVE"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        GreenfieldParameters.add_to(self)
        kinds = Qgis.ProcessingSourceType
        for definition in (
            explained(
                output_layer(self.CENTERS, tr("Centres"), kinds.VectorPoint, optional=False),
                tr("Points with customers, demand and distances of each centre."),
            ),
            explained(
                output_layer(
                    self.OUTPUT, tr("Customers by centre"), kinds.VectorAnyGeometry, optional=False
                ),
                tr("The customers with their centre and the distance to it."),
            ),
            explained(
                output_layer(self.FLOWS, tr("Flows"), kinds.VectorLine),
                tr("A line from each centre to each of its customers."),
            ),
            explained(
                output_layer(self.ITERATIONS, tr("Iterations"), kinds.Vector, by_default=False),
                tr("A table of all rounds of all starts."),
            ),
            explained(
                output_layer(
                    self.ITERATION_CENTERS,
                    tr("Centres by iteration"),
                    kinds.VectorPoint,
                    by_default=False,
                ),
                tr("Where the centres were in each round of the start that won."),
            ),
            explained(
                output_layer(self.CURVE, tr("Curve"), kinds.Vector, by_default=False),
                tr("A table of the numbers of centres that were tried."),
            ),
        ):
            self.addParameter(definition)
        add_report_parameter(self)
        self.add_number_outputs(
            BEST_COUNT=tr("Recommended number of centres"),
            OBJECTIVE=tr("Total of demand × distance (m)"),
            LOWER_BOUND_ALLOCATION=tr("No allocation to these centres has a smaller total (m)"),
            MEAN_DISTANCE_M=tr("Mean distance, weighted by demand (m)"),
            TOTAL_COST=tr("Total cost of centres and travel (money, or demand × m)"),
        )
        self.addOutput(QgsProcessingOutputString("STATUS", tr("feasible or cancelled")))

    def calculate(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        case = GreenfieldParameters.read(ParameterReader(self, parameters, context, feedback))
        progress = FeedbackProgress(feedback)
        with open_solver(progress) as solver:
            result = solve_greenfield(
                case.problem,
                case.sweep,
                solver=solver,
                progress=progress.part(0.0, 0.95),
            )
            feedback.pushInfo(tr("Exact allocations by {solver}.").format(solver=solver.name))
        tell_recommendation(feedback, result)
        return self._write(parameters, context, feedback, case, result)

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        case: GreenfieldCase,
        result: GreenfieldResult,
    ) -> dict[str, Any]:
        layers = CentreLayers(case.units, result, self.known_colours)
        best, table = result.best, Qgis.WkbType.NoGeometry
        schema = AssignmentSchema.create(
            case.units.fields, layers.names.field, [number_field("distance_m")]
        )
        flows = style_flow_lines(layers.colours, over_areas=case.units.are_polygons)
        outputs = (
            OutputLayer(
                self.OUTPUT,
                schema.fields,
                case.units.geometry_type,
                lambda: assigned_features(
                    case.units, schema, layers.names, best.labels, [best.distance_m]
                ),
                style_customers(layers.colours, case.weight_field),
                0,
            ),
            OutputLayer(
                self.FLOWS,
                layers.flow_fields,
                Qgis.WkbType.MultiLineString,
                layers.flows,
                flows,
                1,
            ),
            OutputLayer(
                self.CENTERS,
                layers.centre_fields,
                Qgis.WkbType.Point,
                layers.centres,
                style_centres(layers.colours),
                2,
            ),
            OutputLayer(
                self.ITERATION_CENTERS,
                layers.iteration_centre_fields,
                Qgis.WkbType.Point,
                layers.iteration_centres,
                style_iteration_centres,
                3,
            ),
            OutputLayer(self.ITERATIONS, layers.iteration_fields, table, layers.iterations),
            OutputLayer(self.CURVE, layers.curve_fields, table, layers.curve),
        )
        results = write_layers(self, parameters, context, case.units.space.crs, outputs, best.count)
        maps = PlanMaps(case.units, layers.names.field, layers.colours, context)
        results |= self.write_report(
            parameters,
            context,
            feedback,
            lambda: greenfield_report(result, case.weight_field, maps),
        )
        return results | {
            "BEST_COUNT": int(best.count),
            "OBJECTIVE": best.objective,
            "LOWER_BOUND_ALLOCATION": best.allocation_bound,
            "MEAN_DISTANCE_M": best.plan.statistics.overall_mean_distance_m,
            "TOTAL_COST": result.best_point.total_cost,
            "STATUS": result.status,
        }
