"""territory:greenfield: centres of gravity with bounded allocation."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis

from ...core.assignment import open_solver
from ...core.siting.greenfield import solve_greenfield
from ...core.siting.greenfield_result import GreenfieldResult
from ..common.feedback import FeedbackProgress
from ..common.fields import number_field
from ..common.texts import tr
from ..inputs.site.greenfield import GreenfieldCase, collect
from ..inputs.site.greenfield_parameters import GreenfieldParameters
from ..outputs.looks.styles import style_flow_lines
from ..outputs.site.centres import (
    CentreLayers,
    style_centres,
    style_customers,
    style_iteration_centres,
    tell_recommendation,
)
from ..outputs.writing.fields import AssignmentSchema, assigned_features
from ..outputs.writing.output_layer import OutputLayer
from ..outputs.writing.sinks import write_layers
from ..reports.greenfield import greenfield_report
from ..reports.plan_maps import PlanMaps
from .run import Run


def carry_out(run: Run) -> dict[str, Any]:
    """Collect, solve, write: the outputs by id."""
    case = collect(run)
    progress = FeedbackProgress(run.feedback)
    with open_solver(progress) as solver:
        result = solve_greenfield(
            case.problem, case.sweep, solver=solver, progress=progress.part(0.0, 0.95)
        )
        run.feedback.pushInfo(tr("Exact allocations by {solver}.").format(solver=solver.name))
    tell_recommendation(run.feedback, result)
    return _write(run, case, result)


def _write(run: Run, case: GreenfieldCase, result: GreenfieldResult) -> dict[str, Any]:
    layers = CentreLayers(case.units, result, run.known_colours)
    best, table = result.best, Qgis.WkbType.NoGeometry
    schema = AssignmentSchema.create(
        case.units.fields, layers.names.field, [number_field("distance_m")]
    )
    flows = style_flow_lines(layers.colours, over_areas=case.units.are_polygons)
    outputs = (
        OutputLayer(
            GreenfieldParameters.OUTPUT,
            schema.fields,
            case.units.geometry_type,
            lambda: assigned_features(
                case.units, schema, layers.names, best.labels, [best.distance_m]
            ),
            style_customers(layers.colours, case.weight_field),
            0,
        ),
        OutputLayer(
            GreenfieldParameters.FLOWS,
            layers.flow_fields,
            Qgis.WkbType.MultiLineString,
            layers.flows,
            flows,
            1,
        ),
        OutputLayer(
            GreenfieldParameters.CENTERS,
            layers.centre_fields,
            Qgis.WkbType.Point,
            layers.centres,
            style_centres(layers.colours),
            2,
        ),
        OutputLayer(
            GreenfieldParameters.ITERATION_CENTERS,
            layers.iteration_centre_fields,
            Qgis.WkbType.Point,
            layers.iteration_centres,
            style_iteration_centres,
            3,
        ),
        OutputLayer(
            GreenfieldParameters.ITERATIONS, layers.iteration_fields, table, layers.iterations
        ),
        OutputLayer(GreenfieldParameters.CURVE, layers.curve_fields, table, layers.curve),
    )
    results = write_layers(run, case.units.space.crs, outputs, best.count)
    maps = PlanMaps(case.units, layers.names.field, layers.colours, run.context)
    results |= run.write_report(lambda: greenfield_report(result, case.weight_field, maps))
    return results | {
        "BEST_COUNT": int(best.count),
        "OBJECTIVE": best.objective,
        "LOWER_BOUND_ALLOCATION": best.allocation_bound,
        "MEAN_DISTANCE_M": best.plan.statistics.overall_mean_distance_m,
        "TOTAL_COST": result.best_point.total_cost,
        "STATUS": result.status,
    }
