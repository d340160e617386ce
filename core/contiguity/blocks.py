"""Blocks of a graph: the largest sets of areas that no single area holds together.

Two blocks share at most one area, a cut vertex; blocks and cut vertices form a tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from ..arrays import BoolArray


class Block(NamedTuple):
    """One block, as a walk from some root of its part of the map sees it.

    Attributes
    ----------
    head : int
        The area through which the walk came in; all paths between the block and the root pass
        it.
    members : list of int
        The other areas of the block.
    """

    head: int
    members: list[int]


def blocks_of(start: list[int], neighbours: list[int]) -> Iterator[Block]:
    """Blocks of the graph whose vertex v has ``neighbours[start[v]:start[v + 1]]``.

    In time linear in vertices and edges (Hopcroft and Tarjan 1973, Algorithm 447), without
    recursion. A block comes after all blocks that hang on its members; a vertex without
    neighbours is in no block.
    """
    count = len(start) - 1
    entered = [0] * count  # in which step the walk came here; 0: not yet
    lowest = [0] * count  # earliest step that the walk below reaches back to
    following = start[:-1]
    before = [-1] * count
    step = 0
    for root in range(count):
        if entered[root]:
            continue
        step += 1
        entered[root] = lowest[root] = step
        current = root
        open_members: list[int] = []
        while current >= 0:
            index = following[current]
            if index < start[current + 1]:
                following[current] = index + 1
                other = neighbours[index]
                if not entered[other]:
                    step += 1
                    entered[other] = lowest[other] = step
                    before[other] = current
                    open_members.append(other)
                    current = other
                elif entered[other] < lowest[current] and other != before[current]:
                    lowest[current] = entered[other]
                continue
            above = before[current]
            if above >= 0:
                if lowest[current] >= entered[above]:
                    first = _position(open_members, current)
                    yield Block(above, open_members[first:])
                    del open_members[first:]
                if lowest[current] < lowest[above]:
                    lowest[above] = lowest[current]
            current = above


def _position(stack: list[int], area: int) -> int:
    """Where the area lies in the stack, searched from its top."""
    position = len(stack) - 1
    while stack[position] != area:
        position -= 1
    return position


def cut_vertices(count: int, blocks: Iterator[Block]) -> BoolArray:
    """Vertices (n,) that lie in more than one block."""
    seen = np.zeros(count, dtype=np.int64)
    for block in blocks:
        seen[block.head] += 1
        for member in block.members:
            seen[member] += 1
    return seen > 1
