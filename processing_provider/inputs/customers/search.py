"""The parameters of territory:clustercustomers that say how to search, and how long."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingAlgorithm, QgsProcessingContext

from ....core.customers.rules import GroupSearch
from ...common.texts import tr
from ..parameters import add_advanced, explained, seed, switch, whole_number


class CustomerSearchParameters:
    """The family from SMOOTH to SEED."""

    SMOOTH = "SMOOTH"
    NEIGHBORS = "NEIGHBORS"
    RESTARTS = "RESTARTS"
    SEED = "SEED"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add the parameters, folded away."""
        add_advanced(
            algorithm,
            explained(
                switch(cls.SMOOTH, tr("Clean up by nearest neighbours"), default=False),
                tr("Moves outliers to their neighbours' territory where no limit breaks."),
            ),
            explained(
                whole_number(cls.NEIGHBORS, tr("Number of neighbours"), 5),
                tr("How many nearest customers say to which territory a customer should belong."),
            ),
            explained(
                whole_number(cls.RESTARTS, tr("Number of random starts (best is kept)"), 10),
                tr("More starts take longer and find more compact territories now and then."),
            ),
            explained(seed(), tr("The same seed gives the same territories again.")),
        )

    @classmethod
    def search(
        cls,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        *,
        price_rules: bool,
    ) -> GroupSearch:
        """The settings of the search in each group."""
        return GroupSearch(
            restarts=algorithm.parameterAsInt(parameters, cls.RESTARTS, context),
            seed=algorithm.parameterAsInt(parameters, cls.SEED, context),
            smooth=algorithm.parameterAsBool(parameters, cls.SMOOTH, context),
            neighbours=algorithm.parameterAsInt(parameters, cls.NEIGHBORS, context),
            price_rules=price_rules,
        )
