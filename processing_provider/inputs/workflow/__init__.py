"""What territory:plan reads."""
