"""What the plugin adds to the window of QGIS."""
