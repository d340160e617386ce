"""The extractor finds what is marked as text, and keeps what translators have done."""

from __future__ import annotations

import ast
import xml.etree.ElementTree as ET

import pytest
from territory_design.tools import translations
from territory_design.tools.translations import Harvest, Message

SPEAKER = '''
class TooHeavy(InfeasibleProblem):
    """An error for users, by its base."""

class Missing(InfeasibleProblem):
    def __init__(self, library):
        super().__init__(Text.of("{library} is missing", library=library))

def reason(n) -> Text:
    return Text.of("elsewhere")

class Algorithm:
    TITLE = translatable("Title")

    def work(self, n):
        tr(self.TITLE)
        self.say(tr("A long "
                    "label"))
        counted(n, "{count} area", "{count} areas", ids=n)
        Text.of("Plain {x}", x=tr("inside"))
        raise TooHeavy.counted(n, "one", "many")
        raise TooHeavy("Too {heavy}.", heavy=n)
        raise TooHeavy(Text.of("made here"))
        raise TooHeavy(reason(n))
        raise Missing("library")
        text.of("another of")
        ValueError("never seen")
'''


def harvested(source: str, file: str = "core/a.py", found: Harvest | None = None) -> Harvest:
    tree = ast.parse(source)
    found = Harvest() if found is None else found
    base = ast.parse("class InfeasibleProblem(TerritoryError): 0")
    marks = translations.Marks.of([tree, base])
    translations.harvest_tree(tree, file, marks, found)
    return found


def test_all_marks_are_found():
    found = harvested(SPEAKER)
    assert found.offences == []
    assert {message.source: message.singular for message in found.messages.values()} == {
        "{library} is missing": "",
        "elsewhere": "",
        "made here": "",
        "Title": "",
        "A long label": "",
        "{count} areas": "{count} area",
        "Plain {x}": "",
        "inside": "",
        "many": "one",
        "Too {heavy}.": "",
    }


@pytest.mark.parametrize(
    "source",
    [
        "tr(text)",
        "tr(f'{n} areas')",
        "tr('a' + b)",
        "tr()",
        "counted(n, 'one')",
        "counted(n, 'one', many)",
        "Text.of(text)",
        "InfeasibleProblem(text)",
        "tr(other.TITLE)",
    ],
)
def test_what_is_no_literal_is_an_offence(source):
    found = harvested(source)
    assert found.messages == {}
    ((file, line, _),) = found.offences
    assert (file, line) == ("core/a.py", 1)


def test_one_text_cannot_have_two_singulars():
    """Qt looks up the plural alone."""
    assert harvested("counted(n, 'a', 'all'); counted(n, 'one', 'all')").offences
    assert harvested("counted(n, 'a', 'all'); tr('all')").offences
    assert not harvested("counted(n, 'a', 'all'); counted(m, 'a', 'all')").offences


def test_a_text_names_all_its_files():
    found = harvested("tr('same')", "ui/b.py", harvested("tr('same'); tr('same')", "core/a.py"))
    assert found.messages["same"].files == ("core/a.py", "ui/b.py")


def test_the_order_is_that_of_the_files_and_lines():
    found = harvested("f(tr('b'), tr('c'))\ntr('a')")
    assert list(found.messages) == ["b", "c", "a"]


@pytest.fixture
def german(tmp_path):
    path = tmp_path / "territory_design_de.ts"
    path.write_text(
        """<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>TerritoryDesign</name>
    <message><source>Run &amp; see</source><translatorcomment>Taste</translatorcomment>
        <translation>Los &lt;jetzt&gt;</translation></message>
    <message><source>draft</source><translation type="unfinished">Entwurf</translation></message>
    <message numerus="yes"><source>{count} areas</source><translation>
        <numerusform>{count} Gebiet</numerusform><numerusform>{count} Gebiete</numerusform>
    </translation></message>
    <message><source>gone</source><translation>fort</translation></message>
    <message><source>never done</source><translation type="unfinished"></translation></message>
</context>
</TS>
""",
        encoding="utf-8",
    )
    return path


NOW = Harvest(
    {
        message.source: message
        for message in (
            Message("Run & see", "", ("core/a.py",)),
            Message("draft"),
            Message("new"),
            Message("{count} areas", "{count} area"),
            Message("{count} new", "one new"),
        )
    }
)


def test_translations_are_kept_and_new_texts_are_unfinished(german):
    german.write_text(translations.updated(german, NOW), encoding="utf-8")
    language, known = translations.read_translations(german)
    assert language == "de"
    assert {source: (entry.forms, entry.unfinished) for source, (_, entry) in known.items()} == {
        "Run & see": (("Los <jetzt>",), False),
        "draft": (("Entwurf",), True),
        "new": (("",), True),
        "{count} areas": (("{count} Gebiet", "{count} Gebiete"), False),
        "{count} new": (("",), True),
        "gone": (("fort",), False),
    }
    assert known["Run & see"][1].comment == "Taste"
    root = ET.parse(german).getroot()
    kinds = {m.findtext("source"): m.find("translation").get("type") for m in root.iter("message")}
    assert kinds["gone"] == "vanished"


def test_a_second_update_changes_nothing(german):
    once = translations.updated(german, NOW)
    german.write_text(once, encoding="utf-8")
    assert translations.updated(german, NOW) == once


def test_a_text_that_comes_back_has_its_translation_again(german):
    german.write_text(translations.updated(german, NOW), encoding="utf-8")
    again = Harvest(NOW.messages | {"gone": Message("gone")})
    german.write_text(translations.updated(german, again), encoding="utf-8")
    assert translations.read_translations(german)[1]["gone"][1].forms == ("fort",)
    assert "vanished" not in german.read_text(encoding="utf-8")


def test_a_text_that_becomes_counted_is_translated_anew(german):
    counted = Harvest({"draft": Message("draft", "one draft")})
    text = translations.updated(german, counted)
    assert "Entwurf" not in text.split("draft</source>")[1].split("</message>")[0]


def test_english_has_its_grammatical_numbers_and_nothing_else(tmp_path):
    path = tmp_path / "territory_design_en.ts"
    path.write_text(translations.updated(path, NOW), encoding="utf-8")
    language, known = translations.read_translations(path)
    assert language == "en"
    assert known["{count} areas"][1].forms == ("{count} area", "{count} areas")
    assert known["new"][1].is_empty
    fewer = Harvest({"new": Message("new")})
    assert "areas" not in translations.updated(path, fewer)


def test_check_tells_what_is_out_of_date_and_writes_nothing(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(translations, "FOLDER", tmp_path / "i18n")
    monkeypatch.setattr(translations, "ROOT", tmp_path)
    (tmp_path / "core").mkdir()
    (tmp_path / "core" / "a.py").write_text("tr('said')", encoding="utf-8")
    english = tmp_path / "i18n" / "territory_design_en.ts"
    assert translations.main(["--check"]) == 1
    assert not english.exists()
    assert translations.main([]) == 0
    assert "<source>said</source>" in english.read_text(encoding="utf-8")
    assert translations.main(["--check"]) == 0
    assert translations.main(["--new", "de"]) == 0
    language, known = translations.read_translations(english.with_name("territory_design_de.ts"))
    assert (language, known["said"][1].unfinished) == ("de", True)
    assert len(translations.translation_files()) == 2
    (tmp_path / "core" / "a.py").write_text("tr(said)", encoding="utf-8")
    assert translations.main([]) == 1
    assert "core/a.py:1" in capsys.readouterr().err
