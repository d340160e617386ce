"""Which solver works on candidate pairs: HiGHS in this process, or OR-Tools in a child.

Both answer the same two questions about :class:`~.candidate_pairs.CandidatePairs`: the linear
programme that improves the prices, and the integer programme that divides nobody. Where limits
are counts the first one is a min-cost flow.

What pays was measured (two cores, OR-Tools 9.14 against HiGHS of SciPy 1.10):

===========================================================  ========  ========
counts                                                       HiGHS     OR-Tools
===========================================================  ========  ========
one programme of up to 500 arcs                              2.4 ms    3.4 ms
2,000 to 5,000 arcs                                          6 ms      6 ms
more than 5,000 arcs                                         21 ms     13 ms
all of an assignment 10,946 × 27, equal, 60 % kept           1.66 s    0.41 s
all of an assignment 30,000 × 100, within 5 %, 60 % kept     79 s      5.7 s
===========================================================  ========  ========

Starting the child takes 0.5 to 1 s, once in a run, which small choices do not earn. For sums
HiGHS is faster and mostly no worse where it finds an answer (10,000 × 20 within 5 %: 0.2 s,
CP-SAT 1.3 s; within 0.1 %: gap 1.5e-4 in 9 s, CP-SAT 2.1e-4 in 20 s; but 500 × 3 with three
sums: gap 6e-4, CP-SAT alone 1e-10 in about the same time). And CP-SAT finds answers where
HiGHS finds none (2,000 × 15, two sums within 0.1 %; 200 × 20, one sum within 0.5 %), so there
it takes over.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from contextlib import contextmanager

from ..arrays import FloatArray, IntArray
from ..progress import SILENT, Progress
from ..texts import Text
from ..workers import Message, WorkerFailed, WorkerPool
from .candidate_pairs import CandidatePairs
from .cp_sat import integer_message, read_integer_answer
from .integer_programme import IntegerAnswer, IntegerProgramme, solve_integer_programme
from .linear_programme import LinearAnswer, solve_linear_programme
from .network_flow import build_network, fits_a_flow, read_flow
from .normalised import NormalisedProblem

_TASK = "core.assignment.or_tools_task:OrToolsTask"
_FEW_ARCS = 8_000
"""Fewer are answered by HiGHS before a child interpreter with OR-Tools has started."""
# CP-SAT's deterministic time, of which one unit takes about a second. Small choices have an
# answer within the first unit or none; more work makes later choices wait.
_EFFORT_PER_ARC = 1.0 / 500.0
_LEAST_EFFORT, _MOST_EFFORT = 1.0, 8.0  # units, as above


class Solver:
    """HiGHS, which SciPy brings along."""

    @property
    def name(self) -> str:
        """Who has worked so far, with version, for the log."""
        import scipy

        return f"HiGHS (SciPy {scipy.__version__})"

    def linear(
        self,
        problem: NormalisedProblem,
        prices: FloatArray,
        base: IntArray,
        pairs: CandidatePairs,
        box: float,
        progress: Progress,
    ) -> LinearAnswer:
        """Answer the linear programme; see :func:`~.linear_programme.solve_linear_programme`."""
        return solve_linear_programme(problem, prices, base, pairs, box, progress)

    def integer(
        self, programme: IntegerProgramme, seconds: float, progress: Progress
    ) -> IntegerAnswer:
        """Answer the integer programme; see :func:`~.integer_programme.solve_integer_programme`.

        Parameters
        ----------
        seconds : float
            Longest time of each solver that is asked.
        """
        return solve_integer_programme(programme, seconds, progress)


HIGHS = Solver()


class OrTools(Solver):
    """OR-Tools where it pays, in one child interpreter that starts when it is first needed.

    If the child cannot work or dies, HiGHS goes on.

    Parameters
    ----------
    progress : Progress
        Told if the child fails.
    smallest : int
        Arcs of a pairs from which counts are solved by OR-Tools.
    """

    def __init__(self, progress: Progress = SILENT, *, smallest: int = _FEW_ARCS) -> None:
        self._told = progress
        self._smallest = smallest
        self._asked = _Asked()
        self._pool: WorkerPool | None = None
        self._gone = False
        self._version = ""

    @property
    def name(self) -> str:
        return f"OR-Tools {self._version}, {super().name}" if self._version else super().name

    def close(self) -> None:
        """End the child."""
        self._gone = True
        if self._pool is not None:
            self._pool.close()
            self._pool = None

    def linear(
        self,
        problem: NormalisedProblem,
        prices: FloatArray,
        base: IntArray,
        pairs: CandidatePairs,
        box: float,
        progress: Progress,
    ) -> LinearAnswer:
        if pairs.size >= self._smallest and fits_a_flow(problem.limits):
            network = build_network(problem, prices, base, pairs, box)
            answer = self._ask(network.message(), progress)
            if answer is not None:
                return read_flow(problem, prices, pairs, box, network, answer["flows"])
        return super().linear(problem, prices, base, pairs, box, progress)

    def integer(
        self, programme: IntegerProgramme, seconds: float, progress: Progress
    ) -> IntegerAnswer:
        found = super().integer(programme, seconds, progress)
        if found.labels is not None or found.proved_impossible:
            return found
        effort = min(max(_EFFORT_PER_ARC * programme.pairs.size, _LEAST_EFFORT), _MOST_EFFORT)
        message = integer_message(programme, effort, seconds)
        answer = self._ask(message, progress)
        return found if answer is None else read_integer_answer(programme, message, answer)

    def _ask(self, message: Message, progress: Progress) -> Message | None:
        """Answer of the child, which a cancel ends; None if there is no child."""
        if self._gone:
            return None
        self._asked.about = progress
        try:
            if self._pool is None:
                self._pool = WorkerPool(_TASK, {}, 1, progress=self._asked, child_only=True)
            answer = self._pool.map([message])[0]
        except WorkerFailed as failure:
            self.close()
            lines = str(failure).strip().splitlines() or [""]
            self._told.message(
                Text.of("OR-Tools cannot be used ({reason}); HiGHS goes on.", reason=lines[-1])
            )
            return None
        except BaseException:
            self.close()
            raise
        self._version = str(answer["version"])
        return answer


def optional_solver_found() -> bool:
    """Whether OR-Tools is installed; nothing of it is loaded here."""
    return importlib.util.find_spec("ortools") is not None


@contextmanager
def open_solver(progress: Progress = SILENT) -> Iterator[Solver]:
    """The best solver there is, for one run: OR-Tools where it is installed, else HiGHS."""
    if not optional_solver_found():
        yield HIGHS
        return
    solver = OrTools(progress)
    try:
        yield solver
    finally:
        solver.close()


class _Asked(Progress):
    """Cancellation of the problem at hand; how far its child is says nothing about the run."""

    def __init__(self) -> None:
        self.about: Progress = SILENT

    def is_cancelled(self) -> bool:
        return self.about.is_cancelled()
