"""The problem and its solvers on plain arrays. Nothing in here knows QGIS or Qt."""
