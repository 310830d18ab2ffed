"""Which processes a process has started, and where they listen (Linux)."""

from __future__ import annotations

import contextlib
import time
from pathlib import Path

PROC = Path("/proc")
_LISTENING = "0A"


def descendants(pid: int) -> set[int]:
    """Return the processes that ``pid`` has started, and those that these have."""
    parents: dict[int, int] = {}
    for folder in PROC.glob("[0-9]*"):
        with contextlib.suppress(OSError):
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
            parents[int(folder.name)] = int(fields[1])
    found: set[int] = set()
    while True:
        more = {child for child, parent in parents.items() if parent in found | {pid}} - found
        if not more:
            return found
        found |= more


def living(pids: set[int]) -> set[int]:
    """Return those that run; one that has ended and was not yet taken note of does not."""
    found = set()
    for pid in pids:
        with contextlib.suppress(OSError):
            if (PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()[0] != "Z":
                found.add(pid)
    return found


def command_of(pid: int) -> str:
    """Return the command line of a process; empty when it has ended."""
    with contextlib.suppress(OSError):
        return (PROC / str(pid) / "cmdline").read_text(errors="replace").replace("\0", " ")
    return ""


def wait_for_the_end(pids: set[int], seconds: float = 20.0) -> set[int]:
    """Wait until all have ended; return those that have not."""
    deadline = time.monotonic() + seconds
    while (left := living(pids)) and time.monotonic() < deadline:
        time.sleep(0.05)
    return left


def listening_addresses(pids: set[int]) -> set[str]:
    """Return the addresses, in hexadecimal as the kernel gives them, that these listen on."""
    sockets = set()
    for pid in pids:
        for handle in (PROC / str(pid) / "fd").glob("*"):
            with contextlib.suppress(OSError):
                target = str(handle.readlink())
                if target.startswith("socket:["):
                    sockets.add(target[8:-1])
    found = set()
    for table in ("tcp", "tcp6"):
        path = PROC / "net" / table
        for line in path.read_text().splitlines()[1:] if path.exists() else []:
            fields = line.split()
            if fields[3] == _LISTENING and fields[9] in sockets:
                found.add(fields[1].partition(":")[0])
    return found
