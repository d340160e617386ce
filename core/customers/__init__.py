"""Customers: bounded clustering, matching with today's representatives, clean-up."""

from .bounded_kmeans import Clustering, bounded_kmeans, improve_from
from .matching import Matching, match_clusters
from .neighbours import (
    NeighbourCheck,
    Smoothed,
    assign_new,
    check_neighbours,
    smooth_outliers,
)
from .price_of_rules import RuleGroup, RulePrice, price_of_rules

__all__ = [
    "Clustering",
    "Matching",
    "NeighbourCheck",
    "RuleGroup",
    "RulePrice",
    "Smoothed",
    "assign_new",
    "bounded_kmeans",
    "check_neighbours",
    "improve_from",
    "match_clusters",
    "price_of_rules",
    "smooth_outliers",
]
