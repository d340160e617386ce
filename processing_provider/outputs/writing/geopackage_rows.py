"""Rows of a table in a GeoPackage, written by SQLite: features are not made for them."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing

from qgis.core import Qgis, QgsFields, QgsProviderRegistry
from qgis.PyQt.QtCore import QMetaType

from .databases import identifier
from .feature_ids import ROW_NUMBER
from .filling import SinkError
from .output_layer import OutputLayer, Row

# Values that SQLite holds as GDAL writes them.
_PLAIN = (
    QMetaType.Type.Int,
    QMetaType.Type.LongLong,
    QMetaType.Type.Double,
    QMetaType.Type.QString,
)
_BEGIN = "BEGIN IMMEDIATE"
_TABLES = "SELECT table_name FROM gpkg_contents"
_HAS_COUNTS = "SELECT count(*) FROM sqlite_master WHERE name = 'gpkg_ogr_contents'"
_INSERT = "INSERT INTO {table} ({columns}) VALUES ({values})"
_COUNT = "SELECT count(*) FROM {table}"
_TRIGGERS = (
    "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND lower(tbl_name) = lower(?)"
)


def plain_rows(layer: OutputLayer) -> Callable[[], Iterable[Row]] | None:
    """The rows of a layer if they go into a GeoPackage as they are; else None.

    GDAL takes each feature by itself, which is five times as long for a million of them.
    """
    fields = layer.fields
    is_plain = (
        layer.geometry_type == Qgis.WkbType.NoGeometry
        and all(field.type() in _PLAIN for field in fields.toList())
        and fields.lookupField(ROW_NUMBER) < 0
    )
    return layer.rows if is_plain else None


def add_rows(destination: str, fields: QgsFields, rows: Iterable[Row]) -> int:
    """Add rows to a table that has the fields already, all of them or none.

    Parameters
    ----------
    destination : str
        The GeoPackage, and the table if it has several, as QGIS names them. Nobody else may have
        it open.
    rows : iterable
        Values in the order of the fields; None for NULL.

    Returns
    -------
    int
        How many the table has now.

    Raises
    ------
    SinkError
        If the file does not take them.
    """
    parts = QgsProviderRegistry.instance().decodeUri("ogr", destination)
    try:
        with closing(sqlite3.connect(parts["path"], isolation_level=None)) as database:
            database.execute(_BEGIN)  # what is not committed is undone
            count = _added(database, parts.get("layerName") or "", fields, rows)
            database.execute("COMMIT")
    except (sqlite3.Error, UnicodeError, OverflowError) as error:
        raise SinkError(str(error)) from None
    return count


def _added(database: sqlite3.Connection, name: str, fields: QgsFields, rows: Iterable[Row]) -> int:
    table = name or str(database.execute(_TABLES).fetchone()[0])
    # They would count each row.
    triggers = database.execute(_TRIGGERS, (table,)).fetchall()
    for trigger, _ in triggers:
        database.execute(f"DROP TRIGGER {identifier(trigger)}")
    quoted, values = identifier(table), ", ".join("?" * fields.count())
    columns = ", ".join(identifier(field) for field in fields.names())
    database.executemany(_INSERT.format(table=quoted, columns=columns, values=values), rows)
    count = int(database.execute(_COUNT.format(table=quoted)).fetchone()[0])
    if database.execute(_HAS_COUNTS).fetchone()[0]:
        database.execute(
            "UPDATE gpkg_ogr_contents SET feature_count = ? WHERE lower(table_name) = lower(?)",
            (count, table),
        )
    for _, command in triggers:
        database.execute(command)
    return count
