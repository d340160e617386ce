"""The manual's page of each algorithm, in Markdown, from the algorithm's own help.

    tools/run.sh .venv/bin/python tools/manual.py            write docs/algorithms/
    tools/run.sh .venv/bin/python tools/manual.py --check    say which pages differ

``make docs`` then lets Sphinx make HTML of docs/ in help/, which goes into the plugin's zip.
"""

from __future__ import annotations

import contextlib
import re
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from demo import load_plugin
from manual_examples import EXAMPLES, Example
from manual_words import LANGUAGES, Words
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingOutputDefinition,
    QgsProcessingParameterDefinition,
)
from qgis.PyQt.QtCore import QCoreApplication
from release_translations import release, translated_files

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PLACE = "In the folder of the example project (*Plugins ▸ Territory Design ▸ Example project*):"


def cell(text: object) -> str:
    """Text for one cell of a table."""
    return re.sub(r"\s*\n\s*", "<br>", str(text).strip()).replace("|", "\\|")


def prose(text: str) -> str:
    """Help of an algorithm as Markdown: paragraphs, lists, and bold as QGIS writes it."""
    text = re.sub(r"</?b>", "**", text.replace("<br>", "\n").replace("<br/>", "\n"))
    return re.sub(r"([^\n])\n- ", r"\1\n\n- ", text, count=0) if "\n- " in text else text


def default_of(words: Words, parameter: QgsProcessingParameterDefinition) -> str:
    """What stands in the dialog at first."""
    value: Any = parameter.defaultValue()
    if parameter.type() == "enum":
        options = parameter.options()
        return options[int(value)] if value is not None else ""
    if isinstance(value, bool):
        return words("yes" if value else "no")
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def kind_of(words: Words, parameter: QgsProcessingParameterDefinition) -> str:
    """Kind of value, with the choices of a choice."""
    kind = words.kinds.get(parameter.type(), parameter.type())
    if parameter.type() == "enum":
        choices = "; ".join(f"{n} {text}" for n, text in enumerate(parameter.options()))
        kind += f": {choices}"
    if parameter.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional:
        kind += f" {words('(optional)')}"
    return kind


def parameter_table(
    words: Words, parameters: list[QgsProcessingParameterDefinition]
) -> Iterator[str]:
    yield f"| {words('Parameter')} | {words('What it is')} | {words('Default')} |"
    yield "| --- | --- | --- |"
    for parameter in parameters:
        label = f"**{cell(parameter.description())}**<br>`{parameter.name()}`"
        what = f"{cell(parameter.help())}<br>*{cell(kind_of(words, parameter))}*"
        yield f"| {label} | {what} | {cell(default_of(words, parameter))} |"


def output_table(words: Words, outputs: list[QgsProcessingOutputDefinition]) -> Iterator[str]:
    yield f"| {words('Output')} | {words('Id')} | {words('Kind')} |"
    yield "| --- | --- | --- |"
    for output in outputs:
        kind = words.kinds.get(output.type(), output.type())
        yield f"| {cell(output.description())} | `{output.name()}` | {kind} |"


def file_of(name: str, output: str) -> str:
    """File that the example of an algorithm writes."""
    return f"{name}.gpkg" if output == "OUTPUT" else f"{name}_{output.lower()}.gpkg"


def value_of(value: Any) -> str:
    text = file_of(value[1:], "OUTPUT") if str(value).startswith("@") else str(value)
    return f"'{text}'" if "|" in text else text


def command(algorithm: QgsProcessingAlgorithm, example: Example) -> Iterator[str]:
    """The example as a command, one parameter per line."""
    lines = [f"qgis_process run territory:{algorithm.name()}"]
    lines += [f"    --{key}={value_of(value)}" for key, value in example.parameters.items()]
    lines += [f"    --{key}={file_of(algorithm.name(), key)}" for key in example.outputs]
    yield "```"
    yield " \\\n".join(lines)
    yield "```"


def pictures(words: Words, name: str) -> Iterator[str]:
    for kind, what in (("dialogs", "Its dialog"), ("results", "Its result")):
        for path in (f"images/{kind}/{words.language}/{name}.webp", f"images/{kind}/{name}.webp"):
            if (DOCS / path).exists():
                yield f"![{words(what)}]({words.to_docs}{path})\n"
                break


def page(words: Words, algorithm: QgsProcessingAlgorithm) -> str:
    """The page of an algorithm, which speaks the language of these words."""
    name = algorithm.name()
    example = EXAMPLES[name]
    made = set(algorithm.destinationParameterDefinitions())
    shown = [p for p in algorithm.parameterDefinitions() if p not in made]
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    parts = [
        f"# {algorithm.displayName()}\n",
        f"{algorithm.shortDescription()}\n",
        f"*{algorithm.group()}* · `territory:{name}`\n",
        *pictures(words, name),
        f"## {words('What it does')}\n",
        prose(algorithm.shortHelpString()) + "\n",
        f"## {words('Parameters')}\n",
        *parameter_table(words, [p for p in shown if not p.flags() & advanced]),
    ]
    folded = [p for p in shown if p.flags() & advanced]
    if folded:
        parts += [f"\n### {words('Advanced')}\n", *parameter_table(words, folded)]
    parts += [
        f"\n## {words('Results')}\n",
        *output_table(words, algorithm.outputDefinitions()),
        f"\n## {words('Example')}\n",
        words(PLACE) + "\n",
        *command(algorithm, example),
        f"\n## {words('Source')}\n",
        words(example.source),
    ]
    return "\n".join(parts) + "\n"


def index(words: Words, algorithms: list[QgsProcessingAlgorithm]) -> str:
    """The list of all pages, by group, as the toolbox has them."""
    # Pages in another language are opened by Help buttons; no other page leads to their list.
    lines = [] if words.language == "en" else ["---\norphan: true\n---\n"]
    lines.append(f"# {words('Algorithms')}\n")
    group = ""
    for algorithm in algorithms:
        if algorithm.group() != group:
            group = algorithm.group()
            lines.append(f"\n## {group}\n")
        title, name = algorithm.displayName(), algorithm.name()
        lines.append(f"- [{title}]({name}.md): {algorithm.shortDescription()}")
    names = "\n".join(algorithm.name() for algorithm in algorithms)
    lines.append(f"\n```{{toctree}}\n:hidden:\n\n{names}\n```")
    return "\n".join(lines) + "\n"


def pages() -> dict[Path, str]:
    """All pages in all languages by their files; the plugin is loaded and speaks English."""
    found: dict[Path, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        release(translated_files(), Path(folder))
        for words in LANGUAGES.values():
            with speaking(words.language, Path(folder)):
                found |= pages_in(words)
    return found


def pages_in(words: Words) -> dict[Path, str]:
    """All pages in the language that the plugin speaks."""
    from territory_design.processing_provider.catalogue import ALGORITHMS

    algorithms = [algorithm() for algorithm in ALGORITHMS]
    for algorithm in algorithms:
        algorithm.initAlgorithm({})
    folder = DOCS / words.folder
    found = {folder / f"{one.name()}.md": page(words, one) for one in algorithms}
    return found | {folder / "index.md": index(words, algorithms)}


@contextlib.contextmanager
def speaking(language: str, folder: Path) -> Iterator[None]:
    """Let the plugin speak a language, from the .qm files in a folder."""
    from territory_design.plugin import installed_translator

    translator = installed_translator(language, folder)
    try:
        yield
    finally:
        if translator is not None:
            QCoreApplication.removeTranslator(translator)


def there() -> dict[Path, str]:
    """The pages as they are in docs/."""
    paths = [path for words in LANGUAGES.values() for path in (DOCS / words.folder).glob("*.md")]
    return {path: path.read_text(encoding="utf-8") for path in paths}


def differing(all_pages: dict[Path, str]) -> list[str]:
    """Names of pages that are not as the algorithms say, or that no algorithm has."""
    found = there()
    paths = {*all_pages, *found}
    return sorted(
        str(path.relative_to(DOCS)) for path in paths if all_pages.get(path) != found.get(path)
    )


def main(arguments: list[str]) -> int:
    application = QgsApplication([], False)
    application.initQgis()
    plugin = load_plugin()
    all_pages = pages()
    different = differing(all_pages)
    if "--check" not in arguments:
        for path in there():
            path.unlink()
        for path, text in all_pages.items():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    print(f"{len(all_pages)} pages; changed: {', '.join(different) or 'none'}")
    plugin.unload()
    application.exitQgis()
    return 1 if different and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
