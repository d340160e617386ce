"""The algorithms as QGIS Processing sees them: layers and parameters in, styled layers out."""
