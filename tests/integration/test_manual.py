"""The manual says what the algorithms say, its examples run, and the Help buttons lead to it."""

from __future__ import annotations

import importlib
import re
import shlex
import sys
from pathlib import Path

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QUrl
from territory_design.processing_provider.catalogue import ALGORITHMS
from territory_design.tests.integration.maps import QUICK
from territory_design.tests.integration.test_german import english_words

ROOT = Path(__file__).resolve().parents[2]
NAMES = [algorithm.NAME for algorithm in ALGORITHMS]


@pytest.fixture(scope="module")
def manual():
    sys.path.insert(0, str(ROOT / "tools"))
    yield importlib.import_module("manual")
    sys.path.remove(str(ROOT / "tools"))


@pytest.fixture(scope="module")
def pages(manual, processing):
    return manual.pages()


def test_the_pages_are_those_of_the_algorithms(manual, pages):
    different = manual.differing(pages)
    assert not different, f"run `make docs` and commit docs/: {different} differ"


def test_a_page_has_every_parameter_and_output(manual, pages):
    for algorithm in (algorithm() for algorithm in ALGORITHMS):
        algorithm.initAlgorithm({})
        text = pages[manual.DOCS / "algorithms" / f"{algorithm.name()}.md"]
        made = set(algorithm.destinationParameterDefinitions())
        for parameter in set(algorithm.parameterDefinitions()) - made:
            assert f"`{parameter.name()}`" in text, (algorithm.name(), parameter.name())
            assert manual.cell(parameter.help()) in text
        for output in algorithm.outputDefinitions():
            assert f"| `{output.name()}` |" in text


def parts(page: str) -> tuple[int, list[str]]:
    """Number of headings, and what is the same in each language: ids and the example."""
    ids = re.findall(r"^\| [^`\n]*`(\w+)`", page, re.MULTILINE)
    return len(re.findall("^#", page, re.MULTILINE)), [*ids, *re.findall("--.*", page)]


@pytest.mark.parametrize("name", NAMES)
def test_a_german_page_is_the_same_in_german(manual, pages, name):
    english, german = (
        pages[manual.DOCS / folder / f"{name}.md"] for folder in ("algorithms", "algorithms/de")
    )
    assert parts(german) == parts(english)
    assert parts(english)[1]
    sentences, _, _ = german.rpartition("\n## ")  # names of articles stay
    sentences = re.sub(r"```.*?```|`[^`]*`|\]\([^)]*\)", " ", sentences, flags=re.DOTALL)
    assert english_words(sentences) == set()


def test_pictures_that_pages_show_are_there(manual, pages):
    for path, text in pages.items():
        for picture in re.findall(r"!\[[^]]*\]\(([^)]+)\)", text):
            assert (path.parent / picture).is_file(), (path.name, picture)


@pytest.mark.parametrize(
    ("locale", "folder"), [("en_GB", "algorithms"), ("de_AT", "de"), ("fr", "algorithms")]
)
@pytest.mark.parametrize("algorithm", ALGORITHMS, ids=NAMES)
def test_the_help_button_leads_to_the_page(monkeypatch, algorithm, locale, folder):
    monkeypatch.setattr(QgsApplication, "locale", lambda: locale)
    page = Path(QUrl(algorithm().helpUrl()).toLocalFile())
    assert page.is_file()
    assert (page.parent.name, page.stem) == (folder, algorithm.NAME)


def commands(pages) -> dict[str, list[str]]:
    """Arguments of the example of each algorithm, as the shell reads them."""
    found = {}
    for path, text in pages.items():
        if path.parent.name != "algorithms":
            continue
        for command in re.findall(r"```\n(qgis_process .*?)\n```", text, re.DOTALL):
            found[path.stem] = shlex.split(command.replace("\\\n", " "))
    return found


def test_every_example_runs(pages, processing, tmp_path, monkeypatch):
    """In this process, because starting another one 16 times takes a minute."""
    from territory_design.ui.example import copy_of_the_example

    folder = copy_of_the_example(tmp_path).parent
    monkeypatch.chdir(folder)
    everything = commands(pages)
    assert set(everything) == set(NAMES)
    # Examples that read what others have made come after them.
    chained = {"matchreps": "clustercustomers.gpkg", "compare": "balance.gpkg"}
    for name in sorted(everything, key=lambda name: name in chained):
        _, run, identifier, *rest = everything[name]
        assert (run, identifier) == ("run", f"territory:{name}")
        parameters = dict(argument[2:].split("=", 1) for argument in rest)
        assert chained.get(name, "") in parameters.get("INPUT", "")
        quick = QUICK if name in {"balance", "plan"} else {}
        results = processing.run(identifier, quick | parameters | {"SEED": 1})
        for value in parameters.values():
            if re.fullmatch(r"[a-z_]+\.gpkg", value):
                assert Path(value).stat().st_size > 0, (name, results)


def test_using_it_says_the_same_in_german(manual):
    english, german = (
        (manual.DOCS / name).read_text(encoding="utf-8") for name in ("use.md", "use.de.md")
    )
    codes = re.compile(r"```.*?```|`[^`]+`", re.DOTALL)
    assert codes.findall(german) == codes.findall(english)
    for mark in (r"^\*\*[^*]+[.?]\*\*", "^#", r"^- \*\*"):
        lines = (re.findall(mark, page, re.MULTILINE) for page in (german, english))
        assert len({len(found) for found in lines}) == 1
