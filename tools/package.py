"""Build the plugin's zip for plugins.qgis.org in build/ and check it as the site does.

The zip holds what is committed (`git archive`) without what `.gitattributes` leaves out, under
the folder `territory_design/`. A breach of the site's rules ends the build with the list.
"""

from __future__ import annotations

import configparser
import re
import subprocess
import sys
import zipfile
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "territory_design"
MAX_ZIP_BYTES = 20_000_000  # the site refuses more than 25 MB; stay clear of it

REQUIRED_FILES = ("__init__.py", "plugin.py", "metadata.txt", "LICENSE", "README.md")
REQUIRED_FOLDERS = ("core", "processing_provider", "ui", "icons")
FORBIDDEN_PARTS = {
    *("tests", "benchmarks", "tools", "docs", "examples", "build", ".ci", ".git", ".github"),
    *("__pycache__", "__MACOSX", ".venv", ".qgis-settings", ".idea", ".vscode"),
}
FORBIDDEN_SUFFIXES = {
    *(".so", ".dll", ".dylib", ".pyd", ".exe", ".sh", ".bat", ".cmd", ".ps1"),
    *(".pyc", ".pyo", ".pkl", ".pickle", ".zip", ".jar"),
}
REQUIRED_METADATA = (
    *("name", "qgisMinimumVersion", "description", "about", "version", "author", "email"),
    *("homepage", "tracker", "repository", "icon", "tags", "hasProcessingProvider"),
)
ADDRESS_KEYS = ("homepage", "tracker", "repository")


def git(*arguments: str) -> str:
    return subprocess.run(
        ["git", *arguments], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout


def read_metadata(text: str) -> configparser.SectionProxy:
    parser = configparser.ConfigParser()
    parser.optionxform = str
    parser.read_string(text)
    return parser["general"]


def breaches_in_files(names: list[PurePosixPath]) -> list[str]:
    """Rules about which files there are; names are relative to the plugin's folder."""
    found = [f"{name} is missing" for name in REQUIRED_FILES if PurePosixPath(name) not in names]
    top_level = {name.parts[0] for name in names}
    found += [f"{name}/ is missing" for name in REQUIRED_FOLDERS if name not in top_level]
    for name in names:
        if FORBIDDEN_PARTS & set(name.parts):
            found.append(f"{name} has no place in the zip")
        elif name.suffix.lower() in FORBIDDEN_SUFFIXES:
            found.append(f"{name}: files of this kind are not accepted")
        elif name.name.startswith("."):
            found.append(f"{name} is a hidden file")
    return found


def breaches_in_metadata(text: str, names: list[PurePosixPath]) -> list[str]:
    """Rules about metadata.txt."""
    metadata = read_metadata(text)
    found = [
        f"metadata.txt: {key} is missing"
        for key in REQUIRED_METADATA
        if not metadata.get(key, raw=True, fallback="").strip()
    ]
    if re.search(r"%(?!%)", text):
        found.append("metadata.txt: a single % breaks the site's parser")
    if not re.fullmatch(r"\d+\.\d+(\.\d+)?", metadata.get("version", fallback="")):
        found.append("metadata.txt: version is not like 1.2.3")
    if PurePosixPath(metadata.get("icon", fallback="")) not in names:
        found.append("metadata.txt: the icon is not in the zip")
    return found


def warnings_about(text: str) -> list[str]:
    """What has to be settled before an upload, but does not spoil the zip."""
    metadata = read_metadata(text)
    found = [
        f"metadata.txt: {key} is a reserved example address; put the real one before uploading"
        for key in ADDRESS_KEYS
        if re.search(r"\.example(/|$)", metadata.get(key, fallback=""))
    ]
    if git("status", "--porcelain", "--untracked-files=no").strip():
        found.append("there are uncommitted changes; the zip holds the last commit")
    return found


def check(archive: Path) -> list[str]:
    """All breaches of the site's rules in a zip."""
    with zipfile.ZipFile(archive) as package:
        entries = [PurePosixPath(name) for name in package.namelist() if not name.endswith("/")]
        metadata = package.read(f"{PACKAGE}/metadata.txt").decode("utf-8")
    outside = [f"{name} lies outside {PACKAGE}/" for name in entries if name.parts[0] != PACKAGE]
    names = [name.relative_to(PACKAGE) for name in entries if name.parts[0] == PACKAGE]
    found = outside + breaches_in_files(names) + breaches_in_metadata(metadata, names)
    if archive.stat().st_size > MAX_ZIP_BYTES:
        found.append(f"the zip has {archive.stat().st_size / 1e6:.1f} MB; the site's limit is near")
    return found


def build() -> Path:
    """Write build/territory_design-<version>.zip from the last commit."""
    version = read_metadata(git("show", "HEAD:metadata.txt"))["version"]
    archive = ROOT / "build" / f"{PACKAGE}-{version}.zip"
    archive.parent.mkdir(exist_ok=True)
    git("archive", "--format=zip", f"--prefix={PACKAGE}/", f"--output={archive}", "HEAD")
    return archive


def main() -> int:
    archive = build()
    breaches = check(archive)
    for warning in warnings_about(git("show", "HEAD:metadata.txt")):
        print(f"! {warning}", file=sys.stderr)
    if breaches:
        print("\n".join(f"✗ {breach}" for breach in breaches), file=sys.stderr)
        archive.unlink()
        return 1
    with zipfile.ZipFile(archive) as package:
        count = sum(not name.endswith("/") for name in package.namelist())
    print(f"{archive.relative_to(ROOT)}  {archive.stat().st_size / 1e3:.0f} kB, {count} files")
    return 0


if __name__ == "__main__":
    sys.exit(main())
