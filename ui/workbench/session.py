"""A plan in work: the editor of the core on one side, the layer's edit buffer on the other.

Every stroke is one edit command on the layer, and the editor follows what the layer says.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

import numpy as np

from ...core.arrays import FloatArray, IntArray
from ...core.certain import certain
from ...core.ids import id_key
from ...core.plan.areas import UNASSIGNED
from ...core.plan.editor import PlanEditor
from ...core.plan.plan import Plan
from ...core.plan.reasons import reason_of
from ...core.plan.strokes import Preview, Stroke
from ...core.plan.suggestions import best_next_move, repair_stroke
from ...processing_provider.common.texts import tr, worded
from .case import shares_of
from .following import FollowedPlan
from .layer_edits import Change
from .reading import OpenPlan
from .settings import PlanSettings

_NOBODY = np.empty(0, dtype=np.int64)


class PlanSession(FollowedPlan):
    """The work on a plan: strokes, locks, people, and figures that follow every edit.

    Attributes
    ----------
    gives_to_nobody : bool
        Whether strokes take areas from everybody.
    """

    gives_to_nobody = False

    # --- what is there -----------------------------------------------------------------------

    @property
    def plan(self) -> Plan:
        """The plan as it is now; shares its arrays with the editor."""
        return self.case.plan.with_labels(self.editor.labels)

    def name(self, territory: int) -> str:
        """What a territory is called."""
        return str(self.case.plan.names[territory]) if territory >= 0 else tr("not assigned")

    @property
    def target(self) -> int:
        """To whom strokes give: the active territory, or nobody."""
        return UNASSIGNED if self.gives_to_nobody else self.active

    def share_of(self, territory: int) -> float:
        """Share of a territory in the work."""
        names = self.case.plan.names
        return float(shares_of(names, self.settings, self.case.people)[territory])

    @property
    def is_read_only(self) -> bool:
        """Whether the layer cannot take strokes."""
        return not self.layer.isEditable() and not self.layer.supportsEditing()

    def members(self, territory: int) -> IntArray:
        """Areas of a territory, ``UNASSIGNED`` for those that nobody has."""
        return np.flatnonzero(self.editor.labels == territory)

    def names_by_id(self) -> dict[str, str]:
        """The plan by ids: territory of each area, "" for none."""
        return self.case.names_by_id(self.editor.labels)

    def labels_of(self, names: Mapping[str, str]) -> IntArray:
        """Labels for a plan by ids; ``UNASSIGNED`` where a name is not known here."""
        return self.case.labels_of(names)

    def deviations_before(self) -> FloatArray:
        """Deviations (k + 1, c) in percent of the plan with which the work began."""
        return self._before

    @property
    def bound_pct(self) -> float:
        """No plan can have a smaller worst deviation; NaN while that is being found out."""
        return self.bound.of(self.case, self.editor)

    def companions(self, areas: IntArray) -> IntArray:
        """The areas with all others of their groups."""
        group = self.case.rules.group
        if group is None or not len(areas):
            return areas
        touched = np.unique(group[areas])
        fellows = np.flatnonzero(np.isin(group, touched[touched >= 0]))
        return np.union1d(areas, fellows)

    # --- strokes -----------------------------------------------------------------------------

    def preview(self, areas: IntArray, territory: int) -> Preview:
        """What it would do to give areas to a territory."""
        self.flush()
        return self.editor.preview(Stroke.to(areas, territory))

    def unlocked(self, areas: IntArray) -> IntArray:
        """Those of some areas that no lock holds, neither their own nor their territory's."""
        rules, labels = self.editor.rules, self.editor.labels[areas]
        held = certain(rules.locked)[areas]
        held |= np.append(certain(rules.frozen), False)[labels]
        return areas[~held]

    def give(self, areas: IntArray, territory: int) -> str:
        """Give areas to a territory; why not, or ""."""
        return self.do(Stroke.to(areas, territory), self.title_of(territory))

    def title_of(self, territory: int) -> str:
        """What a stroke is called in the list of edits."""
        if territory < 0:
            return tr("Areas to nobody")
        return tr("Areas to {name}").format(name=self.name(territory))

    def do(self, stroke: Stroke, title: str, *, force: bool = False) -> str:
        """Do a stroke as one edit command on the layer; why not, or ""."""
        self.flush()
        preview = self.editor.preview(stroke)
        if preview.refusals and not force:
            return worded(reason_of(preview.refusals[0], self.case.plan).text)
        values = list(map(self.case.names.of, preview.stroke.territories.tolist()))
        return self.write(preview.stroke.areas, values, title)

    def write(self, areas: IntArray, values: Sequence[Any], title: str) -> str:
        """Write names of territories to areas, as one edit command; why not, or ""."""
        if not len(areas):
            return ""
        index = self.layer.fields().lookupField(self.settings.plan_field)
        if index < 0:
            return tr("The layer has no field “{name}” any more.").format(
                name=self.settings.plan_field
            )
        rows = areas.tolist()
        before = map(self.case.names.of, self.editor.labels[areas].tolist())
        fids = [self.case.fids[row] for row in rows]
        why_not = self.edits.write(list(map(Change, fids, before, values)), index, title)
        if not why_not:
            self.plan_changed(dict(zip(fids, values)))
        if not self._paused:
            self.flush()
        return why_not

    def write_with_people(
        self, areas: IntArray, values: Sequence[Any], title: str, settings: PlanSettings
    ) -> str:
        """Write a plan of other people, whom undo and redo bring and take; why not, or ""."""
        self._paused = True  # their names are not known before all is read anew
        why_not = self.write(areas, values, title)
        if not why_not and len(areas):
            self._people_steps.add(self.settings, settings)
        self.read_again(self.settings if why_not else settings)
        return why_not

    def repair(self) -> str:
        """Give cut-off parts to the neighbours that take them best; why not, or ""."""
        self.flush()
        stroke = repair_stroke(self.plan, self.editor.rules)
        if not len(stroke):
            return tr("Nothing to repair: no part can be joined to a neighbour.")
        return self.do(stroke, tr("Repair contiguity"), force=True)

    def best_move(self) -> Preview | None:
        """The allowed move of one area that helps most; None if none does."""
        self.flush()
        found = best_next_move(self.editor)
        return None if found is None else self.editor.preview(found[0])

    # --- locks -------------------------------------------------------------------------------

    def lock(self, areas: IntArray, territories: IntArray, *, locked: bool) -> None:
        """Lock or unlock areas and territories; kept in the project."""
        self.editor.lock(areas, territories, locked=locked)
        rules = self.editor.rules
        names = self.case.plan.names
        held = np.flatnonzero(rules.locked) if rules.locked is not None else _NOBODY
        frozen = np.flatnonzero(rules.frozen) if rules.frozen is not None else _NOBODY
        self.change_settings(
            replace(
                self.settings,
                locked_areas=tuple(self.case.ids[area] for area in held.tolist()),
                locked_territories=tuple(id_key(names[k]) for k in frozen.tolist()),
            )
        )
        if self._reading is not None:
            self.read_again()
        self.changed.emit()

    # --- the beginning ----------------------------------------------------------------------

    def compare_with(self, baseline: Mapping[str, str]) -> None:
        """Count change from another plan on, given by ids."""
        self.flush()
        labels = self.editor.labels
        self._take(OpenPlan.of(self.case, baseline))
        self.editor.follow(Stroke(np.arange(len(labels)), labels))
        self.reread.emit()

    def beginning(self) -> PlanEditor:
        """The plan with which the work began, in an editor of its own."""
        plan = self.case.plan.with_labels(self.labels_of(self.baseline))
        return PlanEditor(replace(plan, current=plan), self.case.rules)
