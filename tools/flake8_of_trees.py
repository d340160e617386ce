"""flake8 as it stands, which looks at the lines of a file only where that can tell something.

    python tools/flake8_of_trees.py --select=E9,F,W6 .

Of the checks of single lines, two thirds of flake8's time, the site reports one: W605, a backslash
in a text that escapes nothing. A file without a backslash is judged by its syntax tree alone.
"""

from __future__ import annotations

import sys

from flake8.checker import FileChecker
from flake8.main.cli import main


def process_tokens(checker: FileChecker, every_line=FileChecker.process_tokens) -> None:
    """Look at the lines of a file that holds a backslash."""
    if any("\\" in line for line in checker.processor.lines):
        every_line(checker)


if __name__ == "__main__":
    FileChecker.process_tokens = process_tokens
    sys.exit(main())
