"""What would change the answer: the smallest change of one number, or of two, that does.

A change is measured in probability: how much of a number's distribution lies between where it is
taken and where the answer changes. So units do not matter, and a change that crosses little of
what is thought possible counts as small. For two numbers the larger of their two changes counts.

Each way is walked in steps, and the first step on which the answer changes is halved until the
place is known. That is exact where the answer changes once along the way; where it changes and
changes back within one step, the step is too coarse to see it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import combinations, product

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
Labels = npt.NDArray[np.int64]

#: Answers at rows of shares of distributions, nan where a number stays as it is.
Ask = Callable[[Floats], Labels]

#: What is plausible: no share below the first or above the second is looked at.
PLAUSIBLE = (0.01, 0.99)
# Steps of one way, and halvings of a step: 2^-30 of it is less than a number is known to.
_STEPS, _STEPS_OF_PAIRS = 40, 16
_HALVINGS = 30


@dataclass(frozen=True)
class Flip:
    """``numbers`` moved to ``shares`` of their distributions change the answer to ``answer``.

    ``change`` is the probability crossed; ``ways`` is -1 or 1, down or up, for each number.
    """

    numbers: tuple[int, ...]
    ways: tuple[int, ...]
    shares: tuple[float, ...]
    change: float
    answer: int


def single_flips(
    start: npt.ArrayLike, ask: Ask, among: Sequence[int] | None = None, *, steps: int = _STEPS
) -> list[Flip]:
    """The smallest change of each number in each direction that changes the answer.

    Parameters
    ----------
    start : array of shape (n_numbers,)
        Share of its distribution below where each number is taken.
    ask : callable
        Answers (D,) at rows (D, n_numbers) of shares; a row of nan is the case as it is.
    among : sequence of int, optional
        Numbers to try; all by default.
    steps : int
        Steps of each way.

    Returns
    -------
    list of Flip
        The smallest change first; nothing for a number and direction in which none flips.
    """
    begin = np.asarray(start, dtype=float)
    numbers = range(begin.size) if among is None else among
    ways = [((number,), (way,)) for number in numbers for way in (-1, 1)]
    return _walked(begin, ask, ways, steps)


def pair_flips(
    start: npt.ArrayLike, ask: Ask, among: Sequence[int], singles: Sequence[Flip]
) -> list[Flip]:
    """The smallest joint change of two numbers that changes the answer, both by as much.

    Only pairs that change it sooner than either of the two alone. Where the answer is monotone
    in both numbers no smaller change does; elsewhere one may. The smallest comes first.
    """
    begin = np.asarray(start, dtype=float)
    alone = dict.fromkeys(among, 2.0)
    for flip in singles:
        (number,) = flip.numbers
        if number in alone:
            alone[number] = min(alone[number], flip.change)
    pairs = list(combinations(sorted(among), 2))
    ways = [(pair, both) for pair in pairs for both in product((-1, 1), repeat=2)]
    found = _walked(begin, ask, ways, _STEPS_OF_PAIRS)
    best: dict[tuple[int, ...], Flip] = {}
    for flip in found:
        if flip.change < min(alone[n] for n in flip.numbers) - 1e-6:
            best.setdefault(flip.numbers, flip)
    return list(best.values())


def _walked(
    start: Floats,
    ask: Ask,
    ways: Sequence[tuple[tuple[int, ...], tuple[int, ...]]],
    steps: int,
) -> list[Flip]:
    if not ways:
        return []
    base = int(ask(np.full((1, start.size), np.nan))[0])
    numbers = np.array([n for n, _ in ways])
    signs = np.array([s for _, s in ways], dtype=float)
    begin = start[numbers]
    ends = np.where(signs < 0, np.minimum(PLAUSIBLE[0], begin), np.maximum(PLAUSIBLE[1], begin))
    room = np.abs(ends - begin).max(axis=1)

    def rows(way: npt.NDArray[np.intp], change: Floats) -> Floats:
        made = np.full((way.size, start.size), np.nan)
        moved = begin[way] + signs[way] * change[:, None]
        low, high = np.minimum(begin, ends)[way], np.maximum(begin, ends)[way]
        np.put_along_axis(made, numbers[way], np.clip(moved, low, high), axis=1)
        return made

    # Steps are small where the walk begins, where most answers change.
    parts = (np.arange(1, steps + 1) / steps) ** 1.5
    every = np.repeat(np.arange(len(ways)), steps)
    changes = (room[:, None] * parts).ravel()
    answers = np.asarray(ask(rows(every, changes))).reshape(len(ways), steps)
    other = (answers != base) & (room[:, None] > 0)
    way = np.flatnonzero(other.any(axis=1))
    if not way.size:
        return []
    first = other[way].argmax(axis=1)
    outside = changes.reshape(len(ways), steps)[way, first]
    answer = answers[way, first]
    inside = np.where(first > 0, changes.reshape(len(ways), steps)[way, first - 1], 0.0)
    for _ in range(_HALVINGS):
        middle = (inside + outside) / 2
        now = np.asarray(ask(rows(way, middle)))
        flips = now != base
        outside = np.where(flips, middle, outside)
        answer = np.where(flips, now, answer)
        inside = np.where(flips, inside, middle)
    places = np.take_along_axis(rows(way, outside), numbers[way], axis=1)
    made = [
        Flip(ways[w][0], ways[w][1], tuple(at), float(change), int(told))
        for w, at, change, told in zip(
            way.tolist(), places.tolist(), outside.tolist(), answer.tolist(), strict=True
        )
    ]
    return sorted(made, key=lambda flip: (flip.change, flip.numbers, flip.ways))
