"""What the log says about portfolios, and how errors name the group they are about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from qgis.core import QgsProcessingFeedback

from ....core.customers.group import CustomerGroup
from ....core.customers.group_solution import GroupSolution, PortfolioSolution
from ....core.errors import InfeasibleProblem, InvalidInput, TerritoryError, name_some
from ....core.ids import id_key
from ....core.texts import Figure, Text
from ...common.statuses import status_in_words
from ...common.texts import counted, worded

_LARGE = 1000.0
"""From here on nobody misses what stands behind the point."""


@contextmanager
def naming_the_group(group: CustomerGroup) -> Iterator[None]:
    """Let errors say which of several groups they are about."""
    try:
        yield
    except TerritoryError as error:
        if group.value is None:
            raise
        text = Text.of("Group “{group}”: {reason}", group=group.value, reason=error.text)
        kind = InfeasibleProblem if isinstance(error, InfeasibleProblem) else InvalidInput
        raise kind(text) from error


def tell(
    solution: PortfolioSolution, called: Mapping[str, str], feedback: QgsProcessingFeedback
) -> None:
    """Say what the user may want to know about the plan."""
    for group in solution.groups:
        names = [group.plan.names[i] for i in group.empty_territories.tolist()]
        empty = [called.get(id_key(name), str(name)) for name in names]
        if empty:
            feedback.pushWarning(
                counted(
                    len(empty),
                    "{count} territory gets no customers: {names}. Set “Minimum customers per "
                    "territory” if every one should get some.",
                    "{count} territories get no customers: {names}. Set “Minimum customers per "
                    "territory” if every one should get some.",
                    names=name_some(empty),
                )
            )
        _summarise(group, feedback)


def tell_cancelled(groups: Sequence[CustomerGroup], feedback: QgsProcessingFeedback) -> None:
    """Say which groups the run did not come to; their customers stay unassigned."""
    feedback.pushWarning(
        counted(
            len(groups),
            "The search was cancelled before group {names}: its customers stay unassigned.",
            "The search was cancelled before {count} groups ({names}): their customers stay "
            "unassigned.",
            names=name_some([group.value for group in groups]),
        )
    )


def _whole_where_large(value: float) -> Figure:
    """A sum of squares without the powers of ten that it would have in few digits."""
    return Figure(value, ",.0f" if value >= _LARGE else ".6g")


def _summarise(group: GroupSolution, feedback: QgsProcessingFeedback) -> None:
    values = {
        "customers": len(group.plan.labels),
        "territories": group.territory_count,
        "distance": Figure(group.plan.statistics.overall_mean_distance_m, ".0f"),
        "inertia": _whole_where_large(group.figures.inertia),
        "gap": Figure(100.0 * group.gap, ".3g"),
        "status": status_in_words(group.status),
        "group": group.group.value,
    }
    if group.group.value is None:
        feedback.pushInfo(
            worded(
                Text.of(
                    "{customers} customers, {territories} territories, mean distance {distance} m, "
                    "inertia {inertia} m² (the last assignment is within {gap} % of the best one "
                    "for its centres), {status}.",
                    **values,
                )
            )
        )
    else:
        feedback.pushInfo(
            worded(
                Text.of(
                    "Group {group}: {customers} customers, {territories} territories, mean "
                    "distance {distance} m, inertia {inertia} m² (the last assignment is within "
                    "{gap} % of the best one for its centres), {status}.",
                    **values,
                )
            )
        )
