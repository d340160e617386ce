"""territory:sitereps: choose k homes among candidates (location-allocation)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsProcessingOutputString,
    QgsProcessingParameterEnum,
)

from ...core.arrays import FloatArray, IntArray
from ...core.assignment import open_solver
from ...core.assignment.explain import readable
from ...core.errors import InfeasibleProblem, InvalidInput, name_some
from ...core.plan.nearest import nearest_representative
from ...core.progress import Progress
from ...core.siting.capacitated_median import solve_capacitated_p_median
from ...core.siting.genetic_sites import genetic_sites
from ...core.siting.lagrangian import subgradient_bound
from ...core.siting.natural_breaks import DEFAULT_CLASS_COUNT, draw_homes, natural_breaks
from ...core.siting.p_median import solve_p_median, weighted_costs
from ...core.texts import Text
from ..feedback import FeedbackProgress
from ..fields import TERRITORY_FIELD, TerritoryNames, integer_field, like_field, number_field
from ..inputs.candidates import CandidateParameters, Candidates
from ..inputs.cost_matrix import CostMatrixParameters
from ..inputs.parameters import (
    number,
    output_layer,
    places_source,
    seed,
    weight_field,
    whole_number,
)
from ..inputs.units import SpatialUnits, read_units
from ..outputs.fields import AssignmentSchema, assigned_features, point_feature
from ..outputs.sinks import OutputLayer, refuse_unwritable_outputs, write_layers
from ..outputs.styles import TerritoryColours
from ..texts import tr
from .base import TerritoryAlgorithm

NATURAL_BREAKS, P_MEDIAN, GENETIC = 0, 1, 2
_MOST_PAIRS_FOR_A_BOUND = 4_000_000


@dataclass(frozen=True)
class Choice:
    """Chosen candidates, and who is served from where.

    Attributes
    ----------
    chosen : ndarray of int, shape (k,)
        Candidates.
    labels : ndarray of int, shape (n,)
        Which of the chosen serves each place; negative where none reaches it.
    objective, lower_bound : float
        Weight × cost, and what no choice comes below (0 if it was not computed).
    status : str
    """

    chosen: IntArray
    labels: IntArray
    objective: float
    lower_bound: float
    status: str

    @property
    def gap_pct(self) -> float:
        """How far the total may be above the least possible, in percent of itself."""
        if self.objective <= 0.0:
            return 0.0
        return 100.0 * (self.objective - self.lower_bound) / self.objective


@dataclass(frozen=True)
class SitingSettings:
    """Parameters of the search as the user gave them."""

    count: int
    method: int
    class_count: int
    capacity: float | None
    seed: int


class SiteRepresentativesAlgorithm(TerritoryAlgorithm):
    """Homes by natural-breaks classes, p-median or genetic search."""

    NAME = "sitereps"
    TITLE = "Site representatives"
    GROUP = "Site"
    SUMMARY = "Chooses homes for representatives among candidates, near what they serve."
    TAGS = ("location allocation", "p-median", "facility", "jenks", "sales territories", "homes")
    HELP = """Chooses a number of homes among candidates and gives every area or customer to the \
home that reaches it at least cost: in a straight line on the ellipsoid, or by a cost matrix \
(travel time if it has times, distance otherwise).

Methods: <b>p-median</b> looks for the least total of weight × cost and says how far from the best \
possible it can be at most; <b>natural breaks</b> draws homes at random from classes of potential, \
more from the richer classes, which is quick and repeatable by SEED; <b>genetic search</b> \
recombines choices of homes.

Candidates are the features of the input (all, or those for which an expression is true), or a \
layer of their own, e.g. towns or sites. A candidate's potential is its own weight; one of a \
separate layer has the weight of everything nearest to it. With a cost matrix its origins are the \
candidates and its destinations the areas.

REPS holds the homes with the candidate's id in "rep_id", its potential and natural-breaks class \
(1 = least), and what it serves. OBJECTIVE is the total of weight × seconds or metres; no choice \
of as many candidates comes below LOWER_BOUND (0 where it was not computed)."""

    INPUT = "INPUT"
    WEIGHT_FIELD = "WEIGHT_FIELD"
    COUNT = "COUNT"
    METHOD = "METHOD"
    CLASSES = "CLASSES"
    CAPACITY = "CAPACITY"
    SEED = "SEED"
    REPS = "REPS"
    OUTPUT = "OUTPUT"

    def initAlgorithm(self, configuration=None):
        self.addParameter(places_source(self.INPUT, tr("Areas or customers to be served")))
        self.addParameter(weight_field())
        self.addParameter(whole_number(self.COUNT, tr("Number of representatives"), 5))
        self.addParameter(
            QgsProcessingParameterEnum(
                self.METHOD,
                tr("Method"),
                [tr("natural-breaks classes"), tr("p-median"), tr("genetic search")],
                defaultValue=P_MEDIAN,
            )
        )
        CandidateParameters.add_to(self)
        CostMatrixParameters.add_to(self)
        self.add_advanced(
            whole_number(self.CLASSES, tr("Natural-breaks classes"), DEFAULT_CLASS_COUNT),
            number(self.CAPACITY, tr("Greatest weight that one home may serve (p-median only)")),
            seed(),
        )
        kinds = Qgis.ProcessingSourceType
        self.addParameter(output_layer(self.REPS, tr("Homes"), kinds.VectorPoint))
        self.addParameter(output_layer(self.OUTPUT, tr("Areas by home"), kinds.VectorAnyGeometry))
        self.add_number_outputs(
            OBJECTIVE=tr("Total of weight × cost"),
            LOWER_BOUND=tr("No choice has a smaller total"),
            GAP_PCT=tr("How far the total may be above the best possible (%)"),
            MEAN_DISTANCE_M=tr("Mean distance to the home (m)"),
        )
        self.addOutput(QgsProcessingOutputString("STATUS", tr("optimal, feasible or cancelled")))

    def calculate(self, parameters, context, feedback):
        refuse_unwritable_outputs(self, parameters)
        source = self.required_source(parameters, self.INPUT, context)
        weight_field = self.parameterAsString(parameters, self.WEIGHT_FIELD, context)
        units = read_units(
            source,
            context,
            feedback,
            id_field=self.parameterAsString(
                parameters, CostMatrixParameters.AREA_ID_FIELD, context
            ),
            weight_fields=[weight_field] if weight_field else [],
        )
        units.refuse_if_empty()
        weights = units.weights[:, 0] if weight_field else np.ones(len(units))
        if not weights.sum() > 0.0:
            raise InvalidInput(
                "WEIGHT_FIELD '{field}' is 0 or NULL everywhere: there is nothing to serve. Choose "
                "another field.",
                field=weight_field,
            )
        settings = self._settings(parameters, context)
        progress = FeedbackProgress(feedback)
        candidates = CandidateParameters.read(self, parameters, context, feedback, units)
        if settings.count > len(candidates):
            raise InfeasibleProblem(
                "COUNT asks for {count} homes, but there are only {candidates} candidates. Lower "
                "COUNT, or allow more candidates.",
                count=settings.count,
                candidates=len(candidates),
            )
        potential = candidates.potential(weights, progress.part(0.0, 0.1))
        choice = choose(candidates, weights, potential, settings, progress.part(0.1, 0.9))
        _tell(feedback, units, candidates, choice)
        plan = SitedPlan.create(units, candidates, weights, potential, settings, choice, progress)
        return self._write(parameters, context, source, plan)

    def _settings(self, parameters, context) -> SitingSettings:
        method = self.parameterAsEnum(parameters, self.METHOD, context)
        capacity = None
        if parameters.get(self.CAPACITY) not in (None, ""):
            capacity = self.parameterAsDouble(parameters, self.CAPACITY, context)
            if method != P_MEDIAN:
                raise InvalidInput(
                    "CAPACITY is kept by the p-median only: choose that METHOD, or leave CAPACITY "
                    "empty."
                )
        return SitingSettings(
            count=self.parameterAsInt(parameters, self.COUNT, context),
            method=method,
            class_count=self.parameterAsInt(parameters, self.CLASSES, context),
            capacity=capacity,
            seed=self.parameterAsInt(parameters, self.SEED, context),
        )

    def _write(self, parameters, context, source, plan: SitedPlan):
        extra = [number_field(name) for name in plan.columns]
        schema = AssignmentSchema.create(source.fields(), plan.names.field, extra)
        colours = TerritoryColours.around_homes(plan.names, plan.home_points)
        layers = (
            OutputLayer(
                self.OUTPUT,
                schema.fields,
                source.wkbType(),
                lambda: assigned_features(
                    plan.units, schema, plan.names, plan.labels, list(plan.columns.values())
                ),
                colours.areas,
                0,
            ),
            OutputLayer(
                self.REPS,
                plan.home_fields,
                Qgis.WkbType.Point,
                plan.home_features,
                lambda layer: colours.labelled_representatives(layer, "rep_id"),
                1,
            ),
        )
        results = write_layers(self, parameters, context, source.sourceCrs(), layers)
        return results | plan.numbers()


def choose(
    candidates: Candidates,
    weights: FloatArray,
    potential: FloatArray,
    settings: SitingSettings,
    progress: Progress,
) -> Choice:
    """Choose homes by the method that was asked for.

    Raises
    ------
    InvalidInput, InfeasibleProblem
        Too many pairs; places that no candidate reaches; capacities that do not suffice.
    """
    rng = np.random.default_rng(settings.seed)
    everyone = np.arange(len(candidates))
    if settings.method == NATURAL_BREAKS:
        homes = draw_homes(
            potential,
            settings.count,
            rng,
            class_count=settings.class_count,
            ids=candidates.ids,
        )
        return drawn_choice(candidates, weights, homes.chosen, settings.count, progress)
    candidates.refuse_too_many_pairs()
    cost = candidates.cost(everyone, progress.part(0.0, 0.3))
    search = progress.part(0.3, 1.0)
    if settings.capacity is not None:
        refuse_tight_capacity(candidates.demand, weights, settings.capacity, settings.count)
        with open_solver(progress) as solver:
            result = solve_capacitated_p_median(
                cost,
                settings.count,
                weights,
                settings.capacity,
                weights=weights,
                rng=rng,
                solver=solver,
                progress=search,
            )
            progress.message(Text.of("Exact allocation by {solver}.", solver=solver.name))
    elif settings.method == GENETIC:
        result = genetic_sites(
            cost,
            settings.count,
            weights=weights,
            rng=rng,
            demand_ids=candidates.demand.ids,
            progress=search,
        )
    else:
        result = solve_p_median(
            cost,
            settings.count,
            weights=weights,
            rng=rng,
            demand_ids=candidates.demand.ids,
            progress=search,
        )
    chosen = np.asarray(result.chosen)
    labels = np.searchsorted(chosen, result.allocation)
    labels[~np.isfinite(cost[np.arange(len(labels)), result.allocation])] = -1
    return Choice(chosen, labels, result.objective, result.lower_bound, result.status)


def refuse_tight_capacity(
    units: SpatialUnits, weights: FloatArray, capacity: float, count: int
) -> None:
    """Refuse places that no home could serve, and more weight than all homes could.

    Raises
    ------
    InfeasibleProblem
        With the numbers.
    """
    heavy = np.flatnonzero(weights > capacity)
    if len(heavy):
        raise InfeasibleProblem(
            "{count} place(s) alone weigh more than CAPACITY = {capacity}: {ids}. Raise the "
            "capacity (the heaviest weighs {most}), or divide these places.",
            count=len(heavy),
            capacity=readable(capacity),
            most=readable(weights.max()),
            ids=name_some([units.ids[i] for i in heavy]),
        )
    total = float(weights.sum())
    if count * capacity < total * (1.0 - 1e-12):
        raise InfeasibleProblem(
            "{count} homes × CAPACITY = {capacity} hold {room}, but the weights add up to {total}. "
            "Raise CAPACITY to more than {enough}, or COUNT.",
            count=count,
            capacity=readable(capacity),
            room=readable(count * capacity),
            total=readable(total),
            enough=readable(total / count),
        )


def drawn_choice(
    candidates: Candidates,
    weights: FloatArray,
    chosen: IntArray,
    count: int,
    progress: Progress,
) -> Choice:
    """Allocation to homes that were drawn; with a bound where the problem is small enough."""
    everyone = np.arange(len(candidates))
    lower = 0.0
    if len(candidates) * len(weights) <= _MOST_PAIRS_FOR_A_BOUND:
        all_costs = candidates.cost(everyone, progress.part(0.0, 0.3))
        cost = all_costs[:, chosen]
        reached = np.isfinite(all_costs).any(axis=1)
        served = np.where(reached, weights, 0.0)
        if served.any() and count < len(candidates):
            usable, _ = weighted_costs(all_costs, served)
            upper = float(usable[:, chosen].min(axis=1).sum())
            bound = subgradient_bound(usable, count, upper, progress=progress.part(0.3, 1.0))
            lower = max(0.0, bound.value)
        elif count == len(candidates):
            lower = np.inf
    else:
        cost = candidates.cost(chosen, progress)
    labels = nearest_representative(cost)
    reached = labels >= 0
    own = cost[np.arange(len(labels)), labels]
    objective = float((weights[reached] * own[reached]).sum())
    status = "cancelled" if progress.is_cancelled() else "feasible"
    return Choice(chosen, labels, objective, min(lower, objective), status)


@dataclass(frozen=True)
class SitedPlan:
    """Everything that is written about a choice of homes."""

    units: SpatialUnits
    candidates: Candidates
    choice: Choice
    names: TerritoryNames
    labels: IntArray
    classes: IntArray
    potential: FloatArray
    served: FloatArray
    areas: IntArray
    mean_distance_m: FloatArray
    overall_mean_m: float
    columns: dict[str, FloatArray]

    @classmethod
    def create(
        cls,
        units: SpatialUnits,
        candidates: Candidates,
        weights: FloatArray,
        potential: FloatArray,
        settings: SitingSettings,
        choice: Choice,
        progress: Progress,
    ) -> SitedPlan:
        chosen, labels = choice.chosen, choice.labels
        count = len(chosen)
        rows = np.arange(len(units))
        reached = labels >= 0

        def own(matrix: FloatArray) -> FloatArray:
            values = matrix[rows, labels]
            return np.where(reached & np.isfinite(values), values, np.nan)

        # A result that exists is written, even when the user has stopped the search.
        distance = own(candidates.distance_m(chosen, Progress()))
        columns = {"distance_m": distance}
        time = candidates.time_s(chosen)
        if time is not None:
            columns["time_s"] = own(time)

        def total(values: FloatArray) -> FloatArray:
            known = reached & np.isfinite(values)
            return np.bincount(labels[known], weights=values[known], minlength=count)

        served = total(weights)
        known_weight = np.where(np.isfinite(distance), weights, 0.0)
        moment, mass = total(weights * distance), total(known_weight)
        with np.errstate(invalid="ignore", divide="ignore"):
            mean = moment / mass
            overall = float(moment.sum() / mass.sum())
        progress.report(0.95)
        ids = candidates.ids
        return cls(
            units=units,
            candidates=candidates,
            choice=choice,
            names=TerritoryNames(
                tuple(ids[i] for i in chosen), like_field(TERRITORY_FIELD, candidates.id_field)
            ),
            labels=labels,
            classes=potential_classes(potential, settings.class_count)[chosen],
            potential=potential[chosen],
            served=served,
            areas=np.bincount(labels[reached], minlength=count),
            mean_distance_m=mean,
            overall_mean_m=overall,
            columns=columns,
        )

    @property
    def home_points(self) -> FloatArray:
        """Homes (k, 2) on the plane of the input."""
        return self.units.metric.to_plane(self.candidates.positions[self.choice.chosen])

    @property
    def _kept(self) -> list[int]:
        own = {"rep_id", "potential", "class", "areas", "served", "mean_dist_m", "fid"}
        fields = self.candidates.fields
        return [i for i in range(fields.count()) if fields.at(i).name().lower() not in own]

    @property
    def home_fields(self) -> QgsFields:
        """Fields of REPS: figures first, then those that the candidate brings along."""
        fields = QgsFields()
        fields.append(like_field("rep_id", self.candidates.id_field))
        fields.append(number_field("potential"))
        fields.append(integer_field("class"))
        fields.append(integer_field("areas"))
        fields.append(number_field("served"))
        fields.append(number_field("mean_dist_m"))
        for index in self._kept:
            fields.append(QgsField(self.candidates.fields.at(index)))
        return fields

    def home_features(self) -> Iterable[QgsFeature]:
        """One point per home."""
        fields, kept = self.home_fields, self._kept
        places = self.units.space.map_coordinates(self.candidates.positions[self.choice.chosen])
        features = self.candidates.features
        for home, candidate in enumerate(self.choice.chosen.tolist()):
            attributes = features[candidate].attributes()
            values: list[Any] = [
                self.names.of(home),
                float(self.potential[home]),
                int(self.classes[home]),
                int(self.areas[home]),
                float(self.served[home]),
                float(self.mean_distance_m[home]),
            ]
            values += [attributes[index] for index in kept]
            yield point_feature(fields, places[home], values)

    def numbers(self) -> dict[str, float | str]:
        """Number outputs by id."""
        objective, bound = self.choice.objective, self.choice.lower_bound
        return {
            "OBJECTIVE": objective,
            "LOWER_BOUND": bound,
            "GAP_PCT": self.choice.gap_pct,
            "MEAN_DISTANCE_M": self.overall_mean_m,
            "STATUS": self.choice.status,
        }


def potential_classes(potential: FloatArray, class_count: int) -> IntArray:
    """Natural-breaks class (m,) of each candidate, 1 (least) upwards; empty ones are in 1."""
    usable = potential > 0.0
    classes = np.ones(len(potential), dtype=np.int64)
    if usable.any():
        classes[usable] = natural_breaks(potential[usable], class_count) + 1
    return classes


def _tell(feedback, units: SpatialUnits, candidates: Candidates, choice: Choice) -> None:
    unit = "s" if candidates.unit == "time_s" else "m"
    gap = choice.gap_pct
    quality = f"another choice saves {gap:.2f} % at most" if gap > 0.0 else "the least possible"
    if choice.lower_bound == 0.0 < choice.objective:
        quality = "no bound was computed"
    feedback.pushInfo(
        tr(
            "{chosen} of {candidates} candidates; total of weight × cost {objective:,.0f} "
            "{unit}, {quality} ({status})."
        ).format(
            chosen=len(choice.chosen),
            candidates=len(candidates),
            objective=choice.objective,
            unit=unit,
            quality=quality,
            status=choice.status,
        )
    )
    lost = np.flatnonzero(choice.labels < 0)
    if len(lost):
        feedback.pushWarning(
            tr("{count} place(s) cannot be reached from any chosen home: {names}.").format(
                count=len(lost), names=name_some([units.ids[i] for i in lost])
            )
        )
