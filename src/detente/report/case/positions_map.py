"""The positions map: each issue a scale from 0 to 100, with the parties and red lines on it."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from detente.case.issue import Issue
from detente.case.option_places import issue_options
from detente.case.position import Position
from detente.case.red_line import Forbid
from detente.report.case.view import CaseView
from detente.report.citations import shown
from detente.report.desk import render

MOST_ISSUES, MOST_PARTIES = 20, 26
_WIDTH, _LEFT, _RIGHT = 866.0, 226.0, 26.0
_LEAST, _MOST, _UNKNOWN = 5.0, 13.0, 7.0
_HEAD, _FOOT, _STEP = 20.0, 40.0, 3.0
_NAME = 34


@dataclass(frozen=True)
class Spot:
    """A party on the scale of an issue: its middle, how high it floats, and its range."""

    code: str
    x: float
    y: float
    radius: float
    known: bool
    low: float
    high: float
    row: str


@dataclass(frozen=True)
class Scale:
    """One issue drawn: where its axis lies, its options, what is refused, who stands where."""

    name: tuple[str, ...]
    y: float
    low: str
    high: str
    ticks: tuple[float, ...]
    refused: tuple[tuple[float, float], ...]
    spots: tuple[Spot, ...]
    row: str


def positions_map(view: CaseView) -> Markup | None:
    """The figure; None where no position has a place, or there is too much to draw."""
    placed = [(at, p) for at, p in enumerate(view.case.positions) if _place(view, p) is not None]
    holders = {p.party for _, p in placed}
    issues = [i for i in view.case.issues if any(p.issue == i.id for _, p in placed)]
    if not issues or len(issues) > MOST_ISSUES or len(holders) > MOST_PARTIES:
        return None
    codes = party_codes({p.id: p.name for p in view.case.parties if p.id in holders})
    y = _HEAD
    scales = []
    for issue in issues:
        on_it = [(at, p) for at, p in placed if p.issue == issue.id]
        scale, y = _scale(view, issue, on_it, codes, y)
        scales.append(scale)
    names = {p.id: p.name for p in view.case.parties}
    return render(
        "positions_map.html",
        width=f"{_WIDTH:.0f}",
        height=f"{y:.0f}",
        left=_LEFT,
        right=_WIDTH - _RIGHT,
        scales=scales,
        key=[(code, shown(names.get(id_, id_))) for id_, code in codes.items()],
        description=f"{len(issues)} issues on scales from 0 to 100. Circles are parties; the "
        "wider a circle, the more the issue weighs for it, dashed where that is not stated. A "
        "line through a circle is the range of the position. Crossed stretches are refused by a "
        "red line. The table of positions has all values.",
    )


def party_codes(names: dict[str, str]) -> dict[str, str]:
    """Two or three letters for each party, no two alike.

    >>> party_codes({"usa": "United States", "ru": "Russia", "rw": "Rwanda", "x": "Russian Army"})
    {'usa': 'US', 'ru': 'RU', 'rw': 'RW', 'x': 'RA'}
    """
    made: dict[str, str] = {}
    for id_, name in names.items():
        words = re.findall(r"\w+", name) or [id_]
        great = [w for w in words if w[:1].isupper()] or words
        tries = ["".join(w[0] for w in great[:2])] if len(great) > 1 else []
        whole = "".join(words)
        tries += [whole[0] + c for c in whole[1:]]
        tries += [f"{whole[0]}{n}" for n in range(1, 100)]
        made[id_] = next(t.upper() for t in tries if t.upper() not in made.values())
    return made


def _place(view: CaseView, position: Position) -> tuple[float, float, float] | None:
    """Least, middle and greatest place of a position."""
    at = position.at
    if position.option is not None:
        issue = next((i for i in view.case.issues if i.id == position.issue), None)
        option = (
            next((o for o in issue.options if o.id == position.option), None) if issue else None
        )
        at = option.at if option else None
    if at is None:
        return None
    low, high = (min(100.0, max(0.0, bound)) for bound in at.bounds)
    return low, at.central, high


def _x(place: float) -> float:
    return _LEFT + (_WIDTH - _RIGHT - _LEFT) * place / 100


def _scale(
    view: CaseView,
    issue: Issue,
    positions: Sequence[tuple[int, Position]],
    codes: dict[str, str],
    top: float,
) -> tuple[Scale, float]:
    circles: list[tuple[int, Position, tuple[float, float, float], float]] = []
    for at, position in positions:
        place = _place(view, position)
        if place is not None and position.party in codes:
            weight = position.salience
            radius = _UNKNOWN if weight is None else (
                _LEAST + (_MOST - _LEAST) * math.sqrt(max(0.0, weight.central) / 100)
            )  # fmt: skip
            circles.append((at, position, place, radius))
    circles.sort(key=lambda c: (c[2][1], -c[3], c[0]))
    lifts: list[float] = []
    for number, (_, _, place, radius) in enumerate(circles):
        others = [(_x(circles[k][2][1]), lifts[k], circles[k][3]) for k in range(number)]
        lifts.append(_free(_x(place[1]), radius, others))
    highest = max((lift + c[3] for lift, c in zip(lifts, circles, strict=True)), default=0.0)
    y = top + highest + 12
    spots = tuple(
        Spot(codes[p.party], _x(place[1]), y - lift, radius, p.salience is not None,
             _x(place[0]), _x(place[2]), f"case-positions-{at}")
        for (at, p, place, radius), lift in zip(circles, lifts, strict=True)
    )  # fmt: skip
    options = tuple(_x(o.at.central) for o in issue.options if o.at is not None)
    ends = ("", "") if issue.ends is None else (issue.ends.low, issue.ends.high)
    name = tuple(_wrapped(issue.name))
    row = f"case-issues-{view.case.issues.index(issue)}"
    scale = Scale(name, y, _short(ends[0]), _short(ends[1]), options,
                  tuple(_refused(view, issue)), spots, row)  # fmt: skip
    return scale, max(y + _FOOT, top + 15.0 * len(name) + 12)


def _free(x: float, radius: float, others: Sequence[tuple[float, float, float]]) -> float:
    """The least height over the axis at which a circle covers no other."""
    lift = 0.0
    while any(math.hypot(x - ox, lift - oy) < radius + r + 1 for ox, oy, r in others):
        lift += _STEP
    return lift


def _refused(view: CaseView, issue: Issue) -> Iterator[tuple[float, float]]:
    """Stretches of the scale that some red line refuses."""
    at = next(n for n, i in enumerate(view.case.issues) if i.id == issue.id)
    options = issue_options(view.case)[at]
    places = sorted(float(p) for p in options.places if math.isfinite(p))
    for line in view.case.red_lines:
        if not isinstance(line, Forbid) or line.issue != issue.id:
            continue
        if line.below is not None and line.below.central > 0:
            yield _x(0), _x(line.below.central)
        if line.above is not None and line.above.central < 100:
            yield _x(line.above.central), _x(100)
        for id_ in line.options:
            row = options.rows.get(id_)
            if row is not None and math.isfinite(options.places[row]):
                yield _around(float(options.places[row]), places)


def _around(place: float, places: Sequence[float]) -> tuple[float, float]:
    """Half the way to the options on either side."""
    cuts = [(a + b) / 2 for a, b in pairwise(dict.fromkeys(places))]
    low = max((c for c in cuts if c < place), default=0.0)
    high = min((c for c in cuts if c > place), default=100.0)
    return _x(low), _x(high)


def _wrapped(name: str) -> Iterator[str]:
    line = ""
    for word in name.split():
        if line and len(line) + len(word) >= _NAME:
            yield line
            line = word
        else:
            line = f"{line} {word}".strip()
    yield line


def _short(text: str) -> str:
    """The end of a scale where there is room for it; the table of issues has it whole."""
    return text if len(text) <= 52 else text[:50].rsplit(" ", 1)[0] + " …"
