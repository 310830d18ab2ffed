"""The leverage map: who holds whom, drawn as a circle of actors with lines between them."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from detente.report import wording
from detente.report.circle_order import circle_order
from detente.report.curves import Curve, Point, arrow_head, bent
from detente.report.desk import Desk, render
from detente.report.label_places import Box, Wanted, place_labels, text_width
from detente.report.leverage_lines import Line
from detente.report.naming import actor_name

WIDTH = 866.0
_RADIUS = 19.0
_GAP = 3.0
_LEAST_SPREAD, _MOST_SPREAD = 22.0, 36.0
_NAME_WIDTH = 118.0
_CODE = re.compile(r"[A-Z]{2,4}\Z")
_CLASSES = {"given": "pos", "force": "neg", "tie": "tie"}
_FILLS = {"given": "posf", "force": "negf", "tie": "r2f"}


@dataclass(frozen=True, slots=True)
class _Node:
    id: str
    at: Point
    code: str
    name: tuple[str, ...]
    name_at: Point
    anchor: str
    name_box: Box


def leverage_map(desk: Desk, lines: Sequence[Line]) -> Markup:
    """The figure as SVG. ``lines`` must not be empty.

    The order on the circle keeps crossings few, lines between the same two fan out, and
    labels stand where they cover least; the same lines give the same picture.
    """
    nodes, height = _nodes(desk, lines)
    curves = _curves(lines, nodes, height)
    canvas = Box(0, 0, WIDTH, height)
    obstacles = [n.name_box for n in nodes.values()]
    obstacles += [Box.around(n.at, 2 * _RADIUS + 4, 2 * _RADIUS + 4) for n in nodes.values()]
    wanted = [Wanted(i, *_label_size(line)) for i, line in enumerate(lines)]
    boxes = place_labels(wanted, curves, [line.width for line in lines], obstacles, canvas)
    drawn = [_drawn(line, curve) for line, curve in zip(lines, curves, strict=True)]
    # Wide lines lie below, so that hairlines stay visible where they cross.
    order = sorted(range(len(lines)), key=lambda i: (-lines[i].width, i))
    return render(
        "leverage_map.svg",
        width=f"{WIDTH:.0f}",
        height=f"{height:.0f}",
        description=_description(desk, lines),
        lines=[drawn[i] for i in order],
        nodes=nodes.values(),
        radius=f"{_RADIUS:.0f}",
        number=_number,
        labels=[
            {
                "link": desk.cite.attributes(line.first.document, line.first.span),
                "head": line.head,
                "sub": line.sub,
                "x": _number((box.left + box.right) / 2),
                "top": _number(box.top + 11),
                # A label on its line stands on a piece of the page's ground.
                "ground": _ground(curve, box),
                "below": _number(box.top + (24 if line.head else 11)),
            }
            for line, curve, box in zip(lines, curves, boxes, strict=True)
        ],
    )


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")


def _label_size(line: Line) -> tuple[float, float]:
    wide = max(text_width(line.head, 12, bold=True), text_width(line.sub, 10.8))
    return wide + 4, 29.0 if line.head else 15.0


def _nodes(desk: Desk, lines: Sequence[Line]) -> tuple[dict[str, _Node], float]:
    ids = list(
        dict.fromkeys(end for line in lines for end in (line.first.source, line.first.target))
    )
    order = circle_order(ids, Counter(line.pair for line in lines))
    height = min(200.0 + 35.0 * len(order), 300.0 + 18.0 * len(order))
    if len(order) == 2:
        height = min(height, 110.0 + 40.0 * len(lines))
    widest = max(text_width(row, 10.8) for i in ids for row in _wrapped(_name(desk, i)))
    across = WIDTH / 2 - widest - _RADIUS - 10
    down = height / 2 - _RADIUS - 34
    turn = _turn(order, lines, across, down)
    nodes: dict[str, _Node] = {}
    for i, node in enumerate(order):
        angle = math.tau * (i / len(order)) + turn
        at = (WIDTH / 2 + across * math.cos(angle), height / 2 + down * math.sin(angle))
        nodes[node] = _node(desk, node, at, angle)
    return nodes, height


def _turn(order: Sequence[str], lines: Sequence[Line], across: float, down: float) -> float:
    """The rotation that makes the lines longest on the page: long lines leave room for labels."""

    def total(turn: float) -> float:
        place = {
            n: (
                across * math.cos(math.tau * i / len(order) + turn),
                down * math.sin(math.tau * i / len(order) + turn),
            )
            for i, n in enumerate(order)
        }
        return sum(math.dist(*(place[end] for end in line.pair)) for line in lines)

    steps = [math.pi + math.tau * k / (4 * len(order)) for k in range(4 * len(order))]
    return max(steps, key=lambda turn: (round(total(turn), 3), -turn))


def _node(desk: Desk, node: str, at: Point, angle: float) -> _Node:
    wrapped = tuple(_wrapped(_name(desk, node)))
    wide = max(text_width(part, 10.8) for part in wrapped)
    tall = 13.0 * len(wrapped)
    x, y = at
    if abs(math.cos(angle)) > 0.3:
        side = math.copysign(1.0, math.cos(angle))
        anchor = "" if side > 0 else "end"
        spot = (x + side * (_RADIUS + 6), y + 4 - 13.0 * (len(wrapped) - 1) / 2)
        box = Box.around((spot[0] + side * wide / 2, y), wide + 4, tall)
    else:
        below = math.sin(angle) > 0
        anchor = "mid"
        top = y + _RADIUS + 4 if below else y - _RADIUS - 4 - tall
        spot = (x, top + 10)
        box = Box.around((x, top + tall / 2), wide + 4, tall)
    return _Node(node, at, _code(node, _name(desk, node)), wrapped, spot, anchor, box)


def _name(desk: Desk, node: str) -> str:
    return wording.plain(actor_name(desk.ledger, node) or "party not named")


def _code(node: str, name: str) -> str:
    tail = node.split(":", 1)[-1]
    if _CODE.match(tail):
        return tail
    letters = [word[0] for word in re.findall(r"\w+", name) if word[0].isupper()]
    return "".join(letters[:3]) or name[:2]


def _wrapped(name: str) -> list[str]:
    """A name in at most three lines; the table beside the map has it in full."""
    rows: list[str] = [""]
    for word in name.split():
        longer = f"{rows[-1]} {word}".strip()
        if text_width(longer, 10.8) <= _NAME_WIDTH - 8 or not rows[-1]:
            rows[-1] = longer
        else:
            rows.append(word)
    if len(rows) > 3:
        rows = [*rows[:2], rows[2] + " …"]
    return [row if text_width(row, 10.8) <= _NAME_WIDTH else row[:16] + "…" for row in rows]


def _curves(lines: Sequence[Line], nodes: dict[str, _Node], height: float) -> list[Curve]:
    together = Counter(line.pair for line in lines)
    seen: Counter[tuple[str, str]] = Counter()
    centre = (WIDTH / 2, height / 2)
    curves: list[Curve] = []
    for line in lines:
        low, high = (nodes[end].at for end in line.pair)
        rank = seen[line.pair]
        seen[line.pair] += 1
        # Far ends leave room for labels between the lines of a fan.
        spread = min(max(math.dist(low, high) * 0.075, _LEAST_SPREAD), _MOST_SPREAD)
        offset = (rank - (together[line.pair] - 1) / 2) * spread
        # Fans lean towards the middle, away from the names on the rim.
        middle = ((low[0] + high[0]) / 2, (low[1] + high[1]) / 2)
        side = (high[0] - low[0]) * (centre[1] - middle[1]) - (high[1] - low[1]) * (
            centre[0] - middle[0]
        )
        lean = (together[line.pair] - 1) / 2 * spread * 0.6 + 6
        curve = bent(low, high, offset + math.copysign(lean, side))
        if line.first.source == line.pair[0]:
            curves.append(curve)
        else:
            curves.append(Curve(curve.end, curve.control, curve.start))
    return curves


def _drawn(line: Line, curve: Curve) -> dict[str, str]:
    begin = curve.leaves(_RADIUS + _GAP)
    tip_at = curve.enters(_RADIUS + _GAP)
    head = ""
    stop = tip_at
    if line.first.directed:
        stop = curve.enters(_RADIUS + _GAP + max(7.0, line.width * 1.1))
        corners = arrow_head(curve.at(stop), curve.at(tip_at), max(3.6, line.width * 0.95))
        head = "M" + "L".join(f"{_number(x)} {_number(y)}" for x, y in corners) + "z"
    shaft = curve.part(min(begin, stop), stop)
    points = (shaft.start, shaft.control, shaft.end)
    (x0, y0), (x1, y1), (x2, y2) = ((_number(x), _number(y)) for x, y in points)
    return {
        "shaft": f"M{x0} {y0}Q{x1} {y1} {x2} {y2}",
        "head": head,
        "class": _CLASSES[line.hold],
        "dashes": f"{_number(max(6.0, line.width * 1.3))} {_number(max(4.0, line.width * 0.7))}"
        if line.broken
        else "",
        "fill": _FILLS[line.hold],
        "width": _number(line.width),
    }


def _ground(curve: Curve, box: Box) -> dict[str, str] | None:
    if not box.count([curve.at(i / 40) for i in range(41)]):
        return None
    return {
        "x": _number(box.left),
        "y": _number(box.top),
        "width": _number(box.right - box.left),
        "height": _number(box.bottom - box.top),
    }


def _description(desk: Desk, lines: Sequence[Line]) -> str:
    """What the picture shows, for those who hear it."""
    told = []
    for line in [line for line in lines if line.head][:3]:
        ends = _name(desk, line.first.source), _name(desk, line.first.target)
        to = "to" if line.first.directed else "and"
        told.append(f"{line.head} {line.sub}, {ends[0]} {to} {ends[1]}")
    text = "Network of who holds what over whom, as the text states it."
    if told:
        text += f" Largest amounts: {'; '.join(told)}."
    return f"{text} The table below lists every line with its words."
