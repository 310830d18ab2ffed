"""The cost curve as a drawing: steps from nothing to unanimity."""

from __future__ import annotations

from html import escape

from detente.analyses.base import Figure
from detente.analyses.levers.answers import Answers
from detente.analyses.levers.lever_words import LeverWords

_WIDTH, _HEIGHT = 480, 260
_LEFT, _RIGHT, _TOP, _BOTTOM = 72, 16, 24, 48


def cost_curve(told: LeverWords, found: Answers) -> Figure | None:
    """The curve; None where costs are not known or nothing can be reached."""
    steps = [(s.count, told.cost(s.any)) for s in found.curve]
    known = [(count, cost) for count, cost in steps if cost is not None]
    if len(known) < 2 or len(steps) < 2:
        return None
    title = f"{told.words.case.title}: what it costs to have so many accept"
    top = max(cost for _, cost in known) or 1.0
    last = steps[-1][0]

    def x(count: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * count / max(1, last)

    def y(cost: float) -> float:
        return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * cost / top

    path = f"M{x(known[0][0]):.1f} {y(known[0][1]):.1f}"
    for reached, paid in known[1:]:
        path += f" V{y(paid):.1f} H{x(reached):.1f}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" role="img" '
        f'width="{_WIDTH}" height="{_HEIGHT}" font-family="sans-serif" font-size="11">',
        f"<title>{escape(title)}</title>",
        f'<path d="M{_LEFT} {_TOP} V{_HEIGHT - _BOTTOM} H{_WIDTH - _RIGHT}" fill="none" '
        'stroke="currentColor" stroke-width="1"/>',
        f'<path d="{path}" fill="none" stroke="currentColor" stroke-width="2"/>',
    ]
    for count, cost in steps:
        at = y(cost) if cost is not None else y(top)
        mark = f'<circle cx="{x(count):.1f}" cy="{at:.1f}" r="3.5" fill="currentColor"/>'
        if cost is None:
            mark = f'<text x="{x(count):.1f}" y="{at:.1f}" text-anchor="middle">out of reach</text>'
        parts.append(mark)
        parts.append(
            f'<text x="{x(count):.1f}" y="{_HEIGHT - _BOTTOM + 16}" '
            f'text-anchor="middle">{count}</text>'
        )
    for cost in sorted({cost for _, cost in known}):
        parts.append(
            f'<text x="{_LEFT - 6}" y="{y(cost) + 4:.1f}" text-anchor="end">{cost:,.6g}</text>'
        )
    middle = (_LEFT + _WIDTH - _RIGHT) / 2
    parts.append(
        f'<text x="{middle:.1f}" y="{_HEIGHT - 10}" text-anchor="middle">parties that accept</text>'
    )
    parts.append(f'<text x="{_LEFT}" y="{_TOP - 10}">cost</text></svg>')
    description = "; ".join(
        f"{count} accept: {'out of reach' if cost is None else f'{cost:,.10g}'}"
        for count, cost in steps
    )
    return Figure("cost-curve", title, description, "".join(parts), "curve")
