"""Every algorithm has an icon of its own, in the one style of the set."""

from __future__ import annotations

import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from territory_design.processing_provider.catalogue import ALGORITHMS

SVG = "{http://www.w3.org/2000/svg}"
# Lines, two accents, a light fill, and the white of a sign on an accent: all of them stand out
# from the white and from the dark grey of QGIS's themes (looked at on both).
COLOURS = {"#76858f", "#4a8fc2", "#e58f37", "#b9c5cd", "#ffffff"}

ROOT = Path(__file__).resolve().parents[2]
OWN = sorted(ROOT.glob("icons/*.svg"))
# Backgrounds of QGIS's default theme and of Night Mapping.
LIGHT, DARK = "#efefef", "#323232"


def theme_icons():
    """Icons of QGIS that the window shows, as the sources name them."""
    sources = "\n".join(path.read_text("utf-8") for path in ROOT.glob("ui/**/*.py"))
    return sorted(set(re.findall(r'"/?(\w+\.svg)"', sources)) - {icon.name for icon in OWN})


@pytest.fixture(params=ALGORITHMS, ids=lambda algorithm: algorithm.NAME)
def icon(request):
    return Path(request.param().svgIconPath())


def test_the_icon_is_there_and_can_be_drawn(icon, qgis_app):
    from qgis.PyQt.QtSvg import QSvgRenderer

    assert icon.is_file(), f"draw icons/{icon.name} on a grid of 24 × 24"
    renderer = QSvgRenderer(str(icon))
    assert renderer.isValid()
    assert (renderer.viewBox().width(), renderer.viewBox().height()) == (24, 24)


def test_the_icon_keeps_to_the_style(icon):
    source = icon.read_text(encoding="utf-8")
    assert set(re.findall("#[0-9a-fA-F]+", source)) <= COLOURS
    assert ET.fromstring(source).findtext(f"{SVG}title")


def test_no_two_algorithms_look_alike(qgis_app):
    pictures = {}
    for algorithm in ALGORITHMS:
        made = algorithm()
        image = made.icon().pixmap(24, 24).toImage()
        bits = image.constBits()
        bits.setsize(image.sizeInBytes())
        pictures[bytes(bits)] = made.name()
    assert len(pictures) == len(ALGORITHMS)


def differences(icon, ground: str) -> list[int]:
    """How far each visible pixel of a small icon is from its ground, in the channel that shows it.

    Of 255.
    """
    from qgis.PyQt.QtCore import QPoint
    from qgis.PyQt.QtGui import QColor, QImage, QPainter

    drawn, below = icon.pixmap(16, 16).toImage(), QColor(ground)
    image = QImage(drawn.size(), QImage.Format.Format_ARGB32)
    image.fill(below)
    painter = QPainter(image)
    painter.drawImage(QPoint(0, 0), drawn)
    painter.end()
    return [
        max(abs(a - b) for a, b in zip(image.pixelColor(x, y).getRgb(), below.getRgb()))
        for x in range(drawn.width())
        for y in range(drawn.height())
        if drawn.pixelColor(x, y).alphaF() > 0.5
    ]


@pytest.mark.parametrize("ground", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("name", [*(path.name for path in OWN), *theme_icons()])
def test_an_icon_stands_out_from_both_themes(name, ground, qgis_app):
    from qgis.core import QgsApplication
    from qgis.PyQt.QtGui import QIcon

    own = ROOT / "icons" / name
    icon = QIcon(str(own)) if own in OWN else QgsApplication.getThemeIcon(f"/{name}")
    found = differences(icon, ground)
    # The black head of QGIS's user.svg is 26 to 42 from dark grey; what was looked at and is
    # easily seen, such as a yellow bulb on light grey, has most of its pixels further away.
    assert sum(one > 50 for one in found) > 0.5 * len(found)
