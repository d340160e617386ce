"""The output REPORT: its parameter, and the file that is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingFeedback,
    QgsProcessingParameterFileDestination,
)

from ...core.errors import InvalidInput
from ...core.libraries import is_installed
from ..feedback import RecordingFeedback
from ..missing_libraries import why_missing
from ..outputs.places import FilePlace
from ..outputs.staging import staging
from ..texts import tr
from .page import Report
from .run_record import RunRecord

REPORT = "REPORT"


def add_report_parameter(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the optional file destination REPORT."""
    report = QgsProcessingParameterFileDestination(
        REPORT, tr("Report"), tr("HTML files (*.html)"), optional=True, createByDefault=False
    )
    report.setHelp(
        tr(
            "Maps, figures, tables and charts of the result, and how it was made, in one file for "
            "any web browser."
        )
    )
    algorithm.addParameter(report)


def write_report(
    path: str,
    make: Callable[[], Report],
    run: RunRecord | None,
    feedback: QgsProcessingFeedback,
) -> dict[str, str]:
    """Write a report where one is wanted; returns the output by its id.

    Without Jinja2 there is no report, without matplotlib one without charts: the log says so,
    and the run goes on.

    Parameters
    ----------
    path : str
        Of the file; empty if no report is wanted.
    make : callable
        Makes the report.
    run : RunRecord or None
        Goes into the report, finished.
    """
    if not path:
        return {}
    if not is_installed("jinja2"):
        feedback.pushWarning(tr("No report was written.") + " " + why_missing(["jinja2"]))
        return {}
    report = make()
    if not is_installed("matplotlib"):
        feedback.pushWarning(tr("The report has no charts.") + " " + why_missing(["matplotlib"]))
    if isinstance(feedback, RecordingFeedback):
        report.notes += [one for one in feedback.warnings if one not in report.notes]
    if run is not None:
        run.finished()
        report.run = run
    _write(path, report.html())
    return {REPORT: path}


def _write(path: str, html: str) -> None:
    """Write a UTF-8 file, which is whole or as it was before.

    Raises
    ------
    InvalidInput
        If the file cannot be written.
    """
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
