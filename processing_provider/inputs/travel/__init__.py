"""Travel: cost matrices, numbers of trips, and roads."""
