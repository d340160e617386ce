"""Fixtures around QGIS: Processing in this process, `qgis_process`, and a real window."""

from __future__ import annotations

import contextlib
import gc
import inspect
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import ClassVar

import pytest

ROOT = Path(__file__).resolve().parents[2]
DESKTOP_STARTUP = Path(__file__).parent / "desktop_startup.py"
DESKTOP_LAUNCHER = Path(__file__).parent / "desktop_launcher.py"


def require_program(name: str) -> str:
    """Path of a program; the test fails, and says what to do, where it is missing."""
    path = shutil.which(name)
    if path is None:
        pytest.fail(f"The program {name} is missing. Run `make setup`, which installs it.")
    return path


@pytest.fixture(scope="session")
def loaded_plugin(qgis_processing):
    """Our plugin, loaded once for the session as `qgis_process` does it: without a window."""
    from territory_design.plugin import TerritoryDesignPlugin

    plugin = TerritoryDesignPlugin(None)
    plugin.initProcessing()
    yield plugin
    plugin.unload()
    release_what_refusals_hold()


def release_what_refusals_hold() -> None:
    """Let go of layers in frames that exceptions hold; else files are closed after QGIS is gone.

    QGIS never releases an exception that a Python algorithm raised, and with it the frames of
    all its callers, tests included.
    """
    gc.unfreeze()  # what was frozen is not among the objects
    for frame in gc.get_objects():
        if isinstance(frame, FrameType) and not frame.f_code.co_flags & inspect.CO_GENERATOR:
            with contextlib.suppress(RuntimeError):  # it is still running
                frame.clear()
    gc.collect()


@pytest.fixture(scope="session")
def processing(loaded_plugin):
    """The module `processing`, which knows our algorithms."""
    import processing

    return processing


@pytest.fixture(scope="session")
def plugin_home(tmp_path_factory) -> Path:
    """A folder as a user's profile has it: `plugins/territory_design` and settings."""
    home = tmp_path_factory.mktemp("qgis_home")
    (home / "plugins").mkdir()
    (home / "plugins" / "territory_design").symlink_to(ROOT)
    settings = home / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    settings.parent.mkdir(parents=True)
    settings.write_text("[PythonPlugins]\nterritory_design=true\nprocessing=true\n")
    (home / "runtime").mkdir(mode=0o700)
    return home


def user_environment(plugin_home: Path) -> dict[str, str]:
    """The environment of a user who starts QGIS, without what the test run has added."""
    ours = {
        *("PYTHONPATH", "QT_QPA_PLATFORM", "DISPLAY", "QGIS_CUSTOM_CONFIG_PATH"),
        *("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"),
    }
    return {key: value for key, value in os.environ.items() if key not in ours} | {
        "QGIS_PLUGINPATH": str(plugin_home / "plugins"),
        "XDG_RUNTIME_DIR": str(plugin_home / "runtime"),
    }


class QgisProcessError(Exception):
    """`qgis_process` ended with an error; the text is what it wrote for the user."""


@dataclass(frozen=True)
class QgisProcess:
    """The command line program, with the plugin enabled."""

    Error: ClassVar = QgisProcessError
    program: str
    environment: dict[str, str]

    def call(self, *arguments: str, stdin: str | None = None, timeout_s: float = 300) -> str:
        """Run with the arguments as they stand and return what it prints."""
        run = subprocess.run(
            [self.program, *arguments],
            input=stdin,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=timeout_s,
            check=False,
        )
        if run.returncode != 0:
            raise QgisProcessError(f"{run.stderr}\n{run.stdout}".strip())
        return run.stdout

    def run(self, algorithm: str, parameters: dict, *, timeout_s: float = 300) -> dict:
        """Run an algorithm and return its outputs (the key `results` of the JSON answer)."""
        request = json.dumps({"inputs": parameters})
        answer = self.call("--json", "run", algorithm, "-", stdin=request, timeout_s=timeout_s)
        return json.loads(answer)["results"]


@pytest.fixture(scope="session")
def qgis_process(plugin_home) -> QgisProcess:
    environment = user_environment(plugin_home) | {
        "QT_QPA_PLATFORM": "offscreen",
        "QGIS_CUSTOM_CONFIG_PATH": str(plugin_home),
    }
    return QgisProcess(require_program("qgis_process"), environment)


INNERMOST = 14  # functions of a window that crashed
ONE_AFTER_THE_OTHER = """
import importlib.util
import json

from qgis.core import QgsProject

PLAYED = []  # what a scene keeps is kept until the window closes


def scene(iface, folder):
    told = {}
    for name in NAMES:
        if PLAYED:
            QgsProject.instance().clear()
        spec = importlib.util.spec_from_file_location(name, folder / name / "scene.py")
        PLAYED.append(importlib.util.module_from_spec(spec))
        spec.loader.exec_module(PLAYED[-1])
        told[name] = PLAYED[-1].scene(iface, folder / name)
        (folder / name / "answer.json").write_text(json.dumps(told[name]), encoding="utf-8")
    return told
"""


def said_in(log: Path) -> str:
    """What a window wrote; after a crash once more, in short, in which functions it was.

    QGIS writes all variables of all functions then, thousands of lines with little in them.
    """
    text = log.read_text(encoding="utf-8", errors="replace")
    functions = re.findall(r"^#\d+ .*", text, re.MULTILINE)
    handled = [row for row, function in enumerate(functions) if "<signal handler" in function]
    innermost = functions[handled[-1] + 1 :][:INNERMOST] if handled else []
    python = re.findall(r"^Current thread .*(?:\n  .*)*", text, re.MULTILINE)
    return "\n".join([text, *innermost, *python[:1]])


@dataclass(frozen=True)
class Desktop:
    """Starts a real QGIS window on a virtual screen, runs a scene in it and closes it."""

    xvfb_run: str
    qgis: str
    plugin_home: Path

    def run(self, scene: str, folder: Path, *, timeout_s: float = 180) -> dict:
        """Run Python source that defines `scene(iface, folder) -> dict` inside the window.

        The dictionary comes back; an exception anywhere in the window, in the scene, in a
        plugin that loads or behind a click, fails the test with its traceback.
        Pictures and layers that the scene writes go to `folder`.
        """
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "scene_in_desktop.py").write_text(scene, encoding="utf-8")
        environment = user_environment(self.plugin_home) | {
            "QT_QPA_PLATFORM": "xcb",
            "PYQGIS_STARTUP": str(DESKTOP_STARTUP),
            "TERRITORY_DESIGN_SCENE_FOLDER": str(folder),
        }
        command = [
            *(self.xvfb_run, "-a", "-s", "-screen 0 1500x1000x24"),
            *(self.qgis, "--noversioncheck", "--nologo"),
            *("--profiles-path", str(self.plugin_home), "--code", str(DESKTOP_LAUNCHER)),
        ]
        log = folder / "desktop.log"
        with log.open("w", encoding="utf-8") as stream:
            window = subprocess.Popen(
                command, env=environment, stdout=stream, stderr=stream, start_new_session=True
            )
            try:
                window.wait(timeout_s)
            except subprocess.TimeoutExpired:
                pytest.fail(f"{said_in(log)}\nQGIS did not end within {timeout_s:.0f} s.")
            finally:
                if window.poll() is None:
                    os.killpg(window.pid, signal.SIGKILL)
                    window.wait()
        outcome = folder / "outcome.json"
        if not outcome.exists():
            pytest.fail(f"{said_in(log)}\nQGIS ended ({window.returncode}) without an answer.")
        answer = json.loads(outcome.read_text(encoding="utf-8"))
        if "traceback" in answer:
            pytest.fail(f"In the window of QGIS:\n{answer['traceback']}")
        if window.returncode != 0:
            pytest.fail(f"{said_in(log)}\nQGIS did not end well ({window.returncode}).")
        return answer["result"]

    def play(self, scenes: dict[str, str], folder: Path, *, timeout_s: float = 300) -> dict:
        """Run scenes one after the other in one window, which takes seconds to open.

        Each begins with an empty project and has a folder of its own, `folder / name`, in which
        its answer stays as `answer.json`, however the window ends. All answers come back by name.
        """
        for name, scene in scenes.items():
            (folder / name).mkdir(parents=True)
            (folder / name / "scene.py").write_text(scene, encoding="utf-8")
        source = f"{ONE_AFTER_THE_OTHER}\n\nNAMES = {list(scenes)!r}\n"
        return self.run(source, folder, timeout_s=timeout_s)

    @staticmethod
    def colours(picture: Path) -> Counter:
        """How many pixels a picture has of each colour (every second one both ways)."""
        from qgis.PyQt.QtGui import QImage

        image = QImage(str(picture))
        assert not image.isNull(), f"{picture} is no picture"
        return Counter(
            image.pixelColor(x, y).name()
            for y in range(0, image.height(), 2)
            for x in range(0, image.width(), 2)
        )


@pytest.fixture(scope="session")
def desktop(plugin_home) -> Desktop:
    if not sys.platform.startswith("linux"):
        pytest.fail("The window test needs Xvfb and so Linux; see CONTRIBUTING.md.")
    return Desktop(require_program("xvfb-run"), require_program("qgis"), plugin_home)
