"""What territory:clustercustomers was given, read once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qgis.core import QgsField

from ....core.customers.group import CustomerGroup
from ....core.plan.areas import Areas
from ..layers.units import SpatialUnits
from .layer import customer_areas


@dataclass(frozen=True)
class CustomerFields:
    """Names of the fields that say whose customers they are; "" where none is set.

    ``same_point`` says that customers with the same position must stay together.
    """

    current: str = ""
    preassigned: str = ""
    group: str = ""
    together: str = ""
    name: str = ""
    same_point: bool = False


@dataclass(frozen=True)
class CustomerCase:
    """All that territory:clustercustomers was given, read once.

    Attributes
    ----------
    units : SpatialUnits
        The customers.
    groups : sequence of CustomerGroup
        The independent problems, in the order of the groups' values.
    attributes : sequence of str
        Fields whose sums are limited.
    name_field : QgsField
        A field that can hold the names of the territories.
    group_field : QgsField or None
        The field whose values are the groups, if there are groups.
    has_current : bool
        Whether it is known whose customers they are now.
    called : mapping
        What readers call the territories, by id, where a field of the representatives says so.
    """

    units: SpatialUnits
    groups: Sequence[CustomerGroup]
    attributes: Sequence[str]
    name_field: QgsField
    group_field: QgsField | None
    has_current: bool
    called: Mapping[str, str] = field(default_factory=dict)

    @property
    def customers(self) -> Areas:
        """All customers as the core knows them."""
        return customer_areas(self.units)
