"""Outputs that are written beside their places, and put there when all of a run are whole."""

from __future__ import annotations

import os
import platform
import re
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from ...common.texts import tr
from .places import SHARED_FILES, FilePlace
from .staged_tables import StagedTables

_PREFIX = ".territory_design_"
_OWNED = re.compile(re.escape(_PREFIX) + r"(?P<machine>[^_]*)_(?P<process>\d+)_")
# What a run leaves that was killed is cleared away by a later one: at once where its process is
# known to be gone, else after a day, for no run writes so long.
_ABANDONED_S = 24 * 3600.0
_KEPT = "replaced"
# Another program may read the GeoPackage for a moment, but not for this long.
_PATIENCE_S = 30.0
_IS_LOCKED = (5, 6)  # SQLITE_BUSY and SQLITE_LOCKED; Python names them from 3.11
# Belongs to a database only while it is open; GDAL's notes for reading.
_PASSING = (".gfs", "-wal", "-shm", "-journal")
# An index of the shapefile that was there before would lead readers astray.
_OF_SHAPEFILES = (".dbf", ".shx", ".prj", ".cpg", ".qix", ".sbn", ".sbx", ".qmd", ".idm", ".ind")


@dataclass
class Staging:
    """Outputs of one run that are not in their places yet.

    Attributes
    ----------
    folders : dict
        For each file's place the folder in which it is written.
    tables : StagedTables
        Tables of PostgreSQL.
    executor : Executor
        One thread, which closes files while the run goes on.
    unfinished : list of callable
        Each waits until one layer is whole, and raises QgsProcessingException if it is not.
    """

    executor: Executor
    folders: dict[Path, Path] = field(default_factory=dict)
    tables: StagedTables = field(default_factory=StagedTables)
    unfinished: list[Callable[[], None]] = field(default_factory=list)

    def file_for(self, place: FilePlace) -> Path:
        """The file to be written instead; it holds what the place's file holds besides a table."""
        folder = self.folders.get(place.path)
        if folder is None:
            folder = self.folders[place.path] = _new_folder(place.path.parent)
            if place.table and place.path.exists():
                copy_database(place.path, folder / place.path.name)
        return folder / place.path.name

    def final(self, destination: str) -> str:
        """The destination of a layer once it is in place."""
        for path, folder in self.folders.items():
            if str(folder) in destination:
                return destination.replace(str(folder), str(path.parent))
        return destination

    def forget(self, path: Path) -> None:
        """Have one file not put in place: what is there stays."""
        folder = self.folders.pop(path, None)
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)

    def put_in_place(self) -> None:
        """Put all in their places when they are whole; where one refuses, all are as they were.

        Raises
        ------
        OSError or sqlite3.Error
            If a place refuses.
        QgsProcessingException
            If a layer is not whole.
        """
        for finish in self.unfinished:
            finish()
        self.unfinished.clear()
        put: list[_Exchange] = []
        try:
            for exchange in self._exchanges():
                put.append(exchange)
                exchange.keep_old()
                _put(exchange.file, exchange.place)
            self.tables.put_in_place()
        except (OSError, sqlite3.Error):
            for exchange in reversed(put):
                exchange.undo()
            raise
        new = {exchange.place for exchange in put}
        for path in self.folders:
            if path.suffix.lower() == ".shp":
                for suffix in _OF_SHAPEFILES:
                    if path.with_suffix(suffix) not in new:
                        path.with_suffix(suffix).unlink(missing_ok=True)

    def _exchanges(self) -> list[_Exchange]:
        """Every file and its place; databases last, as they are the ones that may refuse."""
        found = [
            (file, path.parent / file.name)
            for path, folder in self.folders.items()
            for file in sorted(folder.iterdir())
            if file.is_file() and not file.name.endswith(_PASSING)
        ]
        found.sort(key=lambda one: _is_database_in_use(one[1]))
        last = len(found) if self.tables.waiting else len(found) - 1
        return [
            _Exchange(file, place, is_last=number == last)
            for number, (file, place) in enumerate(found)
        ]


@dataclass
class _Exchange:
    """A file that takes a place, and what was there before.

    Attributes
    ----------
    file, place : Path
    is_last : bool
        Whether nothing comes after it for whose sake it would have to be undone.
    kept : Path or None
        Where the old file is kept; None without one.
    """

    file: Path
    place: Path
    is_last: bool
    kept: Path | None = None
    _was_there: bool = True

    def keep_old(self) -> None:
        """Keep what is there, as far as the disk allows."""
        self._was_there = self.place.exists()
        if self.is_last or not self._was_there:
            return
        kept = self.file.parent / _KEPT / self.place.name
        with suppress(OSError, sqlite3.Error):  # no room, or a disk that knows no links
            kept.parent.mkdir(exist_ok=True)
            if _is_database_in_use(self.place):
                copy_database(self.place, kept)
            else:
                os.link(self.place, kept)
            self.kept = kept

    def undo(self) -> None:
        """Give the place back what it had."""
        with suppress(OSError, sqlite3.Error):
            if self.kept is not None:
                _put(self.kept, self.place)
            elif not self._was_there:
                self.place.unlink(missing_ok=True)


@contextmanager
def staging() -> Iterator[Staging]:
    """A place for the files of one run; what has not been put in place at the end is gone."""
    executor = ThreadPoolExecutor(1, "territory_design_files")
    staged = Staging(executor)
    try:
        yield staged
    finally:
        executor.shutdown()
        staged.tables.drop()
        for folder in staged.folders.values():
            shutil.rmtree(folder, ignore_errors=True)


def _new_folder(beside: Path) -> Path:
    """A hidden folder on the same disk, where that is allowed."""
    for old in beside.glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if _is_abandoned(old):
                shutil.rmtree(old, ignore_errors=True)
    try:
        return Path(tempfile.mkdtemp(prefix=f"{_PREFIX}{_machine()}_{os.getpid()}_", dir=beside))
    except OSError:  # the file may be written, but the folder not
        return Path(tempfile.mkdtemp(prefix=_PREFIX))


def _machine() -> str:
    return re.sub(r"[^A-Za-z0-9-]", "", platform.node())


def _is_abandoned(folder: Path) -> bool:
    """Whether the run that made a folder has been killed."""
    owner = _OWNED.match(folder.name)
    # Windows has no question to a process that would not end it.
    if owner and os.name == "posix" and owner["machine"] == _machine():
        try:
            os.kill(int(owner["process"]), 0)
        except ProcessLookupError:
            return True
        except (OSError, OverflowError):
            pass  # somebody else's process
    return time.time() - folder.stat().st_mtime > _ABANDONED_S


def _is_database_in_use(place: Path) -> bool:
    return place.exists() and place.suffix.lower() in SHARED_FILES and is_database(place)


def _put(file: Path, place: Path) -> None:
    if _is_database_in_use(place):
        # QGIS may have it open: its connections see the new content, as after any transaction.
        copy_database(file, place)
        return
    try:
        file.replace(place)
    except OSError:
        if place.parent in file.parents:
            raise
        shutil.copyfile(file, place)


def is_database(path: Path) -> bool:
    """Whether a file is a database of SQLite, such as a GeoPackage."""
    with path.open("rb") as file:
        return file.read(16) == b"SQLite format 3\0"


def copy_database(origin: Path, copy: Path) -> None:
    """Copy a GeoPackage in one transaction: the copy is whole, or as it was.

    Raises
    ------
    sqlite3.Error
        The disk is full, or another program keeps the file locked.
    """
    deadline = time.monotonic() + _PATIENCE_S

    def lose_patience(status: int, *_: int) -> None:
        if status in _IS_LOCKED and time.monotonic() > deadline:
            raise sqlite3.OperationalError(tr("another program keeps the file locked"))

    with closing(sqlite3.connect(origin)) as source, closing(sqlite3.connect(copy)) as target:
        source.backup(target, progress=lose_patience)
