"""What one run was asked for: the record that readers, writers and reports are handed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from qgis.core import (  # type: ignore[attr-defined,unused-ignore] # the stubs lack exceptions
    QgsExpressionContext,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProperty,
    QgsVariantUtils,
    QgsVectorLayer,
)

from .texts import tr

# In the languages of the plugin.
_EXPLANATION = r"(, (e\.g\.|z\. B\.) [^()]*)?( \([^()]*\))?$"


@dataclass(frozen=True)
class Request:
    """What one run was asked for, by the kinds of value that parameters have.

    Attributes
    ----------
    algorithm : QgsProcessingAlgorithm
        Knows the parameters.
    parameters : dict
        What was given for them.
    context : QgsProcessingContext
        The project, its layers and its ellipsoid.
    feedback : QgsProcessingFeedback
        Where the run tells of itself, and hears of a cancel.
    """

    algorithm: QgsProcessingAlgorithm
    parameters: dict[str, Any]
    context: QgsProcessingContext
    feedback: QgsProcessingFeedback

    def declares(self, name: str) -> bool:
        """Whether the algorithm has such a parameter."""
        return self.algorithm.parameterDefinition(name) is not None

    def gives(self, name: str) -> bool:
        """Whether a parameter without a default has a value."""
        return self.given(name) not in (None, "")

    def given(self, name: str) -> Any:
        """What a parameter holds in this run, as the kind of value that dialogs and scripts give.

        Where models and batch runs give an expression, what it comes to; where nothing is given,
        the default.
        """
        value = self.parameters.get(name)
        if isinstance(value, QgsProperty):
            value, _ = value.value(self.expression_scope())
        if QgsVariantUtils.isNull(value):
            return self.algorithm.parameterDefinition(name).defaultValue()
        return value

    def label(self, name: str) -> str:
        """What messages call a parameter: its label without explanations, and its id."""
        label = self.algorithm.parameterDefinition(name).description()
        return tr("“{label}” ({id})").format(label=re.sub(_EXPLANATION, "", label), id=name)

    def labelled_fields(self, *names: str) -> dict[str, str]:
        """Fields that parameters name, each with what messages call its parameter."""
        return {field: self.label(name) for name in names if (field := self.text(name))}

    def text(self, name: str) -> str:
        """A text, an expression or the name of a field; empty if it is left out.

        Not ``parameterAsExpression``, which takes an expression with an error for none at all.
        """
        return self.algorithm.parameterAsString(self.parameters, name, self.context)

    def texts(self, name: str) -> list[str]:
        """Several texts or names of fields; none if they are left out."""
        return self.algorithm.parameterAsStrings(self.parameters, name, self.context)

    def file(self, name: str) -> str:
        """Path of a file that is read."""
        return self.algorithm.parameterAsFile(self.parameters, name, self.context)

    def file_output(self, name: str) -> str:
        """Path of a file that is written; empty if it is not wanted."""
        return self.algorithm.parameterAsFileOutput(self.parameters, name, self.context)

    def cells(self, name: str) -> list[Any]:
        """Values of a table, row by row."""
        return self.algorithm.parameterAsMatrix(self.parameters, name, self.context)

    def switch(self, name: str) -> bool:
        """Yes or no."""
        return bool(self.algorithm.parameterAsBool(self.parameters, name, self.context))

    def choice(self, name: str) -> int:
        """Number of an option, from 0."""
        return self.algorithm.parameterAsEnum(self.parameters, name, self.context)

    def integer(self, name: str) -> int:
        """A whole number."""
        return self.algorithm.parameterAsInt(self.parameters, name, self.context)

    def optional_integer(self, name: str) -> int | None:
        """A whole number; None if it is left out."""
        return self.integer(name) if self.gives(name) else None

    def number(self, name: str) -> float:
        """A number."""
        return self.algorithm.parameterAsDouble(self.parameters, name, self.context)

    def optional_number(self, name: str) -> float | None:
        """A number; None if it is left out."""
        return self.number(name) if self.gives(name) else None

    def number_or(self, name: str, missing: float) -> float:
        """A number, or what stands for one that is left out."""
        return self.number(name) if self.gives(name) else missing

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
        source = self.source(name)
        if source is None:
            raise QgsProcessingException(self.algorithm.invalidSourceError(self.parameters, name))
        return source

    def layer(self, name: str) -> QgsVectorLayer | None:
        """A layer of the project or a file; None for what only a source can be made of."""
        return self.algorithm.parameterAsVectorLayer(self.parameters, name, self.context)

    def expression_scope(self) -> QgsExpressionContext:
        """What expressions of the user may name."""
        return self.algorithm.createExpressionContext(self.parameters, self.context)
