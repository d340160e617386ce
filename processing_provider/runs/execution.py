"""The way of a run: prepared, carried out, refused in words, laid out on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from qgis.core import (  # type: ignore[attr-defined,unused-ignore] # the stubs lack exceptions
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
)

from ...core.errors import TerritoryError
from ...core.libraries import MissingLibrary
from ...core.memory import OutOfMemory, needed
from ...core.progress import Cancelled
from ...core.workers import WorkerFailed
from ..common.cluster_option import apply_option
from ..common.missing_libraries import why_missing
from ..common.open_runs import ShownRun, Window, going_on
from ..common.request import Request
from ..common.texts import tr, worded
from ..outputs.looks.known_colours import known_colours
from ..outputs.writing.places import refuse_unwritable_outputs
from ..outputs.writing.staging import Staging, staging
from ..reports.run_reports import RunReports
from .run import Run


@dataclass(frozen=True)
class Execution:
    """One run of an algorithm: made and finished in the thread of the window, if there is one.

    Attributes
    ----------
    known_colours : dict
        Colour by territory in the layers of the project.
    shown : ShownRun or None
        The run as a window shows it.
    reports : RunReports
    """

    known_colours: dict[str, str]
    shown: ShownRun | None
    reports: RunReports

    @classmethod
    def prepared(
        cls, algorithm: QgsProcessingAlgorithm, context: QgsProcessingContext
    ) -> Execution:
        """What has to be asked in the thread of the window."""
        window: Window | None = getattr(algorithm.provider(), "window", None)
        shown = None if window is None else window.started(algorithm, context)
        return cls(known_colours(context.project()), shown, RunReports())

    def results_or_refusal(
        self, request: Request, carry_out: Callable[[Run], dict[str, Any]]
    ) -> tuple[dict[str, Any], str | None]:
        """The outputs, or why there are none, in words for the user."""
        feedback = request.feedback
        try:
            with going_on(feedback), staging() as staged:
                apply_option()
                refuse_unwritable_outputs(request)
                self.reports.begin(request)
                run = self._run(request, staged)
                results = carry_out(run)
                run.put_in_place()
        except MissingLibrary as error:
            return {}, why_missing([error.library], error.reason)
        except WorkerFailed as error:
            feedback.pushDebugInfo(error.details)
            return {}, worded(error.text)
        except TerritoryError as error:
            return {}, worded(error.text)
        except Cancelled:
            return {}, tr("Cancelled before there was a result; nothing was written.")
        except QgsProcessingException as error:
            return {}, str(error)
        except MemoryError as error:
            return {}, worded(OutOfMemory.of(needed(error)).text)
        if feedback.isCanceled():
            feedback.pushWarning(tr("Cancelled: the best result so far was written."))
            if self.shown is not None:
                self.shown.cancelled()
        return results, None

    def _run(self, request: Request, staged: Staging) -> Run:
        return Run(
            request.algorithm,
            request.parameters,
            request.context,
            request.feedback,
            staged,
            self.known_colours,
            self.reports,
        )
