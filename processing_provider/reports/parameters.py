"""The outputs REPORT and SHEETS, as algorithms declare them."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterFileDestination

from ..common.texts import tr
from ..inputs.parameters import add_advanced

REPORT, SHEETS = "REPORT", "SHEETS"


def add_report_parameter(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the optional file destination REPORT."""
    report = QgsProcessingParameterFileDestination(
        REPORT,
        tr("Report"),
        ";;".join((tr("HTML files (*.html)"), tr("PDF files (*.pdf)"))),
        optional=True,
        createByDefault=False,
    )
    report.setHelp(
        tr(
            "Maps, figures, tables and charts of the result, and how it was made, in one file for "
            "any web browser; for paper, if its name ends in .pdf."
        )
    )
    algorithm.addParameter(report)


def add_sheets_parameter(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the optional file destination SHEETS."""
    sheets = QgsProcessingParameterFileDestination(
        SHEETS,
        tr("Sheets by representative"),
        tr("PDF files (*.pdf)"),
        optional=True,
        createByDefault=False,
    )
    sheets.setHelp(
        tr(
            "One PDF with a page for each representative: a map and a list of what stays, comes "
            "and goes, with deviation and travel before and after. Needs a plan before."
        )
    )
    add_advanced(algorithm, sheets)
