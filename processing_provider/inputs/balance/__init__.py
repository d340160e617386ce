"""What territory:balance reads, and territory:plan with it; territory:nearestrep."""
