"""Layers to arrays: features, attributes, shapes, areas, and a plan in a field."""
