"""Parameters of territory:greenfield."""

from __future__ import annotations

from qgis.core import Qgis, QgsProcessingAlgorithm, QgsProcessingParameterEnum

from ....core.siting.settings import DEFAULT_MIN_SAVING_PCT, DEFAULT_RESTARTS
from ...common.texts import tr
from ..parameters import (
    Definitions,
    add_advanced,
    explained,
    length,
    number,
    optional_field,
    output_layer,
    places_source,
    seed,
    weight_field,
    whole_number,
)


class GreenfieldParameters:
    """Everything that territory:greenfield asks for."""

    INPUT = "INPUT"
    WEIGHT_FIELD = "WEIGHT_FIELD"
    COUNT_MIN = "COUNT_MIN"
    COUNT_MAX = "COUNT_MAX"
    SIZE_RANGE_PCT = "SIZE_RANGE_PCT"
    MIN_CUSTOMERS = "MIN_CUSTOMERS"
    MAX_CUSTOMERS = "MAX_CUSTOMERS"
    MIN_DEMAND = "MIN_DEMAND"
    MAX_DEMAND = "MAX_DEMAND"
    MAX_DISTANCE = "MAX_DISTANCE"
    EXISTING = "EXISTING"
    INITIAL_FIELD = "INITIAL_FIELD"
    CENTER = "CENTER"
    OPENING_COST = "OPENING_COST"
    TRANSPORT_COST = "TRANSPORT_COST"
    MIN_SAVING_PCT = "MIN_SAVING_PCT"
    CUSTOMER_ID_FIELD = "CUSTOMER_ID_FIELD"
    NAME_FIELD = "NAME_FIELD"
    EXISTING_NAME_FIELD = "EXISTING_NAME_FIELD"
    EXISTING_MIN_FIELD = "EXISTING_MIN_FIELD"
    EXISTING_MAX_FIELD = "EXISTING_MAX_FIELD"
    EXISTING_CAPACITY_FIELD = "EXISTING_CAPACITY_FIELD"
    EXISTING_DISTANCE_FIELD = "EXISTING_DISTANCE_FIELD"
    RESTARTS = "RESTARTS"
    SEED = "SEED"
    CENTERS = "CENTERS"
    OUTPUT = "OUTPUT"
    FLOWS = "FLOWS"
    ITERATIONS = "ITERATIONS"
    ITERATION_CENTERS = "ITERATION_CENTERS"
    CURVE = "CURVE"

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        """Add all parameters but the report."""
        for definition in cls._basics():
            algorithm.addParameter(definition)
        add_advanced(
            algorithm, *cls._rules(), *cls._existing_rules(), *cls._costs(), *cls._search()
        )
        for definition in cls._outputs():
            algorithm.addParameter(definition)

    @classmethod
    def _basics(cls) -> Definitions:
        yield explained(
            places_source(cls.INPUT, tr("Customers")),
            tr("Points, or polygons that count at a point on their surface."),
        )
        yield explained(
            weight_field(tr("Demand (empty: each counts 1)")),
            tr("What each customer receives: its weight in the total of demand × distance."),
        )
        yield explained(
            whole_number(cls.COUNT_MIN, tr("Number of centres"), 5),
            tr("Existing centres are counted among them."),
        )
        yield explained(
            whole_number(
                cls.COUNT_MAX, tr("Maximum number of centres (empty: only the number above)")
            ),
            tr("Every number between the two is tried, and one of them is recommended."),
        )
        yield explained(
            number(
                cls.SIZE_RANGE_PCT,
                tr("Customers per centre: ± range around the mean (%; empty: no bound)"),
            ),
            tr("With 188 customers and 9 centres, 20 % allows 16 to 25 customers each."),
        )
        yield explained(
            places_source(
                cls.EXISTING, tr("Existing centres that stay"), optional=True, points_only=True
            ),
            tr("Sites that exist already: they are not moved, new ones are added to them."),
        )

    @classmethod
    def _rules(cls) -> Definitions:
        every = tr("Holds for every centre.")
        yield explained(
            whole_number(cls.MIN_CUSTOMERS, tr("Minimum customers per centre"), least=0), every
        )
        yield explained(
            whole_number(cls.MAX_CUSTOMERS, tr("Maximum customers per centre"), least=0), every
        )
        yield explained(number(cls.MIN_DEMAND, tr("Minimum demand per centre")), every)
        yield explained(number(cls.MAX_DEMAND, tr("Maximum demand per centre")), every)
        yield explained(
            length(cls.MAX_DISTANCE, tr("Maximum distance from customer to centre (m)")), every
        )
        yield explained(
            QgsProcessingParameterEnum(
                cls.CENTER,
                tr("Position of a centre"),
                [
                    tr("demand-weighted mean of its customers"),
                    tr("plain mean of its customers"),
                    tr("point with the least weighted distance (median)"),
                ],
                defaultValue=0,
            ),
            tr("The mean is the centre of gravity; the median has the least travel."),
        )
        yield explained(
            optional_field(cls.CUSTOMER_ID_FIELD, tr("Customer id (empty: feature ids)")),
            tr("What flows and messages call a customer."),
        )
        yield explained(
            optional_field(cls.NAME_FIELD, tr("Name of a customer")),
            tr("What flows and messages call a customer besides its id."),
        )

    @classmethod
    def _existing_rules(cls) -> Definitions:
        yield explained(
            optional_field(cls.EXISTING_NAME_FIELD, tr("Name of an existing centre"), cls.EXISTING),
            tr("What labels, results and messages call it."),
        )
        own = tr(
            "A field of the existing centres; where it is empty, the rule of all centres holds."
        )
        for name, text in (
            (cls.EXISTING_MIN_FIELD, tr("Minimum customers of an existing centre")),
            (cls.EXISTING_MAX_FIELD, tr("Maximum customers of an existing centre")),
            (cls.EXISTING_CAPACITY_FIELD, tr("Capacity of an existing centre (maximum demand)")),
            (cls.EXISTING_DISTANCE_FIELD, tr("Maximum distance to an existing centre (m)")),
        ):
            yield explained(weight_field(text, name=name, layer=cls.EXISTING), own)

    @classmethod
    def _costs(cls) -> Definitions:
        yield explained(
            number(
                cls.OPENING_COST,
                tr("Cost of one centre (money, or demand × m without a cost of transport)"),
                0.0,
            ),
            tr("The number of centres with the least total cost is recommended (0: none)."),
        )
        yield explained(
            number(cls.TRANSPORT_COST, tr("Cost of transport per unit of demand and km (money)")),
            tr("With it the total cost is money: centres, and demand × distance."),
        )
        yield explained(
            number(
                cls.MIN_SAVING_PCT,
                tr("Minimum saving by a further centre (% of the travel with one centre)"),
                DEFAULT_MIN_SAVING_PCT,
                most=100.0,
            ),
            tr(
                "Without costs the smallest number of centres is recommended beyond which a "
                "further one saves less than this."
            ),
        )

    @classmethod
    def _search(cls) -> Definitions:
        yield explained(
            optional_field(cls.INITIAL_FIELD, tr("Allocation to start from")),
            tr("One more start, for as many centres as the field holds different values."),
        )
        yield explained(
            whole_number(
                cls.RESTARTS, tr("Number of random starts (best is kept)"), DEFAULT_RESTARTS
            ),
            tr("More starts take longer and find better centres."),
        )
        yield explained(seed(), tr("The same seed gives the same centres again."))

    @classmethod
    def _outputs(cls) -> Definitions:
        kinds = Qgis.ProcessingSourceType
        yield from (
            explained(
                output_layer(cls.CENTERS, tr("Centres"), kinds.VectorPoint, optional=False),
                tr("Points with customers, demand and distances of each centre."),
            ),
            explained(
                output_layer(
                    cls.OUTPUT, tr("Customers by centre"), kinds.VectorAnyGeometry, optional=False
                ),
                tr("The customers with their centre and the distance to it."),
            ),
            explained(
                output_layer(cls.FLOWS, tr("Flows"), kinds.VectorLine),
                tr("A line from each centre to each of its customers."),
            ),
            explained(
                output_layer(cls.ITERATIONS, tr("Iterations"), kinds.Vector, by_default=False),
                tr("A table of all rounds of all starts."),
            ),
            explained(
                output_layer(
                    cls.ITERATION_CENTERS,
                    tr("Centres by iteration"),
                    kinds.VectorPoint,
                    by_default=False,
                ),
                tr("Where the centres were in each round of the start that won."),
            ),
            explained(
                output_layer(cls.CURVE, tr("Curve"), kinds.Vector, by_default=False),
                tr("A table of the numbers of centres that were tried."),
            ),
        )
