"""What a comparison of methods hands back."""

from __future__ import annotations

from dataclasses import dataclass

from detente.analyses.base import Reason, Table

#: Behind a cell that differs from that of the first method.
MARK = " *"


@dataclass(frozen=True)
class SideBySide:
    """The answer in a sentence or two, tables with a column a method, and why they differ."""

    answer: str
    tables: tuple[Table, ...]
    reasons: tuple[Reason, ...] = ()
    warnings: tuple[str, ...] = ()
