"""What it costs to get from one place to another: cost tables and road networks."""
