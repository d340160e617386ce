"""The plugin on the command line, through QGIS's own `qgis_process`."""

from __future__ import annotations

import json

import pytest


def test_plugin_is_enabled(qgis_process):
    plugins = json.loads(qgis_process.call("--json", "plugins"))["plugins"]
    assert plugins["territory_design"]["loaded"]


def test_provider_and_all_its_algorithms_are_listed(qgis_process):
    from territory_design.processing_provider.catalogue import ALGORITHMS

    provider = json.loads(qgis_process.call("--json", "list"))["providers"]["territory"]
    assert provider["name"] == "Territory Design"
    assert provider["is_active"]
    assert len(provider["algorithms"]) == len(ALGORITHMS) + 3  # and the models


def test_unknown_algorithm_is_refused(qgis_process):
    with pytest.raises(qgis_process.Error, match="territory:nosuchthing"):
        qgis_process.run("territory:nosuchthing", {})


def test_help_explains_every_parameter(qgis_process):
    from territory_design.processing_provider.algorithms.balance import BalanceAlgorithm

    text = qgis_process.call("help", "territory:balance")
    algorithm = BalanceAlgorithm()
    algorithm.initAlgorithm({})
    for parameter in algorithm.parameterDefinitions():
        assert f"{parameter.name()}: {parameter.description()}" in text
        assert parameter.help() in text
