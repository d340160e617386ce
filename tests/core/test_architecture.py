"""Dependencies point down only, the core knows nothing around it, and functions stay in measure.

windows → algorithms → inputs, outputs, reports → core. And nothing runs code from data.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Callable, Iterable

import pytest
from territory_design.tests.core.source_code import (
    FUNCTIONS,
    ROOT,
    SourceFile,
    arithmetic,
    array_kinds,
    bare_numbers,
    circles,
    host_words,
    import_graph,
    libraries,
    parameter_count,
    products_of_libraries,
    shipped,
)
from territory_design.tools.translations import nodes_of

QGIS_AND_QT = {"qgis", "processing", "PyQt5", "PyQt6", "osgeo", "sip"}
FOREIGN_SOLVERS = {"ortools", "distributed", "cloudpickle"}
SLOW_LIBRARIES = {"scipy", "matplotlib", "jinja2"}  # SciPy: through core/libraries.py
CORE_LIBRARIES = {"numpy", "scipy"} | set(sys.stdlib_module_names)
MOST_PARAMETERS = 7
MOST_LINES_OF_AN_ALGORITHM = 250

SHIPPED = shipped()
CORE = [file for file in SHIPPED if file.name.startswith("core/")]
PROCESSING = [file for file in SHIPPED if file.name.startswith("processing_provider/")]

# From the top down: a room may import from itself and from the rooms named with it.
ROOMS: dict[str, set[str]] = {
    "core": set(),
    "common": {"core"},
    "inputs": {"common", "core"},
    "outputs": {"inputs", "common", "core"},
    "reports": {"outputs", "inputs", "common", "core"},
    "runs": {"reports", "outputs", "inputs", "common", "core"},
    "algorithms": {"runs", "reports", "inputs", "common", "core"},
    "provider": {"algorithms", "common", "core"},
    "ui": {"provider", "outputs", "inputs", "common", "core"},
    "plugin": {"ui", "provider", "common", "core"},
}


def room_of(module: str) -> str:
    """The room to which a module, or a thing in it, belongs."""
    parts = module.split(".")
    if parts[0] in ("core", "ui"):
        return parts[0]
    if parts[0] != "processing_provider":
        return "plugin"
    if len(parts) > 1 and parts[1] in ("inputs", "outputs", "reports", "runs", "algorithms"):
        return parts[1]
    return "provider" if len(parts) > 1 and parts[1] in ("catalogue", "provider") else "common"


def offences(
    files: Iterable[SourceFile], offences_of: Callable[[SourceFile], Iterable[str]]
) -> dict[str, list[str]]:
    """For each file that breaks a rule, by what; empty if none does."""
    found = {file.name: sorted(offences_of(file)) for file in files}
    return {name: broken for name, broken in found.items() if broken}


def test_the_files_under_guard_are_found():
    names = {file.name for file in SHIPPED}
    assert {"plugin.py", "core/errors.py", "processing_provider/provider.py"} <= names


# --- who may import whom ----------------------------------------------------------------------


def imports_upwards(file: SourceFile) -> list[str]:
    room = room_of(file.module)
    allowed = ROOMS[room] | {room}
    return [name for name in file.own_imports if room_of(name) not in allowed]


def test_imports_point_down_only():
    assert offences(SHIPPED, imports_upwards) == {}


def test_no_circle_of_imports():
    """Late imports and those for types alone count, too: each module can be read by itself."""
    found = {name: group for group in circles(import_graph(SHIPPED)) for name in group}
    assert found == {}


def test_core_needs_only_numpy_and_scipy():
    # A solver is named to `child_library` only, which refuses where there is no child.
    allowed = CORE_LIBRARIES | (FOREIGN_SOLVERS - {"ortools"})
    assert offences(CORE, lambda file: file.libraries - allowed) == {}


def early_imports(file: SourceFile, watched: set[str]) -> set[str]:
    """Libraries that are imported with the module, not in a function and not for types alone."""
    if not file.libraries & watched:
        return set()
    late = {
        id(inner)
        for node in nodes_of(file.tree)
        if isinstance(node, FUNCTIONS)
        or (isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING")
        for inner in ast.walk(node)
    }
    early = [node for node in nodes_of(file.tree) if id(node) not in late]
    return libraries(file.imports_among(early)) & watched


def test_foreign_solvers_are_imported_late_and_in_the_core_alone():
    """Late, inside the function that a child interpreter runs: in QGIS itself they crash."""
    others = [file for file in SHIPPED if file not in CORE]
    assert offences(CORE, lambda file: early_imports(file, FOREIGN_SOLVERS)) == {}
    assert offences(others, lambda file: file.libraries & FOREIGN_SOLVERS) == {}


def test_slow_libraries_are_imported_late():
    """They may be missing, and cost more than the rest of the plugin's start together."""
    assert offences(SHIPPED, lambda file: early_imports(file, SLOW_LIBRARIES)) == {}


def test_processing_knows_no_windows():
    def windows(file: SourceFile) -> set[str]:
        return {name for name in file.imports if name.startswith(("qgis.utils", "qgis.gui"))}

    assert offences(PROCESSING, windows) == {}


def test_core_speaks_of_no_host():
    """Identifiers; a docstring may explain why something is as QGIS has it."""
    assert offences(CORE, lambda file: host_words(file.tree)) == {}


def test_core_imports_where_there_is_no_qgis():
    modules = sorted(
        f"territory_design.{file.module}" for file in CORE if not file.name.endswith("__init__.py")
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


# --- measure ----------------------------------------------------------------------------------


def long_signatures(file: SourceFile) -> list[str]:
    return [
        f"{name}: {parameter_count(function)} parameters"
        for name, function in file.functions()
        if parameter_count(function) > MOST_PARAMETERS
    ]


def test_functions_take_at_most_seven_parameters():
    found = {
        f"{file.name}::{offence.partition(':')[0]}": [offence]
        for file in SHIPPED
        for offence in long_signatures(file)
    }
    assert found == {}


def test_algorithms_read_collect_solve_write_on_few_pages():
    algorithms = [file for file in PROCESSING if room_of(file.module) in ("algorithms", "runs")]

    def too_long(file: SourceFile) -> list[str]:
        lines = file.text.count("\n")
        return [f"{lines} lines"] if lines >= MOST_LINES_OF_AN_ALGORITHM else []

    assert offences(algorithms, too_long) == {}


def test_processing_does_not_calculate():
    """With weights, costs and labels; that is the core's, where it is tested without QGIS."""
    assert offences(PROCESSING, lambda file: arithmetic(file.tree)) == {}


def test_kinds_of_array_are_named_in_one_module():
    others = [file for file in SHIPPED if file.name != "core/arrays.py"]
    assert offences(others, lambda file: array_kinds(file.tree)) == {}


def plans_in_pieces(tree: ast.AST) -> list[str]:
    """Classes that hold labels beside a plan, or beside what else makes one: plans in disguise."""
    parts = {"areas", "names", "targets", "homes", "current", "plan"}
    found = []
    for node in nodes_of(tree):
        if isinstance(node, ast.ClassDef):
            held = {
                part.target.id
                for part in node.body
                if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)
            }
            if "labels" in held and held & parts:
                found.append(node.name)
    return found


def test_no_plan_depends_on_the_threads_of_a_library():
    """Sums that libraries divide between threads round differently with each number of threads."""
    the_same_in_any_order = {
        "core/assignment/soft_shares.py": ["first[0].T @ second[0]"],  # whole numbers
        "core/plan/colour_vision.py": ["np.linalg.inv(_RGB_FROM_XYZ)"],  # 3 × 3
        # Sparse matrices, whose products run on one thread.
        "core/assignment/dual_prices.py": ["neighbours @ along"],
        "core/assignment/near_shares.py": ["turned @ tables[other]"],
        "core/assignment/integer_programme.py": ["moves.T @ prices.ravel()"],
        "core/balance/change_budget.py": ["net @ answer.x[:-1]"],
        "core/balance/soft_diagram.py": ["steepness.T @ weights", "weighed.T @ steepness"],
    }
    found = offences(CORE, lambda file: products_of_libraries(file.tree))
    assert found == the_same_in_any_order


def test_a_plan_is_carried_whole():
    """Solvers return plans, layers and reports are made from plans; views hold one."""
    before_there_is_a_plan = {
        # A start may know no labels, or those of people who left, whom no plan has.
        "core/balance/start.py": ["Start"],
        "core/balance/least_change.py": ["CurrentTotals"],
        # A field knows neither what is divided nor how much everybody should get.
        "processing_provider/inputs/layers/plan_field.py": ["PlanField"],
    }
    found = offences(SHIPPED, lambda file: plans_in_pieces(file.tree))
    assert found == {"core/plan/plan.py": ["Plan"], **before_there_is_a_plan}


def test_the_map_of_the_code_has_all_rooms():
    drawn = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").split("```")
    (tree,) = (part for part in drawn if part.startswith("\ncore/"))
    named: set[str] = set()
    above: list[str] = []  # the rooms around a line, from the outermost
    for line in tree.strip().splitlines():
        name, depth = line.split()[0], (len(line) - len(line.lstrip())) // 2
        if name.endswith("/"):
            above[depth:] = [name]
            named.add("".join(above))
    files = [file.name.split("/")[:-1] for file in SHIPPED]
    rooms = {"/".join(parts[:depth]) + "/" for parts in files for depth in range(1, len(parts) + 1)}
    assert rooms <= named
    assert named <= rooms | {"i18n/"}


def test_no_number_stands_without_its_reason():
    assert offences(SHIPPED, bare_numbers) == {}


# --- safety -----------------------------------------------------------------------------------


def forbidden_calls(tree: ast.AST) -> list[str]:
    found = []
    for node in nodes_of(tree):
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

    def unsafe_things(file: SourceFile) -> list[str]:
        return forbidden_calls(file.tree) + sorted(file.libraries & unsafe)

    assert offences(SHIPPED, unsafe_things) == {}


def test_features_are_read_in_one_way():
    """QGIS's check of geometries ends in an exception of C++ that Python does not survive."""

    def other_ways(file: SourceFile) -> list[str]:
        return [
            f"line {node.lineno}"
            for node in nodes_of(file.tree)
            if isinstance(node, ast.Attribute) and node.attr in {"getFeatures", "getFeature"}
        ]

    rooms = ("processing_provider/", "ui/")
    found = offences((file for file in SHIPPED if file.name.startswith(rooms)), other_ways)
    assert list(found) == ["processing_provider/inputs/layers/features.py"]


# --- the guard itself -------------------------------------------------------------------------


def test_an_early_import_is_seen():
    source = """
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from scipy import sparse
import jinja2
def f():
    import ortools
"""
    watched = SLOW_LIBRARIES | FOREIGN_SOLVERS
    assert early_imports(SourceFile("core/a.py", source), watched) == {"jinja2"}


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ("a @ b; a.dot(b); np.matmul(a, b); np.linalg.solve(a, b); np.linalg.norm(a)", 5),
        ("a @= b; np.einsum('ij,jk', a, b, optimize=True); linalg.cho_solve(a, b)", 3),
        ("np.einsum('ij,jk', a, b); np.linalg.norm(a, axis=1); (a * b).sum()", 0),
    ],
)
def test_products_of_libraries_are_seen(source, count):
    assert len(products_of_libraries(ast.parse(source))) == count


def test_forbidden_calls_are_seen():
    source = "eval('1'); run('ls', shell=True); load(f, allow_pickle=True); load(f, shell=False)"
    assert len(forbidden_calls(ast.parse(source))) == 3


def test_a_plan_in_disguise_is_seen():
    source = """
class Inner:
    labels: IntArray
    cost: float
class View:
    plan: Plan
    outlier: BoolArray
class Disguised:
    labels: IntArray
    homes: Homes
"""
    assert plans_in_pieces(ast.parse(source)) == ["Disguised"]


@pytest.mark.parametrize(
    ("name", "source", "allowed"),
    [
        ("processing_provider/inputs/a.py", "from ..outputs.sinks import write_layers", False),
        ("processing_provider/inputs/a.py", "from ..algorithms import base", False),
        ("processing_provider/inputs/a.py", "from .units import read_units", True),
        ("processing_provider/reports/a.py", "from ..algorithms.base import Window", False),
        ("processing_provider/outputs/a.py", "from ..inputs.units import SpatialUnits", True),
        ("processing_provider/outputs/a.py", "from ..reports.page import Report", False),
        ("processing_provider/algorithms/a.py", "from ...ui import entries", False),
        ("processing_provider/algorithms/a.py", "from ..catalogue import ALGORITHMS", False),
        ("core/balance/a.py", "def f():\n    from ...processing_provider import texts", False),
        ("core/balance/a.py", "from ..plan.areas import Areas", True),
        ("ui/a.py", "from ..processing_provider.common.texts import tr", True),
        ("plugin.py", "from .ui.entries import WindowEntries", True),
    ],
)
def test_an_import_upwards_is_seen(name, source, allowed):
    assert (imports_upwards(SourceFile(name, source)) == []) is allowed


def test_a_circle_is_seen_however_it_is_closed():
    first = SourceFile("core/a.py", "from .b import thing")
    late = SourceFile("core/b.py", "def f():\n    from . import c")
    typed = SourceFile(
        "core/c.py", "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from .a import T"
    )
    outside = SourceFile("core/d.py", "from .a import thing")
    assert circles(import_graph([first, late, typed, outside])) == [["core.a", "core.b", "core.c"]]
    assert circles(import_graph([first, late, outside])) == []


@pytest.mark.parametrize(
    "source",
    [
        "x = weights.sum()",
        "x = np.bincount(labels, minlength=k)",
        "x = costs @ chosen",
        "x = units.weights[:, 0] * factor",
        "totals[home] += weight",
        "x = np.argmin(travel_cost[rows], axis=1)",
        "x = 2.0 - deviation_pct",
        "x = -labels // 2",
    ],
)
def test_arithmetic_is_seen(source):
    assert len(arithmetic(ast.parse(source))) == 1


@pytest.mark.parametrize(
    "source",
    [
        "x = 100.0 * share",
        "x = distance_m / 1000.0",
        "rows = np.flatnonzero(labels < 0)",
        "x = weights[rows]",
        "count = np.count_nonzero(labels == 3)",
        "x = width + height",
        "x = (labels >= 0) & (costs < limit)",
        "x = len(weights) + 1",
        "total += [kilometres(distance_m)]",
        "x = trips.mean(labels, weights)",
    ],
)
def test_choosing_counting_and_units_are_no_arithmetic(source):
    assert arithmetic(ast.parse(source)) == []


def test_hosts_are_seen_in_identifiers_and_not_in_docstrings():
    source = '''"""As QGIS does."""
from qgis.core import QgsPointXY
def f(feature_sink): return PyQt5.QtCore
class Layout: QGIS_PATH = 1
'''
    found = host_words(ast.parse(source))
    assert found == ["PyQt5", "QGIS_PATH", "QgsPointXY", "QtCore", "feature_sink", "qgis"]


def test_kinds_of_array_are_seen():
    source = (
        "Rows = NDArray[np.int32]\nT: TypeAlias = np.ndarray\ndef f(x: NDArray) -> NDArray: ..."
    )
    assert len(array_kinds(ast.parse(source))) == 2


def test_bare_numbers_are_seen():
    source = """
FEW = 75
PAIR = (1, 2)
RUN = Schedule(sweeps=30, heat=0.2)
_AREAS, _ROUNDS = 20_000, 8
TOLD = 3  # as many as there are
# As many as there are.
TOLD_ABOVE = 3
TOLD_BELOW = 3
\"\"\"As many as there are.\"\"\"
METRES_PER_KM = 1000.0
NAME = "three"
SUM = FEW + 1
class Tuning:
    \"\"\"Of ``heat``.\"\"\"
    heat: float = 0.3
    cold: float = 0.1
    count: int = 0
class Unit(IntEnum):
    HOURS = 5
"""
    found = [line.partition(": ")[2] for line in bare_numbers(SourceFile("core/a.py", source))]
    assert found == [
        "FEW = 75",
        "PAIR = (1, 2)",
        "RUN = Schedule(sweeps=30, heat=0.2)",
        "(_AREAS, _ROUNDS) = (20000, 8)",
        "cold = 0.1",
    ]


def test_parameters_are_counted_without_self_and_with_stars():
    source = "class A:\n    def f(self, a, /, b, *rest, c=1, **more): ..."
    ((name, function),) = SourceFile("core/a.py", source).functions()
    assert (name, parameter_count(function)) == ("A.f", 5)
