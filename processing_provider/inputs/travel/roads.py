"""Road layers as networks: speeds, directions and lines of any provider."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)

from ....core.arrays import FloatArray, IntArray
from ....core.errors import InvalidInput, name_some
from ....core.geometry.geodesy import Metric
from ....core.geometry.outlines import lines_from_wkb
from ....core.ids import id_key
from ....core.travel.road_lines import RoadLines
from ....core.travel.road_network import RoadNetwork
from ....core.travel.road_plane import road_plane
from ....core.travel.settings import BOTH
from ...common.feedback import FeedbackProgress
from ...common.request import Request
from ...common.texts import counted
from ..layers.attributes import is_null
from ..layers.features import each_feature
from ..layers.shapes import straight_geometry
from ..layers.space import Space
from ..layers.units import SpatialUnits
from .road_settings import RoadSettings

KMH_PER_MPH = 1.609344
# Measured together: under 0.1 s between two questions whether to stop.
_VERTICES_PER_BLOCK = 50_000
_SPEED_TEXT = re.compile(r"\s*(\d+(?:[.,]\d+)?)\s*(km/?h|kmh|kph|mph)?\s*", re.IGNORECASE)


@dataclass
class _Doubts:
    """What was wrong with single roads, to be told in one go."""

    speeds: list[int] = field(default_factory=list)
    directions: Counter[str] = field(default_factory=Counter)
    without_line: list[int] = field(default_factory=list)
    one_way: int = 0

    def tell(self, settings: RoadSettings, feedback: QgsProcessingFeedback) -> None:
        if self.without_line:
            feedback.pushWarning(
                counted(
                    len(self.without_line),
                    "Road network: {count} feature without a line is left out (feature id {ids}).",
                    "Road network: {count} features without a line are left out (feature ids "
                    "{ids}).",
                    ids=name_some(self.without_line),
                )
            )
        if self.speeds:
            feedback.pushWarning(
                counted(
                    len(self.speeds),
                    "Road network: {count} road has no usable speed and gets the default of "
                    "{speed:g} km/h (feature id {ids}).",
                    "Road network: {count} roads have no usable speed and get the default of "
                    "{speed:g} km/h (feature ids {ids}).",
                    speed=settings.default_speed_kmh,
                    ids=name_some(self.speeds),
                )
            )
        if self.directions:
            codes = [f"'{code}' ({count})" for code, count in self.directions.most_common()]
            text = counted(
                sum(self.directions.values()),
                "Road network: {count} road carries none of the given direction values and gets "
                "the default direction: {values}.",
                "Road network: {count} roads carry none of the given direction values and get "
                "the default direction: {values}.",
                values=name_some(codes),
            )
            # Many layers mark one-way roads only; that none is marked is a slip.
            if self.one_way:
                feedback.pushInfo(text)
            else:
                feedback.pushWarning(text)


@dataclass(frozen=True)
class Roads:
    """A road network with the space in which its positions lie."""

    network: RoadNetwork
    space: Space
    metric: Metric

    def points_of(self, units: SpatialUnits) -> FloatArray:
        """Places of a layer (n, 2) on the plane of the network, in metres."""
        return road_plane(
            self.metric, self.space.positions(units.coordinates, units.space.crs, units.layer_name)
        )


def read_roads(
    request: Request, source: QgsProcessingFeatureSource, settings: RoadSettings
) -> Roads:
    """Read a layer of roads; lengths are ellipsoidal.

    Raises
    ------
    InvalidInput
        If the layer holds no line.
    Cancelled
        The user asked to stop.
    """
    space = Space(source.sourceCrs(), request.context, request.label("NETWORK"))
    doubts = _Doubts()
    vertices = _Vertices(space)
    speeds: list[float] = []
    directions: list[int] = []
    roads: list[int] = []
    wanted = QgsFeatureRequest()
    wanted.setSubsetOfAttributes(
        [index for index in (settings.speed_index, settings.direction_index) if index >= 0]
    )
    for feature in each_feature(source, request.feedback, wanted):
        lines = line_vertices(feature.geometry())
        if not lines:
            doubts.without_line.append(feature.id())
            continue
        speed, direction = _speed(feature, settings, doubts), _direction(feature, settings, doubts)
        vertices.add(lines)
        speeds += [speed] * len(lines)
        directions += [direction] * len(lines)
        roads += [feature.id()] * len(lines)
    doubts.tell(settings, request.feedback)
    if not roads:
        raise InvalidInput(
            "“Road network” (NETWORK) holds no line. Check the layer, its filter, and whether "
            "only selected features are used."
        )
    positions, lengths, offsets = vertices.collected()
    _refuse_lost_vertices(positions, offsets, roads)
    metric = space.metric(positions)
    road_lines = RoadLines(
        road_plane(metric, positions),
        offsets,
        np.array(speeds),
        np.array(directions),
        lengths,
        roads,
    )
    network = RoadNetwork(
        road_lines, tolerance=settings.tolerance_m, progress=FeedbackProgress(request.feedback)
    )
    return Roads(network, space, metric)


class _Vertices:
    """Vertices of all lines with the lengths between them.

    They are measured while the layer is read, some thousands at a time, so that a network of
    millions never keeps a cancel waiting.
    """

    def __init__(self, space: Space) -> None:
        self._space = space
        self._metric = space.metric(np.empty((0, 2)))
        self._waiting: list[FloatArray] = []
        self._waiting_count = 0
        self._counts: list[int] = []
        self._positions: list[FloatArray] = []
        self._lengths: list[FloatArray] = []

    def add(self, lines: list[FloatArray]) -> None:
        """Take the vertices (v, 2) of further lines, in map coordinates."""
        for line in lines:
            self._waiting.append(line)
            self._counts.append(len(line))
            self._waiting_count += len(line)
        if self._waiting_count >= _VERTICES_PER_BLOCK:
            self._measure()

    def collected(self) -> tuple[FloatArray, FloatArray, IntArray]:
        """Positions (v, 2), length (v,) of the segment from each, first vertex of each line."""
        self._measure()
        return (
            np.concatenate(self._positions),
            np.concatenate(self._lengths),
            np.concatenate([[0], np.cumsum(self._counts)]).astype(np.int64),
        )

    def _measure(self) -> None:
        if not self._waiting:
            return
        positions = self._space.positions(np.concatenate(self._waiting))
        lengths = np.zeros(len(positions))
        lengths[:-1] = self._metric.between(positions[:-1], positions[1:])
        if self._space.is_earth:
            # Roads that were cut at the antimeridian meet there: 180° and −180° are one place.
            beyond = np.abs(positions[:, 0]) >= 180.0
            positions[beyond, 0] = (positions[beyond, 0] + 180.0) % 360.0 - 180.0
        self._positions.append(positions)
        self._lengths.append(lengths)
        self._waiting, self._waiting_count = [], 0


def line_vertices(geometry: QgsGeometry) -> list[FloatArray]:
    """Vertices (v, 2) of each line in a geometry; curves are straightened, Z and M dropped."""
    if geometry.isNull() or geometry.isEmpty():
        return []
    lines = lines_from_wkb(straight_geometry(geometry).asWkb().data())
    return [line for line in lines if len(line) > 1]


def speed_kmh(value: Any) -> float | None:
    """Speed from an attribute: a number, or a text such as ``50``, ``50 km/h``, ``30 mph``.

    None where there is no speed above 0.
    """
    if is_null(value) or isinstance(value, bool):
        return None
    if isinstance(value, str):
        match = _SPEED_TEXT.fullmatch(value)
        if match is None:
            return None
        is_miles = (match.group(2) or "").lower() == "mph"
        value = float(match.group(1).replace(",", ".")) * (KMH_PER_MPH if is_miles else 1.0)
    speed = float(value)
    return speed if math.isfinite(speed) and speed > 0.0 else None


def _speed(feature: QgsFeature, settings: RoadSettings, doubts: _Doubts) -> float:
    if settings.speed_index < 0:
        return settings.default_speed_kmh
    speed = speed_kmh(feature[settings.speed_index])
    if speed is None:
        doubts.speeds.append(feature.id())
        return settings.default_speed_kmh
    return speed


def _direction(feature: QgsFeature, settings: RoadSettings, doubts: _Doubts) -> int:
    if settings.direction_index < 0:
        return settings.default_direction
    value = feature[settings.direction_index]
    code = "NULL" if is_null(value) else id_key(value)
    if isinstance(value, bool):
        code = code.lower()  # as QGIS spells it
    if code not in settings.direction_by_code:
        doubts.directions[code] += 1
        return settings.default_direction
    direction = settings.direction_by_code[code]
    doubts.one_way += direction != BOTH
    return direction


def _refuse_lost_vertices(positions: FloatArray, offsets: IntArray, roads: list[int]) -> None:
    lost = np.flatnonzero(~np.isfinite(positions).all(axis=1))
    if len(lost) == 0:
        return
    ids = sorted({roads[i] for i in np.searchsorted(offsets[1:], lost, side="right")})
    raise InvalidInput.counted(
        len(lost),
        "“Road network” (NETWORK): {count} vertex has no position on the earth (feature ids "
        "{ids}). Check the layer's coordinate reference system.",
        "“Road network” (NETWORK): {count} vertices have no position on the earth (feature ids "
        "{ids}). Check the layer's coordinate reference system.",
        ids=name_some(ids),
    )
