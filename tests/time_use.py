"""How much of the processor's time work takes, judged so that a busy machine does not matter."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable


def cpu_seconds(work: Callable[[], object]) -> float:
    """Processor time of this thread for one call: what others do beside it does not count."""
    begun = time.thread_time()
    work()
    return time.thread_time() - begun


def grows_within(
    seconds: Callable[[int], float], small: int, large: int, times: float, least: float = 0.01
) -> bool:
    """Whether ``large`` takes less than ``times`` as long as ``small``, in one try of three.

    A stolen moment makes one measurement long, not three; growth that is truly steeper fails
    every time. Below ``least`` seconds the small one is too short to be a measure. Garbage is
    not collected meanwhile: how long that takes hangs on all that other tests have left.
    """
    seconds(small)
    gc.disable()
    try:
        return any(seconds(large) < times * max(seconds(small), least) for _ in range(3))
    finally:
        gc.enable()
