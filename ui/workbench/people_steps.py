"""Who is there at which step of a layer's edits: people follow undo and redo as areas do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .settings import PlanSettings

if TYPE_CHECKING:  # elsewhere in Qt 6
    from qgis.PyQt.QtWidgets import QUndoStack


@dataclass
class _Step:
    """An edit command that people came or went with, and the settings on both sides of it."""

    number: int
    title: str
    before: PlanSettings
    after: PlanSettings
    done: bool = True


class PeopleSteps:
    """The edit commands of a layer with which people came or went.

    Parameters
    ----------
    stack : QUndoStack
        Of the layer.
    """

    def __init__(self, stack: QUndoStack) -> None:
        self._stack = stack
        self._steps: list[_Step] = []

    def add(self, before: PlanSettings, after: PlanSettings) -> None:
        """The command that was done last goes with other people."""
        number = self._stack.index()
        self._steps.append(_Step(number, self._stack.text(number - 1), before, after))

    def forget(self) -> None:
        """What was done is saved, and cannot be undone any more."""
        self._steps.clear()

    def moved(self, settings: PlanSettings) -> PlanSettings | None:
        """The settings with the people of this step; None where nobody came or went by it."""
        at = self._stack.index()
        result = None
        for step in reversed(self._steps):
            if step.done and step.number > at:
                step.done = False
                settings = result = settings.stepped(step.after, step.before)
        # Other commands may have taken the place of those that were undone.
        self._steps = [step for step in self._steps if step.done or self._is_there(step)]
        for step in self._steps:
            if not step.done and step.number <= at:
                step.done = True
                settings = result = settings.stepped(step.before, step.after)
        return result

    def _is_there(self, step: _Step) -> bool:
        known = step.number <= self._stack.count()
        return known and self._stack.text(step.number - 1) == step.title
