"""How many blocks a chunk has: about a second of work, by the clock.

The choice changes no bit of any answer (:mod:`detente.engines.blocks` says why); it balances the
cost of handing a chunk over, under 5 ms on every engine, against what is lost when a run is
stopped and how even the load is.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from detente.engines.blocks import Block, Context, Plan

# Chunks for each worker, so that none waits long for the last one.
_CHUNKS_PER_WORKER = 4


def seconds_per_block(
    fn: Callable[[Block[Context]], object], plan: Plan, context: Context
) -> float:
    """Time ``fn`` on the first block of a run, in this process.

    It is called twice, because the first call loads compiled code; when the first takes longer
    than half a second it is all that is measured.

    Returns
    -------
    float
        Seconds; 0 when the block fails, which the run itself will report.
    """
    block = plan.block(0, context)
    seconds = 0.0
    try:
        for _ in range(2):
            start = time.perf_counter()
            fn(block)
            seconds = time.perf_counter() - start
            if seconds > 0.5:
                break
    except Exception:
        return 0.0
    return seconds


def blocks_per_chunk(
    plan: Plan, seconds: float, workers: int, *, seconds_per_chunk: float = 1.0
) -> int:
    """Return how many blocks make about ``seconds_per_chunk`` of work, at least one.

    Parameters
    ----------
    plan : Plan
        The run.
    seconds : float
        What one block takes.
    workers : int
        How many work at once; each gets several chunks where there is enough for that.
    seconds_per_chunk : float, optional
        The aim.
    """
    most = max(1, plan.blocks // (workers * _CHUNKS_PER_WORKER))
    if seconds <= 0:
        return 1
    return max(1, min(most, round(seconds_per_chunk / seconds)))
