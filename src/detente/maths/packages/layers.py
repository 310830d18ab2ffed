"""Issues one after the other, with what must be remembered of earlier ones because of links.

Where no two issues are linked there is nothing to remember, and one state stands before every
step. An issue is *live* while a later issue is linked to it by a pair table or a condition; a
state is a combination of options of the live issues.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from detente.maths.packages.model import (
    NEVER,
    Booleans,
    Condition,
    Floats,
    Integers,
    PackageModel,
    RefusedOptions,
)

#: Cells (state, option, party) of one step beyond which links are too many to be followed.
MOST_CELLS = 8_000_000


@dataclass(frozen=True)
class Step:
    """One issue: from each state, what each option adds and which state follows.

    ``options`` are the option numbers that are left, (K,); ``adds`` is (S, K, n) for the
    counted parties; ``then`` is (S, K), -1 where a condition rules the option out.
    """

    issue: int
    options: Integers
    adds: Integers
    then: Integers


@dataclass(frozen=True)
class Layers:
    """The deals that break no red line of ``members``, floors apart, as steps.

    ``parties`` are the counted parties, in the order of the columns; ``least`` (n,) is the
    floor of each member among them and ``NEVER`` for the others; ``base`` (n,) is where gains
    are counted from.
    """

    steps: tuple[Step, ...]
    parties: Integers
    least: Integers
    base: Integers
    n_issues: int

    @property
    def empty(self) -> bool:
        """True where some issue has no option left."""
        return any(step.options.size == 0 for step in self.steps)


class TooLinked(ValueError):
    """So many issues are linked at once that they cannot be followed one by one."""


def layers_of(
    model: PackageModel, members: Sequence[int], parties: Integers | None = None
) -> Layers:
    """Steps of a model in which the red lines and floors of ``members`` hold.

    Raises
    ------
    TooLinked
        If a step would need more than ``MOST_CELLS`` cells.
    """
    columns = model.counted if parties is None else parties
    inside = set(members)
    allowed = [np.ones(table.shape[0], bool) for table in model.points]
    for line in model.red_lines:
        if isinstance(line, RefusedOptions) and line.party in inside:
            allowed[line.issue] &= ~line.refused
    options = [np.flatnonzero(mask).astype(np.int64) for mask in allowed]
    links = _links(model, inside, columns)
    order = _order([len(o) for o in options], links)
    least = np.array([model.floors[p] if p in inside else NEVER for p in columns], np.int64)
    return Layers(
        tuple(_steps(model, options, links, order, columns)),
        columns,
        least,
        model.alternative[columns],
        model.n_issues,
    )


_Links = dict[tuple[int, int], tuple[Integers, Booleans]]


def _links(model: PackageModel, members: set[int], columns: Integers) -> _Links:
    """Per pair of issues, what options add together (Ka, Kb, n) and whether they may meet."""
    made: _Links = {}

    def at(a: int, b: int) -> tuple[Integers, Booleans]:
        shape = (model.points[a].shape[0], model.points[b].shape[0])
        new = np.zeros((*shape, columns.size), np.int64), np.ones(shape, bool)
        return made.setdefault((a, b), new)

    for pair in model.pairs:
        (a, b), points = pair.issues, pair.points[:, :, columns]
        if a > b:
            a, b, points = b, a, points.transpose(1, 0, 2)
        at(a, b)[0][...] += points
    for line in model.red_lines:
        if isinstance(line, Condition) and line.party in members:
            a, b = line.issues
            meet = ~line.when[:, None] | line.then[None, :]
            if a > b:
                a, b, meet = b, a, meet.T
            if a == b:
                meet = np.diag(meet)[:, None] & np.ones_like(meet)
            at(a, b)[1][...] &= meet
    return made


def _order(sizes: list[int], links: _Links) -> list[int]:
    """Issues in an order that keeps few combinations alive; as they stand where none is linked."""
    near: dict[int, set[int]] = {i: set() for i in range(len(sizes))}
    for a, b in links:
        near[a].add(b)
        near[b].add(a)
    order: list[int] = []
    left = set(near)

    def alive_after(issue: int) -> tuple[int, int]:
        done = {*order, issue}
        return prod(max(1, sizes[i]) for i in done if near[i] - done), issue

    while left:
        order.append(min(left, key=alive_after))
        left.remove(order[-1])
    return order


def _steps(
    model: PackageModel,
    options: list[Integers],
    links: _Links,
    order: list[int],
    columns: Integers,
) -> list[Step]:
    steps: list[Step] = []
    live: list[int] = []
    for position, issue in enumerate(order):
        later = set(order[position + 1 :])
        sizes = [len(options[i]) for i in live]
        states, choices = prod(sizes), len(options[issue])
        if states * max(1, choices) * columns.size > MOST_CELLS:
            raise TooLinked(f"{states:,} combinations of linked issues would have to be kept")
        held = [o[c] for o, c in zip((options[i] for i in live), _places(sizes), strict=True)]
        mine = options[issue]
        adds = np.repeat(model.points[issue][mine][:, columns][None], states, axis=0)
        can_be = np.ones((states, choices), bool)
        if (issue, issue) in links:
            can_be &= np.diag(links[issue, issue][1])[mine]
        for other, numbers in zip(live, held, strict=True):
            pair = (min(other, issue), max(other, issue))
            if pair in links:
                points, meet = links[pair]
                if other > issue:
                    points, meet = points.transpose(1, 0, 2), meet.T
                adds += points[numbers][:, mine]
                can_be &= meet[numbers][:, mine]
        kept = [i for i in [*live, issue] if any(set(pair) & later and i in pair for pair in links)]
        after = np.zeros((states, choices), np.int64)
        coordinates = dict(zip(live, _places(sizes), strict=True))
        for i in kept:
            place = np.arange(choices) if i == issue else coordinates[i][:, None]
            after = after * len(options[i]) + place
        steps.append(Step(issue, mine, adds, np.where(can_be, after, -1)))
        live = kept
    return steps


def _places(sizes: list[int]) -> list[Integers]:
    """Coordinates of every state in each live issue."""
    grid = np.unravel_index(np.arange(prod(sizes)), sizes) if sizes else ()
    return [np.asarray(axis, np.int64) for axis in grid]


def best_after(layers: Layers) -> list[Integers]:
    """Per step, the most each party can still get from a state on, (S, n); ``NEVER`` if stuck."""
    return [np.asarray(b, np.int64) for b in _after(layers, [s.adds for s in layers.steps])]


def best_weighted(layers: Layers, weights: Floats) -> list[Floats]:
    """Per step, the most each weighted sum of totals can still get, (S, m); weights (m, n)."""
    return [np.asarray(b) for b in _after(layers, [s.adds @ weights.T for s in layers.steps])]


def _after(layers: Layers, adds: Sequence[Integers | Floats]) -> list[Integers | Floats]:
    width = adds[0].shape[2] if adds else layers.parties.size
    best: list[Integers | Floats] = [np.zeros((1, width), adds[0].dtype if adds else np.int64)]
    for step, more in zip(reversed(layers.steps), reversed(adds), strict=True):
        value = more + best[-1][step.then]
        value[(step.then < 0) | np.any(best[-1][step.then] <= NEVER // 2, axis=2)] = NEVER
        best.append(value.max(axis=1, initial=NEVER))
    return best[::-1]


def placed(layers: Layers, chosen: Integers) -> Integers:
    """Deals in the order of the model's issues, from columns in the order of the steps."""
    deals = np.empty((chosen.shape[0], layers.n_issues), np.int64)
    for column, step in enumerate(layers.steps):
        deals[:, step.issue] = step.options[chosen[:, column]]
    return deals
