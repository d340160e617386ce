"""Candidates for homes: areas of the input, or places of a layer of their own."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import (
    QgsFeature,
    QgsField,
    QgsFields,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterExpression,
)
from qgis.PyQt.QtCore import QMetaType

from ...core.arrays import BoolArray, FloatArray, IntArray
from ...core.errors import InvalidInput
from ...core.geometry.geodesy import unit_vectors
from ...core.libraries import spatial
from ...core.progress import Progress
from ..texts import tr
from .cost_matrix import CostMatrixParameters
from .expressions import areas_that_match
from .parameters import add_advanced, optional_field, places_source
from .trips import METRES, SECONDS, Trips
from .units import SpatialUnits, read_units

_PAIRS_PER_BLOCK = 200_000
MOST_PAIRS = 40_000_000


@dataclass(frozen=True)
class Candidates:
    """Places where homes may be, with the way to what they cost.

    Attributes
    ----------
    units : SpatialUnits
        The candidates themselves; those of the input, or of their own layer.
    rows : ndarray of int, shape (m,)
        Which of them are candidates.
    positions : ndarray of float, shape (m, 2)
        In the space of the demand.
    demand : SpatialUnits
        Areas or customers that are to be served.
    trips : Trips
        Trips between areas; its table is also that of candidates in a layer of their own.
    is_own_layer : bool
    id_field : QgsField
    """

    units: SpatialUnits
    rows: IntArray
    positions: FloatArray
    demand: SpatialUnits
    trips: Trips
    is_own_layer: bool
    id_field: QgsField

    def __len__(self) -> int:
        return len(self.rows)

    @property
    def ids(self) -> list[Any]:
        return [self.units.ids[i] for i in self.rows]

    @property
    def features(self) -> list[QgsFeature]:
        return [self.units.features[i] for i in self.rows]

    @property
    def fields(self) -> QgsFields:
        """Fields of :attr:`features`."""
        return self.units.fields

    @property
    def unit(self) -> str:
        """``time_s`` or ``distance_m``: the unit of :meth:`cost`."""
        return self.trips.unit

    def cost(self, chosen: IntArray, progress: Progress) -> FloatArray:
        """Cost (n, len(chosen)) of serving each demand from some candidates."""
        known = self.quantity(chosen, self.unit)
        return self.lines(chosen, progress) if known is None else known

    def distance_m(self, chosen: IntArray, progress: Progress) -> FloatArray:
        """Length (n, len(chosen)) of the trips; straight lines where nothing else is known."""
        known = self.quantity(chosen, METRES)
        return self.lines(chosen, progress) if known is None else known

    def time_s(self, chosen: IntArray) -> FloatArray | None:
        """Travel time (n, len(chosen)), None where the cost matrix has none."""
        return self.quantity(chosen, SECONDS)

    def quantity(self, chosen: IntArray, quantity: str) -> FloatArray | None:
        """Part of the cost matrix, shape (n, len(chosen)); None where it has no such figures."""
        ids = [self.units.ids[i] for i in self.rows[chosen]]
        everywhere = np.arange(len(self.demand))
        found = self.trips.between(ids, everywhere, quantity, same_ids=not self.is_own_layer)
        return None if found is None else found.T

    def lines(self, chosen: IntArray, progress: Progress) -> FloatArray:
        """Straight lines (n, len(chosen)) in metres."""
        demand = self.demand
        distance = np.empty((len(demand), len(chosen)))
        step = max(1, _PAIRS_PER_BLOCK // max(len(chosen), 1))
        for first in range(0, len(demand), step):
            progress.stop_if_cancelled()
            progress.report(first / len(demand))
            block = slice(first, first + step)
            distance[block] = demand.metric.matrix(demand.positions[block], self.positions[chosen])
        return distance

    def potential(self, weights: FloatArray, progress: Progress) -> FloatArray:
        """Potential (m,) of each candidate: its own weight as an area.

        A candidate of another layer has the weight of all that is nearest to it.
        """
        if not self.is_own_layer:
            return weights[self.rows]
        everyone = np.arange(len(self))
        if self.trips.table is None:
            convert = unit_vectors if self.demand.space.is_earth else np.asarray
            tree = spatial.cKDTree(convert(self.positions))
            _, nearest = tree.query(convert(self.demand.positions))
        else:
            nearest = np.argmin(self.cost(everyone, progress), axis=1)
        return np.bincount(nearest, weights=weights, minlength=len(self))

    def refuse_too_many_pairs(self) -> None:
        """Refuse a search that would not fit into memory.

        Raises
        ------
        InvalidInput
        """
        pairs = len(self) * len(self.demand)
        if pairs > MOST_PAIRS:
            raise InvalidInput(
                "{candidates} candidates × {places} places are {pairs} pairs, more than the "
                "{most} that this method holds in memory. Restrict CANDIDATES to at most {fit} "
                "(e.g. the largest towns), or use the natural-breaks classes.",
                candidates=len(self),
                places=len(self.demand),
                pairs=f"{pairs:,}",
                most=f"{MOST_PAIRS:,}",
                fit=MOST_PAIRS // len(self.demand),
            )


class CandidateParameters:
    """The family CANDIDATES, CANDIDATE_LAYER, CANDIDATE_ID_FIELD."""

    CANDIDATES = "CANDIDATES"
    CANDIDATE_LAYER = "CANDIDATE_LAYER"
    CANDIDATE_ID_FIELD = "CANDIDATE_ID_FIELD"

    @classmethod
    def expression(cls) -> QgsProcessingParameterExpression:
        return QgsProcessingParameterExpression(
            cls.CANDIDATES,
            tr("Areas in which a home may be (all if not set)"),
            parentLayerParameterName="INPUT",
            optional=True,
        )

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        algorithm.addParameter(cls.expression())
        algorithm.addParameter(
            places_source(
                cls.CANDIDATE_LAYER,
                tr("Layer of candidates (instead of areas of the input)"),
                optional=True,
            )
        )
        add_advanced(
            algorithm,
            optional_field(
                cls.CANDIDATE_ID_FIELD,
                tr("Field that identifies a candidate of that layer (feature ids if not set)"),
                cls.CANDIDATE_LAYER,
            ),
        )

    @classmethod
    def among_areas(
        cls,
        algorithm: QgsProcessingAlgorithm,
        parameters,
        context,
        units: SpatialUnits,
        trips: Trips,
    ) -> BoolArray:
        """Areas (n,) in which a home may be, as CANDIDATES and the cost matrix say.

        Raises
        ------
        InvalidInput
            If there is none, or the matrix has no rows from some that CANDIDATES names.
        """
        # Not parameterAsExpression, which takes an expression with an error for none at all.
        text = algorithm.parameterAsString(parameters, cls.CANDIDATES, context).strip()
        if not text:
            if not trips.may_be_home.any():
                raise InvalidInput(
                    "COST_MATRIX has rows from no area of INPUT. Its origins must be the "
                    "candidates; choose as AREA_ID_FIELD the field that identified them."
                )
            return trips.may_be_home
        matches = areas_that_match(
            units, text, cls.CANDIDATES, algorithm.createExpressionContext(parameters, context)
        )
        if not matches.any():
            raise InvalidInput(
                "CANDIDATES is true for none of the {count} features of INPUT. Correct the "
                "expression: {text}",
                count=len(units),
                text=text,
            )
        trips.refuse_unknown_homes(np.flatnonzero(matches))
        return matches

    @classmethod
    def read(
        cls,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
        demand: SpatialUnits,
    ) -> Candidates:
        """Candidates as the parameters ask for them.

        Raises
        ------
        InvalidInput
            Both kinds of candidates are given, or there is none.
        """
        table = CostMatrixParameters.table(algorithm, parameters, context, feedback)
        trips = Trips(demand, table)
        if table is not None:
            feedback.pushInfo(
                tr("Travel cost is taken from the cost matrix ({unit}).").format(unit=trips.unit)
            )
        source = algorithm.parameterAsSource(parameters, cls.CANDIDATE_LAYER, context)
        if source is None:
            name = algorithm.parameterAsString(
                parameters, CostMatrixParameters.AREA_ID_FIELD, context
            )
            rows = np.flatnonzero(cls.among_areas(algorithm, parameters, context, demand, trips))
            return Candidates(
                units=demand,
                rows=rows,
                positions=demand.positions[rows],
                demand=demand,
                trips=trips,
                is_own_layer=False,
                id_field=_id_field(demand, name),
            )
        if algorithm.parameterAsString(parameters, cls.CANDIDATES, context).strip():
            raise InvalidInput(
                "CANDIDATES chooses among the features of INPUT, CANDIDATE_LAYER brings others. "
                "Give one of the two."
            )
        name = algorithm.parameterAsString(parameters, cls.CANDIDATE_ID_FIELD, context)
        units = read_units(source, context, feedback, id_field=name, layer_name=cls.CANDIDATE_LAYER)
        units.refuse_if_empty()
        return Candidates(
            units=units,
            rows=np.arange(len(units)),
            positions=demand.space.positions(units.coordinates, units.space.crs),
            demand=demand,
            trips=trips,
            is_own_layer=True,
            id_field=_id_field(units, name),
        )


def _id_field(units: SpatialUnits, name: str) -> QgsField:
    if name:
        return units.fields.field(name)
    return QgsField("feature_id", QMetaType.Type.LongLong)
