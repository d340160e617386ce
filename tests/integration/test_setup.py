"""tools/setup.sh on systems and for users other than the one that runs the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EVERYWHERE = (
    *("bash", "cat", "dirname", "env", "find", "flock", "grep", "head", "id", "mkdir", "sed"),
    "sort",
)


@pytest.fixture
def machine(tmp_path):
    """A checkout on a system that has neither apt nor dpkg nor QGIS in its path."""
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in EVERYWHERE:
        (programs / name).symlink_to(shutil.which(name))
    checkout = tmp_path / "checkout"
    (checkout / "tools").mkdir(parents=True)
    for name in ("setup.sh", "debian.sh"):
        shutil.copy(ROOT / "tools" / name, checkout / "tools")
    return checkout


def program(machine: Path, name: str, script: str) -> None:
    path = machine.parent / "bin" / name
    path.unlink(missing_ok=True)
    path.write_text(f"#!/usr/bin/env bash\n{script}\n", encoding="utf-8")
    path.chmod(0o755)


def run(machine: Path, *command: str) -> subprocess.CompletedProcess:
    environment = {"PATH": str(machine.parent / "bin"), "HOME": str(machine.parent)}
    return subprocess.run(
        command, cwd=machine, env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("version", "minimum", "enough"),
    [
        ("3.40.6", "3.40", True),
        ("3.40", "3.40", True),
        ("3.44.1", "3.40", True),
        ("3.9.3", "3.40", False),
        ("3.39.99", "3.40", False),
        ("", "3.40", False),
    ],
)
def test_versions_are_compared_without_dpkg(machine, version, minimum, enough):
    script = f'. tools/debian.sh; version_at_least "{version}" {minimum}'
    answer = run(machine, "bash", "-euo", "pipefail", "-c", script)
    assert (answer.returncode == 0) == enough
    assert answer.stderr == ""


def test_without_apt_it_says_what_is_missing(machine):
    answer = run(machine, "bash", "tools/setup.sh")
    assert answer.returncode == 1
    assert "has no apt" in answer.stderr
    assert "QGIS 3.40 or newer (found: none)" in answer.stderr
    assert "the program xvfb-run" in answer.stderr
    assert "package manager" in answer.stderr
    assert "not found" not in answer.stderr


def test_what_root_has_made_is_taken_over(machine):
    for made in ("build", ".venv", ".ruff_cache"):
        (machine / made).mkdir()
    (machine / "build" / "file").touch()
    calls = machine.parent / "calls"
    program(machine, "id", "echo 4242")
    program(machine, "sudo", f'echo "$@" >>{calls}')
    answer = run(machine, "bash", "tools/setup.sh")
    assert "taking over build .venv .ruff_cache" in answer.stderr
    assert calls.read_text() == "env chown -R 4242:4242 build .venv .ruff_cache\n"


def test_ones_own_files_are_left_alone(machine):
    (machine / "build").mkdir()
    program(machine, "id", f"echo {os.getuid() or 4242}")
    program(machine, "sudo", "echo sudo was called >&2")
    if os.getuid() == 0:
        os.chown(machine / "build", 4242, 4242)
    answer = run(machine, "bash", "tools/setup.sh")
    assert "taking over" not in answer.stderr
    assert "sudo" not in answer.stderr


def test_without_sudo_it_says_what_root_must_do(machine):
    (machine / "build").mkdir()
    program(machine, "id", "echo 4242")
    answer = run(machine, "bash", "tools/setup.sh")
    assert answer.returncode == 1
    assert "Run as root:" in answer.stderr
    assert "chown -R 4242:4242 build" in answer.stderr
