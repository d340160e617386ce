"""RUNS: one table of many runs, such as those of a batch, with parameters and figures."""

from __future__ import annotations

import csv
import subprocess
import sys

import pytest
from qgis.core import NULL, QgsProcessingException, QgsProject, QgsProperty
from qgis.PyQt.QtTest import QTest
from territory_design.processing_provider.outputs.writing.runs_file import (
    LEADING,
    RunsFile,
    merged,
)
from territory_design.tests.integration.maps import QUICK, ROOT, Listener, grid, run_into_project

EVALUATE, BALANCE = "territory:evaluate", "territory:balance"


@pytest.fixture
def table(tmp_path):
    return tmp_path / "runs.csv"


@pytest.fixture
def project(processing):
    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


class CancelsWithAPlan(Listener):
    def pushInfo(self, info):
        super().pushInfo(info)
        if "Worst deviation" in info:
            self.cancel()


def halves():
    """West and east, as a plan of 4 by 4 areas that weigh 1 to 16, row by row from the south."""
    fields = "id:integer, weight:double, plan:string, other:string"
    texts = ("a", '=b,\n"c')
    return grid(4, 4, fields, lambda n: (n, float(n), "WE"[(n - 1) % 4 > 1], texts[n % 2]))


def rows_of(table) -> list[dict]:
    with table.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_each_run_is_a_row_with_what_was_set_and_what_came_out(processing, table):
    areas = halves()
    one = {"INPUT": areas, "TERRITORY_FIELD": "plan", "OUTPUT": "memory:", "RUNS": str(table)}
    first = processing.run(EVALUATE, one)
    # 1 + 2 + 5 + 6 + 9 + 10 + 13 + 14 = 60 in the west, 76 in the east; 68 would be even.
    second = processing.run(EVALUATE, one | {"BALANCE_FIELDS": ["weight"]})
    west, east = rows_of(table)
    assert first["RUNS"] == str(table)
    assert list(west)[: len(LEADING)] == list(LEADING)
    assert (west["run"], east["run"]) == ("1", "2")
    assert west["algorithm"] == EVALUATE
    assert west["outcome"] == east["outcome"] == "done"
    assert (west["TERRITORY_FIELD"], east["BALANCE_FIELDS"]) == ("plan", "weight")
    assert west["BALANCE_FIELDS"] == ""
    assert float(west["MAX_DEVIATION_PCT"]) == 0.0
    assert float(east["MAX_DEVIATION_PCT"]) == pytest.approx(100.0 * 8 / 68)
    for name, value in second.items():
        if isinstance(value, (int, float)):
            assert float(east[name]) == value
    assert "RUNS" not in west
    assert "OVERLAP_PCT" in west


def test_what_is_set_for_the_first_time_is_told_of_earlier_runs(processing, table):
    areas = halves()
    one = {"INPUT": areas, "COUNT": 2, **QUICK, "OUTPUT": "memory:", "RUNS": str(table)}
    processing.run(BALANCE, one)
    processing.run(BALANCE, one | {"SEED": 7, "OBJECTIVE": 1, "BALANCE_WEIGHTS": "3"})
    processing.run(BALANCE, one)
    columns = {name: [row[name] for row in rows_of(table)] for name in rows_of(table)[0]}
    assert columns["SEED"] == ["1", "7", "1"]
    assert columns["OBJECTIVE"] == [
        "the worst deviation of a territory",
        "the mean absolute deviation",
        "the worst deviation of a territory",
    ]
    assert columns["BALANCE_WEIGHTS"] == ["", "3", ""]
    assert columns["COUNT"] == ["2", "2", "2"]
    assert "ELITISM" not in columns  # nobody has set it
    # Parameters as in the dialog, then figures.
    order = list(columns)
    assert order.index("INPUT") < order.index("COUNT") < order.index("SEED")
    assert order.index("SEED") < order.index("MAX_DEVIATION_PCT")


def test_an_expression_is_told_by_what_it_comes_to(processing, table, tmp_path):
    """Models and batch runs give expressions, dialogs NULL for what was left empty."""
    report = tmp_path / "report.html"
    processing.run(
        BALANCE,
        {
            "INPUT": halves(),
            "COUNT": QgsProperty.fromExpression("1 + 1"),
            "POPULATION": QgsProperty.fromExpression("NULL"),
            "SEED": NULL,
            "MAX_GENERATIONS": 1,
            "LOCAL_SEARCH": False,
            "OUTPUT": "memory:",
            "REPORT": str(report),
            "RUNS": str(table),
        },
    )
    (row,) = rows_of(table)
    assert row["COUNT"] == "2"
    assert "POPULATION" not in row
    assert "SEED" not in row
    assert "1 + 1" not in report.read_text(encoding="utf-8").split("qgis_process run")[0]


def test_a_refused_and_a_cancelled_run_have_their_rows(processing, table):
    one = {"INPUT": halves(), **QUICK, "OUTPUT": "memory:", "RUNS": str(table)}
    with pytest.raises(QgsProcessingException, match=r"\(COUNT\) is 17"):
        processing.run(BALANCE, one | {"COUNT": 17})
    processing.run(BALANCE, one | {"COUNT": 2}, feedback=CancelsWithAPlan())
    refused, cancelled = rows_of(table)
    assert "17" in refused["outcome"]
    assert refused["MAX_DEVIATION_PCT"] == ""
    assert cancelled["outcome"] == "cancelled"


def test_algorithms_share_a_table(processing, table):
    areas = halves()
    processing.run(
        EVALUATE,
        {"INPUT": areas, "TERRITORY_FIELD": "plan", "OUTPUT": "memory:", "RUNS": str(table)},
    )
    processing.run(
        BALANCE, {"INPUT": areas, "COUNT": 2, **QUICK, "OUTPUT": "memory:", "RUNS": str(table)}
    )
    judged, made = rows_of(table)
    assert (judged["COUNT"], made["COUNT"]) == ("", "2")
    assert judged["MAX_DEVIATION_PCT"]
    assert made["MAX_DEVIATION_PCT"]
    assert (judged["STATUS"], made["TERRITORY_FIELD"]) == ("", "")


def test_texts_of_any_kind_come_back(processing, table):
    areas = halves()
    areas.setName('a,\n"b";🙂 <i>')
    run_into_nothing = {
        "INPUT": areas,
        "TERRITORY_FIELD": "other",
        "OUTPUT": "memory:",
        "RUNS": str(table),
    }
    processing.run(EVALUATE, run_into_nothing)
    processing.run(EVALUATE, run_into_nothing)
    assert [row["INPUT"] for row in rows_of(table)] == [areas.name()] * 2


@pytest.mark.parametrize(
    "content",
    ["id,name\n1,a\n", "run,started,seconds\n", "\x00\x01\x02", "\n\nnotes of mine\n"],
)
def test_a_file_of_something_else_is_refused_and_stays(processing, table, content):
    table.write_text(content, encoding="utf-8")
    parameters = {
        "INPUT": halves(),
        "TERRITORY_FIELD": "plan",
        "OUTPUT": "memory:",
        "RUNS": str(table),
    }
    with pytest.raises(QgsProcessingException, match=r"Table of runs.*is not such a table"):
        processing.run(EVALUATE, parameters)
    assert table.read_text(encoding="utf-8") == content


def test_a_place_that_cannot_be_written_is_refused_before_the_work(processing, tmp_path):
    parameters = {"INPUT": halves(), "TERRITORY_FIELD": "plan", "OUTPUT": "memory:"}
    with pytest.raises(QgsProcessingException, match=r"Table of runs.*folder does not exist"):
        processing.run(EVALUATE, parameters | {"RUNS": str(tmp_path / "no" / "runs.csv")})


def test_a_place_that_another_output_has_gets_no_row(processing, tmp_path):
    path = tmp_path / "all.gpkg"
    given = {"INPUT": halves(), "TERRITORY_FIELD": "plan", "OUTPUT": str(path), "RUNS": str(path)}
    with pytest.raises(QgsProcessingException, match="go to the same place"):
        processing.run(EVALUATE, given)
    assert not path.exists()


def test_a_row_that_cannot_be_written_costs_nothing_else(processing, table, monkeypatch):
    def fails(*_):
        raise OSError(13, "Permission denied")

    monkeypatch.setattr(RunsFile, "add", fails)
    listener = Listener()
    parameters = {
        "INPUT": halves(),
        "TERRITORY_FIELD": "plan",
        "OUTPUT": "memory:",
        "RUNS": str(table),
    }
    results = processing.run(EVALUATE, parameters, feedback=listener)
    assert results["TERRITORY_COUNT"] == 2
    assert "RUNS" not in results
    assert "“Table of runs” (RUNS): the run could not be added to" in listener.warned
    assert "Permission denied" in listener.warned


MANY_ROWS = """
import importlib.util
import sys
from pathlib import Path
root = sys.argv[3]
spec = importlib.util.spec_from_file_location(
    "territory_design", root + "/__init__.py", submodule_search_locations=[root]
)
sys.modules["territory_design"] = importlib.util.module_from_spec(spec)
from territory_design.processing_provider.outputs.writing.runs_file import RunsFile

who = sys.argv[2]
for number in range(10):
    row = {"started": "", "seconds": "", "algorithm": who, "outcome": str(number)}
    extra = f"{who}{number // 4}"
    RunsFile(Path(sys.argv[1])).add(row | {extra: "x"}, list(row) + [extra], {})
"""


def test_runs_at_the_same_time_lose_no_row(table):
    children = [
        subprocess.Popen([sys.executable, "-c", MANY_ROWS, str(table), who, str(ROOT)])
        for who in "ab"
    ]
    assert [child.wait(60) for child in children] == [0, 0]
    rows = rows_of(table)
    assert [row["run"] for row in rows] == [str(n + 1) for n in range(20)]
    for who in "ab":
        own = [row for row in rows if row["algorithm"] == who]
        assert [row["outcome"] for row in own] == [str(n) for n in range(10)]
        assert all(row[f"{who}{int(row['outcome']) // 4}"] == "x" for row in own)
    assert [path.name for path in table.parent.iterdir()] == [table.name]


def test_no_cell_is_a_formula_for_a_spreadsheet(processing, table):
    areas = halves()
    areas.setName("=1+2")
    given = {"INPUT": areas, "TERRITORY_FIELD": "plan", "OUTPUT": "memory:", "RUNS": str(table)}
    processing.run(EVALUATE, given)
    processing.run(EVALUATE, given)  # earlier rows are not guarded again
    assert [row["INPUT"] for row in rows_of(table)] == ["'=1+2"] * 2
    # Numbers stay numbers; a new column is guarded in earlier rows, too.
    RunsFile(table).add(
        {"algorithm": EVALUATE, "INPUT": "@SUM(1)", "low": "-1.5", "text": "-1.5 km"},
        [*LEADING, "INPUT", "low", "text"],
        {"text": "+a", "low": "-inf"},
    )
    first, _, last = rows_of(table)
    assert (first["text"], first["low"], first["INPUT"]) == ("'+a", "-inf", "'=1+2")
    assert (last["INPUT"], last["low"], last["text"]) == ("'@SUM(1)", "-1.5", "'-1.5 km")


def test_new_columns_come_where_their_dialog_has_them():
    columns = [*LEADING, "B", "D", "other"]
    order = [*LEADING, "A", "B", "C", "D", "E"]
    assert merged(columns, order) == [*LEADING, "A", "B", "C", "D", "E", "other"]


def test_it_comes_into_the_project_once_and_shows_later_runs(project, table):
    parameters = {"INPUT": halves(), "COUNT": 2, **QUICK, "OUTPUT": "memory:", "RUNS": str(table)}
    _, loaded = run_into_project(BALANCE, parameters)
    # QGIS calls it by its file or by its output, as the settings say.
    (shown,) = (layer for layer in loaded.values() if str(table) in layer.source())
    assert shown.featureCount() == 1
    titles = {field.name(): field.displayName() for field in shown.fields()}
    assert titles["outcome"] == "Outcome"
    assert titles["MAX_DEVIATION_PCT"] == "Worst deviation from the target (%)"
    before = len(project.mapLayers())
    run_into_project(BALANCE, parameters | {"SEED": 2})
    assert len(project.mapLayers()) == before + 1  # OUTPUT
    assert [feature["SEED"] for feature in shown.getFeatures()] == [1, 2]
    assert [feature["run"] for feature in shown.getFeatures()] == [1, 2]
    assert shown.fields().field("SEED").displayName() == "Random seed"
    with table.open("a", encoding="utf-8") as stream:  # as a run in another process does
        stream.write("3,,,elsewhere,done\n")
    for _ in range(50):
        QTest.qWait(20)
        if shown.featureCount() == 3:
            break
    assert [feature["run"] for feature in shown.getFeatures()] == [1, 2, 3]
