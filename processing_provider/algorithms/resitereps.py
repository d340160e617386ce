"""territory:resitereps: the best home inside each territory, after balancing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    Qgis,
    QgsFeature,
    QgsFields,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterField,
)

from ...core.arrays import FloatArray, IntArray
from ...core.errors import name_some
from ...core.siting.homes import best_homes
from ...core.travel.trips import METRES, SECONDS, Trips
from ..feedback import FeedbackProgress
from ..fields import integer_field, number_field
from ..inputs.candidates import CandidateParameters
from ..inputs.cost_matrix import CostMatrixParameters
from ..inputs.parameters import optional_field, places_source, weight_field
from ..inputs.representatives import read_representatives
from ..inputs.units import read_units
from ..outputs.fields import point_feature
from ..outputs.homes import (
    NO_HOME,
    ResitedHomes,
    Travel,
    resited,
    travel_of_representatives,
)
from ..outputs.sinks import OutputLayer, refuse_unwritable_outputs, write_layers
from ..outputs.styles import TerritoryColours
from ..texts import tr
from .balance_start import start_from_plan
from .base import TerritoryAlgorithm

BY_WEIGHT, ONE_EACH = 0, 1


class ResiteRepresentativesAlgorithm(TerritoryAlgorithm):
    """Homes where travel inside a territory is least (thesis, section 5.1.5)."""

    NAME = "resitereps"
    TITLE = "Re-site representatives"
    GROUP = "Site"
    SUMMARY = "Finds the best home inside each territory, and what moving there saves."
    TAGS = ("home", "relocate", "median", "travel time", "sales territories", "one-centre")
    HELP = """Finds the area inside each territory from which the trips to its areas cost least in \
total, after territories have been balanced: in a straight line on the ellipsoid, or by a cost \
matrix (travel time if it has times, distance otherwise).

Trips are counted in proportion to the weight, or one to each area that has weight; areas of \
weight 0 are not visited either way. Homes may be restricted to candidates by an expression, and \
with a cost matrix to areas from which it has rows.

OUTPUT holds one home per territory: mean trip before and after (weighted, in metres), and the \
travel for one trip to each visited area in kilometres and, where the cost matrix has times, \
hours. "Before" needs today's homes (REPS), whose ids are the territories' names. Today's homes \
are no candidates themselves: one that lies between the areas may need less travel than the best \
area, and the log then says so."""

    INPUT = "INPUT"
    TERRITORY_FIELD = "TERRITORY_FIELD"
    WEIGHT_FIELD = "WEIGHT_FIELD"
    REPS = "REPS"
    REP_ID_FIELD = "REP_ID_FIELD"
    TRIPS = "TRIPS"
    OUTPUT = "OUTPUT"

    def initAlgorithm(self, configuration=None):
        self.addParameter(places_source(self.INPUT, tr("Areas or customers by territory")))
        self.addParameter(
            QgsProcessingParameterField(
                self.TERRITORY_FIELD,
                tr("Territory"),
                defaultValue="territory",
                parentLayerParameterName=self.INPUT,
            )
        )
        self.addParameter(weight_field())
        self.addParameter(CandidateParameters.expression())
        self.addParameter(places_source(self.REPS, tr("Today's homes"), optional=True))
        self.addParameter(
            optional_field(
                self.REP_ID_FIELD,
                tr("Field of today's homes that names the territory (1, 2, … if not set)"),
                self.REPS,
            )
        )
        self.add_advanced(
            QgsProcessingParameterEnum(
                self.TRIPS,
                tr("Trips"),
                [tr("in proportion to the weight"), tr("one to each area that has weight")],
                defaultValue=BY_WEIGHT,
            )
        )
        CostMatrixParameters.add_to(self)
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Homes"), Qgis.ProcessingSourceType.VectorPoint
            )
        )
        self.add_number_outputs(
            BEFORE_KM=tr("Travel from today's homes (km)"),
            AFTER_KM=tr("Travel from the new homes (km)"),
            BEFORE_H=tr("Travel from today's homes (h)"),
            AFTER_H=tr("Travel from the new homes (h)"),
            BEFORE_MEAN_M=tr("Weighted mean distance from today's homes (m)"),
            AFTER_MEAN_M=tr("Weighted mean distance from the new homes (m)"),
            SAVED_PCT=tr("Travel saved, trips counted as set (%)"),
            MOVED_COUNT=tr("Representatives who move"),
        )

    def calculate(self, parameters, context, feedback):
        refuse_unwritable_outputs(self, parameters)
        weight_field = self.parameterAsString(parameters, self.WEIGHT_FIELD, context)
        units = read_units(
            self.required_source(parameters, self.INPUT, context),
            context,
            feedback,
            id_field=self.parameterAsString(
                parameters, CostMatrixParameters.AREA_ID_FIELD, context
            ),
            weight_fields=[weight_field] if weight_field else [],
        )
        units.refuse_if_empty()
        weights = units.weights[:, 0] if weight_field else np.ones(len(units))
        source = self.parameterAsSource(parameters, self.REPS, context)
        rep_id_field = self.parameterAsString(parameters, self.REP_ID_FIELD, context)
        representatives = (
            None if source is None else read_representatives(source, units, rep_id_field)
        )
        plan_field = self.parameterAsString(parameters, self.TERRITORY_FIELD, context)
        plan = start_from_plan(units, plan_field, feedback, representatives, finish="left out")
        labels, names = plan.labels, plan.names
        table = CostMatrixParameters.table(self, parameters, context, feedback)
        trips = Trips(units, table)
        if table is not None:
            feedback.pushInfo(
                tr("Travel cost is taken from the cost matrix ({unit}).").format(unit=trips.unit)
            )
        candidates = CandidateParameters.among_areas(self, parameters, context, units, trips)
        mass = weights
        if self.parameterAsEnum(parameters, self.TRIPS, context) == ONE_EACH:
            mass = (weights > 0.0).astype(float)
        area = best_homes(
            trips, labels, mass, len(names), candidates, FeedbackProgress(feedback).part(0.0, 0.9)
        )
        homeless = [names.of(i) for i in np.flatnonzero(area == NO_HOME)]
        if homeless:
            feedback.pushWarning(
                tr("{count} territories hold no candidate and get no home: {names}.").format(
                    count=len(homeless), names=name_some(homeless)
                )
            )
        before, today = Travel.nothing(), None
        if representatives is not None:
            today = representatives.positions
            before = travel_of_representatives(
                representatives, units, labels, trips, by_id=bool(rep_id_field)
            )
        homes = resited(
            names,
            trips,
            labels,
            area,
            mass,
            today,
            before,
            id_field=CostMatrixParameters.area_id_field(self, parameters, context, units),
        )
        outcome = TravelOutcome.create(homes)
        outcome.tell(feedback)
        colours = TerritoryColours.around_homes(
            names, units.metric.to_plane(_positions(units, labels, len(names)))
        )
        layer = OutputLayer(
            self.OUTPUT,
            outcome.fields,
            Qgis.WkbType.Point,
            outcome.features,
            lambda layer: colours.labelled_representatives(layer, "territory"),
            order=1,
        )
        return write_layers(self, parameters, context, units.space.crs, [layer]) | outcome.numbers()


def _positions(units, labels, count: int) -> FloatArray:
    """Some position (k, 2) in each territory, for telling neighbours apart."""
    order = np.argsort(labels, kind="stable")
    first = np.minimum(np.searchsorted(labels[order], np.arange(count)), len(labels) - 1)
    return units.positions[order[first]]


@dataclass(frozen=True)
class TravelOutcome:
    """Travel of one trip to each visited area (thesis, tables 5.4 and 5.5).

    Attributes
    ----------
    visited : ndarray of int, shape (k,)
        Areas with weight.
    before_km, after_km, before_h, after_h : ndarray of float, shape (k,)
        NaN where it is not known.
    """

    homes: ResitedHomes
    visited: IntArray
    before_km: FloatArray
    after_km: FloatArray
    before_h: FloatArray
    after_h: FloatArray

    @classmethod
    def create(cls, homes: ResitedHomes) -> TravelOutcome:
        count, labels = len(homes.names), homes.labels
        once = (homes.mass > 0.0).astype(float)
        visited = np.bincount(labels[(labels >= 0) & (once > 0.0)], minlength=count)

        def total(travel: Travel, quantity: str, divisor: float) -> FloatArray:
            return travel.total(quantity, labels, once, count) / divisor

        return cls(
            homes,
            visited,
            total(homes.before, METRES, 1e3),
            total(homes.after, METRES, 1e3),
            total(homes.before, SECONDS, 3600.0),
            total(homes.after, SECONDS, 3600.0),
        )

    @property
    def fields(self) -> QgsFields:
        """Fields of OUTPUT."""
        fields = self.homes.fields
        fields.append(integer_field("visited"))
        for name in ("before_km", "after_km", "before_h", "after_h"):
            fields.append(number_field(name))
        return fields

    def features(self) -> Iterable[QgsFeature]:
        """One home per territory; a territory without a home has no geometry."""
        fields = self.fields
        columns = (self.before_km, self.after_km, self.before_h, self.after_h)
        for index, row in enumerate(self.homes.rows()):
            values: list[Any] = [*row, int(self.visited[index])]
            values += [float(column[index]) for column in columns]
            yield point_feature(fields, self.homes.coordinates[index], values)

    def judged(self) -> tuple[FloatArray, FloatArray]:
        """Travel (k,) before and after by which homes are chosen: trips counted as set."""
        count, labels = len(self.homes.names), self.homes.labels
        mass = np.where(labels >= 0, self.homes.mass, 0.0)
        quantity = METRES if self.homes.after.time_s is None else SECONDS
        before, after = (
            travel.total(quantity, labels, mass, count)
            for travel in (self.homes.before, self.homes.after)
        )
        return before, after

    def numbers(self) -> dict[str, float | int]:
        """Totals over all territories, those that are known."""
        totals = {
            name.upper(): float(values.sum())
            for name in ("before_km", "after_km", "before_h", "after_h")
            if not np.isnan(values := getattr(self, name)).any()
        }
        count, labels, mass = len(self.homes.names), self.homes.labels, self.homes.mass
        mass = np.where(labels >= 0, mass, 0.0)
        for name, travel in (("BEFORE", self.homes.before), ("AFTER", self.homes.after)):
            moment = travel.total(METRES, labels, mass, count)
            if not np.isnan(moment).any() and mass.sum() > 0.0:
                totals[f"{name}_MEAN_M"] = float(moment.sum() / mass.sum())
        before, after = (travel.sum() for travel in self.judged())
        if np.isfinite(before) and np.isfinite(after) and before > 0.0:
            totals["SAVED_PCT"] = float(100.0 * (before - after) / before)
        totals["MOVED_COUNT"] = int(np.count_nonzero(self.homes.moved_m > 1.0))
        return totals

    def tell(self, feedback) -> None:
        """Say the totals in the log, and what could not be reached."""
        numbers = self.numbers()
        for unit, word in (("KM", tr("km")), ("H", tr("hours"))):
            after = numbers.get(f"AFTER_{unit}")
            if after is None:
                continue
            before = numbers.get(f"BEFORE_{unit}")
            text = tr("{after:,.1f} {unit} for one trip to each visited area")
            if before is not None:
                text = tr(
                    "{after:,.1f} {unit} for one trip to each visited area, "
                    "before {before:,.1f} {unit}"
                )
            feedback.pushInfo(text.format(after=after, unit=word, before=before))
        before_all, after_all = self.judged()
        better_today = before_all < after_all * (1.0 - 1e-9)
        if better_today.any():
            names = [self.homes.names.of(i) for i in np.flatnonzero(better_today)]
            feedback.pushInfo(
                tr(
                    "In {count} territories today's home needs less travel than the best "
                    "candidate, because it is no candidate itself: {names}. There, staying is "
                    "better than moving."
                ).format(count=len(names), names=name_some(names))
            )
        unknown = (
            np.isnan(self.before_km)
            & np.isnan(self.before_h)
            & (self.visited > 0)
            & self.homes.knows_today
        )
        if unknown.any():
            names = [self.homes.names.of(i) for i in np.flatnonzero(unknown)]
            feedback.pushWarning(
                tr(
                    "The way from today's home to every area is not known in {count} territories "
                    "({names}): their totals before are NULL. With a cost matrix today's homes "
                    "must be in areas from which it has rows, or among its origins."
                ).format(count=len(names), names=name_some(names))
            )
        cut_off = np.isnan(self.after_km) & np.isnan(self.after_h) & (self.homes.area != NO_HOME)
        if cut_off.any():
            names = [self.homes.names.of(i) for i in np.flatnonzero(cut_off)]
            feedback.pushWarning(
                tr(
                    "{count} territories hold areas that their home cannot reach ({names}): "
                    "their totals are NULL."
                ).format(count=len(names), names=name_some(names))
            )
