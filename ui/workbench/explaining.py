"""Why is this area here? What each neighbour would gain and lose by it, in words."""

from __future__ import annotations

import numpy as np

from ...core.contiguity.half_edges import half_edges_of
from ...core.plan.reasons import reason_of
from ...core.plan.strokes import Stroke
from ...core.texts import Text
from ...processing_provider.common.texts import tr, worded
from .session import PlanSession
from .wording import kilometres

_MOST = 6  # an area rarely touches more territories, and a tip stays on the screen


def reasons(session: PlanSession, area: int) -> list[str]:
    """One line for the area, and one for each territory that it touches."""
    session.flush()
    plan, editor = session.case.plan, session.editor
    own = int(editor.labels[area])
    lines = [
        tr("Area {area} belongs to {name}.").format(
            area=plan.areas.called[area], name=session.name(own)
        )
    ]
    graph = plan.areas.graph
    if graph is None:
        return lines
    _, index = half_edges_of(graph, np.array([area]))
    near = np.unique(editor.labels[graph.neighbours[index]])
    others = [label for label in near.tolist() if label not in (own, -1)]
    if not others:
        return [*lines, tr("It touches no other territory: nothing pulls at it.")]
    return [*lines, *(_line(session, area, label) for label in others[:_MOST])]


def _line(session: PlanSession, area: int, label: int) -> str:
    preview = session.editor.preview(Stroke.to(np.array([area]), label))
    before, after = preview.worst_pct
    now = session.editor.figures
    then = now.with_rows(preview.territories, preview.after)
    text = worded(
        Text.of(
            "To {name}: worst deviation {before:.2f} → {after:.2f} %, mean trip {now} → {then}",
            name=session.name(label),
            before=before,
            after=after,
            now=kilometres(now.metres.overall_mean, 2),
            then=kilometres(then.metres.overall_mean, 2),
        )
    )
    if not preview.refusals:
        return text
    return tr("{move}. Not allowed: {reason}").format(
        move=text, reason=worded(reason_of(preview.refusals[0], session.case.plan).text)
    )
