"""Clusters customers in an interpreter of its own and prints the plan (for the hash seed)."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

import conftest  # noqa: E402, F401 - registers the package


def main() -> None:
    from territory_design.tests.integration.plugin_in_child import started

    application, plugin = started()
    import processing
    from territory_design.tests.integration.customer_layers import ALL_RULES, few_customers
    from territory_design.tests.integration.maps import by_id

    run = processing.run("territory:clustercustomers", ALL_RULES | {"INPUT": few_customers()})
    print("PLAN", by_id(run["OUTPUT"]), run["INERTIA"], "END", flush=True)
    plugin.unload()
    del run
    application.exitQgis()


main()
