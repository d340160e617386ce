"""Numbers in messages and map tips have the separators of the user's number format."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
)
from qgis.PyQt.QtCore import QLocale
from territory_design.core.texts import Figure, Text, readable
from territory_design.processing_provider.common.number_format import localised
from territory_design.processing_provider.common.texts import counted, worded
from territory_design.processing_provider.outputs.looks.map_tips import set_map_tip
from territory_design.processing_provider.reports.numbers import plain_number
from territory_design.tests.integration.maps import grid


@pytest.fixture
def number_format():
    """Sets QGIS's number format; afterwards it is as it was."""
    before = QLocale()
    yield lambda name: QLocale.setDefault(QLocale(name))
    QLocale.setDefault(before)


@pytest.mark.parametrize(
    ("name", "expected"), [("en_US", "1,234.5"), ("de_DE", "1.234,5"), ("C", "1,234.5")]
)
def test_numbers_have_the_separators_of_the_number_format(number_format, name, expected):
    number_format(name)
    assert localised("1,234.5") == expected
    assert worded(Text.of("{x:,.1f}", x=1234.5)) == expected
    assert worded(Text.of("{x}", x=Figure(1234.5, ",.1f"))) == expected
    assert counted(2, "one {x}", "two {x}", x=Figure(1234.49, ",.1f")) == f"two {expected}"


def test_without_a_number_format_that_of_the_language_counts(number_format, monkeypatch):
    number_format("C")
    monkeypatch.setattr(QgsApplication, "locale", lambda: "de")
    assert localised("1,234.5") == "1.234,5"


def test_texts_among_the_values_have_it_too_and_names_are_left_alone(number_format):
    number_format("de_DE")
    inner = Text.of("{least}", least=readable(0.25))
    said = Text.of("{name}: {inner}, {count}", name="R 1.5", inner=inner, count=12000)
    assert worded(said) == "R 1.5: 0,25, 12000"


def test_parameters_in_reports_have_it(number_format):
    number_format("de_DE")
    assert [plain_number(text) for text in ("1.0", "0.25", "500", "2500000", "")] == [
        *("1", "0,25", "500", "2500000", ""),
    ]
    assert plain_number("1 of 2.5") == "1 of 2.5"


@pytest.mark.parametrize(
    ("name", "values"), [("en_US", ["12345.679", "0.00012"]), ("de_DE", ["12345,679", "0,00012"])]
)
def test_map_tips_have_it(number_format, name, values):
    number_format(name)
    layer = grid(
        2, 1, "code:integer, weight:double", lambda row: (2018, [12345.6789, 0.00012][row - 1])
    )
    set_map_tip(layer)
    tips = []
    for feature in layer.getFeatures():
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        context.setFeature(feature)
        tips.append(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context))
    assert [f"<b>{value}</b>" in tip for value, tip in zip(values, tips)] == [True, True]
    assert all("<b>2018</b>" in tip for tip in tips)
