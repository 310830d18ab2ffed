"""How much memory a model would need, before it is made."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path


def memory_needed(bits: Sequence[int], bytes_per_payoff: int = 4) -> int:
    """Bytes for solving a model in option form with these options for each party.

    Payoffs of all parties, three numbers a state to work with, an order of each cell for every
    party, one byte of answers a party, and one for what can be.
    """
    order = [2 if b <= 15 else 4 for b in bits]
    per_state = bytes_per_payoff * (len(bits) + 3) + sum(order) + len(bits) + 1
    return per_state << sum(bits)


def memory_available() -> int | None:
    """Bytes that can be used without swapping; None where the system does not say."""
    try:
        for line in Path("/proc/meminfo").read_text().splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    except (OSError, ValueError, IndexError):
        pass
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (ValueError, OSError, AttributeError):
        return None


def too_large(bits: Sequence[int], bytes_per_payoff: int = 4, beside: int = 0) -> str | None:
    """Why a model cannot be solved here, and what would make it smaller; None if it can.

    ``beside`` are bytes a state for what else is done with it.
    """
    needed, free = memory_needed(bits, bytes_per_payoff) + (beside << sum(bits)), memory_available()
    if free is None or needed <= free:
        return None
    spare = 1
    while needed >> spare > free:
        spare += 1
    return (
        f"{sum(bits)} moves make {1 << sum(bits):,} states, which need {_size(needed)}; "
        f"{_size(free)} are free. Leave out {spare} of the moves, or join moves that are only "
        "taken together; each move less halves the need"
    )


def _size(number: int) -> str:
    return f"{number / 1e9:,.1f} GB" if number >= 1e8 else f"{number / 1e6:,.0f} MB"
