"""Where results go: several in one file, never over an input, all of them or none, all whole."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import resource
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from unittest.mock import patch

import pytest
from qgis.core import (
    QgsLayerTreeModel,
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from territory_design.core.errors import InvalidInput
from territory_design.processing_provider.outputs.writing import layer_writer, staging
from territory_design.processing_provider.reports import run_reports
from territory_design.tests.integration.maps import (
    QUICK,
    Listener,
    by_id,
    column,
    grid,
    make_layer,
    representatives,
    run_into_project,
    spot,
    square,
)

BALANCE, NEAREST = "territory:balance", "territory:nearestrep"
CUSTOMERS = "id:integer, now:string, cluster:integer"
NAMED = "id:integer, weight:double"
TWO = {"COUNT": 2, **QUICK}


def customers() -> QgsVectorLayer:
    """Twelve customers: four in a row, three rows."""
    rows = [(spot(n % 4, n // 4), n, "ab"[n % 2], n % 2) for n in range(12)]
    return make_layer("Point", CUSTOMERS, rows)


def areas() -> QgsVectorLayer:
    return grid(4, 3, NAMED, lambda n: (n, 1.0))


def saving_as(driver: str) -> QgsVectorFileWriter.SaveVectorOptions:
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.driverName = driver
    return options


def saved(layer: QgsVectorLayer, path: Path) -> str:
    """The layer in a GeoPackage, in a table that is called as the file."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = path.stem
    code, problem, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
        layer, str(path), layer.transformContext(), options
    )
    assert code == QgsVectorFileWriter.WriterError.NoError, problem
    return str(path)


def tables(path: str) -> list[str]:
    with closing(sqlite3.connect(path)) as database:
        return sorted(name for (name,) in database.execute("SELECT table_name FROM gpkg_contents"))


def fingerprint(path: str) -> str:
    return hashlib.sha256(Path(path).read_bytes()).hexdigest()


def refused(processing, algorithm: str, **parameters) -> str:
    quick = QUICK if algorithm == BALANCE else {}
    with pytest.raises(QgsProcessingException) as refusal:
        processing.run(algorithm, {"OUTPUT": "memory:"} | quick | parameters, feedback=Listener())
    return str(refusal.value)


MANY = {
    "balance": (lambda: {"INPUT": areas(), **TWO}, ("OUTPUT", "TERRITORIES", "REPS_OUT")),
    "nearestrep": (
        lambda: {"INPUT": areas(), "REPS": representatives(("a", 0, 0), ("b", 3, 2))},
        ("OUTPUT", "TERRITORIES"),
    ),
    "clustercustomers": (
        lambda: {"INPUT": customers(), "COUNT": 2},
        ("OUTPUT", "CENTERS", "SUMMARY"),
    ),
    "matchreps": (
        lambda: {"INPUT": customers(), "CLUSTER_FIELD": "cluster", "CURRENT_FIELD": "now"},
        ("OUTPUT", "MATCHES"),
    ),
}


class TestOnePlaceForSeveral:
    @pytest.mark.parametrize("name", MANY)
    def test_one_geopackage_holds_all_layers_of_a_run(self, processing, tmp_path, name):
        make, outputs = MANY[name]
        path = str(tmp_path / "all.gpkg")
        results = processing.run(f"territory:{name}", make() | dict.fromkeys(outputs, path))
        assert tables(path) == sorted(output.lower() for output in outputs)
        for output in outputs:
            layer = QgsVectorLayer(results[output], output, "ogr")
            assert layer.isValid()
            assert layer.featureCount() == (12 if output == "OUTPUT" else layer.featureCount())
            assert layer.featureCount() > 0

    @pytest.mark.parametrize("suffix", ["shp", "geojson"])
    def test_other_files_hold_one_layer(self, processing, tmp_path, suffix):
        path = str(tmp_path / f"all.{suffix}")
        text = refused(processing, BALANCE, INPUT=areas(), COUNT=2, OUTPUT=path, TERRITORIES=path)
        assert "(OUTPUT)" in text
        assert "(TERRITORIES)" in text
        assert "same place" in text
        assert list(tmp_path.iterdir()) == []

    def test_a_table_goes_to_one_output_only(self, processing, tmp_path):
        place = f"ogr:dbname='{tmp_path / 'all.gpkg'}' table=\"plan\" (geom)"
        text = refused(processing, BALANCE, INPUT=areas(), COUNT=2, OUTPUT=place, TERRITORIES=place)
        assert "same place" in text

    def test_the_report_has_a_file_of_its_own(self, processing, tmp_path):
        path = str(tmp_path / "all.gpkg")
        text = refused(processing, BALANCE, INPUT=areas(), COUNT=2, OUTPUT=path, REPORT=path)
        assert "same place" in text


class TestInputsStay:
    @pytest.mark.parametrize("output", ["OUTPUT", "TERRITORIES", "REPORT"])
    def test_no_output_overwrites_an_input(self, processing, tmp_path, output):
        path = saved(areas(), tmp_path / "areas.gpkg")
        before = fingerprint(path)
        text = refused(processing, BALANCE, INPUT=path, COUNT=2, **{output: path})
        assert f"({output})" in text
        assert "(INPUT)" in text
        assert fingerprint(path) == before

    def test_not_through_a_link_either(self, processing, tmp_path):
        path = saved(areas(), tmp_path / "areas.gpkg")
        link = tmp_path / "link.gpkg"
        link.symlink_to(path)
        text = refused(processing, BALANCE, INPUT=path, COUNT=2, OUTPUT=str(link))
        assert "(INPUT)" in text

    @pytest.mark.parametrize("which", ["|layername=areas", "|layerid=0", ""])
    def test_not_the_table_that_is_read(self, processing, tmp_path, which):
        path = saved(areas(), tmp_path / "areas.gpkg")
        place = f"ogr:dbname='{path}' table=\"areas\" (geom)"
        text = refused(processing, BALANCE, INPUT=f"{path}{which}", COUNT=2, OUTPUT=place)
        assert "(INPUT)" in text

    @pytest.mark.parametrize("which", ["|layername=areas", "|layerid=0", ""])
    def test_another_table_beside_the_input(self, processing, tmp_path, which):
        path = saved(areas(), tmp_path / "areas.gpkg")
        place = f"ogr:dbname='{path}' table=\"plan\" (geom)"
        results = processing.run(BALANCE, {"INPUT": f"{path}{which}", **TWO, "OUTPUT": place})
        assert tables(path) == ["areas", "plan"]
        assert QgsVectorLayer(results["OUTPUT"], "plan", "ogr").featureCount() == 12
        assert QgsVectorLayer(f"{path}|layername=areas", "areas", "ogr").featureCount() == 12


class TestAllOrNothing:
    """What is there stays as it was until all that a run writes is whole."""

    @pytest.fixture(params=["while features go in", "while the file is closed"])
    def full_disk(self, request, monkeypatch):
        """There is no room for the territories."""
        original = layer_writer.LayerWriter._filled

        def filled(self, layer, parameters, executor):
            destination, filling = original(self, layer, parameters, executor)
            if layer.name != "TERRITORIES":
                return destination, filling
            filling.settle()
            if request.param == "while features go in":
                raise self._unwritten(layer, "No space left on device")
            filling._closing = executor.submit(filling._give_up, "No space left on device")
            return destination, filling

        monkeypatch.setattr(layer_writer.LayerWriter, "_filled", filled)

    def test_a_file_that_is_there_survives(self, processing, tmp_path, full_disk):
        path = saved(areas(), tmp_path / "old.gpkg")
        before = fingerprint(path)
        text = refused(
            processing,
            BALANCE,
            INPUT=areas(),
            COUNT=2,
            OUTPUT=path,
            TERRITORIES=str(tmp_path / "territories.gpkg"),
            REPORT=str(tmp_path / "report.html"),
        )
        assert "No space left" in text
        assert fingerprint(path) == before
        assert [file.name for file in tmp_path.iterdir()] == ["old.gpkg"]

    def test_tables_that_are_there_survive(self, processing, tmp_path, full_disk):
        path = saved(areas(), tmp_path / "old.gpkg")
        before = fingerprint(path)
        refused(
            processing,
            BALANCE,
            INPUT=areas(),
            COUNT=2,
            OUTPUT=f"ogr:dbname='{path}' table=\"old\" (geom)",
            TERRITORIES=f"ogr:dbname='{path}' table=\"territories\" (geom)",
        )
        assert fingerprint(path) == before
        assert [file.name for file in tmp_path.iterdir()] == ["old.gpkg"]

    def test_what_a_killed_run_has_left_is_cleared_away(self, processing, tmp_path):
        gone = subprocess.run(
            [sys.executable, "-c", "import os; print(os.getpid())"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.strip()
        mine = staging._new_folder(tmp_path)
        assert f"_{os.getpid()}_" in mine.name
        left = tmp_path / mine.name.replace(f"_{os.getpid()}_", f"_{gone}_")
        left.mkdir()
        (left / "half.gpkg").write_bytes(b"SQLite")
        foreign = tmp_path / f".territory_design_elsewhere_{gone}_abc"
        foreign.mkdir()
        out = str(tmp_path / "out.gpkg")
        processing.run("territory:adjacency", {"INPUT": areas(), "OUTPUT": out})
        assert not left.exists()
        assert mine.exists(), "a run of this process may be writing there"
        assert foreign.exists(), "a process of another machine cannot be asked"

    def test_a_table_is_replaced_and_its_neighbours_stay(self, processing, tmp_path):
        path = saved(areas(), tmp_path / "old.gpkg")
        for count in (2, 3):
            processing.run(
                BALANCE,
                {
                    "INPUT": areas(),
                    **QUICK,
                    "COUNT": count,
                    "OUTPUT": "memory:",
                    "TERRITORIES": f"ogr:dbname='{path}' table=\"territories\" (geom)",
                },
            )
            assert tables(path) == ["old", "territories"]
            found = QgsVectorLayer(f"{path}|layername=territories", "territories", "ogr")
            assert found.featureCount() == count

    def test_a_layer_that_is_open_sees_the_new_content(self, processing, tmp_path):
        path = str(tmp_path / "plan.gpkg")
        processing.run(BALANCE, {"INPUT": areas(), **TWO, "OUTPUT": path})
        opened = QgsVectorLayer(path, "open", "ogr")
        assert set(column(opened, "territory")) == {1, 2}
        processing.run(BALANCE, {"INPUT": areas(), **QUICK, "COUNT": 3, "OUTPUT": path})
        assert set(column(QgsVectorLayer(path, "new", "ogr"), "territory")) == {1, 2, 3}
        opened.dataProvider().reloadData()
        assert set(column(opened, "territory")) == {1, 2, 3}

    @pytest.mark.parametrize("suffix", ["gpkg", "geojson", "gml", "csv", "shp", "fgb"])
    def test_a_disk_that_fills_up_is_an_error(self, processing, tmp_path, suffix):
        """No file of this process may grow beyond 300 bytes while the layers are written."""
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (300, hard))
        try:
            text = refused(
                processing,
                BALANCE,
                INPUT=areas(),
                COUNT=2,
                OUTPUT=str(tmp_path / f"plan.{suffix}"),
            )
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
            signal.signal(signal.SIGXFSZ, old)
        assert text
        assert list(tmp_path.iterdir()) == []

    def test_a_place_that_refuses_at_the_end(self, processing, tmp_path, monkeypatch):
        def full(file: Path, place: Path) -> None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        monkeypatch.setattr(staging, "_put", full)
        text = refused(
            processing, BALANCE, INPUT=areas(), COUNT=2, OUTPUT=str(tmp_path / "plan.gpkg")
        )
        assert os.strerror(errno.ENOSPC) in text
        assert list(tmp_path.iterdir()) == []

    def test_where_one_place_refuses_the_others_are_as_they_were(
        self, processing, tmp_path, monkeypatch
    ):
        there = tmp_path / "areas.geojson"
        there.write_text("what was there before")
        put = staging._put

        def full(file: Path, place: Path) -> None:
            if place.suffix == ".csv":
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            put(file, place)

        monkeypatch.setattr(staging, "_put", full)
        text = refused(
            processing,
            BALANCE,
            INPUT=areas(),
            COUNT=2,
            OUTPUT=str(there),
            TERRITORIES=str(tmp_path / "new.gpkg"),
            CONVERGENCE=str(tmp_path / "course.csv"),
            REPORT=str(tmp_path / "report.html"),
        )
        assert os.strerror(errno.ENOSPC) in text
        assert there.read_text() == "what was there before"
        assert [file.name for file in tmp_path.iterdir()] == [there.name]

    def test_a_fault_in_the_report_leaves_the_layers_whole(self, processing, tmp_path, monkeypatch):
        def faulty(*_: object) -> None:
            raise ValueError("a fault")

        monkeypatch.setattr(run_reports, "draw_report", faulty)
        listener = Listener()
        old = tmp_path / "report.html"
        old.write_text("an older report")
        results = processing.run(
            BALANCE,
            {
                "INPUT": areas(),
                **TWO,
                "OUTPUT": str(tmp_path / "plan.gpkg"),
                "REPORT": str(old),
            },
            feedback=listener,
        )
        assert "REPORT" not in results
        assert old.read_text() == "an older report"
        assert "could not be made (a fault)" in listener.warned
        assert QgsVectorLayer(results["OUTPUT"], "plan", "ogr").featureCount() == 12

    def test_a_fault_in_a_pdf_leaves_the_layers_whole(self, processing, tmp_path, monkeypatch):
        def faulty(*_: object) -> None:
            raise InvalidInput("There is no paper.")

        monkeypatch.setattr(run_reports, "write_pdf", faulty)
        listener = Listener()
        results = processing.run(
            BALANCE,
            {
                "INPUT": areas(),
                **TWO,
                "OUTPUT": str(tmp_path / "plan.gpkg"),
                "REPORT": str(tmp_path / "report.pdf"),
            },
            feedback=listener,
        )
        assert "REPORT" not in results
        assert "“Report” (REPORT) could not be made (There is no paper)" in listener.warned
        assert QgsVectorLayer(results["OUTPUT"], "plan", "ogr").featureCount() == 12


class TestFormats:
    def test_a_table_as_a_shapefile_is_where_it_is_said_to_be(self, processing, tmp_path):
        results = processing.run(
            "territory:costmatrix",
            {
                "ORIGINS": representatives(("a", 0, 0), ("b", 3, 2)),
                "DESTINATIONS": areas(),
                "OUTPUT": str(tmp_path / "costs.shp"),
            },
        )
        assert results["OUTPUT"] == str(tmp_path / "costs.dbf")
        assert QgsVectorLayer(results["OUTPUT"], "costs", "ogr").featureCount() == 24

    def test_a_table_where_only_shapes_fit_is_refused(self, processing, tmp_path):
        text = refused(
            processing,
            "territory:costmatrix",
            ORIGINS=representatives(("a", 0, 0), ("b", 3, 2)),
            DESTINATIONS=areas(),
            OUTPUT=str(tmp_path / "costs.fgb"),
        )
        assert "(OUTPUT)" in text
        assert ".fgb" in text
        assert list(tmp_path.iterdir()) == []

    def test_a_shapefile_leaves_no_index_of_the_one_before(self, processing, tmp_path):
        (tmp_path / "plan.qix").write_bytes(b"an index of other areas")
        path = str(tmp_path / "plan.shp")
        processing.run(BALANCE, {"INPUT": areas(), **TWO, "OUTPUT": path})
        assert not (tmp_path / "plan.qix").exists()
        assert QgsVectorLayer(path, "plan", "ogr").featureCount() == 12

    def test_collections_go_into_a_shapefile_as_polygons(self, processing, tmp_path):
        shapes = [(f"GeometryCollection ({square(n, 0)}, {spot(n, 0)})", n) for n in range(4)]
        mixed = make_layer("GeometryCollection", "id:integer", shapes)
        path = tmp_path / "areas.shp"
        given = {"INPUT": mixed, "TERRITORY_FIELD": "id", "OUTPUT": str(path)}
        written = QgsVectorLayer(processing.run("territory:evaluate", given)["OUTPUT"])
        assert [round(f.geometry().area()) for f in written.getFeatures()] == [1_000_000] * 4

    def test_what_gdal_refuses_comes_with_output_and_remedy(self, processing, tmp_path):
        given = {"INPUT": areas(), "COUNT": 2, "OUTPUT": str(tmp_path / "areas.nonsense")}
        with patch.object(
            QgsProcessingAlgorithm,
            "parameterAsSink",
            side_effect=QgsProcessingException("Could not create layer x: no such driver."),
        ):
            text = refused(processing, BALANCE, **given)
        assert text.startswith("Output “Areas by territory” (OUTPUT) could not be written: Could")
        assert "no such driver. Choose another place, or another kind of file" in text
        assert not list(tmp_path.iterdir())


class TestNumbersOfRows:
    @pytest.mark.parametrize(
        ("kind", "value"),
        [
            ("double", float),
            ("string", lambda n: f"A{n}"),
            ("integer", lambda n: n // 2),
            ("integer", lambda n: n - 5),
        ],
    )
    def test_what_cannot_number_rows_gets_another_name(self, processing, tmp_path, kind, value):
        layer = grid(4, 3, f"fid:{kind}, id:integer", lambda n: (value(n), n))
        heard = Listener()
        path = str(tmp_path / "plan.gpkg")
        processing.run(BALANCE, {"INPUT": layer, **TWO, "OUTPUT": path}, feedback=heard)
        out = QgsVectorLayer(path, "plan", "ogr")
        assert by_id(out, "fid_2") == {n: value(n) for n in range(1, 13)}
        assert any("fid_2" in text for text in heard.warnings)

    def test_what_numbers_rows_keeps_doing_so(self, processing, tmp_path):
        layer = grid(4, 3, "fid:integer, id:integer", lambda n: (100 - n, n))
        path = str(tmp_path / "plan.gpkg")
        processing.run(BALANCE, {"INPUT": layer, **TWO, "OUTPUT": path})
        assert by_id(QgsVectorLayer(path, "plan", "ogr"), "fid") == {
            n: 100 - n for n in range(1, 13)
        }


class TestAttributesOfTheUser:
    """No field of an input is lost to a field of ours that has its name."""

    def test_a_field_of_our_name_stays_and_ours_gets_the_next_one(self, processing):
        layer = grid(4, 3, "id:integer, distance_m:double", lambda n: (n, n * 100.0))
        out = processing.run(
            BALANCE,
            {"INPUT": layer, **TWO, "BALANCE_FIELDS": ["distance_m"], "OUTPUT": "memory:"},
        )["OUTPUT"]
        assert out.fields().names() == ["id", "distance_m", "territory", "distance_m_2"]
        assert by_id(out, "distance_m") == {n: n * 100.0 for n in range(1, 13)}
        assert None not in column(out, "distance_m_2")

    def test_the_next_name_is_told_and_styled(self, processing):
        given = grid(
            4,
            3,
            "id:integer, plan:string, firmness:string",
            lambda n: (n, "AB"[n % 4 // 2], "mine"),
        )
        feedback = Listener()
        _, layers = run_into_project(
            "territory:evaluate",
            {"INPUT": given, "TERRITORY_FIELD": "plan", "OUTPUT": "memory:"},
            feedback,
        )
        told = [line for line in feedback.infos if "a field “firmness” already" in line]
        assert len(told) == 1
        assert "“firmness_2”" in told[0]
        layer = layers["OUTPUT"]
        layer.styleManager().setCurrentStyle("Firmness")
        assert layer.renderer().classAttribute() == "firmness_2"
        assert set(column(layer, "firmness")) == {"mine"}

    def test_customers_and_their_own_flag(self, processing):
        rows = [(spot(n % 4, n // 4), n, f"o{n}") for n in range(12)]
        layer = make_layer("Point", "id:integer, outlier:string", rows)
        parameters = {"INPUT": layer, "COUNT": 2, "OUTPUT": "memory:", "CENTERS": "memory:"}
        out = processing.run("territory:clustercustomers", parameters)["OUTPUT"]
        assert by_id(out, "outlier") == {n: f"o{n}" for n in range(12)}
        assert set(column(out, "outlier_2")) <= {True, False}

    def test_what_an_earlier_run_has_written_moves_with_its_territory(self, processing):
        first = processing.run(BALANCE, {"INPUT": areas(), **TWO, "OUTPUT": "memory:"})
        given = {"REPS": representatives(("a", 0, 0), ("b", 3, 2), ("c", 3, 0))}
        outputs = {"OUTPUT": "memory:", "TERRITORIES": "memory:"}
        second = processing.run(NEAREST, given | outputs | {"INPUT": first["OUTPUT"]})
        names = ["id", "weight", "territory", "territory_before", "distance_m", "distance_m_before"]
        assert second["OUTPUT"].fields().names() == names
        before = by_id(first["OUTPUT"], "distance_m")
        assert by_id(second["OUTPUT"], "distance_m_before") == before
        third = processing.run(NEAREST, given | outputs | {"INPUT": second["OUTPUT"]})
        assert third["OUTPUT"].fields().names() == names

    def test_features_with_one_number_come_out_as_they_came_in(self, processing, tmp_path):
        path = tmp_path / "customers.geojson"
        code, problem, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
            make_layer(
                "Point",
                "uid:integer, id:int8, now:string",
                [(spot(n % 4, n // 4), n, 2**60 + n % 7, "ab"[n % 2]) for n in range(12)],
            ),
            str(path),
            QgsProject.instance().transformContext(),
            saving_as("GeoJSON"),
        )
        assert code == QgsVectorFileWriter.WriterError.NoError, problem
        given = QgsVectorLayer(str(path), "customers", "ogr")
        # GDAL 3.6 gives several features one number here, GDAL 3.10 makes them unique.
        assert given.featureCount() == 12
        results = processing.run(
            "territory:smoothoutliers",
            {"INPUT": given, "TERRITORY_FIELD": "now", "OUTPUT": "memory:"},
        )
        assert column(results["OUTPUT"], "uid") == list(range(12))

    @pytest.mark.parametrize("suffix", ["gpkg", "geojson", "shp", "csv"])
    def test_json_goes_into_files_as_text(self, processing, tmp_path, suffix):
        rows = [(spot(n % 4, n // 4), n, {"a": [n, "ü"]}, "ab"[n % 2]) for n in range(8)]
        feedback = Listener()
        results = processing.run(
            "territory:smoothoutliers",
            {
                "INPUT": make_layer("Point", "uid:integer, more:map, now:string", rows),
                "TERRITORY_FIELD": "now",
                "OUTPUT": str(tmp_path / f"out.{suffix}"),
            },
            feedback=feedback,
        )
        written = QgsVectorLayer(results["OUTPUT"], "out", "ogr")
        read = column(written, "more")  # as objects again, where the format knows JSON
        read = [json.loads(value) if isinstance(value, str) else value for value in read]
        assert read == [row[2] for row in rows]
        assert any("Written as text" in line and "“more”" in line for line in feedback.infos)

    def test_lists_in_json_come_out_of_a_temporary_layer(self, processing, tmp_path):
        """QGIS says that the field holds objects, and a temporary layer takes no others."""
        path = tmp_path / "customers.geojson"
        features = [
            {
                "type": "Feature",
                "properties": {"more": [n] if n else {"a": 1}, "now": "ab"[n % 2]},
                "geometry": {"type": "Point", "coordinates": [8.0 + n / 100.0, 49.0]},
            }
            for n in range(6)
        ]
        path.write_text(json.dumps({"type": "FeatureCollection", "features": features}))
        given = {"INPUT": str(path), "TERRITORY_FIELD": "now", "OUTPUT": "memory:"}
        output = processing.run("territory:smoothoutliers", given, feedback=Listener())["OUTPUT"]
        read = [json.loads(value) for value in column(output, "more")]
        assert read == [feature["properties"]["more"] for feature in features]

    def test_features_come_out_as_they_came_in(self, processing):
        """Also one without a place among the others."""
        order = [7, 3, 11, 1, 0, 5, 9, 2, 10, 4, 8, 6]
        rows = [(square(n % 4, n // 4) if n != 5 else None, n) for n in order]
        layer = make_layer("Polygon", "id:integer", rows)
        for algorithm, more in (
            (BALANCE, TWO),
            ("territory:evaluate", {"TERRITORY_FIELD": "id"}),
            ("territory:sitereps", {"COUNT": 2, "REPS": "memory:"}),
        ):
            out = processing.run(algorithm, {"INPUT": layer, "OUTPUT": "memory:"} | more)["OUTPUT"]
            assert column(out, "id") == order, algorithm


class TestNothingIsEvaluated:
    def test_a_name_in_a_legend_stays_a_name(self, processing):
        """QGIS calculates what is between [% and %] in the texts of a legend.

        The product has more digits than the time, which may stand in a title.
        """
        name = "[% 777*777 %]"
        layer = grid(4, 3, "id:integer, who:string", lambda n: (n, name if n > 6 else "b"))
        project = QgsProject.instance()
        try:
            _, layers = run_into_project(
                "territory:evaluate",
                {"INPUT": layer, "TERRITORY_FIELD": "who", "OUTPUT": "memory:"},
            )
            model = QgsLayerTreeModel(project.layerTreeRoot())
            node = project.layerTreeRoot().findLayer(layers["OUTPUT"].id())
            texts = [legend.evaluateLabel() for legend in model.layerLegendNodes(node)]
        finally:
            project.removeAllMapLayers()
        assert not any("603729" in text for text in texts)
        assert any("777*777" in text for text in texts)


class TestWords:
    def test_balancing_numbers_of_areas_is_a_warning(self, processing):
        for more, is_told in (({}, True), ({"BALANCE_FIELDS": ["weight"]}, False)):
            heard = Listener()
            given = {"INPUT": areas(), **TWO, "OUTPUT": "memory:"}
            processing.run(BALANCE, given | more, feedback=heard)
            assert any("number of areas" in text for text in heard.warnings) is is_told
