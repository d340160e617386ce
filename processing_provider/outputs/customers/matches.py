"""The layers of territory:matchreps."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from qgis.core import Qgis, QgsFeature, QgsFields

from ....core.customers.matching import Matching, MatchRow, left_rows, match_rows
from ...common.fields import (
    TERRITORY_FIELD,
    TerritoryNames,
    integer_field,
    like_field,
    number_field,
    text_field,
)
from ...common.texts import translatable
from ...inputs.customers.match_case import MatchCase
from ..looks.customer_styles import customer_colours, customers_style
from ..looks.styles import TerritoryColours
from ..writing.fields import AssignmentSchema, assigned_features, point_feature, table_feature
from ..writing.output_layer import OutputLayer


def match_layers(
    case: MatchCase,
    match: Matching,
    geometry_type: Qgis.WkbType,
    outputs: tuple[str, str, str],
    known_colours: Mapping[str, str],
) -> list[OutputLayer]:
    """The customers with their new representatives, the table of matches, and the centres."""
    field = case.current.field
    names = TerritoryNames((*case.names_staying, *case.new_names[: match.new_count]), field)
    colours = customer_colours(case.units, names, match.labels(case.clusters.plan.labels))
    colours = colours.keeping(known_colours)
    labels = match.labels(case.clusters.plan.labels)
    schema = AssignmentSchema.create(case.units.fields, names.field)
    fields = _match_fields(case)
    return [
        OutputLayer(
            outputs[0],
            schema.fields,
            geometry_type,
            lambda: assigned_features(case.units, schema, names, labels),
            customers_style(colours),
        ),
        OutputLayer(
            outputs[1],
            fields,
            Qgis.WkbType.NoGeometry,
            lambda: _match_features(fields, case, match, names),
        ),
        _centres(case, match, names, colours, outputs[2]),
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
    rows = match_rows(match, case.clusters.plan.labels, case.staying, case.weights)
    for row in rows:
        if row.cluster < 0:
            kind, name = translatable("no cluster"), names.of(row.representative)
        else:
            kind = "new" if row.representative < 0 else "matched"
            name = names.of(int(match.names_of_clusters[row.cluster]))
        values = [case.clusters.names.of(row.cluster), name, *_values(kind, row)]
        yield table_feature(fields, values)
    for row in left_rows(case.current.plan.labels, case.weights, case.left):
        name = case.current.names.of(row.representative)
        yield table_feature(fields, [None, name, *_values("left", row)])


def _values(kind: str, row: MatchRow) -> list[Any]:
    return [
        kind,
        *(row.customers, row.customers_before, row.customers_kept),
        *(row.weight, row.weight_before, row.weight_kept, 100.0 * row.kept_share),
    ]


def _centres(
    case: MatchCase,
    match: Matching,
    names: TerritoryNames,
    colours: TerritoryColours,
    output: str,
) -> OutputLayer:
    """One point per cluster."""
    fields = QgsFields()
    for field in (
        like_field("cluster", case.clusters.field),
        like_field(TERRITORY_FIELD, names.field),
        integer_field("customers"),
    ):
        fields.append(field)

    def features() -> Iterator[QgsFeature]:
        plan = case.clusters.plan
        places = case.units.space.map_coordinates(plan.centres)
        sizes = plan.statistics.area_count
        for cluster, label in enumerate(match.names_of_clusters.tolist()):
            values = [plan.names[cluster], names.of(label), int(sizes[cluster])]
            yield point_feature(fields, places[cluster], values)

    return OutputLayer(
        output,
        fields,
        Qgis.WkbType.Point,
        features,
        lambda layer: colours.labelled_representatives(layer, TERRITORY_FIELD),
        1,
    )
