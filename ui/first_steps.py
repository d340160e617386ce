"""The page beside the example project: five steps, each of which opens a dialog filled in."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QDockWidget, QTextBrowser, QWidget

from ..processing_provider.common.manual import tutorials_page
from ..processing_provider.common.texts import tr
from ..processing_provider.provider import PROVIDER_ID

TUTORIALS = "tutorials"
"""The link that opens them."""


@dataclass(frozen=True)
class Step:
    """One step: what to read, and the dialog that its link opens.

    ``layers`` gives parameters the layer that shows a table of the example, ``made`` one that a
    step before has made and that has the given fields.
    """

    title: str
    text: str
    link: str
    algorithm: str
    values: dict[str, Any] = field(default_factory=dict)
    layers: dict[str, str] = field(default_factory=dict)
    made: dict[str, tuple[str, ...]] = field(default_factory=dict)


def steps() -> list[Step]:
    """The steps, in the user's language."""
    return [
        Step(
            tr("1. How fair are the current territories?"),
            tr(
                "Five representatives look after 134 municipalities; each has what is nearest. Run "
                "Evaluate and read in the log: the worst deviation of a territory from its "
                "fair share of the potential, and the mean trip."
            ),
            tr("Evaluate the current plan"),
            "evaluate",
            {
                "TERRITORY_FIELD": "rep_now",
                "BALANCE_FIELDS": ["potential"],
                "REP_ID_FIELD": "rep_id",
                "TARGET_FIELD": "share",
            },
            {"INPUT": "municipalities", "REPS": "representatives"},
        ),
        Step(
            tr("2. Balance them"),
            tr(
                "Emma works half-time, as the field “share” says, so she gets half of what the "
                "others get. All stay where they live. After the run the new territories lie on "
                "the map, and the log says how much longer the trips are."
            ),
            tr("Balance the potential"),
            "balance",
            {"BALANCE_FIELDS": ["potential"], "REP_ID_FIELD": "rep_id", "TARGET_FIELD": "share"},
            {"INPUT": "municipalities", "REPS": "representatives"},
        ),
        Step(
            tr("3. What changes hands?"),
            tr(
                "Compare the current plan (“rep_now”) with the one that step 2 has made "
                "(“territory”): who gives what to whom?"
            ),
            tr("Compare the two plans"),
            "compare",
            {
                "BEFORE_FIELD": "rep_now",
                "AFTER_FIELD": "territory",
                "BALANCE_FIELDS": ["potential"],
                "REP_ID_FIELD": "rep_id",
                "TARGET_FIELD": "share",
            },
            {"REPS": "representatives"},
            {"INPUT": ("rep_now", "territory")},
        ),
        Step(
            tr("4. Share out customers instead of areas"),
            tr(
                "600 customers, between 100 and 140 for each representative; four of them must "
                "stay with the one whom they know (field “fixed_rep”)."
            ),
            tr("Cluster the customers"),
            "clustercustomers",
            {
                "REP_ID_FIELD": "rep_id",
                "MIN_COUNT": 100,
                "MAX_COUNT": 140,
                "CURRENT_FIELD": "rep_now",
                "PREASSIGNED_FIELD": "fixed_rep",
            },
            {"INPUT": "customers", "REPS": "representatives"},
        ),
        Step(
            tr("5. Drive instead of fly"),
            tr(
                "Travel times on roads from every representative to every municipality. Balance "
                "takes the table as “Cost matrix”, with “ags” as the field that identifies an "
                "area. The dashed roads are made up; README.txt beside the project says why."
            ),
            tr("Measure travel times"),
            "costmatrix",
            {
                "ORIGIN_ID": "rep_id",
                "DESTINATION_ID": "ags",
                "METHOD": 1,
                "SPEED_FIELD": "speed_kmh",
                "DIRECTION_FIELD": "direction",
                "VALUE_FORWARD": "F",
                "VALUE_BOTH": "B",
            },
            {"ORIGINS": "representatives", "DESTINATIONS": "municipalities", "NETWORK": "roads"},
        ),
    ]


class FirstSteps(QDockWidget):
    """A page of steps with links that open dialogs, filled in for the example project."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(tr("First steps in Territory Design"), parent)
        self.setObjectName("territoryDesignFirstSteps")
        self._steps = steps()
        page = QTextBrowser(self)
        page.setOpenLinks(False)
        page.setMinimumWidth(280)
        page.setHtml(as_html(self._steps))
        page.anchorClicked.connect(self._follow)
        self.setWidget(page)

    def _follow(self, link: QUrl) -> None:
        if link.toString() == TUTORIALS:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(tutorials_page())))
            return
        import processing

        step = self._steps[int(link.toString().partition(":")[2])]
        dialog = processing.createAlgorithmDialog(
            f"{PROVIDER_ID}:{step.algorithm}", parameters_of(step)
        )
        dialog.show()


def as_html(all_steps: list[Step]) -> str:
    """The page, whose links are ``step:0``, ``step:1`` and so on."""
    introduction = tr(
        "The Heidelberg region with made-up representatives and customers, in a copy that is "
        "yours: change what you like. Each link opens a dialog that is filled in; press Run."
    )
    parts = [f"<p>{escape(introduction)}</p>"]
    for number, step in enumerate(all_steps):
        parts.append(f"<h3>{escape(step.title)}</h3><p>{escape(step.text)}</p>")
        parts.append(f'<p><a href="step:{number}">▸ {escape(step.link)}</a></p>')
    further = tr(
        "The tutorials go on from here with the same data, each from a question to a decision. "
        "The Help button of each dialog opens the manual’s page about it."
    )
    parts.append(f"<hr/><p>{escape(further)}</p>")
    parts.append(f'<p><a href="{TUTORIALS}">▸ {escape(tr("Read the tutorials"))}</a></p>')
    return "".join(parts)


def parameters_of(step: Step) -> dict[str, Any]:
    """Parameters of a step, with the layers that are in the project (the topmost that fits)."""
    found: dict[str, Any] = dict(step.values)
    for layer in reversed(_layers()):
        names = set(layer.fields().names())
        table = layer.source().rpartition("|layername=")[2]
        found |= {key: layer.id() for key, wanted in step.layers.items() if table == wanted}
        found |= {key: layer.id() for key, wanted in step.made.items() if names >= set(wanted)}
    return found


def _layers() -> list[QgsVectorLayer]:
    """Vector layers of the project, in the order of the layer tree."""
    order = QgsProject.instance().layerTreeRoot().layerOrder()
    return [layer for layer in order if isinstance(layer, QgsVectorLayer)]
