"""Shapes on the Earth: distances on the ellipsoid, outlines of polygons, segments."""
