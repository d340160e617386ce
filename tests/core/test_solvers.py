"""HiGHS and OR-Tools give the same answers, and a run survives the loss of its child."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import sparse
from scipy.optimize import linprog
from territory_design.core.assignment import (
    HIGHS,
    AssignmentEffort,
    AssignmentStart,
    Limit,
    assign,
    breached,
    count_limit,
    open_solver,
    retention_limit,
    sum_limit,
)
from territory_design.core.assignment.candidate_pairs import nearly_indifferent
from territory_design.core.assignment.dual_prices import approximate_prices
from territory_design.core.assignment.integer_programme import IntegerAnswer
from territory_design.core.assignment.network_flow import build_network, fits_a_flow, read_flow
from territory_design.core.assignment.normalised import NormalisedProblem
from territory_design.core.assignment.solvers import OrTools, Solver, optional_solver_found
from territory_design.core.customers import (
    ClusterRules,
    SearchContext,
    SearchEffort,
    bounded_kmeans,
)
from territory_design.core.errors import InfeasibleProblem
from territory_design.core.progress import Cancelled, Progress
from territory_design.core.workers.tasks import load_task
from territory_design.tests.core.effort import slow


class FlowByLinearProgramme(Solver):
    """The network of OR-Tools solved by HiGHS: flow programmes have whole optima."""

    def linear(self, problem, prices, base, choice, box, progress):
        network = build_network(problem, prices, base, choice, box)
        flows = cheapest_flow(network)
        return read_flow(problem, prices, choice, box, network, flows)


class Listener(Progress):
    def __init__(self):
        self.texts = []

    def message(self, text):
        self.texts.append(str(text))


def cheapest_flow(network):
    arcs = np.arange(network.tails.size)
    balance = sparse.csr_matrix(
        (
            np.concatenate([np.ones(arcs.size), -np.ones(arcs.size)]),
            (np.concatenate([network.tails, network.heads]), np.concatenate([arcs, arcs])),
        ),
        shape=(network.supplies.size, arcs.size),
    )
    found = linprog(
        network.costs / network.levels,
        A_eq=balance,
        b_eq=network.supplies,
        bounds=np.column_stack([np.zeros(arcs.size), network.capacities]),
        method="highs-ds",
    )
    assert found.status == 0
    return np.round(found.x).astype(np.int64)


def squared_distances(generator, n, k):
    points = generator.random((n, 2)) * 1e5
    return ((points[:, None] - points[None, :k]) ** 2).sum(axis=2)


def with_counts(seed, n, k, *, retained=True):
    """Counts near the mean for everybody, at least half of today's customers kept."""
    generator = np.random.default_rng(seed)
    cost = squared_distances(generator, n, k)
    limits = [count_limit(k, n // k - 1, n // k + 2)]
    if retained:
        current = generator.integers(-1, k, size=n)
        limits.append(retention_limit(current, k, 0.5))
    return cost, limits


def with_sums(seed, n, k, tolerance):
    generator = np.random.default_rng(seed)
    cost = squared_distances(generator, n, k)
    weights = generator.lognormal(size=n)
    mean = weights.sum() / k
    return cost, [sum_limit("w", weights, k, (1 - tolerance) * mean, (1 + tolerance) * mean)]


@pytest.fixture(scope="module")
def optional():
    """OR-Tools for problems of any size; HiGHS where OR-Tools is not installed."""
    solver = OrTools(smallest=0) if optional_solver_found() else HIGHS
    yield solver
    if isinstance(solver, OrTools):
        solver.close()


@pytest.mark.slow
@given(
    seed=st.integers(0, 10_000), n=st.integers(6, 90), k=st.integers(2, 6), retained=st.booleans()
)
@settings(max_examples=25, deadline=None)
def test_the_network_stands_for_the_linear_programme(seed, n, k, retained):
    cost, limits = with_counts(seed, max(n, 2 * k), k, retained=retained)
    by_flow = assign(cost, limits, solver=FlowByLinearProgramme())
    assert by_flow.status == "optimal"
    assert not breached(limits, by_flow.labels)
    assert by_flow.objective == pytest.approx(assign(cost, limits).objective, rel=1e-9)


@pytest.mark.slow
@given(seed=st.integers(0, 10_000), box=st.floats(0.01, 3.0))
@settings(max_examples=25, deadline=None)
def test_prices_from_the_network_are_as_good_as_the_linear_programmes(seed, box):
    """Within one box both find a price that is best there; the dual says how good."""
    cost, limits = with_counts(seed, 60, 4)
    problem = NormalisedProblem.of(cost, limits)
    prices = approximate_prices(problem) + np.random.default_rng(seed).normal(
        scale=box, size=(2, 4)
    )
    base, first, _ = problem.best(prices)
    everybody = np.arange(60)
    choice = nearly_indifferent(problem, prices, base, first, everybody, np.full(60, np.inf))
    finite = np.isfinite(choice.extra)
    choice = type(choice)(choice.customers[finite], choice.centres[finite], choice.extra[finite])

    def dual(solver):
        found = solver.linear(problem, prices, base, choice, box, Progress())
        assert np.abs(found.change).max() <= box * (1.0 + 1e-6)
        moved = prices + found.change
        return problem.bound(problem.best(moved)[1], moved)

    assert dual(FlowByLinearProgramme()) == pytest.approx(dual(HIGHS), rel=1e-6, abs=1e-6)


@pytest.mark.parametrize("size", [(40, 3), (400, 8), *slow((2000, 15))])
@pytest.mark.parametrize("retained", [False, True])
def test_counts_cost_the_same_with_either_solver(optional, size, retained):
    n, k = size
    cost, limits = with_counts(1, n, k, retained=retained)
    ours, theirs = assign(cost, limits), assign(cost, limits, solver=optional)
    assert ours.status == theirs.status == "optimal"
    assert not breached(limits, theirs.labels)
    assert theirs.objective == pytest.approx(ours.objective, rel=1e-9)
    # The prices start the next problem, whoever solves that.
    assert assign(cost, limits, start=AssignmentStart(theirs.prices)).objective == pytest.approx(
        ours.objective, rel=1e-9
    )
    assert "ortools" not in sys.modules


def test_the_solver_is_not_loaded_by_this_process_whoever_asks():
    task = load_task("core.assignment.or_tools_task:OrToolsTask")
    with pytest.raises(RuntimeError, match="child interpreters alone"):
        task({})
    assert "ortools" not in sys.modules


@pytest.mark.slow
@pytest.mark.parametrize(("n", "k", "tolerance"), [(12, 2, 0.2), (150, 4, 0.02), (400, 5, 0.05)])
def test_sums_agree_within_the_reported_gaps(optional, n, k, tolerance):
    cost, limits = with_sums(3, n, k, tolerance)
    ours, theirs = assign(cost, limits), assign(cost, limits, solver=optional)
    for answer in (ours, theirs):
        assert not breached(limits, answer.labels)
    rounding = 1e-9 * ours.objective
    assert theirs.lower_bound <= ours.objective + rounding
    assert ours.lower_bound <= theirs.objective + rounding


def _nothing(*_: object) -> None:
    """No assignment."""


def no_moves_help(monkeypatch):
    """As where moves of single customers find no assignment within the limits."""
    for moves in ("repaired", "levelled"):
        monkeypatch.setattr(f"territory_design.core.assignment.integer_search.{moves}", _nothing)


def test_where_highs_finds_no_answer_the_other_solver_does(monkeypatch, optional):
    def nothing_found(programme, seconds, progress):
        return IntegerAnswer(None, 0.0, False)

    monkeypatch.setattr(
        "territory_design.core.assignment.solvers.solve_integer_programme", nothing_found
    )
    no_moves_help(monkeypatch)
    cost, limits = with_sums(3, 60, 4, 0.01)
    if not optional_solver_found():
        with pytest.raises(InfeasibleProblem, match="No assignment of whole"):
            assign(cost, limits, solver=optional)
        return
    answer, again = (assign(cost, limits, solver=optional) for _ in range(2))
    assert not breached(limits, answer.labels)
    assert np.array_equal(again.labels, answer.labels)
    monkeypatch.undo()
    ours = assign(cost, limits)
    assert answer.lower_bound <= ours.objective * (1.0 + 1e-9)
    assert ours.lower_bound <= answer.objective * (1.0 + 1e-9)


class NothingFound(Solver):
    """Uses up the time it is given, on a clock of its own, without an answer."""

    def __init__(self):
        self.now = 0.0
        self.sizes = []

    def monotonic(self):
        return self.now

    def integer(self, programme, seconds, progress):
        self.sizes.append(programme.pairs.size)
        self.now += seconds
        return IntegerAnswer(None, 0.0, False)


def test_all_choices_share_one_time_and_the_refusal_says_how_long_it_took(monkeypatch):
    solver = NothingFound()
    monkeypatch.setattr("territory_design.core.assignment.integer_search.time", solver)
    no_moves_help(monkeypatch)
    cost, limits = with_sums(3, 5000, 4, 0.001)
    with pytest.raises(InfeasibleProblem) as refused:
        assign(cost, limits, solver=solver, effort=AssignmentEffort(max_seconds=8.0))
    assert 4.0 < solver.now <= 8.0
    assert f"was found in {solver.now:.1f} s" in str(refused.value)
    assert len(solver.sizes) > 1
    assert sorted(set(solver.sizes)) == solver.sizes


def test_whole_weights_that_no_customers_can_fill_are_refused_by_both(optional):
    """No subset of the seven adds up to half of them."""
    limits = [sum_limit("w", [11.0, 11.0, 11.0, 9.0, 8.0, 7.0, 7.0], 2, 32.0, 32.0)]
    with pytest.raises(InfeasibleProblem, match="only by dividing"):
        assign(np.arange(14.0).reshape(7, 2) ** 2, limits, solver=optional)


@pytest.mark.slow
def test_a_clustering_is_as_compact_with_either_solver(optional):
    points = np.random.default_rng(4).random((600, 2)) * 1e4
    limits = [count_limit(5, 118, 122)]
    rules, effort = ClusterRules(limits), SearchEffort(restarts=3)
    ours = bounded_kmeans(points, 5, rules, effort=effort)
    theirs = bounded_kmeans(points, 5, rules, effort=effort, context=SearchContext(solver=optional))
    assert not breached(limits, theirs.labels)
    assert theirs.inertia == pytest.approx(ours.inertia, rel=1e-6)


def test_limits_that_no_flow_can_keep_are_left_to_programmes():
    counts, kept = count_limit(2, 1), retention_limit([0, 1, 0, 1], 2, 0.5)
    heavy = Limit("w", np.zeros(2), np.ones(2), np.ones(4), kept.members)
    assert fits_a_flow([counts, counts, kept])
    assert not fits_a_flow([counts, kept, kept])
    assert not fits_a_flow([sum_limit("w", np.ones(4), 2, 1)])
    assert not fits_a_flow([counts, heavy])


@pytest.mark.parametrize("many", [False, True])
def test_several_counts_pass_one_network(many):
    """Two limits on the number of customers, of which the narrower one counts."""
    cost, _ = with_counts(2, 60, 3)
    limits = [count_limit(3, 5, 40), count_limit(3, 19, 21)]
    if many:
        limits.append(retention_limit(np.random.default_rng(0).integers(0, 3, 60), 3, 0.6))
    by_flow = assign(cost, limits, solver=FlowByLinearProgramme())
    assert not breached(limits, by_flow.labels)
    assert by_flow.objective == pytest.approx(assign(cost, limits).objective, rel=1e-9)


@pytest.mark.parametrize("task", ["no.such.module:Task", *slow("core.workers.pool:WorkerPool")])
def test_a_child_that_fails_leaves_the_work_to_highs(monkeypatch, task):
    monkeypatch.setattr("territory_design.core.assignment.solvers._TASK", task)
    listener = Listener()
    solver = OrTools(listener, smallest=0)
    cost, limits = with_counts(0, 120, 5)
    for _ in range(2):
        answer = assign(cost, limits, solver=solver)
        assert answer.objective == pytest.approx(assign(cost, limits).objective, rel=1e-9)
    assert len(listener.texts) == 1
    assert "HiGHS goes on" in listener.texts[0]
    assert solver.name == HIGHS.name


@pytest.mark.slow
def test_a_child_that_dies_in_the_middle_leaves_the_work_to_highs():
    listener = Listener()
    solver = OrTools(listener, smallest=0)
    cost, limits = with_counts(0, 120, 5)
    assign(cost, limits, solver=solver)
    for child in [] if solver._pool is None else solver._pool._children:
        child._process.kill()
    answer = assign(cost, limits, solver=solver)
    assert answer.objective == pytest.approx(assign(cost, limits).objective, rel=1e-9)
    assert len(listener.texts) == 1


@pytest.mark.slow
def test_a_cancel_ends_the_child_at_work(monkeypatch):
    """Cancelled while the child is busy, not before."""
    monkeypatch.setattr(
        "territory_design.core.assignment.solvers._TASK", "tests.core.worker_tasks:SleepTask"
    )
    solver = OrTools(smallest=0)
    children = []

    class CancellingLate(Progress):
        def is_cancelled(self):
            children.extend([] if solver._pool is None else solver._pool._children)
            return bool(children)

    cost, limits = with_counts(0, 120, 5)
    with pytest.raises(Cancelled):
        assign(cost, limits, solver=solver, progress=CancellingLate())
    assert children[0]._process.poll() is not None
    # The run is over; who asks all the same gets an answer.
    assert assign(cost, limits, solver=solver).status == "optimal"


@pytest.mark.slow
def test_the_solver_of_a_run_is_the_one_that_is_there(monkeypatch):
    """Many customers are torn between today's centre and a nearer one."""
    generator = np.random.default_rng(0)
    cost = squared_distances(generator, 1000, 12)
    limits = [
        count_limit(12, 83, 84),
        retention_limit(generator.integers(0, 12, size=1000), 12, 0.6),
    ]
    with open_solver() as solver:
        answer = assign(cost, limits, solver=solver)
        assert ("OR-Tools" in solver.name) == optional_solver_found()
    monkeypatch.setitem(sys.modules, "ortools", None)
    with open_solver() as solver:
        assert solver is HIGHS
        assert solver.name.startswith("HiGHS (SciPy ")
        assert assign(cost, limits, solver=solver).objective == pytest.approx(
            answer.objective, rel=1e-9
        )
