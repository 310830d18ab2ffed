"""An order of nodes on a circle that lets few of the lines between them cross.

Few nodes are tried in every order. An exhaustive search is out of reach beyond some ten, so
more are inserted one by one, best connected first, each where it costs least, and then single
nodes are moved for as long as a move helps: a local search, the same for the same input,
without a promise of the best.
"""

from __future__ import annotations

import itertools
from collections.abc import Collection, Mapping, Sequence

Pair = tuple[str, str]

# Several lines between the same two need room for their labels: for each line beyond the
# first, one step further apart on the circle is worth a third of a crossing.
_CROSSING = 3
# So few nodes have few orders on a circle, and the best of all is taken.
_FEW = 6


def circle_order(nodes: Sequence[str], between: Mapping[Pair, int]) -> list[str]:
    """``nodes`` in a circular order with few crossings and far ends for bundles of lines.

    Parameters
    ----------
    between : mapping of pair to int
        How many lines there are between the two.
    """
    links = {(min(p), max(p)): n for p, n in sorted(between.items()) if p[0] != p[1]}
    if len(nodes) <= _FEW:
        orders = ([*nodes[:1], *rest] for rest in itertools.permutations(nodes[1:]))
        return min(orders, key=lambda o: _cost(o, links))
    degree = {n: sum(n in p for p in links) for n in nodes}
    place = {n: i for i, n in enumerate(nodes)}
    order: list[str] = []
    for node in sorted(nodes, key=lambda n: (-degree[n], place[n])):
        known = {*order, node}
        inner = {p: n for p, n in links.items() if p[0] in known and p[1] in known}
        options = [[*order[:i], node, *order[i:]] for i in range(len(order) + 1)]
        order = min(options, key=lambda o: _cost(o, inner))
    return _moved(order, links)


def crossings(order: Sequence[str], pairs: Collection[Pair]) -> int:
    """How many pairs of chords cross when the nodes stand on a circle in this order.

    >>> crossings(["a", "b", "c", "d"], [("a", "c"), ("b", "d")])
    1
    """
    at = {n: i for i, n in enumerate(order)}
    chords = [(min(at[a], at[b]), max(at[a], at[b])) for a, b in pairs]
    count = 0
    for i, (a, b) in enumerate(chords):
        for c, d in chords[i + 1 :]:
            if a < c < b < d or c < a < d < b:
                count += 1
    return count


def _cost(order: Sequence[str], links: Mapping[Pair, int]) -> tuple[int, int]:
    at = {n: i for i, n in enumerate(order)}
    around = len(order)
    apart = {p: abs(at[p[0]] - at[p[1]]) for p in links}
    steps = {p: min(d, around - d) for p, d in apart.items()}
    bundles = sum((n - 1) * steps[p] for p, n in links.items())
    return _CROSSING * crossings(order, links) - bundles, -sum(steps.values())


def _moved(order: list[str], links: Mapping[Pair, int]) -> list[str]:
    best = _cost(order, links)
    improved = True
    while improved:
        improved = False
        for node in list(order):
            rest = [n for n in order if n != node]
            for i in range(len(rest)):
                option = [*rest[:i], node, *rest[i:]]
                cost = _cost(option, links)
                if cost < best:
                    order, best, improved = option, cost, True
    return order
