"""Variables of the environment that the plugin knows."""

DASK_SCHEDULER = "TERRITORY_DASK_SCHEDULER"
"""Address of a Dask scheduler on whose computers searches run."""
