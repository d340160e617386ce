"""Travel tables in the spellings of their makers."""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.errors import InvalidInput
from territory_design.core.travel.cost_table import CostTable
from territory_design.core.travel.settings import Unit
from territory_design.core.travel.table_columns import NO_ROUTE, recognised_columns


def columns(names, unit=Unit.AUTOMATIC, numeric=None):
    return recognised_columns(names, [True] * len(names) if numeric is None else numeric, unit)


def costs(*names, unit=Unit.AUTOMATIC):
    return [(c.name, c.quantity, c.factor) for c in columns(names, unit).costs]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (
            ("origin", "destination", "distance_m", "time_s"),
            [("distance_m", "distance_m", 1.0), ("time_s", "time_s", 1.0)],
        ),
        (
            ("FROM_ID", "TO_ID", "DURATION_H", "DIST_KM"),
            [("DURATION_H", "time_s", 3600.0), ("DIST_KM", "distance_m", 1000.0)],
        ),
        (("from_id", "to_id", "travel_time"), [("travel_time", "time_s", 60.0)]),
        (("from_id", "to_id", "travel_time_p50"), [("travel_time_p50", "time_s", 60.0)]),
        (
            ("OriginID", "DestinationID", "Total_TravelTime_Minutes", "Total_Kilometers"),
            [
                ("Total_TravelTime_Minutes", "time_s", 60.0),
                ("Total_Kilometers", "distance_m", 1000.0),
            ],
        ),
        (("OriginOID", "DestinationOID", "Total_Miles"), [("Total_Miles", "distance_m", 1609.344)]),
        (("source", "target", "duration_min"), [("duration_min", "time_s", 60.0)]),
        (("ORIGIN", "Destination", "Time_S"), [("Time_S", "time_s", 1.0)]),
        (("fid", "origin", "destinatio", "distance_m"), [("distance_m", "distance_m", 1.0)]),
    ],
)
def test_a_unit_that_the_name_tells_is_taken(names, expected):
    assert costs(*names) == expected


@pytest.mark.parametrize(
    ("names", "unit", "expected"),
    [
        (
            ("origin_id", "destination_id", "entry_cost", "network_cost", "total_cost"),
            Unit.SECONDS,
            ("total_cost", "time_s", 1.0),
        ),
        (
            ("origin_id", "destination_id", "total_cost"),
            Unit.KILOMETRES,
            ("total_cost", "distance_m", 1000.0),
        ),
        (
            ("source", "target", "duration", "distance"),
            Unit.MINUTES,
            ("duration", "time_s", 60.0),
        ),
        (
            ("source", "target", "duration", "distance"),
            Unit.METRES,
            ("distance", "distance_m", 1.0),
        ),
        (("InputID", "TargetID", "Distance"), Unit.METRES, ("Distance", "distance_m", 1.0)),
        (("start_vid", "end_vid", "agg_cost"), Unit.HOURS, ("agg_cost", "time_s", 3600.0)),
        (
            ("OriginID", "DestinationID", "Total_Time", "Total_Distance"),
            Unit.MINUTES,
            ("Total_Time", "time_s", 60.0),
        ),
        (
            ("OriginOID", "DestinationOID", "Total_Walk"),
            Unit.HOURS,
            ("Total_Walk", "time_s", 3600.0),
        ),
        (("Origin", "Destination", "Time"), Unit.SECONDS, ("Time", "time_s", 1.0)),
    ],
)
def test_a_unit_that_cannot_be_known_is_asked_for(names, unit, expected):
    with pytest.raises(InvalidInput, match=rf"the unit of '.*{expected[0]}'.* cannot be known"):
        columns(names)
    assert costs(*names, unit=unit) == [expected]


def test_a_unit_of_the_other_quantity_does_not_fit():
    with pytest.raises(InvalidInput, match="the unit of 'Distance' cannot be known"):
        columns(["InputID", "TargetID", "Distance"], Unit.SECONDS)


def test_a_unit_in_the_name_stands_and_the_rest_is_named():
    esri = ["OriginID", "DestinationID", "Total_Minutes", "Total_Distance", "Total_Time"]
    found = columns(esri, Unit.HOURS)
    assert [(c.name, c.factor) for c in found.costs] == [("Total_Minutes", 60.0)]
    assert found.ignored == ("Total_Distance", "Total_Time")
    both = columns(esri, Unit.KILOMETRES)
    assert [(c.name, c.factor) for c in both.costs] == [
        ("Total_Minutes", 60.0),
        ("Total_Distance", 1000.0),
    ]


def test_what_was_taken_is_told():
    told = str(columns(["FROM_ID", "TO_ID", "DURATION_H", "DIST_KM"]).told())
    assert told == (
        "Travel table (ORS Tools): from 'FROM_ID' to 'TO_ID', 'DURATION_H' (hours), "
        "'DIST_KM' (kilometres)."
    )
    told = str(columns(["start_vid", "end_vid", "agg_cost"], Unit.MINUTES).told())
    assert told.endswith("'agg_cost' (minutes).")


def test_a_column_per_destination():
    found = columns(
        ["fid", "ID", "7", "9", "note"], Unit.KILOMETRES, [True, True, True, True, False]
    )
    assert found.is_wide
    assert (found.origin, [c.name for c in found.costs]) == ("ID", ["7", "9"])
    assert "2 destinations as columns, in kilometres" in str(found.told())
    with pytest.raises(InvalidInput, match="the unit of '7', '9' cannot be known"):
        columns(["ID", "7", "9"])


def test_a_wide_table_is_read_by_rows():
    table = CostTable.from_wide([1, 2], ["a", "b"], np.array([[1.0, 2.0], [3.0, 4.0]]), "time_s")
    assert table.matrix([2], ["b"]).tolist() == [[4.0]]
    assert table.quantity() == "time_s"


def test_the_greatest_integer_is_no_route():
    [time] = columns(["Origin", "Destination", "Time"], Unit.MINUTES).costs
    assert time.values(np.array([2.0, NO_ROUTE, 0.0])).tolist() == [120.0, np.inf, 0.0]


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["a", "b"], "no columns 'origin' and 'destination', .* its columns are: a, b"),
        ([], "its columns are: –"),
        (["origin", "destination", "note"], "'origin' and 'destination', but no column with costs"),
        (["InputID", "MEAN", "MIN"], "no columns 'origin' and 'destination'"),
    ],
)
def test_what_is_no_travel_table_is_refused_with_its_columns(names, words):
    with pytest.raises(InvalidInput, match=words):
        columns(names)
