"""QGIS without SciPy, matplotlib or Jinja2: all ids stay, what can run runs, the rest explains."""

from __future__ import annotations

import itertools
import json
import subprocess
import sys
from pathlib import Path

import pytest
from territory_design.processing_provider.catalogue import ALGORITHMS
from territory_design.processing_provider.common.missing_libraries import install_command
from territory_design.tests.integration.maps import QUICK

ROOT = Path(__file__).resolve().parents[2]
LIBRARIES = ("scipy", "matplotlib", "jinja2")
WITHOUT = [
    missing for size in (1, 2, 3) for missing in itertools.combinations(LIBRARIES, size)
]  # fmt: skip

PROGRAM = """
import importlib.abc, json, os, sys

missing = []


class Blocker(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in missing:
            raise ModuleNotFoundError(f"No module named {name!r}")


sys.meta_path.insert(0, Blocker())
sys.path.insert(0, ROOT + "/tests")
from qgis.core import QgsApplication, QgsProcessingFeedback

application = QgsApplication([], False)
application.initQgis()
from processing.core.Processing import Processing
import processing

Processing.initialize()


def taken_out(packages):
    "Modules that Python forgets, as if they had never been imported."
    names = [name for name in sys.modules if name.partition(".")[0] in packages]
    return {name: sys.modules.pop(name) for name in names}


def answers_of(jobs):
    "What a plugin that is loaded now says of its algorithms, and what these say."
    import conftest
    from territory_design.plugin import TerritoryDesignPlugin

    plugin = TerritoryDesignPlugin(None)
    plugin.initProcessing()
    provider = QgsApplication.processingRegistry().providerById("territory")
    ready = {algorithm.name(): algorithm.canExecute() for algorithm in provider.algorithms()}
    answers = []
    for name, parameters in jobs:
        feedback = QgsProcessingFeedback(False)
        try:
            answer = processing.run(f"territory:{name}", parameters, feedback=feedback)
            answer = {key: str(value) for key, value in answer.items()}
        except Exception as error:
            answer = {"error": str(error)}
        answers.append((answer, feedback.textLog()))
    plugin.unload()
    loaded = [library for library in missing if library in sys.modules]
    return {"ready": ready, "answers": answers, "loaded": loaded}


told = []
for missing[:], jobs in json.loads(sys.argv[1]):
    taken_out({"territory_design", "conftest"})
    hidden = taken_out(missing)
    told.append(answers_of(jobs))
    sys.modules.update(hidden)
with open(sys.argv[2], "w") as stream:
    json.dump(told, stream)
os._exit(0)
"""


@pytest.fixture(scope="module")
def layers(tmp_path_factory, processing):
    """Paths of areas (two blocks of 3 × 3 squares, apart) and of customers, in one folder."""
    from qgis.core import (
        QgsFeature,
        QgsGeometry,
        QgsProject,
        QgsRectangle,
        QgsVectorFileWriter,
        QgsVectorLayer,
    )

    folder = tmp_path_factory.mktemp("layers")
    areas = QgsVectorLayer("Polygon?crs=EPSG:25832&field=id:int&field=w:int", "a", "memory")
    points = QgsVectorLayer("Point?crs=EPSG:25832&field=id:int&field=w:int", "p", "memory")
    squares = [(x, y) for x in (0, 1, 2, 5, 6, 7) for y in range(3)]
    for number, (x, y) in enumerate(squares):
        for layer, shape in (
            (areas, QgsGeometry.fromRect(QgsRectangle(x, y, x + 1, y + 1))),
            (points, QgsGeometry.fromRect(QgsRectangle(x, y, x + 1, y + 1)).centroid()),
        ):
            feature = QgsFeature(layer.fields())
            feature.setGeometry(shape)
            feature.setAttributes([number, 1])
            assert layer.dataProvider().addFeatures([feature])[0]
    roads = QgsVectorLayer("LineString?crs=EPSG:25832", "r", "memory")
    road = QgsFeature()
    road.setGeometry(QgsGeometry.fromWkt("LineString (0 0, 8 0, 8 3, 0 3, 0 0)"))
    assert roads.dataProvider().addFeatures([road])[0]
    paths = {}
    for name, layer in (("areas", areas), ("points", points), ("roads", roads)):
        paths[name] = str(folder / f"{name}.gpkg")
        options = QgsVectorFileWriter.SaveVectorOptions()
        error, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
            layer, paths[name], QgsProject.instance().transformContext(), options
        )
        assert error == QgsVectorFileWriter.WriterError.NoError
    return paths


def jobs(layers: dict[str, str], report: Path) -> list[tuple[str, dict]]:
    balance = {
        "INPUT": layers["areas"],
        "COUNT": 2,
        "BALANCE_FIELDS": ["w"],
        **QUICK,
        "OUTPUT": "memory:",
        "REPORT": str(report),
    }
    adjacency = {"INPUT": layers["areas"], "OUTPUT": "memory:"}
    costs = {"ORIGINS": layers["points"], "DESTINATIONS": layers["areas"], "OUTPUT": "memory:"}
    return [
        *(("adjacency", adjacency), ("balance", balance)),
        *(("costmatrix", costs), ("costmatrix", costs | {"METHOD": 1, "NETWORK": layers["roads"]})),
    ]


@pytest.fixture(scope="module")
def told(layers, tmp_path_factory) -> dict[tuple[str, ...], tuple[dict, Path]]:
    """Answers without some libraries, and where the report would be; of one QGIS, which takes
    longer to start than the plugin to be loaded anew.
    """
    folder = tmp_path_factory.mktemp("without")
    reports = [folder / f"{'_'.join(missing)}.html" for missing in WITHOUT]
    asked = [(missing, jobs(layers, report)) for missing, report in zip(WITHOUT, reports)]
    answer = folder / "answer.json"
    run = subprocess.run(
        [sys.executable, "-c", PROGRAM.replace("ROOT", repr(str(ROOT))), json.dumps(asked), answer],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert answer.exists(), run.stderr
    assert "Traceback" not in run.stderr
    return dict(zip(WITHOUT, zip(json.loads(answer.read_text()), reports)))


@pytest.mark.parametrize("missing", WITHOUT, ids="+".join)
def test_all_ids_stay_and_what_cannot_run_says_so(missing, told):
    answer, report = told[missing]
    # The scenarios are models made of these.
    ids = {name for name in answer["ready"] if not name.startswith("Scenario")}
    assert ids == {algorithm.NAME for algorithm in ALGORITHMS}
    assert answer["loaded"] == []
    for algorithm in ALGORITHMS:
        ready, why_not = answer["ready"][algorithm.NAME]
        assert ready == (not set(algorithm.NEEDS) & set(missing))
        assert ready == (why_not == "")
        if not ready:
            assert "came without the Python library SciPy" in why_not
            assert "install" in why_not

    (found, _), (balanced, log), (straight, _), (by_road, _) = answer["answers"]
    assert straight["PAIR_COUNT"] == "324"
    assert ("error" in by_road) == ("scipy" in missing)
    assert "scipy" not in missing or "Python library SciPy" in by_road["error"]
    assert found["COMPONENT_COUNT"] == "1"
    assert found["BRIDGE_COUNT"] == "1"
    assert found["EDGE_COUNT"] == "25"
    if "scipy" in missing:
        assert "error" in balanced
        assert "came without the Python library SciPy" in log
    elif "jinja2" in missing:
        assert balanced["PARTS"] == "2"
        assert "REPORT" not in balanced
        assert "“Report” (REPORT) was not written" in log
        assert not report.exists()
    else:
        assert balanced["PARTS"] == "2"
        text = report.read_text(encoding="utf-8")
        assert "The report has no charts" in text
        assert 'class="chart"' not in text
        assert 'class="map"' in text  # these QGIS draws
        assert "The report has no charts" in log


DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n'
MINT = 'ID=linuxmint\nID_LIKE="ubuntu debian"\n'
OPENSUSE = 'ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n'


@pytest.mark.parametrize(
    ("platform", "environment", "system", "command"),
    [
        ("linux", {}, DEBIAN, "sudo apt install python3-scipy python3-jinja2"),
        ("linux", {}, MINT, "sudo apt install python3-scipy python3-jinja2"),
        ("linux", {}, "ID=fedora\n", "sudo dnf install python3-scipy python3-jinja2"),
        ("linux", {}, "ID=arch\n", "sudo pacman -S python-scipy python-jinja2"),
        ("linux", {}, OPENSUSE, "sudo zypper install python3-scipy python3-jinja2"),
        ("linux", {"FLATPAK_ID": "org.qgis.qgis"}, "ID=org.kde\n",
         "flatpak run --devel --command=pip3 org.qgis.qgis install --user scipy jinja2"),
        ("linux", {"CONDA_PREFIX": sys.prefix}, DEBIAN,
         "conda install -c conda-forge scipy jinja2"),
        ("win32", {}, "", "python -m pip install scipy jinja2"),
        ("linux", {}, "ID=unheard-of\n", "-m pip install --user scipy jinja2"),
        ("darwin", {}, "", "-m pip install --user scipy jinja2"),
    ],
)  # fmt: skip
def test_the_command_is_that_of_the_system(platform, environment, system, command):
    found = install_command(
        ["scipy", "jinja2"], platform=platform, environment=environment, system=system
    )
    assert found.endswith(command)
    assert ("OSGeo4W Shell" in found) == (platform == "win32")
