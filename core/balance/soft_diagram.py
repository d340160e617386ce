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

from collections.abc import Iterator

import numpy as np
from scipy import sparse
from scipy.linalg import solve

from ..arrays import FloatArray, IntArray
from ..progress import SILENT, Progress
from .power_diagram import PowerDiagram

_TEMPERATURES = (0.3, 0.15, 0.06, 0.03)
_STEPS = 15
_LONGEST_STEP = 0.3
_TRIALS = 5
_EASING, _STIFFENING = 0.3, 10.0
_LEAST_DAMPING = 1e-6
_NOTHING = 1e-9
_DECIMALS = 5
_EVEN = 2e-3
_COLLAPSE = 4.0


def meet_targets(
    diagram: PowerDiagram,
    weights: FloatArray,
    *,
    points: FloatArray | None = None,
    cost: FloatArray | None = None,
    held: IntArray | None = None,
    damping: float = 1e-3,
    progress: Progress = SILENT,
) -> None:
    """Move prices, and centres where they are free, until all criteria are balanced.

    Parameters
    ----------
    diagram : PowerDiagram
        Changed in place, unless territories collapse on the way.
    weights : ndarray of float, shape (n, c)
    points : ndarray of float, shape (n, 2)
        Positions, where homes are free.
    cost : ndarray of float, shape (n, k)
        Cost of a trip, where homes are fixed.
    held : ndarray of int, shape (n,), optional
        Territory that holds an area; negative where it is free.
    damping : float
        Share of the mean squared sensitivity that is added to all at first.
    """
    before = diagram.centres, diagram.price
    soft = _SoftDiagram(diagram, weights, points, cost, held, damping)
    uneven = soft.unevenness()
    for temperature in _TEMPERATURES:
        for _ in range(_STEPS):
            progress.stop_if_cancelled()
            if not soft.step(temperature):
                break
    if soft.unevenness() > _COLLAPSE * uneven:
        diagram.centres, diagram.price = before


class _SoftDiagram:
    def __init__(
        self,
        diagram: PowerDiagram,
        weights: FloatArray,
        points: FloatArray | None,
        cost: FloatArray | None,
        held: IntArray | None,
        damping: float,
    ) -> None:
        self.damping = damping
        self.diagram = diagram
        self.weights = weights
        self.points = points
        self.cost = cost
        self.held = np.full(len(weights), -1) if held is None else held
        self.held_rows = np.flatnonzero(self.held >= 0)
        self.unit = float(diagram.costs(points, cost).min(axis=1).mean()) or 1.0
        # Criteria that matter less may miss their targets by more.
        self.emphasis = np.sqrt(diagram.criterion_shares)

    def unevenness(self) -> float:
        """Sum of squared deviations when every area goes to one territory as a whole."""
        labels = self.diagram.assign(self.points, self.cost, self.held)
        return float(((self.diagram.deviations(labels, self.weights) * self.emphasis) ** 2).sum())

    def shares(self, temperature: float) -> sparse.csr_matrix:
        """Share (n, k) of each area that goes to each centre."""
        diagram = self.diagram
        shares = diagram.costs(self.points, self.cost) - diagram.price
        shares -= shares.min(axis=1, keepdims=True)
        np.exp(shares / (-temperature * self.unit), out=shares)
        shares /= shares.sum(axis=1, keepdims=True)
        shares[shares < _NOTHING] = 0.0
        shares[self.held_rows] = 0.0
        shares[self.held_rows, self.held[self.held_rows]] = 1.0
        return sparse.csr_matrix(shares)

    def residuals(self, shares: sparse.csr_matrix) -> FloatArray:
        totals = shares.T @ self.weights
        deviations = totals * self.diagram.inverse_targets - self.diagram.wanted
        return np.asarray((deviations * self.emphasis).ravel())

    def step(self, temperature: float) -> bool:
        """One damped step (Levenberg, Marquardt); False where it does not pay any more."""
        diagram = self.diagram
        shares = self.shares(temperature)
        residuals = self.residuals(shares)
        if np.abs(residuals).max() <= _EVEN:
            return False
        sensitivity = np.hstack(list(self.sensitivities(shares))) / temperature
        normal = np.einsum("ij,kj->ik", sensitivity, sensitivity)
        diagonal = np.diag_indices_from(normal)
        mean_square = float(np.trace(normal)) / len(normal)
        centres, price = diagram.centres, diagram.price
        missed = float((residuals**2).sum())
        for _ in range(_TRIALS):
            damped = normal.copy()
            damped[diagonal] += self.damping * mean_square + 1e-12
            push = solve(damped, residuals, assume_a="pos")
            change = -np.einsum("ij,i->j", sensitivity, push)
            change *= min(1.0, _LONGEST_STEP / max(float(np.abs(change).max()), 1e-300))
            parts = np.round(change, _DECIMALS).reshape(-1, len(price))
            diagram.price = price + self.unit * parts[0]
            if centres is not None:
                diagram.centres = centres + np.sqrt(self.unit) * parts[1:].T
            if float((self.residuals(self.shares(temperature)) ** 2).sum()) < missed:
                self.damping = max(self.damping * _EASING, _LEAST_DAMPING)
                return True
            self.damping *= _STIFFENING
        diagram.centres, diagram.price = centres, price
        return False

    def sensitivities(self, shares: sparse.csr_matrix) -> Iterator[FloatArray]:
        """Derivative (k × c, k) of the residuals by the prices, then by x and y of the centres.

        In units of temperature, and of the cost unit (prices) or its root (centres).
        """
        diagram = self.diagram
        count, criteria = len(diagram.price), self.weights.shape[1]
        row = np.repeat(np.arange(shares.shape[0]), np.diff(shares.indptr))
        free = np.where(self.held[row] >= 0, 0.0, shares.data)
        values = [free]
        if self.points is not None and diagram.centres is not None:
            offset = self.points[row] - diagram.centres[shares.indices]
            values += [free * (2.0 / np.sqrt(self.unit)) * axis for axis in offset.T]
        for gradient in values:
            steepness = _like(shares, gradient)
            derivative = np.empty((count, criteria, count))
            for j, column in enumerate(self.weights.T):
                weighed = _like(shares, shares.data * column[row])
                exchanged = -(weighed.T @ steepness).toarray()
                exchanged[np.diag_indices(count)] += steepness.T @ column
                derivative[:, j] = exchanged * diagram.inverse_targets[:, j, None]
            derivative *= self.emphasis[None, :, None]
            yield derivative.reshape(count * criteria, count)


def _like(pattern: sparse.csr_matrix, values: FloatArray) -> sparse.csr_matrix:
    return sparse.csr_matrix((values, pattern.indices, pattern.indptr), pattern.shape)
