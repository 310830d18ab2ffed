"""What a check says: a code, a severity, a sentence, and the words it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from detente.types import Span

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Witness:
    """Words in one document that a finding rests on."""

    document: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One fault or doubt in the record.

    ``message`` is one sentence; ``reason`` one line that says why; ``facts`` are the
    reference rows used, each with its source and date.
    """

    code: str
    severity: Severity
    message: str
    reason: str = ""
    witnesses: tuple[Witness, ...] = ()
    facts: tuple[str, ...] = ()
