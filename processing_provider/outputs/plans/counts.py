"""The plans for several numbers of territories: a table, columns of the areas, what is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from qgis.core import Qgis, QgsFeature, QgsField, QgsFields, QgsProcessingFeedback

from ....core.errors import TerritoryError
from ....core.plan.plan import Plan
from ....core.texts import Text
from ....core.travel.trips import Trips
from ....core.workflow.consequences import Consequences, Judging, single_trip_m
from ....core.workflow.planning import Planned, PlannedOrRefused
from ...common.fields import TerritoryNames, integer_field, like_field, number_field, text_field
from ...common.number_format import localised
from ...common.texts import tr, worded
from ..writing.fields import table_feature
from ..writing.output_layer import OutputLayer

NEAREST_FIELD = "territory_nearest"


@dataclass(frozen=True)
class CountedPlans:
    """Plans by their number of territories, and the one that is written as ``territory``.

    Attributes
    ----------
    plans : dict of int to Planned, or to why there is none
    judging : Judging
    trips : Trips
    names_of : callable
        What so many territories are called.
    wished : int or None
        The number that the user wants.
    """

    plans: Mapping[int, PlannedOrRefused]
    judging: Judging
    trips: Trips
    names_of: Callable[[int], TerritoryNames]
    wished: int | None = None

    @cached_property
    def found(self) -> dict[int, Planned]:
        """Those for which there is a plan."""
        return {count: plan for count, plan in self.plans.items() if isinstance(plan, Planned)}

    @cached_property
    def rows(self) -> dict[int, Consequences]:
        """What each number means."""
        return {count: self.judging.of(planned.plan) for count, planned in self.found.items()}

    @cached_property
    def chosen(self) -> int:
        """The number of the plan that is written."""
        if self.wished in self.found:
            return int(self.wished or 0)
        if len(self.found) == 1:
            return next(iter(self.found))
        alone = single_trip_m(self.plan_of(next(iter(self.found))), self.trips)
        return self.judging.recommended(self.rows, alone).count

    def plan_of(self, count: int) -> Plan:
        """The plan for a number, from the homes after the run."""
        return self.found[count].plan

    @property
    def best(self) -> Planned:
        """The plan that is written."""
        return self.found[self.chosen]

    def columns(self) -> list[tuple[QgsField, NDArray]]:
        """Columns of the areas: the territory before balancing, and of every other number."""
        names = self.names_of(self.chosen)
        result = [_column(NEAREST_FIELD, names, self.best.nearest)]
        if len(self.found) > 1:
            for count, planned in self.found.items():
                result.append(_column(f"territory_{count}", self.names_of(count), planned.labels))
        return result

    @property
    def fields(self) -> QgsFields:
        """Fields of the table."""
        fields = QgsFields()
        for name in Consequences.columns():
            fields.append(integer_field(name) if name == "territories" else number_field(name))
        fields.append(integer_field("chosen"))
        fields.append(text_field("status"))
        return fields

    def table(self) -> Iterable[QgsFeature]:
        """One row per number, also of those for which there is no plan."""
        nothing = [None] * (len(Consequences.columns()) - 1)
        for count, plan in self.plans.items():
            values: list[Any]
            if isinstance(plan, TerritoryError):
                values = [count, *nothing, 0, worded(plan.text)]
            else:
                row = asdict(self.rows[count]).values()
                values = [*row, int(count == self.chosen), plan.solved.result.status]
            yield table_feature(self.fields, values)

    def layer(self, output: str) -> OutputLayer:
        """The table as an output."""
        return OutputLayer(output, self.fields, Qgis.WkbType.NoGeometry, self.table, None, 0)

    def tell(self, feedback: QgsProcessingFeedback) -> None:
        """Say which number is written, and why; and which could not be planned."""
        for count, plan in self.plans.items():
            if isinstance(plan, TerritoryError):
                feedback.pushWarning(
                    tr("No plan with {count} territories: {reason}").format(
                        count=count, reason=worded(plan.text)
                    )
                )
        if len(self.found) > 1:
            self._tell_why(feedback)
        if not self.best.agrees:
            feedback.pushWarning(
                tr(
                    "The hours of work of the plan and those on which it was balanced still differ "
                    "by more than 0.1 %. The deviations are those of the plan's own hours."
                )
            )
        load = self.rows[self.chosen].load_pct
        if load > 100.0:
            feedback.pushWarning(
                worded(
                    Text.of(
                        "The largest territory is {load:.1f} % of what one representative can "
                        "carry. "
                        "Plan more territories.",
                        load=load,
                    )
                )
            )

    def _tell_why(self, feedback: QgsProcessingFeedback) -> None:
        count = self.chosen
        if count == self.wished:
            text = tr("“territory” holds the plan with {count} territories, as you wish.")
        elif self.judging.capacity is not None:
            text = tr(
                "“territory” holds the plan with {count} territories: the fewest that "
                "representatives can carry."
            )
        elif self.judging.prices.are_given:
            text = tr(
                "“territory” holds the plan with {count} territories, which costs least: {cost}."
            )
        else:
            text = tr(
                "“territory” holds the plan with {count} territories: each further one saves less "
                "than 2 % of the travel from a single home. Give costs or a capacity to decide by "
                "these."
            )
        cost = localised(f"{self.rows[count].cost:,.0f}")
        feedback.pushInfo(text.format(count=count, cost=cost))


def _column(name: str, names: TerritoryNames, labels: NDArray) -> tuple[QgsField, NDArray]:
    values = np.empty(len(labels), dtype=object)
    values[:] = [names.of(label) for label in labels.tolist()]
    return like_field(name, names.field), values
