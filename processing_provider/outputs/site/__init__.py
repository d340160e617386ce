"""Chosen homes and centres as layers."""
