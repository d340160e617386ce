"""Grids of unit squares as areas and plans, drawn at random for properties."""

from __future__ import annotations

import numpy as np
from territory_design.core.geometry.geodesy import PlaneMetric
from territory_design.core.plan.areas import Areas
from territory_design.core.plan.plan import Plan

from .balance_grids import grid_graph, grid_points


def grid_areas(rows: int, columns: int, weights: np.ndarray | None = None) -> Areas:
    """Squares of 1 km; every one weighs 1 and is visited once unless told otherwise."""
    count = rows * columns
    values = np.ones((count, 1)) if weights is None else np.asarray(weights, dtype=float)
    values = values.reshape(count, -1)
    points = grid_points(rows, columns).astype(float)
    names = tuple(f"a{number}" for number in range(count))
    return Areas(names, points, PlaneMetric(), values, values[:, 0], grid_graph(rows, columns))


def grid_plan(rows: int, columns: int, labels: object, weights: np.ndarray | None = None) -> Plan:
    """A plan with equal targets and territories named R0, R1, …"""
    areas = grid_areas(rows, columns, weights)
    labels = np.asarray(labels, dtype=np.int64)
    count = int(labels.max()) + 1
    targets = np.tile(areas.weights.sum(axis=0) / count, (count, 1))
    return Plan(areas, labels, tuple(f"R{number}" for number in range(count)), targets)


def random_plan(rng: np.random.Generator, rows: int, columns: int, territories: int) -> Plan:
    """Any labels, unassigned ones among them, with two criteria of random weights."""
    count = rows * columns
    weights = rng.integers(0, 9, (count, 2)).astype(float)
    areas = grid_areas(rows, columns, weights)
    labels = rng.integers(-1, territories, count)
    targets = np.tile(weights.sum(axis=0) / territories + 1.0, (territories, 1))
    return Plan(areas, labels, tuple(f"R{number}" for number in range(territories)), targets)
