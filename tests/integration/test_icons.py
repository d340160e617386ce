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
