"""Run the benchmarks and write their tables to ``build/bench/``.

``make bench`` runs all of them; name some (``balance``, ``freedom``, ``exact``, ``people``,
``siting``, ``travel``, ``customers``, ``judge``) to run only those. ``--data FOLDER`` names a
folder that also holds OR-Library's p-median instances, which are not shipped.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "build" / "bench"
NAMES = ("balance", "freedom", "exact", "people", "siting", "travel", "customers", "judge")


def load_package() -> None:
    """Make the repository root importable under the plugin's name."""
    spec = importlib.util.spec_from_file_location(
        "territory_design", ROOT / "__init__.py", submodule_search_locations=[str(ROOT)]
    )
    package = importlib.util.module_from_spec(spec)
    sys.modules["territory_design"] = package
    spec.loader.exec_module(package)


def main() -> None:
    """Run the chosen benchmarks one after the other."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", choices=[*NAMES, []], help="which ones (all)")
    parser.add_argument("--data", type=Path, help="folder with further data sets")
    options = parser.parse_args()
    load_package()
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for name in options.names or NAMES:
        module = importlib.import_module(f"territory_design.benchmarks.{name}")
        started = time.perf_counter()
        folders = [options.data] if name == "siting" else []
        path = module.run(OUTPUT, *folders)
        print(f"\n{name}: {time.perf_counter() - started:.0f} s, {path}\n", flush=True)
        print(path.read_text(encoding="utf-8"), flush=True)


if __name__ == "__main__":
    main()
