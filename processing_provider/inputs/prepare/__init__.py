"""What the algorithms that prepare data read."""
