"""Alternatives in a GeoPackage: tables without geometry, written when they are made.

A plan is kept as its territories' names and one number per area; the areas' ids are kept once
for all plans of the same areas. So thirty plans of ten thousand areas take less than a megabyte.
"""

from __future__ import annotations

import hashlib
import json
import sqlite3
import sys
import zlib
from array import array
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime, timezone
from pathlib import Path

from ...core.errors import InvalidInput

_APPLICATION_ID = 0x47504B47  # "GPKG", see OGC 12-128r18, requirement 2
# GeoPackage 1.3.0, which every GDAL that QGIS 3.40 is built with reads.
_VERSION = 10300
_NUMBERS = "i"  # 32 bits everywhere that Python runs

_SCHEMA = """
CREATE TABLE IF NOT EXISTS gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
INSERT OR IGNORE INTO gpkg_spatial_ref_sys VALUES
    ('Undefined cartesian', -1, 'NONE', -1, 'undefined', NULL),
    ('Undefined geographic', 0, 'NONE', 0, 'undefined', NULL),
    ('WGS 84', 4326, 'EPSG', 4326, 'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",
6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]', NULL);
CREATE TABLE IF NOT EXISTS gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE,
    description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')),
    min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER);
CREATE TABLE IF NOT EXISTS gpkg_geometry_columns (
    table_name TEXT NOT NULL PRIMARY KEY, column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL, z TINYINT NOT NULL,
    m TINYINT NOT NULL);
CREATE TABLE IF NOT EXISTS territory_areas (
    id INTEGER PRIMARY KEY AUTOINCREMENT, digest TEXT NOT NULL UNIQUE, ids BLOB NOT NULL);
CREATE TABLE IF NOT EXISTS territory_plans (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, made TEXT NOT NULL,
    parent INTEGER, worst_pct DOUBLE, sigma_pct DOUBLE, mean_trip_m DOUBLE, changed_pct DOUBLE,
    border_m DOUBLE, parts INTEGER, parameters TEXT NOT NULL, areas INTEGER NOT NULL,
    territories TEXT NOT NULL, labels BLOB NOT NULL);
INSERT OR IGNORE INTO gpkg_contents (table_name, data_type, identifier) VALUES
    ('territory_areas', 'attributes', 'territory_areas'),
    ('territory_plans', 'attributes', 'territory_plans');
"""
_FIGURES = ("worst_pct", "sigma_pct", "mean_trip_m", "changed_pct", "border_m", "parts")


@dataclass(frozen=True)
class Alternative:
    """A plan that is kept, without its areas.

    Attributes
    ----------
    key : int
        0 for one that is not kept yet.
    made : str
        Date and time, ISO 8601.
    parent : int
        The alternative that it was made from; 0 for none.
    figures : dict
        ``worst_pct``, ``sigma_pct``, ``mean_trip_m``, ``changed_pct``, ``border_m``, ``parts``.
    parameters : dict of str
    """

    name: str
    figures: Mapping[str, float]
    parameters: Mapping[str, str] = field(default_factory=dict)
    parent: int = 0
    key: int = 0
    made: str = ""


class AlternativeStore:
    """The alternatives in one file; each call opens and closes it.

    Parameters
    ----------
    path : str
        Made when the first plan is kept.
    """

    def __init__(self, path: str) -> None:
        self.path = path

    def plans(self) -> list[Alternative]:
        """All plans, the oldest first.

        Raises
        ------
        InvalidInput
            If the file cannot be read.
        """
        if not Path(self.path).exists():
            return []
        with self._open() as connection:
            rows = connection.execute(
                "SELECT id, name, made, parent, parameters, worst_pct, sigma_pct, mean_trip_m, "
                "changed_pct, border_m, parts FROM territory_plans ORDER BY id"
            ).fetchall()
        return [
            Alternative(
                key=row[0],
                name=row[1],
                made=row[2],
                parent=row[3] or 0,
                parameters=json.loads(row[4]),
                figures={
                    name: float("nan") if value is None else float(value)
                    for name, value in zip(_FIGURES, row[5:])
                },
            )
            for row in rows
        ]

    def add(self, plan: Alternative, ids: Sequence[str], territories: Sequence[str]) -> int:
        """Keep a plan: the territory ("" for none) of each area.

        Raises
        ------
        InvalidInput
            If the file cannot be written.
        """
        names = sorted(set(territories) - {""})
        place = {name: number for number, name in enumerate(names)} | {"": -1}
        labels = array(_NUMBERS, [place[name] for name in territories])
        with self._open() as connection:
            done = connection.execute(
                "INSERT INTO territory_plans (name, made, parent, worst_pct, sigma_pct, "
                "mean_trip_m, changed_pct, border_m, parts, parameters, areas, territories, "
                "labels) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    plan.name,
                    plan.made or datetime.now(timezone.utc).isoformat(timespec="seconds"),
                    plan.parent or None,
                    *(_finite(plan.figures.get(name)) for name in _FIGURES),
                    json.dumps(dict(plan.parameters)),
                    _area_set(connection, ids),
                    json.dumps(names),
                    zlib.compress(_little_endian(labels)),
                ),
            )
            return int(done.lastrowid or 0)

    def assignment(self, key: int) -> dict[str, str]:
        """Territory ("" for none) of each area of a plan, by the areas' ids.

        Raises
        ------
        InvalidInput
            If there is no such plan, or the file cannot be read.
        """
        with self._open() as connection:
            row = connection.execute(
                "SELECT p.territories, p.labels, a.ids FROM territory_plans p "
                "JOIN territory_areas a ON a.id = p.areas WHERE p.id = ?",
                (key,),
            ).fetchone()
        if row is None:
            raise InvalidInput("This alternative is not in the file any more.")
        names = [*json.loads(row[0]), ""]
        labels = array(_NUMBERS)
        labels.frombytes(zlib.decompress(row[1]))
        if sys.byteorder == "big":
            labels.byteswap()
        ids = json.loads(zlib.decompress(row[2]).decode("utf-8"))
        return {key: names[label] for key, label in zip(ids, labels)}

    def rename(self, key: int, name: str) -> None:
        """Give a plan another name."""
        with self._open() as connection:
            connection.execute("UPDATE territory_plans SET name = ? WHERE id = ?", (name, key))

    def remove(self, key: int) -> None:
        """Forget a plan; those that were made from it lose their parent."""
        with self._open() as connection:
            connection.execute("UPDATE territory_plans SET parent = NULL WHERE parent = ?", (key,))
            connection.execute("DELETE FROM territory_plans WHERE id = ?", (key,))
            connection.execute(
                "DELETE FROM territory_areas WHERE id NOT IN (SELECT areas FROM territory_plans)"
            )

    def duplicate(self, key: int, name: str) -> int:
        """A copy of a plan under another name, with the plan as its parent."""
        with self._open() as connection:
            done = connection.execute(
                "INSERT INTO territory_plans (name, made, parent, worst_pct, sigma_pct, "
                "mean_trip_m, changed_pct, border_m, parts, parameters, areas, territories, "
                "labels) SELECT ?, ?, id, worst_pct, sigma_pct, mean_trip_m, changed_pct, "
                "border_m, parts, parameters, areas, territories, labels "
                "FROM territory_plans WHERE id = ?",
                (name, datetime.now(timezone.utc).isoformat(timespec="seconds"), key),
            )
            return int(done.lastrowid or 0)

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        try:
            with closing(sqlite3.connect(self.path, timeout=5.0)) as connection:
                self._prepare(connection)
                with connection:  # commits at its end, or takes all back
                    yield connection
        except (sqlite3.Error, ValueError, zlib.error) as error:
            if isinstance(error, InvalidInput):
                raise
            raise InvalidInput(
                "The alternatives in {path} cannot be used: {reason}. Choose another file.",
                path=self.path,
                reason=str(error),
            ) from error

    def _prepare(self, connection: sqlite3.Connection) -> None:
        there = connection.execute(
            "SELECT name FROM sqlite_master WHERE name = 'territory_plans'"
        ).fetchone()
        if there is None:
            (own,) = connection.execute("PRAGMA application_id").fetchone()
            if own == 0:
                connection.execute(f"PRAGMA application_id = {_APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {_VERSION}")
            connection.executescript(_SCHEMA)


def _area_set(connection: sqlite3.Connection, ids: Sequence[str]) -> int:
    text = json.dumps(list(ids)).encode("utf-8")
    digest = hashlib.sha256(text).hexdigest()
    connection.execute(
        "INSERT OR IGNORE INTO territory_areas (digest, ids) VALUES (?, ?)",
        (digest, zlib.compress(text)),
    )
    (key,) = connection.execute(
        "SELECT id FROM territory_areas WHERE digest = ?", (digest,)
    ).fetchone()
    return int(key)


def _little_endian(numbers: array[int]) -> bytes:
    if sys.byteorder == "big":
        numbers = array(_NUMBERS, numbers)
        numbers.byteswap()
    return numbers.tobytes()


def _finite(value: float | None) -> float | None:
    return None if value is None or value != value or abs(value) == float("inf") else float(value)
