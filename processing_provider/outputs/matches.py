"""The layers of territory:matchreps."""

from __future__ import annotations

from collections.abc import Iterator

from qgis.core import Qgis, QgsFeature, QgsFields

from ...core.customers.matching import Matching, match_rows
from ..fields import (
    TERRITORY_FIELD,
    TerritoryNames,
    integer_field,
    like_field,
    number_field,
    text_field,
)
from ..inputs.customers import newcomers
from ..inputs.match_case import MatchCase
from ..texts import translatable
from .customer_styles import customer_colours, customers_style
from .fields import AssignmentSchema, assigned_features, table_feature
from .sinks import OutputLayer


def match_layers(
    case: MatchCase, match: Matching, geometry_type: Qgis.WkbType, outputs: tuple[str, str]
) -> list[OutputLayer]:
    """The customers with their new representatives, and the table of matches."""
    known = case.current.names
    new = newcomers(known.values, match.new_count, known.field)
    names = TerritoryNames((*known.values, *new), known.field)
    labels = match.labels(case.clusters.plan.labels)
    schema = AssignmentSchema.create(case.units.fields, names.field)
    fields = _match_fields(case)
    return [
        OutputLayer(
            outputs[0],
            schema.fields,
            geometry_type,
            lambda: assigned_features(case.units, schema, names, labels),
            customers_style(customer_colours(case.units, names, labels)),
        ),
        OutputLayer(
            outputs[1],
            fields,
            Qgis.WkbType.NoGeometry,
            lambda: _match_features(fields, case, match, names),
        ),
    ]


def _match_fields(case: MatchCase) -> QgsFields:
    fields = QgsFields()
    for field in (
        like_field("cluster", case.clusters.field),
        like_field(TERRITORY_FIELD, case.current.field),
        text_field("kind"),
        integer_field("customers"),
        integer_field("customers_before"),
        integer_field("customers_kept"),
        number_field("weight"),
        number_field("weight_before"),
        number_field("weight_kept"),
        number_field("kept_pct"),
    ):
        fields.append(field)
    return fields


def _match_features(
    fields: QgsFields, case: MatchCase, match: Matching, names: TerritoryNames
) -> Iterator[QgsFeature]:
    rows = match_rows(match, case.clusters.plan.labels, case.current.plan.labels, case.weights)
    for row in rows:
        if row.cluster < 0:
            kind, name = translatable("no cluster"), names.of(row.representative)
        else:
            kind = "new" if row.representative < 0 else "matched"
            name = names.of(int(match.names_of_clusters[row.cluster]))
        yield table_feature(
            fields,
            [
                *(case.clusters.names.of(row.cluster), name, kind),
                *(row.customers, row.customers_before, row.customers_kept),
                *(row.weight, row.weight_before, row.weight_kept, 100.0 * row.kept_share),
            ],
        )
