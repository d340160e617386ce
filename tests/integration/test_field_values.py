"""Whatever a field holds: every field parameter of every algorithm gives a result or a good word.

The layers are nine areas, or the points in their middles, and two representatives::

    7 8 9
    4 5 6
    1 2 3
"""

from __future__ import annotations

import math
import re
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from qgis.core import (
    Qgis,
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingUtils,
    QgsProject,
    QgsVariantUtils,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QByteArray, QDate, QDateTime, QTime
from territory_design.tests.fuzz import verdict
from territory_design.tests.fuzz.requests import Request
from territory_design.tests.fuzz.verdict import watch
from territory_design.tests.integration.maps import Listener, make_layer, spot, square

FIELDS = "uid:integer, name:string, plan:string, plan2:string, odd:"
SHORT = {"MAX_GENERATIONS": 1, "STAGNATION": 1, "POPULATION": 4, "ISLANDS": 1, "WORKERS": 1}
Values = Callable[[int], object]

# Numbers that are weighed go into the search as they are; of all else it sees who is who at most.
COUNTED = {"double", "integer", "int8", "bool"}

# What a field may hold, by number of the feature from 0.
KINDS: dict[str, tuple[str, Values]] = {
    "a number that is none": ("double", lambda n: math.nan if n == 1 else n + 1.0),
    "infinity": ("double", lambda n: math.inf if n == 1 else n + 1.0),
    "lists of texts": ("string[]", lambda n: ["a", "bc"[n % 2]]),
    "lists of numbers": ("integer[]", lambda n: [1, n % 2]),
    "objects of JSON": ("map", lambda n: {"a": n % 2}),
    "dates": ("date", lambda n: QDate(2026, 1, 1 + n % 2)),
    "dates with times": ("datetime", lambda n: QDateTime(QDate(2026, 1, 1 + n % 2), QTime(1, 2))),
    "times": ("time", lambda n: QTime(1, n % 2)),
    "bytes": ("binary", lambda _: QByteArray(b"\x00\x01")),
    "blanks": ("string", lambda n: ["", " ", "x"][n % 3]),
    "blanks alone": ("string", lambda _: " "),
    "nothing": ("double", lambda _: None),
    "booleans": ("bool", lambda n: n % 2 == 0),
    "numbers of 64 bits": ("int8", lambda n: 2**60 + n),
    "negative numbers": ("integer", lambda n: -1 - n),
    "text beside numbers": ("string", lambda n: "n/a" if n == 1 else str(n + 1)),
    "tags and templates": ("string", lambda n: ["<b>x</b>", "[% 7*7 %]", "{count} %1"][n % 3]),
}
NUMBERS_AS_TEXT: dict[str, Values] = {
    "1 234,5": lambda n: f"1 {234 + n},5",
    "1.234,5": lambda n: f"1.{234 + n},5",
    "1234": lambda n: str(1234 + n),
}


def areas(kind: str = "integer", values: Values = lambda n: n) -> QgsVectorLayer:
    return nine("Polygon", square, kind, values)


def customers(kind: str = "integer", values: Values = lambda n: n) -> QgsVectorLayer:
    return nine("Point", spot, kind, values)


def nine(shape: str, drawn, kind: str, values: Values) -> QgsVectorLayer:
    rows = [
        (drawn(n % 3, n // 3), n + 1, f"area {n + 1}", "AB"[n // 5], "AB"[n // 4 % 2], values(n))
        for n in range(9)
    ]
    return make_layer(shape, FIELDS + kind, rows)


def homes(kind: str = "integer", values: Values = lambda n: n) -> QgsVectorLayer:
    rows = [(spot(2 * n, 2 * n), n + 1, "AB"[n], "AB"[n], "AB"[n], values(n)) for n in range(2)]
    return make_layer("Point", FIELDS + kind, rows)


def roads(kind: str = "integer", values: Values = lambda n: n) -> QgsVectorLayer:
    rows = [
        (f"LineString ({500_000 + 1500 * n} 5500000, {501_500 + 1500 * n} 5503000)", n, "", "", "")
        for n in range(2)
    ]
    return make_layer(
        "LineString", FIELDS + kind, [(*row, values(n)) for n, row in enumerate(rows)]
    )


MAKERS = {
    "REPS": homes,
    "REPS_AFTER": homes,
    "EXISTING": homes,
    "CANDIDATE_LAYER": homes,
    "DESTINATIONS": homes,
    "NETWORK": roads,
}
OF_POINTS = {"greenfield", "clustercustomers", "matchreps", "smoothoutliers", "assignnew"}
TEAM = {"REPS": homes, "REP_ID_FIELD": "name"}
# What each algorithm needs, besides the layers that have to be there.
NEEDED: dict[str, dict] = {
    "adjacency": {},
    "assignnew": {"TERRITORY_FIELD": "plan"},
    "balance": SHORT | {"COUNT": 2},
    "clustercustomers": {"COUNT": 2, "RESTARTS": 1},
    "compare": {"BEFORE_FIELD": "plan", "AFTER_FIELD": "plan2"},
    "costmatrix": {},
    "evaluate": {"TERRITORY_FIELD": "plan"},
    "greenfield": {"COUNT_MIN": 3, "RESTARTS": 1},
    "importassignment": {},
    "matchreps": {"CLUSTER_FIELD": "plan", "CURRENT_FIELD": "plan2"},
    "nearestrep": TEAM,
    "plan": SHORT | {"COUNT": 2},
    "resitereps": {"TERRITORY_FIELD": "plan"},
    "sitereps": {"COUNT": 2, "METHOD": 0},
    "smoothoutliers": {"TERRITORY_FIELD": "plan"},
    "validate": {"TERRITORY_FIELD": "plan"},
}
# What a field parameter needs besides, None for what must not be there.
BESIDES: dict[tuple[str, str], dict] = {
    # More territories than representatives: the field has to hold the new names, too.
    ("balance", "REP_ID_FIELD"): {"COUNT": 4, "REPS": homes},
    ("balance", "TARGET_FIELD"): {"COUNT": None, **TEAM},
    ("balance", "FIXED_FIELD"): {"COUNT": None, **TEAM},
    ("balance", "TERRITORY_FIELD"): {"COUNT": None},
    ("matchreps", "CURRENT_FIELD"): {"CLUSTER_FIELD": "uid"},
    ("plan", "REP_ID_FIELD"): {"COUNT": None, "REPS": homes},
    ("plan", "TARGET_FIELD"): {"COUNT": None, **TEAM},
    ("plan", "FIXED_FIELD"): {"COUNT": None, **TEAM},
    ("plan", "TERRITORY_FIELD"): {"COUNT": None},
    ("clustercustomers", "REP_ID_FIELD"): {"COUNT": None, "REPS": homes},
    ("clustercustomers", "PREASSIGNED_FIELD"): {"COUNT": None, **TEAM},
    ("clustercustomers", "CURRENT_FIELD"): {"COUNT": None, "MIN_RETENTION": 1, **TEAM},
    ("clustercustomers", "RETENTION_FIELD"): {"COUNT": None, "CURRENT_FIELD": "plan", **TEAM},
    ("compare", "AFTER_LAYER_FIELD"): {"AFTER_FIELD": None, "AFTER_LAYER": areas},
    ("compare", "AFTER_ID_FIELD"): {"AFTER_LAYER": areas, "ID_FIELD": "uid"},
    ("compare", "ID_FIELD"): {"AFTER_LAYER": areas, "AFTER_ID_FIELD": "uid"},
    ("compare", "TARGET_FIELD"): TEAM,
    ("evaluate", "TARGET_FIELD"): TEAM,
    ("validate", "TARGET_FIELD"): {"MAX_DEVIATION": 50, **TEAM},
    ("costmatrix", "SPEED_FIELD"): {"METHOD": 1, "NETWORK": roads},
    ("costmatrix", "DIRECTION_FIELD"): {"METHOD": 1, "NETWORK": roads, "VALUE_FORWARD": "1"},
}
NUMERIC = {
    *("BALANCE_FIELDS", "WEIGHT_FIELD", "TRIPS_FIELD", "TARGET_FIELD", "POTENTIAL_FIELD"),
    *("CANDIDATE_POTENTIAL_FIELD", "RETENTION_FIELD", "EXISTING_MIN_FIELD", "EXISTING_MAX_FIELD"),
    *("EXISTING_CAPACITY_FIELD", "EXISTING_DISTANCE_FIELD"),
}


def created(name: str):
    return QgsApplication.processingRegistry().createAlgorithmById(f"territory:{name}")


def field_parameters(name: str) -> list[str]:
    algorithm = created(name)
    return [one.name() for one in algorithm.parameterDefinitions() if one.type() == "field"]


def request_for(name: str, parameter: str, kind: str, values: Values) -> Request:
    """A run in which one field parameter has the field ``odd`` with such values."""
    algorithm = created(name)
    odd_layer = algorithm.parameterDefinition(parameter).parentLayerParameterName()
    asked = NEEDED[name] | BESIDES.get((name, parameter), {}) | {parameter: "odd"}
    if algorithm.parameterDefinition("LOCAL_SEARCH"):
        searched = kind in COUNTED and parameter in NUMERIC
        asked |= {"LOCAL_SEARCH": searched, "INITIALISATION": 0 if searched else 1}
    for source in algorithm.parameterDefinitions():
        if source.type() != "source":
            continue
        layer = source.name()
        maker = MAKERS.get(layer, customers if name in OF_POINTS else areas)
        if layer == odd_layer:
            asked[layer] = maker(kind, values)
        elif layer in asked or not source.flags() & Qgis.ProcessingParameterFlag.Optional:
            asked[layer] = maker()
    if name == "importassignment":
        plan = Path(QgsProcessingUtils.generateTempFilename("plan.csv"))
        plan.write_text("id,territory\n1,A\n2,B\n", encoding="utf-8")
        asked["FILE"] = str(plan)
    asked |= {one.name(): "memory:" for one in algorithm.destinationParameterDefinitions()}
    for report in algorithm.destinationParameterDefinitions():
        if report.type() != "sink":
            del asked[report.name()]
    return Request(algorithm, {key: value for key, value in asked.items() if value is not None})


@pytest.fixture
def outcome(processing, monkeypatch):
    """Run a request; returns its results, what was said, and what is wrong with it."""
    from territory_design.processing_provider.algorithms.base import TerritoryAlgorithm

    seen: list[str] = []
    monkeypatch.setattr(TerritoryAlgorithm, "processAlgorithm", TerritoryAlgorithm.processAlgorithm)
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    watch(seen)

    def call(request: Request) -> tuple[dict | None, Listener, list[str]]:
        seen.clear()
        feedback, context = Listener(), QgsProcessingContext()
        context.setProject(QgsProject.instance())
        context.setFeedback(feedback)
        fine, why_not = request.algorithm.checkParameterValues(request.parameters, context)
        assert fine, why_not
        try:
            results, ok = request.algorithm.run(
                request.parameters, context, feedback, {}, catchExceptions=False
            )
        except QgsProcessingException as error:
            feedback.errors.append(str(error))
            return None, feedback, seen + verdict.findings_in_refusal(request, str(error), False)
        found = verdict.findings_in_results(request, results, context, False)
        return results, feedback, seen + found + ([] if ok else ["no result, and no word"])

    return call


def test_every_algorithm_is_here(processing):
    from territory_design.processing_provider.catalogue import ALGORITHMS

    assert sorted(NEEDED) == sorted(algorithm().name() for algorithm in ALGORITHMS)


@pytest.mark.parametrize("name", sorted(NEEDED))
def test_any_value_in_any_field_gives_a_result_or_a_helpful_refusal(outcome, name):
    wrong = []
    for parameter in field_parameters(name):
        for said, (kind, values) in KINDS.items():
            *_, found = outcome(request_for(name, parameter, kind, values))
            wrong += [f"{parameter} with {said}: {finding}" for finding in found]
    assert wrong == []


@pytest.mark.parametrize("name", sorted(NEEDED))
def test_numbers_that_are_texts_are_offered_and_read_like_numbers(outcome, name):
    for parameter in field_parameters(name):
        if parameter not in NUMERIC:
            continue
        algorithm = created(name)
        offered = algorithm.parameterDefinition(parameter).dataType()
        assert offered == Qgis.ProcessingFieldParameterDataType.Any
        for said, values in NUMBERS_AS_TEXT.items():
            if parameter == "RETENTION_FIELD":  # a share of 100 %
                said, values = "12,5", lambda n: f"{12 + n},5"
            _, feedback, found = outcome(request_for(name, parameter, "string", values))
            where = f"{parameter} with {said}: {feedback.errors}"
            assert found == [], where
            assert any("holds texts, which are read" in line for line in feedback.infos), where


@pytest.mark.parametrize(
    ("texts", "told", "filled_in"),
    [
        (["1,234", "5", "6"], ["“1,234” may be 1.234 or 1234"], [1.234, 5, 6]),
        (["12 km", "5", "6,5"], ["holds texts", "“12 km”", "not plain numbers"], [12, 5, 6.5]),
        (
            ["12 km", "7 h", "6,5"],
            ["holds texts", "“12 km”", "not numbers in 2 features"],
            [None, None, 6.5],
        ),
    ],
)
def test_texts_that_nobody_can_read_come_with_an_expression_that_works(
    outcome, texts, told, filled_in
):
    request = request_for(
        "balance", "BALANCE_FIELDS", "string", lambda n: texts[n] if n < 3 else "7"
    )
    _, feedback, found = outcome(request)
    (refusal,) = feedback.errors
    assert found == []
    assert all(part in refusal for part in ["'odd'", *told])
    layer = request.parameters["INPUT"]
    expression = QgsExpression(re.search(r"try\(.*?\)\)+", refusal).group(0))
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    read = []
    for feature in list(layer.getFeatures())[:3]:
        context.setFeature(feature)
        value = expression.evaluate(context)
        assert not expression.hasParserError()
        read.append(None if QgsVariantUtils.isNull(value) else value)
    assert read == filled_in
