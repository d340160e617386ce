"""The report of a run: what it says, how it was made, and that it can be made again."""

from __future__ import annotations

import base64
import re
import shlex
import subprocess
from html import unescape
from pathlib import Path

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QImage
from territory_design.processing_provider.reports import page
from territory_design.processing_provider.reports.numbers import are_texts, percent
from territory_design.tests.integration.maps import (
    QUICK,
    Listener,
    column,
    grid,
    make_layer,
    representatives,
)

BALANCE = "territory:balance"


def page_of(processing, path: Path, algorithm: str = BALANCE, **parameters) -> str:
    processing.run(algorithm, {"OUTPUT": "memory:", **parameters, "REPORT": str(path)})
    return path.read_text(encoding="utf-8")


def save(layer: QgsVectorLayer, path: Path) -> str:
    options = QgsVectorFileWriter.SaveVectorOptions()
    transforms = QgsProject.instance().transformContext()
    error, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(layer, str(path), transforms, options)
    assert error == QgsVectorFileWriter.WriterError.NoError
    return str(path)


def pictures(page: str, kind: str) -> list[QImage]:
    found = re.findall(rf'<img class="{kind}"[^>]*base64,([^"]+)"', page)
    return [QImage.fromData(base64.b64decode(picture)) for picture in found]


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for y in range(0, image.height(), 10)
        for x in range(0, image.width(), 10)
    }


@pytest.fixture(scope="module")
def plan_page(processing, tmp_path_factory) -> str:
    """Six by six areas, nearest of three people before, balanced after."""
    folder = tmp_path_factory.mktemp("report")
    areas = save(
        grid(6, 6, "id:integer, weight:double", lambda n: (n, 1.0 + n % 4)), folder / "areas.gpkg"
    )
    people = save(
        representatives(("North", 0, 0), ("<b>South</b>", 1, 0), ("East", 5, 5)), folder / "p.gpkg"
    )
    return page_of(
        processing,
        folder / "report.html",
        INPUT=areas,
        REPS=people,
        REP_ID_FIELD="rep_id",
        BALANCE_FIELDS=["weight"],
        MAX_DEVIATION=40.0,
        **QUICK,
        OUTPUT=str(folder / "plan.gpkg"),
    )


def test_maps_before_after_and_of_what_changes(plan_page):
    drawn = pictures(plan_page, "map")
    assert len(drawn) == 3
    titles = re.findall(r"<figcaption>(.*?)</figcaption>", plan_page)
    assert titles == ["Before: nearest representative", "New plan", "What changes hands"]
    for image in drawn:
        assert image.width() == 760
        assert len(colours(image)) > 5


def test_a_cancelled_run_has_a_short_report_and_no_sheets(processing, tmp_path):
    class CancelsWithAPlan(Listener):
        def pushInfo(self, info):
            super().pushInfo(info)
            if "Worst deviation" in info:
                self.cancel()

    listener = CancelsWithAPlan()
    report, sheets = tmp_path / "report.html", tmp_path / "sheets.pdf"
    halves = grid(4, 4, "id:integer, plan:string", lambda n: (n, "A" if n <= 6 else "B"))
    parameters = {"INPUT": halves, "TERRITORY_FIELD": "plan", "OUTPUT": "memory:"}
    run = processing.run(
        BALANCE,
        parameters | QUICK | {"REPORT": str(report), "SHEETS": str(sheets)},
        feedback=listener,
    )
    assert listener.isCanceled()
    assert "SHEETS" not in run
    assert not sheets.exists()
    assert "(SHEETS) were not written: they take long" in listener.warned
    page = report.read_text(encoding="utf-8")
    assert "The run was cancelled: its report has no maps and no charts" in unescape(page)
    assert "<img" not in page
    assert "Before and after" in page


def test_the_page_is_ready_before_the_search(processing, tmp_path):
    """A cancel need not wait for a library, nor for the template."""

    class Looks(Listener):
        ready = None

        def pushInfo(self, info):
            super().pushInfo(info)
            if info.startswith("Searching"):
                self.ready = page.page_template.cache_info().currsize

    page.page_template.cache_clear()
    listener = Looks()
    given = {"INPUT": grid(3, 3), "COUNT": 2, "OUTPUT": "memory:"} | QUICK
    processing.run(BALANCE, given | {"REPORT": str(tmp_path / "r.html")}, feedback=listener)
    assert listener.ready == 1


def test_the_story_rules_and_tables(plan_page):
    for text in (
        "No territory is farther from its target than",
        "changes hands:",
        "Deviation from the target in %: weight",
        "Deviation from the target in units: weight",
        "Shares of the territories: weight",
        "Travel adds up one trip to each area",
        "Hours are not known",
        "Hand-over",
        "Maximum deviation from the target (%)",
        "holds",
    ):
        assert text in plan_page
    assert "<b>South" not in plan_page
    assert len(pictures(plan_page, "chart")) >= 3


def test_the_record_names_inputs_and_parameters(plan_page):
    assert "Fields to balance" in plan_page
    rows = re.findall(r"<tr>(.*?)</tr>", plan_page)
    areas = next(row for row in rows if ">Areas<" in row and ">36<" in row)
    assert re.search(r">[0-9a-f]{16}<", areas)
    assert "Random seed" in plan_page


def command_in(page: str) -> str:
    return unescape(re.search(r'<pre class="given">(.*?)</pre>', page, re.DOTALL).group(1))


def test_running_again_gives_the_same_territories(plan_page, qgis_process, tmp_path):
    words = shlex.split(command_in(plan_page))
    assert words[:3] == ["qgis_process", "run", BALANCE]
    assert "--SEED=1" in words
    first = next(word for word in words if word.startswith("--OUTPUT=")).partition("=")[2]
    again = tmp_path / "again.gpkg"
    words = [f"--OUTPUT={again}" if word.startswith("--OUTPUT=") else word for word in words]
    words = [word for word in words if not word.startswith("--REPORT=")]
    subprocess.run(
        [qgis_process.program, *words[1:]],
        env=qgis_process.environment,
        check=True,
        capture_output=True,
        timeout=300,
    )
    old, new = (
        sorted(zip(column(layer, "id"), column(layer, "territory")))
        for layer in (QgsVectorLayer(first, "", "ogr"), QgsVectorLayer(str(again), "", "ogr"))
    )
    assert len(old) == 36
    assert old == new


def test_a_temporary_layer_cannot_be_run_again(processing, tmp_path):
    page = page_of(processing, tmp_path / "r.html", INPUT=grid(3, 3), COUNT=3, **QUICK)
    assert "temporary layers" in page
    assert '<pre class="given">' not in page


def test_warnings_of_the_run_are_in_the_report(processing, tmp_path):
    said = Listener()
    path = tmp_path / "r.html"
    inputs = {"INPUT": grid(3, 3), "COUNT": 3, "OUTPUT": "memory:", "REPORT": str(path)} | QUICK
    processing.run(BALANCE, inputs, feedback=said)
    assert "No field to balance is given" in said.warned
    assert "No field to balance is given" in path.read_text(encoding="utf-8")


def test_fingerprints_know_values_but_not_the_order(processing, tmp_path):
    def fingerprint(values) -> str:
        layer = grid(3, 3, "id:integer, weight:double, note:string", values)
        page = page_of(processing, tmp_path / "r.html", INPUT=layer, COUNT=3,
                       BALANCE_FIELDS=["weight"], **QUICK)  # fmt: skip
        return re.search(r">([0-9a-f]{16})<", page).group(1)

    first = fingerprint(lambda n: (n, float(n), "x"))
    assert fingerprint(lambda n: (n, float(n), "y")) == first  # a field that is not used
    assert fingerprint(lambda n: (n, float(n + (n == 4)), "x")) != first


def test_degrees_are_drawn_from_above_their_middle(processing, tmp_path):
    squares = [
        (f"Polygon(({x} {y}, {x + 1} {y}, {x + 1} {y + 1}, {x} {y + 1}, {x} {y}))", 4 * x + y)
        for x in range(4)
        for y in range(50, 54)
    ]
    layer = make_layer("Polygon", "id:integer", squares, crs="EPSG:4326")
    page = page_of(processing, tmp_path / "r.html", INPUT=layer, COUNT=2, **QUICK)
    (picture,) = pictures(page, "map")
    # One degree there is 0.62 as wide as it is high: the map is higher than wide.
    assert picture.height() > 1.3 * picture.width()
    assert len(colours(picture)) > 3


@pytest.mark.parametrize("count", [100, 300])
def test_many_territories_fold(processing, tmp_path, count):
    plan = grid(30, 20, "id:integer, territory:string, weight:double",
                lambda n: (n, f"t{n * count // 601}", float(n)))  # fmt: skip
    page = page_of(
        processing, tmp_path / "r.html", "territory:evaluate", INPUT=plan, BALANCE_FIELDS=["weight"]
    )
    assert f"Show all rows ({count + 1})" in page
    assert len(page) < 2_000_000


class TestPaper:
    """A report whose name ends in .pdf."""

    def test_pages_of_a_print_layout(self, processing, tmp_path):
        path = tmp_path / "report.pdf"
        people = representatives(("North", 0, 0), ("[% 6 * 7 %]", 4, 4))
        inputs = {"INPUT": grid(5, 5), "REPS": people, "REP_ID_FIELD": "rep_id"} | QUICK
        results = processing.run(BALANCE, {**inputs, "OUTPUT": "memory:", "REPORT": str(path)})
        assert results["REPORT"] == str(path)
        content = path.read_bytes()
        assert content.startswith(b"%PDF-")
        assert len(re.findall(rb"/Type /Page\b", content)) >= 3
        assert b"/Image" in content
        assert not list(tmp_path.glob(".territory_design_*"))

    def test_texts_are_on_the_pages_and_nothing_is_calculated(self, tmp_path):
        from territory_design.processing_provider.reports.page import DrawnReport, Report, Section
        from territory_design.processing_provider.reports.pdf import ReportPages

        rows = [[f"[% 6 * 7 %] {n}", "1 000"] for n in range(120)]
        report = Report("Title", "24 areas", ["A sentence."], notes=["A warning."])
        report.sections.append(Section("Table", columns=["name", "value"], rows=rows))
        pages = ReportPages(DrawnReport(report, []), tmp_path).lay_out()
        labels = [one.currentText() for one in pages.layout.items() if hasattr(one, "currentText")]
        assert {"Title", "24 areas", "A sentence.", "Note: A warning.", "Table"} <= set(labels)
        tables = pages.layout.multiFrames()
        assert len(tables) == pages.number_of_pages == 3
        shown = [row for table in tables for row in table.tableContents()[1:]]
        assert len(shown) == 120
        assert "42" not in {row[0].content().split()[0] for row in shown}
        assert f"page 3 of {pages.number_of_pages}" in "".join(labels)

    def test_a_pdf_that_cannot_be_written(self, processing, tmp_path):
        from qgis.core import QgsProcessingException

        path = tmp_path / "no" / "report.pdf"
        inputs = {"INPUT": str(tmp_path), "COUNT": 2, "OUTPUT": "memory:", "REPORT": str(path)}
        inputs["INPUT"] = save(grid(3, 3), tmp_path / "areas.gpkg")
        with pytest.raises(QgsProcessingException, match="cannot be written"):
            processing.run(BALANCE, inputs)


class TestSheets:
    """A page for each representative."""

    def test_a_page_each(self, processing, tmp_path):
        people = representatives(("North", 0, 0), ("[% 6 * 7 %]", 5, 5), ("East", 5, 0))
        path = tmp_path / "sheets.pdf"
        inputs = {"INPUT": grid(6, 6, "id:integer, weight:double", lambda n: (n, 1.0 + n % 4))}
        inputs |= {"REPS": people, "REP_ID_FIELD": "rep_id", "BALANCE_FIELDS": ["weight"]} | QUICK
        results = processing.run(BALANCE, {**inputs, "OUTPUT": "memory:", "SHEETS": str(path)})
        assert results["SHEETS"] == str(path)
        content = path.read_bytes()
        assert content.startswith(b"%PDF-")
        assert len(re.findall(rb"/Type /Page\b", content)) == 3

    def test_what_stays_comes_and_goes(self, processing):
        import numpy as np
        from qgis.core import QgsLayoutExporter
        from territory_design.core.contiguity.graph import ContiguityGraph
        from territory_design.core.plan.areas import Areas
        from territory_design.core.plan.plan import Plan
        from territory_design.core.plan.stages import Stages
        from territory_design.processing_provider.inputs.layers.reading import read_units
        from territory_design.processing_provider.reports.sheets import make_sheets

        layer = grid(4, 1)
        context, feedback = QgsProcessingContext(), Listener()
        source = QgsProcessingFeatureSource(layer, context)
        units = read_units(source, context, feedback, id_field="id", weight_fields=["weight"])
        graph = ContiguityGraph.from_edges(4, np.arange(3), np.arange(1, 4))
        areas = Areas(
            units.ids, units.positions, units.metric, units.weights, units.weights[:, 0], graph,
            units.weights[:, 0],
        )  # fmt: skip
        # a a a b before, a a b b after
        targets = np.full((2, 1), 2.0)
        before = Plan(areas, np.array([0, 0, 0, 1]), ["a", "b"], targets)
        stages = Stages(before.with_labels([0, 0, 1, 1]), before)
        sheets = make_sheets("Sheets", stages, units, context.transformContext())
        texts = [feature.attributes() for feature in sheets.people.features]
        assert texts[0][1] == "a"
        assert "2 stay, 0 come, 1 go." in texts[0][2]
        assert "+50.00" in texts[0][2]
        assert texts[0][3] == "Comes: nothing."
        assert texts[0][4] == "Goes (1): 3"
        assert texts[1][3] == "Comes (1): 3"
        coverage, drawn = sheets.people.layer(sheets.crs), sheets.areas.layer(sheets.crs)
        pages = sheets.lay_out(coverage, drawn)
        atlas = pages.layout.atlas()
        assert atlas.beginRender()
        seen = []
        while atlas.next():
            image = QgsLayoutExporter(pages.layout).renderPageToImage(0, dpi=60)
            seen.append(colours(image))
        stays, comes, goes = "#8fb8c8", "#7fb069", "#d98880"
        assert {stays, goes} <= seen[0]
        assert comes not in seen[0]
        assert {stays, comes} <= seen[1]
        assert goes not in seen[1]

    def test_without_a_plan_before_it_says_so(self, processing, tmp_path):
        said, path = Listener(), tmp_path / "sheets.pdf"
        inputs = {"INPUT": grid(3, 3), "COUNT": 2, "OUTPUT": "memory:", "SHEETS": str(path)} | QUICK
        assert "SHEETS" not in processing.run(BALANCE, inputs, feedback=said)
        assert "(SHEETS) were not written: there is no plan" in said.warned
        assert not path.exists()


def test_words_are_read_from_the_left_and_figures_from_the_right():
    rows = [
        ["7", "Köln", "+10.62\u202f%", "", "holds"],
        ["8", "–", "−3.5\u202fkm", "12", ""],
        ["9", "8570", "–", "1\u202f362", "–"],
    ]
    assert are_texts(5, rows) == [True, True, False, False, True]
    assert are_texts(2, []) == [True, False]


def test_percentages_have_one_minus_and_no_signed_zero():
    assert [percent(value) for value in (10.621, -36.804, -0.001, 0.0)] == [
        "+10.62\u202f%",
        "−36.80\u202f%",
        "0.00\u202f%",
        "0.00\u202f%",
    ]
    assert percent(float("nan")) == "–"
