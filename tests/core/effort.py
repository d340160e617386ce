"""Which tests are left out of ``make test-core``; ``make test`` runs them all."""

from __future__ import annotations

import pytest


def slow(*values: object) -> list:
    """Values of a parametrised test with which it takes more than half a second."""
    return [pytest.param(value, marks=pytest.mark.slow) for value in values]
