"""Where states stand in the figure, and how the lines between them run."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from detente.analyses.stability.walks import Step

BOX_WIDTH, BOX_HEIGHT = 176, 54
_GAP_ACROSS, _GAP_DOWN = 116, 34
_MARGIN = 20
_MOST_ROWS = 6

Point = tuple[float, float]
Place = tuple[int, int]
Box = tuple[float, float, float, float]
# Where a label may stand along a curve, the best first.
_ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.2, 0.8)


@dataclass(frozen=True, slots=True)
class Curve:
    """A cubic curve with room for its arrow head and its label."""

    points: tuple[Point, Point, Point, Point]

    def on(self, t: float) -> Point:
        """The point at a part of the way, 0 the beginning and 1 the end."""
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
        x, y = (
            sum(w * p[axis] for w, p in zip(weights, self.points, strict=True)) for axis in (0, 1)
        )
        return x, y

    def head(self, half: float) -> str:
        """The path of the arrow head at the end."""
        (x0, y0), (x, y) = self.points[2], self.points[3]
        length = math.hypot(x - x0, y - y0) or 1.0
        dx, dy = (x - x0) / length, (y - y0) / length
        back = (x - 2.2 * half * dx, y - 2.2 * half * dy)
        left = (back[0] - half * dy, back[1] + half * dx)
        right = (back[0] + half * dy, back[1] - half * dx)
        return f"M{x:.1f} {y:.1f}L{left[0]:.1f} {left[1]:.1f}L{right[0]:.1f} {right[1]:.1f}z"


@dataclass(frozen=True)
class Layout:
    """Upper left corners of the boxes, and the size of the whole."""

    places: dict[int, Place]
    width: int
    height: int

    def curve(self, source: int, target: int, number: int) -> Curve:
        """The line from one box to another; ``number`` spreads the lines between two columns.

        Lines to the right run above the middle of a box, lines to the left below it.
        """
        (x0, y0), (x1, y1) = self.places[source], self.places[target]
        spread = (number % 3 - 1) * 4.0
        if x1 == x0:
            # In one column the line swings out on the side: down on the right, up on the left.
            out = 40.0 + 14.0 * (number % 3)
            side, way = (BOX_WIDTH, out) if y1 > y0 else (0, -out)
            begin = (x0 + side, y0 + BOX_HEIGHT / 2 + spread)
            end = (x1 + side, y1 + BOX_HEIGHT / 2 - spread)
            return Curve((begin, (begin[0] + way, begin[1]), (end[0] + way, end[1]), end))
        right = x1 > x0
        shift = spread + (-11 if right else 11)
        begin = (x0 + (BOX_WIDTH if right else 0), y0 + BOX_HEIGHT / 2 + shift)
        end = (x1 + (0 if right else BOX_WIDTH), y1 + BOX_HEIGHT / 2 + shift)
        pull = (end[0] - begin[0]) * 0.45
        return Curve((begin, (begin[0] + pull, begin[1]), (end[0] - pull, end[1]), end))

    def label_places(self, curves: Sequence[Curve], widths: Sequence[float]) -> list[Point]:
        """For each curve a place on it for a label, where it covers least of what stands there."""
        taken: list[Box] = [(x, y, x + BOX_WIDTH, y + BOX_HEIGHT) for x, y in self.places.values()]
        found = []
        for curve, width in zip(curves, widths, strict=True):
            choices = []
            for rank, t in enumerate(_ALONG):
                x, y = curve.on(t)
                box = (x - width / 2, y - 8, x + width / 2, y + 8)
                choices.append((sum(_common(box, other) for other in taken), rank, (x, y), box))
            _, _, place, box = min(choices)
            taken.append(box)
            found.append(place)
        return found


def _common(one: Box, other: Box) -> float:
    """The area that two boxes share."""
    wide = min(one[2], other[2]) - max(one[0], other[0])
    tall = min(one[3], other[3]) - max(one[1], other[1])
    return max(0.0, wide) * max(0.0, tall)


def layout_of(
    states: Sequence[int], steps: Sequence[Step], start: int | None, ends: Sequence[int]
) -> Layout:
    """Columns by the number of steps from the start, rows so that lines cross little."""
    column = _columns(states, steps, start)
    columns: list[list[int]] = [[] for _ in range(max(column.values()) + 1)]
    for state in states:
        columns[column[state]].append(state)
    columns = [part for whole in columns for part in _parts(whole)]
    _untangle(columns, steps)
    tallest = max(len(c) for c in columns)
    places: dict[int, Place] = {}
    for number, members in enumerate(columns):
        top = (tallest - len(members)) * (BOX_HEIGHT + _GAP_DOWN) // 2
        for row, state in enumerate(members):
            places[state] = (
                _MARGIN + 40 + number * (BOX_WIDTH + _GAP_ACROSS),
                _MARGIN + top + row * (BOX_HEIGHT + _GAP_DOWN),
            )
    width = 2 * (_MARGIN + 40) + len(columns) * BOX_WIDTH + (len(columns) - 1) * _GAP_ACROSS
    height = 2 * _MARGIN + tallest * BOX_HEIGHT + (tallest - 1) * _GAP_DOWN
    return Layout(places, max(width, 420), height)


def _parts(column: list[int]) -> list[list[int]]:
    """A column that is too tall, as several of about one height."""
    count = max(1, math.ceil(len(column) / _MOST_ROWS))
    size = math.ceil(len(column) / count) if column else 0
    return [column[i * size : (i + 1) * size] for i in range(count) if column]


def _columns(states: Sequence[int], steps: Sequence[Step], start: int | None) -> dict[int, int]:
    after: dict[int, list[int]] = {s: [] for s in states}
    for step in steps:
        after[step.source].append(step.target)
    found: dict[int, int] = {}
    roots = [start] if start is not None else []
    roots += sorted(states, key=lambda s: -len(after[s]))
    for root in roots:
        if root in found:
            continue
        # What cannot be reached from the start stands before what it leads to.
        found[root] = 0
        queue = [root]
        for state in queue:
            for target in after[state]:
                if target not in found:
                    found[target] = found[state] + 1
                    queue.append(target)
    return found


def _untangle(columns: list[list[int]], steps: Sequence[Step]) -> None:
    """Order each column by the mean row of its neighbours, a few times over."""
    near: dict[int, list[int]] = {}
    at = {s: number for number, members in enumerate(columns) for s in members}
    for step in steps:
        if at[step.source] == at[step.target]:
            continue
        near.setdefault(step.source, []).append(step.target)
        near.setdefault(step.target, []).append(step.source)
    for _ in range(6):
        row = {
            s: (r - (len(members) - 1) / 2) for members in columns for r, s in enumerate(members)
        }
        for members in columns:
            weight = {
                s: sum(row[q] for q in near.get(s, [s])) / len(near.get(s, [s])) for s in members
            }
            members.sort(key=lambda s, w=weight, r=row: (round(w[s], 6), r[s]))  # type: ignore[misc]
