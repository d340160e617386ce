"""The representatives as the workbench knows them: those of the layer, joined and left."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from qgis.core import (  # type: ignore[attr-defined,unused-ignore] # the stubs lack exceptions
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsField,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)

from ...core.ids import id_key
from ...processing_provider.common.fields import like_field, number_field, text_field
from ...processing_provider.inputs.layers.attributes import plain_value
from ...processing_provider.inputs.layers.features import features_now
from ...processing_provider.inputs.layers.shapes import representative_point
from .settings import PlanSettings

NAME, SHARE = "name", "share"


@dataclass(frozen=True)
class Person:
    """A representative: home in the areas' reference system, share of the work.

    Attributes
    ----------
    name : object
        That of the territory.
    called : str
        What people call them.
    """

    name: Any
    home: QgsPointXY
    share: float = 1.0
    called: str = ""


@dataclass(frozen=True)
class People:
    """All representatives; none where territories have only names.

    Attributes
    ----------
    persons : tuple of Person
    field : QgsField
        That can hold their names.
    """

    persons: tuple[Person, ...]
    field: QgsField

    def __bool__(self) -> bool:
        return bool(self.persons)

    def named(self, name: object) -> Person | None:
        """The one of this name; None if there is none."""
        key = id_key(name)
        return next((person for person in self.persons if id_key(person.name) == key), None)

    def called(self, name: object) -> str:
        """What people call the one of this name; "" if there is none."""
        person = self.named(name)
        return "" if person is None else person.called or str(person.name)

    def layer(self, areas: QgsVectorLayer, only: Iterable[object] | None = None) -> QgsVectorLayer:
        """The people as a layer of points for a run, all of them or only some."""
        wanted = None if only is None else {id_key(name) for name in only}
        layer = QgsVectorLayer("Point", "people", "memory")
        layer.setCrs(areas.crs())
        provider = layer.dataProvider()
        provider.addAttributes([like_field(NAME, self.field), number_field(SHARE)])
        layer.updateFields()
        features = []
        for person in self.persons:
            if wanted is not None and id_key(person.name) not in wanted:
                continue
            feature = QgsFeature(layer.fields())
            feature.setGeometry(QgsGeometry.fromPointXY(person.home))
            feature.setAttributes([person.name, person.share])
            features.append(feature)
        provider.addFeatures(features)
        return layer


def read_people(settings: PlanSettings, project: QgsProject) -> People:
    """Those of the layer of representatives without who left, and who joined.

    Who has no place on the map of the areas is left out.
    """
    layer, areas = settings.rep_layer(project), settings.area_layer(project)
    if layer is None or areas is None:
        return People((), text_field(NAME))
    index = layer.fields().lookupField(settings.rep_field)
    share_index = layer.fields().lookupField(settings.share_field)
    called_index = layer.fields().lookupField(settings.rep_name_field)
    transform = QgsCoordinateTransform(layer.crs(), areas.crs(), project)
    left, shares = set(settings.left), dict(settings.shares)
    persons = []
    for number, feature in enumerate(features_now(layer, geometry=True), start=1):
        name = plain_value(feature[index]) if index >= 0 else number
        if name is None or id_key(name) in left:
            continue
        home = _home(feature.geometry(), transform)
        if home is None:
            continue
        share = plain_value(feature[share_index]) if share_index >= 0 else None
        share = shares.get(id_key(name), float(share) if share is not None else 1.0)
        called = plain_value(feature[called_index]) if called_index >= 0 else None
        persons.append(Person(name, home, share, "" if called is None else str(called)))
    field = layer.fields().at(index) if index >= 0 else text_field(NAME)
    for joined in settings.joined:
        if id_key(joined.name) not in left:
            share = shares.get(id_key(joined.name), 1.0)
            name = _as_in(field, joined.name)
            persons.append(Person(name, QgsPointXY(joined.x, joined.y), share))
    return People(tuple(persons), field)


def _home(geometry: QgsGeometry, transform: QgsCoordinateTransform) -> QgsPointXY | None:
    """Where somebody lives, as the algorithms see it; None without a place."""
    place = representative_point(geometry)
    if place is None:
        return None
    try:
        home: QgsPointXY = transform.transform(QgsPointXY(*place))
    except QgsCsException:
        return None
    return home


def _as_in(field: QgsField, name: str) -> Any:
    """A name as a value of the field, where it fits."""
    if field.isNumeric() and name.strip().lstrip("-").isdigit():
        return int(name)
    return name
