"""Random parameters for any algorithm of the provider, from its own definitions."""

from __future__ import annotations

from dataclasses import dataclass, field

from qgis.core import Qgis, QgsProcessingAlgorithm, QgsVectorLayer
from territory_design.tests.fuzz.maps import (
    Dice,
    Map,
    adjacency_map,
    area_map,
    line_map,
    places,
    point_map,
    travel_map,
)

LINES = ("NETWORK", "BARRIERS")
COLUMNS = {
    "TERRITORY_FIELD": "plan",
    "BEFORE_FIELD": "plan2",
    "AFTER_FIELD": "plan",
    "AFTER_LAYER_FIELD": "plan",
    "CURRENT_FIELD": "plan2",
    "CLUSTER_FIELD": "plan",
    "INITIAL_FIELD": "plan",
    "PREASSIGNED_FIELD": "grp",
    "TOGETHER_FIELD": "grp",
    "GROUP_FIELD": "grp",
    "NAME_FIELD": "name",
    "BALANCE_FIELDS": "weight",
    "WEIGHT_FIELD": "weight",
    "TRIPS_FIELD": "more",
    "TARGET_FIELD": "more",
}
LIKELY = {"COUNT", "REPS", "TERRITORY_FIELD", "BALANCE_FIELDS", "BEFORE_FIELD", "AFTER_FIELD"}
# Searches end after a few rounds, and nothing starts workers: a run takes a tenth of a second.
SHORT = {
    "MAX_GENERATIONS": (1, 8),
    "STAGNATION": (1, 4),
    "RESTARTS": (1, 3),
    "POPULATION": (4, 8),
    "ISLANDS": (1, 2),
    "WORKERS": (1, 1),
    "SEED": (0, 5),
    "COUNT": (1, 6),
    "COUNT_MIN": (1, 4),
    "COUNT_MAX": (2, 5),
}
RATES = {
    "CROSSOVER_MIN": [0.1, 0.6],
    "CROSSOVER_MAX": [0.95, 1.0],
    "MUTATION_MIN": [0.0, 0.005],
    "MUTATION_MAX": [0.05, 0.5],
}
EXPRESSIONS = (
    '"uid" < 9',
    '"uid" % 3 = 0',
    "true",
    "false",
    "NULL",
    "no_such_field = 1",
    '"weight" > 1/0',
    "((",
)


@dataclass
class Request:
    """One run: what is asked of which algorithm, and the map behind it."""

    algorithm: QgsProcessingAlgorithm
    parameters: dict
    maps: dict[str, Map] = field(default_factory=dict)
    homes: Map | None = None

    @property
    def layers(self) -> dict[str, QgsVectorLayer]:
        return {
            name: value for name, value in self.parameters.items() if hasattr(value, "dataProvider")
        }


def drawn_request(dice: Dice, algorithm: QgsProcessingAlgorithm) -> Request:
    """Parameters of a run; a third of the optional ones, the outputs in files or memory."""
    request = Request(algorithm, {})
    place = dice.pick(places())
    dice.drawn.append(f"{algorithm.id()} in {place.name}")
    share = dice.pick([0.0, 0.1, 0.3, 0.6])
    for definition in algorithm.parameterDefinitions():
        name = definition.name()
        optional = bool(definition.flags() & Qgis.ProcessingParameterFlag.Optional)
        short = name in SHORT and definition.defaultValue() is not None
        wanted = dice.chance(max(share, 0.6 if name in LIKELY else 0.0))
        has_default = definition.defaultValue() is not None and definition.type() != "field"
        if not definition.isDestination() and (optional or has_default) and not (wanted or short):
            continue
        drawer = DRAWERS.get(definition.type())
        value = drawer(dice, definition, request, place) if drawer else None
        if value is not None:
            request.parameters[name] = value
    if dice.odd() and dice.odd():
        spoil_destinations(dice, request)
    return request


# --- a value for each type of parameter -----------------------------------------------------------


def source(dice, definition, request, place):
    name = definition.name()
    if dice.odd() and dice.odd():
        place = dice.pick(places())
    if name in LINES:
        return line_map(dice, place, name)
    if name == "COST_MATRIX":
        return travel_map(dice, values_of(request, "INPUT"), values_of(request, "REPS", 5))
    if name == "ADJACENCY":
        return adjacency_map(dice, place, values_of(request, "INPUT"))
    areas = Qgis.ProcessingSourceType.VectorPolygon in definition.dataTypes()
    points = Qgis.ProcessingSourceType.VectorPoint in definition.dataTypes()
    few = name in ("REPS", "REPS_AFTER", "EXISTING", "CANDIDATE_LAYER")
    if name == "AFTER_LAYER" and dice.chance(0.7):
        return request.parameters["INPUT"]
    if few or (points and (not areas or dice.chance(0.4))):
        drawn = point_map(dice, place, name, 5 if few else 50)
    else:
        drawn = area_map(dice, place, name)
    request.maps[name] = drawn
    return drawn.layer


def values_of(request: Request, name: str, most: int = 60) -> list:
    """The ids in a layer of the run, as COST_MATRIX and ADJACENCY name them."""
    layer = request.parameters.get(name)
    if layer is None or layer.fields().lookupField("id") < 0:
        return list(range(1, most))
    return [feature["id"] for feature in layer.getFeatures()]


def chosen_field(dice, definition, request, place):
    layer = request.parameters.get(definition.parentLayerParameterName())
    if layer is None:
        return None
    name = definition.name()
    wanted = COLUMNS.get(name, "id" if "ID_FIELD" in name or name.endswith("_ID") else "weight")
    if dice.chance(0.1 + dice.oddness / 3):
        wanted = dice.pick([*layer.fields().names(), "missing"])
        dice.drawn.append(f"{name}={wanted}")
    if not definition.allowMultiple():
        return wanted
    return [wanted, "more"] if dice.chance(0.3) else [wanted]


def number(dice, definition, request, place):
    name = definition.name()
    low, high = SHORT.get(name, (None, None))
    whole = definition.dataType() == Qgis.ProcessingNumberParameterType.Integer
    if low is None:
        low = max(0, definition.minimum()) if definition.minimum() > -1e300 else 0
        high = definition.maximum()
        if "DISTANCE" in name:
            choices = [500.0, 3000.0, 20_000.0]
        elif name in RATES:
            choices = RATES[name]
        elif "TOLERANCE" in name:
            choices = [0.0, 0.001, 1.0]
        elif whole:
            choices = [1, 2, 5, 10, 20]
        else:
            choices = [0.5, 1.0, 10.0, 50.0, 90.0]
        if dice.odd():
            choices += [low, min(high, 2e9)]
        value = min(max(dice.pick(choices), low), high)
    else:
        value = dice.whole(low, high)
        if dice.odd() and name.startswith("COUNT"):
            value = dice.pick([0, -1, 1, 500, 10**9])
    return int(value) if whole else float(value)


def choice(dice, definition, request, place):
    return dice.whole(0, len(definition.options()) - 1)


def matrix(dice, definition, request, place):
    cells = {
        "attribute": lambda: dice.pick(["weight", "more", "missing" if dice.odd() else "weight"]),
        "minimum": lambda: dice.pick(["", 0, "5", "1%", "x" if dice.odd() else "2"]),
        "maximum": lambda: dice.pick(["", "500", "90%", "-1" if dice.odd() else 900]),
    }
    ids = lambda: dice.pick([1, 2, "A", "a00", "nobody" if dice.odd() else "1"])  # noqa: E731
    rows = [
        [cells.get(header, ids)() for header in definition.headers()]
        for _ in range(dice.whole(1, 2))
    ]
    return [value for row in rows for value in row]


def text(dice, definition, request, place):
    by_name = {
        "BALANCE_WEIGHTS": ["1", "2,1", "1;2", "a", "nan", "-1"],
        "BALANCE_EXPRESSIONS": ['"weight" * 2', '"weight"; "more"', "((", "missing", "'x'", "NULL"],
    }
    return dice.pick(by_name.get(definition.name(), ["", "F", "yes", "1"]))


def destination(dice, definition, request, place):
    optional = bool(definition.flags() & Qgis.ProcessingParameterFlag.Optional)
    if optional and dice.chance(0.3):
        return None
    folder = dice.folder / "out"
    if definition.type() == "fileDestination":
        return str(folder / f"{definition.name()}.{definition.defaultFileExtension()}")
    form = dice.pick(["memory", "memory", "memory", "gpkg", "shp", "geojson", "csv"])
    if form == "memory":
        return "memory:"
    dice.drawn.append(f"{definition.name()} to {form}")
    return str(folder / f"{definition.name()}.{form}")


def spoil_destinations(dice: Dice, request: Request) -> None:
    """All outputs into one file, over an input, or where nothing can be written."""
    outputs = [
        definition.name()
        for definition in request.algorithm.destinationParameterDefinitions()
        if definition.name() in request.parameters
    ]
    places_to_be = [str(dice.folder / "out" / "all.gpkg"), str(dice.folder / "missing" / "x.gpkg")]
    places_to_be += [
        layer.source() for layer in request.layers.values() if layer.providerType() == "ogr"
    ]
    target = dice.pick(places_to_be)
    dice.drawn.append(f"all outputs to {target.replace(str(dice.folder), '')}")
    request.parameters.update(dict.fromkeys(outputs, target))


DRAWERS = {
    "source": source,
    "field": chosen_field,
    "number": number,
    "distance": number,
    "enum": choice,
    "boolean": lambda dice, *_: dice.chance(0.5),
    "expression": lambda dice, *_: dice.pick(EXPRESSIONS[: 8 if dice.odd() else 4]),
    "matrix": matrix,
    "string": text,
    "sink": destination,
    "fileDestination": destination,
}
