"""Make of the translations in i18n/ the .qm files that the plugin loads.

    python tools/release_translations.py          beside the .ts files, for a plugin run from source
    python tools/release_translations.py A B      of the .ts files in folder A, in folder B

Needs ``lrelease`` (Debian: qttools5-dev-tools). English needs no such file: its texts stand in
the code. The zip gets its own, made by ``tools/package.py``; none is committed.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "i18n"
STEM = "territory_design"
SOURCE_LANGUAGE = "en"
# Where distributions keep it; what is found by the mere name may be a switch between versions.
PLACES = (
    *("/usr/lib/qt5/bin/lrelease", "/usr/lib/qt6/bin/lrelease"),
    *("lrelease", "lrelease-qt5", "lrelease-qt6", "lrelease6"),
)


def lrelease() -> str:
    """The program; ends with a message where there is none."""
    found = next((path for path in map(shutil.which, PLACES) if path), None)
    if found is None:
        raise SystemExit("lrelease is missing; install Debian's qttools5-dev-tools.")
    return found


def translated_files(folder: Path = FOLDER) -> list[Path]:
    """The .ts files of the languages that the plugin is translated into."""
    return sorted(set(folder.glob(f"{STEM}_*.ts")) - {folder / f"{STEM}_{SOURCE_LANGUAGE}.ts"})


def release(sources: list[Path], target: Path) -> list[Path]:
    """Write a .qm file into a folder for each .ts file; texts not yet translated stay English."""
    made = []
    for source in sources:
        made.append(target / f"{source.stem}.qm")
        done = subprocess.run(
            [lrelease(), "-silent", str(source), "-qm", str(made[-1])],
            check=False,
            capture_output=True,
            text=True,
        )
        if done.returncode != 0 or not made[-1].exists():
            raise SystemExit(f"{source.name}: {done.stdout}{done.stderr}")
    return made


def main(arguments: list[str]) -> int:
    source, target = map(Path, arguments) if arguments else (FOLDER, FOLDER)
    for path in release(translated_files(source), target):
        print(f"{path}  {path.stat().st_size / 1e3:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
