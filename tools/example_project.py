"""Make the example project that the plugin brings along (``example/``) from ``examples/``.

    tools/run.sh .venv/bin/python tools/example_project.py

Geometry, population, towns and roads are open data; representatives, customers, the depot, the
potential and the current plan are made up (with fixed seeds), and so are the roads between
neighbouring towns beyond the part of the region that ``roads_heidelberg.gpkg`` covers.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from pathlib import Path

import numpy as np
from demo import load_plugin
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsLayerTreeGroup,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
    QgsRendererCategory,
    QgsSettings,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.core import QgsCategorizedSymbolRenderer as Categorized
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial import cKDTree

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "examples"
FOLDER = ROOT / "example"
GEOPACKAGE = FOLDER / "heidelberg.gpkg"
UTM32 = "EPSG:25832"
# Heidelberg, Mannheim, Rhein-Neckar-Kreis, Bergstraße, Neckar-Odenwald-Kreis, Ludwigshafen,
# Rhein-Pfalz-Kreis, Speyer, Frankenthal
DISTRICTS = ("08221", "08222", "08226", "06431", "08225", "07314", "07338", "07318", "07311")
# id, town, share of full working time, stays where he or she lives
TODAY = (
    ("Anna", "Heidelberg", 1.0, True),
    ("Ben", "Weinheim", 1.0, True),
    ("Clara", "Speyer", 1.0, False),
    ("David", "Mosbach", 1.0, False),
    ("Emma", "Ludwigshafen am Rhein", 0.5, False),
)
NEXT_YEAR = (*(row for row in TODAY if row[0] != "Ben"), ("Felix", "Bensheim", 1.0, False))
CUSTOMERS = 600
SMALL_ROADS = ("residential", "living_street", "road")
KEEPS_LINE_M = 15.0  # simplification of roads; their ends stay, or they would not meet
COVERED_M = 1_000.0  # a town this near to a road of OpenStreetMap needs no other
MADE_UP_KMH = 50  # along the straight line between two towns


def memory_layer(kind: str, fields: str, rows: Iterable[tuple], name: str) -> QgsVectorLayer:
    """A layer from rows of (geometry, values…); kind "none" has no geometry."""
    layer = QgsVectorLayer(
        f"{kind}?crs={UTM32}&field={fields.replace(', ', '&field=')}", name, "memory"
    )
    features = []
    for geometry, *values in rows:
        feature = QgsFeature(layer.fields())
        feature.setGeometry(geometry)
        feature.setAttributes(values)
        features.append(feature)
    added, _ = layer.dataProvider().addFeatures(features)
    assert added, layer.dataProvider().lastError()
    layer.updateExtents()
    return layer


def save(layer: QgsVectorLayer, name: str) -> None:
    """The layer as a table of the GeoPackage."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = name
    if GEOPACKAGE.exists():
        options.actionOnExistingFile = (
            QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
        )
    code, problem, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(GEOPACKAGE), layer.transformContext(), options
    )
    assert code == QgsVectorFileWriter.WriterError.NoError, problem


def towns() -> dict[str, QgsPointXY]:
    """The largest place of GeoNames of each name, and where it lies."""
    places: dict[str, tuple[int, QgsPointXY]] = {}
    for feature in QgsVectorLayer(str(SOURCES / "cities_de_1000.gpkg"), "", "ogr").getFeatures():
        entry = (feature["population"], feature.geometry().asPoint())
        places[feature["name"]] = max(places.get(feature["name"], entry), entry, key=lambda e: e[0])
    return {name: point for name, (_, point) in places.items()}


def municipalities() -> list[tuple]:
    """Rows (geometry, ags, name, district, population, potential), potential made up.

    It grows more slowly than the population, so that no city has more than a territory.
    """
    source = QgsVectorLayer(
        f"{SOURCES / 'germany_municipalities.gpkg'}|layername=municipalities", "", "ogr"
    )
    wanted = ", ".join(f"'{district}'" for district in DISTRICTS)
    request = QgsFeatureRequest().setFilterExpression(f"kreis IN ({wanted})")
    rng = np.random.default_rng(16)
    rows = []
    for feature in sorted(source.getFeatures(request), key=lambda f: f["ags"]):
        people = int(feature["pop2018"])
        potential = round(people**0.8 * rng.uniform(0.7, 1.3))
        name, kreis = feature["gen"], feature["kreis"]
        rows.append((feature.geometry(), feature["ags"], name, kreis, people, potential))
    return rows


def centre_of(geometry: QgsGeometry, places: list[QgsPointXY]) -> QgsPointXY:
    """A town inside the municipality, else any point inside."""
    inside = [place for place in places if geometry.contains(place)]
    return inside[0] if inside else geometry.pointOnSurface().asPoint()


def osm_roads() -> tuple[list[tuple], np.ndarray]:
    """Rows of the connected through roads, and where they begin and end, shape (n, 2)."""
    layer = QgsVectorLayer(str(SOURCES / "roads_heidelberg.gpkg"), "", "ogr")
    kept = [f for f in layer.getFeatures() if f["highway"] not in SMALL_ROADS]
    ends = np.array([(f["from_node"], f["to_node"]) for f in kept])
    nodes, numbers = np.unique(ends, return_inverse=True)
    numbers = numbers.reshape(ends.shape)
    graph = coo_array((np.ones(len(kept)), (numbers[:, 0], numbers[:, 1])), 2 * (len(nodes),))
    _, part = connected_components(graph, directed=False)
    giant = np.bincount(part).argmax()
    rows, places = [], []
    for feature, number in zip(kept, numbers[:, 0]):
        if part[number] == giant:
            line = feature.geometry().simplify(KEEPS_LINE_M)
            line.convertToSingleType()
            direction = feature["direction"]
            rows.append(
                (line, feature["highway"], feature["speed_kmh"], direction, "OpenStreetMap")
            )
            vertices = line.asPolyline()
            places += [vertices[0], vertices[-1]]
    return rows, np.array([(point.x(), point.y()) for point in places])


def made_up_roads(
    centres: dict[str, QgsPointXY], pairs: Iterable[tuple[str, str]], known: np.ndarray
) -> list[tuple]:
    """Straight roads between neighbouring towns, unless OpenStreetMap reaches both of them."""
    names = list(centres)
    points = np.array([(centres[name].x(), centres[name].y()) for name in names])
    distance, nearest = cKDTree(known).query(points)
    covered = {name for name, near in zip(names, distance) if near < COVERED_M}
    node = {
        name: QgsPointXY(*known[at]) if name in covered else centres[name]
        for name, at in zip(names, nearest)
    }
    return [
        (
            QgsGeometry.fromPolylineXY([node[one], node[other]]),
            *("between towns", MADE_UP_KMH, "B", "made up"),
        )
        for one, other in pairs
        if not {one, other} <= covered
    ]


def customers(areas: list[tuple], centres: dict[str, QgsPointXY], plan: dict) -> list[tuple]:
    """Rows of customers around the towns, more of them where there is more potential."""
    rng = np.random.default_rng(600)
    potential = np.array([row[5] for row in areas], dtype=float)
    counts = rng.multinomial(CUSTOMERS, potential / potential.sum())
    people = sorted(set(plan.values()))
    rows: list[tuple] = []
    for (geometry, ags, name, *_), count in zip(areas, counts):
        spread = 0.25 * geometry.area() ** 0.5
        here = 0
        while here < count:
            step = rng.normal(0.0, spread, 2)
            point = QgsGeometry.fromPointXY(
                QgsPointXY(centres[ags].x() + step[0], centres[ags].y() + step[1])
            )
            if not geometry.contains(point):
                continue
            here += 1
            number = len(rows) + 1
            # One in twelve is looked after by somebody from elsewhere, as it grows over the years.
            rep = plan[ags] if rng.random() > 1 / 12 else str(rng.choice(people))
            revenue = float(np.round(rng.lognormal(9.0, 0.8), -1))
            visits = int(np.clip(rng.poisson(2 + revenue / 6000), 1, 24))
            fixed = rep if number in (40, 180, 333, 512) else None
            rows.append((point, f"K{number:04d}", name, revenue, visits, rep, fixed))
    return rows


def representatives(people: Iterable[tuple], places: dict[str, QgsPointXY]) -> list[tuple]:
    return [
        (QgsGeometry.fromPointXY(places[town]), name, town, share, stays)
        for name, town, share, stays in people
    ]


def write_raw_csv(rows: list[tuple]) -> None:
    """A customer list as it comes from a spreadsheet: money as text, places in degrees."""
    to_degrees = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem(UTM32),
        QgsCoordinateReferenceSystem("EPSG:4326"),
        QgsProject.instance(),
    )
    with (FOLDER / "customers_from_a_spreadsheet.csv").open(
        "w", newline="", encoding="utf-8"
    ) as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("customer_id", "town", "lat", "lon", "revenue"))
        for geometry, identifier, town, revenue, *_ in rows[::10]:
            point = to_degrees.transform(geometry.asPoint())
            money = f"{revenue:,.2f}".translate(str.maketrans(",.", ".,")) + " €"
            writer.writerow((identifier, town, f"{point.y():.5f}", f"{point.x():.5f}", money))


def table(name: str, title: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(f"{GEOPACKAGE}|layername={name}", title, "ogr")
    assert layer.isValid(), name
    return layer


def styled_project() -> None:
    """The project with its layers, styled as the plugin styles its own."""
    from territory_design.core.plan.colours import colours_around
    from territory_design.processing_provider.outputs.looks.labels import set_labels
    from territory_design.processing_provider.outputs.looks.map_tips import set_map_tip
    from territory_design.processing_provider.outputs.looks.styles import TerritoryColours

    project = QgsProject.instance()
    project.clear()
    project.setCrs(QgsCoordinateReferenceSystem(UTM32))
    project.setTitle("Territory Design: Heidelberg region")
    areas = table("municipalities", "Municipalities")
    today = table("representatives", "Representatives")
    next_year = table("representatives_next_year", "Representatives next year")
    clients = table("customers", "Customers")
    depot = table("depot", "Depot")
    roads = table("roads", "Roads")
    homes = list(today.getFeatures())
    spots = np.array([(f.geometry().asPoint().x(), f.geometry().asPoint().y()) for f in homes])
    colours = TerritoryColours(dict(zip([f["rep_id"] for f in homes], colours_around(spots))))
    for layer in (areas, clients):
        colours._categorise(layer, _symbol(layer), "rep_now")
        set_map_tip(layer)
    colours.labelled_representatives(today, "rep_id")
    TerritoryColours(
        dict.fromkeys([row[0] for row in NEXT_YEAR], "#ffffff")
    ).labelled_representatives(next_year, "rep_id")
    set_labels(areas, '"name"', size=6.5)
    areas.setLabelsEnabled(False)
    depot.renderer().setSymbol(
        QgsMarkerSymbol.createSimple(
            {"name": "square", "color": "#e58f37", "size": "3.6", "outline_color": "#26323a"}
        )
    )
    looks = {
        "OpenStreetMap": {"line_color": "#8a8f94", "line_width": "0.26"},
        "made up": {"line_color": "#8a8f94", "line_width": "0.26", "line_style": "dash"},
    }
    categories = [
        QgsRendererCategory(value, QgsLineSymbol.createSimple(look), value)
        for value, look in looks.items()
    ]
    roads.setRenderer(Categorized("source", categories))
    group = project.layerTreeRoot().addGroup("Heidelberg region")
    for layer, shown in (
        *((today, True), (next_year, False), (depot, False), (clients, False)),
        *((roads, False), (areas, True)),
    ):
        add(project, group, layer, shown)
    extent = QgsRectangle(areas.extent())
    extent.scale(1.05)
    view = QgsReferencedRectangle(extent, areas.crs())
    project.viewSettings().setDefaultViewExtent(view)
    assert project.write(str(FOLDER / "heidelberg.qgz"))


def _symbol(layer: QgsVectorLayer):
    from territory_design.processing_provider.outputs.looks.labels import is_polygon
    from territory_design.processing_provider.outputs.looks.symbols import (
        area_symbol,
        customer_symbol,
    )

    return area_symbol if is_polygon(layer) else customer_symbol


def add(project: QgsProject, group: QgsLayerTreeGroup, layer: QgsVectorLayer, shown: bool) -> None:
    project.addMapLayer(layer, False)
    node = group.addLayer(layer)
    node.setItemVisibilityChecked(shown)
    node.setExpanded(False)


def main() -> None:
    application = QgsApplication([], True)
    application.initQgis()
    QgsSettings().setValue("qgis/walForSqlite3", False)
    plugin = load_plugin()
    import processing

    for old in (GEOPACKAGE, FOLDER / "heidelberg.qgz"):
        old.unlink(missing_ok=True)
    FOLDER.mkdir(exist_ok=True)
    places = towns()
    areas = municipalities()
    centres = {row[1]: centre_of(row[0], list(places.values())) for row in areas}
    fields = "ags:string, name:string, district:string, population:integer, potential:integer"
    bare = memory_layer("MultiPolygon", fields, areas, "municipalities")
    people = "rep_id:string, town:string, share:double, stays:boolean"
    today = memory_layer("Point", people, representatives(TODAY, places), "representatives")
    nearest = processing.run(
        "territory:nearestrep",
        {"INPUT": bare, "REPS": today, "REP_ID_FIELD": "rep_id", "OUTPUT": "memory:"},
    )["OUTPUT"]
    plan = {feature["ags"]: feature["territory"] for feature in nearest.getFeatures()}
    edges = processing.run(
        "territory:adjacency", {"INPUT": bare, "ID_FIELD": "ags", "OUTPUT": "memory:"}
    )["OUTPUT"]
    pairs = [(edge["from_id"], edge["to_id"]) for edge in edges.getFeatures()]
    roads, known = osm_roads()
    roads += made_up_roads(centres, sorted(pairs), known)
    rows = customers(areas, centres, plan)
    save(
        memory_layer(
            "MultiPolygon",
            f"{fields}, rep_now:string",
            [(*row, plan[row[1]]) for row in areas],
            "municipalities",
        ),
        "municipalities",
    )
    save(today, "representatives")
    save(
        memory_layer("Point", people, representatives(NEXT_YEAR, places), "next"),
        "representatives_next_year",
    )
    client = (
        "customer_id:string, town:string, revenue:double, visits:integer, rep_now:string, "
        "fixed_rep:string"
    )
    save(memory_layer("Point", client, rows, "customers"), "customers")
    depot = QgsGeometry.fromPointXY(places["Mannheim"])
    depot_fields = "depot_id:string, capacity:integer"
    save(memory_layer("Point", depot_fields, [(depot, "Mannheim", 1_500)], "depot"), "depot")
    road_fields = "highway:string, speed_kmh:integer, direction:string, source:string"
    save(memory_layer("LineString", road_fields, roads, "roads"), "roads")
    write_raw_csv(rows)
    with (FOLDER / "assignment.csv").open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("ags", "representative"))
        writer.writerows(sorted(plan.items()))
    styled_project()
    QgsProject.instance().clear()
    plugin.unload()
    application.exitQgis()
    for path in sorted(FOLDER.iterdir()):
        print(f"  {path.name:40} {path.stat().st_size / 1e3:>9,.0f} kB")


if __name__ == "__main__":
    main()
