"""How labels are written: in a font that is there, dark on a white rim."""

from __future__ import annotations

from qgis.core import QgsTextBufferSettings, QgsTextFormat
from qgis.PyQt.QtGui import QColor, QFont, QFontInfo

INK = "#26323a"
# Where a project is opened on another system, the first of these that it has.
FAMILIES = ("Arial", "Helvetica", "Roboto", "Verdana", "Cantarell")


def label_text(size: float) -> QgsTextFormat:
    """Text of labels; size in points.

    The default font of a system may be the name of a substitute (such as “DejaVu LGC Sans”),
    which QGIS misses when it reads the project again. Written is the font that it stands for.
    """
    text = QgsTextFormat()
    text.setFont(QFont(QFontInfo(QFont()).family()))
    text.setFamilies(list(FAMILIES))
    text.setSize(size)
    text.setColor(QColor(INK))
    rim = QgsTextBufferSettings()
    rim.setEnabled(True)
    rim.setSize(0.8)
    rim.setColor(QColor(255, 255, 255, 200))
    text.setBuffer(rim)
    return text
