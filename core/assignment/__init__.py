"""Bounded assignment of many customers to few centres."""

from .effort import AssignmentEffort
from .limits import (
    Assignment,
    AssignmentStart,
    Limit,
    breached,
    count_limit,
    retention_limit,
    sum_limit,
)
from .names import Names
from .solve import assign, assign_at_once
from .solvers import HIGHS, Solver, open_solver

__all__ = [
    "HIGHS",
    "Assignment",
    "AssignmentEffort",
    "AssignmentStart",
    "Limit",
    "Names",
    "Solver",
    "assign",
    "assign_at_once",
    "breached",
    "count_limit",
    "open_solver",
    "retention_limit",
    "sum_limit",
]
