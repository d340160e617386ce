"""territory:balance: genetic balancing of areas under contiguity."""

from __future__ import annotations

from functools import partial

import numpy as np
from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFields,
    QgsProcessingOutputString,
    QgsProcessingParameterExpression,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterString,
)

from ...core.arrays import FloatArray, IntArray
from ...core.balance.feasibility import check
from ...core.balance.problem import CriteriaWeights
from ...core.balance.search import balance
from ...core.balance.settings import CONVERGENCE_COLUMNS, BalanceResult
from ...core.errors import InvalidInput
from ...core.travel.trips import Trips
from ..feedback import FeedbackProgress
from ..fields import number_field
from ..inputs.contiguity import ContiguityParameters
from ..inputs.cost_matrix import CostMatrixParameters
from ..inputs.expressions import areas_that_match
from ..inputs.parameters import (
    areas_source,
    is_given,
    number,
    optional_field,
    output_layer,
    places_source,
    switch,
    weight_field,
    weight_fields,
    whole_number,
)
from ..inputs.representatives import Representatives, read_representatives
from ..inputs.rules import (
    RuleSettings,
    groups_of_areas,
    locks_of,
    territories_by_id,
)
from ..inputs.search_settings import SearchParameters
from ..inputs.units import read_units
from ..outputs.fields import AssignmentSchema, assigned_features, table_feature, table_fields
from ..outputs.homes import resited_homes
from ..outputs.sinks import OutputLayer, refuse_unwritable_outputs, write_layers
from ..outputs.styles import TerritoryColours
from ..outputs.territories import TerritoryTable
from ..reports.balance import balance_report
from ..reports.page import REPORT, add_report_parameter, write_report
from ..texts import tr, worded
from .balance_outcome import Outcome
from .balance_problem import build_problem
from .balance_start import (
    Start,
    start_from_count,
    start_from_matrix,
    start_from_plan,
    start_from_representatives,
    with_homes,
)
from .base import TerritoryAlgorithm


class BalanceAlgorithm(TerritoryAlgorithm):
    """Genetic balancing of territories (thesis, algorithms 3 to 11)."""

    NAME = "balance"
    TITLE = "Balance territories"
    GROUP = "Assign and balance areas"
    SUMMARY = "Divides areas into connected, compact territories with equal totals."
    TAGS = ("sales territories", "districting", "redistricting", "zoning", "genetic", "regions")
    HELP = """Divides areas into territories whose totals are equal (or in proportion to given \
shares), each one connected piece, with short travel and short borders.

Start from one of: a plan to improve (TERRITORY_FIELD), representatives (REPS), or a bare number \
of territories (COUNT). Totals are those of the balance fields; without any, every area counts \
1. Several fields are balanced at once, in proportion to BALANCE_WEIGHTS ("2,1").

A genetic search keeps a population of plans, recombines connected pieces of two plans, and \
moves areas along borders from rich to poor territories. Contiguity, locks, groups and the \
limits on deviation and change are never broken. What contradicts itself is refused before the \
search, with the numbers.

With a cost matrix between areas and no representatives, homes come from the matrix: the best \
one in each territory of a plan, or the best for a number of territories.

The four weights say what matters: balance, travel (to the representative if the representatives \
are fixed or a cost matrix is given, else to the weighted centre of the territory), compactness \
(length of borders) and stability (weight that keeps its territory).

Results are repeatable: the same SEED gives the same plan. MAX_DEVIATION_PCT is the worst \
deviation of a territory from its target, LOWER_BOUND_PCT the value below which no plan can \
come. Cancelling keeps the best plan found so far."""

    INPUT = "INPUT"
    BALANCE_FIELDS = "BALANCE_FIELDS"
    REPS = "REPS"
    REP_ID_FIELD = "REP_ID_FIELD"
    COUNT = "COUNT"
    TERRITORY_FIELD = "TERRITORY_FIELD"
    TARGET_FIELD = "TARGET_FIELD"
    FIXED_REPS = "FIXED_REPS"
    BALANCE_WEIGHTS = "BALANCE_WEIGHTS"
    WEIGHT_BALANCE = "WEIGHT_BALANCE"
    WEIGHT_TRAVEL = "WEIGHT_TRAVEL"
    WEIGHT_COMPACTNESS = "WEIGHT_COMPACTNESS"
    WEIGHT_STABILITY = "WEIGHT_STABILITY"
    MAX_DEVIATION = "MAX_DEVIATION"
    MAX_CHANGE = "MAX_CHANGE"
    LOCKED = "LOCKED"
    LOCKED_TERRITORIES = "LOCKED_TERRITORIES"
    TOGETHER_FIELD = "TOGETHER_FIELD"
    OUTPUT = "OUTPUT"
    TERRITORIES = "TERRITORIES"
    REPS_OUT = "REPS_OUT"
    CONVERGENCE = "CONVERGENCE"

    def initAlgorithm(self, configuration=None):
        self._add_start()
        self._add_criteria()
        self._add_rules()
        CostMatrixParameters.add_to(self)
        ContiguityParameters.add_to(self, adjacency=True)
        SearchParameters.add_to(self)
        self._add_outputs()

    def _add_start(self) -> None:
        self.addParameter(areas_source(self.INPUT, tr("Areas")))
        self.addParameter(
            weight_fields(
                self.BALANCE_FIELDS, tr("Fields to balance (the number of areas if none is set)")
            )
        )
        self.addParameter(places_source(self.REPS, tr("Start from representatives"), optional=True))
        self.addParameter(
            optional_field(
                self.REP_ID_FIELD, tr("Field that identifies a representative"), self.REPS
            )
        )
        self.addParameter(
            whole_number(self.COUNT, tr("Start from a number of territories"), least=None)
        )
        self.addParameter(
            optional_field(self.TERRITORY_FIELD, tr("Start from the plan in this field"))
        )
        self.add_advanced(
            weight_field(
                tr("Share of each representative, e.g. working time (equal if not set)"),
                name=self.TARGET_FIELD,
                layer=self.REPS,
            ),
            switch(
                self.FIXED_REPS,
                tr("Representatives do not move: travel counts from their homes"),
                default=False,
            ),
        )

    def _add_criteria(self) -> None:
        ours = CriteriaWeights()
        self.add_advanced(
            QgsProcessingParameterString(
                self.BALANCE_WEIGHTS,
                tr("Importance of each balance field, e.g. 2,1 (equal if not set)"),
                optional=True,
            ),
            number(self.WEIGHT_BALANCE, tr("Weight of balance"), ours.balance),
            number(self.WEIGHT_TRAVEL, tr("Weight of short travel"), ours.travel),
            number(self.WEIGHT_COMPACTNESS, tr("Weight of short borders"), ours.compactness),
            number(self.WEIGHT_STABILITY, tr("Weight of keeping the present plan"), ours.stability),
        )

    def _add_rules(self) -> None:
        self.add_advanced(
            number(self.MAX_DEVIATION, tr("Largest allowed deviation from the target (%)")),
            number(
                self.MAX_CHANGE,
                tr("Largest share of the weight that may change territory (%)"),
                most=100.0,
            ),
            QgsProcessingParameterExpression(
                self.LOCKED,
                tr("Areas that stay in their territory"),
                parentLayerParameterName=self.INPUT,
                optional=True,
            ),
            QgsProcessingParameterMatrix(
                self.LOCKED_TERRITORIES,
                tr("Territories that neither lose nor receive areas"),
                numberRows=1,
                headers=[tr("territory")],
                optional=True,
            ),
            optional_field(self.TOGETHER_FIELD, tr("Areas with the same value here stay together")),
        )

    def _add_outputs(self) -> None:
        polygons = Qgis.ProcessingSourceType.VectorPolygon
        for definition in (
            output_layer(self.OUTPUT, tr("Areas by territory"), polygons, optional=False),
            output_layer(self.TERRITORIES, tr("Territories"), polygons),
            output_layer(
                self.REPS_OUT, tr("Homes after balancing"), Qgis.ProcessingSourceType.VectorPoint
            ),
            output_layer(
                self.CONVERGENCE,
                tr("Convergence of the search"),
                Qgis.ProcessingSourceType.Vector,
                by_default=False,
            ),
        ):
            self.addParameter(definition)
        add_report_parameter(self)
        self.add_number_outputs(
            MAX_DEVIATION_PCT=tr("Worst deviation from the target (%)"),
            CV_PCT=tr("Coefficient of variation of the totals (%)"),
            LOWER_BOUND_PCT=tr("No plan can have a smaller worst deviation (%)"),
            MEAN_DISTANCE_M=tr("Mean distance to the home or centre (m)"),
            BORDER_LENGTH_M=tr("Length of the borders between territories (m)"),
            CHANGED_PCT=tr("Weight that changed its territory (%)"),
            GENERATIONS=tr("Generations"),
            SECONDS=tr("Seconds of search"),
            PARTS=tr("Contiguous parts over all territories"),
            START_MAX_DEVIATION_PCT=tr("Worst deviation of the start (%)"),
            START_CV_PCT=tr("Coefficient of variation of the start (%)"),
            START_MEAN_DISTANCE_M=tr("Mean distance of the start (m)"),
            START_BORDER_LENGTH_M=tr("Length of the borders of the start (m)"),
            START_PARTS=tr("Contiguous parts of the start"),
        )
        self.addOutput(QgsProcessingOutputString("STATUS", tr("Why the search ended")))

    def calculate(self, parameters, context, feedback):
        refuse_unwritable_outputs(self, parameters)
        fields = self.parameterAsStrings(parameters, self.BALANCE_FIELDS, context)
        units = read_units(
            self.required_source(parameters, self.INPUT, context),
            context,
            feedback,
            id_field=self.parameterAsString(
                parameters, CostMatrixParameters.AREA_ID_FIELD, context
            ),
            weight_fields=fields,
        )
        units.refuse_if_empty()
        weights = units.weights if fields else np.ones((len(units), 1))
        refuse_zero_totals(weights, fields)
        settings = SearchParameters.read(self, parameters, context)
        representatives = self._representatives(parameters, context, units)
        graph = ContiguityParameters.graph(self, parameters, context, feedback, units)
        shares = self._criterion_shares(parameters, context, len(weights[0]))
        trips = self._trips(parameters, context, feedback, units, representatives)
        start = self._start(parameters, context, feedback, units, graph, representatives)
        if trips is not None and representatives is None:
            start = start_from_matrix(
                start,
                units,
                graph,
                trips,
                trip_weights(weights, shares),
                settings.seed,
                feedback,
            )
        rules = self._rules(parameters, context, units, start, representatives)
        locks = locks_of(units, start, rules)
        groups = groups_of_areas(
            units,
            graph,
            self.parameterAsString(parameters, self.TOGETHER_FIELD, context),
            locks.locked,
            feedback,
        )
        problem_with = partial(
            build_problem,
            units,
            weights,
            graph,
            start,
            self._target_shares(parameters, context, representatives),
            shares,
            self._criteria(parameters, context, feedback, start),
            rules,
            locks,
        )
        group = groups.joined
        problem = problem_with(group)
        contracted = problem if groups.are_single_areas else problem.contracted(group)
        checked = check(
            contracted,
            ids=first_ids(units.ids, group),
            territory_ids=[start.names.of(number) for number in range(len(start.names))],
            relaxed=problem_with(groups.wanted).contracted(groups.wanted)
            if groups.have_ways
            else None,
        )
        for warning in checked.warnings:
            feedback.pushWarning(worded(warning))
        feedback.pushInfo(
            tr("Searching: {areas} areas, {territories} territories.").format(
                areas=len(units), territories=len(start.names)
            )
        )
        result = balance(
            contracted,
            settings,
            checked=checked,
            progress=FeedbackProgress(feedback).part(0.05, 0.9),
        )
        outcome = Outcome.create(
            units,
            problem,
            start,
            result,
            result.labels[group],
            partial(
                resited_homes,
                representatives=representatives,
                trips=trips,
                may_move=not rules.fixed_homes,
                id_field=CostMatrixParameters.area_id_field(self, parameters, context, units),
            ),
        )
        return self._write(parameters, context, feedback, outcome)

    def _representatives(self, parameters, context, units) -> Representatives | None:
        source = self.parameterAsSource(parameters, self.REPS, context)
        if source is None:
            return None
        return read_representatives(
            source, units, self.parameterAsString(parameters, self.REP_ID_FIELD, context)
        )

    def _trips(self, parameters, context, feedback, units, representatives) -> Trips | None:
        """Trips between areas, where the cost matrix has rows from more than the given homes."""
        table = CostMatrixParameters.table(self, parameters, context, feedback)
        if table is None:
            return None
        trips = Trips(units, table)
        if representatives is None:
            feedback.pushInfo(
                tr("Homes and travel cost come from the cost matrix ({unit}).").format(
                    unit=trips.unit
                )
            )
            return trips
        return trips if trips.knows_more_than(representatives.ids) else None

    def _start(self, parameters, context, feedback, units, graph, representatives) -> Start:
        plan_field = self.parameterAsString(parameters, self.TERRITORY_FIELD, context)
        count_given = is_given(parameters, self.COUNT)
        if count_given and (plan_field or representatives is not None):
            raise InvalidInput(
                "COUNT is only for a start from nothing; with TERRITORY_FIELD or REPS the number "
                "of territories is given. Leave COUNT empty, or leave the others out."
            )
        costs = None
        if representatives is not None:
            costs = CostMatrixParameters.read(
                self, parameters, context, feedback, units.ids, representatives.ids
            )
        if plan_field:
            start = start_from_plan(units, plan_field, feedback, representatives)
            return with_homes(start, units, representatives, costs, feedback)
        if representatives is not None:
            return start_from_representatives(units, graph, representatives, costs, feedback)
        if count_given:
            return start_from_count(units, self.parameterAsInt(parameters, self.COUNT, context))
        raise InvalidInput(
            "Nothing to start from: give representatives (REPS), a plan (TERRITORY_FIELD), or the "
            "number of territories (COUNT)."
        )

    def _target_shares(self, parameters, context, representatives) -> FloatArray | None:
        field = self.parameterAsString(parameters, self.TARGET_FIELD, context)
        if not field:
            return None
        if representatives is None:
            raise InvalidInput("TARGET_FIELD is a field of REPS, but there are no REPS.")
        return representatives.shares(field)

    def _criterion_shares(self, parameters, context, count: int) -> FloatArray:
        text = self.parameterAsString(parameters, self.BALANCE_WEIGHTS, context).strip()
        if not text:
            return np.full(count, 1.0 / count)
        try:
            shares = np.array([float(part) for part in text.replace(";", ",").split(",")])
        except ValueError as error:
            raise InvalidInput(
                "BALANCE_WEIGHTS '{text}' is not a list of numbers like 2,1.", text=text
            ) from error
        if len(shares) != count:
            raise InvalidInput(
                "BALANCE_WEIGHTS holds {given} number(s) for {count} balance field(s).",
                given=len(shares),
                count=count,
            )
        if not (np.isfinite(shares).all() and (shares >= 0.0).all() and shares.sum() > 0.0):
            raise InvalidInput(
                "BALANCE_WEIGHTS '{text}' must be 0 or more, and not all 0.", text=text
            )
        return shares / shares.sum()

    def _criteria(self, parameters, context, feedback, start: Start) -> CriteriaWeights:
        balance_weight, travel, compactness, stability = (
            self.parameterAsDouble(parameters, name, context)
            for name in (
                self.WEIGHT_BALANCE,
                self.WEIGHT_TRAVEL,
                self.WEIGHT_COMPACTNESS,
                self.WEIGHT_STABILITY,
            )
        )
        if stability > 0.0 and not start.is_plan:
            feedback.pushWarning(
                tr("WEIGHT_STABILITY has no effect: there is no present plan (TERRITORY_FIELD).")
            )
            stability = 0.0
        return CriteriaWeights(balance_weight, travel, compactness, stability)

    def _rules(self, parameters, context, units, start, representatives) -> RuleSettings:
        # Not parameterAsExpression, which takes an expression with an error for none at all.
        locked = self.parameterAsString(parameters, self.LOCKED, context)
        fixed = self.parameterAsBool(parameters, self.FIXED_REPS, context)
        if fixed and representatives is None:
            raise InvalidInput("FIXED_REPS needs representatives: give REPS.")

        has_matrix = (
            self.parameterAsSource(parameters, CostMatrixParameters.COST_MATRIX, context)
            is not None
        )

        def share(name: str, missing: float) -> float:
            if not is_given(parameters, name):
                return missing
            return self.parameterAsDouble(parameters, name, context) / 100.0

        return RuleSettings(
            locked_areas=areas_that_match(
                units, locked, self.LOCKED, self.createExpressionContext(parameters, context)
            )
            if locked
            else np.zeros(len(units), dtype=bool),
            locked_territories=territories_by_id(
                start.names,
                self.parameterAsMatrix(parameters, self.LOCKED_TERRITORIES, context),
                self.LOCKED_TERRITORIES,
            ),
            max_deviation=share(self.MAX_DEVIATION, np.inf),
            max_change=share(self.MAX_CHANGE, 1.0),
            fixed_homes=fixed,
            travel_from_homes=fixed or has_matrix,
        )

    def _write(self, parameters, context, feedback, outcome: Outcome):
        units, names = outcome.units, outcome.names
        schema = AssignmentSchema.create(units.fields, names.field, [number_field("distance_m")])
        table = TerritoryTable(units, names, context)
        convergence_fields = table_fields(
            **{name: int if name == "generation" else float for name in CONVERGENCE_COLUMNS}
        )
        colours = TerritoryColours.create(names, outcome.labels, outcome.problem.graph)
        input_type = self.required_source(parameters, self.INPUT, context).wkbType()
        layers = (
            OutputLayer(
                self.OUTPUT,
                schema.fields,
                input_type,
                lambda: assigned_features(
                    units, schema, names, outcome.labels, [outcome.distance_m]
                ),
                colours.areas,
                0,
            ),
            OutputLayer(
                self.TERRITORIES,
                table.fields,
                table.geometry_type,
                lambda: table.features(outcome.labels, outcome.statistics, feedback),
                colours.territories,
                1,
            ),
            OutputLayer(
                self.REPS_OUT,
                outcome.homes.fields,
                Qgis.WkbType.Point,
                outcome.homes.features,
                colours.representatives,
                2,
            ),
            OutputLayer(
                self.CONVERGENCE,
                convergence_fields,
                Qgis.WkbType.NoGeometry,
                lambda: _rows(convergence_fields, outcome.result),
                None,
                0,
            ),
        )
        results = write_layers(self, parameters, context, units.space.crs, layers)
        report_path = self.parameterAsFileOutput(parameters, REPORT, context)
        results |= write_report(report_path, lambda: balance_report(outcome), feedback)
        return results | outcome.numbers()


def refuse_zero_totals(weights: FloatArray, fields: list[str]) -> None:
    """Refuse balance fields in which there is nothing to balance.

    Raises
    ------
    InvalidInput
    """
    empty = [name for name, total in zip(fields, weights.sum(axis=0)) if total <= 0.0]
    if empty:
        raise InvalidInput(
            "Balance field(s) {fields} are 0 or NULL in every area: there is nothing to balance. "
            "Choose other fields.",
            fields=", ".join(f"'{name}'" for name in empty),
        )


def trip_weights(weights: FloatArray, shares: FloatArray) -> FloatArray:
    """Trips per area (n,), before there is a problem: the balance weights as shares, combined."""
    totals = weights.sum(axis=0)
    return (weights / np.where(totals > 0.0, totals, 1.0)) @ shares


def first_ids(ids: list, group: IntArray) -> list:
    """Id of the first area of each group, for messages."""
    _, first = np.unique(group, return_index=True)
    return [ids[i] for i in first]


def _rows(fields: QgsFields, result: BalanceResult) -> list[QgsFeature]:
    return [table_feature(fields, row) for row in result.convergence]
