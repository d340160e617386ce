"""territory:sitereps: choose k homes among candidates (location-allocation)."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsProcessingFeedback

from ...core.errors import name_some
from ...core.siting.sited import SitedRepresentatives, site_representatives
from ...core.texts import Text
from ...core.travel.trips import SECONDS
from ..common.feedback import FeedbackProgress
from ..common.statuses import status_in_words
from ..common.texts import counted, worded
from ..inputs.site.siting import SitingCase, collect
from ..inputs.site.siting_parameters import SitingParameters
from ..outputs.site.sites import SiteLayers
from ..outputs.writing.fields import AssignmentSchema, assigned_features
from ..outputs.writing.output_layer import OutputLayer
from ..outputs.writing.places import is_wanted
from ..outputs.writing.sinks import write_layers
from .run import Run


def carry_out(run: Run) -> dict[str, Any]:
    """Collect, solve, write: the outputs by id."""
    case = collect(run)
    sited = site_representatives(
        case.candidates.places, case.settings, FeedbackProgress(run.feedback)
    )
    _tell(run.feedback, sited)
    return _write(run, case, sited)


def _write(run: Run, case: SitingCase, sited: SitedRepresentatives) -> dict[str, Any]:
    progress = FeedbackProgress(run.feedback)
    layers = SiteLayers(case.units, case.candidates, sited, run.known_colours, progress)
    fields, columns = zip(*layers.area_columns)
    schema = AssignmentSchema.create(case.units.fields, layers.names.field, fields)
    outputs = [
        OutputLayer(
            SitingParameters.OUTPUT,
            schema.fields,
            case.units.geometry_type,
            lambda: assigned_features(case.units, schema, layers.names, sited.plan.labels, columns),
            layers.colours.areas,
            0,
        ),
        OutputLayer(
            SitingParameters.REPS,
            layers.home_fields,
            Qgis.WkbType.Point,
            layers.homes,
            layers.style_homes,
            2,
        ),
        OutputLayer(
            SitingParameters.CLASS_TABLE,
            layers.class_fields,
            Qgis.WkbType.NoGeometry,
            layers.classes,
        ),
    ]
    # How accessible each candidate is takes as long as the search, where there are thousands.
    if is_wanted(run, SitingParameters.CANDIDATES_OUT):
        candidates = OutputLayer(
            SitingParameters.CANDIDATES_OUT,
            layers.candidate_fields,
            Qgis.WkbType.Point,
            layers.all_candidates,
            layers.style_candidates,
            1,
        )
        outputs.insert(1, candidates)
    results = write_layers(run, case.units.space.crs, outputs)
    return results | {
        "OBJECTIVE": sited.quality.objective,
        "LOWER_BOUND": sited.quality.lower_bound,
        "GAP_PCT": sited.quality.gap_pct,
        "MEAN_DISTANCE_M": sited.plan.statistics.overall_mean_distance_m,
        "STATUS": sited.quality.status,
    }


def _tell(feedback: QgsProcessingFeedback, sited: SitedRepresentatives) -> None:
    quality = sited.quality
    values = {
        "chosen": sited.chosen.size,
        "candidates": len(sited.candidates),
        "objective": quality.objective,
        "unit": "s" if sited.candidates.unit == SECONDS else "m",
        "gap": quality.gap_pct,
        "status": status_in_words(quality.status),
    }
    if quality.lower_bound == 0.0 < quality.objective:
        text = Text.of(
            "{chosen} of {candidates} candidates; total of trips × cost {objective:,.0f} {unit}, "
            "no bound was computed ({status}).",
            **values,
        )
    elif quality.gap_pct > 0.0:
        text = Text.of(
            "{chosen} of {candidates} candidates; total of trips × cost {objective:,.0f} {unit}, "
            "another choice saves {gap:.2f} % at most ({status}).",
            **values,
        )
    else:
        text = Text.of(
            "{chosen} of {candidates} candidates; total of trips × cost {objective:,.0f} {unit}, "
            "the least possible ({status}).",
            **values,
        )
    feedback.pushInfo(worded(text))
    lost = [sited.plan.areas.called[i] for i in sited.unserved]
    if lost:
        feedback.pushWarning(
            counted(
                len(lost),
                "{count} place cannot be reached from any chosen home: {ids}.",
                "{count} places cannot be reached from any chosen home: {ids}.",
                ids=name_some(lost),
            )
        )
