"""territory:validate: the rules that a plan breaks, and where."""

from __future__ import annotations

from collections import Counter
from typing import Any

from ..common.feedback import FeedbackProgress
from ..common.texts import counted, tr
from ..inputs.judge.validate_case import collect
from ..inputs.judge.validate_parameters import ValidateParameters
from ..outputs.judge.issues import IssueTable, style_issues
from ..outputs.writing.output_layer import OutputLayer
from ..outputs.writing.sinks import write_layers
from .run import Run


def carry_out(run: Run) -> dict[str, Any]:
    """Collect, solve, write: the outputs by id."""
    collected = collect(run)
    progress = FeedbackProgress(run.feedback)
    progress.stop_if_cancelled()
    breaches = collected.breaches()
    table = IssueTable(collected.judged.units, collected.names, collected.plan, breaches)
    layer = OutputLayer(
        ValidateParameters.ISSUES,
        table.fields,
        table.geometry_type,
        table.features,
        style_issues,
        3,
    )
    crs = collected.judged.units.space.crs
    results = write_layers(run, crs, [layer], progress=progress)
    if not breaches:
        run.feedback.pushInfo(tr("No rule is broken."))
    for rule, count in Counter(breach.rule for breach in breaches).items():
        run.feedback.pushInfo(
            counted(
                count, "{count} breach of {rule}.", "{count} breaches of {rule}.", rule=rule.value
            )
        )
    return results | {"ISSUE_COUNT": len(breaches)}
