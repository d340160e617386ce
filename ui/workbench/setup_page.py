"""The page on which a plan is set up; what is wrong stands beside the field."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from qgis.core import Qgis, QgsFieldProxyModel, QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.gui import QgsCheckableComboBox, QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDoubleSpinBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QWidget,
)

from ...processing_provider.common.texts import tr
from .guessing import guessed, problems, start_problems, with_representatives
from .settings import PlanSettings

_CHECK_MS = 200  # after the last key of a word, not after each


class SetupPage(QScrollArea):
    """Layers, fields and rules.

    Attributes
    ----------
    open_wanted : signal
        The plan in the layer shall be shown.
    edited : signal(bool)
        Something else is set up now: by the user, or because layers came or went.
    """

    open_wanted = pyqtSignal()
    edited = pyqtSignal(bool)

    def __init__(self, project: QgsProject, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._project = project
        self._base = PlanSettings()
        self._guess: PlanSettings | None = None
        self._filling = False
        self._notes: dict[str, QLabel] = {}
        self._check_soon = QTimer(self)
        self._check_soon.setSingleShot(True)
        self._check_soon.setInterval(_CHECK_MS)
        self._check_soon.timeout.connect(self._check_now)
        self._make_widgets()
        self._lay_out()
        self._connect()

    def _make_widgets(self) -> None:
        self.areas = QgsMapLayerComboBox()
        self.areas.setFilters(Qgis.LayerFilter.PolygonLayer)
        self.id_field = QgsFieldComboBox()
        self.balance_fields = QgsCheckableComboBox()
        self.balance_fields.setDefaultText(tr("every area counts 1"))
        self.plan_field = QgsFieldComboBox()
        self.plan_field.setAllowEmptyFieldName(True)
        self.reps = QgsMapLayerComboBox()
        self.reps.setFilters(Qgis.LayerFilter.PointLayer)
        self.reps.setAllowEmptyLayer(True, tr("none"))
        self.rep_field = QgsFieldComboBox()
        self.rep_field.setAllowEmptyFieldName(True)
        self.rep_name_field = QgsFieldComboBox()
        self.rep_name_field.setAllowEmptyFieldName(True)
        self.rep_name_field.setToolTip(tr("The table of the plan shows it beside each territory."))
        self.share_field = QgsFieldComboBox()
        self.share_field.setAllowEmptyFieldName(True)
        self.share_field.setFilters(QgsFieldProxyModel.Filter.Numeric)
        self.count = QSpinBox()
        self.count.setRange(0, 100_000)
        self.count.setSpecialValueText(tr("as the plan or the representatives say"))
        self.trips_field = QgsFieldComboBox()
        self.trips_field.setAllowEmptyFieldName(True)
        self.trips_field.setFilters(QgsFieldProxyModel.Filter.Numeric)
        self.cost_matrix = QgsMapLayerComboBox()
        self.cost_matrix.setFilters(Qgis.LayerFilter.VectorLayer)
        self.cost_matrix.setAllowEmptyLayer(True, tr("none"))
        self.cost_matrix.setToolTip(
            tr(
                "A travel table as “Travel cost matrix” writes it, or of a routing plugin: trips, "
                "means and new plans count by it."
            )
        )
        self.together_field = QgsFieldComboBox()
        self.together_field.setAllowEmptyFieldName(True)
        self.max_deviation_pct = QDoubleSpinBox()
        self.max_deviation_pct.setRange(0.0, 1000.0)
        self.max_deviation_pct.setSuffix(" %")
        self.max_deviation_pct.setSpecialValueText(tr("no limit"))
        self.contiguous = QCheckBox(tr("Territories stay connected"))
        self.open_button = QPushButton(tr("Open the plan"))
        self.open_button.setObjectName("workbenchOpen")
        self.open_button.setToolTip(tr("Show the plan in the plan field, to work on it by hand."))
        self.general = QLabel()
        self.general.setTextFormat(Qt.TextFormat.PlainText)
        self.general.setWordWrap(True)

    def _lay_out(self) -> None:
        inside = QWidget()
        form = QFormLayout(inside)
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        form.setContentsMargins(8, 8, 8, 8)
        form.setVerticalSpacing(3)
        for key, title in (
            ("areas", tr("Areas")),
            ("id_field", tr("Field that identifies an area")),
            ("balance_fields", tr("Fields to balance")),
            ("plan_field", tr("Field with the plan (empty: there is none yet)")),
            ("reps", tr("Representatives")),
            ("rep_field", tr("Field that identifies them")),
            ("rep_name_field", tr("Field with their names (empty: as above)")),
            ("share_field", tr("Field with their shares (empty: equal)")),
            ("count", tr("Number of territories")),
            ("trips_field", tr("Field with the number of trips (empty: as the weight)")),
            ("cost_matrix", tr("Cost matrix (empty: straight lines)")),
            ("together_field", tr("Areas with the same value here stay together")),
            ("max_deviation_pct", tr("Maximum deviation from the target (%)")),
            ("contiguous", ""),
        ):
            widget = getattr(self, key)
            widget.setObjectName(f"workbench_{key}")
            form.addRow(title, widget) if title else form.addRow(widget)
            note = QLabel()
            note.setTextFormat(Qt.TextFormat.PlainText)  # names of layers and fields are no markup
            note.setWordWrap(True)
            note.setStyleSheet("color: #d0452b;")
            note.hide()
            self._notes[key] = note
            form.addRow(note)
        form.addRow(self.open_button)
        form.addRow(self.general)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)

    def _connect(self) -> None:
        for layers in (self.areas, self.reps, self.cost_matrix):
            layers.activated.connect(self._edited)
        self.areas.layerChanged.connect(self._areas_chosen)
        self.reps.layerChanged.connect(self._reps_chosen)
        for box in (
            *(self.id_field, self.plan_field, self.rep_field, self.rep_name_field),
            *(self.share_field, self.together_field, self.trips_field),
        ):
            box.fieldChanged.connect(self._edited)
        self.balance_fields.checkedItemsChanged.connect(self._edited)
        self.count.valueChanged.connect(self._edited)
        self.max_deviation_pct.valueChanged.connect(self._edited)
        self.contiguous.toggled.connect(self._edited)
        self.open_button.clicked.connect(lambda _=False: self.open_wanted.emit())

    # --- in and out --------------------------------------------------------------------------

    def fill(self, settings: PlanSettings) -> None:
        """Show settings."""
        self._filling = True
        self._base = settings
        areas = settings.area_layer(self._project)
        self.areas.setLayer(areas)  # type: ignore[arg-type] # None is no layer
        self._fill_area_fields(areas, settings)
        reps = settings.rep_layer(self._project)
        _choose(self.reps, reps)
        self._fill_rep_fields(reps, settings)
        _choose(self.cost_matrix, settings.cost_layer(self._project))
        self.count.setValue(settings.count)
        self.max_deviation_pct.setValue(settings.max_deviation_pct)
        self.contiguous.setChecked(settings.contiguous)
        self._filling = False
        self.check()

    def guess(self, areas: QgsVectorLayer | None = None) -> None:
        """Fill in what suits the given layer of areas, or the first one of the project."""
        self.fill(guessed(self._project, areas))
        self._guess = self.settings()

    def guess_again(self) -> None:
        """Guess from the layers that there are now, unless somebody has chosen otherwise.

        Layers come one by one: representatives may do so after the areas.
        """
        settings = self.settings()
        areas = settings.area_layer(self._project)
        if areas is None or settings == self._guess:
            self.guess(areas)

    def settings(self) -> PlanSettings:
        """What is set up."""
        areas, reps = self.areas.currentLayer(), self.reps.currentLayer()
        costs = self.cost_matrix.currentLayer()
        return replace(
            self._base,
            areas="" if areas is None else areas.id(),
            id_field=self.id_field.currentField(),
            balance_fields=tuple(self.balance_fields.checkedItems()),
            plan_field=self.plan_field.currentField(),
            reps="" if reps is None else reps.id(),
            rep_field=self.rep_field.currentField() if reps is not None else "",
            rep_name_field=self.rep_name_field.currentField() if reps is not None else "",
            share_field=self.share_field.currentField() if reps is not None else "",
            trips_field=self.trips_field.currentField(),
            cost_matrix="" if costs is None else costs.id(),
            count=self.count.value(),
            together_field=self.together_field.currentField(),
            max_deviation_pct=self.max_deviation_pct.value(),
            contiguous=self.contiguous.isChecked(),
        )

    def keep(self, settings: PlanSettings) -> None:
        """Locks and people that were changed elsewhere; what is shown here stays."""
        self._base = settings

    def check(self) -> dict[str, str]:
        """Say beside each field what is wrong with it; returns the same."""
        self._check_soon.stop()
        settings = self.settings()
        found = problems(settings, self._project)
        if not found:
            found = start_problems(settings)
        for key, note in self._notes.items():
            note.setText(found.get(key, ""))
            note.setVisible(key in found)
        self.open_button.setEnabled(not found and bool(settings.plan_field))
        self.general.setText(
            ""
            if found or settings.plan_field
            else tr("There is no plan yet: make one on the page “Run”.")
        )
        return found

    def _check_now(self) -> None:
        self.check()

    # --- choices -----------------------------------------------------------------------------

    def _areas_chosen(self, layer: QgsMapLayer | None) -> None:
        if self._filling:
            return
        if isinstance(layer, QgsVectorLayer):
            self.guess(layer)
        else:
            self._filling = True
            self._fill_area_fields(None, PlanSettings())
            self._filling = False
        self._changed(by_user=False)

    def _reps_chosen(self, layer: QgsMapLayer | None) -> None:
        if self._filling:
            return
        chosen = layer if isinstance(layer, QgsVectorLayer) else None
        self._filling = True
        self._fill_rep_fields(chosen, with_representatives(self.settings(), chosen))
        self._filling = False
        self._changed(by_user=False)

    def _fill_area_fields(self, layer: QgsVectorLayer | None, settings: PlanSettings) -> None:
        for box in (self.id_field, self.plan_field, self.together_field, self.trips_field):
            box.setLayer(layer)  # type: ignore[arg-type]
        self.id_field.setField(settings.id_field)
        self.plan_field.setField(settings.plan_field)
        self.together_field.setField(settings.together_field)
        self.trips_field.setField(settings.trips_field)
        self.balance_fields.clear()
        for field in [] if layer is None else layer.fields().toList():
            if field.isNumeric():
                checked = field.name() in settings.balance_fields
                state = Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked
                self.balance_fields.addItemWithCheckState(field.name(), state)

    def _fill_rep_fields(self, layer: QgsVectorLayer | None, settings: PlanSettings) -> None:
        for box, name in (
            (self.rep_field, settings.rep_field),
            (self.rep_name_field, settings.rep_name_field),
            (self.share_field, settings.share_field),
        ):
            box.setLayer(layer)  # type: ignore[arg-type]
            box.setField(name)
            box.setEnabled(layer is not None)

    def _edited(self, *_: Any) -> None:
        self._changed(by_user=True)

    def _changed(self, *, by_user: bool) -> None:
        if not self._filling:
            self._check_soon.start()
            self.edited.emit(by_user)


def _choose(box: QgsMapLayerComboBox, layer: QgsVectorLayer | None) -> None:
    """Show a layer, or that there is none: without one QGIS shows nothing at all."""
    if layer is None:
        box.setCurrentIndex(0)
    else:
        box.setLayer(layer)
