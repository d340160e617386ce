"""What territory:evaluate, territory:compare and territory:validate read."""
