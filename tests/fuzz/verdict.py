"""What a run may end in: a result that holds, or a refusal that helps."""

from __future__ import annotations

import math
import re
import sys
import traceback
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from qgis.core import QgsProcessingContext, QgsProcessingException, QgsVectorLayer
from territory_design.tests.fuzz.requests import Request
from territory_design.tests.integration.maps import column, parts

# Algorithms whose OUTPUT has the features of INPUT, every one once and in order.
PASS_THROUGH = {
    "assignnew",
    "balance",
    "clustercustomers",
    "evaluate",
    "greenfield",
    "importassignment",
    "matchreps",
    "nearestrep",
    "plan",
    "smoothoutliers",
}
FREE_OF_RULES = {"LOCKED", "LOCKED_TERRITORIES", "TOGETHER_FIELD", "TERRITORY_FIELD"}
OWN_GRAPH = {"ADJACENCY", "BARRIERS"}
INNER_WORDS = re.compile(
    r"Traceback|\b(NoneType|ndarray|QVariant|NULL type|\w+Error\b|<class|object at 0x|"
    r"float64|int64|Qgs[A-Z]\w+|QDate\w*|dtype|unhashable|HiGHS|out of bounds)"
)
REMEDIES = re.compile(
    r"\b(add|adjust|allow|ask|assign|change|check|choose|clear|close|complete|convert|"
    r"correct|delete|draw|drop|ease|enter|exclude|fill|fix|free|give|increase|join|keep|leave|let|"
    r"load|look|lower|make|move|name|no more than|at least|at most|must|needs|or fewer|"
    r"pick|put|raise|rather|reduce|reduced|remove|rename|repair|reproject|run|save|"
    r"select|set|shorten|snap|split|start|switch|take|try|turn|unlock|use|widen|write)\b",
    re.IGNORECASE,
)


def watch(seen: list[str]) -> None:
    """Keep the traceback of everything that is no refusal: QGIS would make one of it."""
    from territory_design.processing_provider.algorithms.base import TerritoryAlgorithm

    played = TerritoryAlgorithm.processAlgorithm

    def watched(self, *arguments):
        try:
            return played(self, *arguments)
        except QgsProcessingException:
            raise
        except BaseException:
            seen.append(traceback.format_exc())
            raise

    TerritoryAlgorithm.processAlgorithm = watched
    sys.excepthook = lambda *error: seen.append("".join(traceback.format_exception(*error)))


def findings_in_refusal(request: Request, message: str, cancelled: bool) -> list[str]:
    """What a refusal lacks; empty for a good one."""
    message = message.strip()
    if cancelled and message.startswith("Cancelled"):
        return []
    found = []
    inner = INNER_WORDS.search(message)
    if inner:
        found.append(f"refusal speaks of {inner.group(0)}: {message}")
    if not re.match(r"[A-ZÄÖÜ“'\"0-9]", message) or message[-1:] not in ".!?”)":
        found.append(f"refusal is no whole sentence: {message}")
    if not any(place in message.lower() for place in places_in_words(request)):
        found.append(f"refusal names no parameter or field: {message}")
    bare = bare_ids(request, message)
    if bare:
        found.append(f"refusal names {', '.join(bare)} by the id alone: {message}")
    if not REMEDIES.search(message):
        found.append(f"refusal says not what to do: {message}")
    return found


def bare_ids(request: Request, message: str) -> list[str]:
    """Ids of parameters that stand neither in brackets nor in quotation marks."""
    told = re.sub(r"[“'].*?[”']|\(.*?\)|”, [A-Z_]+", " ", message)
    names = {definition.name() for definition in request.algorithm.parameterDefinitions()}
    return sorted(names & set(re.findall(r"\b[A-Z][A-Z_]+\b", told)))


def places_in_words(request: Request) -> set[str]:
    """Labels and ids of parameters and names of fields: where a user can look."""
    words = set()
    for definition in request.algorithm.parameterDefinitions():
        words |= {definition.name(), re.sub(r" \(.*\)$", "", definition.description())}
    for layer in request.layers.values():
        words |= {f"“{name}”" for name in layer.fields().names()}
        words |= {f"'{name}'" for name in layer.fields().names()}
    return {word.lower() for word in words}


def left_behind(folder: Path) -> list[str]:
    """Files that a refused run must not leave; its row in a table of runs is no such file."""
    files = (path for path in folder.rglob("*") if path.is_file())
    names = sorted(path.name for path in files if path.name != "RUNS.csv")
    return [f"refused run left {', '.join(names)}"] if names else []


def findings_in_results(
    request: Request,
    results: dict,
    context: QgsProcessingContext,
    cancelled: bool,
    warnings: Sequence[str] = (),
) -> list[str]:
    """Which promises a result breaks; empty for a good one."""
    found = bad_numbers(request, results)
    layers = {}
    for definition in request.algorithm.destinationParameterDefinitions():
        name = definition.name()
        if name not in results:
            continue
        if definition.type() == "fileDestination":
            if not Path(results[name]).is_file():
                found.append(f"report {name} is not there")
            continue
        layer = read_layer(results[name], context)
        if layer is None:
            found.append(f"output {name} cannot be read")
            continue
        layers[name] = layer
    found += [
        f"asked for, but neither in the results nor in a warning: {definition.name()}"
        for definition in request.algorithm.destinationParameterDefinitions()
        if definition.name() in request.parameters
        and definition.name() not in results
        and not any(f"({definition.name()})" in warning for warning in warnings)
    ]
    for warning in warnings:
        inner = INNER_WORDS.search(warning)
        if inner:
            found.append(f"warning speaks of {inner.group(0)}: {warning}")
    if "OUTPUT" in layers and request.algorithm.name() in PASS_THROUGH:
        found += lost_features(request, layers["OUTPUT"])
        found += strange_territories(request, layers["OUTPUT"])
        found += torn_territories(request, layers["OUTPUT"])
        if not cancelled:
            found += broken_limits(request, results, layers["OUTPUT"])
    return found


def read_layer(value: str, context: QgsProcessingContext) -> QgsVectorLayer | None:
    stored = context.takeResultLayer(value) or context.getMapLayer(value)
    layer = stored or QgsVectorLayer(value, "output", "ogr")
    return layer if layer.isValid() and layer.featureCount() >= 0 else None


def bad_numbers(request: Request, results: dict) -> list[str]:
    numbers = {
        definition.name()
        for definition in request.algorithm.outputDefinitions()
        if definition.type() == "outputNumber"
    }
    return [
        f"output {name} is {results[name]!r}"
        for name in sorted(numbers & set(results))
        if results[name] is not None
        and not (type(results[name]) in (int, float) and math.isfinite(results[name]))
    ]


def lost_features(request: Request, output: QgsVectorLayer) -> list[str]:
    if output.fields().lookupField("uid") < 0:
        return [f"OUTPUT has lost its fields: {', '.join(output.fields().names())}"]
    before = list(map(str, column(request.parameters["INPUT"], "uid")))
    after = list(map(str, column(output, "uid")))
    if before == after:
        return []
    if len(before) != len(after):
        return [f"{len(before)} features came in and {len(after)} went out"]
    return ["features are in another order" if sorted(before) == sorted(after) else "ids changed"]


def given(output: QgsVectorLayer) -> dict:
    """Territory by uid, both as text, of features that have one."""
    if {"uid", "territory"} - set(output.fields().names()):
        return {}
    names = column(output, "territory")
    return {
        str(key): str(name)
        for key, name in zip(column(output, "uid"), names)
        if name not in (None, "")
    }


def strange_territories(request: Request, output: QgsVectorLayer) -> list[str]:
    """Territories nobody named, where representatives alone name them."""
    homes = request.parameters.get("REPS")
    identifier = request.parameters.get("REP_ID_FIELD")
    if request.algorithm.name() not in ("nearestrep", "balance") or homes is None:
        return []
    if not identifier or {"COUNT", "TERRITORY_FIELD"} & set(request.parameters):
        return []
    known = set(map(str, column(homes, identifier)))
    strange = sorted(set(given(output).values()) - known)
    if strange and all(re.fullmatch(r"[-\d.e+]+", name) for name in strange):
        strange = sorted(
            {float(name) for name in strange}
            - {float(name) for name in known if re.fullmatch(r"[-\d.e+]+", name)}
        )
    return [f"territories {strange[:3]} are no representatives"] if strange else []


def torn_territories(request: Request, output: QgsVectorLayer) -> list[str]:
    """Territories in several parts, on whole grids without rules that may tear them."""
    drawn, asked = request.maps.get("INPUT"), request.parameters
    if drawn is None or not drawn.regular or set(asked) & (FREE_OF_RULES | OWN_GRAPH):
        return []
    contiguous = request.algorithm.name() == "balance" or (
        request.algorithm.name() == "nearestrep" and asked.get("CONTIGUOUS", True)
    )
    if not contiguous:
        return []
    steps = [(1, 0), (0, 1)] + ([(1, 1), (1, -1)] if asked.get("CONTIGUITY") else [])
    edges = []
    for row in range(drawn.rows):
        for place in range(drawn.columns):
            for right, up in steps:
                if 0 <= place + right < drawn.columns and 0 <= row + up < drawn.rows:
                    one = row * drawn.columns + place + 1
                    edges.append((str(one), str(one + up * drawn.columns + right)))
    plan = given(output)
    members = {name: [uid for uid in plan if plan[uid] == name] for name in set(plan.values())}
    torn = sorted(name for name in members if parts(edges, members[name]) > 1)
    return [f"territories {torn[:3]} are torn"] if torn else []


def broken_limits(request: Request, results: dict, output: QgsVectorLayer) -> list[str]:
    """Numbers of customers outside the limits that were asked for."""
    asked, name = request.parameters, request.algorithm.name()
    low, high = {
        "clustercustomers": ("MIN_COUNT", "MAX_COUNT"),
        "greenfield": ("MIN_CUSTOMERS", "MAX_CUSTOMERS"),
    }.get(name, ("", ""))
    if not {low, high} & set(asked) or {"GROUP_FIELD", "EXISTING"} & set(asked):
        return []
    counts = Counter(given(output).values())
    outside = {
        territory: count
        for territory, count in sorted(counts.items())
        if not asked.get(low, 0) <= count <= asked.get(high, math.inf)
    }
    if not outside:
        return []
    return [f"customers outside {asked.get(low)} to {asked.get(high)}: {outside}"]
