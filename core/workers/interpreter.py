"""Find the Python interpreter that belongs to this process.

Inside QGIS on Windows and macOS ``sys.executable`` is QGIS itself: starting it would open a
second QGIS window. The interpreter is therefore looked for in the places where the QGIS
packages keep it, and asked whether it finds the same Python, numpy and scipy.
"""

from __future__ import annotations

import functools
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

# A cold start from a slow disk with a virus scanner may take long; it is tried once.
_PROBE_SECONDS = 30.0
_PROBE = (
    "import sys, json; sys.path[:] = json.load(sys.stdin); import numpy, scipy.sparse;"
    "print(json.dumps([list(sys.version_info[:2]), numpy.__version__]))"
)
# One thread per child: the children are the parallelism, and sums keep their order.
_SINGLE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")


@functools.lru_cache(maxsize=1)
def find_interpreter() -> Path | None:
    """Interpreter with the same Python, numpy and scipy as this process, or None."""
    for candidate in candidate_interpreters(sys.platform, sys.exec_prefix, sys.executable):
        if candidate.is_file() and _answers_like_us(candidate):
            return candidate
    return None


def candidate_interpreters(platform: str, exec_prefix: str, executable: str) -> Iterator[Path]:
    """Where an interpreter may be, best place first.

    Parameters
    ----------
    platform, exec_prefix, executable : str
        ``sys.platform``, ``sys.exec_prefix`` and ``sys.executable`` of this process.
    """
    prefix = Path(exec_prefix)
    version = f"python{sys.version_info[0]}.{sys.version_info[1]}"
    if platform == "win32":
        yield prefix / "python3.exe"
        yield prefix / "python.exe"
        yield prefix / "Scripts" / "python.exe"
        return
    if platform == "darwin":
        # Older packages have the interpreter beside QGIS, newer ones in the framework or
        # beside the resources.
        beside = Path(executable).parent
        for folder in (beside / "bin", beside, beside.parent / "Frameworks" / "bin"):
            for name in (version, "python3"):
                yield folder / name
        for version_folder in ("Current", f"{sys.version_info[0]}.{sys.version_info[1]}"):
            framework = beside.parent / "Frameworks" / "Python.framework" / "Versions"
            yield framework / version_folder / "bin" / "python3"
        yield beside.parent / "Resources" / "python" / "bin" / "python3"
    for name in (version, "python3"):
        yield prefix / "bin" / name


def child_command(interpreter: Path, *arguments: str) -> list[str]:
    """Command line of a child: isolated from the user's and the shell's Python settings."""
    return [str(interpreter), *([] if _needs_home() else ["-I"]), *arguments]


def child_environment() -> dict[str, str]:
    """Environment of this process without the variables that would lead Python elsewhere."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("PYTHON")
    }
    environment.update(dict.fromkeys(_SINGLE_THREAD, "1"))
    if _needs_home():
        environment["PYTHONHOME"] = sys.prefix
        environment["PYTHONNOUSERSITE"] = "1"
    return environment


def creation_flags() -> int:
    """Flags for ``subprocess`` that keep a console window from opening on Windows."""
    return int(getattr(subprocess, "CREATE_NO_WINDOW", 0))


def search_path() -> list[str]:
    """``sys.path`` for a child, whose working folder may be another one."""
    return [str(Path(entry).absolute()) for entry in sys.path if isinstance(entry, str)]


def _needs_home() -> bool:
    # The interpreter inside a macOS bundle was moved after it was built and does not find
    # its own standard library.
    return sys.platform == "darwin" and not Path(sys.executable).name.startswith("python")


def _answers_like_us(candidate: Path) -> bool:
    try:
        # The candidates are places inside QGIS's own installation, and what they run stands above.
        answer = subprocess.run(  # nosec B603
            child_command(candidate, "-c", _PROBE),
            input=json.dumps(search_path()),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            timeout=_PROBE_SECONDS,
            env=child_environment(),
            check=True,
            creationflags=creation_flags(),
        )
        version, numpy_version = json.loads(answer.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return False
    return tuple(version) == sys.version_info[:2] and numpy_version == np.__version__
