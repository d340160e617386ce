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
    from territory_design.tests.integration.customer_layers import portfolio_layer
    from territory_design.tests.integration.maps import by_id

    Processing.initialize()
    plugin = TerritoryDesignPlugin(None)
    plugin.initProcessing()
    run = processing.run(
        "territory:clustercustomers",
        {
            "INPUT": portfolio_layer((10, 15, 12)),
            "COUNT": 3,
            "MIN_COUNT": 10,
            "LIMITS": ["revenue", "30%", ""],
            "CURRENT_FIELD": "today",
            "PREASSIGNED_FIELD": "fixed",
            "MIN_RETENTION": 50,
            "SMOOTH": True,
            "RESTARTS": 1,
            "OUTPUT": "memory:",
        },
    )
    print("PLAN", by_id(run["OUTPUT"]), run["INERTIA"], "END", flush=True)
    plugin.unload()
    del run
    application.exitQgis()


main()
