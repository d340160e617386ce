"""What all rooms of the provider share: words, names of fields, progress, options."""
