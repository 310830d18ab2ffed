"""Two sides that a hyphen binds before a noun: "the Peru-Chile treaty"."""

from __future__ import annotations

from detente.evidence.affairs.rows import Row
from detente.evidence.affairs.slots import AUXILIARIES


def is_sealed(row: Row, i: int) -> bool:
    """True for "the Peru-Chile treaty **was (formally) signed**"."""
    k = i + 1
    while row.low(k) in AUXILIARIES or row.low(k).endswith("ly"):
        k += 1
    return k > i + 1 and row.low(k) in {"signed", "concluded", "reached", "sealed", "ratified"}


def chains(row: Row, own: list[int]) -> list[tuple[int, ...]]:
    """Those of ``own`` that hyphens bind to each other; empty unless all are bound."""
    chains: list[list[int]] = []
    for k in own:
        if chains and k == chains[-1][-1] + 2 and row.low(k - 1) in {"-", "–"}:
            chains[-1].append(k)
        else:
            chains.append([k])
    return [tuple(c) for c in chains] if all(len(c) > 1 for c in chains) else []
