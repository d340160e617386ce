"""Pictures of the manual: the dialog of each algorithm, what its example makes, the tutorials.

    tools/run.sh .venv/bin/python tools/manual_pictures.py [--de] [algorithm … | tutorials]

Played in a real window on a virtual screen, which speaks German with --de; the pictures go to
docs/images/.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from manual_examples import CHAINED, EXAMPLES
from scenes import play

ROOT = Path(__file__).resolve().parent.parent
IMAGES = ROOT / "docs" / "images"

SCENE = """
from qgis.core import Qgis, QgsProject
from territory_design.tests.integration.tutorials.window import (
    close,
    dialog_for,
    layer,
    open_example,
    run,
    save,
    show_only,
)


def parameters_of(example, results, folder):
    found = {}
    for key, value in example.items():
        text = str(value)
        if text.startswith("@"):
            value = results[text[1:]]
        elif "|layername=" in text:
            table = text.rpartition("=")[2]
            value = next(
                one.id() for one in QgsProject.instance().mapLayers().values()
                if one.source().endswith(f"|layername={table}")
            )
        elif text.endswith(".csv"):
            value = f"{QgsProject.instance().absolutePath()}/{text}"
        found[key] = value
    return found


def scene(iface, folder):
    open_example(iface, folder).close()
    iface.mapCanvas().resize(900, 700)
    results, made = {}, {}
    for kind in ("dialogs", "results"):
        (folder / kind).mkdir()
    for name, example in EXAMPLES:
        before = set(QgsProject.instance().mapLayers())
        dialog = dialog_for(name, parameters_of(example, results, folder))
        save(dialog, folder / "dialogs" / f"{name}.webp")
        found = run(dialog, 240)
        close(dialog)
        results[name] = found.get("OUTPUT")
        new = [
            one for key, one in QgsProject.instance().mapLayers().items() if key not in before
        ]
        if any(one.isSpatial() for one in new):
            few = sum(one.featureCount() for one in new if one.isSpatial()) < 10
            polygons = any(one.geometryType() == Qgis.GeometryType.Polygon for one in new)
            # A handful of points alone says nothing.
            show_only(iface, [*new, layer("Municipalities")] if few and not polygons else new)
            save(iface.mapCanvas(), folder / "results" / f"{name}.webp")
    return {}
"""


TUTORIALS = """
from territory_design.tests.integration.tutorials.scenes import play


def scene(iface, folder):
    return play(iface, folder)
"""


def take(source: Path, target: Path) -> None:
    """Copy the pictures of a folder."""
    target.mkdir(parents=True, exist_ok=True)
    for picture in sorted(source.glob("*.webp")):
        shutil.copyfile(picture, target / picture.name)
        print(f"{target.name}/{picture.name}  {picture.stat().st_size / 1e3:.0f} kB")


def main(arguments: list[str]) -> int:
    if arguments:
        return pictures([one for one in arguments if one != "--de"], "--de" in arguments)
    return pictures([], False) or pictures([], True)


def pictures(names: list[str], is_german: bool) -> int:
    language, below = ("de", "de") if is_german else ("en", "")
    if not names or "tutorials" in names:
        folder = play(TUTORIALS, timeout_s=1800, language=language)
        take(folder, IMAGES / "tutorials" / below)
        shutil.rmtree(folder.parent)
    names = [name for name in names if name in EXAMPLES] if names else list(EXAMPLES)
    return algorithm_pictures(names, language, below) if names else 0


def algorithm_pictures(names: list[str], language: str, below: str) -> int:
    wanted = {*names, *(CHAINED[name] for name in names if name in CHAINED)}
    examples = [
        (name, EXAMPLES[name].parameters)
        for name in sorted(EXAMPLES, key=lambda name: name in CHAINED)
        if name in wanted
    ]
    folder = play(f"\nEXAMPLES = {examples!r}\n{SCENE}", timeout_s=1800, language=language)
    take(folder / "dialogs", IMAGES / "dialogs" / below)
    if language == "en":  # maps are the same in every language
        take(folder / "results", IMAGES / "results")
    shutil.rmtree(folder.parent)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
