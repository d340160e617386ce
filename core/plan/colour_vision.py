"""How far two colours are apart, to people who see all of them and to those who do not."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..arrays import FloatArray, IntArray
from ..sums import weighted_rows

_WHITE = np.array([0.95047, 1.0, 1.08883])  # D65
_RGB_FROM_XYZ = np.array(
    [
        [3.2404542, -1.5371385, -0.4985314],
        [-0.9692660, 1.8760108, 0.0415560],
        [0.0556434, -0.2040259, 1.0572252],
    ]
)
# What linear sRGB looks like without one kind of cones: G. M. Machado, M. M. Oliveira and
# L. A. F. Fernandes, "A physiologically-based model for simulation of color vision deficiency",
# IEEE Transactions on Visualization and Computer Graphics 15 (2009), severity 1.0.
DEFICIENCIES = {
    "protanopia": np.array(
        [
            [0.152286, 1.052583, -0.204868],
            [0.114503, 0.786281, 0.099216],
            [-0.003882, -0.048116, 1.051998],
        ]
    ),
    "deuteranopia": np.array(
        [
            [0.367322, 0.860646, -0.227968],
            [0.280085, 0.672501, 0.047413],
            [-0.011820, 0.042940, 0.968881],
        ]
    ),
    "tritanopia": np.array(
        [
            [1.255528, -0.076749, -0.178779],
            [-0.078411, 0.930809, 0.147602],
            [0.004733, 0.691367, 0.303900],
        ]
    ),
}
# A gap that a colour-blind person sees counts for this much: a third of what others need must be
# enough, because lightness and one axis of hues have to tell 100 colours apart.
_COUNTS_FOR = 2.8


def srgb_from_lab(lab: FloatArray) -> FloatArray:
    """CIELAB (D65), shape (n, 3), to sRGB in 0…1, shape (n, 3); out of gamut is not clipped."""
    fy = (lab[:, 0] + 16.0) / 116.0
    fx, fz = fy + lab[:, 1] / 500.0, fy - lab[:, 2] / 200.0
    xyz = _WHITE * np.column_stack(
        [np.where(f > 6 / 29, f**3, 3 * (6 / 29) ** 2 * (f - 4 / 29)) for f in (fx, fy, fz)]
    )
    linear = _converted(xyz, _RGB_FROM_XYZ)
    safe = np.maximum(linear, 0.0031308)
    return np.where(linear <= 0.0031308, 12.92 * linear, 1.055 * safe ** (1 / 2.4) - 0.055)


def lab_from_srgb(rgb: FloatArray, seen_by: FloatArray | None = None) -> FloatArray:
    """SRGB in 0…1, shape (n, 3), to CIELAB (D65), shape (n, 3).

    Parameters
    ----------
    rgb : ndarray of float, shape (n, 3)
    seen_by : ndarray of float, shape (3, 3), optional
        One of :data:`DEFICIENCIES`: the colour as people with it see it.
    """
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    if seen_by is not None:
        linear = np.clip(_converted(linear, seen_by), 0.0, 1.0)
    xyz = _converted(linear, np.linalg.inv(_RGB_FROM_XYZ)) / _WHITE
    f = np.where(xyz > (6 / 29) ** 3, np.cbrt(xyz), xyz / (3 * (6 / 29) ** 2) + 4 / 29)
    return np.column_stack(
        [116.0 * f[:, 1] - 16.0, 500.0 * (f[:, 0] - f[:, 1]), 200.0 * (f[:, 1] - f[:, 2])]
    )


@dataclass(frozen=True)
class ColoursAsSeen:
    """Colours as people see them who see all colours, and protanopes, deuteranopes, tritanopes.

    Attributes
    ----------
    views : tuple of ndarray of float, shape (n, 3)
        In CIELAB, by those people.
    """

    views: tuple[FloatArray, ...]

    @classmethod
    def of(cls, lab: FloatArray, rgb: FloatArray) -> ColoursAsSeen:
        """Colours that are given both in CIELAB and in sRGB (0…1), each of shape (n, 3)."""
        return cls((lab, *(lab_from_srgb(rgb, matrix) for matrix in DEFICIENCIES.values())))

    def gaps(self, rows: IntArray) -> FloatArray:
        """Gaps between m of the colours and all n in CIELAB units, shape (m, n).

        The least of what any of those people see; what colour-blind ones see counts for more.

        Parameters
        ----------
        rows : ndarray of int, shape (m,)
        """
        all_colours, *fewer = self.views
        gaps = _distances(all_colours, rows)
        for view in fewer:
            gaps = np.minimum(gaps, _COUNTS_FOR * _distances(view, rows))
        return gaps


def _converted(colours: FloatArray, matrix: FloatArray) -> FloatArray:
    """Colours (n, 3) in another space, whose axes are the rows of the matrix (3, 3)."""
    return np.column_stack([weighted_rows(colours, axis) for axis in matrix])


def _distances(points: FloatArray, rows: IntArray) -> FloatArray:
    squares = (points**2).sum(axis=1)
    products = np.einsum("ij,kj->ik", points[rows], points)
    squared: FloatArray = squares[rows, None] + squares[None] - 2.0 * products
    return np.sqrt(np.maximum(squared, 0.0))
