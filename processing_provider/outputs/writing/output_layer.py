"""One layer to write, and the request of a run whose outputs are put in place together."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from qgis.core import (  # type: ignore[attr-defined,unused-ignore] # the stubs lack exceptions
    Qgis,
    QgsFeature,
    QgsFields,
    QgsProcessingException,
    QgsVectorLayer,
)

from ...common.request import Request
from ...common.texts import tr
from .staging import Staging

Row: TypeAlias = Sequence[Any]


@dataclass(frozen=True)
class OutputLayer:
    """One layer to write.

    Attributes
    ----------
    name : str
        Id of the output parameter.
    features : callable
        Makes the features when the layer is open.
    style : callable or None
        Styles the layer once it is loaded.
    order : int
        Higher lies further up in the project.
    rows : callable or None
        Of a long table, the values of its features, None for NULL, for files that can do without
        features.
    """

    name: str
    fields: QgsFields
    geometry_type: Qgis.WkbType
    features: Callable[[], Iterable[QgsFeature]]
    style: Callable[[QgsVectorLayer], None] | None = None
    order: int = 0
    rows: Callable[[], Iterable[Row]] | None = None


@dataclass(frozen=True)
class StagedRequest(Request):
    """A request whose outputs are put in place together, at the end of the run.

    Attributes
    ----------
    staged : Staging
        Of the run that is going on.
    """

    staged: Staging

    def put_in_place(self) -> None:
        """Put all outputs in their places.

        Raises
        ------
        QgsProcessingException
        """
        try:
            self.staged.put_in_place()
        except (OSError, sqlite3.Error) as error:
            raise QgsProcessingException(
                tr(
                    "The outputs could not be put in place: {reason}. Make room on the disk, close "
                    "programs that use the files, or choose other places."
                ).format(reason=str(error).rstrip(". "))
            ) from None
