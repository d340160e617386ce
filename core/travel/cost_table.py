"""Travel costs given as rows (origin, destination, metres, seconds), looked up by ids."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from ..arrays import BoolArray, FloatArray, IntArray
from ..errors import InvalidInput, name_some
from ..ids import id_key
from ..texts import Text

QUANTITIES = ("time_s", "distance_m")


@dataclass(frozen=True)
class CostTable:
    """Costs of ordered pairs of places.

    Attributes
    ----------
    distance_m, time_s : ndarray, shape (pairs,)
        Metres and seconds; ``inf`` where a pair is known to have no route, ``nan`` throughout
        in a quantity that the table does not give.

    Notes
    -----
    Build it with :meth:`from_rows`, which checks the rows.
    """

    origin_index: dict[str, int]
    destination_index: dict[str, int]
    distance_m: FloatArray
    time_s: FloatArray
    _pair_keys: IntArray

    @classmethod
    def from_rows(
        cls,
        origins: Sequence[object],
        destinations: Sequence[object],
        distance_m: FloatArray | None = None,
        time_s: FloatArray | None = None,
    ) -> CostTable:
        """Table of the given rows, in any order.

        Parameters
        ----------
        origins, destinations : sequences, length r
            Ids, compared by :func:`~territory_design.core.ids.id_key`.
        distance_m, time_s : arrays, shape (r,), optional
            At least one of them. A missing value (``nan``) next to a given one, or in the
            only quantity, means that the pair has no route.

        Raises
        ------
        InvalidInput
            Negative costs, no costs at all, or a pair with two different costs.
        """
        if distance_m is None and time_s is None:
            raise InvalidInput(
                "“Cost matrix” (COST_MATRIX) has neither distances nor times. Give it a field "
                "distance_m or time_s."
            )
        origin_index, origin_of_row = _enumerate(origins)
        destination_index, destination_of_row = _enumerate(destinations)
        keys = origin_of_row * max(len(destination_index), 1) + destination_of_row
        order = np.argsort(keys, kind="stable")
        keys = keys[order]
        columns = []
        for name, given in (("distance_m", distance_m), ("time_s", time_s)):
            if given is None:
                columns.append(np.full(keys.size, np.nan))
                continue
            values = np.asarray(given, dtype=float)
            negative = np.flatnonzero(values < 0.0)
            if negative.size:
                raise InvalidInput.counted(
                    int(negative.size),
                    "“Cost matrix” (COST_MATRIX): {count} row has a negative {name}: {pairs}. "
                    "Correct it, or empty its cost (no connection).",
                    "“Cost matrix” (COST_MATRIX): {count} rows have a negative {name}: {pairs}. "
                    "Correct them, or empty their costs (no connection).",
                    name=name,
                    pairs=name_some([f"{origins[r]} → {destinations[r]}" for r in negative]),
                )
            values = values[order]
            columns.append(np.where(np.isnan(values), np.inf, values))
        repeated = np.flatnonzero(keys[1:] == keys[:-1]) + 1
        if repeated.size:
            differs = np.zeros(repeated.size, dtype=bool)
            for column in columns:
                now, before = column[repeated], column[repeated - 1]
                differs |= (now != before) & ~(np.isnan(now) & np.isnan(before))
            clash = order[repeated[differs]]
            if clash.size:
                raise InvalidInput.counted(
                    int(clash.size),
                    "“Cost matrix” (COST_MATRIX): {count} pair occurs with different costs: "
                    "{pairs}. Keep one row for it.",
                    "“Cost matrix” (COST_MATRIX): {count} pairs occur with different costs: "
                    "{pairs}. Keep one row for each.",
                    pairs=name_some([f"{origins[r]} → {destinations[r]}" for r in clash]),
                )
            keep = np.ones(keys.size, dtype=bool)
            keep[repeated] = False
            keys, columns = keys[keep], [column[keep] for column in columns]
        return cls(origin_index, destination_index, columns[0], columns[1], keys)

    @classmethod
    def from_wide(
        cls,
        origins: Sequence[object],
        destinations: Sequence[object],
        costs: FloatArray,
        quantity: str,
    ) -> CostTable:
        """Table of a row per origin and a column per destination, shape (n, m).

        Parameters
        ----------
        quantity : {"time_s", "distance_m"}
            What the costs are.
        """
        n, m = costs.shape
        rows = [origin for origin in origins for _ in range(m)]
        columns = list(destinations) * n
        return cls.from_rows(rows, columns, **{quantity: costs.ravel()})

    def quantity(self, wanted: str | None = None) -> str:
        """Name of the quantity to use: the wanted one, else times before distances."""
        if wanted is not None and wanted not in QUANTITIES:
            raise InvalidInput("{wanted} is not a quantity of a cost matrix.", wanted=wanted)
        for name in (wanted,) if wanted else QUANTITIES:
            values = getattr(self, name)
            if values.size == 0 or not np.isnan(values).all():
                return name
        raise InvalidInput("The cost matrix has no values of {wanted}.", wanted=wanted)

    def gives(self, quantity: str) -> bool:
        """Whether the table gives a quantity; one without any row gives all."""
        values = getattr(self, quantity)
        return values.size == 0 or not np.isnan(values).all()

    def matrix(
        self,
        origins: Sequence[object],
        destinations: Sequence[object],
        quantity: str | None = None,
        *,
        either_way: bool = False,
        own_free: bool = True,
    ) -> FloatArray:
        """Dense costs, shape (n, m), ``inf`` where a pair has no route.

        Parameters
        ----------
        origins, destinations : sequences
            Ids of rows and columns.
        quantity : {"time_s", "distance_m"}, optional
            Times if the table has them, else distances.
        either_way : bool
            Whether the cost of the way back stands in for a missing way there.
        own_free : bool
            Whether equal ids are one place, which costs 0 unless the table says otherwise.
            False where origins and destinations are numbered apart.

        Raises
        ------
        InvalidInput
            Pairs are missing; the message counts and names them.
        """
        found, at, own = self._find(origins, destinations, either_way)
        missing = np.argwhere(~(found | own) if own_free else ~found)
        if missing.size:
            self._refuse_missing(missing, origins, destinations)
        values = getattr(self, self.quantity(quantity))
        if values.size == 0:
            return np.zeros(found.shape)
        return np.where(found, values[at], 0.0)

    def missing_pairs(
        self, origins: Sequence[object], destinations: Sequence[object], *, own_free: bool = True
    ) -> list[tuple[object, object]]:
        """Pairs that :meth:`matrix` would miss, in the order of the given ids."""
        found, _, own = self._find(origins, destinations, False)
        missing = np.argwhere(~(found | own) if own_free else ~found)
        return [(origins[i], destinations[j]) for i, j in missing]

    def _find(
        self, origins: Sequence[object], destinations: Sequence[object], either_way: bool
    ) -> tuple[BoolArray, IntArray, BoolArray]:
        from_keys = [id_key(value) for value in origins]
        to_keys = [id_key(value) for value in destinations]
        found, at = self._locate(from_keys, to_keys)
        if either_way and not found.all():
            back, at_back = self._locate(to_keys, from_keys)
            at = np.where(found, at, at_back.T)
            found = found | back.T
        position = {key: column for column, key in enumerate(to_keys)}
        own = np.zeros(found.shape, dtype=bool)
        for row, key in enumerate(from_keys):
            if key in position:
                own[row, position[key]] = True
        return found, at, own

    def _locate(self, from_keys: list[str], to_keys: list[str]) -> tuple[BoolArray, IntArray]:
        rows = np.array([self.origin_index.get(key, -1) for key in from_keys], dtype=np.int64)
        columns = np.array([self.destination_index.get(key, -1) for key in to_keys], dtype=np.int64)
        wanted = rows[:, None] * max(len(self.destination_index), 1) + columns[None, :]
        known = (rows[:, None] >= 0) & (columns[None, :] >= 0)
        at = np.searchsorted(self._pair_keys, wanted)
        at = np.minimum(at, max(self._pair_keys.size - 1, 0))
        if self._pair_keys.size == 0:
            return np.zeros(wanted.shape, dtype=bool), at
        return known & (self._pair_keys[at] == wanted), at

    def _refuse_missing(
        self, missing: IntArray, origins: Sequence[object], destinations: Sequence[object]
    ) -> None:
        no_row = [value for value in origins if id_key(value) not in self.origin_index]
        no_column = [value for value in destinations if id_key(value) not in self.destination_index]
        values = {"origins": name_some(no_row), "destinations": name_some(no_column)}
        if no_row and no_column:
            hint = Text.of(
                "As origin it never names {origins}, as destination never {destinations}.", **values
            )
        elif no_row:
            hint = Text.of("As origin it never names {origins}.", **values)
        elif no_column:
            hint = Text.of("As destination it never names {destinations}.", **values)
        else:
            hint = Text.of("It names all of these places, but in other pairs.")
        raise InvalidInput(
            "“Cost matrix” (COST_MATRIX) lacks {missing} of {wanted} pairs: {pairs}. {hint} Add "
            "these rows, or make the matrix again for all places; a pair that is not connected "
            "needs a row, too, with empty costs.",
            missing=len(missing),
            wanted=len(origins) * len(destinations),
            pairs=name_some([f"{origins[i]} → {destinations[j]}" for i, j in missing]),
            hint=hint,
        )


def _enumerate(ids: Sequence[object]) -> tuple[dict[str, int], IntArray]:
    index: dict[str, int] = {}
    seen: dict[object, int] = {}
    rows = np.empty(len(ids), dtype=np.int64)
    for row, value in enumerate(ids):
        number = seen.get(value)
        if number is None:
            number = index.setdefault(id_key(value), len(index))
            seen[value] = number
        rows[row] = number
    return index, rows
