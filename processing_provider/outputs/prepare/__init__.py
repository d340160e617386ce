"""Tables that the algorithms which prepare data write."""
