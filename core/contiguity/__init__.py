"""Which basic areas are neighbours, and how long their common border is.

Rings in (:mod:`~territory_design.core.geometry.outlines`), graph out: :mod:`borders` finds the
neighbours, :mod:`barriers` cuts them and :mod:`bridges` joins what is left apart.
"""

from .borders import BORDER, BRIDGE, CORNER, Contiguities, find_contiguities
from .bridges import Bridges, bridge_components

__all__ = [
    "BORDER",
    "BRIDGE",
    "CORNER",
    "Bridges",
    "Contiguities",
    "bridge_components",
    "find_contiguities",
]
