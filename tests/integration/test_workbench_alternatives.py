"""Alternatives in their file, and plans in text files."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import numpy as np
import pytest
from qgis.core import QgsVectorLayer
from territory_design.core.errors import InvalidInput
from territory_design.ui.workbench.alternatives_store import Alternative, AlternativeStore
from territory_design.ui.workbench.csv_plans import read_plan

FIGURES = {
    "worst_pct": 1.5,
    "sigma_pct": 0.7,
    "mean_trip_m": 9000.0,
    "changed_pct": 3.0,
    "border_m": 120_000.0,
    "parts": 3.0,
}


@pytest.fixture
def store(tmp_path) -> AlternativeStore:
    return AlternativeStore(str(tmp_path / "plans.gpkg"))


def test_a_plan_comes_back_as_it_was_kept(store):
    ids, names = ["001", "1", "Bär's"], ["A", "", "B"]
    key = store.add(Alternative("First", FIGURES, {"Balanced": "farms"}), ids, names)
    child = store.add(Alternative("Second", FIGURES, parent=key), ids, ["B", "B", "A"])
    assert store.assignment(key) == dict(zip(ids, names))
    first, second = store.plans()
    assert (first.name, first.parameters, first.figures) == (
        "First",
        {"Balanced": "farms"},
        FIGURES,
    )
    assert (second.key, second.parent) == (child, key)
    assert first.made.endswith("+00:00")


def test_a_plan_survives_the_death_of_the_program(store):
    """It is killed as soon as the plan is kept, and never closes anything."""
    child = os.fork()
    if child == 0:
        store.add(Alternative("First", FIGURES), ["001"], ["A"])
        os.kill(os.getpid(), signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    assert os.WTERMSIG(status) == signal.SIGKILL
    (plan,) = store.plans()
    assert (plan.name, store.assignment(plan.key)) == ("First", {"001": "A"})


def test_copies_names_and_removal(store):
    key = store.add(Alternative("First", FIGURES), ["1"], ["A"])
    copy = store.duplicate(key, "Copy")
    store.rename(copy, "Renamed")
    assert [(plan.name, plan.parent) for plan in store.plans()] == [("First", 0), ("Renamed", key)]
    store.remove(key)
    (left,) = store.plans()
    assert left.parent == 0
    assert store.assignment(copy) == {"1": "A"}
    with pytest.raises(InvalidInput, match="not in the file any more"):
        store.assignment(key)


def test_figures_that_are_not_known_come_back_as_not_a_number(store):
    store.add(Alternative("x", FIGURES | {"mean_trip_m": float("nan")}), ["1"], ["A"])
    assert np.isnan(store.plans()[0].figures["mean_trip_m"])


def test_no_file_holds_no_plans_and_is_not_made_by_asking(store):
    assert store.plans() == []
    assert not Path(store.path).exists()


@pytest.mark.parametrize(
    "content", [b"this is no database, and long enough to be looked at", b"SQLi"]
)
def test_another_kind_of_file_is_refused_and_left_alone(tmp_path, content):
    path = tmp_path / "note.gpkg"
    path.write_bytes(content)
    store = AlternativeStore(str(path))
    with pytest.raises(InvalidInput, match="Choose another file"):
        store.plans()
    assert path.read_bytes() == content


def test_a_folder_that_cannot_be_written_is_refused(tmp_path):
    store = AlternativeStore(str(tmp_path / "missing" / "plans.gpkg"))
    with pytest.raises(InvalidInput, match="Choose another file"):
        store.add(Alternative("x", FIGURES), ["1"], ["A"])


@pytest.mark.usefixtures("qgis_app")
def test_qgis_reads_the_file_as_a_table(store):
    store.add(Alternative("First", FIGURES), ["1", "2"], ["A", "B"])
    layer = QgsVectorLayer(f"{store.path}|layername=territory_plans", "plans", "ogr")
    assert layer.isValid()
    (feature,) = layer.getFeatures()
    assert (feature["name"], feature["worst_pct"], feature["parts"]) == ("First", 1.5, 3)


def test_thirty_plans_of_many_areas_stay_small(store):
    rng = np.random.default_rng(1)
    ids = [f"{number:08d}" for number in range(10_946)]
    for number in range(30):
        labels = np.sort(rng.integers(0, 27, len(ids)))
        store.add(Alternative(f"Plan {number}", FIGURES), ids, [f"R{label}" for label in labels])
    assert len(store.plans()) == 30
    assert Path(store.path).stat().st_size < 1_500_000


IDS = ["007", "008", "7", "9"]


@pytest.mark.parametrize(
    "text",
    [
        "area_id,territory\n007,A\n7,B\n",
        "007,A\n7,B\n",
        "\ufeffarea_id;territory\n007;A\n7;B\n",
        "007\tA\n\n7\tB\n",
    ],
)
def test_a_plan_with_and_without_a_header_keeps_leading_zeros(tmp_path, text):
    path = tmp_path / "plan.csv"
    path.write_text(text, encoding="utf-8")
    found = read_plan(str(path), IDS)
    assert found.territories == {"007": "A", "7": "B"}
    assert found.unmatched == found.locked == ()
    assert found.missing == ("008", "9")
    assert found.notes() == ("2 areas are not in the file and stay as they are: 008, 9.",)


def test_locks_and_ids_that_no_area_has_are_told(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_bytes("id,Gebiet,fest\n008,Süd,1\n09,Süd,0\n9,,yes\n12,Nord,\n".encode("cp1252"))
    found = read_plan(str(path), IDS)
    assert found.territories == {"008": "Süd", "9": ""}
    assert found.locked == ("008", "9")
    assert found.unmatched == ("09", "12")
    assert found.notes()[0] == "2 ids of the file are those of no area: 09, 12."


def test_numbers_as_ids_are_found_with_zeros_in_front(tmp_path):
    path = tmp_path / "plan.csv"
    path.write_text("007,A\n9,B\n", encoding="utf-8")
    assert read_plan(str(path), [7, 8, 9]).territories == {"7": "A", "9": "B"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "is empty"),
        ("area_id\n7\n", "an area and its territory are needed"),
        ("7,A\n7,B\n", "gives 1 area to two territories"),
        ("1,A\n2,A\n", "None of the 2 ids"),
    ],
)
def test_what_is_no_plan_is_refused(tmp_path, text, reason):
    path = tmp_path / "plan.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InvalidInput, match=reason):
        read_plan(str(path), IDS)


def test_a_file_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(InvalidInput, match="cannot be read"):
        read_plan(str(tmp_path / "none.csv"), IDS)
