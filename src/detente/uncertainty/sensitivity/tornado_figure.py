"""A tornado: for each number a bar from the answer at its low to that at its high point."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from detente.analyses.base import Figure
from detente.analyses.drawing import BLUE, GREY, INK, PALE, RED, drawing, text

_WIDE, _LEFT, _ROW, _TOP = 720, 260, 30, 64
# Room for the words at both ends of the widest bar.
_ENDS = 74
_NAME, _MOST = 40, 12


@dataclass(frozen=True)
class Bar:
    """A number, and the answer where it is low and where it is high."""

    label: str
    low: float
    high: float


def tornado_figure(
    title: str, what: str, base: float, bars: Sequence[Bar], table: str, unit: str = ""
) -> Figure | None:
    """The bars, widest on top, around the answer as it stands; None where nothing moves."""
    shown = [bar for bar in bars if np.isfinite([bar.low, bar.high]).all() and bar.low != bar.high]
    shown = shown[:_MOST]
    if not shown or not np.isfinite(base):
        return None
    ends = [base, *(x for bar in shown for x in (bar.low, bar.high))]
    least, most = min(ends), max(ends)
    wide = _WIDE - _LEFT - 2 * _ENDS

    def x(number: float) -> float:
        return _LEFT + _ENDS + wide * (number - least) / (most - least)

    tall = _TOP + _ROW * len(shown)
    parts = [
        text(8, 18, title, style='font-weight="600"'),
        text(8, 35, what, colour=GREY, style='font-size="11"'),
        f'<path d="M{x(base):.1f} {_TOP - 8}V{tall}" stroke="{GREY}"/>',
        text(x(base), _TOP - 12, _number(base) + unit, anchor="middle", colour=GREY),
    ]
    for row, bar in enumerate(shown):
        y = _TOP + _ROW * row
        name = textwrap.shorten(bar.label, 2 * _NAME, placeholder=" …")
        lines = textwrap.wrap(name, _NAME)[:2]
        for number, line in enumerate(lines):
            at = y + 13 + 12 * number - 6 * (len(lines) - 1)
            parts.append(text(_LEFT - 8, at, line, anchor="end", style='font-size="11"'))
        parts.append(f'<path d="M{_LEFT} {y + 20}H{_WIDE - 8}" stroke="{PALE}"/>')
        # Two colours and two words: which end is the low one is told without seeing colour.
        both = ((bar.low, BLUE), (bar.high, RED))
        # Where both lie on one side of the answer as it stands, the shorter stays in sight.
        for end, colour in sorted(both, key=lambda pair: -abs(pair[0] - base)):
            left, right = sorted((x(base), x(end)))
            if right > left:
                parts.append(
                    f'<rect class="bar" x="{left:.1f}" y="{y + 3}" width="{right - left:.1f}" '
                    f'height="13" fill="{colour}"/>'
                )
        ordered = sorted(((bar.low, "low"), (bar.high, "high")))
        for (end, word), anchor, shift in zip(ordered, ("end", "start"), (-5, 5), strict=True):
            edge = min(x(end), x(base)) if shift < 0 else max(x(end), x(base))
            parts.append(
                text(edge + shift, y + 13, f"{_number(end)}{unit} {word}", anchor=anchor,
                     colour=INK, style='font-size="10"')
            )  # fmt: skip
    said = "; ".join(f"{b.label}: {_number(b.low)}{unit} to {_number(b.high)}{unit}" for b in shown)
    description = f"{what} As it stands {_number(base)}{unit}. Low to high: {said}."
    svg = drawing(title, description, (_WIDE, tall + 12), parts)
    return Figure("tornado", title, description, svg, table)


def _number(value: float) -> str:
    return f"{value:.3g}"
