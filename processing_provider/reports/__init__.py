"""Plans to documents for a meeting."""
