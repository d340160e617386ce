"""Sessions of the workbench on small drawn maps."""

from __future__ import annotations

import time
from contextlib import contextmanager

import numpy as np
from qgis.core import QgsProject
from qgis.PyQt.QtCore import QCoreApplication
from territory_design.core.plan.territory_figures import TerritoryFigures, figures_of
from territory_design.processing_provider.inputs.layers.attributes import plain_value
from territory_design.tests.integration.maps import grid, representatives
from territory_design.ui.workbench.reading import read_now
from territory_design.ui.workbench.session import PlanSession
from territory_design.ui.workbench.settings import PlanSettings

COLUMNS, ROWS = 6, 4
FIELDS = "id:string, weight:double, territory:string, town:string"
"""Six by four squares; territories A, B and C are pairs of columns::

    A A B B C C
    A A B B C C
    A A B B C C
    A A B B C C
"""


def wait(until) -> None:
    """Let QGIS's tasks and our timers go on."""
    end = time.monotonic() + 30.0
    while not until():
        assert time.monotonic() < end, "waited in vain"
        QCoreApplication.processEvents()


def third(number: int) -> str:
    """Territory of a square by its number from 1."""
    return "ABC"[((number - 1) % COLUMNS) // 2]


def planned_layer(plan=third, fields: str = FIELDS):
    """The drawn map; ids keep a leading zero."""
    return grid(
        COLUMNS,
        ROWS,
        fields,
        lambda number: (
            f"{number:03d}",
            float(1 + number % 3),
            plan(number),
            f"t{(number - 1) // 2}",
        ),
        name="areas",
    )


def settings_for(layer, **changes) -> PlanSettings:
    """The set-up of a drawn map."""
    return PlanSettings(
        areas=layer.id(),
        id_field="id",
        balance_fields=("weight",),
        plan_field="territory",
        **changes,
    )


@contextmanager
def opened(layer=None, reps=None, reader=read_now, costs=None, **changes):
    """A session on a layer in a project of its own; both end with the block."""
    project = QgsProject()
    layer = planned_layer() if layer is None else layer
    project.addMapLayer(layer)
    if reps is not None:
        project.addMapLayer(reps)
        changes |= {"reps": reps.id(), "rep_field": "rep_id"}
    if costs is not None:
        project.addMapLayer(costs)
        changes["cost_matrix"] = costs.id()
    session = PlanSession(settings_for(layer, **changes), project, None, reader)
    try:
        yield session
    finally:
        session.close()
        project.clear()


def people(*spots):
    """Homes of A, B and C in the middle of their columns, unless said otherwise."""
    return representatives(*(spots or (("A", 0, 1), ("B", 2, 1), ("C", 4, 1))))


def area(session: PlanSession, key: str) -> np.ndarray:
    """The area with an id, as a stroke takes it."""
    return np.array([session.case.ids.index(key)])


def territory_of(session: PlanSession, key: str) -> str:
    """Who has an area, by the editor."""
    return session.name(int(session.editor.labels[area(session, key)[0]]))


def assert_as_recomputed(session: PlanSession) -> None:
    """Weights and figures are those of the plan in the layer, computed anew."""
    index = session.layer.fields().lookupField(session.settings.plan_field)
    names = {feature.id(): feature[index] for feature in session.layer.getFeatures()}
    weighed = {f.id(): plain_value(f["weight"]) or 0.0 for f in session.layer.getFeatures()}
    plan = session.case.plan
    assert plan.areas.weights[:, 0].tolist() == [weighed[fid] for fid in session.case.fids]
    labels = np.array([session.case.label_of.get(str(names[fid]), -1) for fid in session.case.fids])
    assert np.array_equal(session.editor.labels, labels)
    expected = figures_of(plan, labels, np.arange(plan.territory_count + 1))
    assert_same(session.editor.figures, expected)


def assert_same(one: TerritoryFigures, other: TerritoryFigures) -> None:
    """Two tables of figures are equal, to the last bit."""
    for name in ("size", "totals", "deviation_pct", "parts", "border_m", "centres"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
    for name in ("visited", "one_each", "all_visits", "mean", "longest"):
        np.testing.assert_array_equal(getattr(one.metres, name), getattr(other.metres, name))
