"""A drawing of where outcomes lay within their forecasts."""

from __future__ import annotations

from detente.analyses.drawing import BLUE, GREY, INK, PALE, drawing, text
from detente.backtest.scored import Backtest, Scored

_WIDE, _TALL, _GAP, _MARGIN = 190, 110, 30, 24
_ACROSS = 3


def pit_figure(found: Backtest) -> str | None:
    """Histograms, one for each method that gives chances; None if there is none.

    Flat, at the line, is right; tall ends mean that forecasts are too sure of themselves.
    """
    shown = [one for one in found.methods if one.chances]
    if not shown:
        return None
    most = max(max(one.chances.pit) for one in shown if one.chances)
    parts: list[str] = []
    for number, one in enumerate(shown):
        x = _MARGIN + (number % _ACROSS) * (_WIDE + _GAP)
        y = _MARGIN + (number // _ACROSS) * (_TALL + 2 * _GAP)
        parts += _histogram(one, x, y, max(most, 0.2))
    across = min(len(shown), _ACROSS)
    rows = -(-len(shown) // _ACROSS)
    size = (
        2 * _MARGIN + across * _WIDE + (across - 1) * _GAP,
        _MARGIN + rows * (_TALL + 2 * _GAP),
    )
    told = "; ".join(
        f"{one.name}: {', '.join(f'{100 * share:.0f} %' for share in one.chances.pit)}"
        for one in shown
        if one.chances
    )
    return drawing(
        "Where outcomes lay within their forecasts",
        f"Share of outcomes in each tenth of the forecast, lowest first. {told}.",
        size,
        parts,
    )


def _histogram(one: Scored, x: float, y: float, most: float) -> list[str]:
    assert one.chances is not None
    bins = one.chances.pit
    wide = _WIDE / len(bins)
    foot = y + _TALL
    parts = [
        text(x, y - 6, one.name, style='font-weight="600"'),
        f'<line x1="{x}" y1="{foot}" x2="{x + _WIDE}" y2="{foot}" stroke="{PALE}"/>',
    ]
    for number, share in enumerate(bins):
        tall = share / most * (_TALL - 8)
        parts.append(
            f'<rect x="{x + number * wide + 1:.1f}" y="{foot - tall:.1f}" width="{wide - 2:.1f}" '
            f'height="{tall:.1f}" fill="{BLUE}"/>'
        )
    level = foot - (_TALL - 8) / len(bins) / most
    parts += [
        f'<line x1="{x}" y1="{level:.1f}" x2="{x + _WIDE}" y2="{level:.1f}" stroke="{INK}" '
        'stroke-dasharray="4 3"/>',
        text(x, foot + 14, "0", colour=GREY),
        text(x + _WIDE, foot + 14, "1", anchor="end", colour=GREY),
    ]
    return parts
