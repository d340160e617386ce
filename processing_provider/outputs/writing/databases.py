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

    def why_not_writable(self) -> str:
        """What keeps the table from being written; "" if nothing does, as far as one can ask."""
        if self.provider != "postgres":
            return ""
        try:
            connection = self._connection()
            schemas = connection.executeSql(_SCHEMAS)
            tables = connection.executeSql(_TABLES)
        except QgsProviderConnectionException as error:
            return str(error).strip()
        schema, table = self.uri.schema() or "public", self.uri.table()
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
        return ""

    def _connection(self) -> QgsAbstractDatabaseProviderConnection:
        metadata = QgsProviderRegistry.instance().providerMetadata(self.provider)
        server = QgsDataSourceUri(self.uri)
        server.setDataSource("", "", "")
        return cast(
            QgsAbstractDatabaseProviderConnection, metadata.createConnection(server.uri(False), {})
        )


def database_table(destination: str) -> DatabaseTable | None:
    """The table that a destination such as ``postgis:dbname=…`` names; None for anything else."""
    prefix, colon, address = destination.partition(":")
    provider = _PROVIDERS.get(prefix, prefix)
    if not colon or provider in ("ogr", "memory"):
        return None
    if provider not in QgsProviderRegistry.instance().providerList():
        return None
    return DatabaseTable(provider, QgsDataSourceUri(address))
