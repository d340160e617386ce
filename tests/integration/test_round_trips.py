"""What adjacency and costmatrix write is what balance and nearestrep read, in every format."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import QgsVectorLayer
from territory_design.tests.integration.maps import (
    QUICK,
    Listener,
    by_id,
    column,
    grid,
    make_layer,
    pairs,
    refusal,
    representatives,
    square,
)


def read(path: str) -> QgsVectorLayer:
    layer = QgsVectorLayer(path, "written", "ogr")
    assert layer.isValid(), path
    return layer


@pytest.mark.parametrize("ending", ["gpkg", "shp", "geojson", "fgb"])
def test_neighbours_come_back_from_every_format(processing, tmp_path, ending):
    # 1 and 2 are the same square, drawn twice, beside 3.
    rows = [(square(0, 0), 1), (square(0, 0), 2), (square(1, 0), 3)]
    areas = make_layer("Polygon", "id:integer", rows)
    given = {"INPUT": areas, "ID_FIELD": "id", "OUTPUT": str(tmp_path / f"links.{ending}")}
    written = processing.run("territory:adjacency", given, feedback=Listener())
    links = read(written["OUTPUT"])
    assert {tuple(sorted(pair)) for pair in pairs(links)} == {(1, 2), (1, 3), (2, 3)}
    assert all(feature.geometry().length() > 100.0 for feature in links.getFeatures())
    given = {
        "INPUT": areas,
        "COUNT": 2,
        "AREA_ID_FIELD": "id",
        "ADJACENCY": written["OUTPUT"],
        "OUTPUT": "memory:",
        **QUICK,
    }
    result = processing.run("territory:balance", given, feedback=Listener())
    assert len(set(by_id(result["OUTPUT"]).values())) == 2


def matrix(processing, path: Path) -> str:
    homes = representatives(("a", 0, 0), ("b", 3, 0))
    given = {"ORIGINS": homes, "ORIGIN_ID": "rep_id", "DESTINATIONS": grid(4, 1)}
    given |= {"DESTINATION_ID": "id", "OUTPUT": str(path)}
    return processing.run("territory:costmatrix", given, feedback=Listener())["OUTPUT"]


@pytest.mark.parametrize("ending", ["gpkg", "csv", "geojson", "xlsx", "ods", "shp", "dbf"])
def test_costs_come_back_from_every_format(processing, tmp_path, ending):
    written = matrix(processing, tmp_path / f"costs.{ending}")
    assert Path(written.split("|", 1)[0]).exists()
    assert read(written).featureCount() == 8
    given = {
        "INPUT": grid(4, 1),
        "AREA_ID_FIELD": "id",
        "REPS": representatives(("a", 0, 0), ("b", 3, 0)),
        "REP_ID_FIELD": "rep_id",
        "COST_MATRIX": written,
        "OUTPUT": "memory:",
    }
    result = processing.run("territory:nearestrep", given, feedback=Listener())["OUTPUT"]
    found = dict(zip(column(result, "id"), column(result, "territory")))
    assert found == {1: "a", 2: "a", 3: "b", 4: "b"}


def test_a_format_that_holds_no_table_is_refused_before_the_work(processing, tmp_path):
    given = {"ORIGINS": representatives(("a", 0, 0)), "DESTINATIONS": grid(4, 1)}
    given["OUTPUT"] = str(tmp_path / "costs.fgb")
    assert "OUTPUT" in refusal("territory:costmatrix", given, tmp_path)
