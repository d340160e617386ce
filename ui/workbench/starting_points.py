"""From what a run can start."""

IMPROVE, FROM_PEOPLE, FROM_COUNT = "improve", "people", "count"
