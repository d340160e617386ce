"""The way of a run: carried out, or refused in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from qgis.core import (  # type: ignore[attr-defined,unused-ignore] # the stubs lack exceptions
    QgsProcessingException,
    QgsProcessingParameterFeatureSource,
)

from ...core.errors import TerritoryError
from ...core.libraries import MissingLibrary
from ...core.memory import OutOfMemory, needed
from ...core.progress import Cancelled
from ...core.workers import WorkerFailed
from ..common.cluster_option import apply_option
from ..common.missing_libraries import why_missing
from ..common.open_runs import going_on
from ..common.request import Request
from ..common.texts import tr, worded
from ..outputs.writing.places import refuse_unwritable_outputs
from ..outputs.writing.staging import Staging, staging
from ..reports.run_reports import RunReports
from .preparation import Preparation
from .run import Run


@dataclass(frozen=True)
class Execution:
    """One run of an algorithm.

    Attributes
    ----------
    preparation : Preparation
    reports : RunReports
    """

    preparation: Preparation
    reports: RunReports = field(default_factory=RunReports)

    def results_or_refusal(
        self, request: Request, carry_out: Callable[[Run], dict[str, Any]]
    ) -> tuple[dict[str, Any], str | None]:
        """The outputs, or why there are none, in words for the user."""
        results, refusal = self._carried_out(request, carry_out)
        return results | self.reports.note(results, refusal), refusal

    def _carried_out(
        self, request: Request, carry_out: Callable[[Run], dict[str, Any]]
    ) -> tuple[dict[str, Any], str | None]:
        feedback = request.feedback
        try:
            with going_on(feedback), staging() as staged:
                apply_option()
                self.reports.expect(request)
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
        except OutOfMemory as error:
            return {}, _no_memory(request, error.size)
        except TerritoryError as error:
            return {}, worded(error.text)
        except Cancelled:
            return {}, tr("Cancelled before there was a result; nothing was written.")
        except QgsProcessingException as error:
            return {}, str(error)
        except MemoryError as error:
            return {}, _no_memory(request, needed(error))
        if feedback.isCanceled():
            feedback.pushWarning(tr("Cancelled: the best result so far was written."))
            if self.preparation.shown is not None:
                self.preparation.shown.cancelled()
        return results, None

    def _run(self, request: Request, staged: Staging) -> Run:
        return Run(
            request.algorithm,
            request.parameters,
            request.context,
            request.feedback,
            staged,
            self.preparation.known_colours,
            self.reports,
        )


def _no_memory(request: Request, size: str) -> str:
    """What to do where ``size`` of memory could not be had, with the labels of the layers."""
    sources = [
        definition.name()
        for definition in request.algorithm.parameterDefinitions()
        if isinstance(definition, QgsProcessingParameterFeatureSource)
        and request.gives(definition.name())
    ]
    return worded(OutOfMemory.of(size, ", ".join(map(request.label, sources))).text)
