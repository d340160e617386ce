"""What judges say of a plan, as layers and tables."""
