"""territory:sitereps: choose k homes among candidates (location-allocation)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
)

from ...core.errors import name_some
from ...core.plan.areas import Areas
from ...core.siting.natural_breaks import DEFAULT_CLASS_COUNT
from ...core.siting.sited import (
    Method,
    SitedRepresentatives,
    SitingSettings,
    site_representatives,
)
from ...core.travel.trips import SECONDS
from ..feedback import FeedbackProgress
from ..fields import number_field
from ..inputs.candidates import CandidateFeatures, CandidateParameters
from ..inputs.parameters import (
    explained,
    is_given,
    number,
    output_layer,
    places_source,
    seed,
    weight_field,
    whole_number,
)
from ..inputs.travel_table import CostMatrixParameters
from ..inputs.units import SpatialUnits, read_units
from ..outputs.fields import AssignmentSchema, assigned_features
from ..outputs.sinks import OutputLayer, refuse_unwritable_outputs, write_layers
from ..outputs.sites import SiteLayers
from ..outputs.styles import TerritoryColours
from ..texts import counted, tr, translatable
from .base import TerritoryAlgorithm


@dataclass(frozen=True)
class SitingCase:
    """Everything that a run reads, once."""

    source: QgsProcessingFeatureSource
    units: SpatialUnits
    candidates: CandidateFeatures
    settings: SitingSettings


class SiteRepresentativesAlgorithm(TerritoryAlgorithm):
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
layer of their own, e.g. towns or sites. A candidate's potential is its own weight; one of a \
separate layer has the weight of everything nearest to it. With a cost matrix its origins are the \
candidates and its destinations the areas.

“Homes” holds the candidate's id in "rep_id", its potential and natural-breaks class (1 = least), \
and what it serves. OBJECTIVE is the total of weight × seconds or metres; no choice of as many \
candidates comes below LOWER_BOUND (0 where it was not computed).""")

    INPUT = "INPUT"
    WEIGHT_FIELD = "WEIGHT_FIELD"
    COUNT = "COUNT"
    METHOD = "METHOD"
    CLASSES = "CLASSES"
    CAPACITY = "CAPACITY"
    SEED = "SEED"
    REPS = "REPS"
    OUTPUT = "OUTPUT"

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        self._add_basics()
        CandidateParameters.add_to(self)
        self._add_rules()
        CostMatrixParameters.add_to(self)
        self.add_advanced(explained(seed(), tr("The same seed gives the same homes again.")))
        self._add_outputs()

    def _add_basics(self) -> None:
        for definition in (
            explained(
                places_source(self.INPUT, tr("Areas or customers to be served")),
                tr("Points, or polygons that count at their centroid."),
            ),
            explained(
                weight_field(),
                tr("How much each place counts: its potential, and its weight in the total cost."),
            ),
            explained(
                whole_number(self.COUNT, tr("Number of representatives"), 5),
                tr("How many homes to choose."),
            ),
            explained(
                QgsProcessingParameterEnum(
                    self.METHOD,
                    tr("Method"),
                    [tr("natural-breaks classes"), tr("p-median"), tr("genetic search")],
                    defaultValue=int(Method.P_MEDIAN),
                ),
                tr("P-median gives the least total cost; the others are those of the literature."),
            ),
        ):
            self.addParameter(definition)

    def _add_rules(self) -> None:
        self.add_advanced(
            explained(
                whole_number(
                    self.CLASSES, tr("Number of natural-breaks classes"), DEFAULT_CLASS_COUNT
                ),
                tr("Classes of potential from which homes are drawn, and which “Homes” shows."),
            ),
            explained(
                number(self.CAPACITY, tr("Maximum weight per home (p-median only)")),
                tr("No home serves more than this; each place is served whole by one home."),
            ),
        )

    def _add_outputs(self) -> None:
        kinds = Qgis.ProcessingSourceType
        self.addParameter(
            explained(
                output_layer(self.REPS, tr("Homes"), kinds.VectorPoint),
                tr("Points with potential, class and what each home serves."),
            )
        )
        self.addParameter(
            explained(
                output_layer(self.OUTPUT, tr("Areas by home"), kinds.VectorAnyGeometry),
                tr("The input with the home of each place and the trip from there."),
            )
        )
        self.add_number_outputs(
            OBJECTIVE=tr("Total of weight × cost (s or m)"),
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
        case = self._collect(parameters, context, feedback)
        sited = site_representatives(
            case.candidates.places, case.settings, FeedbackProgress(feedback)
        )
        _tell(feedback, case, sited)
        return self._write(parameters, context, case, sited)

    def _collect(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> SitingCase:
        refuse_unwritable_outputs(self, parameters)
        settings = self._settings(parameters, context)
        source = self.required_source(parameters, self.INPUT, context)
        name = self.parameterAsString(parameters, self.WEIGHT_FIELD, context)
        id_name = self.parameterAsString(parameters, CostMatrixParameters.AREA_ID_FIELD, context)
        units = read_units(
            source, context, feedback, id_field=id_name, weight_fields=[name] if name else []
        )
        units.refuse_if_empty()
        weights = units.weights if name else np.ones((len(units), 1))
        areas = Areas(units.ids, units.positions, units.metric, weights, weights[:, 0])
        candidates = CandidateParameters.read(self, parameters, context, feedback, units, areas)
        return SitingCase(source, units, candidates, settings)

    def _settings(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> SitingSettings:
        capacity = None
        if is_given(parameters, self.CAPACITY):
            capacity = self.parameterAsDouble(parameters, self.CAPACITY, context)
        return SitingSettings(
            count=self.parameterAsInt(parameters, self.COUNT, context),
            method=Method(self.parameterAsEnum(parameters, self.METHOD, context)),
            seed=self.parameterAsInt(parameters, self.SEED, context),
            class_count=self.parameterAsInt(parameters, self.CLASSES, context),
            capacity=capacity,
        )

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        case: SitingCase,
        sited: SitedRepresentatives,
    ) -> dict[str, Any]:
        layers = SiteLayers(case.units, case.candidates, sited)
        columns = layers.area_columns
        schema = AssignmentSchema.create(
            case.source.fields(), layers.names.field, [number_field(name) for name in columns]
        )
        colours = TerritoryColours.around_homes(layers.names, layers.home_points)
        outputs = (
            OutputLayer(
                self.OUTPUT,
                schema.fields,
                case.source.wkbType(),
                lambda: assigned_features(
                    case.units, schema, layers.names, sited.plan.labels, list(columns.values())
                ),
                colours.areas,
                0,
            ),
            OutputLayer(
                self.REPS,
                layers.home_fields,
                Qgis.WkbType.Point,
                layers.homes,
                lambda layer: colours.labelled_representatives(layer, "rep_id"),
                1,
            ),
        )
        results = write_layers(self, parameters, context, case.source.sourceCrs(), outputs)
        return results | {
            "OBJECTIVE": sited.choice.objective,
            "LOWER_BOUND": sited.choice.lower_bound,
            "GAP_PCT": sited.choice.gap_pct,
            "MEAN_DISTANCE_M": sited.plan.statistics.overall_mean_distance_m,
            "STATUS": sited.choice.status,
        }


def _tell(feedback: QgsProcessingFeedback, case: SitingCase, sited: SitedRepresentatives) -> None:
    choice = sited.choice
    values = {
        "chosen": choice.chosen.size,
        "candidates": len(sited.candidates),
        "objective": choice.objective,
        "unit": "s" if sited.candidates.unit == SECONDS else "m",
        "gap": choice.gap_pct,
        "status": choice.status,
    }
    if choice.lower_bound == 0.0 < choice.objective:
        text = tr(
            "{chosen} of {candidates} candidates; total of weight × cost {objective:,.0f} {unit}, "
            "no bound was computed ({status})."
        )
    elif choice.gap_pct > 0.0:
        text = tr(
            "{chosen} of {candidates} candidates; total of weight × cost {objective:,.0f} {unit}, "
            "another choice saves {gap:.2f} % at most ({status})."
        )
    else:
        text = tr(
            "{chosen} of {candidates} candidates; total of weight × cost {objective:,.0f} {unit}, "
            "the least possible ({status})."
        )
    feedback.pushInfo(text.format(**values))
    lost = [case.units.ids[i] for i in sited.unserved]
    if lost:
        feedback.pushWarning(
            counted(
                len(lost),
                "{count} place cannot be reached from any chosen home: {ids}.",
                "{count} places cannot be reached from any chosen home: {ids}.",
                ids=name_some(lost),
            )
        )
