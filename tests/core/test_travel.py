from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from territory_design.core.errors import InvalidInput
from territory_design.core.progress import Cancelled, Progress
from territory_design.core.travel.cost_table import CostTable
from territory_design.core.travel.road_lines import RoadLines
from territory_design.core.travel.road_network import RoadNetwork
from territory_design.core.travel.travel_costs import travel_costs

#   (0,100)───────(100,100)        60 km/h around, 30 km/h along the bottom; the right side is
#      │               ↓           one-way downwards; the bottom line has a vertex in its middle
#   (0,0)───(50,0)──(100,0)        from which a stub leads down to (50,-40).
#              │
#           (50,-40)  end of the stub
LINES = [
    ([(0, 0), (50, 0), (100, 0)], 30.0, 2),
    ([(0, 0), (0, 100), (100, 100)], 60.0, 2),
    ([(100, 100), (100, 0)], 60.0, 0),
    ([(50, 0), (50, -40)], 30.0, 2),
]


def road_network(coordinates, offsets, speed, direction, *, lengths=None, ids=None, **options):
    lines = RoadLines(
        np.asarray(coordinates, dtype=float).reshape(-1, 2),
        np.asarray(offsets, dtype=np.int64),
        np.asarray(speed, dtype=float),
        np.asarray(direction, dtype=np.int64),
        None if lengths is None else np.asarray(lengths, dtype=float),
        ids,
    )
    return RoadNetwork(lines, **options)


def network(lines=LINES, **options):
    coordinates = np.array([vertex for line, _, _ in lines for vertex in line], dtype=float)
    offsets = np.cumsum([0] + [len(line) for line, _, _ in lines])
    speed = [speed for _, speed, _ in lines]
    direction = [direction for _, _, direction in lines]
    return road_network(coordinates, offsets, speed, direction, **options)


def seconds(metres, kmh):
    return metres / (kmh / 3.6)


class TestTravelCosts:
    def test_lines_meet_at_a_vertex_inside_another_line(self):
        costs = travel_costs(network(), [[50, -40]], [[0, 0], [100, 0]])
        assert costs.distance_m.tolist() == [[90.0, 90.0]]
        assert costs.time_s == pytest.approx(np.full((1, 2), seconds(90, 30)))

    def test_one_way_roads_are_driven_one_way(self):
        there_and_back = travel_costs(network(), [[100, 100], [100, 0]], [[100, 100], [100, 0]])
        assert there_and_back.time_s[0, 1] == pytest.approx(seconds(100, 60))
        # Back along the bottom, up the left side, and across the top.
        assert there_and_back.time_s[1, 0] == pytest.approx(seconds(100, 30) + seconds(200, 60))
        assert there_and_back.distance_m[1, 0] == pytest.approx(300.0)

    def test_backward_lines_run_against_their_vertices(self):
        lines = [([(0, 0), (10, 0)], 36.0, 1)]
        costs = travel_costs(network(lines), [[10, 0], [0, 0]], [[10, 0], [0, 0]])
        assert costs.time_s.tolist() == [[0.0, 1.0], [np.inf, 0.0]]

    def test_the_fastest_way_counts_and_its_distance_is_told(self):
        lines = [
            ([(0, 0), (100, 0)], 10.0, 2),
            ([(0, 0), (50, 80), (100, 0)], 100.0, 2),
        ]
        costs = travel_costs(network(lines), [[0, 0]], [[100, 0]])
        detour = 2.0 * np.hypot(50, 80)
        assert costs.time_s[0, 0] == pytest.approx(seconds(detour, 100))
        assert costs.distance_m[0, 0] == pytest.approx(detour)

    def test_places_split_the_link_they_are_snapped_to(self):
        costs = travel_costs(network(), [[20, 7], [30, -1]], [[25, 2]])
        assert costs.distance_m[:, 0] == pytest.approx([5.0, 5.0])
        assert costs.origin_gap_m == pytest.approx([7.0, 1.0])

    def test_places_at_the_same_spot_are_no_way_apart(self):
        costs = travel_costs(network(), [[20, 5], [0, 0]], [[20, -5], [0, 0]])
        assert costs.time_s.diagonal().tolist() == [0.0, 0.0]

    def test_far_places_and_separate_roads_are_unreachable_and_told(self):
        lines = [*LINES, ([(500, 0), (600, 0)], 50.0, 2)]
        costs = travel_costs(
            network(lines), [[0, 0], [0, 300]], [[550, 0], [0, 100]], snap_distance=50.0
        )
        assert costs.unsnapped_origins.tolist() == [1]
        assert costs.unsnapped_destinations.tolist() == []
        assert np.isinf(costs.time_s).tolist() == [[True, False], [True, True]]
        assert np.isinf(costs.distance_m).tolist() == np.isinf(costs.time_s).tolist()
        assert costs.unreachable == 3

    def test_places_without_a_position_are_not_snapped(self):
        costs = travel_costs(network(), [[np.nan, 0.0]], [[0, 0]])
        assert costs.unsnapped_origins.tolist() == [0]
        assert costs.unreachable == 1

    def test_tolerance_closes_gaps_between_lines(self):
        lines = [([(0, 0), (10, 0)], 36.0, 2), ([(10.3, 0), (20, 0)], 36.0, 2)]
        assert travel_costs(network(lines), [[0, 0]], [[20, 0]]).unreachable == 1
        assert travel_costs(network(lines, tolerance=0.5), [[0, 0]], [[20, 0]]).unreachable == 0

    def test_given_lengths_replace_plane_lengths(self):
        lines = [([(0, 0), (10, 0), (20, 0)], 36.0, 2)]
        roads = network(lines, lengths=[100.0, 300.0, 0.0])
        costs = travel_costs(roads, [[0, 0]], [[15, 0], [20, 0]])
        assert costs.distance_m.tolist() == [[250.0, 400.0]]

    def test_many_origins_or_many_destinations_give_the_same(self):
        rng = np.random.default_rng(3)
        few, many = rng.uniform(-20, 120, (3, 2)), rng.uniform(-20, 120, (40, 2))
        back = [(line, speed, {0: 1, 1: 0, 2: 2}[code]) for line, speed, code in LINES]
        there = travel_costs(network(), few, many)
        mirrored = travel_costs(network(back), many, few)
        assert there.time_s == pytest.approx(mirrored.time_s.T)
        assert there.distance_m == pytest.approx(mirrored.distance_m.T)

    def test_cancelling_ends_the_work(self):
        class Stop(Progress):
            def is_cancelled(self):
                return True

        with pytest.raises(Cancelled):
            travel_costs(network(), [[0, 0]], [[1, 1]], progress=Stop())

    def test_a_cancel_is_heard_from_the_first_vertex_to_the_last_pair(self):
        class StopAfterQuestions(Progress):
            def __init__(self, answers):
                self.left = answers

            def is_cancelled(self):
                self.left -= 1
                return self.left < 0

        heard = set()
        for answers in range(60):
            progress, step = StopAfterQuestions(answers), "network"
            try:
                roads = network(progress=progress)
                step = "travel"
                travel_costs(roads, [[0, 0], [50, 0]], [[1, 1], [5, 5]], progress=progress)
            except Cancelled:
                heard.add(step)
                assert progress.left == -1
            else:
                break
        assert heard == {"network", "travel"}
        assert progress.left >= 0

    def test_a_cancel_is_heard_among_many_places_snapped_to_one_point(self):
        class Questions(Progress):
            asked = 0

            def is_cancelled(self):
                self.asked += 1
                return False

        progress = Questions()
        crowd = np.tile([[-500.0, -500.0]], (300, 1))
        travel_costs(network(), crowd, crowd, progress=progress)
        assert progress.asked > 300

    def test_a_cancel_is_heard_while_the_table_is_filled(self, monkeypatch):
        class Questions(Progress):
            asked = 0

            def is_cancelled(self):
                self.asked += 1
                return False

        block = "territory_design.core.travel.travel_costs._PAIRS_PER_BLOCK"
        monkeypatch.setattr(block, 300)
        progress = Questions()
        # Nobody has a way, so that nothing but the table itself is left to do.
        lost = np.full((300, 2), np.nan)
        assert travel_costs(network(), lost, lost, progress=progress).unreachable == 90_000
        assert progress.asked > 600

    def test_an_empty_network_reaches_nothing(self):
        roads = road_network(np.empty((0, 2)), [0], [], [])
        assert travel_costs(roads, [[0, 0]], [[1, 1]]).unreachable == 1

    @settings(max_examples=40, deadline=None)
    @given(st.integers(0, 10_000))
    def test_times_agree_with_floyd_and_warshall(self, seed):
        rng = np.random.default_rng(seed)
        nodes = rng.uniform(0, 100, (8, 2))
        ends = rng.integers(0, 8, (14, 2))
        ends = ends[ends[:, 0] != ends[:, 1]]
        speed = rng.choice([10.0, 30.0, 90.0], len(ends))
        code = rng.integers(0, 3, len(ends))
        roads = road_network(
            nodes[ends].reshape(-1, 2), np.arange(0, 2 * len(ends) + 1, 2), speed, code
        )
        used = np.unique(ends)
        best = np.full((8, 8), np.inf)
        np.fill_diagonal(best, 0.0)
        for (a, b), v, c in zip(ends, speed, code):
            t = seconds(np.hypot(*(nodes[a] - nodes[b])), v)
            if c != 1:
                best[a, b] = min(best[a, b], t)
            if c != 0:
                best[b, a] = min(best[b, a], t)
        for middle in range(8):
            best = np.minimum(best, best[:, [middle]] + best[[middle]])
        costs = travel_costs(roads, nodes[used], nodes[used])
        assert costs.time_s == pytest.approx(best[np.ix_(used, used)])

    @settings(max_examples=40, deadline=None)
    @given(st.integers(0, 10_000))
    def test_places_are_snapped_to_the_nearest_segment_of_all(self, seed):
        rng = np.random.default_rng(seed)
        coordinates = rng.uniform(0, 100, (12, 2)) * [1.0, 20.0]
        roads = road_network(coordinates, np.arange(0, 13, 3), np.ones(4), np.full(4, 2))
        points = rng.uniform(-50, 150, (20, 2)) * [1.0, 20.0]
        gaps = []
        for start in (0, 1, 3, 4, 6, 7, 9, 10):
            a, along = coordinates[start], coordinates[start + 1] - coordinates[start]
            share = np.clip((points - a) @ along / (along @ along), 0, 1)
            gaps.append(np.linalg.norm(points - a - share[:, None] * along, axis=1))
        assert roads.snap(points).gap_m == pytest.approx(np.min(gaps, axis=0))

    def test_missing_speeds_and_odd_codes_are_refused(self):
        with pytest.raises(InvalidInput, match=r"2 lines .* no speed above 0: a, c"):
            road_network(
                np.zeros((6, 2)), [0, 2, 4, 6], [0, 5, np.nan], [2, 2, 2], ids=["a", "b", "c"]
            )
        with pytest.raises(InvalidInput, match="Direction codes"):
            network([([(0, 0), (1, 0)], 5.0, 7)])
        with pytest.raises(InvalidInput, match="1 vertex"):
            network([([(0, 0), (np.nan, 0)], 5.0, 2)])


class TestCostTable:
    rows = (["A", "A", "B", "B"], [1, 2, 1, 2], [10.0, 20.0, 30.0, np.nan], [1.0, 2.0, 3.0, np.nan])

    def test_costs_are_found_by_ids_in_any_order(self):
        table = CostTable.from_rows(*self.rows)
        assert table.matrix(["B", "A"], [2, 1]).tolist() == [[np.inf, 3.0], [2.0, 1.0]]
        assert table.matrix(["A"], [1], "distance_m").tolist() == [[10.0]]

    def test_texts_and_numbers_are_the_same_id(self):
        table = CostTable.from_rows(["7", " 8 "], ["1.5", "2"], time_s=np.array([4.0, 5.0]))
        assert table.matrix([7.0], [1.5]).tolist() == [[4.0]]
        assert table.matrix([8], ["2"]).tolist() == [[5.0]]

    def test_missing_pairs_are_counted_and_named(self):
        table = CostTable.from_rows(["A", "B"], [1, 2], time_s=np.ones(2))
        with pytest.raises(InvalidInput, match=r"lacks 2 of 4 pairs: A → 2, B → 1\."):
            table.matrix(["A", "B"], [1, 2])
        with pytest.raises(InvalidInput, match="As origin it never names C"):
            table.matrix(["C"], [1])
        assert table.missing_pairs(["A", "B"], [1, 2]) == [("A", 2), ("B", 1)]

    def test_a_place_is_no_way_from_itself(self):
        table = CostTable.from_rows(["A", "B"], ["B", "A"], time_s=np.array([4.0, 5.0]))
        assert table.matrix(["A", "B"], ["A", "B"]).tolist() == [[0.0, 4.0], [5.0, 0.0]]

    def test_the_way_back_stands_in_when_asked(self):
        table = CostTable.from_rows(["A"], ["B"], time_s=np.array([4.0]))
        assert table.matrix(["B"], ["A"], either_way=True).tolist() == [[4.0]]

    def test_odd_rows_are_refused(self):
        with pytest.raises(InvalidInput, match=r"1 row has a negative time_s: A → 2"):
            CostTable.from_rows(["A", "A"], [1, 2], time_s=np.array([1.0, -1.0]))
        with pytest.raises(InvalidInput, match=r"1 pair occurs with different costs: A → 1"):
            CostTable.from_rows(["A", "A"], [1, 1], time_s=np.array([1.0, 2.0]))
        with pytest.raises(InvalidInput, match="neither distances nor times"):
            CostTable.from_rows(["A"], [1])

    def test_repeated_equal_rows_do_no_harm(self):
        table = CostTable.from_rows(["A", "A"], [1, 1], time_s=np.array([2.0, 2.0]))
        assert table.matrix(["A"], [1]).tolist() == [[2.0]]

    def test_a_table_of_distances_has_no_times(self):
        table = CostTable.from_rows(["A"], [1], distance_m=np.array([2.0]))
        assert table.quantity() == "distance_m"
        with pytest.raises(InvalidInput, match="no values of time_s"):
            table.matrix(["A"], [1], "time_s")
