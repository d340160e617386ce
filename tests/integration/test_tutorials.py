"""The pages of the tutorials; that they can be followed is in test_desktop_example.py."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from territory_design.tests.integration.test_german import MESSAGES, TRANSLATED, english_words

ROOT = Path(__file__).resolve().parents[2]
TUTORIALS = ROOT / "docs" / "tutorials"
NAMES = (
    *("from_nothing", "little_change", "fixed_and_half_time", "leaves_and_joins"),
    *("portfolios", "depots", "workbench"),
)


def pictures(name: str) -> set[str]:
    """Pictures that the page of a tutorial shows, as it names them."""
    page = (TUTORIALS / f"{name}.md").read_text(encoding="utf-8")
    return set(re.findall(r"!\[[^]]*\]\(([^)]+)\)", page))


@pytest.mark.parametrize("name", NAMES)
def test_a_tutorial_begins_with_a_question_and_ends_with_a_decision(name):
    page = (TUTORIALS / f"{name}.md").read_text(encoding="utf-8")
    question = re.search(r"^\*\*Question\.\*\*(.+\n)+", page, re.MULTILINE)
    assert question
    assert "?" in question[0]
    assert page.rstrip().rpartition("\n## ")[2].startswith("The decision")
    for picture in pictures(name):
        assert (TUTORIALS / picture).is_file(), picture


def parts(page: str) -> dict:
    """What a page in another language has, too."""
    return {
        "headings": len(re.findall("^#", page, re.MULTILINE)),
        "steps": re.findall(r"^(\d+)\.", page, re.MULTILINE),
        "codes": Counter(re.findall(r"`[^`]+`", page)),
        "pictures": [Path(one).name for one in re.findall(r"!\[[^]]*\]\(([^)]+)\)", page)],
        "pages": re.findall(r"\]\((\w+\.md)\)", page),
        "numbers": Counter(re.findall(r"\d+", page)),
    }


@pytest.mark.parametrize("name", NAMES)
def test_the_german_page_has_the_same_steps(name):
    english, german = (
        (folder / f"{name}.md").read_text(encoding="utf-8")
        for folder in (TUTORIALS, TUTORIALS / "de")
    )
    assert parts(german) == parts(english)
    assert re.search(r"^\*\*Frage\.\*\*[^*]+\?", german, re.MULTILINE)
    assert german.rstrip().rpartition("\n## ")[2].startswith("Die Entscheidung")
    for picture in re.findall(r"!\[[^]]*\]\(([^)]+)\)", german):
        assert (TUTORIALS / "de" / picture).is_file(), picture
    assert english_words(re.sub(r"`[^`]*`|\]\([^)]*\)", " ", german), SAME) == set()


# Names, and words that both languages have.
SAME = frozenset({"territory", "design", "layer", "export", "depot", "depots", "plan", "name"})


OF_QGIS = {
    *("Advanced", "Select by Expression", "Save Features As", "Run as Batch Process"),
    *("Add Layer", "Add Delimited Text Layer"),
    *("Fortgeschrittene Parameter", "Nach Ausdruck auswählen", "Objekte speichern als"),
    *("Layer hinzufügen", "Getrennte Texte als Layer hinzufügen", "Werkzeugkiste"),
    *("Als Batchprozess starten", "Anna"),  # and one who lives in the example
}
VALUES = re.compile(r"\{[^}]*\}|EPSG:\d+|…|\d[\d.,]*|[“„][^“”]*[“”] \([A-Z_]+\)")


def as_said(text: str) -> str:
    """A text without its values, on one line."""
    return re.sub(r"\s+", " ", VALUES.sub("#", text)).replace("&", "").casefold()


@pytest.mark.parametrize("language", ["en", "de"])
def test_pages_name_what_the_window_says(language):
    """In italics stand labels and messages; one that is worded anew has to change here, too."""
    if language == "en":
        pages = [*TUTORIALS.glob("*.md"), TUTORIALS.parent / "use.md"]
        texts = [text for one in MESSAGES.values() for text in (one.source, one.singular) if text]
    else:
        pages = [*(TUTORIALS / "de").glob("*.md"), TUTORIALS.parent / "use.de.md"]
        texts = [form for one in TRANSLATED.values() for form in one.forms]
    said = "\n".join(map(as_said, texts))
    unknown = {}
    for page in pages:
        text = re.sub(r"\s+", " ", page.read_text(encoding="utf-8"))
        for phrase in re.findall(r"(?<![*\w])\*([^*]{2,}?)\*(?![*\w])", text):
            parts = [part.strip(" …") for part in phrase.split("▸")]
            wrong = [one for one in parts if one not in OF_QGIS and as_said(one) not in said]
            if wrong:
                unknown.setdefault(page.name, []).extend(wrong)
    assert unknown == {}
