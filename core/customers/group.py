"""One independent group of customers, and the representatives who may get them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from ..arrays import FloatArray, IntArray
from ..errors import InvalidInput
from ..plan.areas import Areas
from .rules import CustomerRules
from .together import Together


@dataclass(frozen=True)
class CustomerGroup:
    """The customers of one group and the representatives who may get them.

    Attributes
    ----------
    value : object
        What the group is called; None where all customers are one group.
    rows : ndarray of int, shape (n,)
        The customers among all.
    customers : Areas
        The n customers; their plane is centred on them.
    attributes : sequence of str
        What the columns of the customers' weights are called.
    count : int
        Number k of territories.
    known : sequence
        Representatives who have a name: those that are given, or the current ones.
    current, preassigned : ndarray of int, shape (n,)
        Position among ``known``, -1 for none.
    former : sequence
        Current representatives who are not among those given.
    current_former : ndarray of int, shape (n,)
        Position among ``former``, -1 for none.
    homes : ndarray of float, shape (k, 2), or None
        Positions of the representatives.
    centre_rows : ndarray of int, shape (k,)
        The representatives among all that are given; 0 to k - 1 without any.
    first_number : int
        Number of the first territory, if they only have numbers.
    newcomers : sequence
        Names of the territories that are more than the current representatives.
    rules : CustomerRules
    together : Together or None
        Customers who must not be divided.
    """

    value: Any
    rows: IntArray
    customers: Areas
    attributes: Sequence[str]
    count: int
    known: Sequence[Any]
    current: IntArray
    preassigned: IntArray
    former: Sequence[Any]
    current_former: IntArray
    homes: FloatArray | None
    centre_rows: IntArray
    first_number: int = 1
    newcomers: Sequence[Any] = ()
    rules: CustomerRules = field(default_factory=CustomerRules)
    together: Together | None = None

    def __len__(self) -> int:
        return len(self.customers)

    @property
    def is_named(self) -> bool:
        """Whether it is known beforehand which names the territories will have."""
        return self.homes is not None or len(self.known) == self.count

    def weights_of(self, attribute: str | None) -> FloatArray:
        """Values (n,) of an attribute; 1 for each customer for None."""
        if attribute is None:
            return self.customers.trips
        return self.customers.weights[:, list(self.attributes).index(attribute)]


def refuse_more_than_customers(wanted: int, customers: int) -> None:
    """Refuse more territories than there are customers.

    Raises
    ------
    InvalidInput
    """
    if wanted > customers:
        raise InvalidInput.counted(
            customers,
            "{wanted} territories are asked for, but there is only {count} customer. Set “Number "
            "of territories” to one.",
            "{wanted} territories are asked for, but there are only {count} customers. Set “Number "
            "of territories” to at most {count}.",
            wanted=wanted,
        )
