"""HTML of docs/ in help/, which the Help buttons open and the zip brings along.

Run by ``make docs`` with the interpreter of ``.venv-docs``. What only a web server needs
(search, sources, inventories) is left out, so that the pages work from the disk and stay small.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from sphinx.cmd.build import build_main

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "help"
LEFT_OUT = (".buildinfo", "objects.inv", "search.html", "searchindex.js", "genindex.html")


def main() -> int:
    shutil.rmtree(TARGET, ignore_errors=True)
    with tempfile.TemporaryDirectory() as doctrees:
        options = ["-q", "-W", "--keep-going", "-b", "html", "-d", doctrees]
        status = build_main([*options, str(ROOT / "docs"), str(TARGET)])
    if status:
        return status
    for name in LEFT_OUT:
        (TARGET / name).unlink(missing_ok=True)
    for script in TARGET.rglob("*.js"):
        script.unlink()
    for page in TARGET.rglob("*.html"):
        lines = page.read_text(encoding="utf-8").splitlines()
        kept = [line for line in lines if "<script" not in line and 'rel="search"' not in line]
        page.write_text("\n".join(kept) + "\n", encoding="utf-8")
    files = [path for path in TARGET.rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files)
    print(f"help/: {len(files)} files, {size / 1e3:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
