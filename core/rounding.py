"""What counts as equal after sums of floating-point numbers."""

from __future__ import annotations

ROUNDING = 1e-9
"""Relative error that sums over a million doubles can gather (n × 2⁻⁵³ ≈ 10⁻¹⁰), with a margin."""
