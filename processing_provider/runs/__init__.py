"""What algorithms do when they run: collect → solve → write; imported by then."""
