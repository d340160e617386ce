"""The report of a run, whatever algorithm it was of: what it holds, and how it becomes HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication

from ...core.progress import SILENT, Cancelled, Progress
from ..common.texts import tr
from .charts import Chart, load_matplotlib
from .maps import MapDrawing, MapPicture
from .numbers import are_texts, number
from .run_record import RunRecord, plugin_version

TEMPLATES = Path(__file__).parent / "templates"
ROWS_IN_SIGHT = 40
"""Tables with more rows are folded: a reader opens what he or she looks for."""


@dataclass(frozen=True)
class Section:
    """A heading with a text, a chart and a table; each may be missing.

    Attributes
    ----------
    chart : Chart or None
    image : str
        The chart as a PNG in base64, once it is drawn.
    has_total : bool
        Whether the last row adds up the others.
    is_folded : bool
        Whether a reader opens it only when needed; long tables always are.
    is_record : bool
        Whether the table repeats what was given, as it was given.
    """

    title: str
    text: str = ""
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[Any]] = ()
    has_total: bool = False
    chart: Chart | None = None
    image: str = ""
    is_folded: bool = False
    is_record: bool = False

    @property
    def folds_rows(self) -> bool:
        """Whether the table is too long to be in sight."""
        return len(self.rows) > ROWS_IN_SIGHT

    @property
    def are_texts(self) -> list[bool]:
        """Whether each column is read from the left."""
        return are_texts(len(self.columns), self.rows)

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing below the heading."""
        return not (self.text or self.rows or self.image)


@dataclass
class Report:
    """Contents of a report; all texts are escaped when it is written.

    Attributes
    ----------
    title, subtitle : str
    lead : list of str
        The result in sentences that need no explanation.
    figures : list of dict
        Key figures: label and value.
    notes : list of str
        What a reader must know before trusting the numbers: warnings of the run.
    maps : list of MapPicture
    sections : list of Section
    run : RunRecord or None
    """

    title: str
    subtitle: str = ""
    lead: list[str] = field(default_factory=list)
    figures: list[dict[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    maps: list[MapPicture] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    run: RunRecord | None = None

    def add_figure(self, label: str, value: str) -> None:
        """Add a key figure to the top of the report."""
        self.figures.append({"label": label, "value": value})

    def shown_sections(self) -> list[Section]:
        """Sections that have a content, the record of the run at the end."""
        sections = [section for section in self.sections if not section.is_empty]
        return sections if self.run is None else sections + run_sections(self.run)

    def drawn(self, kind: MapSize, progress: Progress = SILENT) -> DrawnReport:
        """The report with its maps and charts as pictures; may be drawn in any thread.

        Raises
        ------
        Cancelled
            If the run is cancelled before the last picture.
        """
        beside_each_other = 2 if len(self.maps) > 1 else 0
        begun: list[MapDrawing] = []
        try:
            for i, one in enumerate(self.maps):
                progress.stop_if_cancelled()
                enlarged = kind.enlarged if i < beside_each_other else 1.0
                begun.append(one.begin(kind.width_px, kind.dpi * enlarged))
            if any(section.chart is not None for section in self.sections):
                load_matplotlib()
            sections = []
            for section in self.sections:
                progress.stop_if_cancelled()
                chart = section.chart
                sections.append(section if chart is None else replace(section, image=chart.png()))
            pictures = []
            for drawing in begun:
                progress.stop_if_cancelled()
                pictures.append((drawing.title, drawing.png()))
        except Cancelled:
            for drawing in begun:
                drawing.job.cancel()
            raise
        return DrawnReport(replace(self, sections=sections), pictures)


@dataclass(frozen=True)
class MapSize:
    """How large maps are drawn.

    Attributes
    ----------
    width_px : int
    dpi : float
        Resolution at which symbols and labels are drawn.
    enlarged : float
        How much larger they are on the first two of several maps, which are shown side by side,
        at half the width.
    """

    width_px: int
    dpi: float
    enlarged: float = 1.0


SCREEN, PAPER = MapSize(760, 90.0, 1.7), MapSize(1500, 200.0, 1.7)


@dataclass(frozen=True)
class DrawnReport:
    """A report whose pictures are drawn, or which has none.

    Attributes
    ----------
    report : Report
        Its sections have the images of their charts.
    pictures : list of (str, str)
        Title and PNG in base64 of each map.
    """

    report: Report
    pictures: list[tuple[str, str]] = field(default_factory=list)

    @property
    def origin(self) -> str:
        """The first input and the date."""
        return "" if self.report.run is None else self.report.run.origin

    def html(self) -> str:
        """The report as HTML; nothing in it is taken as markup."""
        run = self.report.run
        page: str = page_template().render(
            report=self.report,
            sections=self.report.shown_sections(),
            pictures=self.pictures,
            origin=self.origin,
            command="" if run is None else run.command,
            not_again="" if run is None else run.not_again,
            words=_words(),
            language=_language(),
            version=plugin_version(),
        )
        return page


@cache
def page_template() -> Any:
    """The template of the page, compiled.

    That takes as long as writing some thousand features: a run does it before its search, so that
    a cancel need not wait for it.
    """
    import jinja2

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template("report.html")


def run_sections(run: RunRecord) -> list[Section]:
    """The record of a run: facts, inputs, parameters."""
    inputs = [(one.label, one.name, number(one.rows), one.fingerprint) for one in run.inputs]
    parameter, value = tr("parameter"), tr("value")
    sections = [
        Section(tr("Run"), columns=("", ""), rows=run.facts(), is_record=True),
        Section(
            tr("Inputs"),
            tr(
                "The fingerprint changes with any geometry and any value that was used, not with "
                "the order of the rows."
            ),
            columns=[tr("input"), tr("layer"), tr("rows"), tr("fingerprint")],
            rows=inputs,
            is_record=True,
        ),
        Section(
            tr("Parameters that were set"),
            columns=[parameter, value],
            rows=run.parameters,
            is_record=True,
        ),
        Section(
            tr("Parameters left at their defaults"),
            columns=[parameter, value],
            rows=run.defaults,
            is_record=True,
            is_folded=True,
        ),
    ]
    return [section for section in sections if section.rows]


def _words() -> dict[str, str]:
    return {
        "maps": tr("Maps"),
        "again": tr("Run again"),
        "again_how": tr(
            "On the command line, with the plugin enabled in qgis_process (qgis_process plugins "
            "enable territory_design):"
        ),
        "rows": tr("Show all rows"),
        "open": tr("Show"),
        "notes": tr("Notes of the run"),
    }


def _language() -> str:
    code = QgsApplication.locale()[:2].lower()
    return code if len(code) == 2 and code.isalpha() else "en"
