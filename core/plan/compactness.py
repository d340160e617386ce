"""How compact territories are: three measures, each 1 for a disc and less for other shapes.

Polsby and Popper look at the outline, Reock at the extent, the moment of inertia at how far
the ground (or the customers) lies from the middle. The last one hardly minds a ragged coast.

References
----------
Polsby, D. D. and Popper, R. D. (1991): The third criterion: compactness as a procedural
safeguard against partisan gerrymandering. Yale Law & Policy Review 9, 301-353.
Reock, E. C. (1961): A note: measuring compactness as a requirement of legislative
apportionment. Midwest Journal of Political Science 5, 70-74.
Weaver, J. B. and Hess, S. W. (1963): A procedure for nonpartisan districting. Yale Law
Journal 73, 288-308.
Li, W., Goodchild, M. F. and Church, R. (2013): An efficient measure of compactness for
two-dimensional shapes and its application in regionalization problems. International Journal
of Geographical Information Science 27, 1227-1250.
"""

from __future__ import annotations

import numpy as np

from ..arrays import FloatArray, IntArray
from .statistics import weighted_centres


def polsby_popper(area_m2: FloatArray, perimeter_m: FloatArray) -> FloatArray:
    """4π · area / perimeter² of each shape; NaN for an empty one (Polsby and Popper 1991)."""
    return _ratio(4.0 * np.pi * area_m2, perimeter_m**2)


def reock(area_m2: FloatArray, circle_m2: FloatArray) -> FloatArray:
    """Area over that of the smallest enclosing circle; NaN for an empty shape (Reock 1961)."""
    return _ratio(area_m2, circle_m2)


def inertia_compactness(area_m2: FloatArray, inertia_m4: FloatArray) -> FloatArray:
    """Area² / (2π · moment of inertia): that of the disc over its own (Li et al. 2013, eq. 5).

    Parameters
    ----------
    area_m2 : ndarray of float, shape (k,)
    inertia_m4 : ndarray of float, shape (k,)
        Second moment of the area about its own centre, see :func:`territory_inertia`.
    """
    return _ratio(area_m2**2, 2.0 * np.pi * inertia_m4)


def territory_inertia(
    labels: IntArray,
    points: FloatArray,
    area_m2: FloatArray,
    territory_count: int,
    own_inertia_m4: FloatArray | None = None,
) -> FloatArray:
    """Second moment (k,) of each territory's ground about its centre, in m⁴.

    The moments of its areas add up by the parallel axis theorem (Li et al. 2013, sect. 3.3).

    Parameters
    ----------
    labels : ndarray of int, shape (n,)
    points : ndarray of float, shape (n, 2)
        Centres of gravity of the areas on a plane, in metres.
    area_m2 : ndarray of float, shape (n,)
    territory_count : int
    own_inertia_m4 : ndarray of float, shape (n,), optional
        Second moment of each area about its own centre; None: as if each were a disc, which
        is too small by little where a territory has many areas (27 territories of German
        municipalities: the measure is off by less than 0.004). See :mod:`.moments` in
        ``core/geometry`` for the exact ones.
    """
    own = area_m2**2 / (2.0 * np.pi) if own_inertia_m4 is None else own_inertia_m4
    known = labels >= 0
    centre = weighted_centres(labels, points, area_m2, territory_count)
    squared = ((points[known] - centre[labels[known]]) ** 2).sum(axis=1)
    return np.bincount(
        labels[known], weights=area_m2[known] * squared + own[known], minlength=territory_count
    ).astype(float)


def _ratio(above: FloatArray, below: FloatArray) -> FloatArray:
    with np.errstate(divide="ignore", invalid="ignore"):
        return np.asarray(above) / np.asarray(below)
