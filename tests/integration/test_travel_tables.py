"""Travel tables as other tools write them, read as layers with and without geometry."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingFeatureSource
from qgis.PyQt.QtCore import QByteArray, QDate, QDateTime, QTime
from territory_design.core.travel.settings import Unit
from territory_design.processing_provider.inputs.layers.attributes import spelled
from territory_design.processing_provider.inputs.travel.table import read_cost_table
from territory_design.tests.integration.maps import (
    Listener,
    column,
    grid,
    make_layer,
    refusal,
    spot,
)

LINE = "LineString (500000 5500000, 501000 5500000)"

# From 1 to 2 it is 1.5 km or 3 minutes; from 2 to 1 there is no route.
TABLES = {
    "ours": (
        "origin:integer, destination:integer, distance_m:double, time_s:double",
        [(1, 2, 1500.0, 180.0), (2, 1, None, None)],
        Unit.AUTOMATIC,
    ),
    "ORS Tools": (
        "FROM_ID:string, TO_ID:string, DURATION_H:double, DIST_KM:double",
        [("1", "2", 0.05, 1.5), ("2", "1", None, None)],
        Unit.AUTOMATIC,
    ),
    "QNEAT3": (
        "origin_id:string, destination_id:string, entry_cost:double, network_cost:double, "
        "exit_cost:double, total_cost:double",
        [("1", "2", 1.0, 178.0, 1.0, 180.0), ("2", "1", None, None, None, None)],
        Unit.SECONDS,
    ),
    "Valhalla": (
        "source:integer, target:integer, duration:double, distance:double",
        [(1, 2, 3.0, 1.5), (2, 1, None, None)],
        Unit.MINUTES,
    ),
    "QGIS distance matrix": (
        "InputID:integer, TargetID:integer, Distance:double",
        [(1, 2, 1500.0), (2, 1, None)],
        Unit.METRES,
    ),
    "pgRouting": (
        "start_vid:integer, end_vid:integer, agg_cost:double",
        [(1, 2, 3.0), (2, 1, None)],
        Unit.MINUTES,
    ),
    "Esri by id": (
        "Name:string, OriginID:integer, DestinationID:integer, Total_TravelTime_Minutes:double",
        [("1 - 2", 1, 2, 3.0), ("2 - 1", 2, 1, None)],
        Unit.AUTOMATIC,
    ),
    "Esri by object id": (
        "OriginOID:integer, DestinationOID:integer, Total_Time:double, Total_Distance:double",
        [(1, 2, 3.0, 1.5), (2, 1, None, None)],
        Unit.KILOMETRES,
    ),
    "OSRM": (
        "Origin:integer, Destination:integer, Time:integer",
        [(1, 2, 180), (2, 1, 2147483647)],
        Unit.SECONDS,
    ),
    "r5": (
        "from_id:string, to_id:string, travel_time:integer",
        [("1", "2", 3), ("2", "1", None)],
        Unit.AUTOMATIC,
    ),
    "a column per destination": (
        "ID:integer, 1:double, 2:double",
        [(1, 0.0, 1.5), (2, None, 0.0)],
        Unit.KILOMETRES,
    ),
}


def source(layer):
    """The layer as an algorithm is given it."""
    return QgsProcessingFeatureSource(layer, QgsProcessingContext())


@pytest.mark.parametrize("kind", ["NoGeometry", "LineString"])
@pytest.mark.parametrize("maker", TABLES)
def test_tables_of_other_tools(maker, kind):
    fields, rows, unit = TABLES[maker]
    shape = None if kind == "NoGeometry" else LINE
    layer = make_layer(kind, fields, [(shape, *row) for row in rows])
    feedback = Listener()
    table = read_cost_table(source(layer), feedback, unit)
    expected = {"time_s": 180.0, "distance_m": 1500.0}
    quantities = [name for name in expected if table.gives(name)]
    assert quantities
    for name in quantities:
        costs = table.matrix(["1", "2"], ["1", "2"], name)
        assert costs[0, 1] == pytest.approx(expected[name])
        assert costs[1, 0] == float("inf")
    assert "Travel table" in feedback.infos[0]


@pytest.mark.parametrize("maker", [name for name, case in TABLES.items() if case[2]])
def test_without_a_unit_it_is_asked_for(maker):
    fields, rows, _ = TABLES[maker]
    layer = make_layer("NoGeometry", fields, [(None, *row) for row in rows], crs="")
    with pytest.raises(ValueError, match=r"cannot be known .* \(COST_UNIT\): metres, kilometres"):
        read_cost_table(source(layer), Listener())


def test_the_unit_is_a_parameter(processing, tmp_path):
    rows = [(None, o, d, abs(o - d) * 2.0) for o in (1, 2, 3) for d in (1, 2, 3)]
    fields = "start_vid:integer, end_vid:integer, agg_cost:double"
    matrix = make_layer("NoGeometry", fields, rows, crs="")
    given = {"INPUT": grid(3, 1), "COUNT": 1, "COST_MATRIX": matrix, "AREA_ID_FIELD": "id"}
    text = refusal("territory:sitereps", given, tmp_path)
    assert "the unit of 'agg_cost' cannot be known" in text
    outputs = {"REPS": "memory:", "OUTPUT": "memory:"}
    minutes = processing.run("territory:sitereps", given | outputs | {"COST_UNIT": 4})
    assert column(minutes["OUTPUT"], "time_s") == [120.0, 0.0, 120.0]
    metres = processing.run("territory:sitereps", given | outputs | {"COST_UNIT": 1})
    assert column(metres["OUTPUT"], "distance_m") == [2.0, 0.0, 2.0]


def test_qgis_own_distance_matrix_is_read(processing):
    points = make_layer("Point", "id:integer", [(spot(i, 0), i) for i in (1, 2, 4)])
    for shape in (0, 1):
        matrix = processing.run(
            "qgis:distancematrix",
            {
                "INPUT": points,
                "INPUT_FIELD": "id",
                "TARGET": points,
                "TARGET_FIELD": "id",
                "MATRIX_TYPE": shape,
                "NEAREST_POINTS": 0,
                "OUTPUT": "memory:",
            },
        )["OUTPUT"]
        table = read_cost_table(source(matrix), Listener(), Unit.METRES)
        costs = table.matrix([1, 2], [1, 2, 4], "distance_m")
        assert costs[0].tolist() == pytest.approx([0.0, 1000.0, 3000.0], rel=1e-3)
        assert costs[1, 2] == pytest.approx(2000.0, rel=1e-3)


def test_dates_in_a_table_are_told_as_people_write_them(processing, tmp_path):
    days = [QDate(2026, 1, day) for day in (5, 5, 6)]
    dated = make_layer(
        "NoGeometry",
        "origin:date, destination:datetime, distance_m:double",
        [(None, day, QDateTime(day, QTime(1, 2)), metres) for day, metres in zip(days, (1, 2, 3))],
    )
    given = {"INPUT": grid(2, 1), "TERRITORY_FIELD": "id", "COST_MATRIX": dated}
    text = refusal("territory:resitereps", given, tmp_path)
    assert "1 pair occurs with different costs: 2026-01-05 → 2026-01-05T01:02:00. Keep" in text


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (QDate(2026, 1, 5), "2026-01-05"),
        (QTime(9, 30), "09:30:00"),
        (["a", 2.0], "a, 2"),
        (QByteArray(b"\x00\xff"), "00ff"),
        (7.0, "7"),
        (" x ", "x"),
    ],
)
def test_values_of_any_kind_are_spelled_for_people(value, text):
    assert spelled(value) == text
