"""Plans to layers: fields, checked sinks, styles."""
