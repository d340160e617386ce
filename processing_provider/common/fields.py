"""Fields that the plugin writes, and the names of territories that stand in them."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from qgis.core import QgsField
from qgis.PyQt.QtCore import QMetaType

from ...core.ids import id_key

TERRITORY_FIELD = "territory"
BEFORE_FIELD = "territory_before"
AREA_NAME_FIELD = "area_name"  # what the area of a home is called


def number_field(name: str) -> QgsField:
    """A field of floating-point numbers."""
    return QgsField(name, QMetaType.Type.Double)


def integer_field(name: str) -> QgsField:
    """A field of whole numbers."""
    return QgsField(name, QMetaType.Type.Int)


def text_field(name: str) -> QgsField:
    """A field of text."""
    return QgsField(name, QMetaType.Type.QString)


def like_field(name: str, model: QgsField) -> QgsField:
    """A field of another name that can hold the same values."""
    field = QgsField(model)
    field.setName(name)
    field.setAlias("")
    return field


@dataclass(frozen=True)
class TerritoryNames:
    """Values of the ``territory`` field for territories 0 to k - 1, and its type.

    Attributes
    ----------
    values : tuple
    field : QgsField
    called : mapping
        What readers call them instead, by :func:`~territory_design.core.ids.id_key`, as far as a
        field says so.
    """

    values: tuple[Any, ...]
    field: QgsField
    called: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.values)

    def of(self, label: int) -> Any:
        """Value for a label; None for a negative one."""
        return self.values[label] if label >= 0 else None

    def shown(self, value: Any) -> str:
        """What readers call a territory: its name where one is known, else its value."""
        return self.called.get(id_key(value), str(value))

    def shown_of(self, labels: Iterable[int]) -> list[str]:
        """What readers call the territories with these labels."""
        return [self.shown(self.values[label]) for label in labels]

    def extended(self, new: Sequence[Any]) -> TerritoryNames:
        """With more territories; texts get as much room as they need."""
        field = QgsField(self.field)
        longest = max((len(name) for name in new if isinstance(name, str)), default=0)
        if 0 < field.length() < longest:
            field.setLength(longest)
        return replace(self, values=(*self.values, *new), field=field)

    @classmethod
    def numbered(cls, count: int) -> TerritoryNames:
        return cls(tuple(range(1, count + 1)), integer_field(TERRITORY_FIELD))
