"""Sets that contain no other: of many sets of red lines, the ones that matter."""

from __future__ import annotations

import numpy as np

from detente.maths.blocks.lines import Words
from detente.maths.packages.model import Integers


def distinct(words: Words) -> Integers:
    """The first place of each different row, in the order of size and then of bits."""
    if words.shape[1] == 1:
        _, first = np.unique(words[:, 0], return_index=True)
    else:
        _, first = np.unique(words, axis=0, return_index=True)
    size = np.unpackbits(np.ascontiguousarray(words[first]).view(np.uint8), axis=1).sum(axis=1)
    return first[np.argsort(size, kind="stable")].astype(np.int64)


def least_sets(words: Words) -> Integers:
    """Places of the rows that contain no other row, one of each, smallest sets first."""
    left = distinct(words)
    rows = np.ascontiguousarray(words[left])
    kept: list[int] = []
    while left.size:
        # The first is the smallest that is left, so it contains no other.
        kept.append(int(left[0]))
        first = rows[0]
        if rows.shape[1] == 1:
            apart = (rows[:, 0] & first[0]) != first[0]
        else:
            apart = np.any((rows & first) != first, axis=1)
        left, rows = left[apart], rows[apart]
    return np.array(kept, np.int64)


def number_of(row: Words) -> int:
    """A row of bits as one integer of any size."""
    return int.from_bytes(row.astype("<u8").tobytes(), "little")


def members_of(number: int) -> tuple[int, ...]:
    """The places of the bits of an integer, from the lowest."""
    found = []
    while number:
        low = number & -number
        found.append(low.bit_length() - 1)
        number ^= low
    return tuple(found)
