"""Parameters of territory:greenfield and the case that they describe."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingFeatureSource,
    QgsProcessingParameterEnum,
)

from ....core.arrays import FloatArray, IntArray
from ....core.errors import InvalidInput
from ....core.ids import distinct_ids, positions_in
from ....core.plan.areas import Areas
from ....core.siting.curve import CentreCosts
from ....core.siting.greenfield_problem import (
    CENTRE_RULES,
    CentreBounds,
    ExistingCentres,
    GreenfieldProblem,
)
from ....core.siting.greenfield_result import Sweep
from ....core.siting.settings import DEFAULT_MIN_SAVING_PCT, DEFAULT_RESTARTS
from ...common.texts import tr
from ..layers.units import SpatialUnits, read_units
from ..parameters import (
    Definitions,
    add_advanced,
    explained,
    is_given,
    length,
    number,
    optional_field,
    places_source,
    seed,
    weight_field,
    whole_number,
)
from ..reader import ParameterReader


@dataclass(frozen=True)
class GreenfieldCase:
    """Everything that a run reads, once."""

    source: QgsProcessingFeatureSource
    units: SpatialUnits
    problem: GreenfieldProblem
    sweep: Sweep
    weight_field: str


class GreenfieldParameters:
    """All parameters of the algorithm but its outputs."""

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

    @classmethod
    def add_to(cls, algorithm: QgsProcessingAlgorithm) -> None:
        for definition in cls._basics():
            algorithm.addParameter(definition)
        add_advanced(
            algorithm, *cls._rules(), *cls._existing_rules(), *cls._costs(), *cls._search()
        )

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
    def read(cls, reader: ParameterReader) -> GreenfieldCase:
        """The case that the parameters describe.

        Raises
        ------
        InvalidInput
            What the user gives cannot be used, or contradicts itself.
        """
        source = reader.required_source(cls.INPUT)
        name = reader.text(cls.WEIGHT_FIELD)
        units = read_units(
            source,
            reader.context,
            reader.feedback,
            id_field=reader.text(cls.CUSTOMER_ID_FIELD),
            weight_fields=[name] if name else [],
            labels={name: reader.label(cls.WEIGHT_FIELD)},
        )
        units.refuse_if_empty()
        if units.are_polygons:
            points = units.inner_points
            units = replace(units, coordinates=points, positions=units.space.positions(points))
        demand = units.weights if name else np.ones((len(units), 1))
        called = reader.text(cls.NAME_FIELD)
        customers = Areas(
            units.ids,
            units.positions,
            units.metric,
            demand,
            demand[:, 0],
            names=units.called(called, cls.NAME_FIELD) if called else None,
        )
        problem = GreenfieldProblem(
            customers,
            cls._bounds(reader),
            cls._existing(reader, units),
            CENTRE_RULES[reader.choice(cls.CENTER)],
        )
        return GreenfieldCase(
            source,
            units,
            problem,
            cls._sweep(reader, units, problem.existing_count),
            name,
        )

    @classmethod
    def _bounds(cls, reader: ParameterReader) -> CentreBounds:
        return CentreBounds(
            min_customers=reader.optional_number(cls.MIN_CUSTOMERS),
            max_customers=reader.optional_number(cls.MAX_CUSTOMERS),
            size_range_pct=reader.optional_number(cls.SIZE_RANGE_PCT),
            min_demand=reader.optional_number(cls.MIN_DEMAND),
            max_demand=reader.optional_number(cls.MAX_DEMAND),
            max_distance=reader.optional_number(cls.MAX_DISTANCE),
        )

    @classmethod
    def _existing(cls, reader: ParameterReader, units: SpatialUnits) -> ExistingCentres:
        source = reader.source(cls.EXISTING)
        if source is None:
            return ExistingCentres(np.empty((0, 2)))
        sites = read_units(source, reader.context, reader.feedback, layer_name=cls.EXISTING)
        sites.refuse_if_empty()
        order = sorted(range(len(sites)), key=lambda i: int(sites.ids[i]))
        name = reader.text(cls.EXISTING_NAME_FIELD)
        names = sites.called(name, cls.EXISTING_NAME_FIELD) if name else None

        def own(parameter: str) -> FloatArray:
            field = reader.text(parameter)
            return sites.bounds(field, parameter)[order] if field else np.empty(0)

        return ExistingCentres(
            units.space.positions(sites.coordinates[order], sites.space.crs, cls.EXISTING),
            min_customers=own(cls.EXISTING_MIN_FIELD),
            max_customers=own(cls.EXISTING_MAX_FIELD),
            max_demand=own(cls.EXISTING_CAPACITY_FIELD),
            max_distance=own(cls.EXISTING_DISTANCE_FIELD),
            names=None if names is None else [names[i] for i in order],
        )

    @classmethod
    def _sweep(cls, reader: ParameterReader, units: SpatialUnits, existing: int) -> Sweep:
        least = reader.integer(cls.COUNT_MIN)
        most = (
            reader.integer(cls.COUNT_MAX) if is_given(reader.parameters, cls.COUNT_MAX) else least
        )
        if least < 1 or most < least:
            raise InvalidInput(
                "“Number of centres” (COUNT_MIN) is {least} and “Maximum number of centres” "
                "(COUNT_MAX) is {most}: give a range of at least 1 centre that does not end before "
                "it begins.",
                least=least,
                most=most,
            )
        counts = range(least, most + 1)
        name = reader.text(cls.INITIAL_FIELD)
        initial = cls._initial(reader, units, name, counts, existing) if name else None
        return Sweep(
            counts,
            reader.integer(cls.SEED),
            reader.integer(cls.RESTARTS),
            initial,
            CentreCosts(
                reader.number(cls.OPENING_COST), reader.optional_number(cls.TRANSPORT_COST)
            ),
            reader.number(cls.MIN_SAVING_PCT),
        )

    @classmethod
    def _initial(
        cls,
        reader: ParameterReader,
        units: SpatialUnits,
        name: str,
        counts: range,
        existing: int,
    ) -> IntArray:
        values = units.values(name, cls.INITIAL_FIELD)
        known = distinct_ids(values)
        told = {"field": name, "groups": len(known), "least": counts[0], "most": counts[-1]}
        if not known:
            raise InvalidInput(
                "“Allocation to start from” (INITIAL_FIELD) '{field}' is NULL everywhere: there is "
                "no allocation to start from.",
                **told,
            )
        if len(known) not in counts and len(counts) == 1:
            raise InvalidInput(
                "“Allocation to start from” (INITIAL_FIELD) '{field}' holds {groups} groups, but "
                "{least} centres are asked for. Set the number of centres to {groups}, or leave "
                "the field out.",
                **told,
            )
        if len(known) not in counts:
            raise InvalidInput(
                "“Allocation to start from” (INITIAL_FIELD) '{field}' holds {groups} groups, but "
                "{least} to {most} centres are asked for. Let the numbers of centres include "
                "{groups}, or leave the field out.",
                **told,
            )
        if len(known) <= existing:
            raise InvalidInput(
                "“Allocation to start from” (INITIAL_FIELD) '{field}' holds {groups} groups, but "
                "{existing} centres exist already and stay: no centre is left to be placed from "
                "it. Leave the field out, or ask for more centres than exist, with as many groups.",
                existing=existing,
                **told,
            )
        if len(counts) > 1:
            reader.feedback.pushInfo(
                tr(
                    "“Allocation to start from”: '{field}' holds {groups} groups: it is one of the "
                    "starts for {groups} centres, and for no other number."
                ).format(**told)
            )
        return positions_in(values, known)
