"""How layers look where they are opened again: fonts that are there, homes that hide nothing."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsApplication,
    QgsFontUtils,
    QgsGeometry,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize
from qgis.PyQt.QtGui import QFont
from territory_design.processing_provider.outputs.looks.label_text import label_text
from territory_design.processing_provider.outputs.looks.styles import TerritoryColours
from territory_design.tests.integration.maps import (
    grid,
    make_layer,
    representatives,
    run_into_project,
    spot,
)


@pytest.fixture
def font_by_a_substitute_name(qgis_app):
    """As Debian has it: the default is a name that stands for another font."""
    before = QgsApplication.font()
    QgsApplication.setFont(QFont("DejaVu LGC Sans"))
    yield
    QgsApplication.setFont(before)


def test_labels_are_written_in_a_font_that_is_there(font_by_a_substitute_name):
    text = label_text(8.0)
    assert QgsFontUtils.fontFamilyOnSystem(text.font().family())
    assert text.size() == 8.0
    assert text.families()


def test_all_labels_of_a_run_are_such(processing, font_by_a_substitute_name):
    try:
        _, layers = run_into_project(
            "territory:nearestrep",
            {
                "INPUT": grid(4, 2, "id:integer", lambda n: (n,)),
                "REPS": representatives(("a", 0, 0), ("b", 3, 1)),
                "REP_ID_FIELD": "rep_id",
                "OUTPUT": "memory:",
                "TERRITORIES": "memory:",
            },
        )
        shown = [layer.labeling() for layer in layers.values() if layer.labelsEnabled()]
        families = {labels.settings().format().font().family() for labels in shown}
    finally:
        QgsProject.instance().removeAllMapLayers()
    assert families
    assert all(QgsFontUtils.fontFamilyOnSystem(family) for family in families)


@pytest.mark.parametrize(
    ("count", "least_mm", "most_mm"), [(3, 3.0, 3.6), (27, 2.5, 3.2), (100, 1.5, 2.0)]
)
def test_the_more_homes_the_smaller_their_symbols(qgis_app, count, least_mm, most_mm):
    layer = make_layer("Point", "territory:integer", [(spot(n, 0), n) for n in range(count)])
    colours = TerritoryColours(dict.fromkeys(range(count), "#88aacc"))
    colours.representatives(layer)
    sizes = {category.symbol().size() for category in layer.renderer().categories()}
    assert len(sizes) == 1
    assert least_mm <= sizes.pop() <= most_mm


# A C, a bow of two thin arms, and a ring; in metres.
SHAPES = {
    "C": "POLYGON((0 0,10 0,10 2,1 2,1 8,10 8,10 10,0 10,0 0))",
    "bow": "POLYGON((20 0,30 0,30 1,21 1,21 9,30 9,30 10,20 10,20 0))",
    "ring": "POLYGON((50 0,60 0,60 10,50 10,50 0),(52 2,58 2,58 8,52 8,52 2))",
}


# Where a map is small, QGIS finds no room in the ring.
@pytest.mark.parametrize(("width", "named"), [(300, {"C", "bow"}), (1200, {"C", "bow", "ring"})])
def test_the_label_of_a_territory_lies_in_it_whatever_its_shape(qgis_app, width, named):
    shapes = {name: QgsGeometry.fromWkt(wkt) for name, wkt in SHAPES.items()}
    layer = make_layer(
        "Polygon", "territory:string", [(shape, name) for name, shape in shapes.items()]
    )
    TerritoryColours(dict.fromkeys(SHAPES, "#88aacc")).territories(layer)
    settings = QgsMapSettings()
    settings.setLayers([layer])
    settings.setDestinationCrs(layer.crs())
    settings.setExtent(QgsRectangle(-1, -1, 61, 11))
    settings.setOutputSize(QSize(width, width // 5))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    labels = job.takeLabelingResults().allLabels()
    assert {label.labelText for label in labels} == named
    for label in labels:
        middle = QgsGeometry.fromPointXY(label.labelRect.center())
        assert shapes[label.labelText].contains(middle), label.labelText
