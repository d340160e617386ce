"""What to do where QGIS came without a Python library: the command for this system."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from .texts import tr

# Names under which systems know a library, where they are not the library's own.
_PROJECTS = {"jinja2": "Jinja2", "scipy": "SciPy", "matplotlib": "Matplotlib"}
_PACKAGE_TOOLS = {
    "debian": "sudo apt install {packages}",
    "ubuntu": "sudo apt install {packages}",
    "fedora": "sudo dnf install {packages}",
    "arch": "sudo pacman -S {packages}",
    "suse": "sudo zypper install {packages}",
}
_PREFIX = {"arch": "python-"}


def why_missing(libraries: Sequence[str], reason: str = "") -> str:
    """Which libraries are missing, and how they come to this QGIS.

    Parameters
    ----------
    libraries : sequence of str
        Names in Python.
    reason : str
        What Python says, where the library is there but cannot be loaded.
    """
    names = ", ".join(_PROJECTS.get(library, library) for library in libraries)
    command = install_command(libraries)
    if reason:
        return tr(
            "The Python library {names} cannot be loaded ({reason}). Install it for the Python of "
            "QGIS and restart QGIS: {command}"
        ).format(names=names, reason=reason, command=command)
    return tr(
        "This QGIS came without the Python library {names}. Install it and restart QGIS: {command}"
    ).format(names=names, command=command)


def install_command(
    libraries: Sequence[str],
    *,
    platform: str = sys.platform,
    environment: dict[str, str] | os._Environ = os.environ,
    system: str | None = None,
) -> str:
    """The command that installs libraries for the Python of this QGIS.

    Parameters
    ----------
    platform, environment : str, mapping
        ``sys.platform`` and the variables of this process.
    system : str, optional
        Contents of ``/etc/os-release``; read if not given.
    """
    names = " ".join(libraries)
    if environment.get("CONDA_PREFIX") and sys.prefix.startswith(environment["CONDA_PREFIX"]):
        return f"conda install -c conda-forge {names}"
    if environment.get("FLATPAK_ID"):
        return f"flatpak run --devel --command=pip3 org.qgis.qgis install --user {names}"
    if platform == "win32":
        return tr("open the OSGeo4W Shell from the start menu and type {command}").format(
            command=f"python -m pip install {names}"
        )
    if platform.startswith("linux"):
        known = _distribution(_os_release() if system is None else system)
        if known:
            prefix = _PREFIX.get(known, "python3-")
            packages = " ".join(f"{prefix}{library.lower()}" for library in libraries)
            return _PACKAGE_TOOLS[known].format(packages=packages)
    return f'"{_interpreter(platform)}" -m pip install --user {names}'


def _interpreter(platform: str) -> Path:
    from ...core.workers.interpreter import candidate_interpreters  # more than dialogs need

    places = list(candidate_interpreters(platform, sys.exec_prefix, sys.executable))
    return next((place for place in places if place.is_file()), places[-1])


def _os_release() -> str:
    try:
        return Path("/etc/os-release").read_text(encoding="utf-8")
    except OSError:
        return ""


def _distribution(system: str) -> str:
    """The family of a Linux: its own name, or that of the one it is made from."""
    lines = dict(line.split("=", 1) for line in system.splitlines() if "=" in line)
    families = f"{lines.get('ID', '')} {lines.get('ID_LIKE', '')}".replace('"', "").split()
    return next(
        (known for family in families for known in _PACKAGE_TOOLS if family.startswith(known)), ""
    )
