"""Messages reach the user in the language of QGIS, whichever part of the code they come from."""

from __future__ import annotations

import pytest
from qgis.core import QgsProcessingException
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from territory_design.tests.integration.maps import Listener, grid


class Exclaiming(QTranslator):
    """A language of exclamations; what stands in braces stays as it is."""

    def translate(self, context, text, disambiguation=None, number=-1):
        return f"¡{text}!" if context == "TerritoryDesign" else ""

    def isEmpty(self):
        return False


@pytest.fixture
def exclaiming():
    translator = Exclaiming()
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def city(number):
    return number, 90.0 if number == 1 else 1.0


@pytest.fixture
def balance(processing, exclaiming):
    def call(areas, count: int) -> Listener:
        said = Listener()
        inputs = {"INPUT": areas, "BALANCE_FIELDS": ["weight"], "OUTPUT": "memory:"}
        processing.run("territory:balance", {**inputs, "COUNT": count}, feedback=said)
        return said

    return call


def test_what_the_core_says_is_translated_before_it_is_filled_in(balance):
    said = balance(grid(4, 4, values=city), 3)
    assert "¡Area 1 holds 257 % of one territory's target.!" in said.warnings


def test_what_the_algorithms_say_is_translated(balance):
    said = balance(grid(4, 4), 3)
    assert "¡Searching: 16 areas, 3 territories.!" in said.infos


def test_refusals_are_translated(balance):
    with pytest.raises(QgsProcessingException, match=r"¡COUNT asks for 17 territories"):
        balance(grid(4, 4), 17)
