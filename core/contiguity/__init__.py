"""Which basic areas are neighbours, and how long their common border is.

Rings in, graph out: :mod:`rings` describes the polygons, :mod:`wkb` reads them,
:mod:`borders` finds the neighbours, :mod:`barriers` cuts them and :mod:`bridges` joins what
is left apart.
"""

from ..geometry.rings import PolygonRings
from ..geometry.wkb import rings_from_wkb
from .borders import BORDER, BRIDGE, CORNER, Contiguities, find_contiguities
from .bridges import Bridges, bridge_components

__all__ = [
    "BORDER",
    "BRIDGE",
    "CORNER",
    "Bridges",
    "Contiguities",
    "PolygonRings",
    "bridge_components",
    "find_contiguities",
    "rings_from_wkb",
]
