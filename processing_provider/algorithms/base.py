"""What all algorithms of the provider share: texts, errors, progress, advanced parameters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, ClassVar, Protocol

from qgis.core import (  # type: ignore[attr-defined,unused-ignore] # the stubs lack exceptions
    QgsCoordinateReferenceSystem,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFeatureSource,
)
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QIcon

from ...core.errors import TerritoryError
from ...core.libraries import MissingLibrary, is_installed
from ...core.memory import OutOfMemory, needed
from ...core.progress import Cancelled
from ...core.workers import WorkerFailed
from ..common.cluster_option import apply_option
from ..common.feedback import RecordingFeedback
from ..common.missing_libraries import why_missing
from ..common.open_runs import going_on
from ..common.texts import tr, worded
from ..inputs.parameters import add_advanced, required_source
from ..outputs.looks.known_colours import known_colours
from ..outputs.writing.places import input_places, refuse_unwritable_outputs
from ..outputs.writing.sinks import StagedAlgorithm
from ..outputs.writing.staging import staging
from ..reports.page import Report
from ..reports.run_reports import RunReports, SheetsOfRun

PLUGIN_FOLDER = Path(__file__).resolve().parents[2]
ICON_FOLDER = PLUGIN_FOLDER / "icons"


class Run(Protocol):
    """A run that a window shows."""

    def cancelled(self) -> None:
        """Called at the end of a run that was cancelled and has results all the same."""


class Window(Protocol):
    """What the provider knows of a window; there is none in ``qgis_process`` and scripts."""

    def started(
        self, algorithm: QgsProcessingAlgorithm, context: QgsProcessingContext
    ) -> Run | None:
        """Called in the thread that prepares a run; None if the window does not show it."""


class TerritoryAlgorithm(StagedAlgorithm):
    """Base of all algorithms: a subclass names itself and implements :meth:`calculate`.

    A run reads *collect → solve → write*: all sinks are filled after the solver has
    finished, so that bad input or a cancel never leaves half-written layers.
    """

    NAME: ClassVar[str]
    TITLE: ClassVar[str]
    GROUP: ClassVar[str]
    SUMMARY: ClassVar[str]
    HELP: ClassVar[str]
    TAGS: ClassVar[tuple[str, ...]] = ()
    # Libraries without which the algorithm cannot work at all.
    NEEDS: ClassVar[tuple[str, ...]] = ("scipy",)

    _run: Run | None = None
    _sources: dict[str, QgsCoordinateReferenceSystem]
    _reports: RunReports
    _results: dict[str, Any]
    known_colours: dict[str, str]

    def calculate(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Collect, solve, write; returns the outputs by id."""
        raise NotImplementedError

    def canExecute(self) -> tuple[bool, str]:
        missing = [library for library in self.NEEDS if not is_installed(library)]
        return not missing, why_missing(missing) if missing else ""

    def prepareAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        ready, why_not = self.canExecute()
        if not ready:
            # Scripts and models do not ask.
            feedback.reportError(why_not, fatalError=True)
            return False
        self._reports = RunReports()
        self.known_colours = known_colours(context.project())
        window: Window | None = getattr(self.provider(), "window", None)
        self._run = None if window is None else window.started(self, context)
        return True

    def processAlgorithm(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback | None,
    ) -> dict[str, Any]:
        told = RecordingFeedback(QgsProcessingFeedback() if feedback is None else feedback)
        results, refusal = self._results_or_refusal(parameters, context, told)
        if refusal is not None:
            # QGIS never lets go of an exception that came out of Python: what its frames hold
            # (layers, open files, arrays) would live until the end of the session.
            del self, parameters, context, feedback, told
            raise QgsProcessingException(refusal)
        self._results = results
        return results

    def _results_or_refusal(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> tuple[dict[str, Any], str | None]:
        """The outputs, or why there are none, in words for the user."""
        try:
            with going_on(feedback), staging() as self.staged:
                apply_option()
                self._take_sources(parameters, context)
                inputs = input_places(self, parameters, context)
                refuse_unwritable_outputs(self, parameters, context, inputs)
                self._reports.begin(self, parameters, context, feedback)
                results = self.calculate(parameters, context, feedback)
                self.put_in_place()
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
            if self._run is not None:
                self._run.cancelled()
        return results, None

    def createInstance(self) -> TerritoryAlgorithm:
        return type(self)()

    def name(self) -> str:
        return self.NAME

    def displayName(self) -> str:
        return tr(self.TITLE)

    def group(self) -> str:
        return tr(self.GROUP)

    def groupId(self) -> str:
        return self.GROUP.lower().replace(" ", "")

    def shortDescription(self) -> str:
        return tr(self.SUMMARY)

    def shortHelpString(self) -> str:
        return tr(self.HELP)

    def tags(self) -> list[str]:
        return list(map(tr, self.TAGS))

    def helpUrl(self) -> str:
        """The manual's page, beside the plugin; in the source without `make docs`, its text."""
        page = PLUGIN_FOLDER / "help" / "algorithms" / f"{self.NAME}.html"
        if not page.exists():
            page = PLUGIN_FOLDER / "docs" / "algorithms" / f"{self.NAME}.md"
        return QUrl.fromLocalFile(str(page)).toString()

    def icon(self) -> QIcon:
        return QIcon(self.svgIconPath())

    def svgIconPath(self) -> str:
        return str(ICON_FOLDER / f"{self.NAME}.svg")

    def _take_sources(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Keep what is needed of the sources at the end, when their layers may be gone."""
        self._sources = {
            definition.name(): source.sourceCrs()
            for definition in self.parameterDefinitions()
            if isinstance(definition, QgsProcessingParameterFeatureSource)
            and (source := self.parameterAsSource(parameters, definition.name(), context))
        }

    def source_crs(self, name: str) -> QgsCoordinateReferenceSystem:
        """Reference system of a source at the start: its layer may be gone by the end."""
        return self._sources[name]

    def required_source(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> QgsProcessingFeatureSource:
        """The source behind a parameter; refuses an invalid layer in QGIS's own words."""
        return required_source(self, parameters, name, context)

    def write_report(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        make: Callable[[], Report],
    ) -> dict[str, Any]:
        """Write REPORT where it is wanted, with the record of this run; the output by its id."""
        return self._reports.write(make, feedback, self.staged)

    def write_sheets(self, parameters: dict[str, Any], run: SheetsOfRun) -> dict[str, Any]:
        """Make the sheets of SHEETS where they are wanted; the output by its id."""
        return self._reports.write_sheets(self, parameters, run)

    def postProcessAlgorithm(
        self, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Write what is laid out as pages: QGIS does so in the thread of the window only."""
        missing = self._reports.lay_out(feedback)
        return {name: value for name, value in self._results.items() if name not in missing}

    def add_advanced(self, *definitions: QgsProcessingParameterDefinition) -> None:
        """Add parameters that stay folded away in dialogs."""
        add_advanced(self, *definitions)

    def add_number_outputs(self, **outputs: str) -> None:
        """Declare number outputs: id = description."""
        for name, description in outputs.items():
            self.addOutput(QgsProcessingOutputNumber(name, description))
