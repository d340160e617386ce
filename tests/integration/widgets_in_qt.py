"""Drives the workbench's plain widgets; run with the folder for pictures, and 6 for Qt 6.

There is no QGIS with Qt 6 here: PyQt6 stands behind a small `qgis.PyQt` then.
"""

from __future__ import annotations

import importlib
import importlib.util
import json
import sys
import types
from collections import Counter
from dataclasses import replace
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FOLDER, VERSION = Path(sys.argv[1]), sys.argv[2]


def stand_in() -> None:
    """A package `qgis.PyQt` that is PyQt6."""
    qgis = types.ModuleType("qgis")
    qgis.PyQt = sys.modules["qgis.PyQt"] = types.ModuleType("qgis.PyQt")
    sys.modules["qgis"] = qgis
    for name in ("QtCore", "QtGui", "QtWidgets", "QtTest"):
        module = importlib.import_module(f"PyQt6.{name}")
        sys.modules[f"qgis.PyQt.{name}"] = module
        setattr(qgis.PyQt, name, module)
    # Numbers are written as the user's language has them; that is all that is asked of QGIS.
    core = sys.modules["qgis.core"] = types.ModuleType("qgis.core")
    core.QgsApplication = types.SimpleNamespace(locale=lambda: "en")


if VERSION == "6":
    stand_in()

spec = importlib.util.spec_from_file_location(
    "territory_design", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
)
package = importlib.util.module_from_spec(spec)
sys.modules["territory_design"] = package
spec.loader.exec_module(package)

from qgis.PyQt.QtCore import QT_VERSION_STR, QPointF, Qt  # noqa: E402
from qgis.PyQt.QtGui import QColor, QPalette  # noqa: E402
from qgis.PyQt.QtTest import QTest  # noqa: E402
from qgis.PyQt.QtWidgets import QApplication, QTableView  # noqa: E402
from territory_design.ui.workbench.alternatives_page import AlternativesPage  # noqa: E402
from territory_design.ui.workbench.alternatives_store import Alternative  # noqa: E402
from territory_design.ui.workbench.charts import (  # noqa: E402
    ConvergenceChart,
    Dot,
    Generation,
    TradeOffChart,
)
from territory_design.ui.workbench.delegates import (  # noqa: E402
    TOO_LITTLE,
    TOO_MUCH,
    DeviationDelegate,
)
from territory_design.ui.workbench.run_page import RunPage  # noqa: E402
from territory_design.ui.workbench.territory_model import (  # noqa: E402
    ROW_ROLE,
    TerritoryModel,
    TerritoryOrder,
    TerritoryRow,
)


def rows() -> list[TerritoryRow]:
    """Three territories and what nobody has."""
    figures = [("R10", 4.0, "all"), ("R9", -8.0, "some"), ("R11", float("inf"), "")]
    made = [
        TerritoryRow(
            number, name, "#4a8fc2", 5 - number, (10.0,), (9.0,), (off,), (1.0,), 4200.0, 1, lock
        )
        for number, (name, off, lock) in enumerate(figures)
    ]
    nan = (float("nan"),)
    nobody = TerritoryRow(-1, "not assigned", "#d9d9d9", 2, (3.0,), nan, nan, nan, nan[0], 1)
    return [*made, nobody]


def colours(widget, name: str) -> Counter:
    """Colours that a widget shows, with their pixels."""
    picture = widget.grab().toImage()
    picture.save(str(FOLDER / f"{name}.png"))
    return Counter(
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    )


def the_table() -> dict:
    """Order, texts, and bars that are drawn."""
    model, order, view = TerritoryModel(), TerritoryOrder(), QTableView()
    order.setSourceModel(model)
    view.setModel(order)
    model.show_rows(rows(), ("farms",))
    view.setItemDelegateForColumn(2, DeviationDelegate(view))
    view.resize(700, 200)
    view.show()
    sorted_by = {}
    for column in (1, 2):
        for direction in (Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder):
            order.sort(column, direction)
            seen = [order.index(row, 0).data(ROW_ROLE) for row in range(4)]
            sorted_by[f"{column} {direction == Qt.SortOrder.AscendingOrder}"] = seen
    order.sort(1, Qt.SortOrder.AscendingOrder)
    texts = [order.index(2, column).data() for column in range(model.columnCount())]
    shown = colours(view, "table")
    resets = []
    model.modelReset.connect(lambda: resets.append(1))
    model.show_rows(rows(), ("farms",))
    model.show_rows(rows()[:3], ("farms",))
    told = {
        "sorted": sorted_by,
        "texts": texts,
        "titles": [
            model.headerData(column, Qt.Orientation.Horizontal)
            for column in range(model.columnCount())
        ],
        "tip": order.index(2, 2).data(Qt.ItemDataRole.ToolTipRole),
        "bars": [colour.name() in shown for colour in (TOO_MUCH, TOO_LITTLE)],
    }
    model.show_rows([replace(row, representative="Amberg") for row in rows()[:3]], ("farms",))
    people = [order.index(0, 2).data(), model.headerData(2, Qt.Orientation.Horizontal)]
    return told | {"resets": len(resets), "people": people}


def the_charts() -> dict:
    """Lines, dots, a click."""
    course = ConvergenceChart()
    course.resize(320, 240)
    empty = colours(course, "course_empty")
    for number in range(5):
        course.add(Generation(number, 1.0 / (number + 1), 2.0, 10.0 - number))
    course.add(Generation(4, 0.1, 2.0, 1.0))
    plans = TradeOffChart()
    plans.resize(320, 240)
    plans.show_dots([Dot(7, "First", 10.0, 4.0, 0.0), Dot(8, "Second", 12.0, 1.0, 30.0)], current=8)
    plans.show()
    chosen = []
    plans.chosen.connect(chosen.append)
    place = plans.places()[0]
    QTest.mouseClick(
        plans, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place.toPoint()
    )
    QTest.mouseMove(plans, plans.places()[1].toPoint())
    alike = names_of_plans_alike(chosen)
    return {
        "alike": alike,
        "generations": [g.best for g in course.generations],
        "line": colours(course, "course")[TOO_MUCH.name()] - empty[TOO_MUCH.name()],
        "chosen": chosen,
        "nothing": plans.dot_at(QPointF(1.0, 1.0)) is None,
        "dots": len(colours(plans, "plans")) > 5,
    }


def names_of_plans_alike(chosen: list) -> dict:
    """Names of three plans with the same figures, and of one at the right edge beside them."""
    chart = TradeOffChart()
    chart.resize(320, 240)
    dots = [Dot(key, f"The plan number {key}", 10.0, 4.0, 5.0 * key) for key in (1, 2, 3)]
    chart.show_dots([*dots, Dot(4, "Far to the right", 10.1, 3.9, 0.0)], current=2)
    chart.show()
    labels = chart.labels()
    chart.chosen.connect(chosen.append)
    for label in labels[:3]:
        QTest.mouseClick(
            chart,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
            label.center().toPoint(),
        )
    colours(chart, "alike")
    chart.show_dots([Dot(key, f"Plan {key}", 10.0, 4.0, 0.0) for key in range(40)], current=3)
    many = chart.labels()
    colours(chart, "many")
    return {
        "shown": sum(label is not None for label in labels),
        "overlaps": overlaps(labels) + overlaps(many),
        "inside": all(chart.rect().contains(label.toAlignedRect()) for label in labels),
        "current": many[3] is not None,
        "left_out": many.count(None),
    }


def overlaps(labels: list) -> int:
    shown = [label for label in labels if label is not None]
    return sum(
        one.intersects(other) for number, one in enumerate(shown) for other in shown[:number]
    )


def the_pages() -> dict:
    """The pages that know nothing of a map."""
    page, run = AlternativesPage(), RunPage()
    figures = dict.fromkeys(
        ("worst_pct", "sigma_pct", "mean_trip_m", "changed_pct", "border_m", "parts"), 2.0
    )
    page.show_plans(
        [Alternative("A", figures, key=1), Alternative("B", figures, parent=1, key=2)], current=2
    )
    page.select(1)
    wanted = []
    page.wanted.connect(wanted.append)
    page.buttons["compare"].click()
    run.show_starts(plan=False, people=True, count=5)
    before = run.start.currentData()
    run.show_starts(plan=True, people=True, count=5)
    run.begin()
    running = (run.run_button.isEnabled(), run.stop_button.isEnabled())
    run.end("because")
    run.propose(["one", "two"])
    for widget, name in ((page, "alternatives"), (run, "run")):
        widget.resize(380, 600)
        colours(widget, name)
    return {
        "selected": page.selected(),
        "texts": [page.model.index(0, column).data() for column in (0, 1, 6)],
        "wanted": wanted,
        "starts": [before, run.start.currentData(), run.start.count()],
        "running": running,
        "said": (run.message.text(), run.proposal_text.text(), run.run_button.isEnabled()),
    }


def the_dark_theme(application: QApplication) -> bool:
    """Whether charts follow the palette: light ink on dark ground."""
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.Window, QColor("#202020"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#f0f0f0"))
    application.setPalette(palette)
    chart = ConvergenceChart()
    chart.resize(320, 240)
    chart.add(Generation(0, 1.0, 2.0, 3.0))
    shown = colours(chart, "course_dark")
    return "#202020" in shown and "#f0f0f0" in shown


application = QApplication([])
print(
    json.dumps(
        {
            "qt": QT_VERSION_STR.split(".")[0],
            "table": the_table(),
            "charts": the_charts(),
            "pages": the_pages(),
            "dark": the_dark_theme(application),
        }
    )
)
