"""With whom somebody acts: "working with Chad", "in close partnership with Mali and Peru"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from detente.evidence.affairs.relation_ends import OTHERS
from detente.evidence.affairs.rows import Row
from detente.evidence.affairs.slots import coordinated, in_phrase
from detente.evidence.affairs.subjects import subject_of
from detente.evidence.affairs.syntax import Syntax

_IN_COMPANY = frozenset(
    """partnership coordination co-ordination cooperation concert tandem conjunction collaboration
    consultation unison alliance""".split()
)
_ACTING = frozenset(
    "work works worked working act acts acted acting engage engages engaged engaging".split()
)
_BESIDE = frozenset({"together", "closely", "jointly", "alongside", "constructively", "hand"})
_WITH_REACH = 3
_FRONTED = 14


@dataclass(frozen=True, slots=True)
class Company:
    """Those at ``units`` act together; ``pairs`` are the ids of doer and companion."""

    cue: int
    units: tuple[int, ...]
    pairs: tuple[tuple[str, str], ...]


def companies(row: Row, syntax: Syntax | None) -> Iterator[Company]:
    """The joint action that a phrase with *with* tells, doer and companion known."""
    if "with" not in row.said:
        return
    for i, low in enumerate(row.lows):
        if low in _IN_COMPANY and row.low(i + 1) == "with" and "in" in row.words(i - 3, i):
            at = i + 1
        elif low in _ACTING:
            at = _with_after(row, i)
        else:
            continue
        partners = in_phrase(row, at + 1) if at else []
        doers = _doers(row, i, syntax) if partners else []
        doers = [k for k in doers if k not in partners]
        pairs = tuple(
            dict.fromkeys(
                (a, b)
                for s in doers
                for t in partners
                if (a := row[s].acts_for) and (b := row[t].acts_for) and a != b
            )
        )
        if pairs:
            yield Company(i, (*doers, *partners), pairs)


def _with_after(row: Row, i: int) -> int:
    """Where *with* stands in "work (closely, together) with"; 0 if something else follows."""
    for k in range(i + 1, i + 1 + _WITH_REACH):
        if row.low(k) == "with":
            return k
        if row.low(k) not in _BESIDE and not row.low(k).endswith("ly"):
            return 0
    return 0


def _doers(row: Row, i: int, syntax: Syntax | None) -> list[int]:
    if row.low(i - 1) in OTHERS or (row.low(i - 1) == "to" and row.low(i - 2) in OTHERS):
        return []  # "calls on all parties to work with …"
    found = subject_of(row, i, syntax)
    if found or i > 1:
        return found
    # "Working with Chad, Mali built …": whoever the clause after the comma begins with.
    for k in range(i + 1, min(len(row), i + _FRONTED)):
        if row.low(k) == ",":
            j = k + 1 + (row.low(k + 1) == "the")
            if j < len(row) and row[j].actor is not None and not row.possessive(j):
                return coordinated(row, j)
    return []
