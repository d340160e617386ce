"""Parameters of territory:nearestrep."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessingAlgorithm

from ...common.texts import tr
from ..contiguity.parameters import ContiguityParameters
from ..layers.parameters import NameParameter
from ..parameters import (
    add_advanced,
    explained,
    optional_field,
    output_layer,
    places_source,
    switch,
    weight_field,
)
from ..people.parameters import rep_name_parameter
from ..travel.parameters import CostMatrixParameters, TripParameters

ANY_GEOMETRY = Qgis.ProcessingSourceType.VectorAnyGeometry


class NearestParameters:
    """Everything that territory:nearestrep asks for."""

    INPUT = "INPUT"
    REPS = "REPS"
    REP_ID_FIELD = "REP_ID_FIELD"
    WEIGHT_FIELD = "WEIGHT_FIELD"
    CONTIGUOUS = "CONTIGUOUS"
    OUTPUT = "OUTPUT"
    TERRITORIES = "TERRITORIES"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add all parameters."""
        for definition in (
            explained(
                places_source(cls.INPUT, tr("Areas or customers")),
                tr("Polygons or points that are given to the representatives."),
            ),
            explained(
                places_source(cls.REPS, tr("Representatives")),
                tr("One point per representative, where he or she lives."),
            ),
            explained(
                optional_field(
                    cls.REP_ID_FIELD, tr("Field that identifies a representative"), cls.REPS
                ),
                tr("Its values become the names of the territories; 1, 2, … if it is empty."),
            ),
            explained(
                weight_field(tr("Weight of an area, e.g. potential (empty: each counts 1)")),
                tr("Totals, deviations and mean trips count by this field."),
            ),
            explained(
                switch(cls.CONTIGUOUS, tr("Connected territories (polygons only)"), True),
                tr("An area that is cut off joins a territory next to it."),
            ),
        ):
            algorithm.addParameter(definition)
        TripParameters.add_to(algorithm)
        add_advanced(algorithm, rep_name_parameter(cls.REPS), NameParameter.definition())
        CostMatrixParameters.add_to(algorithm)
        ContiguityParameters.add_to(algorithm, adjacency=True)
        for output in (
            explained(
                output_layer(cls.OUTPUT, tr("Areas by territory"), ANY_GEOMETRY, optional=False),
                tr("The areas with their territory and the trip to them in metres."),
            ),
            explained(
                output_layer(cls.TERRITORIES, tr("Territories"), ANY_GEOMETRY),
                tr("One feature per territory, with totals, deviation and travel."),
            ),
        ):
            algorithm.addParameter(output)
