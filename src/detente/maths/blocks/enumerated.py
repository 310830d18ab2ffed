"""Blocking and relaxing sets by going through every deal."""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations
from math import comb, prod

import numpy as np

from detente.maths.blocks.blocks import Blocks, smallest_first
from detente.maths.blocks.hitting_sets import smallest_hitting_sets
from detente.maths.blocks.least_sets import distinct, least_sets, members_of, number_of
from detente.maths.blocks.lines import Lines, Words, word, words_of
from detente.maths.packages.model import Integers, PackageModel

#: Deals up to which all are looked at.
MOST_DEALS = 200_000
#: Sets that a quorum may make of the lines that deals break.
MOST_CHOICES = 400_000


class TooManyChoices(ValueError):
    """A quorum leaves so many ways to give up lines that they cannot be listed."""


def all_deals(model: PackageModel) -> Integers:
    """Every deal in order, the last issue changing fastest, (n_deals, n_issues)."""
    return _rows(tuple(table.shape[0] for table in model.points))


@lru_cache(maxsize=2)  # draws of one case ask for the same rows thousands of times
def _rows(sizes: tuple[int, ...]) -> Integers:
    made = np.empty((prod(sizes), len(sizes)), np.int64)
    after = 1
    at = np.arange(made.shape[0])
    for issue in reversed(range(len(sizes))):
        made[:, issue] = at // after % sizes[issue]
        after *= sizes[issue]
    made.flags.writeable = False
    return made


def enumerate_blocks(
    lines: Lines, deals: Integers | None = None, *, most: int = 10_000, most_steps: int = 200_000
) -> Blocks:
    """Blocking and relaxing sets of a model whose deals can be listed.

    Parameters
    ----------
    lines : Lines
    deals : integer array of shape (n_deals, n_issues), optional
        All deals there are; made here by default.
    most, most_steps : int
        Blocking sets, and steps in the search for them, after which it stops.

    Raises
    ------
    TooManyChoices
        If a quorum makes more than ``MOST_CHOICES`` sets.
    """
    deals = all_deals(lines.model) if deals is None else deals
    broken = words_of(lines.broken(deals))
    rows = distinct(broken)
    # Who gives up the lines that a deal breaks has opened every deal that breaks fewer of them.
    hard = rows[least_sets(broken[rows])]
    sets, origin = _ways_to_open(lines, broken[hard])
    kept = least_sets(sets)
    relaxing = [number_of(row) for row in sets[kept]]
    blocking, complete = smallest_hitting_sets(relaxing, most=most, most_steps=most_steps)
    _check(lines, broken[rows], broken[hard], relaxing, blocking)
    nearest = {members_of(r): deals[hard[origin[k]]] for r, k in zip(relaxing, kept, strict=True)}
    ordered = smallest_first(nearest)
    return Blocks(
        relaxing=ordered,
        blocking=smallest_first(members_of(b) for b in blocking),
        relaxing_complete=True,
        blocking_complete=complete,
        least=min((r.bit_count() for r in relaxing), default=len(lines) + 1),
        witness=tuple(nearest[r] for r in ordered),
        method="enumeration",
    )


def _ways_to_open(lines: Lines, broken: Words) -> tuple[Words, Integers]:
    """Sets of lines to give up for a deal to stand, and the row of ``broken`` of each."""
    rule = lines.rule
    if not rule.possible:
        return np.zeros((0, broken.shape[1]), np.uint64), np.zeros(0, np.int64)
    must = np.bitwise_or.reduce(lines.own[rule.required], axis=0, initial=0)
    others = np.flatnonzero(rule.others)
    if not others.size:
        return broken & must, np.arange(broken.shape[0], dtype=np.int64)
    refuses = np.stack([np.any(broken & lines.own[p], axis=1) for p in others], axis=1)
    needed = np.maximum(0, rule.at_least - (~refuses).sum(axis=1))
    choices = [comb(int(r), int(n)) for r, n in zip(refuses.sum(axis=1), needed, strict=True)]
    if sum(choices) > MOST_CHOICES:
        raise TooManyChoices(f"{sum(choices):,} ways to reach the quorum")
    made = np.empty((sum(choices), broken.shape[1]), np.uint64)
    origin = np.repeat(np.arange(broken.shape[0], dtype=np.int64), choices)
    at = 0
    for row, refusing, count in zip(broken, refuses, needed, strict=True):
        for won in combinations(others[refusing], int(count)):
            give = np.bitwise_or.reduce(lines.own[list(won)], axis=0, initial=0)
            made[at] = row & (must | give)
            at += 1
    return made, origin


def _check(
    lines: Lines, broken: Words, hard: Words, relaxing: list[int], blocking: list[int]
) -> None:
    """Hold every set against the deals once more, by the rule itself.

    Each deal breaks all lines of some row of ``hard``, so what blocks those blocks all.
    """
    size = len(lines)
    everything = (1 << size) - 1
    for block in blocking:
        kept = word(members_of(block), size)
        assert not lines.stands(hard & kept).any(), "a blocking set that lets a deal stand"
    for relax in relaxing:
        kept = word(members_of(everything & ~relax), size)
        assert lines.stands(broken & kept).any(), "a relaxing set that opens no deal"
    # Fewer lines let more deals stand, so it is enough to try each member alone.
    for block in blocking:
        for member in members_of(block):
            rest = block & ~(1 << member)
            assert any(not relax & rest for relax in relaxing), (
                "a blocking set with a line too many"
            )


def nearest_deals(
    lines: Lines, given_up: tuple[int, ...], deals: Integers, broken: Words
) -> tuple[Integers, int]:
    """Among deals that stand once lines are given up: the one that asks for the least points.

    Returns the deal, (n_issues,), and how many deals stand then.
    """
    size = len(lines)
    rest = tuple(i for i in range(size) if i not in set(given_up))
    open_ = np.flatnonzero(lines.stands(broken & word(rest, size)))
    missing = lines.missing(deals[open_])[:, list(given_up)].sum(axis=1)
    nearest: Integers = deals[open_[int(np.argmin(missing))]]
    return nearest, int(open_.size)
