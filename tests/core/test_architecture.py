"""Dependencies point inwards: windows know Processing, Processing knows the core, the core knows
neither. And nothing runs code from data."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
QGIS_AND_QT = {"qgis", "processing", "PyQt5", "PyQt6", "osgeo", "sip"}
FOREIGN_SOLVERS = {"ortools"}
SLOW_LIBRARIES = {"scipy", "matplotlib", "jinja2"}  # SciPy: through core/libraries.py
CORE_LIBRARIES = {"numpy", "scipy"} | set(sys.stdlib_module_names)
SHIPPED = [
    path
    for folder in (".", "core", "processing_provider", "ui")
    for path in sorted((ROOT / folder).glob("*.py" if folder == "." else "**/*.py"))
]
CORE = [path for path in SHIPPED if path.is_relative_to(ROOT / "core")]


def by_name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def imported_modules(path: Path) -> set[str]:
    """Absolute dotted names of all that a file imports; the plugin's own begin with a dot."""
    return imports_among(path, ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


def imports_among(path: Path, nodes: Iterable[ast.AST]) -> set[str]:
    package = path.relative_to(ROOT).parts[:-1]
    found = set()
    for node in nodes:
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            found |= {f"{node.module}.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = package[: len(package) - node.level + 1]
            stem = ".".join(["", *base, *(node.module or "").split(".")]).rstrip(".")
            found |= {f"{stem}.{alias.name}" for alias in node.names}
    return found


def own_parts(modules: set[str]) -> set[str]:
    return {name.split(".")[1] for name in modules if name.startswith(".")}


def libraries(modules: set[str]) -> set[str]:
    return {name.split(".")[0] for name in modules if not name.startswith(".")}


def test_the_files_under_guard_are_found():
    names = {by_name(path) for path in SHIPPED}
    assert {"plugin.py", "core/errors.py", "processing_provider/provider.py"} <= names


def offences(paths: Iterable[Path], offences_of) -> dict[str, list[str]]:
    """For each file that breaks a rule, by what; empty if none does."""
    found = {by_name(path): sorted(offences_of(path)) for path in paths}
    return {name: broken for name, broken in found.items() if broken}


def test_core_needs_only_numpy_and_scipy():
    allowed = CORE_LIBRARIES | FOREIGN_SOLVERS
    assert offences(CORE, lambda path: libraries(imported_modules(path)) - allowed) == {}


def test_core_knows_nothing_around_it():
    assert offences(CORE, lambda path: own_parts(imported_modules(path)) - {"core"}) == {}


def test_foreign_solvers_are_imported_late_and_in_the_core_alone():
    """Late, inside the function that a child interpreter runs: in QGIS itself they crash."""

    def early_imports(path: Path) -> set[str]:
        if path not in CORE:
            return libraries(imported_modules(path)) & FOREIGN_SOLVERS
        tree = ast.parse(path.read_text(encoding="utf-8"))
        functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
        late = {id(node) for function in functions for node in ast.walk(function)}
        early = [node for node in ast.walk(tree) if id(node) not in late]
        return libraries(imports_among(path, early)) & FOREIGN_SOLVERS

    assert offences(SHIPPED, early_imports) == {}


def test_slow_libraries_are_imported_late():
    """They may be missing, and cost more than the rest of the plugin's start together."""

    def early_imports(path: Path) -> set[str]:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        late = {
            id(inner)
            for node in ast.walk(tree)
            if isinstance(node, ast.FunctionDef)
            or (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
            for inner in ast.walk(node)
        }
        early = [node for node in ast.walk(tree) if id(node) not in late]
        return libraries(imports_among(path, early)) & SLOW_LIBRARIES

    assert offences(SHIPPED, early_imports) == {}


def test_processing_knows_no_windows():
    processing = [path for path in SHIPPED if path.is_relative_to(ROOT / "processing_provider")]

    def window_imports(path: Path) -> set[str]:
        modules = imported_modules(path)
        return {
            *(name for name in modules if name.startswith(("qgis.utils", "qgis.gui"))),
            *(own_parts(modules) & {"ui", "plugin"}),
        }

    assert offences(processing, window_imports) == {}


def test_core_imports_where_there_is_no_qgis():
    modules = sorted(
        ".".join(("territory_design", *path.relative_to(ROOT).with_suffix("").parts))
        for path in CORE
        if path.name != "__init__.py"
    )
    program = f"""
import importlib, importlib.util, sys
for name in {sorted(QGIS_AND_QT | FOREIGN_SOLVERS)!r}:
    sys.modules[name] = None  # makes every import of it fail
spec = importlib.util.spec_from_file_location(
    "territory_design", {str(ROOT / "__init__.py")!r}, submodule_search_locations=[{str(ROOT)!r}])
sys.modules["territory_design"] = importlib.util.module_from_spec(spec)
for module in {modules!r}:
    importlib.import_module(module)
print(len({modules!r}))
"""
    run = subprocess.run(
        [sys.executable, "-I", "-c", program],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert run.returncode == 0, run.stderr
    assert run.stdout.strip() == str(len(modules))


def forbidden_calls(tree: ast.AST) -> list[str]:
    found = []
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        if isinstance(node.func, ast.Name) and node.func.id in {"eval", "exec", "__import__"}:
            found.append(f"{node.func.id}() in line {node.lineno}")
        for keyword in node.keywords:
            dangerous = keyword.arg in {"shell", "allow_pickle"}
            if dangerous and not (
                isinstance(keyword.value, ast.Constant) and keyword.value.value is False
            ):
                found.append(f"{keyword.arg} in line {node.lineno}")
    return found


def test_no_data_becomes_code():
    unsafe = {"pickle", "marshal", "shelve", "dill", "joblib", "multiprocessing", "yaml"}

    def unsafe_things(path: Path) -> list[str]:
        calls = forbidden_calls(ast.parse(path.read_text(encoding="utf-8")))
        return calls + sorted(libraries(imported_modules(path)) & unsafe)

    assert offences(SHIPPED, unsafe_things) == {}


def test_the_guard_sees_what_it_guards_against():
    source = "eval('1'); run('ls', shell=True); load(f, allow_pickle=True); load(f, shell=False)"
    assert len(forbidden_calls(ast.parse(source))) == 3
