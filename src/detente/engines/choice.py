"""Which engine: by name, or by how much work there is."""

from __future__ import annotations

import os

from detente.engines.engine import Engine
from detente.errors import InputError

NAMES = ("serial", "processes", "ray")
# Below this, in seconds of one processor, starting workers takes longer than they save.
_SMALL = 3.0


def available_cpus() -> int:
    """Return how many processors this process may use (fewer than there are, when it is bound)."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def by_name(
    name: str | None = None,
    workers: int | None = None,
    address: str | None = None,
    *,
    seconds: float | None = None,
) -> Engine:
    """Return the engine that is called ``name``.

    Parameters
    ----------
    name : {"serial", "processes", "ray"}, optional
        By default processes, or serial when there is only one worker or little work.
    workers : int, optional
        How many chunks at once, at least 1; by default one for each processor that may be used.
    address : str, optional
        ``host:port`` of a running Ray cluster; only with ``ray``.
    seconds : float, optional
        How long the work would take one worker, if that is known.

    Raises
    ------
    InputError
        If there is no engine of that name, or an argument does not fit it.
    MissingExtra
        If Ray is asked for and not installed.
    """
    if name is not None and name not in NAMES:
        raise InputError(f"engine {name}: there is none; choose from {', '.join(NAMES)}")
    if workers is not None and workers < 1:
        raise InputError(f"{workers} workers: at least 1 is needed")
    if address is not None and name != "ray":
        raise InputError("an address of a cluster goes with the engine ray only")
    if name == "serial" and workers not in (None, 1):
        raise InputError(f"{workers} workers: the engine serial has one; leave them out")
    from detente.engines.processes import Processes
    from detente.engines.serial import Serial

    if name == "ray":
        from detente.engines.ray_cluster import RayCluster

        return RayCluster(workers, address)
    count = workers or available_cpus()
    if name is None and (count == 1 or (seconds is not None and seconds < _SMALL)):
        return Serial()
    return Serial() if name == "serial" else Processes(count)
