"""The workbench: plan, watch, adjust and decide on the map, in one dock."""
