"""The outputs REPORT, SHEETS and RUNS, as algorithms declare them."""

from __future__ import annotations

from qgis.core import QgsProcessingAlgorithm, QgsProcessingParameterFileDestination

from ..common.texts import tr
from ..inputs.parameters import add_advanced

REPORT, SHEETS, RUNS = "REPORT", "SHEETS", "RUNS"


def add_report_parameter(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the optional file destination REPORT."""
    report = _file(REPORT, tr("Report"), tr("HTML files (*.html)"), tr("PDF files (*.pdf)"))
    report.setHelp(
        tr(
            "Maps, figures, tables and charts of the result, and how it was made, in one file for "
            "any web browser; for paper, if its name ends in .pdf."
        )
    )
    algorithm.addParameter(report)


def add_sheets_parameter(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the optional file destination SHEETS."""
    sheets = _file(SHEETS, tr("Sheets by representative"), tr("PDF files (*.pdf)"))
    sheets.setHelp(
        tr(
            "One PDF with a page for each representative: a map and a list of what stays, comes "
            "and goes, with deviation and travel before and after. Needs a plan before."
        )
    )
    add_advanced(algorithm, sheets)


def add_runs_parameter(algorithm: QgsProcessingAlgorithm) -> None:
    """Add the optional file destination RUNS."""
    runs = _file(RUNS, tr("Table of runs"), tr("CSV files (*.csv)"))
    runs.setHelp(
        tr(
            "A text file to which this run adds one row: its parameters, how it ended, and all its "
            "figures. What the file holds already stays. Give all rows of a batch the same file "
            "(Autofill ▸ Fill Down) to compare them in one table."
        )
    )
    add_advanced(algorithm, runs)


def _file(name: str, label: str, *kinds: str) -> QgsProcessingParameterFileDestination:
    return QgsProcessingParameterFileDestination(
        name, label, ";;".join(kinds), optional=True, createByDefault=False
    )
