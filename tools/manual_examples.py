"""What the manual adds to the help of an algorithm: an example, and where it comes from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

AREAS, PEOPLE, CUSTOMERS, ROADS, DEPOT = (
    f"heidelberg.gpkg|layername={name}"
    for name in ("municipalities", "representatives", "customers", "roads", "depot")
)
HOMES = {"REPS": PEOPLE, "REP_ID_FIELD": "rep_id"}
CODE = "The plugin’s own."


@dataclass(frozen=True)
class Example:
    """Parameters and outputs of one run in the folder of the example project, and sources.

    A parameter ``@balance`` is the file that the example of *balance* has written as its OUTPUT.
    """

    parameters: dict[str, Any]
    outputs: tuple[str, ...]
    source: str


EXAMPLES = {
    "adjacency": Example(
        {"INPUT": AREAS, "ID_FIELD": "ags"},
        ("OUTPUT",),
        "Shared borders by the plugin’s own search of half-edges with a snap distance; bridges are "
        "the shortest links of a minimum spanning tree.",
    ),
    "costmatrix": Example(
        {
            "ORIGINS": PEOPLE,
            "ORIGIN_ID": "rep_id",
            "DESTINATIONS": AREAS,
            "DESTINATION_ID": "ags",
            "METHOD": 1,
            "NETWORK": ROADS,
            "SPEED_FIELD": "speed_kmh",
            "DIRECTION_FIELD": "direction",
            "VALUE_FORWARD": "F",
            "VALUE_BOTH": "B",
        },
        ("OUTPUT",),
        "E. W. Dijkstra, A note on two problems in connexion with graphs, Numerische Mathematik 1 "
        "(1959), as SciPy implements it; distances on the ellipsoid after C. F. F. Karney (2013).",
    ),
    "importassignment": Example(
        {"INPUT": AREAS, "ID_FIELD": "ags", "FILE": "assignment.csv"},
        ("OUTPUT",),
        CODE,
    ),
    "sitereps": Example(
        {"INPUT": AREAS, "WEIGHT_FIELD": "potential", "COUNT": 5},
        ("REPS", "OUTPUT"),
        "P-median: S. L. Hakimi (1964); exchange of M. B. Teitz and P. Bart (1968); bounds by "
        "Lagrangian relaxation. Classes: S. Sharifi Noorian, Master’s thesis, TU München, 2015.",
    ),
    "greenfield": Example(
        {
            "INPUT": CUSTOMERS,
            "WEIGHT_FIELD": "visits",
            "COUNT_MIN": 1,
            "COUNT_MAX": 6,
            "EXISTING": DEPOT,
            "OPENING_COST": 20000,
            "TRANSPORT_COST": 2,
        },
        ("CENTERS", "OUTPUT", "CURVE"),
        "L. Cooper, Heuristic methods for location-allocation problems, SIAM Review 6 (1964); "
        "the middle that is weighted by demand: E. Weiszfeld (1937).",
    ),
    "resitereps": Example(
        {"INPUT": AREAS, "TERRITORY_FIELD": "rep_now", "WEIGHT_FIELD": "potential", **HOMES},
        ("OUTPUT",),
        "The 1-median of each territory, found by trying every candidate.",
    ),
    "nearestrep": Example(
        {"INPUT": AREAS, **HOMES, "WEIGHT_FIELD": "potential"},
        ("OUTPUT", "TERRITORIES"),
        "S. Sharifi Noorian, A Decision Support System for Sales Territory Planning using the "
        "Genetic Algorithm, Master’s thesis, TU München, 2015.",
    ),
    "balance": Example(
        {"INPUT": AREAS, "BALANCE_FIELDS": "potential", **HOMES, "TARGET_FIELD": "share"},
        ("OUTPUT", "TERRITORIES", "REPS_OUT"),
        "S. Sharifi Noorian and C. E. Murphy, Balanced Allocation of Multi-criteria Geographic "
        "Areas by a Genetic Algorithm, 2017. What the plugin adds to it: docs/theory.md.",
    ),
    "plan": Example(
        {
            "INPUT": AREAS,
            "BALANCE_FIELDS": "potential",
            **HOMES,
            "COST_PER_KM": 0.3,
        },
        ("OUTPUT", "TERRITORIES", "REPS_OUT"),
        "The three planning scenarios of S. Sharifi Noorian, Master’s thesis, TU München, 2015.",
    ),
    "clustercustomers": Example(
        {"INPUT": CUSTOMERS, **HOMES, "MIN_COUNT": 100, "MAX_COUNT": 140},
        ("OUTPUT", "CENTERS", "SUMMARY"),
        "P. S. Bradley, K. P. Bennett and A. Demiriz, Constrained k-means clustering, Microsoft "
        "Research, 2000: the assignment is a minimum-cost flow.",
    ),
    "matchreps": Example(
        {"INPUT": "@clustercustomers", "CLUSTER_FIELD": "territory", "CURRENT_FIELD": "rep_now"},
        ("OUTPUT", "MATCHES"),
        "H. W. Kuhn, The Hungarian method for the assignment problem, 1955; SciPy’s version after "
        "D. F. Crouse, 2016.",
    ),
    "smoothoutliers": Example(
        {"INPUT": CUSTOMERS, "TERRITORY_FIELD": "rep_now"},
        ("OUTPUT",),
        "Nearest neighbours: T. M. Cover and P. E. Hart, 1967.",
    ),
    "assignnew": Example(
        {"INPUT": CUSTOMERS, "REFERENCE": AREAS, "TERRITORY_FIELD": "rep_now", "METHOD": 1},
        ("OUTPUT",),
        "Nearest neighbours: T. M. Cover and P. E. Hart, 1967; or the polygon around the customer.",
    ),
    "evaluate": Example(
        {"INPUT": AREAS, "TERRITORY_FIELD": "rep_now", "BALANCE_FIELDS": "potential", **HOMES},
        ("OUTPUT", "TERRITORIES"),
        "Compactness: E. C. Reock (1961), D. D. Polsby and R. D. Popper (1991), moment of inertia: "
        "J. B. Weaver and S. W. Hess (1963).",
    ),
    "compare": Example(
        {
            "INPUT": "@balance",
            "BEFORE_FIELD": "rep_now",
            "AFTER_FIELD": "territory",
            "BALANCE_FIELDS": "potential",
            **HOMES,
        },
        ("OUTPUT", "HANDOVER"),
        CODE,
    ),
    "validate": Example(
        {
            "INPUT": AREAS,
            "TERRITORY_FIELD": "rep_now",
            "BALANCE_FIELDS": "potential",
            **HOMES,
            "MAX_DEVIATION": 10,
        },
        ("ISSUES",),
        CODE,
    ),
}

# Examples that read what another one has made as its OUTPUT come after it.
CHAINED = {
    name: value[1:]
    for name, example in EXAMPLES.items()
    for value in example.parameters.values()
    if str(value).startswith("@")
}
