"""Several problems searched side by side: here, in child interpreters or on a cluster.

Each search depends on its problem and the seed alone, so that it gives the same plan wherever
it runs.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import asdict, replace
from typing import Union

from ..errors import TerritoryError
from ..progress import SILENT, Cancelled, Progress
from ..workers import WorkerPool, available_workers
from ..workers.messages import (
    Message,
    refusal_from,
    refusal_message,
    text_from,
    text_message,
)
from ..workers.tasks import Task
from .convergence import ConvergenceRow
from .feasibility import Checked
from .islands import problem_from, problem_message
from .problem import BalanceProblem
from .result import BalanceResult
from .search import balance
from .settings import SearchSettings

TASK = "core.balance.many:BalanceTask"

Outcome = Union[BalanceResult, TerritoryError, None]
"""What came of one search: a plan, why there is none, or None where the caller had it stopped."""


class BalanceTask(Task):
    """Searches one problem after the other, each in one process."""

    def __init__(self, shared: Message) -> None:
        super().__init__(shared)
        self.settings = SearchSettings(**shared["settings"])

    def run(self, message: Message, progress: Progress = SILENT) -> Message:
        """The result of one problem, or why there is no plan."""
        checked = Checked([], float(message["lower_bound_pct"]))
        try:
            result = balance(
                problem_from(message), self.settings, checked=checked, progress=progress
            )
        except TerritoryError as error:
            return {"refusal": refusal_message(error)}
        return {
            "labels": result.labels,
            "convergence": [row._asdict() for row in result.convergence],
            "messages": [text_message(text) for text in result.messages],
            **{name: getattr(result, name) for name in _PLAIN},
        }


_PLAIN = (
    *("status", "generations", "seconds", "lower_bound_pct"),
    *("best_start_fitness", "fitness"),
)


def balance_all(
    problems: Sequence[BalanceProblem],
    checked: Sequence[Checked],
    settings: SearchSettings,
    progress: Progress = SILENT,
) -> list[Outcome]:
    """Search all problems; a cancel leaves those that were finished.

    Parameters
    ----------
    problems : sequence of BalanceProblem
    checked : sequence of Checked
        What :func:`.check` said of each of them.
    settings : SearchSettings
        With one problem its workers search together; with several each searches by itself.

    Returns
    -------
    list
        One outcome per problem, in their order.

    Raises
    ------
    Cancelled
        If a single search is cancelled before there is any plan.
    """
    if len(problems) == 1:
        try:
            return [balance(problems[0], settings, checked=checked[0], progress=progress)]
        except TerritoryError as error:
            return [error]
    requests = [
        {**problem_message(problem), "lower_bound_pct": known.lower_bound_pct}
        for problem, known in zip(problems, checked)
    ]
    workers = min(settings.workers or available_workers(), len(problems))
    shared = {"settings": asdict(replace(settings, workers=1))}
    answers: dict[int, Message] = {}
    with (
        contextlib.suppress(Cancelled),
        WorkerPool(TASK, shared, workers, progress=progress) as pool,
    ):
        pool.map(requests, on_answer=answers.__setitem__)
    return [
        _outcome(answers[number], known) if number in answers else None
        for number, known in enumerate(checked)
    ]


def _outcome(answer: Message, checked: Checked) -> Outcome:
    if "refusal" in answer:
        return refusal_from(answer["refusal"])
    said = [text_from(message) for message in answer["messages"]]
    return BalanceResult(
        labels=answer["labels"],
        convergence=[ConvergenceRow(**row) for row in answer["convergence"]],
        messages=[*checked.warnings, *said],
        **{name: answer[name] for name in _PLAIN},
    )
