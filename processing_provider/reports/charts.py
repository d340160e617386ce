"""Charts of reports, drawn with matplotlib where it is installed."""

from __future__ import annotations

import base64
import io
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from ...core.arrays import FloatArray
from ...core.libraries import is_installed
from ...core.plan.stages import readable_limit
from ..common.number_format import localised
from ..common.texts import tr
from .numbers import number, signed

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.ticker import MaxNLocator, ScalarFormatter

CHART_WIDTH_INCHES = 9.0  # 990 pixels with the next: a page of 62rem (992) shows them one to one
CHART_DPI = 110  # see above
ACCENT, CONTRAST, FAINT = "#2a7f9e", "#d1495b", "#c4ced4"
# More names than this cannot be read side by side at the width of a page.
BARS_PER_ROW = 40
MOST_NAMED_BARS = 120
"""More bars than this are ranked, and only the outermost are named: nobody looks up 300 names."""
_NAMED_OUTERMOST = 5  # on either side; what one line below the chart holds
_ROW_INCHES = 2.3  # bars, and names below them upright
_GAP_ABOVE_NAMES_INCHES = 0.06  # half a letter of 7.5 points
_UPRIGHT_LETTERS = 110  # in a chart's width; more are written from below to above


@dataclass(frozen=True)
class Chart:
    """A chart that is drawn once its report is: a cancelled run goes without.

    Attributes
    ----------
    draw : callable
        Draws into a figure of matplotlib.
    height_inches : float
    """

    draw: Callable[[Figure], None]
    height_inches: float = 3.2

    def png(self) -> str:
        """The chart as a PNG in base64.

        Empty where matplotlib is missing: the report then goes without charts, and says so.
        """
        if not is_installed("matplotlib"):
            return ""
        from matplotlib.backends.backend_agg import FigureCanvasAgg
        from matplotlib.figure import Figure
        from matplotlib.image import imsave
        from matplotlib.ticker import ScalarFormatter

        size = (CHART_WIDTH_INCHES, self.height_inches)
        figure = Figure(figsize=size, dpi=CHART_DPI)
        canvas = FigureCanvasAgg(figure)
        self.draw(figure)
        for axes in figure.axes:
            axes.spines[["top", "right"]].set_visible(False)
            for axis in (axes.xaxis, axes.yaxis):
                if type(axis.get_major_formatter()) is ScalarFormatter:
                    axis.set_major_formatter(_localised_ticks())
        buffer = io.BytesIO()
        with warnings.catch_warnings():  # letters that no font has are drawn as boxes
            warnings.simplefilter("ignore", UserWarning)
            figure.tight_layout()  # once; as the figure's way of layout it would measure twice
            canvas.draw()  # once; savefig would draw twice to lay out
            imsave(buffer, canvas.buffer_rgba(), format="png")
        return base64.b64encode(buffer.getvalue()).decode("ascii")


def load_matplotlib() -> None:
    """Import what draws charts, where it is installed; that takes as long as drawing three."""
    if is_installed("matplotlib"):
        import matplotlib.backends.backend_agg
        import matplotlib.figure  # noqa: F401 - for those who draw


def _localised_ticks() -> ScalarFormatter:
    """Numbers at the ticks of an axis with the user's decimal separator."""
    from matplotlib.ticker import ScalarFormatter

    class LocalisedTicks(ScalarFormatter):  # type: ignore[misc]  # matplotlib has no types here
        def __call__(self, x: float, pos: int | None = None) -> str:
            return localised(super().__call__(x, pos))

    return LocalisedTicks()


def places_of_ticks(**rules: object) -> MaxNLocator:
    """Where the ticks of an axis are, by the rules of matplotlib's ``MaxNLocator``."""
    from matplotlib.ticker import MaxNLocator

    return MaxNLocator(**rules)


def short(value: Any, length: int = 14) -> str:
    """A name as it fits beside a bar; ``$`` is no formula."""
    text = str(value)
    text = text if len(text) <= length else text[: length - 1] + "…"
    return text.replace("$", r"\$")


@dataclass(frozen=True)
class Series:
    """Bars of one colour: a value for each territory, NaN for none."""

    label: str
    values: FloatArray
    is_before: bool = False


def deviation_bars(
    names: Sequence[Any], series: Sequence[Series], axis_label: str, unit: str = ""
) -> Chart | None:
    """Bars of all territories above and below zero, in as many rows as names need.

    Where a few dwarf the others, their bars are cut and say their value. Very many are ranked
    by the last series instead, in one row.
    """
    if not len(names):
        return None
    if len(names) > MOST_NAMED_BARS:
        return _ranked_bars(names, series, axis_label)
    rows = -(-len(names) // BARS_PER_ROW)
    per_row = -(-len(names) // rows)
    limit = readable_limit([one.values for one in series])

    def draw(figure: Figure) -> None:
        for row, axes in enumerate(figure.subplots(rows, 1, squeeze=False)[:, 0]):
            chosen = slice(row * per_row, (row + 1) * per_row)
            for one in series:
                _bars(axes, one, chosen, limit, unit)
            axes.axhline(0.0, color="black", linewidth=0.6)
            axes.set_xlim(-0.7, per_row - 0.3)
            axes.set_ylim(-1.22 * limit, 1.22 * limit)
            _name(axes, names[chosen], per_row)
            axes.yaxis.set_major_formatter(lambda value, _: number(value, _decimals(limit)))
            axes.set_ylabel(axis_label)
            if row == 0 and len(series) > 1:
                axes.legend(frameon=False, ncols=2, loc="lower right", bbox_to_anchor=(1.0, 0.98))

    return Chart(draw, 0.6 + _ROW_INCHES * rows)


def _ranked_bars(names: Sequence[Any], series: Sequence[Series], axis_label: str) -> Chart:
    order = np.argsort(series[-1].values, kind="stable")
    limit = readable_limit([one.values for one in series])

    def draw(figure: Figure) -> None:
        axes = figure.add_subplot()
        for one in series:
            shown = np.clip(np.nan_to_num(one.values[order]), -limit, limit)
            colour = FAINT if one.is_before else ACCENT
            axes.fill_between(
                np.arange(len(shown)), 0.0, shown, step="mid", color=colour, label=one.label
            )
        axes.axhline(0.0, color="black", linewidth=0.6)
        axes.set_xlim(-0.5, len(order) - 0.5)
        axes.set_ylim(-1.1 * limit, 1.1 * limit)
        axes.set_ylabel(axis_label)
        axes.yaxis.set_major_formatter(lambda value, _: number(value, _decimals(limit)))
        lowest = ", ".join(short(names[i]) for i in order[:_NAMED_OUTERMOST])
        highest = ", ".join(short(names[i]) for i in order[-_NAMED_OUTERMOST:])
        axes.set_xlabel(
            tr("lowest: {lowest} … highest: {highest}").format(lowest=lowest, highest=highest)
        )
        if len(series) > 1:
            axes.legend(frameon=False, ncols=2, loc="lower right", bbox_to_anchor=(1.0, 0.98))

    return Chart(draw)


def _bars(axes: Axes, series: Series, chosen: slice, limit: float, unit: str) -> None:
    values = series.values[chosen]
    known = np.where(np.isfinite(values), values, 0.0)
    shown = np.clip(known, -limit, limit)
    width, colour = (0.84, FAINT) if series.is_before else (0.5, ACCENT)
    draw_bars(axes, shown, width, colour, series.label)
    for place in np.flatnonzero(np.abs(known) > limit).tolist():
        up = known[place] > 0.0
        axes.annotate(
            f"{signed(known[place], _decimals(limit))}{unit}",
            (place, shown[place]),
            (0, 3 if up else -3),
            textcoords="offset points",
            ha="center",
            va="bottom" if up else "top",
            fontsize=7,
            color=CONTRAST,
        )


def _name(axes: Axes, names: Sequence[Any], per_row: int) -> None:
    labels = [short(name) for name in names]
    letters = max(map(len, labels), default=0) * per_row
    name_bars(axes, labels, 90 if letters > _UPRIGHT_LETTERS else 0)


def draw_bars(
    axes: Axes, heights: FloatArray, width: float, colour: str, label: str | None = None
) -> None:
    """Bars at 0, 1, 2 …, as one shape: a shape for each takes five times as long."""
    place = np.arange(len(heights))
    sides = np.column_stack([place - width / 2.0, place + width / 2.0, place + width / 2.0])
    tops = np.column_stack([heights, heights, np.full(len(heights), np.nan)])
    axes.fill_between(sides.ravel(), 0.0, tops.ravel(), color=colour, linewidth=0.0, label=label)


def name_bars(axes: Axes, labels: Sequence[str], rotation: float, size: float = 7.5) -> None:
    """Names below bars at 0, 1, 2 …; as labels of ticks they take thrice as long."""
    from matplotlib.transforms import ScaledTranslation

    axes.set_xticks([])
    gap = ScaledTranslation(0.0, -_GAP_ABOVE_NAMES_INCHES, axes.figure.dpi_scale_trans)
    below = axes.get_xaxis_transform() + gap
    aligned = {"ha": "center", "va": "top", "rotation": rotation, "fontsize": size}
    for place, label in enumerate(labels):
        axes.text(place, 0.0, label, transform=below, **aligned)


def _decimals(limit: float) -> int:
    return 0 if limit >= 5.0 else 1 if limit >= 0.5 else 2 if limit >= 0.05 else 3


def progress_over_time(seconds: Sequence[float], lines: dict[str, Sequence[float]]) -> Chart:
    """Percentages by seconds of search, each in a panel of its own (thesis, figure 5.8)."""

    def draw(figure: Figure) -> None:
        panels = figure.subplots(1, len(lines), squeeze=False)[0]
        for axes, (label, values), colour in zip(panels, lines.items(), (ACCENT, CONTRAST)):
            axes.step(seconds, values, where="post", color=colour, marker="o", markersize=3)
            axes.set_xlim(left=0.0)
            axes.set_xlabel(tr("seconds"))
            axes.set_ylabel(label)
            if min(values) > 0.0 and max(values) > 10.0 * min(values):
                axes.set_yscale("log", subs=(2, 5))
                for of_ticks in (axes.yaxis.set_major_formatter, axes.yaxis.set_minor_formatter):
                    of_ticks(lambda value, _: localised(f"{value:g}"))
            else:
                # From zero, or the last thousandth of a search looks like all that it has done.
                axes.set_ylim(0.0, 1.08 * max(values) or 1.0)

    return Chart(draw)
