"""Several runs of pytest share the files of the tests: each draws the next one when it is ready.

A folder holds the queue: ``files.txt`` names the files in order, ``drawn-N`` marks the N-th as
taken, and ``seconds-N`` tells how long it took. A file is imported and its fixtures are made by the
run that draws it, and by no other.
Tests marked ``quiet`` are put off until nothing is left to draw; then the run says ``waiting-K``
and goes on when tools/run_tests.py, which started it, answers ``alone-K``: no other run is at
work.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest


class FileQueue:
    """The part of one run of pytest; a plugin of it.

    Parameters
    ----------
    folder : Path
        The queue.
    run : str
        Name of this run, which no other has.
    """

    def __init__(self, folder: Path, run: str) -> None:
        self.folder, self.run = folder, run
        self.parent = os.getppid()
        self.files = (folder / "files.txt").read_text(encoding="utf-8").splitlines()
        self.put_off: list[pytest.Item] = []
        self.number, self.began = 0, 0.0  # of the file at work

    def pytest_configure(self, config: pytest.Config) -> None:
        """Keep pytest from importing all tests before the first one runs."""
        config.args = []

    @pytest.hookimpl(wrapper=True, tryfirst=True)
    def pytest_collection_modifyitems(self, items: list) -> Iterator[None]:
        """Let nobody choose among files, which have no marks yet."""
        modules = [item for item in items if isinstance(item, pytest.Module)]
        items[:] = [item for item in items if item not in modules]
        yield
        items += modules

    def drawn(self, session: pytest.Session) -> Iterator[pytest.Module]:
        """The files that this run is to do, each taken when it is wanted."""
        option = session.config.option
        said, option.verbose = option.verbose, -1  # else pytest counts the files
        modules = session.perform_collect(self.files, genitems=False)
        option.verbose = said
        session.testscollected = 0
        for number, module in enumerate(modules):
            try:
                (self.folder / f"drawn-{number}").touch(exist_ok=False)
            except FileExistsError:
                continue
            self.number, self.began = number, time.monotonic()
            yield module

    def note_time(self) -> None:
        """Say how long the file took that was drawn last, without what is put off."""
        seconds = time.monotonic() - self.began
        (self.folder / f"seconds-{self.number}").write_text(f"{seconds:.2f}", encoding="ascii")

    def rounds(self, session: pytest.Session) -> Iterator[list[pytest.Item]]:
        """What to run, file by file; a file is imported when the one before it is done."""
        for module in self.drawn(session):
            items = list(session.genitems(module))
            session.config.hook.pytest_collection_modifyitems(
                session=session, config=session.config, items=items
            )
            quiet = [item for item in items if item.get_closest_marker("quiet")]
            self.put_off += quiet
            session.testscollected += len(items)
            yield [item for item in items if item not in quiet]
            self.note_time()
        if self.put_off:
            self.wait_until_alone()
            yield self.put_off

    def wait_until_alone(self) -> None:
        """Return when all other runs have ended or wait, too."""
        (self.folder / f"waiting-{self.run}").touch()
        while not (self.folder / f"alone-{self.run}").exists():
            if os.getppid() != self.parent:
                pytest.exit("The program that runs the tests has gone.", returncode=1)
            time.sleep(0.1)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """As pytest's own loop, over all that is drawn."""
        for items in self.rounds(session):
            # Behind a file fixtures of the session stay, which ends them itself.
            for item, following in zip(items, [*items[1:], session]):
                item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)
                if session.shouldfail:
                    raise session.Failed(session.shouldfail)
                if session.shouldstop:
                    raise session.Interrupted(session.shouldstop)
        return True
