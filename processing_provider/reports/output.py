"""The output REPORT: its parameter, and the file that is written."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.core import (
    QgsProcessingFeedback,
)

from ...core.errors import InvalidInput, TerritoryError
from ...core.libraries import is_installed
from ...core.progress import Cancelled
from ..common.feedback import FeedbackProgress, RecordingFeedback
from ..common.missing_libraries import why_missing
from ..common.texts import tr, worded
from ..outputs.writing.places import FilePlace
from ..outputs.writing.staging import staging
from .page import PAPER, SCREEN, DrawnReport, MapSize, Report
from .run_record import RunRecord


def is_pdf(path: str) -> bool:
    """Whether a report becomes a PDF."""
    return Path(path).suffix.lower() == ".pdf"


def draw_report(
    path: str,
    make: Callable[[], Report],
    run: RunRecord | None,
    feedback: QgsProcessingFeedback,
) -> DrawnReport | None:
    """Make a report where one is wanted, with its maps drawn.

    Without Jinja2 there is none in HTML, without matplotlib one without charts, after a cancel
    one without pictures: the log says so, and the run goes on.

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
        return None
    if not is_pdf(path) and not is_installed("jinja2"):
        feedback.pushWarning(
            tr("“Report” (REPORT) was not written.") + " " + why_missing(["jinja2"])
        )
        return None
    report = make()
    try:
        drawn = _with_pictures(report, PAPER if is_pdf(path) else SCREEN, feedback)
    except Cancelled:
        drawn = DrawnReport(report)
        feedback.pushWarning(
            tr("The run was cancelled: its report has no maps and no charts, which take long.")
        )
    report = drawn.report
    if isinstance(feedback, RecordingFeedback):
        report.notes += [one for one in feedback.warnings if one not in report.notes]
    if run is not None:
        run.finished()
        report.run = run
    return drawn


def _with_pictures(report: Report, size: MapSize, feedback: QgsProcessingFeedback) -> DrawnReport:
    """The report with its maps, and with its charts where they can be drawn.

    Raises
    ------
    Cancelled
    """
    progress = FeedbackProgress(feedback)
    progress.stop_if_cancelled()
    if not is_installed("matplotlib"):
        feedback.pushWarning(tr("The report has no charts.") + " " + why_missing(["matplotlib"]))
    return report.drawn(size, progress)


def why_no_report(output: str, error: Exception) -> str:
    """What to say when a report or its sheets, called ``output``, could not be made."""
    reason = worded(error.text) if isinstance(error, TerritoryError) else str(error)
    return tr(
        "{output} could not be made ({reason}). The layers of the run are whole; for the file, "
        "correct what is wrong or choose another place, and run again."
    ).format(output=output, reason=(reason or type(error).__name__).rstrip(". "))


def write_whole(path: str, write: Callable[[Path], None]) -> None:
    """Have a file written beside its place, and put there when it is whole.

    Raises
    ------
    InvalidInput
        If the file cannot be written.
    """
    try:
        with staging() as staged:
            write(staged.file_for(FilePlace(Path(path).resolve())))
            staged.put_in_place()
    except OSError as error:
        raise InvalidInput(
            "The report cannot be written to '{path}': {reason}. Choose another place.",
            path=path,
            reason=error.strerror or str(error),
        ) from error
