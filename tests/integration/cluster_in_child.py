"""Clusters customers in an interpreter of its own and prints the plan (for the hash seed)."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

import conftest  # noqa: E402, F401 - registers the package
from qgis.core import QgsApplication  # noqa: E402


def main() -> None:
    application = QgsApplication([], False)
    application.initQgis()
    import processing
    from processing.core.Processing import Processing
    from territory_design.plugin import TerritoryDesignPlugin
    from territory_design.tests.integration.customer_layers import ALL_RULES, few_customers
    from territory_design.tests.integration.maps import by_id

    Processing.initialize()
    plugin = TerritoryDesignPlugin(None)
    plugin.initProcessing()
    run = processing.run("territory:clustercustomers", ALL_RULES | {"INPUT": few_customers()})
    print("PLAN", by_id(run["OUTPUT"]), run["INERTIA"], "END", flush=True)
    plugin.unload()
    del run
    application.exitQgis()


main()
