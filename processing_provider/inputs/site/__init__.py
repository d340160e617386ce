"""What the algorithms that choose homes and centres read."""
