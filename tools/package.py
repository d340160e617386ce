"""Build the plugin's zip for plugins.qgis.org in build/ and check it as the site does.

    make package HOMEPAGE=https://… TRACKER=https://… REPOSITORY=https://…

The zip holds what is committed (`git archive`) without what `.gitattributes` leaves out, under
the folder `territory_design/`, with the manual as HTML (`help/`, from `make docs`), with
translations as the .qm files that the plugin loads, and with the three addresses of whoever
publishes it and the changes of this version in its metadata. A breach of the site's rules ends the
build with the list.
"""

from __future__ import annotations

import argparse
import ast
import configparser
import hashlib
import importlib
import importlib.metadata
import json
import re
import shutil
import subprocess
import sys
import tempfile
import warnings
import zipfile
from collections.abc import Iterable
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parent.parent
MANUAL = ROOT / "help"  # made by `make docs`
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
    "changelog",
)
ADDRESS_KEYS = ("homepage", "tracker", "repository")
# Names that lead nowhere by their definition (RFC 2606, RFC 6761); the site opens each address.
RESERVED = re.compile(
    r"(^|\.)((example|test|invalid|localhost|local)|example\.(com|net|org))$", re.IGNORECASE
)
# Rules of Bandit that the site has switched off: imports are judged where they are used.
BANDIT_IS_NOT_ASKED = {"B109", "B404", "B410", "B411"}
# The site reports flake8's findings; QGS105 is how QGIS itself hands over its interface, and
# QGS111 would be new in QGIS 3.44.
SCANNERS = ("bandit", "detect-secrets", "flake8", "flake8-qgis")
ALL_LINES = "all_lines.py"
FLAKE8_OF_TREES = str(Path(__file__).with_name("flake8_of_trees.py"))
FLAKE8 = ("--max-line-length=120", "--select=E9,F,W6,QGS1,QGS4", "--extend-ignore=QGS105,QGS111")


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


def breaches_in_addresses(metadata: configparser.SectionProxy) -> list[str]:
    """Rules about the three addresses, as far as they can be kept without opening them."""
    found = []
    for key in ADDRESS_KEYS:
        address = metadata.get(key, raw=True, fallback="").strip()
        parts = urlsplit(address)
        host = parts.hostname or ""
        if parts.scheme not in ("http", "https") or "." not in host:
            found.append(f"{key}: '{address}' is no address; say {key.upper()}=https://…")
        elif RESERVED.search(host):
            found.append(f"{key}: {host} is a reserved name; say {key.upper()}=https://…")
    return found


def with_addresses(text: str, addresses: dict[str, str]) -> str:
    """metadata.txt with the given addresses instead of its own."""
    for key, address in addresses.items():
        text, count = re.subn(rf"(?m)^{key}=.*$", lambda _, k=key, a=address: f"{k}={a}", text)
        if count != 1:
            raise SystemExit(f"metadata.txt has {count} lines '{key}='")
    return text


def changes_of(version: str, changelog: str) -> str:
    """What CHANGELOG.md says of a version, or of what is to come, in one line per change."""
    for title in (re.escape(version), "Unreleased"):
        section = re.search(
            rf"^## \[{title}\][^\n]*\n(.*?)(?=^## |\Z)", changelog, re.MULTILINE | re.DOTALL
        )
        if section and section.group(1).strip():
            text = re.sub(r"\n +(?=\S)", " ", section.group(1).strip())
            lines = [line for line in text.splitlines() if line and not line.startswith("#")]
            return "\n".join(lines).replace("%", "percent").replace("`", "")
    return ""


def with_changes(text: str, changes: str) -> str:
    """metadata.txt with the changes of its version."""
    indented = changes.replace("\n", "\n    ")
    return text.rstrip("\n") + f"\nchangelog={indented}\n"


def output_of(*command: str, folder: Path) -> str:
    """What a checking program prints; it must be there, and may end with findings."""
    run = subprocess.run(
        [sys.executable, *command], cwd=folder, capture_output=True, text=True, check=False
    )
    if "No module named" in run.stderr:
        raise SystemExit(f"A scanner is missing: run make setup.\n{run.stderr}")
    return run.stdout


def suspicious(lines: Iterable[str]) -> list[str]:
    """Lines of Python in which detect-secrets sees something before it asks what may be spared.

    Its filters, which take most of its time, can only take away from these.
    """
    scan = importlib.import_module("detect_secrets.core.scan")
    settings = importlib.import_module("detect_secrets.settings")
    with settings.default_settings() as chosen:
        chosen.filters.clear()
        plugins = scan.get_plugins()
        return [
            line
            for line in lines
            if any(plugin.analyze_line(filename=ALL_LINES, line=line) for plugin in plugins)
        ]


def secrets_in_code(folder: Path) -> list[str]:
    """What detect-secrets says; it judges each line by itself, so each line of Python only once."""
    places: dict[str, list[str]] = {}
    with tempfile.TemporaryDirectory() as scanned:
        shutil.copytree(folder, scanned, ignore=shutil.ignore_patterns("*.py"), dirs_exist_ok=True)
        for path in sorted(folder.rglob("*.py")):
            name = path.relative_to(folder).as_posix()
            for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), 1):
                places.setdefault(line.rstrip(), []).append(f"{name}:{number}")
        # A line may spare the one behind it, which would be another one here.
        lines = sorted(suspicious(places), key=lambda line: "nextline" in line)
        Path(scanned, ALL_LINES).write_text("\n".join(lines), encoding="utf-8")
        scan = (
            "-m",
            "detect_secrets",
            "scan",
            "--all-files",
            "--exclude-files",
            r"metadata\.txt",
            ".",
        )
        results = json.loads(output_of(*scan, folder=Path(scanned)))["results"]
    found = []
    for name, secrets in results.items():
        for one in secrets:
            number = one["line_number"]
            where = places[lines[number - 1]] if name == ALL_LINES else [f"{name}:{number}"]
            found += [f"{place}: {one['type']}" for place in where]
    return found


def breaches_in_code(folder: Path) -> list[str]:
    """What the site's scanners say: Bandit, detect-secrets, flake8, and names of Qt 5 alone."""
    found = []
    report = json.loads(output_of("-m", "bandit", "-q", "-r", "-f", "json", ".", folder=folder))
    for issue in report["results"]:
        if issue["test_id"] not in BANDIT_IS_NOT_ASKED:
            place = f"{issue['filename']}:{issue['line_number']}"
            found.append(f"{place}: {issue['test_id']} {issue['issue_text']}")
    found += secrets_in_code(folder)
    found += output_of(FLAKE8_OF_TREES, *FLAKE8, ".", folder=folder).splitlines()
    for path in sorted(folder.rglob("*.py")):
        source = path.read_text(encoding="utf-8")
        found += [f"{path.relative_to(folder)}{what}" for what in names_of_qt5(source)]
    return found


def breaches_in_new_code(folder: Path, known: Path) -> list[str]:
    """What the scanners say of the files that they have not passed yet as they are.

    They judge each file by itself, and take half a minute for all.
    """
    rules = [Path(__file__).read_bytes().hex(), sys.version]
    rules += [f"{name} {importlib.metadata.version(name)}" for name in SCANNERS]
    passed = set(known.read_text(encoding="ascii").split()) if known.exists() else set()
    new = set()
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        said = [*rules, path.relative_to(folder).as_posix(), path.read_bytes().hex()]
        digest = hashlib.sha256("\n".join(said).encode()).hexdigest()
        if digest in passed:
            path.unlink()
        else:
            new.add(digest)
    found = breaches_in_code(folder) if new else []
    if not found:
        known.parent.mkdir(exist_ok=True)
        known.write_text("\n".join(sorted(passed | new)), encoding="ascii")
    return found


def names_of_qt5(source: str) -> list[str]:
    """Members of Qt's enums that are named without their enum, and other things Qt 6 lacks."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # flake8 says it better
        tree = ast.parse(source)
    classes = {}
    for node in ast.walk(tree):
        if not isinstance(node, ast.ImportFrom) or not (node.module or "").startswith("qgis.PyQt"):
            continue
        module = importlib.import_module((node.module or "").replace("qgis.PyQt", "PyQt5"))
        classes |= {one.asname or one.name: getattr(module, one.name, None) for one in node.names}
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr == "exec_":
            found.append(f":{node.lineno}: exec_ is gone from Qt 6")
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            member = getattr(classes.get(node.value.id), node.attr, None)
            # In PyQt5 the members of enums are whole numbers of a type of their own.
            if isinstance(member, int) and type(member).__module__.startswith("PyQt5"):
                enum = type(member).__name__
                found.append(f":{node.lineno}: {node.value.id}.{enum}.{node.attr} is its name")
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            names = [one.name for one in node.names]
            module_name = getattr(node, "module", None) or ""
            if any(name.startswith(("PyQt5", "PyQt6")) for name in [*names, module_name]):
                found.append(f":{node.lineno}: Qt is imported from qgis.PyQt")
    return found


def check(archive: Path, *, scan: bool = True, known: Path | None = None) -> list[str]:
    """All breaches of the site's rules in a zip.

    ``known`` is a file that keeps for the next time which files the scanners have passed.
    """
    with zipfile.ZipFile(archive) as package:
        infos = [info for info in package.infolist() if not info.is_dir()]
        metadata = package.read(f"{PACKAGE}/metadata.txt").decode("utf-8")
        entries = [PurePosixPath(info.filename) for info in infos]
        outside = [
            f"{name} lies outside {PACKAGE}/" for name in entries if name.parts[0] != PACKAGE
        ]
        names = [name.relative_to(PACKAGE) for name in entries if name.parts[0] == PACKAGE]
        found = outside + breaches_in_files(names) + breaches_in_metadata(metadata, names)
        found += breaches_in_addresses(read_metadata(metadata))
        for info in infos:
            if (info.external_attr >> 16) & 0o111 and (
                info.external_attr >> 16
            ) & 0o170000 != 0o120000:
                found.append(f"{info.filename} may be executed; take that right away")
            if PurePosixPath(info.filename).suffix == ".py" and b"\0" in package.read(info):
                found.append(f"{info.filename} is a binary file")
        if archive.stat().st_size > MAX_ZIP_BYTES:
            size = archive.stat().st_size / 1e6
            found.append(f"the zip has {size:.1f} MB; the site's limit is near")
        if scan and not found:
            with tempfile.TemporaryDirectory() as folder:
                package.extractall(folder)
                code = Path(folder) / PACKAGE
                found += breaches_in_new_code(code, known) if known else breaches_in_code(code)
    return found


def is_translation(name: str) -> bool:
    """Whether a file of the zip is a translator's, of which the plugin loads another form."""
    path = PurePosixPath(name)
    return path.parent == PurePosixPath(PACKAGE, "i18n") and path.suffix == ".ts"


def released(translations: dict[str, bytes]) -> dict[str, bytes]:
    """Contents of the .qm files by name, from those of the .ts files."""
    with tempfile.TemporaryDirectory() as folder:
        for name, content in translations.items():
            Path(folder, PurePosixPath(name).name).write_bytes(content)
        release = Path(__file__).with_name("release_translations.py")
        subprocess.run([sys.executable, release, folder, folder], check=True, capture_output=True)
        return {
            f"{PACKAGE}/i18n/{made.name}": made.read_bytes()
            for made in sorted(Path(folder).glob("*.qm"))
        }


def build(addresses: dict[str, str], target: Path | None = None) -> Path:
    """Write build/territory_design-<version>.zip from the last commit."""
    text = git("show", "HEAD:metadata.txt")
    version = read_metadata(text)["version"]
    text = with_addresses(text, addresses)
    text = with_changes(text, changes_of(version, git("show", "HEAD:CHANGELOG.md")))
    archive = target or ROOT / "build" / f"{PACKAGE}-{version}.zip"
    archive.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.zip"
        git("archive", "--format=zip", f"--prefix={PACKAGE}/", f"--output={whole}", "HEAD")
        with zipfile.ZipFile(whole) as old, zipfile.ZipFile(archive, "w") as new:
            infos = [info for info in old.infolist() if not is_translation(info.filename)]
            for info in infos:
                own = info.filename == f"{PACKAGE}/metadata.txt"
                content = text.encode("utf-8") if own else old.read(info)
                new.writestr(info, content, zipfile.ZIP_DEFLATED)
            sources = {name: old.read(name) for name in old.namelist() if is_translation(name)}
            for name, content in released(sources).items():
                info = zipfile.ZipInfo(name, infos[0].date_time)
                info.external_attr = 0o644 << 16
                new.writestr(info, content, zipfile.ZIP_DEFLATED)
            for path in sorted(path for path in MANUAL.rglob("*") if path.is_file()):
                name = path.relative_to(ROOT).as_posix()
                new.write(path, f"{PACKAGE}/{name}", zipfile.ZIP_DEFLATED)
    return archive


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Build and check the plugin's zip.")
    for key in ADDRESS_KEYS:
        parser.add_argument(f"--{key}", default="", metavar="ADDRESS")
    options = vars(parser.parse_args(arguments))
    if not (MANUAL / "index.html").exists():
        print("✗ the manual is missing: run make docs", file=sys.stderr)
        return 1
    archive = build({key: options[key] for key in ADDRESS_KEYS if options[key]})
    breaches = check(archive)
    if git("status", "--porcelain", "--untracked-files=no").strip():
        print("! there are uncommitted changes; the zip holds the last commit", file=sys.stderr)
    if breaches:
        print("\n".join(f"✗ {breach}" for breach in breaches), file=sys.stderr)
        archive.unlink()
        return 1
    with zipfile.ZipFile(archive) as package:
        count = sum(not name.endswith("/") for name in package.namelist())
    print(f"{archive.relative_to(ROOT)}  {archive.stat().st_size / 1e3:.0f} kB, {count} files")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
