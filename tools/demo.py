"""The main job on real data: nearest representative, balance, styled territories.

Run by ``make demo``. Leaves a GeoPackage, a QGIS project, maps, charts and two reports in
``build/demo/`` and prints how good the territories are. The report of Germany knows kilometres
alone, as there is no road network of it here; that of the region around Heidelberg tells the
same story with hours: today's plan from today's homes, balanced, and from new homes.
"""

from __future__ import annotations

import base64
import importlib.util
import json
import resource
import shutil
import sys
import time
from pathlib import Path

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsLayoutExporter,
    QgsLayoutItemLabel,
    QgsLayoutItemMap,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingUtils,
    QgsProject,
    QgsRectangle,
    QgsSettings,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QFont

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "build" / "demo"
GEOPACKAGE = FOLDER / "territories.gpkg"
AREAS = f"{ROOT / 'examples' / 'germany_municipalities.gpkg'}|layername=municipalities"
REPRESENTATIVES = str(ROOT / "examples" / "representatives.gpkg")
SOURCE_NOTE = (
    "Municipalities © GeoBasis-DE / BKG (dl-de/by-2-0), simplified. Farms and homes are synthetic."
)
REGION = f"{ROOT / 'example' / 'heidelberg.gpkg'}|layername="
STORY = FOLDER / "report_with_hours.html"
COST_PER_HOUR = 10.0  # what the thesis reckons with (section 5.1.5), in euros
MAP_DPI = 110
PROGRESS_STEP = 10


class ConsoleFeedback(QgsProcessingFeedback):
    """Shows messages and every tenth percent, so that one sees that it works."""

    def __init__(self) -> None:
        super().__init__(False)
        self._shown = 0
        self.progressChanged.connect(self._show)

    def _show(self, percent: float) -> None:
        step = int(percent // PROGRESS_STEP) * PROGRESS_STEP
        if step > self._shown:
            self._shown = step
            print(f"    {step:3d} %", flush=True)

    def pushInfo(self, info: str) -> None:  # noqa: N802
        print(f"    {info}", flush=True)

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        print(f"    note: {warning}", flush=True)


def load_plugin():
    """Import the repository root as the package that QGIS knows, and register it."""
    spec = importlib.util.spec_from_file_location(
        "territory_design", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["territory_design"] = package
    spec.loader.exec_module(package)
    from territory_design.plugin import TerritoryDesignPlugin

    plugin = TerritoryDesignPlugin(None)
    plugin.initProcessing()
    return plugin


def table(name: str) -> str:
    """Destination of one layer in the GeoPackage."""
    return f"ogr:dbname='{GEOPACKAGE}' table=\"{name}\" (geom)"


def run(algorithm: str, parameters: dict, names: dict[str, str]) -> dict:
    """Run an algorithm and load its layers, styled, into the project, as QGIS does."""
    print(f"\n{algorithm}", flush=True)
    project = QgsProject.instance()
    context = QgsProcessingContext()
    context.setProject(project)
    feedback = ConsoleFeedback()
    instance = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
    parameters = parameters | {
        key: name if name.endswith(".csv") else table(name) for key, name in names.items()
    }
    for key in names:
        definition = QgsProcessingOutputLayerDefinition(parameters[key], project)
        definition.destinationName = instance.parameterDefinition(key).description()
        parameters[key] = definition
    started = time.perf_counter()
    results, ok = instance.run(parameters, context, feedback)
    if not ok:
        raise SystemExit(f"{algorithm} failed")
    results["WALL_SECONDS"] = time.perf_counter() - started
    layers, by_output = [], {}
    for identifier, detail in context.layersToLoadOnCompletion().items():
        layer = QgsProcessingUtils.mapLayerFromString(identifier, context)
        layer.setName(detail.name)
        if detail.postProcessor() is not None:
            detail.postProcessor().postProcessLayer(layer, context, feedback)
        context.takeResultLayer(layer.id())
        layers.append((detail.layerSortKey, layer))
        by_output[detail.outputName] = layer
    group = project.layerTreeRoot().insertGroup(0, names_title(names))
    for _, layer in sorted(layers, key=lambda item: -item[0]):
        project.addMapLayer(layer, False)
        group.addLayer(layer)
    return results | {"GROUP": group, "LAYERS": by_output}


def names_title(names: dict[str, str]) -> str:
    """Heading of a group of layers."""
    first = next(iter(names.values()))
    return "Before: nearest representative" if first.endswith("before") else "After: balanced"


def draw_map(title: str, group, path: Path) -> None:
    """Draw the layers of a group as a print layout and export it."""
    project = QgsProject.instance()
    layers = [node.layer() for node in group.findLayers() if node.layer().isSpatial()]
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName(title)
    page = layout.pageCollection().page(0)
    page.setPageSize(QgsLayoutSize(180, 235))
    item = QgsLayoutItemMap(layout)
    item.attemptMove(QgsLayoutPoint(5, 17))
    item.attemptResize(QgsLayoutSize(170, 205))
    item.setLayers(layers)
    item.setKeepLayerSet(True)
    extent = QgsRectangle()
    for layer in layers:
        extent.combineExtentWith(layer.extent())
    extent.scale(1.04)
    item.zoomToExtent(extent)
    layout.addLayoutItem(item)
    for text, size, top, bold in ((title, 15, 4, True), (SOURCE_NOTE, 7, 226, False)):
        label = QgsLayoutItemLabel(layout)
        style = QgsTextFormat()
        font = QFont("Open Sans")
        font.setBold(bold)
        style.setFont(font)
        style.setSize(size)
        label.setTextFormat(style)
        label.setText(text)
        label.attemptMove(QgsLayoutPoint(6, top))
        label.attemptResize(QgsLayoutSize(170, 9))
        layout.addLayoutItem(label)
    project.layoutManager().addLayout(layout)
    image = QgsLayoutExporter(layout).renderPageToImage(0, dpi=MAP_DPI)
    if not image.save(str(path)):
        raise SystemExit(f"{path} could not be written")


def draw_charts(convergence: QgsVectorLayer) -> None:
    """Convergence of the search as a PNG."""
    from territory_design.core.balance.convergence import CONVERGENCE_COLUMNS
    from territory_design.processing_provider.reports.balance import convergence_chart

    rows = [
        tuple(float(feature[name]) for name in CONVERGENCE_COLUMNS)
        for feature in convergence.getFeatures()
    ]
    chart = convergence_chart(sorted(rows))
    if chart is not None:
        (FOLDER / "convergence.png").write_bytes(base64.b64decode(chart.png()))


def work_out(algorithm: str, **parameters: object) -> dict:
    """Run an algorithm without loading anything."""
    print(f"\n{algorithm}", flush=True)
    instance = QgsApplication.processingRegistry().createAlgorithmById(algorithm)
    context = QgsProcessingContext()
    context.setEllipsoid("EPSG:7030")
    results, ok = instance.run(parameters, context, ConsoleFeedback())
    if not ok:
        raise SystemExit(f"{algorithm} failed")
    return results


def tell_story_with_hours() -> dict:
    """Today's plan of a region, balanced and re-sited, with travel on its roads."""
    areas, people = f"{REGION}municipalities", f"{REGION}representatives"
    costs, plan, homes = (
        str(FOLDER / f"region_{name}.gpkg") for name in ("costs", "plan", "homes")
    )
    work_out(
        "territory:costmatrix",
        ORIGINS=areas,
        ORIGIN_ID="ags",
        DESTINATIONS=areas,
        DESTINATION_ID="ags",
        METHOD=1,
        NETWORK=f"{REGION}roads",
        SPEED_FIELD="speed_kmh",
        OUTPUT=costs,
    )
    common = {"REPS": people, "REP_ID_FIELD": "rep_id", "BALANCE_FIELDS": ["potential"]}
    common |= {"COST_MATRIX": costs, "AREA_ID_FIELD": "ags"}
    work_out(
        "territory:balance",
        INPUT=areas,
        TERRITORY_FIELD="rep_now",
        NAME_FIELD="name",
        OUTPUT=plan,
        REPORT=str(STORY),
        **common,
    )
    work_out(
        "territory:resitereps",
        INPUT=plan,
        TERRITORY_FIELD="territory",
        WEIGHT_FIELD="potential",
        REPS=people,
        REP_ID_FIELD="rep_id",
        COST_MATRIX=costs,
        AREA_ID_FIELD="ags",
        OUTPUT=homes,
    )
    return work_out(
        "territory:compare",
        INPUT=plan,
        BEFORE_FIELD="rep_now",
        AFTER_FIELD="territory",
        REPS_AFTER=homes,
        COST_PER_HOUR=COST_PER_HOUR,
        OUTPUT="memory:",
        **common,
    )


def print_story(figures: dict) -> None:
    """The story with hours, as the report tells it."""
    rows = (
        ("worst deviation", "MAX_DEVIATION_PCT", "%", 2),
        ("σ from the target", "SIGMA_PCT", "%", 2),
        ("travel, one trip to each area", "TRAVEL_KM", "km", 0),
        ("", "TRAVEL_H", "h", 1),
    )
    print(f"\n{'Region around Heidelberg':30}{'today':>16}{'balanced':>16}{'re-sited':>16}")
    for label, key, unit, digits in rows:
        values = [figures[f"{when}_{key}"] for when in ("BEFORE", "AFTER")]
        # New homes do not change who has what.
        values.append(figures.get(f"RESITED_{key}", figures[f"AFTER_{key}"]))
        print(f"{label:30}" + "".join(f"{value:>13,.{digits}f} {unit:<2}" for value in values))
    print(
        f"saving at {COST_PER_HOUR:.0f} € per hour, one trip to each area: "
        f"{figures['SAVING']:,.0f} € (less than nothing is the price of equal shares)"
    )


def print_table(before: dict, after: dict) -> None:
    """Figures before and after, as text and as JSON."""
    rows = (
        ("worst deviation", "START_MAX_DEVIATION_PCT", "MAX_DEVIATION_PCT", "%", 1.0, 2),
        ("σ of the totals", "START_CV_PCT", "CV_PCT", "%", 1.0, 2),
        ("contiguous parts", "START_PARTS", "PARTS", "", 1.0, 0),
        ("mean trip from the homes", "START_MEAN_DISTANCE_M", "MEAN_DISTANCE_M", "km", 1e3, 1),
        ("length of borders", "START_BORDER_LENGTH_M", "BORDER_LENGTH_M", "km", 1e3, 0),
    )
    print(f"\n{'':30}{'nearest rep.':>16}{'balanced':>16}")
    for label, start, end, unit, scale, digits in rows:
        values = [f"{after[key] / scale:,.{digits}f} {unit}".strip() for key in (start, end)]
        print(f"{label:30}{values[0]:>16}{values[1]:>16}")
    seconds = before["WALL_SECONDS"], after["WALL_SECONDS"]
    print(f"{'seconds, reading to writing':30}{seconds[0]:>14.1f} s{seconds[1]:>14.1f} s")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"\nhomes outside their territory: {after['HOMES_OUTSIDE']}; mean trip "
        f"{after['MEAN_DISTANCE_M'] / 1e3:.1f} km, no plan this balanced can be below "
        f"{after['MEAN_DISTANCE_BOUND_M'] / 1e3:.1f} km; from the best home in each territory "
        f"{after['RESITED_MEAN_DISTANCE_M'] / 1e3:.1f} km"
    )
    print(
        f"search {after['SECONDS']:.1f} s, {after['GENERATIONS']} generations, status "
        f"{after['STATUS']}; no plan can deviate less than {after['LOWER_BOUND_PCT']:.4f} %; "
        f"peak memory {memory:,.0f} MB"
    )
    plain = {
        name: {key: value for key, value in run.items() if isinstance(value, (int, float, str))}
        for name, run in (("nearest", before), ("balanced", after))
    }
    (FOLDER / "figures.json").write_text(json.dumps(plain, indent=1), encoding="utf-8")


def main() -> None:
    """Run the chain and leave everything in ``build/demo``."""
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    application = QgsApplication([], True)
    application.initQgis()
    QgsSettings().setValue("qgis/walForSqlite3", False)  # leaves the examples untouched
    plugin = load_plugin()
    print(f"Territory Design with QGIS {Qgis.version()}")
    print("10,946 municipalities, 27 representatives; farms are synthetic (see examples/README.md)")
    common = {"INPUT": AREAS, "REPS": REPRESENTATIVES, "REP_ID_FIELD": "rep_id"}
    before = run(
        "territory:nearestrep",
        common | {"WEIGHT_FIELD": "farms"},
        {"OUTPUT": "areas_before", "TERRITORIES": "territories_before"},
    )
    after = run(
        "territory:balance",
        common | {"BALANCE_FIELDS": ["farms"], "REPORT": str(FOLDER / "report.html")},
        {
            "OUTPUT": "areas_after",
            "TERRITORIES": "territories_after",
            "REPS_OUT": "representatives_after",
            "CONVERGENCE": str(FOLDER / "convergence.csv"),
        },
    )
    project = QgsProject.instance()
    project.setTitle("Territory Design: farms of Germany, 27 territories")
    project.setCrs(QgsVectorLayer(AREAS, "", "ogr").crs())
    print("\nDrawing maps …", flush=True)
    draw_map("Before: nearest representative", before["GROUP"], FOLDER / "before.png")
    draw_map("After: balanced by farms", after["GROUP"], FOLDER / "after.png")
    draw_charts(after["LAYERS"]["CONVERGENCE"])
    before["GROUP"].setItemVisibilityChecked(False)
    project.viewSettings().setDefaultViewExtent(project.viewSettings().fullExtent())
    project.write(str(FOLDER / "territories.qgz"))
    project.clear()
    print_table(before, after)
    print_story(tell_story_with_hours())
    print(f"\nResults in {FOLDER}:")
    for path in sorted(FOLDER.iterdir()):
        print(f"  {path.name:24} {path.stat().st_size / 1e3:>9,.0f} kB")
    plugin.unload()
    application.exitQgis()


if __name__ == "__main__":
    main()
