"""Functions that the tests of engines run in other processes."""

from __future__ import annotations

import hashlib
import os
import time
from typing import Any

import numpy as np

from detente.engines.blocks import Block
from detente.engines.draws import Drawn
from detente.engines.tally import Tally, tally


def walk(block: Block[float]) -> Tally:
    """Answer each draw with a number of wild size, so that the order of additions would show."""
    rng = block.rng()
    size = np.exp(rng.normal(0.0, 30.0, (block.size, 3)))
    value = np.where(rng.random((block.size, 3)) < 0.5, size, -size) + block.context
    return tally(
        block.size,
        counts={"positive": (value > 0).sum(axis=0)},
        sums={"value": value},
        extremes={"value": value},
        rows={"value": value, "number": np.arange(block.first, block.first + block.size)},
    )


def slow_walk(block: Block[float]) -> Tally:
    time.sleep(0.01)
    return walk(block)


def fail_in_block_3(block: Block[float]) -> Tally:
    if block.number == 3:
        raise ValueError("no answer here")
    return walk(block)


def die_in_block_3(block: Block[float]) -> Tally:
    if block.number == 3:
        os._exit(9)
    return walk(block)


def mean_of_normals(block: Block[float]) -> Tally:
    x = block.rng().normal(block.context, 2.0, block.size)
    return tally(block.size, sums={"x": x, "xx": x * x})


def many_numbers(block: Block[None]) -> Tally:
    x = block.rng().random((block.size, 50))
    return tally(block.size, sums={"x": x}, counts={"bins": np.arange(1000)}, rows={"x": x})


def bits(drawn: Drawn) -> str:
    """Return a hash of every bit of an answer."""
    digest = hashlib.sha256(repr((drawn.plan, drawn.failures)).encode())
    arrays: dict[str, Any] = drawn.tally.to_arrays()
    for name, array in sorted(arrays.items()):
        digest.update(f"{name}{array.dtype}{array.shape}".encode() + array.tobytes())
    return digest.hexdigest()
