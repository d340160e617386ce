"""Plays a batch of seeds in one process and writes a line of JSON before and after each.

The parent (`run.py`) sees from the last line which seed a crash belongs to.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import tempfile
import time
import traceback
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

import conftest  # noqa: E402 - registers the package
from qgis.core import (  # noqa: E402
    QgsApplication,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
)

CANCEL_EVERY = 2  # half of the runs may be cancelled; some end before: 200 of 1,000 are
ODDNESS = (0.0, 0.05, 0.1, 0.2, 0.5)


class Impatient(QgsProcessingFeedback):
    """Cancels after a number of reports or questions about it; never for None."""

    def __init__(self, patience: int | None) -> None:
        super().__init__(False)
        self.patience = patience
        self.faults: list[str] = []
        self.warnings: list[str] = []
        self.progressChanged.connect(self.one_more)

    def one_more(self, *_) -> None:
        if self.patience is not None:
            self.patience -= 1
            if self.patience < 0:
                self.cancel()

    def pushInfo(self, info):
        self.one_more()

    def pushWarning(self, warning):
        self.warnings.append(warning)
        self.one_more()

    def pushDebugInfo(self, info):
        if "Traceback" in info:  # of a report that could not be made
            self.faults.append(info)

    def reportError(self, error, fatalError=False):  # noqa: N803 - QGIS's name
        pass


def play(seed: int, seen: list[str]) -> dict:
    """One run and what is wrong with it."""
    from territory_design.processing_provider.shipped_models import is_shipped
    from territory_design.tests.fuzz.maps import Dice
    from territory_design.tests.fuzz.requests import drawn_request

    registry = QgsApplication.processingRegistry()
    algorithms = registry.providerById("territory").algorithms()
    names = sorted(algorithm.id() for algorithm in algorithms if not is_shipped(algorithm))
    rng = np.random.default_rng(seed)
    folder = Path(tempfile.mkdtemp(prefix="territory_fuzz_"))
    (folder / "out").mkdir()
    impatient = seed % CANCEL_EVERY == 0
    oddness = 0.0 if impatient else float(rng.choice(ODDNESS))
    patience = int(rng.geometric(0.3)) - 1 if impatient else None
    dice = Dice(rng, oddness, folder)
    try:
        request = drawn_request(dice, registry.createAlgorithmById(dice.pick(names)))
        outcome = judged(request, Impatient(patience), folder / "out", seen)
        return outcome | {"cancel": patience, "drawn": dice.drawn, "asked": in_words(request)}
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def judged(request, feedback: Impatient, folder: Path, seen: list[str]) -> dict:
    from territory_design.tests.fuzz import verdict

    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    context.setFeedback(feedback)
    fine, why_not = request.algorithm.checkParameterValues(request.parameters, context)
    if not fine:  # also in QGIS's own words
        found = ["refusal is empty"] if not why_not.strip() else []
        if verdict.INNER_WORDS.search(why_not):
            found.append(f"refusal speaks of inner things: {why_not}")
        return {"end": "refused by the dialog", "said": why_not, "findings": found}
    seen.clear()
    began = time.monotonic()
    end, said, found = "result", "", []
    try:
        results, ok = request.algorithm.run(
            request.parameters, context, feedback, {}, catchExceptions=False
        )
        if ok:
            found = verdict.findings_in_results(
                request, results, context, feedback.isCanceled(), feedback.warnings
            )
        else:
            end, found = "refused", ["run ended without a word"]
    except QgsProcessingException as error:
        end, said = "refused", str(error)
        if not seen:
            found = verdict.findings_in_refusal(request, said, feedback.isCanceled())
        found += verdict.left_behind(folder)
    except Exception:  # noqa: BLE001 - the target's whole purpose
        seen.append(traceback.format_exc())
    if end == "result":
        seen += feedback.faults
    if seen:
        end = "traceback"
        found = [f"traceback: {seen[0]}", *found]
    if feedback.isCanceled():
        end += ", cancelled"
    return {"end": end, "said": said, "findings": found, "seconds": time.monotonic() - began}


def in_words(request) -> str:
    shown = {
        name: f"{value.providerType()} layer of {value.featureCount()}"
        if hasattr(value, "dataProvider")
        else value
        for name, value in request.parameters.items()
    }
    return f"{request.algorithm.id()} {shown}"


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("seeds", type=int, nargs="+")
    asked = parser.parse_args()
    application = QgsApplication([], False)
    application.initQgis()
    from territory_design.plugin import TerritoryDesignPlugin
    from territory_design.tests.fuzz import verdict

    plugin = TerritoryDesignPlugin(None)
    plugin.initProcessing()
    seen: list[str] = []
    verdict.watch(seen)
    for seed in asked.seeds:
        print(json.dumps({"seed": seed}), flush=True)
        print(json.dumps({"seed": seed} | play(seed, seen), default=str), flush=True)
    sys.stdout.flush()
    # QGIS's objects would be destroyed in any order; how QGIS ends is tested in a real window.
    conftest.os._exit(0)


main()
