"""Real customers, from today's muddle to a plan that takes in new ones, also as a model."""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from qgis.core import (
    QgsFeatureRequest,
    QgsField,
    QgsProcessingModelAlgorithm,
    QgsProcessingModelChildAlgorithm,
    QgsProcessingModelChildParameterSource,
    QgsProcessingModelOutput,
    QgsProcessingModelParameter,
    QgsProcessingParameterFeatureSource,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType
from territory_design.tests.integration.customer_layers import portfolios
from territory_design.tests.integration.maps import ROOT, Listener, by_id, column

REPS = ("Anna", "Ben", "Cleo", "Deniz", "Eva")
MOST, LEAST = 230, 150


@pytest.fixture(scope="module")
def shops() -> QgsVectorLayer:
    """Shops of Helsinki: who visits them has grown over the years, in bands that overlap."""
    source = QgsVectorLayer(str(ROOT / "examples" / "pois_helsinki.gpkg"), "shops", "ogr")
    layer = source.materialize(QgsFeatureRequest())
    provider = layer.dataProvider()
    provider.addAttributes([QgsField("today", QMetaType.Type.QString)])
    layer.updateFields()
    generator = np.random.default_rng(8)
    features = sorted(layer.getFeatures(), key=lambda f: f["osm_id"])
    east = np.array([f.geometry().asPoint().x() for f in features])
    band = np.digitize(east, np.quantile(east, [0.2, 0.4, 0.6, 0.8]))
    muddle = generator.random(len(features)) < 0.35
    owner = np.where(muddle, generator.integers(0, len(REPS), len(features)), band)
    index = layer.fields().lookupField("today")
    changes = {f.id(): {index: REPS[own]} for f, own in zip(features, owner.tolist())}
    assert provider.changeAttributeValues(changes)
    return layer


def split(layer: QgsVectorLayer, processing) -> tuple[QgsVectorLayer, QgsVectorLayer]:
    """Customers of today, and every tenth as a new one."""
    return tuple(
        processing.run(
            "native:extractbyexpression",
            {"INPUT": layer, "EXPRESSION": f'"osm_id" % 10 {sign} 0', "OUTPUT": "memory:"},
        )["OUTPUT"]
        for sign in ("<>", "=")
    )


def test_from_todays_muddle_to_new_customers(processing, shops):
    present, new = split(shops, processing)
    limits = ["weight", "15%", "25%"]

    def run(name, **parameters):
        given = {"OUTPUT": "memory:"} | parameters
        return processing.run(f"territory:{name}", given, feedback=Listener())

    clustered = run(
        "clustercustomers", INPUT=present, COUNT=5, MIN_COUNT=LEAST, MAX_COUNT=MOST,
        LIMITS=limits, RESTARTS=3,
    )  # fmt: skip
    total = sum(column(present, "weight"))

    def assert_limits(layer):
        held = portfolios(layer, "weight")
        assert len(held) == 5
        assert all(LEAST <= own[0] <= MOST for own in held.values())
        assert all(0.15 * total <= own[1] <= 0.25 * total for own in held.values())

    assert_limits(clustered["OUTPUT"])

    matched = run(
        "matchreps", INPUT=clustered["OUTPUT"], CLUSTER_FIELD="territory", CURRENT_FIELD="today",
        MATCHES="memory:",
    )  # fmt: skip
    assert_limits(matched["OUTPUT"])
    assert set(column(matched["OUTPUT"], "territory")) == set(REPS)
    kept = [f["territory"] == f["today"] for f in matched["OUTPUT"].getFeatures()]
    assert matched["RETAINED_PCT"] == pytest.approx(100.0 * np.mean(kept))
    # Better than any shift of the names among the five clusters.
    pairs = Counter((f["territory"], f["today"]) for f in matched["OUTPUT"].getFeatures())
    for shift in range(1, 5):
        shifted = sum(pairs[REPS[i], REPS[(i + shift) % 5]] for i in range(5))
        assert shifted <= sum(kept)

    smoothed = run(
        "smoothoutliers", INPUT=matched["OUTPUT"],
        LIMITS=["*", str(LEAST), str(MOST), *limits],
    )  # fmt: skip
    assert_limits(smoothed["OUTPUT"])
    assert smoothed["ACCURACY_AFTER_PCT"] >= smoothed["ACCURACY_PCT"] > 90.0
    moved = [f["territory"] != f["territory_before"] for f in smoothed["OUTPUT"].getFeatures()]
    assert sum(moved) == smoothed["MOVED"]

    # Today's portfolios lie far more among each other than the plan.
    muddle = run("smoothoutliers", INPUT=present, TERRITORY_FIELD="today")
    assert muddle["ACCURACY_PCT"] < smoothed["ACCURACY_PCT"] - 15.0

    assigned = run("assignnew", INPUT=new, REFERENCE=smoothed["OUTPUT"])
    territory = by_id(assigned["OUTPUT"], key="osm_id")
    assert len(territory) == new.featureCount()
    assert set(territory.values()) <= set(REPS)
    assert assigned["MEAN_CONFIDENCE_PCT"] > 85.0
    confidence = column(assigned["OUTPUT"], "confidence_pct")
    assert all(20.0 <= value <= 100.0 for value in confidence)


def test_one_step_keeps_what_the_chain_would(processing, shops):
    """CURRENT_FIELD names the clusters, keeps a share of customers, and cleans up in one run."""
    run = processing.run(
        "territory:clustercustomers",
        {
            "INPUT": shops, "COUNT": 5, "MIN_COUNT": 160, "CURRENT_FIELD": "today",
            "MIN_RETENTION": 60, "SMOOTH": True, "RESTARTS": 3, "OUTPUT": "memory:",
            "SUMMARY": "memory:",
        },
        feedback=Listener(),
    )  # fmt: skip
    today = Counter(column(shops, "today"))
    kept = Counter(f["today"] for f in run["OUTPUT"].getFeatures() if f["today"] == f["territory"])
    assert all(kept[name] >= 0.6 * today[name] for name in REPS)
    assert min(own[0] for own in portfolios(run["OUTPUT"]).values()) >= 160
    rules = {f["rule"]: f["inertia"] for f in run["SUMMARY"].getFeatures() if f["kind"] == "rule"}
    assert rules["no rules"] <= rules["customers to keep"] < rules["current portfolios"]


def chain_model(restarts: int) -> QgsProcessingModelAlgorithm:
    """The same chain as a user draws it in the model designer."""
    value = QgsProcessingModelChildParameterSource.fromStaticValue
    output_of = QgsProcessingModelChildParameterSource.fromChildOutput
    model = QgsProcessingModelAlgorithm("customers", "tests")
    for name in ("present", "new"):
        model.addModelParameter(
            QgsProcessingParameterFeatureSource(name, name), QgsProcessingModelParameter(name)
        )

    def add(identifier, **sources):
        child = QgsProcessingModelChildAlgorithm(f"territory:{identifier}")
        child.setChildId(identifier)
        for name, source in sources.items():
            child.addParameterSources(name, [source])
        if identifier in ("smoothoutliers", "assignnew"):
            result = QgsProcessingModelOutput(identifier)
            result.setChildId(identifier)
            result.setChildOutputName("OUTPUT")
            child.setModelOutputs({identifier: result})
        assert model.addChildAlgorithm(child) == identifier

    model_input = QgsProcessingModelChildParameterSource.fromModelParameter
    add(
        "clustercustomers",
        INPUT=model_input("present"),
        COUNT=value(5),
        MIN_COUNT=value(LEAST),
        MAX_COUNT=value(MOST),
        LIMITS=value(["weight", "15%", "25%"]),
        RESTARTS=value(restarts),
    )
    add(
        "matchreps",
        INPUT=output_of("clustercustomers", "OUTPUT"),
        CLUSTER_FIELD=value("territory"),
        CURRENT_FIELD=value("today"),
    )
    add(
        "smoothoutliers",
        INPUT=output_of("matchreps", "OUTPUT"),
        LIMITS=value(["*", str(LEAST), str(MOST)]),
    )
    add(
        "assignnew",
        INPUT=model_input("new"),
        REFERENCE=output_of("smoothoutliers", "OUTPUT"),
        METHOD=value(0),
    )
    return model


def test_the_chain_as_a_model_without_a_window(processing, shops, qgis_process, tmp_path):
    present, new = split(shops, processing)
    paths = {}
    for name, layer in (("present", present), ("new", new)):
        paths[name] = str(tmp_path / f"{name}.gpkg")
        processing.run("native:savefeatures", {"INPUT": layer, "OUTPUT": paths[name]})
    model_path = str(tmp_path / "customers.model3")
    assert chain_model(restarts=2).toFile(model_path)
    results = {
        f"{child}:{child}": str(tmp_path / f"{child}.gpkg")
        for child in ("smoothoutliers", "assignnew")
    }
    qgis_process.run(model_path, paths | results)
    smoothed, assigned = (QgsVectorLayer(path, "result", "ogr") for path in results.values())
    held = portfolios(smoothed)
    assert set(held) == set(REPS)
    assert all(LEAST <= own[0] <= MOST for own in held.values())
    assert set(column(assigned, "territory")) <= set(REPS)
    assert assigned.featureCount() == new.featureCount()
