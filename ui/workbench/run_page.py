"""The page on which plans are made and improved."""

from __future__ import annotations

import time

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...processing_provider.common.texts import tr
from .charts import ConvergenceChart, Generation
from .starting_points import FROM_COUNT, FROM_PEOPLE, IMPROVE

_CLOCK_MS = 250  # seconds are shown: each is there within a quarter of one


class RunPage(QWidget):
    """Wishes, the course of the run, and what it proposes.

    Attributes
    ----------
    run_wanted, stop_wanted, accept_wanted, discard_wanted : signal
    """

    run_wanted = pyqtSignal()
    stop_wanted = pyqtSignal()
    accept_wanted = pyqtSignal()
    discard_wanted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._started = 0.0
        self._clock = QTimer(self)
        self._clock.setInterval(_CLOCK_MS)
        self._clock.timeout.connect(self._show_time)
        self.start = QComboBox()
        self.start.setObjectName("workbenchStart")
        self.only_selected = QCheckBox(tr("Only the territories selected in the table"))
        self.only_selected.setObjectName("workbenchOnlySelected")
        self.max_change = QSpinBox()
        self.max_change.setRange(0, 100)
        self.max_change.setSuffix(" %")
        self.max_change.setSpecialValueText(tr("no limit"))
        self.max_seconds = QSpinBox()
        self.max_seconds.setObjectName("workbenchSeconds")
        self.max_seconds.setRange(0, 86_400)
        self.max_seconds.setSuffix(" s")
        self.max_seconds.setSpecialValueText(tr("until it gets no better"))
        self.run_button = QPushButton(tr("Run"))
        self.run_button.setObjectName("workbenchRun")
        self.stop_button = QPushButton(tr("Stop and keep best"))
        self.stop_button.setObjectName("workbenchStop")
        self.stop_button.setEnabled(False)
        self.progress = QProgressBar()
        self.progress.setRange(0, 100)
        self.elapsed = QLabel()
        self.chart = ConvergenceChart()
        self.message = QLabel()
        self.message.setObjectName("workbenchMessage")
        self.message.setWordWrap(True)
        self.message.setTextFormat(Qt.TextFormat.PlainText)
        self._make_proposal()
        self._lay_out()
        self.start.currentIndexChanged.connect(lambda _: self._start_chosen())
        self.run_button.clicked.connect(lambda _=False: self.run_wanted.emit())
        self.stop_button.clicked.connect(lambda _=False: self.stop_wanted.emit())

    def _make_proposal(self) -> None:
        self.proposal = QFrame()
        self.proposal.setFrameShape(QFrame.Shape.StyledPanel)
        self.proposal_text = QLabel()
        self.proposal_text.setWordWrap(True)
        self.proposal_text.setTextFormat(Qt.TextFormat.PlainText)
        self.accept_button = QPushButton(tr("Accept"))
        self.accept_button.setObjectName("workbenchAccept")
        self.discard_button = QPushButton(tr("Discard"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.accept_button)
        buttons.addWidget(self.discard_button)
        column = QVBoxLayout(self.proposal)
        column.addWidget(self.proposal_text)
        column.addLayout(buttons)
        self.accept_button.clicked.connect(lambda _=False: self.accept_wanted.emit())
        self.discard_button.clicked.connect(lambda _=False: self.discard_wanted.emit())
        self.proposal.hide()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(4)
        form.addRow(tr("Start from"), self.start)
        form.addRow(self.only_selected)
        form.addRow(tr("Maximum change"), self.max_change)
        form.addRow(tr("Time limit"), self.max_seconds)
        buttons = QHBoxLayout()
        buttons.addWidget(self.run_button)
        buttons.addWidget(self.stop_button)
        state = QHBoxLayout()
        state.addWidget(self.progress, 1)
        state.addWidget(self.elapsed)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addLayout(buttons)
        column.addLayout(state)
        column.addWidget(self.message)
        column.addWidget(self.proposal)
        column.addWidget(self.chart, 1)

    def show_starts(self, *, plan: bool, people: bool, count: int) -> None:
        """Offer the starts for which all is there; keeps the choice where it can."""
        before = self.start.currentData()
        if plan and self.start.findData(IMPROVE) < 0:
            before = IMPROVE
        self.start.clear()
        if plan:
            self.start.addItem(tr("the plan, which is improved"), IMPROVE)
        if people:
            self.start.addItem(tr("the representatives"), FROM_PEOPLE)
        if count:
            self.start.addItem(tr("nothing: {count} territories").format(count=count), FROM_COUNT)
        self.start.setCurrentIndex(max(self.start.findData(before), 0))
        self.run_button.setEnabled(self.start.count() > 0 and not self._clock.isActive())
        self._start_chosen()

    def _start_chosen(self) -> None:
        improves = self.start.currentData() == IMPROVE
        self.only_selected.setEnabled(improves)
        self.max_change.setEnabled(improves)

    def begin(self) -> None:
        """A run has begun."""
        self._started = time.monotonic()
        self.chart.clear()
        self.progress.setValue(0)
        self.message.clear()
        self.proposal.hide()
        self.run_button.setEnabled(False)
        self.stop_button.setEnabled(True)
        self._clock.start()
        self._show_time()

    def add(self, generation: Generation) -> None:
        """One more generation."""
        self.chart.add(generation)

    def end(self, message: str = "") -> None:
        """The run has ended, for the reason given if it has no result."""
        self._show_time()
        self._clock.stop()
        self.progress.setValue(0 if message else 100)
        self.message.setText(message)
        self.run_button.setEnabled(self.start.count() > 0)
        self.stop_button.setEnabled(False)

    def propose(self, lines: list[str]) -> None:
        """Show what the run would change."""
        self.proposal_text.setText("\n".join(lines))
        self.proposal.setVisible(bool(lines))

    def stopping(self) -> None:
        """The run will end soon."""
        self.stop_button.setEnabled(False)

    def _show_time(self) -> None:
        seconds = int(time.monotonic() - self._started)
        self.elapsed.setText(f"{seconds // 60}:{seconds % 60:02d}")
