"""What runs are handed: the request, and what the project and the window know."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from ..outputs.writing.output_layer import StagedRequest
from ..reports.page import Report
from ..reports.run_reports import RunReports, SheetsOfRun


@dataclass(frozen=True)
class Run(StagedRequest):
    """A request that is carried out.

    Attributes
    ----------
    known_colours : mapping
        Colour by territory in the layers of the project.
    reports : RunReports
        What the run keeps for its reports.
    """

    known_colours: Mapping[str, str]
    reports: RunReports

    def write_report(self, make: Callable[[], Report]) -> dict[str, Any]:
        """Write REPORT where it is wanted, with the record of this run; the output by its id."""
        return self.reports.write(self, make)

    def write_sheets(self, sheets: SheetsOfRun) -> dict[str, Any]:
        """Make the sheets of SHEETS where they are wanted; the output by its id."""
        return self.reports.write_sheets(self, sheets)
