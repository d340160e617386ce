"""Styles of the layers that a run loads."""
