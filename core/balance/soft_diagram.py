"""Power diagrams that meet the targets of several criteria at once.

With one criterion the prices of a power diagram suffice to meet all targets. With more there
are more targets than prices, but the centres may move too: each area is shared out smoothly
over the nearest centres (a soft minimum), which makes the totals differentiable, and damped
Gauss-Newton steps of least length move prices and centres until the totals fit. The
temperature of the soft minimum falls until the shares are nearly whole. Damping limits what
is given up in travel for balance, so that different dampings make different first plans.

QGIS and its child interpreters may have different BLAS libraries, and many steps would make
a different plan of a different last digit. Products are therefore those of sparse matrices,
which also leave out the many centres that get nothing of an area, and steps are rounded.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray
from ..libraries import sparse
from ..progress import SILENT, Progress
from ..sums import solved
from .power_diagram import DiagramAreas, PowerDiagram


@dataclass(frozen=True)
class _Tuning:
    """How the soft diagram cools and steps; chosen on Bavaria × 12 with two criteria.

    Attributes
    ----------
    temperatures : tuple of float
        In units of the mean least cost. At the last one shares are whole but for a few areas.
    steps : int
        Most steps at each temperature; more gain next to nothing.
    longest_step : float
        In units of cost (prices) or its root (centres); longer ones overshoot.
    trials : int
        Dampings tried for a step.
    easing, stiffening : float
        Factors on the damping after a step that pays and after one that does not.
    least_damping : float
        Below it the equations are nearly singular.
    nothing : float
        Share of an area that is left out, which keeps the matrices sparse.
    decimals : int
        To which steps are rounded: far coarser than two BLAS libraries differ.
    even : float
        Deviation that is good enough; exchanges of areas do the rest.
    collapse : float
        Growth of the unevenness at which all is taken back: territories have vanished.
    """

    temperatures: tuple[float, ...] = (0.3, 0.15, 0.06, 0.03)
    steps: int = 15
    longest_step: float = 0.3
    trials: int = 5
    easing: float = 0.3
    stiffening: float = 10.0
    least_damping: float = 1e-6
    nothing: float = 1e-9
    decimals: int = 5
    even: float = 2e-3
    collapse: float = 4.0


_TUNING = _Tuning()


def meet_targets(
    diagram: PowerDiagram,
    areas: DiagramAreas,
    *,
    damping: float = 1e-3,
    progress: Progress = SILENT,
) -> None:
    """Move prices, and centres where they are free, until all criteria are balanced.

    Parameters
    ----------
    diagram : PowerDiagram
        Changed in place, unless territories collapse on the way.
    areas : DiagramAreas
    damping : float
        Share of the mean squared sensitivity that is added to all at first.
    """
    before = diagram.centres, diagram.price
    soft = _SoftDiagram(diagram, areas, damping)
    uneven = soft.unevenness()
    for temperature in _TUNING.temperatures:
        for _ in range(_TUNING.steps):
            progress.stop_if_cancelled()
            if not soft.step(temperature):
                break
    if soft.unevenness() > _TUNING.collapse * uneven:
        diagram.centres, diagram.price = before


class _SoftDiagram:
    def __init__(self, diagram: PowerDiagram, areas: DiagramAreas, damping: float) -> None:
        self.damping = damping
        self.diagram = diagram
        self.areas = areas
        self.held_rows = np.flatnonzero(areas.held >= 0)
        self.unit = float(diagram.costs(areas).min(axis=1).mean()) or 1.0
        # Criteria that matter less may miss their targets by more.
        self.emphasis = np.sqrt(diagram.criterion_shares)

    def unevenness(self) -> float:
        """Sum of squared deviations when every area goes to one territory as a whole."""
        labels = self.diagram.assign(self.areas)
        deviations = self.diagram.deviations(labels, self.areas.weights)
        return float(((deviations * self.emphasis) ** 2).sum())

    def shares(self, temperature: float) -> FloatArray:
        """Share (n, k) of each area that goes to each centre."""
        diagram = self.diagram
        shares = diagram.costs(self.areas) - diagram.price
        shares -= shares.min(axis=1, keepdims=True)
        np.exp(shares / (-temperature * self.unit), out=shares)
        shares /= shares.sum(axis=1, keepdims=True)
        shares[shares < _TUNING.nothing] = 0.0
        shares[self.held_rows] = 0.0
        shares[self.held_rows, self.areas.held[self.held_rows]] = 1.0
        return shares

    def residuals(self, shares: FloatArray) -> FloatArray:
        """Deviations (k × c) of the totals, by how much their criteria matter."""
        totals = np.einsum("ij,ic->jc", shares, self.areas.weights)
        deviations = totals * self.diagram.inverse_targets - self.diagram.wanted
        return np.asarray((deviations * self.emphasis).ravel())

    def step(self, temperature: float) -> bool:
        """One damped step (Levenberg, Marquardt); False where it does not pay any more."""
        diagram = self.diagram
        shares = self.shares(temperature)
        residuals = self.residuals(shares)
        if np.abs(residuals).max() <= _TUNING.even:
            return False
        sensitivity = self.sensitivities(sparse.csr_matrix(shares)) / temperature
        normal = np.einsum("ij,kj->ik", sensitivity, sensitivity)
        diagonal = np.diag_indices_from(normal)
        mean_square = float(np.trace(normal)) / len(normal)
        centres, price = diagram.centres, diagram.price
        missed = float((residuals**2).sum())
        for _ in range(_TUNING.trials):
            damped = normal.copy()
            damped[diagonal] += self.damping * mean_square + 1e-12
            push = solved(damped, residuals)
            if push is None:
                self.damping *= _TUNING.stiffening
                continue
            change = -np.einsum("ij,i->j", sensitivity, push)
            change *= min(1.0, _TUNING.longest_step / max(float(np.abs(change).max()), 1e-300))
            parts = np.round(change, _TUNING.decimals).reshape(-1, len(price))
            diagram.price = price + self.unit * parts[0]
            if centres is not None:
                diagram.centres = centres + np.sqrt(self.unit) * parts[1:].T
            if float((self.residuals(self.shares(temperature)) ** 2).sum()) < missed:
                self.damping = max(self.damping * _TUNING.easing, _TUNING.least_damping)
                return True
            self.damping *= _TUNING.stiffening
        diagram.centres, diagram.price = centres, price
        return False

    def sensitivities(self, shares: sparse.csr_matrix) -> FloatArray:
        """Derivative (k × c, g × k) of the residuals by the prices, then by x and y of the centres.

        In units of temperature, and of the cost unit (prices) or its root (centres). Where homes
        are fixed, g is 1, and there are prices only. All are found by one product: with few areas
        it takes no longer than setting up matrices for each of them.
        """
        diagram = self.diagram
        count, weights = len(diagram.price), self.areas.weights
        row = np.repeat(np.arange(shares.shape[0]), np.diff(shares.indptr))
        free = np.where(self.areas.held[row] >= 0, 0.0, shares.data)
        gradients = [free]
        if diagram.centres is not None:
            offset = self.areas.points[row] - diagram.centres[shares.indices]
            gradients += [free * (2.0 / np.sqrt(self.unit)) * axis for axis in offset.T]
        steepness = _widened(shares, np.column_stack(gradients))
        weighed = _widened(shares, shares.data[:, None] * weights[row])
        exchanged = -(weighed.T @ steepness).toarray()
        derivative = exchanged.reshape(count, weights.shape[1], count, len(gradients))
        own = (steepness.T @ weights).reshape(count, len(gradients), -1)
        territory = np.arange(count)
        derivative[territory, :, territory] += own.transpose(0, 2, 1)
        derivative *= (diagram.inverse_targets * self.emphasis)[:, :, None, None]
        return np.asarray(derivative.transpose(0, 1, 3, 2).reshape(exchanged.shape))


def _widened(pattern: sparse.csr_matrix, values: FloatArray) -> sparse.csr_matrix:
    """Matrix (n, k × m) with m values (nnz, m) side by side in the place of each entry."""
    wide = values.shape[1]
    column = pattern.indices[:, None] * wide + np.arange(wide, dtype=pattern.indices.dtype)
    return sparse.csr_matrix(
        (values.ravel(), column.ravel(), pattern.indptr * wide),
        (pattern.shape[0], pattern.shape[1] * wide),
    )
