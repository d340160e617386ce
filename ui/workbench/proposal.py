"""What a run proposes: another plan, shown before anything is written."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ...core.arrays import IntArray
from ...core.ids import id_key
from ...core.plan.areas import UNASSIGNED
from ...core.plan.strokes import Stroke
from ...core.texts import Text
from ...processing_provider.common.texts import counted, tr, worded
from .case import PlanCase
from .run import RunResult
from .session import PlanSession
from .settings import PlanSettings
from .wording import kilometres

NEW, KEPT = -2, -3
"""In place of a territory: one that is not known yet, and whatever an area has."""


@dataclass
class Proposal:
    """Another plan for the layer of a session.

    Attributes
    ----------
    title : str
        Of the edit command.
    names : dict
        Territory by the spelling of each area's id; areas that are missing keep theirs.
    settings : PlanSettings
        With the people after it.
    before : PlanSettings or None
        Those from which a run began, which binds it to locks that came meanwhile; None for a plan
        that somebody chose.
    notes : tuple of str
        What else is to be known of it, such as ids of a file that no area has.
    """

    title: str
    names: dict[str, Any]
    settings: PlanSettings
    notes: tuple[str, ...] = ()
    before: PlanSettings | None = None
    _wanted: tuple[PlanCase, IntArray] | None = field(default=None, compare=False, repr=False)

    def wanted(self, case: PlanCase) -> IntArray:
        """Territory (n,) of each area of a case; ``NEW`` for a name that it does not know.

        ``KEPT`` for an area that is missing here.
        """
        if self._wanted is None or self._wanted[0] is not case:
            known = {**case.label_of, "": UNASSIGNED}
            labels = [
                known.get(_key(self.names[key]), NEW) if key in self.names else KEPT
                for key in case.ids
            ]
            self._wanted = case, np.array(labels, dtype=np.int64)
        return self._wanted[1]

    def moved(self, session: PlanSession) -> IntArray:
        """Areas that would change hands, ascending."""
        wanted = self.wanted(session.case)
        return np.flatnonzero((wanted != KEPT) & (wanted != session.editor.labels))

    def lines(self, session: PlanSession, result: RunResult | None) -> list[str]:
        """What it would change, in words."""
        moved = self.moved(session)
        count = len(moved)
        lines = [self.title, *self.notes]
        gone = len(self.names.keys() - set(session.case.ids))
        if gone:
            lines.append(
                counted(
                    gone,
                    "{count} area that it has a territory for is not in the layer any more.",
                    "{count} areas that it has territories for are not in the layer any more.",
                )
            )
        now, then = set(session.settings.locked_areas), set(self._wished(session).locked_areas)
        locked, unlocked = len(then - now), len(now - then)
        if locked:
            lines.append(
                counted(locked, "{count} area will be locked.", "{count} areas will be locked.")
            )
        if unlocked:
            lines.append(
                counted(
                    unlocked, "{count} area will be unlocked.", "{count} areas will be unlocked."
                )
            )
        if not count:
            return [*lines, _nothing_changes(result)]
        lines.append(
            counted(count, "{count} area would change hands.", "{count} areas would change hands.")
        )
        labels = self.wanted(session.case)[moved]
        if self._same_people(session) and (labels != NEW).all():
            preview = session.editor.preview(Stroke(moved, labels))
            before, after = preview.worst_pct
            trips = [
                session.editor.figures.metres.overall_mean,
                session.editor.figures.with_rows(
                    preview.territories, preview.after
                ).metres.overall_mean,
            ]
        elif result is not None:
            before, after = session.editor.worst_deviation_pct, _number(result, "MAX_DEVIATION_PCT")
            trips = [
                session.editor.figures.metres.overall_mean,
                _number(result, "MEAN_DISTANCE_M"),
            ]
        else:
            return lines
        lines.append(
            worded(
                Text.of("Worst deviation: {before:.2f} → {after:.2f} %", before=before, after=after)
            )
        )
        lines.append(
            tr("Mean trip: {before} → {after}").format(
                before=kilometres(trips[0]), after=kilometres(trips[1])
            )
        )
        if result is not None:
            lines += result.warnings[:3]
        return lines

    def _same_people(self, session: PlanSession) -> bool:
        ours, theirs = self._wished(session), session.settings
        return (ours.left, ours.joined, ours.shares) == (theirs.left, theirs.joined, theirs.shares)

    def accept(self, session: PlanSession) -> str:
        """Write it as one edit command; why not, or ""."""
        areas, wished = self.moved(session), self._wished(session)
        values = [self.names[session.case.ids[area]] for area in areas.tolist()]
        held = self._held(session, areas, wished) if self.before is not None else 0
        if held:
            return counted(
                held,
                "{count} area that would change hands was locked while the run went on. Unlock "
                "it, or run again.",
                "{count} areas that would change hands were locked while the run went on. Unlock "
                "them, or run again.",
            )
        all_known = bool((self.wanted(session.case)[areas] != NEW).all())
        if wished == session.settings and all_known:
            return session.write(areas, values, self.title)
        # People change with it: names that the session does not know yet.
        return session.write_with_people(areas, values, self.title, wished)

    def _wished(self, session: PlanSession) -> PlanSettings:
        """The settings after it; what else changed since the run began stays."""
        if self.before is None:
            return self.settings
        return session.settings.stepped(self.before, self.settings)

    def _held(self, session: PlanSession, areas: IntArray, wished: PlanSettings) -> int:
        """How many of the areas that move are locked, by themselves or by their territories."""
        locked, frozen = set(wished.locked_areas), set(wished.locked_territories)
        case, labels = session.case, session.editor.labels
        held = 0
        for area in areas.tolist():
            key, label = case.ids[area], int(labels[area])
            gives = id_key(case.plan.names[label]) if label >= 0 else ""
            held += key in locked or bool({gives, _key(self.names[key])} & frozen)
        return held


def _nothing_changes(result: RunResult | None) -> str:
    if result is None:
        return tr("No area changes hands.")
    return tr("The plan stays as it is: nothing better was found.")


def _key(value: Any) -> str:
    return "" if value is None else id_key(value)


def _number(result: RunResult, name: str) -> float:
    value = result.numbers.get(name)
    return float(value) if isinstance(value, (int, float)) else float("nan")
