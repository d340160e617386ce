"""Collect the plugin's texts into i18n/*.ts, the files that Qt Linguist translates.

    python tools/translations.py            update territory_design_en.ts and all other languages
    python tools/translations.py --check    only say whether they are up to date
    python tools/translations.py --new de   begin a new language as well

A text is a literal in a call that marks it as one: ``tr("…")``, ``translatable("…")``,
``Text.of("…")``, ``InvalidInput("…")`` and the other errors for users, and with two literals
``counted(n, "one", "many")``, ``Text.counted(…)`` and the errors' ``.counted(…)``. Nothing of
the plugin is imported.

Translations that are there already are kept; a text that the plugin no longer has is marked as
vanished, except in English, where the wording itself stands in the code and only grammatical
number is filled in. ``lrelease`` makes of a translation the ``.qm`` file that the plugin loads.
"""

from __future__ import annotations

import argparse
import ast
import gc
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "i18n"
STEM = "territory_design"
CONTEXT = "TerritoryDesign"
SOURCE_LANGUAGE = "en"
SPEAKING_FOLDERS = ("core", "processing_provider", "ui")

# Where marked texts are handed on.
MACHINERY = {"core/texts.py", "core/errors.py", "processing_provider/common/texts.py"}
MARKS_ONE = {"tr", "translatable"}
FUNCTION = (ast.FunctionDef, ast.AsyncFunctionDef)
ROOT_OF_ERRORS = "TerritoryError"


def speaking_files() -> list[Path]:
    """The modules of the plugin that may hold texts."""
    inner = (path for folder in SPEAKING_FOLDERS for path in (ROOT / folder).rglob("*.py"))
    return sorted([*ROOT.glob("*.py"), *inner])


def trees() -> dict[str, ast.Module]:
    """Those modules by their names relative to the plugin's folder.

    Each is parsed once. Python's search for garbage would go over all nodes again and again, which
    takes longer than the parsing.
    """
    collects = gc.isenabled()
    gc.disable()
    found = {
        path.relative_to(ROOT).as_posix(): parsed(path.read_text(encoding="utf-8"))
        for path in speaking_files()
    }
    for tree in found.values():
        nodes_of(tree)
    gc.freeze()
    if collects:
        gc.enable()
    return found


@cache
def parsed(source: str) -> ast.Module:
    """The tree of a module; nobody changes it."""
    return ast.parse(source)


@cache
def nodes_of(tree: ast.AST) -> tuple[ast.AST, ...]:
    """All nodes of a tree as `ast.walk` has them; listed once for all who look through it."""
    return tuple(ast.walk(tree))


@dataclass(frozen=True)
class Message:
    """A text and the files that say it.

    Attributes
    ----------
    source : str
        As it stands in the code; of a counted text the plural, by which Qt looks it up.
    singular : str
        For exactly one; "" where the text does not depend on a number.
    files : tuple of str
        Relative to the plugin's folder, sorted.
    """

    source: str
    singular: str = ""
    files: tuple[str, ...] = ()


@dataclass
class Harvest:
    """What the extractor has found.

    Attributes
    ----------
    messages : dict
        By source, in the order of files and lines.
    offences : list of (str, int, str)
        File, line and reason of texts that cannot be extracted.
    """

    messages: dict[str, Message] = field(default_factory=dict)
    offences: list[tuple[str, int, str]] = field(default_factory=list)

    def add(self, source: str, singular: str, file: str, line: int) -> None:
        """Take up one saying of a text; refuse what a translation file cannot tell apart."""
        known = self.messages.get(source, Message(source, singular))
        if known.singular != singular:
            other = known.singular or "no singular"
            self.offences.append((file, line, f"{source!r} also occurs with {other!r}"))
            return
        files = tuple(sorted({*known.files, file}))
        self.messages[source] = Message(source, singular, files)


def error_classes(nodes: Iterable[ast.AST]) -> set[str]:
    """Names of the errors that are made of a template for the user.

    One with a constructor of its own says its texts there, or takes a ``Text``.
    """
    classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
    found = {ROOT_OF_ERRORS}
    while True:
        wider = found | {
            node.name
            for node in classes
            if not any(isinstance(part, FUNCTION) and part.name == "__init__" for part in node.body)
            and any(isinstance(base, ast.Name) and base.id in found for base in node.bases)
        }
        if wider == found:
            return found
        found = wider


def functions_of_text(nodes: Iterable[ast.AST]) -> set[str]:
    """Names of the functions that return a ``Text``, whose template is marked inside."""
    return {
        node.name
        for node in nodes
        if isinstance(node, FUNCTION)
        and isinstance(node.returns, (ast.Name, ast.Constant))
        and ast.unparse(node.returns).strip("'") == "Text"
    }


@dataclass(frozen=True)
class Marks:
    """What marks a text, or hands one on.

    Attributes
    ----------
    errors : set of str
        Classes of errors that take a template.
    texts : set of str
        Functions that return a finished ``Text``.
    """

    errors: set[str]
    texts: set[str] = field(default_factory=set)

    @classmethod
    def of(cls, trees: Iterable[ast.Module]) -> Marks:
        """Those of all modules of the plugin."""
        nodes = [node for tree in trees for node in nodes_of(tree)]
        return cls(error_classes(nodes), functions_of_text(nodes))


def marked_texts(call: ast.Call, marks: Marks) -> list[ast.expr | None] | None:
    """The arguments of a call that are texts; None if the call marks none.

    A counted text has two: for one, and for many. A text that is missing is None.
    """
    function = call.func
    name = function.id if isinstance(function, ast.Name) else ""
    attribute = function.attr if isinstance(function, ast.Attribute) else ""
    owner = (
        function.value.id
        if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name)
        else ""
    )
    if "counted" in (name, attribute):
        wanted = slice(1, 3)
    elif name in MARKS_ONE or name in marks.errors or (owner, attribute) == ("Text", "of"):
        wanted = slice(0, 1)
    else:
        return None
    texts = call.args[wanted]
    if name in marks.errors and texts and is_finished_text(texts[0], marks):
        return None
    return [*texts, *[None] * (wanted.stop - wanted.start - len(texts))]


def is_literal(node: ast.expr | None) -> bool:
    """Whether an argument is a text as it stands."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def is_finished_text(node: ast.expr, marks: Marks) -> bool:
    """Whether an argument is a ``Text``, which was marked where it was made."""
    if not isinstance(node, ast.Call):
        return False
    if isinstance(node.func, ast.Name):
        return node.func.id in marks.texts
    return ast.unparse(node.func) in {"Text.of", "Text.counted"}


def is_class_attribute(node: ast.expr | None) -> bool:
    """Whether an argument is ``self.TITLE`` or the like, whose literal is marked in the class."""
    return (
        isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "self"
        and node.attr.isupper()
    )


def harvest_tree(tree: ast.Module, file: str, marks: Marks, harvest: Harvest) -> None:
    """Add the texts of one module."""
    for call in calls_in_order(tree):
        texts = marked_texts(call, marks)
        if texts is None or any(is_class_attribute(text) for text in texts):
            continue
        if not all(is_literal(text) for text in texts):
            harvest.offences.append((file, call.lineno, ast.unparse(call)))
            continue
        values = [text.value for text in texts if isinstance(text, ast.Constant)]
        harvest.add(values[-1], values[0] if len(values) == 2 else "", file, call.lineno)


def calls_in_order(tree: ast.Module) -> Iterator[ast.Call]:
    calls = [node for node in nodes_of(tree) if isinstance(node, ast.Call)]
    return iter(sorted(calls, key=lambda call: (call.lineno, call.col_offset)))


def harvest() -> Harvest:
    """All texts of the plugin."""
    marks = Marks.of(trees().values())
    found = Harvest()
    for name, tree in trees().items():
        if name not in MACHINERY:
            harvest_tree(tree, name, marks, found)
    return found


# --- Qt Linguist's files --------------------------------------------------------------------


@dataclass(frozen=True)
class Translation:
    """What a translator made of a text.

    Attributes
    ----------
    forms : tuple of str
        One per grammatical number of the language; one alone for a text that is not counted.
    unfinished : bool
    comment : str
        The translator's own.
    """

    forms: tuple[str, ...]
    unfinished: bool = False
    comment: str = ""

    @property
    def is_empty(self) -> bool:
        return not any(self.forms)


def read_translations(path: Path) -> tuple[str, dict[str, tuple[bool, Translation]]]:
    """Language of a .ts file, and by source whether it is counted and its translation."""
    root = ET.parse(path).getroot()
    found = {}
    for message in root.iter("message"):
        node = message.find("translation")
        counted = message.get("numerus") == "yes"
        forms = [form.text or "" for form in node.iter("numerusform")] if counted else [node.text]
        found[message.findtext("source", "")] = (
            counted,
            Translation(
                tuple(form or "" for form in forms),
                node.get("type") == "unfinished",
                message.findtext("translatorcomment", ""),
            ),
        )
    return root.get("language", ""), found


def written(messages: Iterable[Message], language: str, known: dict) -> str:
    """A .ts file as text."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language={quoteattr(language)} sourcelanguage="{SOURCE_LANGUAGE}">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    messages = list(messages)
    for message in messages:
        lines += _message_lines(message, _translation(message, language, known))
    if language != SOURCE_LANGUAGE:
        present = {message.source for message in messages}
        for source, (counted, translation) in known.items():
            if source not in present and not translation.is_empty:
                gone = Message(source, source if counted else "")
                lines += _message_lines(gone, translation, vanished=True)
    return "\n".join([*lines, "</context>", "</TS>", ""])


def _translation(message: Message, language: str, known: dict) -> Translation:
    if language == SOURCE_LANGUAGE:
        forms = (message.singular, message.source) if message.singular else ("",)
        return Translation(forms, unfinished=not message.singular)
    counted, translation = known.get(message.source, (None, Translation(("",), unfinished=True)))
    if counted is not None and counted != bool(message.singular):
        return Translation(("",), unfinished=True)
    return translation


def _message_lines(message: Message, translation: Translation, vanished: bool = False) -> list[str]:
    counted = bool(message.singular)
    lines = ['    <message numerus="yes">' if counted else "    <message>"]
    lines += [f"        <location filename={quoteattr('../' + name)}/>" for name in message.files]
    lines.append(f"        <source>{escape(message.source)}</source>")
    if counted and not vanished:
        comment = escape(f"For exactly one: {message.singular}")
        lines.append(f"        <extracomment>{comment}</extracomment>")
    if translation.comment:
        lines.append(
            f"        <translatorcomment>{escape(translation.comment)}</translatorcomment>"
        )
    kind = ' type="vanished"' if vanished else ' type="unfinished"' * translation.unfinished
    if counted:
        forms = [
            f"            <numerusform>{escape(form)}</numerusform>" for form in translation.forms
        ]
        lines += [f"        <translation{kind}>", *forms, "        </translation>"]
    else:
        lines.append(f"        <translation{kind}>{escape(translation.forms[0])}</translation>")
    return [*lines, "    </message>"]


def updated(path: Path, found: Harvest) -> str:
    """What a .ts file should hold; it need not be there yet."""
    language, known = path.stem[len(STEM) + 1 :], {}
    if path.exists():
        stated, known = read_translations(path)
        language = stated or language
    return written(found.messages.values(), language, known)


def translation_files() -> list[Path]:
    """The English file, first, and those of all other languages."""
    english = FOLDER / f"{STEM}_{SOURCE_LANGUAGE}.ts"
    return [english, *sorted(set(FOLDER.glob(f"{STEM}_*.ts")) - {english})]


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("--new", metavar="LANGUAGE", help="begin this language, such as de")
    options = parser.parse_args(arguments)
    only_check = options.check
    found = harvest()
    for file, line, reason in found.offences:
        print(f"✗ {file}:{line}: not a literal that can be extracted: {reason}", file=sys.stderr)
    late = False
    begun = {FOLDER / f"{STEM}_{options.new}.ts"} if options.new else set()
    for path in [*translation_files(), *sorted(begun - set(translation_files()))]:
        text = updated(path, found)
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        late = True
        if not only_check:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        print(f"{path.relative_to(ROOT)} {'is out of date' if only_check else 'updated'}")
    print(f"{len(found.messages)} texts")
    return int(bool(found.offences) or (only_check and late))


if __name__ == "__main__":
    sys.exit(main())
