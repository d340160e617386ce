"""The parameters that say which areas are neighbours."""

from __future__ import annotations

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
)

from ...common.texts import tr
from ..parameters import add_advanced, explained, length


class ContiguityParameters:
    """The family CONTIGUITY, TOLERANCE, BRIDGE, BARRIERS (and ADJACENCY, where asked for)."""

    CONTIGUITY = "CONTIGUITY"
    TOLERANCE = "TOLERANCE"
    BRIDGE = "BRIDGE"
    BARRIERS = "BARRIERS"
    ADJACENCY = "ADJACENCY"

    @classmethod
    def add_to(
        cls, algorithm: QgsProcessingAlgorithm, *, adjacency: bool, visible: bool = False
    ) -> None:
        """Add the parameters; ``visible`` keeps the first three out of the advanced ones."""
        edited = explained(
            QgsProcessingParameterFeatureSource(
                cls.ADJACENCY,
                tr("Edited adjacency layer"),
                [Qgis.ProcessingSourceType.VectorLine],
                optional=True,
            ),
            tr(
                "Lines as “Adjacency of areas” writes them. They replace the four settings that "
                "follow."
            ),
        )
        basic = (
            explained(
                QgsProcessingParameterEnum(
                    cls.CONTIGUITY,
                    tr("Areas are neighbours if they share"),
                    [tr("a border"), tr("a border or a corner")],
                    defaultValue=0,
                ),
                tr("Territories are connected by way of neighbouring areas."),
            ),
            explained(
                length(cls.TOLERANCE, tr("Snap distance (m)"), 0.0),
                tr(
                    "Gaps and overlaps up to this width count as shared borders, and barriers up "
                    "to this far from a border as running along it."
                ),
            ),
            explained(
                QgsProcessingParameterBoolean(
                    cls.BRIDGE, tr("Join islands to their nearest neighbour"), defaultValue=True
                ),
                tr("Otherwise an island can only be a territory, or several, of its own."),
            ),
        )
        barriers = explained(
            QgsProcessingParameterFeatureSource(
                cls.BARRIERS,
                tr("Barriers that cut shared borders"),
                [Qgis.ProcessingSourceType.VectorLine, Qgis.ProcessingSourceType.VectorPolygon],
                optional=True,
            ),
            tr(
                "Rivers, motorways, …: a line takes away the border along which it runs, and all "
                "of a border that it crosses; a surface takes away what lies inside it. Areas of "
                "whose border less than a tenth is left are no neighbours."
            ),
        )
        if visible:
            for definition in basic:
                algorithm.addParameter(definition)
            add_advanced(algorithm, barriers)
        else:
            add_advanced(algorithm, *((edited,) if adjacency else ()), *basic, barriers)
