"""Scales with the parties' places on them, the compromise mean and the median."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from detente.analyses.base import Figure
from detente.analyses.drawing import BLUE, GREY, PALE, RED, drawing, text
from detente.analyses.packages.wording import Words
from detente.analyses.pressure.issue_on_a_scale import IssueOnAScale
from detente.analyses.pressure.one_shot import OneShot
from detente.analyses.pressure.place_in_words import ends_of, in_points, span
from detente.analyses.pressure.settlement_interval import LEVELS, Outlook

#: Beyond these a page of scales is not read any more.
MOST_ISSUES = 12
_WIDTH, _EDGE = 720, 28
_LARGEST = 13.0  # radius of all the weight at one place
_TIER, _LETTER = 14, 5.9  # height of a line of labels, width of a letter
_NAME, _NAMES = 22, 3  # letters of a name, names at one place


@dataclass(frozen=True)
class _Dot:
    place: float
    share: float
    label: str


def scales_figure(
    words: Words,
    issues: Sequence[IssueOnAScale],
    found: Sequence[OneShot],
    ahead: Sequence[Outlook | None],
) -> tuple[Figure, ...]:
    """One figure with a scale for each issue, at most twelve."""
    if not issues:
        return ()
    shown = list(zip(issues, found, ahead, strict=True))[:MOST_ISSUES]
    parts: list[str] = []
    y = 24.0
    told = []
    for one, by, may in shown:
        more, y = _scale(words, one, by, may, y)
        parts += more
        told.append(
            f"{words.issues[one.number]}: compromise {in_points(one.settlement)}, median "
            f"{_median(by)}{_eighty(may)}; "
            + ", ".join(f"{dot.label} at {in_points(dot.place)}" for dot in _dots(words, one))
        )
    foot = [
        "Circles: parties; the larger, the more of the weight (influence times salience) stands "
        "there.",
        "Blue: compromise mean. Red: weighted median; a bar where it is tied.",
    ]
    if any(ahead):
        foot.append(
            "Bands: 50 % (thick) and 80 % (thin) of outcomes, as learned from 353 EU decisions."
        )
    if len(issues) > len(shown):
        foot.append(f"{len(issues) - len(shown)} more issues are in the table settlement.")
    for line in foot:
        parts.append(text(_EDGE, y, line, colour=GREY, style='font-size="11"'))
        y += 15
    title = f"{words.case.title}: where each issue would settle"
    description = (
        f"Scales from 0 to 100 with parties' places. {'. '.join(told)}. "
        "The table settlement has every number."
    )
    svg = drawing(title, description, (_WIDTH, int(y) + 4), parts)
    return (Figure("scales", title, description, svg, "settlement"),)


def _median(by: OneShot) -> str:
    low, high = by.median_range
    return in_points(low) if low == high else f"{in_points(low)} to {in_points(high)}"


def _eighty(may: Outlook | None) -> str:
    return f", 80 % interval {span(*may.eighty)}" if may else ""


def _x(place: float) -> float:
    return _EDGE + (_WIDTH - 2 * _EDGE) * place / 100


def _dots(words: Words, one: IssueOnAScale) -> list[_Dot]:
    """A dot for each place that is taken, from 0 upwards; the weightiest is named first."""
    share = one.weight / one.weight.sum()
    made = []
    for place in np.unique(one.position):
        rows = np.flatnonzero(one.position == place)
        rows = rows[np.lexsort((one.parties[rows], -share[rows]))]
        names = [
            textwrap.shorten(words.names[one.parties[row]], _NAME, placeholder=" …")
            for row in rows[:_NAMES]
        ]
        label = ", ".join(names) + (f", +{rows.size - _NAMES}" if rows.size > _NAMES else "")
        made.append(_Dot(float(place), float(share[rows].sum()), label))
    return made


def _scale(
    words: Words,
    one: IssueOnAScale,
    by: OneShot,
    may: Outlook | None,
    y: float,
) -> tuple[list[str], float]:
    parts = [text(_EDGE, y, words.issues[one.number], style='font-weight="600"')]
    parts.append(
        text(
            _WIDTH - _EDGE,
            y,
            f"compromise {in_points(one.settlement)}, median {_median(by)}",
            anchor="end",
            colour=GREY,
        )
    )
    dots = _dots(words, one)
    tiers, lines = _labels(dots)
    axis = y + 8 + _TIER * lines + _LARGEST
    parts.append(
        f'<path d="M{_x(0):.1f} {axis:.1f}H{_x(100):.1f}" stroke="{GREY}"/>'
        f'<path d="M{_x(0):.1f} {axis - 4:.1f}v8M{_x(100):.1f} {axis - 4:.1f}v8" stroke="{GREY}"/>'
    )
    for dot, (tier, at, anchor) in zip(dots, tiers, strict=True):
        x, radius = _x(dot.place), max(2.5, _LARGEST * dot.share**0.5)
        label = axis - _LARGEST - 4 - _TIER * tier
        parts.insert(0, f'<path d="M{x:.1f} {axis - radius:.1f}V{label + 2:.1f}" stroke="{PALE}"/>')
        parts.append(
            f'<circle cx="{x:.1f}" cy="{axis:.1f}" r="{radius:.1f}" fill="{GREY}" '
            f'fill-opacity=".35" stroke="{GREY}"/>'
        )
        parts.append(text(at, label, dot.label, anchor=anchor, style='font-size="11"'))
    # The bands lie under the axis, apart from the circles: the wider, the thinner.
    for level, thick in ((0.8, 4), (0.5, 9)):
        if may:
            low, high = may.ends[LEVELS.index(level)]
            parts.append(
                f'<rect class="interval" x="{_x(low) - 1:.1f}" '
                f'y="{axis + _LARGEST + 8 - thick / 2:.1f}" '
                f'width="{_x(high) - _x(low) + 2:.1f}" height="{thick}" fill="{BLUE}" '
                f'fill-opacity=".35"/>'
            )
    low, high = by.median_range
    parts.append(
        f'<path class="median" d="M{_x(low):.1f} {axis - 9:.1f}v18M{_x(low):.1f} {axis + 9:.1f}'
        f'H{_x(high):.1f}v-18" fill="none" stroke="{RED}" stroke-width="2"/>'
        f'<path class="compromise" d="M{_x(one.settlement):.1f} {axis - 15:.1f}v30" '
        f'stroke="{BLUE}" stroke-width="3"/>'
    )
    below = axis + _LARGEST + (28 if may else 14)
    names = ends_of(words.case, one.number)
    for place, name, anchor in ((0, names[0], "start"), (100, names[1], "end")):
        means = textwrap.shorten(name or "", 48, placeholder=" …")
        end = ": ".join(part for part in (str(place), means) if part)
        parts.append(
            text(_x(place), below, end, anchor=anchor, colour=GREY, style='font-size="11"')
        )
    return parts, below + 30


def _labels(dots: Sequence[_Dot]) -> tuple[list[tuple[int, float, str]], int]:
    """For each dot a line for its label that has room there, where it starts, how it is anchored.

    A label is centred over its dot unless it would leave the page.
    """
    taken: list[float] = []  # how far right each line is full
    made = []
    for dot in dots:
        wide = _LETTER * len(dot.label)
        middle = _x(dot.place)
        left = min(max(middle - wide / 2, _EDGE), max(_EDGE, _WIDTH - _EDGE - wide))
        tier = next((t for t, full in enumerate(taken) if full < left), len(taken))
        if tier == len(taken):
            taken.append(0.0)
        taken[tier] = left + wide + 8
        if left == middle - wide / 2:
            made.append((tier, middle, "middle"))
        elif left > _EDGE and left < middle - wide / 2:
            made.append((tier, _WIDTH - _EDGE, "end"))
        else:
            made.append((tier, left, "start"))
    return made, max(1, len(taken))
