"""territory:clustercustomers: bounded k-means for customers."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsField,
    QgsProcessingOutputString,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.assignment import open_solver
from ...core.errors import InfeasibleProblem, InvalidInput, TerritoryError, name_some
from ..feedback import FeedbackProgress
from ..fields import TERRITORY_FIELD, number_field
from ..inputs.customer_groups import CustomerFields, GroupReader
from ..inputs.customer_rules import CustomerRules, SearchSettings
from ..inputs.customers import read_customers
from ..inputs.limits import LimitParameters
from ..inputs.parameters import (
    is_given,
    number,
    optional_field,
    output_layer,
    places_source,
    seed,
    switch,
    whole_number,
)
from ..inputs.representatives import Representatives, read_representatives
from ..outputs.customer_styles import OUTLIER_FIELD, customers_style
from ..outputs.fields import AssignmentSchema, assigned_features
from ..outputs.portfolios import CentreTable, GroupOutcome, Outcome, SummaryTable
from ..outputs.sinks import OutputLayer, refuse_unwritable_outputs, write_layers
from ..reports.customers import customers_report
from ..reports.page import REPORT, add_report_parameter, write_report
from ..texts import tr, worded
from .base import TerritoryAlgorithm
from .customer_problem import GroupProblem


class ClusterCustomersAlgorithm(TerritoryAlgorithm):
    """Constrained k-means with counts, sums, fixed pairs and retention."""

    NAME = "clustercustomers"
    TITLE = "Cluster customers"
    GROUP = "Customers"
    SUMMARY = "Gives customers to representatives: compact, within limits, with little change."
    TAGS = ("k-means", "kmeans", "constrained", "capacity", "balanced", "portfolio", "sales force")
    HELP = """Divides customers (points, or the centroids of polygons) into compact portfolios \
that keep limits: a k-means that alternates a bounded assignment with new centres until nothing \
improves.

Give the number of territories (COUNT) or representatives (REPS). Their places are the first \
centres; with FIXED they stay where they are.

Limits hold exactly, never approximately:
- at least and at most so many customers (MIN_COUNT, MAX_COUNT);
- LIMITS, one row per attribute: its sum is at least and at most so much in each territory. \
A value is a number, a share of the total ("30%"), or a numeric field of REPS (a limit for each \
representative); an empty cell is no limit. The attribute * stands for the number of customers;
- PREASSIGNED_FIELD names the representative who must get a customer;
- CURRENT_FIELD says whose customer it is today, and MIN_RETENTION how many percent of today's \
customers every representative keeps. Without REPS the clusters are named after those who keep \
most of their customers;
- MAX_DISTANCE in metres to the centre.

Limits that contradict each other are refused with the numbers.

GROUP_FIELD solves one independent problem per value, for example per subsidiary. COUNT then is \
the number in each group; REPS need the same field.

SMOOTH moves customers that lie among those of another territory there, where no limit breaks. \
OUTPUT flags those that remain in the field "outlier".

SUMMARY has a row for each group, each territory, and each rule: what it costs in inertia (the \
sum of the squared distances, in m²) and mean distance when the rules are added one by one. \
REPORT shows the portfolios before and after."""

    INPUT = "INPUT"
    COUNT = "COUNT"
    REPS = "REPS"
    REP_ID_FIELD = "REP_ID_FIELD"
    FIXED = "FIXED"
    MIN_COUNT = "MIN_COUNT"
    MAX_COUNT = "MAX_COUNT"
    PREASSIGNED_FIELD = "PREASSIGNED_FIELD"
    CURRENT_FIELD = "CURRENT_FIELD"
    MIN_RETENTION = "MIN_RETENTION"
    MAX_DISTANCE = "MAX_DISTANCE"
    GROUP_FIELD = "GROUP_FIELD"
    SMOOTH = "SMOOTH"
    NEIGHBORS = "NEIGHBORS"
    RESTARTS = "RESTARTS"
    SEED = "SEED"
    OUTPUT = "OUTPUT"
    CENTERS = "CENTERS"
    SUMMARY_TABLE = "SUMMARY"

    def initAlgorithm(self, configuration=None):
        self.addParameter(places_source(self.INPUT, tr("Customers")))
        self.addParameter(whole_number(self.COUNT, tr("Number of territories")))
        self.addParameter(
            places_source(self.REPS, tr("Representatives (instead of a number)"), optional=True)
        )
        self.addParameter(
            whole_number(self.MIN_COUNT, tr("At least so many customers each"), least=0)
        )
        self.addParameter(whole_number(self.MAX_COUNT, tr("At most so many customers each")))
        LimitParameters.add_to(
            self, tr("Limits of sums (number, share like 30%, or field of the representatives)")
        )
        self.add_advanced(
            optional_field(
                self.REP_ID_FIELD,
                tr("Field that identifies a representative (1, 2, … if not set)"),
                self.REPS,
            ),
            switch(self.FIXED, tr("Centres stay at the representatives' places"), default=False),
            optional_field(self.PREASSIGNED_FIELD, tr("Representative who must get the customer")),
            optional_field(self.CURRENT_FIELD, tr("Representative of today")),
            number(
                self.MIN_RETENTION,
                tr("Share of today's customers that each representative keeps (%)"),
                most=100,
            ),
            number(self.MAX_DISTANCE, tr("Greatest distance to the centre (m)")),
            optional_field(self.GROUP_FIELD, tr("Solve one problem per value of this field")),
            switch(self.SMOOTH, tr("Clean up by nearest neighbours"), default=False),
            whole_number(self.NEIGHBORS, tr("Neighbours that are asked"), 5),
            whole_number(self.RESTARTS, tr("Starts, of which the best counts"), 10),
            seed(),
        )
        kinds = Qgis.ProcessingSourceType
        for definition in (
            output_layer(
                self.OUTPUT, tr("Customers by territory"), kinds.VectorAnyGeometry, optional=False
            ),
            output_layer(self.CENTERS, tr("Centres"), kinds.VectorPoint),
            output_layer(self.SUMMARY_TABLE, tr("Summary"), kinds.Vector),
        ):
            self.addParameter(definition)
        add_report_parameter(self)
        self.add_number_outputs(
            INERTIA=tr("Sum of the squared distances to the centres (m²)"),
            OUTLIERS=tr("Customers most of whose neighbours are in another territory"),
            MEAN_DISTANCE_M=tr("Mean distance to the centre (m)"),
            RETAINED_PCT=tr("Customers who keep their representative (%)"),
        )
        self.addOutput(QgsProcessingOutputString("STATUS", tr("How the search ended")))

    def calculate(self, parameters, context, feedback):
        refuse_unwritable_outputs(self, parameters)
        rows = LimitParameters.rows(self, parameters, context)
        attributes = LimitParameters.attributes(rows)
        units = read_customers(
            self.required_source(parameters, self.INPUT, context),
            context,
            feedback,
            weight_fields=attributes,
        )
        representatives = self._representatives(parameters, context, units)
        rules = self._rules(parameters, context, rows, representatives)
        reader = GroupReader(
            units,
            representatives,
            rules,
            self._count(parameters, context),
            self._fields(parameters, context),
            feedback,
        )
        problems = reader.problems()
        for problem in problems:
            with _naming_the_group(problem):
                problem.refuse_impossible()
        settings = self._settings(parameters, context)
        progress = FeedbackProgress(feedback)
        groups = []
        with open_solver(progress) as solver:
            for position, problem in enumerate(problems):
                part = progress.part(
                    0.95 * position / len(problems), 0.95 * (position + 1) / len(problems)
                )
                with _naming_the_group(problem):
                    groups.append(GroupOutcome(problem, problem.solve(settings, solver, part)))
            feedback.pushInfo(tr("Exact assignments by {solver}.").format(solver=solver.name))
        outcome = Outcome(
            units=units,
            groups=groups,
            attributes=attributes,
            name_field=reader.name_field,
            group_field=reader.group_field,
            has_before=reader.knows_today,
        )
        _tell(outcome, feedback)
        return self._write(parameters, context, feedback, outcome)

    def _representatives(self, parameters, context, units) -> Representatives | None:
        source = self.parameterAsSource(parameters, self.REPS, context)
        if source is None:
            return None
        return read_representatives(
            source, units, self.parameterAsString(parameters, self.REP_ID_FIELD, context)
        )

    def _count(self, parameters, context) -> int | None:
        if not is_given(parameters, self.COUNT):
            return None
        return self.parameterAsInt(parameters, self.COUNT, context)

    def _fields(self, parameters, context) -> CustomerFields:
        current, preassigned, group = (
            self.parameterAsString(parameters, name, context)
            for name in (self.CURRENT_FIELD, self.PREASSIGNED_FIELD, self.GROUP_FIELD)
        )
        return CustomerFields(current, preassigned, group)

    def _rules(self, parameters, context, rows, representatives) -> CustomerRules:
        def integer(name: str) -> int | None:
            given = is_given(parameters, name)
            return self.parameterAsInt(parameters, name, context) if given else None

        def number(name: str) -> float | None:
            given = is_given(parameters, name)
            return self.parameterAsDouble(parameters, name, context) if given else None

        fixed = self.parameterAsBool(parameters, self.FIXED, context)
        if fixed and representatives is None:
            raise InvalidInput(
                "FIXED needs representatives whose places are the centres: give REPS."
            )
        retention = number(self.MIN_RETENTION)
        if retention and not self.parameterAsString(parameters, self.CURRENT_FIELD, context):
            raise InvalidInput(
                "MIN_RETENTION asks to keep {share:g} % of today's customers, but it is not known "
                "whose they are today: give CURRENT_FIELD.",
                share=retention,
            )
        return CustomerRules(
            min_count=integer(self.MIN_COUNT),
            max_count=integer(self.MAX_COUNT),
            limits=LimitParameters.limits(rows, representatives),
            min_retention=None if retention is None else retention / 100.0,
            max_distance=number(self.MAX_DISTANCE),
            fixed=fixed,
        )

    def _settings(self, parameters, context) -> SearchSettings:
        wants_prices = any(is_given(parameters, name) for name in (self.SUMMARY_TABLE, REPORT))
        return SearchSettings(
            restarts=self.parameterAsInt(parameters, self.RESTARTS, context),
            seed=self.parameterAsInt(parameters, self.SEED, context),
            smooth=self.parameterAsBool(parameters, self.SMOOTH, context),
            neighbours=self.parameterAsInt(parameters, self.NEIGHBORS, context),
            price_rules=wants_prices,
        )

    def _write(self, parameters, context, feedback, outcome: Outcome) -> dict[str, Any]:
        units = outcome.units
        outlier = QgsField(OUTLIER_FIELD, QMetaType.Type.Bool)
        schema = AssignmentSchema.create(
            units.fields, outcome.name_field, [number_field("distance_m"), outlier]
        )
        centres, summary = CentreTable(outcome), SummaryTable(outcome)
        colours = outcome.colour_style
        source = self.required_source(parameters, self.INPUT, context)
        columns = [
            outcome.column("distance_m", np.nan),
            outcome.column("outlier", 0.0).astype(bool),
        ]
        layers = (
            OutputLayer(
                self.OUTPUT,
                schema.fields,
                source.wkbType(),
                lambda: assigned_features(units, schema, outcome.names, outcome.labels, columns),
                customers_style(colours),
                0,
            ),
            OutputLayer(
                self.CENTERS,
                centres.fields,
                Qgis.WkbType.Point,
                centres.features,
                lambda layer: colours.labelled_representatives(layer, TERRITORY_FIELD),
                1,
            ),
            OutputLayer(
                self.SUMMARY_TABLE,
                summary.fields,
                Qgis.WkbType.NoGeometry,
                summary.features,
                None,
                0,
            ),
        )
        results = write_layers(self, parameters, context, units.space.crs, layers)
        report_path = self.parameterAsFileOutput(parameters, REPORT, context)
        results |= write_report(report_path, lambda: customers_report(outcome), feedback)
        return results | outcome.results()


@contextmanager
def _naming_the_group(problem: GroupProblem) -> Iterator[None]:
    """Let errors say which of several groups they are about."""
    try:
        yield
    except TerritoryError as error:
        if problem.value is None:
            raise
        kind = InfeasibleProblem if isinstance(error, InfeasibleProblem) else InvalidInput
        raise kind(
            "Group “{group}”: {reason}",
            group=problem.value,
            reason=worded(error.text),
        ) from error


def _tell(outcome: Outcome, feedback) -> None:
    """Say what the user may want to know about the plan."""
    for group in outcome.groups:
        names, plan = group.plan.names[: group.plan.territory_count], group.plan
        sizes = group.totals(None, plan.labels)
        empty = [name for name, size in zip(names, sizes) if size == 0]
        if empty:
            feedback.pushWarning(
                tr(
                    "{count} representative(s) get no customers: {names}. Set MIN_COUNT if "
                    "everybody should get some."
                ).format(count=len(empty), names=name_some(empty))
            )
        text = tr(
            "{customers} customers, {territories} territories, mean distance {distance:.0f} m, "
            "inertia {inertia:.6g} m² (the last assignment is within {gap:.3g} % of the best one "
            "for its centres), {status}."
        ).format(
            customers=len(plan.labels),
            territories=len(names),
            distance=plan.distance_m.mean(),
            inertia=plan.inertia,
            gap=plan.gap_pct,
            status=plan.status,
        )
        if group.problem.value is not None:
            text = tr("Group {group}: {text}").format(group=group.problem.value, text=text)
        feedback.pushInfo(text)
