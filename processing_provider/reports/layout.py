"""Pages of a print layout that are filled from top to bottom."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemManualTable,
    QgsLayoutItemPage,
    QgsLayoutItemPicture,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsPrintLayout,
    QgsProject,
    QgsTableCell,
    QgsTextFormat,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor

from ..outputs.looks.label_text import INK
from .numbers import are_texts

# A4 in mm, with margins that every printer leaves white.
PAGE_WIDTH, PAGE_HEIGHT, MARGIN = 210.0, 297.0, 15.0
ROOM = PAGE_WIDTH - 2 * MARGIN
_GREY = "#61717b"
_POINT_MM = 0.3528  # a point is 1/72 inch
_LETTER_WIDTH = 0.53
"""Mean width of a letter over the size of its font: that of Open Sans, and a little more."""
_LINE_HEIGHT = 1.4  # over the size of the letters, as books are set
_CELL_LINE_HEIGHT = 1.25  # what QGIS needs in tables, measured
_CELL_MARGIN_MM = 0.9  # seen on paper: rows stay apart without lines between columns
_SMALLEST_PT, _TABLE_PT = 5.0, 8.0
"""Letters of tables shrink where there are many columns, as far as they can still be read."""
_NARROWEST_MM = 9.0  # room for a heading such as "parts"


def text_format(size_pt: float, colour: str = INK, *, is_bold: bool = False) -> QgsTextFormat:
    """A format for texts on paper."""
    text = QgsTextFormat()
    font = text.font()
    font.setBold(is_bold)
    text.setFont(font)
    text.setSize(size_pt)
    text.setSizeUnit(Qgis.RenderUnit.Points)
    text.setColor(QColor(colour))
    return text


def lines_of(text: str, width_mm: float, size_pt: float) -> int:
    """About how many lines a text takes in a box of this width."""
    letters = max(1, math.floor(width_mm / (size_pt * _POINT_MM * _LETTER_WIDTH)))
    return sum(max(1, math.ceil(len(line) / letters)) for line in text.split("\n"))


def line_mm(size_pt: float) -> float:
    """Height of a line of text."""
    return size_pt * _POINT_MM * _LINE_HEIGHT


@dataclass
class Pages:
    """A print layout, with the height on the last page from which there is room.

    Attributes
    ----------
    project : QgsProject
        Lives as long as its layout.
    layout : QgsPrintLayout
    top : float
        In mm from the top edge of the last page.
    """

    project: QgsProject
    layout: QgsPrintLayout
    top: float = MARGIN
    _tables: list[QgsLayoutItemManualTable] = field(default_factory=list)

    @classmethod
    def blank(cls, title: str) -> Pages:
        """One empty page, in a project of its own: nothing is left in that of the user."""
        project = QgsProject()
        layout = QgsPrintLayout(project)
        layout.initializeDefaults()
        layout.setName(title)
        layout.pageCollection().page(0).setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
        return cls(project, layout)

    @property
    def number_of_pages(self) -> int:
        """How many pages there are."""
        return int(self.layout.pageCollection().pageCount())

    @property
    def left_mm(self) -> float:
        """Height that is left on the last page."""
        return PAGE_HEIGHT - MARGIN - self.top

    def make_room(self, height_mm: float) -> None:
        """Begin a new page if the last one has less room than this."""
        if self.left_mm < height_mm and self.top > MARGIN:
            page = QgsLayoutItemPage(self.layout)
            page.setPageSize("A4", QgsLayoutItemPage.Orientation.Portrait)
            self.layout.pageCollection().addPage(page)
            self.top = MARGIN

    def text(
        self, text: str, size_pt: float = 9.5, colour: str = INK, *, bold: bool = False
    ) -> None:
        """A paragraph across the page."""
        height = lines_of(text, ROOM, size_pt) * line_mm(size_pt) + 0.6
        self.make_room(height)
        self.label(
            text, QRectF(MARGIN, self.top, ROOM, height), text_format(size_pt, colour, is_bold=bold)
        )
        self.top += height + 1.0

    def heading(self, text: str, room_below_mm: float = 30.0) -> None:
        """A heading that stays with what follows."""
        self.make_room(room_below_mm)
        self.top += 3.0 if self.top > MARGIN else 0.0
        self.text(text, 12.0, bold=True)

    def label(self, text: str, place: QRectF, style: QgsTextFormat) -> QgsLayoutItemLabel:
        """Put a text into a box on the last page; it is text, never markup or an expression."""
        label = QgsLayoutItemLabel(self.layout)
        label.setMode(QgsLayoutItemLabel.Mode.ModeFont)
        # What stands between these marks would be calculated.
        label.setText(text.replace("[%", "[\u2060%"))
        label.setTextFormat(style)
        label.setMargin(0.0)
        self.layout.addLayoutItem(label)
        self._place(label, place)
        return label

    def picture(
        self,
        path: Path,
        size_mm: tuple[float, float],
        left_mm: float = 0.0,
        below_mm: float = 0.0,
    ) -> None:
        """Put a picture at the top of the room, without moving on."""
        picture = QgsLayoutItemPicture(self.layout)
        picture.setPicturePath(str(path), Qgis.PictureFormat.Raster)
        self.layout.addLayoutItem(picture)
        self._place(picture, QRectF(MARGIN + left_mm, self.top + below_mm, *size_mm))

    def table(
        self, columns: Sequence[str], rows: Sequence[Sequence[Any]], *, has_total: bool = False
    ) -> None:
        """A table, in as many pieces as pages need; each has the heads of the columns."""
        texts = [[str(value) for value in row] for row in rows]
        widths, size_pt = _widths(columns, texts)
        sides = are_texts(len(columns), texts)
        head = _row_mm(columns, widths, size_pt)
        start = 0
        while start < len(texts):
            self.make_room(head + _row_mm(texts[start], widths, size_pt) + 2.0)
            height, end = head, start
            while end < len(texts):
                more = _row_mm(texts[end], widths, size_pt)
                if end > start and height + more > self.left_mm:
                    break
                height, end = height + more, end + 1
            is_end = has_total and end == len(texts)
            piece = texts[start:end]
            shape = (widths, size_pt, sides)
            height = self._piece(columns, piece, shape, height, has_total=is_end)
            self.top += height + 2.0
            start = end

    def _piece(
        self,
        columns: Sequence[str],
        texts: list[list[str]],
        shape: tuple[list[float], float, list[bool]],
        height_mm: float,
        *,
        has_total: bool,
    ) -> float:
        """One piece of a table; its height."""
        widths, size_pt, sides = shape
        table = QgsLayoutItemManualTable.create(self.layout)
        self.layout.addMultiFrame(table)
        self._tables.append(table)  # Python would let go of it
        table.setCellMargin(_CELL_MARGIN_MM)
        table.setGridColor(QColor("#d5dde2"))
        table.setGridStrokeWidth(0.15)
        table.setVerticalGrid(False)
        table.setWrapBehavior(QgsLayoutTable.WrapBehavior.WrapText)
        table.setContentTextFormat(text_format(size_pt))
        head = text_format(size_pt, _GREY, is_bold=True)
        rows = [[_cell(name, head, is_text=side) for name, side in zip(columns, sides)]]
        if not any(columns):
            rows = []
        plain, bold = text_format(size_pt), text_format(size_pt, is_bold=True)
        for number, row in enumerate(texts):
            style = bold if has_total and number == len(texts) - 1 else plain
            rows.append([_cell(value, style, is_text=side) for value, side in zip(row, sides)])
        table.setTableContents(rows)
        table.setColumnWidths(widths)
        frame = QgsLayoutFrame(self.layout, table)
        table.addFrame(frame)
        # QGIS knows how high the rows are once there is a frame.
        height = float(table.totalSize().height()) or height_mm
        self._place(frame, QRectF(MARGIN, self.top, ROOM, height))
        return height

    def _place(self, item: Any, place: QRectF) -> None:
        page = self.number_of_pages - 1
        item.attemptResize(QgsLayoutSize(place.width(), place.height()))
        item.attemptMove(QgsLayoutPoint(place.x(), place.y()), page=page)

    def number_pages(self, text: str) -> None:
        """A line at the foot of every page; the text takes {page} and {pages}."""
        style = text_format(7.0, _GREY)
        for page in range(self.number_of_pages):
            label = QgsLayoutItemLabel(self.layout)
            label.setText(text.format(page=page + 1, pages=self.number_of_pages))
            label.setTextFormat(style)
            label.setMargin(0.0)
            self.layout.addLayoutItem(label)
            label.attemptResize(QgsLayoutSize(ROOM, 5.0))
            label.attemptMove(QgsLayoutPoint(MARGIN, PAGE_HEIGHT - 10.0), page=page)

    def export(self, path: str) -> bool:
        """Write all pages as one PDF; whether that has worked."""
        settings = QgsLayoutExporter.PdfExportSettings()
        settings.dpi = 200.0
        settings.appendGeoreference = False
        exporter = QgsLayoutExporter(self.layout)
        return bool(exporter.exportToPdf(path, settings) == QgsLayoutExporter.ExportResult.Success)


def _cell(value: str, style: QgsTextFormat, *, is_text: bool) -> QgsTableCell:
    cell = QgsTableCell(value.replace("[%", "[\u2060%"))
    cell.setTextFormat(style)
    side = Qt.AlignmentFlag.AlignLeft if is_text else Qt.AlignmentFlag.AlignRight
    cell.setHorizontalAlignment(side)
    return cell


def _widths(columns: Sequence[str], texts: list[list[str]]) -> tuple[list[float], float]:
    """Width of each column in mm, so that they fill the page, and the size of the letters."""
    count = len(columns)
    longest = [
        max([*(len(row[i]) for row in texts), *(len(word) for word in columns[i].split())] or [1])
        for i in range(count)
    ]
    size_pt = _TABLE_PT
    while True:
        letter = size_pt * _POINT_MM * _LETTER_WIDTH
        wanted = [max(_NARROWEST_MM, most * letter + 2 * _CELL_MARGIN_MM + 1.0) for most in longest]
        if sum(wanted) <= ROOM or size_pt <= _SMALLEST_PT or count <= 3:
            break
        size_pt -= 0.5
    usable = ROOM - 0.2 * (count + 1)
    if sum(wanted) <= usable:
        spare = (usable - sum(wanted)) / count
        return [width + spare for width in wanted], size_pt
    # Texts that are too long are wrapped: the widest columns give way.
    cap = usable / count
    narrow = sum(width for width in wanted if width <= cap)
    wide = sum(width for width in wanted if width > cap)
    return [
        width if width <= cap else width * (usable - narrow) / wide for width in wanted
    ], size_pt


def _row_mm(values: Sequence[str], widths: Sequence[float], size_pt: float) -> float:
    if not any(values):
        return 0.0
    lines = max(
        lines_of(value, width - 2 * _CELL_MARGIN_MM, size_pt)
        for value, width in zip(values, widths)
    )
    return lines * size_pt * _POINT_MM * _CELL_LINE_HEIGHT + 2 * _CELL_MARGIN_MM + 0.2
