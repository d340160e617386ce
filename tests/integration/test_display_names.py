"""What readers call representatives and areas: names in reports, legends, labels, map tips."""

from __future__ import annotations

import json
import re

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsProcessingException,
    QgsProject,
    QgsRenderContext,
)
from territory_design.tests.integration.customer_layers import portfolio_layer
from territory_design.tests.integration.maps import (
    QUICK,
    Listener,
    column,
    grid,
    make_layer,
    run_into_project,
    spot,
)

ODD = 'Zoë [% 6*7 %] "O\'Neil" <b>'
PEOPLE = ((8568, 0, 0, "Berlin"), (8569, 5, 0, ODD), (8570, 5, 5, None))


@pytest.fixture
def project(processing):
    QgsProject.instance().clear()
    yield QgsProject.instance()
    QgsProject.instance().clear()


def people(rows=PEOPLE):
    places = [(spot(column, row), number, name) for number, column, row, name in rows]
    return make_layer("Point", "rep_id:integer, name:string", places, name="people")


def areas():
    fields = "id:integer, weight:double, town:string"
    return grid(6, 6, fields, lambda n: (n, 1.0 + n % 4, f"Town {n}"))


def given(**more) -> dict:
    return {
        "INPUT": areas(),
        "REPS": people(),
        "REP_ID_FIELD": "rep_id",
        "REP_NAME_FIELD": "name",
        "OUTPUT": "memory:",
        **more,
    }


def value(layer, expression: str, feature):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    return QgsExpression(expression).evaluate(context)


def labels(layer) -> dict:
    text = layer.labeling().settings().fieldName
    return {one["territory"]: value(layer, text, one) for one in layer.getFeatures()}


def legend(layer) -> dict:
    return {one.value(): one.label() for one in layer.renderer().categories()}


def tip(layer, number: int) -> str:
    feature = next(one for one in layer.getFeatures() if one["territory"] == number)
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


def test_layers_show_names_and_keep_ids(project):
    layers = {"TERRITORIES": "memory:", "REPS_OUT": "memory:"}
    _, layers = run_into_project(
        "territory:balance", given(BALANCE_FIELDS=["weight"], **layers, **QUICK)
    )
    territories = layers["TERRITORIES"]
    assert set(column(territories, "territory")) == {8568, 8569, 8570}
    shown = {number: text.split("\n")[0] for number, text in labels(territories).items()}
    assert shown == {8568: "Berlin", 8569: ODD, 8570: "8570"}
    assert legend(territories)[8568] == legend(layers["OUTPUT"])[8568] == "Berlin"
    assert "<b>Berlin</b>" in tip(layers["OUTPUT"], 8568)
    odd = tip(layers["OUTPUT"], 8569)
    assert "[% 6*7 %]" in odd  # shown, not evaluated
    assert "&lt;b>" in odd
    assert "<b>8570</b>" in tip(layers["OUTPUT"], 8570)


def test_resited_homes_and_what_is_told_of_them_show_names(project):
    plan = grid(6, 6, "id:integer, territory:integer", lambda n: (n, 8568 if n < 19 else 8570))
    listener = Listener()
    _, layers = run_into_project(
        "territory:resitereps", given(INPUT=plan, CANDIDATES='"id" > 18'), listener
    )
    homes = layers["OUTPUT"]
    assert set(column(homes, "territory")) == {8568, 8569, 8570}
    assert labels(homes)[8568] == "Berlin"
    assert "2 territories hold no candidate and get no home: Berlin, Zoë" in listener.warned


def test_two_of_one_name_keep_their_ids_behind_it(project):
    twins = people(((1, 0, 0, "Müller"), (2, 5, 5, " Müller ")))
    parameters = given(REPS=twins, TERRITORIES="memory:")
    _, layers = run_into_project("territory:nearestrep", parameters)
    assert legend(layers["TERRITORIES"]) == {1: "Müller (1)", 2: "Müller (2)"}


def test_judges_and_their_reports_show_names(project, tmp_path):
    path = tmp_path / "report.html"
    plan = grid(6, 6, "id:integer, territory:integer", lambda n: (n, 8568 if n < 19 else 8570))
    parameters = given(INPUT=plan, TERRITORIES="memory:", REPORT=str(path))
    _, layers = run_into_project("territory:evaluate", parameters)
    assert labels(layers["TERRITORIES"])[8568].startswith("Berlin\n")
    assert "<b>Berlin</b>" in tip(layers["OUTPUT"], 8568)
    cells = re.findall(r"<bdi>([^<]*)</bdi>", path.read_text(encoding="utf-8"))
    assert "Berlin" in cells
    assert "8570" in cells
    assert "8568" not in cells


WHO_IS_ODD = {
    # Berlin lives with somebody and yields; ODD lives outside all areas.
    "territory:nearestrep": ((8568, 0, 0, "Berlin"), (8567, 0, 0, "Bonn"), (8569, 9, 9, ODD)),
    "territory:balance": ((8568, 0, 0, "Berlin"), (8567, 0, 0, "Bonn"), (8569, 9, 9, ODD)),
    "territory:plan": ((8568, 0, 0, "Berlin"), (8567, 0, 0, "Bonn"), (8569, 9, 9, ODD)),
}


@pytest.mark.parametrize("algorithm", WHO_IS_ODD)
def test_the_log_speaks_of_people_by_name(processing, algorithm):
    listener = Listener()
    quick = {} if algorithm == "territory:nearestrep" else QUICK
    parameters = given(REPS=people(WHO_IS_ODD[algorithm]), **quick)
    processing.run(algorithm, parameters, feedback=listener)
    said = listener.warned + "\n".join(listener.infos)
    assert f"lives outside every area ({ODD})" in said
    assert "Berlin → " in said
    assert not re.search("856[789]", said)


def test_the_log_of_a_judge_speaks_of_people_by_name(processing):
    plan = grid(6, 1, "id:integer, territory:integer", lambda n: (n, 8568 if n != 3 else 8570))
    listener = Listener()
    processing.run("territory:evaluate", given(INPUT=plan), feedback=listener)
    assert "1 territory is not connected: Berlin." in listener.warned


def test_the_log_names_who_joined_and_who_cannot_keep_the_home(processing):
    plan = grid(6, 6, "id:integer, plan:integer", lambda n: (n, 8569 if n < 19 else 8570))
    listener = Listener()
    parameters = given(INPUT=plan, TERRITORY_FIELD="plan", **QUICK)
    processing.run("territory:balance", parameters, feedback=listener)
    assert "Joined: Berlin." in "\n".join(listener.infos)
    with pytest.raises(QgsProcessingException, match="Berlin"):
        processing.run("territory:balance", parameters | {"LOCKED": '"id" = 1'})


def test_breaches_name_who_it_is(processing):
    plan = grid(6, 1, "id:integer, territory:integer", lambda n: (n, 8568 if n != 3 else 8570))
    parameters = given(INPUT=plan) | {"ISSUES": "memory:"}
    issues = processing.run("territory:validate", parameters)["ISSUES"]
    torn = next(one for one in issues.getFeatures() if one["rule"] == "not_contiguous")
    assert torn["territory"] == 8568
    assert "Berlin" in torn["sentence"]


def test_sheets_of_a_comparison_name_people_and_areas(processing, monkeypatch, tmp_path):
    from territory_design.processing_provider.reports import run_reports

    made = []

    def make_sheets(*arguments):
        made.append(original(*arguments))
        return made[0]

    original = run_reports.make_sheets
    monkeypatch.setattr(run_reports, "make_sheets", make_sheets)
    # Area 4 goes from Berlin to 8570; who stays there keeps the rest.
    fields = "id:integer, old:integer, new:integer, town:string"
    plans = grid(
        6, 1, fields, lambda n: (n, 8568 if n < 5 else 8570, 8568 if n < 4 else 8570, f"Town {n}")
    )
    parameters = given(INPUT=plans, BEFORE_FIELD="old", AFTER_FIELD="new", NAME_FIELD="town")
    parameters |= {"HANDOVER": "memory:", "MATRIX": "memory:", "REPORT": str(tmp_path / "r.html")}
    processing.run(
        "territory:compare", {**parameters, "SHEETS": str(tmp_path / "s.pdf")}, feedback=Listener()
    )
    texts = {one.attributes()[1]: one.attributes()[2:] for one in made[0].people.features}
    assert set(texts) == {"Berlin", "8570"}
    assert texts["Berlin"][2] == "Goes (1): Town 4"
    assert texts["8570"][1] == "Comes (1): Town 4"
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "<bdi>Berlin</bdi></td><td><bdi>8570</bdi></td>" in page  # from, to


def test_portfolios_show_names(project, tmp_path):
    path = tmp_path / "report.html"
    parameters = given(INPUT=portfolio_layer((20, 20, 20)), REPORT=str(path), CENTERS="memory:")
    _, layers = run_into_project("territory:clustercustomers", parameters)
    assert legend(layers["OUTPUT"])[8568] == "Berlin"
    assert labels(layers["CENTERS"])[8568] == "Berlin"
    assert ">Berlin<" in path.read_text(encoding="utf-8")


def test_customers_are_sized_by_what_is_limited(project):
    customers = portfolio_layer((20, 20, 20))
    parameters = {"INPUT": customers, "COUNT": 3, "OUTPUT": "memory:"}
    parameters["LIMITS"] = ["revenue", "10 %", "60 %"]
    _, layers = run_into_project("territory:clustercustomers", parameters)
    layer = layers["OUTPUT"]
    symbol = layer.renderer().symbols(QgsRenderContext())[0].symbolLayer(0)
    size = symbol.dataDefinedProperties().property(symbol.Property.Size).expressionString()
    rows = sorted(layer.getFeatures(), key=lambda one: one["revenue"])
    least, most = (
        value(layer, size, one) - 0.8 * bool(one["outlier"]) for one in (rows[0], rows[-1])
    )
    assert 1.2 < least < most == pytest.approx(7.2)


KNOWN = {name: f"#10{number:02x}30" for number, name in enumerate("123ABC")}


def customers() -> dict:
    return {"INPUT": portfolio_layer((20, 20, 20)), "OUTPUT": "memory:"}


def alignment(folder) -> dict:
    file = folder / "alignment.csv"
    file.write_text("1,A\n2,B\n3,C\n4,A\n")
    return {"INPUT": grid(4, 1), "ID_FIELD": "id", "FILE": str(file), "OUTPUT": "memory:"}


@pytest.mark.parametrize(
    ("algorithm", "parameters"),
    [
        ("greenfield", lambda _: {**customers(), "COUNT_MIN": 3, "CENTERS": "memory:"}),
        ("clustercustomers", lambda _: {**customers(), "COUNT": 3}),
        ("smoothoutliers", lambda _: {**customers(), "TERRITORY_FIELD": "today"}),
        ("sitereps", lambda _: {"INPUT": grid(3, 1), "ID_FIELD": "id", "COUNT": 3,
                                "OUTPUT": "memory:", "REPS": "memory:"}),
        ("importassignment", alignment),
    ],
)  # fmt: skip
def test_a_territory_keeps_its_colour_whatever_runs(project, tmp_path, algorithm, parameters):
    earlier = grid(1, 1)
    earlier.setCustomProperty("territory_design/colours", json.dumps(KNOWN))
    project.addMapLayer(earlier)
    _, layers = run_into_project(f"territory:{algorithm}", parameters(tmp_path))
    shown = {
        str(one.value()): one.symbol().color().name()
        for one in layers["OUTPUT"].renderer().categories()
        if one.value()
    }
    assert len(shown) == 3
    assert shown == {name: KNOWN[name] for name in shown}
