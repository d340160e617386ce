"""Pictures of the manual: the dialog of each algorithm, filled in, and what its example makes.

    tools/run.sh .venv/bin/python tools/manual_pictures.py [algorithm …]

Played in a real window on a virtual screen; the pictures go to docs/images/.
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
            show_only(iface, new)
            save(iface.mapCanvas(), folder / "results" / f"{name}.webp")
    return {}
"""


def main(names: list[str]) -> int:
    wanted = {*names, *(CHAINED[name] for name in names if name in CHAINED)} or set(EXAMPLES)
    examples = [
        (name, EXAMPLES[name].parameters)
        for name in sorted(EXAMPLES, key=lambda name: name in CHAINED)
        if name in wanted
    ]
    folder = play(f"\nEXAMPLES = {examples!r}\n{SCENE}", timeout_s=1800)
    for kind in ("dialogs", "results"):
        (IMAGES / kind).mkdir(parents=True, exist_ok=True)
        for picture in sorted((folder / kind).glob("*.webp")):
            shutil.copyfile(picture, IMAGES / kind / picture.name)
            print(f"{kind}/{picture.name}  {picture.stat().st_size / 1e3:.0f} kB")
    shutil.rmtree(folder.parent)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
