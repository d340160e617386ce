"""What messages call customers and centres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..arrays import IntArray
from ..errors import name_some
from ..texts import Text


@dataclass(frozen=True)
class Names:
    """How messages call things.

    Parameters
    ----------
    centres : sequence, optional
        Name or id of each territory; 1 to k when omitted.
    customers : sequence, optional
        Id of each customer; the row number, from 0, when omitted.
    fixed_pairs, maximum_distance : bool
        Which rules forbid pairs; one that is not set is no advice.
    """

    centres: Sequence[object] | None = None
    customers: Sequence[object] | None = None
    fixed_pairs: bool = True
    maximum_distance: bool = True

    def centre(self, index: int) -> object:
        """Name of a territory."""
        return index + 1 if self.centres is None else self.centres[index]

    def some_centres(self, indices: IntArray) -> str:
        """The first of some territories."""
        return name_some([self.centre(int(index)) for index in indices])

    def some_customers(self, indices: IntArray) -> str:
        """Ids of the first of some customers."""
        if self.customers is None:
            return name_some(indices.tolist())
        return name_some([self.customers[index] for index in indices])

    def pair_rules(self) -> Text:
        """The rules that forbid pairs, as they are called in messages."""
        if not self.maximum_distance:
            return Text.of("fixed customers (PREASSIGNED_FIELD)")
        if not self.fixed_pairs:
            return Text.of("maximum distance (MAX_DISTANCE)")
        return Text.of("fixed customers (PREASSIGNED_FIELD) or the maximum distance (MAX_DISTANCE)")
