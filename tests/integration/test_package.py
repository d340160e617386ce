"""The zip for the plugin repository holds what it should, and its check sees what it should not."""

from __future__ import annotations

import importlib.util
import zipfile
from pathlib import Path

import pytest
from qgis.PyQt import QtCore

# What is behind qgis.PyQt; code that names it runs with one version of Qt only.
BINDING = QtCore.Qt.__module__.partition(".")[0]
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
homepage=https://plans.org/
tracker=https://plans.org/t
repository=https://plans.org/r
icon=icons/i.svg
tags=t
hasProcessingProvider=yes
changelog=first version
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
        ("tracker=https://plans.org/t", "tracker=", "tracker is missing"),
        ("version=1.2.3", "version=next", "version"),
        ("icon=icons/i.svg", "icon=icons/j.svg", "icon"),
    ],
)
def test_wrong_metadata_is_named(package, tmp_path, old, new, complaint):
    metadata = GOOD_METADATA.replace(old, new)
    first, *_ = package.check(write_zip(tmp_path / "a.zip", metadata=metadata))
    assert complaint in first


def test_a_missing_licence_is_named(package, tmp_path):
    files = [name for name in GOOD_FILES if name != "LICENSE"]
    assert package.check(write_zip(tmp_path / "a.zip", files=files)) == ["LICENSE is missing"]


@pytest.mark.parametrize(
    ("address", "complaint"),
    [
        ("", "missing"),
        ("plans.org", "no address"),
        ("ftp://plans.org", "no address"),
        ("https://localhost/x", "no address"),
        ("https://territory-design.example/", "reserved name"),
        ("https://www.example.com/", "reserved name"),
        ("http://a.test", "reserved name"),
        ("https://a.invalid:8080/x", "reserved name"),
    ],
)
def test_an_address_that_leads_nowhere_is_named(package, tmp_path, address, complaint):
    metadata = GOOD_METADATA.replace("homepage=https://plans.org/", f"homepage={address}")
    breaches = package.check(write_zip(tmp_path / "a.zip", metadata=metadata))
    assert any(complaint in breach and "homepage" in breach for breach in breaches)
    assert "HOMEPAGE=https" in breaches[-1]


REFUSED = (
    ("assert True\n", "B101"),
    ("import pickle\npickle.loads(b'')\n", "B301"),
    ("import subprocess\nsubprocess.run(['ls'], shell=True)\n", "B602"),
    ('TOKEN = "AKIA' + 'IOSFODNN7SECRETS"\n', "AWS Access Key"),
    ("PASS" + 'WORD = "correcthorse7staple"\n', "Secret Keyword"),
    ('KEY = "-----BEGIN RSA PRIVATE ' + 'KEY-----"\n', "Private Key"),
    ("import os\n", "F401"),
    ('X = "\\d"\n', "W605"),
    ("from qgis._core import QgsProject\nQgsProject()\n", "QGS1"),
    ("from qgis.PyQt.QtCore import Qt\nX = Qt.AlignLeft\n", "Qt.AlignmentFlag.AlignLeft"),
    (f"from {BINDING}.QtCore import Qt\nX = Qt.AlignmentFlag.AlignLeft\n", "from qgis.PyQt"),
    ("def show(dialog):\n    dialog.exec_()\n", "exec_"),
)


@pytest.fixture(scope="module")
def breaches_in_refused(package, tmp_path_factory) -> list[str]:
    """What the scanners say of a zip that holds all of the sources, each in a file of its own."""
    archive = write_zip(tmp_path_factory.mktemp("refused") / "a.zip")
    with zipfile.ZipFile(archive, "a") as zip_file:
        for number, (source, _) in enumerate(REFUSED):
            zip_file.writestr(f"territory_design/core/refused_{number}.py", source)
    return package.check(archive)


@pytest.mark.parametrize("number", range(len(REFUSED)))
def test_code_that_the_site_would_refuse_is_named(breaches_in_refused, number):
    of_file = [breach for breach in breaches_in_refused if f"core/refused_{number}.py" in breach]
    assert any(REFUSED[number][1] in breach for breach in of_file), breaches_in_refused


def test_a_line_that_says_it_holds_no_secret_is_spared(package, tmp_path):
    spared = "PASS" + 'WORD = "correcthorse7staple"  # pragma: allowlist ' + "secret\n"
    (tmp_path / "a.py").write_text(spared, encoding="utf-8")
    assert package.secrets_in_code(tmp_path) == []


def test_nothing_but_the_code_that_is_to_be_refused_is_named(breaches_in_refused):
    assert all("core/refused_" in breach for breach in breaches_in_refused)


def test_what_was_passed_is_scanned_again_when_it_has_changed(package, tmp_path, monkeypatch):
    scanned = []

    def scan(folder):
        files = sorted(path for path in folder.rglob("*.py") if path.parent.name == "core")
        scanned.append([path.name for path in files])
        return [path.name for path in files if "bad" in path.read_text()]

    monkeypatch.setattr(package, "breaches_in_code", scan)

    def checked(sources):
        archive = write_zip(tmp_path / "a.zip")
        with zipfile.ZipFile(archive, "a") as zip_file:
            for name, source in sources.items():
                zip_file.writestr(f"territory_design/core/{name}", source)
        return package.check(archive, known=tmp_path / "known.txt")

    assert checked({"b.py": "1", "c.py": "2"}) == []
    assert checked({"b.py": "1", "c.py": "bad"}) == ["c.py"]
    assert checked({"b.py": "1", "c.py": "bad"}) == ["c.py"]
    assert checked({"b.py": "1", "c.py": "3"}) == []
    assert checked({"b.py": "1", "c.py": "2"}) == []  # both passed before
    assert scanned == [["a.py", "b.py", "c.py"], ["c.py"], ["c.py"], ["c.py"]]


def test_scoped_names_are_those_of_both_versions_of_qt(package):
    good = "from qgis.PyQt.QtCore import Qt\nX = Qt.AlignmentFlag.AlignLeft\nY = Qt.Orientation\n"
    assert package.names_of_qt5(good) == []


def test_a_program_file_is_named(package, tmp_path):
    archive = write_zip(tmp_path / "a.zip")
    with zipfile.ZipFile(archive, "a") as zip_file:
        info = zipfile.ZipInfo("territory_design/core/run.py")
        info.external_attr = 0o100755 << 16
        zip_file.writestr(info, "")
    (breach,) = package.check(archive)
    assert "may be executed" in breach


BARE_METADATA = GOOD_METADATA.replace("changelog=first version\n", "")
CHANGELOG = """# Changelog

## [Unreleased]

## [1.2.3] - 2026-01-01

### Added
- A thing that saves 5 %
  of `travel`.
- Another.

## [1.2.2]
- Old.
"""


def test_the_changes_of_the_version_go_along(package):
    assert package.changes_of("1.2.3", CHANGELOG) == (
        "- A thing that saves 5 percent of travel.\n- Another."
    )
    assert package.changes_of("1.2.2", CHANGELOG) == "- Old."
    assert package.changes_of("9.9.9", CHANGELOG) == ""
    metadata = package.read_metadata(package.with_changes(BARE_METADATA, "- one\n- two"))
    assert metadata["changelog"] == "- one\n- two"


ADDRESSES = {
    "homepage": "https://plans.org/territories",
    "tracker": "https://plans.org/issues",
    "repository": "https://plans.org/source",
}


def test_this_repository_makes_an_acceptable_zip(package, tmp_path):
    archive = package.build(ADDRESSES, tmp_path / "plugin.zip")
    # What has not changed since it passed is not scanned again; `make package` scans everything.
    assert package.check(archive, known=ROOT / "build" / "scanned.txt") == []
    with zipfile.ZipFile(archive) as zip_file:
        metadata = package.read_metadata(zip_file.read("territory_design/metadata.txt").decode())
        translations = [name for name in zip_file.namelist() if "/i18n/" in name]
    assert {key: metadata[key] for key in ADDRESSES} == ADDRESSES
    assert metadata["changelog"].startswith("- ")
    assert "territory_design/i18n/territory_design_de.qm" in translations
    assert all(name.endswith((".qm", "/")) for name in translations)


def test_without_addresses_nothing_is_built(package, tmp_path):
    breaches = package.check(package.build({}, tmp_path / "plugin.zip"), scan=False)
    assert [breach.partition(":")[0] for breach in breaches] == list(ADDRESSES)
