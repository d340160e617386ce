"""What a run was: version, parameters, inputs with fingerprints, times, and how to run it again."""

from __future__ import annotations

import configparser
import time
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsExpression,
    QgsMapLayer,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterNumber,
    QgsProcessingUtils,
    QgsVariantUtils,
)

from ..common.request import Request
from ..common.texts import tr
from ..inputs.layers.fingerprint import fingerprint_of
from .numbers import number, plain_number

_SEED = "SEED"
_FEATURE_LIMIT_NONE = -1  # QGIS's word for no limit


@dataclass(frozen=True)
class InputRecord:
    """A layer that was read.

    Attributes
    ----------
    label : str
        Of the parameter.
    name : str
        Of the layer.
    rows : int
    fingerprint : str
        Of geometries and the attributes that were used, whatever the order of the rows.
    """

    label: str
    name: str
    rows: int
    fingerprint: str


@dataclass
class RunRecord:
    """One run of one algorithm.

    Attributes
    ----------
    title : str
        Of the algorithm.
    started : datetime
    parameters : list of (str, str)
        What was set, by the labels of the dialog; what was left at its default is not here.
    defaults : list of (str, str)
        What was left at its default.
    inputs : list of InputRecord
    command : str
        Runs the same again; empty where that is not possible.
    not_again : str
        Why the command is missing, or what it leaves out.
    seconds : float
        From the start to the report.
    """

    title: str
    started: datetime
    parameters: list[tuple[str, str]] = field(default_factory=list)
    defaults: list[tuple[str, str]] = field(default_factory=list)
    inputs: list[InputRecord] = field(default_factory=list)
    command: str = ""
    not_again: str = ""
    seconds: float = 0.0
    _clock: float = field(default_factory=time.perf_counter)

    @classmethod
    def of(cls, request: Request) -> RunRecord:
        """Record a run that begins, while its sources are there."""
        record = cls(request.algorithm.displayName(), datetime.now().astimezone())
        for definition in request.algorithm.parameterDefinitions():
            if definition.flags() & Qgis.ProcessingParameterFlag.Hidden:
                continue
            set_by_user = is_given(request, definition)
            text = value_text(request, definition, request.given(definition.name()))
            if isinstance(definition, QgsProcessingParameterNumber):
                text = plain_number(text)
            if not set_by_user and not text:
                continue
            told = record.parameters if set_by_user else record.defaults
            told.append((definition.description(), text or tr("(empty)")))
            if isinstance(definition, QgsProcessingParameterFeatureSource):
                source = request.source(definition.name())
                if source is not None:
                    used = _used_fields(request, definition.name(), source)
                    rows, fingerprint = fingerprint_of(source, used, request.feedback)
                    record.inputs.append(
                        InputRecord(
                            definition.description(), source.sourceName(), rows, fingerprint
                        )
                    )
        record._take_command(request)
        return record

    def finished(self) -> None:
        """Take the time that the run has needed so far."""
        self.seconds = time.perf_counter() - self._clock

    @property
    def origin(self) -> str:
        """The first input and the date, for the head of a report."""
        name = self.inputs[0].name if self.inputs else ""
        return " · ".join(part for part in (name, f"{self.started:%Y-%m-%d %H:%M}") if part)

    def facts(self) -> list[tuple[str, str]]:
        """The record as labels and values."""
        return [
            (tr("Version of the plugin"), plugin_version()),
            (tr("QGIS"), Qgis.version()),
            (tr("Started"), f"{self.started:%Y-%m-%d %H:%M:%S}"),
            (tr("Seconds until this report"), number(self.seconds, 1)),
        ]

    def _take_command(self, request: Request) -> None:
        algorithm = request.algorithm
        temporary, narrowed = [], []
        plain = dict(request.parameters)
        for definition in algorithm.parameterDefinitions():
            value = request.parameters.get(definition.name())
            if isinstance(value, QgsProcessingFeatureSourceDefinition):
                if _is_narrowed(value):
                    narrowed.append(definition.description())
                plain[definition.name()] = value.source
            if isinstance(definition, QgsProcessingParameterFeatureSource):
                layer = request.layer(definition.name())
                if layer is not None and layer.providerType() == "memory":
                    temporary.append(definition.description())
            if isinstance(value, QgsProcessingOutputLayerDefinition):
                plain[definition.name()] = value.sink
        if temporary:
            self.not_again = tr(
                "These inputs are temporary layers, which only this session of QGIS knows: "
                "{inputs}. Save them to files to run the same again."
            ).format(inputs=", ".join(temporary))
            return
        seed = algorithm.parameterDefinition(_SEED)
        if seed is not None:
            plain.setdefault(_SEED, seed.defaultValue())
        command, can_be_written = algorithm.asQgisProcessCommand(plain, request.context)
        if not can_be_written:
            self.not_again = tr("Some parameters cannot be written as a command.")
            return
        self.command = command
        if narrowed:
            self.not_again = tr(
                "The command cannot say that only selected or filtered features were used: "
                "{inputs}. Save these features to a file of their own first."
            ).format(inputs=", ".join(narrowed))


def plugin_version() -> str:
    """Version as the plugin's metadata state it."""
    metadata = configparser.ConfigParser(interpolation=None)
    metadata.read(Path(__file__).resolve().parents[2] / "metadata.txt", encoding="utf-8")
    return metadata.get("general", "version", fallback="")


def _used_fields(
    request: Request, source_name: str, source: QgsProcessingFeatureSource
) -> set[str]:
    """Fields of a source that parameters name, in themselves or in expressions.

    A layer of which no field is named, such as a cost matrix, is used with all of them.
    """
    fields = source.fields()
    named: set[str] = set()
    for definition in request.algorithm.parameterDefinitions():
        if isinstance(definition, QgsProcessingParameterField):
            if definition.parentLayerParameterName() != source_name:
                continue
            named |= set(request.texts(definition.name()))
        elif isinstance(definition, QgsProcessingParameterExpression):
            if definition.parentLayerParameterName() != source_name:
                continue
            named |= QgsExpression(request.text(definition.name())).referencedColumns()
    known = {fields.at(i).name() for i in map(fields.lookupField, named) if i >= 0}
    return known or set(fields.names())


def _is_narrowed(value: QgsProcessingFeatureSourceDefinition) -> bool:
    return (
        value.selectedFeaturesOnly
        or value.featureLimit != _FEATURE_LIMIT_NONE
        or bool(value.filterExpression)
    )


def is_given(request: Request, definition: QgsProcessingParameterDefinition) -> bool:
    """Whether a parameter was set to something else than it is by default."""
    value = request.given(definition.name())
    return not QgsVariantUtils.isNull(value) and value != definition.defaultValue()


def value_text(request: Request, definition: QgsProcessingParameterDefinition, value: Any) -> str:
    """A value as the dialog shows it."""
    if QgsVariantUtils.isNull(value) or value in ("", []):
        return ""
    if isinstance(value, list) and all(map(QgsVariantUtils.isNull, value)):
        return ""  # an empty row of a table
    if isinstance(definition, QgsProcessingParameterEnum):
        options, chosen = definition.options(), value if isinstance(value, list) else [value]
        return ", ".join(
            options[int(one)] if str(one).isdigit() and int(one) < len(options) else str(one)
            for one in chosen
        )
    if isinstance(definition, QgsProcessingParameterBoolean):
        return tr("yes") if value in (True, "true", "True", 1, "1") else tr("no")
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        name = _layer_text(request, value.source.staticValue())
        if value.selectedFeaturesOnly:
            return tr("{layer}, selected features only").format(layer=name)
        if value.filterExpression:
            return tr("{layer}, where {filter}").format(layer=name, filter=value.filterExpression)
        return name
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        return str(value.sink.staticValue() or value.sink.expressionString())
    if isinstance(definition, QgsProcessingParameterFeatureSource):
        return _layer_text(request, value)
    if isinstance(value, (list, tuple)):
        return ", ".join(str(one) for one in value)
    return str(value)


def _layer_text(request: Request, value: Any) -> str:
    """Name of a layer, or the path that leads to it."""
    if isinstance(value, QgsMapLayer):
        return value.name()
    # Dialogs give the ids of layers.
    layer = QgsProcessingUtils.mapLayerFromString(str(value), request.context, False)
    return layer.name() if layer is not None and layer.id() == value else str(value)
