"""Customers, their portfolios and the limits on them."""
