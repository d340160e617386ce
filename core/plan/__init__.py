"""The plan: who serves which area, from where, and the figures that follow."""
