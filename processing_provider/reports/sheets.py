"""A sheet for each representative: what stays, comes and goes, on a map and in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsExpression,
    QgsFeature,
    QgsFields,
    QgsGeometry,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsNullSymbolRenderer,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF

from ...core.plan.stages import AFTER, BEFORE, RESITED, Stages
from ..common.fields import integer_field, text_field
from ..common.texts import tr
from ..inputs.layers.units import SpatialUnits
from ..outputs.looks.labels import set_labels
from ..outputs.looks.symbols import area_symbol, customer_symbol
from .layout import MARGIN, ROOM, Pages, text_format
from .maps import DrawnLayer
from .numbers import number, percent
from .output import write_whole

_STAYS, _COMES, _GOES, _OTHERS = "#8fb8c8", "#7fb069", "#d98880", "#eceff1"
_MOST_NAMED = 60
"""Areas that come or go and are named; a page holds no more beside the map."""
_MAP_MM = 150.0  # height of the map: half of the page
_MAP_TOP_MM, _TEXT_TOP_MM = 46.0, 205.0  # below the heading, and below the map with its legend
_WHO, _OLD, _NEW, _NAME, _TEXTS = "who", "old", "new", "name", ("figures", "comes", "goes")


@dataclass(frozen=True)
class Sheets:
    """All sheets of a run; made in any thread, written in the window's.

    Attributes
    ----------
    title : str
    people : DrawnLayer
        One feature for each page: the ground it shows, and its texts.
    areas : DrawnLayer
        With the numbers of their people before and after.
    crs : QgsCoordinateReferenceSystem
    transforms : QgsCoordinateTransformContext
    """

    title: str
    people: DrawnLayer
    areas: DrawnLayer
    crs: QgsCoordinateReferenceSystem
    transforms: QgsCoordinateTransformContext

    def write(self, path: str) -> None:
        """Write the sheets as one PDF, a page each.

        Raises
        ------
        InvalidInput
            If the file cannot be written.
        """
        coverage, areas = self.people.layer(self.crs), self.areas.layer(self.crs)
        pages = self.lay_out(coverage, areas)
        settings = QgsLayoutExporter.PdfExportSettings()
        settings.appendGeoreference = False

        def write(file: Path) -> None:
            result, reason = QgsLayoutExporter.exportToPdf(
                pages.layout.atlas(), str(file), settings
            )
            if result != QgsLayoutExporter.ExportResult.Success:
                raise OSError(reason or tr("QGIS could not export the pages"))

        write_whole(path, write)

    def lay_out(self, coverage: QgsVectorLayer, areas: QgsVectorLayer) -> Pages:
        """A page with an atlas over the people."""
        pages = Pages.blank(self.title)
        pages.project.setTransformContext(self.transforms)
        pages.project.setCrs(self.crs)
        pages.project.addMapLayers([coverage, areas], False)
        atlas = pages.layout.atlas()
        atlas.setEnabled(True)
        atlas.setCoverageLayer(coverage)
        atlas.setHideCoverage(True)
        for expression, top, height, size, bold in (
            (f"[% {_quoted(_NAME)} %]", MARGIN, 9.0, 18.0, True),
            (f"[% {_quoted(_TEXTS[0])} %]", MARGIN + 10.0, 20.0, 9.5, False),
            (f"[% {_quoted(_TEXTS[1])} %]", _TEXT_TOP_MM, 36.0, 8.5, False),
            (f"[% {_quoted(_TEXTS[2])} %]", _TEXT_TOP_MM + 36.0, 36.0, 8.5, False),
        ):
            place = QRectF(MARGIN, top, ROOM, height)
            pages.label("", place, text_format(size, is_bold=bold)).setText(expression)
        legend = tr("Blue: stays. Green: comes. Red: goes.")
        place = QRectF(MARGIN, _MAP_TOP_MM + _MAP_MM + 1.0, ROOM, 5.0)
        pages.label(legend, place, text_format(8.0))
        map_item = QgsLayoutItemMap(pages.layout)
        pages.layout.addLayoutItem(map_item)
        map_item.attemptMove(QgsLayoutPoint(MARGIN, _MAP_TOP_MM))
        map_item.attemptResize(QgsLayoutSize(ROOM, _MAP_MM))
        map_item.setCrs(self.crs)
        map_item.setLayers([areas])
        map_item.setKeepLayerSet(True)
        map_item.zoomToExtent(coverage.extent())
        map_item.setAtlasDriven(True)
        map_item.setAtlasScalingMode(QgsLayoutItemMap.AtlasScalingMode.Auto)
        map_item.setAtlasMargin(0.08)
        map_item.setFrameEnabled(True)
        map_item.setFrameStrokeWidth(QgsLayoutMeasurement(0.15))
        return pages


def make_sheets(
    title: str,
    stages: Stages,
    units: SpatialUnits,
    transforms: QgsCoordinateTransformContext,
    called: Sequence[Any] | None = None,
    shown: Callable[[Any], str] = str,
) -> Sheets:
    """Collect what the sheets show.

    Parameters
    ----------
    title : str
    stages : Stages
        With a plan before.
    units : SpatialUnits
    transforms : QgsCoordinateTransformContext
    called : sequence of str, or None
        What the areas are called; their ids without it.
    shown : callable
        What readers call a territory.
    """
    old, new = (stages.common[stage].labels for stage in (BEFORE, AFTER))
    people_fields, area_fields = QgsFields(), QgsFields()
    people_fields.append(integer_field(_WHO))
    for name in (_NAME, *_TEXTS):
        people_fields.append(text_field(name))
    area_fields.append(text_field(_NAME))
    for name in (_OLD, _NEW):
        area_fields.append(integer_field(name))
    called = stages.after.areas.called if called is None else called
    areas = []
    for row, shape in enumerate(units.shapes):
        feature = QgsFeature(area_fields)
        feature.setGeometry(shape)
        feature.setAttributes([str(called[row]), int(old[row]), int(new[row])])
        areas.append(feature)
    people = []
    for who, name in enumerate(stages.names):
        own = np.flatnonzero((old == who) | (new == who)).tolist()
        if not own:
            continue
        feature = QgsFeature(people_fields)
        ground = QgsGeometry.collectGeometry([units.shapes[row] for row in own])
        feature.setGeometry(QgsGeometry.fromRect(_with_room(ground)))
        comes = np.flatnonzero((new == who) & (old != who)).tolist()
        goes = np.flatnonzero((old == who) & (new != who)).tolist()
        feature.setAttributes(
            [
                who,
                shown(name),
                "\n".join(_figures(stages, who)),
                _listed(tr("Comes"), [called[row] for row in comes]),
                _listed(tr("Goes"), [called[row] for row in goes]),
            ]
        )
        people.append(feature)
    kind = Qgis.WkbType.MultiPolygon if units.are_polygons else Qgis.WkbType.MultiPoint
    return Sheets(
        title,
        DrawnLayer(people_fields, Qgis.WkbType.Polygon, people, _unseen),
        DrawnLayer(area_fields, kind, areas, _style),
        units.space.crs,
        transforms,
    )


def _with_room(ground: QgsGeometry) -> Any:
    box = ground.boundingBox()
    box.grow(0.01 * max(box.width(), box.height()) or 1.0)
    return box


def _figures(stages: Stages, who: int) -> list[str]:
    """Lines with what a person keeps, how even that is, and how far it is to travel."""
    lines = []
    comparison = stages.comparison
    if comparison is not None:
        exchange = comparison.exchange
        keeps, gives, receives = (
            number(int(part.areas[who]))
            for part in (exchange.keeps, exchange.gives, exchange.receives)
        )
        lines.append(
            tr("Areas: {keeps} stay, {receives} come, {gives} go.").format(
                keeps=keeps, receives=receives, gives=gives
            )
        )
    before, after = stages.people[BEFORE], stages.people[AFTER]
    lines.append(
        tr("Deviation from the target: {before} before, {after} after.").format(
            before=percent(before.deviation_pct[who]), after=percent(after.deviation_pct[who])
        )
    )
    travel = tr("Travel: {before} km before, {after} km after").format(
        before=number(before.km[who]), after=number(after.km[who])
    )
    if before.hours is not None and after.hours is not None:
        travel = tr(
            "Travel: {before} km and {before_h} hours before, {after} km and {after_h} hours after"
        ).format(
            before=number(before.km[who]),
            before_h=number(before.hours[who], 1),
            after=number(after.km[who]),
            after_h=number(after.hours[who], 1),
        )
    if RESITED in stages.people:
        new = number(stages.people[RESITED].km[who])
        lines.append(tr("{travel}; from the best home {new} km.").format(travel=travel, new=new))
    else:
        lines.append(tr("{travel}.").format(travel=travel))
    return lines


def _listed(title: str, names: list[Any]) -> str:
    if not names:
        return tr("{title}: nothing.").format(title=title)
    text = ", ".join(str(name) for name in names[:_MOST_NAMED])
    if len(names) > _MOST_NAMED:
        text = tr("{names} and {more} more").format(names=text, more=len(names) - _MOST_NAMED)
    return tr("{title} ({count}): {names}").format(title=title, count=len(names), names=text)


def _unseen(layer: QgsVectorLayer) -> None:
    """The ground of a page is not drawn."""
    layer.setRenderer(QgsNullSymbolRenderer())


def _style(layer: QgsVectorLayer) -> None:
    """What stays, comes and goes for the person of the page."""
    symbol = area_symbol if layer.geometryType() == Qgis.GeometryType.Polygon else customer_symbol
    page = f"attribute(@atlas_feature, {QgsExpression.quotedString(_WHO)})"
    had, had_not = (f"{_quoted(_OLD)} {sign} {page}" for sign in ("=", "<>"))
    has, has_not = (f"{_quoted(_NEW)} {sign} {page}" for sign in ("=", "<>"))
    root = QgsRuleBasedRenderer.Rule(None)  # type: ignore[arg-type,unused-ignore] # the root has none
    for colour, rules in (
        (_OTHERS, (had_not, has_not)),
        (_STAYS, (had, has)),
        (_COMES, (had_not, has)),
        (_GOES, (had, has_not)),
    ):
        root.appendChild(QgsRuleBasedRenderer.Rule(symbol(colour), 0, 0, " AND ".join(rules)))
    layer.setRenderer(QgsRuleBasedRenderer(root))
    set_labels(layer, f"if({had} or {has}, {_quoted(_NAME)}, NULL)", size=7.0)


def _quoted(name: str) -> str:
    return QgsExpression.quotedColumnRef(name)
