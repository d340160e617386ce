"""The zip for the plugin repository holds what it should, and its check sees what it should not."""

from __future__ import annotations

import importlib.util
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def package():
    spec = importlib.util.spec_from_file_location("package_tool", ROOT / "tools" / "package.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


GOOD_METADATA = """[general]
name=N
qgisMinimumVersion=3.40
description=D
about=A
version=1.2.3
author=A
email=a@b.example
homepage=https://a.example/
tracker=https://a.example/t
repository=https://a.example/r
icon=icons/i.svg
tags=t
hasProcessingProvider=yes
"""
GOOD_FILES = (
    *("__init__.py", "plugin.py", "LICENSE", "README.md", "core/a.py"),
    *("processing_provider/a.py", "ui/a.py", "icons/i.svg"),
)


def write_zip(path, metadata=GOOD_METADATA, files=GOOD_FILES, extra=()):
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("territory_design/metadata.txt", metadata)
        for name in files:
            archive.writestr(f"territory_design/{name}", "")
        for name in extra:
            archive.writestr(name, "")
    return path


def test_a_sound_zip_passes(package, tmp_path):
    assert package.check(write_zip(tmp_path / "a.zip")) == []


@pytest.mark.parametrize(
    ("name", "complaint"),
    [
        ("territory_design/tests/test_a.py", "no place"),
        ("territory_design/core/__pycache__/a.pyc", "no place"),
        ("territory_design/core/fast.so", "not accepted"),
        ("territory_design/run.sh", "not accepted"),
        ("territory_design/.gitignore", "hidden"),
        ("elsewhere/a.py", "outside"),
    ],
)
def test_what_does_not_belong_is_named(package, tmp_path, name, complaint):
    (breach,) = package.check(write_zip(tmp_path / "a.zip", extra=[name]))
    assert complaint in breach


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("about=A", "about=saves 5 % of travel", "single %"),
        ("tracker=https://a.example/t", "tracker=", "tracker is missing"),
        ("version=1.2.3", "version=next", "version"),
        ("icon=icons/i.svg", "icon=icons/j.svg", "icon"),
    ],
)
def test_wrong_metadata_is_named(package, tmp_path, old, new, complaint):
    metadata = GOOD_METADATA.replace(old, new)
    (breach,) = package.check(write_zip(tmp_path / "a.zip", metadata=metadata))
    assert complaint in breach


def test_a_missing_licence_is_named(package, tmp_path):
    files = [name for name in GOOD_FILES if name != "LICENSE"]
    assert package.check(write_zip(tmp_path / "a.zip", files=files)) == ["LICENSE is missing"]


def test_placeholder_addresses_are_pointed_out(package):
    assert len([w for w in package.warnings_about(GOOD_METADATA) if "example address" in w]) == 3


def test_this_repository_makes_an_acceptable_zip(package, tmp_path):
    archive = tmp_path / "plugin.zip"
    package.git(
        *("archive", "--worktree-attributes", "--format=zip"),
        *("--prefix=territory_design/", f"--output={archive}", "HEAD"),
    )
    assert package.check(archive) == []
