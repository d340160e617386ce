"""The lower bound on the worst deviation, found while nobody waits for it."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...core.arrays import BoolArray, IntArray
from ...core.balance.plan_problem import lower_bound_of_plan
from ...core.certain import certain
from ...core.plan.areas import UNASSIGNED
from ...core.plan.editor import PlanEditor
from ...core.plan.rules import PlanRules
from ...processing_provider.common.texts import tr
from .background import MOST_AT_ONCE, in_background
from .case import PlanCase

# After the last of several edits that come one by one, as a pasted column does.
_QUIET_MS = 300


@dataclass(frozen=True)
class _Question:
    """All that the bound depends on: weights and targets, and what is locked where."""

    case: PlanCase
    labels: IntArray
    locked: BoolArray
    frozen: BoolArray

    @classmethod
    def of(cls, case: PlanCase, labels: IntArray, rules: PlanRules) -> _Question:
        """The question as it is now, of arrays that nobody else changes."""
        locked, frozen = certain(rules.locked), certain(rules.frozen)
        # Who has the areas that are not locked makes no difference.
        held = locked | np.append(frozen, False)[labels]
        return cls(case, np.where(held, labels, UNASSIGNED), locked.copy(), frozen.copy())

    def is_that_of(self, other: _Question | None) -> bool:
        """Whether the answer of the other one is the answer of this one."""
        return (
            other is not None
            and other.case is self.case
            and np.array_equal(other.labels, self.labels)
            and np.array_equal(other.locked, self.locked)
            and np.array_equal(other.frozen, self.frozen)
        )

    @property
    def is_of_beginning(self) -> bool:
        """Whether it is the plan, with the locks, that was read."""
        case = self.case
        return self.is_that_of(_Question.of(case, case.plan.labels, case.rules))

    @property
    def is_answered(self) -> bool:
        """Whether the answer was found when the plan was read."""
        return self.case.is_bounded and self.is_of_beginning

    def answer(self) -> float:
        """The bound in percent; takes a second for a hundred thousand areas."""
        case = self.case
        if self.is_of_beginning:
            return case.lower_bound_pct
        rules = replace(case.rules, locked=self.locked, frozen=self.frozen)
        return lower_bound_of_plan(case.plan.with_labels(self.labels), rules)


class LowerBound(QObject):
    """Worst deviation below which no plan can be, with the locks as they are.

    Attributes
    ----------
    found : signal
        It is known now.
    """

    found = pyqtSignal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._question: _Question | None = None
        self._answer = math.nan
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_QUIET_MS)
        self._soon.timeout.connect(self._ask)

    def of(self, case: PlanCase, editor: PlanEditor) -> float:
        """The bound in percent; NaN where it is not known yet: :attr:`found` tells when it is."""
        question = _Question.of(case, editor.labels, editor.rules)
        if not question.is_that_of(self._question):
            self._question, self._answer = question, math.nan
            if len(case.fids) <= MOST_AT_ONCE or question.is_answered:
                self._answer = question.answer()
            else:
                self._soon.start()
        return self._answer

    def stop(self) -> None:
        """Nobody wants to know any more."""
        self._soon.stop()
        self._question = None

    def _ask(self) -> None:
        question = self._question
        if question is not None:
            then = partial(self._told, question)
            in_background(tr("Lower bound"), question.answer, then, lasting=False)

    def _told(self, question: _Question, answer: float) -> None:
        if question is self._question:
            self._answer = answer
            self.found.emit()
