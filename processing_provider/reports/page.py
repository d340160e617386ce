"""Reports as one HTML file: figures, tables and charts that can be shown in a meeting."""

from __future__ import annotations

import base64
import configparser
import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingFeedback,
    QgsProcessingParameterFileDestination,
)

from ...core.errors import InvalidInput
from ...core.libraries import is_installed
from ..missing_libraries import why_missing
from ..outputs.places import FilePlace
from ..outputs.staging import staging
from ..texts import tr

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator

REPORT = "REPORT"
TEMPLATES = Path(__file__).parent / "templates"
CHART_WIDTH_INCHES = 9.0
CHART_DPI = 110
ACCENT, CONTRAST, FAINT = "#2a7f9e", "#d1495b", "#c4ced4"


@dataclass(frozen=True)
class Section:
    """A heading with a text, a chart and a table; each may be missing."""

    title: str
    text: str = ""
    columns: Sequence[str] = ()
    rows: Sequence[Sequence[Any]] = ()
    has_total: bool = False
    image: str = ""


@dataclass
class Report:
    """Contents of a report; all texts are escaped when it is written."""

    title: str
    subtitle: str = ""
    figures: list[dict[str, str]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)

    def add_figure(self, label: str, value: str) -> None:
        """Add a key figure to the top of the report."""
        self.figures.append({"label": label, "value": value})

    def html(self) -> str:
        """The report as HTML; nothing in it is taken as markup."""
        import jinja2

        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(TEMPLATES),
            autoescape=True,
            undefined=jinja2.StrictUndefined,
        )
        return environment.get_template("report.html").render(
            title=self.title,
            subtitle=self.subtitle,
            figures=self.figures,
            notes=self.notes,
            sections=self.sections,
            language=_language(),
            version=plugin_version(),
        )

    def write(self, path: str) -> None:
        """Write the report as a UTF-8 file, which is whole or as it was before.

        Raises
        ------
        InvalidInput
            If the file cannot be written.
        """
        html = self.html()
        try:
            with staging() as staged:
                file = staged.file_for(FilePlace(Path(path).resolve()))
                file.write_text(html, encoding="utf-8")
                staged.put_in_place()
        except OSError as error:
            raise InvalidInput(
                "The report cannot be written to '{path}': {reason}.",
                path=path,
                reason=error.strerror or str(error),
            ) from error


def write_report(
    path: str, report: Callable[[], Report], feedback: QgsProcessingFeedback
) -> dict[str, str]:
    """Write a report where one is wanted; returns the output by its id.

    Without Jinja2 there is no report, without matplotlib one without charts: the log says so,
    and the run goes on.

    Parameters
    ----------
    path : str
        Of the file; empty if no report is wanted.
    report : callable
        Makes the report.
    """
    if not path:
        return {}
    if not is_installed("jinja2"):
        feedback.pushWarning(tr("No report was written.") + " " + why_missing(["jinja2"]))
        return {}
    made = report()
    if not is_installed("matplotlib"):
        without = tr("The report has no charts.") + " " + why_missing(["matplotlib"])
        feedback.pushWarning(without)
        made.notes.append(without)
    made.write(path)
    return {REPORT: path}


def add_report_parameter(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the optional file destination REPORT."""
    report = QgsProcessingParameterFileDestination(
        REPORT, tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=False
    )
    report.setHelp(tr("Figures, tables and charts of the result in one file for any web browser."))
    algorithm.addParameter(report)


def _language() -> str:
    code = QgsApplication.locale()[:2].lower()
    return code if len(code) == 2 and code.isalpha() else "en"


def plugin_version() -> str:
    """Version as the plugin's metadata state it."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(Path(__file__).resolve().parents[2] / "metadata.txt", encoding="utf-8")
    return metadata.get("general", "version", fallback="")


def chart(draw: Callable[[Figure], None], height_inches: float = 3.2) -> str:
    """Draw with matplotlib; returns a PNG as base64 text for :class:`Section`.

    Empty where matplotlib is missing: the report then goes without charts, and says so.
    """
    if not is_installed("matplotlib"):
        return ""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(CHART_WIDTH_INCHES, height_inches), dpi=CHART_DPI, layout="tight")
    FigureCanvasAgg(figure)
    draw(figure)
    for axes in figure.axes:
        axes.spines[["top", "right"]].set_visible(False)
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png")
    return base64.b64encode(buffer.getvalue()).decode("ascii")


def places_of_ticks(**rules: object) -> MaxNLocator:
    """Where the ticks of an axis are, by the rules of matplotlib's ``MaxNLocator``."""
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator(**rules)


def number(value: float, digits: int = 0) -> str:
    """A number with thousands separated by thin spaces; a dash if it is not known."""
    if value is None or value != value:
        return "–"
    return f"{value:,.{digits}f}".replace(",", "\u202f")


def percent(value: float, digits: int = 2) -> str:
    """A signed percentage."""
    return "–" if value != value else f"{value:+.{digits}f}\u202f%"


def kilometres(metres: float, digits: int = 1) -> str:
    """Metres as kilometres."""
    return f"{number(metres / 1000.0, digits)}\u202fkm"
