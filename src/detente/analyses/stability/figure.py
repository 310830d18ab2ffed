"""The states that matter and the changes between them, drawn as SVG that stands alone."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from html import escape

import numpy as np

from detente.analyses.base import Figure, Table
from detente.analyses.stability.conflict import BETTER, Conflict, Integers
from detente.analyses.stability.figure_places import (
    BOX_HEIGHT,
    BOX_WIDTH,
    Curve,
    Layout,
    Place,
    Point,
    layout_of,
)
from detente.analyses.stability.walks import Step, walks_from

# More arcs than this cannot be told apart on a page.
_MOST_ARCS = 26
_MOST_EQUILIBRIA = 6
_MOST_STATES = 24
# Okabe and Ito's colours, which most colour-blind readers tell apart; names stand beside them.
_COLOURS = ("#0072b2", "#d55e00", "#007a5a", "#a3507f", "#8a6d00", "#444444", "#5b4bb3", "#9c2f2f")
_LINE = 26


@dataclass(frozen=True, slots=True)
class Arc:
    """A change that is drawn: whether the mover gains, and whether a path uses it."""

    step: Step
    gains: bool
    on_path: bool


def figure_of(
    conflict: Conflict,
    equilibria: Integers,
    status_quo: int | None,
    *,
    mark: Callable[[int], str],
    paths: Sequence[Sequence[Step]] | None = None,
) -> tuple[Figure, Table] | None:
    """The figure and the table it shows; None where there is nothing to show.

    ``mark`` gives the concept under which a state holds, empty for none.
    All states with every change by which its mover gains are drawn if these are few; else the
    equilibria (at most six), the status quo, and the paths between them.
    """
    held = [int(s) for s in equilibria[:_MOST_EQUILIBRIA]]
    if not held and status_quo is None:
        return None
    if paths is None:
        paths = _paths(conflict, status_quo, held)
    used = list(dict.fromkeys(step for path in paths for step in path))
    arcs = _improvements(conflict)
    if arcs is None or len({*arcs, *used}) > _MOST_ARCS:
        states = list(dict.fromkeys([*([] if status_quo is None else [status_quo]), *held]))
        states += [s for step in used for s in (step.source, step.target)]
        states = list(dict.fromkeys(states))[:_MOST_STATES]
        arcs = _improvements(conflict, states) or []
        if len({*arcs, *used}) > _MOST_ARCS:
            arcs = []
    else:
        states = [int(s) for s in np.flatnonzero(conflict.can_be)]
    inside = set(states)
    drawn = [
        Arc(step, _gains(conflict, step), step in used)
        for step in dict.fromkeys([*used, *arcs])
        if step.source in inside and step.target in inside
    ]
    places = layout_of(states, [a.step for a in drawn], status_quo, [s.target for s in used])
    told = {s: mark(s) for s in states if mark(s)}
    table = _table(conflict, drawn)
    return _figure(conflict, places, drawn, told, status_quo, len(states)), table


def _gains(conflict: Conflict, step: Step) -> bool:
    marks = conflict.compare(step.mover, np.array([step.target], np.int64), step.source)
    return bool(marks[0] == BETTER)


def _paths(conflict: Conflict, start: int | None, held: Sequence[int]) -> list[list[Step]]:
    if start is None:
        return []
    elsewhere = [state for state in held if state != start]
    walks = walks_from(conflict, start, range(len(conflict.parties)), until=elsewhere)
    return [walks.walk(state) for state in elsewhere]


def _improvements(conflict: Conflict, among: Sequence[int] | None = None) -> list[Step] | None:
    """Every step by which its mover gains; None where there are far too many states."""
    if among is None and conflict.n_feasible > 4 * _MOST_STATES:
        return None
    states = np.array(
        np.flatnonzero(conflict.can_be) if among is None else sorted(among), dtype=np.int64
    )
    found = []
    for mover in range(len(conflict.parties)):
        rows, targets = conflict.steps(mover, states)
        gains = conflict.compare(mover, targets, states[rows]) == BETTER
        found += [
            Step(mover, int(s), int(t))
            for s, t in zip(states[rows[gains]], targets[gains], strict=True)
        ]
    inside = set(states.tolist())
    return [step for step in found if step.target in inside]


def _table(conflict: Conflict, drawn: Sequence[Arc]) -> Table:
    return Table(
        "changes",
        "Changes in the figure",
        ("from", "to", "who", "gains", "on a path"),
        tuple(
            (
                conflict.label(a.step.source),
                conflict.label(a.step.target),
                conflict.parties[a.step.mover],
                a.gains,
                a.on_path,
            )
            for a in drawn
        ),
        detail=True,
    )


def _figure(
    conflict: Conflict,
    layout: Layout,
    drawn: Sequence[Arc],
    marks: Mapping[int, str],
    now: int | None,
    shown: int,
) -> Figure:
    title = f"{conflict.case.title}: states and who can change them"
    all_of = "all" if shown == conflict.n_feasible else f"{shown} of {conflict.n_feasible:,}"
    description = f"State-transition figure of {all_of} possible states."
    if now is not None:
        description += f" The status quo is {conflict.said(now)}."
    if marks:
        told = [f"{conflict.said(s)} holds ({what})" for s, what in marks.items()]
        description += " " + "; ".join(told) + "."
    description += " The table lists every arrow."
    key = sha256(f"{title}{description}{drawn}".encode()).hexdigest()[:10]
    foot = 40 + 18 * ((len(conflict.parties) + 3) // 4)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" viewBox="0 0 {layout.width} '
        f'{layout.height + foot}" width="{layout.width}" style="max-width:100%;height:auto" '
        f'font-family="system-ui, sans-serif" font-size="12" aria-labelledby="t{key} d{key}">',
        f'<title id="t{key}">{escape(title)}</title>',
        f'<desc id="d{key}">{escape(description)}</desc>',
        '<rect width="100%" height="100%" fill="#fff"/>',
    ]
    curves = [layout.curve(a.step.source, a.step.target, n) for n, a in enumerate(drawn)]
    names = [conflict.parties[a.step.mover] for a in drawn]
    widths = [6.4 * len(name) + 4 for name in names]
    parts += [_line(curve, arc) for curve, arc in zip(curves, drawn, strict=True)]
    for state, corner in layout.places.items():
        parts.append(_box(conflict, corner, state, marks.get(state, ""), state == now))
    for place, arc, name, width in zip(
        layout.label_places(curves, widths), drawn, names, widths, strict=True
    ):
        parts.append(_label(place, name, width, _colour(arc.step.mover)))
    parts += _legend(conflict, layout)
    return Figure("transitions", title, description, "\n".join([*parts, "</svg>"]), "changes")


def _colour(mover: int) -> str:
    return _COLOURS[mover % len(_COLOURS)]


def _line(curve: Curve, arc: Arc) -> str:
    colour, wide = _colour(arc.step.mover), 2.4 if arc.on_path else 1.2
    dashes = "" if arc.gains else ' stroke-dasharray="6 4"'
    (x0, y0), (x1, y1), (x2, y2), (x3, y3) = curve.points
    return (
        f'<path d="M{x0:.1f} {y0:.1f}C{x1:.1f} {y1:.1f} {x2:.1f} {y2:.1f} {x3:.1f} {y3:.1f}" '
        f'fill="none" stroke="{colour}" stroke-width="{wide}"{dashes}/>'
        f'<path d="{curve.head(5 if arc.on_path else 4)}" fill="{colour}"/>'
    )


def _label(place: Point, name: str, width: float, colour: str) -> str:
    x, y = place
    return (
        f'<g><rect x="{x - width / 2:.1f}" y="{y - 8:.1f}" width="{width:.1f}" height="15" '
        f'fill="#fff" fill-opacity="0.85"/><text x="{x:.1f}" y="{y + 3.5:.1f}" '
        f'text-anchor="middle" font-size="10.5" fill="{colour}">{escape(name)}</text></g>'
    )


def _box(conflict: Conflict, place: Place, state: int, mark: str, now: bool) -> str:
    x, y = place
    label = _words(conflict, state)
    lines = textwrap.wrap(label, _LINE, max_lines=2, placeholder=" …", break_long_words=True)
    stroke = ' stroke="#1a1a1a" stroke-width="2.5"' if mark else ' stroke="#777" stroke-width="1"'
    made = [
        f"<g><title>{escape(conflict.label(state))}</title>",
        f'<rect x="{x}" y="{y}" width="{BOX_WIDTH}" height="{BOX_HEIGHT}" rx="6" '
        f'fill="{"#fff3d6" if now else "#f6f6f4"}"{stroke}/>',
    ]
    under = " · ".join(([] if not now else ["status quo"]) + ([mark] if mark else []))
    rows = [*lines, *([under] if under else [])]
    top = y + BOX_HEIGHT / 2 - 7.5 * (len(rows) - 1) + 4
    for number, row in enumerate(rows):
        style = ' font-size="10.5" font-weight="600"' if under and number == len(rows) - 1 else ""
        made.append(
            f'<text x="{x + BOX_WIDTH / 2}" y="{top + 15 * number:.1f}" text-anchor="middle" '
            f'fill="#1a1a1a"{style}>{escape(row)}</text>'
        )
    return "".join([*made, "</g>"])


def _words(conflict: Conflict, state: int) -> str:
    label = conflict.label(state)
    if conflict.drawn and conflict.case.graph is not None:
        name = conflict.case.graph.states[state].name
        return f"{label}: {name}" if name else label
    return "no move taken" if label == "-" else label


def _legend(conflict: Conflict, layout: Layout) -> list[str]:
    made = []
    y = layout.height + 16
    for number, name in enumerate(conflict.names):
        x = 20 + (number % 4) * (layout.width - 40) / 4
        row = y + 18 * (number // 4)
        short = textwrap.shorten(name, 26, placeholder=" …")
        made.append(
            f'<path d="M{x:.0f} {row - 4}h22" stroke="{_colour(number)}" stroke-width="2.4"/>'
            f'<text x="{x + 28:.0f}" y="{row}" fill="#1a1a1a">{escape(short)}</text>'
        )
    y += 18 * ((len(conflict.names) + 3) // 4)
    made.append(
        f'<text x="20" y="{y}" font-size="11" fill="#444">Broken line: the mover does not gain. '
        "Thick line: on a shortest path. Thick frame: holds, under the concept named.</text>"
    )
    return made
