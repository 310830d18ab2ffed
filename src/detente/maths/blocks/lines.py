"""The red lines that count, by number, and which of them a deal breaks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import numpy.typing as npt

from detente.maths.blocks.acceptance import Acceptance, acceptance_of
from detente.maths.packages.model import NEVER, Booleans, FloorLine, Integers, PackageModel

#: Sets of red lines, one a row: bits in words of 64, (n_rows, n_words).
Words = npt.NDArray[np.uint64]


@dataclass(frozen=True)
class Lines:
    """Red lines of those whose acceptance can matter, in the order of the model.

    ``numbers`` (L,) are numbers of the model's red lines; a party's alternative to a deal is
    one as well, the floor number ``n_red_lines + party``. ``holders`` (L,) are the parties.
    """

    model: PackageModel
    rule: Acceptance
    numbers: Integers
    holders: Integers

    def __len__(self) -> int:
        return int(self.numbers.size)

    @cached_property
    def floors(self) -> Integers:
        """The least points of each line that is a floor, ``NEVER`` for the others, (L,)."""
        red_lines = self.model.red_lines
        made = np.full(len(self), NEVER, np.int64)
        for at, (number, holder) in enumerate(zip(self.numbers, self.holders, strict=True)):
            if number >= len(red_lines):
                made[at] = self.model.alternative[holder]
            else:
                line = red_lines[number]
                if isinstance(line, FloorLine):
                    made[at] = line.points
        return made

    def broken(self, deals: Integers) -> Booleans:
        """True where a deal breaks a line, (n_deals, L)."""
        count = len(self.model.red_lines)
        made = np.empty((deals.shape[0], len(self)), bool)
        own = self.numbers < count
        made[:, own] = ~self.model.keeps(deals)[:, self.numbers[own]]
        totals = self.model.totals(deals)
        made[:, ~own] = totals[:, self.holders[~own]] < self.floors[~own]
        return made

    def missing(self, deals: Integers) -> Integers:
        """Points a deal lacks to a floor, 0 where it is reached or no floor, (n_deals, L)."""
        totals = self.model.totals(deals)[:, self.holders]
        return np.maximum(0, np.where(self.floors > NEVER, self.floors - totals, 0))

    @cached_property
    def own(self) -> Words:
        """For each party the set of its lines, (n_parties, n_words)."""
        made = self.holders[None, :] == np.arange(self.model.n_parties)[:, None]
        return words_of(made)

    def stands(self, broken: Words) -> Booleans:
        """True where a deal stands, given the lines it breaks."""
        accepted = np.empty((broken.shape[0], self.model.n_parties), bool)
        for party, own in enumerate(self.own):
            accepted[:, party] = ~np.any(broken & own, axis=1)
        return self.rule.stands(accepted)


def lines_of(model: PackageModel) -> Lines:
    """The red lines of a model, those of parties that do not count left out."""
    rule = acceptance_of(model)
    counted = rule.counted
    n = len(model.red_lines)
    pairs = [(at, line.party) for at, line in enumerate(model.red_lines) if counted[line.party]]
    pairs += [(n + int(p), int(p)) for p in np.flatnonzero(counted & model.has_alternative)]
    made = np.array(pairs, np.int64).reshape(-1, 2)
    return Lines(model, rule, made[:, 0], made[:, 1])


def words_of(sets: Booleans) -> Words:
    """Rows of flags as rows of bits; there is always a word."""
    rows, columns = sets.shape
    wide = max(1, -(-columns // 64)) * 8
    packed = np.zeros((rows, wide), np.uint8)
    made = np.packbits(sets, axis=1, bitorder="little")
    packed[:, : made.shape[1]] = made
    return packed.view("<u8").astype(np.uint64, copy=False)


def flags_of(words: Words, size: int) -> Booleans:
    """The reverse of :func:`words_of`."""
    packed = np.ascontiguousarray(words).astype("<u8", copy=False).view(np.uint8)
    return np.unpackbits(packed, axis=1, bitorder="little", count=None)[:, :size].astype(bool)


def word(members: tuple[int, ...], size: int) -> Words:
    """One set as a row of bits, (1, n_words)."""
    flags = np.zeros((1, size), bool)
    flags[0, list(members)] = True
    return words_of(flags)
