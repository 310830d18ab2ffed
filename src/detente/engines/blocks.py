"""A run of draws cut into blocks, and blocks gathered into chunks.

The same seed has to give the same bits on every engine, with any number of workers, while the
size of a chunk is chosen at run time by the clock. So two units are kept apart.

Block
    A fixed number of draws, ``Plan.per_block``. It belongs to the definition of the run: block
    ``b`` has the random stream ``chunk_rng(seed, b)`` and its answer is a function of the block
    alone. A question chooses the number once, in its code: many draws where a draw is cheap (one
    call of numpy works on all), few where a draw takes milliseconds.
Chunk
    Any number of blocks in a row: what one worker does in about a second, and what lies in one
    file. It is a matter of speed and nothing else.

Blocks are evaluated one by one also within a chunk, because the last bit of a matrix product or
of a sum of floats may depend on how many rows are worked on together. Their answers are added
without rounding (:mod:`detente.engines.tally`), so that it does not matter which were added first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

import numpy as np

from detente.engines.engine import Chunk
from detente.engines.seeds import chunk_rng
from detente.errors import InputError

Context = TypeVar("Context")


@dataclass(frozen=True, slots=True)
class Block(Generic[Context]):
    """Some draws of a run: all that the function which answers them gets.

    Parameters
    ----------
    context : object
        What all blocks of the run share; it can be pickled.
    seed : int
        The seed of the run.
    number : int
        The number of this block, from 0.
    first : int
        The number of its first draw in the run, from 0.
    size : int
        How many draws; the last block of a run may be shorter than the others.
    keep : int
        How many of them, from its first, have their rows kept.
    """

    context: Context
    seed: int
    number: int
    first: int
    size: int
    keep: int

    def rng(self) -> np.random.Generator:
        """Return the random stream of this block, at its start."""
        return chunk_rng(self.seed, self.number)


@dataclass(frozen=True, slots=True)
class BlockRange(Generic[Context]):
    """The work of one chunk: blocks ``first`` up to, and without, ``stop``."""

    plan: Plan
    first: int
    stop: int
    context: Context

    @property
    def draws(self) -> int:
        """How many draws these blocks hold."""
        per_block = self.plan.per_block
        return min(self.stop * per_block, self.plan.draws) - self.first * per_block

    def blocks(self) -> list[Block[Context]]:
        """Return the blocks in order."""
        return [self.plan.block(number, self.context) for number in range(self.first, self.stop)]


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything that the draws of a run depend on, besides what is asked of them.

    Parameters
    ----------
    draws : int
        How many in all, at least 1.
    per_block : int
        Draws in a block, at least 1. Another number gives other draws.
    seed : int
        At least 0.
    keep : int
        Rows of the first ``keep`` draws are kept. Draws are exchangeable, so the first are as
        good a sample as any.

    Raises
    ------
    InputError
        If a number is out of its range.
    """

    draws: int
    per_block: int
    seed: int
    keep: int = 0

    def __post_init__(self) -> None:
        for name, least in (("draws", 1), ("per_block", 1), ("seed", 0), ("keep", 0)):
            value = getattr(self, name)
            if value < least:
                raise InputError(f"{name.replace('_', ' ')} is {value}; at least {least} is needed")

    @property
    def blocks(self) -> int:
        """How many blocks the run has."""
        return -(-self.draws // self.per_block)

    def block(self, number: int, context: Context) -> Block[Context]:
        """Return block ``number``."""
        first = number * self.per_block
        size = min(self.per_block, self.draws - first)
        return Block(context, self.seed, number, first, size, min(max(self.keep - first, 0), size))

    def chunks(self, context: Context, blocks_per_chunk: int) -> Chunks[Context]:
        """Return the run in chunks of ``blocks_per_chunk`` blocks; the last may have fewer."""
        return Chunks(self, context, blocks_per_chunk)


@dataclass(frozen=True, slots=True)
class Chunks(Generic[Context]):
    """The chunks of a run, made one by one as they are asked for."""

    plan: Plan
    context: Context
    blocks_per_chunk: int

    def __len__(self) -> int:
        return -(-self.plan.blocks // self.blocks_per_chunk)

    def __iter__(self) -> Iterator[Chunk[BlockRange[Context]]]:
        return (self[number] for number in range(len(self)))

    def __getitem__(self, number: int) -> Chunk[BlockRange[Context]]:
        first = number * self.blocks_per_chunk
        stop = min(first + self.blocks_per_chunk, self.plan.blocks)
        return Chunk(f"{number:08d}", BlockRange(self.plan, first, stop, self.context))
