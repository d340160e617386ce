"""Styles of the layers that a run loads: one colour per territory, the same in every layer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsLineSymbol,
    QgsRendererCategory,
    QgsSimpleLineSymbolLayer,
    QgsSymbol,
    QgsVectorLayer,
)

from ....core.arrays import FloatArray, IntArray
from ....core.contiguity.graph import ContiguityGraph
from ....core.ids import id_key
from ....core.plan.colours import colours_around, keep_colours, plan_colours
from ....core.plan.plan import Plan
from ...common.fields import AREA_NAME_FIELD, BEFORE_FIELD, TERRITORY_FIELD, TerritoryNames
from ...common.texts import tr
from .known_colours import remember_colours
from .label_text import INK
from .labels import is_polygon, keep_labels_off, set_labels
from .layer_fields import find_field, legend_text, quoted
from .map_tips import map_of, set_map_tip
from .symbols import area_symbol, customer_symbol, home_size_mm, home_symbol, territory_symbol

_TERRITORY_FIELDS = (
    *(TERRITORY_FIELD, BEFORE_FIELD, "territory_nearest", "second_best"),
    *("from", "to", "rep", "rep_id"),
)
"""Fields of our layers whose values are territories."""


@dataclass(frozen=True)
class TerritoryColours:
    """Colour of each territory, by the value in the ``territory`` field, and what it is called.

    Attributes
    ----------
    colours : dict
    called : mapping
        See :class:`TerritoryNames`.
    """

    colours: dict[Any, str]
    called: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def around_homes(cls, names: TerritoryNames, points: FloatArray) -> TerritoryColours:
        """Colours that differ between neighbouring homes, given on a plane (k, 2)."""
        return cls(dict(zip(names.values, colours_around(points))), names.called)

    @classmethod
    def create(
        cls, names: TerritoryNames, labels: IntArray, graph: ContiguityGraph | None
    ) -> TerritoryColours:
        """Colours that differ between territories whose areas touch."""
        colours = plan_colours(labels, len(names), graph)
        return cls(dict(zip(names.values, colours)), names.called)

    @classmethod
    def of_plan(cls, names: TerritoryNames, plan: Plan) -> TerritoryColours:
        """Colours that differ between territories that touch, or whose customers are near."""
        if plan.areas.graph is None:
            return cls.around_homes(names, plan.areas.metric.to_plane(plan.some_positions()))
        return cls.create(names, plan.labels, plan.areas.graph)

    def keeping(self, known: Mapping[str, str]) -> TerritoryColours:
        """The same, but that territories keep the colours that they have in the project."""
        before = [known.get(id_key(name)) for name in self.colours]
        kept = keep_colours(list(self.colours.values()), before)
        return replace(self, colours=dict(zip(self.colours, kept)))

    def shown(self, value: Any) -> str:
        """What readers call a territory."""
        return self.called.get(id_key(value), str(value))

    def expression(self, name: str) -> str:
        """A QGIS expression that says what the territory in a field is called."""
        text = f"to_string({quoted(name)})"
        own = {id_key(value) for value in self.colours}
        called = {key: shown for key, shown in self.called.items() if key in own}
        if not called:
            return text
        return f"coalesce(map_get({map_of(called)}, {text}), {text})"

    def map_tip(
        self,
        layer: QgsVectorLayer,
        names: Sequence[str] | None = None,
        words: Mapping[str, Mapping[str, str]] | None = None,
    ) -> None:
        """As :func:`set_map_tip`, with territories by their names."""
        fields = [find_field(layer, name) for name in _TERRITORY_FIELDS] if self.called else []
        called = {name: self.called for name in fields if name}
        set_map_tip(layer, names, called | dict(words or {}))

    def areas(self, layer: QgsVectorLayer) -> None:
        """Filled areas with faint outlines (or points) in the colour of their territory."""
        self._categorise(layer, area_symbol if is_polygon(layer) else customer_symbol)
        self.map_tip(layer)

    def territories(self, layer: QgsVectorLayer) -> None:
        """Outlines with a label and statistics in the map tip."""
        if is_polygon(layer):
            self._categorise(layer, territory_symbol)
        else:
            self._categorise(layer, customer_symbol)
        deviation = find_field(layer, "deviation_pct")
        text = self.expression(find_field(layer, TERRITORY_FIELD))
        if deviation:
            text += f" || '\\n' || format_number({quoted(deviation)}, 2) || ' %'"
        set_labels(layer, text, size=9.0)
        self.map_tip(layer)

    def representatives(self, layer: QgsVectorLayer, field: str = TERRITORY_FIELD) -> None:
        """Round symbols with a white rim on top of the territories; the smaller, the more.

        Beside each the name of the town, where the layer has it.
        """
        self._categorise(layer, partial(home_symbol, home_size_mm(len(self.colours))), field)
        town = find_field(layer, AREA_NAME_FIELD)
        if town:
            set_labels(layer, quoted(town), size=8.0, beside_symbol_mm=1.0)
        else:
            keep_labels_off(layer)
        self.map_tip(layer)

    def labelled_representatives(self, layer: QgsVectorLayer, field: str) -> None:
        """The same with the value of a field beside each symbol."""
        self.representatives(layer, field)
        text = self.expression(find_field(layer, field))
        set_labels(layer, text, size=9.0, beside_symbol_mm=1.0)

    def _categorise(
        self,
        layer: QgsVectorLayer,
        symbol: Callable[[str], QgsSymbol],
        field: str = TERRITORY_FIELD,
    ) -> None:
        name = find_field(layer, field)
        remember_colours(layer, self.colours)
        categories = [
            QgsRendererCategory(value, symbol(colour), legend_text(self.shown(value)))
            for value, colour in self.colours.items()
        ]
        missing, _ = layer.aggregate(Qgis.Aggregate.CountMissing, quoted(name))
        if missing:
            categories.append(QgsRendererCategory(None, symbol("#d9d9d9"), tr("not assigned")))
        layer.setRenderer(QgsCategorizedSymbolRenderer(name, categories))


def style_flow_lines(
    colours: TerritoryColours, over_areas: bool = False
) -> Callable[[QgsVectorLayer], None]:
    """Thin lines from customer to centre in the colour of the territory.

    Over areas of that same colour they get a dark rim, or they would not be seen.
    """

    def symbol(colour: str) -> QgsSymbol:
        line = QgsLineSymbol.createSimple({"line_color": colour, "line_width": "0.15"})
        if over_areas:
            rim = {"line_color": f"{INK}99", "line_width": "0.35"}
            line.insertSymbolLayer(0, QgsSimpleLineSymbolLayer.create(rim))
        return line

    def style(layer: QgsVectorLayer) -> None:
        colours._categorise(layer, symbol)
        colours.map_tip(layer)

    return style


def style_adjacency(layer: QgsVectorLayer) -> None:
    """Neighbourhoods as thin lines; bridges and drawn lines stand out."""
    looks = {
        "border": ("#5b6b78", "0.2", "solid", tr("shared border")),
        "corner": ("#8fa3b0", "0.2", "dot", tr("corner")),
        "bridge": ("#d1495b", "0.5", "dash", tr("bridge to an island")),
        "manual": ("#2a7f9e", "0.5", "solid", tr("drawn by hand")),
    }
    categories = [
        QgsRendererCategory(
            kind,
            QgsLineSymbol.createSimple(
                {"line_color": colour, "line_width": width, "line_style": dash}
            ),
            label,
        )
        for kind, (colour, width, dash, label) in looks.items()
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer(find_field(layer, "kind"), categories))
    set_map_tip(layer)
