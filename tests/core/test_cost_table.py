"""Rows of a cost matrix, where homes and areas are numbered apart.

What tables share with road networks is tested in test_travel.py.
"""

from __future__ import annotations

import numpy as np
import pytest
from territory_design.core.errors import InvalidInput
from territory_design.core.travel.cost_table import CostTable


def homes_1_2_to_areas_1_2_3(leave_out=()):
    rows = [(h, a, 10.0 * h + a) for h in (1, 2) for a in (1, 2, 3) if (h, a) not in leave_out]
    homes, areas, metres = zip(*rows)
    return CostTable.from_rows(homes, areas, np.array(metres))


def test_equal_ids_of_two_layers_are_two_places():
    table = homes_1_2_to_areas_1_2_3()
    assert table.matrix([1, 2], [1, 2, 3], own_free=False).tolist() == [
        [11.0, 12.0, 13.0],
        [21.0, 22.0, 23.0],
    ]


def test_a_missing_pair_of_equal_ids_is_missing():
    table = homes_1_2_to_areas_1_2_3(leave_out={(2, 2)})
    assert table.missing_pairs([1, 2], [1, 2, 3], own_free=False) == [(2, 2)]
    assert table.missing_pairs([1, 2], [1, 2, 3]) == []
    with pytest.raises(InvalidInput, match=r"lacks 1 of 6 pairs: 2 → 2"):
        table.matrix([1, 2], [1, 2, 3], own_free=False)
    # Of one layer the way from a place to itself costs nothing.
    assert table.matrix([1, 2], [1, 2, 3])[1, 1] == 0.0
