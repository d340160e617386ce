"""What a workflow takes where the user says nothing."""

DEFAULT_SPEED_KMH = 60.0
"""Trips by car over land, door to door, where nothing tells of times."""
