"""The same seed gives the same plan, whatever the number of threads of the libraries."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
THREADS = ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS")

# Sizes at which a library divides its products between threads.
PROGRAMME = """
import hashlib, importlib.util, sys
import numpy as np

root = sys.argv[1]
spec = importlib.util.spec_from_file_location(
    "territory_design", root + "/__init__.py", submodule_search_locations=[root]
)
package = importlib.util.module_from_spec(spec)
sys.modules["territory_design"] = package
spec.loader.exec_module(package)

from territory_design.core.assignment import assign, count_limit, sum_limit
from territory_design.core.balance.search import SearchSettings, balance
from territory_design.core.customers import ClusterRules, SearchEffort, bounded_kmeans
from territory_design.core.geometry.geodesy import EarthMetric
from territory_design.core.plan.areas import Areas
from territory_design.core.siting.genetic_sites import genetic_sites
from territory_design.core.siting.greenfield import solve_greenfield
from territory_design.core.siting.greenfield_problem import CentreBounds, GreenfieldProblem
from territory_design.core.siting.greenfield_result import Sweep
from territory_design.core.siting.median_problem import MedianProblem
from territory_design.core.siting.p_median import SearchEffort as MedianEffort, solve_p_median
from territory_design.core.siting.settings import GeneticSettings
from territory_design.core.sums import solved
from territory_design.tests.core.balance_grids import grid_problem

def told(name, *arrays):
    digest = hashlib.sha256()
    for array in arrays:
        digest.update(np.ascontiguousarray(array).tobytes())
    print(name, digest.hexdigest())

# 600 x 16 are more than the 9,216 numbers from which on OpenBLAS divides a product.
generator = np.random.default_rng(1)
points = generator.random((600, 2)) * 1e5
weights = np.minimum(generator.lognormal(size=600), 5.0)
mean = weights.sum() / 16
once = SearchEffort(restarts=1)
for name, limit in (
    ("counts", count_limit(16, 36, 39)),
    ("sums", sum_limit("w", weights, 16, 0.9 * mean, 1.1 * mean)),
):
    found = bounded_kmeans(points, 16, ClusterRules([limit]), effort=once)
    told(name, found.labels, found.centres, found.prices)

# From 150 unknowns on products of 32 terms differed.
wide = generator.normal(size=(300, 330))
told("system", solved(np.einsum("ij,kj->ik", wide, wide), np.arange(300.0)))

points, weights = generator.random((1500, 2)) * 1e5, generator.lognormal(size=1500)
cost = ((points[:, None] - points[None, :90]) ** 2).sum(axis=2)
answer = assign(cost, [count_limit(90, 15, 18)])
told("assignment", answer.labels, answer.prices)

# Many centres of few customers: each looks at those near them.
found = bounded_kmeans(points, 90, ClusterRules([count_limit(90, 16, 17)]), effort=once)
told("many", found.labels, found.centres, found.prices)

places = points[:400]
distance = np.hypot(*(places[:, None] - places).transpose(2, 0, 1))
problem = MedianProblem(distance, 8, weights[:400])
chosen = solve_p_median(problem, np.random.default_rng(1), effort=MedianEffort().times(0.05))
told("median", chosen.chosen, chosen.lower_bound)

earth = np.column_stack([7.0 + points[:, 0] / 1e5, 49.0 + points[:, 1] / 1e5])[:500]
towns = Areas(range(500), earth, EarthMetric(), weights[:500, None], weights[:500])
sited = solve_greenfield(
    GreenfieldProblem(towns, CentreBounds(size_range_pct=20.0)), Sweep([20], restarts=1)
).best
told("greenfield", sited.labels, sited.objective)

bred_settings = GeneticSettings(max_generations=9)
bred = genetic_sites(
    problem, np.random.default_rng(1), criterion="total", settings=bred_settings
)
told("genetic", bred.chosen, bred.objective)

# Libraries divide the sums of more than 10,000 terms; two criteria ask for a soft diagram.
short = SearchSettings(population=4, max_generations=0, islands=1, workers=1)
for name, side, count, criteria in (("areas", 101, 3, 1), ("criteria", 16, 3, 2)):
    weights = generator.lognormal(size=(side * side, criteria))
    balanced = balance(grid_problem(side, side, count, weights), short)
    told(name, balanced.labels)
"""


def answers(threads):
    environment = {**os.environ, **dict.fromkeys(THREADS, str(threads))}
    ran = subprocess.run(
        [sys.executable, "-c", PROGRAMME, str(ROOT)],
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    return dict(line.split() for line in ran.stdout.splitlines())


@pytest.mark.slow
def test_one_thread_and_two_give_the_same_plans():
    one, two = answers(1), answers(2)
    expected = "areas assignment counts criteria genetic greenfield many median sums system"
    assert sorted(one) == expected.split()
    assert one == two
