"""Bounded assignment of many customers to few centres."""

from .explain import Names
from .limits import Assignment, Limit, breached, count_limit, retention_limit, sum_limit
from .solve import assign

__all__ = [
    "Assignment",
    "Limit",
    "Names",
    "assign",
    "breached",
    "count_limit",
    "retention_limit",
    "sum_limit",
]
