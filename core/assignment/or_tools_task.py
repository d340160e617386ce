"""OR-Tools at work, in a child interpreter only: min-cost flows and CP-SAT.

Costs and weights become whole numbers there, so the answer is judged again with the true ones
by whoever asked.
"""

from __future__ import annotations

import numpy as np

from ..progress import SILENT, Progress
from ..workers import Message, Task, child_library

_SEED = 1
"""Of CP-SAT: any fixed number makes its answer reproducible."""


class OrToolsTask(Task):
    """Solves flows and integer programmes; imports OR-Tools when it is made.

    CP-SAT, which brings pandas along and takes six times as long as the flows to import, comes
    with the first integer programme: many runs have none.
    """

    def __init__(self, shared: Message) -> None:
        super().__init__(shared)
        from importlib.metadata import version

        self._flow = child_library("ortools.graph.python.min_cost_flow")
        self._version = version("ortools")

    def run(self, message: Message, progress: Progress = SILENT) -> Message:
        """Answer a :class:`~.network_flow.Network` or an :func:`~.cp_sat.integer_message`."""
        answer = self._flows(message) if message["kind"] == "flow" else self._whole(message)
        answer["version"] = self._version
        return answer

    def _flows(self, message: Message) -> Message:
        flow = self._flow.SimpleMinCostFlow()
        arcs = flow.add_arcs_with_capacity_and_unit_cost(
            message["tails"], message["heads"], message["capacities"], message["costs"]
        )
        supplies = np.asarray(message["supplies"])
        flow.set_nodes_supplies(np.arange(supplies.size), supplies)
        status = flow.solve()
        if status != flow.OPTIMAL:
            raise RuntimeError(f"the flow was not solved: {status}")
        return {"flows": np.asarray(flow.flows(arcs), dtype=np.int64)}

    def _whole(self, message: Message) -> Message:
        cp_model = child_library("ortools.sat.python.cp_model")
        model = cp_model.CpModel()
        cost = np.asarray(message["cost"]).tolist()
        moved = [model.new_bool_var("") for _ in cost]
        ends = np.asarray(message["row_ends"])
        columns = np.asarray(message["columns"]).tolist()
        values = np.asarray(message["values"]).tolist()
        lower, upper = np.asarray(message["lower"]).tolist(), np.asarray(message["upper"]).tolist()
        for row in range(ends.size - 1):
            entries = range(int(ends[row]), int(ends[row + 1]))
            total = cp_model.LinearExpr.weighted_sum(
                [moved[columns[entry]] for entry in entries], [values[entry] for entry in entries]
            )
            model.add_linear_constraint(total, lower[row], upper[row])
        customers = np.asarray(message["customers"])
        for arcs in np.split(np.arange(customers.size), np.flatnonzero(np.diff(customers)) + 1):
            if arcs.size > 1:
                model.add_at_most_one([moved[arc] for arc in arcs.tolist()])
        model.minimize(cp_model.LinearExpr.weighted_sum(moved, cost) + int(message["resting"]))
        solver = cp_model.CpSolver()
        parameters = solver.parameters
        # One worker, and a measure of work rather than time: the answer is reproducible.
        parameters.num_workers = 1
        parameters.random_seed = _SEED
        parameters.max_deterministic_time = float(message["effort"])
        parameters.max_time_in_seconds = float(message["seconds"])
        parameters.relative_gap_limit = float(message["relative_gap"])
        status = solver.solve(model)
        if status == cp_model.INFEASIBLE:
            return {"status": "impossible"}
        if status not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return {"status": "unknown"}
        return {
            "status": "solved",
            "chosen": np.array([solver.boolean_value(one) for one in moved], dtype=bool),
            "bound": float(solver.best_objective_bound),
        }
