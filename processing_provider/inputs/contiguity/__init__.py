"""Who is whose neighbour: from outlines, barriers and bridges, or from an edited layer."""
