"""Whether a table can be written, found out before the work: databases as destinations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from qgis.core import (  # type: ignore[attr-defined] # the stubs lack the exception
    QgsAbstractDatabaseProviderConnection,
    QgsDataSourceUri,
    QgsProviderConnectionException,
    QgsProviderRegistry,
)

from ...common.texts import tr

# Names with which Processing's destinations begin, where they are not the provider's own.
_PROVIDERS = {"postgis": "postgres"}
_SCHEMAS = "SELECT nspname, has_schema_privilege(oid, 'CREATE'), current_user FROM pg_namespace"
# Views that are made from a table, and tables whose keys point to it.
_NEEDED_BY = (
    "SELECT DISTINCT r.ev_class::regclass::text FROM pg_depend AS d"
    " JOIN pg_rewrite AS r ON r.oid = d.objid WHERE d.refobjid = to_regclass({table})"
    " AND d.classid = 'pg_rewrite'::regclass AND r.ev_class <> d.refobjid"
    " UNION SELECT conrelid::regclass::text FROM pg_constraint"
    " WHERE contype = 'f' AND confrelid = to_regclass({table}) AND conrelid <> confrelid"
)
_COUNT = "SELECT count(*) FROM {table}"
_TABLES = (
    "SELECT n.nspname, c.relname, c.relkind IN ('r', 'p') AND pg_has_role(c.relowner, 'USAGE')"
    " FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace"
    " WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f')"
)


@dataclass(frozen=True)
class DatabaseTable:
    """A table of a database as a destination.

    Attributes
    ----------
    provider : str
        QGIS's key of the data provider, such as "postgres".
    uri : QgsDataSourceUri
    """

    provider: str
    uri: QgsDataSourceUri

    @property
    def name(self) -> str:
        """Schema and table, without what is secret in the address."""
        return f"{self.uri.schema()}.{self.uri.table()}".lstrip(".")

    @property
    def schema(self) -> str:
        """The schema, as PostgreSQL has it by default where none is named."""
        return self.uri.schema() or "public"

    @property
    def quoted(self) -> str:
        """Schema and table as SQL names them."""
        return f"{identifier(self.schema)}.{identifier(self.uri.table())}"

    @property
    def destination(self) -> str:
        """The table as Processing names a destination."""
        return f"{self.provider}:{self.uri.uri(False)}"

    @property
    def source(self) -> str:
        """The table as Processing loads it; it does not load what it calls a destination."""
        return f"{self.provider}://{self.uri.uri(False)}"

    def named(self, name: str) -> DatabaseTable:
        """A table with another name in the same schema."""
        uri = QgsDataSourceUri(self.uri)
        uri.setDataSource(self.schema, name, uri.geometryColumn(), "", uri.keyColumn())
        return DatabaseTable(self.provider, uri)

    def without_geometry(self) -> DatabaseTable:
        """The same with rows alone: PostgreSQL would look for the column of geometry in vain."""
        uri = QgsDataSourceUri(self.uri)
        uri.setDataSource(uri.schema(), uri.table(), "", "", uri.keyColumn())
        uri.setSrid("")  # with a reference system QGIS finds no rows in a bare table
        return DatabaseTable(self.provider, uri)

    def row_count(self) -> int:
        """How many rows it has, to the user who asks."""
        return int(self.connection().executeSql(_COUNT.format(table=self.quoted))[0][0])

    def why_not_writable(self) -> str:
        """What keeps the table from being written; "" if nothing does, as far as one can ask."""
        if self.provider != "postgres":
            return ""
        try:
            connection = self.connection()
            schemas = connection.executeSql(_SCHEMAS)
            tables = connection.executeSql(_TABLES)
            needed_by = connection.executeSql(_NEEDED_BY.format(table=literal(self.quoted)))
        except QgsProviderConnectionException as error:
            return in_words(error)
        schema, table = self.schema, self.uri.table()
        role = str(schemas[0][2])
        allowed = {str(name): bool(may_create) for name, may_create, _ in schemas}
        if schema not in allowed:
            return tr("the schema “{schema}” does not exist").format(schema=schema)
        if not allowed[schema]:
            return tr("the role “{role}” may not create tables in the schema “{schema}”").format(
                role=role, schema=schema
            )
        replaceable = [bool(own) for place, name, own in tables if (place, name) == (schema, table)]
        if not all(replaceable):
            return tr("there is such a table or view, which “{role}” may not replace").format(
                role=role
            )
        if needed_by:
            return tr("there is such a table, which {others} is made from or points to").format(
                others=", ".join(tr("“{name}”").format(name=row[0]) for row in needed_by)
            )
        return ""

    def connection(self) -> QgsAbstractDatabaseProviderConnection:
        """To the server, whatever the table."""
        metadata = QgsProviderRegistry.instance().providerMetadata(self.provider)
        server = QgsDataSourceUri(self.uri)
        server.setDataSource("", "", "")
        return cast(
            QgsAbstractDatabaseProviderConnection, metadata.createConnection(server.uri(False), {})
        )


def in_words(error: QgsProviderConnectionException) -> str:
    """What a database says, without the commands that it did not like."""
    said = str(error).rpartition("ERROR:")[2].strip().rstrip("]")
    return " ".join(said.split())


def identifier(name: str) -> str:
    """A name as SQL writes it."""
    quoted = name.replace('"', '""')
    return f'"{quoted}"'


def literal(text: str) -> str:
    """A text as SQL writes it."""
    quoted = text.replace("'", "''")
    return f"'{quoted}'"


def database_table(destination: str) -> DatabaseTable | None:
    """The table that a destination such as ``postgis:dbname=…`` names; None for anything else."""
    prefix, colon, address = destination.partition(":")
    provider = _PROVIDERS.get(prefix, prefix)
    if not colon or provider in ("ogr", "memory"):
        return None
    if provider not in QgsProviderRegistry.instance().providerList():
        return None
    return DatabaseTable(provider, QgsDataSourceUri(address))
