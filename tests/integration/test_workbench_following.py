"""What an open plan follows besides its own layer, and what it finds out later."""

from __future__ import annotations

import math

import numpy as np
import pytest
from qgis.core import QgsGeometry, QgsPointXY, QgsProject, QgsVectorFileWriter, QgsVectorLayer
from territory_design.core.balance.plan_problem import lower_bound_of_plan
from territory_design.tests.integration.maps import make_layer
from territory_design.tests.integration.workbench_plans import (
    area,
    opened,
    people,
    planned_layer,
    wait,
)
from territory_design.ui.workbench import bound
from territory_design.ui.workbench.plan_page import PlanPage
from territory_design.ui.workbench.rows import totals_of

pytestmark = pytest.mark.usefixtures("processing")
A, B, C = 0, 1, 2
NOTHING = np.array([], dtype=np.int64)


def table_of(layer):
    """A way of 1,000 m from everybody to every area."""
    rows = [(None, name, f["id"], 1000.0) for name in "ABC" for f in layer.getFeatures()]
    return make_layer("NoGeometry", "origin:string, destination:string, distance_m:double", rows)


def test_edits_of_the_cost_matrix_count_and_so_does_their_undo():
    layer = planned_layer()
    with opened(layer, people(), costs=(table := table_of(layer))) as session:
        session.give(area(session, "003"), A)
        assert totals_of(session).mean_trip_m == pytest.approx(1000.0)
        table.startEditing()
        for row in list(table.getFeatures()):
            table.changeAttributeValue(row.id(), 2, 3000.0)
        wait(lambda: totals_of(session).mean_trip_m == pytest.approx(3000.0))
        assert session.name(int(session.editor.labels[area(session, "003")[0]])) == "A"
        assert session.layer.undoStack().count() == 1, "strokes can still be undone"
        table.rollBack()
        wait(lambda: totals_of(session).mean_trip_m == pytest.approx(1000.0))
        lost = []
        session.lost.connect(lost.append)
        session._project.removeMapLayer(table.id())
        wait(lambda: lost)
        assert lost == ["The cost matrix is not in the project any more."]
        layer.rollBack()


def test_a_representative_who_moves_counts_from_the_new_home():
    with opened(reps=(reps := people())) as session:
        before = session.case.plan.homes.positions[C].tolist()
        reps.startEditing()
        (feature,) = [one for one in reps.getFeatures() if one["rep_id"] == "C"]
        home = feature.geometry().asPoint()
        moved = QgsPointXY(home.x(), home.y() + 1000.0)
        reps.changeGeometry(feature.id(), QgsGeometry.fromPointXY(moved))
        wait(lambda: session.case.plan.homes.positions[C].tolist() != before)
        reps.rollBack()
        wait(lambda: session.case.plan.homes.positions[C].tolist() == before)


def test_the_bound_of_a_large_plan_is_found_while_strokes_go_on(monkeypatch):
    asked, told = [], []

    def slowly(plan, rules):
        asked.append(rules)
        return lower_bound_of_plan(plan, rules)

    with opened() as session:
        assert session.bound_pct == session.case.lower_bound_pct
        monkeypatch.setattr(bound, "MOST_AT_ONCE", 0)
        monkeypatch.setattr(bound, "lower_bound_of_plan", slowly)
        session.bound.found.connect(lambda: told.append(session.bound_pct))
        index = session.layer.fields().lookupField("weight")
        session.layer.startEditing()
        for key in ("001", "002"):
            row = int(area(session, key)[0])
            session.layer.changeAttributeValue(session.case.fids[row], index, 1000.0)
            session.flush()
            assert math.isnan(session.bound_pct)
        assert not asked, "nobody waits for it"
        session.lock(NOTHING, np.array([A]), locked=True)
        assert math.isnan(session.bound_pct)
        wait(lambda: told)
        assert len(asked) == 1
        assert told == [lower_bound_of_plan(session.plan, session.editor.rules)]
        session.give(area(session, "005"), B)
        assert session.bound_pct == told[0], "who has what makes no difference"
        session.layer.rollBack()


def test_undo_of_a_plan_does_not_ask_the_file_area_by_area(tmp_path):
    """The file says X meanwhile: whoever asks it would be told so."""
    path = str(tmp_path / "areas.gpkg")
    options = QgsVectorFileWriter.SaveVectorOptions()
    context = QgsProject.instance().transformContext()
    QgsVectorFileWriter.writeAsVectorFormatV3(planned_layer(), path, context, options)
    layer = QgsVectorLayer(path, "areas", "ogr")
    with opened(layer) as session:
        session.give(area(session, "003"), A)
        other = QgsVectorLayer(path, "other", "ogr")
        row = int(area(session, "003")[0])
        change = {session.case.fids[row]: {session.case.field_index: "X"}}
        assert other.dataProvider().changeAttributeValues(change)
        told = []
        layer.attributeValueChanged.connect(lambda *change: told.append(change[-1]))
        layer.undoStack().undo()
        assert told == ["B"]
        layer.rollBack()


def test_of_very_many_problems_the_first_are_listed(processing):
    page = PlanPage()
    page.show_problems(["Territory A has no area."], 5)
    assert page.problems_title.text() == "6 problems"
    assert page.problems.item(1).text() == "5 more problems are not listed."
    page.show_problems([])
    assert page.problems_title.text() == "No problems"
    assert page.problems.count() == 0
