"""Customers: bounded clustering, matching with representatives, neighbour checks."""

from .bounded_kmeans import bounded_kmeans, improve_from
from .clustering import Clustering, ClusterRules, SearchContext, SearchEffort, StartingCentres
from .matching import Matching, match_clusters
from .neighbours import NeighbourCheck, Smoothed, check_neighbours, smooth_outliers
from .new_customers import assign_new
from .price_of_rules import RuleGroup, RulePrice, price_of_rules

__all__ = [
    "ClusterRules",
    "Clustering",
    "Matching",
    "NeighbourCheck",
    "RuleGroup",
    "RulePrice",
    "SearchContext",
    "SearchEffort",
    "Smoothed",
    "StartingCentres",
    "assign_new",
    "bounded_kmeans",
    "check_neighbours",
    "improve_from",
    "match_clusters",
    "price_of_rules",
    "smooth_outliers",
]
