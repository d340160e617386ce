"""Customers for the tests of the group "Customers", and what their portfolios add up to."""

from __future__ import annotations

from collections import defaultdict

import numpy as np
from territory_design.tests.integration.maps import EAST, NORTH, UTM32, make_layer

TOWNS = ((0.0, 0.0), (60_000.0, 10_000.0), (30_000.0, 50_000.0))

ALL_RULES = {
    "COUNT": 3,
    "MIN_COUNT": 10,
    "LIMITS": ["revenue", "30%", ""],
    "CURRENT_FIELD": "today",
    "PREASSIGNED_FIELD": "fixed",
    "MIN_RETENTION": 50,
    "SMOOTH": True,
    "RESTARTS": 1,
    "OUTPUT": "memory:",
}
"""What is asked of :func:`few_customers`, of every kind of rule one."""


def few_customers():
    """Customers of three representatives, too few to meet the rules without a search."""
    return portfolio_layer((10, 15, 12))


def portfolio_layer(
    per_rep=(100, 200, 200), seed=5, spread=18_000.0, mixed=0.25, crs=UTM32, group=None
):
    """Customers of representatives A, B, C …, each around a town, some of them anywhere.

    Fields: id, revenue, today, fixed (two customers), branch.
    """
    generator = np.random.default_rng(seed)
    owner = np.repeat(np.arange(len(per_rep)), per_rep)
    town = np.where(
        generator.random(len(owner)) < mixed,
        generator.integers(0, len(per_rep), len(owner)),
        owner,
    )
    xy = np.array(TOWNS)[town % len(TOWNS)] + generator.normal(size=(len(owner), 2)) * spread
    # Representative B has many small customers.
    revenue = np.round(generator.lognormal(2.0, 0.6, len(owner)) * np.where(town == 1, 0.5, 1.0), 2)
    fixed = {3: "B", len(owner) - 4: "A"}
    rows = [
        (
            f"Point ({EAST + x} {NORTH + y})",
            number,
            float(revenue[number]),
            "ABCDEFGH"[owner[number]],
            fixed.get(number),
            (group or "one"),
        )
        for number, (x, y) in enumerate(xy)
    ]
    fields = "id:integer, revenue:double, today:string, fixed:string, branch:string"
    return make_layer("Point", fields, rows, crs=crs, name="customers")


def portfolios(layer, *names, key="territory") -> dict:
    """Number of customers, then the sums of some fields, by territory; read from the layer."""
    result = defaultdict(lambda: [0] + [0.0] * len(names))
    for feature in layer.getFeatures():
        own = result[feature[key]]
        own[0] += 1
        for position, name in enumerate(names, 1):
            own[position] += feature[name]
    return dict(result)
