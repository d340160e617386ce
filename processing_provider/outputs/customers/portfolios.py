"""The layers and tables of territory:clustercustomers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from qgis.core import Qgis, QgsFeature, QgsField, QgsFields, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from ....core.customers.group_solution import GroupSolution, PortfolioSolution
from ....core.texts import Text
from ...common.fields import (
    TERRITORY_FIELD,
    TerritoryNames,
    integer_field,
    like_field,
    number_field,
    text_field,
)
from ...common.texts import worded
from ...inputs.customers.case import CustomerCase
from ..looks.customer_styles import OUTLIER_FIELD, customer_colours, customers_style
from ..looks.styles import TerritoryColours
from ..writing.fields import (
    AssignmentSchema,
    append_field,
    assigned_features,
    point_feature,
    table_feature,
)
from ..writing.output_layer import OutputLayer

GROUP_COLUMN = "group_id"


class PortfolioLayers:
    """Makes the layers of one run.

    Parameters
    ----------
    case : CustomerCase
        What was given.
    solution : PortfolioSolution
        What was found.
    known_colours : mapping
        Colours that territories have in the project already.
    """

    def __init__(
        self,
        case: CustomerCase,
        solution: PortfolioSolution,
        known_colours: Mapping[str, str] | None = None,
    ) -> None:
        self._case = case
        self._solution = solution
        self._known_colours = known_colours or {}
        self.names = TerritoryNames(tuple(solution.plan.names), case.name_field, case.called)

    @cached_property
    def colours(self) -> TerritoryColours:
        """Colours of the territories, which take a while: a file may be closed meanwhile."""
        labels = self._solution.plan.labels
        return customer_colours(self._case.units, self.names, labels).keeping(self._known_colours)

    def customers(self, output: str, geometry_type: Qgis.WkbType) -> OutputLayer:
        """OUTPUT: the customers with territory, distance and flag."""
        units, solution = self._case.units, self._solution
        schema = AssignmentSchema.create(
            units.fields,
            self._case.name_field,
            [number_field("distance_m"), QgsField(OUTLIER_FIELD, QMetaType.Type.Bool)],
        )

        def style(layer: QgsVectorLayer) -> None:
            customers_style(
                self.colours,
                outlier_field=schema.names[OUTLIER_FIELD],
                demand_field=next(iter(self._case.attributes), ""),
            )(layer)

        return OutputLayer(
            output,
            schema.fields,
            geometry_type,
            lambda: assigned_features(
                units,
                schema,
                self.names,
                solution.plan.labels,
                [solution.plan.trip_m, solution.outlier],
            ),
            style,
            0,
        )

    def centres(self, output: str) -> OutputLayer:
        """CENTERS: one point per territory, with its portfolio."""
        fields = QgsFields()
        fields.append(like_field(TERRITORY_FIELD, self._case.name_field))
        self._append_portfolio_fields(fields)

        def features() -> Iterator[QgsFeature]:
            for group in self._solution.groups:
                places = self._case.units.space.map_coordinates(
                    group.centres[: group.territory_count]
                )
                rows = zip(group.plan.names, places, self._portfolio_rows(group))
                for name, place, values in rows:
                    yield point_feature(fields, place, [name, *values])

        return OutputLayer(
            output,
            fields,
            Qgis.WkbType.Point,
            features,
            lambda layer: self.colours.labelled_representatives(layer, TERRITORY_FIELD),
            1,
        )

    def summary(self, output: str) -> OutputLayer:
        """SUMMARY: per group its total, its territories, the price of its rules."""
        fields = QgsFields()
        fields.append(text_field("kind"))
        fields.append(self._field_of_all_names())
        fields.append(text_field("rule"))
        self._append_portfolio_fields(fields)
        fields.append(number_field("price_pct"))
        fields.append(number_field("gap_pct"))
        fields.append(text_field("status"))

        def features() -> Iterator[QgsFeature]:
            for group in self._solution.groups:
                for row in self._summary_rows(group):
                    yield table_feature(fields, row)

        return OutputLayer(output, fields, Qgis.WkbType.NoGeometry, features)

    def iterations(self, output: str) -> OutputLayer:
        """ITERATIONS: the exact rounds of the search."""
        fields = QgsFields()
        if self._case.group_field is not None:
            append_field(fields, like_field(GROUP_COLUMN, self._case.group_field))
        for field in (
            integer_field("start"),
            integer_field("round"),
            number_field("inertia"),
            integer_field("moved"),
        ):
            append_field(fields, field)

        def features() -> Iterator[QgsFeature]:
            for group in self._solution.groups:
                for one in group.rounds:
                    values = [one.start, one.number, one.inertia, one.moved]
                    yield table_feature(fields, [*self._key(group), *values])

        return OutputLayer(output, fields, Qgis.WkbType.NoGeometry, features)

    @property
    def _names_as_texts(self) -> bool:
        """Whether somebody without a territory has a name that is no number, unlike the others."""
        names = [name for group in self._solution.groups for name in group.plan.names]
        return self._case.name_field.isNumeric() and any(isinstance(name, str) for name in names)

    def _field_of_all_names(self) -> QgsField:
        if self._names_as_texts:
            return text_field(TERRITORY_FIELD)
        return like_field(TERRITORY_FIELD, self._case.name_field)

    def _summary_rows(self, group: GroupSolution) -> Iterator[list[Any]]:
        figures, statistics = group.figures, group.plan.statistics
        key = self._key(group)
        total: list[Any] = [len(group.plan.labels), *statistics.overall_totals.tolist()]
        if self._case.has_current:
            total += [figures.served_before, int(figures.kept.sum())]
        yield [
            *("group", None, None, *key, *total),
            *(statistics.overall_mean_distance_m, figures.inertia),
            *(None, 100.0 * group.gap, group.status),
        ]
        for name, values in zip(group.plan.names, self._portfolio_rows(group)):
            called = str(name) if self._names_as_texts else name
            yield ["territory", called, None, *values, None, None, None]
        for cost, price in zip(group.rule_costs, group.prices_pct()):
            nothing = [None] * len(total)
            yield [
                *("rule", None, rule_name(cost.rule), *key, *nothing),
                *(cost.mean_distance_m, cost.inertia, price, None, None),
            ]

    def _append_portfolio_fields(self, fields: QgsFields) -> None:
        case = self._case
        if case.group_field is not None:
            append_field(fields, like_field(GROUP_COLUMN, case.group_field))
        append_field(fields, integer_field("customers"))
        for attribute in case.attributes:
            append_field(fields, number_field(attribute))
        if case.has_current:
            append_field(fields, integer_field("customers_before"))
            append_field(fields, integer_field("customers_kept"))
        append_field(fields, number_field("mean_dist_m"))
        append_field(fields, number_field("inertia"))

    def _portfolio_rows(self, group: GroupSolution) -> Iterator[list[Any]]:
        """What each name holds, in the order of the portfolio fields."""
        figures, statistics = group.figures, group.plan.statistics
        for territory in range(group.plan.territory_count):
            row = [*self._key(group), int(statistics.area_count[territory])]
            row += statistics.totals[territory].tolist()
            if self._case.has_current:
                row += [int(figures.sizes_before[territory]), int(figures.kept[territory])]
            yield [
                *row,
                float(statistics.mean_distance_m[territory]),
                float(figures.inertias[territory]),
            ]

    def _key(self, group: GroupSolution) -> list[Any]:
        return [] if self._case.group_field is None else [group.group.value]


def rule_name(rule: str | Text) -> str:
    """What a rule is called in tables and charts."""
    return worded(rule) if isinstance(rule, Text) else rule
