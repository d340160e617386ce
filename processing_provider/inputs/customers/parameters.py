"""Parameters of territory:clustercustomers: for whom, what portfolios must keep, how to search."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessingAlgorithm

from ...common.texts import tr
from ..parameters import (
    add_advanced,
    explained,
    number,
    optional_field,
    output_layer,
    places_source,
    seed,
    switch,
    whole_number,
)
from ..people.parameters import rep_name_parameter
from .limit_parameters import LimitParameters, TerritoryLimitParameters


class TerritoryParameters:
    """COUNT, REPS, REP_ID_FIELD, and FIXED."""

    COUNT = "COUNT"
    REPS = "REPS"
    REP_ID_FIELD = "REP_ID_FIELD"
    FIXED = "FIXED"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add the number of territories, or representatives."""
        algorithm.addParameter(
            explained(
                whole_number(cls.COUNT, tr("Number of territories")),
                tr("In each group, if there are groups. Empty: one for each representative."),
            )
        )
        algorithm.addParameter(
            explained(
                places_source(cls.REPS, tr("Representatives (instead of a number)"), optional=True),
                tr("Their places are the first centres."),
            )
        )

    @classmethod
    def add_advanced_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add what is said about the representatives, folded away."""
        add_advanced(
            algorithm,
            explained(
                optional_field(cls.REP_ID_FIELD, tr("Id field of the representatives"), cls.REPS),
                tr(
                    "Its values become the names of the territories; without it: 1, 2, 3 and so on."
                ),
            ),
            rep_name_parameter(cls.REPS),
            explained(
                switch(cls.FIXED, tr("Centres stay at the representatives' places"), default=False),
                tr("Needs representatives. Off: their places are where the centres start."),
            ),
        )


class CustomerRuleParameters:
    """The family from MIN_COUNT to MAX_DISTANCE."""

    MIN_COUNT = "MIN_COUNT"
    MAX_COUNT = "MAX_COUNT"
    PREASSIGNED_FIELD = "PREASSIGNED_FIELD"
    CURRENT_FIELD = "CURRENT_FIELD"
    MIN_RETENTION = "MIN_RETENTION"
    MAX_DISTANCE = "MAX_DISTANCE"
    GROUP_FIELD = "GROUP_FIELD"
    RETENTION_FIELD = "RETENTION_FIELD"
    TOGETHER_FIELD = "TOGETHER_FIELD"
    SAME_POINT = "SAME_POINT"
    NAME_FIELD = "NAME_FIELD"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add the bounds on totals, and folded away what ties customers."""
        algorithm.addParameter(
            explained(
                whole_number(cls.MIN_COUNT, tr("Minimum customers per territory"), least=0),
                tr("No territory gets fewer customers than this. Empty: no minimum."),
            )
        )
        algorithm.addParameter(
            explained(
                whole_number(cls.MAX_COUNT, tr("Maximum customers per territory")),
                tr("No territory gets more customers than this. Empty: no maximum."),
            )
        )
        LimitParameters.add_to(
            algorithm,
            tr("Limits on sums per territory"),
            tr(
                "One row per attribute: a numeric field of the customers, or * for their number, "
                "and the minimum and maximum of its sum in each territory. A bound is a number, a "
                "share of the total like 30%, or a numeric field of the representatives (one bound "
                "for each). An empty cell is no limit."
            ),
        )
        add_advanced(
            algorithm,
            explained(
                optional_field(cls.CURRENT_FIELD, tr("Current representative of a customer")),
                tr(
                    "Who serves the customer now. Without representatives the new territories are "
                    "named after those who keep most of their customers. NULL and empty text: "
                    "nobody."
                ),
            ),
            explained(
                number(
                    cls.MIN_RETENTION,
                    tr("Minimum share of current customers that each representative keeps (%)"),
                    most=100,
                ),
                tr(
                    "Needs the current representative of a customer. Empty: nothing has to be kept."
                ),
            ),
            explained(
                optional_field(
                    cls.RETENTION_FIELD,
                    tr("Minimum share that a representative keeps (%, field)"),
                    "REPS",
                ),
                tr(
                    "Numeric field of the representatives, 0 to 100: the share of current "
                    "customers that each of them keeps. NULL: the share for all counts."
                ),
            ),
            explained(
                optional_field(
                    cls.PREASSIGNED_FIELD, tr("Representative who must get the customer")
                ),
                tr("Id of the representative; NULL and empty text: anybody may get the customer."),
            ),
            explained(
                number(cls.MAX_DISTANCE, tr("Maximum distance from customer to centre (m)")),
                tr("Straight line on the ellipsoid. Empty: any distance."),
            ),
            explained(
                optional_field(
                    cls.TOGETHER_FIELD, tr("Customers with the same value stay together")
                ),
                tr("They get the same territory. NULL and empty text: the customer is alone."),
            ),
            explained(
                switch(
                    cls.SAME_POINT, tr("Customers at the same point stay together"), default=False
                ),
                tr("All customers with the same position get the same territory."),
            ),
            explained(
                optional_field(cls.NAME_FIELD, tr("Name of a customer")),
                tr("Messages call customers by it. Empty: by their feature ids."),
            ),
            explained(
                optional_field(cls.GROUP_FIELD, tr("Group field (one problem per value)")),
                tr(
                    "Each value is a problem of its own. Representatives need a field of the same "
                    "name. Customers without a value stay unassigned."
                ),
            ),
        )


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


class ClusterParameters:
    """Everything that territory:clustercustomers asks for."""

    INPUT = "INPUT"
    OUTPUT = "OUTPUT"
    CENTERS = "CENTERS"
    SUMMARY_TABLE = "SUMMARY"
    ITERATIONS = "ITERATIONS"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add all parameters but the report."""
        algorithm.addParameter(
            explained(
                places_source(cls.INPUT, tr("Customers")),
                tr("Points, or polygons, whose centroids count."),
            )
        )
        TerritoryParameters.add_to(algorithm)
        CustomerRuleParameters.add_to(algorithm)
        TerritoryLimitParameters.add_to(algorithm)
        TerritoryParameters.add_advanced_to(algorithm)
        CustomerSearchParameters.add_to(algorithm)
        kinds = Qgis.ProcessingSourceType
        for definition in (
            explained(
                output_layer(
                    cls.OUTPUT,
                    tr("Customers by territory"),
                    kinds.VectorAnyGeometry,
                    optional=False,
                ),
                tr("Fields: territory, distance_m (to the centre, in metres), outlier."),
            ),
            explained(
                output_layer(cls.CENTERS, tr("Centres"), kinds.VectorPoint),
                tr("One point per territory with what its portfolio holds."),
            ),
            explained(
                output_layer(cls.SUMMARY_TABLE, tr("Summary"), kinds.Vector),
                tr("Groups, territories and the price of each rule; distances in metres."),
            ),
            explained(
                output_layer(cls.ITERATIONS, tr("Iterations"), kinds.Vector, by_default=False),
                tr(
                    "One row per exact round of each start that was worth one: inertia in m² on "
                    "the local plane, customers that moved."
                ),
            ),
        ):
            algorithm.addParameter(definition)
