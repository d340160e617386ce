"""German: every text is translated, and no run of any algorithm says an English word.

The test of words knows no language: an English word is one that occurs in the English texts and
in no German translation.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from qgis.core import (
    QgsApplication,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsProcessingException,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QCoreApplication, QLocale, QSettings
from territory_design.plugin import installed_translator
from territory_design.processing_provider.catalogue import ALGORITHMS
from territory_design.processing_provider.shipped_models import is_shipped, shipped_models
from territory_design.tests.core.source_code import harvested
from territory_design.tests.integration.maps import (
    QUICK,
    Listener,
    grid,
    make_layer,
    representatives,
    run_into_project,
    spot,
)
from territory_design.tests.integration.test_translation import Words, defined, visible_texts
from territory_design.tools import release_translations, translations

GERMAN = translations.FOLDER / "territory_design_de.ts"
MESSAGES = harvested().messages
TRANSLATED = {
    source: translation
    for source, (_, translation) in translations.read_translations(GERMAN)[1].items()
}
WORD = re.compile(r"[^\W\d_]{2,}")
# Ids, names of fields, files and the like: the same in every language.
NO_WORDS = re.compile(
    r"\w*(?:_\w+)+|\b[A-Z]{2,}\b|@\w+|[\w./-]+\.(?:html|pdf|gpkg|csv|tif|py)\b|\w+:\w+|'[^']*'|<[^>]*>"
)


def words(text: str) -> set[str]:
    """The words of a text without ids, in small letters."""
    return {word.lower() for word in WORD.findall(NO_WORDS.sub(" ", text))}


def vocabulary() -> tuple[set[str], set[str]]:
    """Words of the English and of the German texts."""
    english = [text for one in MESSAGES.values() for text in (one.source, one.singular)]
    german = [form for one in TRANSLATED.values() for form in one.forms]
    return tuple(
        {word for text in texts for word in words(re.sub(r"\{[^}]*\}", " ", text))}
        for texts in (english, german)
    )


ENGLISH, GERMAN_WORDS = vocabulary()
ONLY_ENGLISH = ENGLISH - GERMAN_WORDS


def english_words(text: str, names: frozenset[str] = frozenset()) -> set[str]:
    """Words of a text that only English has."""
    return (words(text) & ONLY_ENGLISH) - names


# --- the translation ------------------------------------------------------------------------


def test_every_text_is_translated():
    missing = [
        source
        for source in MESSAGES
        if source not in TRANSLATED
        or TRANSLATED[source].unfinished
        or not all(TRANSLATED[source].forms)
    ]
    assert missing == []


def fields_of(text: str) -> set[tuple[str, str]]:
    return {
        (name, specification or "")
        for _, name, specification, _ in Formatter().parse(text)
        if name is not None
    }


def test_translations_fill_in_what_the_texts_do():
    wrong = []
    for source, message in MESSAGES.items():
        forms = TRANSLATED[source].forms
        allowed = fields_of(source) | fields_of(message.singular)
        if fields_of(forms[-1]) != fields_of(source) or not all(
            fields_of(form) <= allowed for form in forms
        ):
            wrong.append(source)
    assert wrong == []


def test_translations_keep_tags_and_close_quotes():
    tags = re.compile(r"</?\w+>")
    wrong = [
        form
        for source in MESSAGES
        for form in TRANSLATED[source].forms
        if sorted(tags.findall(form)) != sorted(tags.findall(source))
        or form.count("„") != form.count("“")
        or "”" in form
    ]
    assert wrong == []


# --- QGIS in German -------------------------------------------------------------------------


@pytest.fixture(scope="module")
def german_files(tmp_path_factory) -> Path:
    """A folder with the file that the plugin loads."""
    folder = tmp_path_factory.mktemp("i18n")
    release_translations.release([GERMAN], folder)
    return folder


@pytest.fixture
def german(loaded_plugin, german_files):
    """The plugin and the number format of QGIS in German."""
    format_before = QLocale()
    QLocale.setDefault(QLocale("de_DE"))
    translator = installed_translator("de", german_files)
    assert translator is not None
    yield
    QCoreApplication.removeTranslator(translator)
    QLocale.setDefault(format_before)


@pytest.mark.parametrize("kind", ALGORITHMS, ids=lambda kind: kind.NAME)
def test_dialogs_are_german(german, kind):
    wrong = {}
    for place, text in visible_texts(defined(kind)):
        if found := english_words(text):
            wrong[place] = (sorted(found), text)
    assert wrong == {}


def test_models_are_german_under_their_old_ids(german, loaded_plugin):
    provider = QgsApplication.processingRegistry().providerById("territory")
    known = {one.name(): one for one in provider.algorithms() if is_shipped(one)}
    assert len(known) == 3
    for model in shipped_models():
        before = known[model.name()]
        dialog = model.create()  # as the toolbox does for a dialog
        for one in (model, dialog):
            texts = [one.displayName(), one.group(), *one.helpContent().values()]
            texts += [step.description() for step in one.childAlgorithms().values()]
            for definitions in ("parameterDefinitions", "outputDefinitions"):
                ours, theirs = (getattr(model, definitions)() for model in (one, before))
                assert [each.name() for each in ours] == [each.name() for each in theirs]
                texts += [each.description() for each in ours]
            assert {word for text in texts for word in english_words(text)} <= {"google", "earth"}
        assert dialog.displayName().startswith("Szenario")


def area(number: int) -> tuple:
    """Fields of an area of the grid, in which two plans of two territories differ by one area::

    9 A a a b      halb: alt 1 | 2 by columns, neu the same but for area 2
    """
    column = (number - 1) % 4
    alt = 1 + column // 2
    neu = 2 if number == 2 else alt
    return number, 1.0 + number % 3, alt, neu, ("Anna", "Bert")[alt - 1]


AREA_FIELDS = "id:integer, wert:double, alt:integer, neu:integer, vertreter:string"


def areas() -> QgsVectorLayer:
    return grid(4, 4, AREA_FIELDS, area, name="Karte")


def customers(outlier: int = 0) -> QgsVectorLayer:
    """A point in each area; one of them is in the territory of the others."""
    rows = []
    for number in range(1, 17):
        values = list(area(number))
        if number == outlier:
            values[2] = 3 - values[2]
        rows.append((spot((number - 1) % 4, (number - 1) // 4), *values))
    return make_layer("Point", AREA_FIELDS, rows, name="Kundschaft")


def people() -> QgsVectorLayer:
    return representatives(("Anna", 0, 1), ("Bert", 3, 2))


def roads() -> QgsVectorLayer:
    rows = [("LineString (500000 5500500, 503900 5500500)", 50)]
    return make_layer("LineString", "tempo:integer", rows, name="Wege")


def plan_file() -> str:
    """Territories of all areas but two, and of one that there is not."""
    path = Path(tempfile.mkdtemp()) / "plan.csv"
    path.write_text("".join(f"{number},{number % 2}\n" for number in range(3, 18)))
    return str(path)


RUNS = {
    "importassignment": [lambda: {"INPUT": areas(), "ID_FIELD": "id", "FILE": plan_file()}],
    "adjacency": [lambda: {"INPUT": areas(), "ID_FIELD": "id", "BARRIERS": roads()}],
    "costmatrix": [
        lambda: {
            "ORIGINS": people(),
            "ORIGIN_ID": "rep_id",
            "DESTINATIONS": areas(),
            "DESTINATION_ID": "id",
            "METHOD": 1,
            "NETWORK": roads(),
            "SPEED_FIELD": "tempo",
        }
    ],
    "sitereps": [
        lambda: {"INPUT": areas(), "WEIGHT_FIELD": "wert", "COUNT": 2, "METHOD": 0},
        lambda: {"INPUT": areas(), "WEIGHT_FIELD": "wert", "COUNT": 2, "METHOD": 1},
    ],
    "greenfield": [lambda: {"INPUT": customers(), "COUNT_MIN": 1, "COUNT_MAX": 3}],
    "resitereps": [
        lambda: {
            "INPUT": areas(),
            "TERRITORY_FIELD": "vertreter",
            "WEIGHT_FIELD": "wert",
            "REPS": people(),
            "REP_ID_FIELD": "rep_id",
        }
    ],
    "nearestrep": [lambda: {"INPUT": areas(), "REPS": people(), "REP_ID_FIELD": "rep_id"}],
    "plan": [
        lambda: {
            "INPUT": areas(),
            "BALANCE_FIELDS": ["wert"],
            "COUNT_MIN": 2,
            "COUNT_MAX": 3,
            **QUICK,
            "WORKERS": 1,
        }
    ],
    "balance": [
        lambda: {
            "INPUT": areas(),
            "BALANCE_FIELDS": ["wert"],
            "TERRITORY_FIELD": "vertreter",
            "REPS": people(),
            "REP_ID_FIELD": "rep_id",
            "MAX_CHANGE": 30.0,
            **QUICK,
        },
        lambda: {"INPUT": areas(), "COUNT": 3, **QUICK},
    ],
    "clustercustomers": [
        lambda: {
            "INPUT": customers(),
            "COUNT": 2,
            "MIN_COUNT": 5,
            "CURRENT_FIELD": "vertreter",
            "LIMITS": ["wert", "30%", ""],
            "RESTARTS": 1,
        }
    ],
    "matchreps": [
        lambda: {"INPUT": customers(), "CLUSTER_FIELD": "neu", "CURRENT_FIELD": "vertreter"}
    ],
    "smoothoutliers": [
        lambda: {
            "INPUT": customers(outlier=6),
            "TERRITORY_FIELD": "alt",
            "NEIGHBORS": 3,
            "LIMITS": ["wert", "10%", "90%"],
            "TEST_SHARE": 30.0,
        }
    ],
    "assignnew": [
        lambda: {"INPUT": customers(), "REFERENCE": areas(), "TERRITORY_FIELD": "alt", "METHOD": 1}
    ],
    "evaluate": [
        lambda: {
            "INPUT": areas(),
            "TERRITORY_FIELD": "vertreter",
            "BALANCE_FIELDS": ["wert"],
            "REPS": people(),
            "REP_ID_FIELD": "rep_id",
        },
    ],
    "compare": [
        lambda: {
            "INPUT": areas(),
            "BEFORE_FIELD": "alt",
            "AFTER_FIELD": "neu",
            "BALANCE_FIELDS": ["wert"],
        }
    ],
    "validate": [
        lambda: {
            "INPUT": areas(),
            "TERRITORY_FIELD": "neu",
            "BALANCE_FIELDS": ["wert"],
            "MAX_DEVIATION": 1.0,
            "MIN_AREAS": 9,
            "MAX_TOTAL": 10.0,
        }
    ],
}
CASES = [(name, number) for name, runs in RUNS.items() for number in range(len(runs))]
NAMES = frozenset(
    {"karte", "kundschaft", "wege", "layer", "reps", "anna", "bert", "territory", "memory"}
)


def test_every_algorithm_has_a_run():
    assert {kind.NAME for kind in ALGORITHMS} == set(RUNS)


def shown_by(layer: QgsVectorLayer) -> Iterator[tuple[str, str]]:
    """What a styled layer shows: legend, labels, map tips, sentences in its table."""
    if layer.renderer() is not None:
        for item in layer.renderer().legendSymbolItems():
            yield "legend", item.label()
    label = layer.labeling().settings() if layer.labeling() is not None else None
    for feature in list(layer.getFeatures())[:6]:
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        context.setFeature(feature)
        tip = QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
        reader = Words()
        reader.feed(tip)
        fields = set(layer.fields().names())
        yield from (("map tip", text) for text in reader.texts if text not in fields)
        if label is not None and label.drawLabels and label.isExpression:
            yield "label", str(QgsExpression(label.fieldName).evaluate(context) or "")
        for value in feature.attributes():
            if isinstance(value, str) and " " in value:
                yield "table", value


@pytest.mark.parametrize(("name", "number"), CASES)
def test_runs_are_german(german, tmp_path, name, number):
    said = Listener()
    algorithm = defined(next(kind for kind in ALGORITHMS if name == kind.NAME))
    outputs = {
        definition.name(): str(
            tmp_path / f"{definition.name()}.{definition.defaultFileExtension()}"
        )
        if definition.type() == "fileDestination"
        else "memory:"
        for definition in algorithm.destinationParameterDefinitions()
    }
    QgsProject.instance().clear()
    _, layers = run_into_project(f"territory:{name}", outputs | RUNS[name][number](), said)
    log = [*said.infos, *said.warnings, *said.errors]
    texts = [("log", text) for text in log if not text.startswith("Results: ")]  # QGIS says it
    for layer in layers.values():
        texts += shown_by(layer)
    report = tmp_path / "REPORT.html"
    if "REPORT" in outputs:
        reader = Words()
        reader.feed(report.read_text(encoding="utf-8"))
        texts += [("report", text) for text in reader.texts if not text.startswith("qgis_process")]
        english_figures = [
            text for text in reader.texts if re.search(r"\d\.\d+\u202f(%|km|min)", text)
        ]
        assert english_figures == []
    QgsProject.instance().clear()
    assert texts
    wrong = {
        f"{where}: {', '.join(sorted(found))} in {text!r}"
        for where, text in texts
        if (found := english_words(text, NAMES))
    }
    assert not wrong, "\n".join(sorted(wrong))


def test_refusals_are_german(german, processing):
    with pytest.raises(QgsProcessingException) as caught:
        processing.run("territory:balance", {"INPUT": areas(), "COUNT": 17, "OUTPUT": "memory:"})
    assert "es gibt aber nur 16 Flächen" in str(caught.value)
    assert english_words(str(caught.value), NAMES) == set()


def test_english_words_are_found():
    assert english_words("Every area has a territory.") >= {"every", "has"}
    assert english_words("Jede Fläche hat ein Gebiet.") == set()


# --- from the zip or a source with its .qm files, with QGIS in German -----------------------


@pytest.fixture
def german_process(qgis_process, plugin_home, german_files, tmp_path):
    """`qgis_process` in German, with the plugin as the zip has it: with its .qm files."""
    plugin = tmp_path / "plugins" / "territory_design"
    plugin.mkdir(parents=True)
    for entry in (plugin_home / "plugins" / "territory_design").iterdir():
        if entry.name not in ("i18n", "build", ".git"):
            (plugin / entry.name).symlink_to(entry)
    (plugin / "i18n").symlink_to(german_files)
    changes = {"QGIS_PLUGINPATH": str(plugin.parent), "LANG": "de_DE.UTF-8"}
    changes |= {"LC_ALL": "C.UTF-8", "LANGUAGE": "de"}
    return type(qgis_process)(qgis_process.program, qgis_process.environment | changes)


def test_the_command_line_is_german_where_qgis_is(german_process, plugin_home, tmp_path):
    settings = plugin_home / "profiles" / "default" / "QGIS" / "QGIS3.ini"
    before = settings.read_text()
    # Windows of other tests have written to it, too.
    profile = QSettings(str(settings), QSettings.Format.IniFormat)
    profile.setValue("locale/overrideFlag", True)
    profile.setValue("locale/userLocale", "de")
    profile.sync()
    try:
        said = german_process.call("help", "territory:validate")
    finally:
        settings.write_text(before)
    assert "Gebiete prüfen" in said
    assert "Maximale Abweichung vom Sollwert (%)" in said
