"""Reading the parameters of one run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
)

from .parameters import is_given, label_of, required_source


@dataclass(frozen=True)
class ParameterReader:
    """The parameters of one run, by the kinds of value that they have."""

    algorithm: QgsProcessingAlgorithm
    parameters: dict[str, Any]
    context: QgsProcessingContext
    feedback: QgsProcessingFeedback

    def text(self, name: str) -> str:
        """A text or the name of a field; empty if it is left out."""
        return self.algorithm.parameterAsString(self.parameters, name, self.context)

    def label(self, name: str) -> str:
        """What messages call a parameter."""
        return label_of(self.algorithm, name)

    def integer(self, name: str) -> int:
        """A whole number."""
        return self.algorithm.parameterAsInt(self.parameters, name, self.context)

    def choice(self, name: str) -> int:
        """Number of an option, from 0."""
        return self.algorithm.parameterAsEnum(self.parameters, name, self.context)

    def number(self, name: str) -> float:
        """A number."""
        return self.algorithm.parameterAsDouble(self.parameters, name, self.context)

    def optional_number(self, name: str) -> float | None:
        """A number; None if it is left out."""
        return self.number(name) if is_given(self.parameters, name) else None

    def source(self, name: str) -> QgsProcessingFeatureSource | None:
        """A layer; None if it is left out."""
        return self.algorithm.parameterAsSource(self.parameters, name, self.context)

    def required_source(self, name: str) -> QgsProcessingFeatureSource:
        """A layer.

        Raises
        ------
        QgsProcessingException
            It is not valid, in QGIS's own words.
        """
        return required_source(self.algorithm, self.parameters, name, self.context)
