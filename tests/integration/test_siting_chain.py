"""Cost matrix → homes → nearest home → balance → homes again, as one model on real roads."""

from __future__ import annotations

import pytest
from qgis.core import (
    NULL,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsVectorLayer,
)
from territory_design.tests.integration.maps import (
    QUICK,
    ROOT,
    Listener,
    assert_connected,
    by_id,
    column,
    pairs,
    table,
)

EXAMPLES, EXAMPLE = ROOT / "examples", ROOT / "example" / "heidelberg.gpkg"
ROADS = {
    "METHOD": 1,
    "SPEED_FIELD": "speed_kmh",
    "DIRECTION_FIELD": "direction",
    "VALUE_FORWARD": "F",
    "VALUE_BOTH": "B",
}
BY_MATRIX = {"AREA_ID_FIELD": "osm_id"}
COUNT = 4
A_WEEK = 7 * 86_400.0


@pytest.fixture(scope="module")
def places(processing):
    """Areas (Voronoi cells of every so-manieth shop) and roads that reach all of them."""

    def call(name: str, every: int):
        shops = processing.run(
            "native:extractbyexpression",
            {
                "INPUT": str(EXAMPLES / f"pois_{name}.gpkg"),
                "EXPRESSION": f"@id % {every} = 0",
                "OUTPUT": "memory:",
            },
        )["OUTPUT"]
        cells = processing.run(
            "native:voronoipolygons", {"INPUT": shops, "BUFFER": 5, "OUTPUT": "memory:"}
        )["OUTPUT"]
        roads = processing.run(
            "native:extractbyexpression",
            {
                "INPUT": str(EXAMPLES / f"roads_{name}.gpkg"),
                "EXPRESSION": '"in_giant" = 1',
                "OUTPUT": "memory:",
            },
        )["OUTPUT"]
        return cells, roads

    return call


def chain() -> QgsProcessingModelAlgorithm:
    """The model, put together as the designer does."""
    model = QgsProcessingModelAlgorithm("siting chain", "tests")
    for name in ("areas", "roads"):
        model.addModelParameter(
            QgsProcessingParameterFeatureSource(name, name), QgsProcessingModelParameter(name)
        )
    source = QgsProcessingModelChildParameterSource

    def step(name: str, algorithm: str, linked: dict, values: dict, outputs: dict) -> None:
        child = QgsProcessingModelChildAlgorithm(algorithm)
        child.setChildId(name)
        for parameter, value in linked.items():
            origin = (
                source.fromChildOutput(*value)
                if isinstance(value, tuple)
                else source.fromModelParameter(value)
            )
            child.addParameterSources(parameter, [origin])
        for parameter, value in values.items():
            child.addParameterSources(parameter, [source.fromStaticValue(value)])
        final = {}
        for output, title in outputs.items():
            final[title] = QgsProcessingModelOutput(title, title)
            final[title].setChildOutputName(output)
            final[title].setChildId(name)
        child.setModelOutputs(final)
        model.addChildAlgorithm(child)

    matrix = {"COST_MATRIX": ("matrix", "OUTPUT")}
    step(
        "matrix",
        "territory:costmatrix",
        {"ORIGINS": "areas", "DESTINATIONS": "areas", "NETWORK": "roads"},
        ROADS | {"ORIGIN_ID": "osm_id", "DESTINATION_ID": "osm_id"},
        {"OUTPUT": "costs"},
    )
    step(
        "site",
        "territory:sitereps",
        {"INPUT": "areas"} | matrix,
        BY_MATRIX | {"WEIGHT_FIELD": "weight", "COUNT": COUNT},
        {"REPS": "homes"},
    )
    reps = {"REPS": ("site", "REPS")}
    step(
        "nearest",
        "territory:nearestrep",
        {"INPUT": "areas"} | reps | matrix,
        BY_MATRIX | {"REP_ID_FIELD": "rep_id", "WEIGHT_FIELD": "weight"},
        {"OUTPUT": "start"},
    )
    step(
        "balance",
        "territory:balance",
        {"INPUT": ("nearest", "OUTPUT")} | reps | matrix,
        BY_MATRIX
        | QUICK
        | {
            "REP_ID_FIELD": "rep_id",
            "TERRITORY_FIELD": "territory",
            "BALANCE_FIELDS": "weight",
        },
        {"OUTPUT": "balanced"},
    )
    step(
        "resite",
        "territory:resitereps",
        {"INPUT": ("balance", "OUTPUT")} | reps | matrix,
        BY_MATRIX
        | {
            "REP_ID_FIELD": "rep_id",
            "WEIGHT_FIELD": "weight",
            "BEFORE_FIELD": "territory_before",
        },
        {"OUTPUT": "new_homes"},
    )
    model.updateDestinationParameters()
    return model


def road_costs(costs: QgsVectorLayer) -> dict:
    """Seconds by (origin, destination); a week where there is no way."""
    ends = zip(column(costs, "origin"), column(costs, "destination"))
    return {pair: A_WEEK if s is None else s for pair, s in zip(ends, column(costs, "time_s"))}


def deviation(plan: dict, weight: dict) -> float:
    totals: dict = {}
    for area, territory in plan.items():
        totals[territory] = totals.get(territory, 0.0) + weight[area]
    mean = sum(totals.values()) / COUNT
    return max(abs(total - mean) for total in totals.values()) / mean


@pytest.mark.parametrize(("name", "every"), [("andorra", 1), ("helsinki", 8)])
def test_the_model_runs_on_real_roads(processing, places, name, every):
    areas, roads = places(name, every)
    model = chain()
    inputs = {"areas": areas, "roads": roads}
    outputs = {
        definition.name(): "memory:" for definition in model.destinationParameterDefinitions()
    }
    feedback = Listener()
    results = processing.run(model, inputs | outputs, feedback=feedback)
    layers = {key.split(":")[-1]: value for key, value in results.items()}
    weight = by_id(areas, "weight", "osm_id")
    start, balanced = (by_id(layers[step], key="osm_id") for step in ("start", "balanced"))
    homes = set(column(layers["homes"], "rep_id"))
    assert len(homes) == COUNT
    assert homes <= set(weight)
    assert set(start.values()) == set(balanced.values()) == homes
    assert deviation(balanced, weight) < deviation(start, weight)
    edges = pairs(
        processing.run(
            "territory:adjacency", {"INPUT": areas, "ID_FIELD": "osm_id", "OUTPUT": "memory:"}
        )["OUTPUT"]
    )
    assert_connected(balanced, edges)
    costs = road_costs(layers["costs"])
    travel_before = travel_after = 0.0
    for territory, row in table(layers["new_homes"], "territory").items():
        members = [area for area in balanced if balanced[area] == territory]
        assert row["area_id"] in members
        before = sum(weight[area] * costs[territory, area] for area in members)
        after = sum(weight[area] * costs[row["area_id"], area] for area in members)
        least = min(sum(weight[area] * costs[home, area] for area in members) for home in members)
        assert after == pytest.approx(least)
        travel_before += before
        travel_after += after
        # Before is the plan that was balanced, from today's homes (thesis, table 5.4).
        theirs = [area for area in start if start[area] == territory]
        trips = [costs[territory, area] for area in theirs if weight[area] > 0]
        if max(trips) < A_WEEK:
            assert row["before_h"] == pytest.approx(sum(trips) / 3600.0)
    assert travel_after <= travel_before


@pytest.fixture(scope="module")
def andorra(processing, places):
    """Areas and their travel times by road."""
    areas, roads = places("andorra", 1)
    costs = processing.run(
        "territory:costmatrix",
        ROADS
        | {
            "ORIGINS": areas,
            "ORIGIN_ID": "osm_id",
            "DESTINATIONS": areas,
            "DESTINATION_ID": "osm_id",
            "NETWORK": roads,
            "OUTPUT": "memory:",
        },
    )["OUTPUT"]
    return areas, costs


def balance(processing, areas, **parameters) -> dict:
    given = {"INPUT": areas, "BALANCE_FIELDS": ["weight"], "MAX_DEVIATION": 10} | BY_MATRIX | QUICK
    given |= {"OUTPUT": "memory:", "TERRITORIES": "memory:", "REPS_OUT": "memory:"}
    return processing.run("territory:balance", given | parameters, feedback=Listener())


def travel_by_road(plan: dict, weight: dict, costs: dict) -> float:
    """Least weighted road time of a plan, each territory served from its best home."""
    total = 0.0
    for territory in set(plan.values()):
        members = [area for area in plan if plan[area] == territory]
        total += min(sum(weight[a] * costs[home, a] for a in members) for home in members)
    return total


def test_road_costs_lead_to_less_travel_by_road_than_straight_lines(processing, andorra):
    areas, matrix = andorra
    weight, costs = by_id(areas, "weight", "osm_id"), road_costs(matrix)
    given = {"COUNT": COUNT, "WEIGHT_TRAVEL": 1.0}
    by_road = balance(processing, areas, COST_MATRIX=matrix, **given)
    straight = balance(processing, areas, **given)
    plans = [by_id(results["OUTPUT"], key="osm_id") for results in (by_road, straight)]
    assert max(deviation(plan, weight) for plan in plans) <= 0.1 + 1e-9
    road, line = (travel_by_road(plan, weight, costs) for plan in plans)
    assert road < line
    edges = pairs(
        processing.run(
            "territory:adjacency", {"INPUT": areas, "ID_FIELD": "osm_id", "OUTPUT": "memory:"}
        )["OUTPUT"]
    )
    assert_connected(plans[0], edges)


def test_homes_of_a_count_come_from_the_matrix_and_are_sited_again_by_it(processing, andorra):
    areas, matrix = andorra
    weight, costs = by_id(areas, "weight", "osm_id"), road_costs(matrix)
    results = balance(processing, areas, COST_MATRIX=matrix, COUNT=COUNT)
    plan = by_id(results["OUTPUT"], key="osm_id")
    assert sorted(set(plan.values())) == [1, 2, 3, 4]
    for territory, row in table(results["REPS_OUT"], "territory").items():
        members = [area for area in plan if plan[area] == territory]

        def travel(home, members=members) -> float:
            return sum(weight[area] * costs[home, area] for area in members)

        assert travel(row["area_id"]) == pytest.approx(min(map(travel, members)))
        assert row["before_m"] == NULL, "there is nobody yet who would have travelled"


def test_homes_of_a_plan_come_from_the_matrix(processing, andorra):
    areas, matrix = andorra
    start = balance(processing, areas, COUNT=COUNT)["OUTPUT"]
    feedback = Listener()
    results = processing.run(
        "territory:balance",
        {
            "INPUT": start,
            "TERRITORY_FIELD": "territory",
            "BALANCE_FIELDS": ["weight"],
            "COST_MATRIX": matrix,
            "OUTPUT": "memory:",
            "REPS_OUT": "memory:",
        }
        | BY_MATRIX
        | QUICK,
        feedback=feedback,
    )
    assert "Homes and travel cost come from the cost matrix (time_s)." in feedback.infos
    assert set(column(results["OUTPUT"], "territory")) == {1, 2, 3, 4}
    assert results["STATUS"]


def test_a_matrix_without_rows_from_areas_is_refused(processing, andorra):
    areas, matrix = andorra
    renamed = processing.run(
        "native:refactorfields",
        {
            "INPUT": matrix,
            "FIELDS_MAPPING": [
                {"name": name, "expression": expression, "type": kind, "length": 0, "precision": 0}
                for name, expression, kind in (
                    ("origin", "'rep ' || \"origin\"", 10),
                    ("destination", '"destination"', 4),
                    ("time_s", '"time_s"', 6),
                )
            ],
            "OUTPUT": "memory:",
        },
    )["OUTPUT"]
    with pytest.raises(Exception, match=r"\(COST_MATRIX\) has rows from no area of “.*” \(INPUT\)"):
        balance(processing, areas, COST_MATRIX=renamed, COUNT=COUNT)


def test_a_cost_matrix_may_be_a_csv_file_or_a_database_table(processing, andorra, tmp_path):
    areas, matrix = andorra
    outcomes = []
    for target in ("costs.csv", "costs.gpkg"):
        path = str(tmp_path / target)
        processing.run("native:savefeatures", {"INPUT": matrix, "OUTPUT": path})
        results = processing.run(
            "territory:sitereps",
            {
                "INPUT": areas,
                "WEIGHT_FIELD": "weight",
                "COUNT": COUNT,
                "COST_MATRIX": path,
                "REPS": "memory:",
                "OUTPUT": "memory:",
            }
            | BY_MATRIX,
        )
        outcomes.append((column(results["REPS"], "rep_id"), round(results["OBJECTIVE"], 3)))
    assert outcomes[0] == outcomes[1]


def test_hours_before_after_and_from_new_homes_are_those_of_the_thesis(processing):
    """Table 5.4 on the plugin's example: one trip to each area that is not empty.

    Before is today's plan from today's homes, never the new territories from today's homes.
    """
    areas, people, roads = (
        QgsVectorLayer(f"{EXAMPLE}|layername={name}", name, "ogr")
        for name in ("municipalities", "representatives", "roads")
    )
    costs = processing.run(
        "territory:costmatrix",
        ROADS
        | {
            "ORIGINS": areas,
            "ORIGIN_ID": "ags",
            "DESTINATIONS": areas,
            "DESTINATION_ID": "ags",
            "NETWORK": roads,
            "OUTPUT": "memory:",
        },
    )["OUTPUT"]
    known = {"COST_MATRIX": costs, "AREA_ID_FIELD": "ags", "REPS": people, "REP_ID_FIELD": "rep_id"}
    plan = {"INPUT": areas, "TERRITORY_FIELD": "rep_now", "BALANCE_FIELDS": ["potential"]}
    homes = {"OUTPUT": "memory:", "REPS_OUT": "memory:"}
    balanced = processing.run("territory:balance", plan | known | QUICK | homes)
    resited = processing.run(
        "territory:resitereps",
        known
        | {
            "INPUT": balanced["OUTPUT"],
            "TERRITORY_FIELD": "territory",
            "BEFORE_FIELD": "rep_now",
            "WEIGHT_FIELD": "potential",
            "OUTPUT": "memory:",
        },
    )
    seconds = road_costs(costs)
    shapes = {area["ags"]: area.geometry() for area in areas.getFeatures()}
    lives_in = {
        one["rep_id"]: next(a for a, shape in shapes.items() if shape.contains(one.geometry()))
        for one in people.getFeatures()
    }
    weight, today = by_id(areas, "potential", "ags"), by_id(areas, "rep_now", "ags")
    new = by_id(balanced["OUTPUT"], key="ags")
    moves_to = by_id(resited["OUTPUT"], "area_id", "territory")

    def hours(territories: dict, places: dict, whose: str | None = None) -> float:
        return sum(
            seconds[places[name], area] / 3600.0
            for area, name in territories.items()
            if weight[area] > 0 and whose in (None, name)
        )

    stages = {"before": (today, lives_in), "stay": (new, lives_in), "after": (new, moves_to)}
    for stage, (territories, places) in stages.items():
        expected = hours(territories, places)
        assert resited[f"{stage.upper()}_H"] == pytest.approx(expected)
        for name, of_one in by_id(resited["OUTPUT"], f"{stage}_h", "territory").items():
            assert of_one == pytest.approx(hours(territories, places, name))
    assert new != today
    # Balance tells the same of its means, which count by weight.
    total = sum(weight.values())
    means = {
        "START_MEAN_TIME_S": stages["before"],
        "MEAN_TIME_S": stages["stay"],
        "RESITED_MEAN_TIME_S": stages["after"],
    }
    for figure, (territories, places) in means.items():
        driven = sum(weight[a] * seconds[places[name], a] for a, name in territories.items())
        assert balanced[figure] == pytest.approx(driven / total)
    for column_name, (territories, places) in zip(("before_s", "stay_s"), means.values()):
        for name, mean in by_id(balanced["REPS_OUT"], column_name, "territory").items():
            own = [area for area in territories if territories[area] == name]
            driven = sum(weight[a] * seconds[places[name], a] for a in own)
            assert mean == pytest.approx(driven / sum(weight[a] for a in own))
