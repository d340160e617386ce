"""territory:matchreps: clusters to current representatives, so that most customers keep theirs."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingFeedback

from ...core.customers.matching import Matching, match_clusters
from ...core.texts import Figure, Text
from ..common.feedback import FeedbackProgress
from ..common.texts import counted, worded
from ..inputs.customers.match_case import MatchCase, collect
from ..inputs.customers.match_parameters import MatchParameters
from ..outputs.customers.matches import match_layers
from ..outputs.writing.sinks import write_layers
from .run import Run


def carry_out(run: Run) -> dict[str, Any]:
    """Collect, solve, write: the outputs by id."""
    case = collect(run)
    match = match_clusters(
        case.clusters.plan.labels, case.staying, len(case.clusters), len(case.stays), case.weights
    )
    _tell(case, match, run.feedback)
    outputs = (MatchParameters.OUTPUT, MatchParameters.MATCHES, MatchParameters.CENTERS)
    layers = match_layers(case, match, case.units.geometry_type, outputs, run.known_colours)
    share = match.retained_share
    progress = FeedbackProgress(run.feedback)
    return write_layers(run, case.units.space.crs, layers, progress=progress) | {
        "RETAINED_PCT": None if share is None else 100.0 * share,
        "NEW_COUNT": match.new_count,
        "LEFT_COUNT": match.left_count,
    }


def _tell(case: MatchCase, match: Matching, feedback: QgsProcessingFeedback) -> None:
    if match.retained_share is not None:
        feedback.pushInfo(
            worded(
                Text.of(
                    "{clusters} clusters, {representatives} representatives; {retained} % keep "
                    "their representative.",
                    clusters=len(case.clusters),
                    representatives=len(case.stays),
                    retained=Figure(100.0 * match.retained_share, ".1f"),
                )
            )
        )
    if match.new_count:
        feedback.pushWarning(
            counted(
                match.new_count,
                "{count} cluster has no current representative and gets a new name.",
                "{count} clusters have no current representative and get new names.",
            )
        )
    if match.left_count:
        feedback.pushWarning(
            counted(
                match.left_count,
                "{count} representative gets no cluster.",
                "{count} representatives get no cluster.",
            )
        )
