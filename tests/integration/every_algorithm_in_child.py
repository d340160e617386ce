"""Runs every algorithm in an interpreter of its own and prints a digest of what each returns."""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests"))

import conftest  # noqa: E402 - registers the package
from qgis.core import QgsApplication, QgsVectorLayer  # noqa: E402

EXAMPLES = ROOT / "examples"
MUNICIPALITIES = str(EXAMPLES / "germany_municipalities.gpkg")
DISTRICTS = str(EXAMPLES / "de_kreise.gpkg")
REGION = str(EXAMPLES / "de_heidelberg_region.gpkg")
CITIES = str(EXAMPLES / "cities_de_1000.gpkg")
HOMES = {"REPS": str(EXAMPLES / "representatives.gpkg"), "REP_ID_FIELD": "rep_id"}
FARMS = {"BALANCE_FIELDS": ["farms"]}
SHORT = {"POPULATION": 4, "ISLANDS": 1, "MAX_GENERATIONS": 1}
TAKEN_TIME = {"seconds", "SECONDS"}


def requests(made: dict[str, dict], folder: Path) -> dict[str, dict]:
    """What each algorithm is asked, those that need a plan with that of another."""

    def plan(algorithm: str, **more):
        return {"INPUT": made[algorithm]["OUTPUT"], "TERRITORY_FIELD": "territory", **more}

    return {
        "adjacency": lambda: {"INPUT": DISTRICTS},
        "costmatrix": lambda: {
            "ORIGINS": REGION,
            "DESTINATIONS": REGION,
            "METHOD": 1,
            "NETWORK": str(EXAMPLES / "roads_heidelberg.gpkg"),
        },
        "sitereps": lambda: {
            "INPUT": DISTRICTS,
            "WEIGHT_FIELD": "pop2018",
            "COUNT": 12,
            "METHOD": 1,
        },
        "greenfield": lambda: {
            "INPUT": CITIES,
            "WEIGHT_FIELD": "population",
            "COUNT_MIN": 12,
            "COUNT_MAX": 12,
            "SIZE_RANGE_PCT": 20,
            "RESTARTS": 1,
        },
        "nearestrep": lambda: {"INPUT": MUNICIPALITIES, **HOMES, "WEIGHT_FIELD": "farms"},
        "balance": lambda: {"INPUT": MUNICIPALITIES, **HOMES, **FARMS, **SHORT, "WORKERS": 1},
        "resitereps": lambda: plan("balance", WEIGHT_FIELD="farms"),
        "plan": lambda: {
            "INPUT": REGION,
            "BALANCE_FIELDS": ["pop2018", "farms_synth"],
            "COUNT": 4,
            **SHORT,
        },
        "clustercustomers": lambda: {
            "INPUT": CITIES,
            "COUNT": 25,
            "MIN_COUNT": 290,
            "MAX_COUNT": 320,
            "LIMITS": ["population", "2%", "7%"],
            "RESTARTS": 1,
        },
        "matchreps": lambda: {
            "INPUT": made["clustercustomers"]["OUTPUT"],
            "CLUSTER_FIELD": "territory",
            "CURRENT_FIELD": "admin1",
        },
        "smoothoutliers": lambda: plan("clustercustomers"),
        "assignnew": lambda: {
            "INPUT": REGION,
            "REFERENCE": made["clustercustomers"]["OUTPUT"],
            "TERRITORY_FIELD": "territory",
        },
        "importassignment": lambda: {
            "INPUT": MUNICIPALITIES,
            "ID_FIELD": "ags",
            "FILE": alignment(made["balance"]["OUTPUT"], folder),
        },
        "evaluate": lambda: plan("balance", **FARMS, **HOMES),
        "compare": lambda: {
            "INPUT": made["balance"]["OUTPUT"],
            "BEFORE_FIELD": "state",
            "AFTER_FIELD": "territory",
            **FARMS,
        },
        "validate": lambda: plan("nearestrep", **FARMS),
    }


def alignment(plan: QgsVectorLayer, folder: Path) -> str:
    """A file with the territory of each area."""
    file = folder / "alignment.csv"
    rows = [f"{area['ags']},{area['territory']}" for area in plan.getFeatures()]
    file.write_text("\n".join(rows), encoding="utf-8")
    return str(file)


def main() -> None:
    from territory_design.tests.integration.plugin_in_child import started

    _kept = started()
    import processing
    from territory_design.processing_provider.shipped_models import is_shipped

    provider = QgsApplication.processingRegistry().providerById("territory")
    algorithms = {one.name(): one for one in provider.algorithms() if not is_shipped(one)}
    made: dict[str, dict] = {}
    asked = requests(made, Path(sys.argv[1]))
    assert set(asked) == set(algorithms), set(asked) ^ set(algorithms)
    for name, parameters in asked.items():
        layers = {
            one.name(): "memory:"
            for one in algorithms[name].destinationParameterDefinitions()
            if one.type() in ("sink", "vectorDestination")
        }
        made[name] = processing.run(f"territory:{name}", {**parameters(), **layers})
        print("MADE", name, digest(made[name]), flush=True)
    conftest.os._exit(0)


def digest(results: dict) -> str:
    """Of all figures and layers, features in their order; but not of how long it took."""
    found = hashlib.sha256()
    for name, value in sorted(results.items()):
        if name in TAKEN_TIME:
            continue
        if isinstance(value, QgsVectorLayer):
            kept = [n for n, field in enumerate(value.fields()) if field.name() not in TAKEN_TIME]
            for feature in value.getFeatures():
                told = [feature[n] for n in kept]
                found.update(f"{name} {told!r} {feature.geometry().asWkt(17)}".encode())
        else:
            found.update(f"{name} {value!r}".encode())
    return found.hexdigest()


main()
