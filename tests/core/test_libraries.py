"""Libraries are loaded late, and what can be done without them gives the same answers."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse
from scipy.sparse import csgraph
from territory_design.core import libraries
from territory_design.core.contiguity.components import (
    components_by_lowest,
    spanning_tree,
    tree_of_first_edges,
)

ROOT = Path(__file__).resolve().parents[2]
IMPORT_CORE = f"""
import importlib, importlib.util, pathlib, sys
root = pathlib.Path({str(ROOT)!r})
spec = importlib.util.spec_from_file_location(
    "territory_design", root / "__init__.py", submodule_search_locations=[str(root)])
sys.modules["territory_design"] = importlib.util.module_from_spec(spec)
for path in sorted((root / "core").glob("**/*.py")):
    parts = path.relative_to(root).with_suffix("").parts
    importlib.import_module(".".join(("territory_design", *parts)))
"""


def python(program: str) -> str:
    run = subprocess.run(
        [sys.executable, "-I", "-c", program], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout


@pytest.mark.slow
def test_the_core_is_loaded_without_scipy():
    assert python(f"{IMPORT_CORE}print('scipy' in sys.modules)") == "False\n"


@pytest.mark.slow
def test_a_missing_library_is_named_where_it_is_needed():
    program = f"""
import sys
sys.modules["scipy"] = None
{IMPORT_CORE}
from territory_design.core import libraries
from territory_design.core.errors import TerritoryError
print(libraries.is_installed("scipy"), libraries.is_installed("numpy"))
try:
    libraries.optimize.linprog
except TerritoryError as error:
    print(type(error).__name__, error.library, error)
"""
    found, refusal = python(program).splitlines()
    assert found == "False True"
    assert refusal.startswith("MissingLibrary scipy The Python library “scipy” is needed")


def test_a_part_of_a_library_is_what_the_library_has():
    from scipy.optimize import linprog

    assert libraries.optimize.linprog is linprog
    with pytest.raises(AttributeError):
        _ = libraries.optimize.no_such_thing


@pytest.mark.slow
@settings(max_examples=200, deadline=None)
@given(st.integers(1, 30).flatmap(
    lambda n: st.tuples(
        st.just(n), st.lists(st.tuples(st.integers(0, n - 1), st.integers(0, n - 1)), max_size=40)
    )
))  # fmt: skip
def test_components_are_those_that_scipy_finds(graph):
    count, edges = graph
    first, second = np.array(edges, dtype=np.int64).reshape(-1, 2).T
    number, component = components_by_lowest(count, first, second)
    matrix = sparse.coo_matrix((np.ones(len(edges)), (first, second)), (count, count))
    expected = csgraph.connected_components(matrix, directed=False)
    assert number == expected[0]
    np.testing.assert_array_equal(component, expected[1])


def test_a_long_chain_is_one_component():
    order = np.random.default_rng(1).permutation(20_000)
    number, component = components_by_lowest(20_000, order[:-1], order[1:])
    assert number == 1
    assert not component.any()


@settings(max_examples=100, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 9), st.integers(10, 19)), min_size=1), st.randoms())
def test_the_shortest_tree_is_the_one_that_scipy_finds(edges, random):
    order = sorted(edges)
    random.shuffle(order)
    first, second = np.array(order).T
    np.testing.assert_array_equal(spanning_tree(first, second), tree_of_first_edges(first, second))
