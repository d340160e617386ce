"""territory:sitereps: choose k homes among candidates (location-allocation)."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
)

from ...core.errors import name_some
from ...core.siting.sited import SitedRepresentatives, site_representatives
from ...core.texts import Text
from ...core.travel.trips import SECONDS
from ..common.feedback import FeedbackProgress
from ..common.statuses import status_in_words
from ..common.texts import counted, tr, translatable, worded
from ..inputs.parameters import explained, output_layer
from ..inputs.reader import ParameterReader
from ..inputs.site.siting import SitingCase, SitingParameters
from ..outputs.site.sites import SiteLayers
from ..outputs.writing.fields import AssignmentSchema, assigned_features
from ..outputs.writing.sinks import OutputLayer, write_layers
from .base import TerritoryAlgorithm


class SiteRepresentativesAlgorithm(TerritoryAlgorithm, SitingParameters):
    """Homes by natural-breaks classes, p-median or genetic search."""

    NAME = "sitereps"
    TITLE = translatable("Site representatives")
    GROUP = translatable("Site")
    SUMMARY = translatable(
        "Chooses homes for representatives among candidates, near what they serve."
    )
    TAGS = (
        translatable("location allocation"),
        translatable("p-median"),
        translatable("facility"),
        translatable("jenks"),
        translatable("sales territories"),
        translatable("homes"),
    )
    HELP = translatable("""Chooses a number of homes among candidates and gives every area or \
customer to the home that reaches it at least cost: in a straight line on the ellipsoid, or by a \
cost matrix (travel time if it has times, distance otherwise).

Methods: <b>p-median</b> looks for the least total of weight × cost and says how far from the best \
possible it can be at most; <b>natural breaks</b> draws homes at random from classes of potential, \
more from the richer classes, which is quick and repeatable by “Random seed”; <b>genetic \
search</b> recombines choices of homes.

Candidates are the features of the input (all, or those for which an expression is true), or a \
layer of their own, e.g. towns or sites. A candidate's potential is that of its district: a field \
gives it, or it is the weight of everything nearest to the candidate. With a cost matrix its \
origins are the candidates and its destinations the areas.

“Homes” holds the candidate's id in "rep_id", its potential and natural-breaks class (1 = least), \
what it serves, and its accessibility: the travel from there to all places together ("access_m", \
"access_s"). OBJECTIVE is the total of trips × seconds or metres; no choice of as many candidates \
comes below LOWER_BOUND (0 where it was not computed).""")

    REPS = "REPS"
    OUTPUT = "OUTPUT"
    CANDIDATES_OUT = "CANDIDATES_OUT"
    CLASS_TABLE = "CLASS_TABLE"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        SitingParameters.add_to(self)
        kinds = Qgis.ProcessingSourceType
        for definition in (
            explained(
                output_layer(self.REPS, tr("Homes"), kinds.VectorPoint),
                tr("Points with potential, class and what each home serves."),
            ),
            explained(
                output_layer(self.OUTPUT, tr("Areas by home"), kinds.VectorAnyGeometry),
                tr("The input with the home of each place and the trip from there."),
            ),
            explained(
                output_layer(
                    self.CANDIDATES_OUT,
                    tr("Candidates by potential"),
                    kinds.VectorPoint,
                    by_default=False,
                ),
                tr("All candidates with potential, class and accessibility, poor to rich."),
            ),
            explained(
                output_layer(
                    self.CLASS_TABLE, tr("Classes of potential"), kinds.Vector, by_default=False
                ),
                tr("A table of the natural-breaks classes with their candidates and homes."),
            ),
        ):
            self.addParameter(definition)
        self.add_number_outputs(
            OBJECTIVE=tr("Total of trips × cost (s or m)"),
            LOWER_BOUND=tr("No choice has a smaller total (s or m; 0: not computed)"),
            GAP_PCT=tr("How far the total may be above the best possible (%)"),
            MEAN_DISTANCE_M=tr("Mean distance to the home (m)"),
        )
        self.addOutput(QgsProcessingOutputString("STATUS", tr("optimal, feasible or cancelled")))

    def calculate(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        case = SitingParameters.read(ParameterReader(self, parameters, context, feedback))
        sited = site_representatives(
            case.candidates.places, case.settings, FeedbackProgress(feedback)
        )
        _tell(feedback, sited)
        return self._write(parameters, context, case, sited)

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        case: SitingCase,
        sited: SitedRepresentatives,
    ) -> dict[str, Any]:
        layers = SiteLayers(case.units, case.candidates, sited, self.known_colours)
        fields, columns = zip(*layers.area_columns)
        schema = AssignmentSchema.create(case.units.fields, layers.names.field, fields)
        outputs = (
            OutputLayer(
                self.OUTPUT,
                schema.fields,
                case.units.geometry_type,
                lambda: assigned_features(
                    case.units, schema, layers.names, sited.plan.labels, columns
                ),
                layers.colours.areas,
                0,
            ),
            OutputLayer(
                self.CANDIDATES_OUT,
                layers.candidate_fields,
                Qgis.WkbType.Point,
                layers.all_candidates,
                layers.style_candidates,
                1,
            ),
            OutputLayer(
                self.REPS,
                layers.home_fields,
                Qgis.WkbType.Point,
                layers.homes,
                layers.style_homes,
                2,
            ),
            OutputLayer(
                self.CLASS_TABLE, layers.class_fields, Qgis.WkbType.NoGeometry, layers.classes
            ),
        )
        results = write_layers(self, parameters, context, case.units.space.crs, outputs)
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
