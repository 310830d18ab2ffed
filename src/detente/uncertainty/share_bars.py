"""Drawings of shares of draws and of where a number falls."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from detente.analyses.base import Figure
from detente.analyses.drawing import BLUE, GREY, INK, PALE, drawing, text
from detente.uncertainty.distribution import Floats
from detente.uncertainty.shares import in_percent

_WIDE, _LEFT, _ROW, _TOP = 720, 300, 26, 34
_NAME = 44
_COLUMNS = 100


def bars(
    name: str, title: str, rows: Sequence[tuple[str, float, float | None, float | None]],
    table: str,
) -> Figure:  # fmt: skip
    """A bar from 0 to 100 % for each row: name, share, and the interval where there is one."""
    wide = _WIDE - _LEFT - 70
    tall = _TOP + _ROW * len(rows) + 24
    parts = []
    for tick in (0, 25, 50, 75, 100):
        x = _LEFT + wide * tick / 100
        parts.append(
            f'<line x1="{x:.1f}" y1="{_TOP - 8}" x2="{x:.1f}" y2="{tall - 20}" stroke="{PALE}"/>'
        )
        parts.append(text(x, tall - 6, f"{tick} %", anchor="middle", colour=GREY))
    parts.append(text(8, 18, title, style='font-weight="600"'))
    for number, (label, share, low, high) in enumerate(rows):
        y = _TOP + _ROW * number
        parts.append(text(_LEFT - 8, y + 14, _short(label), anchor="end"))
        parts.append(
            f'<rect x="{_LEFT}" y="{y + 4}" width="{wide * share:.1f}" height="12" fill="{BLUE}"/>'
        )
        end = share
        if low is not None and high is not None:
            x1, x2, end = _LEFT + wide * low, _LEFT + wide * high, high
            parts.append(
                f'<path d="M{x1:.1f} {y + 10}H{x2:.1f}M{x1:.1f} {y + 6}v8M{x2:.1f} {y + 6}v8" '
                f'stroke="{INK}" fill="none"/>'
            )
        parts.append(text(_LEFT + wide * end + 6, y + 14, in_percent(share)))
    said = "; ".join(f"{label}: {in_percent(share)}" for label, share, _, _ in rows)
    description = f"Bars from 0 to 100 per cent of draws. {said}."
    return Figure(
        name, title, description, drawing(title, description, (_WIDE, tall), parts), table
    )


def scales(
    name: str, title: str, rows: Sequence[tuple[str, Floats, float, float, float]], table: str
) -> Figure:
    """For each row a histogram on a scale from 0 to 100.

    A row is a name, shares of draws by place in equal steps from 0 to 100, and the places that
    bound the middle 90 % with the median between them.
    """
    wide, row = _WIDE - _LEFT - 24, 52
    tall = _TOP + row * len(rows) + 24
    parts = [text(8, 18, title, style='font-weight="600"')]
    for tick in (0, 25, 50, 75, 100):
        x = _LEFT + wide * tick / 100
        parts.append(
            f'<line x1="{x:.1f}" y1="{_TOP - 8}" x2="{x:.1f}" y2="{tall - 20}" stroke="{PALE}"/>'
        )
        parts.append(text(x, tall - 6, f"{tick}", anchor="middle", colour=GREY))
    said = []
    for number, (label, shares, low, middle, high) in enumerate(rows):
        base = _TOP + row * number + row - 12
        # The place 100 has a step of its own; it goes with the last column.
        columns = np.minimum(np.arange(shares.size) * _COLUMNS // (shares.size - 1), _COLUMNS - 1)
        merged = np.bincount(columns, shares, minlength=_COLUMNS)
        most = float(merged.max(initial=0.0)) or 1.0
        step = wide / _COLUMNS
        parts.append(text(_LEFT - 8, base - 8, _short(label), anchor="end"))
        parts.extend(
            f'<rect x="{_LEFT + at * step:.1f}" y="{base - 32 * merged[at] / most:.1f}" '
            f'width="{step:.2f}" height="{32 * merged[at] / most:.1f}" fill="{BLUE}"/>'
            for at in np.flatnonzero(merged > most / 1000)
        )
        x1, x2, x3 = (_LEFT + wide * place / 100 for place in (low, middle, high))
        parts.append(
            f'<path d="M{x1:.1f} {base + 4}H{x3:.1f}M{x2:.1f} {base}v8" stroke="{INK}" '
            'stroke-width="1.5" fill="none"/>'
        )
        said.append(f"{label}: in 90 % of draws from {low:.3g} to {high:.3g}, median {middle:.3g}")
    description = (
        "Histograms on a scale from 0 to 100, with a line under each for the middle 90 per cent "
        f"of draws and a mark for the median. {'; '.join(said)}."
    )
    return Figure(
        name, title, description, drawing(title, description, (_WIDE, tall), parts), table
    )


def _short(label: str) -> str:
    return label if len(label) <= _NAME else label[: _NAME - 1] + "…"
