"""What a loaded layer is like besides its colours: names of columns, decimals, one line a row."""

from __future__ import annotations

from qgis.core import QgsEditorWidgetSetup, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from ...common.fields import BEFORE_FIELD, TERRITORY_FIELD
from ...common.texts import tr

SHAPEFILE_NAME_LENGTH = 10  # dBase keeps no more characters of a field's name
LONGEST_OPEN_LEGEND = 12
"""Legends with more entries are folded, so that the layers below stay in sight."""
# What can be read off a map or a plan: a metre, a second, a tenth of a kilometre or an hour.
_DECIMALS = {"_pct": 2, "_m": 0, "_s": 0, "_km": 1, "_h": 1, "_km2": 1}
_OTHER_DECIMALS = 2  # totals, targets, measures from 0 to 1


def column_titles() -> dict[str, str]:
    """Titles of the columns that we write, with units, by the names of their fields."""
    return {
        TERRITORY_FIELD: tr("Territory"),
        BEFORE_FIELD: tr("Territory before"),
        "territory_nearest": tr("Nearest representative"),
        "rep_id": tr("Representative"),
        "rep": tr("Representative"),
        "distance_m": tr("Distance (m)"),
        "time_s": tr("Time (s)"),
        "before_m": tr("Trip before (m)"),
        "after_m": tr("Trip after (m)"),
        "resited_m": tr("Trip from the new home (m)"),
        "before_s": tr("Trip before (s)"),
        "after_s": tr("Trip after (s)"),
        "areas": tr("Areas"),
        "customers": tr("Customers"),
        "target": tr("Target"),
        "deviation": tr("Deviation (units)"),
        "deviation_pct": tr("Deviation (%)"),
        "parts": tr("Connected parts"),
        "enclaves": tr("Parts inside others"),
        "holes": tr("Parts of others inside"),
        "border_m": tr("Border with others (m)"),
        "area_km2": tr("Area (km²)"),
        "perimeter_km": tr("Outline (km)"),
        "compactness": tr("Compactness (1: disc)"),
        "reock": tr("Compactness by Reock (1: disc)"),
        "inertia": tr("Compactness by inertia (1: disc)"),
        "overlap_pct": tr("Overlap (%)"),
        "visited": tr("Areas visited"),
        "unreachable": tr("Areas without a route"),
        "mean_dist_m": tr("Mean trip (m)"),
        "max_dist_m": tr("Longest trip (m)"),
        "min_dist_m": tr("Shortest trip (m)"),
        "travel_m": tr("Travel (m)"),
        "mean_time_s": tr("Mean trip (s)"),
        "max_time_s": tr("Longest trip (s)"),
        "travel_h": tr("Travel (hours)"),
        "second_best": tr("Second-best territory"),
        "move_deviation_pct": tr("Move: change of deviation (% points)"),
        "move_distance_m": tr("Move: change of the trip (m)"),
        "move_border_m": tr("Move: change of the border (m)"),
        "move_forbidden": tr("Move: forbidden by"),
        "firmness": tr("Firmness"),
        "outlier": tr("Outlier"),
        "from": tr("From"),
        "to": tr("To"),
        "keeps": tr("Keeps (areas)"),
        "gives": tr("Gives (areas)"),
        "receives": tr("Receives (areas)"),
        "before_dev_pct": tr("Deviation before (%)"),
        "after_dev_pct": tr("Deviation after (%)"),
        "before_km": tr("Travel before (km)"),
        "after_km": tr("Travel after (km)"),
        "resited_km": tr("Travel from the new home (km)"),
        "before_h": tr("Travel before (hours)"),
        "after_h": tr("Travel after (hours)"),
        "resited_h": tr("Travel from the new home (hours)"),
    }


def title_columns(layer: QgsVectorLayer) -> None:
    """Give the columns that we write titles with units, and their numbers sensible decimals.

    Columns of the user's that have a title, or a widget, keep them.
    """
    titles = column_titles()
    # dBase cuts names; of two that are cut alike the first is meant.
    cut = {name[:SHAPEFILE_NAME_LENGTH]: name for name in reversed(list(titles))}
    for index, field in enumerate(layer.fields().toList()):
        name = cut.get(field.name(), field.name())
        title = titles.get(name, "")
        if title and not field.alias():
            layer.setFieldAlias(index, title)
        is_ours = bool(title) or name.endswith(tuple(_DECIMALS))
        is_real = field.type() in (QMetaType.Type.Double, QMetaType.Type.Float)
        if is_ours and is_real and not layer.editorWidgetSetup(index).type():
            setup = QgsEditorWidgetSetup("Range", {"Precision": _decimals(name)})
            layer.setEditorWidgetSetup(index, setup)
    shown = layer.fields().lookupField(TERRITORY_FIELD)
    if shown >= 0:
        layer.setDisplayExpression(f'"{layer.fields().at(shown).name()}"')


def _decimals(name: str) -> int:
    endings = [ending for ending in _DECIMALS if name.endswith(ending)]
    return _DECIMALS[max(endings, key=len)] if endings else _OTHER_DECIMALS
