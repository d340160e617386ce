"""The reports of one run: begun with its inputs, written at its end, on paper after it."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingContext, QgsProcessingFeedback

from ...core.libraries import is_installed
from ...core.plan.stages import Stages
from ...core.progress import Cancelled
from ..common.request import Request
from ..common.texts import tr
from ..inputs.layers.units import SpatialUnits
from ..outputs.writing.output_layer import StagedRequest
from ..outputs.writing.places import FilePlace
from .output import draw_report, is_pdf, why_no_report
from .page import DrawnReport, Report, page_template
from .parameters import REPORT, SHEETS
from .pdf import write_pdf
from .run_record import RunRecord
from .runs_table import RunsTable
from .sheets import Sheets, make_sheets


@dataclass(frozen=True)
class SheetsOfRun:
    """What sheets are made from: plans over areas, what readers call these and the people."""

    stages: Stages
    units: SpatialUnits
    called: Sequence[Any] | None = None
    shown: Callable[[Any], str] = str


@dataclass
class RunReports:
    """What a run keeps for its reports; without REPORT nothing is kept or written.

    Attributes
    ----------
    path : str
        Where the report goes; "" if none is wanted.
    record : RunRecord or None
    papers : list
        Place and content of what is laid out after the run: QGIS lays out pages in the thread
        of the window only.
    sheets : list
        The same for SHEETS.
    table : RunsTable or None
        The table to which the run is added; None if none is wanted.
    """

    path: str = ""
    record: RunRecord | None = None
    papers: list[tuple[str, DrawnReport]] = field(default_factory=list)
    sheets: list[tuple[str, Sheets]] = field(default_factory=list)
    table: RunsTable | None = None

    def expect(self, request: Request) -> None:
        """Take note of a run that begins, whatever comes of it.

        Raises
        ------
        InvalidInput
            If the file for its row holds something else.
        """
        self.table = RunsTable.wanted(request)

    def note(self, results: dict[str, Any], refusal: str | None) -> dict[str, Any]:
        """Add the run to the table where one is wanted; the output by its id."""
        return {} if self.table is None else self.table.add(results, refusal)

    def begin(self, request: Request) -> None:
        """Record the run while its sources are there."""
        if request.declares(REPORT):
            self.path = request.file_output(REPORT)
        if self.path:
            self.record = RunRecord.of(request)
            if not is_pdf(self.path) and is_installed("jinja2"):
                page_template()

    def write(self, request: StagedRequest, make: Callable[[], Report]) -> dict[str, Any]:
        """Write the report, or draw it for :meth:`lay_out`; the output by its id.

        Whatever goes wrong in it ends in a warning: the result of a long search is worth more
        than what is told of it.
        """
        if not self.path:
            return {}
        feedback, staged = request.feedback, request.staged
        place = FilePlace(Path(self.path).resolve())
        try:
            drawn = draw_report(self.path, make, self.record, feedback)
            if drawn is None:
                return {}
            if is_pdf(self.path):
                self.papers.append((self.path, drawn))
            else:
                staged.file_for(place).write_text(drawn.html(), encoding="utf-8")
        except Cancelled:
            raise
        except Exception as error:  # noqa: BLE001 - see above
            staged.forget(place.path)
            feedback.pushDebugInfo(traceback.format_exc())
            feedback.pushWarning(why_no_report(request.label(REPORT), error))
            return {}
        return {REPORT: self.path}

    def write_sheets(self, request: Request, run: SheetsOfRun) -> dict[str, Any]:
        """Collect the sheets for :meth:`lay_out`, where they are wanted; the output by its id."""
        path = request.file_output(SHEETS)
        if not path:
            return {}
        if request.feedback.isCanceled():
            request.feedback.pushWarning(
                tr(
                    "“Sheets by representative” (SHEETS) were not written: they take long, and the "
                    "run was cancelled. Run it to its end for them."
                )
            )
            return {}
        if run.stages.before is None:
            request.feedback.pushWarning(
                tr(
                    "“Sheets by representative” (SHEETS) were not written: there is no plan "
                    "before, from which anything goes. Start from the current plan for them."
                )
            )
            return {}
        transforms = request.context.transformContext()
        title = request.algorithm.displayName()
        self.sheets.append(
            (path, make_sheets(title, run.stages, run.units, transforms, run.called, run.shown))
        )
        return {SHEETS: path}

    def lay_out(self, feedback: QgsProcessingFeedback) -> list[str]:
        """Write what is laid out as pages; ids of outputs that could not be.

        The layers are in their places: a file that cannot be written ends in a warning.
        """
        papers, self.papers = self.papers, []
        sheets, self.sheets = self.sheets, []
        work = [(REPORT, partial(write_pdf, drawn, path)) for path, drawn in papers]
        work += [(SHEETS, partial(one.write, path)) for path, one in sheets]
        called = {
            REPORT: tr("“Report” (REPORT)"),
            SHEETS: tr("“Sheets by representative” (SHEETS)"),
        }
        missing = []
        for name, write in work:
            try:
                write()
            except Exception as error:  # noqa: BLE001 - as in :meth:`write`
                feedback.pushDebugInfo(traceback.format_exc())
                feedback.pushWarning(why_no_report(called[name], error))
                missing.append(name)
        return missing

    def show_table(self, context: QgsProcessingContext) -> None:
        """Have the table of runs shown, in the thread of the window."""
        if self.table is not None:
            self.table.show(context)
