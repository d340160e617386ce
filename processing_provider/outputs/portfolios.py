"""What a run of territory:clustercustomers found, for its tables and its report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from qgis.core import QgsFeature, QgsField, QgsFields

from ...core.arrays import FloatArray, IntArray
from ..algorithms.customer_problem import GroupProblem
from ..fields import (
    TERRITORY_FIELD,
    TerritoryNames,
    integer_field,
    like_field,
    number_field,
    text_field,
)
from ..inputs.customer_rules import GroupPlan
from ..inputs.units import SpatialUnits
from .customer_styles import customer_colours
from .fields import append_field, point_feature, table_feature
from .styles import TerritoryColours

GROUP_COLUMN = "group_id"


@dataclass(frozen=True)
class GroupOutcome:
    """One group with its plan."""

    problem: GroupProblem
    plan: GroupPlan

    def totals(self, attribute: str | None, labels: IntArray) -> FloatArray:
        """Total of each name, (names,), by an attribute; the number of customers for None."""
        weights = self.problem.weights.get(attribute) if attribute else None
        chosen = labels >= 0
        return np.bincount(
            labels[chosen],
            weights=None if weights is None else weights[chosen],
            minlength=len(self.plan.names),
        ).astype(float)

    def portfolio(
        self, attribute: str | None
    ) -> tuple[FloatArray, FloatArray, FloatArray, FloatArray]:
        """Totals before and after, and their bounds (NaN: none), each (names,)."""
        plan = self.plan
        least = np.full(len(plan.names), -np.inf)
        most = np.full(len(plan.names), np.inf)
        k = plan.territory_count
        for limit in plan.limits:
            same = limit.is_count if attribute is None else limit.name == attribute
            if same and not limit.is_retention and limit.is_count == (attribute is None):
                least[:k] = np.maximum(least[:k], limit.minimum)
                most[:k] = np.minimum(most[:k], limit.maximum)
        return (
            self.totals(attribute, plan.before),
            self.totals(attribute, plan.labels),
            np.where(np.isfinite(least) & (least > 0.0), least, np.nan),
            np.where(np.isfinite(most), most, np.nan),
        )

    def kept(self) -> FloatArray:
        """Customers (names,) who stay with their representative."""
        same = self.plan.labels == self.plan.before
        return self.totals(None, np.where(same, self.plan.labels, -1))

    def mean_distances(self) -> FloatArray:
        """Mean distance (names,) to the centre in metres; NaN without customers."""
        return self._means(self.plan.distance_m)

    def inertias(self) -> FloatArray:
        """Sum of squared distances (names,) in m²."""
        size = len(self.plan.names)
        return np.bincount(
            self.plan.labels, weights=self.plan.distance_m**2, minlength=size
        ).astype(float)

    def _means(self, values: FloatArray) -> FloatArray:
        size = len(self.plan.names)
        sums = np.bincount(self.plan.labels, weights=values, minlength=size)
        counts = np.bincount(self.plan.labels, minlength=size)
        return np.where(counts > 0, sums / np.maximum(counts, 1), np.nan)

    def price_rows(self) -> list[tuple[str, float, float, float]]:
        """Rule, inertia in m², mean distance in m, price in percent of no rules."""
        prices = self.plan.prices
        # Today's portfolios, if they are known, come before the row without rules.
        free = next((i for i, step in enumerate(prices) if not step.is_today), 0)
        base = prices[free].inertia if prices else 0.0
        return [
            (
                step.rule,
                step.inertia,
                step.mean_distance_m,
                100.0 * (step.inertia / base - 1.0) if base > 0.0 else float("nan"),
            )
            for step in prices
        ]


@dataclass(frozen=True)
class Outcome:
    """All groups.

    Attributes
    ----------
    attributes : sequence of str
        Fields whose sums are limited or reported.
    has_before : bool
        Whether it is known whose customers they are today.
    """

    units: SpatialUnits
    groups: Sequence[GroupOutcome]
    attributes: Sequence[str]
    name_field: QgsField
    group_field: QgsField | None
    has_before: bool

    @cached_property
    def labels(self) -> IntArray:
        """Position of each customer's territory in :attr:`names`, -1 for none."""
        labels = np.full(len(self.units), -1, dtype=np.int64)
        start = 0
        for group in self.groups:
            labels[group.problem.rows] = start + group.plan.labels
            start += group.plan.territory_count
        return labels

    @cached_property
    def names(self) -> TerritoryNames:
        """Territories of all groups, one group after the other."""
        values: list[Any] = []
        for group in self.groups:
            values += group.plan.names[: group.plan.territory_count]
        return TerritoryNames(tuple(values), self.name_field)

    @cached_property
    def colour_style(self) -> TerritoryColours:
        return customer_colours(self.units, self.names, self.labels)

    @property
    def colours(self) -> dict[Any, str]:
        """Colour of each territory on the map."""
        return self.colour_style.colours

    def column(self, name: str, missing: float) -> FloatArray:
        """An array of the groups' plans for all customers (n,)."""
        values = np.full(len(self.units), missing)
        for group in self.groups:
            values[group.problem.rows] = getattr(group.plan, name)
        return values

    @property
    def outliers(self) -> int:
        return int(sum(np.count_nonzero(group.plan.outlier) for group in self.groups))

    @property
    def inertia(self) -> float:
        return float(sum(group.plan.inertia for group in self.groups))

    @property
    def mean_distance_m(self) -> float:
        return float(np.nanmean(self.column("distance_m", np.nan)))

    @property
    def retained_pct(self) -> float:
        """Customers who keep their representative, of those who have one; 100 without any."""
        today = sum(np.count_nonzero(group.plan.before >= 0) for group in self.groups)
        kept = sum(float(group.kept().sum()) for group in self.groups)
        return 100.0 * kept / today if today else 100.0

    @property
    def status(self) -> str:
        """The status of the group that came least far."""
        reached = [group.plan.status for group in self.groups]
        return next((s for s in ("cancelled", "rounds") if s in reached), "converged")

    def results(self) -> dict[str, float | int | str]:
        """Number outputs by id."""
        return {
            "INERTIA": self.inertia,
            "OUTLIERS": self.outliers,
            "MEAN_DISTANCE_M": self.mean_distance_m,
            "RETAINED_PCT": self.retained_pct,
            "STATUS": self.status,
        }


class CentreTable:
    """Fields and features of CENTERS: one per territory, with its portfolio."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self.fields = QgsFields()
        self.fields.append(like_field(TERRITORY_FIELD, outcome.name_field))
        _append_portfolio_fields(self.fields, outcome)

    def features(self) -> Iterator[QgsFeature]:
        space = self._outcome.units.space
        for group in self._outcome.groups:
            places = space.map_coordinates(group.plan.centres)
            for territory, values in enumerate(_portfolio_rows(self._outcome, group)):
                if territory >= group.plan.territory_count:
                    break
                name = group.plan.names[territory]
                yield point_feature(self.fields, places[territory], [name, *values])


class SummaryTable:
    """Fields and rows of SUMMARY: per group its total, its territories, the price of its rules."""

    def __init__(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self.fields = QgsFields()
        self.fields.append(text_field("kind"))
        self.fields.append(like_field(TERRITORY_FIELD, outcome.name_field))
        self.fields.append(text_field("rule"))
        _append_portfolio_fields(self.fields, outcome)
        self.fields.append(number_field("price_pct"))
        self.fields.append(number_field("gap_pct"))
        self.fields.append(text_field("status"))

    def features(self) -> Iterator[QgsFeature]:
        for group in self._outcome.groups:
            for row in self._rows(group):
                yield table_feature(self.fields, row)

    def _rows(self, group: GroupOutcome) -> Iterator[list[Any]]:
        outcome, plan = self._outcome, group.plan
        key = [] if outcome.group_field is None else [group.problem.value]
        sums = [float(group.totals(a, plan.labels).sum()) for a in outcome.attributes]
        total = [len(plan.labels), *sums]
        if outcome.has_before:
            total += [int(np.count_nonzero(plan.before >= 0)), int(group.kept().sum())]
        mean = float(plan.distance_m.mean())
        yield [
            *("group", None, None, *key, *total, mean, plan.inertia),
            *(float("nan"), plan.gap_pct, plan.status),
        ]
        for name, values in zip(plan.names, _portfolio_rows(outcome, group)):
            yield ["territory", name, None, *values, None, None, None]
        for rule, inertia, mean, price in group.price_rows():
            nothing = [None] * len(total)
            yield ["rule", None, rule, *key, *nothing, mean, inertia, price, None, None]


def _append_portfolio_fields(fields: QgsFields, outcome: Outcome) -> None:
    if outcome.group_field is not None:
        append_field(fields, like_field(GROUP_COLUMN, outcome.group_field))
    append_field(fields, integer_field("customers"))
    for attribute in outcome.attributes:
        append_field(fields, number_field(attribute))
    if outcome.has_before:
        append_field(fields, integer_field("customers_before"))
        append_field(fields, integer_field("customers_kept"))
    append_field(fields, number_field("mean_dist_m"))
    append_field(fields, number_field("inertia"))


def _portfolio_rows(outcome: Outcome, group: GroupOutcome) -> Iterator[list[Any]]:
    plan = group.plan
    before, after, *_ = group.portfolio(None)
    sums = [group.totals(attribute, plan.labels) for attribute in outcome.attributes]
    kept, means, inertias = group.kept(), group.mean_distances(), group.inertias()
    for territory in range(len(plan.names)):
        row: list[Any] = [] if outcome.group_field is None else [group.problem.value]
        row.append(int(after[territory]))
        row += [float(total[territory]) for total in sums]
        if outcome.has_before:
            row += [int(before[territory]), int(kept[territory])]
        yield [*row, float(means[territory]), float(inertias[territory])]
