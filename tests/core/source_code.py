"""The plugin's source, read and not run: files, imports, functions, arithmetic."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from territory_design.tools import translations
from territory_design.tools.translations import nodes_of

ROOT = Path(__file__).resolve().parents[2]
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
UNIT_FACTORS = set(re.findall(r"^(\w+) =", (ROOT / "core/unit_factors.py").read_text(), re.M))


@cache
def harvested() -> translations.Harvest:
    """All texts of the plugin; read once, which takes seconds."""
    return translations.harvest()


@dataclass(frozen=True)
class SourceFile:
    """One Python file of the plugin: its path in the repository and its text."""

    name: str
    text: str

    @cached_property
    def tree(self) -> ast.Module:
        return translations.parsed(self.text)

    @property
    def module(self) -> str:
        """Dotted name within the plugin; that of the package for its ``__init__``."""
        return self.name.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @cached_property
    def imports(self) -> set[str]:
        """Dotted names of all that is imported, anywhere; the plugin's own begin with a dot."""
        return self.imports_among(nodes_of(self.tree))

    def imports_among(self, nodes: Iterable[ast.AST]) -> set[str]:
        package = self.name.split("/")[:-1]
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

    @property
    def own_imports(self) -> set[str]:
        """What is imported from the plugin, without the dot in front."""
        return {name[1:] for name in self.imports if name.startswith(".")}

    @property
    def libraries(self) -> set[str]:
        return libraries(self.imports)

    def functions(self) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
        """All functions and methods with their dotted names in the file."""

        def below(node: ast.AST, prefix: str) -> Iterator:
            for child in ast.iter_child_nodes(node):
                name = prefix
                if isinstance(child, (*FUNCTIONS, ast.ClassDef)):
                    name = f"{prefix}.{child.name}".lstrip(".")
                if isinstance(child, FUNCTIONS):
                    yield name, child
                yield from below(child, name)

        yield from below(self.tree, "")


def libraries(imports: Iterable[str]) -> set[str]:
    return {name.split(".")[0] for name in imports if not name.startswith(".")}


def shipped() -> list[SourceFile]:
    """All Python files that are in the zip."""
    names = translations.trees()  # parsed once, for these rules and those of texts
    return [SourceFile(name, (ROOT / name).read_text(encoding="utf-8")) for name in names]


def import_graph(files: Iterable[SourceFile]) -> dict[str, set[str]]:
    """Which of the plugin's modules each imports, at any time and for whatever purpose."""
    modules = {file.module for file in files}
    graph: dict[str, set[str]] = {}
    for file in files:
        found = set()
        for name in file.own_imports:
            # "a.b" is a module or something that module "a" holds.
            found.add(name if name in modules else name.rpartition(".")[0])
        graph[file.module] = (found & modules) - {file.module}
    return graph


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """Groups of modules that import each other, directly or by way of others."""

    def reachable(start: str) -> set[str]:
        found: set[str] = set()
        waiting = [start]
        while waiting:
            for name in graph.get(waiting.pop(), ()):
                if name not in found:
                    found.add(name)
                    waiting.append(name)
        return found

    reach = {name: reachable(name) for name in graph}
    groups = {
        tuple(sorted(other for other in reach[name] if name in reach[other]))
        for name in graph
        if name in reach[name]
    }
    return [list(group) for group in sorted(groups)]


def parameter_count(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Parameters that a caller gives: without ``self`` and ``cls``, starred ones included."""
    arguments = function.args
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    count = sum(argument.arg not in ("self", "cls") for argument in named)
    return count + (arguments.vararg is not None) + (arguments.kwarg is not None)


FIGURES = re.compile(
    r"(^|_)(weights?|costs?|labels?|totals?|deviations?|targets?|demand|potentials?|loads?|shares?"
    r"|distances?|dist|inertia|time_s|trips?_m|trips?_s|distance_m|seconds_of|border_m)($|_)"
)
REDUCTIONS = {
    *("sum", "mean", "std", "var", "min", "max", "argmin", "argmax", "argsort", "argpartition"),
    *("nansum", "nanmean", "nanmin", "nanmax", "nanargmin", "nanargmax", "average", "median"),
    *("bincount", "cumsum", "cumprod", "prod", "dot", "einsum", "matmul", "minimum", "maximum"),
    *("add", "subtract", "multiply", "divide", "histogram", "percentile", "quantile", "lexsort"),
    *("reduceat", "accumulate", "outer", "searchsorted", "digitize", "sqrt", "square", "power"),
    *("unique", "argwhere", "sort"),
}
UNITS = {60, 100, 1000, 3600, 1e6}
"""Factors between units: metres and kilometres, shares and percent, seconds and hours."""


def is_figure(node: ast.AST) -> bool:
    """Whether an expression is, or is a part of, an array of weights, costs or labels."""
    while isinstance(node, (ast.Subscript, ast.Starred)):
        node = node.value
    if isinstance(node, ast.Name):
        return bool(FIGURES.search(node.id))
    if isinstance(node, ast.Attribute):
        return (node.attr in ("T", "real") and is_figure(node.value)) or bool(
            FIGURES.search(node.attr)
        )
    if isinstance(node, ast.UnaryOp):
        return is_figure(node.operand)
    return False


def is_unit(node: ast.AST) -> bool:
    if isinstance(node, ast.Name):
        return node.id in UNIT_FACTORS
    return isinstance(node, ast.Constant) and node.value in UNITS


def arithmetic(tree: ast.AST) -> list[str]:
    """Calculations with weights, costs or labels, as ``line: what``.

    Comparing, choosing rows and counting say what is there and are no calculation; nor is
    the change to another unit for the reader (metres to kilometres, shares to percent).
    """
    found = []
    for node in nodes_of(tree):
        if isinstance(node, ast.BinOp):
            bits = isinstance(node.op, (ast.BitAnd, ast.BitOr, ast.BitXor))
            operands = (node.left, node.right)
            if not bits and any(map(is_figure, operands)) and not any(map(is_unit, operands)):
                found.append(f"{node.lineno}: {ast.unparse(node)}")
        elif isinstance(node, ast.AugAssign):
            adds = isinstance(node.value, (ast.List, ast.Tuple, ast.ListComp, ast.JoinedStr))
            operands = (node.target, node.value)
            if not adds and any(map(is_figure, operands)) and not is_unit(node.value):
                found.append(f"{node.lineno}: {ast.unparse(node)}")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            if node.func.attr not in REDUCTIONS:
                continue
            owner = node.func.value
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            by_numpy = isinstance(owner, ast.Name) and owner.id == "np"
            if is_figure(owner) or (by_numpy and any(map(is_figure, given))):
                found.append(f"{node.lineno}: {ast.unparse(node)}")
    return found


PRODUCTS = {"dot", "matmul", "inner", "tensordot", "vdot", "multi_dot"}


def products_of_libraries(tree: ast.AST) -> list[str]:
    """Products of matrices and solutions of systems, which libraries divide between threads."""
    found = []
    for node in nodes_of(tree):
        if isinstance(node, (ast.BinOp, ast.AugAssign)) and isinstance(node.op, ast.MatMult):
            found.append(ast.unparse(node))
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner, name = ast.unparse(node.func.value), node.func.attr
            # Of the norms that is so unless they run along an axis.
            solves = owner.endswith("linalg") and not (
                name == "norm" and "axis=" in ast.unparse(node)
            )
            optimized = name == "einsum" and "optimize" in ast.unparse(node)
            if name in PRODUCTS or solves or optimized:
                found.append(ast.unparse(node))
    return found


HOST = re.compile(r"(?i)^q(gs|gis)|qgis|pyqt|^qt|processing|qvariant|feature_?sink|map_?layer")


def host_words(tree: ast.Module) -> list[str]:
    """Identifiers that speak of QGIS or Qt."""
    names: set[str] = set()
    for node in nodes_of(tree):
        if isinstance(node, ast.Name):
            names.add(node.id)
        elif isinstance(node, ast.Attribute):
            names.add(node.attr)
        elif isinstance(node, ast.arg):
            names.add(node.arg)
        elif isinstance(node, (*FUNCTIONS, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.keyword) and node.arg:
            names.add(node.arg)
        elif isinstance(node, ast.alias):
            names |= set(node.name.split("."))
        elif isinstance(node, ast.ImportFrom):
            names |= set((node.module or "").split("."))
    return sorted(name for name in names if HOST.search(name))


SPELLED_OUT = re.compile(r"NDArray\[np\.(float64|int64|bool_)\]")


def array_kinds(tree: ast.Module) -> list[str]:
    """Names that a module gives to kinds of array, and kinds that core/arrays.py has a name for."""
    named = [
        node
        for node in tree.body
        if isinstance(node, (ast.Assign, ast.AnnAssign))
        and node.value is not None
        and re.match(r"(np\.)?(typing\.|npt\.)?(NDArray|ndarray)\b", ast.unparse(node.value))
    ]
    spelled = [
        node
        for node in nodes_of(tree)
        if isinstance(node, ast.Subscript)
        and ast.unparse(node.value) == "NDArray"
        and SPELLED_OUT.fullmatch(ast.unparse(node))
    ]
    return [f"{node.lineno}: {ast.unparse(node)}" for node in (*named, *spelled)]


COUNTED_FROM = {0, 1}
"""Where counts and shares begin and end; no threshold that somebody chose."""


def bare_numbers(file: SourceFile) -> list[str]:
    """Constants of modules and classes that are numbers without a word on why these.

    A reason is a comment on the line or above it, a string below it or, for an attribute, its
    name in the docstring of its class. Names with PER state a unit; members of
    enums, and names for 0, 1, 2 …, are codes.
    """
    tree, lines = file.tree, file.text.splitlines()
    found = bare_numbers_among(tree.body, lines, "", tree)
    for node in nodes_of(tree):
        if isinstance(node, ast.ClassDef) and not any("Enum" in ast.unparse(b) for b in node.bases):
            found += bare_numbers_among(node.body, lines, ast.get_docstring(node) or "", node)
    return found


def bare_numbers_among(
    body: list[ast.stmt], lines: list[str], docstring: str, owner: ast.AST
) -> list[str]:
    found = []
    for node, following in zip(body, [*body[1:], None]):
        if not isinstance(node, (ast.Assign, ast.AnnAssign)) or node.value is None:
            continue
        name = ast.unparse(node.targets[0] if isinstance(node, ast.Assign) else node.target)
        numbers = chosen_numbers(node.value)
        counts = isinstance(owner, ast.ClassDef) and numbers <= COUNTED_FROM
        # A name each for zero, one, two …
        codes = name.startswith("(") and numbers == set(range(len(numbers)))
        if not numbers or counts or codes or "_PER_" in name:
            continue
        above = lines[node.lineno - 2].strip() if node.lineno > 1 else ""
        told = above.startswith("#") or any(
            "#" in line for line in lines[node.lineno - 1 : node.end_lineno]
        )
        if isinstance(following, ast.Expr) and isinstance(following.value, ast.Constant):
            told = told or isinstance(following.value.value, str)
        if not told and not re.search(rf"\b{re.escape(name)}\b", docstring):
            found.append(f"{node.lineno}: {name} = {ast.unparse(node.value)}")
    return found


def chosen_numbers(value: ast.expr) -> set[float]:
    """Numbers that a constant is made of; none if it is made of anything else as well."""
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.keywords:
        # A record of thresholds, such as Schedule(sweeps=30); colours have no names for theirs.
        parts: list[ast.expr] = [*value.args, *(keyword.value for keyword in value.keywords)]
    else:
        parts = [value]
    kinds = (ast.Constant, ast.Tuple, ast.BinOp, ast.UnaryOp, ast.operator, ast.unaryop, ast.Load)
    nodes = [node for part in parts for node in ast.walk(part)]
    constants = [node.value for node in nodes if isinstance(node, ast.Constant)]
    plain = all(isinstance(node, kinds) for node in nodes)
    if not plain or any(isinstance(c, bool) or not isinstance(c, (int, float)) for c in constants):
        return set()
    return set(constants)
