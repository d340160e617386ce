"""Which polygons hold a point, or lie nearest to it."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProcessingFeedback, QgsSpatialIndex

from ....core.arrays import FloatArray, IntArray
from ....core.progress import Cancelled


def polygons_around(
    polygons: Sequence[QgsGeometry],
    chosen: IntArray,
    coordinates: FloatArray,
    feedback: QgsProcessingFeedback,
) -> tuple[list[list[int]], list[int]]:
    """Polygons that hold each of m points.

    Parameters
    ----------
    polygons : sequence of QgsGeometry
    chosen : ndarray of int
        Positions of those that are asked.
    coordinates : ndarray of float, shape (m, 2)
        The points, in the polygons' reference system.

    Returns
    -------
    list of list of int
        Positions of the holders of each point, ascending.
    list of int
        The nearest polygon where there is no holder, else -1.

    Raises
    ------
    Cancelled
    """
    index = QgsSpatialIndex(QgsSpatialIndex.Flag.FlagStoreFeatureGeometries)
    for number in chosen.tolist():
        numbered = QgsFeature(number)
        numbered.setGeometry(polygons[number])
        index.addFeature(numbered)
    holders: list[list[int]] = []
    nearest: list[int] = []
    for x, y in coordinates.tolist():
        if feedback.isCanceled():
            raise Cancelled
        point = QgsGeometry.fromPointXY(QgsPointXY(x, y))
        holders.append(
            [
                candidate
                for candidate in sorted(index.intersects(point.boundingBox()))
                if index.geometry(candidate).intersects(point)
            ]
        )
        nearest.append(-1 if holders[-1] else min(index.nearestNeighbor(point, 1)))
        feedback.setProgress(100.0 * len(holders) / len(coordinates))
    return holders, nearest
