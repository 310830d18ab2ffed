"""What each party gains from each package, as bars."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from detente.analyses.base import Figure
from detente.analyses.drawing import BLUE, GREY, PALE, RED, drawing, text
from detente.analyses.packages.wording import Words, listed
from detente.maths.packages.choice import Chosen, Room
from detente.maths.packages.kalai_smorodinsky import Ideals

#: Beyond these a page of bars is not read any more.
MOST_PACKAGES, MOST_PARTIES = 6, 24
# More numbers than this are not told in the description; the table has them.
_MOST_TOLD = 36
_WIDTH, _LEFT, _RIGHT, _EDGE = 720, 200, 84, 20
_ROW, _BAR, _GAP = 18, 11, 16
_LINE, _NAME = 114, 26


@dataclass(frozen=True)
class Bars:
    """A package with its label, its words, and a number for each party."""

    label: str
    package: str
    gains: Sequence[float]


def gains_figure(
    words: Words, room: Room, made: Mapping[str, Chosen], best: Ideals
) -> Figure | None:
    """Gains by party of every package that is best in some sense, beside the most there is."""
    senses: dict[tuple[int, ...], list[str]] = {}
    for name, chosen in made.items():
        if chosen.deals.size:
            senses.setdefault(tuple(chosen.deals[0].tolist()), []).append(name)
    groups = []
    for deal, names in senses.items():
        totals = made[names[0]].totals[0][room.parties]
        groups.append(Bars(listed(names), words.deal(deal), words.row(totals - room.base)))
    return bars_figure(
        f"{words.case.title}: what each party gains, by package",
        [words.names[party] for party in room.parties],
        groups,
        table="gains",
        above="gains over its alternative",
        most=words.row(best.gains) if best.there_is_a_deal else None,
    )


def bars_figure(
    title: str,
    names: Sequence[str],
    groups: Sequence[Bars],
    *,
    table: str,
    above: str,
    most: Sequence[float] | None = None,
) -> Figure | None:
    """Bars by party for each package; None where there is nothing, or too much, to draw.

    With ``most``, the most that each party could gain, each party has a scale of its own, since
    points of different parties need not be the same unit. ``above`` says what a bar shows.
    """
    groups = groups[:MOST_PACKAGES]
    if not groups or not 0 < len(names) <= MOST_PARTIES:
        return None
    scales = _scales(groups, most)
    low = min(0.0, *(g / s for bars in groups for g, s in zip(bars.gains, scales, strict=True)))
    wide = _WIDTH - _LEFT - _RIGHT
    # Numbers of bars to the left need their room there.
    start = _LEFT + (60 if low < 0 else 0)

    def x(part: float) -> float:
        return start + (wide - (start - _LEFT)) * (part - low) / (1 - low)

    parts: list[str] = []
    y = 26.0
    for bars in groups:
        parts.append(text(_EDGE, y, bars.label, style='font-weight="600"'))
        for line in textwrap.wrap(bars.package, _LINE, max_lines=2, placeholder=" …"):
            y += 14
            parts.append(text(_EDGE, y, line, colour=GREY, style='font-size="10.5"'))
        y += 9
        top = y
        for number, (name, gain) in enumerate(zip(names, bars.gains, strict=True)):
            limit = None if most is None else most[number] / scales[number]
            parts += _bar(x, y, name, gain, gain / scales[number], limit)
            y += _ROW
        parts.append(f'<path d="M{x(0):.1f} {top - 2:.1f}V{y:.1f}" stroke="{GREY}"/>')
        y += _GAP + 8
    foot = [f"A bar: what a party {above}; the number is in its points."]
    if most is not None:
        foot.append("Grey: the most it could gain, drawn at the same length for each party.")
    for line in foot:
        parts.append(text(_EDGE, y, line, colour=GREY, style='font-size="11"'))
        y += 15
    description = _description(names, groups, above, most, table)
    svg = drawing(title, description, (_WIDTH, int(y) + 4), parts)
    return Figure("gains", title, description, svg, table)


def _scales(groups: Sequence[Bars], most: Sequence[float] | None) -> list[float]:
    """What one whole bar is worth, by party."""
    sizes = [max(abs(g) for g in column) for column in zip(*(b.gains for b in groups), strict=True)]
    if most is None:
        return [max(sizes) or 1.0] * len(sizes)
    return [max(size, abs(m)) or 1.0 for size, m in zip(sizes, most, strict=True)]


def _bar(
    x: Callable[[float], float], y: float, name: str, gain: float, part: float, limit: float | None
) -> list[str]:
    middle = y + _ROW / 2
    top = middle - _BAR / 2
    made = [
        text(_LEFT - 12, middle + 4, textwrap.shorten(name, _NAME, placeholder=" …"), anchor="end")
    ]
    if limit is not None and limit > 0:
        made.append(
            f'<rect x="{x(0):.1f}" y="{top:.1f}" width="{x(limit) - x(0):.1f}" height="{_BAR}" '
            f'fill="{PALE}"/>'
        )
    left, right = sorted((x(0), x(part)))
    if gain:
        made.append(
            f'<rect class="bar" x="{left:.1f}" y="{top:.1f}" width="{right - left:.1f}" '
            f'height="{_BAR}" fill="{RED if gain < 0 else BLUE}"/>'
        )
    if gain < 0:
        made.append(text(left - 6, middle + 4, f"{gain:.6g}", anchor="end"))
    else:
        edge = max(right, x(0) if limit is None else x(max(0.0, limit)))
        made.append(text(edge + 6, middle + 4, f"{gain:.6g}"))
    return made


def _description(
    names: Sequence[str],
    groups: Sequence[Bars],
    above: str,
    most: Sequence[float] | None,
    table: str,
) -> str:
    told = [f"Bars of what each party {above}."]
    if len(names) * len(groups) <= _MOST_TOLD:
        for bars in groups:
            each = ", ".join(f"{n} {g:.6g}" for n, g in zip(names, bars.gains, strict=True))
            told.append(f"{bars.label}: {each}.")
        if most is not None:
            each = ", ".join(f"{n} {g:.6g}" for n, g in zip(names, most, strict=True))
            told.append(f"The most each could gain: {each}.")
    else:
        told.append(f"Packages: {'; '.join(bars.label for bars in groups)}.")
    return " ".join([*told, f"The table {table} has every number."])
