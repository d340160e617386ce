"""The table of territories; plain rows go in, so that nothing here knows a map."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, QSortFilterProxyModel, Qt
from qgis.PyQt.QtGui import QColor, QIcon

from ...processing_provider.common.texts import tr
from .wording import amount, kilometres, percent

SORT_ROLE = Qt.ItemDataRole.UserRole
BAR_ROLE = Qt.ItemDataRole.UserRole + 1
LAST_ROLE = Qt.ItemDataRole.UserRole + 2
ROW_ROLE = Qt.ItemDataRole.UserRole + 3


def _number_of(flags: Any) -> int:
    """Flags as models hand them over: Qt 5 makes numbers of them, Qt 6 has them as values."""
    return int(getattr(flags, "value", flags))


_LEFT = ("name", "representative", "lock")
RIGHT = _number_of(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class Bar(NamedTuple):
    """What a deviation looks like: now, before, and what fills the cell, in percent."""

    value: float
    before: float
    scale: float


@dataclass(frozen=True)
class TerritoryRow:
    """One territory; tuples have one value per criterion.

    Attributes
    ----------
    territory : int
        Its number; -1 for the areas that nobody has.
    representative : str
        Who has it; "" for nobody.
    lock : str
        "all" where the territory is locked, "some" where some areas of it are, else "".
    """

    territory: int
    name: str
    colour: str
    areas: int
    totals: tuple[float, ...]
    targets: tuple[float, ...]
    deviations: tuple[float, ...]
    before: tuple[float, ...]
    trip_m: float
    parts: int
    lock: str = ""
    representative: str = ""


class Column(NamedTuple):
    """A column: what it shows, and of which criterion."""

    kind: str
    title: str
    criterion: int = 0


class TerritoryModel(QAbstractTableModel):
    """Rows of territories, the areas that nobody has as the last one."""

    def __init__(self, parent: QObject | None = None, lock_icon: QIcon | None = None) -> None:
        super().__init__(parent)
        self.rows: list[TerritoryRow] = []
        self.columns: list[Column] = []
        self._scale = 1.0
        self._icons = {"all": lock_icon or QIcon(), "some": lock_icon or QIcon()}

    def show_rows(self, rows: Sequence[TerritoryRow], criteria: Sequence[str]) -> None:
        """Show these rows; selections stay where territories and criteria are the same."""
        columns = _columns(criteria, people=_tells_of_people(rows))
        same = columns == self.columns and [r.territory for r in rows] == [
            r.territory for r in self.rows
        ]
        if not same:
            self.beginResetModel()
        self.rows, self.columns = list(rows), columns
        self._scale = max(
            [1.0]
            + [abs(d) for row in rows for d in (*row.deviations, *row.before) if math.isfinite(d)]
        )
        if not same:
            self.endResetModel()
        elif rows:
            last = self.index(len(rows) - 1, len(columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        return self.columns[section].title if role == Qt.ItemDataRole.DisplayRole else None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _text(row, column)
        if role == SORT_ROLE:
            return _value(row, column)
        if role == LAST_ROLE:
            return row.territory < 0
        if role == ROW_ROLE:
            return row.territory
        if role == BAR_ROLE and column.kind == "deviation" and row.territory >= 0:
            j = column.criterion
            return Bar(row.deviations[j], row.before[j], self._scale)
        if role == Qt.ItemDataRole.DecorationRole and column.kind == "name":
            return QColor(row.colour)
        if role == Qt.ItemDataRole.DecorationRole and column.kind == "lock":
            return self._icons.get(row.lock)
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column.kind not in _LEFT:
            return RIGHT
        return None


class TerritoryOrder(QSortFilterProxyModel):
    """Sorts by numbers; what nobody has stays the last row in either order."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.setSortRole(SORT_ROLE)

    def lessThan(self, left: QModelIndex, right: QModelIndex) -> bool:
        last = left.data(LAST_ROLE), right.data(LAST_ROLE)
        if last[0] != last[1]:
            ascending = self.sortOrder() == Qt.SortOrder.AscendingOrder
            return bool(last[1]) == ascending
        return _sortable(left.data(SORT_ROLE)) < _sortable(right.data(SORT_ROLE))


def _sortable(value: Any) -> tuple[int, float, str]:
    if isinstance(value, (int, float)):
        return (0, -math.inf if math.isnan(value) else float(value), "")
    text = str(value)
    return (0, float(text), "") if text.lstrip("-").isdigit() else (1, 0.0, text.casefold())


def _tells_of_people(rows: Sequence[TerritoryRow]) -> bool:
    """Whether it is not plain from the names of the territories who has them."""
    whose = [(row.representative, row.name) for row in rows if row.territory >= 0]
    return any(person for person, _ in whose) and any(person != name for person, name in whose)


def _columns(criteria: Sequence[str], *, people: bool) -> list[Column]:
    columns = [Column("lock", ""), Column("name", tr("Territory"))]
    if people:
        columns.append(Column("representative", tr("Representative")))
    several = len(criteria) > 1
    for j, name in enumerate(criteria or ("",)):
        title = tr("Deviation: {field}").format(field=name) if several else tr("Deviation")
        columns.append(Column("deviation", title, j))
    columns.append(Column("areas", tr("Areas")))
    for j, name in enumerate(criteria):
        columns.append(Column("total", name, j))
        columns.append(
            Column(
                "target",
                tr("Target: {field}").format(field=name) if several else tr("Target"),
                j,
            )
        )
    columns += [Column("trip", tr("Mean trip")), Column("parts", tr("Parts"))]
    return columns


def _value(row: TerritoryRow, column: Column) -> Any:
    j = column.criterion
    values: dict[str, Any] = {
        "lock": {"all": 2, "some": 1}.get(row.lock, 0),
        "name": row.name,
        "representative": row.representative,
        "areas": row.areas,
        "trip": row.trip_m,
        "parts": row.parts,
    }
    if column.kind in values:
        return values[column.kind]
    return {"deviation": row.deviations, "total": row.totals, "target": row.targets}[column.kind][j]


def _text(row: TerritoryRow, column: Column) -> str:
    value = _value(row, column)
    if column.kind == "lock":
        return ""
    if row.territory < 0 and column.kind in ("deviation", "target", "trip", "parts"):
        return ""
    if column.kind == "deviation":
        return percent(value)
    if column.kind == "trip":
        return kilometres(value)
    return amount(value) if column.kind in ("total", "target") else f"{value}"


def _tip(row: TerritoryRow, column: Column) -> str | None:
    if column.kind == "lock" and row.lock:
        if row.lock == "all":
            return tr("Locked: it neither gives nor receives areas.")
        return tr("Some areas of it are locked.")
    if column.kind == "deviation" and row.territory >= 0:
        return tr("Now {now}, when the work began {before}").format(
            now=percent(row.deviations[column.criterion], 2),
            before=percent(row.before[column.criterion], 2),
        )
    return None
