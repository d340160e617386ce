"""Files that are written beside their places, and put there when all of a run are whole."""

from __future__ import annotations

import os
import platform
import re
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from ...common.texts import tr
from .places import SHARED_FILES, FilePlace

_PREFIX = ".territory_design_"
_OWNED = re.compile(re.escape(_PREFIX) + r"(?P<machine>[^_]*)_(?P<process>\d+)_")
# What a run leaves that was killed is cleared away by a later one: at once where its process is
# known to be gone, else after a day, for no run writes so long.
_ABANDONED_S = 24 * 3600.0
# Another program may read the GeoPackage for a moment, but not for this long.
_PATIENCE_S = 30.0
_IS_LOCKED = (5, 6)  # SQLITE_BUSY and SQLITE_LOCKED; Python names them from 3.11
# Belongs to a database only while it is open; GDAL's notes for reading.
_PASSING = (".gfs", "-wal", "-shm", "-journal")
# An index of the shapefile that was there before would lead readers astray.
_OF_SHAPEFILES = (".dbf", ".shx", ".prj", ".cpg", ".qix", ".sbn", ".sbx", ".qmd", ".idm", ".ind")


@dataclass
class Staging:
    """Files of one run that are not in their places yet.

    Attributes
    ----------
    folders : dict
        For each file's place the folder in which it is written.
    """

    folders: dict[Path, Path] = field(default_factory=dict)

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

    def put_in_place(self) -> None:
        """Put all files in their places.

        Raises
        ------
        OSError or sqlite3.Error
        """
        for path, folder in self.folders.items():
            files = [f for f in sorted(folder.iterdir()) if not f.name.endswith(_PASSING)]
            for file in files:
                _put(file, path.parent / file.name)
            if path.suffix.lower() == ".shp":
                for suffix in _OF_SHAPEFILES:
                    part = path.with_suffix(suffix)
                    if part.name not in {file.name for file in files}:
                        part.unlink(missing_ok=True)


@contextmanager
def staging() -> Iterator[Staging]:
    """A place for the files of one run; what has not been put in place at the end is gone."""
    staged = Staging()
    try:
        yield staged
    finally:
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


def _put(file: Path, place: Path) -> None:
    if place.exists() and place.suffix.lower() in SHARED_FILES and is_database(place):
        # QGIS may have it open: its connections see the new content, as after any transaction.
        copy_database(file, place)
        return
    try:
        file.replace(place)
    except OSError:
        if file.parent.parent == place.parent:
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
