"""Fields and checked sinks: how layers are written, put in place and loaded."""
