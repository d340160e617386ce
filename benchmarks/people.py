"""Leaving and joining on the balanced plan of Germany: what must change hands, and what does.

Farms are synthetic. The plan of 10,946 municipalities and 27 representatives is balanced around
their homes; then each of them leaves in turn, and a dozen others join in turn, everybody within
1 %. Beside what the new plan moves stands what is proved of every such plan (see
``core/balance/handover``).
"""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from territory_design.benchmarks.balance import (
    EXAMPLES,
    layer_problem,
    processor_seconds,
    table,
    without_gpkg_header,
)
from territory_design.core.balance.case import BalanceCase, Limits
from territory_design.core.balance.handover import Handover
from territory_design.core.balance.least_change import CurrentTotals
from territory_design.core.balance.locks import Locks
from territory_design.core.balance.search import SearchSettings, balance
from territory_design.core.balance.settings import CriteriaWeights
from territory_design.core.balance.start import Start
from territory_design.core.geometry.geodesy import PlaneMetric
from territory_design.core.plan.areas import Areas, Homes
from territory_design.core.plan.groups import Groups
from territory_design.core.plan.start import nearest_plan

FloatArray = NDArray[np.float64]
IntArray = NDArray[np.int64]

LIMIT = 0.01
WHO_JOIN = 12
OUT_OF_REACH = 2.0
"""A corridor longer than all weight, which is 1."""
HEADS = (
    "who",
    "own share %",
    "no plan moves less than %",
    "no plan around the home",
    "between neighbours",
    "ours",
    "ours / proved",
    "worst deviation %",
    "seconds",
)


@dataclass(frozen=True)
class Country:
    """The municipalities, and who lives where.

    Attributes
    ----------
    areas : Areas
        Named by their municipality.
    names : list of str
        Of the representatives.
    home : ndarray of int, shape (k,)
        Area in which each of them lives.
    """

    areas: Areas
    names: list[str]
    home: IntArray

    def case(self, labels: IntArray | None = None, left: tuple[str, ...] = ()) -> BalanceCase:
        """Balancing around the homes, from a current plan if there is one."""
        areas, graph = self.areas, self.areas.graph
        if graph is None:
            raise ValueError("areas need neighbours")
        cost = np.hypot(*(areas.points[:, None] - areas.points[self.home][None]).transpose(2, 0, 1))
        locked = Locks.none(len(areas), len(self.home))
        locked.locked[self.home] = np.arange(len(self.home))
        start = Start(
            self.names,
            nearest_plan(graph, cost, self.home) if labels is None else labels,
            is_current=labels is not None,
            left=left,
            homes=Homes(areas.points[self.home], self.home, cost),
            stays=np.ones(len(self.home), dtype=bool),
            cost=cost,
            search_cost=cost,
        )
        return BalanceCase(
            areas,
            start,
            np.ones(1),
            locked,
            Groups.single(len(areas)),
            criteria=replace(CriteriaWeights(), stability=start.stability(0.0)),
            limits=Limits(LIMIT if labels is not None else np.inf),
        )

    def without(self, who: int, labels: IntArray) -> BalanceCase:
        """The case after one of the representatives left."""
        others = np.delete(np.arange(len(self.home)), who)
        number = np.full(len(self.home), len(others))
        number[others] = np.arange(len(others))
        rest = replace(self, names=[self.names[i] for i in others], home=self.home[others])
        return rest.case(number[labels], (self.names[who],))

    def joined_by(self, area: int, labels: IntArray) -> BalanceCase:
        """The case after somebody joined who lives in an area."""
        names = [*self.names, self.areas.called[area]]
        return replace(self, names=names, home=np.append(self.home, area)).case(labels)


def run(output_folder: Path, data_folder: Path | None = None) -> Path:
    """Let everybody leave and a dozen join, and write ``people.md`` into the folder."""
    target = Path(output_folder) / "people.md"
    target.parent.mkdir(parents=True, exist_ok=True)
    text = [
        "# Leaving and joining",
        "Percent of all weight. *No plan moves less*: whatever the shapes of its territories. *No "
        "plan around the home*: the new territory is made of the one around the home and those "
        "that touch it, others may be of any shape. *Between neighbours*: if weight goes only to "
        "territories that touch in the current plan. *Proved* is the second figure where somebody "
        "joins, the first one otherwise. Seconds of processor time.",
        table(HEADS, rows(Path(data_folder or EXAMPLES))),
    ]
    target.write_text("\n\n".join(text) + "\n", encoding="utf-8")
    return target


def rows(data_folder: Path) -> Iterator[list[str]]:
    """A row for each one who leaves or joins."""
    country = germany(data_folder)
    labels = balance(country.case().problem, SearchSettings(workers=1)).labels
    for who, name in enumerate(country.names):
        yield row(f"{name} leaves", country.without(who, labels))
    areas = country.areas
    free = areas.weights[:, 0].copy()
    free[country.home] = 0.0
    rng = np.random.default_rng(1)
    for area in rng.choice(len(areas), WHO_JOIN, replace=False, p=free / free.sum()).tolist():
        yield row(f"{areas.called[area]} joins", country.joined_by(area, labels))


def row(name: str, case: BalanceCase) -> list[str]:
    """What one leaves or takes, what is proved, and what the plan that is found moves."""
    before = processor_seconds()
    result = balance(case.problem, SearchSettings(workers=1))
    seconds = processor_seconds() - before
    plan = case.plan(result.labels)
    totals = current_totals(case)
    share = case.areas.weights[:, 0] / case.areas.weights.sum()
    moved = float(share[plan.labels != totals.labels].sum())
    least, around = totals.least_share(searched=True), least_around_home(case, totals)
    between = totals.share_between_neighbours()
    own = share_of(case)
    if around is not None:
        reach = np.unique(totals.labels[plan.labels == case.start.joined[0]])
        name += "" if within_reach(totals, int(case.start.joined[0]))[reach].all() else " *"
    cells = [
        name,
        *(f"{100.0 * value:.2f}" for value in (own, least)),
        *("" if value is None else f"{100.0 * value:.2f}" for value in (around, between)),
        f"{100.0 * moved:.2f}",
        f"{moved / (around or least):.2f}",
        f"{plan.statistics.max_deviation_pct:.2f}",
        f"{seconds:.0f}",
    ]
    print(" | ".join(cells), flush=True)
    return cells


def current_totals(case: BalanceCase) -> CurrentTotals:
    """What the territories hold, and what they should within the limit."""
    plan = case.first_plan
    totals = None if plan is None else case.current_totals(plan)
    if totals is None:
        raise ValueError("there is no current plan")
    return replace(totals, deviation=LIMIT)


def share_of(case: BalanceCase) -> float:
    """Share of all weight that somebody left, or that somebody who joins shall have."""
    totals, count = current_totals(case), case.start.territory_count
    if case.start.left:
        return float(totals.totals[count:].sum() / totals.totals.sum())
    joined = case.start.joined
    return float(case.targets[joined].sum() / case.targets.sum())


def within_reach(totals: CurrentTotals, joined: int) -> NDArray[np.bool_]:
    """Territories (k,) of which a territory around the home may be made."""
    graph, labels = totals.graph, totals.labels
    host = labels[totals.home_area[joined]]
    first, second = labels[graph.first], labels[graph.second]
    near = np.zeros(len(totals.targets), dtype=bool)
    near[second[first == host]] = near[first[second == host]] = True
    near[[host, joined]] = True
    return near


def least_around_home(case: BalanceCase, totals: CurrentTotals) -> float | None:
    """Share that changes hands at least if who joins reaches no further than host and neighbours.

    None if nobody joins.
    """
    if not len(case.start.joined):
        return None
    joined, count = int(case.start.joined[0]), len(totals.targets)
    weights = totals.weights[:, 0] / totals.weights.sum()
    handover = Handover.of(totals.graph, weights, totals.labels, totals.locked, count)
    corridor = handover.corridor.copy()
    corridor[joined, ~within_reach(totals, joined)] = OUT_OF_REACH
    wanted = totals.targets[:, 0] / totals.targets.sum()
    limits = wanted * (1.0 - LIMIT), wanted * (1.0 + LIMIT)
    return replace(handover, corridor=corridor).least(*limits)


def germany(data_folder: Path) -> Country:
    """The shipped municipalities and representatives."""
    path = data_folder / "germany_municipalities.gpkg"
    problem = layer_problem(path, ["farms"], 27)
    with sqlite3.connect(f"file:{path}?mode=ro", uri=True) as connection:
        query = "SELECT gen FROM municipalities ORDER BY fid"
        called = [name for (name,) in connection.execute(query)]
    people = data_folder / "representatives.gpkg"
    with sqlite3.connect(f"file:{people}?mode=ro", uri=True) as connection:
        query = "SELECT geom, rep_id FROM representatives ORDER BY fid"
        found = connection.execute(query).fetchall()
    places = np.array([np.frombuffer(without_gpkg_header(blob)[5:21]) for blob, _ in found])
    weights, points = problem.weights, problem.points
    areas = Areas(
        range(len(weights)), points, PlaneMetric(), weights, weights[:, 0], problem.graph, None,
        called,
    )  # fmt: skip
    away = ((points[:, None] - places[None]) ** 2).sum(axis=2)
    return Country(areas, [name for _, name in found], away.argmin(axis=0))


if __name__ == "__main__":
    print(run(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None))
