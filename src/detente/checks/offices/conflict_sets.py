"""Claims that cannot hold on one day together: every smallest set, and the largest readings.

Each claim allows some days, a union of ranges. The ends of all ranges cut time into cells
inside which nothing changes; a cell is a bit mask of the claims that allow it. Claims fit
together exactly if some cell has them all, so only maximal cells matter, and a set of claims
clashes exactly if it hits the complement of each of them: the smallest clashing sets are the
minimal hitting sets of those complements. They are listed by the branching of Murakami and
Uno ("Efficient algorithms for dualizing large-scale hypergraphs", 2014, their MMCS), which
never makes a set twice and never keeps one that is not minimal.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise

from detente.checks.offices.intervals import Days, Range, union


@dataclass(frozen=True)
class Reading:
    """Claims that fit together on ``days``, as indices into the list that was given."""

    claims: tuple[int, ...]
    days: Days


@dataclass(frozen=True)
class Consistency:
    """What claims say about each other.

    ``conflicts`` are the smallest sets of claims that no day allows, smallest first;
    ``readings`` the largest sets that some day allows. ``complete`` is False if there are
    more conflicts than were asked for.
    """

    conflicts: tuple[tuple[int, ...], ...]
    readings: tuple[Reading, ...]
    complete: bool

    @property
    def consistent(self) -> bool:
        """True if one day allows every claim."""
        return not self.conflicts


def consistency(claims: Sequence[Days], *, most: int | None = None) -> Consistency:
    """Find the conflict sets and largest readings of claims.

    Parameters
    ----------
    claims : sequence of Days
        The days each claim allows. A claim that allows none is a conflict by itself.
    most : int, optional
        Stop after this many conflicts; None lists them all, which may be exponentially many.
    """
    cells = _cells(claims)
    masks = _maximal(set(cells.values()))
    everything = (1 << len(claims)) - 1
    found = _minimal_hitting_sets([everything & ~m for m in masks], everything)
    listed = list(found if most is None else islice(found, most + 1))
    complete = most is None or len(listed) <= most
    conflicts = sorted((_members(s) for s in listed[:most]), key=lambda c: (len(c), c))
    size = max((m.bit_count() for m in masks), default=0)
    readings = [
        Reading(_members(mask), union(r for r, m in cells.items() if m & mask == mask))
        for mask in masks
        if mask.bit_count() == size and mask
    ]
    readings.sort(key=lambda r: (r.days, r.claims))
    return Consistency(tuple(conflicts), tuple(readings), complete)


def _cells(claims: Sequence[Days]) -> dict[Range, int]:
    """The ranges between ends of ranges, each with the mask of the claims that allow it.

    Time that no claim allows is no cell.
    """
    changes: dict[int, int] = {}
    for i, days in enumerate(claims):
        for first, last in days:
            changes[first] = changes.get(first, 0) ^ (1 << i)
            changes[last + 1] = changes.get(last + 1, 0) ^ (1 << i)
    out: dict[Range, int] = {}
    mask = 0
    for here, then in pairwise(sorted(changes)):
        mask ^= changes[here]
        if mask:
            out[here, then - 1] = mask
    return out


def _maximal(masks: set[int]) -> list[int]:
    kept: list[int] = []
    for mask in sorted(masks, key=lambda m: (-m.bit_count(), m)):
        if all(mask & ~k for k in kept):
            kept.append(mask)
    return kept or [0]


def _members(mask: int) -> tuple[int, ...]:
    found = []
    while mask:
        lowest = mask & -mask
        found.append(lowest.bit_length() - 1)
        mask ^= lowest
    return tuple(found)


def _minimal_hitting_sets(edges: list[int], everything: int) -> Iterator[int]:
    """Every set that hits all ``edges`` and of which no part does, as masks.

    No set hits an empty edge, so with one there is no hitting set: all claims fit together.
    """
    if not all(edges):
        return
    # hit_by[v]: the edges that vertex v lies in, as a mask over edges.
    hit_by = [
        sum(1 << e for e, edge in enumerate(edges) if edge >> v & 1)
        for v in range(everything.bit_length())
    ]
    yield from _branch(edges, hit_by, 0, (), (1 << len(edges)) - 1, everything)


def _branch(
    edges: list[int],
    hit_by: list[int],
    chosen: int,
    own: tuple[int, ...],
    open_edges: int,
    candidates: int,
) -> Iterator[int]:
    """Extend ``chosen``; ``own`` holds for each chosen vertex the edges that it alone hits."""
    if not open_edges:
        yield chosen
        return
    # The open edge with the fewest candidates; one of them must be taken.
    among = min(
        (edges[e] & candidates for e in _members(open_edges)), key=lambda edge: edge.bit_count()
    )
    candidates &= ~among
    for v in _members(among):
        kept = tuple(o & ~hit_by[v] for o in own)
        if all(kept):
            yield from _branch(
                edges,
                hit_by,
                chosen | 1 << v,
                (*kept, open_edges & hit_by[v]),
                open_edges & ~hit_by[v],
                candidates,
            )
            # A vertex that may join a minimal set stays open for the sets after it.
            candidates |= 1 << v
