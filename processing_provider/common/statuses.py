"""How searches end, in words for messages and reports; outputs hold the status itself."""

from __future__ import annotations

from .texts import tr


def status_in_words(status: str) -> str:
    """The words for a status; an unknown one stands for itself."""
    words = {
        "optimal": tr("optimal"),
        "feasible": tr("feasible"),
        "converged": tr("converged"),
        "cancelled": tr("cancelled"),
        "interrupted": tr("interrupted"),
        "target_reached": tr("target reached"),
        "max_seconds": tr("time limit reached"),
        "max_generations": tr("all generations done"),
    }
    return words.get(status, status)
