"""territory:smoothoutliers: nearest-neighbour check and clean-up of an assignment."""

from __future__ import annotations

from typing import Any

import numpy as np

from ...core.customers.neighbours import smooth_outliers
from ...core.customers.new_customers import hold_out_accuracy
from ...core.texts import Figure, Text
from ..common.feedback import FeedbackProgress
from ..common.texts import worded
from ..inputs.customers.smoothing_case import SmoothingCase, collect
from ..inputs.customers.smoothing_parameters import SmoothingParameters
from ..outputs.customers.smoothed import smoothed_layer
from ..outputs.writing.sinks import write_layers
from .run import Run


def carry_out(run: Run) -> dict[str, Any]:
    """Collect, solve, write: the outputs by id."""
    case, progress = collect(run), FeedbackProgress(run.feedback)
    progress.stop_if_cancelled()
    plan = case.portfolios.plan
    smoothed = smooth_outliers(
        plan.areas.metric.to_space(plan.areas.positions),
        plan.labels,
        case.neighbours,
        limits=case.limits,
        progress=progress,
    )
    found, moved = int(smoothed.outlier.sum()), int(smoothed.moved.sum())
    run.feedback.pushInfo(
        worded(
            Text.of(
                "Outliers: {found}, moved: {moved}; neighbours agree with {before} % before "
                "and {after} % after.",
                found=found,
                moved=moved,
                before=Figure(100.0 * smoothed.before.accuracy, ".1f"),
                after=Figure(100.0 * smoothed.after.accuracy, ".1f"),
            )
        )
    )
    tested = _tested(run, case)
    layer = smoothed_layer(
        case, smoothed, SmoothingParameters.OUTPUT, case.units.geometry_type, run.known_colours
    )
    return write_layers(run, case.units.space.crs, [layer]) | {
        "ACCURACY_PCT": 100.0 * smoothed.before.accuracy,
        "ACCURACY_AFTER_PCT": 100.0 * smoothed.after.accuracy,
        "TEST_ACCURACY_PCT": tested,
        "OUTLIERS": found,
        "MOVED": moved,
        "STATUS": smoothed.status,
    }


def _tested(run: Run, case: SmoothingCase) -> float | None:
    """Accuracy in percent for customers that were kept apart; None without a test."""
    plan = case.portfolios.plan
    share = run.number(SmoothingParameters.TEST_SHARE) / 100.0
    if share <= 0.0:
        return None
    seed_number = run.integer(SmoothingParameters.SEED)
    result = hold_out_accuracy(
        plan.areas.metric.to_space(plan.areas.positions),
        plan.labels,
        share,
        case.neighbours,
        np.random.default_rng(seed_number),
    )
    accuracy = 100.0 * result.accuracy
    run.feedback.pushInfo(
        worded(
            Text.of(
                "Test: the territory of {accuracy} % of {tested} customers was foretold.",
                accuracy=Figure(accuracy, ".1f"),
                tested=result.tested,
            )
        )
    )
    return accuracy
