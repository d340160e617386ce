"""The most even division of a spanning tree into connected parts.

Where a map is all but a tree (valleys, mazes, islands in a row), few divisions are connected,
and neither power diagrams nor moves on the border find the even ones: what depends on an area
must move with it. Along a spanning tree the best division is found outright, by the same
programme that bounds it (see :mod:`.block_counts`), gone through backwards. On a tree it is
the plan with the smallest worst deviation; elsewhere it is a start.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from ..arrays import FloatArray, IntArray
from ..contiguity.blocks import Block, blocks_of
from ..contiguity.graph import ContiguityGraph
from ..libraries import csgraph, sparse
from ..progress import SILENT, Progress
from ..rounding import ROUNDING
from .block_counts import NOTHING, Rests, divided, hanging_weights, roots_of, sums

# Every try goes along the whole tree. The first is made just above what is proved impossible;
# halvings settle the limit to a part of the step that found a division, and the search evens
# out what is left.
_JUST_ABOVE, _FIRST_STEP, _HALVINGS = 2e-4, 0.02, 4
# Where the map is no tree itself, trees differ: in two mazes of 1,600 areas with 2 and 9 % more
# ways through, the best of 32 was 9.4 and 5.6 % off, and the first 26.9 and 24.4 %. One that is
# not a tenth better than the best so far costs a single try.
_TREES, _WORTHWHILE = 32, 0.9
# A block of half of all areas leaves moves on its borders enough freedom.
_ALL_BUT_A_TREE = 0.5


class _Wanted(NamedTuple):
    """What shall hang on an area: whole territories, and weight for the area's own."""

    whole: int
    rest: float


@dataclass
class _Step:
    """What one branch and the head before it could hold, on the way from leaves to root."""

    block: Block
    inside: Rests
    plain: float
    shared: Rests
    before: Rests


def is_all_but_a_tree(graph: ContiguityGraph) -> bool:
    """Whether single areas hold the map together nearly everywhere."""
    blocks = blocks_of(graph.neighbour_start.tolist(), graph.neighbours.tolist())
    largest = max((len(block.members) for block in blocks), default=0)
    return largest < _ALL_BUT_A_TREE * graph.area_count


def divided_along_tree(
    graph: ContiguityGraph,
    weights: FloatArray,
    territories: int,
    rng: np.random.Generator,
    *,
    bound: float = 0.0,
    progress: Progress = SILENT,
) -> IntArray | None:
    """Labels (n,) of connected parts, cut out of a random spanning tree as evenly as it allows.

    Parameters
    ----------
    graph : ContiguityGraph
    weights : ndarray of float, shape (n,)
    territories : int
    rng : Generator
    bound : float
        Deviation as a share of the mean target that is known to be impossible to go below.

    Returns
    -------
    ndarray of int, shape (n,), or None
        None if the map has more parts than there are territories, or nothing weighs anything.

    Raises
    ------
    Cancelled
    """
    parts, _ = graph.components()
    if not weights.any() or parts > territories:
        return None
    is_tree = len(graph.first) == graph.area_count - parts
    best, worst = None, np.inf
    for _ in range(1 if is_tree else _TREES):
        blocks = _blocks_of_random_tree(graph, rng)
        division = _TreeDivision(weights, blocks, territories, progress)
        found = division.most_even(bound, _WORTHWHILE * worst)
        if found is not None:
            best, worst = found
    return best


def _blocks_of_random_tree(graph: ContiguityGraph, rng: np.random.Generator) -> list[Block]:
    """Branches of the spanning forest of least random length."""
    length = 1.0 + rng.random(len(graph.first))
    shape = (graph.area_count, graph.area_count)
    edges = sparse.coo_matrix((length, (graph.first, graph.second)), shape=shape)
    tree = csgraph.minimum_spanning_tree(edges.tocsr())
    both = (tree + tree.T).tocsr()
    return list(blocks_of(both.indptr.tolist(), both.indices.tolist()))


class _TreeDivision:
    def __init__(
        self, weights: FloatArray, blocks: list[Block], territories: int, progress: Progress
    ) -> None:
        self.progress = progress
        self.weights = weights
        self.blocks = blocks
        self.territories = territories
        self.hanging = hanging_weights(weights, blocks)
        self.roots = roots_of(len(weights), blocks)
        self.rounding = ROUNDING * max(float(weights.sum()), 1e-300)

    def most_even(self, bound: float, limit: float) -> tuple[IntArray, float] | None:
        """The division that is off least, and by how much; None if not below the limit."""
        low, high, best = bound, bound, None
        for high in _tries(bound, limit, self.territories):
            best = self._within(high)
            if best is not None:
                break
            low = high
        if best is None:
            return None
        for _ in range(_HALVINGS if high - low > _JUST_ABOVE else 0):
            middle = 0.5 * (low + high)
            found = self._within(middle)
            if found is None:
                low = middle
            else:
                high, best = middle, found
        return best, high

    def _within(self, deviation: float) -> IntArray | None:
        target = float(self.weights.sum()) / self.territories
        return self.at(max(1.0 - deviation, 0.0) * target, (1.0 + deviation) * target)

    def at(self, low: float, high: float) -> IntArray | None:
        """Labels (n,) of a division within the limits; None if there is none."""
        low, high = low - self.rounding, high + self.rounding
        steps, rests, bare = self._outward(low, high)
        last = [
            sums(rests.get(root, NOTHING), {0: np.full((1, 2), bare[root])}, high, self.territories)
            for root in self.roots
        ]
        counts = _shared_out(
            [
                [n + 1 for n, left in rest.items() if left[-1, 1] >= low and n < self.territories]
                for rest in last
            ],
            self.territories,
        )
        if counts is None:
            return None
        wanted = {}
        middle = float(self.weights.sum()) / self.territories
        for root, rest, count in zip(self.roots, last, counts):
            weight = _nearest_to(rest[count - 1], min(max(low, middle), high))
            wanted[root] = _Wanted(count - 1, weight - bare[root])
        return self._inward(steps, wanted, low, high)

    def _outward(
        self, low: float, high: float
    ) -> tuple[list[_Step], dict[int, Rests], list[float]]:
        bare = self.weights.tolist()
        rests: dict[int, Rests] = {}
        steps = []
        for block, hanging in zip(self.blocks, self.hanging):
            head, (member,) = block.head, block.members
            self.progress.stop_if_cancelled()
            if hanging < low:
                bare[head] += hanging
                continue
            plain = bare[member]
            inside = sums(
                rests.get(member, NOTHING), {0: np.full((1, 2), plain)}, high, self.territories
            )
            before = rests.get(head, NOTHING)
            shared = divided(inside, 1, low, high, self.territories)
            rests[head] = sums(before, shared, high, self.territories)
            steps.append(_Step(block, inside, plain, shared, before))
        return steps, rests, bare

    def _inward(
        self, steps: list[_Step], wanted: dict[int, _Wanted], low: float, high: float
    ) -> IntArray:
        """Labels, from what shall hang on the roots."""
        middle = min(max(low, float(self.weights.sum()) / self.territories), high)
        closed = np.zeros(len(self.weights), dtype=bool)
        closed[self.roots] = True
        for step in reversed(steps):
            head, member = step.block.head, step.block.members[0]
            at_head = wanted.get(head, _Wanted(0, 0.0))
            wanted[head], at_member = _parted(step.before, step.shared, at_head)
            whole = step.inside.get(at_member.whole - 1)
            ends = whole is not None and whole[-1, 1] >= low
            if whole is not None and ends and at_member.rest <= self.rounding:
                closed[member] = True
                weight = _nearest_to(whole[whole[:, 1] >= low], middle)
                wanted[member] = _Wanted(at_member.whole - 1, weight - step.plain)
            else:
                wanted[member] = _Wanted(at_member.whole, at_member.rest - step.plain)
        return _labelled(closed, self.blocks)


def _tries(bound: float, limit: float, territories: int) -> Iterator[float]:
    """Deviations to try in turn: the limit, or wider and wider ones where there is none."""
    if np.isfinite(limit):
        yield max(limit, bound)
        return
    deviation, step = bound + _JUST_ABOVE, _FIRST_STEP
    while deviation < territories:
        yield deviation
        deviation, step = deviation + step, 2.0 * step


def _parted(before: Rests, shared: Rests, wanted: _Wanted) -> tuple[_Wanted, _Wanted]:
    """Parts of what is wanted that two sides can give, as near to it as they can."""
    best = (np.inf, _Wanted(0, 0.0), _Wanted(0, 0.0))
    for n, first in before.items():
        second = shared.get(wanted.whole - n)
        if second is None:
            continue
        off_low = first[:, None, 0] + second[None, :, 0] - wanted.rest
        off_high = wanted.rest - first[:, None, 1] - second[None, :, 1]
        off = np.maximum(np.maximum(off_low, off_high), 0.0)
        i, j = divmod(int(off.argmin()), len(second))
        if off[i, j] < best[0]:
            low = max(second[j, 0], wanted.rest - first[i, 1])
            high = min(second[j, 1], wanted.rest - first[i, 0])
            given = float(np.clip(0.5 * (low + high), *second[j]))
            kept = float(np.clip(wanted.rest - given, *first[i]))
            best = (off[i, j], _Wanted(n, kept), _Wanted(wanted.whole - n, given))
    return best[1], best[2]


def _nearest_to(intervals: FloatArray, value: float) -> float:
    nearest = np.clip(value, intervals[:, 0], intervals[:, 1])
    return float(nearest[np.abs(nearest - value).argmin()])


def _shared_out(possible: list[list[int]], territories: int) -> list[int] | None:
    """One of the possible counts for each part of the map, together all territories."""
    ways: list[dict[int, int]] = [{0: 0}]
    for counts in possible:
        reached: dict[int, int] = {}
        for total in ways[-1]:
            for count in counts:
                if total + count <= territories:
                    reached.setdefault(total + count, count)
        ways.append(reached)
    if territories not in ways[-1]:
        return None
    chosen = []
    left = territories
    for reached in reversed(ways[1:]):
        chosen.append(reached[left])
        left -= chosen[-1]
    return chosen[::-1]


def _labelled(closed: np.ndarray, blocks: list[Block]) -> IntArray:
    """Every area belongs to the first area towards the root that closes a territory."""
    labels = np.where(closed, np.cumsum(closed) - 1, -1)
    for block in reversed(blocks):
        for member in block.members:
            if labels[member] < 0:
                labels[member] = labels[block.head]
    return labels
