"""The parameters of territory:adjacency, territory:costmatrix and territory:importassignment."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingParameterEnum,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
)

from ...common.texts import tr
from ..contiguity.parameters import ContiguityParameters
from ..parameters import (
    add_advanced,
    areas_source,
    explained,
    length,
    optional_field,
    output_layer,
    places_source,
)
from ..travel.road_parameters import RoadParameters

STRAIGHT_LINE, ROAD_NETWORK = 0, 1


class AdjacencyParameters:
    """Everything that territory:adjacency asks for."""

    INPUT = "INPUT"
    ID_FIELD = "ID_FIELD"
    OUTPUT = "OUTPUT"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add all parameters."""
        for definition in (
            explained(
                areas_source(cls.INPUT, tr("Areas")),
                tr("Polygons, such as municipalities or postcode areas."),
            ),
            explained(
                optional_field(cls.ID_FIELD, tr("Field that identifies an area")),
                tr("Its values name the areas in from_id and to_id. Empty: feature ids."),
            ),
        ):
            algorithm.addParameter(definition)
        ContiguityParameters.add_to(algorithm, adjacency=False, visible=True)
        algorithm.addParameter(
            explained(
                output_layer(
                    cls.OUTPUT,
                    tr("Adjacency"),
                    Qgis.ProcessingSourceType.VectorLine,
                    optional=False,
                ),
                tr(
                    "One line per pair of neighbours: from_id, to_id, border_m (m) and kind "
                    "(border, corner, bridge or manual)."
                ),
            )
        )


class CostPairParameters:
    """Everything that territory:costmatrix asks for."""

    ORIGINS = "ORIGINS"
    ORIGIN_ID = "ORIGIN_ID"
    DESTINATIONS = "DESTINATIONS"
    DESTINATION_ID = "DESTINATION_ID"
    METHOD = "METHOD"
    SNAP_DISTANCE = "SNAP_DISTANCE"
    OUTPUT = "OUTPUT"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add all parameters."""
        place = tr("Points, or polygons that count at their centroids.")
        name = tr("Its values name the places in the table. Empty: feature ids.")
        for definition in (
            explained(places_source(cls.ORIGINS, tr("Origins")), place),
            explained(
                optional_field(cls.ORIGIN_ID, tr("Field that identifies an origin"), cls.ORIGINS),
                name,
            ),
            explained(places_source(cls.DESTINATIONS, tr("Destinations")), place),
            explained(
                optional_field(
                    cls.DESTINATION_ID, tr("Field that identifies a destination"), cls.DESTINATIONS
                ),
                name,
            ),
            explained(
                QgsProcessingParameterEnum(
                    cls.METHOD,
                    tr("Travel"),
                    [tr("in a straight line"), tr("on a road network")],
                    defaultValue=STRAIGHT_LINE,
                ),
                tr("A straight line on the ellipsoid, or the fastest route on “Road network”."),
            ),
        ):
            algorithm.addParameter(definition)
        RoadParameters.add_to(algorithm)
        add_advanced(
            algorithm,
            explained(
                length(cls.SNAP_DISTANCE, tr("Snap distance (m)")),
                tr("Places farther from any road cannot be reached. Empty: no limit."),
            ),
        )
        algorithm.addParameter(
            explained(
                output_layer(
                    cls.OUTPUT, tr("Cost matrix"), Qgis.ProcessingSourceType.Vector, optional=False
                ),
                tr("One row per pair: origin, destination, distance_m (metres), time_s (seconds)."),
            )
        )


class AlignmentParameters:
    """Everything that territory:importassignment asks for."""

    INPUT = "INPUT"
    ID_FIELD = "ID_FIELD"
    FILE = "FILE"
    OUTPUT = "OUTPUT"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add all parameters."""
        for definition in (
            explained(
                places_source(cls.INPUT, tr("Areas or customers")),
                tr("Polygons or points that get their territory from the file."),
            ),
            explained(
                QgsProcessingParameterField(
                    cls.ID_FIELD,
                    tr("Field that identifies an area or customer"),
                    parentLayerParameterName=cls.INPUT,
                ),
                tr("Its values stand in the first column of the file. Each is there once."),
            ),
            explained(
                QgsProcessingParameterFile(
                    cls.FILE,
                    tr("Alignment file"),
                    fileFilter=tr("Text files (*.csv *.txt *.tsv);;All files (*)"),
                ),
                tr(
                    "A CSV file with area_id,territory and, if you like, locked (1 or 0), with or "
                    "without a header line. Comma, semicolon, tab and bar divide values. Ids are "
                    "texts: zeros in front of a number stay."
                ),
            ),
            explained(
                output_layer(
                    cls.OUTPUT,
                    tr("Areas by territory"),
                    Qgis.ProcessingSourceType.VectorAnyGeometry,
                    optional=False,
                ),
                tr("The input with the territory and, where the file says so, what is locked."),
            ),
        ):
            algorithm.addParameter(definition)
