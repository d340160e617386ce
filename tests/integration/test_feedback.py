"""What a feedback hears of a search, and how it stops one."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException, QgsProcessingFeedback
from territory_design.processing_provider.common.feedback import FeedbackProgress
from territory_design.processing_provider.outputs.writing.layer_writer import LayerWriter
from territory_design.tests.integration.maps import Listener, grid


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


@pytest.mark.parametrize(
    ("algorithm", "parameters"),
    [
        ("adjacency", {"ID_FIELD": "id"}),
        ("assignnew", {"REFERENCE": "areas", "TERRITORY_FIELD": "id"}),
        ("importassignment", {"FILE": "table", "ID_FIELD": "id"}),
        ("matchreps", {"CLUSTER_FIELD": "id", "CURRENT_FIELD": "weight"}),
    ],
)
def test_what_is_made_again_in_seconds_is_not_written_after_a_cancel(
    processing, tmp_path, monkeypatch, algorithm, parameters
):
    areas, said, opened = grid(3, 2), Listener(), LayerWriter._opened
    table = tmp_path / "table.csv"
    table.write_text("1,East\n2,West\n")

    def opened_and_cancelled(self, *given):
        said.cancel()
        return opened(self, *given)

    monkeypatch.setattr(LayerWriter, "_opened", opened_and_cancelled)
    given = {
        name: {"areas": areas, "table": str(table)}.get(value, value)
        for name, value in parameters.items()
    }
    given |= {"INPUT": areas, "OUTPUT": str(tmp_path / "out.gpkg")}
    with pytest.raises(QgsProcessingException, match="nothing was written"):
        processing.run(f"territory:{algorithm}", given, feedback=said)
    assert said.isCanceled()
    assert list(tmp_path.iterdir()) == [table]
