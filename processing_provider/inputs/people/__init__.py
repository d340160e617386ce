"""Representatives, where they live, and candidates for homes."""
