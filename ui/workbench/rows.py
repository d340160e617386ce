"""What the table and the line below it show of a session."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from ...core.arrays import FloatArray
from ...core.plan.editor import PlanEditor
from ...core.plan.evenness import evenness
from .case import PlanCase
from .session import PlanSession
from .territory_model import TerritoryRow


@dataclass(frozen=True)
class Totals:
    """Figures of the whole plan.

    Attributes
    ----------
    worst_pct, sigma_pct : float
        Worst deviation, and standard deviation in percent of the mean target (the worst
        criterion).
    mean_trip_m, border_m : float
    changed_pct : float
        Share of the weight that changed hands since the work began.
    parts : int
        Contiguous parts over all territories.
    """

    worst_pct: float
    sigma_pct: float
    mean_trip_m: float
    border_m: float
    changed_pct: float
    parts: int


def territory_rows(
    session: PlanSession, before: FloatArray, colours: dict[int, str]
) -> list[TerritoryRow]:
    """One row per territory, and one for the areas that nobody has, if there are any.

    Parameters
    ----------
    session : PlanSession
    before : ndarray of float, shape (k + 1, c)
        Deviations in percent with which the work began.
    colours : dict
        By territory.
    """
    figures, count = session.editor.figures, session.territory_count
    targets = session.case.plan.targets
    locks, people = lock_marks(session), session.case.people
    rows = []
    for territory in range(count + 1):
        nobody = territory == count
        if nobody and not figures.size[count]:
            continue
        number = -1 if nobody else territory
        rows.append(
            TerritoryRow(
                territory=number,
                name=session.name(number),
                representative="" if nobody else people.called(session.case.plan.names[number]),
                colour=colours.get(number, "#d9d9d9"),
                areas=int(figures.size[territory]),
                totals=tuple(figures.totals[territory].tolist()),
                targets=(math.nan,) * targets.shape[1]
                if nobody
                else tuple(targets[territory].tolist()),
                deviations=tuple(figures.deviation_pct[territory].tolist()),
                before=tuple(before[territory].tolist()),
                trip_m=float(figures.metres.mean[territory]),
                parts=int(figures.parts[territory]),
                lock=locks[territory],
            )
        )
    return rows


def totals_of(session: PlanSession) -> Totals:
    """Figures of the whole plan as it is now."""
    return totals_in(session.editor, session.case)


def totals_in(editor: PlanEditor, case: PlanCase) -> Totals:
    """Figures of the plan in an editor."""
    figures, count = editor.figures, editor.territory_count
    even = [
        evenness(totals, targets)
        for totals, targets in zip(figures.totals[:count].T, case.plan.targets.T)
    ]
    return Totals(
        worst_pct=editor.worst_deviation_pct,
        sigma_pct=max((one.sigma_pct for one in even), default=0.0),
        mean_trip_m=figures.metres.overall_mean,
        border_m=editor.border_length_m,
        changed_pct=100.0 * editor.changed_share,
        parts=int(figures.parts[:count].sum()),
    )


def lock_marks(session: PlanSession) -> list[str]:
    """For each territory and for nobody: "all", "some" or ""."""
    rules, labels, count = session.editor.rules, session.editor.labels, session.territory_count
    some = np.zeros(count + 1, dtype=bool)
    if rules.locked is not None:
        some[labels[rules.locked]] = True
    frozen = np.append(rules.frozen if rules.frozen is not None else np.zeros(count, bool), False)
    return ["all" if f else "some" if s else "" for f, s in zip(frozen.tolist(), some.tolist())]
