"""Messages reach the user in the language of QGIS, whichever part of the code they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingException,
    QgsProcessingOutputNumber,
    QgsProcessingParameterDistance,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterMatrix,
    QgsProcessingParameterNumber,
)
from qgis.PyQt.QtCore import QCoreApplication, QTranslator
from territory_design.processing_provider.catalogue import ALGORITHMS
from territory_design.tests.integration.maps import Listener, grid
from territory_design.tools import translations


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


# --- definitions: what dialogs and `qgis_process help` show ---------------------------------

EXTRACTED = {
    text
    for message in translations.harvest().messages.values()
    for text in (message.source, message.singular)
    if text
}
WHOLLY_TRANSLATED = re.compile(r"¡([^¡]*)!", re.DOTALL)
# Algorithms that have yet to be put into order, by rule. An entry that is no longer needed fails.
KNOWN: dict[str, set[str]] = {}


def assert_only_known(rule: str, algorithm: QgsProcessingAlgorithm, wrong: list) -> None:
    """Nothing is wrong, unless it is known to be."""
    if algorithm.name() in KNOWN.get(rule, ()):
        assert wrong, "take this algorithm out of KNOWN"
    else:
        assert wrong == []


@pytest.fixture(params=ALGORITHMS, ids=lambda algorithm: algorithm.NAME)
def algorithm(request, loaded_plugin) -> QgsProcessingAlgorithm:
    return defined(request.param)


def defined(kind: type[QgsProcessingAlgorithm]) -> QgsProcessingAlgorithm:
    """With its parameters and outputs."""
    algorithm = kind()
    algorithm.initAlgorithm({})
    return algorithm


def visible_texts(algorithm: QgsProcessingAlgorithm) -> Iterator[tuple[str, str]]:
    """Where a text is shown, and the text."""
    yield "title", algorithm.displayName()
    yield "group", algorithm.group()
    yield "summary", algorithm.shortDescription()
    yield "help", algorithm.shortHelpString()
    yield from (("tag", tag) for tag in algorithm.tags())
    for parameter in algorithm.parameterDefinitions():
        name = parameter.name()
        yield name, parameter.description()
        if parameter.help():
            yield f"help of {name}", parameter.help()
        if isinstance(parameter, QgsProcessingParameterEnum):
            yield from ((f"option of {name}", option) for option in parameter.options())
        if isinstance(parameter, QgsProcessingParameterMatrix):
            yield from ((f"column of {name}", header) for header in parameter.headers())
        if isinstance(parameter, QgsProcessingParameterFileDestination):
            yield f"kind of file of {name}", parameter.fileFilter()
    for output in algorithm.outputDefinitions():
        yield f"output {output.name()}", output.description()


def test_all_that_a_dialog_shows_is_translated_and_extracted(exclaiming, algorithm):
    wrong = []
    # Labels are made when the parameters are.
    for place, text in visible_texts(again := defined(type(algorithm))):
        match = WHOLLY_TRANSLATED.fullmatch(text)
        if match is None or match[1] not in EXTRACTED:
            wrong.append((place, text))
    assert_only_known("translated", again, wrong)


def test_every_parameter_has_a_sentence_of_help(algorithm):
    wrong = [
        (parameter.name(), parameter.help())
        for parameter in algorithm.parameterDefinitions()
        if not parameter.help().endswith(".") or parameter.help() == parameter.description()
    ]
    assert_only_known("help", algorithm, wrong)


def test_help_of_parameters_speaks_in_labels(algorithm):
    """An id says nothing to those who have only the dialog before them."""
    parameters = algorithm.parameterDefinitions()
    ids = {item.name() for item in [*parameters, *algorithm.outputDefinitions()]}
    wrong = [
        (parameter.name(), word)
        for parameter in parameters
        for word in re.findall(r"[A-Z][A-Z_]+", f"{parameter.description()} {parameter.help()}")
        if word in ids
    ]
    assert_only_known("labels", algorithm, wrong)


UNITS = {"_M": "(m", "_S": "(s", "_PCT": "%", "_KM": "km", "_H": "(h", "_SPEED": "(km/h"}


def test_labels_of_quantities_say_the_unit(algorithm):
    """Lengths are metres; a suffix of an id that is a unit is in the label as well."""
    wrong = []
    for item in [*algorithm.parameterDefinitions(), *algorithm.outputDefinitions()]:
        unit = next((unit for end, unit in UNITS.items() if item.name().endswith(end)), "")
        if isinstance(item, QgsProcessingParameterDistance):
            unit = "(m"
        if isinstance(item, (QgsProcessingParameterNumber, QgsProcessingOutputNumber)) and (
            unit not in item.description()
        ):
            wrong.append((item.name(), item.description()))
    assert_only_known("units", algorithm, wrong)
