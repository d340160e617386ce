"""The tutorials of the manual, done in a real window as their pages say."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from territory_design.tests.integration.test_german import english_words

ROOT = Path(__file__).resolve().parents[2]
TUTORIALS = ROOT / "docs" / "tutorials"
NAMES = (
    *("from_nothing", "little_change", "fixed_and_half_time", "leaves_and_joins"),
    *("portfolios", "depots", "workbench"),
)


SCENE = """
from territory_design.tests.integration.tutorials.scenes import play


def scene(iface, folder):
    return play(iface, folder, NAMES)
"""
# The others take minutes and are played by `make pictures`, which fails as this does.
PLAYED = ("from_nothing", "leaves_and_joins", "portfolios", "workbench")


def pictures(name: str) -> set[str]:
    """Pictures that the page of a tutorial shows, as it names them."""
    page = (TUTORIALS / f"{name}.md").read_text(encoding="utf-8")
    return set(re.findall(r"!\[[^]]*\]\(([^)]+)\)", page))


def test_tutorials_can_be_followed(desktop, tmp_path):
    told = desktop.run(f"{SCENE}\n\nNAMES = {PLAYED!r}\n", tmp_path, timeout_s=600)

    assert set(told) == set(PLAYED)
    made = {path.name for path in tmp_path.glob("*.webp")}
    assert made == {Path(one).name for name in PLAYED for one in pictures(name)}


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
