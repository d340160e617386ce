"""Set-up of the workbench: guesses, what is wrong, what the project keeps, runs made of it."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from qgis.core import QgsGeometry, QgsProcessingFeatureSourceDefinition, QgsProject
from qgis.PyQt.QtCore import QCoreApplication
from territory_design.core.errors import InvalidInput
from territory_design.tests.integration.maps import (
    EAST,
    NORTH,
    by_id,
    grid,
    make_layer,
    representatives,
    spot,
    square,
)
from territory_design.tests.integration.workbench_plans import (
    area,
    assert_as_recomputed,
    opened,
    people,
    planned_layer,
    settings_for,
    territory_of,
    third,
    wait,
)
from territory_design.ui.workbench import loading
from territory_design.ui.workbench.balance_run import RunWishes, plan_reader, run_parameters
from territory_design.ui.workbench.guessing import (
    guessed,
    problems,
    unique_field,
    with_representatives,
)
from territory_design.ui.workbench.people import read_people
from territory_design.ui.workbench.plan_values import set_up_in_words
from territory_design.ui.workbench.proposal import Proposal
from territory_design.ui.workbench.reading import Reading
from territory_design.ui.workbench.rows import territory_rows
from territory_design.ui.workbench.run import PlanRun
from territory_design.ui.workbench.session import PlanSession
from territory_design.ui.workbench.settings import Joined, PlanSettings
from territory_design.ui.workbench.setup_page import SetupPage
from territory_design.ui.workbench.starting_points import FROM_COUNT, FROM_PEOPLE, IMPROVE
from territory_design.ui.workbench.working_copy import file_beside, work_on_copy

pytestmark = pytest.mark.usefixtures("processing")
A, B = 0, 1
NOTHING = np.array([], dtype=np.int64)


@pytest.fixture
def project():
    own = QgsProject()
    yield own
    own.clear()


def test_areas_fields_and_people_are_guessed(project):
    few = grid(2, 1, "id:integer", lambda n: (n,), name="states")
    areas = grid(
        4,
        3,
        "fid:integer, name:string, ags:string, customers:double, territory:string",
        lambda n: (n, "same", f"{n:05d}", float(n), "A"),
        name="areas",
    )
    project.addMapLayers([few, areas, people()])
    found = guessed(project)
    assert found.area_layer(project).name() == "areas"
    assert found.balance_fields == ("customers",)
    assert found.plan_field == "territory"
    assert found.id_field in ("fid", "ags")
    assert found.rep_field == "rep_id"
    assert problems(found, project) == {}


def test_an_empty_project_has_nothing_to_guess(project):
    assert guessed(project) == PlanSettings()
    assert list(problems(PlanSettings(), project)) == ["areas"]


@pytest.mark.parametrize(
    ("changes", "where", "what"),
    [
        ({"id_field": ""}, "id_field", "different in every area"),
        ({"id_field": "town"}, "id_field", "share a value"),
        ({"balance_fields": ("gone",)}, "balance_fields", "no field gone any more"),
        ({"balance_fields": ("town",)}, "balance_fields", "“town” holds texts"),
        ({"plan_field": "gone"}, "plan_field", "no field “gone”"),
        ({"plan_field": "id"}, "plan_field", "cannot hold the plan too"),
        ({"together_field": "gone"}, "together_field", "no field “gone”"),
        ({"reps": "gone"}, "reps", "not in the project any more"),
    ],
)
def test_what_is_wrong_is_said_at_its_field(project, changes, where, what):
    layer = planned_layer()
    project.addMapLayer(layer)
    settings = replace(settings_for(layer), **changes)
    found = problems(settings, project)
    assert list(found) == [where]
    assert what in found[where]


def test_representatives_of_one_name_are_said(project):
    layer, reps = planned_layer(), representatives(("A", 0, 1), ("A", 2, 1))
    project.addMapLayers([layer, reps])
    settings = replace(settings_for(layer), reps=reps.id(), rep_field="rep_id")
    assert "rep_field" in problems(settings, project)
    assert with_representatives(settings, None).reps == ""


def test_the_page_says_what_is_missing_to_start_from_and_names_what_is_none():
    project, layer = QgsProject.instance(), planned_layer()  # QGIS's choices show its own project
    project.addMapLayer(layer)
    page = SetupPage(project)
    page.fill(replace(settings_for(layer), plan_field="", count=0))
    assert "Say from what to start" in page.check()["count"]
    assert page.reps.currentText() == page.cost_matrix.currentText() == "none"
    page.count.setValue(3)
    assert page.check() == {}
    page.deleteLater()
    project.clear()


def test_representatives_that_come_after_the_areas_are_guessed_unless_somebody_chose():
    project, reps = QgsProject.instance(), people()
    page = SetupPage(project)
    project.addMapLayer(grid(2, 2, name="areas"))
    page.guess_again()
    assert page.settings().area_layer(project).name() == "areas"
    assert page.settings().reps == ""
    project.addMapLayer(grid(3, 3, name="more areas"))
    project.addMapLayer(reps)
    page.guess_again()
    assert page.settings().area_layer(project).name() == "areas"
    assert page.settings().reps == reps.id()
    page.max_deviation_pct.setValue(3.0)
    project.addMapLayer(people())
    page.reps.setLayer(None)
    page.guess_again()
    assert page.settings().reps == ""
    page.deleteLater()
    project.clear()


def test_settings_survive_in_the_project_and_nonsense_does_not_hurt(project):
    settings = PlanSettings(
        areas="a",
        balance_fields=("x", "y"),
        max_deviation_pct=5.0,
        left=("B",),
        joined=(Joined("D", 1.0, 2.0),),
        shares=(("A", 0.5),),
    )
    settings.store(project)
    assert PlanSettings.of(project) == settings
    assert PlanSettings.from_text("no json") == PlanSettings()
    assert PlanSettings.from_text("[1]") == PlanSettings()
    assert PlanSettings.from_text('{"areas": 7, "joined": [{"x": 1}], "new": 1}') == PlanSettings()


def test_people_are_those_of_the_layer_without_who_left_and_with_who_joined(project):
    layer, reps = planned_layer(), people()
    project.addMapLayers([layer, reps])
    settings = replace(
        settings_for(layer, left=("B",), joined=(Joined("D", 500_500.0, 5_500_500.0),)),
        reps=reps.id(),
        rep_field="rep_id",
        shares=(("A", 0.5),),
    )
    found = read_people(settings, project)
    assert [(person.name, person.share) for person in found.persons] == [
        ("A", 0.5),
        ("C", 1.0),
        ("D", 1.0),
    ]
    assert found.named("D").home.x() == 500_500.0
    assert [f["name"] for f in found.layer(layer, ["C"]).getFeatures()] == ["C"]


def test_an_alternative_is_kept_with_what_it_was_made_with():
    with opened(reps=people(), together_field="town", max_deviation_pct=5.0) as session:
        session.lock(area(session, "003"), np.array([A]), locked=True)
        told = set_up_in_words(session, session._project)
        assert told == {
            "Balanced": "weight",
            "Territories": "3",
            "Representatives": "reps",
            "Together": "town",
            "Maximum deviation": "5.0 %",
            "Locked areas": "1",
            "Locked territories": "A",
        }


def test_a_proposal_tells_of_areas_that_are_gone_and_of_locks_that_come():
    with opened() as session:
        locks = replace(session.settings, locked_areas=("001", "002"))
        gone = Proposal("Plan", {"001": "A", "099": "B"}, locks, notes=("A note.",))
        assert gone.lines(session, None) == [
            "Plan",
            "A note.",
            "1 area that it has a territory for is not in the layer any more.",
            "2 areas will be locked.",
            "No area changes hands.",
        ]


def test_the_table_tells_who_has_a_territory():
    """Of A and B it is known what they are called; C is nobody's."""
    places = [(spot(1, 1), "A", "Amberg"), (spot(3, 1), "B", None)]
    reps = make_layer("Point", "rep_id:string, home:string", places, name="reps")
    found = with_representatives(PlanSettings(), reps)
    assert (found.rep_field, found.rep_name_field) == ("rep_id", "home")
    fields = "rep_id:string, home:string"
    named = make_layer(
        "Point", fields, [(spot(1, 1), "Anna", "Amberg"), (spot(3, 1), "Ben", "Bonn")]
    )
    found = with_representatives(PlanSettings(), named)
    assert (found.rep_field, found.rep_name_field) == ("rep_id", ""), "names need no place"
    with opened(reps=reps, rep_name_field="home") as session:
        rows = territory_rows(session, session.deviations_before(), {})
        assert [row.representative for row in rows] == ["Amberg", "B", ""]


def test_who_joins_had_no_deviation_when_the_work_began():
    with opened(reps=people()) as session:
        joins = replace(session.settings, joined=(Joined("D", EAST + 5500, NORTH + 500),))
        assert Proposal("D joins", {"006": "D", "012": "D"}, joins).accept(session) == ""
        rows = territory_rows(session, session.deviations_before(), {})
        assert [row.name for row in rows] == ["A", "B", "C", "D"]
        assert [math.isnan(row.before[0]) for row in rows] == [False, False, False, True]
        session.layer.rollBack()


def test_who_has_no_place_is_left_out_and_unsaved_edits_count(project):
    """A layer of polygons, say of offices: drawn, empty, without geometry, beyond the map."""
    layer = planned_layer()
    shapes = [square(0, 1), "Polygon EMPTY", None, "Point (nan nan)", "Point EMPTY"]
    rows = [(shape, name) for shape, name in zip(shapes, "ABCDE")]
    offices = make_layer("Polygon", "rep_id:string", rows[:3], name="offices")
    points = make_layer("Point", "rep_id:string", [(spot(0, 1), "A"), *rows[3:]], name="points")
    project.addMapLayers([layer, offices, points])
    for reps in (offices, points):
        settings = replace(settings_for(layer), reps=reps.id(), rep_field="rep_id")
        (found,) = read_people(settings, project).persons
        assert (found.name, found.home.x(), found.home.y()) == ("A", EAST + 500, NORTH + 1500)
    offices.startEditing()
    fids = sorted(feature.id() for feature in offices.getFeatures())
    assert offices.changeGeometry(fids[1], QgsGeometry.fromWkt(square(2, 1)))
    settings = replace(settings_for(layer), reps=offices.id(), rep_field="rep_id")
    assert [one.name for one in read_people(settings, project).persons] == ["A", "B"]
    offices.rollBack()


def test_parameters_of_a_run_say_what_was_wished(project):
    layer, reps = planned_layer(), people()
    project.addMapLayers([layer, reps])
    settings = replace(
        settings_for(layer, locked_areas=("00'1",), locked_territories=("A", "C")),
        reps=reps.id(),
        rep_field="rep_id",
        count=4,
    )
    everybody = read_people(settings, project)
    given = run_parameters(settings, layer, everybody, RunWishes(IMPROVE, ("A", "B"), 5.0))
    assert isinstance(given["INPUT"], QgsProcessingFeatureSourceDefinition)
    assert given["INPUT"].filterExpression == "trim(to_string(\"territory\")) IN ('A', 'B')"
    assert given["LOCKED"] == "trim(to_string(\"id\")) IN ('00''1')"
    assert given["LOCKED_TERRITORIES"] == ["A"]
    assert given["MAX_CHANGE"] == 5.0
    assert given["REPS"].featureCount() == 2
    given = run_parameters(settings, layer, everybody, RunWishes(FROM_COUNT))
    assert given["COUNT"] == 4
    assert "REPS" not in given
    assert "TERRITORY_FIELD" not in given
    given = run_parameters(settings, layer, everybody, RunWishes(FROM_PEOPLE))
    assert given["REPS"].featureCount() == 3
    assert "LOCKED" not in given


def test_a_selection_is_balanced_among_itself_and_the_rest_stays(processing):
    with opened() as session:
        QgsProject.instance().addMapLayer(session.layer, False)
        try:
            given = run_parameters(
                session.settings, session.layer, session.case.people, RunWishes(IMPROVE, ("A", "B"))
            )
            found = processing.run("territory:balance", given)["OUTPUT"]
            names = plan_reader(found, "id")()
            assert set(names) == {k for k, own in by_id(session.layer).items() if own != "C"}
            proposal = Proposal("Balance", names, session.settings)
            assert proposal.lines(session, None)[0] == "Balance"
            assert proposal.accept(session) == ""
            rest = session.labels_of(session.baseline) == 2
            assert np.array_equal(rest, session.editor.labels == 2)
            session.layer.rollBack()
        finally:
            QgsProject.instance().layerTreeRoot()
            QgsProject.instance().takeMapLayer(session.layer)


def test_a_copy_lies_beside_the_project_and_takes_the_plan_along(project, tmp_path):
    layer = planned_layer()
    layer.setReadOnly(True)
    project.addMapLayer(layer)
    project.addMapLayer(people())  # on top of the areas, and so it stays
    assert file_beside(project, "areas") == ""
    temporary = work_on_copy(layer, project)
    assert temporary.name() == "areas (copy)"
    order = [one.name() for one in project.layerTreeRoot().layerOrder()]
    assert order[1:] == ["areas (copy)", "areas"]
    hidden = project.layerTreeRoot().insertGroup(0, "hidden")
    hidden.setItemVisibilityChecked(False)
    inside = planned_layer()
    project.addMapLayer(inside, False)
    hidden.addLayer(inside)
    added = work_on_copy(inside, project)
    assert [node.layerId() for node in hidden.findLayers()] == [added.id(), inside.id()]
    assert project.layerTreeRoot().findLayer(added.id()).isVisible()
    assert temporary.startEditing()
    temporary.rollBack()
    project.write(str(tmp_path / "plan.qgz"))
    copy = work_on_copy(layer, project)
    assert copy.source().startswith(str(tmp_path / "plan_areas.gpkg"))
    assert by_id(copy) == by_id(layer)
    assert copy.fields().names()[0] == "fid"
    assert unique_field(copy) == "id", "the number of a row in a file is no id"
    assert file_beside(project, "areas") == str(tmp_path / "plan_areas_2.gpkg")


def test_who_joined_goes_with_undo_and_comes_back_with_redo():
    def there() -> tuple[list[str], int]:
        QCoreApplication.processEvents()
        session.flush()
        session.read_again()
        names = [session.name(k) for k in range(session.territory_count)]
        return names, len(session.settings.joined)

    with opened(reps=people()) as session:
        stack = session.layer.undoStack()
        session.give(area(session, "003"), A)
        joins = replace(session.settings, joined=(Joined("D", 505_500, 5_500_500),))
        assert Proposal("D joins", {"006": "D", "012": "D"}, joins).accept(session) == ""
        assert there() == (["A", "B", "C", "D"], 1)
        leaves = replace(session.settings, left=("A",))
        freed = {key: "B" for key, name in session.names_by_id().items() if name == "A"}
        assert Proposal("A leaves", freed, leaves).accept(session) == ""
        assert there() == (["B", "C", "D"], 1)
        stack.undo()
        assert there() == (["A", "B", "C", "D"], 1)
        stack.undo()
        assert there() == (["A", "B", "C"], 0)
        assert_as_recomputed(session)
        stack.redo()
        assert there() == (["A", "B", "C", "D"], 1)
        assert territory_of(session, "006") == "D"
        stack.undo()
        session.flush()
        assert there() == (["A", "B", "C"], 0)
        session.give(area(session, "004"), A)  # takes the place of the command that was undone
        assert there() == (["A", "B", "C"], 0)
        assert Proposal("D joins", {"006": "D"}, joins).accept(session) == ""
        assert session.layer.commitChanges(stopEditing=False)
        assert there() == (["A", "B", "C", "D"], 1), "saved is saved"
        assert Proposal("D leaves", {"006": "C"}, replace(joins, joined=())).accept(session) == ""
        assert there() == (["A", "B", "C"], 0)
        session.layer.rollBack()
        assert there() == (["A", "B", "C", "D"], 1)


def test_locks_that_come_while_a_run_goes_on_bind_its_plan_and_are_kept():
    """The run moves 003 from B to A; meanwhile 001, then 003, then B is locked."""
    with opened() as session:
        before = session.settings
        session.lock(area(session, "001"), NOTHING, locked=True)
        found = Proposal("Balance", {"003": "A", "004": "B"}, before, before=before)
        assert found.lines(session, None)[:2] == ["Balance", "1 area would change hands."]
        session.lock(area(session, "003"), NOTHING, locked=True)
        assert found.accept(session).startswith("1 area that would change hands was locked")
        session.lock(area(session, "003"), NOTHING, locked=False)
        session.lock(NOTHING, np.array([B]), locked=True)
        assert "was locked while the run went on" in found.accept(session)
        session.lock(NOTHING, np.array([B]), locked=False)
        assert found.accept(session) == ""
        assert territory_of(session, "003") == "A"
        assert session.settings.locked_areas == ("001",)
        session.layer.rollBack()


def test_locks_of_who_leaves_go_and_come_back_with_undo():
    with opened(reps=people()) as session:
        session.lock(np.union1d(area(session, "001"), area(session, "003")), NOTHING, locked=True)
        before = session.settings
        leaves = replace(before, left=("A",), locked_areas=("003",))
        names = {key: "B" for key, own in by_id(session.layer).items() if own == "A"}
        found = Proposal("A leaves", names, leaves, before=before)
        assert "1 area will be unlocked." in found.lines(session, None)
        assert found.accept(session) == ""
        assert session.settings.locked_areas == ("003",)
        session.lock(area(session, "005"), NOTHING, locked=True)
        session.layer.undoStack().undo()
        QCoreApplication.processEvents()
        session.flush()
        assert set(session.settings.locked_areas) == {"001", "003", "005"}
        assert session.settings.left == ()
        session.layer.rollBack()


def test_threads_need_not_ask_the_project_for_what_expressions_know(project):
    layer = planned_layer()
    project.addMapLayer(layer)
    given = run_parameters(
        settings_for(layer), layer, read_people(settings_for(layer), project), RunWishes(IMPROVE)
    )
    run = PlanRun("territory:balance", given, project)
    assert run._context.expressionContext().scopeCount() > 1
    reading = Reading(settings_for(layer), project)
    assert reading._request.context.expressionContext().scopeCount() > 1


def test_a_run_cancelled_before_its_libraries_are_loaded_never_begins(project, monkeypatch):
    monkeypatch.setattr(loading, "_LIBRARIES", ("sched",))
    monkeypatch.setattr(loading, "_OURS", ())
    layer = planned_layer()
    project.addMapLayer(layer)
    given = {"INPUT": layer.id(), "COUNT": 2, "OUTPUT": "memory:"}
    cancelled, kept = (PlanRun("territory:balance", given, project) for _ in range(2))
    ended, failed = [], []
    kept.ended.connect(ended.append)
    for run in (cancelled, kept):
        run.failed.connect(failed.append)
    loading.load_libraries_soon()
    cancelled.start()
    cancelled.cancel()
    kept.start()
    assert (cancelled.is_going_on, kept.is_going_on) == (False, True)
    wait(lambda: ended or failed)
    assert (len(ended), failed, cancelled._task) == (1, [], None)
    assert loading._waiting == []


def test_trips_and_a_cost_matrix_count_where_they_are_set_up():
    """Every area is 10 km from A, 20 from B, 30 from C by the table; one of them has trips."""
    fields = "id:string, weight:double, territory:string, visits:integer"
    layer = grid(6, 4, fields, lambda n: (f"{n:03d}", 1.0, third(n), 5 * (n == 1)), name="areas")
    rows = [
        (None, home, f"{number:03d}", 10_000.0 * far)
        for far, home in enumerate("ABC", start=1)
        for number in range(1, 25)
    ]
    costs = make_layer("NoGeometry", "origin:string, destination:string, distance_m:double", rows)
    project = QgsProject()
    project.addMapLayers([layer, costs, reps := people()])
    settings = replace(settings_for(layer), reps=reps.id(), rep_field="rep_id")
    with_table = replace(settings, cost_matrix=costs.id(), trips_field="visits")
    session = PlanSession(with_table, project)
    metres = session.editor.figures.metres
    assert metres.mean.tolist()[:3] == [10_000.0, 20_000.0, 30_000.0]
    assert metres.all_visits.tolist()[:3] == [5 * 10_000.0, 0.0, 0.0]
    given = run_parameters(with_table, layer, session.case.people, RunWishes(IMPROVE))
    assert (given["COST_MATRIX"], given["TRIPS_FIELD"]) == (costs.id(), "visits")
    session.close()
    project.removeMapLayer(costs.id())
    assert list(problems(with_table, project)) == ["cost_matrix"]
    with pytest.raises(InvalidInput, match="cost matrix is not in the project"):
        PlanSession(with_table, project)
    project.clear()
