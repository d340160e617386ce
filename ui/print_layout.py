"""A print layout of the territories on the map: map, legend and table, from a template."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsCoordinateTransform,
    QgsLayoutFrame,
    QgsLayoutItemAttributeTable,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutTableColumn,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsPrintLayout,
    QgsProject,
    QgsReadWriteContext,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtXml import QDomDocument

from ..processing_provider.common.fields import TERRITORY_FIELD
from ..processing_provider.common.texts import tr

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

TEMPLATES = Path(__file__).resolve().parent.parent / "layouts"
DEVIATION_FIELD = "deviation_pct"
MOST_COLUMNS = 5  # more do not fit into the table's place
ROOM_AROUND = 1.05  # the map shows a little more than the territories


def open_layout(iface: QgisInterface, paper: str) -> None:
    """Make a layout of the topmost territories and open it; paper is "a4" or "a3"."""
    project = QgsProject.instance()
    territories = territories_on_top(project)
    if territories is None:
        iface.messageBar().pushMessage(
            "Territory Design",
            tr(
                "There are no territories to print. Run “Balance territories” or “Evaluate "
                "territories” first, and keep its layer “Territories” in the project."
            ),
            level=Qgis.MessageLevel.Warning,
        )
        return
    iface.openLayoutDesigner(territory_layout(project, territories, paper))


def territories_on_top(project: QgsProject) -> QgsVectorLayer | None:
    """The topmost layer that has territories with their deviation."""
    for layer in project.layerTreeRoot().layerOrder():
        if isinstance(layer, QgsVectorLayer) and layer.isSpatial():
            names = layer.fields().names()
            if TERRITORY_FIELD in names and DEVIATION_FIELD in names:
                return layer
    return None


def territory_layout(
    project: QgsProject, territories: QgsVectorLayer, paper: str
) -> QgsPrintLayout:
    """A layout in the project: what is visible on the map, and a table of the territories."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    document = QDomDocument()
    document.setContent((TEMPLATES / f"territories_{paper}.qpt").read_text(encoding="utf-8"))
    layout.loadFromTemplate(document, QgsReadWriteContext())
    manager = project.layoutManager()
    name = tr("Territories {paper}").format(paper=paper.upper())
    layout.setName(manager.generateUniqueTitle() if manager.layoutByName(name) else name)
    _fill_map(layout, project, territories)
    _fill_legend(layout, _filled(project, territories))
    _fill_table(layout, territories)
    manager.addLayout(layout)
    return layout


def _fill_map(layout: QgsPrintLayout, project: QgsProject, territories: QgsVectorLayer) -> None:
    item = layout.itemById("map")
    if isinstance(item, QgsLayoutItemMap):
        item.setCrs(project.crs())
        transform = QgsCoordinateTransform(territories.crs(), project.crs(), project)
        extent = transform.transformBoundingBox(territories.extent())
        extent.scale(ROOM_AROUND)
        item.zoomToExtent(extent)


def _filled(project: QgsProject, territories: QgsVectorLayer) -> QgsVectorLayer:
    """The visible areas in the colours of these territories, which are nearly clear themselves."""
    looks = territories.renderer()
    if not isinstance(looks, QgsCategorizedSymbolRenderer):
        return territories
    own = [category.value() for category in looks.categories()]
    for layer in project.layerTreeRoot().checkedLayers():
        if not isinstance(layer, QgsVectorLayer) or layer == territories:
            continue
        renderer = layer.renderer()
        if (
            isinstance(renderer, QgsCategorizedSymbolRenderer)
            and layer.geometryType() == Qgis.GeometryType.Polygon
            and [category.value() for category in renderer.categories()] == own
        ):
            return layer
    return territories


def _fill_legend(layout: QgsPrintLayout, territories: QgsVectorLayer) -> None:
    """The territories alone: whatever else is on the map says so itself, or would need a page."""
    legend = layout.itemById("legend")
    if isinstance(legend, QgsLayoutItemLegend):
        legend.setAutoUpdateModel(False)
        root = legend.model().rootGroup()
        root.clear()
        node = root.addLayer(territories)
        QgsLegendRenderer.setNodeLegendStyle(node, QgsLegendStyle.Style.Hidden)
        legend.adjustBoxSize()


def _fill_table(layout: QgsPrintLayout, territories: QgsVectorLayer) -> None:
    frame = layout.itemById("table")
    table = frame.multiFrame() if isinstance(frame, QgsLayoutFrame) else None
    if not isinstance(table, QgsLayoutItemAttributeTable):
        return
    table.setVectorLayer(territories)
    fields = territories.fields()
    names = fields.names()
    names = names[names.index(TERRITORY_FIELD) : names.index(DEVIATION_FIELD) + 1]
    if len(names) > MOST_COLUMNS:
        names = [*names[: MOST_COLUMNS - 1], DEVIATION_FIELD]
    columns = []
    for name in names:
        field = fields.field(name)
        column = QgsLayoutTableColumn(field.displayName())
        quoted = '"' + name.replace('"', '""') + '"'
        places = 2 if name == DEVIATION_FIELD else 0
        column.setAttribute(f"format_number({quoted}, {places})" if field.isNumeric() else quoted)
        if field.isNumeric():
            column.setHAlignment(Qt.AlignmentFlag.AlignRight)
        columns.append(column)
    table.setColumns(columns)
    table.refreshAttributes()
