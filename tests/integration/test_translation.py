"""Messages reach the user in the language of QGIS, whichever part of the code they come from."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

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
from territory_design.tests.core.source_code import harvested
from territory_design.tests.integration.maps import QUICK, Listener, grid


class Exclaiming(QTranslator):
    """A language of exclamations; what stands in braces stays as it is."""

    def translate(self, context, text, disambiguation=None, number=-1):
        # None, not "": QGIS keeps its own texts.
        return f"¡{text}!" if context == "TerritoryDesign" else None

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
        inputs = {"INPUT": areas, "BALANCE_FIELDS": ["weight"], "OUTPUT": "memory:"} | QUICK
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
    refusal = r"¡“Start 3: number of territories” \(COUNT\) is 17"
    with pytest.raises(QgsProcessingException, match=refusal):
        balance(grid(4, 4), 17)


# --- definitions: what dialogs and `qgis_process help` show ---------------------------------

EXTRACTED = {
    text
    for message in harvested().messages.values()
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
            kinds = parameter.fileFilter().split(";;")
            yield from ((f"kind of file of {name}", kind) for kind in kinds)
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
        ends = (end for end in UNITS if item.name().endswith(end) and "_PER_" not in item.name())
        unit = UNITS.get(next(ends, ""), "")
        if isinstance(item, QgsProcessingParameterDistance):
            unit = "(m"
        if isinstance(item, (QgsProcessingParameterNumber, QgsProcessingOutputNumber)) and (
            unit not in item.description()
        ):
            wrong.append((item.name(), item.description()))
    assert_only_known("units", algorithm, wrong)


# --- what reports say -----------------------------------------------------------------------


class Words(HTMLParser):
    """The texts between the tags of a page, without those of its style."""

    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []
        self._in_style = False

    def handle_starttag(self, tag, attrs):
        self._in_style = tag == "style"

    def handle_data(self, data):
        if not self._in_style and data.strip():
            self.texts.append(data)


def without_translated(text: str) -> str:
    """What is left of a text without the translated, also where one is a value of another."""
    shorter = re.sub(r"¡[^¡!]*!", " ", text)
    return text if shorter == text else without_translated(shorter)


def untranslated_words(page: str, names: set[str]) -> set[str]:
    """Words of a report that are neither translated, nor names, nor units."""
    reader = Words()
    # What was given stands in the record of the run as it was given.
    reader.feed(re.sub(r'<(bdi|pre) class="given">.*?</\1>', "", page, flags=re.DOTALL))
    rest = [without_translated(text) for text in reader.texts]
    words = {word for text in rest for word in re.findall(r"[^\W\d_]{2,}", text)}
    return words - names - {"Territory", "Design", "km", "min"}


def village(number: int) -> tuple:
    return number, 1.0 + number % 3, number % 2


@pytest.mark.parametrize(
    ("algorithm", "parameters", "names"),
    [
        ("balance", {"COUNT": 3, "BALANCE_FIELDS": ["weight"], **QUICK}, {"weight"}),
        ("balance", {"TERRITORY_FIELD": "half", **QUICK}, set()),
        ("evaluate", {"TERRITORY_FIELD": "half", "BALANCE_FIELDS": ["weight"]}, {"weight"}),
        ("greenfield", {"COUNT_MIN": 1, "COUNT_MAX": 3, "MIN_CUSTOMERS": 3}, set()),
        (
            "clustercustomers",
            {"COUNT": 2, "MIN_COUNT": 5, "CURRENT_FIELD": "half", "LIMITS": ["weight", "30%", ""]},
            {"weight"},
        ),
    ],
)
def test_reports_are_translated(processing, exclaiming, tmp_path, algorithm, parameters, names):
    layer = grid(4, 4, "id:integer, weight:double, half:integer", village)
    if algorithm in {"greenfield", "clustercustomers"}:
        centres = {"INPUT": layer, "ALL_PARTS": False, "OUTPUT": "memory:"}
        layer = processing.run("native:centroids", centres)["OUTPUT"]
    path = tmp_path / "report.html"
    outputs = dict.fromkeys(("OUTPUT", "CENTERS", "FLOWS", "ITERATIONS", "CURVE"), "memory:")
    inputs = {"INPUT": layer, **parameters, **outputs, "REPORT": str(path)}
    processing.run(f"territory:{algorithm}", inputs, feedback=Listener())
    assert untranslated_words(path.read_text(encoding="utf-8"), names) == set()


# --- messages name parameters as the dialog does -------------------------------------------------

IN_BRACKETS = re.compile(r"\([A-Z_]+(, [A-Z_]+|,? (and|or) [A-Z_]+)*[;)]|[”’,] [A-Z_]+(?=[,)])")
# A label that an id follows; the core and the readers write it without knowing the algorithm.
WITH_LABEL = re.compile(r"“([^“”]*)” \(([A-Z][A-Z_]+)\)")


def unexplained(label: str) -> str:
    """A label without its explanations, as messages have it."""
    return re.sub(r"(, e\.g\. [^()]*)?( \([^()]*\))?$", "", label)


@pytest.fixture
def labels(loaded_plugin) -> dict[str, set[str]]:
    """Labels, and names of options, of each parameter in all algorithms."""
    found: dict[str, set[str]] = {}
    for kind in ALGORITHMS:
        algorithm = defined(kind)  # QGIS keeps the definitions no longer than the algorithm
        for definition in algorithm.parameterDefinitions():
            known = found.setdefault(definition.name(), set())
            known.add(unexplained(definition.description()))
            if isinstance(definition, QgsProcessingParameterEnum):
                known.update(definition.options())
    return found


def test_no_message_names_a_parameter_by_its_id_alone(labels):
    helps = {kind.HELP for kind in ALGORITHMS}
    bare = {
        text: ids
        for text in EXTRACTED - helps
        if (ids := set(labels) & set(re.findall(r"\b[A-Z_]{3,}\b", IN_BRACKETS.sub(" ", text))))
    }
    assert bare == {}


def test_a_label_in_a_message_is_that_of_the_dialog(labels):
    strange = {
        (label, name)
        for text in EXTRACTED
        for label, name in WITH_LABEL.findall(text)
        if name in labels and not any(own.startswith(unexplained(label)) for own in labels[name])
        if "{" not in label and not label.startswith("…")
    }
    assert strange == set()
