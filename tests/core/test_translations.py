"""Every text for users is a literal that the extractor finds, in words of the trade.

Read from the source alone; what dialogs show is checked in tests/integration/test_translation.py.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from string import Formatter

from territory_design.tests.core.source_code import harvested
from territory_design.tools import translations
from territory_design.tools.translations import nodes_of

TREES = translations.trees()
SPEAKERS = {  # workers speak to developers; what a user hears of them is worded by their callers
    name: tree
    for name, tree in TREES.items()
    if name not in translations.MACHINERY and not name.startswith("core/workers/")
}
MARKS = translations.Marks.of(TREES.values())
HARVEST = harvested()
TEXTS = sorted(
    {text for message in HARVEST.messages.values() for text in (message.source, message.singular)}
)


# Files whose texts have yet to be put into order, by rule. An entry that is no longer needed fails.
KNOWN: dict[str, set[str]] = {}
# End of what is known.


def assert_only_known(rule: str, found: dict[str, list]) -> None:
    """No file breaks a rule but those that are known to, and all of them still do."""
    broken = {name: offences for name, offences in found.items() if offences}
    known = KNOWN.get(rule, set())
    assert {name: broken[name] for name in sorted(set(broken) - known)} == {}
    assert known - set(broken) == set(), "take these out of KNOWN"


def test_every_marked_text_is_a_literal():
    found = {}
    for name, *offence in HARVEST.offences:
        found.setdefault(name, []).append(offence)
    assert_only_known("literal", found)


def test_the_translation_files_are_up_to_date():
    """`make translations` writes them."""
    for path in translations.translation_files():
        assert path.read_text(encoding="utf-8") == translations.updated(path, HARVEST), path.name


# --- literals that are said but not marked --------------------------------------------------

TWO_WORDS = re.compile(r"[^\W\d_]{2,}\W*\s\W*[^\W\d_]{2,}")
FOR_DEVELOPERS = {
    *("RuntimeError", "ValueError", "TypeError", "AssertionError"),
    *("KeyError", "IndexError", "WorkerFailed", "QgsExpression"),
}
NOT_SAID = {  # expressions, code, names that are the same in every language, measures of type
    " IS NULL",
    "HiGHS (SciPy ",
    ", '&', '&amp;'), '<', '&lt;')",
    ") < 0.01, 8, 3), '', true, true)",
    "Territory Design",
    "ORS Tools",
    "QGIS distance matrix",
    "&Territory Design",
    "QJ Pp",
    "if(\"kind\" = 'existing', 'square', 'circle')",
}
# Commands for a terminal and for databases.
COMMAND = re.compile(
    r"\s*(sudo|conda|flatpak|SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|PRAGMA|BEGIN) "
    r"|( python|\") -m pip |python -m pip "
)
NOT_SAID_AS = {"loc", "textcoords"}  # keywords of matplotlib whose values have two words


def docstrings(tree: ast.Module) -> Iterator[ast.expr]:
    for node in nodes_of(tree):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            yield node.value


def is_for_developers(call: ast.Call) -> bool:
    return isinstance(call.func, ast.Name) and call.func.id in FOR_DEVELOPERS


def parts_out_of_sight(tree: ast.Module) -> set[int]:
    """Nodes whose literals are marked, or are not for users."""
    hidden = list(docstrings(tree))
    for node in nodes_of(tree):
        if isinstance(node, ast.Assert) and node.msg is not None:
            hidden += ast.walk(node.msg)
        elif isinstance(node, ast.Call):
            hidden += [text for text in translations.marked_texts(node, MARKS) or [] if text]
            hidden += [keyword.value for keyword in node.keywords if keyword.arg in NOT_SAID_AS]
            if is_for_developers(node):
                hidden += [part for argument in node.args for part in ast.walk(argument)]
    return {id(node) for node in hidden}


def unmarked_literals(tree: ast.Module) -> list[tuple[int, str]]:
    hidden = parts_out_of_sight(tree)
    return [
        (node.lineno, node.value)
        for node in nodes_of(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and TWO_WORDS.search(node.value)
        and id(node) not in hidden
        and node.value not in NOT_SAID
        and not COMMAND.match(node.value)
    ]


def test_no_literal_of_several_words_is_left_unmarked():
    found = {name: unmarked_literals(tree) for name, tree in SPEAKERS.items()}
    assert_only_known("marked", found)


def test_every_quotation_mark_can_be_translated():
    """German has „“ where English has “”: what is quoted is a text with a value in it."""
    found = {}
    for name, tree in SPEAKERS.items():
        hidden = parts_out_of_sight(tree)
        found[name] = [
            node.lineno
            for node in ast.walk(tree)
            if isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in hidden
            and re.search("[“”]", node.value)
        ]
    assert_only_known("quotation", found)


# --- what is said to the user comes out of the translation ----------------------------------

SAYING = {"pushInfo", "pushWarning", "reportError", "setProgressText", "QgsProcessingException"}
SHOWING = {  # calls whose texts are shown as they stand: in reports, charts, legends, menus
    *("Report", "Section", "add_figure", "set_xlabel", "set_ylabel", "set_title", "suptitle"),
    *("plot", "bar", "barh", "scatter", "QgsRendererCategory", "setText", "setToolTip"),
}
SHOWING_KEYWORDS = {"label", "title", "subtitle", "text", "columns", "notes"}
TRANSLATED_BY = {"tr", "counted", "worded"}
QGIS_SAYS = {"invalidSourceError", "invalidSinkError", "invalidRasterError"}
SAID_IN_PARTS = {  # (file, expression) whose translation happens out of this rule's sight
    ("processing_provider/algorithms/base.py", "refusal"),
    ("processing_provider/algorithms/base.py", "why_not"),
    ("processing_provider/common/feedback.py", "warning"),  # passed on as it comes
}
MAKES_SENTENCES = {
    "why_missing",
    "why_no_report",
}  # functions that return whole translated sentences
HAS_LETTERS = re.compile(r"[^\W\d_]{2,}")


def is_translated(node: ast.expr, function: ast.AST) -> bool:
    """Whether an expression is a translated text, wherever in its function it was made."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in TRANSLATED_BY | MAKES_SENTENCES or (
            node.func.id == "str" and node.args and isinstance(node.args[0], ast.Name)
        )
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr in QGIS_SAYS or (
            node.func.attr == "format" and is_translated(node.func.value, function)
        )
    if isinstance(node, ast.BinOp):  # one sentence after the other
        parts = (node.left, node.right)
        return all(
            part.value == " " if isinstance(part, ast.Constant) else is_translated(part, function)
            for part in parts
        )
    if isinstance(node, ast.IfExp):
        return is_translated(node.body, function) and is_translated(node.orelse, function)
    if isinstance(node, ast.Name):
        values = assigned_to(node.id, function)
        return bool(values) and all(is_translated(value, function) for value in values)
    return False


def is_blank(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value == " "


def assigned_to(name: str, function: ast.AST) -> list[ast.expr]:
    return [
        node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Assign)
        and any(isinstance(target, ast.Name) and target.id == name for target in node.targets)
    ]


def bare_words(node: ast.expr) -> list[str]:
    """Literals in an expression that no translation has gone over."""
    if isinstance(node, ast.Call):
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        if name == "format":
            return bare_words(node.func)
        if name != "join":
            return []
    if isinstance(node, ast.Subscript):
        return bare_words(node.value)
    if isinstance(node, ast.Constant):
        is_word = isinstance(node.value, str) and HAS_LETTERS.search(node.value)
        return [node.value] if is_word else []
    return [word for child in ast.iter_child_nodes(node) for word in bare_words(child)]


def untranslated(tree: ast.Module) -> list[tuple[int, str]]:
    """What is said or shown without a translation, by line."""
    found = set()
    functions = (node for node in nodes_of(tree) if isinstance(node, ast.FunctionDef))
    for function in functions:
        for call in ast.walk(function):
            if not isinstance(call, ast.Call):
                continue
            name = getattr(call.func, "attr", getattr(call.func, "id", ""))
            if name in SAYING and call.args and not is_translated(call.args[0], function):
                found.add((call.lineno, ast.unparse(call.args[0])))
            if name in SHOWING:
                shown = [word.value for word in call.keywords if word.arg in SHOWING_KEYWORDS]
                for text in [*call.args, *shown]:
                    found |= {(call.lineno, word) for word in bare_words(text)}
    return sorted(found)


def test_whatever_is_said_was_translated():
    found = {
        name: [saying for saying in untranslated(tree) if (name, saying[1]) not in SAID_IN_PARTS]
        for name, tree in SPEAKERS.items()
    }
    assert_only_known("translated", found)


# --- numbers are written in the user's number format ----------------------------------------

WITH_SEPARATORS = re.compile(r"\{\w*:[^}]*[.,][^}]*\}")


def test_numbers_with_separators_are_filled_in_by_those_who_know_the_number_format():
    """``worded`` and ``counted`` do; ``tr("…").format(…)`` writes decimals as Python does."""
    found = {
        name: [
            (node.lineno, text.value)
            for node in nodes_of(tree)
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
            if node.func.id == "tr"
            for text in node.args
            if isinstance(text, ast.Constant) and WITH_SEPARATORS.search(text.value)
        ]
        for name, tree in SPEAKERS.items()
    }
    assert_only_known("numbers", found)


# --- wording --------------------------------------------------------------------------------

WORDS_OF_NO_TRADE = re.compile(
    r"\w\(s\)|\b(mend\w*|today|tie[sd]?|greatest|most seconds|no way|seed of the random)\b"
    r"|\bat (least|most) so many\b"
    r"|\bof which the best counts\b|\bprocesses to work with\b|\btries every\b|\bway to\b",
    re.IGNORECASE,
)


def test_texts_use_the_words_of_the_trade():
    found = {}
    for message in HARVEST.messages.values():
        for text in (message.source, message.singular):
            if WORDS_OF_NO_TRADE.search(re.sub(r"\{[^}]*\}", "x", text)):
                for name in message.files:
                    found.setdefault(name, []).append(text)
    assert_only_known("wording", found)


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_placeholders_are_names_and_one_needs_no_others_than_many():
    for message in HARVEST.messages.values():
        names = placeholders(message.source)
        assert all(re.match(r"[a-z]", name) for name in names), message.source
        if message.singular:
            one = placeholders(message.singular)
            assert one <= names | {"count"}, message.source


def test_no_text_looks_like_a_number_of_qt():
    """Qt replaces %n and %Ln in counted texts."""
    assert [text for text in TEXTS if re.search(r"%L?n", text)] == []


def test_no_text_begins_or_ends_with_a_blank():
    assert [text for text in TEXTS if text != text.strip()] == []


# --- the rules see what they are for --------------------------------------------------------

BAD = """
def work(feedback, n, text):
    "A docstring with words."
    feedback.pushInfo(f"{n} areas are missing")
    feedback.pushWarning(text)
    feedback.pushWarning(tr("Some {n}.").format(n=n) + "!")
    axes.set_xlabel("distance")
    raise QgsProcessingException("%s is gone" % n)
"""
GOOD = """
def work(feedback, n, error):
    "A docstring with words."
    text = tr("One word {n}.").format(n=n) if n else counted(n, "an area", "{count} areas")
    feedback.pushInfo(text)
    axes.legend(loc="lower right")
    axes.set_xlabel(tr("distance in {unit}").format(unit="km"))
    if n > 3:
        raise RuntimeError("never seen by users")
    raise QgsProcessingException(str(error))
"""


def test_the_rules_see_what_they_are_for():
    assert [line for line, _ in untranslated(ast.parse(BAD))] == [4, 5, 6, 7, 8]
    assert [line for line, _ in unmarked_literals(ast.parse(BAD))] == [4, 8]


def test_the_rules_accept_what_is_right():
    assert untranslated(ast.parse(GOOD)) == []
    assert unmarked_literals(ast.parse(GOOD)) == []
