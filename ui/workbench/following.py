"""A plan that is open, and follows the edit buffer of its layer.

Our own strokes, QGIS's undo, and edits made with any other tool come in by the same door.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

import numpy as np
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...core.arrays import IntArray
from ...core.certain import certain
from ...core.errors import InvalidInput
from ...core.ids import id_key
from ...core.plan.areas import UNASSIGNED
from ...core.plan.editor import PlanEditor
from ...core.plan.strokes import Stroke
from ...processing_provider.inputs.layers.attributes import plain_value
from .background import garbage_looked_for
from .bound import LowerBound
from .case import PlanCase
from .layer_edits import LayerEdits, names_in
from .other_layers import OtherLayers
from .people_steps import PeopleSteps
from .reading import Answer, OpenPlan, Reader, Reading, read_now, words_of
from .settings import PlanSettings
from .used_fields import UsedFields

# Long enough for what belongs together to come in, short enough to be no delay.
_REREAD_MS = 150


class FollowedPlan(QObject):
    """The plan in a layer, with figures that follow every edit.

    It is open from the first :attr:`reread` on: after the constructor, where the reader reads at
    once. Who cannot be opened is :attr:`lost`.

    Raises
    ------
    InvalidInput
        If the plan cannot be read.

    Attributes
    ----------
    changed : signal
        Labels, figures or locks changed.
    reread : signal
        All is new: the areas, the territories, the people.
    waiting : signal(bool)
        Whether something is being read.
    restyled : signal
        The layer has another style.
    lost : signal(str)
        The layer cannot be used any more, and why; the session is over.
    """

    changed = pyqtSignal()
    reread = pyqtSignal()
    waiting = pyqtSignal(bool)
    restyled = pyqtSignal()
    lost = pyqtSignal(str)

    case: PlanCase
    editor: PlanEditor
    edits: LayerEdits

    def __init__(
        self,
        settings: PlanSettings,
        project: QgsProject,
        parent: QObject | None = None,
        reader: Reader = read_now,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._reader = reader
        self.settings = settings
        self.is_open = False
        self.baseline: Mapping[str, str] = {}
        self.active = 0
        self._pending: dict[int, Any] = {}
        self._since: dict[int, Any] = {}
        self._weights: dict[tuple[int, str], Any] = {}
        self._paused = False
        self._reading: Reading | None = None
        self._failure: Exception | None = None
        self.bound = LowerBound(self)
        self._soon = self._timer(0, self.flush)
        self._later = self._timer(_REREAD_MS, self.read_again)
        reading = Reading(settings, project)
        self.layer: QgsVectorLayer = reading.layer
        self._fields = UsedFields(settings, self.layer.fields())
        self._others = OtherLayers(self._later.start)
        self.edits = LayerEdits(self.layer, self)
        self._people_steps = PeopleSteps(certain(self.layer.undoStack()))
        self._read(reading)
        if self._failure is not None:
            raise self._failure

    def _timer(self, milliseconds: int, slot: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    @property
    def territory_count(self) -> int:
        """Number of territories."""
        return self.case.plan.territory_count

    def change_settings(self, settings: PlanSettings) -> None:
        """Keep other settings; nothing is read anew."""
        if self._reading is not None:
            self._reading.settings = self._reading.settings.changed_like(self.settings, settings)
        self.settings = settings
        self._fields = UsedFields(settings, self.layer.fields())
        settings.store(self._project)

    # --- what the layer says -----------------------------------------------------------------

    def attribute_changed(self, fid: int, field: int, value: Any) -> None:
        """An attribute in the edit buffer changed, by whatever hand."""
        used = self._fields
        if field == used.plan:
            self.plan_changed({fid: value})
        elif used.counts(field):
            if self._reading is None and used.only_weighs(field, self.case.criteria):
                self._weights[fid, used.name(field)] = value
                self._soon.start()
            else:
                self._later.start()

    def plan_changed(self, values: Mapping[int, Any]) -> None:
        """The field with the plan has other values, by feature id."""
        self._pending.update(values)
        if self._reading is not None:
            self._since.update(values)
        if not self._soon.isActive():  # undo tells of thousands of changes one by one
            self._soon.start()

    def layer_changed(self) -> None:
        """Features, fields or the reference system changed: read all anew, soon."""
        self._fields = UsedFields(self.settings, self.layer.fields())
        self._later.start()

    def style_changed(self) -> None:
        """The layer has another style."""
        self.restyled.emit()

    def layer_saved(self) -> None:
        """Edits went into the layer's source, and cannot be undone any more."""
        self._people_steps.forget()

    def layer_lost(self, why: str) -> None:
        """The layer is gone."""
        self.close()
        self.lost.emit(why)

    def flush(self) -> None:
        """Take over what changed in the layer since the last time."""
        self._soon.stop()
        if not (self._pending or self._weights) or self._paused or not self.is_open:
            return
        people = self._people_steps.moved(self.settings)
        if people is not None:
            self.read_again(people)
            return
        pending, self._pending = self._pending, {}
        row_of = self.case.row_of
        # Others are without geometry, or new: the areas are read anew.
        known = [(row_of[fid], value) for fid, value in pending.items() if fid in row_of]
        labels = self._labels([value for _, value in known])
        if labels is None:
            self._later.start(0)
            return
        if known:
            rows = np.array([row for row, _ in known], dtype=np.int64)
            self.editor.follow(Stroke(rows, labels))
            self.layer.triggerRepaint()
        self._reweigh()
        self.changed.emit()

    def _reweigh(self) -> None:
        """Take over weights that changed."""
        if not self._weights:
            return
        case = self.case.reweighed(self._weights, self.settings)
        self._weights = {}
        if case is None:
            self._later.start(0)  # reading says what is wrong
            return
        opened = OpenPlan(self.case, self.editor, self.baseline, self._before)
        self._take(opened.of_other_weights(case))

    def read_again(self, settings: PlanSettings | None = None) -> None:
        """Read all anew; the session ends where that is not possible.

        What is there is worked on while the reader is at it.
        """
        if settings is None:
            settings = self.settings if self._reading is None else self._reading.settings
            settings = self._people_steps.moved(settings) or settings
        settings = self._with_who_came_back(settings)
        try:
            self._read(Reading(settings, self._project, self.baseline if self.is_open else None))
        except InvalidInput as error:
            self.layer_lost(words_of(error))

    def _read(self, reading: Reading) -> None:
        self._later.stop()
        self._soon.stop()
        self._pending.clear()
        self._since.clear()
        self._weights.clear()
        if self._reading is not None:
            self._reading.cancel()
        self._reading = reading
        settings, project = reading.settings, self._project
        self._others.watch([settings.rep_layer(project), settings.cost_layer(project)])
        self.waiting.emit(True)
        self._reader(reading, partial(self._have_read, reading))

    def _have_read(self, reading: Reading, answer: Answer) -> None:
        if reading is not self._reading:
            return  # the layer changed meanwhile, or is not wanted any more
        self._reading = None
        self._paused = False
        self.waiting.emit(False)
        if isinstance(answer, Exception):
            self._failure = answer
            self.layer_lost(words_of(answer))
            return
        known = self.is_open and 0 <= self.active < self.territory_count
        active = id_key(self.case.plan.names[self.active]) if known else ""
        self._take(answer)
        self.active = self.case.label_of.get(active, 0)
        self.is_open = True
        self.change_settings(reading.settings)
        self._pending, self._since = self._since, {}
        self.reread.emit()
        self.flush()

    def _take(self, opened: OpenPlan) -> None:
        self.case, self.editor = opened.case, opened.editor
        self.baseline, self._before = opened.baseline, opened.before

    def close(self) -> None:
        """Let go of the layer."""
        self._soon.stop()
        self._later.stop()
        self.bound.stop()
        if self._reading is not None:
            self._reading.cancel()
            self._reading = None
            self.waiting.emit(False)
        self.edits.release()
        self._others.release()
        garbage_looked_for()

    def _labels(self, values: list[Any]) -> IntArray | None:
        """Territories of values of the field; None where a name is not known yet."""
        known: dict[str, int] = {**self.case.label_of, "": UNASSIGNED}
        labels = []
        for value in values:
            # Most are text as it stands; asking what a value is takes longer than all the rest.
            label = known.get(value) if isinstance(value, str) else None
            if label is None:
                plain = plain_value(value)
                label = known.get("" if plain is None else id_key(plain))
            if label is None:
                return None
            labels.append(label)
        return np.array(labels, dtype=np.int64)

    def _with_who_came_back(self, settings: PlanSettings) -> PlanSettings:
        """Who left and has areas again, after an undo, is back."""
        if not settings.left:
            return settings
        there = names_in(self.layer, settings.plan_field)
        return replace(settings, left=tuple(name for name in settings.left if name not in there))
