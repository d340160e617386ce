"""Balancing territories under contiguity by a genetic search over plans."""
