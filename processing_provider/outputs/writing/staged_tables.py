"""Tables of PostgreSQL that are written under passing names, and get their own all at once."""

from __future__ import annotations

import secrets
import time
from contextlib import suppress
from dataclasses import dataclass, field

from qgis.core import (  # type: ignore[attr-defined] # the stubs lack the exception
    QgsProviderConnectionException,
)

from ...common.texts import tr
from .databases import DatabaseTable, identifier, in_words, literal

_PREFIX = "territory_design_"
# What a run leaves that was killed is dropped by a later one after a day: no run writes so long.
_ABANDONED_S = 24 * 3600
_ABANDONED = (
    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = {schema}::regnamespace"
    " AND pg_has_role(relowner, 'USAGE') AND relname LIKE 'territory\\_design\\_%'"
)
# Indexes and sequences that came with a table and carry its name.
_PARTS = (
    "SELECT c.relname, c.relkind::text FROM pg_class AS c JOIN pg_depend AS d ON d.objid = c.oid"
    " WHERE d.refobjid = {table}::regclass AND c.relkind IN ('i', 'S')"
    " UNION SELECT c.relname, c.relkind::text FROM pg_class AS c JOIN pg_index AS i"
    " ON i.indexrelid = c.oid WHERE i.indrelid = {table}::regclass"
)
_IS_THERE = "SELECT to_regclass({table}) IS NOT NULL"
_NAMES = "SELECT relname FROM pg_class WHERE relnamespace = {schema}::regnamespace"
_RENAMING = {
    "r": "ALTER TABLE {old} RENAME TO {new}",
    "i": "ALTER INDEX {old} RENAME TO {new}",
    "S": "ALTER SEQUENCE {old} RENAME TO {new}",
}


@dataclass(frozen=True)
class _StagedTable:
    """A table and the name that it has until all of a run are whole."""

    table: DatabaseTable
    passing: DatabaseTable

    def replacing(self) -> list[str]:
        """The statements that put it in the place of what is there."""
        connection = self.passing.connection()
        old, new = self.passing.uri.table(), self.table.uri.table()
        schema = literal(identifier(self.table.schema))
        parts = connection.executeSql(_PARTS.format(table=literal(self.passing.quoted)))
        names = {str(row[0]) for row in connection.executeSql(_NAMES.format(schema=schema))}
        statements = [
            f"DROP TABLE IF EXISTS {self.table.quoted}",
            _RENAMING["r"].format(old=self.passing.quoted, new=identifier(new)),
        ]
        taken = names - _parts_of(self.table)
        for name, kind in parts:
            wanted = str(name).replace(old, new, 1)
            if wanted not in taken and wanted != name:
                part = f"{identifier(self.table.schema)}.{identifier(str(name))}"
                statements.append(_RENAMING[kind].format(old=part, new=identifier(wanted)))
        return statements


@dataclass
class StagedTables:
    """The tables of one run.

    Attributes
    ----------
    waiting : list
        Those that are not in their places yet.
    """

    waiting: list[_StagedTable] = field(default_factory=list)

    def passing(self, table: DatabaseTable) -> DatabaseTable:
        """The table that is written first, in the same schema."""
        if not self.waiting:
            _drop_abandoned(table)
        name = f"{_PREFIX}{int(time.time())}_{secrets.token_hex(4)}"
        passing = table.named(name)
        self.waiting.append(_StagedTable(table, passing))
        return passing

    def put_in_place(self) -> None:
        """Give all tables of one connection their names in one transaction.

        Raises
        ------
        OSError
            If the database refuses; then nothing has changed there.
        """
        by_connection: dict[str, list[_StagedTable]] = {}
        for one in self.waiting:
            by_connection.setdefault(one.table.uri.connectionInfo(False), []).append(one)
        try:
            for tables in by_connection.values():
                statements = [sql for one in tables for sql in one.replacing()]
                # PostgreSQL takes what comes in one message as one transaction.
                tables[0].table.connection().executeSql("; ".join(statements))
                for one in tables:
                    self.waiting.remove(one)
        except QgsProviderConnectionException as error:
            raise OSError(
                tr("the database refused the tables ({reason})").format(reason=in_words(error))
            ) from None

    def drop(self) -> None:
        """Drop what has not been put in place."""
        for one in self.waiting:
            _drop(one.passing)
        self.waiting.clear()


def _drop(table: DatabaseTable) -> None:
    with suppress(QgsProviderConnectionException):  # the server is gone, or the table never was
        table.connection().executeSql(f"DROP TABLE IF EXISTS {table.quoted}")


def _drop_abandoned(table: DatabaseTable) -> None:
    """Drop what killed runs have left in the table's schema."""
    schema = literal(identifier(table.schema))
    rows = []
    with suppress(QgsProviderConnectionException):
        rows = table.connection().executeSql(_ABANDONED.format(schema=schema))
    for (name,) in rows:
        made = str(name)[len(_PREFIX) :].split("_")[0]
        if made.isdigit() and time.time() - int(made) > _ABANDONED_S:
            _drop(table.named(str(name)))


def _parts_of(table: DatabaseTable) -> set[str]:
    """Names that become free when a table goes; none where there is no such table."""
    connection = table.connection()
    if not connection.executeSql(_IS_THERE.format(table=literal(table.quoted)))[0][0]:
        return set()
    rows = connection.executeSql(_PARTS.format(table=literal(table.quoted)))
    return {str(name) for name, _ in rows}
