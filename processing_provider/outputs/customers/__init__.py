"""Portfolios of customers as layers and tables."""
