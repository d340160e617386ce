"""A text file to which runs add themselves, one row each, also several at a time."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from qgis.PyQt.QtCore import QLockFile

from ....core.errors import InvalidInput

RUN, ALGORITHM = "run", "algorithm"
LEADING = (RUN, "started", "seconds", ALGORITHM, "outcome")
"""Columns that every such file begins with, and by which it is known."""
# Another run writes its row in milliseconds; only a folder far away needs more.
_PATIENCE_MS = 10_000
_ENCODING = "utf-8"
_BEGINS_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First letters after which spreadsheets work out what a cell says (OWASP, CSV Injection)."""

Row = dict[str, str]


@dataclass(frozen=True)
class RunsFile:
    """The file; columns are added where a run has figures or parameters that none had before.

    Attributes
    ----------
    path : Path
    """

    path: Path

    def refuse_another(self) -> None:
        """Find out before the work that the file holds something else.

        Raises
        ------
        InvalidInput
            If its columns are not those of a table of runs.
        """
        try:
            columns, _ = self._read()
        except (OSError, UnicodeError, csv.Error):
            columns = [""]
        if columns and tuple(columns[: len(LEADING)]) != LEADING:
            raise InvalidInput(
                "“Table of runs” (RUNS): '{path}' is there already, and is not such a table: its "
                "first columns are not {columns}. Nothing was written to it. Choose a new file.",
                path=str(self.path),
                columns=", ".join(LEADING),
            )

    def add(
        self, row: Mapping[str, str], order: Sequence[str], defaults: Mapping[str, str]
    ) -> None:
        """Add one row, while no other run writes.

        Parameters
        ----------
        row : mapping of str to str
            Values by column; LEADING without RUN, which is counted here.
        order : sequence of str
            All columns that rows of this algorithm can have, in the order of its dialog.
        defaults : mapping of str to str
            What earlier rows of this algorithm have in a column that is new now.

        Raises
        ------
        OSError
            If the file cannot be written.
        """
        defaults = {name: _no_formula(text) for name, text in defaults.items()}
        with _alone_at(self.path):
            columns, rows = self._read()
            new = {RUN: str(len(rows) + 1)}
            new |= {name: _no_formula(text) for name, text in row.items()}
            wanted = merged(columns or list(LEADING), [name for name in order if name in new])
            if wanted == columns:
                with self.path.open("a", encoding=_ENCODING, newline="") as stream:
                    csv.writer(stream).writerow(_cells(new, columns, defaults))
                return
            for old in rows:
                if old.get(ALGORITHM) == new[ALGORITHM]:
                    for name in set(wanted).difference(columns) & set(defaults):
                        old[name] = defaults[name]
            text = io.StringIO(newline="")
            writer = csv.writer(text)
            writer.writerow(wanted)
            writer.writerows([old.get(name, "") for name in wanted] for old in rows)
            writer.writerow(_cells(new, wanted, defaults))
            # In its place: a file that a window shows cannot be replaced everywhere.
            self.path.write_bytes(text.getvalue().encode(_ENCODING))

    def _read(self) -> tuple[list[str], list[Row]]:
        """Columns and rows; none of both where there is no file, or an empty one."""
        if not self.path.exists():
            return [], []
        with self.path.open(encoding="utf-8-sig", newline="") as stream:
            return _parsed(stream)


def _parsed(stream: IO[str]) -> tuple[list[str], list[Row]]:
    lines = [line for line in csv.reader(stream) if line]
    if not lines:
        return [], []
    columns = lines[0]
    return columns, [dict(zip(columns, line)) for line in lines[1:]]


def _no_formula(text: str) -> str:
    """The text of a cell as spreadsheets leave it alone: names of layers can look like formulas.

    An apostrophe in front is how spreadsheets mark a text. Numbers stay numbers. Only this table is
    for people's eyes first; layers written as CSV are data that the next run joins by their ids.
    """
    if not text.startswith(_BEGINS_FORMULA):
        return text
    try:
        float(text)
    except ValueError:
        return f"'{text}"
    return text


def _cells(
    row: Mapping[str, str], columns: Sequence[str], defaults: Mapping[str, str]
) -> list[str]:
    return [row.get(name, defaults.get(name, "")) for name in columns]


def merged(columns: Sequence[str], wanted: Sequence[str]) -> list[str]:
    """The columns with those that are missing, each behind the one it follows in ``wanted``."""
    result = list(columns)
    place = len(LEADING)
    for name in wanted:
        if name in result:
            place = max(place, result.index(name) + 1)
        else:
            result.insert(place, name)
            place += 1
    return result


@contextmanager
def _alone_at(path: Path) -> Iterator[None]:
    """Keep other runs, in whatever process, away from a file for a moment."""
    lock = QLockFile(f"{path}.lock")
    if not lock.tryLock(_PATIENCE_MS):
        raise OSError(None, f"{path.name}.lock: {lock.error()}", os.fspath(path))
    try:
        yield
    finally:
        lock.unlock()
