"""territory:clustercustomers: bounded k-means for customers."""

from __future__ import annotations

from typing import Any

from ...core.assignment import open_solver
from ...core.customers.group_search import refuse_impossible, solve_group
from ...core.customers.group_solution import PortfolioSolution
from ...core.progress import Cancelled
from ..common.feedback import FeedbackProgress
from ..common.texts import tr
from ..inputs.customers.case import CustomerCase
from ..inputs.customers.cluster_case import collect
from ..inputs.customers.parameters import ClusterParameters
from ..inputs.customers.search import group_search
from ..outputs.customers.messages import naming_the_group, tell, tell_cancelled
from ..outputs.customers.portfolios import PortfolioLayers
from ..outputs.writing.sinks import write_layers
from ..reports.customers import customers_report
from ..reports.parameters import REPORT
from ..reports.plan_maps import PlanMaps
from .run import Run


def carry_out(run: Run) -> dict[str, Any]:
    """Collect, solve, write: the outputs by id."""
    case = collect(run)
    for group in case.groups:
        with naming_the_group(group):
            refuse_impossible(group)
    solution = _solution(run, case)
    tell(solution, case.called, run.feedback)
    return _write(run, case, solution)


def _solution(run: Run, case: CustomerCase) -> PortfolioSolution:
    wants_prices = run.gives(ClusterParameters.SUMMARY_TABLE) or run.gives(REPORT)
    search = group_search(run, price_rules=wants_prices)
    progress = FeedbackProgress(run.feedback)
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
                tell_cancelled(case.groups[number:], run.feedback)
                break
        run.feedback.pushInfo(tr("Exact assignments by {solver}.").format(solver=solver.name))
    return PortfolioSolution(case.customers, found, len(found) == len(case.groups))


def _write(run: Run, case: CustomerCase, solution: PortfolioSolution) -> dict[str, Any]:
    layers = PortfolioLayers(case, solution, run.known_colours)
    crs, count = case.units.space.crs, solution.plan.territory_count
    outputs = (
        layers.customers(ClusterParameters.OUTPUT, case.units.geometry_type),
        layers.centres(ClusterParameters.CENTERS),
        layers.summary(ClusterParameters.SUMMARY_TABLE),
        layers.iterations(ClusterParameters.ITERATIONS),
    )
    results = write_layers(run, crs, outputs, count)
    maps = PlanMaps(case.units, case.name_field, layers.colours, run.context)
    results |= run.write_report(lambda: customers_report(case, solution, maps))
    retained = solution.retained_share
    return results | {
        "INERTIA": solution.inertia,
        "OUTLIERS": solution.outliers,
        "MEAN_DISTANCE_M": solution.plan.statistics.overall_mean_distance_m,
        "RETAINED_PCT": None if retained is None else 100.0 * retained,
        "STATUS": solution.status,
    }
