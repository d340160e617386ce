"""A report as a PDF, laid out by QGIS; must be made in the thread of the window."""

from __future__ import annotations

import base64
import tempfile
from pathlib import Path

from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QImage

from ..common.texts import tr
from .layout import MARGIN, ROOM, Pages, line_mm, lines_of, text_format
from .output import write_whole
from .page import DrawnReport, Section

_GREY = "#61717b"
_CARDS_ACROSS = 4  # as many key figures with their words as fit side by side
_GAP_MM = 4.0  # seen on paper: neighbours stay apart
_HIGHEST_MAP_MM = 215.0
"""A map leaves room on its page for a heading and a few lines."""


class ReportPages:
    """Lays out one report.

    Parameters
    ----------
    drawn : DrawnReport
        With its maps as pictures.
    folder : Path
        For the pictures; they are needed until the pages are exported.
    """

    def __init__(self, drawn: DrawnReport, folder: Path) -> None:
        self._drawn = drawn
        self._folder = folder
        self._pictures = 0
        self.pages = Pages.blank(drawn.report.title)

    def lay_out(self) -> Pages:
        """Fill the pages."""
        report, pages = self._drawn.report, self.pages
        pages.text(report.title, 20.0, bold=True)
        for line in (report.subtitle, self._drawn.origin):
            if line:
                pages.text(line, 9.0, _GREY)
        for sentence in report.lead:
            pages.text(sentence, 10.5)
        self._cards()
        for note in report.notes:
            pages.text(tr("Note: {note}").format(note=note), 8.5, "#8a5a00")
        pictures = list(self._drawn.pictures)
        if len(pictures) > 1:  # before and after are looked at together
            self._maps_side_by_side(pictures[:2])
            pictures = pictures[2:]
        for title, picture in pictures:
            self._map(title, picture)
        for section in report.shown_sections():
            self._section(section)
        self._again()
        pages.number_pages(tr("Territory Design · page {page} of {pages}"))
        return pages

    def _cards(self) -> None:
        """Key figures, some side by side."""
        figures, pages = self._drawn.report.figures, self.pages
        width = ROOM / _CARDS_ACROSS
        for start in range(0, len(figures), _CARDS_ACROSS):
            row = figures[start : start + _CARDS_ACROSS]
            room = width - _GAP_MM
            lines = max(lines_of(figure["label"], room, 7.5) for figure in row)
            value_lines = max(lines_of(figure["value"], room, 12.0) for figure in row)
            value_mm = value_lines * line_mm(12.0) + 0.5
            height = value_mm + lines * line_mm(7.5) + 3.0
            pages.make_room(height)
            for column, figure in enumerate(row):
                left = MARGIN + column * width
                pages.label(
                    figure["value"],
                    QRectF(left, pages.top, room, value_mm),
                    text_format(12.0, is_bold=True),
                )
                pages.label(
                    figure["label"],
                    QRectF(left, pages.top + value_mm, room, height - value_mm),
                    text_format(7.5, _GREY),
                )
            pages.top += height

    def _map(self, title: str, picture: str) -> None:
        path, image = self._saved(picture)
        shape = image.height() / image.width()
        width = min(ROOM, _HIGHEST_MAP_MM / shape)
        self.pages.heading(title, width * shape + 14.0)
        self.pages.picture(path, (width, width * shape), (ROOM - width) / 2.0)
        self.pages.top += width * shape + 3.0

    def _maps_side_by_side(self, maps: list[tuple[str, str]]) -> None:
        pages, width = self.pages, (ROOM - _GAP_MM) / 2.0
        saved = [(title, *self._saved(picture)) for title, picture in maps]
        height = max(width * image.height() / image.width() for _, _, image in saved)
        title_mm = line_mm(12.0) + 1.0
        pages.make_room(height + title_mm)
        for side, (title, path, image) in enumerate(saved):
            left = side * (width + _GAP_MM)
            place = QRectF(MARGIN + left, pages.top, width, title_mm)
            pages.label(title, place, text_format(11.0, is_bold=True))
            pages.picture(path, (width, width * image.height() / image.width()), left, title_mm)
        pages.top += height + title_mm + 3.0

    def _section(self, section: Section) -> None:
        pages = self.pages
        image_mm = 0.0
        path = None
        if section.image:
            path, image = self._saved(section.image)
            image_mm = min(ROOM * image.height() / image.width(), _HIGHEST_MAP_MM)
        pages.heading(section.title, max(30.0, image_mm + 25.0))
        if section.text:
            pages.text(section.text, 9.0)
        if path is not None:
            pages.make_room(image_mm)
            pages.picture(path, (ROOM, image_mm))
            pages.top += image_mm + 2.0
        if section.rows:
            pages.table(list(section.columns), section.rows, has_total=section.has_total)

    def _again(self) -> None:
        run = self._drawn.report.run
        if run is None or not (run.command or run.not_again):
            return
        self.pages.heading(tr("Run again"))
        for text in (run.command, run.not_again):
            if text:
                self.pages.text(text, 8.0)

    def _saved(self, picture: str) -> tuple[Path, QImage]:
        self._pictures += 1
        path = self._folder / f"{self._pictures}.png"
        content = base64.b64decode(picture)
        path.write_bytes(content)
        return path, QImage.fromData(content)


def write_pdf(drawn: DrawnReport, path: str) -> None:
    """Lay out a report and write it; the file is whole or as it was before.

    Raises
    ------
    InvalidInput
        If the file cannot be written.
    """

    def write(file: Path) -> None:
        if not pages.export(str(file)):
            raise OSError(tr("QGIS could not export the pages"))

    with tempfile.TemporaryDirectory() as folder:
        pages = ReportPages(drawn, Path(folder)).lay_out()
        write_whole(path, write)
