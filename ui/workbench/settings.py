"""What the workbench works on: layers, fields, rules, locks, people; kept in the project."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from qgis.core import QgsProject, QgsVectorLayer

SCOPE = "territory_design"
KEY = "workbench"


@dataclass(frozen=True)
class Joined:
    """Somebody who joined: name, and place in the areas' reference system."""

    name: str
    x: float
    y: float


@dataclass(frozen=True)
class PlanSettings:
    """Everything that is set up; layers by their ids in the project.

    Attributes
    ----------
    areas, id_field : str
        Layer of areas, and the field that identifies them.
    balance_fields : tuple of str
        Empty: every area counts 1.
    plan_field : str
        Field with the plan; empty where there is none yet.
    reps, rep_field, share_field : str
        Layer of representatives, the field that identifies them and that with their shares.
    rep_name_field : str
        Field with what people call them; empty: as they are identified.
    cost_matrix : str
        Table of travel costs; empty: straight lines.
    trips_field : str
        Field of the areas with the number of trips; empty: in proportion to the weight.
    count : int
        Number of territories where there is neither a plan nor representatives.
    together_field : str
    max_deviation_pct : float
        0: no limit.
    contiguous : bool
        Whether a stroke that cuts a territory in two is refused.
    locked_areas, locked_territories : tuple of str
        Spelled as :func:`.id_key` does.
    left : tuple of str
        Representatives of the layer who left.
    joined : tuple of Joined
    shares : tuple of (str, float)
        Shares that were changed, by name.
    database : str
        File of the alternatives; empty: beside the project.
    """

    areas: str = ""
    id_field: str = ""
    balance_fields: tuple[str, ...] = ()
    plan_field: str = ""
    reps: str = ""
    rep_field: str = ""
    rep_name_field: str = ""
    share_field: str = ""
    cost_matrix: str = ""
    trips_field: str = ""
    count: int = 0
    together_field: str = ""
    max_deviation_pct: float = 0.0
    contiguous: bool = True
    locked_areas: tuple[str, ...] = ()
    locked_territories: tuple[str, ...] = ()
    left: tuple[str, ...] = ()
    joined: tuple[Joined, ...] = ()
    shares: tuple[tuple[str, float], ...] = field(default=())
    database: str = ""

    def area_layer(self, project: QgsProject) -> QgsVectorLayer | None:
        """The layer of areas; None where the project does not have it."""
        return vector_layer(project, self.areas)

    def rep_layer(self, project: QgsProject) -> QgsVectorLayer | None:
        """The layer of representatives; None where the project does not have it."""
        return vector_layer(project, self.reps)

    def cost_layer(self, project: QgsProject) -> QgsVectorLayer | None:
        """The cost matrix; None where the project does not have it."""
        return vector_layer(project, self.cost_matrix)

    def with_share(self, name: str, share: float) -> PlanSettings:
        """The share of one person changed."""
        others = tuple(pair for pair in self.shares if pair[0] != name)
        return replace(self, shares=(*others, (name, share)))

    def stepped(self, before: PlanSettings, after: PlanSettings) -> PlanSettings:
        """The same after a step between two others: people, shares, and the locks that differ."""
        return replace(
            self,
            left=after.left,
            joined=after.joined,
            shares=after.shares,
            locked_areas=_stepped(self.locked_areas, before.locked_areas, after.locked_areas),
            locked_territories=_stepped(
                self.locked_territories, before.locked_territories, after.locked_territories
            ),
        )

    def changed_like(self, before: PlanSettings, after: PlanSettings) -> PlanSettings:
        """The same with what differs between two others."""
        values = {one.name: getattr(after, one.name) for one in fields(self)}
        return replace(
            self, **{n: value for n, value in values.items() if value != getattr(before, n)}
        )

    def to_text(self) -> str:
        """As the project keeps it."""
        return json.dumps(asdict(self))

    @classmethod
    def from_text(cls, text: str) -> PlanSettings:
        """What a project has kept; what cannot be read there is as if it had not been set."""
        try:
            found = json.loads(text)
        except ValueError:
            return cls()
        if not isinstance(found, dict):
            return cls()
        known = {one.name: type(getattr(cls(), one.name)) for one in fields(cls)}
        values = {name: _plain(name, found[name]) for name in known if name in found}
        return cls(**{n: v for n, v in values.items() if isinstance(v, known[n])})

    @classmethod
    def of(cls, project: QgsProject) -> PlanSettings:
        """Those of a project."""
        text, _ = project.readEntry(SCOPE, KEY, "")
        return cls.from_text(text) if text else cls()

    def store(self, project: QgsProject) -> None:
        """Keep them in the project, which is saved by its user."""
        if PlanSettings.of(project) != self:
            project.writeEntry(SCOPE, KEY, self.to_text())


def _stepped(
    now: tuple[str, ...], before: tuple[str, ...], after: tuple[str, ...]
) -> tuple[str, ...]:
    """Without what goes, and with what comes between two others."""
    gone, there = set(before) - set(after), set(before)
    kept = [key for key in now if key not in gone]
    return tuple(dict.fromkeys((*kept, *(key for key in after if key not in there))))


def _plain(name: str, value: Any) -> Any:
    """A value as it was before it was written; None if it is something else."""
    try:
        if name == "joined":
            return tuple(Joined(str(v["name"]), float(v["x"]), float(v["y"])) for v in value)
        if name == "shares":
            return tuple((str(who), float(share)) for who, share in value)
        if name == "max_deviation_pct":
            return float(value)
        return tuple(map(str, value)) if isinstance(value, list) else value
    except (TypeError, ValueError, KeyError):
        return None


def vector_layer(project: QgsProject, layer_id: str) -> QgsVectorLayer | None:
    """A vector layer of the project that can be read."""
    layer = project.mapLayer(layer_id) if layer_id else None
    return layer if isinstance(layer, QgsVectorLayer) and layer.isValid() else None
