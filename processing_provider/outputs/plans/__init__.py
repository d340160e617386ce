"""Plans of areas as layers: areas, territories, homes, figures."""
