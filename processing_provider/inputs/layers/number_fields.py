"""Fields of numbers, also where a table holds the numbers as texts."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import QgsFeature, QgsFields, QgsProcessingFeedback
from qgis.PyQt.QtCore import QMetaType

from ....core.arrays import FloatArray
from ....core.errors import InvalidInput, name_some
from ....core.number_texts import TextNumbers, read_texts
from ...common.texts import counted, tr
from .attributes import field_index, plain_value

LARGEST = 1e100
"""Larger weights are refused: squares of sums of millions of them, times distances, would be
infinite, and a search that compares such costs never ends."""


@dataclass(frozen=True)
class NumberField:
    """A field whose values are numbers, or texts that write numbers.

    Attributes
    ----------
    index : int
        Of the field in its layer.
    name : str
    layer : str
        Whose field it is, for messages.
    is_text : bool
        Whether it holds texts.
    """

    index: int
    name: str
    layer: str
    is_text: bool

    @classmethod
    def of(cls, fields: QgsFields, name: str, layer: str, parameter: str = "") -> NumberField:
        """A field by its name.

        Raises
        ------
        InvalidInput
            If there is no such field, or it holds neither numbers nor texts.
        """
        index = field_index(fields, name, layer, parameter)
        field = fields.at(index)
        is_text = field.type() == QMetaType.Type.QString
        if not (field.isNumeric() or is_text):
            raise InvalidInput(
                "{layer}: field '{field}' holds {type}, not numbers. Choose a numeric field, or "
                "convert it with the field calculator (to_real).",
                layer=layer,
                field=name,
                type=field.friendlyTypeString(),
            )
        return cls(index, field.name(), layer, is_text)

    def values(
        self,
        features: Sequence[QgsFeature],
        ids: Sequence[Any],
        feedback: QgsProcessingFeedback | None,
    ) -> list[float | None]:
        """The number of each feature, None for NULL and for blank text.

        Raises
        ------
        InvalidInput
            If texts are no numbers, or may be different ones.
        """
        return self.numbers(
            [plain_value(feature[self.index]) for feature in features], ids, feedback
        )

    def numbers(
        self, values: Sequence[Any], ids: Sequence[Any], feedback: QgsProcessingFeedback | None
    ) -> list[float | None]:
        """Plain values of the field as numbers, as :meth:`values` does it."""
        if not self.is_text:
            return [None if value is None else float(value) for value in values]
        texts = [None if value is None else str(value).strip() or None for value in values]
        rows = [row for row, text in enumerate(texts) if text is not None]
        given = [text for text in texts if text is not None]
        read = read_texts(given)
        self._refuse_unread(read, given, [ids[row] for row in rows])
        if given and feedback is not None:
            longest = max(range(len(given)), key=lambda number: len(given[number]))
            feedback.pushInfo(
                tr(
                    "{layer}: field '{field}' holds texts, which are read as numbers: “{text}” is "
                    "{number}."
                ).format(
                    layer=self.layer,
                    field=self.name,
                    text=given[longest],
                    number=_plainly(read.values[longest]),
                )
            )
        numbers: list[float | None] = [None] * len(texts)
        for row, number in zip(rows, read.values.tolist()):
            numbers[row] = number
        return numbers

    def _refuse_unread(self, read: TextNumbers, texts: list[str], ids: list[Any]) -> None:
        where: dict[str, Any] = {"layer": self.layer, "field": self.name}
        wrong = np.flatnonzero(read.unread).tolist()
        if wrong and read.inside is not None:
            raise InvalidInput.counted(
                len(wrong),
                "{layer}: field '{field}' holds texts that are not plain numbers in {count} "
                "feature ({ids}: “{text}”). Make a field of decimal numbers with the field "
                "calculator: {expression} reads such a value.",
                "{layer}: field '{field}' holds texts that are not plain numbers in {count} "
                "features (first ids {ids}; the first: “{text}”). Make a field of decimal numbers "
                "with the field calculator: {expression} reads such values.",
                ids=name_some([ids[row] for row in wrong]),
                text=texts[wrong[0]],
                expression=read.inside.expression(self.name, around=True),
                **where,
            )
        if wrong:
            raise InvalidInput.counted(
                len(wrong),
                "{layer}: field '{field}' holds texts, which are not numbers in {count} feature "
                "({ids}: “{text}”). Correct it, choose another field, or make a field of numbers "
                "with the field calculator: {expression} leaves such a value empty.",
                "{layer}: field '{field}' holds texts, which are not numbers in {count} features "
                "(first ids {ids}; the first: “{text}”). Correct them, choose another field, or "
                "make a field of numbers with the field calculator: {expression} leaves such "
                "values empty.",
                ids=name_some([ids[row] for row in wrong]),
                text=texts[wrong[0]],
                expression=read.reading.expression(self.name),
                **where,
            )
        if read.rival is not None:
            text = texts[read.doubtful]
            raise InvalidInput(
                "{layer}: field '{field}' holds texts that can be read in two ways ({id}: “{text}” "
                "may be {one} or {other}). Make a field of numbers with the field calculator: "
                "{expression} for {one}, or {rival} for {other}.",
                id=ids[read.doubtful],
                text=text,
                one=_plainly(read.reading.number(text)),
                other=_plainly(read.rival.number(text)),
                expression=read.reading.expression(self.name),
                rival=read.rival.expression(self.name),
                **where,
            )

    def weights(
        self,
        features: Sequence[QgsFeature],
        ids: Sequence[Any],
        feedback: QgsProcessingFeedback,
        parameter: str = "",
    ) -> FloatArray:
        """Weights (n,); NULL counts as 0, and is told.

        ``parameter`` is what the dialog calls the parameter that names the field.

        Raises
        ------
        InvalidInput
            If weights are no numbers, negative, not finite or beyond :data:`LARGEST`.
        """
        values = self.values(features, ids, feedback)
        weights = np.array([0.0 if value is None else value for value in values])
        parameter = parameter or tr("Field")
        self._refuse_no_weights(weights, ids, parameter)
        nulls = values.count(None)
        if nulls:
            feedback.pushWarning(
                counted(
                    nulls,
                    "{parameter}: '{field}' is NULL in {count} feature, which counts as 0.",
                    "{parameter}: '{field}' is NULL in {count} features, which count as 0.",
                    field=self.name,
                    parameter=parameter,
                )
            )
        if len(weights) and not weights.any():
            feedback.pushWarning(
                tr(
                    "{parameter}: '{field}' is 0 in every feature. Nothing can be divided by it: "
                    "its deviations are all 0 %, and say nothing. Check the field."
                ).format(field=self.name, parameter=parameter)
            )
        return weights

    def _refuse_no_weights(self, weights: FloatArray, ids: Sequence[Any], parameter: str) -> None:
        """Refuse numbers (n,) that are no weights."""
        infinite = [ids[i] for i in np.flatnonzero(~np.isfinite(weights))]
        if infinite:
            raise InvalidInput.counted(
                len(infinite),
                "{parameter}: '{field}' is not finite in {count} feature ({ids}). Weights must be "
                "0 or more: correct or exclude this feature.",
                "{parameter}: '{field}' is not finite in {count} features (first ids {ids}). "
                "Weights must be 0 or more: correct or exclude these features.",
                field=self.name,
                parameter=parameter,
                ids=name_some(infinite),
            )
        negative = [ids[i] for i in np.flatnonzero(weights < 0.0)]
        if negative:
            raise InvalidInput.counted(
                len(negative),
                "{parameter}: '{field}' is negative in {count} feature ({ids}). Weights must be 0 "
                "or more: correct or exclude this feature.",
                "{parameter}: '{field}' is negative in {count} features (first ids {ids}). Weights "
                "must be 0 or more: correct or exclude these features.",
                field=self.name,
                parameter=parameter,
                ids=name_some(negative),
            )
        huge = [ids[i] for i in np.flatnonzero(weights > LARGEST)]
        if huge:
            raise InvalidInput.counted(
                len(huge),
                "{parameter}: '{field}' is larger than {largest} in {count} feature ({ids}), too "
                "large to be added up: correct or exclude this feature.",
                "{parameter}: '{field}' is larger than {largest} in {count} features (first ids "
                "{ids}), too large to be added up: correct or exclude these features.",
                field=self.name,
                parameter=parameter,
                largest=f"{LARGEST:g}",
                ids=name_some(huge),
            )

    def bounds(
        self,
        features: Sequence[QgsFeature],
        ids: Sequence[Any],
        feedback: QgsProcessingFeedback | None,
        parameter: str,
    ) -> FloatArray:
        """Bounds (n,), each 0 or more; NaN for NULL, where there is none.

        Raises
        ------
        InvalidInput
            If bounds are no numbers, negative or not finite.
        """
        values = self.values(features, ids, feedback)
        bounds = np.array([np.nan if value is None else value for value in values])
        given = np.array([value is not None for value in values], dtype=bool)
        wrong = np.flatnonzero(given & ~((bounds >= 0.0) & np.isfinite(bounds)))
        if wrong.size:
            raise InvalidInput.counted(
                int(wrong.size),
                "{parameter}: '{field}' is negative or no number in {count} feature ({ids}). Give "
                "a number of 0 or more, or leave it empty.",
                "{parameter}: '{field}' is negative or no number in {count} features ({ids}). Give "
                "numbers of 0 or more, or leave them empty.",
                parameter=parameter,
                field=self.name,
                ids=name_some([ids[i] for i in wrong]),
            )
        return bounds


def _plainly(number: float) -> str:
    return f"{number:.0f}" if number == int(number) else f"{number:.15g}"
