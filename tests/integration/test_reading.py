"""Layers as they come: invalid geometries in any input, places far from all others."""

from __future__ import annotations

import re

import pytest
from qgis.core import QgsVectorLayer
from territory_design.tests.integration.maps import (
    EAST,
    NORTH,
    QUICK,
    ROOT,
    Listener,
    grid,
    make_layer,
    refusal,
    representatives,
    spot,
    square,
)


def bow_tie(x: float, y: float, size: float = 300.0) -> str:
    """A polygon that crosses itself."""
    west, south, east, north = EAST + x, NORTH + y, EAST + x + size, NORTH + y + size
    return (
        f"Polygon (({west} {south}, {east} {north}, {east} {south}, {west} {north}, "
        f"{west} {south}))"
    )


def named_squares():
    rows = [(square(n % 4, n // 4), n + 1, "ab"[n > 7]) for n in range(16)]
    return make_layer("Polygon", "id:integer, plan:string", rows)


class TestInvalidGeometries:
    """Where they do no harm they pass; else the run is refused, and the next one is sound."""

    @pytest.mark.parametrize("algorithm", ["nearestrep", "clustercustomers", "resitereps"])
    def test_in_representatives(self, processing, tmp_path, algorithm):
        people = make_layer(
            "Polygon", "rep_id:string", [(bow_tie(100, 100), "a"), (square(3, 3), "b")]
        )
        given = {"INPUT": named_squares(), "REPS": people, "REP_ID_FIELD": "rep_id"}
        given["TERRITORY_FIELD"] = "plan"
        for _ in range(2):
            text = refusal(f"territory:{algorithm}", given, tmp_path)
            assert "(REPS): 1 feature has an invalid geometry (feature id 1" in text

    @pytest.mark.parametrize("algorithm", ["adjacency", "balance"])
    def test_in_barriers(self, processing, algorithm):
        # Two triangles that meet in the middle of the strip, 20 m wide at its ends.
        x, y = EAST + 2000, NORTH
        river = f"Polygon (({x - 10} {y}, {x + 10} {y}, {x - 10} {y + 4000}, {x + 10} {y + 4000}, "
        barrier = make_layer("Polygon", "n:integer", [(f"{river}{x - 10} {y}))", 1)])
        log = Listener()
        given = {"INPUT": grid(4, 4), "BARRIERS": barrier, "COUNT": 2, "OUTPUT": "memory:"}
        processing.run(f"territory:{algorithm}", given, feedback=log)
        assert "Barriers cut 4 borders of 24." in log.infos

    def test_in_an_adjacency_and_a_matrix(self, processing):
        here = f"LineString ({EAST} {NORTH}, {EAST} {NORTH})"
        links = [(here, n, n + 1) for n in range(1, 4)]
        ways = [(here, a, b, abs(a - b) * 1000.0) for a in range(1, 5) for b in range(1, 5)]
        given = {
            "INPUT": grid(4, 1),
            "AREA_ID_FIELD": "id",
            "COUNT": 2,
            "ADJACENCY": make_layer("LineString", "from_id:integer, to_id:integer", links),
            "OUTPUT": "memory:",
            **QUICK,
        }
        assert processing.run("territory:balance", given, feedback=Listener())["PARTS"] == 2
        fields = "origin:integer, destination:integer, distance_m:double"
        given = {"INPUT": grid(4, 1), "AREA_ID_FIELD": "id", "COUNT": 2, "REPS": "memory:"}
        given |= {"COST_MATRIX": make_layer("LineString", fields, ways), "OUTPUT": "memory:"}
        assert processing.run("territory:sitereps", given, feedback=Listener())["OBJECTIVE"] > 0


class TestFarPlaces:
    def customers(self, *more):
        rows = [(spot(n % 5, n // 5), n) for n in range(25)]
        return make_layer("Point", "id:integer", [*rows, *more])

    def said(self, processing, algorithm: str, **given) -> list[str]:
        log = Listener()
        given |= {"OUTPUT": "memory:", "CENTERS": "memory:"}
        processing.run(f"territory:{algorithm}", given, feedback=log)
        return [text for text in log.warnings if "very far from all others" in text]

    def test_no_word_about_a_sound_layer(self, processing):
        assert self.said(processing, "clustercustomers", INPUT=self.customers(), COUNT=2) == []

    @pytest.mark.parametrize("place", ["Point (0 0)", f"Point ({EAST} 500000)"])
    @pytest.mark.parametrize("algorithm", ["clustercustomers", "greenfield"])
    def test_a_customer_thousands_of_kilometres_away(self, processing, place, algorithm):
        customers = self.customers((place, 99))
        count = {"COUNT": 2} if algorithm == "clustercustomers" else {"COUNT_MIN": 2}
        (text,) = self.said(processing, algorithm, INPUT=customers, **count)
        assert text.startswith("“Customers” (INPUT): 1 feature lies at 0, 0 or very far")
        assert "(id 26)" in text

    def test_a_representative_on_another_continent(self, processing):
        people = representatives(("a", 0, 0), ("b", 5000, 0))
        (text,) = self.said(processing, "nearestrep", INPUT=self.customers(), REPS=people)
        assert text.startswith("“Representatives” (REPS): 1 feature")


class TestDegrees:
    """The customers of the example's spreadsheet, added as newcomers add it."""

    def said(self, processing, x: str, y: str, crs: str, **more) -> str:
        file = ROOT / "example" / "customers_from_a_spreadsheet.csv"
        source = f"{file.as_uri()}?type=csv&xField={x}&yField={y}&crs={crs}"
        layer = QgsVectorLayer(source, "customers", "delimitedtext")
        assert layer.featureCount() == 60
        log = Listener()
        given = {"INPUT": layer, "OUTPUT": "memory:", **more}
        processing.run("territory:clustercustomers", given, feedback=log)
        return log.warned

    def people(self) -> dict:
        return {"REPS": f"{ROOT / 'example' / 'heidelberg.gpkg'}|layername=representatives"}

    def test_no_word_where_all_is_right(self, processing):
        assert self.said(processing, "lon", "lat", "EPSG:4326", **self.people()) == ""

    def test_longitude_and_latitude_exchanged(self, processing):
        text = self.said(processing, "lat", "lon", "EPSG:4326", **self.people())
        assert re.match(
            r"“Representatives” \(REPS\) lies 5,\d{3} km away from the layer with which it is used",
            text,
        )
        assert "X is the longitude" in text

    def test_degrees_taken_for_metres(self, processing):
        text = self.said(processing, "lon", "lat", "EPSG:25832", COUNT=3)
        assert "(INPUT): all coordinates are degrees by their size" in text
        assert "EPSG:25832, counts metres" in text
        assert "EPSG:4326" in text
