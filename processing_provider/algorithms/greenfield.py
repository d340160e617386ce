"""territory:greenfield: centres of gravity with bounded allocation."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
    QgsProperty,
    QgsRenderContext,
    QgsSymbolLayer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.arrays import FloatArray, IntArray
from ...core.assignment import open_solver
from ...core.errors import MAX_NAMED_IDS, InvalidInput
from ...core.ids import distinct_ids, positions_in
from ...core.plan.order import north_to_south
from ...core.siting.greenfield import (
    DEFAULT_RESTARTS,
    CentreStatistics,
    CountResult,
    GreenfieldResult,
    centre_statistics,
    solve_greenfield,
)
from ...core.siting.greenfield_problem import CENTRE_RULES, GreenfieldProblem
from ..feedback import FeedbackProgress
from ..fields import TerritoryNames, integer_field, like_field, number_field, text_field
from ..inputs.parameters import (
    length,
    number,
    optional_field,
    output_layer,
    places_source,
    seed,
    weight_field,
    whole_number,
)
from ..inputs.units import SpatialUnits, read_units
from ..outputs.fields import (
    AssignmentSchema,
    assigned_features,
    point_feature,
    table_feature,
    table_fields,
)
from ..outputs.sinks import OutputLayer, refuse_unwritable_outputs, write_layers
from ..outputs.styles import TerritoryColours, style_flow_lines
from ..reports.greenfield import greenfield_report
from ..reports.page import REPORT, add_report_parameter, write_report
from ..texts import tr
from .base import TerritoryAlgorithm

_LONG_FLOW_M = 500_000.0
_FLOW_STEP_M = 50_000.0
STATISTICS = ("min_dist_m", "mean_dist_m", "max_dist_m", "wmean_dist_m", "travel")


@dataclass(frozen=True)
class Siting:
    """A solved greenfield problem with everything that is written about it."""

    units: SpatialUnits
    problem: GreenfieldProblem
    result: GreenfieldResult
    names: TerritoryNames
    statistics: CentreStatistics
    opening_cost: float
    demand_name: str

    @classmethod
    def create(
        cls,
        units: SpatialUnits,
        problem: GreenfieldProblem,
        result: GreenfieldResult,
        opening_cost: float,
        demand_name: str,
    ) -> Siting:
        plans = [
            plan if plan.count != result.best_count else numbered(plan, problem)
            for plan in result.plans
        ]
        result = replace(result, plans=plans)
        return cls(
            units=units,
            problem=problem,
            result=result,
            names=TerritoryNames.numbered(result.best_count),
            statistics=centre_statistics(problem, result.best),
            opening_cost=opening_cost,
            demand_name=demand_name,
        )

    @property
    def plan(self) -> CountResult:
        """Plan of the recommended count."""
        return self.result.best

    @property
    def mean_distance_m(self) -> float:
        """Mean distance over all demand."""
        return self.plan.objective / float(np.sum(self.problem.demand))

    def centre_fields(self) -> QgsFields:
        """Fields of CENTERS."""
        fields = QgsFields()
        for field in (
            integer_field("territory"),
            text_field("kind"),
            integer_field("customers"),
            number_field("demand"),
            *(number_field(name) for name in STATISTICS),
            number_field("radius_m"),
        ):
            fields.append(field)
        return fields

    def centres(self) -> Iterable[QgsFeature]:
        """One point per centre."""
        fields, figures = self.centre_fields(), self.statistics
        places = self.units.space.map_coordinates(self.plan.centres)
        for centre, place in enumerate(places):
            values: list[Any] = [
                self.names.of(centre),
                "existing" if centre < self.problem.existing_count else "new",
                int(figures.customers[centre]),
                float(figures.demand[centre]),
                float(figures.min_distance_m[centre]),
                float(figures.mean_distance_m[centre]),
                float(figures.max_distance_m[centre]),
                float(figures.weighted_mean_distance_m[centre]),
                float(figures.travel[centre]),
                float(figures.max_distance_m[centre]),
            ]
            yield point_feature(fields, place, values)

    def flows(self, fields: QgsFields) -> Iterable[QgsFeature]:
        """One line per customer, from the centre; long ones follow the earth's curve."""
        units, plan = self.units, self.plan
        places = units.space.map_coordinates(plan.centres).tolist()
        for row, label in enumerate(plan.labels.tolist()):
            line = QgsFeature(fields)
            line.setGeometry(
                flow_line(
                    units, plan.centres[label], places[label], row, float(plan.distance_m[row])
                )
            )
            line.setAttributes(
                [
                    self.names.of(label),
                    units.ids[row],
                    float(self.problem.demand[row]),
                    float(plan.distance_m[row]),
                ]
            )
            yield line

    def numbers(self) -> dict[str, float | int | str]:
        """Number outputs by id."""
        return {
            "BEST_COUNT": int(self.result.best_count),
            "OBJECTIVE": float(self.plan.objective),
            "LOWER_BOUND_ALLOCATION": float(self.plan.allocation_bound),
            "MEAN_DISTANCE_M": float(self.mean_distance_m),
            "STATUS": self.result.status,
        }


def style_centres(layer: QgsVectorLayer, colours: TerritoryColours) -> None:
    """Centres in the colours of their territories; squares are those that exist already."""
    colours.labelled_representatives(layer, "territory")
    shape = QgsProperty.fromExpression("if(\"kind\" = 'existing', 'square', 'circle')")
    for symbol in layer.renderer().symbols(QgsRenderContext()):
        for part in symbol.symbolLayers():
            part.setDataDefinedProperty(QgsSymbolLayer.Property.Name, shape)


def numbered(plan: CountResult, problem: GreenfieldProblem) -> CountResult:
    """The plan with new centres numbered from north to south, after the existing ones."""
    fixed = problem.existing_count
    free = np.arange(fixed, plan.count)
    free = free[north_to_south(plan.centres[free])]
    order = np.concatenate([np.arange(fixed), free])
    number = np.empty(plan.count, dtype=np.int64)
    number[order] = np.arange(plan.count)
    return replace(plan, centres=plan.centres[order], labels=number[plan.labels])


def flow_line(
    units: SpatialUnits, centre: FloatArray, place: list[float], row: int, length_m: float
) -> QgsGeometry:
    """Line from a centre to a customer, in two parts where it crosses the antimeridian."""
    customer = units.coordinates[row]
    crosses = units.space.is_earth and abs(units.positions[row, 0] - centre[0]) > 180.0
    if not crosses and (not units.space.is_earth or length_m < _LONG_FLOW_M):
        return QgsGeometry.fromMultiPolylineXY([[QgsPointXY(*place), QgsPointXY(*customer)]])
    ends = units.metric.to_plane(np.vstack([centre, units.positions[row]]))
    pieces = max(2, math.ceil(length_m / _FLOW_STEP_M))
    share = np.linspace(0.0, 1.0, pieces + 1)[:, None]
    way = units.metric.from_plane(ends[0] + share * (ends[1] - ends[0]))
    way[0], way[-1] = centre, units.positions[row]
    jump = np.flatnonzero(np.abs(np.diff(way[:, 0])) > 180.0)
    parts = []
    for part in _split_at_antimeridian(way, jump):
        coordinates = units.space.map_coordinates(part)
        parts.append([QgsPointXY(x, y) for x, y in coordinates.tolist()])
    return QgsGeometry.fromMultiPolylineXY(parts)


def _split_at_antimeridian(way: FloatArray, jump: IntArray) -> list[FloatArray]:
    parts, start, before = [], 0, np.empty((0, 2))
    for index in jump.tolist():
        west, east = way[index], way[index + 1]
        edge = math.copysign(180.0, west[0])
        far = east[0] + 2.0 * edge
        share = (edge - west[0]) / (far - west[0]) if far != west[0] else 0.0
        latitude = west[1] + share * (east[1] - west[1])
        parts.append(np.vstack([before, way[start : index + 1], [edge, latitude]]))
        before, start = np.array([[-edge, latitude]]), index + 1
    parts.append(np.vstack([before, way[start:]]))
    return parts


class GreenfieldAlgorithm(TerritoryAlgorithm):
    """Centre-of-gravity siting for one number of centres or a sweep."""

    NAME = "greenfield"
    TITLE = "Greenfield centres"
    GROUP = "Site"
    SUMMARY = "Places centres where demand-weighted distance is least, within bounds per centre."
    TAGS = ("centre of gravity", "warehouse", "location", "clustering", "brownfield", "k-means")
    HELP = """Places centres (warehouses, homes, depots) freely on the map and gives every \
customer to one of them, so that the total of demand × distance is small and every centre keeps \
its bounds: customers, demand, and distance. Customers are allocated and centres moved to the \
middle of their customers in turn, from several starts. The round with the least total counts, \
in which customers were allocated to centres placed for the round before: a centre need not be \
exactly the middle of its final customers.

Give one number of centres, or a range: the curve shows what each further centre saves, and a \
number is recommended, the one with the least total if an opening cost is given (in demand × \
metres per centre), otherwise the knee of the curve.

Existing sites stay where they are. With as many centres as existing sites customers are only \
allocated, and a site may stay empty unless a minimum forbids it; with more, new ones are added. \
A given allocation (INITIAL_FIELD) is one more start for as many centres as it has groups; \
existing sites stand in for the groups nearest to them.

A centre lies at the demand-weighted mean of its customers (on the sphere, so right at the \
antimeridian and the poles), at their plain mean, or at the point with the least total distance; \
with a greatest distance, as near to it as reaches all of them. \
Bounds that nobody can keep are refused with the numbers."""

    INPUT = "INPUT"
    WEIGHT_FIELD = "WEIGHT_FIELD"
    COUNT_MIN = "COUNT_MIN"
    COUNT_MAX = "COUNT_MAX"
    SIZE_RANGE_PCT = "SIZE_RANGE_PCT"
    MIN_CUSTOMERS = "MIN_CUSTOMERS"
    MAX_CUSTOMERS = "MAX_CUSTOMERS"
    MIN_DEMAND = "MIN_DEMAND"
    MAX_DEMAND = "MAX_DEMAND"
    MAX_DISTANCE = "MAX_DISTANCE"
    EXISTING = "EXISTING"
    INITIAL_FIELD = "INITIAL_FIELD"
    CENTER = "CENTER"
    OPENING_COST = "OPENING_COST"
    RESTARTS = "RESTARTS"
    SEED = "SEED"
    CENTERS = "CENTERS"
    OUTPUT = "OUTPUT"
    FLOWS = "FLOWS"
    ITERATIONS = "ITERATIONS"
    CURVE = "CURVE"

    def initAlgorithm(self, configuration=None):
        self._add_basics()
        self._add_advanced()
        self._add_outputs()

    def _add_basics(self) -> None:
        for definition in (
            places_source(self.INPUT, tr("Customers")),
            weight_field(tr("Demand (each counts 1 if not set)")),
            whole_number(self.COUNT_MIN, tr("Number of centres"), 5),
            whole_number(
                self.COUNT_MAX, tr("up to (tries every number; one number only if not set)")
            ),
            number(
                self.SIZE_RANGE_PCT,
                tr("Customers per centre: ± % around the mean (no bound if not set)"),
            ),
            places_source(
                self.EXISTING, tr("Existing centres that stay"), optional=True, points_only=True
            ),
        ):
            self.addParameter(definition)

    def _add_advanced(self) -> None:
        self.add_advanced(
            whole_number(self.MIN_CUSTOMERS, tr("Least customers per centre"), least=0),
            whole_number(self.MAX_CUSTOMERS, tr("Most customers per centre"), least=0),
            number(self.MIN_DEMAND, tr("Least demand per centre")),
            number(self.MAX_DEMAND, tr("Most demand per centre")),
            length(self.MAX_DISTANCE, tr("Greatest distance of a customer from its centre")),
            optional_field(self.INITIAL_FIELD, tr("Given allocation to start from")),
            QgsProcessingParameterEnum(
                self.CENTER,
                tr("A centre lies at"),
                [
                    tr("the demand-weighted mean of its customers"),
                    tr("their plain mean"),
                    tr("the point with the least weighted distance (median)"),
                ],
                defaultValue=0,
            ),
            number(
                self.OPENING_COST,
                tr("Cost of one centre, in demand × metres (0: by the knee of the curve)"),
                0.0,
            ),
            whole_number(self.RESTARTS, tr("Starts"), DEFAULT_RESTARTS),
            seed(),
        )

    def _add_outputs(self) -> None:
        kinds = Qgis.ProcessingSourceType
        for definition in (
            output_layer(self.CENTERS, tr("Centres"), kinds.VectorPoint, optional=False),
            output_layer(
                self.OUTPUT, tr("Customers by centre"), kinds.VectorAnyGeometry, optional=False
            ),
            output_layer(self.FLOWS, tr("Flows"), kinds.VectorLine),
            output_layer(self.ITERATIONS, tr("Iterations"), kinds.Vector, by_default=False),
            output_layer(self.CURVE, tr("Curve"), kinds.Vector, by_default=False),
        ):
            self.addParameter(definition)
        add_report_parameter(self)
        self.add_number_outputs(
            BEST_COUNT=tr("Recommended number of centres"),
            OBJECTIVE=tr("Total of demand × distance (m)"),
            LOWER_BOUND_ALLOCATION=tr("No allocation to these centres has a smaller total"),
            MEAN_DISTANCE_M=tr("Mean distance, weighted by demand (m)"),
        )
        self.addOutput(QgsProcessingOutputString("STATUS", tr("feasible or cancelled")))

    def calculate(self, parameters, context, feedback):
        refuse_unwritable_outputs(self, parameters)
        source = self.required_source(parameters, self.INPUT, context)
        weight_field = self.parameterAsString(parameters, self.WEIGHT_FIELD, context)
        units = read_units(
            source, context, feedback, weight_fields=[weight_field] if weight_field else []
        )
        units.refuse_if_empty()
        if units.are_polygons:
            units = on_surface(units)
        demand = units.weights[:, 0] if weight_field else np.ones(len(units))
        problem = self._problem(parameters, context, feedback, units, demand)
        opening_cost = self.parameterAsDouble(parameters, self.OPENING_COST, context)
        progress = FeedbackProgress(feedback)
        with open_solver(progress) as solver:
            result = solve_greenfield(
                problem,
                self._counts(parameters, context),
                seed=self.parameterAsInt(parameters, self.SEED, context),
                restarts=self.parameterAsInt(parameters, self.RESTARTS, context),
                initial=self._initial(parameters, context, feedback, units, problem.existing_count),
                opening_cost=opening_cost,
                solver=solver,
                progress=progress.part(0.0, 0.95),
            )
            feedback.pushInfo(tr("Exact allocations by {solver}.").format(solver=solver.name))
        refused = sorted(result.refused.items())
        for count, reason in refused[:MAX_NAMED_IDS]:
            feedback.pushWarning(
                tr("{count} centres are left out: {reason}").format(count=count, reason=reason)
            )
        if len(refused) > MAX_NAMED_IDS:
            feedback.pushWarning(
                tr("{count} numbers of centres are left out in all, up to {last}.").format(
                    count=len(refused), last=refused[-1][0]
                )
            )
        if result.status == "cancelled":
            feedback.pushWarning(tr("Cancelled; the best plan found so far is written."))
        siting = Siting.create(
            units, problem, result, opening_cost, weight_field or tr("customers")
        )
        return self._write(parameters, context, feedback, source, siting)

    def _counts(self, parameters, context) -> list[int]:
        least = self.parameterAsInt(parameters, self.COUNT_MIN, context)
        most = least
        if parameters.get(self.COUNT_MAX) not in (None, ""):
            most = self.parameterAsInt(parameters, self.COUNT_MAX, context)
        if least < 1 or most < least:
            raise InvalidInput(
                "COUNT_MIN = {least} and COUNT_MAX = {most}: give a range of at least 1 centre "
                "that does not end before it begins.",
                least=least,
                most=most,
            )
        return list(range(least, most + 1))

    def _problem(self, parameters, context, feedback, units, demand) -> GreenfieldProblem:
        def bound(name: str) -> float | None:
            if parameters.get(name) in (None, ""):
                return None
            return self.parameterAsDouble(parameters, name, context)

        existing = None
        source = self.parameterAsSource(parameters, self.EXISTING, context)
        if source is not None:
            sites = read_units(source, context, feedback, layer_name=self.EXISTING)
            sites.refuse_if_empty()
            order = np.argsort(sites.ids, kind="stable")
            existing = units.space.positions(sites.coordinates[order], sites.space.crs)
        return GreenfieldProblem(
            positions=units.positions,
            demand=demand,
            metric=units.metric,
            existing=existing,
            min_customers=bound(self.MIN_CUSTOMERS),
            max_customers=bound(self.MAX_CUSTOMERS),
            size_range_pct=bound(self.SIZE_RANGE_PCT),
            min_demand=bound(self.MIN_DEMAND),
            max_demand=bound(self.MAX_DEMAND),
            max_distance=bound(self.MAX_DISTANCE),
            centre_rule=CENTRE_RULES[self.parameterAsEnum(parameters, self.CENTER, context)],
            customer_ids=units.ids,
        )

    def _initial(
        self, parameters, context, feedback, units: SpatialUnits, existing: int
    ) -> IntArray | None:
        name = self.parameterAsString(parameters, self.INITIAL_FIELD, context)
        if not name:
            return None
        values = units.values(name, self.INITIAL_FIELD)
        known = distinct_ids(values)
        if not known:
            raise InvalidInput(
                "INITIAL_FIELD '{field}' is NULL everywhere: there is no allocation to start from.",
                field=name,
            )
        counts = self._counts(parameters, context)
        if len(known) not in counts:
            raise InvalidInput(
                "INITIAL_FIELD '{field}' holds {groups} groups, but {counts} centres are asked "
                "for. Set the number of centres to {groups}, or leave the field out.",
                field=name,
                groups=len(known),
                counts=str(counts[0]) if len(counts) == 1 else f"{counts[0]} to {counts[-1]}",
            )
        if len(known) <= existing:
            raise InvalidInput(
                "INITIAL_FIELD '{field}' holds {groups} groups, but {existing} centres exist "
                "already and stay: no centre is left to be placed from it. Leave the field out, "
                "or ask for more centres than exist, with as many groups.",
                field=name,
                groups=len(known),
                existing=existing,
            )
        if len(counts) > 1:
            feedback.pushInfo(
                tr(
                    "INITIAL_FIELD '{name}' holds {count} groups: it is one of the starts for "
                    "{count} centres, and for no other number."
                ).format(name=name, count=len(known))
            )
        return positions_in(values, known)

    def _write(self, parameters, context, feedback, source, siting: Siting):
        units, names, plan = siting.units, siting.names, siting.plan
        schema = AssignmentSchema.create(source.fields(), names.field, [number_field("distance_m")])
        flow_fields = QgsFields()
        flow_fields.append(like_field("territory", names.field))
        flow_fields.append(QgsField("customer", QMetaType.Type.LongLong))
        flow_fields.append(number_field("demand"))
        flow_fields.append(number_field("distance_m"))
        iteration_fields = table_fields(
            count=int, restart=int, iteration=int, objective=float, beyond_m=float
        )
        curve_fields = table_fields(count=int, objective=float, improvement_pct=float)
        colours = TerritoryColours.around_homes(names, units.metric.to_plane(plan.centres))
        earth, table = units.space.crs, Qgis.WkbType.NoGeometry
        layers = (
            OutputLayer(
                self.OUTPUT,
                schema.fields,
                source.wkbType(),
                lambda: assigned_features(units, schema, names, plan.labels, [plan.distance_m]),
                colours.areas,
                0,
            ),
            OutputLayer(
                self.FLOWS,
                flow_fields,
                Qgis.WkbType.MultiLineString,
                lambda: siting.flows(flow_fields),
                style_flow_lines(colours, over_areas=units.are_polygons),
                1,
            ),
            OutputLayer(
                self.CENTERS,
                siting.centre_fields(),
                Qgis.WkbType.Point,
                siting.centres,
                lambda layer: style_centres(layer, colours),
                2,
            ),
            OutputLayer(
                self.ITERATIONS,
                iteration_fields,
                table,
                lambda: (
                    table_feature(
                        iteration_fields,
                        (r.count, r.restart, r.iteration, r.objective, r.beyond),
                    )
                    for r in siting.result.iterations
                ),
                None,
                0,
            ),
            OutputLayer(
                self.CURVE,
                curve_fields,
                table,
                lambda: (table_feature(curve_fields, row) for row in siting.result.curve()),
                None,
                0,
            ),
        )
        results = write_layers(self, parameters, context, earth, layers)
        report_path = self.parameterAsFileOutput(parameters, REPORT, context)
        results |= write_report(report_path, lambda: greenfield_report(siting), feedback)
        return results | siting.numbers()


def on_surface(units: SpatialUnits) -> SpatialUnits:
    """The units with a point on the surface of each polygon in place of its centroid."""
    coordinates = units.inner_points
    return replace(units, coordinates=coordinates, positions=units.space.positions(coordinates))
