"""What territory:matchreps was given, read once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from ....core.arrays import FloatArray, IntArray
from ....core.errors import InvalidInput, name_some
from ....core.ids import positions_in
from ...common.request import Request
from ..layers.reading import read_layer
from ..layers.units import SpatialUnits
from ..people.new_names import names_of_new
from .layer import Portfolios, read_portfolios
from .limits import matrix_cells
from .match_parameters import MatchParameters


@dataclass(frozen=True)
class MatchCase:
    """Customers with their clusters, their current portfolios and their weights (n,).

    Attributes
    ----------
    left : ndarray of int
        Representatives, among the current ones, who have left and get no cluster.
    new_names : sequence
        Names for as many clusters as can be left over.
    """

    units: SpatialUnits
    clusters: Portfolios
    current: Portfolios
    weights: FloatArray
    left: IntArray
    new_names: Sequence[Any]

    @property
    def stays(self) -> IntArray:
        """The current representatives who have not left."""
        return np.setdiff1d(np.arange(len(self.current)), self.left)

    @property
    def staying(self) -> IntArray:
        """Current representative (n,) of each customer among those who stay, -1 for none."""
        number = np.full(len(self.current) + 1, -1, dtype=np.int64)
        number[self.stays] = np.arange(len(self.stays))
        return number[self.current.plan.labels]

    @property
    def names_staying(self) -> list[Any]:
        """Names of the representatives who have not left."""
        return [self.current.plan.names[i] for i in self.stays]


def collect(request: Request) -> MatchCase:
    """Read all parameters and layers, each once.

    Raises
    ------
    InvalidInput
        If something cannot be used as given.
    """
    ours = MatchParameters
    units = read_layer(request, weights=request.labelled_fields(ours.WEIGHT_FIELD))
    clusters, current = (
        read_portfolios(units, request.text(name), request.label(name))
        for name in (ours.CLUSTER_FIELD, ours.CURRENT_FIELD)
    )
    weights = units.weights[:, 0] if units.weight_fields else np.ones(len(units))
    left = read_excluded(matrix_cells(request, ours.EXCLUDE), current, ours.EXCLUDE)
    names = names_of_new(
        current.plan.names,
        len(clusters) - (len(current) - len(left)),
        current.field,
        request.label(ours.CURRENT_FIELD),
    )
    return MatchCase(units, clusters, current, weights, left, names)


def read_excluded(cells: Sequence[str], current: Portfolios, parameter: str) -> IntArray:
    """Positions of the representatives who have left, ascending.

    Raises
    ------
    InvalidInput
        If one is not among the current ones, or nobody is left.
    """
    named = [cell for cell in cells if cell]
    positions = positions_in(named, current.plan.names)
    unknown = [name for name, position in zip(named, positions) if position < 0]
    if unknown:
        raise InvalidInput.counted(
            len(unknown),
            "Representatives who have left ({parameter}): nobody is called {names} now. Current "
            "representatives are {known}. Correct the name.",
            "Representatives who have left ({parameter}): {count} of them are no current "
            "representatives ({names}). These are {known}. Correct the names.",
            parameter=parameter,
            names=name_some(unknown),
            known=name_some(list(current.plan.names), limit=30),
        )
    left = np.unique(positions)
    if len(left) == len(current):
        raise InvalidInput(
            "Representatives who have left ({parameter}) names all of them, so that nobody is left "
            "to get a cluster. Leave some out.",
            parameter=parameter,
        )
    return left
