"""Centres, flows to their customers, and how they were found, as layers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from qgis.core import (
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsProcessingFeedback,
    QgsProperty,
    QgsRenderContext,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsVectorLayer,
)

from ....core.arrays import FloatArray
from ....core.errors import MAX_NAMED_IDS, name_some
from ....core.geometry.flow_paths import flow_paths, straight_lines_as_wkb
from ....core.siting.greenfield_result import CentrePlan, GreenfieldResult
from ...common.fields import TerritoryNames, integer_field, like_field, number_field, text_field
from ...common.texts import counted, tr, worded
from ...inputs.layers.units import SpatialUnits
from ..looks.customer_styles import size_by_demand
from ..looks.label_text import INK
from ..looks.labels import set_labels
from ..looks.layer_fields import find_field, quoted
from ..looks.map_tips import set_map_tip
from ..looks.styles import TerritoryColours
from ..writing.fields import output_values, point_feature, table_feature, table_fields

_DISTANCES = ("min_dist_m", "mean_dist_m", "max_dist_m", "wmean_dist_m", "travel", "radius_m")


def style_centres(colours: TerritoryColours) -> Callable[[QgsVectorLayer], None]:
    """Centres in the colours of their territories; squares are those that exist already."""

    def style(layer: QgsVectorLayer) -> None:
        colours.labelled_representatives(layer, "territory")
        name = find_field(layer, "name")
        if name:
            label = f"coalesce({quoted(name)}, {quoted(find_field(layer, 'territory'))})"
            set_labels(layer, label, size=9.0, beside_symbol_mm=1.0)
        shape = QgsProperty.fromExpression("if(\"kind\" = 'existing', 'square', 'circle')")
        for symbol in layer.renderer().symbols(QgsRenderContext()):
            for part in symbol.symbolLayers():
                part.setDataDefinedProperty(QgsSymbolLayer.Property.Name, shape)

    return style


def style_customers(
    colours: TerritoryColours, demand_field: str
) -> Callable[[QgsVectorLayer], None]:
    """Customers in the colours of their centres; points are sized by their demand.

    Parameters
    ----------
    colours : TerritoryColours
    demand_field : str
        "" where every customer counts alike.
    """

    def style(layer: QgsVectorLayer) -> None:
        colours.areas(layer)
        size = size_by_demand(layer, demand_field)
        if not size:
            return
        for symbol in layer.renderer().symbols(QgsRenderContext()):
            if isinstance(symbol, QgsMarkerSymbol):
                symbol.setDataDefinedSize(QgsProperty.fromExpression(size))

    return style


def style_iteration_centres(layer: QgsVectorLayer) -> None:
    """Centres of all rounds as small rings, so that their paths can be followed."""
    ring = {"name": "circle", "color": "0,0,0,0", "outline_color": INK, "size": "2"}
    layer.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple(ring)))
    set_labels(layer, quoted(find_field(layer, "iteration")), size=7.0, beside_symbol_mm=0.5)
    set_map_tip(layer)


@dataclass(frozen=True)
class CentreLayers:
    """What is written about the recommended number of centres, and about all that were tried."""

    units: SpatialUnits
    result: GreenfieldResult
    known_colours: Mapping[str, str]

    @cached_property
    def best(self) -> CentrePlan:
        """The plan that is written."""
        return self.result.best

    @cached_property
    def names(self) -> TerritoryNames:
        """Values of the ``territory`` field."""
        return TerritoryNames.numbered(self.best.count)

    @cached_property
    def colours(self) -> TerritoryColours:
        """One colour per territory, as the project knows it."""
        points = self.units.metric.to_plane(self.best.centres)
        return TerritoryColours.around_homes(self.names, points).keeping(self.known_colours)

    @cached_property
    def centre_fields(self) -> QgsFields:
        """Fields of CENTERS."""
        fields = QgsFields()
        for field in (
            integer_field("territory"),
            *([text_field("name")] if self._has_names else []),
            text_field("kind"),
            integer_field("customers"),
            number_field("demand"),
            *(number_field(name) for name in _DISTANCES),
        ):
            fields.append(field)
        return fields

    @property
    def _has_names(self) -> bool:
        """Whether existing centres have names."""
        return self.result.problem.existing.names is not None

    def centres(self) -> Iterable[QgsFeature]:
        """One point per centre."""
        known = self.result.problem.existing.names or ()
        totals, figures = self.best.plan.statistics, self.best.figures
        places = self.units.space.map_coordinates(self.best.centres)
        existing = self.result.problem.existing_count
        for centre, place in enumerate(places):
            name = [str(known[centre]) if centre < len(known) else None] if self._has_names else []
            values: list[Any] = [
                self.names.of(centre),
                *name,
                "existing" if centre < existing else "new",
                int(totals.area_count[centre]),
                float(totals.totals[centre, 0]),
                float(figures.minimum[centre]),
                float(figures.mean[centre]),
                float(figures.maximum[centre]),
                float(totals.mean_distance_m[centre]),
                float(figures.travel[centre]),
                float(figures.maximum[centre]),
            ]
            yield point_feature(self.centre_fields, place, values)

    @cached_property
    def flow_fields(self) -> QgsFields:
        """Fields of FLOWS."""
        fields = QgsFields()
        for field in (
            like_field("territory", self.names.field),
            like_field("customer", self.units.id_field),
            *([text_field("name")] if self._customer_names else []),
            number_field("demand"),
            number_field("distance_m"),
        ):
            fields.append(field)
        return fields

    @property
    def _customer_names(self) -> Sequence[Any] | None:
        return self.result.problem.customers.names

    def flows(self) -> Iterable[QgsFeature]:
        """One line per customer, from the centre; long ones follow the earth's curve."""
        units, best, names = self.units, self.best, self._customer_names
        columns = [
            [self.names.of(label) for label in best.labels.tolist()],
            units.ids,
            *([[str(name) for name in names]] if names else []),
            output_values(self.result.problem.demand),
            output_values(best.distance_m),
        ]
        for shape, *values in zip(self._flow_lines(), *columns):
            line = QgsFeature(self.flow_fields)
            line.setGeometry(shape)
            line.setAttributes(values)
            yield line

    def _flow_lines(self) -> Iterator[QgsGeometry]:
        units, best = self.units, self.best
        own = best.centres[best.labels]
        curved = flow_paths(units.metric, own, units.positions, best.distance_m)
        straight = straight_lines_as_wkb(
            units.space.map_coordinates(best.centres)[best.labels], units.coordinates
        )
        for row, line in enumerate(straight):
            if row in curved:
                yield self._curved_line(curved[row])
                continue
            shape = QgsGeometry()
            shape.fromWkb(line)
            yield shape

    def _curved_line(self, path: Sequence[FloatArray]) -> QgsGeometry:
        parts = [self.units.space.map_coordinates(part).tolist() for part in path]
        return QgsGeometry.fromMultiPolylineXY([[QgsPointXY(x, y) for x, y in p] for p in parts])

    iteration_fields = table_fields(
        count=int, restart=int, iteration=int, objective=float, beyond_m=float
    )
    iteration_centre_fields = table_fields(
        count=int, restart=int, iteration=int, centre=int, objective=float
    )
    curve_fields = table_fields(
        count=int, objective=float, improvement_pct=float, saving_pct=float, total_cost=float
    )

    def iterations(self) -> Iterable[QgsFeature]:
        """One row per allocation."""
        for record in self.result.iterations:
            values = (
                record.count,
                record.restart,
                record.iteration,
                record.objective,
                record.beyond,
            )
            yield table_feature(self.iteration_fields, values)

    def iteration_centres(self) -> Iterable[QgsFeature]:
        """One point per centre and round of the start that won (article, figure 3)."""
        rounds = [r for r in self.result.best_records if r.restart == self.best.restart]
        for record in rounds:
            places = self.units.space.map_coordinates(record.centres)
            for centre, place in enumerate(places):
                values = [
                    record.count,
                    record.restart,
                    record.iteration,
                    centre + 1,
                    record.objective,
                ]
                yield point_feature(self.iteration_centre_fields, place, values)

    def curve(self) -> Iterable[QgsFeature]:
        """One row per number of centres."""
        for point in self.result.curve:
            values = (
                point.count,
                point.objective,
                point.improvement_pct,
                point.saving_pct,
                point.total_cost,
            )
            yield table_feature(self.curve_fields, values)


def tell_recommendation(feedback: QgsProcessingFeedback, result: GreenfieldResult) -> None:
    """Say which numbers of centres are left out and why, and where another may be better."""
    refused = list(result.refused.items())
    for count, reason in refused[:MAX_NAMED_IDS]:
        feedback.pushWarning(
            counted(
                count,
                "{count} centre is left out: {reason}",
                "{count} centres are left out: {reason}",
                reason=worded(reason),
            )
        )
    if len(refused) > MAX_NAMED_IDS:
        feedback.pushWarning(
            tr("{count} numbers of centres are left out in all, up to {last}.").format(
                count=len(refused), last=refused[-1][0]
            )
        )
    empty = result.best.empty_centres.tolist()
    if empty:
        feedback.pushWarning(
            counted(
                len(empty),
                "{count} centre gets no customers: {names}. Set “Minimum customers per centre” if "
                "every one should get some.",
                "{count} centres get no customers: {names}. Set “Minimum customers per centre” if "
                "every one should get some.",
                names=name_some([centre + 1 for centre in empty]),
            )
        )
    advice = result.recommendation
    if advice.more_may_do:
        feedback.pushWarning(
            tr(
                "The recommended number of centres, {count}, is the highest that was tried: more "
                "may be better. Raise “Maximum number of centres”."
            ).format(count=advice.count)
        )
    if advice.fewer_may_do:
        feedback.pushWarning(
            tr(
                "The recommended number of centres, {count}, is the smallest that was tried: fewer "
                "may be better. Lower “Number of centres”."
            ).format(count=advice.count)
        )
    if result.status == "cancelled":
        feedback.pushWarning(tr("Cancelled; the best plan found so far is written."))
