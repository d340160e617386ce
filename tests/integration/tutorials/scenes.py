"""The tutorials of docs/tutorials/, one function each; run inside QGIS.

Each does what its page says, in the dialogs, makes the page's pictures, and fails where the page
would be wrong. What it returns are figures that the pages speak of.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import qgis.utils
from qgis.core import (
    QgsApplication,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtWidgets import QAction
from territory_design.tests.integration.tutorials.window import (
    WORKBENCH,
    close,
    dialog_for,
    in_words,
    layer,
    log_of,
    open_example,
    pause,
    refused,
    run,
    save,
    save_dark,
    save_small,
    settle,
    show_line,
    show_only,
    wait,
)


def picture(iface, folder, name, layers):
    show_only(iface, layers)
    save(iface.mapCanvas(), folder / f"{name}.webp")


def shown_dialog(algorithm, parameters, path=None):
    dialog = dialog_for(algorithm, parameters)
    if path is not None:
        save(dialog, path)
    return dialog


def result(dialog):
    """Run, close; the figures."""
    results = run(dialog)
    close(dialog)
    return results


def people(name="Representatives"):
    return {"REPS": layer(name).id(), "REP_ID_FIELD": "rep_id"}


def from_nothing(iface, folder):
    areas = layer("Municipalities")
    asked = {"INPUT": areas.id(), "BALANCE_FIELDS": ["potential"], "COUNT": 5, "NAME_FIELD": "name"}
    found = result(shown_dialog("balance", asked, folder / "from_nothing_dialog.webp"))
    assert found["MAX_DEVIATION_PCT"] < 2.0
    assert found["PARTS"] == 5
    made = [layer("Homes after balancing"), layer("Territories")]
    picture(iface, folder, "from_nothing_map", made)
    # The mistake: a city that is heavier than a territory.
    dialog = dialog_for("balance", {**asked, "BALANCE_FIELDS": ["population"], "COUNT": 8})
    city = run(dialog)
    assert "Mannheim" in log_of(dialog)
    save(dialog, folder / "from_nothing_city.webp")
    close(dialog)
    assert 30.0 < city["MAX_DEVIATION_PCT"] < 40.0
    assert city["MAX_DEVIATION_PCT"] - city["LOWER_BOUND_PCT"] < 1.0
    islands(areas, asked)


def islands(areas, asked):
    """Two districts that do not touch, with bridges and without."""
    areas.selectByExpression("\"district\" in ('06431', '08225')")
    selected = QgsProcessingFeatureSourceDefinition(areas.id(), True)
    dialog = dialog_for("balance", {**asked, "INPUT": selected, "COUNT": 3})
    joined = run(dialog)
    bridges = "{count} bridges join islands and exclaves to their nearest neighbour."
    assert in_words(bridges, 2).format(count=2) in log_of(dialog)
    close(dialog)
    assert joined["MAX_DEVIATION_PCT"] < 5.0
    apart = result(dialog_for("balance", {**asked, "INPUT": selected, "COUNT": 3, "BRIDGE": False}))
    assert 93.5 < apart["LOWER_BOUND_PCT"] < 93.6
    areas.removeSelection()


def little_change(iface, folder):
    areas = layer("Municipalities")
    asked = {
        "INPUT": areas.id(),
        "BALANCE_FIELDS": ["potential"],
        "TERRITORY_FIELD": "rep_now",
        **people(),
        "MAX_CHANGE": 5,
    }
    found = result(shown_dialog("balance", asked, folder / "little_change_dialog.webp"))
    assert found["START_MAX_DEVIATION_PCT"] > 40.0
    assert found["CHANGED_PCT"] <= 5.0
    assert found["MAX_DEVIATION_PCT"] < found["START_MAX_DEVIATION_PCT"]
    changed = layer("Areas by territory")
    compared = result(
        dialog_for(
            "compare",
            {
                "INPUT": changed.id(),
                "BEFORE_FIELD": "rep_now",
                "AFTER_FIELD": "territory",
                "BALANCE_FIELDS": ["potential"],
                **people(),
            },
        )
    )
    assert compared["CHANGED_PCT"] <= 5.0
    handed_over = layer("Areas that change hands")
    picture(iface, folder, "little_change_map", [layer("Representatives"), handed_over, areas])
    more = result(dialog_for("balance", {**asked, "MAX_CHANGE": 15}))
    assert more["CHANGED_PCT"] <= 15.0
    assert more["MAX_DEVIATION_PCT"] < 10.0
    return {
        "before": found["START_MAX_DEVIATION_PCT"],
        "five": found["MAX_DEVIATION_PCT"],
        "fifteen": more["MAX_DEVIATION_PCT"],
        "km": [found["START_MEAN_DISTANCE_M"], found["MEAN_DISTANCE_M"], more["MEAN_DISTANCE_M"]],
    }


def fixed_and_half_time(iface, folder):
    asked = {
        "INPUT": layer("Municipalities").id(),
        "BALANCE_FIELDS": ["potential"],
        **people(),
        "TARGET_FIELD": "share",
        "FIXED_FIELD": "stays",
    }
    found = result(dialog_for("balance", asked))
    assert found["MAX_DEVIATION_PCT"] < 2.0
    assert found["RESITED_MEAN_DISTANCE_M"] < found["MEAN_DISTANCE_M"]
    homes, territories = layer("Homes after balancing"), layer("Territories")
    picture(iface, folder, "fixed_map", [homes, layer("Representatives"), territories])
    totals = {row["territory"]: row["potential"] for row in territories.getFeatures()}
    assert 0.45 < totals["Emma"] / totals["Anna"] < 0.55
    return {"found": [found["MEAN_DISTANCE_M"], found["RESITED_MEAN_DISTANCE_M"]]}


def leaves_and_joins(iface, folder):
    asked = {
        "INPUT": layer("Municipalities").id(),
        "BALANCE_FIELDS": ["potential"],
        "TERRITORY_FIELD": "rep_now",
        **people("Representatives next year"),
        "MAX_CHANGE": 30,
    }
    dialog = dialog_for("balance", asked)
    found = run(dialog)
    log = log_of(dialog)
    show_line(dialog, ": Ben")
    save(dialog, folder / "leaves_log.webp")
    close(dialog)
    assert "Ben" in log
    assert "Felix" in log
    assert found["CHANGED_PCT"] < 45.0  # 30 %, and what Ben had
    assert found["MAX_DEVIATION_PCT"] < 20.0
    territories = layer("Territories")
    names = {row["territory"] for row in territories.getFeatures()}
    assert names == {"Anna", "Clara", "David", "Emma", "Felix"}
    picture(iface, folder, "leaves_map", [layer("Representatives next year"), territories])
    return {"changed": found["CHANGED_PCT"], "deviation": found["MAX_DEVIATION_PCT"]}


def portfolios(iface, folder):
    customers = layer("Customers")
    asked = {
        "INPUT": customers.id(),
        **people(),
        "MIN_COUNT": 100,
        "MAX_COUNT": 140,
        "LIMITS": ["revenue", "18%", "22%"],
        "CURRENT_FIELD": "rep_now",
        "MIN_RETENTION": 50,
        "PREASSIGNED_FIELD": "fixed_rep",
    }
    found = result(shown_dialog("clustercustomers", asked, folder / "portfolios_dialog.webp"))
    assert found["RETAINED_PCT"] > 50.0
    made = layer("Customers by territory")
    for row in made.getFeatures():
        assert row["fixed_rep"] in (None, row["territory"]) or not row["fixed_rep"]
    picture(iface, folder, "portfolios_map", [layer("Centres"), made])
    # Mistakes: limits that contradict each other, money as text, degrees read as metres.
    dialog = dialog_for("clustercustomers", {**asked, "MIN_COUNT": 130})
    assert "650" in refused(dialog)
    save(dialog, folder / "portfolios_too_many.webp")
    close(dialog)
    csv = Path(QgsProject.instance().absolutePath()) / "customers_from_a_spreadsheet.csv"
    source = f"file://{csv}?xField=lon&yField=lat&crs=EPSG:4326&detectTypes=yes"
    sheet = QgsVectorLayer(source, "From a spreadsheet", "delimitedtext")
    assert sheet.featureCount() == 60
    QgsProject.instance().addMapLayer(sheet)
    dialog = dialog_for(
        "clustercustomers", {"INPUT": sheet.id(), "COUNT": 3, "LIMITS": ["revenue", "20%", ""]}
    )
    text = refused(dialog)
    assert "revenue" in text
    assert "regexp_replace" in text
    save(dialog, folder / "portfolios_text.webp")
    close(dialog)
    degrees(csv, folder)
    return {"retained": found["RETAINED_PCT"], "text": text[-700:]}


def degrees(csv, folder):
    """The same table with the project's reference system, and with X and Y exchanged."""
    for x, y, crs, said in (
        ("lon", "lat", "EPSG:25832", "EPSG:25832"),
        ("lat", "lon", "EPSG:4326", "896 km"),
    ):
        source = f"file://{csv}?xField={x}&yField={y}&crs={crs}&detectTypes=yes"
        sheet = QgsVectorLayer(source, f"{x}, {y}, {crs}", "delimitedtext")
        QgsProject.instance().addMapLayer(sheet)
        dialog = dialog_for("clustercustomers", {"INPUT": sheet.id(), **people()})
        run(dialog)
        assert said in log_of(dialog), log_of(dialog)
        if crs == "EPSG:25832":
            show_line(dialog, said)
            save(dialog, folder / "portfolios_degrees.webp")
        close(dialog)


def depots(iface, folder):
    asked = {
        "INPUT": layer("Customers").id(),
        "WEIGHT_FIELD": "visits",
        "COUNT_MIN": 1,
        "COUNT_MAX": 6,
        "EXISTING": layer("Depot").id(),
        "OPENING_COST": 20_000,
        "TRANSPORT_COST": 2,
    }
    found = result(shown_dialog("greenfield", asked, folder / "depots_dialog.webp"))
    best = found["BEST_COUNT"]
    assert 1 < best < 6
    picture(
        iface,
        folder,
        "depots_map",
        [layer("Centres"), layer("Depot"), layer("Customers by centre")],
    )
    dearer = result(dialog_for("greenfield", {**asked, "OPENING_COST": 200_000}))
    assert dearer["BEST_COUNT"] <= best
    return {"best": best, "cost": found["TOTAL_COST"], "dearer": dearer["BEST_COUNT"]}


def workbench(iface, folder):
    window = iface.mainWindow()
    window.findChild(QAction, "territoryDesignWorkbenchAction").trigger()
    pause(30)
    bench = qgis.utils.plugins["territory_design"].entries.workbench
    run_page, plan_page = bench.dock.run, bench.dock.plan
    settings = bench.dock.setup.settings()
    bench.dock.show_page(bench.dock.setup)
    settle(iface)
    save(window, folder / "workbench_setup.webp")
    run_page.max_seconds.setValue(WORKBENCH["seconds"])
    run_page.run_button.click()
    wait(lambda: bench.session is not None or run_page.message.text(), 120)
    assert bench.session is not None, run_page.message.text()
    session = bench.session
    names = [row.name for row in plan_page.table.rows.rows]
    german = QgsApplication.locale().startswith("de")
    first = bench.alternatives.keep("Wie die Suche ihn fand" if german else "As the search has it")
    # One area of somebody else, as a click with the brush gives it.
    plan_page.table.select(0)
    row = next(
        row
        for row in range(len(session.case.fids))
        if len(session.preview(np.array([row]), 0).stroke)
        and session.preview(np.array([row]), 0).allowed
    )
    session.give(np.array([row]), 0)
    bench.dock.show_page(plan_page)
    iface.messageBar().clearWidgets()  # that the run has ended is seen
    settle(iface)
    save(window, folder / "workbench_plan.webp")
    save_small(iface, folder / "workbench_small.webp")
    second = bench.alternatives.keep(
        "Mit einem Dorf mehr" if german else "With one village more for the first"
    )
    assert first != second
    bench.dock.show_page(bench.dock.alternatives)
    settle(iface)
    save(window, folder / "workbench_alternatives.webp")
    bench.dock.show_page(plan_page)
    save_dark(iface, folder / "workbench_dark.webp")
    kept = [one.name for one in bench.alternatives.store().plans()]
    assert len(kept) == 2
    return {"settings": str(settings), "names": names, "kept": kept}


TUTORIALS = (
    *(from_nothing, little_change, fixed_and_half_time, leaves_and_joins),
    *(portfolios, depots, workbench),
)


def play(iface, folder, names=None):
    """Tutorials (all, or some by name), each in an example of its own; what they tell, by name."""
    told = {}
    for tutorial in TUTORIALS:
        name = tutorial.__name__
        if names is not None and name not in names:
            continue
        (folder / name).mkdir()
        open_example(iface, folder / name).close()
        told[name] = tutorial(iface, folder)
        QgsProject.instance().setDirty(False)
    return told
