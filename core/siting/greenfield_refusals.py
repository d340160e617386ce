"""Why a number of centres cannot keep its bounds, found by counting, before any search."""

from __future__ import annotations

from typing import NoReturn

import numpy as np

from ..arrays import FloatArray
from ..errors import InfeasibleProblem
from ..texts import Text, TextList, readable
from .centre_allocation import Allocation
from .greenfield_problem import GreenfieldProblem

_ROUNDING = 1e-12
"""Share by which sums of demand may miss a bound through rounding."""


def refuse_impossible(problem: GreenfieldProblem, count: int) -> None:
    """Refuse a number of centres for which counting shows that no plan exists.

    Raises
    ------
    InfeasibleProblem
        With the numbers.
    """
    n, existing = problem.customer_count, problem.existing_count
    # Sites that exist already may stay empty; nobody builds more than there are customers.
    most = max(n, existing)
    if count < 1 or count > most:
        raise InfeasibleProblem(
            "“Number of centres” is {count}, but that of customers {n}. Choose a number of "
            "centres from {least} to {most}.",
            count=count,
            n=n,
            least=max(1, existing),
            most=most,
        )
    if count < existing:
        raise InfeasibleProblem(
            "“Number of centres” is {count}, but {existing} exist already and stay open. "
            "Raise the number to at least {existing}, or close some.",
            count=count,
            existing=existing,
        )
    _refuse_customer_bounds(problem, count)
    _refuse_demand_bounds(problem, count)
    if problem.has_reach:
        _refuse_distance(problem, count)


def _alike(bounds: FloatArray) -> bool:
    return bool((bounds == bounds[0]).all())


def _refuse_customer_bounds(problem: GreenfieldProblem, count: int) -> None:
    n = problem.customer_count
    low, high = problem.customer_bounds(count)
    if low.sum() > n:
        values = {"count": count, "low": readable(low[0]), "need": readable(low.sum()), "n": n}
        if _alike(low):
            raise InfeasibleProblem(
                "{count} centres × at least {low} customers = {need}, but there are only {n} "
                "customers. Lower the minimum (MIN_CUSTOMERS) or the number of centres.",
                **values,
            )
        raise InfeasibleProblem(
            "{count} centres need at least {need} customers together, but there are only {n} "
            "customers. Lower the minimum (MIN_CUSTOMERS), here or in the field of the existing "
            "centres.",
            **values,
        )
    if high.sum() < n:
        values = {"count": count, "high": readable(high[0]), "room": readable(high.sum()), "n": n}
        if _alike(high):
            raise InfeasibleProblem(
                "{count} centres × at most {high} customers = {room}, but there are {n} "
                "customers. Raise the maximum (MAX_CUSTOMERS) or the number of centres.",
                **values,
            )
        raise InfeasibleProblem(
            "{count} centres have room for {room} customers together, but there are {n} "
            "customers. Raise the maximum (MAX_CUSTOMERS), here or in the field of the existing "
            "centres, or the number of centres.",
            **values,
        )


def _refuse_demand_bounds(problem: GreenfieldProblem, count: int) -> None:
    total = problem.total_demand
    low, high = problem.demand_bounds(count)
    values = {"count": count, "total": readable(total)}
    if low.sum() > total * (1.0 + _ROUNDING):
        values |= {"low": readable(low[0]), "need": readable(low.sum())}
        if _alike(low):
            raise InfeasibleProblem(
                "{count} centres × at least {low} demand = {need}, but the customers' demand is "
                "{total} in all. Lower the minimum (MIN_DEMAND) or the number of centres.",
                **values,
            )
        raise InfeasibleProblem(
            "{count} centres need at least a demand of {need} together, but the customers' "
            "demand is {total} in all. Lower the minimum (MIN_DEMAND), here or in the field of "
            "the existing centres.",
            **values,
        )
    if high.sum() < total * (1.0 - _ROUNDING):
        values |= {"high": readable(high[0]), "room": readable(high.sum())}
        if _alike(high):
            raise InfeasibleProblem(
                "{count} centres × at most {high} demand = {room}, but the customers' demand is "
                "{total} in all. Raise the maximum (MAX_DEMAND) or the number of centres.",
                **values,
            )
        raise InfeasibleProblem(
            "{count} centres have room for a demand of {room} together, but the customers' "
            "demand is {total} in all. Raise the maximum (MAX_DEMAND), here or in the field of "
            "the existing centres, or the number of centres.",
            **values,
        )
    largest = float(high.max())
    large = np.flatnonzero(problem.demand > largest * (1.0 + _ROUNDING))
    if large.size:
        raise InfeasibleProblem.counted(
            large.size,
            "{count} customer alone has more demand than one centre may get ({high}): {ids}. "
            "Raise the maximum (MAX_DEMAND) or divide this customer.",
            "{count} customers alone have more demand than one centre may get ({high}): {ids}. "
            "Raise the maximum (MAX_DEMAND) or divide these customers.",
            high=readable(largest),
            ids=problem.name(large),
        )


def _refuse_distance(problem: GreenfieldProblem, count: int) -> None:
    limit = problem.bounds.reach
    customers = problem.customers
    reached = np.zeros(problem.customer_count, dtype=bool)
    nearest = np.full(problem.customer_count, np.inf)
    if problem.existing_count:
        distance = customers.metric.matrix(customers.positions, problem.existing.positions)
        reach = problem.reach(problem.existing_count)
        reached = (distance <= reach).any(axis=1)
        # Only the common maximum may be raised to reach a customer from there.
        common = reach == limit
        nearest = distance[:, common].min(axis=1, initial=np.inf)
    free = count - problem.existing_count
    if free == 0:
        far = np.flatnonzero(~reached)
        if far.size:
            raise InfeasibleProblem.counted(
                far.size,
                "{count} customer is beyond the maximum distance of every existing centre, and "
                "no new centre is asked for: {ids}. Raise the distance (MAX_DISTANCE) or the "
                "number of centres.",
                "{count} customers are beyond the maximum distance of every existing centre, and "
                "no new centre is asked for: {ids}. Raise the distance (MAX_DISTANCE) or the "
                "number of centres.",
                ids=problem.name(far),
            )
        return
    # Customers more than twice the limit apart can never share a new centre.
    uncovered = np.flatnonzero(~reached)
    apart: list[int] = []
    spread, closest = np.full(uncovered.size, np.inf), np.inf
    while uncovered.size and len(apart) <= free and spread.max() > 2.0 * limit:
        closest = float(spread.max())
        apart.append(int(uncovered[np.argmax(spread)]))
        places = customers.positions
        distance = customers.metric.matrix(places[uncovered], places[apart[-1:]])
        spread = np.minimum(spread, distance[:, 0])
    if len(apart) <= free:
        return
    # Two of them share a centre, or one is reached from an existing centre, from here on.
    enough = min(0.5 * closest, float(nearest[apart].min()))
    raise InfeasibleProblem(
        "{need} customers are more than twice {limit} m apart from each other and so need a new "
        "centre each, but only {free} can be placed: {ids}. Raise the number of centres, or the "
        "distance (MAX_DISTANCE) to at least {enough} m.",
        need=len(apart),
        limit=readable(limit),
        free=free,
        ids=problem.name(np.array(apart)),
        enough=readable(np.ceil(enough)),
    )


def bounds_text(problem: GreenfieldProblem, count: int) -> TextList:
    """Bounds of each centre in words, for a message."""
    parts = []
    low, high = problem.customer_bounds(count)
    if low.max() > 0.0 or high.min() < problem.customer_count:
        parts.append(
            Text.of(
                "customers per centre: {least} to {most}",
                least=readable(low.min()),
                most=readable(min(high.max(), float(problem.customer_count))),
            )
        )
    low, high = problem.demand_bounds(count)
    if low.max() > 0.0 or high.min() < problem.total_demand:
        parts.append(
            Text.of(
                "demand per centre: {least} to {most}",
                least=readable(low.min()),
                most=readable(min(high.max(), problem.total_demand)),
            )
        )
    return TextList(parts or [Text.of("no bounds")])


def refuse_far(problem: GreenfieldProblem, count: int, plan: Allocation) -> NoReturn:
    """Raise because the best plan leaves customers beyond the maximum distance."""
    customers = problem.customers
    reach = problem.reach(count)[plan.labels]
    distance = customers.metric.between(customers.positions, plan.centres[plan.labels])
    far = np.flatnonzero(distance > reach)
    raise InfeasibleProblem.counted(
        far.size,
        "With {centres} centres no plan was found that keeps every customer within the "
        "maximum distance; the best leaves {count} beyond it, up to {most} m away: {ids}. "
        "Raise the distance (MAX_DISTANCE) or the number of centres.",
        "With {centres} centres no plan was found that keeps every customer within the "
        "maximum distance; the best leaves {count} beyond it, up to {most} m away: {ids}. "
        "Raise the distance (MAX_DISTANCE) or the number of centres.",
        centres=count,
        most=readable(np.ceil(distance[far].max())),
        ids=problem.name(far),
    )
