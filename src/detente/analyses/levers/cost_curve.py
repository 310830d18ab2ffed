"""The cost curve as a drawing: steps from nothing to unanimity."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from detente.analyses.base import Figure
from detente.analyses.drawing import BLUE, GREY, RED, drawing, text
from detente.analyses.levers.answers import Answers
from detente.analyses.levers.lever_words import LeverWords

_WIDTH, _HEIGHT = 640, 320
_LEFT, _RIGHT, _TOP, _BOTTOM = 84, 36, 44, 84
_SMALL = 'font-size="11"'
#: A count of parties and its cost; None where so many are not within reach, or it is not known.
Steps = Sequence[tuple[int, float | None]]


def cost_curve(told: LeverWords, found: Answers) -> Figure | None:
    """The curve; None where costs are not known or nothing can be reached."""
    steps = [(s.count, told.cost(s.any)) for s in found.curve]
    vetoed = [(s.count, told.cost(s.vetoed)) for s in found.curve if s.vetoed is not None]
    # A second curve that lies on the first would not be seen, nor say anything.
    drawn = [] if set(vetoed) <= set(steps) else vetoed
    costs = [cost for _, cost in (*steps, *vetoed) if cost is not None]
    if len(_known(steps)) < 2:
        return None
    needed = told.cost(found.main)
    dearest = max([*costs, needed or 0.0])
    top = dearest or 1.0
    last = steps[-1][0]

    def x(count: float) -> float:
        return _LEFT + (_WIDTH - _LEFT - _RIGHT) * count / last

    def y(cost: float) -> float:
        return _HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * cost / top

    title = f"{told.words.case.title}: what it costs to have so many accept"
    parts = _axes(x, y, last, [0.0, top / 2, top] if dearest else [0.0])
    if needed:
        parts += _needed(y(needed), f"a package stands for {needed:,.6g}")
    if not dearest and len(_known(steps)) == len(steps):
        parts.append(text(_LEFT + 8, y(0) - 10, "nothing has to be paid", colour=GREY))
    parts += _curve(x, y, steps, BLUE, "")
    if drawn:
        parts += _curve(x, y, drawn, RED, ' stroke-dasharray="6 4"')
    parts += _numbers(x, y, steps)
    parts += _legend(bool(drawn), any(cost is None for _, cost in (*steps, *drawn)))
    description = _description(steps, vetoed, needed)
    svg = drawing(title, description, (_WIDTH, _HEIGHT), parts)
    return Figure("cost-curve", title, description, svg, "curve")


def _known(steps: Steps) -> list[tuple[int, float]]:
    return [(count, cost) for count, cost in steps if cost is not None]


def _axes(
    x: Callable[[float], float], y: Callable[[float], float], last: int, ticks: Sequence[float]
) -> list[str]:
    floor = _HEIGHT - _BOTTOM
    made = [
        f'<path d="M{_LEFT} {_TOP - 10}V{floor}H{_WIDTH - _RIGHT}" fill="none" stroke="{GREY}"/>'
    ]
    for cost in ticks:
        made.append(f'<path d="M{_LEFT - 4} {y(cost):.1f}h4" stroke="{GREY}"/>')
        made.append(
            text(_LEFT - 8, y(cost) + 4, f"{cost:,.4g}", anchor="end", colour=GREY, style=_SMALL)
        )
    made += [
        text(x(count), floor + 16, str(count), anchor="middle", colour=GREY, style=_SMALL)
        for count in range(last + 1)
    ]
    middle = (_LEFT + _WIDTH - _RIGHT) / 2
    made.append(text(middle, floor + 34, "parties that accept", anchor="middle"))
    made.append(text(_LEFT - 8, _TOP - 22, "cost", anchor="end"))
    return made


def _needed(at: float, words: str) -> list[str]:
    return [
        f'<path d="M{_LEFT} {at:.1f}H{_WIDTH - _RIGHT}" stroke="{GREY}" stroke-dasharray="1 3"/>',
        text(_LEFT + 8, at - 6, words, colour=GREY, style=_SMALL),
    ]


def _curve(
    x: Callable[[float], float],
    y: Callable[[float], float],
    steps: Steps,
    colour: str,
    dashes: str,
) -> list[str]:
    """Steps up, with a dot for each number of parties and a ring where it is out of reach."""
    (first, least), *others = _known(steps) or [(0, 0.0)]
    path = f"M{x(first):.1f} {y(least):.1f}"
    path += "".join(f"V{y(cost):.1f}H{x(count):.1f}" for count, cost in others)
    made = [f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>']
    for count, cost in steps:
        if cost is None:
            made.append(
                f'<circle cx="{x(count):.1f}" cy="{_TOP - 10}" r="4" fill="#fff" '
                f'stroke="{colour}" stroke-width="1.5"/>'
            )
        else:
            made.append(f'<circle cx="{x(count):.1f}" cy="{y(cost):.1f}" r="3.5" fill="{colour}"/>')
    return made


def _numbers(x: Callable[[float], float], y: Callable[[float], float], steps: Steps) -> list[str]:
    """Costs beside their dots, where they change and there is room."""
    made: list[str] = []
    before, free = 0.0, 0.0
    for count, cost in _known(steps):
        words = f"{cost:,.6g}"
        # Left of the dot, as the line may go on straight up from it.
        right = x(count) - 6
        if cost != before and right - 7.0 * len(words) > free:
            made.append(text(right, y(cost) - 8, words, anchor="end"))
            free = right + 2
        before = cost
    return made


def _legend(vetoed: bool, unreached: bool) -> list[str]:
    told = ["Line: the cheapest use of levers that has so many accept, whoever they are."]
    if vetoed:
        told.append("Broken line, red: every veto player among them.")
    if unreached:
        told.append("Ring: no cost is known, or so many are not within reach.")
    rows = [told[0], " ".join(told[1:])]
    return [
        text(20, _HEIGHT - 26 + 15 * at, row, colour=GREY, style=_SMALL)
        for at, row in enumerate(rows)
        if row
    ]


def _description(steps: Steps, vetoed: Steps, needed: float | None) -> str:
    told = [_told(steps)]
    if vetoed:
        told.append(f"With every veto player: {_told(vetoed)}")
    if needed is not None:
        told.append(f"A package stands for {needed:,.10g}")
    return ". ".join([*told, "The table curve has the levers."])


def _told(steps: Steps) -> str:
    return "; ".join(
        f"{count} accept: {'out of reach' if cost is None else f'{cost:,.10g}'}"
        for count, cost in steps
    )
