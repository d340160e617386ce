"""territory:clustercustomers: bounded k-means for customers."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
)

from ...core.assignment import open_solver
from ...core.customers.group_search import refuse_impossible, solve_group
from ...core.customers.group_solution import PortfolioSolution
from ...core.progress import Cancelled
from ..common.feedback import FeedbackProgress
from ..common.texts import tr, translatable
from ..inputs.customers.case import CustomerCase
from ..inputs.customers.groups import GroupReader
from ..inputs.customers.layer import read_customers
from ..inputs.customers.limits import LimitParameters
from ..inputs.customers.rules import CustomerRuleParameters
from ..inputs.customers.search import CustomerSearchParameters
from ..inputs.customers.territories import TerritoryParameters
from ..inputs.customers.territory_limits import TerritoryLimitParameters
from ..inputs.parameters import (
    explained,
    is_given,
    label_of,
    output_layer,
    places_source,
)
from ..outputs.customers.messages import naming_the_group, tell, tell_cancelled
from ..outputs.customers.portfolios import PortfolioLayers
from ..outputs.writing.sinks import write_layers
from ..reports.customers import customers_report
from ..reports.output import REPORT, add_report_parameter
from ..reports.plan_maps import PlanMaps
from .base import TerritoryAlgorithm


class ClusterCustomersAlgorithm(TerritoryAlgorithm):
    """Constrained k-means with counts, sums, fixed pairs and retention."""

    NAME = "clustercustomers"
    TITLE = translatable("Cluster customers")
    GROUP = translatable("Customers")
    SUMMARY = translatable(
        "Gives customers to representatives: compact, within limits, with little change."
    )
    TAGS = (
        translatable("k-means"),
        translatable("kmeans"),
        translatable("constrained"),
        translatable("capacity"),
        translatable("balanced"),
        translatable("portfolio"),
        translatable("sales force"),
    )
    HELP = translatable(
        """Divides customers (points, or the centroids of polygons) into compact portfolios \
that keep limits: a k-means that alternates a bounded assignment with new centres until nothing \
improves.

Give the number of territories or a layer of representatives. Their places are the first \
centres; with “Centres stay at the representatives' places” they stay where they are.

Limits hold exactly, never approximately:
- the minimum and maximum number of customers per territory;
- limits on sums per territory, one row per attribute;
- the representative who must get a customer;
- the share of current customers that each representative keeps. Without representatives the \
clusters are named after those who keep most of their customers;
- the maximum distance from customer to centre.

Limits that contradict each other are refused with the numbers.

With a group field one independent problem is solved per value, for example per subsidiary. The \
number of territories is the number in each group then; representatives need the same field.

The clean-up by nearest neighbours moves customers that lie among those of another territory \
there, where no limit breaks. “Customers by territory” flags those that remain in the field \
"outlier".

The summary has a row for each group, each territory, and each rule: what it costs in inertia \
(the sum of the squared distances, in m²) and mean distance when the rules are added one by one. \
The report shows the portfolios before and after."""
    )

    INPUT = "INPUT"
    OUTPUT = "OUTPUT"
    CENTERS = "CENTERS"
    SUMMARY_TABLE = "SUMMARY"
    ITERATIONS = "ITERATIONS"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self.addParameter(
            explained(
                places_source(self.INPUT, tr("Customers")),
                tr("Points, or polygons, whose centroids count."),
            )
        )
        TerritoryParameters.add_to(self)
        CustomerRuleParameters.add_to(self)
        TerritoryLimitParameters.add_to(self)
        TerritoryParameters.add_advanced_to(self)
        CustomerSearchParameters.add_to(self)
        kinds = Qgis.ProcessingSourceType
        for definition in (
            explained(
                output_layer(
                    self.OUTPUT,
                    tr("Customers by territory"),
                    kinds.VectorAnyGeometry,
                    optional=False,
                ),
                tr("Fields: territory, distance_m (to the centre, in metres), outlier."),
            ),
            explained(
                output_layer(self.CENTERS, tr("Centres"), kinds.VectorPoint),
                tr("One point per territory with what its portfolio holds."),
            ),
            explained(
                output_layer(self.SUMMARY_TABLE, tr("Summary"), kinds.Vector),
                tr("Groups, territories and the price of each rule; distances in metres."),
            ),
            explained(
                output_layer(self.ITERATIONS, tr("Iterations"), kinds.Vector, by_default=False),
                tr(
                    "One row per exact round of each start that was worth one: inertia in m² on "
                    "the local plane, customers that moved."
                ),
            ),
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

    def calculate(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        case = self._case(parameters, context, feedback)
        for group in case.groups:
            with naming_the_group(group):
                refuse_impossible(group)
        solution = self._solution(parameters, context, feedback, case)
        tell(solution, feedback)
        return self._write(parameters, context, feedback, case, solution)

    def _case(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> CustomerCase:
        rows = LimitParameters.rows(self, parameters, context)
        single = TerritoryLimitParameters.rows(self, parameters, context)
        attributes = LimitParameters.attributes(rows)
        attributes += TerritoryLimitParameters.attributes(single)
        units = read_customers(
            self.required_source(parameters, self.INPUT, context),
            context,
            feedback,
            weight_fields=list(dict.fromkeys(attributes)),
            labels=dict.fromkeys(attributes, label_of(self, LimitParameters.LIMITS)),
        )
        given = TerritoryParameters.read(self, parameters, context, feedback, units)
        rules = CustomerRuleParameters.rules(self, parameters, context, rows, given.representatives)
        return GroupReader(
            units,
            given.representatives,
            replace(rules, fixed=given.fixed, territories=TerritoryLimitParameters.rules(single)),
            given.count,
            CustomerRuleParameters.fields(self, parameters, context),
            feedback,
        ).case()

    def _solution(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        case: CustomerCase,
    ) -> PortfolioSolution:
        wants_prices = any(is_given(parameters, name) for name in (self.SUMMARY_TABLE, REPORT))
        search = CustomerSearchParameters.search(
            self, parameters, context, price_rules=wants_prices
        )
        progress = FeedbackProgress(feedback)
        found = []
        with open_solver(progress) as solver:
            for number, group in enumerate(case.groups):
                step = 0.95 / len(case.groups)
                part = progress.part(step * number, step * (number + 1))
                try:
                    with naming_the_group(group):
                        found.append(solve_group(group, search, solver, part))
                except Cancelled:
                    if not found:
                        raise
                    tell_cancelled(case.groups[number:], feedback)
                    break
            feedback.pushInfo(tr("Exact assignments by {solver}.").format(solver=solver.name))
        return PortfolioSolution(case.customers, found, len(found) == len(case.groups))

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        case: CustomerCase,
        solution: PortfolioSolution,
    ) -> dict[str, Any]:
        layers = PortfolioLayers(case, solution, self.known_colours)
        crs, count = case.units.space.crs, solution.plan.territory_count
        outputs = (
            layers.customers(self.OUTPUT, case.units.geometry_type),
            layers.centres(self.CENTERS),
            layers.summary(self.SUMMARY_TABLE),
            layers.iterations(self.ITERATIONS),
        )
        results = write_layers(self, parameters, context, crs, outputs, count)
        maps = PlanMaps(case.units, case.name_field, layers.colours, context)
        results |= self.write_report(
            parameters, context, feedback, lambda: customers_report(case, solution, maps)
        )
        retained = solution.retained_share
        return results | {
            "INERTIA": solution.inertia,
            "OUTLIERS": solution.outliers,
            "MEAN_DISTANCE_M": solution.figures.overall_mean_distance_m,
            "RETAINED_PCT": None if retained is None else 100.0 * retained,
            "STATUS": solution.status,
        }
