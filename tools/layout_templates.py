"""Make the templates of print layouts in layouts/: map, legend, table, on A4 and A3.

tools/run.sh .venv/bin/python tools/layout_templates.py
"""

from __future__ import annotations

from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsTextFormat,
)
from qgis.PyQt.QtGui import QColor, QFont

FOLDER = Path(__file__).resolve().parent.parent / "layouts"
INK = QColor("#26323a")
MARGIN_MM = 8.0
SIDE_MM = 78.0  # legend and table, right of the map
FAMILIES = ["Open Sans", "Arial", "Helvetica", "DejaVu Sans"]


def text(size: float, *, bold: bool = False) -> QgsTextFormat:
    font = QFont("Open Sans")
    font.setBold(bold)
    form = QgsTextFormat()
    form.setFont(font)
    form.setFamilies(FAMILIES)
    form.setSize(size)
    form.setColor(INK)
    return form


def place(item: QgsLayoutItem, x: float, y: float, width: float, height: float) -> None:
    item.attemptMove(QgsLayoutPoint(x, y))
    item.attemptResize(QgsLayoutSize(width, height))


def template(name: str, width: float, height: float, scale: float) -> None:
    """One template; lengths in mm, ``scale`` is that of texts beside A4."""
    layout = QgsPrintLayout(QgsProject.instance())
    layout.initializeDefaults()
    layout.setName(name)
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(width, height))
    side, top = SIDE_MM * scale, MARGIN_MM + 14.0 * scale
    map_width = width - 3 * MARGIN_MM - side
    bottom = height - MARGIN_MM - 6.0 * scale
    right = 2 * MARGIN_MM + map_width

    title = QgsLayoutItemLabel(layout)
    title.setId("title")
    title.setTextFormat(text(16 * scale, bold=True))
    title.setText("[% coalesce(nullif(@project_title, ''), 'Territories') %]")
    place(title, MARGIN_MM, MARGIN_MM, width - 2 * MARGIN_MM, 11.0 * scale)
    layout.addLayoutItem(title)

    chart = QgsLayoutItemMap(layout)
    chart.setId("map")
    chart.setFrameEnabled(True)
    chart.setFrameStrokeColor(QColor("#b9c5cd"))
    place(chart, MARGIN_MM, top, map_width, bottom - top)
    layout.addLayoutItem(chart)

    legend = QgsLayoutItemLegend(layout)
    legend.setId("legend")
    legend.setLinkedMap(chart)
    legend.setLegendFilterByMapEnabled(True)
    legend.setAutoUpdateModel(True)
    legend.setColumnCount(3)
    legend.setSplitLayer(True)
    legend.setEqualColumnWidth(True)
    legend.setSymbolWidth(4.0 * scale)
    legend.setSymbolHeight(2.6 * scale)
    for style, size in (
        (QgsLegendStyle.Style.Group, 8),
        (QgsLegendStyle.Style.Subgroup, 8),
        (QgsLegendStyle.Style.SymbolLabel, 7),
    ):
        legend.rstyle(style).setTextFormat(text(size * scale))
    place(legend, right, top, side, 60.0 * scale)
    layout.addLayoutItem(legend)

    table = QgsLayoutItemAttributeTable.create(layout)
    layout.addMultiFrame(table)
    table.setContentTextFormat(text(7 * scale))
    table.setHeaderTextFormat(text(7 * scale, bold=True))
    table.setGridColor(QColor("#d4dade"))
    table.setGridStrokeWidth(0.15)
    table.setCellMargin(0.8 * scale)
    table.setEmptyTableBehavior(QgsLayoutTable.EmptyTableMode.HeadersOnly)
    table.setMaximumNumberOfFeatures(200)
    frame = QgsLayoutFrame(layout, table)
    frame.setId("table")
    place(frame, right, top + 66.0 * scale, side, bottom - top - 66.0 * scale)
    table.addFrame(frame)

    bar = QgsLayoutItemScaleBar(layout)
    bar.setId("scale")
    bar.setStyle("Line Ticks Up")
    bar.setLinkedMap(chart)
    bar.setUnits(Qgis.DistanceUnit.Kilometers)
    bar.setUnitLabel("km")
    bar.setTextFormat(text(7 * scale))
    bar.setSegmentSizeMode(Qgis.ScaleBarSegmentSizeMode.FitWidth)
    bar.setMinimumBarWidth(25.0 * scale)
    bar.setMaximumBarWidth(50.0 * scale)
    place(bar, MARGIN_MM + 3, bottom - 13.0 * scale, 60.0 * scale, 10.0 * scale)
    layout.addLayoutItem(bar)

    note = QgsLayoutItemLabel(layout)
    note.setId("note")
    note.setTextFormat(text(6.5 * scale))
    note.setText("[% format_date(now(), 'yyyy-MM-dd') %]  [% @project_filename %]")
    place(note, MARGIN_MM, bottom + 1.5, width - 2 * MARGIN_MM, 5.0 * scale)
    layout.addLayoutItem(note)

    assert layout.saveAsTemplate(str(FOLDER / f"{name}.qpt"), QgsReadWriteContext())


def main() -> None:
    application = QgsApplication([], True)
    application.initQgis()
    FOLDER.mkdir(exist_ok=True)
    template("territories_a4", 297.0, 210.0, 1.0)
    template("territories_a3", 420.0, 297.0, 1.35)
    application.exitQgis()


if __name__ == "__main__":
    main()
