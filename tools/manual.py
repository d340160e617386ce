"""The manual's page of each algorithm, in Markdown, from the algorithm's own help.

    tools/run.sh .venv/bin/python tools/manual.py            write docs/algorithms/
    tools/run.sh .venv/bin/python tools/manual.py --check    say which pages differ

``make docs`` then lets Sphinx make HTML of docs/ in help/, which goes into the plugin's zip.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from demo import load_plugin
from manual_examples import EXAMPLES, Example
from qgis.core import (
    QgsApplication,
    QgsProcessingAlgorithm,
    QgsProcessingOutputDefinition,
    QgsProcessingParameterDefinition,
)

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "docs" / "algorithms"
KINDS = {
    "source": "features",
    "sink": "layer that is made",
    "fileDestination": "file that is made",
    "field": "field",
    "number": "number",
    "distance": "distance",
    "enum": "choice",
    "boolean": "yes or no",
    "string": "text",
    "expression": "expression",
    "matrix": "table",
    "outputVector": "layer",
    "outputNumber": "number",
    "outputString": "text",
    "outputHtml": "page (HTML)",
    "outputFile": "file",
}


def cell(text: object) -> str:
    """Text for one cell of a table."""
    return re.sub(r"\s*\n\s*", "<br>", str(text).strip()).replace("|", "\\|")


def prose(text: str) -> str:
    """Help of an algorithm as Markdown: paragraphs, lists, and bold as QGIS writes it."""
    text = re.sub(r"</?b>", "**", text.replace("<br>", "\n").replace("<br/>", "\n"))
    return re.sub(r"([^\n])\n- ", r"\1\n\n- ", text, count=0) if "\n- " in text else text


def default_of(parameter: QgsProcessingParameterDefinition) -> str:
    """What stands in the dialog at first."""
    value: Any = parameter.defaultValue()
    if parameter.type() == "enum":
        options = parameter.options()
        return options[int(value)] if value is not None else ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return "" if value is None else str(value)


def kind_of(parameter: QgsProcessingParameterDefinition) -> str:
    """Kind of value, with the choices of a choice."""
    kind = KINDS.get(parameter.type(), parameter.type())
    if parameter.type() == "enum":
        choices = "; ".join(f"{n} {text}" for n, text in enumerate(parameter.options()))
        kind += f": {choices}"
    if parameter.flags() & QgsProcessingParameterDefinition.Flag.FlagOptional:
        kind += " (optional)"
    return kind


def parameter_table(parameters: list[QgsProcessingParameterDefinition]) -> Iterator[str]:
    yield "| Parameter | What it is | Default |"
    yield "| --- | --- | --- |"
    for parameter in parameters:
        label = f"**{cell(parameter.description())}**<br>`{parameter.name()}`"
        what = f"{cell(parameter.help())}<br>*{cell(kind_of(parameter))}*"
        yield f"| {label} | {what} | {cell(default_of(parameter))} |"


def output_table(outputs: list[QgsProcessingOutputDefinition]) -> Iterator[str]:
    yield "| Output | Id | Kind |"
    yield "| --- | --- | --- |"
    for output in outputs:
        kind = KINDS.get(output.type(), output.type())
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


def pictures(name: str) -> Iterator[str]:
    for kind, what in (("dialogs", "Its dialog"), ("results", "Its result")):
        if (ROOT / "docs" / "images" / kind / f"{name}.webp").exists():
            yield f"![{what}](../images/{kind}/{name}.webp)\n"


def page(algorithm: QgsProcessingAlgorithm) -> str:
    """The page of an algorithm."""
    name = algorithm.name()
    example = EXAMPLES[name]
    made = set(algorithm.destinationParameterDefinitions())
    shown = [p for p in algorithm.parameterDefinitions() if p not in made]
    advanced = QgsProcessingParameterDefinition.Flag.FlagAdvanced
    parts = [
        f"# {algorithm.displayName()}\n",
        f"{algorithm.shortDescription()}\n",
        f"*{algorithm.group()}* · `territory:{name}`\n",
        *pictures(name),
        "## What it does\n",
        prose(algorithm.shortHelpString()) + "\n",
        "## Parameters\n",
        *parameter_table([p for p in shown if not p.flags() & advanced]),
    ]
    folded = [p for p in shown if p.flags() & advanced]
    if folded:
        parts += ["\n### Advanced\n", *parameter_table(folded)]
    parts += [
        "\n## Results\n",
        *output_table(algorithm.outputDefinitions()),
        "\n## Example\n",
        "In the folder of the example project (*Plugins ▸ Territory Design ▸ Example project*):\n",
        *command(algorithm, example),
        "\n## Source\n",
        example.source,
    ]
    return "\n".join(parts) + "\n"


def index(algorithms: list[QgsProcessingAlgorithm]) -> str:
    """The list of all pages, by group, as the toolbox has them."""
    lines = ["# Algorithms\n"]
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
    """All pages by their files; the plugin is loaded."""
    from territory_design.processing_provider.catalogue import ALGORITHMS

    algorithms = [algorithm() for algorithm in ALGORITHMS]
    for algorithm in algorithms:
        algorithm.initAlgorithm({})
    found = {PAGES / f"{algorithm.name()}.md": page(algorithm) for algorithm in algorithms}
    return found | {PAGES / "index.md": index(algorithms)}


def differing(all_pages: dict[Path, str]) -> list[str]:
    """Names of pages that are not as the algorithms say, or that no algorithm has."""
    there = {path: path.read_text(encoding="utf-8") for path in PAGES.glob("*.md")}
    paths = {*all_pages, *there}
    return sorted(path.name for path in paths if all_pages.get(path) != there.get(path))


def main(arguments: list[str]) -> int:
    application = QgsApplication([], False)
    application.initQgis()
    plugin = load_plugin()
    all_pages = pages()
    different = differing(all_pages)
    if "--check" not in arguments:
        PAGES.mkdir(parents=True, exist_ok=True)
        for path in PAGES.glob("*.md"):
            path.unlink()
        for path, text in all_pages.items():
            path.write_text(text, encoding="utf-8")
    print(f"{len(all_pages)} pages; changed: {', '.join(different) or 'none'}")
    plugin.unload()
    application.exitQgis()
    return 1 if different and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
