"""What repairs of geometries give, surfaces, and what is no area at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QMetaType
from territory_design.processing_provider.inputs.layers.shapes import polygonal_part
from territory_design.tests.integration.maps import (
    EAST,
    NORTH,
    QUICK,
    UTM32,
    Listener,
    by_id,
    column,
    grid,
    make_layer,
    refusal,
    representatives,
    spot,
    square,
)


def drawn(place: int) -> str:
    """A square of the strip 0 1 2 3 as WKT without its keyword."""
    return square(place, 0)[len("Polygon ") :]


def collection(place: int) -> str:
    """A square with a stray line and a stray point, as repairs of geometries leave them."""
    return (
        f"GeometryCollection (Polygon {drawn(place)}, "
        f"LineString ({EAST} {NORTH}, {EAST} {NORTH + 1000}), Point ({EAST} {NORTH}))"
    )


def mixed_file(folder: Path, *geometries: str, name: str = "mixed.gpkg") -> str:
    """A GeoPackage whose layer may hold any kind of geometry; ids from 501."""
    path = str(folder / name)
    fields = QgsFields()
    fields.append(QgsField("id", QMetaType.Type.Int))
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = "GPKG"
    writer = QgsVectorFileWriter.create(
        path,
        fields,
        QgsWkbTypes.Type.Unknown,
        QgsCoordinateReferenceSystem(UTM32),
        QgsCoordinateTransformContext(),
        options,
    )
    for number, wkt in enumerate(geometries, start=501):
        feature = QgsFeature(fields)
        feature.setGeometry(QgsGeometry.fromWkt(wkt))
        feature.setAttributes([number])
        assert writer.addFeature(feature), writer.errorMessage()
    del writer
    return path


@pytest.fixture
def strip(tmp_path) -> str:
    """Squares 501 502 503 504 in a row, of which 502 is a collection."""
    return mixed_file(tmp_path, square(0, 0), collection(1), square(2, 0), f"Polygon {drawn(3)}")


class TestCollections:
    def test_its_polygons_count_and_the_feature_goes_on_whole(self, processing, strip, tmp_path):
        out, log = tmp_path / "plan", Listener()
        out.mkdir()
        result = processing.run(
            "territory:balance",
            {
                "INPUT": strip,
                "COUNT": 2,
                **QUICK,
                "OUTPUT": str(out / "areas.gpkg"),
                "TERRITORIES": str(out / "territories.gpkg"),
            },
            feedback=log,
        )
        areas = QgsVectorLayer(result["OUTPUT"], "areas", "ogr")
        assert by_id(areas)[501] == by_id(areas)[502] != by_id(areas)[503] == by_id(areas)[504]
        whole = {feature["id"]: feature.geometry() for feature in areas.getFeatures()}[502]
        assert whole.equals(QgsGeometry.fromWkt(collection(1)))
        assert areas.geometryType() == grid(1, 1).geometryType(), "it is drawn as areas"
        territories = QgsVectorLayer(result["TERRITORIES"], "territories", "ogr")
        assert column(territories, "area_km2") == pytest.approx([2.0, 2.0], rel=1e-3)
        (said,) = [text for text in log.warnings if "collection of polygons" in text]
        assert "feature id 2" in said

    @pytest.mark.parametrize(
        ("algorithm", "more"),
        [
            ("balance", {"COUNT": 2}),
            ("nearestrep", {"REPS": ((0, 0, 0), (1, 3, 0))}),
            ("sitereps", {"COUNT": 2}),
            ("adjacency", {}),
            ("greenfield", {"COUNT_MIN": 2}),
            ("clustercustomers", {"COUNT": 2}),
            ("evaluate", {"TERRITORY_FIELD": "id"}),
            ("resitereps", {"TERRITORY_FIELD": "id"}),
            ("costmatrix", {"DESTINATIONS": "INPUT"}),
        ],
    )
    def test_every_algorithm_takes_them(self, processing, strip, algorithm, more):
        if "REPS" in more:
            more = {"REPS": representatives(*more["REPS"])}
        source = "ORIGINS" if algorithm == "costmatrix" else "INPUT"
        given = {key: strip if value == "INPUT" else value for key, value in more.items()}
        outputs = {"OUTPUT": "memory:", "CENTERS": "memory:"}
        if algorithm == "sitereps":
            outputs["REPS"] = "memory:"
        result = processing.run(
            f"territory:{algorithm}", outputs | {source: strip} | given, feedback=Listener()
        )
        assert result["OUTPUT"].featureCount() == {"adjacency": 3, "costmatrix": 16}.get(
            algorithm, 4
        )

    def test_a_temporary_layer_keeps_the_polygons(self, processing, strip):
        result = processing.run(
            "territory:nearestrep",
            {"INPUT": strip, "REPS": representatives((0, 0, 0)), "OUTPUT": "memory:"},
            feedback=Listener(),
        )
        assert [f.geometry().area() for f in result["OUTPUT"].getFeatures()] == [1e6] * 4

    @pytest.mark.parametrize("algorithm", ["balance", "nearestrep", "adjacency", "sitereps"])
    def test_what_holds_no_polygon_is_refused_with_its_id(self, processing, tmp_path, algorithm):
        inputs, outputs = tmp_path / "in", tmp_path / "out"
        inputs.mkdir()
        outputs.mkdir()
        line = f"GeometryCollection (LineString ({EAST} {NORTH}, {EAST} {NORTH + 1000}))"
        path = mixed_file(inputs, square(0, 0), square(1, 0), line)
        given = {"INPUT": path, "COUNT": 1, "REPS": representatives(("a", 0, 0))}
        if algorithm in ("adjacency", "sitereps"):
            del given["REPS"]
        text = refusal(f"territory:{algorithm}", given, outputs)
        assert "(INPUT) holds areas, but 1 feature has no polygon (feature id 3)" in text


@pytest.mark.parametrize(
    ("wkt", "area"),
    [
        ("Polygon ((0 0, 1 0, 1 1, 0 1, 0 0))", 1.0),
        ("MultiPolygonZ (((0 0 5, 1 0 5, 1 1 5, 0 1 5, 0 0 5)))", 1.0),
        ("TIN Z (((0 0 0, 1 0 0, 0 1 0, 0 0 0)), ((1 0 0, 1 1 0, 0 1 0, 1 0 0)))", 1.0),
        ("PolyhedralSurface Z (((0 0 0, 2 0 0, 2 1 0, 0 1 0, 0 0 0)))", 2.0),
        ("Triangle ((0 0, 1 0, 0 1, 0 0))", 0.5),
        ("CurvePolygon (CircularString (0 0, 1 1, 2 0, 1 -1, 0 0))", 3.14),
        ("MultiSurface (((0 0, 1 0, 1 1, 0 0)))", 0.5),
        (
            "GeometryCollection (Point (9 9), GeometryCollection ("
            "MultiPolygon (((0 0, 1 0, 1 1, 0 0)), ((5 0, 6 0, 6 1, 5 1, 5 0)))))",
            1.5,
        ),
    ],
)
def test_every_kind_of_area(wkt, area):
    part = polygonal_part(QgsGeometry.fromWkt(wkt))
    assert QgsWkbTypes.flatType(part.wkbType()) in (
        QgsWkbTypes.Type.Polygon,
        QgsWkbTypes.Type.MultiPolygon,
    )
    assert part.area() == pytest.approx(area, rel=2e-3)


@pytest.mark.parametrize(
    "wkt",
    ["Point (1 1)", "LineString (0 0, 1 1)", "GeometryCollection (Point (1 1))", ""],
)
def test_what_is_no_area(wkt):
    assert polygonal_part(QgsGeometry.fromWkt(wkt)).isEmpty()


def lines() -> QgsVectorLayer:
    rows = [
        (f"LineString ({EAST + n * 1000} {NORTH}, {EAST + n * 1000 + 900} {NORTH})", n)
        for n in range(4)
    ]
    return make_layer("LineString", "id:integer", rows)


@pytest.mark.parametrize(
    "algorithm", ["nearestrep", "sitereps", "greenfield", "evaluate", "resitereps", "balance"]
)
def test_lines_are_refused_before_the_work(processing, tmp_path, algorithm):
    given = {"INPUT": lines(), "TERRITORY_FIELD": "id"}
    if algorithm == "nearestrep":
        given["REPS"] = representatives(("a", 0, 0))
    text = refusal(f"territory:{algorithm}", given, tmp_path)
    assert "(INPUT): 4 features are neither points nor polygons (feature ids 1, 2, 3, 4)" in text


def test_points_where_areas_are_needed(processing, tmp_path):
    points = make_layer("Point", "id:integer", [(spot(n, 0), n) for n in range(4)])
    for algorithm in ("balance", "adjacency"):
        given = {"INPUT": points, "COUNT": 2}
        assert "(INPUT) holds points" in refusal(f"territory:{algorithm}", given, tmp_path)
