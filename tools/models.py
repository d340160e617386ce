"""Draw the models of the three scenarios that the plugin ships: `models/*.model3`.

    tools/run.sh .venv/bin/python tools/models.py

Written with QGIS's own classes, so that the files are what the model designer would save.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsApplication,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QPointF

ROOT = Path(__file__).resolve().parent.parent
MODELS = ROOT / "models"
GROUP = "Scenarios"
FILES = (
    "The result can be saved for others: as a spreadsheet, as an alignment (a CSV file with area "
    "and territory; give a file name that ends in .csv), and as territories for Google Earth (a "
    "name that ends in .kml)."
)

Source = QgsProcessingModelChildParameterSource
FIXED = Source.fromStaticValue
CHILD = Source.fromChildOutput
GIVEN = Source.fromModelParameter
SAYS = Source.fromExpression

POLYGON = Qgis.ProcessingSourceType.VectorPolygon
POINT = Qgis.ProcessingSourceType.VectorPoint
NUMERIC = Qgis.ProcessingFieldParameterDataType.Numeric
WIDTH, HEIGHT = 260.0, 130.0

Outputs = dict[str, tuple[str, str]]
"""By the output of a step: its name and label in the model."""


class Drawing:
    """A model that is being drawn."""

    def __init__(self, name: str, summary: str, description: str) -> None:
        self.model = QgsProcessingModelAlgorithm(name, GROUP)
        help_text = {"SHORT_DESCRIPTION": summary, "ALG_DESC": f"{description} {FILES}"}
        self.model.setHelpContent(help_text)
        self._rows: dict[int, int] = {}

    def asks(self, definition: QgsProcessingParameterDefinition) -> None:
        """Add an input at the top."""
        parameter = QgsProcessingModelParameter(definition.name())
        parameter.setPosition(QPointF(WIDTH * self._next(0), 40.0))
        self.model.addModelParameter(definition, parameter)

    def step(
        self,
        row: int,
        child: tuple[str, str, str],
        sources: dict[str, Any],
        outputs: Outputs | None = None,
    ) -> None:
        """Add a step: its id, algorithm and description; where its values come from."""
        identifier, algorithm, description = child
        step = QgsProcessingModelChildAlgorithm(algorithm)
        step.setChildId(identifier)
        step.setDescription(description)
        step.setPosition(QPointF(WIDTH * self._next(row), 40.0 + HEIGHT * row))
        for parameter, source in sources.items():
            step.addParameterSources(parameter, source if isinstance(source, list) else [source])
        results = {}
        for output, (name, label) in (outputs or {}).items():
            result = QgsProcessingModelOutput(name, label)
            result.setChildId(identifier)
            result.setChildOutputName(output)
            result.setPosition(QPointF(WIDTH * (self._rows[row] + 0.6), 110.0 + HEIGHT * row))
            results[name] = result
        step.setModelOutputs(results)
        self.model.addChildAlgorithm(step)

    def _next(self, row: int) -> int:
        self._rows[row] = self._rows.get(row, 0) + 1
        return self._rows[row]

    def save(self, stem: str) -> None:
        """Write the file."""
        self.model.updateDestinationParameters()
        MODELS.mkdir(exist_ok=True)
        if not self.model.toFile(str(MODELS / f"{stem}.model3")):
            raise OSError(f"{stem} cannot be written")


def ask_for_areas(drawing: Drawing) -> None:
    """Areas, their ids, and what is balanced."""
    drawing.asks(QgsProcessingParameterFeatureSource("AREAS", "Areas", [POLYGON]))
    drawing.asks(
        QgsProcessingParameterField(
            "AREA_ID", "Field that identifies an area", parentLayerParameterName="AREAS"
        )
    )
    drawing.asks(
        QgsProcessingParameterField(
            "WEIGHT", "Field to balance", parentLayerParameterName="AREAS", type=NUMERIC
        )
    )


def ask_for_candidates(drawing: Drawing) -> None:
    """Where homes may be."""
    drawing.asks(
        QgsProcessingParameterExpression(
            "CANDIDATES",
            "Areas in which a home may be (empty: all)",
            parentLayerParameterName="AREAS",
            optional=True,
        )
    )


def ask_for_people(drawing: Drawing) -> None:
    """Representatives and their ids."""
    drawing.asks(QgsProcessingParameterFeatureSource("REPS", "Representatives", [POINT]))
    drawing.asks(
        QgsProcessingParameterField(
            "REP_ID", "Field that identifies a representative", parentLayerParameterName="REPS"
        )
    )


NEAREST = ("nearest", "territory:nearestrep", "Every area to the nearest home")
BALANCE = ("balance", "territory:balance", "Balance the territories")
RESITE = ("resite", "territory:resitereps", "The best home inside each territory")
PLAN_OUTPUTS: Outputs = {
    "OUTPUT": ("PLAN", "Areas by territory"),
    "TERRITORIES": ("TERRITORIES", "Territories"),
}
HOMES_OUTPUT: Outputs = {"OUTPUT": ("HOMES", "Homes")}


def share_with_others(drawing: Drawing, row: int) -> None:
    """The result as xlsx, CSV and KML, by QGIS's own writers."""
    drawing.step(
        row,
        ("spreadsheet", "native:exporttospreadsheet", "Tables for a spreadsheet"),
        {
            "LAYERS": [
                CHILD("balance", "OUTPUT"),
                CHILD("balance", "TERRITORIES"),
                CHILD("resite", "OUTPUT"),
            ],
            "OVERWRITE": FIXED(True),
        },
        {"OUTPUT": ("XLSX", "Spreadsheet (xlsx)")},
    )
    drawing.step(
        row,
        ("alignment", "native:retainfields", "Area and territory alone"),
        {"INPUT": CHILD("balance", "OUTPUT"), "FIELDS": SAYS("array(@AREA_ID, 'territory')")},
    )
    drawing.step(
        row,
        ("csv", "native:savefeatures", "Alignment for other programs"),
        {"INPUT": CHILD("alignment", "OUTPUT")},
        {"OUTPUT": ("CSV", "Alignment (csv)")},
    )
    drawing.step(
        row,
        ("degrees", "native:reprojectlayer", "Territories in WGS 84"),
        {"INPUT": CHILD("balance", "TERRITORIES"), "TARGET_CRS": FIXED("EPSG:4326")},
    )
    drawing.step(
        row,
        ("kml", "native:savefeatures", "Territories for Google Earth"),
        {"INPUT": CHILD("degrees", "OUTPUT"), "LAYER_NAME": FIXED("territories")},
        {"OUTPUT": ("KML", "Territories (kml)")},
    )


AREAS = {"AREA_ID_FIELD": GIVEN("AREA_ID")}


def nothing_is_given() -> None:
    """Scenario 1."""
    drawing = Drawing(
        "Scenario 1 - nothing is given",
        "Homes, nearest home, balance, new homes: territories from a bare number.",
        "Chooses homes where travel is least, gives every area to the nearest home, balances the "
        "territories, and seeks homes anew inside them. In a large map say in which areas a home "
        "may be, e.g. the larger towns. Open it in the model designer to change its steps.",
    )
    ask_for_areas(drawing)
    drawing.asks(
        QgsProcessingParameterNumber(
            "COUNT",
            "Number of territories",
            Qgis.ProcessingNumberParameterType.Integer,
            5,
            minValue=1,
        )
    )
    ask_for_candidates(drawing)
    where = {"CANDIDATES": GIVEN("CANDIDATES")}
    homes = {"REPS": CHILD("sites", "REPS"), "REP_ID_FIELD": FIXED("rep_id")}
    drawing.step(
        1,
        ("sites", "territory:sitereps", "Homes where travel is least"),
        {
            "INPUT": GIVEN("AREAS"),
            "WEIGHT_FIELD": GIVEN("WEIGHT"),
            "COUNT": GIVEN("COUNT"),
            "METHOD": FIXED(1),
            **where,
            **AREAS,
        },
    )
    drawing.step(
        2, NEAREST, {"INPUT": GIVEN("AREAS"), "WEIGHT_FIELD": GIVEN("WEIGHT"), **homes, **AREAS}
    )
    drawing.step(
        3,
        BALANCE,
        {
            "INPUT": CHILD("nearest", "OUTPUT"),
            "BALANCE_FIELDS": GIVEN("WEIGHT"),
            "FIXED_REPS": FIXED(False),
            **homes,
            **AREAS,
        },
        PLAN_OUTPUTS,
    )
    drawing.step(
        4,
        RESITE,
        {
            "INPUT": CHILD("balance", "OUTPUT"),
            "TERRITORY_FIELD": FIXED("territory"),
            "WEIGHT_FIELD": GIVEN("WEIGHT"),
            "BEFORE_FIELD": FIXED("territory_before"),
            **homes,
            **where,
            **AREAS,
        },
        HOMES_OUTPUT,
    )
    share_with_others(drawing, 5)
    drawing.save("scenario_1")


def homes_are_fixed() -> None:
    """Scenario 2."""
    drawing = Drawing(
        "Scenario 2 - homes are fixed",
        "Nearest representative, balance, and what moving would save.",
        "The representatives stay where they live: every area goes to the nearest one, then the "
        "territories are balanced. The best home in each territory is told besides. Open it in "
        "the model designer to change its steps.",
    )
    ask_for_areas(drawing)
    ask_for_people(drawing)
    homes = {"REPS": GIVEN("REPS"), "REP_ID_FIELD": GIVEN("REP_ID")}
    drawing.step(
        1, NEAREST, {"INPUT": GIVEN("AREAS"), "WEIGHT_FIELD": GIVEN("WEIGHT"), **homes, **AREAS}
    )
    drawing.step(
        2,
        BALANCE,
        {
            "INPUT": CHILD("nearest", "OUTPUT"),
            "BALANCE_FIELDS": GIVEN("WEIGHT"),
            "FIXED_REPS": FIXED(True),
            **homes,
            **AREAS,
        },
        PLAN_OUTPUTS,
    )
    drawing.step(
        3,
        RESITE,
        {
            "INPUT": CHILD("balance", "OUTPUT"),
            "TERRITORY_FIELD": FIXED("territory"),
            "WEIGHT_FIELD": GIVEN("WEIGHT"),
            "BEFORE_FIELD": FIXED("territory_before"),
            **homes,
            **AREAS,
        },
        HOMES_OUTPUT,
    )
    share_with_others(drawing, 4)
    drawing.save("scenario_2")


def a_plan_exists() -> None:
    """Scenario 3."""
    drawing = Drawing(
        "Scenario 3 - a plan exists",
        "Improves the current plan, and tells what changes hands.",
        "Balances the territories of the current plan, within a limit on how much may change "
        "hands, compares the two plans, and seeks the best home in each territory. Open it in the "
        "model designer to change its steps.",
    )
    ask_for_areas(drawing)
    drawing.asks(
        QgsProcessingParameterField(
            "CURRENT", "Field with the current territory", parentLayerParameterName="AREAS"
        )
    )
    drawing.asks(
        QgsProcessingParameterNumber(
            "MAX_CHANGE",
            "Maximum change (% of the weight that may change territory)",
            Qgis.ProcessingNumberParameterType.Double,
            100.0,
            minValue=0.0,
            maxValue=100.0,
        )
    )
    # A field "territory" of the input is called "territory_before" in the result.
    before = SAYS("if(lower(@CURRENT) = 'territory', 'territory_before', @CURRENT)")
    drawing.step(
        1,
        BALANCE,
        {
            "INPUT": GIVEN("AREAS"),
            "TERRITORY_FIELD": GIVEN("CURRENT"),
            "BALANCE_FIELDS": GIVEN("WEIGHT"),
            "MAX_CHANGE": GIVEN("MAX_CHANGE"),
            **AREAS,
        },
        PLAN_OUTPUTS,
    )
    drawing.step(
        2,
        ("compare", "territory:compare", "What changes hands"),
        {
            "INPUT": CHILD("balance", "OUTPUT"),
            "BEFORE_FIELD": before,
            "AFTER_FIELD": FIXED("territory"),
            "BALANCE_FIELDS": GIVEN("WEIGHT"),
            "ID_FIELD": GIVEN("AREA_ID"),
        },
        {"OUTPUT": ("CHANGES", "Areas that change hands"), "HANDOVER": ("HANDOVER", "Handover")},
    )
    drawing.step(
        3,
        RESITE,
        {
            "INPUT": CHILD("balance", "OUTPUT"),
            "TERRITORY_FIELD": FIXED("territory"),
            "WEIGHT_FIELD": GIVEN("WEIGHT"),
            **AREAS,
        },
        HOMES_OUTPUT,
    )
    share_with_others(drawing, 4)
    drawing.save("scenario_3")


def main() -> None:
    """Write all models."""
    application = QgsApplication([], False)
    application.initQgis()
    sys.path.insert(0, "/usr/share/qgis/python/plugins")
    sys.path.insert(0, str(ROOT / "tools" / "types"))
    from processing.core.Processing import Processing

    Processing.initialize()
    from territory_design.plugin import TerritoryDesignPlugin

    plugin = TerritoryDesignPlugin(None)
    plugin.initProcessing()
    for draw in (nothing_is_given, homes_are_fixed, a_plan_exists):
        draw()
    plugin.unload()


if __name__ == "__main__":
    main()
