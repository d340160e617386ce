"""The plan in a layer's edit buffer: strokes, undo, edits by other hands, locks."""

from __future__ import annotations

import gc
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from qgis.core import QgsApplication, QgsFeature, QgsField, QgsGeometry, QgsProject
from qgis.PyQt.QtCore import QCoreApplication, QMetaType
from territory_design.core.errors import InvalidInput
from territory_design.core.plan.strokes import Stroke
from territory_design.tests.integration.maps import square
from territory_design.tests.integration.workbench_plans import (
    area,
    assert_as_recomputed,
    assert_same,
    opened,
    people,
    planned_layer,
    settings_for,
    territory_of,
    third,
    wait,
)
from territory_design.ui.workbench.explaining import reasons
from territory_design.ui.workbench.reading import read_in_background
from territory_design.ui.workbench.rows import territory_rows, totals_of
from territory_design.ui.workbench.session import PlanSession
from territory_design.ui.workbench.settings import Joined, PlanSettings
from territory_design.ui.workbench.wording import preview_lines

pytestmark = pytest.mark.usefixtures("processing")
A, B, C = 0, 1, 2


def field_of(session: PlanSession) -> int:
    return session.layer.fields().lookupField("territory")


def fid(session: PlanSession, key: str) -> int:
    return session.case.fids[int(area(session, key)[0])]


def settle(session: PlanSession) -> None:
    """Let what was only announced happen now."""
    QCoreApplication.processEvents()
    if session._later.isActive():
        session.read_again()
    session.flush()


def test_a_stroke_is_one_edit_command_and_can_be_undone():
    with opened() as session:
        assert session.give(np.concatenate([area(session, k) for k in ("003", "009")]), A) == ""
        assert territory_of(session, "003") == territory_of(session, "009") == "A"
        assert session.layer.undoStack().count() == 1
        assert session.layer.undoStack().text(0) == "Areas to A"
        assert_as_recomputed(session)
        session.layer.undoStack().undo()
        session.flush()
        assert territory_of(session, "003") == "B"
        assert_as_recomputed(session)
        session.layer.undoStack().redo()
        session.flush()
        assert territory_of(session, "003") == "A"
        assert_as_recomputed(session)
        session.layer.rollBack()


def test_an_edit_by_another_tool_counts_too():
    with opened() as session:
        session.layer.startEditing()
        session.layer.changeAttributeValue(fid(session, "024"), field_of(session), None)
        session.flush()
        assert session.editor.figures.size.tolist() == [8, 8, 7, 1]
        assert_as_recomputed(session)
        rows = territory_rows(session, session.deviations_before(), {})
        assert [row.territory for row in rows] == [A, B, C, -1]
        assert rows[-1].name == "not assigned"
        session.layer.rollBack()
        settle(session)
        assert session.editor.figures.size.tolist() == [8, 8, 8, 0]


def test_what_cuts_a_territory_is_refused_with_the_reason_and_nothing_is_written():
    with opened() as session:
        row = np.concatenate([area(session, k) for k in ("009", "010")])
        before = preview_lines(session.preview(row, A), session.case.plan)
        assert before[0] == "Territory B would lie in 2 parts."
        assert session.give(row, A) == "Territory B would lie in 2 parts."
        assert not session.layer.isEditable()
    with opened(contiguous=False) as session:
        row = np.concatenate([area(session, k) for k in ("009", "010")])
        assert session.give(row, A) == ""
        found = session.case.problems(session.plan)
        sentences = session.case.sentences(session.plan, found)
        assert "Territory B lies in 2 parts: 2 areas are cut off from the rest." in sentences
        session.layer.rollBack()


def test_locks_bind_the_hand_and_are_kept_in_the_project():
    with opened() as session:
        project = session._project
        session.lock(area(session, "003"), np.array([], int), locked=True)
        assert session.give(area(session, "003"), A) == "Area 003 is locked. Unlock it first."
        session.lock(np.array([], int), np.array([C]), locked=True)
        assert session.give(area(session, "005"), B) == "Territory C is locked. Unlock it first."
        kept = PlanSettings.of(project)
        assert kept.locked_areas == ("003",)
        assert kept.locked_territories == ("C",)
        session.read_again()
        marks = [row.lock for row in territory_rows(session, session.deviations_before(), {})]
        assert marks == ["", "some", "all"]
        everything = np.arange(len(session.case.fids))
        session.lock(everything, np.arange(3), locked=False)
        assert session.give(area(session, "003"), A) == ""
        session.layer.rollBack()


def test_unknown_names_new_areas_and_deleted_ones_are_read_anew():
    with opened() as session:
        session.layer.startEditing()
        session.layer.changeAttributeValue(fid(session, "024"), field_of(session), "D")
        settle(session)
        assert [session.name(k) for k in range(session.territory_count)] == ["A", "B", "C", "D"]
        assert_as_recomputed(session)
        feature = QgsFeature(session.layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(square(6, 0)))
        feature.setAttributes(["099", 5.0, "C", ""])
        session.layer.addFeature(feature)
        settle(session)
        assert len(session.case.fids) == 25
        assert session.editor.figures.size.tolist() == [8, 8, 8, 1, 0]
        session.layer.deleteFeature(fid(session, "001"))
        settle(session)
        assert session.editor.figures.size.tolist() == [7, 8, 8, 1, 0]
        assert_as_recomputed(session)
        session.layer.rollBack()
        settle(session)
        assert session.editor.figures.size.tolist() == [8, 8, 8, 0]


def test_a_plan_is_read_in_the_background_and_edits_meanwhile_count():
    told = []
    with opened(reader=read_in_background) as session:
        assert not session.is_open
        session.waiting.connect(told.append)
        layer = session.layer
        layer.startEditing()
        change = layer.fields().lookupField("territory")
        fids = {feature["id"]: feature.id() for feature in layer.getFeatures()}
        layer.changeAttributeValue(fids["003"], change, "A")
        wait(lambda: session.is_open)
        assert territory_of(session, "003") == "A"
        assert session.baseline["003"] == "B", "the work began before the edit"
        assert_as_recomputed(session)
        session.read_again()
        session.give(area(session, "004"), A)
        session.lock(area(session, "005"), np.array([], int), locked=True)
        layer.deleteFeature(fids["024"])
        wait(lambda: len(session.case.fids) == 23 and told[-1] is False)
        assert territory_of(session, "004") == "A"
        assert session.editor.rules.locked[area(session, "005")[0]]
        assert_as_recomputed(session)
        layer.rollBack()


def test_who_cannot_be_read_in_the_background_says_why_and_who_is_closed_says_nothing():
    said = []
    repeated = planned_layer()
    repeated.startEditing()
    repeated.changeAttributeValue(2, repeated.fields().lookupField("id"), "001")
    with opened(repeated, reader=read_in_background) as session:
        session.lost.connect(said.append)
        wait(lambda: said)
        assert "001" in said[0]
        repeated.rollBack()
    with opened(reader=read_in_background) as session:
        session.lost.connect(said.append)
        session._project.removeMapLayer(session.layer.id())
        assert said[1:] == ["The layer of areas was removed from the project."]
    tasks = QgsApplication.taskManager()
    wait(lambda: not tasks.countActiveTasks(True))
    assert len(said) == 2
    wait(gc.isenabled)


def test_what_is_read_in_the_background_is_left_out_of_garbage_until_it_is_closed():
    with opened(reader=read_in_background) as session:
        wait(lambda: session.is_open)
        wait(gc.isenabled)
        assert gc.get_freeze_count() > 0
    assert gc.get_freeze_count() == 0


def test_a_weight_that_is_edited_changes_the_totals():
    with opened() as session:
        index = session.layer.fields().lookupField("weight")
        session.layer.startEditing()
        session.give(area(session, "003"), A)
        moved = session.editor.figures.totals[A, 0]
        session.layer.changeAttributeValue(fid(session, "001"), index, 100.0)
        session.flush()
        assert not session._later.isActive(), "nothing is read anew"
        case, figures = session.case, session.editor.figures
        assert figures.totals[A, 0] == moved - 2.0 + 100.0
        began = session.beginning().figures.deviation_pct
        np.testing.assert_array_equal(session.deviations_before(), began)
        totals, lines = (
            totals_of(session),
            preview_lines(session.preview(area(session, "004"), A), case.plan),
        )
        assert_as_recomputed(session)
        session.read_again()
        np.testing.assert_array_equal(session.case.plan.areas.weights, case.plan.areas.weights)
        np.testing.assert_array_equal(session.case.plan.areas.trips, case.plan.areas.trips)
        np.testing.assert_array_equal(session.case.plan.targets, case.plan.targets)
        assert_same(session.editor.figures, figures)
        assert totals_of(session) == totals
        again = session.preview(area(session, "004"), A)
        assert preview_lines(again, session.case.plan) == lines
        session.layer.undoStack().undo()
        session.flush()
        assert session.editor.figures.totals[A, 0] == moved
        said = []
        session.lost.connect(said.append)
        session.layer.changeAttributeValue(fid(session, "001"), index, -1.0)
        settle(session)
        assert "negative" in said[0]
        session.layer.rollBack()


def test_a_virtual_field_of_weights_follows_the_fields_that_it_is_made_of():
    layer = planned_layer()
    layer.addExpressionField('"weight" * 2', QgsField("double", QMetaType.Type.Double))
    project = QgsProject()
    project.addMapLayer(layer)
    session = PlanSession(replace(settings_for(layer), balance_fields=("double",)), project)
    before = session.editor.figures.totals[A, 0]
    layer.startEditing()
    layer.changeAttributeValue(fid(session, "001"), layer.fields().lookupField("weight"), 100.0)
    settle(session)
    assert session.editor.figures.totals[A, 0] == before + 2.0 * 98.0
    layer.rollBack()
    session.close()
    project.clear()


@pytest.mark.parametrize("what", ["plan field deleted", "layer removed", "filtered to nothing"])
def test_a_layer_that_cannot_be_used_ends_the_session_with_the_reason(what):
    with opened() as session:
        lost = []
        session.lost.connect(lost.append)
        if what == "plan field deleted":
            session.layer.startEditing()
            session.layer.deleteAttribute(field_of(session))
        elif what == "layer removed":
            session._project.removeMapLayer(session.layer.id())
        else:
            session.layer.setSubsetString("\"id\" = 'nothing'")
        if not lost:
            settle(session)
        assert len(lost) == 1
        assert lost[0]
        if what == "plan field deleted":
            assert "territory" in lost[0]
            session.layer.rollBack()


def test_a_filter_leaves_the_rest_of_the_plan():
    with opened() as session:
        session.layer.setSubsetString("\"territory\" <> 'C'")
        settle(session)
        assert session.territory_count == 2
        assert_as_recomputed(session)


def test_companions_are_all_areas_of_the_groups():
    with opened(together_field="town") as session:
        group = session.companions(area(session, "004"))
        assert sorted(session.case.ids[row] for row in group.tolist()) == ["003", "004"]
        assert "stays together" in session.give(area(session, "003"), A)


def test_best_move_and_repair():
    with opened(planned_layer(lambda n: "A" if n == 24 else third(n))) as session:
        assert session.editor.figures.parts.tolist() == [2, 1, 1, 0]
        assert session.repair() == ""
        assert territory_of(session, "024") == "C"
        assert session.editor.figures.parts.tolist() == [1, 1, 1, 0]
        worst = session.editor.worst_deviation_pct
        preview = session.best_move()
        assert preview is not None
        assert preview.worst_pct[1] <= worst
        assert session.repair().startswith("Nothing to repair")
        session.layer.rollBack()


def test_why_an_area_is_here():
    with opened() as session:
        lines = reasons(session, int(area(session, "003")[0]))
        assert lines[0] == "Area 003 belongs to B."
        assert lines[1].startswith("To A: worst deviation ")
        inner = reasons(session, int(area(session, "001")[0]))
        assert inner[1] == "It touches no other territory: nothing pulls at it."


def test_areas_are_given_to_nobody():
    with opened() as session:
        assert session.target == A
        session.gives_to_nobody = True
        lines = preview_lines(
            session.preview(area(session, "001"), session.target), session.case.plan
        )
        assert lines[0] == "1 area would change hands."
        assert session.give(area(session, "001"), session.target) == ""
        assert territory_of(session, "001") == "not assigned"
        assert session.layer.undoStack().text(0) == "Areas to nobody"
        assert_as_recomputed(session)
        session.layer.rollBack()


def test_people_shares_and_who_joined_give_targets():
    with opened(
        reps=people(), shares=(("A", 2.0),), joined=(Joined("D", 500_500, 5_500_500),)
    ) as s:
        assert [s.name(k) for k in range(4)] == ["A", "B", "C", "D"]
        total = s.case.plan.areas.weights.sum()
        np.testing.assert_allclose(s.case.plan.targets[:, 0], total * np.array([2, 1, 1, 1]) / 5)
        assert s.share_of(A) == 2.0
        assert s.case.plan.homes is not None


def test_who_left_is_back_when_the_areas_are():
    with opened(reps=people(), left=("C",)) as session:
        session.read_again()
        assert session.settings.left == ()
        assert session.territory_count == 3


def test_totals_tell_change_since_the_work_began():
    with opened() as session:
        assert totals_of(session).changed_pct == 0.0
        session.give(area(session, "003"), A)
        weight = session.case.plan.areas.weights[area(session, "003")[0], 0]
        everything = session.case.plan.areas.weights.sum()
        assert totals_of(session).changed_pct == pytest.approx(100.0 * weight / everything)
        assert session.bound_pct <= totals_of(session).worst_pct
        session.layer.rollBack()


def test_areas_of_a_territory_that_is_gone_have_changed_hands():
    with opened() as session:
        rows = np.flatnonzero(session.editor.labels == C)
        weights = session.case.plan.areas.weights[:, 0]
        share_pct = 100.0 * weights[rows].sum() / weights.sum()
        session.do(Stroke.to(rows, A), "Leaves", force=True)
        assert totals_of(session).changed_pct == pytest.approx(share_pct)
        session.read_again()
        assert session.territory_count == 2
        assert totals_of(session).changed_pct == pytest.approx(share_pct)
        session.layer.rollBack()


def test_what_locks_hold_is_left_out_of_what_is_caught():
    with opened() as session:
        everything = np.arange(len(session.case.fids))
        assert session.unlocked(everything).tolist() == everything.tolist()
        first = area(session, "001")
        session.lock(first, np.array([C]), locked=True)
        free = session.unlocked(everything)
        assert set(session.editor.labels[free].tolist()) == {A, B}
        assert not np.isin(first, free).any()
        session.lock(first, np.array([C]), locked=False)


def test_a_layer_without_a_plan_is_refused():
    layer = planned_layer(lambda _: None)
    project = QgsProject()
    project.addMapLayer(layer)
    with pytest.raises(InvalidInput, match="there is no plan"):
        PlanSession(settings_for(layer), project)
    project.clear()


STROKES = st.lists(
    st.one_of(
        st.tuples(st.just("give"), st.sets(st.integers(0, 23), max_size=6), st.integers(0, 2)),
        st.tuples(st.just("elsewhere"), st.integers(0, 23), st.sampled_from(["A", "B", "C", None])),
        st.tuples(st.just("weigh"), st.integers(0, 23), st.sampled_from([0.0, 2.5, None])),
        st.tuples(st.just("lock"), st.integers(0, 23), st.booleans()),
        st.tuples(st.just("freeze"), st.integers(0, 2), st.booleans()),
        st.tuples(st.just("undo"), st.just(0), st.just(0)),
        st.tuples(st.just("redo"), st.just(0), st.just(0)),
        st.tuples(st.just("repair"), st.just(0), st.just(0)),
    ),
    max_size=14,
)


@given(STROKES)
@settings(
    max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_after_any_strokes_undos_edits_and_locks_the_table_is_that_of_the_layer(strokes):
    nothing = np.array([], dtype=np.int64)
    with opened() as session:
        session.layer.startEditing()
        for what, first, second in strokes:
            if what == "give":
                session.give(np.array(sorted(first), dtype=np.int64), second)
            elif what == "elsewhere":
                fid = session.case.fids[first]
                session.layer.changeAttributeValue(fid, session.case.field_index, second)
                QCoreApplication.processEvents()
            elif what == "weigh":
                index = session.layer.fields().lookupField("weight")
                session.layer.changeAttributeValue(session.case.fids[first], index, second)
            elif what == "lock":
                session.lock(np.array([first]), nothing, locked=second)
            elif what == "freeze":
                session.lock(nothing, np.array([first]), locked=second)
            elif what == "repair":
                session.repair()
            else:
                stack = session.layer.undoStack()
                stack.undo() if what == "undo" else stack.redo()
            session.flush()
            assert_as_recomputed(session)
        session.layer.rollBack()
