"""What a search says that has found no plan within the maximum deviation."""

from __future__ import annotations

from ..errors import InfeasibleProblem


def broken_limit(limit_pct: float, reached_pct: float, *, proved: bool) -> InfeasibleProblem:
    """The refusal: what is allowed, what the best plan reaches, and what to do.

    Parameters
    ----------
    limit_pct, reached_pct : float
        Greatest deviation from a target in percent of it.
    proved : bool
        Whether all plans were tried.
    """
    numbers = {"limit": limit_pct, "reached": reached_pct}
    if proved:
        return InfeasibleProblem(
            "No connected plan keeps every territory within {limit:g} % of its target: the best "
            "one has a worst deviation of {reached:.4g} %. Raise “Maximum deviation from the "
            "target” (MAX_DEVIATION), or relax the other rules (maximum change, locks, groups).",
            **numbers,
        )
    return InfeasibleProblem(
        "The search found no plan that keeps every territory within {limit:g} % of its target: the"
        " best one has a worst deviation of {reached:.4g} %. Raise “Maximum deviation from the "
        "target” (MAX_DEVIATION), relax the other rules (maximum change, locks, groups), or search"
        " longer (STAGNATION, MAX_GENERATIONS, MAX_SECONDS).",
        **numbers,
    )
