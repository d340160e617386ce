"""The models of the plugin's folder, whose texts are shown in the user's language."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from qgis.core import QgsProcessingAlgorithm, QgsProcessingModelAlgorithm

from .common.texts import told_again, translatable

MODELS = Path(__file__).resolve().parents[1] / "models"

TEXTS = (
    translatable("Scenarios"),
    translatable("Scenario 1 - nothing is given"),
    translatable("Homes, nearest home, balance, new homes: territories from a bare number."),
    translatable(
        "Chooses homes where travel is least, gives every area to the nearest home, balances the "
        "territories, and seeks homes anew inside them. In a large map say in which areas a home "
        "may be, e.g. the larger towns. Open it in the model designer to change its steps. The "
        "result can be saved for others: as a spreadsheet, as an alignment (a CSV file with area "
        "and territory; give a file name that ends in .csv), and as territories for Google Earth "
        "(a name that ends in .kml)."
    ),
    translatable("Scenario 2 - homes are fixed"),
    translatable("Nearest representative, balance, and what moving would save."),
    translatable(
        "The representatives stay where they live: every area goes to the nearest one, then the "
        "territories are balanced. The best home in each territory is told besides. Open it in "
        "the model designer to change its steps. The result can be saved for others: as a "
        "spreadsheet, as an alignment (a CSV file with area and territory; give a file name that "
        "ends in .csv), and as territories for Google Earth (a name that ends in .kml)."
    ),
    translatable("Scenario 3 - a plan exists"),
    translatable("Improves the current plan, and tells what changes hands."),
    translatable(
        "Balances the territories of the current plan, within a limit on how much may change "
        "hands, compares the two plans, and seeks the best home in each territory. Open it in the "
        "model designer to change its steps. The result can be saved for others: as a "
        "spreadsheet, as an alignment (a CSV file with area and territory; give a file name that "
        "ends in .csv), and as territories for Google Earth (a name that ends in .kml)."
    ),
    translatable("Areas"),
    translatable("Field that identifies an area"),
    translatable("Field to balance"),
    translatable("Number of territories"),
    translatable("Areas in which a home may be (empty: all)"),
    translatable("Representatives"),
    translatable("Field that identifies a representative"),
    translatable("Field with the current territory"),
    translatable("Maximum change (% of the weight that may change territory)"),
    translatable("Homes where travel is least"),
    translatable("Every area to the nearest home"),
    translatable("Balance the territories"),
    translatable("The best home inside each territory"),
    translatable("What changes hands"),
    translatable("Tables for a spreadsheet"),
    translatable("Area and territory alone"),
    translatable("Alignment for other programs"),
    translatable("Territories in WGS 84"),
    translatable("Territories for Google Earth"),
    translatable("Areas by territory"),
    translatable("Territories"),
    translatable("Homes"),
    translatable("Areas that change hands"),
    translatable("Handover"),
    translatable("Spreadsheet (xlsx)"),
    translatable("Alignment (csv)"),
    translatable("Territories (kml)"),
)
"""Every text of the models' files, which are English."""


class ShippedModel(QgsProcessingModelAlgorithm):
    """A model in the user's language; its id stays the English one, which saved work knows."""

    def displayName(self) -> str:
        return told_again(self.name())

    def group(self) -> str:
        return told_again(super().group())

    def createInstance(self) -> ShippedModel:
        copy = ShippedModel()
        copy.loadVariant(self.toVariant())
        copy.setSourceFilePath(self.sourceFilePath())
        copy.translate()
        return copy

    def translate(self) -> None:
        """Translate help, labels, and descriptions of steps; ids of outputs are made before."""
        help_content = self.helpContent()
        self.setHelpContent({key: told_again(text) for key, text in help_content.items()})
        for step in self.childAlgorithms().values():
            told = told_again(step.description())
            if told != step.description():
                step.setDescription(told)
                self.setChildAlgorithm(step)  # makes the outputs anew, which takes its time
        for parameter in self.parameterDefinitions():
            parameter.setDescription(told_again(parameter.description()))
        for output in self.outputDefinitions():
            output.setDescription(told_again(output.description()))


def shipped_models() -> Iterator[ShippedModel]:
    """Each model of the plugin's folder; their steps must be known to Processing by then."""
    for path in sorted(MODELS.glob("*.model3")):
        model = ShippedModel()
        if model.fromFile(str(path)):
            model.setSourceFilePath(str(path))
            model.translate()
            yield model


def is_shipped(algorithm: QgsProcessingAlgorithm | None) -> bool:
    """Whether an algorithm is one of these models."""
    return (
        isinstance(algorithm, QgsProcessingModelAlgorithm)
        and Path(algorithm.sourceFilePath() or "/").parent == MODELS
    )
