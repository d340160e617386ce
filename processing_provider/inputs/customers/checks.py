"""What the fields of customers say about representatives is checked before the work."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from qgis.core import QgsProcessingFeedback

from ....core.customers.group import CustomerGroup
from ....core.customers.rules import CustomerRules
from ....core.errors import InvalidInput, name_some
from ....core.ids import distinct_ids, positions_in
from ...common.texts import counted
from .case import CustomerFields


@dataclass(frozen=True)
class GroupChecks:
    """Refusals and warnings about groups that are read.

    Attributes
    ----------
    names : sequence
        What messages call the customers.
    current, fixed : list or None
        Current representative of each customer, and the one who must get it.
    """

    rules: CustomerRules
    fields: CustomerFields
    names: Sequence[Any]
    current: list[Any] | None
    fixed: list[Any] | None

    def refuse_unknown_fixed(self, groups: Sequence[CustomerGroup]) -> None:
        """Refuse customers who are fixed to nobody that is known.

        Raises
        ------
        InvalidInput
        """
        if self.fixed is None:
            return
        unknown: list[int] = []
        for group in groups:
            unknown += [
                int(row)
                for row, label in zip(group.rows, group.preassigned)
                if label < 0 and self.fixed[row] is not None
            ]
        if unknown:
            known = distinct_ids(name for group in groups for name in group.known)
            raise InvalidInput.counted(
                len(unknown),
                "“Representative who must get the customer” (PREASSIGNED_FIELD) '{field}' names an "
                "unknown representative: {names} ({count} customer, id {ids}). Known (in the "
                "customer's group, if there are groups) are {known}. Correct the field, or add who "
                "is missing to the representatives.",
                "“Representative who must get the customer” (PREASSIGNED_FIELD) '{field}' names "
                "unknown representatives: {names} ({count} customers, ids {ids}). Known (in the "
                "customer's group, if there are groups) are {known}. Correct the field, or add who "
                "is missing to the representatives.",
                field=self.fields.preassigned,
                names=name_some(distinct_ids(self.fixed[row] for row in unknown)),
                ids=name_some([self.names[row] for row in unknown]),
                known=name_some(known, limit=30),
            )

    def refuse_unknown_limits(self, groups: Sequence[CustomerGroup]) -> None:
        """Refuse limits of territories that are not known.

        Raises
        ------
        InvalidInput
        """
        wanted = distinct_ids(rule.territory for rule in self.rules.territories)
        known: list[Any] = []
        for group in groups:
            numbers = range(group.first_number, group.first_number + group.count)
            known += [*(group.known or numbers), *group.newcomers]
        unknown = [name for name, found in zip(wanted, positions_in(wanted, known)) if found < 0]
        if unknown:
            raise InvalidInput.counted(
                len(unknown),
                "“Limits on sums of single territories” (TERRITORY_LIMITS): there is no territory "
                "{names}. Known are {known}. Correct the name, or delete the row.",
                "“Limits on sums of single territories” (TERRITORY_LIMITS): {count} territories "
                "are unknown ({names}). Known are {known}. Correct the names, or delete the rows.",
                names=name_some(unknown),
                known=name_some(distinct_ids(known), limit=30),
            )

    def refuse_lost_retention(self, groups: Sequence[CustomerGroup]) -> None:
        """Refuse to keep customers of whom nobody has any.

        Raises
        ------
        InvalidInput
        """
        nothing_to_keep = all((group.current < 0).all() for group in groups)
        if nothing_to_keep and any(
            self.rules.retention(group.centre_rows) is not None for group in groups
        ):
            raise InvalidInput(
                "There are no customers to keep (MIN_RETENTION): none of the values of “Current "
                "representative of a customer” (CURRENT_FIELD) '{field}' ({values}) is the id of a "
                "representative. Check “Id field of the representatives” (REP_ID_FIELD).",
                field=self.fields.current,
                values=name_some(distinct_ids(self.current or [])),
            )

    def warn(self, groups: Sequence[CustomerGroup], feedback: QgsProcessingFeedback) -> None:
        """Say who is no representative any more, and who has none."""
        former = distinct_ids(name for group in groups for name in group.former)
        if former:
            free = sum(int(np.count_nonzero(group.current_former >= 0)) for group in groups)
            feedback.pushWarning(
                counted(
                    free,
                    "Of the current representatives in '{current}' some are not among the "
                    "representatives (REPS): {names}. Their {count} customer is free for anybody.",
                    "Of the current representatives in '{current}' some are not among the "
                    "representatives (REPS): {names}. Their {count} customers are free for "
                    "anybody.",
                    current=self.fields.current,
                    names=name_some(former),
                )
            )
        nobody = 0 if self.current is None else self.current.count(None)
        if nobody:
            feedback.pushWarning(
                counted(
                    nobody,
                    "{count} customer has no representative now ('{current}' is NULL or empty).",
                    "{count} customers have no representative now ('{current}' is NULL or empty).",
                    current=self.fields.current,
                )
            )
