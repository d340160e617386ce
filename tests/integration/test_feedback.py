"""What a feedback hears of a search, and how it stops one."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingFeedback
from territory_design.processing_provider.common.feedback import FeedbackProgress
from territory_design.tests.integration.maps import grid


class Stopping(QgsProcessingFeedback):
    """Wants the best so far once the search has told something."""

    def __init__(self) -> None:
        super().__init__(False)
        self.stopping = False
        self.rows: list = []

    def course(self, figures):
        self.rows.append(figures)
        self.stopping = True


@pytest.mark.usefixtures("qgis_app")
def test_a_plain_feedback_is_neither_told_nor_asked():
    progress = FeedbackProgress(QgsProcessingFeedback(False))
    progress.course(("figures",))
    assert not progress.is_cancelled()


def test_who_stops_gets_the_best_so_far_as_an_ordinary_result(processing):
    feedback = Stopping()
    result = processing.run(
        "territory:balance",
        {
            "INPUT": grid(14, 14, values=lambda n: (n, float(n * 7 % 13))),
            "COUNT": 5,
            "BALANCE_FIELDS": ["weight"],
            "MAX_GENERATIONS": 100000,
            "STAGNATION": 10000,
            "OUTPUT": "memory:",
        },
        feedback=feedback,
    )
    assert result["STATUS"] == "cancelled"
    assert result["PARTS"] == 5
    assert feedback.rows
    assert not feedback.isCanceled()
