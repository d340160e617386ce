"""Random small layers: what shapes, reference systems, providers and values users bring along."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsGeometry,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

FEET = (
    "+proj=tmerc +lat_0=0 +lon_0=9 +k=0.9996 +x_0=500000 +y_0=0 +ellps=GRS80 +units=us-ft +no_defs"
)
ENGINEERING = (
    'ENGCRS["Building site",EDATUM["Gate"],CS[Cartesian,2],AXIS["x",east],AXIS["y",north],'
    'LENGTHUNIT["kilometre",1000]]'
)
NAMES = ("Ann", "<b>Bob</b>", 'O\'Neil "x"', "🐝 Müller", "[% 7*7 %]", "a;b,c|d", "{count}", "%1")
FIELDS_OF_OURS = ("territory", "distance_m", "fid", "outlier", "confidence_pct", "second_best")
DRIVERS = {"gpkg": "GPKG", "shp": "ESRI Shapefile", "geojson": "GeoJSON", "csv": "CSV"}


@dataclass(frozen=True)
class Place:
    """Where a map lies: reference system, lower left corner and size of a cell."""

    name: str
    crs: QgsCoordinateReferenceSystem
    east: float
    north: float
    size: float


def places() -> list[Place]:
    feet = QgsCoordinateReferenceSystem()
    feet.createFromProj(FEET)
    degrees = QgsCoordinateReferenceSystem("EPSG:4326")
    return [
        Place("UTM 32", QgsCoordinateReferenceSystem("EPSG:25832"), 500_000, 5_500_000, 1000),
        Place("degrees", degrees, 8.0, 49.0, 0.05),
        Place("web", QgsCoordinateReferenceSystem("EPSG:3857"), 900_000, 6_300_000, 1500),
        Place("across 180°", degrees, 179.9, -17.0, 0.05),
        Place("feet", feet, 1_640_416, 18_044_619, 3280),
        Place("no system", QgsCoordinateReferenceSystem(), 0, 0, 1000),
        Place("engineering", QgsCoordinateReferenceSystem.fromWkt(ENGINEERING), 0, 0, 2),
    ]


@dataclass
class Dice:
    """All random choices of a run; ``oddness`` is the share of values that are out of line."""

    rng: np.random.Generator
    oddness: float
    folder: Path
    drawn: list[str] = field(default_factory=list)
    """What was drawn, in words: the recipe of a finding."""

    def pick(self, choices):
        choices = list(choices)
        return choices[int(self.rng.integers(len(choices)))]

    def chance(self, share: float) -> bool:
        return bool(self.rng.random() < share)

    def odd(self) -> bool:
        return self.chance(self.oddness)

    def whole(self, low: int, high: int) -> int:
        return int(self.rng.integers(low, high + 1))


@dataclass
class Map:
    """A layer with what is known about it."""

    layer: QgsVectorLayer
    place: Place
    columns: int
    rows: int
    regular: bool
    """Whether all cells are there, as plain squares."""


# --- geometry ---------------------------------------------------------------------------------


def cell(place: Place, column: float, row: float) -> str:
    x, y, size = place.east + column * place.size, place.north + row * place.size, place.size
    if place.name == "across 180°" and x >= 180.0:
        x -= 360.0
    return f"Polygon (({x} {y}, {x + size} {y}, {x + size} {y + size}, {x} {y + size}, {x} {y}))"


def middle(place: Place, column: float, row: float) -> str:
    x, y = place.east + (column + 0.5) * place.size, place.north + (row + 0.5) * place.size
    return f"Point ({x - 360.0 if place.name == 'across 180°' and x >= 180.0 else x} {y})"


def odd_area(dice: Dice, place: Place, column: int, row: int) -> str | None:
    x, y, size = place.east + column * place.size, place.north + row * place.size, place.size
    plain = cell(place, column, row)
    bow_tie = f"Polygon (({x} {y}, {x + size} {y + size}, {x + size} {y}, {x} {y + size}, {x} {y}))"
    return dice.pick(
        [
            None,
            "Polygon EMPTY",
            bow_tie,
            cell(place, column + 0.4, row + 0.3),  # overlaps and leaves a gap
            cell(place, column + 40.0, row),  # an island far away
            cell(place, 0, 0),  # the same area again
            f"Polygon (({x} {y}, {x + size} {y}, {x} {y}))",  # no surface
            f"GeometryCollection ({plain}, Point ({x} {y}), LineString ({x} {y}, {x} {y + size}))",
            f"GeometryCollection (Point ({x} {y}))",
        ]
    )


def odd_point(dice: Dice, place: Place, column: int, row: int) -> str | None:
    spot = middle(place, column, row)
    return dice.pick(
        [None, "Point EMPTY", middle(place, 0, 0), middle(place, column + 500, row), spot]
    )


def coerced(text: str | None, layer: QgsVectorLayer) -> QgsGeometry | None:
    """The shape as the layer's type has it, where that is possible."""
    if text is None:
        return None
    if layer.wkbType() == QgsWkbTypes.GeometryCollection and not text.startswith("Geom"):
        text = f"GeometryCollection ({text})"
    geometry = QgsGeometry.fromWkt(text)
    parts = geometry.coerceToType(layer.wkbType())
    return parts[0] if parts else geometry


# --- values -----------------------------------------------------------------------------------


def numbers(dice: Dice, count: int) -> tuple[str, list]:
    kind = dice.pick(["integer", "double"])
    values: list = [dice.whole(1, 20) for _ in range(count)]
    if kind == "double":
        values = [float(value) + 0.25 for value in values]
    if not dice.odd():
        return kind, values
    flaw = dice.pick(["nan", "inf", "null", "negative", "huge", "zero", "text", "nulls", "other"])
    dice.drawn.append(f"numbers: {flaw}")
    if flaw == "text":
        style = dice.pick(["{}", "{} 234", "1.{:03d},5", "{} pieces", ""])
        return "string", [style.format(dice.whole(1, 99)) for _ in range(count)]
    if flaw == "other":
        return anything(dice, count)
    if flaw in ("zero", "nulls"):
        return kind, [0 if flaw == "zero" else None] * count
    spoilt = {"nan": math.nan, "inf": math.inf, "null": None, "negative": -3, "huge": 2**62}[flaw]
    values[dice.whole(0, count - 1)] = spoilt
    return ("double" if flaw in ("nan", "inf") else "int8" if flaw == "huge" else kind), values


def anything(dice: Dice, count: int) -> tuple[str, list]:
    kind, make = dice.pick(
        [
            ("bool", lambda: dice.chance(0.5)),
            ("date", lambda: QDate(2026, 1, dice.whole(1, 28))),
            ("datetime", lambda: QDateTime(QDate(2026, 1, dice.whole(1, 28)), QTime(1, 2))),
            ("string[]", lambda: ["a", dice.pick("bc")]),
            ("integer[]", lambda: [1, dice.whole(1, 3)]),
            ("map", lambda: {"a": dice.whole(1, 3)}),
            ("binary", lambda: b"\x00\x01"),
            ("string", lambda: dice.pick(["", " ", "x", None])),
        ]
    )
    return kind, [make() for _ in range(count)]


def identifiers(dice: Dice, count: int) -> tuple[str, list]:
    kind, values = dice.pick(
        [
            ("integer", list(range(1, count + 1))),
            ("string", [f"a{number:02d}" for number in range(count)]),
            ("int8", [2**60 + number for number in range(count)]),
            ("double", [number + 0.5 for number in range(count)]),
        ]
    )
    if not dice.odd():
        return kind, values
    flaw = dice.pick(["twice", "null", "blank", "nan", "names", "other"])
    dice.drawn.append(f"ids: {flaw}")
    if flaw == "other":
        return anything(dice, count)
    if flaw == "names":
        return "string", [f"{NAMES[n % len(NAMES)]}{n // len(NAMES) or ''}" for n in range(count)]
    spoilt = {"twice": values[0], "null": None, "blank": "", "nan": math.nan}[flaw]
    kind = {"blank": "string", "nan": "double"}.get(flaw, kind)
    if flaw == "blank":
        values = list(map(str, values))
    values[-1] = spoilt
    return kind, values


def territories(dice: Dice, count: int) -> tuple[str, list]:
    most = dice.whole(1, 4)
    blocks = [n * most // count for n in range(count)]
    kind, values = dice.pick(
        [
            ("integer", [block + 1 for block in blocks]),
            ("string", ["ABCD"[block] for block in blocks]),
            ("string", [NAMES[block] for block in blocks]),
            ("double", [block + 1.0 for block in blocks]),
        ]
    )
    if not dice.odd():
        return kind, values
    flaw = dice.pick(["null", "blank", "nan", "mixed", "all null", "other"])
    dice.drawn.append(f"territories: {flaw}")
    if flaw == "other":
        return anything(dice, count)
    if flaw == "all null":
        return kind, [None] * count
    if flaw == "mixed":
        return kind, [values[dice.whole(0, count - 1)] for _ in values]
    if flaw == "blank":
        kind, values = "string", list(map(str, values))
    if flaw == "nan":
        kind, values = "double", [float(block) for block in blocks]
    values[dice.whole(0, count - 1)] = {"null": None, "blank": "", "nan": math.nan}[flaw]
    return kind, values


def table_columns(dice: Dice, count: int) -> dict[str, tuple[str, list]]:
    columns = {
        "uid": ("integer", list(range(1, count + 1))),
        "id": identifiers(dice, count),
        "weight": numbers(dice, count),
        "more": numbers(dice, count),
        "plan": territories(dice, count),
        "plan2": territories(dice, count),
        "grp": ("string", [dice.pick([None, None, None, "x", "y"]) for _ in range(count)]),
        "name": ("string", [dice.pick(NAMES) for _ in range(count)]),
    }
    if dice.odd():
        maker = dice.pick([numbers, anything, territories])
        columns[dice.pick(FIELDS_OF_OURS)] = maker(dice, count)
    return columns


def spelled(value) -> str:
    """A value as a table that a user made of it has it."""
    if isinstance(value, (QDate, QDateTime, QTime)):
        return value.toString(Qt.DateFormat.ISODate)
    return str(value)


# --- layers -----------------------------------------------------------------------------------


def filled(
    kind: str, place: Place, shapes: list[str | None], columns: dict[str, tuple[str, list]]
) -> QgsVectorLayer:
    layer = QgsVectorLayer(kind, "layer", "memory")
    layer.setCrs(place.crs)
    declared = "&".join(f"field=f{n}:{form}" for n, (form, _) in enumerate(columns.values()))
    described = QgsVectorLayer(f"NoGeometry?{declared}", "fields", "memory").fields().toList()
    fields = []
    for name, described_field in zip(columns, described):
        fields.append(QgsField(described_field))
        fields[-1].setName(name)
    layer.dataProvider().addAttributes(fields)
    layer.updateFields()
    for number, shape in enumerate(shapes):
        feature = QgsFeature(layer.fields())
        geometry = coerced(shape, layer)
        if geometry is not None:
            feature.setGeometry(geometry)
        feature.setAttributes([values[number] for _, values in columns.values()])
        # A memory layer takes most, but not all; what it refuses is not in the map.
        layer.dataProvider().addFeatures([feature], QgsFeatureSink.Flag.FastInsert)
    layer.updateExtents()
    return layer


def stored(dice: Dice, layer: QgsVectorLayer, name: str) -> QgsVectorLayer:
    """The layer as another provider gives it back; the memory layer where a file cannot hold it."""
    provider = dice.pick(["memory", "memory", "gpkg", "shp", "geojson", "csv"])
    dice.drawn.append(f"{name}: {provider}, {layer.featureCount()} features")
    if provider == "memory":
        return layer
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = DRIVERS[provider]
    if provider == "csv":
        options.layerOptions = ["GEOMETRY=AS_WKT"]
    path = dice.folder / f"{name}.{provider}"
    QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), QgsCoordinateTransformContext(), options
    )
    read = QgsVectorLayer(str(path), name, "ogr")
    return read if read.isValid() and read.featureCount() == layer.featureCount() else layer


def area_map(dice: Dice, place: Place, name: str) -> Map:
    columns, rows = dice.whole(2, 8), dice.whole(2, 7)
    kind = dice.pick(["Polygon", "MultiPolygon"])
    if dice.odd():
        kind = dice.pick(
            ["PolygonZ", "MultiPolygonZM", "CurvePolygon", "MultiSurface", "GeometryCollection"]
        )
        dice.drawn.append(f"{name}: {kind}")
    shapes: list[str | None] = []
    regular = True
    for number in range(columns * rows):
        row, column = divmod(number, columns)
        if dice.chance(dice.oddness * 0.2):
            regular = False
            shape = odd_area(dice, place, column, row)
            dice.drawn.append(f"{name}: {(shape or 'NULL')[:24]}")
            shapes.append(shape)
        else:
            shapes.append(cell(place, column, row))
    layer = filled(kind, place, shapes, table_columns(dice, len(shapes)))
    regular = regular and layer.featureCount() == len(shapes)
    kept = stored(dice, layer, name)
    # A table of text knows no reference system, without which 180° and -180° are far apart.
    regular = regular and (kept.crs().isValid() or place.name != "across 180°")
    return Map(kept, place, columns, rows, regular)


def point_map(dice: Dice, place: Place, name: str, most: int = 50) -> Map:
    count = dice.whole(1, 5) if most < 10 else dice.whole(3, most)
    shapes = []
    for _ in range(count):
        column, row = dice.whole(0, 70) / 10, dice.whole(0, 60) / 10
        if dice.chance(dice.oddness * 0.2):
            shapes.append(odd_point(dice, place, column, row))
        else:
            shapes.append(middle(place, column, row))
    kind = dice.pick(["Point", "Point", "MultiPoint", "PointZ"])
    layer = filled(kind, place, shapes, table_columns(dice, count))
    return Map(stored(dice, layer, name), place, 0, 0, False)


def line_map(dice: Dice, place: Place, name: str) -> QgsVectorLayer:
    """Some roads or rivers along and across the grid of cells."""
    shapes: list[str | None] = []
    for number in range(9):
        x, y = place.east + number * place.size, place.north + number * place.size
        reach = 8 * place.size
        shapes.append(f"LineString ({place.east} {y}, {place.east + reach} {y})")
        shapes.append(f"LineString ({x} {place.north}, {x} {place.north + reach})")
    if dice.odd():
        shapes += [None, "LineString EMPTY"]
    if not dice.chance(0.5):
        shapes = shapes[: dice.whole(1, 4)]
    return stored(dice, filled("LineString", place, shapes, table_columns(dice, len(shapes))), name)


def travel_map(dice: Dice, ids: list, ends: list) -> QgsVectorLayer:
    """A table of travel between areas and homes, as the algorithm costmatrix writes it."""
    pairs = [(one, other) for one in ids for other in ends]
    if dice.odd():
        pairs = pairs[: len(pairs) // 2]
    texts = [(spelled(one), spelled(other)) for one, other in pairs]
    columns = {
        "origin": ("string", [one for one, _ in texts]),
        "destination": ("string", [other for _, other in texts]),
        "distance_m": ("double", [float(dice.whole(100, 9000)) for _ in texts]),
        "time_s": ("double", [float(dice.whole(60, 900)) for _ in texts]),
    }
    if dice.odd() and texts:
        columns["distance_m"] = numbers(dice, len(texts))
    place = Place("no system", QgsCoordinateReferenceSystem(), 0, 0, 1)
    return filled("NoGeometry", place, [None] * len(texts), columns)


def adjacency_map(dice: Dice, place: Place, ids: list) -> QgsVectorLayer:
    pairs = list(zip(ids, ids[1:])) + list(zip(ids, ids[2:]))
    if dice.odd() and pairs:
        pairs += [pairs[0], (ids[0], ids[0]), (None, ids[0])]
    columns = {
        "from_id": ("string", [None if one is None else spelled(one) for one, _ in pairs]),
        "to_id": ("string", [spelled(other) for _, other in pairs]),
        "border_m": ("double", [100.0] * len(pairs)),
        "kind": ("string", [dice.pick(["border", "corner", "bridge", "manual"]) for _ in pairs]),
    }
    x, y = place.east, place.north
    shape = f"LineString ({x} {y}, {x + place.size} {y})"
    return filled("LineString", place, [shape] * len(pairs), columns)
