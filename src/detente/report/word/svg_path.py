"""The ``d`` of an SVG path as points with codes, as matplotlib's paths have them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence

Point = tuple[float, float]
#: Codes of matplotlib's Path.
MOVE, LINE, CURVE3, CURVE4, CLOSE = 1, 2, 3, 4, 79
_TOKEN = re.compile(r"[MmLlHhVvCcSsQqTtAaZz]|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")
_TAKES = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2, "A": 7, "Z": 0}


def points_of(d: str) -> tuple[list[Point], list[int]]:
    """Points and codes of a path.

    >>> points_of("M0 0h10V5z")
    ([(0.0, 0.0), (10.0, 0.0), (10.0, 5.0), (0.0, 0.0)], [1, 2, 2, 79])
    """
    points: list[Point] = []
    codes: list[int] = []
    at = start = control = (0.0, 0.0)
    before = ""
    for command, given in _commands(d):
        upper = command.upper()
        dx, dy = at if command.islower() else (0.0, 0.0)
        if upper == "Z":
            points.append(start)
            codes.append(CLOSE)
            at = control = start
        elif upper in "HV":
            at = (given[0] + dx, at[1]) if upper == "H" else (at[0], given[0] + dy)
            points.append(at)
            codes.append(LINE)
        elif upper == "A":
            end = (given[5] + dx, given[6] + dy)
            made = _arc(at, end, given[:3], large=bool(given[3]), sweep=bool(given[4]))
            points += made
            codes += [CURVE4] * len(made)
            at = end
        else:
            pairs = [(x + dx, y + dy) for x, y in zip(given[::2], given[1::2], strict=True)]
            if upper in "ST":
                smooth = before in ("CS" if upper == "S" else "QT") and before != ""
                mirrored = (2 * at[0] - control[0], 2 * at[1] - control[1]) if smooth else at
                pairs.insert(0, mirrored)
            code = {"M": MOVE, "L": LINE, "C": CURVE4, "S": CURVE4, "Q": CURVE3, "T": CURVE3}
            points += pairs
            codes += [code[upper]] * len(pairs)
            at = pairs[-1]
            control = pairs[-2] if upper in "CSQT" else at
            if upper == "M":
                start = at
        before = upper
    return points, codes


def _commands(d: str) -> Iterator[tuple[str, list[float]]]:
    """Each command with as many numbers as it takes; what follows a move is a line."""
    tokens = _TOKEN.findall(d)
    at, command = 0, ""
    while at < len(tokens):
        if tokens[at].isalpha():
            command = tokens[at]
            at += 1
        takes = _TAKES[command.upper()]
        numbers = [float(t) for t in tokens[at : at + takes]]
        if len(numbers) < takes:
            return
        yield command, numbers
        at += takes
        if command in "Mm":
            command = "L" if command == "M" else "l"
        elif command in "Zz" and at < len(tokens) and not tokens[at].isalpha():
            return


def _arc(
    start: Point, end: Point, shape: Sequence[float], *, large: bool, sweep: bool
) -> list[Point]:
    """An elliptical arc as cubic curves; SVG 1.1, appendix F.6. ``shape``: radii and turn."""
    rx, ry, turned = shape
    if not rx or not ry or start == end:
        return [start, end, end]
    angle = math.radians(turned)
    cos, sin = math.cos(angle), math.sin(angle)
    hx, hy = (start[0] - end[0]) / 2, (start[1] - end[1]) / 2
    x, y = cos * hx + sin * hy, cos * hy - sin * hx
    rx, ry = abs(rx), abs(ry)
    scale = math.sqrt(max(1.0, (x / rx) ** 2 + (y / ry) ** 2))
    rx, ry = rx * scale, ry * scale
    rest = (rx * ry) ** 2 - (rx * y) ** 2 - (ry * x) ** 2
    root = math.sqrt(max(0.0, rest / ((rx * y) ** 2 + (ry * x) ** 2)))
    root = -root if large == sweep else root
    cx, cy = root * rx * y / ry, -root * ry * x / rx
    first = math.atan2((y - cy) / ry, (x - cx) / rx)
    last = math.atan2((-y - cy) / ry, (-x - cx) / rx)
    turn = last - first
    if sweep and turn < 0:
        turn += 2 * math.pi
    elif not sweep and turn > 0:
        turn -= 2 * math.pi
    mx, my = (start[0] + end[0]) / 2, (start[1] + end[1]) / 2
    pieces = max(1, math.ceil(abs(turn) / (math.pi / 2) - 1e-9))
    step = turn / pieces
    pull = 4 / 3 * math.tan(step / 4)
    made: list[Point] = []
    for piece in range(pieces):
        a, b = first + piece * step, first + (piece + 1) * step
        flat = (
            (math.cos(a) - pull * math.sin(a), math.sin(a) + pull * math.cos(a)),
            (math.cos(b) + pull * math.sin(b), math.sin(b) - pull * math.cos(b)),
            (math.cos(b), math.sin(b)),
        )
        for u, v in flat:
            px, py = cx + rx * u, cy + ry * v
            made.append((cos * px - sin * py + mx, sin * px + cos * py + my))
    return made
