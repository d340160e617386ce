"""The algorithms: each collects a case from layers, solves it, and writes the plan."""
