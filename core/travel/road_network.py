"""A road network as arrays: junctions, links, and places snapped to the nearest road."""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray, IntArray
from ..background import run_cancellable
from ..libraries import csgraph, sparse, spatial
from ..progress import SILENT, Progress
from .road_lines import RoadLines, SnappedPoints, TravelGraph
from .settings import BACKWARD, FORWARD

# So many places times the segments near them stay within some tens of megabytes.
_POINTS_PER_BLOCK = 2_000
# A millimetre: below it a place is at the vertex itself.
_AT_VERTEX_M = 1e-3


class RoadNetwork:
    """Lines that connect wherever they share a vertex.

    Parameters
    ----------
    lines : RoadLines
    tolerance : float
        Vertices at most so many metres apart are one; 0 joins equal vertices only.
    progress : Progress
        Asked for cancellation: joining the vertices of a country takes seconds.

    Raises
    ------
    Cancelled
        The caller asked to stop.

    Notes
    -----
    Connecting at every shared vertex, not only at line ends, is what QGIS's
    ``QgsVectorLayerDirector`` does. Vertices that occur once within a line only shape it
    and are no nodes, which keeps the graph small.
    """

    def __init__(
        self, lines: RoadLines, *, tolerance: float = 0.0, progress: Progress = SILENT
    ) -> None:
        progress.stop_if_cancelled()
        # Adding 0 makes -0 and 0 one place.
        self.coordinates = lines.coordinates + 0.0
        self.line_offsets = lines.offsets
        self.speed_kmh, self.direction = lines.speed_kmh, lines.direction
        vertex_count = self.coordinates.shape[0]
        line_count = self.line_offsets.size - 1
        self.line_of_vertex = np.repeat(np.arange(line_count), np.diff(self.line_offsets))
        starts_segment = np.zeros(vertex_count, dtype=bool)
        starts_segment[:-1] = self.line_of_vertex[1:] == self.line_of_vertex[:-1]
        self.segments = np.flatnonzero(starts_segment)
        progress.stop_if_cancelled()
        length = np.zeros(vertex_count)
        if lines.segment_length_m is None:
            step = self.coordinates[self.segments + 1] - self.coordinates[self.segments]
            length[self.segments] = np.hypot(step[:, 0], step[:, 1])
        else:
            length[self.segments] = lines.segment_length_m[self.segments]
        self.segment_length_m = length
        # Positions restart at 0 on every line; summing per line keeps them exact.
        run = np.concatenate([[0.0], np.cumsum(length)[:-1]]) if vertex_count else length
        first = self.line_offsets[:-1][np.diff(self.line_offsets) > 0]
        base = np.zeros(line_count)
        base[np.diff(self.line_offsets) > 0] = run[first]
        self.vertex_position_m = run - base[self.line_of_vertex]
        progress.stop_if_cancelled()
        self.vertex_node = run_cancellable(
            lambda: _merge_vertices(self.coordinates, tolerance), progress
        )
        self._pieces: tuple[spatial.cKDTree, IntArray, float] | None = None

    @property
    def line_count(self) -> int:
        return self.line_offsets.size - 1

    def snap(
        self,
        points: FloatArray,
        snap_distance: float = np.inf,
        progress: Progress = SILENT,
    ) -> SnappedPoints:
        """Snap places to the nearest point of the nearest line.

        Parameters
        ----------
        points : ndarray, shape (q, 2)
            Places on the network's plane; not finite where a place has no position.
        snap_distance : float
            Places farther from every line (metres) are not snapped.
        """
        points = np.asarray(points, dtype=float).reshape(-1, 2)
        line = np.full(points.shape[0], -1, dtype=np.int64)
        position = np.full(points.shape[0], np.nan)
        gap = np.full(points.shape[0], np.inf)
        usable = np.flatnonzero(np.isfinite(points).all(axis=1))
        if self.segments.size == 0:
            return SnappedPoints(line, position, gap)
        if self._pieces is None:
            self._pieces = run_cancellable(self._cut_into_pieces, progress)
        for start in range(0, usable.size, _POINTS_PER_BLOCK):
            progress.stop_if_cancelled()
            rows = usable[start : start + _POINTS_PER_BLOCK]
            segment, fraction, gap[rows] = self._nearest_segment(points[rows], *self._pieces)
            near = gap[rows] <= snap_distance
            line[rows] = np.where(near, self.line_of_vertex[segment], -1)
            position[rows] = self._position(segment, fraction)
        return SnappedPoints(line, position, gap)

    def graph(self, snapped: SnappedPoints, progress: Progress = SILENT) -> TravelGraph:
        """Directed graph whose nodes are junctions, line ends and the snapped places.

        Raises
        ------
        Cancelled
            The caller asked to stop.
        """
        progress.stop_if_cancelled()
        return run_cancellable(lambda: self._linked(snapped), progress)

    def _linked(self, snapped: SnappedPoints) -> TravelGraph:
        is_node = np.zeros(self.vertex_node.size, dtype=bool)
        is_node[np.bincount(self.vertex_node)[self.vertex_node] > 1] = True
        filled = np.diff(self.line_offsets) > 0
        is_node[self.line_offsets[:-1][filled]] = True
        is_node[self.line_offsets[1:][filled] - 1] = True
        vertex = np.flatnonzero(is_node)
        on_road = np.flatnonzero(snapped.is_snapped)
        vertex_nodes = int(self.vertex_node.max(initial=-1)) + 1
        line = np.concatenate([self.line_of_vertex[vertex], snapped.line[on_road]])
        position = np.concatenate([self.vertex_position_m[vertex], snapped.position_m[on_road]])
        node = np.concatenate([self.vertex_node[vertex], vertex_nodes + on_road])
        order = np.lexsort((node, position, line))
        line, position, node = line[order], position[order], node[order]
        same_place = (line[1:] == line[:-1]) & (position[1:] == position[:-1])
        node_count = vertex_nodes + snapped.line.size
        alias = _unite(node[:-1][same_place], node[1:][same_place], node_count)
        node = alias[node]
        begin, end = node[:-1], node[1:]
        length = position[1:] - position[:-1]
        link = (line[1:] == line[:-1]) & (begin != end) & ~same_place
        begin, end, length, of_line = begin[link], end[link], length[link], line[:-1][link]
        time = length / (self.speed_kmh[of_line] / 3.6)
        forward, backward = self.direction[of_line] != BACKWARD, self.direction[of_line] != FORWARD
        from_node = np.concatenate([begin[forward], end[backward]])
        to_node = np.concatenate([end[forward], begin[backward]])
        time = np.concatenate([time[forward], time[backward]])
        length = np.concatenate([length[forward], length[backward]])
        order = np.lexsort((length, time, to_node, from_node))
        from_node, to_node = from_node[order], to_node[order]
        fastest = np.ones(order.size, dtype=bool)
        fastest[1:] = (from_node[1:] != from_node[:-1]) | (to_node[1:] != to_node[:-1])
        place_node = np.where(
            snapped.is_snapped, alias[vertex_nodes + np.arange(snapped.line.size)], -1
        )
        used, compact = np.unique(
            np.concatenate([from_node[fastest], to_node[fastest], place_node[on_road]]),
            return_inverse=True,
        )
        compact = np.ravel(compact)
        edge_count = int(fastest.sum())
        place_node[on_road] = compact[2 * edge_count :]
        return TravelGraph(
            compact[:edge_count],
            compact[edge_count : 2 * edge_count],
            time[order][fastest],
            length[order][fastest],
            used.size,
            place_node,
        )

    def _position(self, segment: IntArray, fraction: FloatArray) -> FloatArray:
        """Metres from the line's first vertex; exactly the vertex's where one is next to it.

        Otherwise rounding could put a place a hair before a junction on a one-way road.
        """
        begin, end = self.vertex_position_m[segment], self.vertex_position_m[segment + 1]
        position = begin + fraction * self.segment_length_m[segment]
        position = np.where(end - position < _AT_VERTEX_M, end, position)
        return np.where(position - begin < _AT_VERTEX_M, begin, position)

    def _nearest_segment(
        self,
        points: FloatArray,
        tree: spatial.cKDTree,
        segment_of_piece: IntArray,
        piece_length: float,
    ) -> tuple[IntArray, FloatArray, FloatArray]:
        reach, _ = tree.query(points)
        # The piece with the nearest point has its middle within half a piece of that point.
        near = tree.query_ball_point(points, reach * (1.0 + 1e-12) + 0.5 * piece_length)
        counts = np.array([len(found) for found in near], dtype=np.int64)
        segment = segment_of_piece[np.concatenate(near).astype(np.int64)]
        owner = np.repeat(np.arange(points.shape[0]), counts)
        begin = self.coordinates[segment]
        along = self.coordinates[segment + 1] - begin
        offset = points[owner] - begin
        squared = np.einsum("ij,ij->i", along, along)
        with np.errstate(invalid="ignore", divide="ignore"):
            fraction = np.einsum("ij,ij->i", offset, along) / squared
        fraction = np.clip(np.where(squared > 0.0, fraction, 0.0), 0.0, 1.0)
        rest = offset - fraction[:, None] * along
        gap = np.hypot(rest[:, 0], rest[:, 1])
        order = np.lexsort((segment, gap, owner))
        first = order[np.concatenate([[0], np.cumsum(counts)[:-1]])]
        return segment[first], fraction[first], gap[first]

    def _cut_into_pieces(self) -> tuple[spatial.cKDTree, IntArray, float]:
        begin = self.coordinates[self.segments]
        along = self.coordinates[self.segments + 1] - begin
        length = np.hypot(along[:, 0], along[:, 1])
        piece_length = max(float(length.sum()) / (2.0 * length.size), 1e-9)
        pieces = np.maximum(np.ceil(length / piece_length).astype(np.int64), 1)
        owner = np.repeat(np.arange(length.size), pieces)
        number = np.arange(owner.size) - np.repeat(np.cumsum(pieces) - pieces, pieces)
        middle = (number + 0.5) / pieces[owner]
        # Quick to build rather than balanced: a country has millions of pieces.
        points = begin[owner] + middle[:, None] * along[owner]
        tree = spatial.cKDTree(points, balanced_tree=False, compact_nodes=False)
        return tree, self.segments[owner], piece_length


def _merge_vertices(coordinates: FloatArray, tolerance: float) -> IntArray:
    """Number of the node at each vertex; equal or near vertices share one."""
    if coordinates.shape[0] == 0:
        return np.empty(0, dtype=np.int64)
    order = np.lexsort((coordinates[:, 1], coordinates[:, 0]))
    ordered = coordinates[order]
    new = np.ones(order.size, dtype=bool)
    new[1:] = (ordered[1:] != ordered[:-1]).any(axis=1)
    node = np.empty(order.size, dtype=np.int64)
    node[order] = np.cumsum(new) - 1
    if tolerance <= 0.0:
        return node
    pairs = spatial.cKDTree(ordered[new]).query_pairs(tolerance, output_type="ndarray")
    return _unite(pairs[:, 0], pairs[:, 1], int(new.sum()))[node]


def _unite(first: IntArray, second: IntArray, count: int) -> IntArray:
    """Representative of each of ``count`` things after joining the given pairs."""
    if first.size == 0:
        return np.arange(count)
    joined = sparse.csr_matrix(
        (np.ones(first.size, dtype=np.int8), (first, second)), (count, count)
    )
    _, group = csgraph.connected_components(joined, directed=False)
    _, representative = np.unique(group, return_index=True)
    return np.asarray(representative[group], dtype=np.int64)
