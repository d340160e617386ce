"""Breaches of rules as features that show where each one is, with numbers and a sentence."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import numpy as np
from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsFeatureRequest,
    QgsFields,
    QgsFillSymbol,
    QgsGeometry,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QColor

from ....core.arrays import IntArray
from ....core.errors import name_some
from ....core.plan.areas import NO_AREA
from ....core.plan.plan import Plan
from ....core.plan.validate import Breach, Rule
from ....core.texts import Figure, readable
from ...common.fields import TerritoryNames, integer_field, like_field, number_field, text_field
from ...common.texts import counted, tr
from ...inputs.layers.units import SpatialUnits
from ..looks.labels import set_labels
from ..looks.layer_fields import find_field, quoted
from ..looks.map_tips import set_map_tip
from ..plans.dissolved import dissolve
from ..writing.fields import output_value

_MOST_NAMED = 20
"""Ids of areas in one cell; the number of all stands beside them."""
_COLOURS = (
    *("#c8434f", "#d98b2b", "#7b4fa3", "#2a7f9e", "#5f8f3e", "#b3589a", "#8a6d3b", "#4c5a67"),
)
"""As many as rules that are seldom broken at once; they repeat after that."""


@dataclass
class IssueTable:
    """Fields and features of the breaches.

    Attributes
    ----------
    units : SpatialUnits
    names : TerritoryNames
    plan : Plan
    breaches : list of Breach
    """

    units: SpatialUnits
    names: TerritoryNames
    plan: Plan
    breaches: list[Breach]
    _shapes: dict[bytes, QgsGeometry] = field(default_factory=dict)

    @property
    def fields(self) -> QgsFields:
        """Fields of the layer."""
        fields = QgsFields()
        for one in (
            text_field("rule"),
            like_field("territory", self.names.field),
            like_field("other", self.names.field),
            text_field("criterion"),
            integer_field("areas"),
            text_field("ids"),
            number_field("number"),
            number_field("limit"),
            text_field("sentence"),
        ):
            fields.append(one)
        return fields

    @property
    def geometry_type(self) -> Qgis.WkbType:
        """Polygons, or points for customers."""
        if self.units.are_polygons:
            return Qgis.WkbType.MultiPolygon
        return Qgis.WkbType.MultiPoint

    def features(self) -> Iterable[QgsFeature]:
        """One feature per breach."""
        fields = self.fields
        for breach in self.breaches:
            feature = QgsFeature(fields)
            shape = self._shape(self._where(breach))
            if shape is not None:
                feature.setGeometry(shape)
            called = self.plan.areas.called
            as_they_came = breach.areas[np.argsort(self.units.arrival[breach.areas])]
            feature.setAttributes(
                [
                    breach.rule.value,
                    self.names.of(breach.territory),
                    self.names.of(breach.other),
                    self._criterion(breach) or None,
                    len(breach.areas),
                    name_some([called[area] for area in as_they_came.tolist()], _MOST_NAMED)
                    or None,
                    output_value(breach.value),
                    output_value(breach.limit),
                    self.sentence(breach),
                ]
            )
            yield feature

    def _where(self, breach: Breach) -> IntArray:
        """Areas that show the breach; of an empty territory the area of the home."""
        homes = self.plan.homes
        if len(breach.areas) or breach.territory < 0 or homes is None:
            return breach.areas
        at = homes.area[[breach.territory]]
        return at[at != NO_AREA]

    def _shape(self, areas: IntArray) -> QgsGeometry | None:
        if not len(areas):
            return None
        key = areas.tobytes()
        if key not in self._shapes:
            # Several rules are often broken by the same whole territory.
            own = [self.units.shapes[area] for area in areas.tolist()]
            self._shapes[key] = dissolve(own)
        return self._shapes[key]

    def _criterion(self, breach: Breach) -> str:
        fields = self.units.weight_fields
        return fields[breach.criterion] if 0 <= breach.criterion < len(fields) else ""

    def sentence(self, breach: Breach) -> str:
        """What is wrong, in words."""
        values = {
            "name": self.names.shown(self.names.of(breach.territory)),
            "other": self.names.shown(self.names.of(breach.other)),
            "criterion": self._criterion(breach) or tr("areas"),
            "value": _amount(breach.value),
            "limit": _amount(breach.limit),
        }
        count = len(breach.areas)
        if breach.rule == Rule.UNASSIGNED:
            return counted(
                count, "{count} area has no territory.", "{count} areas have no territory."
            )
        if breach.rule == Rule.NOT_CONTIGUOUS:
            return counted(
                count,
                "Territory {name} lies in {value} parts: {count} area is cut off from the rest.",
                "Territory {name} lies in {value} parts: {count} areas are cut off from the rest.",
                **values,
            )
        if breach.rule == Rule.TOO_FEW_AREAS:
            return counted(
                count,
                "Territory {name} has {count} area; the minimum is {limit}.",
                "Territory {name} has {count} areas; the minimum is {limit}.",
                **values,
            )
        if breach.rule == Rule.TOO_MANY_AREAS:
            return counted(
                count,
                "Territory {name} has {count} area; the maximum is {limit}.",
                "Territory {name} has {count} areas; the maximum is {limit}.",
                **values,
            )
        if breach.rule == Rule.ENCLAVE:
            return self._enclave(breach, count)
        if breach.rule == Rule.TOO_FAR and math.isinf(breach.value):
            return counted(
                count,
                "{count} area of territory {name} is too far from its home or cannot be reached.",
                "{count} areas of territory {name} are too far from their home or cannot be "
                "reached.",
                **values,
            )
        if breach.rule == Rule.TOO_FAR:
            return counted(
                count,
                "{count} area of territory {name} is farther from its home than {limit} m; the "
                "trip is {value} m.",
                "{count} areas of territory {name} are farther from its home than {limit} m; the "
                "longest trip is {value} m.",
                **values,
            )
        if breach.rule == Rule.HOME_OUTSIDE and not count:
            return tr("The home of territory {name} lies outside every area.").format(**values)
        if breach.rule == Rule.HOME_OUTSIDE and breach.other < 0:
            return tr("The home of territory {name} lies in an area that nobody has.").format(
                **values
            )
        if breach.rule == Rule.DUPLICATE_NAME and breach.other == breach.territory:
            return tr("{value} representatives are called {name}.").format(**values)
        if breach.rule == Rule.DUPLICATE_NAME and breach.other < 0:
            return tr("Territory {name} is written in {value} ways.").format(**values)
        return _sentences()[breach.rule].format(**values)

    def _enclave(self, breach: Breach, count: int) -> str:
        if breach.territory < 0:
            return counted(
                count,
                "{count} area that nobody has lies inside territory {other}.",
                "{count} areas that nobody has lie inside territory {other}.",
                other=self.names.of(breach.other),
            )
        return counted(
            count,
            "{count} area of territory {name} lies inside territory {other}.",
            "{count} areas of territory {name} lie inside territory {other}.",
            name=self.names.of(breach.territory),
            other=self.names.of(breach.other),
        )


def _sentences() -> dict[Rule, str]:
    return {
        Rule.EMPTY: tr("Territory {name} has no area."),
        Rule.SPLIT_GROUP: tr(
            "Areas that stay together lie in {value} territories, most of them in {name}."
        ),
        Rule.TOTAL_TOO_SMALL: tr(
            "Territory {name} has {value} of {criterion}; the minimum is {limit}."
        ),
        Rule.TOTAL_TOO_LARGE: tr(
            "Territory {name} has {value} of {criterion}; the maximum is {limit}."
        ),
        Rule.DEVIATION: tr(
            "Territory {name} deviates by {value} % in {criterion}; the maximum is {limit} %."
        ),
        Rule.CHANGE: tr("{value} % of the weight changed its territory; the maximum is {limit} %."),
        Rule.NO_HOME: tr("Territory {name} has no representative."),
        Rule.HOME_OUTSIDE: tr("The home of territory {name} lies in territory {other}."),
        Rule.DUPLICATE_NAME: tr("Territory {name} is called nearly like territory {other}."),
    }


def _titles() -> dict[Rule, str]:
    return {
        Rule.UNASSIGNED: tr("no territory"),
        Rule.EMPTY: tr("empty territory"),
        Rule.NOT_CONTIGUOUS: tr("not connected"),
        Rule.ENCLAVE: tr("enclave"),
        Rule.SPLIT_GROUP: tr("group in several territories"),
        Rule.TOO_FEW_AREAS: tr("too few areas"),
        Rule.TOO_MANY_AREAS: tr("too many areas"),
        Rule.TOTAL_TOO_SMALL: tr("total too small"),
        Rule.TOTAL_TOO_LARGE: tr("total too large"),
        Rule.DEVIATION: tr("deviation"),
        Rule.CHANGE: tr("too much changed"),
        Rule.NO_HOME: tr("no representative"),
        Rule.HOME_OUTSIDE: tr("home outside"),
        Rule.TOO_FAR: tr("too far from home"),
        Rule.DUPLICATE_NAME: tr("name used twice"),
    }


def style_issues(layer: QgsVectorLayer) -> None:
    """Breaches in the colour of their rule, seen through, with a thick outline and a label."""
    name = find_field(layer, "rule")
    index = layer.fields().lookupField(name)
    broken = {str(value) for value in layer.uniqueValues(index)}
    symbol = _symbol_for(layer)
    categories = [
        QgsRendererCategory(rule.value, symbol(_COLOURS[place % len(_COLOURS)]), title)
        for place, (rule, title) in enumerate(
            (rule, title) for rule, title in _titles().items() if rule.value in broken
        )
    ]
    renderer = QgsCategorizedSymbolRenderer(name, categories)
    # Small ones on top: many lie within a territory that breaks another rule.
    renderer.setOrderBy(
        QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause("$area", False)])
    )
    renderer.setOrderByEnabled(True)
    layer.setRenderer(renderer)
    territory = f"to_string({quoted(find_field(layer, 'territory'))})"
    cases = " ".join(
        f"WHEN {quoted(name)} = '{rule.value}' THEN {_as_text(title)}"
        for rule, title in _titles().items()
    )
    label = f"coalesce({territory} || '\\n', '') || CASE {cases} END"
    set_labels(layer, label, size=8.0, beside_symbol_mm=1.0)
    set_map_tip(layer, ("rule", "sentence", "ids"))


def _amount(value: float) -> Figure | str:
    return readable(value) if math.isfinite(value) else "–"


def _as_text(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _symbol_for(layer: QgsVectorLayer) -> Callable[[str], QgsSymbol]:
    if layer.geometryType() != Qgis.GeometryType.Polygon:
        return lambda colour: QgsMarkerSymbol.createSimple(
            {"name": "circle", "color": colour, "size": "3", "outline_color": "white"}
        )
    return _see_through


def _see_through(colour: str) -> QgsSymbol:
    fill = QColor(colour)
    return QgsFillSymbol.createSimple(
        {
            "color": f"{fill.red()},{fill.green()},{fill.blue()},70",
            "outline_color": colour,
            "outline_width": "0.5",
        }
    )
